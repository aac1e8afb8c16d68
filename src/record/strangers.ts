// People met in a document whom the gazetteer does not know.
import { insertRows } from './columns.ts'
import type { Database } from './database.ts'
import { indexNames } from './entities.ts'

export interface Stranger {
  id: string
  name: string
  state: string | null
  document: string
}

/** Adds them, known by name and state only, with the document as source. Returns the ids that were new. */
export async function mintPeople(database: Database, strangers: Stranger[]): Promise<string[]> {
  if (strangers.length === 0) return []
  const known = await database.query<{ id: string }>('select id from person where id = any($1::text[])', [
    strangers.map((s) => s.id),
  ])
  const fresh = [...new Map(strangers.map((s) => [s.id, s])).values()].filter(
    (s) => !known.some((k) => k.id === s.id),
  )
  const rows = fresh.map(({ id, name, state, document }) => ({
    id,
    name,
    state_id: state,
    aliases: [],
    confirmed: false,
    sources: [`document:${document}`],
    minted_by: 'filing',
  }))
  await insertRows(database, 'person', rows, 'on conflict do nothing')
  await indexNames(
    database,
    fresh.map(({ id, name }) => ({ id, name, nativeName: null, aliases: [] })),
  )
  return fresh.map((s) => s.id)
}

// People in pages: by name, by state, each with the office held last.
import { readCursor, writeCursor } from './cursor.ts'
import type { Database } from './database.ts'
import { type ListedPerson, listPeople } from './directory.ts'
import { type Page, Parameters } from './listing.ts'

/** `office`: title of the one held last, as far as dated tenures tell; null: none is held. */
export interface PagedPerson extends ListedPerson {
  office: string | null
}

export interface PeopleFilter {
  /** Any of their names, also misspelt. */
  query?: string | undefined
  state?: string | undefined
}

/** People by name, a page at a time; with a query the nearest names, in one page. Throws InputError for a cursor of another list. */
export async function pagePeople(
  database: Database,
  { query, state }: PeopleFilter,
  page: { cursor?: string | undefined; limit?: number | undefined } = {},
): Promise<Page<PagedPerson>> {
  const limit = page.limit ?? 50
  if (query?.trim()) {
    const found = (await listPeople(database, query, 500)).filter((one) => !state || one.state === state)
    return { items: await withOffices(database, found.slice(0, limit)), next: null, total: found.length }
  }
  const parameters = new Parameters()
  const own = `q.merged_into is null and ${state ? `q.state_id = ${parameters.add(state)}` : 'true'}`
  const [counted] = await database.query<{ total: number }>(
    `select count(*)::int as total from person q where ${own}`,
    parameters.values,
  )
  const [name, id] = page.cursor ? readCursor(page.cursor).map((part) => parameters.add(part)) : []
  const items = await database.query<ListedPerson>(
    `select q.id, q.name, q.native_name as "nativeName", q.aliases, q.state_id as state, q.confirmed from person q
     where ${own} and ${name ? `(q.name, q.id) > (${name}, ${id})` : 'true'} order by q.name, q.id limit ${limit + 1}`,
    parameters.values,
  )
  const last = items.length > limit ? items[limit - 1]! : null
  return {
    items: await withOffices(database, items.slice(0, limit)),
    next: last && writeCursor([last.name, last.id]),
    total: counted!.total,
  }
}

async function withOffices(database: Database, people: ListedPerson[]): Promise<PagedPerson[]> {
  const held = await database.query<{ id: string; title: string }>(
    `select distinct on (t.person_id) t.person_id as id, o.title from tenure t join office o on o.id = t.office_id
     where t.person_id = any($1::text[]) order by t.person_id, upper(t.valid) desc nulls first, o.level`,
    [people.map((one) => one.id)],
  )
  const offices = new Map(held.map(({ id, title }) => [id, title]))
  return people.map((one) => ({ ...one, office: offices.get(one.id) ?? null }))
}

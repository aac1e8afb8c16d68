// Writes the gazetteer's tables, and the index of every way a person's name is written.
import type { Gazetteer, Person } from '../knowledge/gazetteer.ts'
import { contentId, insertRows } from './columns.ts'
import type { Database } from './database.ts'
import { dayRange } from './days.ts'
import { personNames } from './names.ts'

/** Replaces the rows that came from packs, as of `at`; people minted by filing or review stay. */
export async function seedGazetteer(database: Database, gazetteer: Gazetteer, at: string): Promise<void> {
  await keepPast(database, at)
  await database.script(
    `delete from state; delete from organization; delete from membership;
     delete from office where minted_by = 'pack'; delete from tenure where minted_by = 'pack'`,
  )
  await insertRows(
    database,
    'state',
    gazetteer.states.map(({ core, ...row }) => row),
  )
  await insertRows(database, 'organization', gazetteer.organizations)
  await insertRows(
    database,
    'membership',
    gazetteer.memberships.map((row) => ({ ...membershipRow(row), known_from: at })),
  )
  await insertRows(
    database,
    'office',
    gazetteer.offices.map(({ state, organization, ...row }) => ({
      ...row,
      state_id: state,
      organization_id: organization,
    })),
  )
  await insertRows(
    database,
    'tenure',
    gazetteer.tenures.map((row) => ({ ...tenureRow(row), known_from: at })),
    'on conflict do nothing',
  )
  await joinPast(database, at)
  await seedPeople(database, gazetteer.people)
}

const dated = [
  { table: 'tenure', fromPack: `minted_by = 'pack'` },
  { table: 'membership', fromPack: 'true' },
]

/** What packs said until `at` is kept beside what they say now. */
async function keepPast(database: Database, at: string): Promise<void> {
  for (const { table, fromPack } of dated)
    await database.query(
      `insert into ${table}_past select t.*, $1::timestamptz from ${table} t where ${fromPack}`,
      [at],
    )
}

/** Rows that a pack says as it said them before have been known since then, and are not of the past. */
async function joinPast(database: Database, at: string): Promise<void> {
  for (const { table } of dated) {
    await database.query(
      `update ${table} n set known_from = p.known_from from ${table}_past p
       where p.id = n.id and p.known_to = $1 and to_jsonb(p) - 'known_from' - 'known_to' = to_jsonb(n) - 'known_from'`,
      [at],
    )
    await database.query(
      `delete from ${table}_past p using ${table} n where p.known_to = $1 and n.id = p.id and n.known_from = p.known_from`,
      [at],
    )
  }
}

function membershipRow(row: Gazetteer['memberships'][number]): object {
  return {
    id: contentId('membership', row.organization, row.state, row.role, row.from, row.to),
    organization_id: row.organization,
    state_id: row.state,
    role: row.role,
    valid: dayRange(row.from, row.to),
    from_text: row.from,
    to_text: row.to,
    confirmed: row.confirmed,
    sources: row.sources,
    note: row.note,
  }
}

function tenureRow(row: Gazetteer['tenures'][number]): object {
  return {
    id: contentId('tenure', row.person, row.office, row.from, row.to),
    person_id: row.person,
    office_id: row.office,
    valid: dayRange(row.from, row.to),
    from_text: row.from,
    to_text: row.to,
    place_in_body: row.order,
    acting: row.acting,
    confirmed_from: row.confirmedFrom,
    confirmed_to: row.confirmedTo,
    sources: row.sources,
  }
}

/** People are changed in place: a merge made by a person outlives a new pack. */
async function seedPeople(database: Database, people: Person[]): Promise<void> {
  await database.query(
    `delete from person where minted_by = 'pack' and not (id = any($1::text[]))
     and not exists (select from participant where person_id = person.id)`,
    [people.map((person) => person.id)],
  )
  await insertRows(
    database,
    'person',
    people.map(({ nativeName, state, ...row }) => ({
      ...row,
      native_name: nativeName,
      state_id: state,
      minted_by: 'pack',
    })),
    `on conflict (id) do update set name = excluded.name, native_name = excluded.native_name, aliases = excluded.aliases,
       state_id = excluded.state_id, confirmed = excluded.confirmed, sources = excluded.sources, minted_by = 'pack'`,
  )
  await indexNames(database, people)
}

/** Writes every way these people's names are written, folded for look-up. */
export async function indexNames(
  database: Database,
  people: Pick<Person, 'id' | 'name' | 'nativeName' | 'aliases'>[],
): Promise<void> {
  await database.query('delete from person_name where person_id = any($1::text[])', [
    people.map((person) => person.id),
  ])
  await insertRows(database, 'person_name', people.flatMap(personNames), 'on conflict do nothing')
}

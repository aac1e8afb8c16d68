// Writes the gazetteer's tables, and the index of every way a person's name is written.
import type { Gazetteer, Person } from '../knowledge/gazetteer.ts'
import { contentId, insertRows } from './columns.ts'
import type { Database } from './database.ts'
import { dayRange } from './days.ts'
import { personNames } from './names.ts'

/** Replaces the rows that came from packs; people minted by filing or review stay. */
export async function seedGazetteer(database: Database, gazetteer: Gazetteer): Promise<void> {
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
  await insertRows(database, 'membership', gazetteer.memberships.map(membershipRow))
  await insertRows(
    database,
    'office',
    gazetteer.offices.map(({ state, organization, ...row }) => ({
      ...row,
      state_id: state,
      organization_id: organization,
    })),
  )
  await insertRows(database, 'tenure', gazetteer.tenures.map(tenureRow), 'on conflict do nothing')
  await seedPeople(database, gazetteer.people)
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

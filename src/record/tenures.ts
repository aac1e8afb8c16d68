// Who held which office on a day, from dated tenures.
import type { Database } from './database.ts'
import { groupRows } from './grouping.ts'
import type { HeldOffice, KnownPeople, OfficesOn } from './participants.ts'

interface TenureRow {
  person_id: string
  office_id: string
  title: string
  level: number
  state_id: string | null
  acting: boolean
  from_day: string | null
  to_day: string | null
}

/** Looks people and their tenures up once; the functions returned answer for any day. Merged people share their tenures. */
export async function knowPeople(database: Database, people: string[]): Promise<KnownPeople> {
  const ids = [...new Set(people)]
  if (ids.length === 0) return { officesOn: () => [], canonical: (person) => person }
  const merges = await database.query<{ id: string; merged_into: string | null }>(
    `select id, merged_into from person where id = any($1::text[]) and merged_into is not null`,
    [ids],
  )
  const into = new Map(merges.map((row) => [row.id, row.merged_into!]))
  const canonical = (person: string): string => into.get(person) ?? person
  const rows = await database.query<TenureRow>(
    `select coalesce(p.merged_into, p.id) as person_id, t.office_id, o.title, o.level, o.state_id, t.acting,
            lower(t.valid)::text as from_day, upper(t.valid)::text as to_day
     from (select id, merged_into from person where id = any($1::text[])
           union select id, merged_into from person where merged_into = any($1::text[])) p
     join tenure t on t.person_id = p.id join office o on o.id = t.office_id
     where not isempty(t.valid)
     order by o.level, t.acting, t.office_id`,
    [[...new Set(ids.map(canonical))]],
  )
  const byPerson = groupRows(rows, (row) => row.person_id)
  const officesOn: OfficesOn = (person, day) =>
    (byPerson.get(canonical(person)) ?? [])
      .filter((row) => (row.from_day ?? '') <= day && day < (row.to_day ?? '9999'))
      .map(held)
  return { officesOn, canonical }
}

const held = (row: TenureRow): HeldOffice => ({
  office: row.office_id,
  title: row.title,
  level: row.level,
  state: row.state_id,
  acting: row.acting,
})

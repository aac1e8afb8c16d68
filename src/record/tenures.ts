// Who held which office on a day, from dated tenures.
import type { Database } from './database.ts'
import { groupRows } from './grouping.ts'
import type { HeldOffice, KnownPeople, OfficesOn } from './participants.ts'

interface TenureRow {
  id: string
  person_id: string
  office_id: string | null
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
  const rows = await database.query<TenureRow>(
    `with asked as (select distinct coalesce(merged_into, id) as id from person where id = any($1::text[]))
     select p.id, coalesce(p.merged_into, p.id) as person_id, t.office_id, o.title, o.level, o.state_id, t.acting,
            lower(t.valid)::text as from_day, upper(t.valid)::text as to_day
     from (select id, merged_into from person where id in (select id from asked)
           union select id, merged_into from person where merged_into in (select id from asked)) p
     left join tenure t on t.person_id = p.id and not isempty(t.valid) left join office o on o.id = t.office_id
     order by o.level, t.acting, t.office_id`,
    [ids],
  )
  const into = new Map(rows.map((row) => [row.id, row.person_id]))
  const canonical = (person: string): string => into.get(person) ?? person
  const byPerson = groupRows(
    rows.filter((row) => row.office_id !== null),
    (row) => row.person_id,
  )
  const officesOn: OfficesOn = (person, day) =>
    (byPerson.get(canonical(person)) ?? [])
      .filter((row) => (row.from_day ?? '') <= day && day < (row.to_day ?? '9999'))
      .map(held)
  return { officesOn, canonical }
}

const held = (row: TenureRow): HeldOffice => ({
  office: row.office_id!,
  title: row.title,
  level: row.level,
  state: row.state_id,
  acting: row.acting,
})

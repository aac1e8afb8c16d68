// Who held which office on a day, from dated tenures.
import type { Database } from './database.ts'
import { groupRows } from './grouping.ts'
import type { HeldOffice, OfficesOn } from './shown.ts'

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

/** Looks the tenures of these people up once; the function returned answers for any day. */
export async function tenuresOf(database: Database, people: string[]): Promise<OfficesOn> {
  const rows = people.length
    ? await database.query<TenureRow>(
        `select t.person_id, t.office_id, o.title, o.level, o.state_id, t.acting,
                lower(t.valid)::text as from_day, upper(t.valid)::text as to_day
         from tenure t join office o on o.id = t.office_id
         where t.person_id = any($1::text[]) and not isempty(t.valid)
         order by o.level, t.acting, t.office_id`,
        [[...new Set(people)]],
      )
    : []
  const byPerson = groupRows(rows, (row) => row.person_id)
  return (person, day) =>
    (byPerson.get(person) ?? [])
      .filter((row) => (row.from_day ?? '') <= day && day < (row.to_day ?? '9999'))
      .map(held)
}

const held = (row: TenureRow): HeldOffice => ({
  office: row.office_id,
  title: row.title,
  level: row.level,
  state: row.state_id,
  acting: row.acting,
})

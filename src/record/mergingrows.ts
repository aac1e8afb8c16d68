// What merging works with: rows of the other record, those held here under the same keys, and the account of what became of each.
import { canonical, insertRows } from './columns.ts'
import type { Database } from './database.ts'
import { exchangesFiledAs } from './imports.ts'

/** Rows of one table of the backup: what became of them. */
export interface MergedRows {
  rows: number
  added: number
  held: number
  /** Held here under the same id with other values, which stay; told row by row in `problems`. */
  differ: number
}

export interface MergeOutcome {
  /** true: the record held nothing, and is now the backup's record, instants and all. */
  restored: boolean
  tables: Record<string, MergedRows>
  /** Claims taken back there that stood here: taken back here too. */
  retracted: number
  /** Exchanges shown anew. */
  exchanges: number
  /** At most `mostProblems`; `tables` has the whole number. */
  problems: { table: string; id: string; message: string }[]
  /** What has no place here, with its rows. */
  lost: Record<string, number>
}

export const mostProblems = 1000
export type Row = Record<string, unknown>

/** What a merge has in hand while it runs. */
export interface Merging {
  into: Database
  from: Database
  /** The merge's instant: what comes in is known here from then on. */
  at: string
  /** Documents that this record had read before. */
  ours: Set<string>
  /** Exchange there → the one here that was filed from the same reading. */
  twins: Map<string, string>
  /** Exchanges with claims added or taken back. */
  touched: Set<string>
  outcome: MergeOutcome
}

export interface Table {
  name: string
  key: string[]
  /** Which rows come; the others are the packs' or derived. */
  where?: string
  /** Rows of documents that this record has read itself stay out. */
  readHere?: boolean
  /** Its column that names an exchange. */
  exchange?: string
}

/** Rows of a table a few hundred at a time. */
export async function* rowsOf(from: Database, { name, key, where = 'true' }: Table): AsyncGenerator<Row[]> {
  const size = name === 'snapshot' || name === 'document' ? 50 : 500
  let after: string | null = null
  const columns = key.join(', ')
  for (;;) {
    const last: string =
      after === null
        ? ''
        : `and (${columns}) > (select ${columns} from jsonb_populate_record(null::${name}, $1::text::jsonb))`
    const found: { row: Row }[] = await from.query(
      `select to_jsonb(t) as row from ${name} t where ${where} ${last} order by ${columns} limit ${size}`,
      after === null ? [] : [after],
    )
    if (found.length > 0) yield found.map(({ row }) => row)
    if (found.length < size) return
    const end = found.at(-1)!.row
    after = JSON.stringify(Object.fromEntries(key.map((column) => [column, end[column]])))
  }
}

export const keyOf = (row: Row, key: string[]): string => key.map((column) => row[column]).join(' ')

/** Rows held here under the keys of these. */
export async function heldRows(
  into: Database,
  name: string,
  key: string[],
  rows: Row[],
): Promise<Map<string, Row>> {
  const wanted = rows.map((row) => Object.fromEntries(key.map((column) => [column, row[column]])))
  const found = await into.query<{ row: Row }>(
    `select to_jsonb(t) as row from ${name} t join jsonb_populate_recordset(null::${name}, $1::text::jsonb) w on ${key
      .map((column) => `t.${column} = w.${column}`)
      .join(' and ')}`,
    [JSON.stringify(wanted)],
  )
  return new Map(found.map(({ row }) => [keyOf(row, key), row]))
}

/** Columns that say when, not what; and what is reckoned from the others. */
const unweighed = new Set(
  'recorded_at retracted_at known_from checked_at changed_at lexemes sketch file row_number ledger_id'.split(
    ' ',
  ),
)

/** Names of the columns in which two rows of one id say something else. */
export const differing = (here: Row, there: Row): string[] =>
  Object.keys(there).filter(
    (column) =>
      !unweighed.has(column) && canonical(here[column] ?? null) !== canonical(there[column] ?? null),
  )

export function tellHeld(outcome: MergeOutcome, { name, key }: Table, here: Row, there: Row): void {
  const columns = differing(here, there)
  const rows = outcome.tables[name]!
  if (columns.length === 0) {
    rows.held++
    return
  }
  rows.differ++
  if (outcome.problems.length < mostProblems)
    outcome.problems.push({
      table: name,
      id: keyOf(there, key),
      message: `held here with another ${columns.join(', ')}: this record’s stays`,
    })
}

export const lose = (outcome: MergeOutcome, what: string, rows = 1): void => {
  if (rows > 0) outcome.lost[what] = (outcome.lost[what] ?? 0) + rows
}

/** Adds rows as known from now on: what this record knew before stays what it was. */
export async function addRows({ into, at, outcome }: Merging, name: string, rows: Row[]): Promise<void> {
  if (rows.length === 0) return
  const dated = rows.map((row) => redated(row, at))
  await insertRows(into, name, dated, 'on conflict do nothing')
  outcome.tables[name]!.added += rows.length
  if ('recorded_at' in rows[0]! || 'known_from' in rows[0]!)
    lose(outcome, 'instants at which it was recorded there', rows.length)
}

const redated = (row: Row, at: string): Row => ({
  ...row,
  ...('recorded_at' in row ? { recorded_at: at } : {}),
  ...('known_from' in row ? { known_from: at } : {}),
  ...('retracted_at' in row && row.retracted_at !== 'infinity' ? { retracted_at: at } : {}),
})

/**
 * Finds, for exchanges there that nothing standing here is told of, the one here that their readings were filed on: it was found to be
 * another's here, and not there.
 */
export async function findTwins({ into, from, twins }: Merging, exchanges: (string | null)[]): Promise<void> {
  const asked = [...new Set(exchanges)].filter((id): id is string => id !== null && !twins.has(id))
  if (asked.length === 0) return
  const standing = await into.query<{ id: string }>(
    `select distinct exchange_id as id from exchange_claim where exchange_id = any($1::text[]) and retracted_at = 'infinity'`,
    [asked],
  )
  const here = new Set(standing.map(({ id }) => id))
  const away = asked.filter((id) => !here.has(id))
  const names = await from.query<{ id: string; filed: string }>(
    `select distinct exchange_id as id, filed_under as filed from exchange_claim
     where exchange_id = any($1::text[]) and filed_under is not null and retracted_at = 'infinity'`,
    [away],
  )
  const filed = await exchangesFiledAs(into, [...new Set(names.map((name) => name.filed))])
  for (const id of away) {
    const found = new Set(names.flatMap((name) => (name.id === id ? (filed.get(name.filed) ?? []) : [])))
    if (found.size === 1) twins.set(id, [...found][0]!)
  }
}

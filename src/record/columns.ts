// How column types cross the border, alike on both engines; and how many rows go in with one statement.
import { hash } from 'node:crypto'
import { cleanText } from '../sources/charset.ts'
import type { Database } from './database.ts'

const oid = { int8: 20, numeric: 1700, date: 1082, timestamp: 1114, timestamptz: 1184, daterange: 3912 }

/** "2024-04-10 12:00:00.5+00" → "2024-04-10T12:00:00.500Z"; "infinity" stays as it is. */
// => readInstant('2024-04-10 12:00:00.5+00') === '2024-04-10T12:00:00.500Z'
export function readInstant(text: string): string {
  const m = /^(\d{4,})-(\d\d)-(\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00(?::?00)?$/.exec(text)
  return m ? `${m[1]}-${m[2]}-${m[3]}T${m[4]}.${(m[5] ?? '').padEnd(3, '0')}Z` : text
}

const asIs = (text: string): string => text

/** Readers by type oid: days and ranges stay text, instants become ISO 8601, counts become numbers. */
export const columnReaders: Record<number, (text: string) => unknown> = {
  [oid.int8]: Number,
  [oid.numeric]: Number,
  [oid.date]: asIs,
  [oid.daterange]: asIs,
  [oid.timestamp]: asIs,
  [oid.timestamptz]: readInstant,
}

/** Array type → its elements' type, where the elements are read by us. */
export const arrayElements: Record<number, number> = {
  1016: oid.int8,
  1231: oid.numeric,
  1182: oid.date,
  1115: oid.timestamp,
  1185: oid.timestamptz,
  3913: oid.daterange,
}

/** Parameters as both engines take them: undefined is null, bytes stay bytes. */
export const writeParameters = (parameters: unknown[]): unknown[] =>
  parameters.map((value) => (value === undefined ? null : value))

/**
 * Inserts rows (objects by column name; all with the keys of the first) in one statement a thousand rows.
 * `conflict` is what follows the values, e.g. "on conflict do nothing". Bytes do not travel this way.
 */
export async function insertRows(
  database: Database,
  table: string,
  rows: object[],
  conflict = '',
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(', ')
  for (let first = 0; first < rows.length; first += 1000) {
    const part = insertable(rows.slice(first, first + 1000))
    await database.query(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::text::jsonb) ${conflict}`,
      [part],
    )
  }
}

/** "($1::text, $2::date), ($3::text, $4::date)": rows as parameters of their own, for long texts and bytes. */
export const placeRows = (rows: unknown[][], types: string[]): string =>
  rows
    .map((_, r) => `(${types.map((type, c) => `$${r * types.length + c + 1}::${type}`).join(', ')})`)
    .join(', ')

/** JSON that PostgreSQL's jsonb takes. */
export function insertable(value: unknown): string {
  const json = JSON.stringify(value)
  if (!/\\u(0000|d[89a-f])/i.test(json)) return json
  return JSON.stringify(value, (_, part: unknown) => (typeof part === 'string' ? cleanText(part) : part))
}

/** JSON with keys in order: what comes from the record and what was made here list theirs differently. */
export const canonical = (value: unknown): string =>
  typeof value === 'object' ? JSON.stringify(value, inOrder) : JSON.stringify(value)

const inOrder = (_: string, part: unknown): unknown =>
  part !== null && typeof part === 'object' && !Array.isArray(part)
    ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
    : part

/** An id any node can mint: 128 bits of the SHA-256 of the parts, base64url. */
export const contentId = (...parts: unknown[]): string =>
  hash('sha256', JSON.stringify(parts), 'base64url').slice(0, 22)

/** SHA-256 in hex, of text (UTF-8) or bytes. */
export const sha256 = (data: string | Uint8Array): string => hash('sha256', data, 'hex')

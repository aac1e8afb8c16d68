// What was done to the record, by whom and when. Written with the change itself, in the same transaction.
import { randomUUID } from 'node:crypto'
import { insertRows } from './columns.ts'
import type { Database } from './database.ts'

export interface LedgerEntry {
  id: string
  at: string
  actor: string
  action: string
  subject: string | null
  detail: Record<string, unknown>
}

/** Adds a line to the ledger and returns its id. */
export const noteInLedger = async (database: Database, entry: Omit<LedgerEntry, 'id'>): Promise<string> =>
  (await noteAllInLedger(database, [entry]))[0]!

/** Adds lines in their order and returns their ids. */
export async function noteAllInLedger(
  database: Database,
  entries: Omit<LedgerEntry, 'id'>[],
): Promise<string[]> {
  const rows = entries.map((entry) => ({ id: randomUUID(), ...entry }))
  await insertRows(database, 'ledger', rows)
  return rows.map((row) => row.id)
}

/** The newest lines first. */
export const listLedger = (database: Database, limit = 100): Promise<LedgerEntry[]> =>
  database.query<LedgerEntry>(
    'select id, at, actor, action, subject, detail from ledger order by at desc, id limit $1',
    [limit],
  )

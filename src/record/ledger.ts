// What was done to the record, by whom and when. Written with the change itself, in the same transaction.
import { randomUUID } from 'node:crypto'
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
export async function noteInLedger(database: Database, entry: Omit<LedgerEntry, 'id'>): Promise<string> {
  const id = randomUUID()
  await database.query(
    'insert into ledger (id, at, actor, action, subject, detail) values ($1, $2, $3, $4, $5, $6::jsonb)',
    [id, entry.at, entry.actor, entry.action, entry.subject, JSON.stringify(entry.detail)],
  )
  return id
}

/** The newest lines first. */
export const listLedger = (database: Database, limit = 100): Promise<LedgerEntry[]> =>
  database.query<LedgerEntry>(
    'select id, at, actor, action, subject, detail from ledger order by at desc, id limit $1',
    [limit],
  )

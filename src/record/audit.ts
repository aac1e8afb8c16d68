// The audit log: every login and every write that came over the network. The record itself refuses to change or remove a line.
import { randomUUID } from 'node:crypto'
import { insertRows } from './columns.ts'
import type { Database } from './database.ts'

export interface AuditLine {
  at: string
  actor: string
  /** Where it came from; null: unknown. */
  address: string | null
  /** "login", "logout", or the name of the route. */
  action: string
  /** Path of the request, without its query. */
  subject: string | null
  /** HTTP status it was answered with. */
  status: number
}

export const noteAudit = (database: Database, line: AuditLine): Promise<void> =>
  insertRows(database, 'audit', [{ id: randomUUID(), ...line }])

/** The newest first. `actor` and `before` (an instant) narrow it. */
export const listAudit = (
  database: Database,
  { actor = null, before = null, limit }: { actor?: string | null; before?: string | null; limit: number },
): Promise<AuditLine[]> =>
  database.query<AuditLine>(
    `select at, actor, address, action, subject, status from audit
     where ($1::text is null or actor = $1) and ($2::timestamptz is null or at < $2) order by at desc, id limit $3`,
    [actor, before, limit],
  )

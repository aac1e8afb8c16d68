// Sessions of accounts: opened at login, found by the words in the cookie, ended at logout or when their time is over.
import { randomBytes } from 'node:crypto'
import type { Account } from './accounts.ts'
import { sha256 } from './columns.ts'
import type { Database } from './database.ts'

/** A working day. */
export const sessionHours = 12

/** Opens a session and returns its words (256 random bits), of which only the hash is kept. What is over is swept out. */
export async function openSession(database: Database, account: string, at: string): Promise<string> {
  const words = randomBytes(32).toString('base64url')
  const until = new Date(Date.parse(at) + sessionHours * 3_600_000).toISOString()
  await database.query('delete from session where expires_at <= $1', [at])
  await database.query(
    'insert into session (hash, account, created_at, expires_at) values ($1, $2, $3, $4)',
    [sha256(words), account, at, until],
  )
  return words
}

/** Whose session it is; null: nobody's, or its time is over. */
export async function findSession(
  database: Database,
  words: string,
  at: string,
): Promise<Pick<Account, 'name' | 'role' | 'collections'> | null> {
  const [found] = await database.query<Pick<Account, 'name' | 'role' | 'collections'>>(
    `select a.name, a.role, a.collections from session s join account a on a.name = s.account and a.removed_at = 'infinity'
     where s.hash = $1 and s.expires_at > $2`,
    [sha256(words), at],
  )
  return found ?? null
}

export async function closeSession(database: Database, words: string): Promise<void> {
  await database.query('delete from session where hash = $1', [sha256(words)])
}

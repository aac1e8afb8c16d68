// Accounts of a record that is served to others: added, listed, removed, recognised by their password.
import { ConflictError, InputError, LoginError, NotFoundError } from '../errors.ts'
import type { Database } from './database.ts'
import { hashPassword, isPassword } from './passwords.ts'

/** What one may do, least first: read; file and propose; review and import; accounts, tokens, backups. */
export const roles = ['reader', 'analyst', 'editor', 'admin'] as const
export type Role = (typeof roles)[number]

export interface Account {
  name: string
  role: Role
  createdAt: string
  /** Collections that it is kept to, beside 'public'; null: it sees the whole record. */
  collections: string[] | null
}

const shortest = 10

/** Throws InputError for a password that is too short, ConflictError for a name that is or was somebody's. */
export async function addAccount(
  database: Database,
  { name, role, password }: { name: string; role: Role; password: string },
  at: string,
): Promise<Account> {
  const kept = await keep(password)
  const [added] = await database.query(
    `insert into account (name, role, password, created_at, password_at) values ($1, $2, $3, $4, $4)
     on conflict do nothing returning name`,
    [name, role, kept, at],
  )
  if (!added)
    throw new ConflictError(
      `The name "${name}" is or was somebody's`,
      'Choose another: names in the audit log stay true of one person.',
    )
  return { name, role, createdAt: at, collections: null }
}

function keep(password: string): Promise<string> {
  if (password.length < shortest)
    throw new InputError(`The password has fewer than ${shortest} characters`, 'Choose a longer one.')
  return hashPassword(password)
}

export const listAccounts = (database: Database): Promise<Account[]> =>
  database.query<Account>(
    `select name, role, created_at as "createdAt", collections from account where removed_at = 'infinity' order by name`,
  )

/** Whether anybody could let others in. */
export const hasAdmin = async (database: Database): Promise<boolean> =>
  (await listAccounts(database)).some(({ role }) => role === 'admin')

/** Takes the account and its sessions away. Throws NotFoundError. */
export const removeAccount = (database: Database, name: string, at: string): Promise<void> =>
  changed(database, name, `update account set removed_at = $2`, [name, at])

/** Gives a new password and ends all sessions. Throws NotFoundError, InputError. */
export const setPassword = async (
  database: Database,
  name: string,
  password: string,
  at: string,
): Promise<void> =>
  changed(database, name, `update account set password = $3, password_at = $2`, [
    name,
    at,
    await keep(password),
  ])

function changed(database: Database, name: string, change: string, parameters: string[]): Promise<void> {
  return database.transaction(async (inner) => {
    const [done] = await inner.query(
      `${change} where name = $1 and removed_at = 'infinity' returning name`,
      parameters,
    )
    if (!done) throw new NotFoundError(`There is no account "${name}"`, 'chancery account list names them.')
    await inner.query('delete from session where account = $1', [name])
  })
}

/** The account of this name and password. Throws LoginError, which does not say which of them was wrong. */
export async function requirePassword(database: Database, name: string, password: string): Promise<Account> {
  const [account] = await database.query<Account & { password: string }>(
    `select name, role, created_at as "createdAt", collections, password from account where name = $1 and removed_at = 'infinity'`,
    [name],
  )
  // An account made for somebody whom others vouch for has none, and no password is its own.
  if (!(await isPassword(password, account?.password || null)) || !account)
    throw new LoginError(
      'Name or password is wrong',
      'Try again, or ask an administrator for a new password.',
    )
  const { password: _, ...known } = account
  return known
}

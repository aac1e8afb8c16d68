// Tokens that open the feeds or the API: made, revoked, recognised, until they expire. Only their hashes are kept.
import { randomBytes, randomUUID } from 'node:crypto'
import { AccessError, NotFoundError } from '../errors.ts'
import type { Role } from './accounts.ts'
import { insertRows, sha256 } from './columns.ts'
import type { Database } from './database.ts'

/** 'feeds': the feeds alone; a role: the API as somebody of that role, and the feeds. */
export type Scope = 'feeds' | Role

export interface Token {
  id: string
  /** Whose or what for, in words. */
  name: string
  createdAt: string
  /** Instant it was last used, to the hour; null: never. */
  usedAt: string | null
  scope: Scope
  /** Instant; null: never. */
  expiresAt: string | null
}

const columns = `id, name, created_at as "createdAt", used_at as "usedAt", scope, nullif(expires_at, 'infinity') as "expiresAt"`

/** Makes a token. Its words (256 random bits) are told here and never again. */
export async function makeToken(
  database: Database,
  name: string,
  at: string,
  { scope = 'feeds', expiresAt = null }: { scope?: Scope; expiresAt?: string | null } = {},
): Promise<{ token: Token; words: string }> {
  const words = `chf_${randomBytes(32).toString('base64url')}`
  const id = randomUUID()
  await insertRows(database, 'token', [
    {
      id,
      name,
      hash: sha256(words),
      created_at: at,
      revoked_at: 'infinity',
      scope,
      expires_at: expiresAt ?? 'infinity',
    },
  ])
  return { token: { id, name, createdAt: at, usedAt: null, scope, expiresAt }, words }
}

export const listTokens = (database: Database): Promise<Token[]> =>
  database.query<Token>(
    `select ${columns} from token where revoked_at = 'infinity' order by created_at desc, id`,
  )

/** From now on it opens nothing. Throws NotFoundError. */
export async function revokeToken(database: Database, id: string, at: string): Promise<void> {
  const [gone] = await database.query(
    `update token set revoked_at = $2 where id = $1 and revoked_at = 'infinity' returning id`,
    [id, at],
  )
  if (!gone) throw new NotFoundError(`There is no token "${id}"`, 'List the tokens for their ids.')
}

/** Throws AccessError unless these are the words of a token that stands. */
export async function requireToken(database: Database, words: string, at: string): Promise<void> {
  if (await findToken(database, words, at)) return
  throw new AccessError(
    'The token of this address opens nothing',
    'Make one: chancery token add NAME, or POST /api/tokens.',
  )
}

/** The token of these words that stands; null: none. Looking a hash up tells nothing by its timing. */
export async function findToken(
  database: Database,
  words: string,
  at: string,
): Promise<Pick<Token, 'id' | 'name' | 'scope'> | null> {
  const [found] = await database.query<Pick<Token, 'id' | 'name' | 'scope'> & { due: boolean }>(
    `select id, name, scope, used_at is null or used_at < $2::timestamptz - interval '1 hour' as due
     from token where hash = $1 and revoked_at = 'infinity' and expires_at > $2`,
    [sha256(words), at],
  )
  if (!found) return null
  if (found.due) await database.query('update token set used_at = $2 where id = $1', [found.id, at])
  return { id: found.id, name: found.name, scope: found.scope }
}

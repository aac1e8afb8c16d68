// Who comes in because somebody else vouches for them: an identity of theirs, and the account it is linked to.
import { AccessError, ConflictError, NotFoundError } from '../errors.ts'
import type { Account, Role } from './accounts.ts'
import type { Database } from './database.ts'

/** Letters, digits, and . _ @ - within. */
export const accountName = /^[\p{L}\p{N}][\p{L}\p{N}._@-]{0,99}$/u

export interface Vouched {
  /** 'proxy NAME', or 'oidc ISSUER SUBJECT': never somebody else's later, as a name or address can be. */
  identity: string
  /** What a new account is called. */
  name: string
  /** What a new account may do; null: none is made. */
  role: Role | null
}

type Who = Pick<Account, 'name' | 'role' | 'collections'>

/**
 * The account of an identity, made for it where it has none; `made` says so. Throws AccessError where none may be made, where it was
 * removed, and where the name is another's: whoever is called like somebody does not become them unless an administrator links the two.
 */
export async function signOn(
  database: Database,
  vouched: Vouched,
  at: string,
): Promise<{ account: Who; made: boolean }> {
  const found = (await findLinked(database, vouched.identity)) ?? null
  if (found) return { account: standing(found), made: false }
  const { role } = vouched
  if (role === null) throw unknown(vouched, 'has no account here')
  return database.transaction(async (inner) => {
    const [made] = await inner.query<{ name: string }>(
      `insert into account (name, role, password, created_at, password_at) values ($1, $2, '', $3, $3)
       on conflict do nothing returning name`,
      [vouched.name, role, at],
    )
    if (made) {
      await link(inner, vouched.identity, made.name, at)
      return { account: { name: made.name, role, collections: null }, made: true }
    }
    // Two requests of one person at once: the other has just made it.
    const other = await findLinked(inner, vouched.identity)
    if (other) return { account: standing(other), made: false }
    throw unknown(vouched, `is called "${vouched.name}", which is or was another's name here`)
  })
}

interface Linked extends Who {
  removed: boolean
}

const findLinked = async (database: Database, identity: string): Promise<Linked | undefined> =>
  (
    await database.query<Linked>(
      `select a.name, a.role, a.collections, a.removed_at <> 'infinity' as removed from sign_on s join account a on a.name = s.account
       where s.identity = $1`,
      [identity],
    )
  )[0]

function standing({ removed, ...account }: Linked): Who {
  if (removed) throw new AccessError(`The account "${account.name}" was removed`, 'Ask an administrator.')
  return account
}

const unknown = ({ identity }: Vouched, why: string): AccessError =>
  new AccessError(
    `"${identity}" ${why}`,
    `Ask an administrator for: chancery account link NAME "${identity}"`,
  )

const link = (database: Database, identity: string, account: string, at: string) =>
  database.query(
    'insert into sign_on (identity, account, linked_at) values ($1, $2, $3) on conflict do nothing returning identity',
    [identity, account, at],
  )

/** From now on `identity` comes in as `name`. Throws NotFoundError, ConflictError when it comes in as another. */
export async function linkIdentity(
  database: Database,
  name: string,
  identity: string,
  at: string,
): Promise<void> {
  const [account] = await database.query(
    `select name from account where name = $1 and removed_at = 'infinity'`,
    [name],
  )
  if (!account) throw new NotFoundError(`There is no account "${name}"`, 'chancery account list names them.')
  if ((await link(database, identity, name, at)).length > 0) return
  const linked = await findLinked(database, identity)
  if (linked?.name === name) return
  throw new ConflictError(
    `"${identity}" comes in as "${linked?.name}"`,
    `Unlink it first: chancery account unlink ${linked?.name} "${identity}"`,
  )
}

/** From now on `identity` does not come in as `name`, and whoever is signed in as that is signed out. Throws NotFoundError. */
export function unlinkIdentity(database: Database, name: string, identity: string): Promise<void> {
  return database.transaction(async (inner) => {
    const [gone] = await inner.query(
      'delete from sign_on where identity = $1 and account = $2 returning identity',
      [identity, name],
    )
    if (!gone) throw new NotFoundError(`"${identity}" does not come in as "${name}"`, 'Mind the spelling.')
    await inner.query('delete from session where account = $1', [name])
  })
}

// Collections: documents that only some accounts see, and nothing of what only they told. PostgreSQL's row-level security keeps them.
import { InputError, NotFoundError, RecordError } from '../errors.ts'
import type { Database } from './database.ts'

/** Letters and digits, with - and . and _ within. 'public' is everybody's. */
export const collectionName = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,99}$/u

/** What an account with collections may look at; everything else is not there for it (accounts, ledger, watches, the queue). */
const shown =
  `state organization membership membership_past office person person_name tenure tenure_past document snapshot document_run
  exchange participant pair exchange_claim statement text_claim readout coverage coded_event closed_exchange schema_migration pack record_clock
  shown_participant shown_exchange known_tenure known_membership`.split(/\s+/)

const roles = new WeakMap<Database, Promise<string>>()

/** The role that those ask as: one a database, so that being let into one opens no other. Made, and told what it may see, once a process. */
function askingRole(database: Database): Promise<string> {
  const known = roles.get(database)
  if (known) return known
  const made = makeRole(database)
  roles.set(database, made)
  made.catch(() => roles.delete(database))
  return made
}

const makeRole = (database: Database): Promise<string> =>
  database.transaction(async (inner) => {
    const [{ role, there }] = (await inner.query<{ role: string; there: boolean }>(
      `select name as role, exists (select from pg_roles where rolname = name) as there
       from (select 'chancery_limited_' || oid as name from pg_database where datname = current_database()) named`,
    )) as [{ role: string; there: boolean }]
    try {
      // A role that somebody else made is theirs to grant.
      if (!there) await inner.script(`create role ${role} nologin; grant ${role} to current_user`)
      const [{ schema }] = (await inner.query<{ schema: string }>(
        'select quote_ident(current_schema()) as schema',
      )) as [{ schema: string }]
      await inner.script(
        `grant usage on schema ${schema} to ${role}; grant select on ${shown.join(', ')} to ${role}`,
      )
      return role
    } catch (cause) {
      throw new RecordError(
        `The database's user cannot make the role ${role}, which accounts with collections ask as: ${(cause as Error).message}`,
        'Let its user make roles (alter role … createrole), or make that role and grant it to the user.',
        cause,
      )
    }
  })

/**
 * The record as an account with these collections and 'public' sees it: read-only. Every statement runs in a transaction of its own role,
 * which ends with it; nothing is left behind on a connection.
 */
export function limited(database: Database, collections: readonly string[]): Database {
  const transaction = async <Result>(work: (inner: Database) => Promise<Result>): Promise<Result> => {
    const role = await askingRole(database)
    return database.transaction(async (inner) => {
      await inner.query(
        `select set_config('role', $1, true), set_config('chancery.collections', $2, true), set_config('transaction_read_only', 'on', true)`,
        [role, arrayOf(collections)],
      )
      return work(inner)
    })
  }
  return {
    engine: database.engine,
    query: (sql, parameters) => transaction((inner) => inner.query(sql, parameters)),
    transaction,
    script: (sql) => transaction((inner) => inner.script(sql)),
    close: async () => {},
  }
}

const arrayOf = (names: readonly string[]): string => {
  const wrong = names.find((name) => !collectionName.test(name))
  if (wrong !== undefined)
    throw new InputError(`"${wrong}" is no name of a collection`, 'Letters, digits, and . _ - within.')
  return `{${names.map((name) => `"${name}"`).join(',')}}`
}

/** The record where every document filed goes into `collection`. Throws InputError for a name that is none. */
export function inCollection(database: Database, collection: string): Database {
  arrayOf([collection])
  return {
    ...database,
    transaction: (work) =>
      database.transaction(async (inner) => {
        await inner.query(`select set_config('chancery.collection', $1, true)`, [collection])
        return work(inner)
      }),
  }
}

/** Puts a document, and what it told of, into another collection. Throws NotFoundError, InputError. */
export async function moveDocument(database: Database, id: string, collection: string): Promise<void> {
  arrayOf([collection])
  const [moved] = await database.query('update document set collection = $2 where id = $1 returning id', [
    id,
    collection,
  ])
  if (!moved) throw new NotFoundError(`There is no document "${id}"`, 'Search for it: GET /api/documents.')
}

/** Which collections an account has; null: everything. It then is signed out. Throws NotFoundError, InputError. */
export function setCollections(
  database: Database,
  account: string,
  collections: string[] | null,
): Promise<void> {
  if (collections) arrayOf(collections)
  return database.transaction(async (inner) => {
    const [found] = await inner.query<{ role: string }>(
      `select role from account where name = $1 and removed_at = 'infinity' for update`,
      [account],
    )
    if (!found)
      throw new NotFoundError(`There is no account "${account}"`, 'chancery account list names them.')
    if (collections && found.role !== 'reader')
      throw new InputError(
        `${account} is ${found.role}: only readers are kept to collections`,
        'What others write is of the whole record.',
      )
    await inner.query('update account set collections = $2 where name = $1', [account, collections])
    await inner.query('delete from session where account = $1', [account])
  })
}

/** Collections and how many documents each has. */
export const listCollections = (database: Database): Promise<{ name: string; documents: number }[]> =>
  database.query('select collection as name, count(*)::int as documents from document group by 1 order by 1')

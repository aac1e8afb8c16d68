// The record on a PostgreSQL server, through a pool of connections.
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { RecordError } from '../errors.ts'
import { arrayElements, columnReaders, writeParameters } from './columns.ts'
import type { Database } from './database.ts'

type Runner = Pick<pg.ClientBase, 'query'>

// The driver's own reader of text[] takes the braces and quotes off any array.
const textArray = 1009

function readerOf(oid: number, format?: unknown): (text: string) => unknown {
  const element = columnReaders[arrayElements[oid] ?? 0]
  if (!element) return columnReaders[oid] ?? pg.types.getTypeParser(oid, format as 'text')
  const split = pg.types.getTypeParser(textArray as never, 'text') as unknown as (
    text: string,
  ) => (string | null)[]
  return (text) => split(text).map((part) => (part === null ? null : element(part)))
}

const types = { getTypeParser: readerOf } as pg.CustomTypesConfig

/** Connects to `url` (postgres://…). Throws RecordError when the server cannot be reached. */
export async function serverDatabase(url: string): Promise<Database> {
  // A plan of ours takes longer to make, and far longer to compile, than to run; made once, it serves all parameters alike.
  const options = '-c timezone=UTC -c jit=off -c plan_cache_mode=force_generic_plan'
  const pool = new pg.Pool({ connectionString: url, types, max: 10, options })
  // A connection that dies while idle is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => {})
  try {
    await pool.query('select 1')
  } catch (cause) {
    await pool.end()
    throw unreachable(url, cause)
  }
  return {
    ...runs(pool),
    query: (sql, parameters) => runPrepared(pool, sql, parameters),
    transaction: (work) => inTransaction(pool, work),
    close: () => pool.end(),
  }
}

function unreachable(url: string, cause: unknown): RecordError {
  const { host, pathname } = new URL(url)
  const why =
    cause instanceof Error && cause.message ? cause.message : String((cause as { code?: string }).code)
  return new RecordError(
    `cannot reach the PostgreSQL record at ${host}${pathname}: ${why}`,
    'Start the server, mend the URL in --database or CHANCERY_DATABASE, or leave it out to use the embedded record.',
    cause,
  )
}

async function inTransaction<Result>(
  pool: pg.Pool,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const result = await work(within(client))
    await client.query('commit')
    client.release()
    return result
  } catch (error) {
    // A connection that cannot even roll back is thrown away.
    await client.query('rollback').then(
      () => client.release(),
      (broken) => client.release(broken as Error),
    )
    throw error
  }
}

function within(client: pg.PoolClient): Database {
  const database: Database = {
    ...runs(client),
    copy: (sql, text) => pipeline(Readable.from([text]), client.query(copyFrom(sql))),
    transaction: (work) => work(database),
    close: async () => {},
  }
  return database
}

function runs(runner: Runner): Pick<Database, 'engine' | 'query' | 'script'> {
  return {
    engine: 'server',
    async query<Row>(sql: string, parameters: unknown[] = []) {
      return (await runner.query(sql, writeParameters(parameters))).rows as Row[]
    },
    async script(sql) {
      await runner.query(sql)
    },
  }
}

/** Texts a process prepares at most: each is kept on the server by every connection that ran it. */
const mostPrepared = 300
const prepared = new Map<string, string>()

/** The name under which a text is prepared; null when there are enough of them. */
function preparedName(sql: string): string | null {
  const known = prepared.get(sql)
  if (known || prepared.size >= mostPrepared) return known ?? null
  const name = `chancery_${createHash('sha256').update(sql).digest('hex').slice(0, 24)}`
  prepared.set(sql, name)
  return name
}

/**
 * A statement with parameters, parsed once a connection: to plan a question takes longer than to run it. Outside transactions only:
 * there a plan that a change of the schema made invalid can be thrown away and the statement run anew.
 */
async function runPrepared<Row>(pool: pg.Pool, sql: string, parameters: unknown[] = []): Promise<Row[]> {
  const name = parameters.length > 0 ? preparedName(sql) : null
  const values = writeParameters(parameters)
  if (!name) return (await pool.query(sql, values)).rows as Row[]
  try {
    return (await pool.query({ name, text: sql, values })).rows as Row[]
  } catch (error) {
    if (!isStale(error)) throw error
    return (await pool.query(sql, values)).rows as Row[]
  }
}

/** "cached plan must not change result type"; a statement that a pooler between us and the server forgot, or has already. */
const isStale = (error: unknown): boolean =>
  ['0A000', '26000', '42P05'].includes((error as { code?: string }).code ?? '')

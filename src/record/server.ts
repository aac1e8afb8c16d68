// The record on a PostgreSQL server, through a pool of connections.
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { arrayElements, columnReaders, writeParameters } from './columns.ts'
import type { Database } from './database.ts'
import { unreachable, withFaults } from './faults.ts'

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
    ...runs(pool, url),
    query: <Row>(sql: string, parameters?: unknown[]) =>
      withFaults(() => runPrepared<Row>(pool, sql, parameters), url),
    transaction: (work) => withFaults(() => inTransaction(pool, url, work), url),
    close: () => pool.end(),
  }
}

// The pool hears a connection's end only while it is idle; unheard, it would end the process.
const unheard = (): void => {}

async function inTransaction<Result>(
  pool: pg.Pool,
  url: string,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect()
  client.on('error', unheard)
  const release = (broken?: Error): void => {
    client.off('error', unheard)
    client.release(broken)
  }
  try {
    await client.query('begin')
    const result = await work(within(client, url))
    await client.query('commit')
    release()
    return result
  } catch (error) {
    // A connection that cannot even roll back is thrown away.
    await client.query('rollback').then(
      () => release(),
      (broken) => release(broken as Error),
    )
    throw error
  }
}

function within(client: pg.PoolClient, url: string): Database {
  const database: Database = {
    ...runs(client, url),
    copy: (sql, text) => withFaults(() => pipeline(Readable.from([text]), client.query(copyFrom(sql))), url),
    transaction: (work) => work(database),
    close: async () => {},
  }
  return database
}

function runs(runner: Runner, url: string): Pick<Database, 'engine' | 'query' | 'script'> {
  return {
    engine: 'server',
    query: <Row>(sql: string, parameters: unknown[] = []) =>
      withFaults(async () => (await runner.query(sql, writeParameters(parameters))).rows as Row[], url),
    script: (sql) => withFaults(async () => void (await runner.query(sql)), url),
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

// Backup and restore: the whole record in one file (JSON Lines, gzip), from either engine into either.

import { once } from 'node:events'
import { createReadStream, createWriteStream, renameSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip, createGzip } from 'node:zlib'
import { ConflictError, InputError } from '../errors.ts'
import { insertRows } from './columns.ts'
import type { Database } from './database.ts'
import { syncPath } from './durable.ts'
import { listMigrations, migrate } from './migrations.ts'

/** First line of a bundle. `schema`: number of the last migration its rows fit. */
interface BundleHead {
  format: 'chancery-record'
  version: 1
  schema: number
  takenAt: string
}

/** Rows by table. */
export type BundleCounts = Record<string, number>

const batch = 500

/** Writes the record as of one moment to `path`: complete there, or not there at all. Writers go on meanwhile. */
export async function backupRecord(database: Database, path: string): Promise<BundleCounts> {
  const unfinished = `${path}.unfinished`
  const gzip = createGzip()
  const file = createWriteStream(unfinished)
  gzip.pipe(file)
  const write = async (line: unknown): Promise<void> => {
    if (!gzip.write(`${JSON.stringify(line)}\n`)) await once(gzip, 'drain')
  }
  const counts = await database.transaction((inner) => dump(inner, write))
  gzip.end()
  await once(file, 'close')
  syncPath(unfinished)
  renameSync(unfinished, path)
  return counts
}

async function dump(database: Database, write: (line: unknown) => Promise<void>): Promise<BundleCounts> {
  await database.query('set transaction isolation level repeatable read')
  const [{ schema, at }] = (await database.query<{ schema: number; at: string }>(
    'select max(number) as schema, now() as at from schema_migration',
  )) as [{ schema: number; at: string }]
  await write({ format: 'chancery-record', version: 1, schema, takenAt: at } satisfies BundleHead)
  const counts: BundleCounts = {}
  for (const table of await listTables(database)) {
    counts[table] = 0
    await database.query(`declare bundle cursor for select to_jsonb(t) as row from ${table} t`)
    for (;;) {
      const rows = await database.query<{ row: object }>(`fetch ${batch} from bundle`)
      for (const { row } of rows) await write({ table, row })
      counts[table] += rows.length
      if (rows.length < batch) break
    }
    await database.query('close bundle')
  }
  await write({ end: counts })
  return counts
}

/** Every table once: the rows of partitions come with their whole. */
async function listTables(database: Database): Promise<string[]> {
  const rows = await database.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p')
       and not relispartition and relname <> 'schema_migration' order by relname`,
  )
  return rows.map((row) => row.name)
}

/**
 * Fills an empty record from a bundle of this or an earlier version, in one transaction; later migrations then run over it.
 * Throws ConflictError when the record holds anything, InputError when the bundle is cut short or newer than the program.
 */
export async function restoreRecord(database: Database, path: string): Promise<BundleCounts> {
  const counts = await database.transaction(async (inner) => {
    if (await holdsAnything(inner)) {
      throw new ConflictError(
        'the record to restore into is not empty',
        'Restore into a new folder or database: --database NEW.',
      )
    }
    return load(inner, path)
  })
  return counts
}

export async function holdsAnything(database: Database): Promise<boolean> {
  const [row] = await database.query<{ n: number }>(
    // Loading the packs is all that was ever done to a new record; what it derives from them is no reason to refuse.
    `select (select count(*) from document) + (select count(*) from ledger where action <> 'seed') as n`,
  )
  return row!.n > 0
}

async function load(database: Database, path: string): Promise<BundleCounts> {
  const counts: BundleCounts = {}
  let head: BundleHead | null = null
  let end: BundleCounts | null = null
  let waiting: { table: string; rows: object[] } = { table: '', rows: [] }
  const flush = async (): Promise<void> => {
    await insertRows(database, waiting.table, waiting.rows)
    counts[waiting.table] = (counts[waiting.table] ?? 0) + waiting.rows.length
    waiting = { table: '', rows: [] }
  }
  for await (const line of readLines(path)) {
    if (!head) head = await begin(database, line as BundleHead)
    else if ('end' in line) end = line.end as BundleCounts
    else {
      const { table, row } = line as { table: string; row: object }
      if (waiting.rows.length && (waiting.table !== table || waiting.rows.length >= batch)) await flush()
      waiting.table = table
      waiting.rows.push(row)
    }
  }
  if (waiting.rows.length) await flush()
  checkWhole(counts, end)
  await migrate(database)
  return counts
}

/** Makes the schema that the bundle's rows fit. */
async function begin(database: Database, head: BundleHead): Promise<BundleHead> {
  const migrations = listMigrations()
  if (head.format !== 'chancery-record')
    throw new InputError('the file is no backup of a record', 'Give a file that `chancery backup` wrote.')
  if (head.version !== 1 || head.schema > migrations.at(-1)!.number) {
    throw new InputError(
      'the backup was made by a newer chancery',
      'Restore it with that version or a later one.',
    )
  }
  const known = new Set(await listTables(database))
  await database.script(
    [...known, 'schema_migration'].map((table) => `drop table ${table} cascade;`).join('\n'),
  )
  await migrate(
    database,
    migrations.filter((migration) => migration.number <= head.schema),
    { views: false },
  )
  return head
}

function checkWhole(counts: BundleCounts, end: BundleCounts | null): void {
  if (!end)
    throw new InputError(
      'the backup is cut short: its last line is missing',
      'Use another backup; nothing was restored.',
    )
  const wrong = Object.keys(end).filter((table) => (counts[table] ?? 0) !== end[table])
  if (wrong.length)
    throw new InputError(
      `the backup lacks rows of ${wrong.join(', ')}`,
      'Use another backup; nothing was restored.',
    )
}

async function* readLines(path: string): AsyncGenerator<object> {
  const file = createReadStream(path)
  const gunzip = createGunzip()
  file.on('error', (error) => gunzip.destroy(error))
  try {
    for await (const line of createInterface({
      input: file.pipe(gunzip),
      crlfDelay: Number.POSITIVE_INFINITY,
    })) {
      if (line) yield JSON.parse(line) as object
    }
  } catch (cause) {
    if (cause instanceof InputError) throw cause
    throw new InputError(
      `cannot read the backup ${path}: ${(cause as Error).message}`,
      'Give a whole file that `chancery backup` wrote.',
      cause,
    )
  }
}

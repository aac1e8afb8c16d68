// Brings a record's schema up to this program's: numbered SQL files, each run once, then the views.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { RecordError } from '../errors.ts'
import { sha256 } from './columns.ts'
import type { Database } from './database.ts'
import { faultOf } from './faults.ts'

/** One step of the schema; `number` from the file's name ("002-keeping.sql" → 2). */
export interface Migration {
  number: number
  name: string
  sql: string
  checksum: string
}

// Reached from src/record and from dist/record alike.
const folder = fileURLToPath(new URL('../../src/record/', import.meta.url))

const viewsSql = (): string => readFileSync(`${folder}views.sql`, 'utf8')

/** This program's migrations, in order. */
export function listMigrations(): Migration[] {
  return readdirSync(`${folder}migrations`)
    .filter((file) => /^\d{3}-.*\.sql$/.test(file))
    .sort()
    .map((name) => {
      const sql = readFileSync(`${folder}migrations/${name}`, 'utf8')
      return { number: Number.parseInt(name, 10), name, sql, checksum: sha256(sql) }
    })
}

/** SHA-256 over schema and views: says whether a prepared record fits this program. */
export const schemaHash = (): string =>
  sha256(
    listMigrations()
      .map((m) => m.checksum)
      .join() + readFileSync(`${folder}views.sql`, 'utf8'),
  )

type Done = Pick<Migration, 'number' | 'name' | 'checksum'>

/**
 * Runs what is missing, all in one transaction: a migration that fails half-way leaves the record as it was.
 * Throws RecordError when the record is newer than the program, or was made by other migrations.
 */
export async function migrate(
  database: Database,
  migrations: Migration[] = listMigrations(),
  /** views: false where the schema is an earlier one, which the views of today may not fit. */
  options: { views: boolean } = { views: true },
): Promise<void> {
  if (await isCurrent(database, migrations)) return
  await database.transaction(async (inner) => {
    await inner.script(`
      create table if not exists schema_migration (
        number int primary key, name text not null, checksum text not null, applied_at timestamptz not null
      )`)
    // Two programs that start at once on one server take turns.
    await inner.query('lock table schema_migration in exclusive mode')
    const done = await listDone(inner)
    checkFits(done, migrations)
    const missing = migrations.filter((m) => !done.some((d) => d.number === m.number))
    for (const migration of missing) await apply(inner, migration)
    if (options.views) await applyViews(inner)
  })
}

const listDone = (database: Database): Promise<Done[]> =>
  database.query<Done>('select number, name, checksum from schema_migration order by number')

/** Whether the record has this program's schema, no more and no less. Throws RecordError when another program's. */
export const isSchemaCurrent = (database: Database): Promise<boolean> => isCurrent(database, listMigrations())

/** Whether nothing is to be done; the usual case, and one that writes nothing. */
async function isCurrent(database: Database, migrations: Migration[]): Promise<boolean> {
  const [made] = await database.query<{ migrated: boolean; views: string | null }>(
    `select to_regclass('schema_migration') is not null as migrated,
            obj_description(to_regclass('shown_exchange')) as views`,
  )
  if (!made?.migrated) return false
  const done = await listDone(database)
  checkFits(done, migrations)
  return done.length === migrations.length && made.views === sha256(viewsSql())
}

function checkFits(
  done: { number: number; name: string; checksum: string }[],
  migrations: Migration[],
): void {
  for (const { number, name, checksum } of done) {
    const ours = migrations.find((m) => m.number === number)
    if (!ours) {
      throw new RecordError(
        `the record's schema is newer than this program: it has migration ${name}`,
        'Use a newer chancery for this record, or open another with --database.',
      )
    }
    if (ours.checksum !== checksum) {
      throw new RecordError(
        `migration ${name} of the record differs from this program's ${ours.name}`,
        'The record was made by a development version. Back it up with the program that made it, then restore it with this one.',
      )
    }
  }
}

async function apply(database: Database, migration: Migration): Promise<void> {
  await database.script(migration.sql).catch((cause: unknown) => {
    throw cannotMigrate(migration, cause)
  })
  await database.query('insert into schema_migration values ($1, $2, $3, clock_timestamp())', [
    migration.number,
    migration.name,
    migration.checksum,
  ])
}

/** The engine's own advice where it has one (disk full, server gone); the record is as it was either way. */
function cannotMigrate({ name }: Migration, cause: unknown): RecordError {
  const told = faultOf(cause)
  const why = told instanceof Error ? told.message : String(told)
  const next =
    told instanceof RecordError
      ? told.next
      : 'Go on with the chancery that was used before, and report this; to try again, start this one again.'
  return new RecordError(`migration ${name} failed: ${why}`, `The record is as it was. ${next}`, cause)
}

/** Views carry no data: they are made anew when their text has changed. Its hash is kept as the comment of one of them. */
async function applyViews(database: Database): Promise<void> {
  const sql = viewsSql()
  const names = [...sql.matchAll(/create (?:or replace )?view (\w+)/g)].map((m) => m[1]).reverse()
  await database.script(`${names.map((name) => `drop view if exists ${name} cascade;`).join('\n')}
${sql}
comment on view shown_exchange is '${sha256(sql)}';`)
}

/** Number of the last migration that ran on this record. */
export async function schemaOf(database: Database): Promise<number> {
  const [{ schema }] = (await database.query<{ schema: number }>(
    'select max(number) as schema from schema_migration',
  )) as [{ schema: number }]
  return schema
}

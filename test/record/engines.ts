// The engines the contract is kept over: embedded always, a PostgreSQL server where CHANCERY_TEST_POSTGRES names one.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe } from 'vitest'
import type { Database } from '../../src/record/database.ts'
import { openRecord } from '../../src/record/open.ts'

const server = process.env.CHANCERY_TEST_POSTGRES

/** Runs `tests` over each engine. `record()` is that engine's record, migrated and shared by the file: empty it with `emptyRecord`. */
export function overEngines(tests: (record: () => Database) => void): void {
  describe('embedded', () =>
    within(async () => ({ database: await openRecord(':memory:'), drop: async () => {} }), tests))
  describe.skipIf(!server)('server', () => within(() => freshDatabase(server!), tests))
}

function within(
  open: () => Promise<{ database: Database; drop: () => Promise<void> }>,
  tests: (record: () => Database) => void,
): void {
  let opened: Awaited<ReturnType<typeof open>> | undefined
  beforeAll(async () => {
    opened = await open()
  })
  afterAll(async () => {
    await opened?.database.close()
    await opened?.drop()
  })
  tests(() => opened!.database)
}

/** A database of its own on the server, and the function that drops it. */
export async function freshDatabase(
  url: string,
): Promise<{ database: Database; url: string; drop: () => Promise<void> }> {
  const name = `chancery_test_${randomUUID().replaceAll('-', '')}`
  const { default: pg } = await import('pg')
  const admin = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query(sql)
    await client.end()
  }
  await admin(`create database ${name}`)
  const own = new URL(url)
  own.pathname = `/${name}`
  return {
    database: await openRecord(own.href),
    url: own.href,
    drop: () => admin(`drop database ${name} with (force)`),
  }
}

/** Empties every table but the list of migrations, and the audit log, which lets nobody. */
export async function emptyRecord(database: Database): Promise<void> {
  const tables = await database.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = current_schema() and tablename not in ('schema_migration', 'audit')`,
  )
  await database.script(`truncate ${tables.map((t) => t.name).join(', ')}`)
}

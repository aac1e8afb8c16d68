// Backup and restore between both engines, forward from an earlier schema; a damaged bundle restores nothing.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { backupRecord, restoreRecord } from '../../src/record/bundle.ts'
import type { Database } from '../../src/record/database.ts'
import { fileReading } from '../../src/record/filing.ts'
import { mergeExchanges } from '../../src/record/judgements.ts'
import { listMigrations, migrate } from '../../src/record/migrations.ts'
import { openRecord } from '../../src/record/open.ts'
import { seedRecord } from '../../src/record/seed.ts'
import { emptyRecord, freshDatabase, overEngines } from './engines.ts'
import { exampleDocument, exchangeOf, inventedKnowledge, readingOf, statementOf } from './world.ts'

const root = mkdtempSync(join(tmpdir(), 'chancery-bundle-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
const path = join(root, 'record.jsonl.gz')

const text = 'Ilma Dorst said in Vardia on 20 March: "Trade comes first." 德奥瓦尔加 agreed.'
async function fill(database: Database): Promise<void> {
  await emptyRecord(database)
  await seedRecord(database, inventedKnowledge())
  const filed = await fileReading(database, {
    document: exampleDocument(text),
    snapshot: {
      bytes: new Uint8Array([0, 1, 255, 10]),
      mediaType: 'text/plain',
      retrievedAt: null,
      url: null,
    },
    reading: readingOf([exchangeOf(text, 'Ilma Dorst', { date: '2024-03-20' })], {
      statements: [statementOf(text, 'Trade comes first.')],
    }),
    reader: 'r',
  })
  await mergeExchanges(database, filed.exchanges[0]!.exchange, 'ev-1', { actor: 'anna', reason: 'one visit' })
}

/** Every row of every table. */
async function contents(database: Database): Promise<Record<string, string[]>> {
  const tables = await database.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = current_schema() and tablename <> 'schema_migration' order by 1`,
  )
  const rows: Record<string, string[]> = {}
  for (const { name } of tables) {
    const found = await database.query<{ row: object }>(`select to_jsonb(t) as row from ${name} t`)
    rows[name] = found.map((r) => JSON.stringify(r.row)).sort()
  }
  return rows
}

overEngines((record) => {
  test('a backup restored is the same record, row by row', async () => {
    await fill(record())
    const before = await contents(record())
    const counts = await backupRecord(record(), path)
    expect(counts.exchange_claim).toBe(before.exchange_claim!.length)
    await emptyRecord(record())
    expect(await restoreRecord(record(), path)).toEqual(
      Object.fromEntries(Object.entries(counts).filter(([, n]) => n > 0)),
    )
    expect(await contents(record())).toEqual(before)
  })
  test('the record goes on after a restore: undo, filing, asking', async () => {
    const [line] = await record().query<{ id: string }>(
      `select ledger_id as id from judgement where actor = 'anna'`,
    )
    expect(line!.id).toBeTruthy()
    await fileReading(record(), {
      document: exampleDocument('Another text.'),
      reading: readingOf([]),
      reader: 'r',
    })
    expect(await record().query('select count(*) as n from document')).toEqual([{ n: 2 }])
  })
  test('only into an empty record', async () => {
    await expect(restoreRecord(record(), path)).rejects.toThrow(/not empty/)
  })
  test.each<[string, (lines: string[]) => string[], RegExp]>([
    ['cut short', (lines) => lines.slice(0, -3), /cut short/],
    ['a row lost', (lines) => lines.filter((_, i) => i !== 5), /lacks rows/],
    ['something else', () => ['{"format":"other"}'], /no backup/],
    [
      'from the future',
      (lines) => [lines[0]!.replace(/"schema":\d+/, '"schema":999'), ...lines.slice(1)],
      /newer/,
    ],
    ['not JSON', (lines) => [lines[0]!, '{"table":'], /cannot read/],
  ])('%s: refused, and nothing is restored', async (_, damage, message) => {
    await emptyRecord(record())
    const lines = gunzipSync(readFileSync(path)).toString().trim().split('\n')
    const damaged = join(root, 'damaged.gz')
    writeFileSync(damaged, gzipSync(`${damage(lines).join('\n')}\n`))
    await expect(restoreRecord(record(), damaged)).rejects.toThrow(message)
    expect(await record().query('select count(*) as n from exchange')).toEqual([{ n: 0 }])
  })
  test('a record of the first schema comes forward with its rows', async () => {
    await emptyRecord(record())
    const old = join(root, 'first.gz')
    writeFileSync(
      old,
      gzipSync(readFileSync(join(import.meta.dirname, '../fixtures/records/schema-1.jsonl'))),
    )
    await restoreRecord(record(), old)
    expect(
      await record().query(
        `select e.id, p.person_id, e.level from shown_exchange e join participant p on p.exchange_id = e.id where p.role = 'visitor'`,
      ),
    ).toEqual([{ id: 'ev-old', person_id: 'ilma-dorst', level: 1 }])
    await seedRecord(record(), inventedKnowledge())
    expect(
      await record().query(`select id from shown_exchange where known_to = 'infinity' order by id`),
    ).toEqual([{ id: 'ev-1' }, { id: 'ev-old' }])
  })
})

describe.skipIf(!process.env.CHANCERY_TEST_POSTGRES)('between engines', () => {
  let embedded: Database
  let server: Awaited<ReturnType<typeof freshDatabase>>
  beforeAll(async () => {
    embedded = await openRecord(':memory:')
    server = await freshDatabase(process.env.CHANCERY_TEST_POSTGRES!)
  })
  afterAll(async () => {
    await embedded.close()
    await server.database.close()
    await server.drop()
  })
  test('embedded to server and back: the same rows', async () => {
    await fill(embedded)
    const before = await contents(embedded)
    await backupRecord(embedded, path)
    await restoreRecord(server.database, path)
    expect(await contents(server.database)).toEqual(before)
    await backupRecord(server.database, path)
    await emptyRecord(embedded)
    await restoreRecord(embedded, path)
    expect(await contents(embedded)).toEqual(before)
  })
})

overEngines((record) => {
  test('a migration that fails half-way leaves the record as it was', async () => {
    const broken = {
      number: 900,
      name: '900-broken.sql',
      sql: 'create table half (n int); select 1/0',
      checksum: 'x',
    }
    await expect(migrate(record(), [...listMigrations(), broken])).rejects.toThrow(/division/)
    expect(await record().query(`select to_regclass('half') as half`)).toEqual([{ half: null }])
  })
  test('a record newer than the program is refused', async () => {
    await expect(migrate(record(), listMigrations().slice(0, -1))).rejects.toThrow(/newer than this program/)
  })
})

// A backup merged into a record that holds something: nothing twice, nothing overwritten, decisions travel, losses are named.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { backupRecord, restoreRecord } from '../../src/record/bundle.ts'
import type { Database } from '../../src/record/database.ts'
import { fileReading } from '../../src/record/filing.ts'
import { mergeExchanges } from '../../src/record/judgements.ts'
import { mergeBackup, mergeRecord } from '../../src/record/merging.ts'
import { openRecord } from '../../src/record/open.ts'
import { correctExchange } from '../../src/record/review.ts'
import { seedRecord } from '../../src/record/seed.ts'
import { emptyRecord, overEngines } from './engines.ts'
import { exampleDocument, exchangeOf, inventedKnowledge, readingOf, statementOf } from './world.ts'

const folder = mkdtempSync(join(tmpdir(), 'chancery-merging-'))
const path = join(folder, 'other.gz')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const march = 'Ilma Dorst said in Vardia on 20 March: "Trade comes first."'
const may = 'Ilma Dorst was in Vardia again on 9 May.'
const june = 'Ilma Dorst went to Vardia on 2 June.'

const fileText = (database: Database, text: string, date: string, reader = 'r') =>
  fileReading(database, {
    document: exampleDocument(text),
    reading: readingOf([exchangeOf(text, 'Ilma Dorst', { date })], {
      statements: text === march ? [statementOf(text, 'Trade comes first.')] : [],
    }),
    reader,
  })

async function start(database: Database): Promise<void> {
  await emptyRecord(database)
  await seedRecord(database, inventedKnowledge())
}

/** What the record says now: standing claims and shown exchanges, whenever they were recorded. */
async function said(database: Database): Promise<unknown> {
  const claims = await database.query(
    `select exchange_id, property, value, document_id, actor, reader from exchange_claim where retracted_at = 'infinity'
     order by exchange_id, property, value::text, document_id`,
  )
  const shown = await database.query(
    `select id, kind, status, occurred_on, place, host_state, review from exchange where known_to = 'infinity' order by id`,
  )
  return { claims, shown }
}
const options = { actor: 'anna', file: 'other.gz', dryRun: false }

overEngines((record) => {
  let other: Database
  beforeAll(async () => {
    other = await openRecord(':memory:')
  })
  beforeEach(async () => {
    await start(other)
    await start(record())
  })
  afterAll(() => other.close())

  test('into an empty record: the same dump', async () => {
    await fileText(other, march, '2024-03-20')
    const counts = await backupRecord(other, path)
    const done = await mergeBackup(record(), path, options)
    expect(done.restored).toBe(true)
    const again = await backupRecord(record(), join(folder, 'again.gz'))
    expect(again).toEqual(counts)
    expect(await said(record())).toEqual(await said(other))
  })
  test('documents of both, each once; what this record knew before stays what it was', async () => {
    await fileText(record(), march, '2024-03-20')
    const [{ before }] = (await record().query<{ before: string }>('select now() as before')) as [
      { before: string },
    ]
    await fileText(other, march, '2024-03-20')
    await fileText(other, may, '2024-05-09')
    await backupRecord(other, path)
    const done = await mergeBackup(record(), path, options)
    expect(done.problems).toEqual([])
    expect(done.tables.document).toEqual({ rows: 2, added: 1, held: 1, differ: 0 })
    expect(done.tables.statement).toMatchObject({ rows: 1, added: 0 })
    expect(done.exchanges).toBe(1)
    expect(done.lost).toMatchObject({ 'instants at which it was recorded there': expect.any(Number) })
    expect(await said(record())).toEqual(await said(other))
    const known = await record().query(`select id from exchange where known_from <= $1 and known_to > $1`, [
      before,
    ])
    expect(known).toHaveLength(2)
  })
  test('more rows than are read at a time, by keys of one column and of three', async () => {
    await fileText(record(), march, '2024-03-20')
    await other.script(`insert into person (id, name, aliases, confirmed, sources, minted_by)
        select 'p-' || n, 'Person ' || n, '{}', false, '{}', 'filing' from generate_series(1, 1100) n;
      insert into coded_event (source, id, occurred_on, code, kind, file, row_number)
        select 'gdelt', n, date '2020-01-01' + n / 3, '042', '04', 'f', n from generate_series(1, 1100) n`)
    const done = await mergeRecord(record(), other, options)
    expect(done.tables.person).toMatchObject({ added: 1100, differ: 0 })
    expect(done.tables.coded_event).toMatchObject({ rows: 1100, added: 1100 })
    const [held] = await record().query(`select count(*) as n from coded_event`)
    expect(held).toEqual({ n: 1100 })
  })
  test('twice is once', async () => {
    await fileText(other, march, '2024-03-20')
    await fileText(record(), may, '2024-05-09')
    await mergeRecord(record(), other, options)
    const once = await said(record())
    const done = await mergeRecord(record(), other, options)
    expect(Object.values(done.tables).reduce((sum, { added }) => sum + added, 0)).toBe(0)
    expect(done.exchanges).toBe(0)
    expect(await said(record())).toEqual(once)
  })
  test('a dry run tells the same and changes nothing', async () => {
    await fileText(record(), march, '2024-03-20')
    await fileText(other, may, '2024-05-09')
    const before = await said(record())
    const dry = await mergeRecord(record(), other, { ...options, dryRun: true })
    expect(await said(record())).toEqual(before)
    expect(await record().query(`select 1 from ledger where action = 'merge'`)).toEqual([])
    expect(await mergeRecord(record(), other, options)).toEqual(dry)
  })
  test('merged into each other, two records say the same', async () => {
    for (const database of [record(), other]) await fileText(database, march, '2024-03-20')
    await fileText(other, may, '2024-05-09')
    await fileText(record(), june, '2024-06-02')
    await mergeRecord(record(), other, options)
    await mergeRecord(other, record(), options)
    expect(await said(other)).toEqual(await said(record()))
  })
  test('a decision of a person travels: two exchanges made one', async () => {
    await fileText(record(), march, '2024-03-20')
    await mergeRecord(other, record(), options)
    const [x] = await other.query<{ id: string }>(
      `select id from exchange where id like 'x-%' and known_to = 'infinity'`,
    )
    await mergeExchanges(other, x!.id, 'ev-1', { actor: 'anna', reason: 'one visit' })
    const done = await mergeRecord(record(), other, options)
    expect(done.retracted).toBeGreaterThan(0)
    expect(await said(record())).toEqual(await said(other))
  })
  test('a document read here and there by other readers: this record’s reading stands, and is told', async () => {
    await fileText(record(), march, '2024-03-20', 'r')
    await fileText(other, march, '2024-03-21', 's')
    const before = await said(record())
    const done = await mergeRecord(record(), other, options)
    expect(await said(record())).toEqual(before)
    expect(done.lost['readings of documents that this record has read itself']).toBeGreaterThan(0)
    expect(done.problems).toEqual([
      expect.objectContaining({ table: 'document', message: expect.stringMatching(/reader/) }),
    ])
  })
  test('an exchange that was found to be another’s here takes what comes for it', async () => {
    const filed = await fileText(record(), march, '2024-03-20')
    await fileText(other, march, '2024-03-20')
    const { exchange } = filed.exchanges[0]!
    await mergeExchanges(record(), exchange, 'ev-1', { actor: 'anna', reason: 'one visit' })
    const place = { exchange, property: 'place', value: 'Old Town', reason: 'as read', source: null } as const
    await correctExchange(other, place, 'ida')
    await mergeRecord(record(), other, options)
    const shown = await record().query(
      `select id, place from exchange where id = any($1::text[]) and known_to = 'infinity'`,
      [[exchange, 'ev-1']],
    )
    expect(shown).toEqual([{ id: 'ev-1', place: 'Old Town' }])
  })
  test('a damaged backup merges nothing', async () => {
    await fileText(record(), march, '2024-03-20')
    await expect(restoreRecord(record(), path)).rejects.toThrow(/not empty/)
    await expect(mergeBackup(record(), join(folder, 'none.gz'), options)).rejects.toThrow(/cannot read/)
  })
})

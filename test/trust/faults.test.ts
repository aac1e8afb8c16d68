// What goes wrong of itself: a migration that fails half-way, a clock that is put back.
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { ask, contextFor } from '../../src/questions/index.ts'
import type { Database } from '../../src/record/database.ts'
import { fileReading } from '../../src/record/filing.ts'
import { listMigrations, type Migration, migrate, schemaOf } from '../../src/record/migrations.ts'
import { seedRecord } from '../../src/record/seed.ts'
import { emptyRecord, overEngines } from '../record/engines.ts'
import { exampleDocument, exchangeOf, inventedKnowledge, readingOf } from '../record/world.ts'
import { inventWorld } from '../world/world.ts'
import { databases, folders } from './grounds.ts'
import type { Ground } from './killing.ts'

const server = process.env.CHANCERY_TEST_POSTGRES

function failingMigration(ground: () => Ground): void {
  test('a migration fails half-way: nothing of it stays, what to do is told, and trying again works', async () => {
    const location = await ground().fresh()
    const database = await ground().connect(location)
    const all = listMigrations()
    const old = all.slice(0, -2)
    await migrate(database, old, { views: false })
    await database.script(`insert into exchange (id, known_from, kind, status, occurred_on, earliest, latest, states, confirmed)
      values ('x', '2024-01-01', 'call', 'occurred', '2024-01-01', '2024-01-01', '2024-01-01', '{ARN,VAR}', true)`)
    const last = all.at(-1)!
    const halfWay = 'create table half (a int); insert into half values (1); select 1 / 0;'
    const broken: Migration[] = [...all.slice(0, -1), { ...last, sql: halfWay }]
    await expect(migrate(database, broken)).rejects.toMatchObject({
      name: 'RecordError',
      message: expect.stringContaining(last.name),
      next: expect.stringMatching(/is as it was/),
    })
    expect(await schemaOf(database)).toBe(old.at(-1)!.number)
    const [left] = await database.query(
      `select to_regclass('half') as half, count(*)::int as rows from exchange`,
    )
    expect(left).toEqual({ half: null, rows: 1 })
    await migrate(database)
    expect(await schemaOf(database)).toBe(last.number)
    expect(await database.query('select id from shown_exchange')).toEqual([{ id: 'x' }])
    await database.close()
    await ground().remove(location)
  })
}
describe('embedded', () => {
  const ground = folders()
  afterAll(() => ground.clear())
  failingMigration(() => ground)
})
describe.skipIf(!server)('server', () => failingMigration(() => databases(server!)))

overEngines((record) => {
  const knowledge = { ...inventedKnowledge(), rules: inventWorld().rules }
  beforeEach(async () => {
    await emptyRecord(record())
    await seedRecord(record(), knowledge)
  })
  const file = (n: number) => {
    const document = exampleDocument(`Report ${n}: Ilma Dorst visited Vardia.`)
    const date = `2024-0${n}-01`
    return fileReading(record(), {
      document,
      reading: readingOf([exchangeOf(document.text, 'Ilma Dorst', { date })]),
      reader: 'r',
    })
  }
  const timeline = async (options: { asKnownOn?: string } = {}) => {
    const { result } = await ask(contextFor(record(), knowledge, options), 'timeline', { states: 'ARN,VAR' })
    return JSON.stringify(result)
  }
  /** The record was written a day ahead of now: what a clock put back by a day leaves. */
  const putClockBack = (database: Database) =>
    database.query(
      `update record_clock set last_at = date_trunc('milliseconds', clock_timestamp()) + interval '1 day'`,
    )

  test('the clock is put back: what is filed then is seen at once, and what was known before stays as it was known', async () => {
    await file(1)
    const first = await timeline()
    await putClockBack(record())
    const known = new Date().toISOString()
    await file(2)
    const both = await timeline()
    expect(both).not.toBe(first)
    await file(3)
    expect(await timeline()).not.toBe(both)
    expect(await timeline({ asKnownOn: known })).toBe(first)
  })
  test('versions of one exchange follow one another, whatever the clock does', async () => {
    await file(1)
    for (let n = 0; n < 3; n++) {
      await putClockBack(record())
      await record().query(`update record_clock set last_at = last_at - $1::int * interval '1 hour'`, [n])
      await file(1 + n)
    }
    const odd = await record().query('select id from exchange where known_to <= known_from')
    const twice = await record().query(
      `select a.id from exchange a join exchange b on a.id = b.id and a.known_from < b.known_from and a.known_to > b.known_from`,
    )
    expect([odd, twice]).toEqual([[], []])
  })
})

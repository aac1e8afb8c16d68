// Machine-coded events in the record: partitions by year, filed once, counted by their own rule, kept through a backup.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { backupRecord, restoreRecord } from '../../src/record/bundle.ts'
import { type CodedEvent, codedHoldings, codedPace, fileCodedEvents } from '../../src/record/codedevents.ts'
import type { Database } from '../../src/record/database.ts'
import { openRecord } from '../../src/record/open.ts'

let database: Database
beforeAll(async () => {
  database = await openRecord(':memory:')
}, 60_000)
afterAll(() => database.close())

const event = (id: string, occurredOn: string, more: Partial<CodedEvent> = {}): CodedEvent => ({
  id,
  occurredOn,
  sourceState: 'FRA',
  targetState: 'JPN',
  code: '042',
  kind: '04',
  intensity: 1.9,
  mentions: 3,
  url: null,
  row: 1,
  ...more,
})
const from = { source: 'gdelt', file: 'x.csv', actor: 'test' }

describe('machine-coded events', () => {
  test('are filed once, in a partition a year', async () => {
    const events = [event('1', '2030-12-31'), event('2', '2031-01-01'), event('2', '2031-01-01')]
    events.push(event('9', '2031-01-02', { url: 'https://x.example/a\tb\\c\nd', intensity: null }))
    expect(await fileCodedEvents(database, events, from)).toBe(3)
    const [odd] = await database.query(`select url, intensity from coded_event where id = '9'`)
    expect(odd).toEqual({ url: 'https://x.example/a\tb\\c\nd', intensity: null })
    expect(await fileCodedEvents(database, events, from)).toBe(0)
    const rows = await database.query<{ table: string; n: number }>(
      'select tableoid::regclass::text as table, count(*)::int as n from coded_event group by 1 order by 1',
    )
    expect(rows).toEqual([
      { table: 'coded_event_2030', n: 1 },
      { table: 'coded_event_2031', n: 2 },
    ])
  })
  test('are counted one a day and pair, both ways, contact only', async () => {
    const more = [
      event('3', '2031-01-01', { sourceState: 'JPN', targetState: 'FRA' }),
      event('4', '2031-02-01'),
      event('5', '2031-02-02', { kind: '19' }),
      event('6', '2031-02-03', { targetState: 'CHN' }),
      event('7', '2031-05-03', { kind: 'CONSULT' }),
    ]
    await fileCodedEvents(database, more, from)
    expect(await codedPace(database, { a: 'FRA', b: 'JPN', since: '2031-01-01', by: 'quarter' })).toEqual([
      { from: '2031-01-01', source: 'gdelt', count: 3, events: 4 },
      { from: '2031-04-01', source: 'gdelt', count: 1, events: 1 },
    ])
    await expect(codedPace(database, { a: 'FRA', b: 'FRA', by: 'year' })).rejects.toThrow(/same/)
  })
  test('are never exchanges', async () => {
    expect(await database.query('select 1 from exchange')).toEqual([])
  })
  test('come through a backup once, and go on in partitions after it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'chancery-coded-'))
    const other = await openRecord(':memory:')
    try {
      await backupRecord(database, join(folder, 'b.gz'))
      await restoreRecord(other, join(folder, 'b.gz'))
      expect(await codedHoldings(other)).toEqual(await codedHoldings(database))
      expect(await fileCodedEvents(other, [event('1', '2030-12-31'), event('8', '2031-06-01')], from)).toBe(1)
      const [rest] = await other.query<{ n: number }>('select count(*)::int as n from coded_event_other')
      expect(rest).toEqual({ n: 0 })
      expect((await codedHoldings(other))[0]!.events).toBe(9)
    } finally {
      await other.close()
      await rm(folder, { recursive: true })
    }
  }, 60_000)
})

// The queue: each document is had by one worker at a time and filed once, whoever fails, is too slow, or is killed.
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { IngestContext, IngestSource } from '../../src/ingest.ts'
import { openRecord } from '../../src/record/open.ts'
import { describeQueue, retryDead, takeFromQueue } from '../../src/record/queue.ts'
import { seedRecord } from '../../src/record/seed.ts'
import { enqueue, workOnce } from '../../src/work.ts'
import { emptyRecord, freshDatabase, overEngines } from './engines.ts'
import { inventedReader } from './reports.ts'
import { inventedKnowledge } from './world.ts'

const report = (n: number): IngestSource => ({
  text: `Report ${n}: Ilma Dorst visited Vardia in those days.`,
  title: `report ${n}`,
  publisher: 'paper',
})
const reports = (count: number) => Array.from({ length: count }, (_, n) => report(n))
const rules = { lease: 300, most: 2, backoff: 0 }
/** As if every lease had run out and every wait were over. */
const later = (context: IngestContext) =>
  context.database.query(`update queued set next_at = '2000-01-01' where state = 'waiting'`)

overEngines((record) => {
  let context: IngestContext
  beforeEach(async () => {
    await emptyRecord(record())
    const knowledge = inventedKnowledge()
    await seedRecord(record(), knowledge)
    context = { database: record(), reader: inventedReader, knowledge }
  })
  const filings = async () =>
    (await record().query<{ n: number }>(`select count(*)::int as n from ledger where action = 'file'`))[0]!.n

  test('added once, filed once, with its bytes', async () => {
    const bytes = new TextEncoder().encode('the page')
    expect(
      await enqueue(context, [{ ...report(0), bytes, mediaType: 'text/html' }, report(1), report(0)]),
    ).toBe(2)
    expect(await enqueue(context, [report(0)])).toBe(0)
    expect(await workOnce(context)).toEqual({ filed: 2, failed: 0, lost: 0 })
    expect(await workOnce(context)).toEqual({ filed: 0, failed: 0, lost: 0 })
    expect(await describeQueue(record())).toMatchObject({ waiting: 0, filed: 2, dead: 0 })
    expect(await enqueue(context, [report(1)])).toBe(0)
    expect(await filings()).toBe(2)
  })

  test('each into the collection it was added for', async () => {
    await enqueue(context, [report(0)], 'desk')
    await enqueue(context, [report(1)])
    expect(await workOnce(context)).toMatchObject({ filed: 2 })
    const held = await record().query('select title, collection from document order by title')
    expect(held).toEqual([
      { title: 'report 0', collection: 'desk' },
      { title: 'report 1', collection: 'public' },
    ])
  })

  test('what one worker has no other gets, until its lease is over', async () => {
    await enqueue(context, reports(3))
    const first = await takeFromQueue(record(), 2, rules)
    expect(first.documents).toHaveLength(2)
    expect((await takeFromQueue(record(), 9, rules)).documents).toHaveLength(1)
    expect((await takeFromQueue(record(), 9, rules)).documents).toHaveLength(0)
    await later(context)
    expect(await workOnce(context)).toEqual({ filed: 3, failed: 0, lost: 0 })
    expect(await filings()).toBe(3)
  })

  test('a worker that was too slow finds its documents taken, and files none of them again', async () => {
    await enqueue(context, reports(2))
    const taken = new Set<string>()
    const slow: IngestContext = {
      ...context,
      database: {
        ...record(),
        // Before the slow one files, another takes the same and files them.
        transaction: async (filing) => {
          if (taken.size === 0) {
            taken.add('once')
            await later(context)
            expect(await workOnce(context)).toEqual({ filed: 2, failed: 0, lost: 0 })
          }
          return record().transaction(filing)
        },
      },
    }
    expect(await workOnce(slow)).toEqual({ filed: 0, failed: 0, lost: 2 })
    expect(await filings()).toBe(2)
  })

  test('a document that fails is tried again, then given up with the reason, and may be tried anew', async () => {
    const bad = { text: 'About nothing.', title: 'nothing' }
    await enqueue(context, [bad, report(0)])
    expect(await workOnce(context, { rules })).toEqual({ filed: 1, failed: 1, lost: 0 })
    expect(await describeQueue(record())).toMatchObject({ waiting: 1, dead: 0 })
    await later(context)
    expect(await workOnce(context, { rules })).toEqual({ filed: 0, failed: 1, lost: 0 })
    expect(await describeQueue(record())).toMatchObject({
      waiting: 0,
      dead: 1,
      faults: [{ title: 'nothing', fault: 'the reader fell over it', attempts: 2 }],
    })
    expect(await retryDead(record())).toBe(1)
    expect(await describeQueue(record())).toMatchObject({ waiting: 1, dead: 0 })
  })

  test('a document without text is given up at once; one whose workers die is given up too', async () => {
    await enqueue(context, [{ text: ' ', title: 'empty' }])
    await workOnce(context)
    expect(await describeQueue(record())).toMatchObject({ dead: 1 })
    await enqueue(context, [report(1)])
    for (let i = 0; i < rules.most; i++) {
      expect((await takeFromQueue(record(), 1, rules)).documents).toHaveLength(1)
      await later(context)
    }
    expect((await takeFromQueue(record(), 1, rules)).documents).toHaveLength(0)
    expect((await describeQueue(record())).faults.map(({ fault }) => fault)).toContain(
      'its workers ended while they had it',
    )
  })
})

const server = process.env.CHANCERY_TEST_POSTGRES
describe.skipIf(!server)('processes', () => {
  const workers: ChildProcess[] = []
  afterEach(() => {
    for (const worker of workers.splice(0)) worker.kill('SIGKILL')
  })
  /** Workers killed; a closing note's long run sets CHANCERY_TEST_KILLS. */
  const kills = Number(process.env.CHANCERY_TEST_KILLS ?? 4)

  function start(url: string): ChildProcess {
    const worker = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'worker.ts'), url], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    workers.push(worker)
    return worker
  }
  const opened = (worker: ChildProcess) => new Promise((resolve) => worker.stdout!.once('data', resolve))

  test(`three workers, ${kills} of them killed at work: every document filed, none twice`, async () => {
    const own = await freshDatabase(server!)
    try {
      await seedRecord(own.database, inventedKnowledge())
      const count = kills * 60
      await enqueue(own, reports(count))
      const running = [start(own.url), start(own.url), start(own.url)]
      await Promise.all(running.map(opened))
      const filed = async () => (await describeQueue(own.database)).filed
      for (let killed = 0; killed < kills; killed++) {
        const before = await filed()
        const until = Date.now() + 20_000
        while ((await filed()) < Math.min(before + 20, count) && Date.now() < until)
          await new Promise((resolve) => setTimeout(resolve, 3))
        running.shift()!.kill('SIGKILL')
        running.push(start(own.url))
      }
      const until = Date.now() + 120_000
      while ((await filed()) < count && Date.now() < until)
        await new Promise((resolve) => setTimeout(resolve, 100))
      expect(await describeQueue(own.database)).toMatchObject({ waiting: 0, filed: count, dead: 0 })
      const again = await openRecord(own.url)
      expect(
        await again.query(
          `select count(*)::int as documents, (select count(*)::int from ledger where action = 'file') as filings,
             (select count(distinct subject)::int from ledger where action = 'file') as subjects from document`,
        ),
      ).toEqual([{ documents: count, filings: count, subjects: count }])
      await again.close()
    } finally {
      await own.database.close()
      await own.drop()
    }
  }, 300_000)
})

// The database goes while it is used, and comes back: what asks is told so and how to go on; nothing needs to be started again.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { RecordError } from '../../src/errors.ts'
import { makeApp } from '../../src/http/app.ts'
import { openReader } from '../../src/http/reader.ts'
import type { Database } from '../../src/record/database.ts'
import { openRecord } from '../../src/record/open.ts'
import { describeQueue } from '../../src/record/queue.ts'
import { seedRecord } from '../../src/record/seed.ts'
import { enqueue, type Turn, work } from '../../src/work.ts'
import { inventedReader } from '../record/reports.ts'
import { inventWorld } from '../world/world.ts'
import { type Cluster, serverPrograms, startCluster } from './cluster.ts'

describe.skipIf(!serverPrograms)('the server goes and comes back', () => {
  let cluster: Cluster
  let database: Database
  const knowledge = inventWorld()
  beforeAll(async () => {
    cluster = await startCluster()
    database = await openRecord(cluster.url)
    await seedRecord(database, knowledge)
  }, 120_000)
  afterAll(async () => {
    await database.close()
    cluster.remove()
  })

  test('while it is served: 503 with what to do, and answers again', async () => {
    const faults: unknown[] = []
    const reader = openReader(knowledge)
    const context = { database, knowledge, reader: () => reader, version: '0', location: 'postgres://a/b' }
    const now = () => '2031-01-01T00:00:00.000Z'
    const app = makeApp({ ...context, now, onFault: (error: unknown) => faults.push(error) })
    const ask = async (path: string) => {
      const response = await app.request(path)
      return { status: response.status, body: (await response.json()) as Record<string, unknown> }
    }
    const paths = ['/api/questions/last?from=ELV&to=FEN', '/api/exchanges']
    const before = await Promise.all(paths.map(ask))
    expect(before.map(({ status }) => status)).toEqual([200, 200])
    cluster.stop()
    for (const { status, body } of await Promise.all(paths.map(ask))) {
      expect(status).toBe(503)
      expect(body.next).toMatch(/Start the server/)
    }
    expect((await ask('/readyz')).status).toBe(503)
    expect((await app.request('/healthz')).status).toBe(200)
    cluster.start()
    expect((await Promise.all(paths.map(ask))).map(({ status }) => status)).toEqual([200, 200])
    expect((await ask('/readyz')).status).toBe(200)
  })

  test('within a transaction: all of it is gone, and the process lives', async () => {
    const begun = database.transaction(async (inner) => {
      await inner.query(`insert into pack values ('half', 'h', 0, clock_timestamp())`)
      cluster.stop()
      await new Promise((resolve) => setTimeout(resolve, 100))
      await inner.query('select 1')
    })
    await expect(begun).rejects.toMatchObject({ name: 'RecordError' })
    cluster.start()
    expect(await database.query(`select 1 from pack where name = 'half'`)).toEqual([])
  })

  test('while documents are filed from the queue: told, tried again, each filed once', async () => {
    const context = { database, reader: inventedReader, knowledge }
    const texts = Array.from({ length: 40 }, (_, n) => ({
      title: String(n),
      text: `Report ${n}: Ilma Dorst visited Vardia.`,
    }))
    await enqueue(context, texts)
    const told: (Turn | Error)[] = []
    const filedSoFar = () => told.reduce((sum, one) => sum + (one instanceof Error ? 0 : one.filed), 0)
    const until = Date.now() + 60_000
    await work(context, {
      ended: () => filedSoFar() >= 40 || Date.now() > until,
      rules: { lease: 1, most: 50, backoff: 0.05 },
      pauseMs: 50,
      told(outcome) {
        if (told.push(outcome) > 1) return
        cluster.stop()
        setTimeout(() => cluster.start(), 300)
      },
    })
    expect(told.some((one) => one instanceof RecordError)).toBe(true)
    expect(await describeQueue(database)).toMatchObject({ filed: 40, dead: 0, waiting: 0 })
    const filed = await database.query(`select subject from ledger where action = 'file'`)
    expect(filed.length).toBe(40)
  })
})

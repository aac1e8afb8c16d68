// Ready only while the record answers in this program's schema; what is asked when the server stops is still answered.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../record/database.ts'
import { openRecord } from '../record/open.ts'
import { makeApp } from './app.ts'
import type { AppContext } from './context.ts'
import { startServer } from './start.ts'

const folder = mkdtempSync(join(tmpdir(), 'chancery-ready-'))
let database: Database
beforeAll(async () => {
  database = await openRecord(':memory:')
}, 60_000)
afterAll(async () => {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

const ask = async (context: Partial<AppContext>): Promise<[number, unknown]> => {
  const response = await makeApp({
    database,
    version: '0',
    location: folder,
    ...context,
  } as AppContext).request('/readyz')
  return [response.status, ((await response.json()) as { checks: unknown }).checks]
}

test('a whole record is ready', async () => {
  expect(await ask({})).toEqual([200, { record: 'ok', schema: 'ok', disk: 'ok' }])
})

test('a record that is away, a schema of another program, a disk that is gone', async () => {
  const away = { query: () => Promise.reject(new Error('away')) } as unknown as Database
  expect(await ask({ database: away })).toEqual([503, { record: 'failed', schema: 'failed', disk: 'ok' }])
  expect(await ask({ location: join(folder, 'gone') })).toMatchObject([503, { disk: 'failed' }])
  await database.query(`insert into schema_migration values (999, '999-later.sql', 'x', now())`)
  expect(await ask({})).toMatchObject([503, { record: 'ok', schema: 'failed' }])
})

test('stopping, the server answers what it was asked and takes nothing more', async () => {
  const slow = {
    query: async () => {
      await sleep(400)
      return [{}]
    },
  } as unknown as Database
  const context = { database: slow, version: '0', location: folder } as AppContext
  const server = await startServer(context, { host: '127.0.0.1', port: 0 })
  const asked = fetch(`${server.address}/healthz`)
  await sleep(150)
  const stopped = server.stop()
  expect((await asked).status).toBe(200)
  const start = performance.now()
  await stopped
  expect(performance.now() - start).toBeLessThan(2000)
  await expect(fetch(`${server.address}/healthz`)).rejects.toThrow()
})

// Watches over HTTP: kept and ended, looked at after a write, sent signed and again, never to a private address.
import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { inventWorld } from '../../test/world/world.ts'
import type { Database } from '../record/database.ts'
import { openRecord } from '../record/open.ts'
import { seedRecord } from '../record/seed.ts'
import { makeApp } from './app.ts'
import type { AppContext } from './context.ts'
import { startWatching } from './watching.ts'
import { deliverDue } from './webhook.ts'

let database: Database
let context: AppContext
let app: ReturnType<typeof makeApp>
let now = '2030-06-01T00:00:00.000Z'
beforeAll(async () => {
  const knowledge = inventWorld()
  database = await openRecord(':memory:')
  await seedRecord(database, knowledge)
  context = {
    database,
    knowledge,
    reader: () => {
      throw new Error('no reader here')
    },
    now: () => now,
    version: '0',
    location: ':memory:',
    download: { allowAddress: (address) => address === '127.0.0.1' },
  }
  app = makeApp(context)
})
afterAll(() => database.close())

async function call<Value>(
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: Value }> {
  const response = await app.request(path, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  })
  return { status: response.status, body: (await response.json()) as Value }
}

interface Kept {
  id: string
  secret: string | null
  now: string
  words: string
}
const keep = async (body: object): Promise<Kept> => (await call<Kept>('POST', '/api/watches', body)).body

let day = 10
/** Files one more visit. */
const visit = (from = 'FEN', to = 'ELV'): Promise<unknown> =>
  call('POST', '/api/imports/csv', {
    file: `v${day}.csv`,
    text: `start,visitor,visitor state,host,status\n2029-03-${day++},Ola Berg,${from},${to},occurred`,
  })

interface Got {
  headers: IncomingMessage['headers']
  body: string
}
/** A receiver that answers with these statuses in turn, then 200. */
async function receiver(...statuses: number[]): Promise<{ url: string; got: Got[]; close: () => void }> {
  const got: Got[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      got.push({ headers: request.headers, body })
      response.writeHead(statuses.shift() ?? 200, { location: 'http://127.0.0.1:1/' }).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/hook`, got, close: () => server.close() }
}

afterEach(async () => {
  for (const { id } of (await call<{ id: string }[]>('GET', '/api/watches')).body)
    await call('DELETE', `/api/watches/${id}`)
})

describe('watches', () => {
  test('kept, listed, changed, run, ended; its firings stay', async () => {
    const made = await keep({ question: 'timeline', input: { states: 'FEN' } })
    expect(made).toMatchObject({ name: 'timeline FEN', condition: 'changes', secret: null })
    expect(made.now).toBe(made.words)
    expect((await call<object[]>('GET', '/api/watches')).body).toHaveLength(1)
    const changed = await call('PUT', `/api/watches/${made.id}`, { name: 'Fenland' })
    expect(changed.body).toMatchObject({ name: 'Fenland', webhook: null })
    await visit()
    const run = await call<{ firings: { what: string; before: string; rows: object[] }[] }[]>(
      'POST',
      '/api/watches/run',
      {},
    )
    expect(run.body[0]!.firings).toMatchObject([{ before: made.words, delivery: 'none' }])
    expect(run.body[0]!.firings[0]!.rows).not.toEqual([])
    expect((await call('DELETE', `/api/watches/${made.id}`)).status).toBe(200)
    expect((await call('GET', `/api/watches/${made.id}`)).status).toBe(404)
    const firings = await call<{ watch: string }[]>('GET', `/api/watches/${made.id}/firings`)
    expect(firings.body.map((one) => one.watch)).toEqual(['Fenland'])
    expect((await call<object[]>('GET', '/api/firings')).body).toHaveLength(1)
  })
  test.each<[object, number]>([
    [{ question: 'timelime' }, 400],
    [{ question: 'timeline', input: { states: 'FEN' }, condition: 'gap' }, 400],
    [{ question: 'timeline', input: { states: 'FEN', asKnownOn: '2020-01-01' } }, 400],
    [{ question: 'timeline', input: { states: 'FEN' }, webhook: 'ftp://example.org' }, 400],
    [{ question: 'timeline', input: { states: 'FEN' }, webhook: 'http://169.254.169.254/' }, 400],
    [{ question: 'timeline', input: { states: 'FEN' }, webhook: 'http://10.0.0.8/' }, 400],
    [{ question: 'timeline', input: { states: 'FEN' }, webhook: 'http://[::1]/' }, 400],
    [{ question: 'timeline', input: { states: 'FEN' }, webhook: 'https://a:b@example.org/' }, 400],
  ])('%j: %i', async (body, status) => {
    expect((await call('POST', '/api/watches', body)).status).toBe(status)
  })
  test('the measure of another condition is refused on a change too', async () => {
    const { id } = await keep({ question: 'timeline', input: { states: 'FEN' } })
    expect((await call('PUT', `/api/watches/${id}`, { days: 4 })).status).toBe(400)
  })
})

describe('webhooks', () => {
  test('signed so that the receiver can tell', async () => {
    const hook = await receiver()
    try {
      const { id, secret } = await keep({
        question: 'timeline',
        input: { states: 'FEN' },
        webhook: hook.url,
      })
      await visit()
      await call('POST', '/api/watches/run', {})
      const [{ headers, body }] = hook.got as [Got]
      const key = Buffer.from(secret!.slice('whsec_'.length), 'base64')
      const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
      const mine = createHmac('sha256', key).update(signed).digest('base64')
      expect(headers['webhook-signature']).toBe(`v1,${mine}`)
      expect(JSON.parse(body)).toMatchObject({
        type: 'watch.fired',
        data: { watch: { question: 'timeline' }, firing: { id: headers['webhook-id'], day: '2030-06-01' } },
      })
      expect(body).not.toContain(secret!)
      const [firing] = (await call<object[]>('GET', `/api/watches/${id}/firings`)).body
      expect(firing).toMatchObject({ delivery: 'delivered', attempts: 1 })
      expect(await deliverDue(context)).toBe(0)
    } finally {
      hook.close()
    }
  })
  test('tried again later and later, then given up; a redirect is no delivery', async () => {
    const hook = await receiver(500, 302, 429, 503, 500, 500, 500)
    try {
      const made = await keep({ question: 'timeline', input: { states: 'FEN' }, webhook: hook.url })
      await visit()
      await call('POST', '/api/watches/run', {})
      const state = async () =>
        (
          await call<{ delivery: string; attempts: number; nextAt: string | null; fault: string }[]>(
            'GET',
            `/api/watches/${made.id}/firings`,
          )
        ).body[0]!
      expect(await state()).toMatchObject({
        delivery: 'waiting',
        attempts: 1,
        nextAt: '2030-06-01T00:01:00.000Z',
        fault: 'answered 500',
      })
      expect(await deliverDue(context)).toBe(0)
      for (let left = 6; left > 0; left--) {
        now = (await state()).nextAt!
        expect(await deliverDue(context)).toBe(1)
      }
      expect(await state()).toMatchObject({ delivery: 'given up', attempts: 7, nextAt: null })
      expect(hook.got).toHaveLength(7)
      expect(new Set(hook.got.map((one) => one.headers['webhook-id'])).size).toBe(1)
    } finally {
      hook.close()
    }
  })
  test('a name that leads to a private address is not sent to', async () => {
    const closed = { ...context, download: {} }
    await keep({ question: 'timeline', input: { states: 'FEN' }, webhook: 'http://127.0.0.1:9/hook' })
    await visit()
    await call('POST', '/api/watches/run', {})
    now = '2030-06-20T00:00:00.000Z'
    await deliverDue(closed)
    const [firing] = (await call<{ fault: string }[]>('GET', '/api/firings')).body
    expect(firing!.fault).toMatch(/private network/)
  })
})

test('while serving, a write is enough: the watch is looked at and the hook called', async () => {
  const hook = await receiver()
  const watching = startWatching(context, { every: 20 })
  try {
    const made = await keep({ question: 'timeline', input: { states: 'DOL' }, webhook: hook.url })
    await visit('FEN', 'DOL')
    await expect.poll(() => hook.got.length, { timeout: 10_000 }).toBe(1)
    const { body } = await call<object[]>('GET', `/api/watches/${made.id}/firings`)
    expect(body).toHaveLength(1)
  } finally {
    await watching.stop()
    hook.close()
  }
})

// Watched sources: added, asked, asked again; what changed is kept beside what was; failures wait longer.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadKnowledge } from '../knowledge/knowledge.ts'
import type { Database } from '../record/database.ts'
import { openRecord } from '../record/open.ts'
import { listSources, takeDueSource } from '../record/sources.ts'
import { makeApp } from './app.ts'
import { runSource, startCollecting } from './collecting.ts'
import type { AppContext } from './context.ts'
import { openReader } from './reader.ts'

const words = (extra: string): string =>
  `<html><head><title>Readout</title></head><body><p>The foreign minister of France met the foreign minister of Japan in Paris on 4 May 2021. ${extra}</p></body></html>`

let server: Server
let database: Database
let context: AppContext
let base: string
let extra = 'They spoke of trade.'
let down = false
let slow = false
let asked: string[] = []
let clock = Date.parse('2031-05-05T00:00:00Z')
const later = (minutes: number): void => {
  clock += minutes * 60_000
}

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url!)
    if (slow) return response
    if (down) return response.writeHead(500).end()
    if (request.url === '/feed.xml')
      return response
        .setHeader('content-type', 'application/rss+xml')
        .end(
          `<rss version="2.0"><channel><title>Notes</title>${[1, 2].map((n) => `<item><title>R${n}</title><link>${base}/${n}</link></item>`).join('')}</channel></rss>`,
        )
    if (request.url === '/1' || request.url === '/2') {
      const tag = `"${extra.length}"`
      if (request.headers['if-none-match'] === tag) return response.writeHead(304).end()
      return response
        .writeHead(200, { etag: tag, 'content-type': 'text/html' })
        .end(words(`${extra} (${request.url})`))
    }
    return response.writeHead(404).end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  database = await openRecord(':memory:')
  const knowledge = loadKnowledge()
  const reader = openReader(knowledge)
  context = {
    database,
    knowledge,
    reader: () => reader,
    now: () => new Date(clock++).toISOString(),
    version: 'test',
    location: 'memory',
    download: { allowAddress: (address) => address === '127.0.0.1', pause: 0 },
  }
}, 120_000)
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await database.close()
})

const call = async <Value>(method: string, path: string, body?: object): Promise<Value> => {
  const response = await makeApp(context).request(path, {
    method,
    ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
  })
  return (await response.json()) as Value
}
const documents = (): Promise<{ url: string; title: string }[]> =>
  database.query('select url, title, text from document order by url, recorded_at')

describe('a watched feed', () => {
  let id: string
  test('is added once, and due at once', async () => {
    const added = await call<{ id: string; everyMinutes: number }>('POST', '/api/sources', {
      url: `${base}/feed.xml`,
      name: 'Notes',
    })
    id = added.id
    expect(added).toMatchObject({ everyMinutes: 60, name: 'Notes', lastRunAt: null })
    expect(await call('POST', '/api/sources', { url: `${base}/feed.xml` })).toMatchObject({ status: 409 })
    expect(await call('POST', '/api/sources', { url: 'ftp://x.example' })).toMatchObject({ status: 400 })
  })
  test('its documents are filed while the server runs; two processes do not take it both', async () => {
    const collecting = startCollecting(context, 50)
    await expect.poll(async () => (await listSources(database))[0]!.lastFiled, { timeout: 20_000 }).toBe(2)
    await collecting.stop()
    expect((await documents()).map(({ url }) => url)).toEqual([`${base}/1`, `${base}/2`])
    expect(await takeDueSource(database, context.now())).toBeNull()
    const [{ n }] = (await database.query<{ n: number }>('select count(*)::int as n from snapshot')) as [
      { n: number },
    ]
    expect(n).toBe(2)
  })
  test('what is held is not asked for again', async () => {
    asked = []
    expect(await call('POST', `/api/sources/${id}/run`, {})).toMatchObject({
      filed: 0,
      unchanged: 2,
      failed: 0,
    })
    expect(asked).toEqual(['/robots.txt', '/feed.xml'])
  })
  test('a source that fails is asked less and less often, and says why', async () => {
    down = true
    for (const minutes of [120, 240]) {
      const before = clock
      expect(await call('POST', `/api/sources/${id}/run`, {})).toMatchObject({
        error: expect.stringMatching(/500/),
      })
      const [source] = await listSources(database)
      expect((Date.parse(source!.nextRunAt) - before) / 60_000).toBeCloseTo(minutes, 1)
      expect(source!.lastError).toMatch(/answered 500/)
    }
    down = false
    expect((await listSources(database))[0]!.failures).toBe(2)
    await runSource(context, (await listSources(database))[0]!)
    expect((await listSources(database))[0]).toMatchObject({ failures: 0, lastError: null })
  })
  test('a server that stops does not wait for a site that is slow', async () => {
    slow = true
    asked = []
    await database.query('update source set next_run_at = $1', [context.now()])
    const collecting = startCollecting(context, 50)
    await expect.poll(() => asked.at(-1), { timeout: 5000 }).toBe('/robots.txt')
    const before = Date.now()
    await collecting.stop()
    expect(Date.now() - before).toBeLessThan(2000)
    expect((await listSources(database))[0]).toMatchObject({ failures: 0, lastError: null })
    slow = false
  })
  test('paused it is not taken; resumed it is, at once', async () => {
    later(10_000)
    await call('PUT', `/api/sources/${id}`, { paused: true })
    expect(await takeDueSource(database, context.now())).toBeNull()
    await call('PUT', `/api/sources/${id}`, { paused: false, everyMinutes: 30 })
    expect(await takeDueSource(database, context.now())).toMatchObject({ id, everyMinutes: 30 })
    expect(await call('DELETE', `/api/sources/${id}`)).toEqual({ removed: id })
    expect(await call('GET', '/api/sources')).toEqual([])
    expect(await call('DELETE', `/api/sources/${id}`)).toMatchObject({ status: 404 })
  })
})

describe('a watched page', () => {
  test('unchanged it is not filed; changed, the new text stands beside the old', async () => {
    const { id } = await call<{ id: string }>('POST', '/api/sources', { url: `${base}/1` })
    expect(await call('POST', `/api/sources/${id}/run`, {})).toEqual({
      filed: 0,
      unchanged: 1,
      failed: 0,
      error: null,
    })
    extra = 'They spoke of trade and of fish.'
    expect(await call('POST', `/api/sources/${id}/run`, {})).toMatchObject({ filed: 1 })
    const versions = (await documents()).filter(({ url }) => url === `${base}/1`)
    expect(versions).toHaveLength(2)
    const [kept] = await database.query<{ etag: string; changed_at: string; checked_at: string }>(
      'select * from retrieval where url = $1',
      [`${base}/1`],
    )
    expect(kept).toMatchObject({ etag: `"${extra.length}"` })
  })
})

describe('uploads and retrievals over HTTP', () => {
  test('an archive is filed document by document, a bad one told in its place', async () => {
    const archive = zipSync({
      'one.txt': Buffer.from(
        'The president of France received the president of Kenya in Paris on 3 May 2021.',
      ),
      'bad.txt': new Uint8Array(300).fill(1),
      'index.jsonl': Buffer.from(
        '{"id":"one","published":"2021-05-04","title":"A reception","url":"https://www.gov.uk/government/speeches/x"}',
      ),
    })
    const response = await makeApp(context).request('/api/documents/upload?name=texts.zip', {
      method: 'POST',
      body: archive,
    })
    expect(response.status).toBe(201)
    const outcomes = (await response.json()) as {
      path: string
      title: string | null
      result: { id?: string; status?: number }
    }[]
    expect(outcomes.map(({ path, title, result }) => [path, title, result.status ?? 'filed'])).toEqual([
      ['texts.zip!/one.txt', 'A reception', 'filed'],
      ['texts.zip!/bad.txt', null, 422],
    ])
    const filed = await database.query(
      'select publisher, side_state, genre, published_on from document where id = $1',
      [outcomes[0]!.result.id],
    )
    expect(filed).toEqual([
      { publisher: 'UK Government', side_state: 'GBR', genre: 'speech', published_on: '2021-05-04' },
    ])
  })
  test('a client that asks the web itself tells how it answered', async () => {
    const url = 'https://x.example/9'
    const retrieval = { url, etag: '"e1"', lastModified: null }
    const text = 'The foreign minister of Chile met the foreign minister of Peru on 4 May 2021.'
    await call('POST', '/api/documents/batch', {
      documents: [{ text, url, bytes: Buffer.from(text).toString('base64'), retrieval }],
    })
    const known = (): Promise<{ url: string; etag: string; checkedAt: string }[]> =>
      call('POST', '/api/retrievals/known', { urls: [url, 'https://x.example/none'] })
    const [first] = await known()
    expect(first).toMatchObject({ url, etag: '"e1"' })
    later(5)
    await call('POST', '/api/retrievals/unchanged', { retrievals: [{ url, etag: null, lastModified: null }] })
    const [second] = await known()
    expect(second!.etag).toBe('"e1"')
    expect(Date.parse(second!.checkedAt)).toBeGreaterThan(Date.parse(first!.checkedAt))
  })
})

// Addresses as documents, against a server of our own: lists of pages, manners, and asking again.
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { politely } from './polite.ts'
import { documentsAtAddress, type KnownRetrieval, type WebOptions, type WebOutcome } from './web.ts'

let server: Server
let base: string
let asked: { path: string; at: number; headers: IncomingMessage['headers'] }[] = []
let busy = 0
const page = (words: string): string =>
  `<html><head><title>${words}</title></head><body><p>${words}</p></body></html>`

const answers: Record<string, () => [body: string | Uint8Array, headers?: Record<string, string>]> = {
  '/robots.txt': () => ['User-agent: *\nDisallow: /kept\nCrawl-delay: 0.05'],
  '/one': () => [page('One.'), { etag: '"v1"', 'last-modified': 'Mon, 05 May 2031 08:00:00 GMT' }],
  '/two': () => [page('Two.')],
  '/kept/three': () => [page('Three.')],
  '/sitemap.xml': () => [
    `<?xml version="1.0"?><sitemapindex><sitemap><loc>${base}/a.xml.gz</loc></sitemap><sitemap><loc>${base}/gone.xml</loc></sitemap></sitemapindex>`,
    { 'content-type': 'application/xml' },
  ],
  '/a.xml.gz': () => [
    gzipSync(
      `<urlset xmlns:news="n"><url><loc>${base}/one</loc><lastmod>2031-05-05</lastmod></url><url><loc>${base}/two</loc><news:news><news:publication_date>2031-05-06T10:00:00+09:00</news:publication_date><news:title>Second</news:title></news:news></url><url><loc>${base}/kept/three</loc></url></urlset>`,
    ),
    { 'content-type': 'application/gzip' },
  ],
  '/feed.json': () => [
    JSON.stringify({
      title: 'Notes',
      version: 'https://jsonfeed.org/version/1.1',
      items: [
        { id: '1', url: `${base}/two`, date_published: '2031-05-07T00:00:00Z', content_text: 'Short.' },
        { id: '2', url: `${base}/missing`, title: 'Gone', content_html: '<p>What the feed says.</p>' },
      ],
    }),
    { 'content-type': 'application/json' },
  ],
  '/all.zip': () => [zipSync({ 'x.txt': Buffer.from('X.'), 'y.txt': Buffer.from('Y.') })],
}

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url!
    asked.push({ path, at: Date.now(), headers: request.headers })
    if (path === '/busy' && busy++ === 0) return response.writeHead(503, { 'retry-after': '0' }).end()
    if (path === '/busy') return response.end(page('Free.'))
    const answer = answers[path]
    if (!answer) return response.writeHead(404).end()
    const [body, headers = {}] = answer()
    if (headers.etag && request.headers['if-none-match'] === headers.etag)
      return response.writeHead(304).end()
    return response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(body)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  asked = []
})

const here = (more: WebOptions = {}): WebOptions => ({
  ...politely({ allowAddress: (address) => address === '127.0.0.1', pause: 0 }),
  ...more,
})
async function seen(path: string, options: WebOptions = here()): Promise<unknown[]> {
  const rows: unknown[] = []
  for await (const outcome of documentsAtAddress(base + path, options)) rows.push(shown(outcome))
  return rows
}
const shown = (outcome: WebOutcome): unknown =>
  'document' in outcome
    ? [outcome.document.title, outcome.document.publishedOn, outcome.document.text]
    : 'held' in outcome
      ? [outcome.path.replace(base, ''), outcome.held]
      : outcome.error.message.replace(base, '')
const knowing =
  (known: KnownRetrieval[]): WebOptions['known'] =>
  async (urls) =>
    new Map(known.filter(({ url }) => urls.includes(url)).map((one) => [one.url, one]))

describe('lists of pages', () => {
  test('a sitemap of sitemaps, packed: its pages, what robots.txt keeps, what is not there', async () => {
    expect(await seen('/sitemap.xml')).toEqual([
      ['One.', null, 'One.'],
      ['Two.', '2031-05-06', 'Two.'],
      expect.stringMatching(/^\/kept\/three is kept from programs/),
      expect.stringMatching(/^\/gone.xml answered 404/),
    ])
    expect(asked.filter(({ path }) => path === '/robots.txt')).toHaveLength(1)
    expect(asked.some(({ path }) => path === '/kept/three')).toBe(false)
  })
  test('a JSON feed, whatever it is called; its own words where the page is gone', async () => {
    expect(await seen('/feed.json')).toEqual([
      ['Two.', '2031-05-07', 'Two.'],
      ['Gone', null, 'What the feed says.'],
    ])
  })
  test('no more pages than are wanted', async () => {
    expect(await seen('/feed.json', here({ limit: 1 }))).toHaveLength(1)
  })
  test('an archive at an address', async () => {
    expect(await seen('/all.zip')).toEqual([
      [null, null, 'X.'],
      [null, null, 'Y.'],
    ])
  })
})

describe('asking again', () => {
  const one = (checkedAt: string): KnownRetrieval => ({
    url: `${base}/one`,
    etag: '"v1"',
    lastModified: null,
    checkedAt,
  })
  test('what is held is not asked for', async () => {
    const known = knowing([one('2031-05-08T00:00:00Z')])
    expect((await seen('/a.xml.gz', here({ known })))[0]).toEqual(['/one', 'known'])
    expect(asked.some(({ path }) => path === '/one')).toBe(false)
  })
  test('a sitemap that tells of a later change has it asked again, and the server may say that nothing changed', async () => {
    const known = knowing([one('2031-05-01T00:00:00Z')])
    expect((await seen('/a.xml.gz', here({ known })))[0]).toEqual(['/one', 'unchanged'])
    expect(asked.find(({ path }) => path === '/one')?.headers['if-none-match']).toBe('"v1"')
  })
  test('a page given by itself is asked each time; another tag is another text', async () => {
    expect(await seen('/one', here({ known: knowing([one('2031-05-08T00:00:00Z')]) }))).toEqual([
      ['/one', 'unchanged'],
    ])
    const known = knowing([{ ...one('2031-05-08T00:00:00Z'), etag: '"v0"' }])
    expect(await seen('/one', here({ known }))).toEqual([['One.', null, 'One.']])
  })
  test('a document carries how its address answered', async () => {
    const first = (await documentsAtAddress(`${base}/one`, here()).next()).value
    expect(first).toMatchObject({
      retrieval: { url: `${base}/one`, etag: '"v1"', lastModified: 'Mon, 05 May 2031 08:00:00 GMT' },
    })
  })
})

describe('manners', () => {
  test('requests to one host keep the pause that it asks for', async () => {
    await seen('/feed.json')
    const times = asked.filter(({ path }) => path !== '/robots.txt').map(({ at }) => at)
    expect(times).toHaveLength(3)
    for (const [i, at] of times.slice(1).entries()) expect(at - times[i]!).toBeGreaterThanOrEqual(45)
  })
  test('a busy server is asked again when it says', async () => {
    expect(await seen('/busy')).toEqual([['Free.', null, 'Free.']])
    expect(busy).toBe(2)
  })
})

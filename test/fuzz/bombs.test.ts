// Small files that would grow without bound, and large ones: read or refused, soon, in bounded memory.
import { deflateSync, gzipSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { documentsFromBytes } from '../../src/sources/archive.ts'
import { documentFromBytes } from '../../src/sources/document.ts'
import { readFeed } from '../../src/sources/feed.ts'
import { readPage } from '../../src/sources/html.ts'
import { pdfOf, wordOf } from './files.ts'
import { openServer } from './requests.ts'

test('entities that multiply stay as they are', () => {
  const entities = Array.from({ length: 20 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join(
    '',
  )
  const bomb = `<!DOCTYPE rss [<!ENTITY e0 "ha">${entities}]><rss><channel><title>&e20;</title><item><title>&e20;</title><link>https://a.example/</link></item></channel></rss>`
  const before = process.memoryUsage().heapUsed
  try {
    readFeed(bomb)
  } catch {}
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(100_000_000)
})

describe('pages', () => {
  test.each([
    ['open elements', '<div>'.repeat(20_000)],
    ['open paragraphs', '<p>'.repeat(200_000)],
    ['tables in tables', '<table><tr><td>'.repeat(20_000)],
    ['open brackets', '<'.repeat(200_000)],
    ['half doctypes', '<!doctype a'.repeat(50_000)],
    ['half comments', '<!--'.repeat(50_000)],
    ['an attribute without end', `<a href="${'x'.repeat(500_000)}`],
    ['attributes without end', `<a ${'x=1 '.repeat(200_000)}>`],
    ['entities', '&#x41;'.repeat(100_000)],
  ])(
    '%s end soon',
    (_, page) => {
      const start = process.cpuUsage()
      try {
        readPage(page)
      } catch (error) {
        expect(error).toHaveProperty('next')
      }
      expect(process.cpuUsage(start).user / 1000).toBeLessThan(20_000)
    },
    60_000,
  )
})

/** What comes of the files: texts' lengths and messages; and how much the process grew while they were read, in bytes. */
async function read(bytes: Uint8Array, name: string): Promise<{ told: (string | number)[]; grew: number }> {
  const before = process.memoryUsage().rss
  let most = before
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20)
  const told: (string | number)[] = []
  for await (const outcome of documentsFromBytes(bytes, { name }))
    told.push('error' in outcome ? outcome.error.message : outcome.document.text.length)
  clearInterval(watch)
  return { told, grew: Math.max(most, process.memoryUsage().rss) - before }
}

const zeros = (size: number): Uint8Array => new Uint8Array(size)
const eight = (packed: Uint8Array): Uint8Array =>
  zipSync(Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`${i}.zip`, packed])))
/** 64 times 20 MB. */
const nested = (): Uint8Array => eight(eight(zipSync({ 'a.txt': zeros(20_000_000) })))

describe('packed', () => {
  test.each<[string, () => Uint8Array, string, RegExp | null]>([
    [
      'a gigabyte in gzip',
      () => gzipSync(zeros(1_000_000_000), { level: 1 }),
      'a.txt.gz',
      /would unpack to more/,
    ],
    ['200 MB in a ZIP', () => zipSync({ 'a.txt': zeros(200_000_000) }), 'a.zip', /would unpack to more/],
    ['ZIPs in ZIPs', nested, 'a.zip', /would unpack to more/],
    ['a Word document of 200 MB', () => wordOf('x'.repeat(200_000_000)), 'a.docx', /would unpack to more/],
    // Below the ratio that is refused unseen; more text than one document may have.
    [
      'a Word document of 60 MB of tags',
      () =>
        wordOf(
          Array.from(
            { length: 900_000 },
            (_, i) => `<w:t>${i} is the number of this part</w:t><w:x a="${i}"/>`,
          ).join(''),
        ),
      'a.docx',
      null,
    ],
    [
      'a PDF page that unpacks to 100 MB',
      () => pdfOf(Buffer.alloc(100_000_000, 'q Q '), { packed: true }),
      'a.pdf',
      null,
    ],
    [
      'a PDF packed twice over',
      () => pdfOf(deflateSync(zeros(100_000_000)), { packed: true }),
      'a.pdf',
      null,
    ],
  ])(
    '%s',
    async (_, make, name, message) => {
      const { told, grew } = await read(make(), name)
      if (message) expect(told.every((one) => message.test(String(one)))).toBe(true)
      expect(told.length).toBeGreaterThan(0)
      expect(grew).toBeLessThan(1_500_000_000)
    },
    120_000,
  )
})

test.each(['a.txt', 'a.html', 'a.pdf', 'a.docx', 'a.eml', 'a.md'])(
  '100 MB under the name %s are refused',
  async (name) => {
    const heads: Record<string, string> = { 'a.pdf': '%PDF-1.7\n', 'a.html': '<html>' }
    const bytes = Buffer.alloc(100_000_000, 'The minister arrived. ')
    bytes.write(heads[name] ?? '')
    await expect(documentFromBytes(bytes, { name })).rejects.toHaveProperty('next')
  },
)

test('a request of 100 MB is refused, told its length or not', async () => {
  const server = await openServer()
  const body = Buffer.alloc(100_000_000, '[')
  const headers = { 'content-type': 'application/json' }
  const send = (given: BodyInit) =>
    server.app.request('/api/readings', {
      method: 'POST',
      headers,
      body: given,
      duplex: 'half',
    } as RequestInit)
  expect((await send(body)).status).toBe(413)
  expect((await send(new Blob([body]).stream())).status).toBe(413)
  await server.close()
}, 60_000)

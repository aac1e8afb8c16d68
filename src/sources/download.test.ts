// Downloads: public addresses only, also behind redirects and names; bodies and time capped.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isPublicAddress } from './address.ts'
import { download } from './download.ts'
import { findAtAddress } from './web.ts'

test.each<[string, boolean]>([
  ['8.8.8.8', true],
  ['1.1.1.1', true],
  ['127.0.0.1', false],
  ['127.9.9.9', false],
  ['0.0.0.0', false],
  ['10.1.2.3', false],
  ['172.16.0.1', false],
  ['172.32.0.1', true],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['2606:4700:4700::1111', true],
  ['::1', false],
  ['::', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:8.8.8.8', false],
  ['fe80::1', false],
  ['fd00::1', false],
  ['ff02::1', false],
  ['64:ff9b::7f00:1', false],
  ['2002:7f00:1::', false],
  ['2001:db8::1', false],
  ['example.org', false],
  ['', false],
])('%s public: %s', (address, yes) => {
  expect(isPublicAddress(address)).toBe(yes)
})

describe('download', () => {
  let server: Server
  let base: string
  const here = { allowAddress: (address: string): boolean => address === '127.0.0.1' }
  beforeAll(async () => {
    server = createServer((request, response) => {
      const answers: Record<string, () => void> = {
        '/page': () =>
          response
            .setHeader('content-type', 'text/html; charset=iso-8859-1')
            .end(Buffer.from('<p>Caf\xe9 talks.</p>', 'latin1')),
        '/gzip': () => response.setHeader('content-encoding', 'gzip').end(gzipSync('Packed text.')),
        '/bomb': () => response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(5_000_000))),
        '/hop': () => response.writeHead(302, { location: '/page' }).end(),
        '/loop': () => response.writeHead(302, { location: '/loop' }).end(),
        '/inside': () => response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end(),
        '/file': () => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
        '/slow': () => response.write('x'),
        '/feed': () =>
          response.end(
            '<?xml version="1.0"?><rss version="2.0"><channel><title>Notes</title><item><title>One</title><link>https://n.example/1</link><pubDate>Tue, 09 Apr 2024 10:00:00 GMT</pubDate><description>&lt;p&gt;Body.&lt;/p&gt;</description></item></channel></rss>',
          ),
      }
      const answer = answers[request.url ?? '']
      if (answer) answer()
      else response.writeHead(404).end()
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  test('loopback, by number and by name, is refused', async () => {
    await expect(download(`${base}/page`)).rejects.toMatchObject({
      name: 'InputError',
      message: /private network/,
    })
    await expect(download(`${base.replace('127.0.0.1', 'localhost')}/page`)).rejects.toMatchObject({
      name: 'InputError',
    })
    await expect(download('http://[::1]/')).rejects.toMatchObject({ name: 'InputError' })
    await expect(download('http://2130706433/')).rejects.toMatchObject({ name: 'InputError' })
    await expect(download('http://0x7f.1/')).rejects.toMatchObject({ name: 'InputError' })
  })
  test('a redirect inside, or off the web, is refused', async () => {
    await expect(download(`${base}/inside`, here)).rejects.toMatchObject({
      name: 'InputError',
      message: /private network/,
    })
    await expect(download(`${base}/file`, here)).rejects.toMatchObject({
      name: 'InputError',
      message: /no web address/,
    })
  })
  test.each(['ftp://x.example/', 'javascript:alert(1)', 'x', '', 'http://user:secret@x.example/'])(
    '%j is no address to ask',
    async (address) => {
      await expect(download(address)).rejects.toMatchObject({ name: 'InputError' })
    },
  )
  test('redirects are followed, but not for ever', async () => {
    expect((await download(`${base}/hop`, here)).url).toBe(`${base}/page`)
    await expect(download(`${base}/loop`, here)).rejects.toThrow(/redirects more than 5/)
  })
  test('packed bodies are unpacked, up to the cap', async () => {
    expect(Buffer.from((await download(`${base}/gzip`, here)).bytes).toString()).toBe('Packed text.')
    await expect(download(`${base}/bomb`, { ...here, maxBytes: 1_000_000 })).rejects.toThrow(
      /more than 1,000,000 bytes/,
    )
  })
  test('absence and slowness are SourceErrors', async () => {
    await expect(download(`${base}/none`, here)).rejects.toMatchObject({
      name: 'SourceError',
      message: /answered 404/,
    })
    await expect(download(`${base}/slow`, { ...here, timeout: 200 })).rejects.toMatchObject({
      name: 'SourceError',
      message: /too long/,
    })
  })
  test('a page is a document in its charset, published by its host', async () => {
    expect(await findAtAddress(`${base}/page`, here)).toMatchObject({
      document: { text: 'Café talks.', url: `${base}/page`, publisher: '127.0.0.1' },
    })
  })
  test('a feed is a list', async () => {
    expect(await findAtAddress(`${base}/feed`, here)).toEqual({
      feed: {
        title: 'Notes',
        entries: [{ url: 'https://n.example/1', title: 'One', publishedOn: '2024-04-09', text: 'Body.' }],
      },
    })
  })
})

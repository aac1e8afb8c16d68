// Who is let in: names we go by, pages of our own origin, JSON, bodies that are not too large.
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { afterAll, describe, expect, test } from 'vitest'
import { capBody, requireHost, requireJson, requireSameOrigin, secureHeaders } from './guard.ts'
import { problemOf } from './problem.ts'

const app = new Hono()
app.use(
  secureHeaders,
  requireHost(['reading-room']),
  requireSameOrigin,
  requireJson(['/upload']),
  capBody(100),
)
app.all('*', async (c) => c.text(`took ${(await c.req.text()).length}`))
app.onError((error) => new Response(null, { status: problemOf(error).status }))

const json = { 'content-type': 'application/json' }
const send = async (path: string, init: RequestInit = {}, base = 'http://localhost'): Promise<number> =>
  (await app.request(`${base}${path}`, init)).status

describe('host names', () => {
  test.each<[string, number]>([
    ['http://localhost', 200],
    ['http://localhost:4680', 200],
    ['http://127.0.0.1:4680', 200],
    ['http://[::1]:4680', 200],
    ['http://Reading-Room:80', 200],
    ['http://localhost.evil.example', 403],
    ['http://evil.example', 403],
    ['http://127.0.0.1.nip.example', 403],
  ])('%s: %i', async (base, status) => {
    expect(await send('/', {}, base)).toBe(status)
  })
})

describe('writes', () => {
  test.each<[string, Record<string, string>, number]>([
    ['a program', json, 200],
    ['our own page', { ...json, origin: 'http://localhost', 'sec-fetch-site': 'same-origin' }, 200],
    ['another site', { ...json, origin: 'https://evil.example' }, 403],
    ['another port', { ...json, origin: 'http://localhost:9999' }, 403],
    ['a sandboxed page', { ...json, origin: 'null' }, 403],
    ['another site without origin', { ...json, 'sec-fetch-site': 'cross-site' }, 403],
    ['a sister site', { ...json, 'sec-fetch-site': 'same-site' }, 403],
    ['a plain form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['text', { 'content-type': 'text/plain' }, 415],
    ['nothing named', {}, 415],
  ])('from %s', async (_, headers, status) => {
    expect(await send('/', { method: 'POST', body: '{}', headers })).toBe(status)
  })
  test('reads may come from anywhere', async () => {
    expect(
      await send('/', { headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' } }),
    ).toBe(200)
  })
  test('an upload brings its own type, but no other origin', async () => {
    expect(
      await send('/upload', { method: 'POST', body: 'x', headers: { 'content-type': 'application/pdf' } }),
    ).toBe(200)
    expect(
      await send('/upload', {
        method: 'POST',
        body: 'x',
        headers: { 'content-type': 'application/pdf', origin: 'https://evil.example' },
      }),
    ).toBe(403)
  })
  test('a body over the cap is refused, also without a length', async () => {
    expect(await send('/', { method: 'POST', body: 'x'.repeat(101), headers: json })).toBe(413)
    const stream = new ReadableStream({
      start(controller) {
        for (let i = 0; i < 3; i++) controller.enqueue(new Uint8Array(50))
        controller.close()
      },
    })
    expect(
      await send('/', { method: 'POST', body: stream, headers: json, duplex: 'half' } as RequestInit),
    ).toBe(413)
  })
})

test('every response carries the policy, errors too', async () => {
  for (const base of ['http://localhost', 'http://evil.example']) {
    const { headers } = await app.request(`${base}/`)
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('content-security-policy')).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('DENY')
  }
})

test('over a socket: a body in pieces, of no told length, and a request without one', async () => {
  const port = await new Promise<number>((resolve) => {
    server = serve(
      { fetch: app.fetch, hostname: '127.0.0.1', port: 0, overrideGlobalObjects: false },
      (info) => resolve(info.port),
    )
  })
  const address = `http://127.0.0.1:${port}/`
  const pieces = (count: number) =>
    new ReadableStream({
      start(controller) {
        for (let i = 0; i < count; i++) controller.enqueue(new TextEncoder().encode('x'.repeat(30)))
        controller.close()
      },
    })
  const post = (count: number) =>
    fetch(address, { method: 'POST', body: pieces(count), headers: json, duplex: 'half' } as RequestInit)
  expect(await (await post(3)).text()).toBe('took 90')
  expect((await post(4)).status).toBe(413)
  expect((await fetch(address, { method: 'DELETE' })).status).toBe(200)
})
let server: ReturnType<typeof serve> | undefined
afterAll(() => server?.close())

// A record served to others: nobody is let in without an account or token, each role does what it may, and all of it is noted.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { inventWorld } from '../../test/world/world.ts'
import { addAccount, type Role, roles } from '../record/accounts.ts'
import { listAudit } from '../record/audit.ts'
import type { Database } from '../record/database.ts'
import { openRecord } from '../record/open.ts'
import { seedRecord } from '../record/seed.ts'
import { makeToken, type Scope } from '../record/tokens.ts'
import { makeApp, routes } from './app.ts'
import type { AppContext } from './context.ts'
import { ownPath } from './login.ts'
import type { LogLine } from './logs.ts'
import { roleFor } from './roles.ts'
import { isLoopback, type Served } from './served.ts'

const password = 'correct horse battery'
const key = 'k'.repeat(43)
let now = '2031-05-01T09:00:00.000Z'
let database: Database
let context: AppContext
const logged: LogLine[] = []
const served: Served = {
  accounts: true,
  key,
  proxied: false,
  perMinute: 100_000,
  log: (line) => logged.push(line),
}
const app = () => makeApp({ ...context, served })
let asked = app

beforeAll(async () => {
  const knowledge = inventWorld()
  database = await openRecord(':memory:')
  await seedRecord(database, knowledge)
  const reader = () => {
    throw new Error('no reader here: token=chf_abcdefghijklmnop')
  }
  context = { database, knowledge, reader, now: () => now, version: '0', location: ':memory:' }
  for (const role of roles) await addAccount(database, { name: role, role, password }, now)
}, 60_000)
afterAll(() => database.close())
beforeEach(() => {
  const made = app()
  asked = () => made
})

const bearer = (words: string) => ({ authorization: `Bearer ${words}` })
const tokenOf = async (scope: Scope): Promise<string> =>
  (await makeToken(database, `${scope} script`, now, { scope })).words
const json = { 'content-type': 'application/json' }
const ask = (path: string, init: RequestInit = {}) => asked().request(path, init)
const send = (method: string, path: string, body: unknown, headers: Record<string, string>) =>
  ask(path, { method, body: JSON.stringify(body), headers: { ...json, ...headers } })

const signIn = (name: string, word = password, next = '/') =>
  ask('/login', {
    method: 'POST',
    body: new URLSearchParams({ name, password: word, next }),
    headers: { origin: 'http://localhost', 'x-forwarded-for': '203.0.113.9' },
  })
const cookieOf = (response: Response): string => (response.headers.get('set-cookie') ?? '').split(';')[0]!
const ours = { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' }

describe('nobody', () => {
  test.each(
    routes
      .filter((route) => roleFor(route) !== 'nobody')
      .map(({ method, path }) => [method.toUpperCase(), path.replace(/\{\w+\}/g, 'x')]),
  )('%s %s is closed', async (method, path) => {
    const body = method === 'GET' || method === 'DELETE' ? {} : { body: '{}' }
    const response = await ask(path, { method, headers: json, ...body })
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toBe('Bearer')
  })
  test.each(['/metrics', '/api/openapi.json', '/mcp', '/api/nothing', '/exchanges/x'])(
    '%s is closed',
    async (path) => expect((await ask(path)).status).toBe(401),
  )
  test('a page leads to the way in, and back', async () => {
    const response = await ask('/exchanges/x?a=1', { headers: { accept: 'text/html' } })
    expect(response.headers.get('location')).toBe('/login?next=%2Fexchanges%2Fx%3Fa%3D1')
    expect(await (await ask('/login?next=/exchanges/x?a=1')).text()).toContain('value="/exchanges/x?a=1"')
    const back = await signIn('reader', password, '/exchanges/x?a=1')
    expect(back.headers.get('location')).toBe('/exchanges/x?a=1')
  })
  test('a page that stays open signs in without being led anywhere', async () => {
    const tried = (word: string) =>
      ask('/login', {
        method: 'POST',
        body: new URLSearchParams({ name: 'reader', password: word }),
        headers: { ...ours, accept: 'application/json' },
      })
    const [right, wrong] = [await tried(password), await tried('not the password')]
    expect([right.status, await right.json()]).toEqual([200, { name: 'reader', role: 'reader' }])
    expect((await ask('/api/session', { headers: { cookie: cookieOf(right) } })).status).toBe(200)
    expect([wrong.status, await wrong.json()]).toMatchObject([401, { detail: 'Name or password is wrong' }])
    expect(wrong.headers.get('set-cookie')).toBeNull()
  })
  test('whether the server lives is told to anybody', async () =>
    expect((await ask('/healthz')).status).toBe(200))
  test('words that are nobody’s open nothing', async () => {
    for (const headers of [
      bearer('chf_nobodys-token'),
      bearer('x'.repeat(43)),
      { cookie: `chancery=${'x'.repeat(43)}` },
    ])
      expect((await ask('/api/record', { headers: headers as Record<string, string> })).status).toBe(401)
  })
})

describe('roles', () => {
  test('readers write nothing, but may ask with a body', () => {
    const writes = routes.filter((route) => route.method !== 'get')
    const open = writes
      .filter((route) => ['reader', 'nobody'].includes(roleFor(route)))
      .map((route) => route.name)
    expect(open.sort()).toEqual(['askAtLength', 'checkText', 'extractText', 'findRetrievals', 'readText'])
  })
  const rows: [string, string, unknown, Role][] = [
    ['GET', '/api/record', undefined, 'reader'],
    ['GET', '/api/session', undefined, 'reader'],
    ['POST', '/api/documents', { text: '' }, 'analyst'],
    ['POST', '/api/watches', {}, 'analyst'],
    ['POST', '/api/exchanges/x/review', {}, 'editor'],
    ['POST', '/api/imports/csv', {}, 'editor'],
    ['POST', '/api/accounts', {}, 'admin'],
    ['POST', '/api/tokens', {}, 'admin'],
    ['GET', '/api/audit', undefined, 'admin'],
    ['GET', '/api/backup', undefined, 'admin'],
  ]
  test.each(rows)('%s %s', async (method, path, body, least) => {
    for (const role of roles) {
      const response = await send(method, path, body, bearer(await tokenOf(role)))
      const may = roles.indexOf(role) >= roles.indexOf(least)
      expect([role, response.status === 403]).toEqual([role, !may])
      await response.arrayBuffer()
    }
  })
  test('a token of the feeds opens the feeds alone', async () => {
    const words = await tokenOf('feeds')
    expect((await ask(`/feeds/changes.atom?token=${words}`)).status).toBe(200)
    expect((await ask('/feeds/changes.atom')).status).toBe(403)
    expect((await ask('/api/record', { headers: bearer(words) })).status).toBe(401)
  })
  test('the key in the lock file lets this machine’s own user in', async () => {
    expect(await (await ask('/api/session', { headers: bearer(key) })).json()).toMatchObject({
      how: 'local',
      role: 'admin',
    })
  })
})

describe('sessions', () => {
  test('the cookie is for the browser alone, and ends', async () => {
    const response = await signIn('editor')
    expect(response.status).toBe(303)
    expect(response.headers.get('set-cookie')).toMatch(/HttpOnly/i)
    expect(response.headers.get('set-cookie')).toMatch(/SameSite=Strict/i)
    const cookie = cookieOf(response)
    expect((await ask('/api/record', { headers: { cookie } })).status).toBe(200)
    expect(
      (await ask('/logout', { method: 'POST', headers: { cookie, ...ours } })).headers.get('location'),
    ).toBe('/login')
    expect((await ask('/api/record', { headers: { cookie } })).status).toBe(401)
  })
  test('writes by cookie come from our own page', async () => {
    const cookie = cookieOf(await signIn('admin'))
    const body = { name: 'feed' }
    const status = async (headers: Record<string, string>) =>
      (await send('POST', '/api/tokens', body, { cookie, ...headers })).status
    expect(await status(ours)).toBe(201)
    expect(await status({})).toBe(403)
    expect(await status({ origin: 'https://elsewhere.example' })).toBe(403)
    expect(await status({ origin: 'http://localhost', 'sec-fetch-site': 'cross-site' })).toBe(403)
  })
  test('who signed in acts by the own name', async () => {
    const cookie = cookieOf(await signIn('editor'))
    const source = { url: 'https://example.org/feed', actor: 'somebody else' }
    expect((await send('POST', '/api/sources', source, { cookie, ...ours })).status).toBe(201)
    expect(await database.query('select added_by from source')).toEqual([{ added_by: 'editor' }])
  })
  test('behind a proxy the cookie goes over TLS alone', async () => {
    const made = makeApp({ ...context, served: { ...served, proxied: true } }, ['record.example'])
    asked = () => made
    expect((await signIn('reader')).headers.get('set-cookie')).toMatch(/^__Host-chancery=.*; Secure/)
  })
  test.each([
    ['/exchanges/x', '/exchanges/x'],
    ['//elsewhere.example', '/'],
    ['/\\elsewhere.example', '/'],
    ['https://elsewhere.example', '/'],
    ['/a\nb', '/'],
    ['/login', '/'],
    ['', '/'],
  ])('%j leads to %s', (asked, path) => expect(ownPath(asked)).toBe(path))
})

describe('limits', () => {
  test('the sixth try at a name is refused, right or wrong, until time has passed', async () => {
    for (let i = 0; i < 5; i++) expect((await signIn('reader', 'a wrong password')).status).toBe(401)
    const refused = await signIn('reader')
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(60)
    expect((await signIn('editor')).status).toBe(303)
    now = '2031-05-01T09:15:00.000Z'
    expect((await signIn('reader')).status).toBe(303)
  }, 30_000)
  test('a client asks so often a minute', async () => {
    const made = makeApp({ ...context, served: { ...served, perMinute: 3, proxied: true } })
    const status = async (address: string) =>
      (await made.request('/healthz', { headers: { 'x-forwarded-for': `10.0.0.1, ${address}` } })).status
    for (let i = 0; i < 3; i++) expect(await status('203.0.113.1')).toBe(200)
    expect(await status('203.0.113.1')).toBe(429)
    expect(await status('203.0.113.2')).toBe(200)
  })
})

describe('what is noted', () => {
  test('logins, writes and refusals, each with who and what', async () => {
    await signIn('admin', 'a wrong password')
    const cookie = cookieOf(await signIn('admin'))
    await send('POST', '/api/tokens', { name: 'one' }, { cookie, ...ours })
    await send('POST', '/api/tokens', { name: 'two' }, bearer(await tokenOf('reader')))
    await ask('/api/record', { headers: { cookie } })
    now = '2031-05-01T10:00:00.000Z'
    const lines = (await listAudit(database, { limit: 1000 })).map(({ actor, action, status }) => [
      actor,
      action,
      status,
    ])
    expect(lines).toContainEqual(['admin', 'login', 401])
    expect(lines).toContainEqual(['admin', 'login', 303])
    expect(lines).toContainEqual(['admin', 'makeToken', 201])
    expect(lines).toContainEqual(['reader script', 'makeToken', 403])
    expect(lines.map(([, action]) => action)).not.toContain('getRecord')
  })
  test('no secret is in the log, the audit log or an answer to a fault', async () => {
    const token = await tokenOf('reader')
    const cookie = cookieOf(await signIn('editor'))
    await ask(`/feeds/changes.atom?token=${token}`)
    await send('PUT', '/api/accounts/reader/password', { password: 'a fresh secret word' }, bearer(key))
    const fault = await send('POST', '/api/readings', { text: 'Ola Berg came.' }, { cookie, ...ours })
    expect(fault.status).toBe(500)
    const told = [
      await fault.text(),
      JSON.stringify(logged),
      JSON.stringify(await listAudit(database, { limit: 1000 })),
    ]
    for (const secret of [token, cookie.split('=')[1]!, key, password, 'a fresh secret word', 'chf_abcdef'])
      for (const text of told) expect(text.includes(secret)).toBe(false)
    expect(logged.length).toBeGreaterThan(0)
  })
})

test.each([
  ['127.0.0.1', true],
  ['127.8.0.1', true],
  ['localhost', true],
  ['::1', true],
  ['0.0.0.0', false],
  ['::', false],
  ['192.168.1.4', false],
  ['localhost.example', false],
])('%s is loopback: %s', (host, loopback) => expect(isLoopback(host)).toBe(loopback))

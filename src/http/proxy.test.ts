// A proxy that says who asks: believed from its own addresses, by the connection's and not by any header's word; refused otherwise.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { inventWorld } from '../../test/world/world.ts'
import { InputError } from '../errors.ts'
import { addAccount, listAccounts, removeAccount } from '../record/accounts.ts'
import { listAudit } from '../record/audit.ts'
import type { Database } from '../record/database.ts'
import { openRecord } from '../record/open.ts'
import { makeApp } from './app.ts'
import type { AppContext } from './context.ts'
import { trustProxy } from './proxy.ts'
import type { Served } from './served.ts'
import { startServer } from './start.ts'

const now = '2031-05-01T09:00:00.000Z'
let database: Database
let context: AppContext
const served: Served = {
  accounts: true,
  key: 'k'.repeat(43),
  proxied: true,
  perMinute: 100_000,
  trusted: trustProxy('X-Remote-User', ['10.1.0.0/16', '::1']),
  signOnRole: 'analyst',
}

beforeAll(async () => {
  database = await openRecord(':memory:')
  const reader = () => {
    throw new Error('no reader here')
  }
  context = { database, knowledge: inventWorld(), reader, now: () => now, version: '0', location: ':memory:' }
}, 60_000)
afterAll(() => database.close())
beforeEach(() => database.script('truncate account, session, sign_on'))

/** As the server hands a connection on. */
const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } })
async function session(headers: Record<string, string>, address: string, as: Partial<Served> = {}) {
  const app = makeApp({ ...context, served: { ...served, ...as } })
  const response = await app.request('/api/session', { headers }, from(address))
  return [response.status, ((await response.json()) as { name?: string; role?: string }).name]
}
const ida = { 'x-remote-user': 'ida@example.org' }

describe('whom the proxy names', () => {
  test.each(['10.1.2.3', '::1', '::ffff:10.1.2.3'])('comes in from %s', async (address) =>
    expect(await session(ida, address)).toEqual([200, 'ida@example.org']),
  )
  test.each(['10.2.0.1', '127.0.0.1', '192.0.2.7', '::2', '', 'not an address'])(
    'is refused from %j',
    async (address) => {
      expect((await session(ida, address))[0]).toBe(403)
      expect((await session({ ...ida, 'x-forwarded-for': '10.1.2.3' }, address))[0]).toBe(403)
      expect(await listAccounts(database)).toEqual([])
    },
  )
  test.each(['', ' ', 'ida, mallory', 'a\tb', '<script>', 'x'.repeat(101)])('%j is nobody', async (name) =>
    expect((await session({ 'x-remote-user': name }, '10.1.2.3'))[0]).toBe(401),
  )
  test('is nobody without the header, whatever else is said', async () => {
    expect((await session({ x_remote_user: 'ida', 'remote-user': 'ida' }, '10.1.2.3'))[0]).toBe(401)
  })
  test('a header that nobody trusts says nothing', async () => {
    const { trusted: _, ...untrusting } = served
    const app = makeApp({ ...context, served: untrusting })
    expect((await app.request('/api/session', { headers: ida }, from('10.1.2.3'))).status).toBe(401)
  })
})

describe('the account', () => {
  test('is made once, with the stated role and no password, and noted', async () => {
    await Promise.all([session(ida, '10.1.2.3'), session(ida, '10.1.2.3'), session(ida, '10.1.2.3')])
    expect(await listAccounts(database)).toMatchObject([{ name: 'ida@example.org', role: 'analyst' }])
    expect((await listAudit(database, { limit: 1 }))[0]).toMatchObject({
      actor: 'ida@example.org', action: 'sign-on', status: 201,
    }) // biome-ignore format: one line of the log
    for (const password of ['', 'scrypt', 'undefined']) {
      const body = new URLSearchParams({ name: 'ida@example.org', password })
      const app = makeApp({ ...context, served })
      expect(
        (await app.request('/login', { method: 'POST', body, headers: { origin: 'http://localhost' } }))
          .status,
      ).toBe(401)
    }
  })
  test('is not made where no role is stated', async () =>
    expect((await session(ida, '10.1.2.3', { signOnRole: null }))[0]).toBe(403))
  test('of the same name that somebody else has is not taken over, unless an administrator links it', async () => {
    await addAccount(database, { name: 'boss', role: 'admin', password: 'a long enough one' }, now)
    const boss = { 'x-remote-user': 'boss' }
    expect((await session(boss, '10.1.2.3'))[0]).toBe(403)
    const app = makeApp({ ...context, served })
    const asked = (method: string, path: string, body?: unknown) =>
      app.request(path, {
        method,
        headers: { authorization: `Bearer ${served.key}`, 'content-type': 'application/json' },
        ...(body ? { body: JSON.stringify(body) } : {}),
      })
    const linked = await asked('POST', '/api/accounts/boss/identities', { identity: 'proxy boss' })
    expect(linked.status).toBe(200)
    expect(await session(boss, '10.1.2.3')).toEqual([200, 'boss'])
    const gone = await asked('DELETE', `/api/accounts/boss/identities/${encodeURIComponent('proxy boss')}`)
    expect(gone.status).toBe(200)
    expect((await session(boss, '10.1.2.3'))[0]).toBe(403)
    const far = 'oidc https://id.example/realms/one 4711'
    expect((await asked('POST', '/api/accounts/boss/identities', { identity: far })).status).toBe(200)
    expect((await asked('DELETE', `/api/accounts/boss/identities/${encodeURIComponent(far)}`)).status).toBe(
      200,
    )
  })
  test('that was removed stays closed', async () => {
    await session(ida, '10.1.2.3')
    await removeAccount(database, 'ida@example.org', now)
    expect((await session(ida, '10.1.2.3'))[0]).toBe(403)
  })
})

test('writes come from our own page, as those by cookie; an assistant asks as whom the proxy names', async () => {
  const app = makeApp({
    ...context,
    served,
    assistants: (call) => async () => Response.json(await call('/api/session')),
  })
  const write = (headers: Record<string, string>) =>
    app.request(
      '/api/watches',
      { method: 'POST', body: '{}', headers: { ...ida, 'content-type': 'application/json', ...headers } },
      from('10.1.2.3'),
    )
  expect((await write({})).status).toBe(403)
  expect((await write({ origin: 'https://elsewhere.example' })).status).toBe(403)
  expect((await write({ 'sec-fetch-site': 'same-origin' })).status).toBe(400)
  const told = await app.request('/mcp', { headers: ida }, from('10.1.2.3'))
  expect(await told.json()).toMatchObject({ name: 'ida@example.org', how: 'proxy' })
})

test('over a real connection it is the connection’s address that counts', async () => {
  for (const [range, status] of [
    ['127.0.0.0/8', 200],
    ['10.0.0.0/8', 403],
  ] as const) {
    const trusted = trustProxy('X-Remote-User', [range])
    const server = await startServer(
      { ...context, served: { ...served, trusted } },
      { host: '127.0.0.1', port: 0 },
    )
    const headers = { ...ida, 'x-forwarded-for': '10.1.2.3' }
    expect((await fetch(`${server.address}/api/session`, { headers })).status).toBe(status)
    await server.stop()
  }
})

test.each([
  ['Cookie', ['10.0.0.1']],
  ['X-Forwarded-For', ['10.0.0.1']],
  ['bad header', ['10.0.0.1']],
  ['X-User', []],
  ['X-User', ['0.0.0.0/0']],
  ['X-User', ['::/0']],
  ['X-User', ['10.0.0.0/33']],
  ['X-User', ['10.0.0.0/8/8']],
  ['X-User', ['proxy.example']],
])('%s from %j is refused at the start', (header, ranges) =>
  expect(() => trustProxy(header, ranges)).toThrow(InputError),
)

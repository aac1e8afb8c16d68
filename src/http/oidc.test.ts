// Signing in at a provider on loopback that keeps the standard, and at ones that do not: nobody comes in by a token that does not hold.
import { createHash, createHmac, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { inventWorld } from '../../test/world/world.ts'
import { InputError } from '../errors.ts'
import { addAccount, listAccounts } from '../record/accounts.ts'
import { listAudit } from '../record/audit.ts'
import type { Database } from '../record/database.ts'
import { openRecord } from '../record/open.ts'
import { makeApp } from './app.ts'
import type { AppContext } from './context.ts'
import { openIdProvider } from './oidc.ts'
import type { Served } from './served.ts'

const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 })
const [ours, foreign] = [pair(), pair()]
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const jwks = { keys: [{ ...ours.publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }] }

interface Token {
  head: Record<string, unknown>
  claims: Record<string, unknown>
  signed(text: string): string
}
const by = (key: KeyObject) => (text: string) =>
  sign('RSA-SHA256', Buffer.from(text), key).toString('base64url')

/** What a provider does wrong; {}: nothing. */
interface Fault {
  token?: (good: Token) => Token
  skipVerifier?: boolean
  noToken?: boolean
}

let provider: Server
let issuer: string
let fault: Fault = {}
let asked: string[] = []
/** Codes given, with what was asked for them. */
const codes = new Map<string, { challenge: string; nonce: string; redirect: string }>()
let person: Record<string, unknown> = {}

beforeAll(async () => {
  provider = createServer(async (request, response) => {
    const url = new URL(request.url!, issuer)
    asked.push(url.pathname)
    const send = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    if (url.pathname === '/.well-known/openid-configuration')
      return send(200, {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        code_challenge_methods_supported: ['S256'],
      })
    if (url.pathname === '/jwks') return send(200, jwks)
    let text = ''
    for await (const piece of request) text += piece
    const form = new URLSearchParams(text)
    const given = codes.get(form.get('code') ?? '')
    codes.delete(form.get('code') ?? '')
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    const secret = `Basic ${Buffer.from('chancery:a%3Asecret').toString('base64')}`
    if (request.headers.authorization !== secret) return send(401, { error: 'invalid_client' })
    if (!given || form.get('redirect_uri') !== given.redirect) return send(400, { error: 'invalid_grant' })
    if (!fault.skipVerifier && challenge !== given.challenge) return send(400, { error: 'invalid_grant' })
    const at = Math.floor(Date.now() / 1000)
    const good: Token = {
      head: { alg: 'RS256', kid: 'one', typ: 'JWT' },
      claims: { iss: issuer, aud: 'chancery', iat: at, exp: at + 300, nonce: given.nonce, ...person },
      signed: by(ours.privateKey),
    }
    const { head, claims, signed } = fault.token?.(good) ?? good
    const signing = `${part(head)}.${part(claims)}`
    const id_token = fault.noToken ? {} : { id_token: `${signing}.${signed(signing)}` }
    send(200, { access_token: 'a', token_type: 'Bearer', ...id_token })
  })
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve))
  issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`
})
afterAll(() => new Promise((resolve) => provider.close(resolve)))

let database: Database
let context: AppContext
beforeAll(async () => {
  database = await openRecord(':memory:')
  const reader = () => {
    throw new Error('no reader here')
  }
  const now = () => new Date().toISOString()
  context = { database, knowledge: inventWorld(), reader, now, version: '0', location: ':memory:' }
}, 60_000)
afterAll(() => database.close())
beforeEach(async () => {
  await database.script('truncate account, session, sign_on')
  ;[fault, asked, person] = [{}, [], { sub: '4711', preferred_username: 'ida' }]
})

const host = 'record.example'
const appWith = (as: Partial<Served> = {}) => {
  const oidc = openIdProvider(issuer, 'chancery', 'a:secret')
  const served = {
    accounts: true,
    key: 'k'.repeat(43),
    proxied: true,
    perMinute: 1e6,
    oidc,
    signOnRole: 'reader',
  } as const
  return makeApp({ ...context, served: { ...served, ...as } }, [host])
}
type App = ReturnType<typeof appWith>
const cookieOf = (response: Response, name: string) =>
  new RegExp(`${name}=[^;]*`).exec(response.headers.get('set-cookie') ?? '')?.[0] ?? ''

/** The browser begins, and the provider's page leads it back with a code. */
async function begin(app: App, next = '/exchanges/x') {
  const response = await app.request(`/login/oidc?next=${encodeURIComponent(next)}`, { headers: { host } })
  const to = new URL(response.headers.get('location') ?? '', issuer)
  const told = Object.fromEntries(to.searchParams) as Record<string, string>
  const code = randomUUID()
  codes.set(code, { challenge: told.code_challenge!, nonce: told.nonce!, redirect: told.redirect_uri! })
  return { to, told, code, kept: cookieOf(response, '__Host-chancery-oidc'), response }
}
const finish = (app: App, query: Record<string, string>, cookie: string) =>
  app.request(`/login/oidc/back?${new URLSearchParams(query)}`, { headers: { host, cookie } })

async function signIn(app = appWith(), next?: string) {
  const { told, code, kept } = await begin(app, next)
  return finish(app, { code, state: told.state! }, kept)
}
const nobodyCame = async (response: Response, status = 401) => {
  expect(response.status).toBe(status)
  expect(cookieOf(response, '__Host-chancery')).toBe('')
  expect(await database.query('select * from session')).toEqual([])
  expect((await listAudit(database, { limit: 1 }))[0]).toMatchObject({
    action: 'login',
    actor: 'nobody',
    status,
  })
}

describe('a provider that keeps the standard', () => {
  test('is asked with PKCE, state and nonce, and leads back to the name we go by', async () => {
    const { to, told, response } = await begin(appWith())
    expect(to.pathname).toBe('/authorize')
    expect(told).toMatchObject({
      client_id: 'chancery', response_type: 'code', code_challenge_method: 'S256',
      redirect_uri: `https://${host}/login/oidc/back`,
    }) // biome-ignore format: as sent
    for (const name of ['state', 'nonce', 'code_challenge']) expect(told[name]!.length).toBeGreaterThan(30)
    expect(response.headers.get('set-cookie')).toMatch(/HttpOnly; Secure; SameSite=Lax/)
  })
  test('lets in whom it vouches for, with the stated role, by the usual session', async () => {
    const app = appWith()
    const response = await signIn(app)
    expect(response.status).toBe(200)
    expect(await response.text()).toContain('content="0;url=/exchanges/x"')
    const session = await app.request('/api/session', {
      headers: { host, cookie: cookieOf(response, '__Host-chancery') },
    })
    expect(await session.json()).toEqual({ name: 'ida', role: 'reader', how: 'session', collections: null })
    expect((await listAudit(database, { limit: 1 }))[0]).toMatchObject({
      actor: 'ida',
      action: 'login',
      status: 303,
    })
  })
  test('knows a person by subject: another name is still the same account, the same name another person is not', async () => {
    await signIn()
    person = { sub: '4711', preferred_username: 'ida.married' }
    expect((await signIn()).status).toBe(200)
    person = { sub: '4712', preferred_username: 'ida' }
    await database.script('truncate session')
    await nobodyCame(await signIn(), 403)
    expect((await listAccounts(database)).map(({ name }) => name)).toEqual(['ida'])
  })
  test('does not make anybody an administrator by a name', async () => {
    await addAccount(database, { name: 'boss', role: 'admin', password: 'a long enough one' }, context.now())
    person = { sub: '1', preferred_username: 'boss' }
    await nobodyCame(await signIn(), 403)
  })
  test('lets in nobody new where no role is stated', async () =>
    nobodyCame(await signIn(appWith({ signOnRole: null })), 403))
  test('leads on to our own pages alone', async () =>
    expect(await (await signIn(appWith(), 'https://elsewhere.example/')).text()).toContain(
      'content="0;url=/"',
    ))
  test('a key that it changed meanwhile is not asked for by an unknown name each time', async () => {
    await signIn()
    expect(asked.filter((path) => path === '/jwks')).toHaveLength(1)
  })
})

const claim = (more: Record<string, unknown>): Fault => ({
  token: (good) => ({ ...good, claims: { ...good.claims, ...more } }),
})
const past = Math.floor(Date.now() / 1000) - 3600
const faults: [string, Fault][] = [
  ['of another nonce', claim({ nonce: 'another' })],
  ['without a nonce', claim({ nonce: undefined })],
  ['for another client', claim({ aud: 'somebody else' })],
  ['for two clients, the other one being meant', claim({ aud: ['chancery', 'other'], azp: 'other' })],
  ['by another issuer', claim({ iss: 'https://elsewhere.example' })],
  ['that has expired', claim({ iat: past - 300, exp: past })],
  ['that never expires', claim({ exp: undefined })],
  ['of nobody', claim({ sub: undefined })],
  ['not signed (alg none)', { token: (good) => ({ ...good, head: { alg: 'none' }, signed: () => '' }) }],
  ['signed by a key of an unknown name', { token: (good) => ({ ...good, head: { ...good.head, kid: 'two' }, signed: by(foreign.privateKey) }) }],
  ['signed by another key under our key’s name', { token: (good) => ({ ...good, signed: by(foreign.privateKey) }) }],
  ['signed with the public key as a secret (HS256)', {
    token: (good) => ({
      ...good,
      head: { alg: 'HS256', kid: 'one' },
      signed: (text) => createHmac('sha256', ours.publicKey.export({ format: 'pem', type: 'spki' })).update(text).digest('base64url'),
    }),
  }],
  ['signed with the client’s secret', {
    token: (good) => ({
      ...good,
      head: { alg: 'HS256' },
      signed: (text) => createHmac('sha256', 'a:secret').update(text).digest('base64url'),
    }),
  }],
  ['changed after it was signed', { token: (good) => ({ ...good, signed: () => by(ours.privateKey)(`${part(good.head)}.${part({ ...good.claims, sub: '1' })}`) }) }],
  ['that is not there', { noToken: true }],
] // biome-ignore format: a table

describe('a provider that does not: a token', () => {
  test.each(faults)('%s lets nobody in', async (_, wrong) => {
    fault = wrong
    await nobodyCame(await signIn())
    expect(await listAccounts(database)).toEqual([])
  })
})

describe('an answer', () => {
  test('that the browser did not ask for lets nobody in', async () => {
    const app = appWith()
    const { told, code } = await begin(app)
    await nobodyCame(await finish(app, { code, state: told.state! }, ''), 403)
  })
  test('to another question lets nobody in: the state differs', async () => {
    const app = appWith()
    const [mine, theirs] = [await begin(app), await begin(app)]
    await nobodyCame(await finish(app, { code: theirs.code, state: theirs.told.state! }, mine.kept))
    await nobodyCame(await finish(app, { code: mine.code }, mine.kept))
  })
  test('with a stolen code lets nobody in: the verifier differs, and where that is not looked at, the nonce', async () => {
    const app = appWith()
    for (const skipVerifier of [false, true]) {
      fault = { skipVerifier }
      const [mine, theirs] = [await begin(app), await begin(app)]
      await nobodyCame(await finish(app, { code: theirs.code, state: mine.told.state! }, mine.kept))
    }
  })
  test('is good once', async () => {
    const app = appWith()
    const { told, code, kept } = await begin(app)
    expect((await finish(app, { code, state: told.state! }, kept)).status).toBe(200)
    await database.script('truncate session')
    await nobodyCame(await finish(app, { code, state: told.state! }, kept))
  })
  test('of refusal is told, with nothing of it run as HTML', async () => {
    const app = appWith()
    const { told, kept } = await begin(app)
    const refused = {
      error: 'access_denied',
      error_description: '<script>alert(1)</script>',
      state: told.state!,
    }
    const response = await finish(app, refused, kept)
    expect(await response.clone().text()).not.toContain('<script>alert')
    await nobodyCame(response)
  })
  test.each(['x', Buffer.from('{}').toString('base64url'), Buffer.from('null').toString('base64url')])(
    'with a cookie of %s lets nobody in',
    async (kept) =>
      nobodyCame(await finish(appWith(), { code: 'x', state: 'x' }, `__Host-chancery-oidc=${kept}`), 403),
  )
})

test('a provider that is away is told of, and asked again', async () => {
  const away = openIdProvider('http://127.0.0.1:9', 'chancery', undefined)
  const response = await appWith({ oidc: away }).request('/login/oidc', { headers: { host } })
  expect(response.status).toBe(502)
  expect(await response.text()).toContain('127.0.0.1:9')
})

test('ways in are told to anybody', async () => {
  const ways = async (app: App) => (await app.request('/api/sign-on', { headers: { host } })).json()
  expect(await ways(appWith())).toEqual([
    { kind: 'password', path: '/login', name: null },
    { kind: 'oidc', path: '/login/oidc', name: new URL(issuer).host },
  ])
  expect(await ways(makeApp(context, [host]))).toEqual([])
  expect(await (await appWith().request('/login', { headers: { host } })).text()).toContain(
    '/login/oidc?next=',
  )
})

test.each(['http://id.example', 'ftp://id.example', 'id.example', ''])('%j is no provider', (url) =>
  expect(() => openIdProvider(url, 'chancery', undefined)).toThrow(InputError),
)

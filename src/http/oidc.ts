// Signing in at an OpenID provider: authorization code with PKCE, state and nonce; the ID token is verified against the provider's keys.
import type { Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  type IDToken,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import { AccessError, InputError } from '../errors.ts'
import { accountName, signOn } from '../record/signon.ts'
import { note } from './auditing.ts'
import type { AppContext } from './context.ts'
import { ownPath, show, startSession } from './login.ts'
import { goOnPage, loginPage } from './login-page.ts'
import { isLoopback, type Served } from './served.ts'

export interface Provider {
  /** Shown to people: the provider's host. */
  name: string
  /** Asks the provider what it can do, once; a failure is forgotten. */
  configuration(): Promise<Configuration>
}

/** `secret`: undefined for a client that has none. Throws InputError for an issuer whose answers others could write. */
export function openIdProvider(issuer: string, clientId: string, secret: string | undefined): Provider {
  const url = URL.canParse(issuer) ? new URL(issuer) : null
  const insecure = url?.protocol === 'http:' && isLoopback(url.hostname)
  if (!url || (url.protocol !== 'https:' && !insecure))
    throw new InputError(`"${issuer}" is no address of an OpenID provider`, 'It begins with https://')
  const found = () =>
    discovery(url, clientId, undefined, secret === undefined ? None() : secretly(secret), {
      // Without this the token's signature would be taken on the word of the connection.
      execute: insecure ? [enableNonRepudiationChecks, allowInsecureRequests] : [enableNonRepudiationChecks],
      timeout: 10,
    })
  let asked: Promise<Configuration> | undefined
  const configuration = async () => {
    asked ??= found()
    try {
      return await asked
    } catch (error) {
      asked = undefined
      throw error
    }
  }
  return { name: url.host, configuration }
}

/** As the provider wants it; where it does not say, as the standard does. */
function secretly(secret: string): ClientAuth {
  const [basic, post] = [ClientSecretBasic(secret), ClientSecretPost(secret)]
  return (provider, ...rest) => {
    const methods = provider.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    return (methods.includes('client_secret_basic') ? basic : post)(provider, ...rest)
  }
}

/** What was agreed when the sign-on began. The browser keeps it: whoever brings the answer must be who asked. */
interface Begun {
  state: string
  nonce: string
  verifier: string
  next: string
}

const minutes = 10
const cookieOf = (served: Served | undefined): string =>
  served?.proxied ? '__Host-chancery-oidc' : 'chancery-oidc'

/** Puts the way to the provider and the way back on `app`. */
export function mountOidc(app: Hono, context: AppContext): void {
  const provider = context.served?.oidc
  if (!provider) return
  app.get('/login/oidc', (c) => orTell(context, provider, c, () => begin(context, provider, c)))
  app.get('/login/oidc/back', (c) => orTell(context, provider, c, () => finish(context, provider, c)))
}

async function begin({ served }: AppContext, provider: Provider, c: Context): Promise<Response> {
  const configuration = await provider.configuration()
  const begun: Begun = {
    state: randomState(),
    nonce: randomNonce(),
    verifier: randomPKCECodeVerifier(),
    next: ownPath(c.req.query('next')),
  }
  const secure = served?.proxied ?? false
  const kept = Buffer.from(JSON.stringify(begun)).toString('base64url')
  // Lax: the provider's page leads back to us.
  const how = { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge: minutes * 60 } as const
  setCookie(c, cookieOf(served), kept, how)
  const to = buildAuthorizationUrl(configuration, {
    redirect_uri: backAddress(served, c),
    scope: 'openid profile email',
    code_challenge: await calculatePKCECodeChallenge(begun.verifier),
    code_challenge_method: 'S256',
    state: begun.state,
    nonce: begun.nonce,
  })
  return c.redirect(to.href, 303)
}

/** The name we were asked by is one of ours: that was checked before. */
const backAddress = (served: Served | undefined, c: Context): string =>
  `${served?.proxied ? 'https' : 'http'}://${c.req.header('host') ?? new URL(c.req.url).host}/login/oidc/back`

async function finish(context: AppContext, provider: Provider, c: Context): Promise<Response> {
  const { served, database, now } = context
  const begun = readBegun(getCookie(c, cookieOf(served)))
  deleteCookie(c, cookieOf(served), { path: '/', secure: served?.proxied ?? false })
  if (!begun) throw new AccessError('This sign-on was not begun here, or too long ago', 'Begin anew.')
  const configuration = await provider.configuration()
  const back = new URL(backAddress(served, c) + new URL(c.req.url).search)
  const tokens = await authorizationCodeGrant(configuration, back, {
    pkceCodeVerifier: begun.verifier,
    expectedState: begun.state,
    expectedNonce: begun.nonce,
    idTokenExpected: true,
  })
  const claims = tokens.claims()!
  const vouched = { identity: `oidc ${claims.iss} ${claims.sub}`, name: nameOf(claims) }
  const { account } = await signOn(database, { ...vouched, role: served?.signOnRole ?? null }, now())
  await startSession(context, c, account.name)
  return show(c, goOnPage(begun.next))
}

function readBegun(kept: string | undefined): Begun | null {
  try {
    const { state, nonce, verifier, next } = JSON.parse(
      Buffer.from(kept ?? '', 'base64url').toString(),
    ) as Record<keyof Begun, unknown>
    const texts = [state, nonce, verifier, next]
    if (!texts.every((one): one is string => typeof one === 'string' && one.length > 0)) return null
    const [kState, kNonce, kVerifier, kNext] = texts as [string, string, string, string]
    return { state: kState, nonce: kNonce, verifier: kVerifier, next: ownPath(kNext) }
  } catch {
    return null
  }
}

/** What a new account is called: a name for people. Who it is, `sub` says. */
function nameOf(claims: IDToken): string {
  const told = [claims.preferred_username, claims.email, claims.sub].find(
    (one): one is string => typeof one === 'string' && accountName.test(one),
  )
  return (
    told ??
    claims.sub
      .replace(/[^\p{L}\p{N}._@-]+/gu, '-')
      .replace(/^[^\p{L}\p{N}]+/u, '')
      .slice(0, 100)
  )
}

/** Shows why it failed on the page where one may try again, and notes it. */
async function orTell(
  context: AppContext,
  provider: Provider,
  c: Context,
  act: () => Promise<Response>,
): Promise<Response> {
  try {
    return await act()
  } catch (error) {
    const refused = error instanceof AccessError
    const status = refused ? 403 : isAway(error) ? 502 : 401
    await note(context, c, { actor: 'nobody', action: 'login', status })
    const why = refused ? `${error.message}. ${error.next}` : `${provider.name}: ${told(error)}`
    return show(c, loginPage({ next: '/', name: '', wrong: why, elsewhere: provider.name }), status)
  }
}

/** The provider did not answer; everything else is an answer that does not hold. */
const isAway = (error: unknown): boolean =>
  error instanceof TypeError || (error as { name?: string }).name === 'TimeoutError'

const told = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 200)

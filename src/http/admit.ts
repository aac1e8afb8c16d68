// Who asks: by session cookie, bearer token or a trusted proxy's word, where the record is served to others; this machine's own user everywhere else.
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import { AccessError } from '../errors.ts'
import { findSession } from '../record/sessions.ts'
import { findToken } from '../record/tokens.ts'
import type { AppContext } from './context.ts'
import { whoProxySays } from './proxy.ts'
import { nobody, notSignedIn, type Who } from './roles.ts'
import type { Served } from './served.ts'

declare module 'hono' {
  interface ContextVariableMap {
    who: Who
    /** Name of the route that answers. */
    route: string
  }
}

const local: Who = { name: 'local', role: 'admin', how: 'local' }

/** Over TLS the browser itself sees to it that nobody else sets the cookie. */
export const cookieName = (served: Served | undefined): string =>
  served?.proxied ? '__Host-chancery' : 'chancery'

// Opened by nobody signed in: the way in, the workbench's own scripts (a page that stayed open still needs them, and
// they are no secret), whether the server lives, and feeds, which have tokens in their addresses.
const open =
  /^\/(login|login\/oidc|login\/oidc\/back|login\.css|logout|icon\.svg|assets\/[\w.-]+|healthz|readyz|api\/sign-on|feeds\/.*)$/

/** What goes along with a question that comes from within, for somebody who was let in before. Nothing from the network gets there. */
export interface Within {
  who: Who
}

/** Finds out who asks. Nobody sees a page but the way in, and nobody gets an answer from the API. */
export const admit =
  (context: AppContext): MiddlewareHandler =>
  async (c, next) => {
    const within = (c.env as Partial<Within> | undefined)?.who
    const who = within ?? (context.served?.accounts ? await whoAsks(context, context.served, c) : local)
    c.set('who', who)
    if (who.how === 'none' && !open.test(c.req.path)) {
      if (isPage(c)) return c.redirect(`/login?next=${encodeURIComponent(placeOf(c))}`, 303)
      throw notSignedIn()
    }
    if (within === undefined && (who.how === 'session' || who.how === 'proxy')) requireOwnPage(c)
    await next()
  }

async function whoAsks(context: AppContext, served: Served, c: Context): Promise<Who> {
  const { database, now } = context
  const bearer = /^Bearer ([\w-]{10,200})$/i.exec(c.req.header('authorization') ?? '')?.[1]
  if (bearer !== undefined) {
    if (isSame(bearer, served.key)) return local
    const token = await findToken(database, bearer, now())
    return token && token.scope !== 'feeds' ? { name: token.name, role: token.scope, how: 'token' } : nobody
  }
  const vouched = served.trusted ? await whoProxySays(context, served.trusted, c) : null
  if (vouched) return vouched
  const words = getCookie(c, cookieName(served))
  const found = words ? await findSession(database, words, now()) : null
  return found ? { ...found, how: 'session' } : nobody
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
const isSame = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b))

/** With its filters: who signs in gets to the very place that was asked for. */
const placeOf = (c: Context): string => c.req.path + new URL(c.req.url).search

const isPage = (c: Context): boolean =>
  c.req.method === 'GET' &&
  !/^\/(api|mcp|metrics)\b/.test(c.req.path) &&
  (c.req.header('accept') ?? '').includes('text/html')

/** A browser says where a write comes from (what it says is checked before); one that does not say is not let write by cookie. */
function requireOwnPage(c: Context): void {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return
  if (c.req.header('origin') ?? c.req.header('sec-fetch-site')) return
  throw new AccessError(
    'A write from a browser that does not say which page made it is refused',
    'Use the workbench, or a token: Authorization: Bearer …',
  )
}

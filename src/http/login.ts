// Signing in and out: a form, a session, a cookie; tries are counted and noted.
import type { Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { ChanceryError } from '../errors.ts'
import { requirePassword } from '../record/accounts.ts'
import { closeSession, openSession, sessionHours } from '../record/sessions.ts'
import { cookieName } from './admit.ts'
import { note } from './auditing.ts'
import type { AppContext } from './context.ts'
import { capBody } from './guard.ts'
import { makeLimit, RateError, requireLeft } from './limits.ts'
import { loginPage, loginStyle, signedInPage } from './login-page.ts'
import { clientOf } from './served.ts'

/** A form, not JSON: the one way to write that takes one. */
export const formPaths = ['/login', '/logout']

const quarter = 15 * 60_000

/** Puts /login and /logout on `app`. Where nobody has to sign in they say so by leading on. */
export function mountLogin(app: Hono, context: AppContext): void {
  const take = limitTries()
  app.use('/login', capBody(10_000))
  app.get('/login.css', (c) => c.body(loginStyle, 200, { 'content-type': 'text/css; charset=utf-8' }))
  app.get('/login', (c) => {
    const who = c.get('who')
    if (who.how === 'session') return show(c, signedInPage(who.name, who.role))
    if (who.how === 'local' || who.how === 'proxy') return c.redirect('/', 303)
    return show(
      c,
      loginPage({
        next: ownPath(c.req.query('next')),
        name: '',
        wrong: null,
        elsewhere: context.served?.oidc?.name,
      }),
    )
  })
  app.post('/login', (c) => signIn(context, take, c))
  app.post('/logout', (c) => signOut(context, c))
}

// With the house's usual policy a browser would hide where the form comes from, even from us.
export const show = (c: Context, html: string, status: 200 | 401 | 403 | 429 | 502 = 200): Response =>
  c.html(html, status, { 'referrer-policy': 'same-origin', 'cache-control': 'no-store' })

/** Few tries for one name from one address, more from one address, and a cap on one name from everywhere. */
function limitTries(): (name: string, address: string, nowMs: number) => void {
  const pair = makeLimit(5, quarter)
  const from = makeLimit(30, quarter)
  const at = makeLimit(100, 4 * quarter)
  return (name, address, nowMs) => {
    requireLeft(pair, `${address} ${name}`, nowMs, 'Too many tries to sign in')
    requireLeft(from, address, nowMs, 'Too many tries to sign in from there')
    requireLeft(at, name, nowMs, 'Too many tries to sign in by that name')
  }
}

async function signIn(
  context: AppContext,
  take: ReturnType<typeof limitTries>,
  c: Context,
): Promise<Response> {
  const form = new URLSearchParams(await c.req.text())
  const name = (form.get('name') ?? '').slice(0, 100)
  const next = ownPath(form.get('next'))
  const { database, served, now } = context
  try {
    take(name, clientOf(c, served) ?? '', Date.parse(now()))
    const account = await requirePassword(database, name, form.get('password') ?? '')
    await startSession(context, c, account.name)
    return isScript(c) ? c.json({ name: account.name, role: account.role }) : c.redirect(next, 303)
  } catch (error) {
    if (!(error instanceof ChanceryError) || (error.status !== 401 && error.status !== 429)) throw error
    await note(context, c, { actor: name, action: 'login', status: error.status })
    if (isScript(c)) throw error
    if (error instanceof RateError) c.header('retry-after', String(error.afterSeconds))
    return show(
      c,
      loginPage({ next, name, wrong: `${error.message}. ${error.next}`, elsewhere: served?.oidc?.name }),
      error.status,
    )
  }
}

/** The workbench signs in without leaving the page it is on: it wants the outcome, not a page. */
const isScript = (c: Context): boolean => (c.req.header('accept') ?? '').startsWith('application/json')

/** Notes the login and gives the browser a session of the account `name`. */
export async function startSession(context: AppContext, c: Context, name: string): Promise<void> {
  const { database, served, now } = context
  const words = await openSession(database, name, now())
  await note(context, c, { actor: name, action: 'login', status: 303 })
  setCookie(c, cookieName(served), words, {
    path: '/',
    httpOnly: true,
    sameSite: 'Strict',
    secure: served?.proxied ?? false,
    maxAge: sessionHours * 3600,
  })
}

async function signOut(context: AppContext, c: Context): Promise<Response> {
  const name = cookieName(context.served)
  const words = getCookie(c, name)
  if (words) await closeSession(context.database, words)
  await note(context, c, { actor: c.get('who').name, action: 'logout', status: 303 })
  deleteCookie(c, name, { path: '/', secure: context.served?.proxied ?? false })
  return isScript(c) ? c.json({ signedOut: c.get('who').name }) : c.redirect('/login', 303)
}

/** A page of ours to go on to: whatever could lead elsewhere leads to the first page. */
// => ownPath('//elsewhere.example') === '/'
export const ownPath = (path: string | null | undefined): string =>
  path && /^\/(?![/\\])[^\\\s\p{C}]*$/u.test(path) && !path.startsWith('/log') ? path : '/'

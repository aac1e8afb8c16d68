// What keeps others out: the Host header, the origin of writes, a strict content policy, capped bodies.
import type { MiddlewareHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { AccessError } from '../errors.ts'

const loopbackNames = ['localhost', '127.0.0.1', '[::1]']

/**
 * Refuses requests for names we do not go by: a page whose name was made to point here (DNS rebinding) is not let in.
 * `names` are further host names without port.
 */
export function requireHost(names: string[]): MiddlewareHandler {
  const known = new Set([...loopbackNames, ...names.map((name) => name.toLowerCase())])
  return async (c, next) => {
    const host = hostOf(c.req.header('host') ?? new URL(c.req.url).host)
    if (!known.has(host))
      throw new AccessError(
        `This server does not go by the name "${host.slice(0, 100)}"`,
        'Start it with --host NAME to allow that name.',
      )
    await next()
  }
}

const hostOf = (host: string): string => host.toLowerCase().replace(/:\d*$/, '')

/** Refuses writes that another site's page makes with the user's browser. */
export const requireSameOrigin: MiddlewareHandler = async (c, next) => {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
    const site = c.req.header('sec-fetch-site')
    const origin = c.req.header('origin')
    const host = c.req.header('host') ?? new URL(c.req.url).host
    const foreign =
      (site !== undefined && site !== 'same-origin' && site !== 'none') ||
      (origin !== undefined && !isOrigin(origin, host))
    if (foreign)
      throw new AccessError(
        'Writes from pages of another site are refused',
        'Use the workbench at this address, or a program.',
      )
  }
  await next()
}

const isOrigin = (origin: string, host: string): boolean =>
  URL.canParse(origin) && new URL(origin).host === host

/** Writes carry JSON, which no plain form of another site can send; uploads are let through to their own routes. */
export const requireJson =
  (uploads: string[]): MiddlewareHandler =>
  async (c, next) => {
    const write = c.req.method === 'POST' || c.req.method === 'PUT'
    const json = /^application\/json\b/i.test(c.req.header('content-type') ?? '')
    if (write && !json && !uploads.includes(c.req.path)) {
      throw new HTTPException(415, { message: 'Send application/json.' })
    }
    await next()
  }

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const headers: Record<string, string> = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
}

export const secureHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  for (const [name, value] of Object.entries(headers))
    if (!(name === 'referrer-policy' && c.res.headers.has(name))) c.res.headers.set(name, value)
}

/** Bodies up to `most` bytes. One whose length is not told is read as far as that, and handed on whole. */
export const capBody =
  (most: number): MiddlewareHandler =>
  async (c, next) => {
    const { method, headers } = c.req.raw
    if (method !== 'POST' && method !== 'PUT') return next()
    const length = headers.has('transfer-encoding') ? null : headers.get('content-length')
    if (Number(length) > most) throw tooLarge(most)
    if (length === null) {
      const body = await readCapped(c.req.raw.body, most)
      c.req.raw = new Request(c.req.url, { method, headers, body })
    }
    await next()
  }

const tooLarge = (most: number): HTTPException =>
  new HTTPException(413, { message: `The body is larger than ${most.toLocaleString('en')} bytes.` })

async function readCapped(
  body: ReadableStream<Uint8Array> | null,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of body ?? []) {
    size += piece.length
    if (size > most) throw tooLarge(most)
    pieces.push(piece)
  }
  return new Uint8Array(Buffer.concat(pieces))
}

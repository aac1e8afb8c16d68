// One line for each request: what was asked of which route, how it ended, how long it took. Never a query, a header or a body.
import type { MiddlewareHandler } from 'hono'
import type { AppContext } from './context.ts'
import { clientOf } from './served.ts'

export interface LogLine {
  at: string
  method: string
  /** Without its query: addresses of feeds carry their token there. */
  path: string
  status: number
  ms: number
  who: string
  address: string | null
}

/** Tells `context.served.log` of each request when it is answered. */
export const logRequests =
  (context: AppContext): MiddlewareHandler =>
  async (c, next) => {
    const log = context.served?.log
    if (!log) return next()
    const start = performance.now()
    await next()
    log({
      at: context.now(),
      method: c.req.method,
      path: c.req.path.slice(0, 500),
      status: c.res.status,
      ms: Math.round(performance.now() - start),
      who: c.get('who')?.name ?? 'nobody',
      address: clientOf(c, context.served),
    })
  }

const secrets: [RegExp, string][] = [
  [/\bchf_[\w-]{10,}/g, 'chf_…'],
  [/(\bBearer\s+)[\w.~+/=-]+/gi, '$1…'],
  [/(\b(?:token|password|secret|key)["']?\s*[=:]\s*["']?)[^\s"'&,;]+/gi, '$1…'],
  [/(\bpostgres(?:ql)?:\/\/[^:@/\s]*):[^@\s]{0,1000}@/gi, '$1:…@'],
]

/** A message of a fault with what looks like a secret taken out: faults carry what they failed at. */
export const withoutSecrets = (text: string): string =>
  secrets.reduce((kept, [pattern, shown]) => kept.replace(pattern, shown), text)

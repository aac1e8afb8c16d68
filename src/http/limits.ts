// How often one may ask: a bucket for each client or account, refilled as time goes by.
import type { MiddlewareHandler } from 'hono'
import { ChanceryError } from '../errors.ts'
import type { AppContext } from './context.ts'
import { clientOf } from './served.ts'

/** Asked too often; `afterSeconds`: how long to wait. */
export class RateError extends ChanceryError {
  override readonly status = 429
  readonly afterSeconds: number
  constructor(what: string, afterSeconds: number) {
    super(what, `Try again in ${afterSeconds} seconds.`)
    this.afterSeconds = afterSeconds
  }
}

// Keys come from outside: as many are kept as do no harm, the longest unused goes first.
const mostKeys = 10_000

/** `most` at once, refilled at `most` each `perMs`. `take` takes one: 0, or the milliseconds until there is one. */
export function makeLimit(most: number, perMs: number): { take(key: string, nowMs: number): number } {
  const buckets = new Map<string, { left: number; at: number }>()
  return {
    take(key, nowMs) {
      const { left, at } = buckets.get(key) ?? { left: most, at: nowMs }
      const now = Math.min(most, left + (Math.max(0, nowMs - at) * most) / perMs)
      buckets.delete(key)
      buckets.set(key, { left: now < 1 ? now : now - 1, at: nowMs })
      if (buckets.size > mostKeys) buckets.delete(buckets.keys().next().value!)
      return now < 1 ? Math.ceil(((1 - now) * perMs) / most) : 0
    },
  }
}

export type Limit = ReturnType<typeof makeLimit>

/** Throws RateError when `key` has none left. */
export function requireLeft(limit: Limit, key: string, nowMs: number, what: string): void {
  const wait = limit.take(key, nowMs)
  if (wait > 0) throw new RateError(what, Math.ceil(wait / 1000))
}

/** Caps what one client may ask, where the record is served to others. What is asked from within is not counted. */
export function limitClients({ served, now }: AppContext): MiddlewareHandler {
  const limit = makeLimit(served?.perMinute ?? 0, 60_000)
  return async (c, next) => {
    const client = served?.accounts ? clientOf(c, served) : null
    if (client !== null) requireLeft(limit, client, Date.parse(now()), 'Too many requests')
    await next()
  }
}

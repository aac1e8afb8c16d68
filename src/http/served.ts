// How a record is served over the network: to whom, through what, and what is told of it.
import type { IncomingMessage } from 'node:http'
import type { Context } from 'hono'
import type { Role } from '../record/accounts.ts'
import type { LogLine } from './logs.ts'
import type { Provider } from './oidc.ts'
import type { TrustedProxy } from './proxy.ts'

export interface Served {
  /** true: whoever asks has to sign in or bring a token. */
  accounts: boolean
  /** Words that let this machine's own user in: only who may read the record's lock file knows them. */
  key: string
  /** Behind a proxy of ours, which speaks TLS and writes who asked into X-Forwarded-For. */
  proxied: boolean
  /** Requests a client may make a minute, where accounts are asked for. */
  perMinute: number
  /** A proxy that says who asks. */
  trusted?: TrustedProxy
  /** Where people may sign in instead of here. */
  oidc?: Provider
  /** What whoever comes in by the two for the first time may do; absent or null: only whom an administrator linked comes in. */
  signOnRole?: Role | null
  /** Told of each request. */
  log?(line: LogLine): void
}

/** Address of who asked; null: asked from within. A proxy adds its client last: what stands before is only said. */
export function clientOf(c: Context, served: Served | undefined): string | null {
  const { incoming } = (c.env ?? {}) as { incoming?: IncomingMessage }
  const socket = incoming?.socket.remoteAddress ?? null
  if (!served?.proxied) return socket
  return c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim().slice(0, 64) || socket
}

/** 127.0.0.0/8, ::1 and their name: nobody from elsewhere gets there. */
export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host)

// Starts the server on a port, and stops it gracefully.
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { hostname, networkInterfaces } from 'node:os'
import { serve } from '@hono/node-server'
import { InputError } from '../errors.ts'
import { makeApp } from './app.ts'
import type { AppContext } from './context.ts'

export interface RunningServer {
  /** Where it listens: http://127.0.0.1:4680 */
  address: string
  /** Takes no new requests, lets open ones finish for a moment, then closes. */
  stop(): Promise<void>
}

const graceMs = 10_000

/** The port of a server that was told none, and how many after it are tried when it is taken. */
const usualPort = 4680
const portsTried = 20

/** Serves on `port`, or, told none, on the first from 4680 on that no other program holds. */
export async function startServerOnFreePort(
  context: AppContext,
  { host, port, names = [] }: { host: string; port: number | undefined; names?: string[] },
): Promise<RunningServer> {
  if (port !== undefined) return startServer(context, { host, port, names })
  for (let next = usualPort; next < usualPort + portsTried; next++) {
    const server = await startServer(context, { host, port: next, names }).catch(nullIfTaken)
    if (server) return server
  }
  return startServer(context, { host, port: 0, names })
}

function nullIfTaken(error: Error): null {
  if ((error.cause as NodeJS.ErrnoException | undefined)?.code === 'EADDRINUSE') return null
  throw error
}

/** Serves `context`; `names`: further names it goes by. Throws InputError when the port is taken or the host is not ours. */
export function startServer(
  context: AppContext,
  { host, port, names = [] }: { host: string; port: number; names?: string[] },
): Promise<RunningServer> {
  const app = makeApp(context, [...names, ...(isAnyAddress(host) ? namesOfMachine() : [host])])
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port, overrideGlobalObjects: false }, (info) =>
      resolve({ address: addressOf(host, info), stop: () => stop(server) }),
    ) as Server
    server.headersTimeout = 10_000
    server.requestTimeout = 60_000
    server.on('error', (error: NodeJS.ErrnoException) => reject(startError(error, host, port)))
  })
}

/** What others on the network call this machine. */
const namesOfMachine = (): string[] => [
  hostname(),
  ...Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .map(({ address, family }) => (family === 'IPv6' ? `[${address}]` : address)),
]

const isAnyAddress = (host: string): boolean => host === '0.0.0.0' || host === '::'

function addressOf(host: string, info: AddressInfo): string {
  const shown = isAnyAddress(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http://${shown}:${info.port}`
}

function startError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new InputError(`Port ${port} is in use`, 'Choose another with --port, or 0 for a free one.', error)
  if (error.code === 'EACCES')
    return new InputError(`Port ${port} may not be used by you`, 'Choose one above 1023.', error)
  return new InputError(
    `Cannot listen on ${host}:${port}: ${error.message}`,
    'Give --host an address of this machine.',
    error,
  )
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), graceMs)
    // A connection kept alive is idle once its last answer is sent.
    const idle = setInterval(() => server.closeIdleConnections(), 50)
    server.close(() => {
      clearTimeout(timer)
      clearInterval(idle)
      resolve()
    })
  })
}

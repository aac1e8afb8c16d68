// `chancery serve`: the workbench and the API over the record, until interrupted.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import pc from 'picocolors'
import { InputError } from '../errors.ts'
import { startCollecting } from '../http/collecting.ts'
import type { AppContext } from '../http/context.ts'
import { openIdProvider } from '../http/oidc.ts'
import { trustProxy } from '../http/proxy.ts'
import { isLoopback, type Served } from '../http/served.ts'
import { startServerOnFreePort } from '../http/start.ts'
import { startWatching } from '../http/watching.ts'
import { mcpOverHttp } from '../mcp/server.ts'
import { hasAdmin } from '../record/accounts.ts'
import { isServer } from '../record/location.ts'
import { recordLocation } from '../record/open.ts'
import { announceAddress } from '../record/owner.ts'
import type { GivenFor } from './arguments.ts'
import { openContext } from './connect.ts'
import { describeError, print, printJson, tell } from './output.ts'
import { version } from './version.ts'

/** Serves until SIGINT or SIGTERM, then lets open requests finish and closes the record. */
export async function serve(given: GivenFor<'serve'>): Promise<void> {
  const location = recordLocation(given.database)
  const context = await openContext(location)
  context.assistants = (call) => mcpOverHttp(call, version, (error) => tell(describeError(error)))
  try {
    const served = await servedAs(context, given)
    const { host, port, proxy } = given
    const names = proxy ? [proxy] : []
    const server = await startServerOnFreePort({ ...context, served }, { host, port, names })
    const watching = startWatching(context)
    const collecting = startCollecting(context)
    if (!isServer(location)) announceAddress(location, server.address, served.key)
    await (given.json
      ? printJson({ address: server.address, location: context.location, pid: process.pid })
      : print(`Chancery is at ${pc.bold(server.address)}`))
    if (given.open) openBrowser(server.address)
    await interrupted()
    tell('chancery: closing')
    await Promise.all([server.stop(), watching.stop(), collecting.stop()])
  } finally {
    await context.database.close()
  }
}

/** This machine's user needs no account; others do. Throws InputError when they would have none. */
async function servedAs(context: AppContext, given: GivenFor<'serve'>): Promise<Served> {
  const { host, proxy, log, rate } = given
  const ways = waysIn(given)
  const asked = given.accounts || proxy !== undefined || ways.trusted !== undefined || ways.oidc !== undefined
  const accounts = asked || !isLoopback(host)
  if (accounts && !(await hasAdmin(context.database)))
    throw new InputError(
      'The record would be open to others, and has no account to let them in by',
      'Make one first: chancery account add NAME --role admin',
    )
  if (!isLoopback(host) && proxy === undefined)
    tell(
      'chancery: passwords travel over the network as they are; put TLS before it: see docs/11-operations.md',
    )
  return {
    accounts,
    key: randomBytes(32).toString('base64url'),
    proxied: proxy !== undefined,
    perMinute: rate,
    ...ways,
    ...(log === 'json' ? { log: (line) => tell(JSON.stringify({ level: 'info', ...line })) } : {}),
  }
}

/** Ways to sign in beside passwords. Throws InputError for half of one. */
function waysIn(given: GivenFor<'serve'>): Pick<Served, 'trusted' | 'oidc' | 'signOnRole'> {
  const { trustProxyHeader: header, trustProxyFrom: from, oidc, oidcClient: client, signOnRole } = given
  if (header === undefined && from.length > 0)
    throw new InputError('No header is named that the proxy says who asks in', '--trust-proxy-header NAME')
  if ((oidc === undefined) !== (client === undefined))
    throw new InputError('An OpenID provider takes both --oidc URL and --oidc-client ID', 'Give both.')
  const provider = oidc && client ? openIdProvider(oidc, client, process.env.CHANCERY_OIDC_SECRET) : undefined
  return {
    ...(header === undefined ? {} : { trusted: trustProxy(header, from) }),
    ...(provider ? { oidc: provider } : {}),
    signOnRole: signOnRole ?? null,
  }
}

const interrupted = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })

/** Asks the desktop to show the page; on a machine without one nothing happens. */
function openBrowser(address: string): void {
  const [program, args] =
    process.platform === 'darwin'
      ? ['open', [address]]
      : process.platform === 'win32'
        ? ['explorer', [address]]
        : ['xdg-open', [address]]
  const child = spawn(program as string, args as string[], { stdio: 'ignore', detached: true })
  child.on('error', () => {})
  child.unref()
}

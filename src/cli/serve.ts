// `chancery serve`: the workbench and the API over the record, until interrupted.
import { spawn } from 'node:child_process'
import pc from 'picocolors'
import { startCollecting } from '../http/collecting.ts'
import { startServerOnFreePort } from '../http/start.ts'
import { startWatching } from '../http/watching.ts'
import { mcpOverHttp } from '../mcp/server.ts'
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
    const server = await startServerOnFreePort(context, given)
    const watching = startWatching(context)
    const collecting = startCollecting(context)
    if (!isServer(location)) announceAddress(location, server.address)
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

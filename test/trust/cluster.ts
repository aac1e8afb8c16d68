// A PostgreSQL cluster of its own, which a test may stop and start again. null where no server is installed.
import { execFileSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Cluster {
  url: string
  start(): void
  /** At once, as when the machine goes. */
  stop(): void
  remove(): void
}

const installed = '/usr/lib/postgresql'

/** Where the programs of the newest server are; null: none is installed. */
export const serverPrograms: string | null = existsSync(installed)
  ? join(
      installed,
      readdirSync(installed)
        .sort((a, b) => Number(a) - Number(b))
        .at(-1) ?? '',
      'bin',
    )
  : null

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

/** Makes a cluster and starts it. The server refuses to run as root: then it runs as `postgres`. */
export async function startCluster(): Promise<Cluster> {
  const isRoot = process.getuid?.() === 0
  const folder = mkdtempSync(join(tmpdir(), 'chancery-cluster-'))
  if (isRoot) chownSync(folder, Number(execFileSync('id', ['-u', 'postgres'])), -1)
  const run = (program: string, ...words: string[]): void => {
    const path = join(serverPrograms!, program)
    const [command, first] = isRoot ? ['runuser', ['-u', 'postgres', '--', path]] : [path, []]
    execFileSync(command as string, [...first!, ...words], { stdio: 'ignore' })
  }
  const port = await freePort()
  const data = join(folder, 'data')
  const control = (...words: string[]): void => run('pg_ctl', '-D', data, '-w', ...words)
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c shared_buffers=32MB`
  run('initdb', '-D', data, '-U', 'chancery', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '-N')
  const start = (): void => control('-l', join(folder, 'log'), '-o', settings, 'start')
  start()
  return {
    url: `postgres://chancery@127.0.0.1:${port}/postgres`,
    start,
    stop: () => control('-m', 'immediate', 'stop'),
    remove: () => {
      try {
        control('-m', 'immediate', 'stop')
      } catch {
        // It was stopped already.
      }
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

// Where records that are killed live: folders below one of its own, or databases of their own on a server.
import { randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { embeddedDatabase, startEngine } from '../../src/record/embedded.ts'
import { serverDatabase } from '../../src/record/server.ts'
import type { Ground } from './killing.ts'

/** Folders; `clear` removes what is left of them. */
export function folders(): Ground & { clear(): void } {
  const root = mkdtempSync(join(tmpdir(), 'chancery-killed-'))
  const fresh = (): string => join(root, randomUUID())
  const remove = (location: string): void => {
    for (const path of [location, `${location}.lock`, `${location}.making`])
      rmSync(path, { recursive: true, force: true })
  }
  return {
    fresh: async () => fresh(),
    async copy(location) {
      const to = fresh()
      cpSync(location, to, { recursive: true })
      return to
    },
    // Not by openFolder: it makes new folders in the newest schema.
    connect: async (location) => embeddedDatabase(await startEngine({ dataDir: location })),
    remove: async (location) => remove(location),
    clear: () => rmSync(root, { recursive: true, force: true }),
  }
}

/** Databases of the server at `url`. `crash` kills the server's processes, which must run on this machine, and waits until it is back. */
export function databases(url: string): Ground {
  const asAdmin = async <Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> => {
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => {})
    await client.connect()
    try {
      return (await client.query<Row>(sql)).rows
    } finally {
      await client.end()
    }
  }
  const nameOf = (location: string): string => new URL(location).pathname.slice(1)
  async function create(template: string): Promise<string> {
    const own = new URL(url)
    own.pathname = `/chancery_killed_${randomUUID().replaceAll('-', '')}`
    await asAdmin(`create database ${nameOf(own.href)} ${template}`)
    return own.href
  }
  return {
    fresh: () => create(''),
    copy: (location) => create(`template ${nameOf(location)}`),
    connect: serverDatabase,
    remove: async (location) => void (await asAdmin(`drop database ${nameOf(location)} with (force)`)),
    async crash(location) {
      const working = await asAdmin<{ pid: number }>(
        `select pid from pg_stat_activity where datname = '${nameOf(location)}'`,
      )
      for (const { pid } of working) process.kill(pid, 'SIGKILL')
      await untilBack(() => asAdmin('select 1'))
    },
  }
}

/** One process killed, the server ends all others and recovers: for a while it takes nobody. */
async function untilBack(ask: () => Promise<unknown>): Promise<void> {
  for (const until = Date.now() + 60_000; ; ) {
    await pause(100)
    try {
      await ask()
      return
    } catch (error) {
      if (Date.now() > until) throw error
    }
  }
}

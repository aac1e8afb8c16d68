// `chancery watch` and `ask --watch`, against a record that is served.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { ChanceryError } from '../errors.ts'
import { type RunningServer, startServer } from '../http/start.ts'
import { announceAddress } from '../record/owner.ts'
import { ask } from './ask.ts'
import { openContext } from './connect.ts'
import { importRecord } from './import.ts'
import { watch } from './watch.ts'

let folder: string
let location: string
let server: RunningServer
let close: () => Promise<void>
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chancery-watch-'))
  location = join(folder, 'record')
  const context = await openContext(location)
  server = await startServer(context, { host: '127.0.0.1', port: 0 })
  announceAddress(location, server.address)
  close = () => context.database.close()
})
afterAll(async () => {
  await server?.stop()
  await close?.()
  await rm(folder, { recursive: true, force: true })
})

/** Runs a verb here, and takes what it prints. */
async function printed(verb: () => Promise<void>): Promise<{ out: string; err: string }> {
  const taken = { out: '', err: '' }
  const take = (to: 'out' | 'err') => (piece: string | Uint8Array) => {
    taken[to] += String(piece)
    return true
  }
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(take('out')),
    vi.spyOn(process.stderr, 'write').mockImplementation(take('err')),
  ]
  try {
    await verb()
    return taken
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}
const onRecord = (rest: string[]): string[] => [...rest, '--database', location]
const watching = (...rest: string[]) => printed(() => watch({ verb: 'watch', rest: onRecord(rest) }))

test('a question is kept, an import makes it fire, and it can be ended', async () => {
  const flags = ['last', '--from', 'NZL', '--to', 'FIN', '--watch', '--when', 'first']
  const asked = await printed(() => ask({ verb: 'ask', rest: onRecord(flags) }))
  expect(asked.err).toMatch(/^watched: /)
  expect(asked.out).not.toContain('watched')
  const file = join(folder, 'visits.csv')
  await writeFile(file, 'start,visitor,visitor state,host\n2025-03-04,Ola Berg,NZL,FIN\n')
  const given = { verb: 'import', format: 'csv', path: file, map: [], dryRun: false, json: false } as const
  const imported = await printed(() => importRecord({ ...given, database: location }))
  expect(imported.err).toMatch(/^chancery: watch last NZL FIN: .*Ola Berg/)
  const fired = await watching('firings', '--json')
  const [firing] = JSON.parse(fired.out) as { watchId: string; rows: object[] }[]
  expect(firing!.rows).toHaveLength(1)
  expect((await watching('run')).out).toBe('Nothing new.\n')
  expect((await watching('remove', firing!.watchId)).out).toBe('no longer watched\n')
  expect((await watching('list')).out).toBe('Nothing is watched.\n')
})

test.each([
  [['frob'], /add, list, remove/],
  [['add'], /No question is named/],
  [['add', 'gap', '--from', 'NZL', '--to', 'FIN', '--when', 'gap'], /number of days/],
  [['add', 'last', '--from', 'NZL', '--to', 'FIN', '--as-known-on', '2020-01-01'], /of the day it looks/],
  [['remove', 'nobody'], /no watch "nobody"/],
])('%j: usage error', async (args, message) => {
  const error = (await watching(...args).catch((e: unknown) => e)) as ChanceryError
  expect(error).toBeInstanceOf(ChanceryError)
  expect(error.exitCode).toBe(2)
  expect(`${error.message} ${error.next}`).toMatch(message)
})

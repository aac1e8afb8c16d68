// The examples run, against a server with the base record, and say something.
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openReader } from '../src/http/reader.ts'
import { type RunningServer, startServer } from '../src/http/start.ts'
import { loadKnowledge } from '../src/knowledge/knowledge.ts'
import type { Database } from '../src/record/database.ts'
import { openRecord } from '../src/record/open.ts'
import { seedRecord } from '../src/record/seed.ts'

let database: Database
let server: RunningServer
beforeAll(async () => {
  const knowledge = loadKnowledge()
  database = await openRecord(':memory:')
  await seedRecord(database, knowledge)
  const reader = openReader(knowledge)
  const now = () => new Date().toISOString()
  const context = { database, knowledge, reader: () => reader, now, version: '0', location: ':memory:' }
  server = await startServer(context, { host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await server?.stop()
  await database?.close()
})

/** What an example prints, run here against our server. */
async function printedBy(example: () => Promise<unknown>): Promise<string> {
  const lines: string[] = []
  const log = vi.spyOn(console, 'log').mockImplementation((line) => lines.push(String(line)))
  const argv = process.argv
  process.argv = ['node', 'example', server.address]
  try {
    await example()
    return lines.join('\n')
  } finally {
    process.argv = argv
    log.mockRestore()
  }
}

test.each<[string, () => Promise<unknown>, RegExp]>([
  ['read', () => import('../examples/read.ts'), /./],
  ['ask', () => import('../examples/ask.ts'), /^.+level 1.*\n {2}/s],
  ['client', () => import('../examples/client.ts'), /highest.*\n {2}\[1\].*\n\d+ visits with a source\.$/s],
  ['watch', () => import('../examples/watch.ts'), /^Now: .*\n\d{4}-\d\d-\d\d: .*the first on record/s],
])('%s', async (_, example, expected) => {
  expect(await printedBy(example)).toMatch(expected)
})

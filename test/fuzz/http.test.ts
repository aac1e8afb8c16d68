// Whatever is sent to whichever route: an answer or a problem of ours, never a fault.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeApp, routes } from '../../src/http/app.ts'
import { openReader } from '../../src/http/reader.ts'
import type { Database } from '../../src/record/database.ts'
import { openRecord } from '../../src/record/open.ts'
import { seedRecord } from '../../src/record/seed.ts'
import { cleanText } from '../../src/sources/charset.ts'
import { inventWorld } from '../world/world.ts'

let database: Database
let app: ReturnType<typeof makeApp>
const faults: unknown[] = []
beforeAll(async () => {
  const knowledge = inventWorld()
  database = await openRecord(':memory:')
  await seedRecord(database, knowledge)
  const reader = openReader(knowledge)
  app = makeApp({
    database,
    knowledge,
    reader: () => reader,
    now: () => '2031-01-01T00:00:00.000Z',
    version: '0',
    location: ':memory:',
    // Nothing is fetched from here.
    download: { fetch: () => Promise.reject(new Error('no network')) } as never,
    onFault: (error) => faults.push(error),
  })
}, 120_000)
afterAll(() => database.close())

const word = fc.constantFrom(
  'ELV',
  'FEN',
  '2024',
  '2024-13-45',
  '../..',
  "';--",
  '\0',
  '\ud800',
  '%',
  '\u202e',
  '9'.repeat(400),
  '',
  '__proto__',
  '-1',
  '1e308',
)
const value: fc.Arbitrary<unknown> = fc.oneof(
  word,
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(word, { maxLength: 3 }),
  fc.dictionary(word, word, { maxKeys: 3 }),
)
const names = [
  'text',
  'title',
  'url',
  'id',
  'name',
  'states',
  'documents',
  'question',
  'input',
  'from',
  'to',
  'since',
  'until',
  'limit',
  'cursor',
  'actor',
  'reason',
  'start',
  'end',
  'kind',
  'date',
  'file',
  'condition',
  'publishedOn',
]
const asked = fc.record({
  route: fc.constantFrom(...routes.filter(({ name }) => name !== 'backupRecord')),
  parameter: word,
  query: fc.dictionary(fc.constantFrom(...names), word, { maxKeys: 3 }),
  body: fc.oneof(
    fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 5 }).map((one) => JSON.stringify(one)),
    fc.string(),
    fc.constant('['.repeat(5000)),
  ),
})

test('no case is a fault of ours', async () => {
  await fc.assert(
    fc.asyncProperty(asked, async ({ route, parameter, query, body }) => {
      const path = route.path.replace(/\{\w+\}/g, encodeURIComponent(cleanText(parameter)))
      const search = new URLSearchParams(query as Record<string, string>)
      const method = route.method.toUpperCase()
      const response = await app.request(`${path}?${search}`, {
        method,
        headers: { 'content-type': 'application/json' },
        ...(method === 'GET' || method === 'DELETE' ? {} : { body }),
      })
      await response.arrayBuffer()
      if (response.status === 500) throw faults.at(-1) ?? new Error(`${method} ${path} is a fault`)
      expect(response.status).toBeLessThan(504)
    }),
    { numRuns: Number(process.env.CHANCERY_FUZZ_HTTP ?? 300), seed: 20261125 },
  )
}, 300_000)

// Whatever is sent to whichever route of a server over an invented record: an answer or a problem of ours, never a fault.
import fc from 'fast-check'
import { makeApp, routes } from '../../src/http/app.ts'
import { openReader } from '../../src/http/reader.ts'
import { openRecord } from '../../src/record/open.ts'
import { seedRecord } from '../../src/record/seed.ts'
import { cleanText } from '../../src/sources/charset.ts'
import { inventWorld } from '../world/world.ts'

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
const names =
  'text title url id name states documents question input from to since until limit cursor actor reason start end kind date file condition publishedOn'.split(
    ' ',
  )

export const requests = fc.record({
  route: fc.constantFrom(...routes.filter(({ name }) => name !== 'backupRecord')),
  parameter: word,
  query: fc.dictionary(fc.constantFrom(...names), word, { maxKeys: 3 }),
  body: fc.oneof(
    fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 5 }).map((one) => JSON.stringify(one)),
    fc.string(),
    fc.constant('['.repeat(5000)),
  ),
})
type App = ReturnType<typeof makeApp>
type Asked = typeof requests extends fc.Arbitrary<infer One> ? One : never

/** A server of its own, and what asks it and throws when the answer is a fault. */
export async function openServer(): Promise<{
  app: App
  ask(one: Asked): Promise<void>
  close(): Promise<void>
}> {
  const knowledge = inventWorld()
  const database = await openRecord(':memory:')
  await seedRecord(database, knowledge)
  const reader = openReader(knowledge)
  const faults: unknown[] = []
  const app = makeApp({
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
  async function ask({ route, parameter, query, body }: Asked): Promise<void> {
    const path = route.path.replace(/\{\w+\}/g, encodeURIComponent(cleanText(parameter)))
    const method = route.method.toUpperCase()
    const response = await app.request(`${path}?${new URLSearchParams(query as Record<string, string>)}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(method === 'GET' || method === 'DELETE' ? {} : { body }),
    })
    await response.arrayBuffer()
    if (response.status === 500 || response.status > 503)
      throw faults.at(-1) ?? new Error(`${method} ${path}: ${response.status}`)
  }
  return { app, ask, close: () => database.close() }
}

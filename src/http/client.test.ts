// The typed client against a server: asks, walks pages, takes files, throws what the server tells.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inventWorld } from '../../test/world/world.ts'
import { InputError, NotFoundError, RecordError } from '../errors.ts'
import { questions } from '../questions/index.ts'
import type { Database } from '../record/database.ts'
import { openRecord } from '../record/open.ts'
import { seedRecord } from '../record/seed.ts'
import { type Client, connect, type QuestionInputs } from './client.ts'
import { type RunningServer, startServer } from './start.ts'

let database: Database
let server: RunningServer
let client: Client
beforeAll(async () => {
  const knowledge = inventWorld()
  database = await openRecord(':memory:')
  await seedRecord(database, knowledge)
  const reader = () => {
    throw new Error('no reader here')
  }
  const now = () => new Date().toISOString()
  const context = { database, knowledge, reader, now, version: '0', location: ':memory:' }
  server = await startServer(context, { host: '127.0.0.1', port: 0 })
  client = connect(server.address)
})
afterAll(async () => {
  await server.stop()
  await database.close()
})

test('asks a question', async () => {
  const answer = await client.ask('highest', { from: 'ARD', to: 'CYR', until: '2023-12-31' })
  expect(answer.summary).toContain('Ana Brill')
})
test('walks every page', async () => {
  const ids: string[] = []
  for await (const { id } of client.exchanges({ limit: 7 })) ids.push(id)
  const { total } = await client.call<{ total: number }>('GET', '/api/exchanges?limit=1')
  expect(total).toBeGreaterThan(20)
  expect(new Set(ids).size).toBe(total)
  expect((await client.exchange(ids[0]!)).id).toBe(ids[0])
})
test('takes a file', async () => {
  const csv = new TextDecoder().decode(await client.export('csv', { states: ['FEN', 'ARD'], since: '2023' }))
  expect(csv.trim().split('\n').length).toBeGreaterThan(2)
})
test('watches', async () => {
  const kept = await client.watch({ question: 'timeline', input: { states: 'ARD' } })
  expect(kept.now).toBe(kept.words)
  expect((await client.watches()).map((one) => one.id)).toEqual([kept.id])
  expect(await client.firings(kept.id)).toEqual([])
  await client.unwatch(kept.id)
  expect(await client.watches()).toEqual([])
})

describe('errors', () => {
  test.each<[string, () => Promise<unknown>, new (...args: never[]) => Error, RegExp]>([
    ['a state nobody knows', () => client.ask('last', { from: 'Nowhere', to: 'CYR' }), InputError, /Nowhere/],
    ['an id there is not', () => client.exchange('x'), NotFoundError, /"x"/],
    ['no server', () => connect('http://127.0.0.1:1').watches(), RecordError, /No server answers/],
  ])('%s', async (_, asked, Class, message) => {
    const error = (await asked().catch((e: unknown) => e)) as Error & { next: string }
    expect(error).toBeInstanceOf(Class)
    expect(error.message).toMatch(message)
    expect(error.next).not.toBe('')
  })
})

test('every question is among the typed ones', () => {
  const typed = {
    timeline: 0,
    itinerary: 0,
    highest: 0,
    last: 0,
    first: 0,
    gap: 0,
    pace: 0,
    reciprocity: 0,
    coincidence: 0,
    norm: 0,
    readouts: 0,
    grouping: 0,
    check: 0,
    phrases: 0,
    agenda: 0,
    hypothesis: 0,
    brief: 0,
  } satisfies Record<keyof QuestionInputs, 0>
  expect(Object.keys(typed)).toEqual(questions.map((question) => question.name))
})

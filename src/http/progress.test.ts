// Long work over HTTP: events while it goes on, the answer or the problem last; one JSON document to everybody else.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inventedReader } from '../../test/record/reports.ts'
import { inventWorld } from '../../test/world/world.ts'
import type { Database } from '../record/database.ts'
import { openRecord } from '../record/open.ts'
import { seedRecord } from '../record/seed.ts'
import { makeApp } from './app.ts'
import type { AppContext } from './context.ts'

let database: Database
let app: ReturnType<typeof makeApp>
beforeAll(async () => {
  database = await openRecord(':memory:')
  const knowledge = inventWorld()
  await seedRecord(database, knowledge)
  const reader = () => inventedReader as unknown as ReturnType<AppContext['reader']>
  app = makeApp({
    database,
    knowledge,
    reader,
    now: () => '2031-01-01T00:00:00.000Z',
    version: '0',
    location: ':memory:',
  })
})
afterAll(() => database.close())

const post = (path: string, body: unknown, accept: string) =>
  app.request(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', accept },
  })

/** Events of a stream: their names and data. */
async function eventsOf(response: Response): Promise<[string, Record<string, unknown>][]> {
  expect(response.headers.get('content-type')).toBe('text/event-stream')
  const blocks = (await response.text()).trim().split('\n\n')
  return blocks.map((block) => {
    const [, name, data] = /^event: (\w+)\ndata: (.*)$/.exec(block)!
    return [name!, JSON.parse(data!)]
  })
}

const documents = ['one', 'two', ' '].map((word) => ({ text: word.trim() && `Report ${word}.`, title: word }))

test('filing: how many of how many, and the answer that JSON has', async () => {
  const events = await eventsOf(await post('/api/documents/batch', { documents }, 'text/event-stream'))
  expect(events.map(([name]) => name)).toEqual(['progress', 'progress', 'progress', 'result'])
  expect(events.slice(0, 3).map(([, data]) => data)).toEqual(
    [1, 2, 3].map((done) => ({ stage: 'filed', done, of: 3 })),
  )
  const plain = await post('/api/documents/batch', { documents }, 'application/json')
  const again = (await plain.json()) as { id?: string }[]
  expect((events[3]![1] as unknown as { id?: string }[]).map(({ id }) => id)).toEqual(
    again.map(({ id }) => id),
  )
})

test('checking: claims, then the verdicts', async () => {
  const events = await eventsOf(await post('/api/check', { text: 'Report 7.' }, 'text/event-stream'))
  expect(events[0]).toEqual(['progress', { stage: 'checked', done: 0, of: 0 }])
  expect(events.at(-1)![1]).toMatchObject({ counts: { holds: 0, fails: 0, untestable: 0 } })
})

test('importing: rows read, then what was filed', async () => {
  const body = { text: 'visitor,host,from\n', file: 'a.csv' }
  const events = await eventsOf(await post('/api/imports/csv', body, 'text/event-stream, */*;q=0.1'))
  expect(events.map(([name]) => name)).toEqual(['progress', 'result'])
})

test('what goes wrong is the last event; bad input is refused before any', async () => {
  const events = await eventsOf(await post('/api/imports/none', { text: '', file: 'a' }, 'text/event-stream'))
  expect(events).toEqual([['problem', expect.objectContaining({ status: 404 })]])
  expect((await post('/api/imports/csv', { file: 1 }, 'text/event-stream')).status).toBe(400)
})

test('the description of the API names the routes that do', async () => {
  const described = (await (await app.request('/api/openapi.json')).json()) as {
    paths: Record<string, Record<string, { responses: Record<string, { content?: object }> }>>
  }
  const streaming = Object.entries(described.paths).flatMap(([path, methods]) =>
    Object.values(methods).flatMap(({ responses }) =>
      Object.values(responses).some(({ content }) => content && 'text/event-stream' in content) ? [path] : [],
    ),
  )
  expect(streaming.sort()).toEqual([
    '/api/check',
    '/api/documents/batch',
    '/api/documents/upload',
    '/api/imports/{format}',
  ])
})

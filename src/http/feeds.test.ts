// Feeds: opened by a token only, parsed by other programs, told what changed and how it ended.
import { parseFeed } from 'feedsmith'
import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inventWorld } from '../../test/world/world.ts'
import type { Database } from '../record/database.ts'
import { openRecord } from '../record/open.ts'
import { correctExchange } from '../record/review.ts'
import { seedRecord } from '../record/seed.ts'
import { makeApp } from './app.ts'

let database: Database
let app: ReturnType<typeof makeApp>
let token: string
const now = '2030-12-01T00:00:00.000Z'
beforeAll(async () => {
  const knowledge = inventWorld()
  database = await openRecord(':memory:')
  await seedRecord(database, knowledge)
  const reader = () => {
    throw new Error('no reader here')
  }
  app = makeApp({ database, knowledge, reader, now: () => now, version: '0', location: ':memory:' })
  token = (await post<{ token: string }>('/api/tokens', { name: 'feed reader' })).token
})
afterAll(() => database.close())

async function post<Value>(path: string, body: unknown): Promise<Value> {
  const response = await app.request(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  })
  return (await response.json()) as Value
}
const get = (path: string, init?: RequestInit) => app.request(path, init)
const opened = (path: string) => `${path}${path.includes('?') ? '&' : '?'}token=${token}`

/** Files one visit from Fenland to Elvaria and returns its exchange. */
async function visit(start: string, status: string): Promise<string> {
  const text = `start,visitor,visitor state,host,status\n${start},Ola Berg,FEN,ELV,${status}`
  await post('/api/imports/csv', { file: `${start}.csv`, text })
  const [row] = await database.query<{ id: string }>(
    `select id from exchange where earliest = $1 and states @> '{ELV,FEN}' and known_to = 'infinity'`,
    [start],
  )
  return row!.id
}

describe('tokens', () => {
  test.each(['/feeds/changes.atom', '/feeds/changes.atom?token=chf_x', '/feeds/agenda.ics?token='])(
    '%s is closed',
    async (path) => expect((await get(path)).status).toBe(403),
  )
  test('what is kept of a token does not open anything', async () => {
    const [kept] = await database.query<{ hash: string }>('select hash from token')
    expect(JSON.stringify(kept)).not.toContain(token)
    expect((await get(`/feeds/changes.atom?token=${kept!.hash}`)).status).toBe(403)
    expect(JSON.stringify(await (await get('/api/tokens')).json())).not.toContain(token)
  })
  test('a revoked token opens nothing; the use of one is noted', async () => {
    const other = await post<{ id: string; token: string }>('/api/tokens', { name: 'other' })
    const path = `/feeds/changes.json?token=${other.token}`
    expect((await get(path)).status).toBe(200)
    const listed = (await (await get('/api/tokens')).json()) as { id: string; usedAt: string | null }[]
    expect(listed.find((one) => one.id === other.id)!.usedAt).toBe(now)
    await get(`/api/tokens/${other.id}`, { method: 'DELETE' })
    expect((await get(path)).status).toBe(403)
    expect((await get(`/api/tokens/${other.id}`, { method: 'DELETE' })).status).toBe(404)
  })
})

describe('changes', () => {
  test('new, then changed: what it was and what it is', async () => {
    const id = await visit('2031-02-03', 'announced')
    await correctExchange(
      database,
      { exchange: id, property: 'status', value: 'cancelled', reason: 'called off', source: null },
      'test',
    )
    const path = opened('/feeds/changes.atom?states=FEN')
    const text = await (await get(path)).text()
    expect(text).not.toContain(token)
    const { format, feed } = parseFeed(text)
    expect(format).toBe('atom')
    const entries = (
      feed as { entries: { title: { value: string }; summary: { value: string }; id: string }[] }
    ).entries
    expect(entries.map((entry) => entry.title.value)).toEqual([
      'Changed: visit: Ola Berg in ELV, 2031-02-03',
      'New: visit: Ola Berg in ELV, 2031-02-03',
    ])
    expect(entries[0]!.summary.value).toContain('status announced → cancelled')
    expect(new Set(entries.map((entry) => entry.id)).size).toBe(2)
  })
  test('JSON Feed, newest first, with addresses of the workbench', async () => {
    const { format, feed } = parseFeed(await (await get(opened('/feeds/changes.json'))).text())
    expect(format).toBe('json')
    const { items } = feed as { items: { date_modified: string; url: string }[] }
    const instants = items.map((item) => Date.parse(item.date_modified))
    expect(instants).toEqual([...instants].sort((a, b) => b - a))
    expect(items[0]!.url).toMatch(/^http:\/\/localhost\/exchanges\//)
  })
  test('asked again with its tag: not modified', async () => {
    const first = await get(opened('/feeds/changes.atom'))
    const etag = first.headers.get('etag')!
    expect((await get(opened('/feeds/changes.atom'), { headers: { 'if-none-match': etag } })).status).toBe(
      304,
    )
  })
  test.each(['/feeds/changes.rss', '/feeds/nothing.atom', '/feeds/watches/nobody.atom', '/feeds/watches/x'])(
    '%s: not found',
    async (path) => expect((await get(opened(path))).status).toBe(404),
  )
})

test('what a watch told', async () => {
  const { id } = await post<{ id: string }>('/api/watches', {
    question: 'timeline',
    input: { states: 'ELV' },
  })
  const before = await get(opened(`/feeds/watches/${id}.atom`))
  expect(parseFeed(await before.text()).feed).not.toHaveProperty('entries')
  await visit('2030-10-10', 'occurred')
  await post('/api/watches/run', {})
  for (const path of [`/feeds/watches/${id}.json`, '/feeds/firings.json']) {
    const { items } = parseFeed(await (await get(opened(path))).text()).feed as {
      items: { title: string; content_text: string }[]
    }
    expect(items).toHaveLength(1)
    expect(items[0]!.title).toMatch(/^timeline ELV: /)
    expect(items[0]!.content_text).toMatch(/^Before: .*\nNow: /)
  }
})

test('the agenda as a calendar: possible, planned, called off, and what lately took place', async () => {
  await visit('2031-03-01', 'possible')
  await visit('2031-04-01', 'announced')
  await visit('2031-05-01', 'cancelled')
  await visit('2030-11-20', 'occurred')
  await visit('2029-11-20', 'occurred')
  const response = await get(opened('/feeds/agenda.ics?states=FEN'))
  expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  const calendar = new ICAL.Component(ICAL.parse(await response.text()))
  const events = calendar.getAllSubcomponents('vevent').map((event) => ({
    day: String(event.getFirstPropertyValue('dtstart')),
    status: event.getFirstPropertyValue('status'),
  }))
  const statusOn = (day: string) => events.find((event) => event.day === day)?.status
  expect(statusOn('2031-03-01')).toBe('TENTATIVE')
  expect(statusOn('2031-04-01')).toBe('CONFIRMED')
  expect(statusOn('2031-05-01')).toBe('CANCELLED')
  expect(statusOn('2030-11-20')).toBe('CONFIRMED')
  expect(statusOn('2029-11-20')).toBeUndefined()
})

// What pages count is counted by the record: the counts agree with the list, filter by filter, and pages of people hold everybody once.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openContext } from '../../src/cli/connect.ts'
import { makeApp } from '../../src/http/app.ts'
import type { AppContext } from '../../src/http/context.ts'
import type { Count, VisitCount } from '../../src/record/counts.ts'
import type { ListedExchange, Page } from '../../src/record/listing.ts'
import type { PagedPerson } from '../../src/record/people.ts'

let folder: string
let context: AppContext
let app: Hono
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chancery-counts-'))
  context = await openContext(join(folder, 'record'))
  app = makeApp(context)
})
afterAll(async () => {
  await context?.database.close()
  await rm(folder, { recursive: true, force: true })
})

const get = async <Value>(path: string): Promise<Value> => {
  const response = await app.request(path)
  expect(response.status, path).toBe(200)
  return (await response.json()) as Value
}

/** Every item of a paged list. */
async function all<Item>(path: string): Promise<Item[]> {
  const items: Item[] = []
  let cursor = ''
  do {
    const page: Page<Item> = await get(`${path}&limit=100${cursor && `&cursor=${cursor}`}`)
    items.push(...page.items)
    cursor = page.next ?? ''
    if (!cursor) expect(items.length).toBe(page.total)
  } while (cursor)
  return items
}

const filters = [
  '',
  'states=CHN',
  'level=3&since=2019',
  'inside=CHN,RUS,PRK&until=2023-06',
  'kind=call,visit',
]

test.each(filters)('counts with "%s" are those of the list', async (filter) => {
  const items = await all<ListedExchange>(`/api/exchanges?${filter}`)
  const by = async (what: string): Promise<Map<string, number>> =>
    new Map(
      (await get<Count[]>(`/api/counts?by=${what}&limit=10000&${filter}`)).map((one) => [one.key, one.count]),
    )
  expect(items.length).toBeGreaterThan(20)
  expect(await by('kind')).toEqual(tally(items, (one) => [one.kind]))
  expect(await by('level')).toEqual(tally(items, (one) => (one.level ? [String(one.level)] : [])))
  expect(await by('year')).toEqual(tally(items, (one) => (yearOf(one) ? [yearOf(one)!] : [])))
  expect(await by('state')).toEqual(tally(items, (one) => one.states))
  const pairs = (one: ListedExchange): string[] =>
    one.states.flatMap((a) => one.states.filter((b) => a < b).map((b) => `${a} ${b}`))
  expect(await by('pair')).toEqual(tally(items, pairs))
})

const yearOf = (one: ListedExchange): string | undefined => (one.earliest ?? one.latest)?.slice(0, 4)

function tally(items: ListedExchange[], keysOf: (item: ListedExchange) => string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of items.flatMap(keysOf)) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

test('a camp’s own exchanges are those in which two of it took part', async () => {
  const camp = ['CHN', 'RUS', 'PRK']
  const inside = await all<ListedExchange>(`/api/exchanges?inside=${camp}`)
  const every = await all<ListedExchange>('/api/exchanges?')
  expect(inside.map((one) => one.id).sort()).toEqual(
    every
      .filter((one) => one.states.filter((id) => camp.includes(id)).length > 1)
      .map((one) => one.id)
      .sort(),
  )
})

test.each(['', 'since=2020-03-01&until=2024', 'level=1'])(
  'visits with "%s" are those of the list',
  async (filter) => {
    const visits = await get<VisitCount[]>(`/api/visits?limit=10000&${filter}`)
    const some = visits.filter((one) => one.count > 3).slice(0, 6)
    expect(some.length).toBeGreaterThan(2)
    const { level, window } = {
      level: /level=(\d)/.exec(filter)?.[1],
      window: filter.replace(/level=\d/, ''),
    }
    for (const { from, to, count, latest } of some) {
      const listed = (
        await all<ListedExchange>(
          `/api/exchanges?kind=visit&status=occurred,ongoing&confirmed=true&from=${from}&to=${to}&${window}`,
        )
      ).filter((one) =>
        one.participants.some(
          (who) =>
            who.role === 'visitor' && who.state === from && (!level || (who.level ?? 9) <= Number(level)),
        ),
      )
      expect(count, `${from} to ${to}`).toBe(listed.length)
      expect(latest!.id).toBe(listed[0]!.id)
    }
  },
)

test('pages of people hold everybody once, and only a state’s own', async () => {
  const everybody = await all<PagedPerson>('/api/people?')
  expect(new Set(everybody.map((one) => one.id)).size).toBe(everybody.length)
  expect(everybody.length).toBeGreaterThan(600)
  const own = await all<PagedPerson>('/api/people?state=mng')
  expect(own.map((one) => one.id)).toEqual(
    everybody.filter((one) => one.state === 'MNG').map((one) => one.id),
  )
  const found = await get<Page<PagedPerson>>('/api/people?query=lavrov&state=RUS')
  expect(found.items[0]!.state).toBe('RUS')
})

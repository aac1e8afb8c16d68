// Watches over the invented world: what is news to each condition, and what is not.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inventWorld } from '../test/world/world.ts'
import { tableImport } from './formats/table.ts'
import { questions } from './questions/index.ts'
import { conditions } from './questions/watching/conditions.ts'
import type { Database } from './record/database.ts'
import { fileImport } from './record/imports.ts'
import { openRecord } from './record/open.ts'
import { reviewExchange } from './record/review.ts'
import { seedRecord } from './record/seed.ts'
import { listFirings, listWatches, type NewWatch, noteLook, removeWatch } from './record/watches.ts'
import { lookAt, runWatches, startWatch, type WatchContext } from './watch.ts'

let database: Database
let context: WatchContext
let now = '2030-06-01T00:00:00.000Z'
const knowledge = inventWorld()
beforeAll(async () => {
  database = await openRecord(':memory:')
  await seedRecord(database, knowledge)
  context = { database, knowledge, now: () => now }
})
afterAll(() => database.close())

const watch = (
  question: string,
  input: Record<string, unknown>,
  condition: string,
  days: number | null = null,
): NewWatch => ({
  name: condition,
  question,
  input,
  condition,
  days,
  webhook: null,
  createdBy: 'test',
})

let files = 0
/** Files rows of "start,visitor,visitor state,host,status" and returns their exchanges' ids. */
async function file(...rows: string[]): Promise<string[]> {
  const text = ['start,visitor,visitor state,office,host,status', ...rows].join('\n')
  const read = tableImport.read(text, { states: knowledge.gazetteer.states })
  expect(read.problems).toEqual([])
  const name = `t${files++}.csv`
  await fileImport(database, read, { format: 'csv', file: name, actor: 'test' })
  const made = await database.query<{ id: string }>(
    `select distinct exchange_id as id from exchange_claim where import_row->>'file' = $1`,
    [name],
  )
  return made.map((row) => row.id)
}

const whatOf = async (): Promise<string[]> =>
  (await runWatches(context)).flatMap((looked) => looked.firings.map((firing) => firing.what))

async function alone(given: NewWatch, work: () => Promise<void>): Promise<void> {
  for (const { id } of await listWatches(database)) await removeWatch(database, id, now)
  await startWatch(context, given)
  expect(await whatOf()).toEqual([])
  await work()
}

describe('conditions', () => {
  test('outranks: a plan that would be the highest since, and one that would not', () =>
    alone(watch('highest', { from: 'DOL', to: 'FEN', since: '2020' }, 'outranks'), async () => {
      await file('2030-05-02,Lia Moor,DOL,Foreign Minister,FEN,occurred')
      expect(await whatOf()).toEqual([expect.stringMatching(/^The highest now: Lia Moor/)])
      await file('2030-07-02,Nora Quist,DOL,Canal Commissioner,FEN,announced')
      expect(await whatOf()).toEqual([])
      await file('2030-08-02,Kai Dorn,DOL,Prime Minister,FEN,announced')
      expect(await whatOf()).toEqual([
        expect.stringMatching(/^announced: Kai Dorn .*would be the highest-ranking; so far: Lia Moor/),
      ])
      expect(await whatOf()).toEqual([])
    }))
  test('first: one that ends a silence, and a correction that does not', () =>
    alone(watch('last', { from: 'FEN', to: 'DOL' }, 'first'), async () => {
      await file('2021-02-03,Ola Berg,FEN,Foreign Minister,DOL,occurred')
      expect(await whatOf()).toEqual([expect.stringMatching(/Ola Berg.*the first on record\.$/)])
      const [second] = await file('2030-03-04,Ola Berg,FEN,Foreign Minister,DOL,occurred')
      const [news] = await whatOf()
      expect(news).toMatch(/Ola Berg.*the first since 2021-02-03\.$/)
      await reviewExchange(database, second!, 'reject', { actor: 'test', reason: 'wrong day' })
      expect(await whatOf()).toEqual([])
    }))
  test('first, with a measure: short silences are not told', () =>
    alone(watch('last', { from: 'FEN', to: 'ELV' }, 'first', 365), async () => {
      await file('2028-01-01,Ola Berg,FEN,Foreign Minister,ELV,occurred')
      expect(await whatOf()).toHaveLength(1)
      await file('2028-03-01,Ola Berg,FEN,Foreign Minister,ELV,occurred')
      expect(await whatOf()).toEqual([])
      await file('2030-03-01,Ola Berg,FEN,Foreign Minister,ELV,occurred')
      expect(await whatOf()).toHaveLength(1)
    }))
  test('gap: fires once, the day it grows too long, and again after another', () =>
    alone(watch('gap', { from: 'BOR', to: 'ELV' }, 'gap', 30), async () => {
      await file('2030-05-20,Finn Orr,BOR,Foreign Minister,ELV,occurred')
      expect(await whatOf()).toEqual([])
      now = '2030-06-25T00:00:00.000Z'
      expect(await whatOf()).toEqual([expect.stringMatching(/^36 days without another since/)])
      now = '2030-06-26T00:00:00.000Z'
      expect(await whatOf()).toEqual([])
      await file('2030-06-26,Finn Orr,BOR,Foreign Minister,ELV,occurred')
      expect(await whatOf()).toEqual([])
    }))
  test('coincides: a new pair', () =>
    alone(watch('coincidence', { a: 'DOL', b: 'CYR', since: '2030', shifts: 99 }, 'coincides'), async () => {
      await file('2030-02-10,Lia Moor,DOL,Foreign Minister,ELV,occurred')
      expect(await whatOf()).toEqual([])
      await file('2030-02-10,Jun Tel,CYR,Foreign Minister,BOR,occurred')
      const [news] = await whatOf()
      expect(news).toMatch(/Lia Moor.* – .*Jun Tel/)
    }))
  test('pace: who is ahead', () =>
    alone(watch('pace', { a: 'ELV', b: 'DOL', with: 'BOR', since: '2025' }, 'pace'), async () => {
      const visits = Array.from(
        { length: 8 },
        (_, i) => `2029-0${i + 1}-11,Max Elm,ELV,Prime Minister,BOR,occurred`,
      )
      await file(...visits)
      expect(await whatOf()).toEqual([expect.stringMatching(/ELV ahead|Elvaria ahead|ahead/)])
    }))
  test('verdict: of a claim of a text', () =>
    alone(
      watch(
        'check',
        {
          text: 'Finn Orr is the highest-ranking Boravian official to visit Dolmark since 2026.',
          published: '2030-06-01',
        },
        'verdict',
      ),
      async () => {
        await file('2027-06-11,Gil Pash,BOR,President,DOL,occurred')
        const [news] = await whatOf()
        expect(news).toMatch(/^“.*highest-ranking.*”: (fails|untestable|holds)\. /)
      },
    ))
  test('dropped: a year that is over without the phrase; the running one may yet bring it', async () => {
    await alone(watch('phrases', { phrase: 'friendship of steel' }, 'dropped'), async () => {
      await say('d1', '2028-05-05', 'We cherish the friendship of steel.')
      await say('d2', '2029-05-05', 'We cherish the canal.')
      await say('d3', '2030-05-05', 'We cherish the canal.')
      expect(await whatOf()).toEqual([
        'ARD did not say “friendship of steel” in 2029, in 1 statements on record.',
      ])
    })
  })
  test('changes: the words of any answer', () =>
    alone(watch('reciprocity', { a: 'FEN', b: 'BOR' }, 'changes'), async () => {
      await file('2030-01-20,Ola Berg,FEN,Foreign Minister,BOR,occurred')
      const looked = (await runWatches(context))[0]!
      expect(looked.firings).toHaveLength(1)
      expect(looked.firings[0]!.before).not.toBe(looked.firings[0]!.after)
    }))
})

async function say(id: string, day: string, quote: string): Promise<void> {
  await database.query('insert into document (id, text, text_hash, recorded_at) values ($1, $2, $1, now())', [
    id,
    quote,
  ])
  await database.query(
    `insert into statement (id, document_id, state, quote, direct, evidence, said_on, recorded_at)
     values ($1, $1, 'ARD', $2, true, $3, $4, now() - interval '1 day')`,
    [id, quote, JSON.stringify({ exact: quote, prefix: '', suffix: '', start: 0, end: quote.length }), day],
  )
}

const inputs: Record<string, Record<string, unknown>> = {
  timeline: { states: 'ARD, CYR' },
  itinerary: { person: 'ana-brill' },
  highest: { from: 'ARD', to: 'CYR', since: '2019' },
  last: { from: 'ARD', to: 'CYR' },
  first: { from: 'ARD', to: 'CYR' },
  gap: { from: 'ARD', to: 'CYR' },
  reciprocity: { a: 'ARD', b: 'CYR' },
  grouping: { grouping: 'CANAL' },
  phrases: { phrase: 'unprecedented' },
}
describe('what is no news', () => {
  test.each(Object.entries(inputs))('%s: days that only pass', async (question, input) => {
    for (const { id } of await listWatches(database)) await removeWatch(database, id, now)
    now = '2030-06-26T00:00:00.000Z'
    await startWatch(context, watch(question, input, 'changes'))
    now = '2030-07-20T00:00:00.000Z'
    expect(await whatOf()).toEqual([])
  })
  test('two looks at once fire once', async () => {
    for (const { id } of await listWatches(database)) await removeWatch(database, id, now)
    const { watch: kept } = await startWatch(context, watch('timeline', { states: 'FEN' }, 'changes'))
    await file('2030-04-20,Ola Berg,FEN,Foreign Minister,ARD,occurred')
    const looks = await Promise.all([lookAt(context, kept), lookAt(context, kept)])
    expect(looks.flatMap((look) => look.firings)).toHaveLength(1)
    expect(await listFirings(database, { watch: kept.id })).toHaveLength(1)
    expect(await noteLook(database, kept, { at: now, seen: {}, fault: null, firings: [] })).toEqual([])
  })
})

describe('what cannot be watched', () => {
  test.each<[NewWatch, RegExp]>([
    [watch('pace', { a: 'ARD', b: 'BOR', with: 'CYR' }, 'outranks'), /does not go with the question "pace"/],
    [watch('pace', { a: 'ARD', b: 'BOR', with: 'CYR' }, 'pase'), /Did you mean pace/],
    [watch('gap', { from: 'ARD', to: 'CYR' }, 'gap'), /needs a number of days/],
    [watch('last', { from: 'ARD', to: 'CYR' }, 'changes', 3), /takes no number of days/],
    [watch('last', { from: 'ARD' }, 'changes'), /without "to"/],
    [watch('higest', {}, 'changes'), /Did you mean highest/],
  ])('%j', async (given, message) => {
    const error = (await startWatch(context, given).catch((e: unknown) => e)) as Error & { next: string }
    expect(`${error.message} ${error.next}`).toMatch(message)
  })
  test('a watch whose question cannot be asked any more says why and stops nobody', async () => {
    for (const { id } of await listWatches(database)) await removeWatch(database, id, now)
    await startWatch(context, watch('timeline', { states: 'ARD' }, 'changes'))
    await startWatch(context, watch('timeline', { states: 'BOR' }, 'changes'))
    await database.query(`update watch set input = '{"states":"Nowhere"}' where input->>'states' = 'ARD'`)
    const looked = await runWatches(context)
    expect(looked.map((look) => look.fault === null).sort()).toEqual([false, true])
    expect((await listWatches(database)).filter((one) => one.fault?.includes('Nowhere'))).toHaveLength(1)
  })
})

test('every condition goes with questions that there are', () => {
  const names = questions.map((question) => question.name)
  for (const { questions: goesWith } of conditions)
    if (goesWith !== 'any') expect(names).toEqual(expect.arrayContaining(goesWith))
})

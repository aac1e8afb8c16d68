// No question reads a whole big table: every statement a question runs is explained on a filled world.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillWorld, stateCode } from '../../bench/world.ts'
import { loadKnowledge } from '../knowledge/knowledge.ts'
import type { Database } from '../record/database.ts'
import { openRecord } from '../record/open.ts'
import { ask, contextFor } from './index.ts'
import type { QuestionContext } from './question.ts'

const [A, B, C] = [stateCode(20), stateCode(12), stateCode(30)]
const window = { since: '2020-01-01', until: '2022-12-31' }
const knowledge = () => {
  const packs = loadKnowledge()
  const states = Array.from({ length: 190 }, (_, n) => {
    const code = stateCode(n)
    return { id: code, name: code, names: [], demonyms: [], capital: null }
  }).map((state) => ({ ...state, core: false, confirmed: true, sources: [] }))
  return { ...packs, gazetteer: { ...packs.gazetteer, states } }
}

let database: Database
let context: QuestionContext
let plans: string[] = []
beforeAll(async () => {
  database = await openRecord(':memory:')
  await fillWorld(database, 20_000)
  // A claim for each exchange: over an empty table any plan is as good as another.
  await database.script(`insert into exchange_claim (id, exchange_id, property, value, source_url, recorded_at)
    select 'c-' || id, id, 'kind', to_jsonb(kind), 'https://example.org/' || id, known_from from exchange; analyze exchange_claim`)
  context = contextFor(explaining(database), knowledge(), { asKnownOn: '2026-06-01' })
}, 120_000)
afterAll(() => database.close())

const explaining = (inner: Database): Database => ({
  ...inner,
  async query<Row>(sql: string, parameters: unknown[] = []) {
    const lines = await inner.query<Record<string, string>>(`explain ${sql}`, parameters)
    plans.push(lines.map((line) => line['QUERY PLAN']).join('\n'))
    return inner.query<Row>(sql, parameters)
  },
})

test.each([
  ['timeline', { states: `${A},${B}`, ...window }],
  ['itinerary', { person: 'p-20-5-3', ...window }],
  ['highest', { from: A, to: B, ...window }],
  ['last', { from: A, to: B, level: 5 }],
  ['first', { from: A, to: B, level: 5, since: '2010' }],
  ['gap', { from: A, to: B, level: 5, ...window }],
  ['pace', { a: A, b: C, with: B, ...window }],
  ['reciprocity', { a: A, b: B, ...window }],
  ['coincidence', { a: `${A},${C}`, b: B, ...window }],
  ['norm', { person: 'p-20-1-3', class: '5', ...window }],
  ['agenda', { states: A, on: '2024-12-01' }],
  ['phrases', { phrase: 'win-win', state: A }],
])(
  '%s',
  async (name, input) => {
    plans = []
    await ask(context, name, input)
    expect(plans.length).toBeGreaterThan(0)
    for (const plan of plans) expect(plan).not.toMatch(/Seq Scan on (exchange|participant|exchange_claim)\b/)
  },
  60_000,
)

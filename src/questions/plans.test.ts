// No question reads a whole big table: every statement a question runs is explained on a filled world, as it is planned for any parameters.
// Left out: what looks at all the world (a phrase by anybody counts all statements, an agenda without states).
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillWorld, stateCode } from '../../bench/world.ts'
import { loadKnowledge } from '../knowledge/knowledge.ts'
import type { Database } from '../record/database.ts'
import { openRecord } from '../record/open.ts'
import { ask, contextFor, questions } from './index.ts'
import type { QuestionContext } from './question.ts'

const [A, B, C] = [stateCode(20), stateCode(12), stateCode(30)]
const window = { since: '2020-01-01', until: '2022-12-31' }
let database: Database
let context: QuestionContext
let plans: string[] = []
beforeAll(async () => {
  database = await openRecord(':memory:')
  await fillWorld(database, 20_000)
  // A claim, a document and a statement for each exchange: over an empty table any plan is as good as another.
  await database.script(`
    insert into exchange_claim (id, exchange_id, property, value, source_url, recorded_at)
      select 'c-' || id, id, 'kind', to_jsonb(kind), 'https://example.org/' || id, known_from from exchange;
    insert into document (id, title, text, text_hash, recorded_at, lexemes)
      select 'd-' || id, 'Report ' || id, 'Report on ' || id, md5(id), known_from, to_tsvector('simple', 'report on ' || id) from exchange;
    insert into document_run (hash, document_id) select row_number() over (), id from document;
    insert into statement (id, document_id, exchange_id, person_id, state, quote, direct, evidence, said_on, recorded_at)
      select 's-' || exchange_id, 'd-' || exchange_id, exchange_id, person_id, state, 'words on ' || exchange_id, true, '{}', earliest, known_from
      from participant where ordinal = 0;
    insert into readout (id, exchange_id, state, document_id, official, recorded_at)
      select 'r-' || exchange_id, exchange_id, state, 'd-' || exchange_id, true, known_from from participant where ordinal = 0;
    insert into person_name select id, id, id, id, id, 'name' from person;
    insert into membership (id, organization_id, state_id, role, valid, confirmed)
      select 'm-' || id, 'g7', id, 'member', '[2000-01-01,)', true from state order by id limit 5;
    analyze`)
  const [some] = await database.query<{ id: string }>(
    'select id from exchange where states @> $1::text[] order by id limit 1',
    [[A]],
  )
  exchange = some!.id
  context = contextFor(explaining(database), loadKnowledge(), { asKnownOn: '2026-06-01' })
}, 120_000)
afterAll(() => database.close())

let exchange = ''
const explaining = (inner: Database): Database => ({
  ...inner,
  async query<Row>(sql: string, parameters: unknown[] = []) {
    const lines = await inner.query<Record<string, string>>(`explain (generic_plan) ${sql}`, parameters)
    plans.push(`${sql}\n${lines.map((line) => line['QUERY PLAN']).join('\n')}`)
    return inner.query<Row>(sql, parameters)
  },
})

const matrix = () => ({
  title: 'Why',
  hypotheses: [
    { id: 'h1', text: 'one' },
    { id: 'h2', text: 'other' },
  ],
  evidence: [
    { id: 'e1', exchange, ratedOn: '2026-01-02' },
    { id: 'e2', statement: `s-${exchange}`, ratedOn: '2026-01-02' },
    {
      id: 'e3',
      silence: { states: `${A},${B}`, since: '2021', until: '2022', level: 2 },
      ratedOn: '2026-01-02',
    },
  ],
  ratings: [
    { evidence: 'e1', hypothesis: 'h1', rating: 'C', reason: 'said so' },
    { evidence: 'e2', hypothesis: 'h2', rating: 'II', reason: 'said so' },
  ],
})
const text = `${A} leader p-20-1-3 visited ${B} on 3 March 2021, the first visit in ten years.`

const asked: [string, () => Record<string, unknown>][] = [
  ['timeline', () => ({ states: `${A},${B}`, ...window })],
  ['timeline', () => ({ person: 'p-20-5-3', ...window })],
  ['itinerary', () => ({ person: 'p-20-5-3', ...window })],
  ['highest', () => ({ from: A, to: B, ...window })],
  ['last', () => ({ from: A, to: B, level: 5 })],
  ['last', () => ({ from: A, to: B, kind: 'any' })],
  ['first', () => ({ from: A, to: B, level: 5, since: '2010' })],
  ['gap', () => ({ from: A, to: B, level: 5, ...window })],
  ['pace', () => ({ a: A, b: C, with: B, ...window })],
  ['reciprocity', () => ({ a: A, b: B, ...window })],
  ['coincidence', () => ({ a: `${A},${C}`, b: B, ...window })],
  ['coincidence', () => ({ a: `${A},${C}`, b: `${B},${stateCode(3)}`, ...window })],
  ['norm', () => ({ person: 'p-20-1-3', class: '5', ...window })],
  ['readouts', () => ({ exchange })],
  ['readouts', () => ({ states: `${A},${B}`, on: '2021-03' })],
  ['grouping', () => ({ grouping: 'G7', ...window })],
  ['check', () => ({ text, published: '2024-04-01' })],
  ['phrases', () => ({ phrase: 'win-win', state: A })],
  ['agenda', () => ({ states: A, on: '2024-12-01' })],
  ['hypothesis', () => ({ matrix: JSON.stringify(matrix()) })],
  ['brief', () => ({ states: `${A},${B}`, ...window })],
]

test('every question is asked here', () => {
  expect(new Set(asked.map(([name]) => name))).toEqual(new Set(questions.map((question) => question.name)))
})

const big = 'exchange|participant|pair|exchange_claim|document|document_run|statement|readout|person_name'
test.each(asked)(
  '%s',
  async (name, input) => {
    plans = []
    await ask(context, name, input())
    expect(plans.length).toBeGreaterThan(0)
    for (const plan of plans) expect(plan).not.toMatch(new RegExp(`Seq Scan on (${big})\\b`))
  },
  60_000,
)

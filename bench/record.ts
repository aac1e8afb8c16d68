// Questions at growing sizes of the record, against hand-written SQL for the same rows in the same run; filling and filing.
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadKnowledge } from '../src/knowledge/knowledge.ts'
import { ask, contextFor, questions } from '../src/questions/index.ts'
import type { Database } from '../src/record/database.ts'
import { openRecord } from '../src/record/open.ts'
import { benchFiling } from './filing.ts'
import { median } from './median.ts'
import { fillWorld, stateCode } from './world.ts'

/** Sizes: CHANCERY_BENCH_SIZES, else 10⁴ and 10⁵ (10⁶ takes minutes to fill). Engine: CHANCERY_BENCH_POSTGRES, else embedded. */
const sizes = (process.env.CHANCERY_BENCH_SIZES ?? '10000,100000').split(',').map(Number)
const REPEATS = 15

/** Documents filed for the rate: enough for the statements to be warm, few beside the record. */
const FILED = 800

/** Pairs of middling traffic: what a real question is about. */
const [A, B, C, D] = [stateCode(20), stateCode(12), stateCode(30), stateCode(3)]
const window = { since: '2020-01-01', until: '2022-12-31' }
const asked: Record<string, Record<string, unknown>> = {
  timeline: { states: `${A},${B}`, ...window },
  itinerary: { person: 'p-20-5-3', ...window },
  highest: { from: A, to: B, ...window },
  last: { from: A, to: B, level: 5 },
  first: { from: A, to: B, level: 5, since: '2010' },
  gap: { from: A, to: B, level: 5, ...window },
  pace: { a: A, b: C, with: B, ...window },
  reciprocity: { a: A, b: B, ...window },
  coincidence: { a: `${A},${C}`, b: `${B},${D}`, ...window },
  norm: { person: 'p-20-1-3', class: '5', ...window },
  agenda: { states: A, on: '2024-12-01' },
  phrases: { phrase: 'win-win', state: A },
}

/** The least work that gives the same rows: what a person who knows PostgreSQL would write. */
const byHand: Record<string, { sql: string; parameters: unknown[] }> = {
  highest: {
    sql: `select exchange_id, person_id, level from participant where role = 'visitor' and known_to = 'infinity' and state = $1 and host_state = $2
      and earliest between $3 and $4 order by level, earliest desc limit 2`,
    parameters: [A, B, window.since, window.until],
  },
  last: {
    sql: `select exchange_id from participant where role = 'visitor' and known_to = 'infinity' and state = $1 and host_state = $2 and level <= 5 order by earliest desc limit 1`,
    parameters: [A, B],
  },
  pace: {
    sql: `select state, date_trunc('quarter', earliest) q, count(distinct exchange_id) from participant where role = 'visitor' and known_to = 'infinity'
      and state = any($1) and host_state = $2 and earliest between $3 and $4 group by 1, 2`,
    parameters: [[A, C], B, window.since, window.until],
  },
  timeline: {
    sql: `select id, kind, occurred_on from exchange where known_to = 'infinity' and states @> $1 and earliest between $2 and $3 order by earliest`,
    parameters: [[A, B], window.since, window.until],
  },
}

async function benchSize(database: Database, size: number): Promise<Record<string, string>[]> {
  const start = performance.now()
  const rows = await fillWorld(database, size)
  const seconds = (performance.now() - start) / 1000
  console.log(
    `${size} exchanges: ${rows} rows filled in ${seconds.toFixed(1)} s (${Math.round(rows / seconds)} rows/s)`,
  )
  const knowledge = loadKnowledge()
  const table: Record<string, string>[] = []
  for (const { name } of questions) {
    const input = asked[name]
    if (!input) continue
    const context = contextFor(database, knowledge, { asKnownOn: '2026-06-01' })
    try {
      const ours = await median(() => ask(context, name, input), REPEATS)
      const hand = byHand[name]
      const base = hand ? await median(() => database.query(hand.sql, hand.parameters), REPEATS) : null
      table.push({
        exchanges: String(size),
        question: name,
        'median ms': ours.toFixed(1),
        'by hand ms': base?.toFixed(2) ?? '–',
        ratio: base ? `${(ours / base).toFixed(1)}×` : '–',
      })
    } catch (error) {
      table.push({
        exchanges: String(size),
        question: name,
        'median ms': `failed: ${(error as Error).message}`,
      })
    }
  }
  return table
}

export async function run(): Promise<void> {
  const server = process.env.CHANCERY_BENCH_POSTGRES
  const table: Record<string, string>[] = []
  for (const size of sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'chancery-bench-'))
    const database = await openRecord(server ?? join(folder, 'record'))
    try {
      if (server)
        await database.script(
          'truncate exchange, participant, pair, person, state, document, document_run, snapshot, exchange_claim, judgement, ledger',
        )
      table.push(...(await benchSize(database, size)))
      const rate = await benchFiling(database, FILED)
      console.log(`${size} exchanges: ${rate}`)
    } finally {
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    }
  }
  console.log(`load average ${loadavg()[0]!.toFixed(1)}`)
  console.log(`\nQuestions, ${server ? 'PostgreSQL server' : 'embedded'}; median of ${REPEATS}, warm`)
  console.table(table)
}

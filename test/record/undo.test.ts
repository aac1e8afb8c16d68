// A law: whatever is judged, reviewed and corrected, undoing it in reverse shows the record as it was, exactly.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { undoChange } from '../../src/record/changes.ts'
import type { Database } from '../../src/record/database.ts'
import { mergeExchanges, mergePeople, splitPerson } from '../../src/record/judgements.ts'
import { correctExchange, reviewExchange } from '../../src/record/review.ts'
import { seedRecord } from '../../src/record/seed.ts'
import { emptyRecord, overEngines } from './engines.ts'
import { exchangeRow, inventedKnowledge } from './world.ts'

const by = { actor: 'anna', reason: 'law' }
const exchanges = ['ev-1', 'ev-2', 'ev-3', 'ev-4']
const people = ['ilma-dorst', 'teo-varga', 'mara-linn', 'mara-lind']
const meeting = (id: string, date: string) => exchangeRow(id, { kind: 'meeting', date, place: null })
const world = inventedKnowledge([
  exchangeRow('ev-2', { date: '2023-01-05', place: null }),
  meeting('ev-3', '2024-03-05'),
  meeting('ev-4', '2023-01-05'),
])

type Step = { do: string; a: number; b: number }
const step: fc.Arbitrary<Step> = fc.record({
  do: fc.constantFrom('merge', 'people', 'split', 'accept', 'reject', 'place', 'date', 'nobody'),
  a: fc.nat(3),
  b: fc.nat(3),
})

/** Takes a step; null where it is refused (merging a thing into itself, correcting what is no longer there). */
async function take(database: Database, { do: what, a, b }: Step): Promise<string | null> {
  const [x, y, p, q] = [exchanges[a]!, exchanges[b]!, people[a]!, people[b]!]
  const correct = (property: 'place' | 'date' | 'participant', value: unknown) =>
    correctExchange(
      database,
      { exchange: x, property, value, reason: 'law', source: null },
      `person ${b}`,
    ).then((changed) => changed.ledgerId)
  const review = (decision: 'accept' | 'reject') =>
    reviewExchange(database, x, decision, by).then(({ changed }) => changed!.ledgerId)
  const steps: Record<string, () => Promise<string | null>> = {
    merge: () => mergeExchanges(database, x, y, by).then((j) => j.ledger_id),
    people: () => mergePeople(database, p, q, by).then((j) => j.ledger_id),
    split: () => splitPerson(database, p, q, [x, y], by).then((j) => j.ledger_id),
    accept: () => review('accept'),
    reject: () => review('reject'),
    place: () => correct('place', `Town ${b}`),
    date: () => correct('date', `2024-08-0${b + 1}`),
    nobody: () => correct('participant', null),
  }
  return steps[what]!().catch((error: { status?: number }) => {
    if (error.status && error.status < 500) return null
    throw error
  })
}

/** Pairs of states, and each with itself, as a full count of what is shown has them, beside those that are kept: no difference. */
const pairsAmiss = `
  with counted as (
    select a, b, e.id, e.known_from, e.known_to, coalesce(e.earliest, e.latest), coalesce(e.latest, e.earliest)
    from exchange e, unnest(e.states) a, unnest(e.states) b
    where (a = b or (a collate "C" < b collate "C" and cardinality(e.states) <= 8)) and e.review <> 'rejected')
  (table pair except table counted) union all (table counted except table pair)`

async function picture(database: Database): Promise<string> {
  const shown = await database.query(
    `select to_jsonb(e) - 'known_from' as row from shown_exchange e where known_to = 'infinity' order by id`,
  )
  const parts = await database.query(
    `select to_jsonb(p) - 'known_from' as row from participant p where known_to = 'infinity' order by exchange_id, ordinal`,
  )
  const claims = await database.query(
    `select to_jsonb(c) - 'id' - 'recorded_at' - 'lineage' as row from exchange_claim c where retracted_at = 'infinity' order by (to_jsonb(c) - 'id' - 'recorded_at' - 'lineage')::text`,
  )
  const persons = await database.query('select id, merged_into from person order by id')
  return JSON.stringify([shown, parts, claims, persons])
}

overEngines((record) => {
  test('undone in reverse, nothing has happened', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        await emptyRecord(record())
        await seedRecord(record(), world)
        const pictures = [await picture(record())]
        const made: string[] = []
        for (const each of steps) {
          const id = await take(record(), each)
          if (!id) continue
          made.push(id)
          expect(await record().query(pairsAmiss)).toEqual([])
          pictures.push(await picture(record()))
        }
        for (const id of made.reverse()) {
          pictures.pop()
          await undoChange(record(), id, 'anna', 'law')
          expect(await picture(record())).toBe(pictures.at(-1))
        }
      }),
      { numRuns: Number(process.env.CHANCERY_TEST_RUNS ?? 12), seed: 20240410 },
    )
  })
})

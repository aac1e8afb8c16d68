// Each question asked of random worlds gives what a naive second count gives. NAIVE_WORLDS=40 npx vitest run test/world tries more of them.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, contextFor } from '../../src/questions/index.ts'
import type { Database } from '../../src/record/database.ts'
import { openRecord } from '../../src/record/open.ts'
import { seedRecord } from '../../src/record/seed.ts'
import { randomWorld } from './random.ts'
import { trialsOf } from './trials.ts'

const worlds = Number(process.env.NAIVE_WORLDS ?? 4)
let database: Database
beforeAll(async () => {
  database = await openRecord(':memory:')
})
afterAll(() => database.close())

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

// One world takes the place of the other in one record: what the packs no longer say must be gone from every answer.
test.each(Array.from({ length: worlds }, (_, i) => i + 1))(
  'world %i',
  async (seed) => {
    const world = randomWorld(seed)
    await seedRecord(database, world.knowledge)
    const context = contextFor(database, world.knowledge)
    for (const trial of trialsOf(seed, world, 4, context.asKnownOn.slice(0, 10))) {
      const answer = await ask(context, trial.question, trial.raw)
      expect(plain(trial.seen(answer)), `${trial.question} ${JSON.stringify(trial.raw)}`).toEqual(
        plain(trial.expected),
      )
    }
  },
  120_000,
)

// kill -9 while documents are taken in, while a person reviews, and while a record is brought to a new schema. The long run: `npm run kills`.
import { afterAll, describe, expect, test } from 'vitest'
import { databases, folders } from './grounds.ts'
import { type Ground, killAtIngest, killAtMigration, killAtReview } from './killing.ts'

const times = 2
const server = process.env.CHANCERY_TEST_POSTGRES

function killed(ground: () => Ground): void {
  test.each([
    ['an ingest: what was acknowledged is there, each document once', killAtIngest],
    ['a review: what was acknowledged is there, once, and the last is shown', killAtReview],
    ['a migration: the record opens whole, in the new schema, with its rows', killAtMigration],
  ])(
    '%s',
    async (_, killAt) => {
      const toll = await killAt(ground(), { times })
      expect(toll).toMatchObject({ kills: times, wrong: [] })
      if (killAt !== killAtMigration) expect(toll.acknowledged).toBeGreaterThanOrEqual(times)
    },
    300_000,
  )
}

describe('embedded', () => {
  const ground = folders()
  afterAll(() => ground.clear())
  killed(() => ground)
})
describe.skipIf(!server)('server', () => killed(() => databases(server!)))

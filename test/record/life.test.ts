// The life of an exchange, and the trip that a visit is a stop of.
import { beforeAll, describe, expect, test } from 'vitest'
import type { Exchange } from '../../src/reading/reading.ts'
import { fileReadings, type NewDocument } from '../../src/record/filing.ts'
import { findLife } from '../../src/record/life.ts'
import { seedRecord } from '../../src/record/seed.ts'
import { findTrip } from '../../src/record/trips.ts'
import { emptyRecord, overEngines } from './engines.ts'
import { exampleDocument, exchangeOf, exchangeRow, inventedKnowledge, readingOf } from './world.ts'

const stop = (id: string, host: string, date: string, rest = {}) =>
  exchangeRow(id, {
    host,
    date,
    place: null,
    participants: [
      {
        person: 'ilma-dorst',
        state: 'ARN',
        organization: null,
        office: 'ARN.fm',
        offices: ['ARN.fm'],
        level: 5,
        role: 'visitor',
      },
    ],
    ...rest,
  })
const world = inventedKnowledge([
  stop('kosva', 'KOS', '2023-05-01/2023-05-03'),
  stop('lumen', 'LUM', '2023-05-04'),
  stop('lumen-again', 'LUM', '2023-05-09'),
  stop('called-off', 'VAR', '2023-05-05', { status: 'cancelled' }),
])

const telling = (text: string, publishedOn: string, side: string | null, rest: Partial<Exchange>) => ({
  document: exampleDocument(text, {
    publishedOn,
    side,
    genre: 'announcement',
  } satisfies Partial<NewDocument>),
  reading: readingOf([exchangeOf(text, text.slice(0, 12), rest)]),
  reader: 'r',
})

overEngines((record) => {
  beforeAll(async () => {
    await emptyRecord(record())
    await seedRecord(record(), world)
  })

  describe('a life', () => {
    test('announced by the guest, confirmed by the host, said again, and done', async () => {
      const date = '2024-03-04/2024-03-06'
      await fileReadings(record(), [
        telling('Vardia will receive the minister next week.', '2024-03-01', 'VAR', {
          status: 'announced',
          date,
        }),
        telling('The minister will leave for Vardia on Monday.', '2024-02-27', 'ARN', {
          status: 'announced',
          date,
        }),
        telling('As announced, the minister goes to Vardia.', '2024-03-03', 'ARN', {
          status: 'announced',
          date,
        }),
        telling('The minister was in Vardia from Monday.', '2024-03-07', null, { date }),
      ])
      const life = await findLife(record(), 'ev-1')
      expect(life.map(({ stage, saidOn, by, lead }) => [stage, saidOn, by, lead])).toEqual([
        ['announced', '2024-02-27', 'guest', 6],
        ['confirmed', '2024-03-01', 'host', 3],
        ['announced', '2024-03-03', 'guest', 1],
        ['occurred', '2024-03-07', null, -3],
        ['occurred', null, null, null],
      ])
    })
    test('nothing is said of what the record does not hold', async () => {
      expect(await findLife(record(), 'nothing')).toEqual([])
    })
  })

  describe('a trip', () => {
    test('stops of one official a night apart; what was called off and what came days later are none of it', async () => {
      const trip = await findTrip(record(), 'lumen')
      expect(trip).toMatchObject({ person: 'ilma-dorst', from: '2023-05-01', to: '2023-05-04' })
      expect(trip!.stops.map((s) => s.exchange)).toEqual(['kosva', 'lumen'])
      expect(await findTrip(record(), 'kosva')).toEqual(trip)
    })
    test('a visit that stands alone is no trip', async () => {
      expect(await findTrip(record(), 'lumen-again')).toBeNull()
      expect(await findTrip(record(), 'ev-1')).toBeNull()
    })
  })
})

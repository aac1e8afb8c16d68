// Claims in the words of analysts, read by the reader and put to the invented world: kind, verdict, and what the reason must say.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inventWorld } from '../../../test/world/world.ts'
import type { Database } from '../../record/database.ts'
import { openRecord } from '../../record/open.ts'
import { seedRecord } from '../../record/seed.ts'
import type { Answer } from '../answer.ts'
import { ask, type CheckResult, contextFor } from '../index.ts'
import { dayIn } from './clauses.ts'
import { guestsIn } from './guests.ts'
import { lengthBack } from './period.ts'
import { isOfBody } from './setting.ts'
import { countIn } from './tally.ts'

let database: Database
const knowledge = inventWorld()
beforeAll(async () => {
  database = await openRecord(':memory:')
  await seedRecord(database, knowledge)
})
afterAll(() => database.close())

test.each<[day: string, text: string, verdict: string, reason: RegExp]>([
  [
    '2022-11-25',
    'Finn Orr returned on Monday. It was his second visit to Cyrenne this year.',
    'holds',
    /^2 such exchanges .*May 2022.*November 2022/,
  ],
  [
    '2022-11-25',
    'Finn Orr went to Cyrenne on Sunday, his third visit to Cyrenne this year.',
    'untestable',
    /^Fewer than 3/,
  ],
  [
    '2022-11-25',
    'Finn Orr went to Cyrenne on Sunday, his second visit to Cyrenne since 2020.',
    'fails',
    /^More than 2/,
  ],
  [
    '2022-11-25',
    'Orr went to Cyrenne on Sunday, his second visit to Cyrenne in seven months.',
    'holds',
    /^2 such exchanges/,
  ],
  [
    '2023-02-01',
    'Gil Pash was the first Boravian president to visit Cyrenne in two years.',
    'holds',
    /It itself is on record: Gil Pash/,
  ],
  [
    '2023-02-01',
    'Pash’s trip was the first by a Boravian president to Cyrenne in two years.',
    'holds',
    /No other on record/,
  ],
  [
    '2022-12-01',
    'Finn Orr was in Port Cyr on 20 November, his first visit to Cyrenne since May 2022.',
    'holds',
    /No other/,
  ],
  [
    '2023-02-01',
    'Gil Pash went to Cyrenne in January. He is the highest-ranking Boravian to visit Cyrenne since 2020.',
    'holds',
    /^Nobody of level 1/,
  ],
  [
    '2023-02-01',
    'Boravian visits to Cyrenne outnumbered Ardanian ones in 2022.',
    'holds',
    /Boravia 4, Ardania/,
  ],
  [
    '2023-02-01',
    'There has been no meeting between Ivo Rak and Gil Pash since December 2022.',
    'fails',
    /January 2023/,
  ],
  ['2023-04-20', 'No Ardanian foreign minister has visited Cyrenne since 2019.', 'holds', /Edda Voss/],
  [
    '2023-04-20',
    'It was the first cabinet-level visit from Boravia to Cyrenne since 2021.',
    'fails',
    /Finn Orr .*May 2022/,
  ],
  [
    '2023-04-13',
    'On April 11, the same day Elm and Dorn sit down in Dolm, Ardania is sending its third-ranking leader to Cyrenne.',
    'holds',
    /11 April 2023/,
  ],
  ['2023-04-20', 'Ana Brill rarely receives foreign ministers.', 'holds', /^1 of 9|^0 of 8/],
  [
    '2023-04-20',
    'Ana Brill rarely receives foreign ministers of small states.',
    'untestable',
    /guests of some kind of state \(“small”\)/,
  ],
  [
    '2023-04-20',
    'Ana Brill rarely receives Dolmarker foreign ministers.',
    'holds',
    /^0 of 4 .* from DOL|Dolmark/,
  ],
])('%s %s: %s', async (published, text, verdict, reason) => {
  const answer = (await ask(contextFor(database, knowledge), 'check', {
    text,
    published,
  })) as Answer<CheckResult>
  const [claim] = answer.result.claims
  expect(claim?.reason).toMatch(reason)
  expect(claim?.verdict).toBe(verdict)
})

test.each([
  ['foreign ministers of Canal Group members', { of: 'CANAL' }],
  ['Dolmarker foreign ministers', { of: 'DOL' }],
  ['foreign ministers from Boravia and Cyrenne', { of: 'BOR, CYR' }],
  ['foreign ministers of small states', { unknown: 'small' }],
  ['African leaders', { unknown: 'African' }],
  ['visiting foreign ministers, whatever the season', { of: null }],
])('guests in “%s”', (words, guests) =>
  expect(guestsIn(contextFor(database, knowledge), words)).toEqual(guests),
)

test.each<[string, string[], boolean]>([
  ['a council that has not met since 2007', [], true],
  ['has not attended a gathering of the league in six years', ['ARD'], true],
  ['has not attended a summit in Cyrenne', ['ARD', 'CYR'], false],
  ['has not met the council’s chairman', ['ARD'], false],
])('%s is of a body: %j %s', (words, states, is) => expect(isOfBody(words, states)).toBe(is))

test.each<[string, ReturnType<typeof countIn>]>([
  ['his third visit this year', { count: 3, ordinal: true }],
  ['the 4th trip there since 2019', { count: 4, ordinal: true }],
  ['was the fifth by a minister in two months', { count: 5, ordinal: true }],
  ['has come twice since 2021', { count: 2, ordinal: false }],
  ['his eleventh visit to the south in seven years', { count: 11, ordinal: true }],
  ['was the ninth Cyrennese official of that rank', { count: 9, ordinal: true }],
  ['have conferred on five occasions since', { count: 5, ordinal: false }],
  ['has been here once, in January 2017', { count: 1, ordinal: false }],
  ['once he has been there, he will write', null],
  ['made four working visits', { count: 4, ordinal: false }],
  ['the second-ranking official to visit', null],
  ['more often than its neighbour', null],
])('%s counts %j', (words, said) => expect(countIn(words)).toEqual(said))

test.each([
  ['in two weeks', '2024-05-06'],
  ['in less than a year', '2023-05-21'],
  ['more than a decade', '2014-05-20'],
  ['in Shanghai last week', null],
])('%s goes back to %s', (words, day) => expect(lengthBack(words, '2024-05-20')).toBe(day))

test.each([
  ['On May 3, the same day', '2024-05-10', '2024-05-03'],
  ['on 28 December they met', '2024-01-04', '2023-12-28'],
  ['on February 30 nothing was', '2024-01-04', null],
  ['on that very day', '2024-01-04', null],
])('%s is a day near %s', (words, today, day) => expect(dayIn(words, today)).toBe(day))

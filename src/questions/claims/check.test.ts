// Claims of invented texts against the invented world: each verdict with its reason, on readings written by hand.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inventWorld } from '../../../test/world/world.ts'
import type { Exchange, Official, Reading, TextClaim } from '../../reading/reading.ts'
import type { Database } from '../../record/database.ts'
import { openRecord } from '../../record/open.ts'
import { seedRecord } from '../../record/seed.ts'
import { tellCounts } from '../check.ts'
import { type CheckedClaim, checkReading, contextFor } from '../index.ts'
import type { QuestionContext } from '../question.ts'
import { sentenceAround } from './setting.ts'

let database: Database
let context: QuestionContext
beforeAll(async () => {
  const knowledge = inventWorld()
  database = await openRecord(':memory:')
  await seedRecord(database, knowledge)
  context = contextFor(database, knowledge)
})
afterAll(() => database.close())

const known: Record<string, [person: string, state: string]> = {
  'Ana Brill': ['ana-brill', 'ARD'],
  'Bo Tark': ['bo-tark', 'ARD'],
  'Cass Uln': ['cass-uln', 'ARD'],
  'Dov Marn': ['dov-marn', 'ARD'],
  'Edda Voss': ['edda-voss', 'ARD'],
  'Finn Orr': ['finn-orr', 'BOR'],
  'Hana Sol': ['hana-sol', 'BOR'],
  'Max Elm': ['max-elm', 'ELV'],
}

interface Sketch {
  text: string
  published: string | null
  claim: Partial<TextClaim> & { kind: TextClaim['kind']; exact: string }
  exchanges?: (Partial<Exchange> & { exact: string; who?: string })[]
}

/** A reading of `text` as the reader would give it: officials by name, one claim, the exchanges sketched. */
function sketchReading({ text, published, claim, exchanges = [] }: Sketch): Reading {
  const span = (exact: string) => ({
    start: text.indexOf(exact),
    end: text.indexOf(exact) + exact.length,
    exact,
  })
  const officials = Object.entries(known).flatMap(([name, [person, state]]): Official[] => {
    const mentions = [...text.matchAll(new RegExp(name, 'g'))].map((m) => ({
      start: m.index,
      end: m.index + name.length,
    }))
    return mentions.length ? [{ name, person, state, office: null, level: null, mentions }] : []
  })
  const rows = exchanges.map(
    ({ exact, who, ...more }, i): Exchange => ({
      id: `x${i}`,
      kind: 'visit',
      status: 'occurred',
      date: null,
      place: null,
      host: null,
      states: [],
      format: 'bilateral',
      partOf: null,
      confidence: 1,
      rules: [],
      participants: who
        ? [
            {
              name: who,
              person: known[who]![0],
              state: known[who]![1],
              office: null,
              level: null,
              role: 'visitor',
            },
          ]
        : [],
      evidence: [span(exact)],
      ...more,
    }),
  )
  return {
    document: { id: 't', title: null, publishedOn: published, language: 'en', genre: 'analysis', side: null },
    officials,
    exchanges: rows,
    statements: [],
    warnings: [],
    claims: [
      {
        states: ['ARD', 'CYR'],
        people: [],
        exchangeKind: null,
        window: null,
        level: null,
        topic: null,
        ahead: false,
        ...claim,
        ...span(claim.exact),
      },
    ],
  }
}

async function checkOne(sketch: Sketch): Promise<CheckedClaim> {
  const answer = await checkReading(context, { reading: sketchReading(sketch), text: sketch.text })
  return answer.result.claims[0]!
}

const since = (exact: string, interval: string | null, sinceEvent: string | null = null) => ({
  exact,
  interval,
  sinceEvent,
})

describe('superlatives', () => {
  const text = 'Bo Tark will be the highest-ranking Ardanian to visit since Cyrenne shut its borders.'
  const claim = {
    kind: 'superlative' as const,
    exact: text.slice(0, -1),
    ahead: true,
    window: since('since Cyrenne shut its borders', null, 'Cyrenne shut its borders'),
  }
  test('holds as known on the day of the text; the visit ahead does not count against itself', async () => {
    const window = since('since 2022', '2022/2023-04-10')
    expect((await checkOne({ text, published: '2023-04-10', claim: { ...claim, window } })).verdict).toBe(
      'holds',
    )
  })
  test('a sentence goes on where a mail program cut its line', async () => {
    const visit = 'Bo Tark, who flew to Cyrenne on the morning of 3 April,'
    const exact = 'the highest-ranking Ardanian to visit since 2022'
    const got = await checkOne({
      text: `${visit} is\n${exact}.`,
      published: '2023-04-10',
      claim: { kind: 'superlative', exact, window: since('since 2022', '2022/2023-04-10') },
      exchanges: [{ exact: visit, who: 'Bo Tark', states: ['ARD', 'CYR'] }],
    })
    expect(got.textSays).toHaveLength(1)
  })
  test('an event opens the window; a visit known only in general that would rank higher makes it untestable', async () => {
    const got = await checkOne({ text, published: '2023-04-10', claim })
    expect(got.reason).toContain('known only in general would rank higher: Ana Brill')
    expect(got).toMatchObject({
      verdict: 'untestable',
      question: 'highest',
      input: { from: 'ARD', to: 'CYR', since: '2020-03-01', until: '2023-04-10' },
    })
    expect(got.reason).toContain('Cyrennese border closure')
  })
  test('an event nobody can date makes it untestable', async () => {
    const got = await checkOne({
      text: text.replaceAll('shut its borders', 'lost the cup'),
      published: '2023-04-10',
      claim: {
        ...claim,
        exact: claim.exact.replace('shut its borders', 'lost the cup'),
        window: since('since Cyrenne lost the cup', null, 'Cyrenne lost the cup'),
      },
    })
    expect(got).toMatchObject({ verdict: 'untestable', question: null })
    expect(got.reason).toContain('lost the cup')
  })
  test('a window as worded that takes in a higher guest makes it fail, with a rewording', async () => {
    const words = 'The highest-ranking Ardanian to visit Cyrenne in the past five years was Bo Tark.'
    const got = await checkOne({
      text: words,
      published: '2024-01-01',
      claim: {
        kind: 'superlative',
        exact: words.slice(0, -1),
        window: since('in the past five years', '2019-01-01/2024-01-01'),
      },
    })
    expect(got.verdict).toBe('fails')
    expect(got.reason).toContain('Ana Brill (level 1, 10–12 May 2019) ranked higher')
    expect(got.reworded).toContain(
      'Bo Tark is the highest-ranking of the visitors from Ardania to Cyrenne since Ana Brill’s visit',
    )
  })
  test('a tie that no ladder breaks is untestable and says who shares it', async () => {
    const words = 'Cass Uln was the highest-ranking Ardanian to visit Cyrenne in 2022.'
    const got = await checkOne({
      text: words,
      published: '2023-01-01',
      claim: {
        kind: 'superlative',
        exact: words.slice(0, -1),
        window: since('in 2022', '2022-01-01/2022-12-31'),
      },
    })
    expect(got.verdict).toBe('untestable')
    expect(got.reworded).toContain('shares the highest level (4) with Dov Marn')
  })
  test('what is no rank is not ranked', async () => {
    const words = 'Bo Tark brought the largest delegation in years.'
    expect(
      (
        await checkOne({
          text: words,
          published: '2023-05-01',
          claim: { kind: 'superlative', exact: words.slice(0, -1) },
        })
      ).verdict,
    ).toBe('untestable')
  })
})

describe('superlatives without a record', () => {
  test('nobody higher on an empty record is no proof', async () => {
    const text = 'Max Elm is the highest-ranking Elvarian to visit Cyrenne since 2019.'
    const claim = {
      kind: 'superlative' as const,
      exact: text.slice(0, -1),
      states: ['ELV', 'CYR'],
      window: since('since 2019', '2019/2023-04-10'),
    }
    const got = await checkOne({ text, published: '2023-04-10', claim })
    expect(got.verdict).toBe('untestable')
    expect(got.reason).toContain('holds nothing, and the claim reaches back to')
  })
})

describe('last and first times', () => {
  const notSince = (who: string, year: string) => `${who} has not been to Cyrenne since ${year}.`
  test.each([
    ['Edda Voss', '2019', '2023-01-01', 'holds'],
    ['Finn Orr', '2019', '2023-01-01', 'fails'],
    ['Edda Voss', '2021', '2023-01-01', 'untestable'],
  ])('%s not since %s', async (who, year, published, verdict) => {
    const text = notSince(who, year)
    const got = await checkOne({
      text,
      published,
      claim: {
        kind: 'last-time',
        exact: text.slice(0, -1),
        states: [known[who]![1], 'CYR'],
        exchangeKind: 'visit',
        window: since(`since ${year}`, `${year}/${published}`),
      },
    })
    expect(got).toMatchObject({ verdict, question: 'last' })
  })
  test('a class of office is that class, not that level or better', async () => {
    const text = 'No Ardanian foreign minister has come to Cyrenne since 2019.'
    const got = await checkOne({
      text,
      published: '2023-06-01',
      claim: {
        kind: 'last-time',
        exact: text.slice(0, -1),
        level: 5,
        exchangeKind: 'visit',
        window: since('since 2019', '2019/2023-06-01'),
      },
    })
    expect(got.verdict).toBe('holds')
  })
  test('first in a window, its own visit left out', async () => {
    const text = 'Bo Tark arrived on the first visit by an Ardanian speaker in two years.'
    const got = await checkOne({
      text,
      published: '2023-04-12',
      claim: {
        kind: 'first-time',
        exact: text.slice(0, -1),
        level: 3,
        exchangeKind: 'visit',
        window: since('in two years', '2021-04-12/2023-04-12'),
      },
      exchanges: [
        {
          exact: 'Bo Tark arrived',
          who: 'Bo Tark',
          date: '2023-04-11/..',
          host: 'CYR',
          states: ['ARD', 'CYR'],
          status: 'ongoing',
        },
      ],
    })
    expect(got).toMatchObject({ verdict: 'holds', question: 'first' })
  })
  test('a visit whose guest the sentence does not name is still the text’s own', async () => {
    const text = 'It was the first visit by an Ardanian speaker since 2020.'
    const got = await checkOne({
      text,
      published: '2023-04-12',
      claim: {
        kind: 'first-time',
        exact: text.slice(0, -1),
        level: 3,
        exchangeKind: 'visit',
        window: since('since 2020', '2020/2023-04-12'),
      },
      exchanges: [
        { exact: 'It was the first visit', date: '2023-04-11', host: 'CYR', states: ['ARD', 'CYR'] },
      ],
    })
    expect(got.reason).toMatch(
      /^None on record after 31 December 2020, but the one that the claim counts from is not/,
    )
  })
  test('“since she took office” counts from the tenure', async () => {
    const text = 'Hana Sol made her first trip to Cyrenne since she took office.'
    const got = await checkOne({
      text,
      published: '2022-07-02',
      claim: {
        kind: 'first-time',
        exact: text.slice(0, -1),
        states: ['BOR', 'CYR'],
        exchangeKind: 'visit',
        window: since('since she took office', null, 'she took office'),
      },
      exchanges: [
        {
          exact: 'Hana Sol made',
          who: 'Hana Sol',
          date: '2022-06-29/2022-07-01',
          host: 'CYR',
          states: ['BOR', 'CYR'],
        },
      ],
    })
    expect(got.input).toMatchObject({ since: '2019-01-01', person: 'hana-sol' })
    expect(got.reason).toContain('when Hana Sol became Defense Minister')
    expect(got.answer?.denominator.rows.map((row) => row.date)).toContain('2022-07-01')
  })
  test('a tenure that the record did not have yet opens no window', async () => {
    const text = 'Hana Sol made her first trip to Cyrenne as minister.'
    const asked = async (asKnownOn: string) => {
      const reading = sketchReading({
        text,
        published: '2022-07-02',
        claim: {
          kind: 'first-time',
          exact: text.slice(0, -1),
          states: ['BOR', 'CYR'],
          exchangeKind: 'visit',
        },
      })
      const { result } = await checkReading({ ...context, asKnownOn }, { reading, text })
      return result.claims[0]!.input?.since
    }
    const sinceWhen = (at: string) =>
      database.query(`update tenure set known_from = $1 where person_id = 'hana-sol'`, [at])
    await sinceWhen('2090-01-01')
    expect(await asked('2080-01-01T00:00:00Z')).toBeUndefined()
    expect(await asked('2095-01-01T00:00:00Z')).toBe('2019-01-01')
    await sinceWhen('-infinity')
  })
  test('what is still ahead is not tested', async () => {
    const text = 'It will be the last visit of Edda Voss to Cyrenne next month.'
    const got = await checkOne({
      text,
      published: '2023-01-01',
      claim: {
        kind: 'last-time',
        exact: text.slice(0, -1),
        exchangeKind: 'visit',
        window: since('next month', '2023-02-01/2023-02-28'),
      },
    })
    expect(got).toMatchObject({ verdict: 'untestable' })
    expect(got.reason).toContain('still ahead')
  })
  test('a first time that was not', async () => {
    const text = 'It was the first visit by Finn Orr to Cyrenne in three years.'
    const got = await checkOne({
      text,
      published: '2022-11-21',
      claim: {
        kind: 'first-time',
        exact: text.slice(0, -1),
        states: ['BOR', 'CYR'],
        exchangeKind: 'visit',
        window: since('in three years', '2019-11-21/2022-11-21'),
      },
      exchanges: [
        {
          exact: 'visit by Finn Orr',
          who: 'Finn Orr',
          date: '2022-11-20',
          host: 'CYR',
          states: ['BOR', 'CYR'],
        },
      ],
    })
    expect(got.verdict).toBe('fails')
    expect(got.reason).toContain('On record before')
  })
})

describe('pace, coincidence, omission, norm', () => {
  const paceOf = (text: string, states: string[]) =>
    checkOne({
      text,
      published: '2023-03-01',
      claim: {
        kind: 'pace',
        exact: text.slice(0, -1),
        states,
        window: since('since 2020', '2020/2023-03-01'),
      },
    })
  const behind = 'Dolmark has fallen behind Boravia in exchanges with Cyrenne since 2020.'
  test('behind by more than chance, and no counting rule turns it round', async () => {
    const got = await paceOf(behind, ['DOL', 'BOR', 'CYR'])
    expect(got).toMatchObject({ verdict: 'holds', question: 'pace' })
    expect(got.reason).toMatch(/Boravia 9, Dolmark 0, more than chance would explain/)
  })
  test('the other way round it fails', async () => {
    const got = await paceOf(behind.replace('fallen behind', 'pulled ahead of'), ['DOL', 'BOR', 'CYR'])
    expect(got.verdict).toBe('fails')
    expect(got.reworded).toContain('Boravia has had more exchanges than Dolmark')
  })
  test.each(['fallen behind', 'pulled ahead of'])(
    '%s: within chance it neither holds nor fails',
    async (words) => {
      const text = `Ardania has ${words} Boravia in exchanges with Cyrenne since 2020.`
      const got = await paceOf(text, ['ARD', 'BOR', 'CYR'])
      expect(got.verdict).toBe('untestable')
      expect(got.reason).toMatch(/a difference that chance could make .*the 95 % interval .* takes in 1/)
      expect(got.reworded).toContain('Boravia has had more exchanges than Ardania, but within chance')
    },
  )
  test.each([
    ['2023-04-11', 'Bo Tark', 'CYR', 'holds'],
    ['2022-03-05', 'Cass Uln', 'CYR', 'fails'],
  ])('same day %s', async (date, who, host, verdict) => {
    const text = `On the same day ${who} opened talks in Cyrenne and Max Elm met his neighbours.`
    const got = await checkOne({
      text,
      published: '2023-04-20',
      claim: { kind: 'coincidence', exact: text.slice(0, -1) },
      exchanges: [
        { exact: `${who} opened talks`, who, date, host, states: ['ARD', 'CYR'] },
        { exact: 'Max Elm met', who: 'Max Elm', date: '2023-04-11', host: 'DOL', states: ['DOL', 'ELV'] },
      ],
    })
    expect(got.verdict).toBe(verdict)
    expect(got.textSays).toHaveLength(2)
  })
  test('omission: the exchange just reported, the side whose texts they are', async () => {
    const text =
      'Finn Orr met the president on 9 April. None of the Ardanian readouts mentioned the northern straits.'
    const got = await checkOne({
      text,
      published: '2023-04-10',
      claim: {
        kind: 'omission',
        exact: 'None of the Ardanian readouts mentioned the northern straits',
        states: ['ARD'],
        topic: null,
      },
      exchanges: [
        {
          exact: 'Finn Orr met',
          who: 'Finn Orr',
          kind: 'meeting',
          date: '2023-04-09',
          host: 'ARD',
          states: ['ARD', 'BOR'],
        },
      ],
    })
    expect(got).toMatchObject({ verdict: 'untestable', question: 'readouts' })
    expect(got.reason).toContain('Not read')
  })
  test('norm: the reception the text reports is no argument against it', async () => {
    const text = 'Finn Orr was received by Ana Brill, who rarely meets foreign ministers.'
    const got = await checkOne({
      text,
      published: '2023-04-10',
      claim: { kind: 'norm-exception', exact: 'who rarely meets foreign ministers' },
      exchanges: [
        {
          exact: 'Finn Orr was received',
          participants: ['Finn Orr', 'Ana Brill'].map((name) => ({
            name,
            person: known[name]![0],
            state: known[name]![1],
            office: null,
            level: null,
            role: 'participant' as const,
          })),
          kind: 'meeting',
          date: '2023-04-09',
          host: 'ARD',
          states: ['ARD', 'BOR'],
        },
      ],
    })
    expect(got).toMatchObject({
      verdict: 'holds',
      question: 'norm',
      input: { person: 'ana-brill', class: 'foreign-minister' },
    })
    expect(got.reason).toMatch(/^0 of 8 guests/)
  })
})

test.each([
  [{ holds: 1, fails: 0, untestable: 0 }, '1 claim: 1 holds, 0 fail, 0 cannot be tested.'],
  [{ holds: 2, fails: 1, untestable: 3 }, '6 claims: 2 hold, 1 fails, 3 cannot be tested.'],
])('%o is told as "%s"', (counts, told) => {
  expect(tellCounts(counts)).toBe(told)
})

test('a sentence is not cut at an abbreviation', () => {
  const text = 'First. The U.S. Secretary met Gen. Marn. Then he left.'
  const { start, end } = sentenceAround(text, { start: 20, end: 30 })
  expect(text.slice(start, end)).toBe('The U.S. Secretary met Gen. Marn')
})

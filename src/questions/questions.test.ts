// Every question on the invented world of test/world, from the list and by name as the faces ask them.

import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { inventWorld } from '../../test/world/world.ts'
import { InputError } from '../errors.ts'
import type { Database } from '../record/database.ts'
import { openRecord } from '../record/open.ts'
import { seedRecord } from '../record/seed.ts'
import type { Answer } from './answer.ts'
import { ask, contextFor, questions } from './index.ts'
import type { QuestionContext } from './question.ts'

let database: Database
let context: QuestionContext
beforeAll(async () => {
  const knowledge = inventWorld()
  database = await openRecord(':memory:')
  await seedRecord(database, knowledge)
  context = contextFor(database, knowledge)
})
afterAll(() => database.close())

// biome-ignore lint/suspicious/noExplicitAny: each question has its own result
type Any = Answer<any>
const put = (name: string, raw: Record<string, unknown>): Promise<Any> => ask(context, name, raw)

describe('asking', () => {
  test('every question is declared whole', () => {
    for (const question of questions) {
      expect(question.definition.length).toBeGreaterThan(150)
      const blanks = [...question.sentence.matchAll(/\{(\w+)\}/g)].map((hit) => hit[1])
      expect(Object.keys(question.input.shape)).toEqual(expect.arrayContaining(blanks))
      const schema = z.toJSONSchema(question.input, { io: 'input' })
      for (const [field, { description }] of Object.entries(
        schema.properties as Record<string, { description?: string }>,
      )) {
        expect(description, `${question.name}.${field}`).toBeTruthy()
      }
    }
  })
  test.each([
    ['higest', {}, /Did you mean highest/],
    ['highest', { from: 'Ardania' }, /without "to"\./],
    ['highest', { from: 'Ardenia', to: 'CYR' }, /"Ardenia" in "from" is not known/],
    ['highest', { from: 'ARD', to: 'CYR', since: '2023-02-30' }, /not a date/],
    ['highest', { from: 'ARD', to: 'CYR', since: '2023', until: '2021' }, /ends \(2021\) before it starts/],
    ['highest', { from: 'ARD', to: 'CYR', sinse: '2023' }, /no field "sinse"/],
    ['highest', { from: 'ARD', to: 'CYR', rule: 'colts' }, /no counting rule "colts"/],
    ['last', { from: 'ARD', to: 'CYR', level: '9' }, /level/],
    ['highest', { from: 'ARD', to: 'CYR', ladder: 'fame' }, /Ladders: level, party/],
    ['itinerary', { person: 'Nobody Atall' }, /not known/],
    ['timeline', {}, /needs states or a person/],
  ])('%s %j is refused', async (name, raw, message) => {
    const error = await put(name, raw).catch((e: unknown) => e)
    expect(error).toBeInstanceOf(InputError)
    expect(`${(error as InputError).message} ${(error as InputError).next}`).toMatch(message)
  })
  test.each(['CYR', 'Cyrenne', 'the Cyrennese', 'PSC', 'port cyr', 'cyr'])('state as %s', async (to) => {
    expect((await put('last', { from: 'ARD', to, until: '2023' })).input.to).toBe('CYR')
  })
  test.each(['Ana Brill', 'Brill Ana', 'anna bril', 'ana-brill'])('person as %s', async (person) => {
    expect((await put('itinerary', { person })).result.person.id).toBe('ana-brill')
  })
})

describe('a question asked without what it needs', () => {
  test('names the fields that are missing, in words', async () => {
    await expect(put('norm', {})).rejects.toThrow('"norm" cannot be asked without "person" and "class".')
    await expect(put('norm', {})).rejects.toThrow(InputError)
  })
})

describe('highest', () => {
  test('one at the top, the runner-up, the denominator', async () => {
    const answer = await put('highest', { from: 'ARD', to: 'CYR', until: '2023-12-31' })
    expect(answer.result.holders.map((h: { name: string }) => h.name)).toEqual(['Ana Brill'])
    expect(answer.result).toMatchObject({ ladder: 'level', place: 1, tie: false })
    expect(answer.runnerUp?.label).toContain('Bo Tark')
    expect(answer.denominator.count).toBe(5)
    expect(answer.citations[0]?.url).toContain('https://news.example/')
  })
  test('a tie is a tie; an acting holder is named; the unconfirmed row would win and is said to', async () => {
    const answer = await put('highest', { from: 'ARD', to: 'CYR', since: '2020', until: '2022' })
    expect(answer.result.tie).toBe(true)
    expect(answer.result.holders.map((h: { name: string }) => h.name).sort()).toEqual([
      'Cass Uln',
      'Dov Marn',
    ])
    expect(answer.summary).toContain('No finer ladder')
    expect(answer.unknowns.join(' ')).toMatch(/Ana Brill \(about June 2021\) would be the highest/)
    expect(answer.unknowns.join(' ')).toContain('Dov Marn held the office in an acting capacity')
    expect(answer.sensitivity.find((s) => s.rule === 'chancery-general')).toMatchObject({
      outcome: 'Ana Brill',
      flips: true,
    })
  })
  test('a party body’s own order is a ladder of its own', async () => {
    const answer = await put('highest', {
      from: 'ARD',
      to: 'CYR',
      since: '2020',
      until: '2023',
      ladder: 'party',
    })
    expect(answer.result).toMatchObject({ ladder: 'party', place: 3 })
    expect(answer.unknowns.join(' ')).toContain('have no known place on the ladder “party”')
  })
  test('other rules are asked on the ladder asked for', async () => {
    const asked = { from: 'ARD', to: 'CYR', since: '2020', until: '2023', ladder: 'party' }
    const answer = await put('highest', asked)
    // On the party's ladder only the member of the council has a place, whoever else a rule lets in.
    expect(answer.result.holders.map((h: { name: string }) => h.name)).toEqual(['Bo Tark'])
    expect(answer.sensitivity.find((s) => s.rule === 'beyond-parallel')).toMatchObject({ flips: false })
    expect(answer.sensitivity.find((s) => s.rule === 'chancery-general')?.outcome).toBe('Ana Brill')
  })
  test('a finer ladder breaks a tie with one who came twice, and says so', async () => {
    const rank = (office: string, place: number | null) =>
      database.query(`update office set ranks = $2::jsonb where id = $1`, [
        office,
        JSON.stringify(place === null ? [] : [{ ladder: 'national', rank: place }]),
      ])
    await rank('BOR.fm', 7)
    await rank('BOR.defmin', 6)
    const answer = await put('highest', { from: 'BOR', to: 'CYR', since: '2021', until: '2022-08' })
    expect(answer.result.holders).toHaveLength(3)
    expect(answer.result).toMatchObject({ tie: true, finer: { ladder: 'national' } })
    expect(answer.summary).toContain('A tie of 2 at level 5')
    expect(answer.summary).toContain('The ladder “national” puts Hana Sol first.')
    await rank('BOR.fm', null)
    await rank('BOR.defmin', null)
  })
  test('nobody: not known, and the coverage says why', async () => {
    const answer = await put('highest', { from: 'FEN', to: 'CYR' })
    expect(answer.result.holders).toEqual([])
    expect(answer.coverage.note).toContain('not covered')
  })
  test('who came twice ties with nobody', async () => {
    const answer = await put('highest', { from: 'BOR', to: 'CYR', since: '2021', until: '2022-06' })
    expect(answer.result).toMatchObject({ tie: false, place: 5, finer: null })
    expect(answer.result.holders).toHaveLength(2)
  })
  test('an event of the packs opens the window', async () => {
    const answer = await put('highest', {
      from: 'ARD',
      to: 'CYR',
      since: 'the border closure',
      until: '2023',
    })
    expect(answer.summary).toContain('from 1 March 2020')
  })
})

describe('timeline, itinerary, agenda', () => {
  test('a visit and the meeting inside it are two rows and one occasion', async () => {
    const answer = await put('timeline', { states: 'ARD, CYR', since: '2019-05', until: '2019-05' })
    expect(answer.result.exchanges).toHaveLength(2)
    expect(answer.result.occasions).toHaveLength(1)
    expect(answer.summary).toContain('2 exchanges on 1 occasion of')
  })
  test('rows that do not count are named with the reason', async () => {
    const answer = await put('timeline', {
      states: 'BOR, CYR',
      since: '2023',
      until: '2023',
      rule: 'chinapower',
    })
    expect(answer.unknowns.join(' ')).toContain('a call does not count')
  })
  test('stops and who was seen there', async () => {
    const answer = await put('itinerary', { person: 'Finn Orr', since: '2023-04', until: '2023-04' })
    expect(answer.result.stops).toHaveLength(1)
    expect(answer.result.stops[0].saw.map((p: { name: string }) => p.name)).toEqual([
      'Ana Brill',
      'Edda Voss',
    ])
    expect(answer.result.stops[0].offices[0].title).toBe('Foreign Minister')
  })
})

describe('last, first, gap', () => {
  test('last and the one before', async () => {
    const answer = await put('last', { from: 'ARD', to: 'CYR', level: '5', until: '2022-12-31' })
    expect(answer.result.exchanges[0].date).toBe('2022-09')
    expect(answer.runnerUp?.date).toBe('2022-03-05/2022-03-07')
    expect(answer.unknowns.join(' ')).toContain('known only by month')
  })
  test('by a person', async () => {
    const answer = await put('last', { from: 'ARD', to: 'CYR', person: 'Edda Voss', until: '2023' })
    expect(answer.result.exchanges[0].date).toBe('2019-09-02')
  })
  test('first', async () => {
    const answer = await put('first', { from: 'BOR', to: 'CYR' })
    expect(answer.result.exchanges[0].date).toBe('2020-02-01')
  })
  test('the longest silence, with what chance would make of it', async () => {
    const answer = await put('gap', { from: 'ARD', to: 'CYR', since: '2019', until: '2023-06-30' })
    expect(answer.result.silences[0]).toMatchObject({
      from: '2019-09-02',
      to: '2022-03-05',
      days: 915,
      open: false,
    })
    expect(answer.result.chance.p).toBeGreaterThan(0)
    expect(answer.counterExamples.map((row) => row.date)).toEqual(['2021-06~'])
    expect(answer.unknowns.join(' ')).toContain('Small numbers')
  })
})

describe('pace and reciprocity', () => {
  test('counts, ratio with interval, what flips', async () => {
    const answer = await put('pace', {
      a: 'ARD',
      b: 'BOR',
      with: 'CYR',
      since: '2019-06',
      until: '2023-03',
      direction: 'to',
    })
    expect(answer.result.a.count).toBe(3)
    expect(answer.result.b.count).toBe(6)
    expect(answer.result.ratio.low).toBeLessThan(0.5)
    expect(answer.result.verdict).toContain('within chance')
    expect(answer.result.series.reduce((sum: number, s: { b: number }) => sum + s.b, 0)).toBe(6)
    expect(answer.sensitivity.map((s) => s.rule)).toEqual(
      expect.arrayContaining(['colt', 'linear rank weights']),
    )
  })
  test('a window without a start has periods from the first exchange, not from the year 1', async () => {
    const { result } = await put('pace', { a: 'ARD', b: 'BOR', with: 'CYR', until: '2023', period: 'year' })
    const { series } = result as { series: { period: string; a: number; b: number }[] }
    expect(series.length).toBeLessThan(30)
    expect(series[0]!.a + series[0]!.b).toBeGreaterThan(0)
  })

  test('A against B is B against A turned round', async () => {
    const one = await put('pace', { a: 'ARD', b: 'BOR', with: 'CYR', until: '2023' })
    const two = await put('pace', { a: 'BOR', b: 'ARD', with: 'CYR', until: '2023' })
    expect(one.result.ratio.ratio * two.result.ratio.ratio).toBeCloseTo(1, 9)
    expect(one.result.verdict).toBe(two.result.verdict)
  })
  test('who owes a visit', async () => {
    const answer = await put('reciprocity', { a: 'BOR', b: 'CYR', until: '2023' })
    expect(answer.result.outward.count).toBe(6)
    expect(answer.result.inward.count).toBe(1)
    expect(answer.result.verdict).toBe('CYR owes a visit (level 5: 5 received, 0 returned)')
  })
})

describe('coincidence', () => {
  test('a shared day, and a month that may hold one', async () => {
    const answer = await put('coincidence', { a: 'DOL,ELV', b: 'ARD,CYR', since: '2022', until: '2023' })
    const pairs = answer.result.pairs.map((p: { how: string; days: unknown }) => [p.how, p.days])
    expect(pairs).toEqual([
      ['perhaps', null],
      ['overlap', { from: '2023-04-11', to: '2023-04-11' }],
    ])
    expect(answer.result).toMatchObject({ together: 1, perhaps: 1 })
    expect(answer.result.chance).toMatchObject({ shifts: 999, seed: 1 })
  })
  test('a grouping stands for its members', async () => {
    expect((await put('coincidence', { a: 'DOL,ELV', b: 'Canal Group', until: '2023' })).input.b).toBe(
      'ARD,BOR,CYR',
    )
  })
})

describe('norm', () => {
  test('kept with one exception', async () => {
    const answer = await put('norm', { person: 'Ana Brill', class: 'foreign-minister', until: '2023-04-30' })
    expect(answer.result.rate).toMatchObject({ hits: 1, trials: 9 })
    expect(answer.result.verdict).toContain('kept')
    expect(answer.counterExamples.map((row) => row.id)).toEqual(['2023-04-09-meeting-finn-orr'])
    // Nine stays: BOR 1 of 2, CYR 0 of 3, DOL 0 of 4. By hand: H(1/9) − 2/9 − 2 / (18 ln 2) = 0.5033 − 0.2222 − 0.1603.
    expect(answer.result.best.by).toBe('guest’s state')
    expect(answer.result.best.gain).toBeCloseTo(0.1208, 3)
    expect(answer.result.best.groups).toEqual([
      { value: 'DOL', hits: 0, trials: 4 },
      { value: 'CYR', hits: 0, trials: 3 },
      { value: 'BOR', hits: 1, trials: 2 },
    ])
  })
  test.each([
    ['Dolmark', 0, 4],
    ['BOR, CYR', 1, 5],
    // Cyrenne joined in June 2019: its ministers' visits of 2018 and March 2019 were no members' visits.
    ['Canal Group', 1, 3],
  ])('of %s only', async (of, hits, trials) => {
    const asked = { person: 'Ana Brill', class: 'foreign-minister', of, until: '2023-04-30' }
    const answer = await put('norm', asked)
    expect(answer.result.rate).toMatchObject({ hits, trials })
    expect(answer.denominator.description).toMatch(/ from (?:DOL|BOR|members of Canal Group on that day)/i)
  })
  test('of a camp nobody can list', async () => {
    const asked = { person: 'Ana Brill', class: 'foreign-minister', of: 'small states' }
    await expect(put('norm', asked)).rejects.toThrow(/"small states" in "of" is not known/)
  })
})

/** The text of a readout comes into the record. */
async function holdReadout(exchange: string, side: string, text: string): Promise<void> {
  await database.query(
    `insert into document (id, text, text_hash, recorded_at, side_state, genre) values ('held', $1, 'held', '2001-06-01', $2, 'readout')`,
    [text, side],
  )
  await database.query(
    `insert into readout (id, exchange_id, state, document_id, official, recorded_at) values ('held', $1, $2, 'held', true, '2001-06-01')`,
    [exchange, side],
  )
}

describe('readouts', () => {
  const meeting = '2023-04-09-meeting-finn-orr'
  test('both, one only', async () => {
    const answer = await put('readouts', { exchange: meeting })
    expect(answer.result.topics.all).toEqual(['canal tolls'])
    expect(answer.result.topics.some.map((t: { topic: string }) => t.topic)).toEqual([
      'year of friendship',
      'northern straits',
    ])
  })
  const straits = { exchange: meeting, topic: 'Northern Straits issues', side: 'Ardania' }
  test('a list of topics is not a text that was read; who did mention it is said', async () => {
    const answer = await put('readouts', straits)
    expect(answer.verdict?.verdict).toBe('untestable')
    expect(answer.verdict?.reason).toMatch(/shown for 0 of 1\. Not read .*did mention it/)
    expect(answer.verdict?.reworded).toContain('does not mention')
  })
  test('silent, once the text of every meeting is held', async () => {
    await holdReadout(meeting, 'ARD', 'The minister and the guest spoke of canal tolls and of the sea.')
    expect((await put('readouts', straits)).verdict?.verdict).toBe('holds')
    expect((await put('readouts', { ...straits, topic: 'the sea' })).verdict?.verdict).toBe('fails')
  })
  test('two meetings, one readout: the missing one is named', async () => {
    const on = '2022-06-10/2023-04-09'
    const { verdict } = await put('readouts', { ...straits, exchange: undefined, states: 'ARD,BOR', on })
    expect(verdict).toMatchObject({ verdict: 'untestable' })
    expect(verdict!.reason).toMatch(/shown for 1 of 2\. .*Not covered .*Canal Group summit/)
  })
  test('not silent', async () => {
    expect(
      (await put('readouts', { exchange: meeting, topic: 'northern strait', side: 'BOR' })).verdict?.verdict,
    ).toBe('fails')
  })
  test('refuses where a side is missing', async () => {
    const answer = await put('readouts', {
      exchange: '2019-05-11-meeting-ana-brill',
      topic: 'fishing',
      side: 'CYR',
    })
    expect(answer.verdict).toMatchObject({ verdict: 'untestable' })
  })
})

describe('grouping', () => {
  test('members and chair by day', async () => {
    const early = await put('grouping', { grouping: 'Canal Three', on: '2019-01-01' })
    expect(early.summary).toContain('on 1 January 2019: 2 members (Ardania, Boravia)')
    const later = await put('grouping', { grouping: 'CANAL', on: '2022-06-10', since: '2022', until: '2022' })
    expect(later.result.chair).toEqual(['BOR'])
    expect(later.result.fullHouse.full).toBe(1)
    const summit = later.result.meetings.find((m: { present: string[] }) => m.present.length === 3)
    expect(summit.deputies).toEqual([{ state: 'CYR', level: 5 }])
    expect(later.result.attendance.find((a: { state: string }) => a.state === 'CYR')).toMatchObject({
      meetings: 8,
      byLevel: { 1: 2, 5: 6 },
    })
  })
  test('a full house is one of the members of its day', async () => {
    // As if Cyrenne had joined in December 2022: at the summit of June the two members were the whole house.
    await database.query(`update membership set valid = daterange('2022-12-15', null) where state_id = 'CYR'`)
    const asked = { grouping: 'CANAL', on: '2023-12-31', since: '2022', until: '2023' }
    const answer = await put('grouping', asked)
    await database.query(`update membership set valid = daterange('2019-06-01', null) where state_id = 'CYR'`)
    const summit = answer.result.meetings.find((m: { exchange: { label: string } }) =>
      m.exchange.label.includes('Canal Group summit'),
    )
    expect(summit.present).toEqual(['ARD', 'BOR'])
    expect(summit.deputies).toEqual([])
    expect(answer.result.fullHouse).toMatchObject({ full: 1 })
  })
})

describe('laws', () => {
  test('nothing was known before the record was made', async () => {
    const answer = await put('highest', { from: 'ARD', to: 'CYR', asKnownOn: '2001-01-01' })
    expect(answer.denominator.count).toBe(0)
    expect(answer.result.holders).toEqual([])
  })
  test('a changed row changes later answers and no earlier one', async () => {
    const id = '2022-07-01-visit-hana-sol'
    const asked = { from: 'BOR', to: 'CYR', since: '2022-07', until: '2022-07' }
    const before = new Date(Date.now()).toISOString()
    await new Promise((resolve) => setTimeout(resolve, 5))
    for (const table of ['exchange', 'participant']) {
      const key = table === 'exchange' ? 'id' : 'exchange_id'
      await database.query(`create temporary table changed as select * from ${table} where ${key} = $1`, [id])
      await database.query(`update ${table} set known_to = now() where ${key} = $1`, [id])
      await database.query(`update changed set known_from = now(), status = 'cancelled'`)
      await database.query(`insert into ${table} select * from changed`)
      await database.query('drop table changed')
    }
    const now = new Date(Date.now() + 1000).toISOString()
    expect((await put('highest', { ...asked, asKnownOn: before })).result.holders).toHaveLength(1)
    expect((await put('highest', { ...asked, asKnownOn: now })).result.holders).toHaveLength(0)
  })
  test('a wider window never makes the highest lower, nor the count smaller', async () => {
    const year = fc.integer({ min: 2018, max: 2024 })
    await fc.assert(
      fc.asyncProperty(year, year, year, async (x, y, z) => {
        const [a, b, c] = [x, y, z].sort() as [number, number, number]
        const [narrow, wide] = await Promise.all([
          put('highest', { from: 'ARD', to: 'CYR', since: `${b}`, until: `${c}` }),
          put('highest', { from: 'ARD', to: 'CYR', since: `${a}`, until: `${c}` }),
        ])
        expect(wide.result.place ?? 99).toBeLessThanOrEqual(narrow.result.place ?? 99)
        expect(wide.denominator.count).toBeGreaterThanOrEqual(narrow.denominator.count)
      }),
      { numRuns: 15 },
    )
  })
  test('every cited number is in the list, every shown row of fact is confirmed and cited', async () => {
    for (const [name, raw] of [
      ['timeline', { states: 'ARD,CYR' }],
      ['highest', { from: 'ARD', to: 'CYR' }],
      ['pace', { a: 'ARD', b: 'BOR', with: 'CYR' }],
    ] as const) {
      const answer = await put(name, raw)
      const numbers = answer.citations.map((c) => c.number)
      for (const row of answer.denominator.rows) {
        expect(numbers).toEqual(expect.arrayContaining(row.citations))
        if (row.confirmed) expect(row.citations.length).toBeGreaterThan(0)
      }
    }
  })
})

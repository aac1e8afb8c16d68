// The split that explains exceptions, against counts and information reckoned by hand.
import { describe, expect, test } from 'vitest'
import { bestOf, sayBest, splitOpportunities } from './exceptions.ts'
import type { Opportunity } from './norm.ts'
import type { Party, Recalled } from './recall.ts'

const guest = (state: string, level: number): Party => ({
  ...{ name: `${state}-${level}`, nativeName: null, person: `${state}-${level}`, state },
  ...{ organization: null, office: null, officeId: null, level, role: 'visitor' },
})

/** A stay of a guest, alone or with others at the table. */
function stay(from: string, received: boolean, [who, ...others]: Party[]): Opportunity {
  const row = {
    ...{ id: from, format: null, occasion: null, states: [who!.state, 'ARD'] },
    participants: [who, ...others],
  } as unknown as Recalled
  return { guest: who!, rows: [row], received, from, to: from }
}

const by = (cases: Opportunity[], name: string) => splitOpportunities(cases).find((s) => s.by === name)

describe('exceptions told apart', () => {
  // Four of BOR never received, four of CYR always: one bit, less (2 − 1) / (2 · 8 · ln 2) = 0.0902.
  test('by state, one bit less the price of two groups', () => {
    const cases = ['2018', '2019', '2020', '2021'].flatMap((year) => [
      stay(`${year}-01-01`, false, [guest('BOR', 5)]),
      stay(`${year}-06-01`, true, [guest('CYR', 5)]),
    ])
    const splits = splitOpportunities(cases)
    expect(bestOf(splits)?.by).toBe('guest’s state')
    expect(splits[0]!.gain).toBeCloseTo(1 - 0.0902, 3)
    expect(sayBest(splits)).toBe('Best told apart by guest’s state: BOR 0 of 4, CYR 4 of 4.')
    // Each year 1 of 2: nothing gained, 3 / (16 ln 2) = 0.2705 lost.
    expect(by(cases, 'year')!.gain).toBeCloseTo(-0.2705, 3)
  })
  test('by year', () => {
    const cases = ['2018', '2019', '2020', '2021'].flatMap((year) =>
      [guest('BOR', 5), guest('CYR', 5), guest('DOL', 5)].map((g) =>
        stay(`${year}-01-01`, year > '2019', [g]),
      ),
    )
    expect(sayBest(splitOpportunities(cases))).toBe(
      'Best told apart by year: 2018 0 of 3, 2019 0 of 3, 2020 3 of 3, 2021 3 of 3.',
    )
  })
  test('by rank: ministers who were more than ministers', () => {
    const cases = [1, 2, 3, 4].flatMap((n) => [
      stay(`2019-0${n}-01`, true, [guest('BOR', 4)]),
      stay(`2019-0${n}-15`, false, [guest('BOR', 5)]),
    ])
    expect(sayBest(splitOpportunities(cases))).toBe(
      'Best told apart by guest’s rank: level 4 4 of 4, level 5 0 of 4.',
    )
  })
  test('one-to-one against a group: a delegation of one state is one-to-one', () => {
    const cases = [1, 2, 3, 4].flatMap((n) => [
      stay(`2019-0${n}-01`, true, [guest('BOR', 5), guest('CYR', 5)]),
      stay(`2019-0${n}-15`, false, [guest('BOR', 5), guest('BOR', 6)]),
    ])
    expect(sayBest(splitOpportunities(cases))).toBe(
      'Best told apart by one-to-one or in a group: in a group 4 of 4, one-to-one 0 of 4.',
    )
  })
  test('nothing tells one exception of two apart', () => {
    const cases = [stay('2018-01-01', true, [guest('BOR', 5)]), stay('2019-01-01', false, [guest('CYR', 5)])]
    expect(by(cases, 'guest’s state')!.gain).toBeCloseTo(1 - 0.3607, 3)
    expect(sayBest([])).toBeNull()
  })
})

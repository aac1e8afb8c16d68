// Ranking of hypotheses, and the words of likelihood.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leaders, likelihoodWords, type Rated, type Rating, rankHypotheses, ratings } from './rating.ts'

const piece = (evidence: string, given: Record<string, Rating>, weight = 1): Rated => ({
  evidence,
  weight,
  diagnosticity: 0,
  ratings: new Map(Object.entries(given)),
})

test('what speaks against ranks, what speaks for does not', () => {
  const ranked = rankHypotheses(
    [{ id: 'a' }, { id: 'b' }],
    [piece('1', { a: 'CC', b: 'N' }), piece('2', { a: 'I', b: 'N' })],
  )
  expect(ranked.map((h) => [h.id, h.against, h.inFavour])).toEqual([
    ['b', 0, 0],
    ['a', 1, 2],
  ])
})

test('a poorly sourced piece weighs less', () => {
  const ranked = rankHypotheses(
    [{ id: 'a' }, { id: 'b' }],
    [piece('1', { a: 'II' }, 0.4), piece('2', { b: 'I' })],
  )
  expect(leaders(ranked)).toEqual(['a'])
})

test('ties are ties', () =>
  expect(leaders(rankHypotheses([{ id: 'a' }, { id: 'b' }], [piece('1', { a: 'I', b: 'I' })]))).toEqual([
    'a',
    'b',
  ]))

test.each([
  [0.01, 'almost no chance'],
  [0.1, 'very unlikely'],
  [0.3, 'unlikely'],
  [0.5, 'roughly even chance'],
  [0.7, 'likely'],
  [0.9, 'very likely'],
  [0.99, 'almost certain'],
])('%d is %s', (probability, words) => expect(likelihoodWords(probability)).toBe(words))

test('shares sum to one, and one more inconsistency never helps', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          fc.constantFrom(...ratings),
          fc.constantFrom(...ratings),
          fc.double({ min: 0, max: 1, noNaN: true }),
        ),
        { maxLength: 20 },
      ),
      (rows) => {
        const rated = rows.map(([a, b, weight], i) => piece(String(i), { a, b }, weight))
        const share = (all: Rated[]) =>
          rankHypotheses([{ id: 'a' }, { id: 'b' }], all).find((h) => h.id === 'a')!.share
        const total = rankHypotheses([{ id: 'a' }, { id: 'b' }], rated).reduce((sum, h) => sum + h.share, 0)
        expect(total).toBeCloseTo(1)
        expect(share([...rated, piece('x', { a: 'II' })])).toBeLessThanOrEqual(share(rated))
      },
    ),
  )
})

test('a case of a hypothesis shares its share, and neither ties with it nor leads', () => {
  const rated = [
    { evidence: 'a', weight: 1, diagnosticity: 1, ratings: new Map([['rift', 'I' as const]]) },
    { evidence: 'b', weight: 1, diagnosticity: 1, ratings: new Map([['by-tolls', 'II' as const]]) },
  ]
  const ranked = rankHypotheses(
    [
      { id: 'routine' },
      { id: 'rift' },
      { id: 'by-tolls', within: 'rift' },
      { id: 'by-fish', within: 'rift' },
    ],
    rated,
  )
  const share = (id: string): number => ranked.find((h) => h.id === id)!.share
  expect(leaders(ranked)).toEqual(['routine'])
  expect(share('routine') + share('rift')).toBeCloseTo(1, 12)
  expect(share('by-tolls') + share('by-fish')).toBeCloseTo(share('rift'), 12)
  expect(share('by-fish')).toBeGreaterThan(share('by-tolls'))
})

// The statistics against published values, each with its source.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findChanges } from './changes.ts'
import { smallNumbersNote } from './interval.ts'
import { binomialInterval, poissonInterval, rateRatio } from './poisson.ts'
import { shiftTest } from './shift.ts'
import { chanceOfLongest, expectedLongest } from './spacing.ts'
import { baseRate } from './wilson.ts'

describe('exact Poisson', () => {
  // Garwood (1936), Biometrika 28, table of fiducial limits, as reprinted by Pearson & Hartley, Biometrika Tables I, no. 40.
  test.each([
    [0, 0, 3.689],
    [1, 0.0253, 5.572],
    [3, 0.619, 8.767],
    [10, 4.795, 18.39],
    [50, 37.11, 65.92],
  ])('%i events: %f to %f', (count, low, high) => {
    const got = poissonInterval(count)
    expect(got.low).toBeCloseTo(low, count < 10 ? 3 : 2)
    expect(got.high).toBeCloseTo(high, count < 10 ? 3 : 2)
  })
  // R 4, ?poisson.test, second example (data of J. Rosenberg on cancer in Oxford): the printed output.
  test('rate ratio as R prints it', () => {
    const got = rateRatio({ count: 11, over: 800 }, { count: 21, over: 3011 })
    expect(got.ratio).toBeCloseTo(1.971488, 5)
    expect(got.low).toBeCloseTo(0.8584264, 5)
    expect(got.high).toBeCloseTo(4.2772659, 5)
    expect(got.p).toBeCloseTo(0.07967, 4)
  })
  // Clopper & Pearson (1934), Biometrika 26, chart for n = 10; 5 of 10 is 0.187 to 0.813.
  test('5 of 10', () => {
    const { low, high } = binomialInterval(5, 10)
    expect([low, high].map((v) => v.toFixed(3))).toEqual(['0.187', '0.813'])
  })
  test('nothing against nothing says nothing', () => {
    const got = rateRatio({ count: 0, over: 1 }, { count: 0, over: 1 })
    expect([got.low, got.high, got.p]).toEqual([0, Number.POSITIVE_INFINITY, 1])
  })
  test('swapping the two inverts the ratio', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }), (a, b) => {
        const one = rateRatio({ count: a, over: 3 }, { count: b, over: 5 })
        const two = rateRatio({ count: b, over: 5 }, { count: a, over: 3 })
        expect(one.ratio * two.ratio).toBeCloseTo(1, 9)
        expect(one.low * two.high).toBeCloseTo(1, 5)
        expect(one.p).toBeCloseTo(two.p, 6)
      }),
    )
  })
})

// Newcombe (1998), Statistics in Medicine 17, 857–872, table I, method 3 (score, no continuity correction).
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('Wilson %i of %i', (hits, trials, low, high) => {
  const got = baseRate(hits, trials)
  expect(got.low).toBeCloseTo(low, 4)
  expect(got.high).toBeCloseTo(high, 4)
})

describe('change points', () => {
  // Jarrett (1979), Biometrika 66, 191–193: British coal-mining disasters a year, 1851–1961. Carlin, Gelfand & Smith (1992),
  // Applied Statistics 41, find one change, most likely in 1891, from about 3.1 to about 0.9 a year.
  const coal =
    '45401434063340263354531441553425223421322111130010110031032201110101000210001102331121111242001400010000010010 1'
      .replace(' ', '')
      .split('')
      .map(Number)
  test('coal-mining disasters', () => {
    const [before, after] = findChanges(coal)
    expect(findChanges(coal)).toHaveLength(2)
    expect(1851 + before!.last).toBeGreaterThanOrEqual(1888)
    expect(1851 + before!.last).toBeLessThanOrEqual(1893)
    expect(before!.rate).toBeCloseTo(3.1, 0)
    expect(after!.rate).toBeCloseTo(0.9, 0)
  })
  test('a steady series has none', () => {
    expect(findChanges([2, 3, 2, 2, 3, 2, 3, 2])).toHaveLength(1)
  })
  test('segments tile the series', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 40 }), (counts) => {
        const segments = findChanges(counts)
        expect(segments[0]!.first).toBe(0)
        expect(segments.at(-1)!.last).toBe(counts.length)
        segments.slice(1).forEach((segment, i) => {
          expect(segment.first).toBe(segments[i]!.last)
        })
      }),
    )
  })
})

describe('longest gap', () => {
  // The broken-stick problem: longest of two pieces 3/4, of three 11/18, of four 25/48 (Feller II, §I.7; Holst 1980).
  test.each([
    [2, 3 / 4],
    [3, 11 / 18],
    [4, 25 / 48],
  ])('%i pieces', (pieces, share) => {
    expect(expectedLongest(pieces)).toBeCloseTo(share, 12)
  })
  // A stick broken in three makes no triangle (longest piece at least 1/2) with chance 3/4 (Poincaré 1912).
  test('no triangle three times of four', () => {
    expect(chanceOfLongest(3, 0.5)).toBeCloseTo(0.75, 12)
  })
  test('expectation is the integral of the chance', () => {
    const steps = 20_000
    let integral = 0
    for (let i = 0; i < steps; i++) integral += chanceOfLongest(5, (i + 0.5) / steps) / steps
    expect(integral).toBeCloseTo(expectedLongest(5), 4)
  })
})

describe('circular shift', () => {
  const window = { first: 0, last: 364 }
  const days = (list: number[]) => list.map((day) => ({ first: day, last: day }))
  test('camps that always fall together', () => {
    const irregular = days([3, 17, 40, 88, 131, 200, 207, 266, 301, 340])
    const got = shiftTest(irregular, irregular, window)
    expect(got.together).toBe(10)
    expect(got.expected).toBeLessThan(2)
    expect(got.p).toBe(0.001)
  })
  test('a camp that is always busy: every shift is the same', () => {
    const got = shiftTest(days([5, 100]), [{ first: 0, last: 364 }], window)
    expect(got).toMatchObject({ together: 2, expected: 2, p: 1 })
  })
  // One day against k busy days of n: the expected number of hits is k / n.
  test('expectation of one day', () => {
    const got = shiftTest(days([0]), days([1, 50, 51, 120, 300]), window, { shifts: 20_000, seed: 7 })
    expect(got.expected).toBeCloseTo(5 / 364, 2)
  })
  test('the same seed gives the same answer', () => {
    const [a, b] = [days([3, 60, 200]), days([4, 61, 300])]
    expect(shiftTest(a, b, window)).toEqual(shiftTest(a, b, window))
  })
})

test('small numbers say so', () => {
  expect(smallNumbersNote(3, 50)).toContain('Small numbers (3 against 50)')
  expect(smallNumbersNote(30, 50)).toBeNull()
})

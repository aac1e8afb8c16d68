// Heads from scores: always one root and no cycle; equal to trying every tree.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findHeads } from './arborescence.ts'

const width = (count: number): number => Math.ceil((count + 1) / 8) * 8

test('one root, no cycle, for any scores', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 14 }),
      fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 14 * 16, maxLength: 14 * 16 }),
      (count, numbers) => {
        const heads = findHeads(Float32Array.from(numbers), count, width(count))
        expect(heads.filter((head) => head < 0)).toHaveLength(1)
        for (let at = 0; at < count; at++) {
          let [up, steps] = [at, 0]
          while (up >= 0 && steps++ <= count) up = heads[up]!
          expect(up).toBe(-1)
        }
      },
    ),
    { numRuns: 300 },
  )
})

test('where the best heads are no tree, the best tree without crossings is found', () => {
  // Words 0 and 1 want each other; word 0 would sooner take the root
  const scores = new Float32Array(3 * 8).fill(-9)
  scores.set([5, -9, 6, 0], 0)
  scores.set([3, 6, -9, 0], 8)
  scores.set([0, 0, 4, -9], 16)
  expect([...findHeads(scores, 3, 8)]).toEqual([-1, 0, 1])
})

/** Every tree of so few words without crossings, tried one by one. */
function bestByTrying(scores: Float32Array, count: number): number {
  const step = width(count)
  let best = -Infinity
  const heads: number[] = []
  const isTree = (): boolean =>
    heads.filter((head) => head < 0).length === 1 &&
    heads.every((_, at) => {
      let [up, steps] = [at, 0]
      while (up >= 0 && steps++ <= count) up = heads[up]!
      return up < 0
    }) &&
    heads.every((head, d) =>
      heads.every((other, e) => head < 0 || other < 0 || !crosses(d, head, e, other)),
    ) &&
    heads.every((head, d) =>
      heads.every((other, e) => other >= 0 || head < 0 || !((e > d && e < head) || (e < d && e > head))),
    )
  const crosses = (a: number, b: number, c: number, d: number): boolean => {
    const [i, j, k, l] = [Math.min(a, b), Math.max(a, b), Math.min(c, d), Math.max(c, d)]
    return i < k && k < j && j < l
  }
  const choose = (d: number, sum: number): void => {
    if (d === count) {
      if (sum > best && isTree()) best = sum
      return
    }
    for (let h = -1; h < count; h++) {
      if (h === d) continue
      heads[d] = h
      choose(d + 1, sum + scores[d * step + h + 1]!)
    }
  }
  choose(0, 0)
  return best
}

test('never worse than the best tree without crossings', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 5 }),
      fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 40, maxLength: 40 }),
      (count, numbers) => {
        const scores = Float32Array.from(numbers)
        const sum = findHeads(scores, count, width(count)).reduce(
          (all, head, d) => all + scores[d * width(count) + head + 1]!,
          0,
        )
        expect(sum).toBeGreaterThanOrEqual(bestByTrying(scores, count))
      },
    ),
    { numRuns: 200 },
  )
})

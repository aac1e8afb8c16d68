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

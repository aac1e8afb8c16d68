// The WebAssembly loops against the plain ones.
import { describe, expect, test } from 'vitest'
import { Arena, plainLoops } from './kernel.ts'

const waves = (array: Float32Array, seed: number): Float32Array => {
  for (let at = 0; at < array.length; at++) array[at] = 5 * Math.sin(at * seed + seed)
  return array
}
const close = (found: Float32Array, expected: Float32Array): void => {
  found.forEach((value, at) => {
    expect(Math.abs(value - expected[at]!)).toBeLessThan(1e-3 + Math.abs(expected[at]!) * 1e-4)
  })
}

test.each([
  [4, 1, 8],
  [8, 7, 16],
  [12, 128, 256],
  [4, 0, 8],
])('product of %i × %i × %i', (n, k, m) => {
  const arena = new Arena(200_000)
  expect(arena.loops).not.toBe(plainLoops)
  const [x, w, y] = [
    waves(arena.take(n * k), 0.7),
    waves(arena.take(k * m), 1.3),
    waves(arena.take(n * m), 0.3),
  ]
  const expected = y.slice()
  plainLoops.multiply(x, w, expected, n, k, m)
  arena.loops.multiply(x, w, y, n, k, m)
  close(y, expected)
})

describe('elementwise', () => {
  const arena = new Arena(10_000)
  const n = 64
  const [x, y] = [waves(arena.take(4 * n), 0.7), waves(arena.take(4 * n), 1.1)]
  test.each<[string, (loops: typeof plainLoops, x: Float32Array) => void]>([
    ['addTo', (loops, target) => loops.addTo(target, n, y, 2 * n, n)],
    ['addSquashed', (loops, target) => loops.addSquashed(target, y, n)],
    ['squashTo', (loops, target) => loops.squashTo(y, 8, target, 2 * n, n)],
    ['stepGates, first', (loops, target) => loops.stepGates(y, 0, target, -1, n, n)],
    ['stepGates', (loops, target) => loops.stepGates(y, n, target, 2 * n, 3 * n, n)],
  ])('%s', (_, run) => {
    const expected = x.slice()
    run(plainLoops, expected)
    const found = arena.take(4 * n)
    found.set(x)
    run(arena.loops, found)
    close(found, expected)
  })
})

test('an arena gives back what was taken after a mark, and refuses when full', () => {
  const arena = new Arena(1000)
  const mark = arena.mark()
  const first = arena.take(500).fill(3)
  arena.release(mark)
  expect(arena.take(500)[0]).toBe(0)
  expect(first[0]).toBe(0)
  expect(() => arena.take(1_000_000)).toThrow(RangeError)
})

// The WebAssembly product against the plain one.
import { expect, test } from 'vitest'
import { Arena, multiplyPlainly } from './kernel.ts'

test.each([
  [4, 1, 8],
  [8, 7, 16],
  [12, 128, 256],
  [4, 0, 8],
])('%i × %i × %i', (n, k, m) => {
  const arena = new Arena(200_000)
  const fill = (array: Float32Array, seed: number): Float32Array =>
    array.map((_, at) => Math.sin(at * seed + seed))
  const x = arena.take(n * k)
  x.set(fill(x, 0.7))
  const w = arena.take(k * m)
  w.set(fill(w, 1.3))
  const y = arena.take(n * m).fill(0.5)
  const expected = new Float32Array(n * m).fill(0.5)
  multiplyPlainly(x, w, expected, n, k, m)
  expect(arena.multiply).not.toBe(multiplyPlainly)
  arena.multiply(x, w, y, n, k, m)
  y.forEach((value, at) => {
    expect(value).toBeCloseTo(expected[at]!, 3)
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

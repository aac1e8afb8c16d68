// The gradients against small differences of the loss.
import { expect, test } from 'vitest'
import { rowsPerWord } from '../features.ts'
import { Gradient, type Lesson } from './gradient.ts'

test('slopes agree with differences of the loss, for every kind of parameter', () => {
  let state = 7
  const random = (): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return state / 0x7fffffff
  }
  const sizes = { rows: 40, width: 8, layers: 2, arc: 8, tags: 5, relations: 6 }
  const gradient = new Gradient(sizes, { input: 0, layer: 0, parts: 0 }, random, 400_000)
  const lesson = (length: number): Lesson => ({
    rows: Int32Array.from({ length: length * rowsPerWord }, () => Math.floor(random() * 40)),
    tags: Int32Array.from({ length }, () => Math.floor(random() * 5)),
    heads: Int32Array.from({ length }, (_, at) => at - 1),
    relations: Int32Array.from({ length }, () => Math.floor(random() * 6)),
    weight: 1,
  })
  const lessons = [lesson(5), lesson(1), { ...lesson(4), weight: 2 }]
  const loss = (): number => gradient.step(lessons).loss
  const check = (values: Float32Array, at: number, slope: number): void => {
    const was = values[at]!
    values[at] = was + 2e-2
    const above = loss()
    values[at] = was - 2e-2
    const below = loss()
    values[at] = was
    const difference = (above - below) / 4e-2
    expect(Math.abs(difference - slope)).toBeLessThan(3e-3 + Math.abs(slope) * 0.05)
  }
  loss()
  const slopes = Object.entries(gradient.denseSlopes).map(([name, values]) => [name, values.slice()] as const)
  const tableSlopes = gradient.tableSlopes.slice()
  for (const [name, values] of slopes)
    for (let round = 0; round < 6; round++) {
      const at = Math.floor(random() * values.length)
      check(gradient.dense[name]!, at, values[at]!)
    }
  for (let round = 0; round < 12; round++) {
    const at = Math.floor(random() * tableSlopes.length)
    check(gradient.table, at, tableSlopes[at]!)
  }
})

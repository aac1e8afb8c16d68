// Adam over the network's parameters, with a running average of them for the model that is kept.
import { packSections } from '../container.ts'
import type { Dense } from '../network.ts'
import type { Gradient } from './gradient.ts'

const [memory1, memory2, tiny] = [0.9, 0.98, 1e-8]

class Moments {
  readonly first: Float32Array
  readonly second: Float32Array
  constructor(length: number) {
    this.first = new Float32Array(length)
    this.second = new Float32Array(length)
  }
  apply(values: Float32Array, slopes: Float32Array, from: number, to: number, rate: number): void {
    for (let at = from; at < to; at++) {
      const slope = slopes[at]!
      const m = memory1 * this.first[at]! + (1 - memory1) * slope
      const v = memory2 * this.second[at]! + (1 - memory2) * slope * slope
      this.first[at] = m
      this.second[at] = v
      values[at]! -= (rate * m) / (Math.sqrt(v) + tiny)
    }
  }
}

export class Optimizer {
  private readonly gradient: Gradient
  private readonly dense: Record<string, Moments>
  private readonly table: Moments
  private steps = 0
  readonly averageDense: Dense
  readonly averageTable: Float32Array

  constructor(gradient: Gradient) {
    this.gradient = gradient
    this.dense = Object.fromEntries(
      Object.entries(gradient.dense).map(([name, values]) => [name, new Moments(values.length)]),
    )
    this.table = new Moments(gradient.table.length)
    this.averageDense = Object.fromEntries(
      Object.entries(gradient.dense).map(([name, values]) => [name, values.slice()]),
    )
    this.averageTable = gradient.table.slice()
  }

  /** Takes one step with the slopes that stand in the gradient. */
  apply(rate: number): void {
    const { gradient } = this
    this.steps++
    const corrected = (rate * Math.sqrt(1 - memory2 ** this.steps)) / (1 - memory1 ** this.steps)
    for (const [name, values] of Object.entries(gradient.dense))
      this.dense[name]!.apply(values, gradient.denseSlopes[name]!, 0, values.length, corrected)
    const { width } = gradient.sizes
    for (const row of gradient.touched)
      this.table.apply(gradient.table, gradient.tableSlopes, row * width, (row + 1) * width, corrected)
    if (this.steps % 8 === 0) this.average(Math.min(0.99, this.steps / (this.steps + 80)))
  }

  private average(keep: number): void {
    const blend = (mean: Float32Array, values: Float32Array): void => {
      for (let at = 0; at < mean.length; at++) mean[at] = keep * mean[at]! + (1 - keep) * values[at]!
    }
    for (const [name, values] of Object.entries(this.gradient.dense)) blend(this.averageDense[name]!, values)
    blend(this.averageTable, this.gradient.table)
  }
}

/** A table in a byte a cell, each row with a scale of its own. */
export function quantizeRows(table: Float32Array, width: number): { cells: Int8Array; scales: Float32Array } {
  const rows = table.length / width
  const cells = new Int8Array(table.length)
  const scales = new Float32Array(rows)
  for (let row = 0; row < rows; row++) {
    let most = 1e-12
    for (let at = row * width; at < (row + 1) * width; at++) most = Math.max(most, Math.abs(table[at]!))
    scales[row] = most / 127
    for (let at = row * width; at < (row + 1) * width; at++) cells[at] = Math.round((table[at]! * 127) / most)
  }
  return { cells, scales }
}

/** The model file: names, vocabulary, lemma rules, embeddings in bytes, dense parameters in 16 bits with a scale each. */
export function packModel(parts: {
  names: unknown
  words: string[]
  lemmas: string
  dense: Dense
  table: Float32Array
  width: number
}): Uint8Array {
  const text = (value: string): Uint8Array => new TextEncoder().encode(value)
  const raw = (array: Int8Array | Int16Array | Float32Array): Uint8Array =>
    new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
  const { cells, scales } = quantizeRows(parts.table, parts.width)
  const denseScales: number[] = []
  const shorts = Object.values(parts.dense).map((values) => {
    const most = values.reduce((max, value) => Math.max(max, Math.abs(value)), 1e-12)
    denseScales.push(most / 32767)
    return Int16Array.from(values, (value) => Math.round((value * 32767) / most))
  })
  const dense = new Int16Array(shorts.reduce((sum, array) => sum + array.length, 0))
  let filled = 0
  for (const array of shorts) {
    dense.set(array, filled)
    filled += array.length
  }
  return packSections({
    names: text(JSON.stringify(parts.names)),
    words: text(parts.words.join('\n')),
    lemmas: text(parts.lemmas),
    cells: raw(cells),
    scales: raw(scales),
    dense: raw(dense),
    denseScales: raw(Float32Array.from(denseScales)),
  })
}

// One training step of the network: forward with dropout, losses, and the gradients back to every parameter.
import { gate, gateSlope, squash, squashSlope } from '../activation.ts'
import { rowsPerWord } from '../features.ts'
import { Arena } from '../kernel.ts'
import {
  type Batch,
  type Dense,
  distanceColumn,
  embed,
  fillBias,
  packBatch,
  padTo,
  runGates,
  type Sizes,
  spread,
  takeDense,
} from '../network.ts'

/** A sentence as the network learns it. Heads count within the sentence, -1 is the root. */
export interface Lesson {
  rows: Int32Array
  tags: Int32Array
  heads: Int32Array
  relations: Int32Array
  /** How much its words count. */
  weight: number
}

/** Losses per word, and how many words had tag, head and relation right under dropout. */
export interface StepResult {
  words: number
  loss: number
  tags: number
  heads: number
  relations: number
}

export interface Dropout {
  input: number
  layer: number
  parts: number
}

export class Gradient {
  readonly sizes: Sizes
  readonly arena: Arena
  readonly dense: Dense
  readonly denseSlopes: Dense
  readonly table: Float32Array
  readonly tableSlopes: Float32Array
  /** Rows of the table that the last step touched. */
  touched: Int32Array = new Int32Array(0)
  private readonly random: () => number
  private readonly dropout: Dropout

  constructor(sizes: Sizes, dropout: Dropout, random: () => number, floats = 30_000_000) {
    this.sizes = sizes
    this.dropout = dropout
    this.random = random
    this.arena = new Arena(floats)
    this.dense = takeDense(this.arena, sizes)
    this.denseSlopes = takeDense(this.arena, sizes)
    this.table = this.arena.take(sizes.rows * sizes.width)
    this.tableSlopes = new Float32Array(sizes.rows * sizes.width)
    this.initialize()
  }

  private initialize(): void {
    const normal = (): number =>
      Math.sqrt(-2 * Math.log(1 - this.random())) * Math.cos(2 * Math.PI * this.random())
    for (let at = 0; at < this.table.length; at++) this.table[at] = normal() * 0.12
    const { width, arc } = this.sizes
    const spreads: [RegExp, number][] = [
      [/^window$/, 0.6 / Math.sqrt(3 * width)],
      [/^layer\d/, 1 / Math.sqrt(width)],
      [/^tags$/, 1 / Math.sqrt(width)],
      [/^parts$/, 1 / Math.sqrt(width)],
      [/^(match|labels)$/, 1 / Math.sqrt(arc)],
      [/^root/, 0.3],
    ]
    for (const [name, values] of Object.entries(this.dense)) {
      const scale = spreads.find(([pattern]) => pattern.test(name))?.[1] ?? 0
      for (let at = 0; at < values.length; at++) values[at] = normal() * scale
    }
    // Gates start half shut, so that a state carries some words on
    for (const [name, bias] of Object.entries(this.dense))
      if (name.startsWith('layerBias'))
        for (let d = 0; d < width; d++) bias[d < width / 2 ? d : d + width / 2] = -0.5
  }

  /** Forward and backward over a few sentences; slopes are set anew. */
  step(lessons: Lesson[]): StepResult {
    const { arena, sizes } = this
    const mark = arena.mark()
    for (const slopes of Object.values(this.denseSlopes)) slopes.fill(0)
    const batch = packBatch(lessons.map((lesson) => lesson.rows))
    const result: StepResult = { words: batch.count, loss: 0, tags: 0, heads: 0, relations: 0 }
    const weights = new Float32Array(batch.count)
    let total = 0
    lessons.forEach((lesson, s) => {
      weights.fill(lesson.weight, batch.starts[s], batch.starts[s + 1])
      total += lesson.weight * (batch.starts[s + 1]! - batch.starts[s]!)
    })
    for (let at = 0; at < weights.length; at++) weights[at]! /= total
    const tape = this.forward(batch)
    const slopesOfParts = arena.take(tape.padded * 4 * sizes.arc)
    lessons.forEach((lesson, s) => {
      this.headLoss(tape, batch.starts[s]!, lesson, weights[batch.starts[s]!]!, slopesOfParts, result)
    })
    this.labelLoss(tape, batch, lessons, weights, slopesOfParts, result)
    const slopesOfTags = this.tagLoss(tape, lessons, weights, result)
    this.backward(tape, batch, slopesOfParts, slopesOfTags)
    arena.release(mark)
    return result
  }

  private mask(length: number, rate: number): Float32Array {
    const mask = this.arena.take(length)
    const keep = 1 / (1 - rate)
    for (let at = 0; at < length; at++) mask[at] = rate === 0 || this.random() >= rate ? keep : 0
    if (rate === 0) mask.fill(1)
    return mask
  }

  private forward(batch: Batch): Tape {
    const { arena, sizes, dense } = this
    const { width, layers, arc } = sizes
    const padded = padTo(batch.count, 4)
    const size = padded * width
    const input = arena.take(size)
    embed(arena.loops, batch, this.table, width, input)
    const inputMask = this.mask(size, this.dropout.input)
    for (let at = 0; at < size; at++) input[at]! *= inputMask[at]!
    const wide = arena.take(padded * 3 * width)
    spread(batch, input, width, wide)
    const windowPre = arena.take(size)
    fillBias(windowPre, dense['windowBias']!, batch.count)
    arena.loops.multiply(wide, dense['window']!, windowPre, padded, 3 * width, width)
    const windowMask = this.mask(size, this.dropout.layer)
    let x = arena.take(size)
    for (let at = 0; at < batch.count * width; at++)
      x[at] = input[at]! + squash(windowPre[at]!) * windowMask[at]!
    const tape: Tape = {
      padded,
      count: batch.count,
      inputMask,
      wide,
      windowPre,
      windowMask,
      inputs: [],
      pres: [],
      outs: [],
      masks: [],
      top: x,
      tagInput: x,
      partsPre: arena.take(padded * 4 * arc),
      parts: arena.take(padded * 4 * arc),
      partsMask: this.mask(padded * 4 * arc, this.dropout.parts),
    }
    for (let layer = 0; layer < layers; layer++) {
      const pre = arena.take(2 * size)
      fillBias(pre, dense[`layerBias${layer}`]!, batch.count)
      arena.loops.multiply(x, dense[`layer${layer}`]!, pre, padded, width, 2 * width)
      const out = arena.take(size)
      runGates(arena.loops, batch, pre, width, out)
      const mask = this.mask(size, this.dropout.layer)
      const next = arena.take(size)
      for (let at = 0; at < batch.count * width; at++) next[at] = x[at]! + out[at]! * mask[at]!
      tape.inputs.push(x)
      tape.pres.push(pre)
      tape.outs.push(out)
      tape.masks.push(mask)
      x = next
      if (layer === 0) tape.tagInput = x
    }
    tape.top = x
    fillBias(tape.partsPre, dense['partBias']!, batch.count)
    arena.loops.multiply(x, dense['parts']!, tape.partsPre, padded, width, 4 * arc)
    for (let word = 0; word < batch.count; word++)
      for (let a = 0, at = word * 4 * arc; a < 4 * arc; a++, at++)
        tape.parts[at] = a < 2 * arc ? squash(tape.partsPre[at]!) * tape.partsMask[at]! : tape.partsPre[at]!
    return tape
  }

  private headLoss(
    tape: Tape,
    first: number,
    lesson: Lesson,
    weight: number,
    slopes: Float32Array,
    result: StepResult,
  ): void {
    const { arena, dense, denseSlopes } = this
    const { arc } = this.sizes
    const mark = arena.mark()
    const n = lesson.heads.length
    const [tall, wide] = [padTo(n, 4), padTo(n + 1, 8)]
    const [dependents, matched, heads, scores] = [
      arena.take(tall * arc),
      arena.take(tall * arc),
      arena.take(arc * wide),
      arena.take(tall * wide),
    ]
    for (let word = 0; word < n; word++)
      for (let a = 0, from = (first + word) * 4 * arc; a < arc; a++, from++) {
        dependents[word * arc + a] = tape.parts[from]!
        matched[word * arc + a] = dense['prior']![a]!
        heads[a * wide + word + 1] = tape.parts[from + arc]!
      }
    for (let a = 0; a < arc; a++) heads[a * wide] = dense['rootHead']![a]!
    const distance = dense['distance']!
    for (let word = 0; word < n; word++)
      for (let head = 0; head <= n; head++) scores[word * wide + head] = distance[distanceColumn(word, head)]!
    arena.loops.multiply(dependents, dense['match']!, matched, tall, arc, arc)
    arena.loops.multiply(matched, heads, scores, tall, arc, wide)
    for (let word = 0; word < n; word++) {
      const row = scores.subarray(word * wide, word * wide + wide)
      row.fill(-1e9, n + 1)
      row[word + 1] = -1e9
      const right = lesson.heads[word]! + 1
      if (soften(row, n + 1, right, weight, result)) result.heads++
      for (let head = 0; head <= n; head++)
        denseSlopes['distance']![distanceColumn(word, head)]! += row[head]!
      row.fill(0, n + 1)
    }
    const headsTurned = turn(arena, heads, arc, wide)
    const matchedSlopes = arena.take(tall * arc)
    arena.loops.multiply(scores, headsTurned, matchedSlopes, tall, wide, arc)
    const headSlopes = arena.take(arc * wide)
    arena.loops.multiply(turn(arena, matched, tall, arc), scores, headSlopes, arc, tall, wide)
    const dependentSlopes = arena.take(tall * arc)
    arena.loops.multiply(
      matchedSlopes,
      turn(arena, dense['match']!, arc, arc),
      dependentSlopes,
      tall,
      arc,
      arc,
    )
    arena.loops.multiply(
      turn(arena, dependents, tall, arc),
      matchedSlopes,
      denseSlopes['match']!,
      arc,
      tall,
      arc,
    )
    for (let word = 0; word < n; word++)
      for (let a = 0, to = (first + word) * 4 * arc; a < arc; a++, to++) {
        slopes[to]! += dependentSlopes[word * arc + a]!
        slopes[to + arc]! += headSlopes[a * wide + word + 1]!
        denseSlopes['prior']![a]! += matchedSlopes[word * arc + a]!
      }
    for (let a = 0; a < arc; a++) denseSlopes['rootHead']![a]! += headSlopes[a * wide]!
    arena.release(mark)
  }

  private labelLoss(
    tape: Tape,
    batch: Batch,
    lessons: Lesson[],
    weights: Float32Array,
    slopes: Float32Array,
    result: StepResult,
  ): void {
    const { arena, dense, denseSlopes } = this
    const { arc, relations } = this.sizes
    const size = tape.padded * arc
    const [pre, out, mask] = [arena.take(size), arena.take(size), this.mask(size, this.dropout.parts)]
    const owners = new Int32Array(batch.count)
    lessons.forEach((lesson, s) => {
      lesson.heads.forEach((head, at) => {
        const word = batch.starts[s]! + at
        owners[word] = head < 0 ? -1 : batch.starts[s]! + head
        for (let a = 0; a < arc; a++) {
          const other =
            head < 0 ? dense['rootLabel']![a]! : tape.parts[owners[word]! * 4 * arc + 3 * arc + a]!
          pre[word * arc + a] = tape.parts[word * 4 * arc + 2 * arc + a]! + other
          out[word * arc + a] = squash(pre[word * arc + a]!) * mask[word * arc + a]!
        }
      })
    })
    const wide = padTo(relations, 8)
    const scores = arena.take(tape.padded * wide)
    fillBias(scores, dense['labelBias']!, batch.count)
    arena.loops.multiply(out, dense['labels']!, scores, tape.padded, arc, wide)
    lessons.forEach((lesson, s) => {
      lesson.relations.forEach((relation, at) => {
        const word = batch.starts[s]! + at
        const row = scores.subarray(word * wide, word * wide + wide)
        if (soften(row, relations, relation, weights[word]!, result)) result.relations++
        row.fill(0, relations)
      })
    })
    this.sumRows(scores, wide, batch.count, denseSlopes['labelBias']!)
    arena.loops.multiply(
      turn(arena, out, tape.padded, arc),
      scores,
      denseSlopes['labels']!,
      arc,
      tape.padded,
      wide,
    )
    const back = arena.take(size)
    arena.loops.multiply(scores, turn(arena, dense['labels']!, arc, wide), back, tape.padded, wide, arc)
    for (let word = 0; word < batch.count; word++)
      for (let a = 0; a < arc; a++) {
        const slope = back[word * arc + a]! * mask[word * arc + a]! * squashSlope(pre[word * arc + a]!)
        slopes[word * 4 * arc + 2 * arc + a]! += slope
        if (owners[word]! < 0) denseSlopes['rootLabel']![a]! += slope
        else slopes[owners[word]! * 4 * arc + 3 * arc + a]! += slope
      }
  }

  private tagLoss(tape: Tape, lessons: Lesson[], weights: Float32Array, result: StepResult): Float32Array {
    const { arena, dense, denseSlopes } = this
    const { width, tags } = this.sizes
    const wide = padTo(tags, 8)
    const scores = arena.take(tape.padded * wide)
    fillBias(scores, dense['tagBias']!, tape.count)
    arena.loops.multiply(tape.tagInput, dense['tags']!, scores, tape.padded, width, wide)
    let word = 0
    for (const lesson of lessons)
      for (const tag of lesson.tags) {
        const row = scores.subarray(word * wide, word * wide + wide)
        if (soften(row, tags, tag, weights[word]!, result)) result.tags++
        row.fill(0, tags)
        word++
      }
    this.sumRows(scores, wide, tape.count, denseSlopes['tagBias']!)
    arena.loops.multiply(
      turn(arena, tape.tagInput, tape.padded, width),
      scores,
      denseSlopes['tags']!,
      width,
      tape.padded,
      wide,
    )
    return scores
  }

  private sumRows(rows: Float32Array, width: number, count: number, out: Float32Array): void {
    for (let row = 0; row < count; row++) for (let d = 0; d < width; d++) out[d]! += rows[row * width + d]!
  }

  private backward(tape: Tape, batch: Batch, parts: Float32Array, tagSlopes: Float32Array): void {
    const { arena, dense, denseSlopes } = this
    const { width, layers, arc, tags } = this.sizes
    const { padded, count } = tape
    for (let word = 0; word < count; word++)
      for (let a = 0, at = word * 4 * arc; a < 2 * arc; a++, at++)
        parts[at]! *= tape.partsMask[at]! * squashSlope(tape.partsPre[at]!)
    this.sumRows(parts, 4 * arc, count, denseSlopes['partBias']!)
    arena.loops.multiply(
      turn(arena, tape.top, padded, width),
      parts,
      denseSlopes['parts']!,
      width,
      padded,
      4 * arc,
    )
    const slopes = arena.take(padded * width)
    arena.loops.multiply(parts, turn(arena, dense['parts']!, width, 4 * arc), slopes, padded, 4 * arc, width)
    for (let layer = layers - 1; layer >= 0; layer--) {
      if (layer === 0)
        arena.loops.multiply(
          tagSlopes,
          turn(arena, dense['tags']!, width, padTo(tags, 8)),
          slopes,
          padded,
          padTo(tags, 8),
          width,
        )
      const out = arena.take(padded * width)
      for (let at = 0; at < count * width; at++) out[at] = slopes[at]! * tape.masks[layer]![at]!
      const pre = arena.take(padded * 2 * width)
      backGates(batch, tape.pres[layer]!, tape.outs[layer]!, out, width, pre)
      this.sumRows(pre, 2 * width, count, denseSlopes[`layerBias${layer}`]!)
      arena.loops.multiply(
        turn(arena, tape.inputs[layer]!, padded, width),
        pre,
        denseSlopes[`layer${layer}`]!,
        width,
        padded,
        2 * width,
      )
      arena.loops.multiply(
        pre,
        turn(arena, dense[`layer${layer}`]!, width, 2 * width),
        slopes,
        padded,
        2 * width,
        width,
      )
    }
    const window = arena.take(padded * width)
    for (let at = 0; at < count * width; at++)
      window[at] = slopes[at]! * tape.windowMask[at]! * squashSlope(tape.windowPre[at]!)
    this.sumRows(window, width, count, denseSlopes['windowBias']!)
    arena.loops.multiply(
      turn(arena, tape.wide, padded, 3 * width),
      window,
      denseSlopes['window']!,
      3 * width,
      padded,
      width,
    )
    const wide = arena.take(padded * 3 * width)
    arena.loops.multiply(
      window,
      turn(arena, dense['window']!, 3 * width, width),
      wide,
      padded,
      width,
      3 * width,
    )
    gather(batch, wide, width, slopes)
    for (let at = 0; at < count * width; at++) slopes[at]! *= tape.inputMask[at]!
    this.touch(batch, slopes)
  }

  private touch(batch: Batch, slopes: Float32Array): void {
    const { width } = this.sizes
    for (const row of this.touched) this.tableSlopes.fill(0, row * width, (row + 1) * width)
    this.touched = Int32Array.from(new Set(batch.rows))
    for (let word = 0; word < batch.count; word++)
      for (let r = word * rowsPerWord; r < (word + 1) * rowsPerWord; r++) {
        const to = batch.rows[r]! * width
        for (let d = 0; d < width; d++) this.tableSlopes[to + d]! += slopes[word * width + d]!
      }
  }
}

/** What the forward pass leaves for the backward one. */
interface Tape {
  padded: number
  count: number
  inputMask: Float32Array
  wide: Float32Array
  windowPre: Float32Array
  windowMask: Float32Array
  inputs: Float32Array[]
  pres: Float32Array[]
  outs: Float32Array[]
  masks: Float32Array[]
  top: Float32Array
  tagInput: Float32Array
  partsPre: Float32Array
  parts: Float32Array
  partsMask: Float32Array
}

/** Turns scores into weighted slopes of the cross-entropy in place; adds the loss; tells whether the right one was first. */
function soften(
  row: Float32Array,
  count: number,
  right: number,
  weight: number,
  result: StepResult,
): boolean {
  let [top, best] = [-Infinity, 0]
  for (let at = 0; at < count; at++) if (row[at]! > top) [top, best] = [row[at]!, at]
  let sum = 0
  for (let at = 0; at < count; at++) {
    row[at] = Math.exp(row[at]! - top)
    sum += row[at]!
  }
  result.loss -= Math.log(Math.max(row[right]! / sum, 1e-12)) * weight
  for (let at = 0; at < count; at++) row[at] = (row[at]! / sum) * weight
  row[right]! -= weight
  return best === right
}

function turn(arena: Arena, x: Float32Array, rows: number, columns: number): Float32Array {
  const out = arena.take(rows * columns)
  for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) out[c * rows + r] = x[r * columns + c]!
  return out
}

/** Slopes of `spread`: what each word gave to its neighbours comes back to it. */
function gather(batch: Batch, wide: Float32Array, width: number, slopes: Float32Array): void {
  for (let s = 0; s + 1 < batch.starts.length; s++) {
    const [first, last] = [batch.starts[s]!, batch.starts[s + 1]!]
    for (let word = first; word < last; word++)
      for (let side = -1; side <= 1; side++) {
        const other = word + side
        if (other < first || other >= last) continue
        const from = word * 3 * width + (side + 1) * width
        for (let d = 0; d < width; d++) slopes[other * width + d]! += wide[from + d]!
      }
  }
}

/** Slopes of `runGates` with respect to `pre`, given those of its output (which is used up). */
function backGates(
  batch: Batch,
  pre: Float32Array,
  out: Float32Array,
  slopes: Float32Array,
  width: number,
  to: Float32Array,
): void {
  const half = width / 2
  const one = (word: number, before: number, side: number): void => {
    for (let d = 0; d < half; d++) {
      const at = word * 2 * width + side * width + d
      const here = word * width + side * half + d
      const there = before * width + side * half + d
      const was = before < 0 ? 0 : out[there]!
      const [g, c] = [gate(pre[at]!), squash(pre[at + half]!)]
      const slope = slopes[here]!
      to[at] = slope * (c - was) * gateSlope(pre[at]!)
      to[at + half] = slope * g * squashSlope(pre[at + half]!)
      if (before >= 0) slopes[there]! += slope * (1 - g)
    }
  }
  for (let s = 0; s + 1 < batch.starts.length; s++) {
    const [first, last] = [batch.starts[s]!, batch.starts[s + 1]!]
    for (let word = last - 1; word >= first; word--) one(word, word > first ? word - 1 : -1, 0)
    for (let word = first; word < last; word++) one(word, word + 1 < last ? word + 1 : -1, 1)
  }
}

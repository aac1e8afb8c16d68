// The network: embeddings, one window layer, gated layers in both directions, scores for tags, heads and relations.
import { squash } from './activation.ts'
import { rowsPerWord } from './features.ts'
import type { Arena, Loops } from './kernel.ts'

export interface Sizes {
  /** Rows of the embedding table. */
  rows: number
  /** Width of a word's vector; half of it runs in each direction. A multiple of 8. */
  width: number
  layers: number
  /** Width of the vectors that heads and dependents are matched by. */
  arc: number
  tags: number
  relations: number
}

/** Farthest distance between word and head that has a score of its own. */
export const farthest = 24
export const padTo = (count: number, step: number): number => Math.ceil(count / step) * step

/** Names and lengths of the dense parameters, in the order of the model file. */
export function denseShapes({ width, layers, arc, tags, relations }: Sizes): [string, number, number][] {
  const shapes: [string, number, number][] = [
    ['window', 3 * width, width],
    ['windowBias', 1, width],
  ]
  for (let layer = 0; layer < layers; layer++)
    shapes.push([`layer${layer}`, width, 2 * width], [`layerBias${layer}`, 1, 2 * width])
  shapes.push(
    ['tags', width, padTo(tags, 8)],
    ['tagBias', 1, padTo(tags, 8)],
    ['parts', width, 4 * arc],
    ['partBias', 1, 4 * arc],
    ['match', arc, arc],
    ['prior', 1, arc],
    ['distance', 1, 2 * farthest + 2],
    ['rootHead', 1, arc],
    ['rootLabel', 1, arc],
    ['labels', arc, padTo(relations, 8)],
    ['labelBias', 1, padTo(relations, 8)],
  )
  return shapes
}

export type Dense = Record<string, Float32Array>

export function takeDense(arena: Arena, sizes: Sizes): Dense {
  return Object.fromEntries(
    denseShapes(sizes).map(([name, rows, columns]) => [name, arena.take(rows * columns)]),
  )
}

/** Sentences packed one after another: sentence s is rows `starts[s]` up to `starts[s + 1]` of every matrix. */
export interface Batch {
  rows: Int32Array
  starts: number[]
  count: number
}

export const packBatch = (sentences: Int32Array[]): Batch => {
  const starts = [0]
  for (const rows of sentences) starts.push(starts.at(-1)! + rows.length / rowsPerWord)
  const all = new Int32Array(starts.at(-1)! * rowsPerWord)
  sentences.forEach((rows, at) => {
    all.set(rows, starts[at]! * rowsPerWord)
  })
  return { rows: all, starts, count: starts.at(-1)! }
}

/** Sums the embedding rows of each word into `out`. The table lies in the arena too. */
export function embed(
  loops: Loops,
  batch: Batch,
  table: Float32Array,
  width: number,
  out: Float32Array,
): void {
  for (let word = 0; word < batch.count; word++)
    for (let r = word * rowsPerWord; r < (word + 1) * rowsPerWord; r++)
      loops.addTo(out, word * width, table, batch.rows[r]! * width, width)
}

/** Each word with its neighbours, side by side; nothing beyond a sentence's ends. */
export function spread(batch: Batch, x: Float32Array, width: number, out: Float32Array): void {
  for (let s = 0; s + 1 < batch.starts.length; s++) {
    const [first, last] = [batch.starts[s]!, batch.starts[s + 1]!]
    for (let word = first; word < last; word++)
      for (let side = -1; side <= 1; side++) {
        const other = word + side
        if (other < first || other >= last) continue
        const to = word * 3 * width + (side + 1) * width
        for (let d = 0; d < width; d++) out[to + d] = x[other * width + d]!
      }
  }
}

export function fillBias(y: Float32Array, bias: Float32Array, count: number): void {
  for (let row = 0; row < count; row++) y.set(bias, row * bias.length)
}

/**
 * One gated layer over what `pre` holds for each word: gates and candidates forward, gates and candidates backward
 * (four times half the width). State: h ← h + gate · (candidate − h).
 */
export function runGates(
  loops: Loops,
  batch: Batch,
  pre: Float32Array,
  width: number,
  out: Float32Array,
): void {
  const half = width / 2
  for (let s = 0; s + 1 < batch.starts.length; s++) {
    const [first, last] = [batch.starts[s]!, batch.starts[s + 1]!]
    for (let word = first, was = -1; word < last; word++) {
      loops.stepGates(pre, word * 2 * width, out, was, word * width, half)
      was = word * width
    }
    for (let word = last - 1, was = -1; word >= first; word--) {
      loops.stepGates(pre, word * 2 * width + width, out, was, word * width + half, half)
      was = word * width + half
    }
  }
}

/** What a batch comes to. `parts`: per word dependent, head, label-dependent and label-head vectors side by side. */
export interface Encoded {
  tagScores: Float32Array
  parts: Float32Array
}

/** What the first gated layer comes to: vectors of the words, from which tags are scored and heads found later. */
interface Tagged {
  x: Float32Array
  tagScores: Float32Array
}

/** Runs the network up to the scores of tags: less than half of the work. Arrays live in `arena` until it is released. */
export function encodeTags(
  arena: Arena,
  sizes: Sizes,
  dense: Dense,
  table: Float32Array,
  batch: Batch,
): Tagged {
  const { width } = sizes
  const { loops } = arena
  const padded = padTo(batch.count, 4)
  const x = arena.take(padded * width)
  embed(loops, batch, table, width, x)
  const mark = arena.mark()
  const wide = arena.take(padded * 3 * width)
  spread(batch, x, width, wide)
  const y = arena.take(padded * width)
  fillBias(y, dense['windowBias']!, batch.count)
  loops.multiply(wide, dense['window']!, y, padded, 3 * width, width)
  loops.addSquashed(x, y, batch.count * width)
  arena.release(mark)
  addLayer(arena, sizes, dense, batch, 0, x)
  const tagWidth = padTo(sizes.tags, 8)
  const tagScores = arena.take(padded * tagWidth)
  fillBias(tagScores, dense['tagBias']!, batch.count)
  loops.multiply(x, dense['tags']!, tagScores, padded, width, tagWidth)
  return { x, tagScores }
}

function addLayer(
  arena: Arena,
  { width }: Sizes,
  dense: Dense,
  batch: Batch,
  layer: number,
  x: Float32Array,
): void {
  const { loops } = arena
  const padded = padTo(batch.count, 4)
  const mark = arena.mark()
  const pre = arena.take(padded * 2 * width)
  const y = arena.take(padded * width)
  fillBias(pre, dense[`layerBias${layer}`]!, batch.count)
  loops.multiply(x, dense[`layer${layer}`]!, pre, padded, width, 2 * width)
  runGates(loops, batch, pre, width, y)
  loops.addTo(x, 0, y, 0, batch.count * width)
  arena.release(mark)
}

/** Runs the network up to the parts that heads are scored from. Arrays live in `arena` until it is released. */
export function encode(arena: Arena, sizes: Sizes, dense: Dense, table: Float32Array, batch: Batch): Encoded {
  const { width, layers, arc } = sizes
  const padded = padTo(batch.count, 4)
  const { x, tagScores } = encodeTags(arena, sizes, dense, table, batch)
  for (let layer = 1; layer < layers; layer++) addLayer(arena, sizes, dense, batch, layer, x)
  const parts = arena.take(padded * 4 * arc)
  fillBias(parts, dense['partBias']!, batch.count)
  arena.loops.multiply(x, dense['parts']!, parts, padded, width, 4 * arc)
  squashMatchers(arena.loops, parts, batch.count, arc)
  return { tagScores, parts }
}

/** The vectors that heads are matched by are squashed; those of labels only once dependent and head are added up. */
function squashMatchers(loops: Loops, parts: Float32Array, count: number, arc: number): void {
  for (let word = 0; word < count; word++)
    loops.squashTo(parts, word * 4 * arc, parts, word * 4 * arc, 2 * arc)
}

/** Column of the distance table for a head at `head` (0 the root, else word + 1) of word `dependent`. */
export function distanceColumn(dependent: number, head: number): number {
  if (head === 0) return 2 * farthest + 1
  return farthest + Math.max(-farthest, Math.min(farthest, head - 1 - dependent))
}

/** Scores of every head for the words `first` to `last` of a batch; rows of `padTo(n + 1, 8)`, column 0 the root. */
export function scoreHeads(
  arena: Arena,
  arc: number,
  dense: Dense,
  parts: Float32Array,
  first: number,
  last: number,
): Float32Array {
  const n = last - first
  const [tall, wide] = [padTo(n, 4), padTo(n + 1, 8)]
  const dependents = arena.take(tall * arc)
  const matched = arena.take(tall * arc)
  const heads = arena.take(arc * wide)
  const scores = arena.take(tall * wide)
  const [prior, distance, root] = [dense['prior']!, dense['distance']!, dense['rootHead']!]
  for (let word = 0; word < n; word++)
    for (let a = 0, from = (first + word) * 4 * arc; a < arc; a++, from++) {
      dependents[word * arc + a] = parts[from]!
      matched[word * arc + a] = prior[a]!
      heads[a * wide + word + 1] = parts[from + arc]!
    }
  for (let a = 0; a < arc; a++) heads[a * wide] = root[a]!
  for (let word = 0; word < n; word++)
    for (let head = 0; head <= n; head++) scores[word * wide + head] = distance[distanceColumn(word, head)]!
  arena.loops.multiply(dependents, dense['match']!, matched, tall, arc, arc)
  arena.loops.multiply(matched, heads, scores, tall, arc, wide)
  return scores
}

/** Vectors that relations are scored from, given heads (-1 the root) within each sentence of the batch. */
export function labelVectors(
  arc: number,
  dense: Dense,
  parts: Float32Array,
  batch: Batch,
  heads: Int32Array,
  out: Float32Array,
): void {
  for (let s = 0; s + 1 < batch.starts.length; s++)
    for (let word = batch.starts[s]!; word < batch.starts[s + 1]!; word++) {
      const head = heads[word]!
      const [source, from] =
        head < 0 ? [dense['rootLabel']!, 0] : [parts, (batch.starts[s]! + head) * 4 * arc + 3 * arc]
      const own = word * 4 * arc + 2 * arc
      for (let a = 0; a < arc; a++) out[word * arc + a] = squash(parts[own + a]! + source[from + a]!)
    }
}

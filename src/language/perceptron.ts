// Tagger and parser of the first model: linear scores over hashed features, arc-hybrid transitions, greedy.

const mix = (a: number, b: number): number => {
  let h = Math.imul(a ^ (b + 0x9e3779b9), 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return h ^ (h >>> 16)
}

/** Hash of a string's units from `from` to `to`. */
export function hashOf(word: string, from = 0, to = word.length): number {
  let h = 0x811c9dc5
  for (let at = from; at < to; at++) h = Math.imul(h ^ word.charCodeAt(at), 0x01000193)
  return mix(h, to - from)
}

/** Weights of hashed features: `rows` (a power of two) rows of `classes` each. */
export interface Weights<Cells extends Int8Array | Float32Array = Int8Array | Float32Array> {
  rows: number
  classes: number
  cells: Cells
}

export interface Linear {
  tags: string[]
  relations: string[]
  tagger: Weights
  moves: Weights
  labels: Weights
}

/** Offsets of the rows of a feature set, written into a buffer that is used again and again. */
export class Features {
  readonly rows = new Int32Array(96)
  count = 0
  private mask = 0
  private classes = 0
  aim(weights: Weights): void {
    this.mask = weights.rows - 1
    this.classes = weights.classes
    this.count = 0
  }
  add(kind: number, a: number, b = 0, c = 0): void {
    this.rows[this.count++] = (mix(mix(mix(kind, a), b), c) & this.mask) * this.classes
  }
}

export function score(weights: Weights, features: Features, scores: Float32Array): void {
  scores.fill(0, 0, weights.classes)
  for (let f = 0; f < features.count; f++) {
    const row = features.rows[f]!
    for (let c = 0; c < weights.classes; c++) scores[c]! += weights.cells[row + c]!
  }
}

/** Words of a sentence as hashes. */
export interface Hashed {
  count: number
  words: Int32Array
  lowers: Int32Array
  suffixes: Int32Array
  shorts: Int32Array
  prefixes: Int32Array
  shapes: Int32Array
}

export function hashWords(words: readonly string[]): Hashed {
  const count = words.length
  const make = (): Int32Array => new Int32Array(count)
  const hashed: Hashed = {
    count,
    words: make(),
    lowers: make(),
    suffixes: make(),
    shorts: make(),
    prefixes: make(),
    shapes: make(),
  }
  words.forEach((word, at) => {
    const lower = word.toLowerCase()
    hashed.words[at] = hashOf(word)
    hashed.lowers[at] = hashOf(lower)
    hashed.suffixes[at] = hashOf(lower, Math.max(0, lower.length - 3))
    hashed.shorts[at] = hashOf(lower, Math.max(0, lower.length - 2))
    hashed.prefixes[at] = hashOf(lower, 0, Math.min(3, lower.length))
    hashed.shapes[at] = shapeOf(word)
  })
  return hashed
}

function shapeOf(word: string): number {
  let shape = 0
  for (let at = 0; at < word.length && at < 12; at++) {
    const unit = word.charCodeAt(at)
    shape |=
      unit >= 48 && unit <= 57
        ? 1
        : unit >= 65 && unit <= 90
          ? at === 0
            ? 2
            : 4
          : unit >= 97 && unit <= 122
            ? 8
            : unit === 45
              ? 16
              : 32
  }
  return shape
}

export function tagFeatures(h: Hashed, at: number, previous: number, before: number, f: Features): void {
  const low = (i: number): number => (i < 0 ? -1 : i >= h.count ? -2 : h.lowers[i]!)
  const suf = (i: number): number => (i < 0 ? -1 : i >= h.count ? -2 : h.suffixes[i]!)
  const shape = (i: number): number => (i < 0 ? -1 : i >= h.count ? -2 : h.shapes[i]!)
  const [w, shp] = [low(at), h.shapes[at]!]
  f.add(1, h.words[at]!)
  f.add(2, w)
  f.add(3, h.suffixes[at]!)
  f.add(4, h.shorts[at]!)
  f.add(5, h.prefixes[at]!)
  f.add(6, shp, at === 0 ? 1 : 0)
  f.add(7, previous)
  f.add(8, previous, before)
  f.add(9, previous, w)
  f.add(10, low(at - 1))
  f.add(11, low(at + 1))
  f.add(12, low(at - 2))
  f.add(13, low(at + 2))
  f.add(14, suf(at + 1), w)
  f.add(15, low(at - 1), w)
  f.add(16, w, low(at + 1))
  f.add(17, suf(at - 1), h.suffixes[at]!)
  f.add(18, h.suffixes[at]!, suf(at + 1))
  f.add(19, shape(at - 1), shp, shape(at + 1))
  f.add(20, previous, h.suffixes[at]!)
  f.add(21, previous, shp)
  f.add(22, previous, low(at + 1))
  f.add(23, h.suffixes[at]!, shp)
}

/** Moves of the arc-hybrid system. */
export const SHIFT = 0
export const LEFT = 1
export const RIGHT = 2

/** A partly built tree. The buffer is `next` … `count - 1`, then the root (index `count`). */
export class State {
  stack: Int32Array
  size = 0
  next = 0
  readonly count: number
  heads: Int32Array
  labels: Int32Array
  left: Int32Array
  left2: Int32Array
  right: Int32Array
  right2: Int32Array
  lefts: Int32Array
  rights: Int32Array
  constructor(count: number) {
    this.count = count
    const make = (fill: number): Int32Array => new Int32Array(count + 1).fill(fill)
    this.stack = make(0)
    this.heads = make(-1)
    this.labels = make(-1)
    ;[this.left, this.left2, this.right, this.right2] = [make(-1), make(-1), make(-1), make(-1)]
    ;[this.lefts, this.rights] = [make(0), make(0)]
  }
  top = (depth: number): number => (this.size > depth ? this.stack[this.size - 1 - depth]! : -1)
  allowed(move: number): boolean {
    if (move === SHIFT) return this.next < this.count
    if (move === LEFT) return this.size > 0 && (this.next < this.count || this.size === 1)
    return this.size > 1
  }
  /** Makes the arc of LEFT or RIGHT (or shifts). */
  move(move: number, label: number): void {
    if (move === SHIFT) {
      this.stack[this.size++] = this.next++
      return
    }
    const child = this.stack[--this.size]!
    const head = move === LEFT ? this.next : this.stack[this.size - 1]!
    this.heads[child] = head
    this.labels[child] = label
    if (move === LEFT) {
      this.left2[head] = this.left[head]!
      this.left[head] = child
      this.lefts[head]!++
    } else {
      this.right2[head] = this.right[head]!
      this.right[head] = child
      this.rights[head]!++
    }
  }
  get done(): boolean {
    return this.size === 0 && this.next === this.count
  }
}

/** Features of a state; for labels the arc's ends come first so that the same set serves both tables. */
export function stateFeatures(s: State, h: Hashed, tags: Int32Array, f: Features, kind: number): void {
  const { count } = s
  const w = (i: number): number => (i < 0 ? -1 : i >= count ? -2 : h.lowers[i]!)
  const t = (i: number): number => (i < 0 ? -1 : i >= count ? -2 : tags[i]!)
  const l = (i: number): number => (i < 0 ? -1 : s.labels[i]!)
  const [s0, s1, s2, b0] = [s.top(0), s.top(1), s.top(2), s.next]
  const [b1, b2] = [b0 < count ? b0 + 1 : -1, b0 + 1 < count ? b0 + 2 : -1]
  const [s0w, s0t, s1w, s1t, b0w, b0t, b1t, s2t, b2t, b1w] = [
    w(s0),
    t(s0),
    w(s1),
    t(s1),
    w(b0),
    t(b0),
    t(b1),
    t(s2),
    t(b2),
    w(b1),
  ]
  const distance = s0 < 0 ? 0 : Math.min(b0 - s0, 6)
  const gap = s1 < 0 ? 0 : Math.min(s0 - s1, 6)
  const [s0l, s0r, s1l, s1r, b0l] =
    s0 < 0
      ? [-1, -1, -1, -1, s.left[b0]!]
      : [s.left[s0]!, s.right[s0]!, s1 < 0 ? -1 : s.left[s1]!, s1 < 0 ? -1 : s.right[s1]!, s.left[b0]!]
  const k = kind << 8
  f.add(k | 1, s0w, s0t)
  f.add(k | 2, s0w)
  f.add(k | 3, s0t)
  f.add(k | 4, b0w, b0t)
  f.add(k | 5, b0w)
  f.add(k | 6, b0t)
  f.add(k | 7, s1w, s1t)
  f.add(k | 8, s1w)
  f.add(k | 9, s1t)
  f.add(k | 10, b1w, b1t)
  f.add(k | 11, b1t, b2t)
  f.add(k | 12, mix(s0w, s0t), b0w, b0t)
  f.add(k | 13, s0w, b0w)
  f.add(k | 14, mix(s0w, s0t), b0t)
  f.add(k | 15, s0t, b0w, b0t)
  f.add(k | 16, s0t, b0t)
  f.add(k | 17, s0t, b0t, b1t)
  f.add(k | 18, s1t, s0t, b0t)
  f.add(k | 19, s1w, s0w)
  f.add(k | 20, s1t, s0t)
  f.add(k | 21, s1w, s0t)
  f.add(k | 22, s1t, s0w)
  f.add(k | 23, s2t, s1t, s0t)
  f.add(k | 24, mix(s1t, s0t), b0t, b1t)
  f.add(k | 25, mix(b0t, b1t), b2t, s0t)
  f.add(k | 26, s0t, b0t, distance)
  f.add(k | 27, s0w, distance)
  f.add(k | 28, b0w, distance)
  f.add(k | 29, s1t, s0t, gap)
  f.add(k | 30, s0t, t(s0l), b0t)
  f.add(k | 31, s0t, t(s0r), b0t)
  f.add(k | 32, s0t, b0t, t(b0l))
  f.add(k | 33, s1t, t(s1r), s0t)
  f.add(k | 34, s1t, s0t, t(s0l))
  f.add(k | 35, s1t, s0t, t(s0r))
  f.add(k | 36, s1t, t(s1l), s0t)
  f.add(k | 37, s0w, l(s0l))
  f.add(k | 38, s0w, l(s0r))
  f.add(k | 39, s0t, l(s0l), l(s0r))
  f.add(k | 40, s1w, l(s1r))
  f.add(k | 41, s1t, l(s1l), l(s1r))
  f.add(k | 42, b0w, l(b0l))
  f.add(k | 43, s0t, s0 < 0 ? 0 : s.lefts[s0]!, s0 < 0 ? 0 : s.rights[s0]!)
  f.add(k | 44, b0t, s.lefts[b0]!)
  f.add(k | 45, w(s0l), s0w)
  f.add(k | 46, w(s0r), s0w)
  f.add(k | 47, w(s1r), s0w, s1w)
  f.add(k | 48, s0w, w(b0l), b0t)
  f.add(k | 49, s1w, w(s0l), s0t)
  f.add(k | 50, s1t, w(s0l), s0w)
  f.add(k | 51, mix(s1w, s0t), b0t, b0w)
  f.add(k | 52, b1w, b0w, s0t)
  f.add(k | 53, mix(s1w, s0w), b0w)
}

/** Tags and parses words; heads count from 0 within the sentence, -1 is the root. */
export class LinearParser {
  private readonly model: Linear
  private readonly features = new Features()
  private readonly scores = new Float32Array(256)
  constructor(model: Linear) {
    this.model = model
  }

  tag(h: Hashed): Int32Array {
    const tags = new Int32Array(h.count)
    for (let at = 0; at < h.count; at++) {
      this.features.aim(this.model.tagger)
      tagFeatures(h, at, at > 0 ? tags[at - 1]! : -1, at > 1 ? tags[at - 2]! : -1, this.features)
      score(this.model.tagger, this.features, this.scores)
      tags[at] = best(this.scores, this.model.tagger.classes)
    }
    return tags
  }

  parse(h: Hashed, tags: Int32Array): State {
    const state = new State(h.count)
    while (!state.done) {
      const move = this.bestMove(state, h, tags)
      state.move(move, move === SHIFT ? -1 : this.bestLabel(state, h, tags, move))
    }
    return state
  }

  bestMove(state: State, h: Hashed, tags: Int32Array): number {
    this.features.aim(this.model.moves)
    stateFeatures(state, h, tags, this.features, 0)
    score(this.model.moves, this.features, this.scores)
    let found = -1
    for (let move = 0; move < 3; move++)
      if (state.allowed(move) && (found < 0 || this.scores[move]! > this.scores[found]!)) found = move
    return found
  }

  bestLabel(state: State, h: Hashed, tags: Int32Array, move: number): number {
    this.features.aim(this.model.labels)
    stateFeatures(state, h, tags, this.features, move)
    score(this.model.labels, this.features, this.scores)
    return best(this.scores, this.model.labels.classes)
  }
}

export function best(scores: Float32Array, count: number): number {
  let found = 0
  for (let c = 1; c < count; c++) if (scores[c]! > scores[found]!) found = c
  return found
}

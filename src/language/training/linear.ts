// Trains the linear tagger and parser: averaged perceptron, dynamic oracle with exploration.
import type { TreebankSentence } from '../conllu.ts'
import {
  best,
  Features,
  type Hashed,
  hashWords,
  LEFT,
  type Linear,
  RIGHT,
  SHIFT,
  State,
  score,
  stateFeatures,
  tagFeatures,
  type Weights,
} from '../perceptron.ts'

/** Weights with the running sum that averaging needs. */
class Averaged implements Weights<Float32Array> {
  readonly rows: number
  readonly classes: number
  readonly cells: Float32Array
  private readonly sums: Float32Array
  clock = 1
  constructor(rows: number, classes: number) {
    this.rows = rows
    this.classes = classes
    this.cells = new Float32Array(rows * classes)
    this.sums = new Float32Array(rows * classes)
  }
  update(features: Features, right: number, wrong: number): void {
    for (let f = 0; f < features.count; f++) {
      const row = features.rows[f]!
      this.cells[row + right]! += 1
      this.sums[row + right]! += this.clock
      this.cells[row + wrong]! -= 1
      this.sums[row + wrong]! -= this.clock
    }
  }
  /** Averaged weights in a byte each: one scale for the whole table, so the order of scores stays. */
  averaged(): Weights<Int8Array> {
    const mean = this.cells.map((cell, at) => cell - this.sums[at]! / this.clock)
    const sizes = mean
      .filter((value) => value !== 0)
      .map(Math.abs)
      .sort()
    const scale = 127 / (sizes[Math.floor(sizes.length * 0.9995)] ?? 1)
    const cells = Int8Array.from(mean, (value) => Math.max(-127, Math.min(127, Math.round(value * scale))))
    return { rows: this.rows, classes: this.classes, cells }
  }
}

interface Example {
  hashed: Hashed
  tags: Int32Array
  heads: Int32Array
  labels: Int32Array
  /** Tags as the tagger sees them (jack-knifed), which the parser learns from. */
  seen: Int32Array
}

export const jointTag = (s: TreebankSentence, at: number): string => `${s.tags[at]} ${s.pennTags[at]}`

export function trainLinear(
  sentences: TreebankSentence[],
  epochs: number,
  random: () => number,
  log: (line: string) => void,
): Linear {
  const tags = [...new Set(sentences.flatMap((s) => s.words.map((_, at) => jointTag(s, at))))].sort()
  const relations = [...new Set(sentences.flatMap((s) => s.relations))].sort()
  const examples = sentences.map((s): Example => {
    const own = Int32Array.from(s.words, (_, at) => tags.indexOf(jointTag(s, at)))
    return {
      hashed: hashWords(s.words),
      tags: own,
      seen: own,
      heads: Int32Array.from(s.heads, (head) => (head < 0 ? s.words.length : head)),
      labels: Int32Array.from(s.relations, (relation) => relations.indexOf(relation)),
    }
  })
  jackknife(examples, tags.length, random, log)
  const tagger = trainTagger(examples, tags.length, epochs, random, log)
  const [moves, labels] = trainParser(examples.filter(isProjective), relations.length, epochs, random, log)
  return { tags, relations, tagger, moves, labels }
}

/** Four-fold: the parser must see tags of the quality it will meet. */
function jackknife(
  examples: Example[],
  classes: number,
  random: () => number,
  log: (line: string) => void,
): void {
  for (let fold = 0; fold < 4; fold++) {
    const weights = trainTagger(
      examples.filter((_, at) => at % 4 !== fold),
      classes,
      3,
      random,
      log,
    )
    examples.forEach((example, at) => {
      if (at % 4 === fold) example.seen = tagWith(weights, example.hashed)
    })
  }
}

function tagWith(weights: Weights, hashed: Hashed): Int32Array {
  const features = new Features()
  const scores = new Float32Array(256)
  const tags = new Int32Array(hashed.count)
  for (let at = 0; at < hashed.count; at++) {
    features.aim(weights)
    tagFeatures(hashed, at, at > 0 ? tags[at - 1]! : -1, at > 1 ? tags[at - 2]! : -1, features)
    score(weights, features, scores)
    tags[at] = best(scores, weights.classes)
  }
  return tags
}

function trainTagger(
  examples: Example[],
  classes: number,
  epochs: number,
  random: () => number,
  log: (line: string) => void,
): Weights<Int8Array> {
  const weights = new Averaged(1 << 16, classes)
  const features = new Features()
  const scores = new Float32Array(256)
  for (let epoch = 0; epoch < epochs; epoch++) {
    let [right, all] = [0, 0]
    for (const { hashed, tags } of shuffled(examples, random)) {
      const guesses = new Int32Array(hashed.count)
      for (let at = 0; at < hashed.count; at++) {
        features.aim(weights)
        tagFeatures(hashed, at, at > 0 ? guesses[at - 1]! : -1, at > 1 ? guesses[at - 2]! : -1, features)
        score(weights, features, scores)
        const guess = best(scores, classes)
        guesses[at] = guess
        weights.clock++
        if (guess !== tags[at]) weights.update(features, tags[at]!, guess)
        else right++
        all++
      }
    }
    log(`tagger epoch ${epoch + 1}: ${((100 * right) / all).toFixed(2)} on training text`)
  }
  return weights.averaged()
}

function trainParser(
  examples: Example[],
  classes: number,
  epochs: number,
  random: () => number,
  log: (line: string) => void,
): [Weights<Int8Array>, Weights<Int8Array>] {
  const moves = new Averaged(1 << 20, 3)
  const labels = new Averaged(1 << 16, classes)
  const features = new Features()
  const scores = new Float32Array(256)
  for (let epoch = 0; epoch < epochs; epoch++) {
    let [right, all] = [0, 0]
    for (const example of shuffled(examples, random)) {
      const state = new State(example.hashed.count)
      while (!state.done) {
        features.aim(moves)
        stateFeatures(state, example.hashed, example.seen, features, 0)
        score(moves, features, scores)
        const costs = [SHIFT, LEFT, RIGHT].map((move) =>
          state.allowed(move) ? cost(state, move, example.heads) : Infinity,
        )
        const least = Math.min(...costs)
        let [guess, oracle] = [-1, -1]
        for (let move = 0; move < 3; move++) {
          if (costs[move] === Infinity) continue
          if (guess < 0 || scores[move]! > scores[guess]!) guess = move
          if (costs[move] === least && (oracle < 0 || scores[move]! > scores[oracle]!)) oracle = move
        }
        moves.clock++
        all++
        if (costs[guess] !== least) moves.update(features, oracle, guess)
        else right++
        const follow = costs[guess] === least || (epoch > 0 && random() < 0.9) ? guess : oracle
        let label = -1
        if (follow !== SHIFT) label = teachLabel(example, state, follow, labels, features, scores)
        state.move(follow, label)
      }
    }
    log(`parser epoch ${epoch + 1}: ${((100 * right) / all).toFixed(2)} of moves on training text`)
  }
  return [moves.averaged(), labels.averaged()]
}

function teachLabel(
  { hashed, seen, heads, labels: gold }: Example,
  state: State,
  move: number,
  labels: Averaged,
  features: Features,
  scores: Float32Array,
): number {
  features.aim(labels)
  stateFeatures(state, hashed, seen, features, move)
  score(labels, features, scores)
  const guess = best(scores, labels.classes)
  const child = state.top(0)
  const head = move === LEFT ? state.next : state.top(1)
  labels.clock++
  if (heads[child] === head && gold[child] !== guess) labels.update(features, gold[child]!, guess)
  return heads[child] === head ? gold[child]! : guess
}

/** How many gold arcs `move` puts out of reach. */
function cost(state: State, move: number, heads: Int32Array): number {
  const { count, next } = state
  let lost = 0
  if (move === SHIFT) {
    for (let depth = 0; depth < state.size; depth++) {
      const item = state.top(depth)
      if (heads[item] === next) lost++
      if (depth > 0 && heads[next] === item) lost++
    }
    return lost
  }
  const child = state.top(0)
  const head = heads[child]!
  if (move === LEFT && head !== next && (head > next || head === state.top(1))) lost++
  if (move === RIGHT && head >= next) lost++
  for (let at = next; at < count; at++) if (heads[at] === child) lost++
  return lost
}

function isProjective({ heads }: Example): boolean {
  for (let a = 0; a < heads.length; a++) {
    const [low, high] = [Math.min(a, heads[a]!), Math.max(a, heads[a]!)]
    for (let b = low + 1; b < high; b++) if (heads[b]! < low || heads[b]! > high) return false
  }
  return true
}

function shuffled<Item>(items: Item[], random: () => number): Item[] {
  const mixed = [...items]
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    ;[mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!]
  }
  return mixed
}

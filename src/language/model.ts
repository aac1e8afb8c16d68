// A trained model ready for use: words of sentences in, tags, lemmas, heads and relations out.
import type { Tag } from './analysis.ts'
import { findHeads } from './arborescence.ts'
import { unpackSections } from './container.ts'
import { makeVocabulary, sentenceRows, type Vocabulary } from './features.ts'
import { Arena } from './kernel.ts'
import { type LemmaRules, lemmatize } from './lemmatizer.ts'
import {
  type Batch,
  type Dense,
  denseShapes,
  encode,
  fillBias,
  labelVectors,
  packBatch,
  padTo,
  type Sizes,
  scoreHeads,
  takeDense,
} from './network.ts'

/** What the model says of each word of a sentence; arrays run in parallel. Heads count within the sentence, -1 is the root. */
export interface ParsedWords {
  tags: Tag[]
  pennTags: string[]
  lemmas: string[]
  heads: Int32Array
  relations: string[]
}

/** Most words that go through the network at once, and most a sentence may have. */
const [mostAtOnce, longestSentence] = [512, 256]

/** Reads a model file; null when it is not one. */
export function readModel(file: Uint8Array): Model | null {
  const sections = unpackSections(file)
  return sections === null || sections['cells'] === undefined
    ? null
    : new Model(sections as Record<string, Uint8Array>)
}

export class Model {
  private readonly sizes: Sizes
  private readonly tags: [Tag, string][]
  private readonly relations: string[]
  private readonly vocabulary: Vocabulary
  private readonly lemmaRules: LemmaRules
  private readonly table: Float32Array
  private readonly arena: Arena
  private readonly dense: Dense
  private readonly lemmas = new Map<string, Map<string, string>>()

  constructor(sections: Record<string, Uint8Array>) {
    const text = (name: string): string => new TextDecoder().decode(sections[name])
    const names = JSON.parse(text('names')) as { sizes: Sizes; tags: string[]; relations: string[] }
    this.sizes = names.sizes
    this.tags = names.tags.map((joint) => joint.split(' ') as [Tag, string])
    this.relations = names.relations
    this.vocabulary = makeVocabulary(text('words').split('\n'))
    this.lemmaRules = readLemmaRules(text('lemmas'))
    this.arena = new Arena(floatsNeeded(names.sizes))
    this.dense = takeDense(this.arena, names.sizes)
    this.table = this.arena.take(names.sizes.rows * names.sizes.width)
    readTable(sections, names.sizes.width, this.table)
    readDense(sections, this.dense, names.sizes)
  }

  parseWords(words: readonly string[]): ParsedWords {
    return this.parseSentences([words])[0]!
  }

  /** Parses many sentences, each of at most 256 words (what is beyond hangs on nothing). */
  parseSentences(sentences: readonly (readonly string[])[]): ParsedWords[] {
    const found: ParsedWords[] = []
    let [group, size]: [(readonly string[])[], number] = [[], 0]
    const flush = (): void => {
      if (group.length > 0) this.parseGroup(group, found)
      ;[group, size] = [[], 0]
    }
    for (const whole of sentences) {
      const words = whole.length > longestSentence ? whole.slice(0, longestSentence) : whole
      if (size + words.length > mostAtOnce) flush()
      group.push(words)
      size += words.length
    }
    flush()
    return found
  }

  private parseGroup(group: readonly (readonly string[])[], found: ParsedWords[]): void {
    const { arena } = this
    const mark = arena.mark()
    const batch = packBatch(group.map((words) => sentenceRows(words, this.vocabulary)))
    const { tagScores, parts } = encode(arena, this.sizes, this.dense, this.table, batch)
    const heads = this.headsOf(batch, parts)
    const relations = this.relationsOf(batch, parts, heads)
    const wide = padTo(this.sizes.tags, 8)
    group.forEach((words, s) => {
      const [first, last] = [batch.starts[s]!, batch.starts[s + 1]!]
      const tags: Tag[] = []
      const pennTags: string[] = []
      const lemmas: string[] = []
      for (let word = first; word < last; word++) {
        const [tag, pennTag] = this.tags[bestOf(tagScores, word * wide, this.sizes.tags)]!
        tags.push(tag)
        pennTags.push(pennTag)
        lemmas.push(this.lemmaOf(words[word - first]!, pennTag))
      }
      found.push({
        tags,
        pennTags,
        lemmas,
        heads: heads.subarray(first, last),
        relations: relations.slice(first, last),
      })
    })
    arena.release(mark)
  }

  /** Lemmas are asked for the same words again and again. */
  private lemmaOf(word: string, pennTag: string): string {
    let known = this.lemmas.get(pennTag)
    if (known === undefined || known.size > 20_000) {
      known = new Map()
      this.lemmas.set(pennTag, known)
    }
    let lemma = known.get(word)
    if (lemma === undefined) {
      lemma = lemmatize(word, pennTag, this.lemmaRules)
      known.set(word, lemma)
    }
    return lemma
  }

  private headsOf(batch: Batch, parts: Float32Array): Int32Array {
    const heads = new Int32Array(batch.count)
    for (let s = 0; s + 1 < batch.starts.length; s++) {
      const [first, last] = [batch.starts[s]!, batch.starts[s + 1]!]
      const mark = this.arena.mark()
      const scores = scoreHeads(this.arena, this.sizes.arc, this.dense, parts, first, last)
      heads.set(findHeads(scores, last - first, padTo(last - first + 1, 8)), first)
      this.arena.release(mark)
    }
    return heads
  }

  private relationsOf(batch: Batch, parts: Float32Array, heads: Int32Array): string[] {
    const { arena, sizes, dense } = this
    const padded = padTo(batch.count, 4)
    const vectors = arena.take(padded * sizes.arc)
    labelVectors(sizes.arc, dense, parts, batch, heads, vectors)
    const wide = padTo(sizes.relations, 8)
    const scores = arena.take(padded * wide)
    fillBias(scores, dense['labelBias']!, batch.count)
    arena.loops.multiply(vectors, dense['labels']!, scores, padded, sizes.arc, wide)
    const root = this.relations.indexOf('root')
    return Array.from(heads, (head, word) => {
      if (head < 0) return 'root'
      // Only the root of a sentence is "root"
      scores[word * wide + root] = -Infinity
      return this.relations[bestOf(scores, word * wide, sizes.relations)]!
    })
  }
}

/** Parameters of a model file into arrays of the same sizes. Throws RangeError where they differ. */
export function readParameters(file: Uint8Array, sizes: Sizes, table: Float32Array, dense: Dense): void {
  const sections = unpackSections(file)
  if (sections?.['cells']?.length !== table.length)
    throw new RangeError('the model to go on from has another vocabulary or width')
  readTable(sections, sizes.width, table)
  readDense(sections, dense, sizes)
}

function bestOf(scores: Float32Array, from: number, count: number): number {
  let best = 0
  for (let at = 1; at < count; at++) if (scores[from + at]! > scores[from + best]!) best = at
  return best
}

/** Room for the parameters and for one full group of words. */
function floatsNeeded(sizes: Sizes): number {
  const dense = denseShapes(sizes).reduce((sum, [, rows, columns]) => sum + rows * columns + 4, 0)
  const perWord = 7 * sizes.width + padTo(sizes.tags, 8) + padTo(sizes.relations, 8) + 5 * sizes.arc
  const perSentence = longestSentence * (3 * sizes.arc + longestSentence + 16)
  return dense + sizes.rows * sizes.width + (mostAtOnce + 8) * perWord + perSentence + 4096
}

function readTable(sections: Record<string, Uint8Array>, width: number, table: Float32Array): void {
  const cells = new Int8Array(sections['cells']!.buffer)
  const scales = new Float32Array(sections['scales']!.buffer)
  for (let at = 0; at < cells.length; at++) table[at] = cells[at]! * scales[(at / width) | 0]!
}

function readDense(sections: Record<string, Uint8Array>, dense: Dense, sizes: Sizes): void {
  const shorts = new Int16Array(sections['dense']!.buffer)
  const scales = new Float32Array(sections['denseScales']!.buffer)
  let at = 0
  denseShapes(sizes).forEach(([name], index) => {
    const values = dense[name]!
    for (let to = 0; to < values.length; to++) values[to] = shorts[at++]! * scales[index]!
  })
}

function readLemmaRules(text: string): LemmaRules {
  return new Map(
    text.split('\n').map((line) => {
      const [key = '', cut = '', add = ''] = line.split('\t')
      return [key, [Number(cut), add]] as const
    }),
  )
}

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
  encodeTags,
  fillBias,
  labelVectors,
  packBatch,
  padTo,
  type Sizes,
  scoreHeads,
  takeDense,
} from './network.ts'

/** Tags and lemmas of each word of a sentence; arrays run in parallel. */
export interface TaggedWords {
  tags: Tag[]
  pennTags: string[]
  lemmas: string[]
}

/** What the model says of each word of a sentence. Heads count within the sentence, -1 is the root. */
export interface ParsedWords extends TaggedWords {
  heads: Int32Array
  relations: string[]
}

/** Most words that go through the network at once, and most a sentence may have. */
const [mostAtOnce, longestSentence] = [512, 256]

type Group = (readonly string[])[]

/** Sentences in groups that go through the network at once. */
function inGroups(sentences: readonly (readonly string[])[]): Group[] {
  const groups: Group[] = []
  let [group, size]: [Group, number] = [[], 0]
  for (const whole of sentences) {
    const words = whole.length > longestSentence ? whole.slice(0, longestSentence) : whole
    if (size + words.length > mostAtOnce && group.length > 0) {
      groups.push(group)
      ;[group, size] = [[], 0]
    }
    group.push(words)
    size += words.length
  }
  return group.length > 0 ? [...groups, group] : groups
}

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
    return inGroups(sentences).flatMap((group) => this.parseGroup(group))
  }

  /** Tags and lemmas alone, the same as `parseSentences` gives: at less than half of the work. */
  tagSentences(sentences: readonly (readonly string[])[]): TaggedWords[] {
    return inGroups(sentences).flatMap((group) => this.tagGroup(group))
  }

  private batchOf(group: Group): Batch {
    return packBatch(group.map((words) => sentenceRows(words, this.vocabulary)))
  }

  private tagGroup(group: Group): TaggedWords[] {
    const mark = this.arena.mark()
    const batch = this.batchOf(group)
    const { tagScores } = encodeTags(this.arena, this.sizes, this.dense, this.table, batch)
    const found = this.readTags(group, batch, tagScores)
    this.arena.release(mark)
    return found
  }

  private parseGroup(group: Group): ParsedWords[] {
    const mark = this.arena.mark()
    const batch = this.batchOf(group)
    const { tagScores, parts } = encode(this.arena, this.sizes, this.dense, this.table, batch)
    const tagged = this.readTags(group, batch, tagScores)
    const heads = this.headsOf(batch, parts)
    const relations = this.relationsOf(batch, parts, heads)
    this.arena.release(mark)
    return tagged.map((words, s) => {
      const [first, last] = [batch.starts[s]!, batch.starts[s + 1]!]
      return { ...words, heads: heads.subarray(first, last), relations: relations.slice(first, last) }
    })
  }

  private readTags(group: Group, batch: Batch, scores: Float32Array): TaggedWords[] {
    const wide = padTo(this.sizes.tags, 8)
    return group.map((words, s) => {
      const found: TaggedWords = { tags: [], pennTags: [], lemmas: [] }
      words.forEach((word, at) => {
        const [tag, pennTag] = this.tags[bestOf(scores, (batch.starts[s]! + at) * wide, this.sizes.tags)]!
        found.tags.push(tag)
        found.pennTags.push(pennTag)
        found.lemmas.push(this.lemmaOf(word, pennTag))
      })
      return found
    })
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

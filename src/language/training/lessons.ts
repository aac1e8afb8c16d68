// Makes lessons of treebank sentences: written as headlines, in capitals, without a stop, with rare words hidden.
import type { TreebankSentence } from '../conllu.ts'
import { normalize, rowsPerWord, sentenceRows, type Vocabulary } from '../features.ts'
import type { Lesson } from './gradient.ts'

export interface Inventory {
  /** "VERB VBD" */
  tags: string[]
  relations: string[]
  vocabulary: Vocabulary
  words: string[]
  /** How often each vocabulary row was seen; row 0 is the unknown word. */
  counts: Float64Array
}

export const jointTag = (s: TreebankSentence, at: number): string => `${s.tags[at]} ${s.pennTags[at]}`

export function takeInventory(
  sentences: TreebankSentence[],
  makeVocabulary: (words: string[]) => Vocabulary,
): Inventory {
  const counts = new Map<string, number>()
  for (const { words } of sentences)
    for (const word of words) counts.set(normalize(word), (counts.get(normalize(word)) ?? 0) + 1)
  const kept = [...counts].filter(([, count]) => count > 1).sort((a, b) => b[1] - a[1])
  const words = kept.map(([word]) => word)
  return {
    tags: [...new Set(sentences.flatMap((s) => s.words.map((_, at) => jointTag(s, at))))].sort(),
    relations: [...new Set(sentences.flatMap((s) => s.relations))].sort(),
    vocabulary: makeVocabulary(words),
    words,
    counts: Float64Array.from([0, ...kept.map(([, count]) => count)]),
  }
}

/** A lesson of the sentence, varied at random. `weight`: how much it counts. */
export function makeLesson(
  sentence: TreebankSentence,
  inventory: Inventory,
  weight: number,
  random: () => number,
): Lesson {
  const s = vary(sentence, random)
  const rows = sentenceRows(s.words, inventory.vocabulary)
  for (let at = 0; at < rows.length; at += rowsPerWord) {
    const count = inventory.counts[rows[at]!]!
    if (random() < 0.3 / (0.3 + count) || random() < 0.02) rows[at] = 0
  }
  return {
    rows,
    tags: Int32Array.from(s.words, (_, at) => Math.max(0, inventory.tags.indexOf(jointTag(s, at)))),
    heads: Int32Array.from(s.heads),
    relations: Int32Array.from(s.relations, (relation) => Math.max(0, inventory.relations.indexOf(relation))),
    weight,
  }
}

/** Written as it is (mostly), as a headline, in capitals, or without its final stop. */
function vary(s: TreebankSentence, random: () => number): TreebankSentence {
  const dice = random()
  if (dice < 0.04) return withWords(withoutStop(s), headline)
  if (dice < 0.1) return withWords(shortened(s), headline)
  if (dice < 0.12) return shortened(s)
  if (dice < 0.14) return withWords(shortened(s), (word) => word.toUpperCase())
  if (dice < 0.16) return withWords(s, (word) => word.toUpperCase())
  return dice < 0.21 ? withoutStop(s) : s
}

const small = new Set('a an the and or but of in on at by for to with from as'.split(' '))
const headline = (word: string, at: number): string =>
  at > 0 && small.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1)

const withWords = (s: TreebankSentence, write: (word: string, at: number) => string): TreebankSentence => ({
  ...s,
  words: s.words.map(write),
})

/** As headlines are worded: no articles, no final stop, past told in the present. "The envoy met a king." → "envoy meets king" */
function shortened(s: TreebankSentence): TreebankSentence {
  const kept = withoutStop(s)
  const told = {
    ...kept,
    words: kept.words.map((word, at) =>
      kept.tags[at] === 'VERB' && kept.pennTags[at] === 'VBD' ? presentOf(kept.lemmas[at]!) : word,
    ),
    pennTags: kept.pennTags.map((pennTag, at) =>
      kept.tags[at] === 'VERB' && pennTag === 'VBD' ? 'VBZ' : pennTag,
    ),
  }
  return without(told, (at) => told.pennTags[at] === 'DT' && articles.has(told.words[at]!.toLowerCase()))
}

const articles = new Set(['a', 'an', 'the'])
const presentOf = (lemma: string): string =>
  /[^aeiou]y$/.test(lemma)
    ? `${lemma.slice(0, -1)}ies`
    : /(?:s|x|z|ch|sh|o)$/.test(lemma)
      ? `${lemma}es`
      : `${lemma}s`

const withoutStop = (s: TreebankSentence): TreebankSentence =>
  without(s, (at) => at === s.words.length - 1 && s.words[at] === '.')

/** The sentence less the words that `drop` names; words that others hang on stay, and so does the last one left. */
function without(s: TreebankSentence, drop: (at: number) => boolean): TreebankSentence {
  const heads = new Set(s.heads)
  const kept = s.words.map((_, at) => at).filter((at) => heads.has(at) || s.heads[at]! < 0 || !drop(at))
  if (kept.length === s.words.length) return s
  const places = new Map(kept.map((at, to) => [at, to]))
  const pick = <Item>(list: Item[]): Item[] => kept.map((at) => list[at]!)
  return {
    ...s,
    words: pick(s.words),
    lemmas: pick(s.lemmas),
    tags: pick(s.tags),
    pennTags: pick(s.pennTags),
    relations: pick(s.relations),
    heads: pick(s.heads).map((head) => places.get(head) ?? -1),
    spaced: pick(s.spaced),
  }
}

// Measures an analysis of treebank words: tags, unlabelled and labelled attachment, in percent of words.
import type { TreebankSentence } from '../conllu.ts'

export interface Parsed {
  tags: string[]
  pennTags: string[]
  lemmas: string[]
  /** Head within the sentence, -1 the root. */
  heads: ArrayLike<number>
  relations: string[]
}

export interface Accuracy {
  words: number
  upos: number
  penn: number
  lemmas: number
  /** Heads right; heads and whole relations right; the same without relation subtypes; without punctuation. */
  uas: number
  las: number
  plainLas: number
  noPunctuation: number
}

const plain = (relation: string): string => relation.split(':')[0]!

export function measure(
  sentences: TreebankSentence[],
  parse: (words: string[], sentence: TreebankSentence) => Parsed,
): Accuracy {
  const sums = { words: 0, upos: 0, penn: 0, lemmas: 0, uas: 0, las: 0, plainLas: 0, noPunctuation: 0 }
  let content = 0
  for (const sentence of sentences) {
    const found = parse(sentence.words, sentence)
    sentence.words.forEach((_, at) => {
      const head = found.heads[at] === sentence.heads[at]
      const relation = head && found.relations[at] === sentence.relations[at]
      sums.words++
      if (found.tags[at] === sentence.tags[at]) sums.upos++
      if (found.pennTags[at] === sentence.pennTags[at]) sums.penn++
      if (found.lemmas[at]!.toLowerCase() === sentence.lemmas[at]!.toLowerCase()) sums.lemmas++
      if (head) sums.uas++
      if (relation) sums.las++
      if (head && plain(found.relations[at]!) === plain(sentence.relations[at]!)) sums.plainLas++
      if (sentence.tags[at] === 'PUNCT') return
      content++
      if (relation) sums.noPunctuation++
    })
  }
  const share = (sum: number, of = sums.words): number => Math.round((10_000 * sum) / Math.max(1, of)) / 100
  return {
    words: sums.words,
    upos: share(sums.upos),
    penn: share(sums.penn),
    lemmas: share(sums.lemmas),
    uas: share(sums.uas),
    las: share(sums.las),
    plainLas: share(sums.plainLas),
    noPunctuation: share(sums.noPunctuation, content),
  }
}

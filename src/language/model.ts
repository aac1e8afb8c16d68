// A trained model ready for use: words of a sentence in, tags, lemmas, heads and relations out.
import type { Tag } from './analysis.ts'
import { unpackSections } from './container.ts'
import { type LemmaRules, lemmatize } from './lemmatizer.ts'
import { hashWords, LinearParser, type Weights } from './perceptron.ts'

/** What the model says of each word; arrays run in parallel. Heads count within the sentence, -1 is the root. */
export interface ParsedWords {
  tags: Tag[]
  pennTags: string[]
  lemmas: string[]
  heads: Int32Array
  relations: string[]
}

export interface Model {
  parseWords(words: readonly string[]): ParsedWords
}

/** Reads a model file; null when it is not one. */
export function readModel(file: Uint8Array): Model | null {
  const sections = unpackSections(file)
  if (sections === null) return null
  const text = (name: string): string => new TextDecoder().decode(sections[name])
  const { tags, relations } = JSON.parse(text('names')) as { tags: string[]; relations: string[] }
  const pairs = tags.map((joint) => joint.split(' ') as [Tag, string])
  const rules = readLemmaRules(text('lemmas'))
  const table = (name: string, classes: number): Weights => {
    const cells = new Int8Array(sections[name]!.buffer)
    return { rows: cells.length / classes, classes, cells }
  }
  const parser = new LinearParser({
    tags,
    relations,
    tagger: table('tagger', tags.length),
    moves: table('moves', 3),
    labels: table('labels', relations.length),
  })
  return {
    parseWords(words) {
      const hashed = hashWords(words)
      const found = parser.tag(hashed)
      const { heads, labels } = parser.parse(hashed, found)
      const pennTags = Array.from(found, (tag) => pairs[tag]![1])
      return {
        tags: Array.from(found, (tag) => pairs[tag]![0]),
        pennTags,
        lemmas: words.map((word, at) => lemmatize(word, pennTags[at]!, rules)),
        heads: heads.subarray(0, words.length).map((head) => (head === words.length ? -1 : head)),
        relations: words.map((_, at) => relations[labels[at]!] ?? 'dep'),
      }
    },
  }
}

function readLemmaRules(text: string): LemmaRules {
  return new Map(
    text.split('\n').map((line) => {
      const [key = '', cut = '', add = ''] = line.split('\t')
      return [key, [Number(cut), add]] as const
    }),
  )
}

// Reads and writes CoNLL-U, the format of the Universal Dependencies treebanks.
import type { Analysis } from './analysis.ts'

/** One sentence of a treebank. Arrays run in parallel over its words; heads count from 0, -1 is the root. */
export interface TreebankSentence {
  id: string
  words: string[]
  lemmas: string[]
  tags: string[]
  pennTags: string[]
  heads: number[]
  relations: string[]
  /** Whether white space follows the word. */
  spaced: boolean[]
}

const empty = (): TreebankSentence => ({
  id: '',
  words: [],
  lemmas: [],
  tags: [],
  pennTags: [],
  heads: [],
  relations: [],
  spaced: [],
})

/** Sentences of a CoNLL-U text. Multiword tokens become their words, empty nodes are dropped. */
export function readConllu(text: string): TreebankSentence[] {
  const sentences: TreebankSentence[] = []
  let sentence = empty()
  let glued = { until: 0, spaced: true }
  for (const line of text.split(/\r?\n/)) {
    if (line === '' && sentence.words.length > 0) {
      sentences.push(sentence)
      sentence = empty()
      glued = { until: 0, spaced: true }
    } else if (line.startsWith('# sent_id = ')) sentence.id = line.slice(12)
    else if (/^\d/.test(line)) glued = readRow(line.split('\t'), sentence, glued)
  }
  if (sentence.words.length > 0) sentences.push(sentence)
  return sentences
}

function readRow(
  row: string[],
  sentence: TreebankSentence,
  glued: { until: number; spaced: boolean },
): typeof glued {
  const [id = '', form = '', lemma = '', tag = '', pennTag = '', , head = '', relation = '', , misc = ''] =
    row
  const spaced = !misc.split('|').includes('SpaceAfter=No')
  if (id.includes('-')) return { until: Number(id.split('-')[1]), spaced }
  if (id.includes('.')) return glued
  const index = Number(id)
  sentence.words.push(form)
  sentence.lemmas.push(lemma)
  sentence.tags.push(tag)
  sentence.pennTags.push(pennTag)
  sentence.heads.push(Number(head) - 1)
  sentence.relations.push(relation)
  sentence.spaced.push(index < glued.until ? false : index === glued.until ? glued.spaced : spaced)
  return glued
}

/** An analysis as CoNLL-U, one block a sentence, with the sentence's text. */
export function writeConllu(analysis: Analysis): string {
  return analysis.sentences
    .map(({ index, first, last, start, end }) => {
      const rows = analysis.tokens.slice(first, last).map((token) => {
        const head = token.head < 0 ? 0 : token.head - first + 1
        const next = analysis.tokens[token.index + 1]
        const misc = next !== undefined && next.start === token.end ? 'SpaceAfter=No' : '_'
        return [
          token.index - first + 1,
          token.text,
          token.lemma,
          token.tag,
          token.pennTag,
          '_',
          head,
          token.relation,
          '_',
          misc,
        ].join('\t')
      })
      return [
        `# sent_id = ${index + 1}`,
        `# text = ${analysis.text.slice(start, end)}`,
        ...rows,
        '',
        '',
      ].join('\n')
    })
    .join('')
}

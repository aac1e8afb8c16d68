// An honest guess at tags without a model: closed classes, endings, capitals. Heads stay unknown (-1).
import type { Tag } from './analysis.ts'
import { classOf, DIGIT, isLetter, UPPER } from './characters.ts'
import { closedWords, type Reading } from './words.ts'

const endings: [string, Tag, string][] = [
  ['tion', 'NOUN', 'NN'],
  ['ment', 'NOUN', 'NN'],
  ['ness', 'NOUN', 'NN'],
  ['ity', 'NOUN', 'NN'],
  ['ship', 'NOUN', 'NN'],
  ['ing', 'VERB', 'VBG'],
  ['ed', 'VERB', 'VBD'],
  ['ly', 'ADV', 'RB'],
  ['ous', 'ADJ', 'JJ'],
  ['ful', 'ADJ', 'JJ'],
  ['ive', 'ADJ', 'JJ'],
  ['able', 'ADJ', 'JJ'],
  ['al', 'ADJ', 'JJ'],
  ['ic', 'ADJ', 'JJ'],
]

/** Likely reading of `word`; `first` when it opens its sentence, where a capital tells little. */
export function guessReading(word: string, first: boolean): Reading {
  const lower = word.toLowerCase()
  const known = closedWords.get(lower)
  if (known !== undefined) return known
  const kind = classOf(word.charCodeAt(0))
  if (kind === DIGIT) return { tag: 'NUM', pennTag: 'CD' }
  if (kind === UPPER && !first)
    return { tag: 'PROPN', pennTag: lower.endsWith('s') && word.length > 4 ? 'NNPS' : 'NNP' }
  if (!isLetter(kind)) return { tag: 'SYM', pennTag: 'SYM' }
  const ending = endings.find(([tail]) => lower.length > tail.length + 2 && lower.endsWith(tail))
  if (ending !== undefined) return { tag: ending[1], pennTag: ending[2] }
  return { tag: 'NOUN', pennTag: lower.endsWith('s') && !lower.endsWith('ss') ? 'NNS' : 'NN' }
}

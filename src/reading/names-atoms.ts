// Atoms: the small pieces of a text that names are matched on, finer than tokens so that no tokenizer choice matters.
import type { Analysis } from '../language/analysis.ts'
import type { Span } from '../language/span.ts'
import { cutPieces } from './names-cutting.ts'

export type AtomShape = 'capital' | 'capitals' | 'initial' | 'lower' | 'number' | 'mark'

/** A word without hyphens, a dotted abbreviation, a number, a possessive "'s" or one punctuation mark. */
export interface Atom extends Span {
  text: string
  /** Folded for look-up: no accents, lower case, no full stops, straight apostrophe. */
  norm: string
  shape: AtomShape
  /** No white space between it and the atom before. */
  glued: boolean
  /** A line break stands before it: no name runs across. */
  broken: boolean
  /** Index of the token it lies in; -1 outside any. */
  token: number
  sentence: number
}

/** Folds a word for look-up: "Çavuşoğlu" → "cavusoglu", "U.S." → "us". */
export function fold(word: string): string {
  if (word.length === 1 && word < 'A') return word
  const plain = /^[\x20-\x7e]*$/.test(word)
    ? word
    : word
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .replace(/[’ʻʼ‘]/gu, "'")
        .replace(/ı/g, 'i')
        .replace(/[øØ]/g, 'o')
        .replace(/[łŁ]/g, 'l')
        .replace(/[đĐð]/g, 'd')
        .replace(/ß/g, 'ss')
        .replace(/æ/gi, 'ae')
        .replace(/[Əə]/g, 'a')
        .replace(/œ/gi, 'oe')
        .replace(/þ/gi, 'th')
  return plain
    .toLowerCase()
    .replace(/\.(?=.|$)/g, (dot, _at: number, all: string) => (/^\d/.test(all) ? dot : ''))
}

function shapeOf(text: string): AtomShape {
  const first = text[0]!
  if (/\p{N}/u.test(first)) return 'number'
  if (!/\p{L}/u.test(first)) return 'mark'
  if (first === first.toLowerCase() && !/\p{Lt}/u.test(first)) return 'lower'
  if (/^\p{Lu}\.?$/u.test(text)) return 'initial'
  return text === text.toUpperCase() ? 'capitals' : 'capital'
}

/** Words come again and again: their folded form and shape are kept, up to a limit. Only speed depends on it. */
const seen = new Map<string, { norm: string; shape: AtomShape }>()
const SEEN_LIMIT = 50_000

function looksOf(text: string): { norm: string; shape: AtomShape } {
  const known = seen.get(text)
  if (known !== undefined) return known
  if (seen.size >= SEEN_LIMIT) seen.clear()
  const looks = { norm: fold(text), shape: shapeOf(text) }
  seen.set(text, looks)
  return looks
}

/** The look-up keys of a name of a pack: "People's Republic of China" → people, 's, republic, of, china. */
export function keysOf(name: string): string[] {
  const keys: string[] = []
  cutPieces(name, (start, end) => keys.push(fold(name.slice(start, end))))
  return keys
}

/** Cuts the analysed text into atoms that know their token and sentence. Linear. */
export function cutAtoms(analysis: Analysis): Atom[] {
  const atoms: Atom[] = []
  const { text, tokens, sentences } = analysis
  let [token, sentence, before] = [0, 0, 0]
  cutPieces(text, (start, end, broken) => {
    while (token < tokens.length && tokens[token]!.end <= start) token++
    while (sentence < sentences.length - 1 && sentences[sentence]!.end <= start) sentence++
    const inside = token < tokens.length && tokens[token]!.start < end
    const word = text.slice(start, end)
    const { norm, shape } = looksOf(word)
    atoms.push({
      start,
      end,
      text: word,
      norm,
      shape,
      glued: start === before,
      broken,
      token: inside ? token : -1,
      sentence,
    })
    before = end
  })
  return atoms
}

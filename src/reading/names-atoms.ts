// Atoms: the small pieces of a text that names are matched on, finer than tokens so that no tokenizer choice matters.
import type { Analysis } from '../language/analysis.ts'
import type { Span } from '../language/span.ts'

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

const PIECE =
  /(?:\p{Lu}\.){2,}(?:\p{Lu}(?![\p{L}\p{M}]))?|\p{Lu}\.\p{Lu}(?![\p{L}\p{M}.])|(?:Mr|Mrs|Ms|Mme|Messrs|Dr|Prof|Jr|Sr|Gen|Lt|Maj|Brig|Col|Adm|Capt|Sen|Rep|Gov|St|Hon|Rev|Eng|Ing|Fr|Amb|Rt|Smt|Cdr|Cmdr)\.|\p{Lu}\.(?=\s?[\p{Lu}-]|[,\s])|['’]s?(?![\p{L}\p{M}])|[\p{L}\p{M}]+(?:['’ʻʼ][\p{L}\p{M}]+)*|\p{N}+(?:[.,:]\p{N}+)*(?:st|nd|rd|th)?|\S/gu
const POSSESSIVE = /^(.+)(['’]s)$/u

/** Folds a word for look-up: "Çavuşoğlu" → "cavusoglu", "U.S." → "us". */
export function fold(word: string): string {
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

/** Cuts a string into pieces with their places; the possessive "'s" is a piece of its own. */
function* pieces(text: string): Generator<Span & { text: string }> {
  for (const match of text.matchAll(PIECE)) {
    const [piece, start] = [match[0], match.index]
    const own = POSSESSIVE.exec(piece)
    if (own === null) yield { start, end: start + piece.length, text: piece }
    else {
      const cut = start + own[1]!.length
      yield { start, end: cut, text: own[1]! }
      yield { start: cut, end: start + piece.length, text: own[2]! }
    }
  }
}

/** The look-up keys of a name of a pack: "People's Republic of China" → people, 's, republic, of, china. */
export const keysOf = (name: string): string[] => [...pieces(name)].map((piece) => fold(piece.text))

/** Cuts the analysed text into atoms that know their token and sentence. Linear. */
export function cutAtoms(analysis: Analysis): Atom[] {
  const atoms: Atom[] = []
  const { tokens, sentences } = analysis
  let [token, sentence, end] = [0, 0, 0]
  for (const piece of pieces(analysis.text)) {
    while (token < tokens.length && tokens[token]!.end <= piece.start) token++
    while (sentence < sentences.length - 1 && sentences[sentence]!.end <= piece.start) sentence++
    const inside = token < tokens.length && tokens[token]!.start < piece.end
    atoms.push({
      ...piece,
      norm: fold(piece.text),
      shape: shapeOf(piece.text),
      glued: piece.start === end,
      broken: analysis.text.slice(end, piece.start).includes('\n'),
      token: inside ? token : -1,
      sentence,
    })
    end = piece.end
  }
  return atoms
}

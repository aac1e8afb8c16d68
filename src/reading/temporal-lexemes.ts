// Words, numbers and marks of a sentence, as the rules of time read them: independent of the tokenizer's cuts.
import type { Span } from '../language/span.ts'

/** "5-6", "two-day" and "16th" are cut into their parts here, whatever the analysis makes of them. */
export interface Lexeme extends Span {
  kind: 'word' | 'number' | 'mark'
  text: string
  lower: string
  /** Value of a number ("6", "6th", "six"); NaN for everything else. */
  value: number
  /** "6th", "sixth". */
  ordinal: boolean
}

const PIECE =
  /\d{1,2}\.\d{1,2}\.\d{4}|\d+(?:[.,:]\d+)+|\d+(?:st|nd|rd|th|s)?(?![\p{L}\d])|\p{L}+\p{M}*|['’]s\b|\S/gu

/** Lexemes of `text` from `start` to `end`, in order. Linear. */
export function lexemesOf(text: string, start: number, end: number): Lexeme[] {
  const lexemes: Lexeme[] = []
  for (const piece of text.slice(start, end).matchAll(PIECE)) {
    lexemes.push(lexemeOf(piece[0], start + piece.index))
  }
  return lexemes
}

function lexemeOf(text: string, start: number): Lexeme {
  const lower = text.toLowerCase()
  const plain = /^(\d+)(st|nd|rd|th)?$/.exec(lower)
  const spelled = NUMBERS.get(lower) ?? ORDINALS.get(lower)
  const value = plain ? Number(plain[1]) : (spelled ?? Number.NaN)
  return {
    start,
    end: start + text.length,
    text,
    lower,
    kind: plain ? 'number' : /^\p{L}/u.test(text) ? 'word' : 'mark',
    value,
    ordinal: plain ? plain[2] !== undefined : ORDINALS.has(lower),
  }
}

const spell = (words: string): [string, number][] => words.split(' ').map((word, index) => [word, index + 1])

const NUMBERS = new Map<string, number>([
  ...spell(
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty',
  ),
  ['thirty', 30],
  ['forty', 40],
  ['fifty', 50],
  ['sixty', 60],
])
const ORDINALS = new Map(
  spell('first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'),
)

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
)
const MONTH_SHORT = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const WEEKDAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ')
const WEEKDAY_SHORT = new Map(
  Object.entries({ mon: 0, tue: 1, tues: 1, wed: 2, thu: 3, thur: 3, thurs: 3, fri: 4, sat: 5, sun: 6 }),
)

/** Month 1–12 written out with a capital ("May", never "may"); 0 otherwise. */
export function monthOf(lexeme: Lexeme | undefined): number {
  if (lexeme?.kind !== 'word' || lexeme.text[0] === lexeme.lower[0]) return 0
  return MONTHS.indexOf(lexeme.lower) + 1
}

/** Month 1–12 abbreviated with a capital ("Dec", "Sept"); only to be trusted beside a number. */
export function shortMonthOf(lexeme: Lexeme | undefined): number {
  if (lexeme?.kind !== 'word' || lexeme.text[0] === lexeme.lower[0]) return 0
  return MONTH_SHORT.indexOf(lexeme.lower === 'sept' ? 'sep' : lexeme.lower) + 1
}

/** Weekday 0 (Monday) to 6 with a capital; -1 otherwise. Abbreviations only where the caller allows them. */
export function weekdayIn(lexeme: Lexeme | undefined, short = false): number {
  if (lexeme?.kind !== 'word' || lexeme.text[0] === lexeme.lower[0]) return -1
  const full = WEEKDAYS.indexOf(lexeme.lower)
  return full >= 0 || !short ? full : (WEEKDAY_SHORT.get(lexeme.lower) ?? -1)
}

/** A year written in four digits, 1500 to 2199; 0 otherwise. */
export function yearOf(lexeme: Lexeme | undefined): number {
  if (lexeme?.kind !== 'number' || lexeme.ordinal || lexeme.text.length !== 4) return 0
  return lexeme.value >= 1500 && lexeme.value < 2200 ? lexeme.value : 0
}

/** A day of a month in digits, with or without ordinal ending; 0 otherwise. */
export const dayOf = (lexeme: Lexeme | undefined): number =>
  lexeme?.kind === 'number' && lexeme.text.length <= 4 && lexeme.value >= 1 && lexeme.value <= 31
    ? lexeme.value
    : 0

const SEASONS = new Map(Object.entries({ spring: 0, summer: 1, autumn: 2, fall: 2, winter: 3 }))
/** Season 0 spring … 3 winter; -1 otherwise. */
export const seasonOf = (lexeme: Lexeme | undefined): number => SEASONS.get(lexeme?.lower ?? '') ?? -1

const STEPS = new Map(Object.entries({ last: -1, past: -1, this: 0, current: 0, next: 1, coming: 1 }))
/** "last" -1, "this" 0, "next" 1; undefined for any other word. */
export const stepOf = (lexeme: Lexeme | undefined): number | undefined => STEPS.get(lexeme?.lower ?? '')

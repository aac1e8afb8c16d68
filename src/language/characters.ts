// What kind of character a UTF-16 unit is: a table for the basic plane, filled on first need.

export const SPACE = 1
export const BREAK = 2
export const LOWER = 3
export const UPPER = 4
export const DIGIT = 5
export const MARK = 6
/** One half of a surrogate pair; ask `classAt`, which looks at both halves. */
export const HALF = 7

const table = new Uint8Array(65536)
const letter = /^[\p{L}\p{M}]$/u
const upper = /^\p{Lu}$/u
const digit = /^\p{Nd}$/u
const space = /^[\s\u200b\u2060]$/u

/** Class of one UTF-16 unit: SPACE, BREAK (ends a line), LOWER (any letter not upper case), UPPER, DIGIT, MARK, HALF; 0 past the end (NaN). */
export function classOf(unit: number): number {
  const known = table[unit]
  if (known !== 0) return known ?? 0
  const kind = judge(unit)
  table[unit] = kind
  return kind
}

function judge(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return HALF
  if ((unit >= 10 && unit <= 13) || unit === 0x85 || unit === 0x2028 || unit === 0x2029) return BREAK
  // NUL and the other controls carry no words: they are white space here.
  if (unit <= 32 || (unit >= 127 && unit < 160) || unit === 0xad || unit === 0xfeff) return SPACE
  const character = String.fromCharCode(unit)
  if (space.test(character)) return SPACE
  if (upper.test(character)) return UPPER
  if (letter.test(character)) return LOWER
  return digit.test(character) ? DIGIT : MARK
}

/** Class at `position`, seeing a surrogate pair as the character it is; a lone half is a MARK. */
export function classAt(text: string, position: number): number {
  const kind = classOf(text.charCodeAt(position))
  if (kind !== HALF) return kind
  const code = text.codePointAt(position)!
  return code > 0xffff && letter.test(String.fromCodePoint(code)) ? LOWER : MARK
}

/** How many units the character at `position` takes: 2 for a surrogate pair, else 1. */
export const widthAt = (text: string, position: number): number =>
  text.codePointAt(position)! > 0xffff ? 2 : 1

export const isLetter = (kind: number): boolean => kind === LOWER || kind === UPPER
export const isWordly = (kind: number): boolean => kind === LOWER || kind === UPPER || kind === DIGIT

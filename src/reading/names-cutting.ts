// Cuts a string into pieces for name look-up: words, dotted abbreviations, numbers, possessives, single marks.
import { BREAK, classOf, DIGIT, HALF, isLetter, isWordly, SPACE, UPPER } from '../language/characters.ts'

const DOT = 46
const ABBREVIATED = new Set(
  'Mr Mrs Ms Mme Messrs Dr Prof Jr Sr Gen Lt Maj Brig Col Adm Capt Sen Rep Gov St Hon Rev Eng Ing Fr Amb Rt Smt Cdr Cmdr Md Mohd Muh'.split(
    ' ',
  ),
)
const isApostrophe = (unit: number): boolean =>
  unit === 39 || unit === 0x2019 || unit === 0x2bb || unit === 0x2bc
const letterAt = (text: string, at: number): boolean =>
  at < text.length && isLetter(classOf(text.charCodeAt(at)))
const upperAt = (text: string, at: number): boolean =>
  at < text.length && classOf(text.charCodeAt(at)) === UPPER
const dotAt = (text: string, at: number): boolean => text.charCodeAt(at) === DOT

/** Calls `take` with the place of each piece, and whether a line break stands before it. Linear. */
export function cutPieces(text: string, take: (start: number, end: number, broken: boolean) => void): void {
  let [at, broken] = [0, false]
  while (at < text.length) {
    const kind = classOf(text.charCodeAt(at))
    if (kind === SPACE || kind === BREAK) {
      broken ||= kind === BREAK
      at++
      continue
    }
    const end = endOfPiece(text, at, kind)
    take(at, end, broken)
    broken = false
    at = end
  }
}

function endOfPiece(text: string, at: number, kind: number): number {
  if (isLetter(kind)) return endOfWord(text, at, kind)
  if (kind === DIGIT) return endOfNumber(text, at)
  if (isApostrophe(text.charCodeAt(at)))
    return /s/i.test(text[at + 1] ?? '') && !letterAt(text, at + 2) ? at + 2 : at + 1
  return kind === HALF && text.codePointAt(at)! > 0xffff ? at + 2 : at + 1
}

/** "People" before "'s", "O'Brien" and "N'Djamena" whole, "U.S.", "J.", "Mr.". */
function endOfWord(text: string, start: number, kind: number): number {
  if (kind === UPPER && dotAt(text, start + 1)) return endOfInitials(text, start)
  let at = start
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (isLetter(classOf(unit))) continue
    const inside = isApostrophe(unit) && letterAt(text, at + 1) && !isPossessive(text, at)
    if (!inside) break
  }
  return dotAt(text, at) && at - start < 7 && isAbbreviated(text.slice(start, at)) ? at + 1 : at
}

/** "Mr." and, in the labels of transcripts, "MR." */
const isAbbreviated = (word: string): boolean =>
  ABBREVIATED.has(word) || ABBREVIATED.has(word[0] + word.slice(1).toLowerCase())

const isPossessive = (text: string, apostrophe: number): boolean =>
  /s/i.test(text[apostrophe + 1]!) && !letterAt(text, apostrophe + 2)

/** "U.S.", "D.P.R.K.", "U.S" before a hyphen, "J." before a name; a lone capital at the end of a sentence keeps no stop. */
function endOfInitials(text: string, start: number): number {
  let at = start
  while (upperAt(text, at) && dotAt(text, at + 1)) at += 2
  const several = at - start >= 4
  const last = upperAt(text, at) && !letterAt(text, at + 1)
  if (several) return last ? at + 1 : at
  if (last && !dotAt(text, at + 1)) return at + 1
  const next = text[at] === ' ' || text[at] === '\u00a0' ? at + 1 : at
  const named =
    upperAt(text, next) || text[at] === '-' || text[at] === ',' || classOf(text.charCodeAt(at)) <= BREAK
  return named ? at : start + 1
}

/** "2,500", "10.30", "1980th". */
function endOfNumber(text: string, start: number): number {
  let at = start
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (classOf(unit) === DIGIT) continue
    const joined =
      (unit === DOT || unit === 44 || unit === 58) &&
      at + 1 < text.length &&
      classOf(text.charCodeAt(at + 1)) === DIGIT
    if (!joined) break
  }
  const ordinal = text.slice(at, at + 2)
  return /^(st|nd|rd|th)$/.test(ordinal) &&
    !(at + 2 < text.length && isWordly(classOf(text.charCodeAt(at + 2))))
    ? at + 2
    : at
}

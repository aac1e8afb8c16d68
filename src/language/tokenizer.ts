// Cuts a text into tokens the way Universal Dependencies does for English; nothing is lost or changed.
import type { Abbreviations } from './abbreviations.ts'
import { endOfAddress } from './address.ts'
import {
  BREAK,
  classAt,
  classOf,
  DIGIT,
  isLetter,
  isWordly,
  LOWER,
  SPACE,
  UPPER,
  widthAt,
} from './characters.ts'
import { joinsHyphen } from './hyphens.ts'

/** Tokens of a text as offsets: token `i` is `text.slice(starts[i], ends[i])`. */
export interface TokenSpans {
  count: number
  starts: Int32Array
  ends: Int32Array
}

const DOT = 46
const HYPHEN = 45
const APOSTROPHE = 39
const DOLLAR = 36
const CURLY = 0x2019
const isApostrophe = (unit: number): boolean => unit === APOSTROPHE || unit === CURLY

/** Tokens of `text`; between them stands only white space. Linear in the length of the text. */
export function tokenize(text: string, abbreviations: Abbreviations): TokenSpans {
  const cutter = new Cutter(text, abbreviations)
  let at = 0
  while (at < text.length) {
    const kind = classOf(text.charCodeAt(at))
    if (kind === SPACE || kind === BREAK) at++
    else at = cutter.cutChunk(at)
  }
  return { count: cutter.count, starts: cutter.starts, ends: cutter.ends }
}

class Cutter {
  count = 0
  starts: Int32Array
  ends: Int32Array
  private readonly text: string
  private readonly abbreviations: Abbreviations

  constructor(text: string, abbreviations: Abbreviations) {
    this.text = text
    this.abbreviations = abbreviations
    const guess = 16 + (text.length >> 2)
    this.starts = new Int32Array(guess)
    this.ends = new Int32Array(guess)
  }

  /** Cuts what stands from `start` to the next white space; gives the place after it. */
  cutChunk(start: number): number {
    const { text } = this
    let end = start
    let plain = true
    for (; end < text.length; end++) {
      const kind = classOf(text.charCodeAt(end))
      if (kind === SPACE || kind === BREAK) break
      if (kind !== LOWER && kind !== UPPER) plain = false
    }
    if (plain) this.addWord(start, end)
    else this.cutMixed(start, end)
    return end
  }

  private cutMixed(start: number, end: number): void {
    let at = start
    while (at < end) {
      const address = endOfAddress(this.text, at, end)
      if (address > at) at = this.add(at, address)
      else if (isWordly(classAt(this.text, at))) at = this.cutWord(at, end)
      else at = this.cutMarks(at, end)
    }
  }

  private add(start: number, end: number): number {
    if (this.count === this.starts.length) this.grow()
    this.starts[this.count] = start
    this.ends[this.count++] = end
    return end
  }

  private grow(): void {
    const [starts, ends] = [this.starts, this.ends]
    this.starts = new Int32Array(starts.length * 2)
    this.ends = new Int32Array(ends.length * 2)
    this.starts.set(starts)
    this.ends.set(ends)
  }

  /** Words written as one that UD reads as two: "cannot", "gonna". */
  private addWord(start: number, end: number): number {
    const cut =
      end - start >= 5 && end - start <= 6 ? fused.get(this.text.slice(start, end).toLowerCase()) : undefined
    if (cut === undefined) return this.add(start, end)
    this.add(start, start + cut)
    return this.add(start + cut, end)
  }

  /** A token that starts with a letter or digit, with the clitics that hang on it. */
  private cutWord(start: number, end: number): number {
    const { text } = this
    let at = start
    while (at < end) {
      const kind = classAt(text, at)
      if (isWordly(kind)) at += widthAt(text, at)
      else {
        const joined = this.joinedUntil(start, at, end)
        if (joined === at) break
        if (joined < 0) return this.cutClitic(start, at, end)
        at = joined
        if (text.charCodeAt(at - 1) === DOLLAR) break
      }
    }
    const unit = unitCut(text, start, at)
    if (unit > start) {
      this.add(start, unit)
      return this.add(unit, at)
    }
    return this.addWord(start, at)
  }

  /** Where the word goes on after the mark at `at`; `at` itself when it ends there; -1 when a clitic starts. */
  private joinedUntil(start: number, at: number, end: number): number {
    const { text } = this
    const mark = text.charCodeAt(at)
    const before = classOf(text.charCodeAt(at - 1))
    const after = at + 1 < end ? classAt(text, at + 1) : 0
    if (mark === DOT) return this.joinedDot(start, at, end, before, after)
    if (isApostrophe(mark)) return isWordly(after) ? this.joinedApostrophe(start, at, end, before) : at
    // "1,000", "10:30"
    if (mark === 44 || mark === 58) return before === DIGIT && after === DIGIT ? at + 1 : at
    if (mark === HYPHEN) return isWordly(after) && joinsHyphen(text, start, at, end) ? at + 1 : at
    // "12/05/2019", "24/7"; but "and/or" is three tokens
    if (mark === 47) return before === DIGIT && after === DIGIT ? at + 1 : at
    // "R&D"
    if (mark === 38) return before === UPPER && after === UPPER ? at + 1 : at
    if (mark === 95) return at + 1
    // "US$"
    return mark === DOLLAR && before === UPPER && at - start <= 3 ? at + 1 : at
  }

  private joinedDot(start: number, at: number, end: number, before: number, after: number): number {
    const { text } = this
    if (after === DIGIT) return before === DIGIT ? at + 1 : at
    const single = isLetter(before) && (at - 1 === start || text.charCodeAt(at - 2) === DOT)
    if (isLetter(after)) {
      // "U.S.", "p.m.", "Ph.D."; "delegation.The" lacks a space and is cut
      if (single) return at + 1
      if (before === LOWER && after === UPPER) return text.charCodeAt(at + 2) === DOT ? at + 1 : at
      return before === LOWER && after === LOWER ? at + 1 : at
    }
    return this.keepsStop(start, at, end, single) ? at + 1 : at
  }

  /** Whether the full stop at `at`, with no letter after it, belongs to the word from `start`. */
  private keepsStop(start: number, at: number, end: number, single: boolean): boolean {
    const { text } = this
    if (text.charCodeAt(at + 1) === DOT) return false
    const inner = text.indexOf('.', start) < at
    if (single && (inner || (classOf(text.charCodeAt(start)) === UPPER && this.isInitial(start)))) return true
    if (inner && text.charCodeAt(start + 2) === DOT && at - start === 4) return true
    if (at - start > 12) return false
    const word = text.slice(start, at).toLowerCase()
    if (this.abbreviations.all.has(word)) return true
    return this.abbreviations.numbered.has(word) && at + 1 === end && this.digitFollows(end)
  }

  private digitFollows(end: number): boolean {
    return classOf(this.text.charCodeAt(end)) === SPACE && classOf(this.text.charCodeAt(end + 1)) === DIGIT
  }

  /** "J. Smith", "George W. Bush"; but "you and I.", and the letter that ends a line ("Annex B."). */
  private isInitial(start: number): boolean {
    if (this.text.charCodeAt(start) === 73 && this.count > 0) return false
    for (let at = start + 2; at < this.text.length; at++) {
      const kind = classOf(this.text.charCodeAt(at))
      if (kind === BREAK) return false
      if (kind !== SPACE) return true
    }
    return false
  }

  /** "O'Brien", "Sana'a", "o'clock" go on; "won't", "country's" give -1. "the 1990's" is one word. */
  private joinedApostrophe(start: number, at: number, end: number, before: number): number {
    const { text } = this
    const length = cliticLength(text, at, end)
    if (length === 0) return at + 1
    if (before !== DIGIT) return -1
    return text.charCodeAt(at - 1) === 48 && (at - start === 4 || at - start === 2) ? at + length : -1
  }

  private cutClitic(start: number, at: number, end: number): number {
    const { text } = this
    const negated = (text.charCodeAt(at + 1) | 32) === 116
    const cut = negated ? at - 1 : at
    if (cut > start) this.addWord(start, cut)
    return this.add(cut, at + cliticLength(text, at, end))
  }

  /** Marks: runs of the same mark stay together where they are one sign ("...", "--", "''", "?!"). */
  private cutMarks(start: number, end: number): number {
    const { text } = this
    const unit = text.charCodeAt(start)
    if (isApostrophe(unit)) return this.cutApostrophe(start, end)
    let at = start + widthAt(text, start)
    if (unit === 33 || unit === 63) while (text.charCodeAt(at) === 33 || text.charCodeAt(at) === 63) at++
    else if (runs.has(unit)) while (at < end && text.charCodeAt(at) === unit) at++
    return this.add(start, at)
  }

  private cutApostrophe(start: number, end: number): number {
    const { text } = this
    const clitic = cliticLength(text, start, end)
    const attached = start > 0 && isWordly(classOf(text.charCodeAt(start - 1)))
    if (clitic > 0 && (attached || start + clitic === end)) return this.add(start, start + clitic)
    // "'90s"
    if (classAt(text, start + 1) === DIGIT && start + 4 === end && text.charCodeAt(end - 1) === 115)
      return this.add(start, end)
    return this.add(
      start,
      start + (start + 1 < end && text.charCodeAt(start + 1) === text.charCodeAt(start) ? 2 : 1),
    )
  }
}

const fused = new Map([
  ['cannot', 3],
  ['gonna', 3],
  ['gotta', 3],
  ['wanna', 3],
])
const runs = new Set([...'.-*=_#~+<>`'].map((mark) => mark.charCodeAt(0)))
const clitics = new Set(['s', 'm', 'd', 're', 've', 'll'])

/** Length of the clitic whose apostrophe is at `at` ("'s", "'ll", "'t" after n), 0 when there is none. */
function cliticLength(text: string, at: number, end: number): number {
  let stop = at + 1
  while (stop < end && stop < at + 4 && isWordly(classAt(text, stop))) stop++
  const letters = text.slice(at + 1, stop).toLowerCase()
  if (clitics.has(letters)) return stop - at
  return letters === 't' && at > 0 && (text.charCodeAt(at - 1) | 32) === 110 ? 2 : 0
}

const units = new Set('am pm bn mn tn km kg cm mm mph kph gmt utc hrs min'.split(' '))

/** "7pm", "5bn": where the unit starts; `start` when the word is not a number with a unit. */
function unitCut(text: string, start: number, end: number): number {
  if (classOf(text.charCodeAt(start)) !== DIGIT || !isLetter(classOf(text.charCodeAt(end - 1)))) return start
  let cut = end
  while (cut > start && isLetter(classOf(text.charCodeAt(cut - 1)))) cut--
  if (cut === end || end - cut > 3 || classOf(text.charCodeAt(cut - 1)) !== DIGIT) return start
  return units.has(text.slice(cut, end).toLowerCase()) ? cut : start
}

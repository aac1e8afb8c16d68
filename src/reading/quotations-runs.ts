// Quotations: the runs of text between quotation marks, straight or curly, single or double, over one or several paragraphs.
import type { Span } from '../language/span.ts'

/** One unbroken run between quotation marks; `start` and `end` leave the marks out. */
export interface QuotedRun extends Span {
  /** Place of the opening mark, and the place after the closing one. */
  open: number
  close: number
  /** Whether the run goes on in the next paragraph, which opens with the mark again. */
  continues: boolean
}

const isLetter = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char)
const isSpace = (char: string | undefined): boolean => char === undefined || /\s/.test(char)
const OPENERS = new Set(['“', '«', '„'])
const CLOSERS = new Set(['”', '»'])

/** The quoted runs of a text, in order and without overlap; a quotation inside a quotation is part of the outer one. Linear. */
export function quotedRuns(text: string, paragraphs: Span[]): QuotedRun[] {
  const runs: QuotedRun[] = []
  paragraphs.forEach((paragraph, index) => {
    scanParagraph(text, paragraph, paragraphs[index + 1], runs)
  })
  return runs
}

interface Opening {
  at: number
  kind: 'curly' | 'straight' | 'single'
  /** Marks opened inside and not yet closed. */
  depth: number
  /** Single marks: where the run closes, looked up when it opens. */
  close: number
}

function scanParagraph(text: string, paragraph: Span, next: Span | undefined, runs: QuotedRun[]): void {
  let opening: Opening | null = null
  const nests = isBalanced(text, paragraph)
  for (let at = paragraph.start; at < paragraph.end; at++) {
    const char = text[at]!
    if (opening === null) {
      opening = openingAt(text, at, paragraph)
    } else if (opening.kind === 'curly' && OPENERS.has(char)) opening.depth++
    else if (closes(text, at, opening)) {
      if (opening.depth > 0) opening.depth--
      else {
        addRun(text, opening, at, runs, false)
        opening = null
      }
    } else if (nests && reopens(text, at, opening)) opening.depth++
    else if (reopens(text, at, opening)) opening = { at, kind: 'straight', depth: 0, close: 0 }
  }
  if (opening && opening.kind !== 'single' && next && continuesIn(text, opening, next))
    addRun(text, opening, paragraph.end, runs, true)
}

/** The opening at `at`, when a mark opens there. A single mark opens only where it also closes in the paragraph. */
function openingAt(text: string, at: number, paragraph: Span): Opening | null {
  const char = text[at]!
  if (OPENERS.has(char)) return { at, kind: 'curly', depth: 0, close: 0 }
  if (char !== '"' && char !== '‘' && char !== "'") return null
  const [before, after] = [text[at - 1], text[at + 1]]
  if (isSpace(after) || isLetter(before) || (before !== undefined && /[.,!?%)\]]/.test(before))) return null
  if (char === '"') return { at, kind: 'straight', depth: 0, close: 0 }
  // "the '90s" opens nothing.
  const close = /[\p{L}[(“]/u.test(after!) ? singleClose(text, at, paragraph) : 0
  return close > 0 ? { at, kind: 'single', depth: 0, close } : null
}

const SINGLE_REACH = 1200
/** Place of the single mark that closes one opened at `open`; 0 when there is none near. An apostrophe inside a word never closes. */
function singleClose(text: string, open: number, paragraph: Span): number {
  const mark = text[open] === '‘' ? '’' : "'"
  const limit = Math.min(paragraph.end, open + SINGLE_REACH)
  let possible = 0
  for (let at = open + 1; at < limit; at++) {
    if (text[at] !== mark || isLetter(text[at + 1]) || isSpace(text[at - 1])) continue
    // "the ministers' plan": a plural's apostrophe closes only when nothing better follows.
    const plural = /s/i.test(text[at - 1]!) && text[at + 1] === ' ' && /[a-z]/.test(text[at + 2] ?? '')
    if (!plural) return at
    if (!possible) possible = at
  }
  return possible
}

function closes(text: string, at: number, opening: Opening): boolean {
  const char = text[at]!
  if (opening.kind === 'single') return at === opening.close
  if (char === '"' && !isSpace(text[at - 1])) return true
  return CLOSERS.has(char)
}

/** Whether as many straight marks open as close in a paragraph: then one that opens inside a run is a quotation within. */
function isBalanced(text: string, paragraph: Span): boolean {
  let balance = 0
  for (let at = paragraph.start; at < paragraph.end; at++) {
    if (text[at] !== '"') continue
    balance += at === paragraph.start || isSpace(text[at - 1]) || /[([—–]/.test(text[at - 1]!) ? 1 : -1
  }
  return balance === 0
}

/** A straight mark with space before and a letter behind, inside a straight run: the first one was never closed. */
const reopens = (text: string, at: number, opening: Opening): boolean =>
  opening.kind === 'straight' && text[at] === '"' && isSpace(text[at - 1]) && isLetter(text[at + 1])

/** Whether the next paragraph begins with the opening mark again, as newspapers set long quotations. */
function continuesIn(text: string, opening: Opening, next: Span): boolean {
  let at = next.start
  while (at < next.end && isSpace(text[at])) at++
  return text[at] === text[opening.at]
}

function addRun(text: string, opening: Opening, close: number, runs: QuotedRun[], continues: boolean): void {
  let [start, end] = [opening.at + 1, close]
  while (start < end && isSpace(text[start])) start++
  while (end > start && (isSpace(text[end - 1]) || text[end - 1] === ',')) end--
  // The full stop belongs to the sentence, not to the words; "…" and "?" belong to the words.
  if (
    text[end - 1] === '.' &&
    text[end - 2] !== '.' &&
    !/\b\p{Lu}$/u.test(text.slice(Math.max(0, end - 3), end - 1))
  )
    end--
  if (end > start)
    runs.push({ start, end, open: opening.at, close: continues ? close : close + 1, continues })
}

/** Number of words in a run. */
export const wordCount = (words: string): number =>
  words.match(/[\p{L}\p{N}]+(?:[-'’.][\p{L}\p{N}]+)*/gu)?.length ?? 0

/** Words folded for comparison: "Unilateralism and hegemonism." is said again as "unilateralism and hegemonism". */
export const foldWords = (words: string): string =>
  ` ${words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `

/** "One China", "Belt and Road Initiative": every word that counts has a capital, so it is a name and nothing said. */
export function isName(words: string): boolean {
  const content =
    words.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.filter((word) => !SMALL.has(word.toLowerCase())) ?? []
  return content.length > 0 && content.every((word) => /^[\p{Lu}\p{N}]/u.test(word))
}
const SMALL = new Set('a an the of for and or to in on at by with from as de la'.split(' '))

// Groups tokens into paragraphs (lines) and sentences.
import type { Abbreviations } from './abbreviations.ts'
import type { Sentence } from './analysis.ts'
import { BREAK, classOf, DIGIT, LOWER, UPPER } from './characters.ts'
import type { Span } from './span.ts'
import type { TokenSpans } from './tokenizer.ts'

export interface Division {
  paragraphs: Span[]
  sentences: Sentence[]
}

/** A parser needs an end somewhere: a line without a stop is cut after this many tokens. */
const longest = 240

/** Paragraphs are lines; sentences lie within them. Every token is in exactly one sentence. */
export function divide(text: string, tokens: TokenSpans, abbreviations: Abbreviations): Division {
  const division: Division = { paragraphs: [], sentences: [] }
  let first = 0
  while (first < tokens.count) {
    let last = first + 1
    while (last < tokens.count && !breaks(text, tokens.ends[last - 1]!, tokens.starts[last]!)) last++
    division.paragraphs.push({ start: tokens.starts[first]!, end: tokens.ends[last - 1]! })
    divideLine({ text, tokens, abbreviations, first, last }, division)
    first = last
  }
  return division
}

interface Line {
  text: string
  tokens: TokenSpans
  abbreviations: Abbreviations
  first: number
  last: number
}

function breaks(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (classOf(text.charCodeAt(at)) === BREAK) return true
  return false
}

function divideLine(line: Line, division: Division): void {
  let first = line.first
  for (let token = line.first; token < line.last; token++) {
    const found = endAfter(line, token, first)
    if (found === 0 && token - first < longest - 1) continue
    const end = Math.min(found === 0 ? token + 1 : found, first + longest)
    push(line, division, first, end)
    first = end
    token = end - 1
  }
  if (first < line.last) push(line, division, first, line.last)
}

function push(line: Line, { sentences, paragraphs }: Division, first: number, last: number): void {
  sentences.push({
    index: sentences.length,
    paragraph: paragraphs.length - 1,
    first,
    last,
    start: line.tokens.starts[first]!,
    end: line.tokens.ends[last - 1]!,
  })
}

/** The token after the sentence that ends with `token` and its closing marks; 0 when none ends there. */
function endAfter(line: Line, token: number, first: number): number {
  const ending = endingOf(line, token)
  if (ending === NONE) return 0
  let next = token + 1
  while (next < line.last && closes(line, next)) next++
  if (next === line.last) return next
  // "1. The two sides agreed": the number belongs to its sentence
  if (ending === STOP && token - first <= 1 && isEnumerator(line, first, token)) return 0
  return starts(line, next, ending, next > token + 1) ? next : 0
}

const NONE = 0
const STOP = 1
const CALL = 2
const ABBREVIATION = 3
const DOTS = 4

/** How `token` might end a sentence: STOP ".", CALL "?" or "!", ABBREVIATION "D.C.", DOTS "...". */
function endingOf({ text, tokens, abbreviations }: Line, token: number): number {
  const start = tokens.starts[token]!
  const end = tokens.ends[token]!
  const last = text.charCodeAt(end - 1)
  if (last === 33 || last === 63 || last === 0x3002) return CALL
  if (last === 0x2026) return DOTS
  if (last !== 46) return NONE
  if (end - start === 1) return STOP
  if (text.charCodeAt(start) === 46) return DOTS
  return abbreviations.titles.has(text.slice(start, end - 1).toLowerCase()) ? NONE : ABBREVIATION
}

const closing = new Set([...')]}"”’\'»'].map((mark) => mark.charCodeAt(0)))

/** A closing quotation mark or bracket that hangs on what stands before it. */
function closes({ text, tokens }: Line, token: number): boolean {
  const start = tokens.starts[token]!
  return (
    closing.has(text.charCodeAt(start)) &&
    tokens.ends[token - 1]! === start &&
    tokens.ends[token]! - start <= 2
  )
}

function isEnumerator({ text, tokens }: Line, first: number, token: number): boolean {
  if (token === first) return true
  const start = tokens.starts[first]!
  const length = tokens.ends[first]! - start
  return (
    length <= 3 &&
    (classOf(text.charCodeAt(start)) === DIGIT || (length === 1 && text.charCodeAt(start) !== 73))
  )
}

/** Whether a sentence can start at `token`, after that ending. */
function starts(line: Line, token: number, ending: number, closed: boolean): boolean {
  const { text, tokens } = line
  const start = tokens.starts[token]!
  const kind = classOf(text.charCodeAt(start))
  // "end.Then" without a space is one more sentence; "9.5" never comes here
  if (kind === LOWER) return false
  if (kind === UPPER) return startsUpper(line, token, ending, closed)
  if (kind === DIGIT) return ending === STOP || ending === CALL || closed
  return opens(text, start) || (ending !== ABBREVIATION && !continues.has(text.charCodeAt(start)))
}

const continues = new Set([...',;:.)]}-–—%'].map((mark) => mark.charCodeAt(0)))
const opening = new Set([...'"“‘([{\'«•*'].map((mark) => mark.charCodeAt(0)))
const opens = (text: string, at: number): boolean => opening.has(text.charCodeAt(at))

/** Words that begin a sentence but hardly ever go on after an abbreviation: "U.S. The", not "U.S. President". */
const starters = new Set(
  (
    'the a an this that these those he she it they we you i his her its their our my in on at by for from with as of to into ' +
    'after before during since until while when where if although though because however meanwhile but and so yet or nor also ' +
    'there here both each every some many most no not who what which how why earlier later last next then now today yesterday ' +
    'asked according despite over under between among through following speaking addressing separately additionally finally ' +
    'instead such all another several one two'
  ).split(' '),
)

function startsUpper(line: Line, token: number, ending: number, closed: boolean): boolean {
  if (ending === ABBREVIATION) return startsAfterAbbreviation(line, token)
  if (ending === CALL && closed) return !attributes(line, token)
  return true
}

function startsAfterAbbreviation({ text, tokens }: Line, token: number): boolean {
  const word = text.slice(tokens.starts[token]!, tokens.ends[token]!)
  if (word.length > 12 || !starters.has(word.toLowerCase())) return false
  // "MADE IN THE U.S. IN 2019": capitals throughout tell nothing
  return word.length === 1 || word !== word.toUpperCase()
}

const saying = new Set('said asked says asks told added replied wondered exclaimed wrote'.split(' '))

/** '"Will it hold?" Minister Oduya asked.': the quotation and its speaker are one sentence. */
function attributes({ text, tokens, last }: Line, token: number): boolean {
  for (let at = token + 1; at < last && at < token + 6; at++) {
    const word = text.slice(tokens.starts[at]!, tokens.ends[at]!)
    if (saying.has(word)) return at + 1 >= last || !opens(text, tokens.starts[at + 1]!)
    if (word === ',' || classOf(word.charCodeAt(0)) === LOWER) return false
  }
  return false
}

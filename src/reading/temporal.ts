// Times: finds every expression of time in the text and resolves it against publication, headings, tense and neighbouring dates.
import type { Sentence } from '../language/analysis.ts'
import { parseDay } from './calendar.ts'
import type { Draft, Step, TimeExpression } from './draft.ts'
import { type DayInterval, edtfDays } from './edtf.ts'
import { chainedTimes } from './temporal-chains.ts'
import { type Found, monthIndex, type Tense, type TimeContext } from './temporal-context.ts'
import { calendarDates } from './temporal-dates.ts'
import { type Heading, headingOf, headsParagraph } from './temporal-headings.ts'
import { type Lexeme, lexemesOf, monthOf, seasonOf, shortMonthOf, weekdayIn } from './temporal-lexemes.ts'
import { relativeTimes } from './temporal-relative.ts'
import { timeSpans } from './temporal-spans.ts'
import { stayTimes } from './temporal-stays.ts'
import { isOfSaying, tenseAt } from './temporal-tense.ts'
import { weekdays } from './temporal-weekdays.ts'
import { placedTimes } from './temporal-weeks.ts'

const RULES = [
  ...placedTimes,
  ...stayTimes,
  ...chainedTimes,
  ...timeSpans,
  ...weekdays,
  ...relativeTimes,
  ...calendarDates,
]

/** Words that can start an expression; everything else is passed over without trying a rule. */
const STARTERS = new Set(
  `the a an one two three four five six seven eight nine ten twelve couple fortnight in that this last past next coming current earlier later
  yesterday today tonight tomorrow overnight day week month year weekend early mid late beginning start middle end close before first
  second third fourth fifth sixth his her their its recently soon shortly at days weeks months years decades hours previous preceding weeklong daylong
  monthlong yearlong weekendlong new several few half turn final opening within`.split(/\s+/),
)

const mayStart = (lexeme: Lexeme): boolean =>
  !Number.isNaN(lexeme.value) ||
  lexeme.kind === 'number' ||
  STARTERS.has(lexeme.lower) ||
  monthOf(lexeme) > 0 ||
  shortMonthOf(lexeme) > 0 ||
  weekdayIn(lexeme) >= 0 ||
  seasonOf(lexeme) >= 0 ||
  /^\d/.test(lexeme.text) ||
  lexeme.text === 'Christmas' ||
  lexeme.text === 'Good' ||
  lexeme.text === 'Easter'

/** The longest expression that starts at this lexeme; the earlier rule where two are as long. */
function findAt(lexemes: Lexeme[], at: number): Found | null {
  if (!mayStart(lexemes[at]!)) return null
  let best: Found | null = null
  for (const rule of RULES) {
    const found = rule(lexemes, at)
    if (found && found.next > (best?.next ?? at)) best = found
  }
  return best
}

/** What is carried from sentence to sentence. */
interface Progress {
  anchor: DayInterval | null
  /** The month named last, as monthIndex. */
  month: number | null
  /** Heading of the paragraph being read, and the one that stands over several paragraphs. */
  heading: DayInterval | null
  standing: DayInterval | null
  /** The last paragraph heading, from which the next one that gives no year counts. */
  latest: DayInterval | null
  paragraph: number
  /** Lower-case name → the date last told of it. */
  named: Map<string, DayInterval>
  /** The year of a chronology that gives no other and no day of publication. */
  only: number | null
}

/** Fills `draft.times`, in text order. Linear; never throws. */
export const resolveTimes: Step = (draft) => {
  const progress: Progress = {
    anchor: null,
    month: null,
    heading: null,
    standing: null,
    latest: null,
    paragraph: -1,
    named: new Map(),
    only: onlyYear(draft),
  }
  draft.times = []
  for (const sentence of draft.analysis.sentences) readSentence(draft, sentence, progress)
}

/** "Chad, 4 June … Malta, 28 – 30 November 2015": the rows of a table whose title is lost are of the only year it names. */
export function onlyYear({ genre, publishedOn, analysis }: Draft): number | null {
  if (genre !== 'chronology' || publishedOn !== null) return null
  const years = new Set(
    [...analysis.text.matchAll(/(?<![\d.,])(?:19|20)\d\d(?![\d.,]*\d)/g)].map(([year]) => year),
  )
  return years.size === 1 ? Number([...years][0]) : null
}

/** A cheap look before the words are cut: most sentences of a statement hold no time at all. */
const MAY_HOLD_TIME =
  /\d|day|week|month|year|decade|fortnight|hour|morning|night|evening|afternoon|tomorrow|spring|summer|autumn|fall|winter|since|soon|recent|short|quarter|half|long|ahead|future|later|early|earlier|course|turn|ago|\beve\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|easter|christmas/i

function readSentence(draft: Draft, sentence: Sentence, progress: Progress): void {
  const opens = sentence.paragraph !== progress.paragraph
  if (opens) [progress.paragraph, progress.heading] = [sentence.paragraph, progress.standing]
  if (!MAY_HOLD_TIME.test(draft.analysis.text.slice(sentence.start, sentence.end))) return
  const lexemes = lexemesOf(draft.analysis.text, sentence.start, sentence.end)
  const cursor = { token: sentence.first, year: null as number | null, since: -1 }
  const before = draft.times.length
  for (let at = 0; at < lexemes.length; ) {
    // "he has since been dismissed" opens no window.
    if (
      lexemes[at]!.lower === 'since' &&
      !/^(has|have|had|was|were|long)$/.test(lexemes[at - 1]?.lower ?? '')
    )
      cursor.since = at
    else if (cursor.since >= 0 && /^[,;:()–—]$/.test(lexemes[at]!.text))
      closeSince(draft, lexemes, at, cursor)
    const found = findAt(lexemes, at)
    if (!found) at++
    else {
      const heads = opens && draft.times.length === before && isHeading(draft, sentence, lexemes, at, found)
      if (heads) progress.heading = progress.standing ?? progress.latest
      const time = addTime(draft, sentence, lexemes, at, found, progress, cursor)
      if (heads && time) head(draft, sentence, time, progress)
      cursor.since = -1
      at = found.next
    }
  }
  closeSince(draft, lexemes, lexemes.length, cursor)
  rememberNames(draft, sentence, before, progress.named)
}

interface Cursor {
  token: number
  year: number | null
  /** Lexeme of a "since" that no date has followed yet; -1: none. */
  since: number
}

function addTime(
  draft: Draft,
  sentence: Sentence,
  lexemes: Lexeme[],
  at: number,
  found: Found,
  progress: Progress,
  cursor: Cursor,
): TimeExpression | null {
  const window = windowWord(lexemes, at, cursor.since)
  const start = window ? window.at : at
  const [first, last] = tokensOf(draft, sentence, lexemes[start]!.start, lexemes[found.next - 1]!.end, cursor)
  const context: TimeContext = {
    published: parseDay(draft.publishedOn),
    heading: progress.heading,
    anchor: progress.anchor,
    month: progress.month,
    year: cursor.year ?? progress.only,
    tense: window?.side === 'after' ? 'past' : tenseOf(draft, sentence, first, last),
    dateOfNames: (names) =>
      names.map((name) => progress.named.get(name)).findLast((date) => date !== undefined) ?? null,
  }
  const edtf = found.resolve(context)
  if (edtf === null && found.optional) return null
  const time: TimeExpression = {
    ...spanOf(draft, lexemes[start]!.start, lexemes[found.next - 1]!.end),
    first,
    last,
    edtf,
    kind: found.kind,
    days: found.days,
  }
  if (window && edtf !== null) openWindow(time, window.side)
  else if (opensThen(lexemes, at, found, context.tense)) openEnd(time)
  draft.times.push(time)
  const days = edtfDays(edtf)
  const toldHere = (draft.times.at(-2)?.start ?? -1) >= sentence.start
  if (days && time.kind !== 'since' && !(toldHere && isOfSaying(lexemes, at))) progress.anchor = days
  if (days && days.last - days.first < 31) progress.month = monthIndex(days.first)
  if (edtf !== null && time.kind === 'interval' && /^\d{4}$/.test(edtf)) cursor.year = Number(edtf)
  return time
}

const spanOf = (draft: Draft, start: number, end: number): { start: number; end: number; exact: string } => ({
  start,
  end,
  exact: draft.analysis.text.slice(start, end),
})

/** "since 2019", "since his inauguration Wednesday", "until Monday", "by 2030": the word before that makes a date a bound. */
function windowWord(
  lexemes: Lexeme[],
  at: number,
  since: number,
): { at: number; side: 'after' | 'before' } | null {
  const word = lexemes[at - 1]?.lower ?? ''
  if (word === 'since') return { at: at - 1, side: 'after' }
  // "since the start of the year"
  if (word === 'the' && lexemes[at - 2]?.lower === 'since') return { at: at - 2, side: 'after' }
  // A noun straight before the date belongs to the window; "since the envoy came in 2008" has a date of its own.
  if (
    since >= 0 &&
    at - since < 7 &&
    /^\p{L}/u.test(word) &&
    !/^(in|on|at|of|from|during|the|early|late|to)$/.test(word)
  )
    return { at: since, side: 'after' }
  return word === 'until' || word === 'till' || word === 'by' ? { at: at - 1, side: 'before' } : null
}

/** "beginning May 12", "from tomorrow": the first of the days, the last is not told. */
const opensThen = (lexemes: Lexeme[], at: number, found: Found, tense: Tense | null): boolean => {
  const word = lexemes[at - 1]?.lower ?? ''
  return (
    found.kind === 'day' &&
    (/^(?:beginning|starting)$/.test(word) ||
      (word === 'from' && (tense === 'future' || tense === 'planned')))
  )
}

function openEnd(time: TimeExpression): void {
  if (time.edtf === null || !/^\d{4}-\d\d-\d\d$/.test(time.edtf)) return
  time.kind = 'interval'
  time.edtf = `${time.edtf}/..`
}

function openWindow(time: TimeExpression, side: 'after' | 'before'): void {
  const [from, to] = time.edtf!.split('/')
  time.kind = 'since'
  time.edtf = side === 'after' ? `${from}/..` : `../${to ?? from}`
}

/** "since the border closure": a window that opens with an event; nobody here knows its date. */
function closeSince(draft: Draft, lexemes: Lexeme[], at: number, cursor: Cursor): void {
  const since = cursor.since
  cursor.since = -1
  let end = Math.min(at, since + 14)
  while (end > since && lexemes[end - 1]!.kind === 'mark') end--
  if (since < 0 || end - since < 2) return
  const span = spanOf(draft, lexemes[since]!.start, lexemes[end - 1]!.end)
  const [first, last] = tokensOf(draft, null, span.start, span.end, cursor)
  draft.times.push({ ...span, first, last, edtf: null, kind: 'since', days: null })
}

/** Tokens that a stretch of text covers, looked for from where the last one was found: linear over a sentence. */
function tokensOf(
  draft: Draft,
  sentence: Sentence | null,
  start: number,
  end: number,
  cursor: Cursor,
): [first: number, last: number] {
  const { tokens } = draft.analysis
  const limit = sentence?.last ?? tokens.length
  let first = cursor.token
  while (first > 0 && tokens[first - 1] && tokens[first - 1]!.end > start) first--
  while (first < limit && tokens[first]!.end <= start) first++
  let last = first
  while (last < limit && tokens[last]!.start < end) last++
  cursor.token = first
  return [first, Math.max(last, first)]
}

const fills = (draft: Draft, sentence: Sentence, lexemes: Lexeme[], next: number): boolean => {
  const paragraph = draft.analysis.paragraphs[sentence.paragraph]
  return (
    paragraph !== undefined &&
    sentence.end >= paragraph.end - 1 &&
    sentence.start <= paragraph.start + 1 &&
    lexemes.length - next <= 1
  )
}

const isHeading = (draft: Draft, sentence: Sentence, lexemes: Lexeme[], at: number, found: Found): boolean =>
  (found.kind === 'day' || found.kind === 'interval') &&
  headsParagraph(lexemes, at, found.next, fills(draft, sentence, lexemes, found.next))

/** Lets the paragraph's first expression stand over the paragraph, or over those that follow when it is all of it. */
function head(draft: Draft, sentence: Sentence, time: TimeExpression, progress: Progress): void {
  const paragraph = draft.analysis.paragraphs[sentence.paragraph]
  const alone = paragraph !== undefined && paragraph.end - time.end <= 2
  const heading: Heading | null = headingOf(time.edtf, alone, sentence.paragraph, draft.publishedOn)
  progress.heading = heading?.interval ?? progress.standing
  if (!heading) return
  progress.latest = heading.interval
  if (heading.alone) progress.standing = heading.interval
}

/** Keeps for each capitalized word of the sentence the date nearest to it: what "the week before Okello came" asks for. */
function rememberNames(
  draft: Draft,
  sentence: Sentence,
  from: number,
  named: Map<string, DayInterval>,
): void {
  const times = draft.times.slice(from).filter((time) => time.kind === 'day' || time.kind === 'interval')
  if (times.length === 0) return
  let near = 0
  for (let at = sentence.first; at < sentence.last; at++) {
    const { text } = draft.analysis.tokens[at]!
    if (text.length < 3 || text[0] === text[0]!.toLowerCase()) continue
    while (
      near + 1 < times.length &&
      Math.abs(times[near + 1]!.first - at) <= Math.abs(times[near]!.first - at)
    )
      near++
    const days = edtfDays(times[near]!.edtf)
    if (days && days.last - days.first < 32) named.set(text.toLowerCase(), days)
  }
}

/** The expressions of one sentence, in order. `draft.times` must stand. */
export function timesIn(draft: Draft, sentenceIndex: number): TimeExpression[] {
  const sentence = draft.analysis.sentences[sentenceIndex]
  return sentence ? timesBetween(draft, sentence.first, sentence.last) : []
}

/** The expressions that start among the tokens `first` up to, not including, `last`. */
export function timesBetween(draft: Draft, first: number, last: number): TimeExpression[] {
  let [low, high] = [0, draft.times.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (draft.times[middle]!.first < first) low = middle + 1
    else high = middle
  }
  const found: TimeExpression[] = []
  for (let at = low; at < draft.times.length && draft.times[at]!.first < last; at++)
    found.push(draft.times[at]!)
  return found
}

/** Tense at an expression; "MONDAY." over an item that says what somebody does that day is told in the tense of the item. */
function tenseOf(draft: Draft, sentence: Sentence, first: number, last: number): TimeContext['tense'] {
  const told = tenseAt(draft.analysis, sentence, first, last)
  const next = draft.analysis.sentences[sentence.index + 1]
  const alone = first === sentence.first && last >= sentence.last - 1
  if (told !== null || !alone || next?.paragraph !== sentence.paragraph) return told
  return tenseAt(draft.analysis, next, next.first, next.first)
}

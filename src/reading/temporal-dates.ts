// Calendar dates and ranges of them: "8 April", "April 11–13, 2022", "from the 9th to the 11th", "in March 2021", "2019".
import { civilDay, dayNumber } from './calendar.ts'
import { edtfOfDays } from './edtf.ts'
import {
  anchorOf,
  edtfDay,
  edtfMonths,
  edtfYears,
  type Found,
  monthIndex,
  type TimeContext,
  type TimeRule,
  yearFor,
} from './temporal-context.ts'
import { dayOf, type Lexeme, monthOf, shortMonthOf, stepOf, weekdayIn, yearOf } from './temporal-lexemes.ts'

/** A date as written: what is not written is 0. */
interface Written {
  year: number
  month: number
  day: number
  next: number
}

const DASH = new Set(['-', '–', '—', '−', '‑'])
const isDash = (lexeme: Lexeme | undefined): boolean => lexeme !== undefined && DASH.has(lexeme.text)

/** "to", "through", "and", a dash: what joins the two ends of a range. Gives the place after it, or 0. */
function afterJoin(lexemes: Lexeme[], at: number, words: readonly string[]): number {
  const lexeme = lexemes[at]
  if (isDash(lexeme)) return at + 1
  return lexeme && words.includes(lexeme.lower) ? at + 1 : 0
}
const RANGE_WORDS = ['to', 'through', 'until', 'till', 'and', '&', '/'] as const

/** A month beside a number may be abbreviated, with a full stop: "Dec. 3". Gives month and the place after it. */
function monthAt(lexemes: Lexeme[], at: number): [month: number, next: number] {
  const month = monthOf(lexemes[at]) || shortMonthOf(lexemes[at])
  if (!month) return [0, at]
  const abbreviated = !monthOf(lexemes[at]) || lexemes[at]!.text.length <= 3
  return [month, abbreviated && lexemes[at + 1]?.text === '.' ? at + 2 : at + 1]
}

/** A year that follows, after a comma or "of" or not: "April 8, 2024". */
function yearAfter(lexemes: Lexeme[], at: number): [year: number, next: number] {
  const step = lexemes[at]?.text === ',' || lexemes[at]?.lower === 'of' ? 1 : 0
  const year = yearOf(lexemes[at + step])
  // "in May, 2000 soldiers …" is no year.
  if (!year || (step && /^[a-z]/.test(lexemes[at + 2]?.text ?? '') && COUNTED.test(lexemes[at + 2]!.text)))
    return [0, at]
  return [year, at + step + 1]
}
const COUNTED =
  /^(people|soldiers|troops|men|women|tons|tonnes|students|delegates|workers|dollars|euros|cars)$/

/** "April 8", "April 8, 2024"; the day in digits. */
function monthFirst(lexemes: Lexeme[], at: number): Written | null {
  const [month, afterMonth] = monthAt(lexemes, at)
  const dayPlace = lexemes[afterMonth]?.lower === 'the' ? afterMonth + 1 : afterMonth
  const day = month ? dayOf(lexemes[dayPlace]) : 0
  // "May 10 percent": only a day when no unit follows. "March 10:30": the lexeme is no number then.
  if (
    !day ||
    /^(percent|per|%|million|billion|years?|months?|weeks?|hours?)$/.test(lexemes[dayPlace + 1]?.lower ?? '')
  )
    return null
  const [year, next] = yearAfter(lexemes, dayPlace + 1)
  return { year, month, day, next }
}

/** "8 April", "8th of April 2024", "the 8th April". */
function dayFirst(lexemes: Lexeme[], at: number): Written | null {
  const start = lexemes[at]?.lower === 'the' ? at + 1 : at
  const day = dayOf(lexemes[start])
  if (!day) return null
  const [month, afterMonth] = monthAt(lexemes, lexemes[start + 1]?.lower === 'of' ? start + 2 : start + 1)
  if (!month) return null
  const [year, next] = yearAfter(lexemes, afterMonth)
  return { year, month, day, next }
}

const oneDate = (lexemes: Lexeme[], at: number): Written | null =>
  monthFirst(lexemes, at) ?? dayFirst(lexemes, at)

function found(from: Written, to: Written): Found {
  return {
    next: to.next,
    kind: from.month === to.month && from.day === to.day && from.year === to.year ? 'day' : 'interval',
    days: null,
    resolve: (context) => resolveDays(from, to, context),
  }
}

function resolveDays(from: Written, to: Written, context: TimeContext): string | null {
  let first = from.year || to.year || yearFor(from.month, from.day, context)
  const last = to.year || first
  if (first === null || last === null) return null
  // "from 29 November to 3 January 2022" began in the year before; "December 30 to January 2" ends in the next.
  const turns = to.month < from.month
  if (turns && !from.year && to.year) first = last - 1
  const end = turns && !to.year ? first + 1 : last
  if (!edtfDay(first, from.month, from.day) || !edtfDay(end, to.month, to.day)) return null
  const [a, b] = [dayNumber(first, from.month, from.day), dayNumber(end, to.month, to.day)]
  return a <= b ? edtfOfDays(a, b) : null
}

/** "2024-04-08", "2024-04-08/2024-04-09", "08.04.2024". */
const isoDate: TimeRule = (lexemes, at) => {
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(lexemes[at]?.text ?? '')
  if (dotted) {
    const date = { day: Number(dotted[1]), month: Number(dotted[2]), year: Number(dotted[3]), next: at + 1 }
    return date.month >= 1 && date.month <= 12 ? found(date, date) : null
  }
  const year = yearOf(lexemes[at])
  const [month, day] = [lexemes[at + 2], lexemes[at + 4]]
  if (!year || lexemes[at + 1]?.text !== '-' || lexemes[at + 3]?.text !== '-' || month?.text.length !== 2)
    return null
  if (!(month.value >= 1 && month.value <= 12) || !dayOf(day)) return null
  const date = { year, month: month.value, day: dayOf(day), next: at + 5 }
  return found(date, date)
}

/** "5-6 May 2021", "from 3 to 5 May", "July 19 and 20", "March 31–April 1, 2016", "9 April to 2 May". */
const dayRange: TimeRule = (lexemes, at) => {
  const first = oneDate(lexemes, at)
  const range = first
    ? rangeFrom(lexemes, first, lexemes[at - 1]?.lower === 'between')
    : sharedMonth(lexemes, at)
  return range && ofSteppedYear(lexemes, range)
}

/** "on Oct. 13 this year", "3 May last year": the year told by a word. */
function ofSteppedYear(lexemes: Lexeme[], range: Found): Found {
  const relative = relativeYear(lexemes, range.next)
  if (!relative) return range
  return {
    ...range,
    next: relative.next,
    resolve: (context) =>
      range.resolve(
        context.published === null
          ? context
          : { ...context, year: civilDay(context.published).year + relative.step, tense: 'past' },
      ),
  }
}

/** From a whole date on: a second date, a second day of the month, or nothing more. */
function rangeFrom(lexemes: Lexeme[], first: Written, between: boolean): Found {
  const join = afterJoin(lexemes, first.next, RANGE_WORDS)
  if (!join) return found(first, first)
  const start = weekdayIn(lexemes[join]) >= 0 ? join + (lexemes[join + 1]?.text === ',' ? 2 : 1) : join
  const isAnd = !between && ['and', '&'].includes(lexemes[join - 1]!.lower)
  const second = oneDate(lexemes, start)
  // "on 5 May and 9 June": two dates, unless they adjoin.
  if (second && !(isAnd && !adjoins(first, second))) return found(first, second)
  const day = dayOf(lexemes[start])
  const aloneIsDay = day > first.day && !second && !(isAnd && day !== first.day + 1)
  if (!aloneIsDay || /^(percent|%|million|years?|others?|months?)$/.test(lexemes[start + 1]?.lower ?? ''))
    return found(first, first)
  const [year, next] = yearAfter(lexemes, start + 1)
  return found({ ...first, year: first.year || year }, { ...first, day, year: first.year || year, next })
}

const adjoins = (a: Written, b: Written): boolean =>
  a.month === b.month ? b.day === a.day + 1 : b.month === (a.month % 12) + 1 && b.day === 1 && a.day >= 28

/** "5-6 May", "3 to 5 May", "14 and 15 August", "4, 5 and 6 August": the month stands with the last day only. */
function sharedMonth(lexemes: Lexeme[], at: number): Found | null {
  const start = lexemes[at]?.lower === 'the' ? at + 1 : at
  const day = dayOf(lexemes[start])
  if (!day || isDash(lexemes[start - 1])) return null
  let place = start + 1
  if (lexemes[place]?.text === ',' && dayOf(lexemes[place + 1]) === day + 1) place += 2
  const join = afterJoin(lexemes, place, RANGE_WORDS)
  const second = join ? dayFirst(lexemes, join) : null
  if (!second || second.day <= day) return null
  // "on 3 and 9 April": two days
  const apart = ['and', '&'].includes(lexemes[join - 1]!.lower) && lexemes[at - 1]?.lower !== 'between'
  if (apart && second.day > day + 1 && place === start + 1)
    return found({ ...second, day }, { ...second, day, next: place })
  return found({ ...second, day }, second)
}

/** "from the 9th to the 11th", "on the 17th": the month is that of the date named before. */
const ordinalDay: TimeRule = (lexemes, at) => {
  if (lexemes[at]?.lower !== 'the' || !lexemes[at + 1]?.ordinal || lexemes[at + 1]?.kind !== 'number')
    return null
  const day = dayOf(lexemes[at + 1])
  if (!day || !DAY_LEADS.has(lexemes[at - 1]?.lower ?? '')) return null
  const join = afterJoin(lexemes, at + 2, RANGE_WORDS)
  const secondPlace = lexemes[join]?.lower === 'the' ? join + 1 : join
  const last = join && lexemes[secondPlace]?.ordinal ? dayOf(lexemes[secondPlace]) : 0
  const next = last > day ? secondPlace + 1 : at + 2
  const told = monthBehind(lexemes, next)
  const following = lexemes[next]
  // "on the 4th floor", "to the 75th anniversary": an ordinal before a noun is no day.
  if (
    !told &&
    following?.kind === 'word' &&
    // "On the 4th Belkor was …"
    !(lexemes[at - 1]?.text === 'On' && following.text[0] !== following.lower[0]) &&
    !AFTER_DAY.has(following.lower) &&
    !/^(?!meet|gather|hear)\w+(?:ing|ly)$/.test(following.lower)
  )
    return null
  return {
    next: told?.next ?? next,
    kind: last > day ? 'interval' : 'day',
    days: null,
    resolve: (context) =>
      daysInMonthAt(told ? told.month(context) : monthOfDay(day, context), day, Math.max(last, day)),
  }
}

/** "the 23rd of last month", "the 9th of that month". */
function monthBehind(
  lexemes: Lexeme[],
  at: number,
): { next: number; month: (context: TimeContext) => number | null } | null {
  if (lexemes[at]?.lower !== 'of') return null
  const the = lexemes[at + 1]?.lower === 'the' ? at + 2 : at + 1
  const word = lexemes[the]?.lower ?? ''
  const bare = the > at + 1 && word === 'month'
  if (!bare && lexemes[the + 1]?.lower !== 'month') return null
  const step = stepOf(lexemes[the]) ?? (word === 'following' ? 1 : word === 'previous' ? -1 : 0)
  const ofAnchor = bare || /^(?:that|same|following|previous)$/.test(word)
  return {
    next: bare ? the + 1 : the + 2,
    month: (context) => {
      const base = ofAnchor
        ? context.month
        : context.published === null
          ? null
          : monthIndex(context.published)
      return base === null ? null : base + step
    },
  }
}
const DAY_LEADS = new Set([
  'on',
  'from',
  'until',
  'till',
  'by',
  'between',
  'since',
  'after',
  'before',
  'to',
  'and',
  'of',
  'for',
])
const AFTER_DAY = new Set(
  'to and in at for on by with the he she it they where when before after as but or his her their until while from of followed met held will would straight direct then there only alone also instead aboard accompanied was were is had has did dealt lasted ended began led came brought took went saw left ran turned'.split(
    ' ',
  ),
)

/** The month that "on the 12th" lies in: the one named last; "left on the 2nd" after "came on the 29th" is of the next. */
function monthOfDay(day: number, context: TimeContext): number | null {
  const anchor = anchorOf(context)
  // "none came since 1996. … arrived on the 12th": a year is no month
  const month = context.month ?? (anchor && Number.isFinite(anchor.first) ? monthIndex(anchor.first) : null)
  if (month === null) return null
  const { published, tense } = context
  // "came on the 22nd", written on the 15th; "will come on the 2nd"
  if (published !== null && month === monthIndex(published) && tense !== null) {
    const today = civilDay(published).day
    if (tense === 'past' && day > today) return month - 1
    return tense === 'future' && day < today - 1 ? month + 1 : month
  }
  const before = anchor && anchor.first === anchor.last ? civilDay(anchor.first).day : 0
  return before - day > 20 ? month + 1 : month
}

function daysInMonthAt(month: number | null, day: number, last: number): string | null {
  if (month === null) return null
  const [year, number] = [Math.floor(month / 12), (month % 12) + 1]
  const [a, b] = [edtfDay(year, number, day), edtfDay(year, number, last)]
  return a && b ? (a === b ? a : `${a}/${b}`) : null
}

/** "March 2021", "in September", "January–June 2021", "March of last year". */
const monthAlone: TimeRule = (lexemes, at) => {
  const [month, afterMonth] = monthAt(lexemes, at)
  if (!month) return null
  const join = afterJoin(lexemes, afterMonth, ['to', 'through', '/'])
  const [last, afterLast] = join ? monthAt(lexemes, join) : [0, 0]
  const [year, next] = yearAfter(lexemes, last ? afterLast : afterMonth)
  const relative = year ? null : relativeYear(lexemes, last ? afterLast : afterMonth)
  if (!year && !relative && !standsAlone(lexemes, at)) return null
  return {
    next: relative ? relative.next : next,
    kind: 'interval',
    days: null,
    resolve: (context) => resolveMonths(month, last || month, year, relative?.step ?? null, context),
  }
}

function resolveMonths(
  month: number,
  last: number,
  year: number,
  step: number | null,
  context: TimeContext,
): string | null {
  const stepped =
    step === null || context.published === null ? 0 : Math.floor(monthIndex(context.published) / 12) + step
  const start = year || stepped || yearFor(month, 15, context)
  if (start === null) return null
  return edtfMonths(start * 12 + month - 1, (last < month ? start + 1 : start) * 12 + last - 1)
}

/** "last year", "of this year", "next year" after a month. */
function relativeYear(lexemes: Lexeme[], at: number): { step: number; next: number } | null {
  const place = lexemes[at]?.lower === 'of' ? at + 1 : at
  const step = stepOf(lexemes[place])
  if (step === undefined || lexemes[place + 1]?.lower !== 'year') return null
  return { step, next: place + 2 }
}

/** A month's name by itself is a date after a preposition or a word like "early"; "Prime Minister May" is none. */
function standsAlone(lexemes: Lexeme[], at: number): boolean {
  const [before, month] = [lexemes[at - 1], lexemes[at]!]
  if (monthOf(month) === 0) return false
  if (before && MONTH_LEADS.has(before.lower)) return true
  if (before && DETERMINERS.test(before.lower) && GATHERING.test(lexemes[at + 1]?.text ?? '')) return true
  if (isDash(before) && /^(mid|early|late)$/.test(lexemes[at - 2]?.lower ?? '')) return true
  return (
    !AMBIGUOUS_MONTHS.has(month.lower) && !(before?.kind === 'word' && before.text[0] !== before.lower[0])
  )
}
/** "the March summit", "their April talks". */
const DETERMINERS = /^(?:the|a|an|his|her|their|its|our)$/
const GATHERING =
  /^(?:summit|meeting|visit|trip|tour|talks|call|conference|session|round|encounter|gathering|election|vote|dinner)s?$/
const MONTH_LEADS = new Set(
  'in since last next this of by until till early late mid from to through during before after between that following previous and for'.split(
    ' ',
  ),
)
/** Also given names, verbs or a modal. */
const AMBIGUOUS_MONTHS = new Set(['march', 'april', 'may', 'june', 'august'])

/** "in 2019", "2016–2019", "the 2019 visit", "the 1990s". */
const yearAlone: TimeRule = (lexemes, at) => {
  const decade = /^(1[5-9]|20|21)\d0s$/.test(lexemes[at]?.lower ?? '')
    ? Number(lexemes[at]!.lower.slice(0, 4))
    : 0
  if (decade)
    return { next: at + 1, kind: 'interval', days: null, resolve: () => edtfYears(decade, decade + 9) }
  const year = yearOf(lexemes[at])
  if (!year || !isYearHere(lexemes, at)) return null
  const join = afterJoin(lexemes, at + 1, ['to', 'through'])
  const last = join ? yearOf(lexemes[join]) || shortYear(year, lexemes[join]) : 0
  const end = Math.max(last, year)
  return {
    next: last > year ? join + 1 : at + 1,
    kind: 'interval',
    days: null,
    resolve: () => edtfYears(year, end),
  }
}

/** "2015-16": the end in two digits; 0 otherwise. */
function shortYear(year: number, end: Lexeme | undefined): number {
  if (end?.kind !== 'number' || end.ordinal || end.text.length !== 2 || end.value <= 12) return 0
  return year - (year % 100) + end.value
}

/** Four digits are a year after a preposition, in brackets, at an end, or before a noun; not "Resolution 1929" or "COP-2021". */
function isYearHere(lexemes: Lexeme[], at: number): boolean {
  const [before, after] = [lexemes[at - 1], lexemes[at + 1]]
  if (before && /^[$€£¥№#]$/.test(before.text)) return false
  if (before && NUMBERED.test(before.lower)) return false
  if (
    isDash(before) &&
    lexemes[at - 2]?.end === before!.start &&
    !/^(mid|early|late|pre|post)$/.test(lexemes[at - 2]!.lower)
  )
    return yearOf(lexemes[at - 2]) > 0
  if (after && (COUNTED.test(after.lower) || /^(utc|gmt|hours|hrs)$/.test(after.lower))) return false
  if (before?.kind === 'word' && before.text[0] !== before.lower[0] && !YEAR_LEADS.has(before.lower))
    return monthOf(before) > 0
  return true
}
const NUMBERED =
  /^(resolutions?|no|number|route|room|article|agenda|unscr|about|some|nearly|almost|around|over|than)$/
const YEAR_LEADS = new Set(
  'in since by until from of during after before through between the early late mid for to and a'.split(' '),
)

/** Calendar dates, the most specific first. */
export const calendarDates: TimeRule[] = [isoDate, dayRange, ordinalDay, monthAlone, yearAlone]

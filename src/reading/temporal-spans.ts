// Stretches of time: seasons, halves, "the end of May", "in the past five years", "two-day", "recently", holidays.
import { civilDay, dayNumber, daysInMonth, easterSunday, formatDay, mondayOf } from './calendar.ts'
import { edtfDays, edtfOfDays } from './edtf.ts'
import {
  anchorOf,
  edtfMonths,
  edtfYears,
  type Found,
  monthIndex,
  type TimeContext,
  type TimeRule,
  todayOf,
  yearFor,
} from './temporal-context.ts'
import { calendarDates } from './temporal-dates.ts'
import { type Lexeme, monthOf, seasonOf, stepOf, yearOf } from './temporal-lexemes.ts'
import { relativeTimes, wordsAt } from './temporal-relative.ts'

const interval = (next: number, resolve: Found['resolve']): Found => ({
  next,
  kind: 'interval',
  days: null,
  resolve,
})

/** "fall 2021", "the spring of 2022", "last autumn", "in the summer", "the following summer". */
const season: TimeRule = (lexemes, at) => {
  const which = seasonOf(lexemes[at])
  if (which < 0) return null
  const lead = lexemes[at - 1]?.lower ?? ''
  const named = seasonYear(lexemes, at + 1)
  if (!named && !(SEASON_LEADS.has(lead) && !isOtherNoun(lexemes, at))) return null
  const next = named?.next ?? at + 1
  return interval(next, (context) => {
    const year = named ? named.year(context) : seasonByLead(which, lead, context)
    return year === null ? null : edtfMonths(year * 12 + 2 + 3 * which, year * 12 + 4 + 3 * which)
  })
}
const SEASON_LEADS = new Set(
  'the this last next early late mid that following previous in since by of until'.split(' '),
)

/** "the fall of the wall", "a fall in prices", "spring water": no season. */
function isOtherNoun(lexemes: Lexeme[], at: number): boolean {
  const after = lexemes[at + 1]?.lower ?? ''
  if (lexemes[at]!.lower === 'fall') return ['of', 'in', 'from', 'into', 'under', 'to'].includes(after)
  return after === 'of' && lexemes[at]!.lower === 'spring'
}

function seasonYear(
  lexemes: Lexeme[],
  at: number,
): { next: number; year: (context: TimeContext) => number | null } | null {
  const place = lexemes[at]?.lower === 'of' || lexemes[at]?.text === ',' ? at + 1 : at
  const year = yearOf(lexemes[place])
  if (year) return { next: place + 1, year: () => year }
  const step = stepOf(lexemes[place])
  if (step === undefined || lexemes[place + 1]?.lower !== 'year') return null
  return {
    next: place + 2,
    year: (context) => (context.published === null ? null : civilDay(context.published).year + step),
  }
}

function seasonByLead(which: number, lead: string, context: TimeContext): number | null {
  const offset = 2 + 3 * which
  const anchor = lead === 'following' || lead === 'that' || lead === 'previous' ? anchorOf(context) : null
  const from = anchor?.last ?? todayOf(context)
  if (from === null || !Number.isFinite(from)) return null
  const own = monthIndex(from)
  const year = Math.floor(own / 12)
  if (lead === 'last' || lead === 'previous') return year * 12 + offset + 2 < own ? year : year - 1
  if (lead === 'next' || lead === 'following') return year * 12 + offset > own ? year : year + 1
  return lead === 'this' || lead === 'that' ? year : yearFor(Math.min(12, offset + 2), 15, context)
}

type Part = 'early' | 'mid' | 'late'
const PARTS = new Map<string, Part>(
  Object.entries({
    early: 'early',
    beginning: 'early',
    start: 'early',
    mid: 'mid',
    middle: 'mid',
    late: 'late',
    end: 'late',
    close: 'late',
  }),
)

/**
 * "early January", "the end of May", "mid-2013", "the beginning of the month", "before the end of the year". The last
 * ten days are the end of a month; its beginning keeps the month's own precision, and a year's end is the year.
 */
const part: TimeRule = (lexemes, at) => {
  const which = PARTS.get(lexemes[at]?.lower ?? '')
  if (!which) return null
  const joined = ['of', 'in', '-', '–', 'to'].includes(lexemes[at + 1]?.lower ?? '') ? at + 2 : at + 1
  // "beginning" and "end" need their "of": "will end May 3" is no end of May.
  if (
    ['beginning', 'start', 'end', 'close', 'middle'].includes(lexemes[at]!.lower) &&
    lexemes[at + 1]?.lower !== 'of'
  )
    return null
  const inner = innerSpan(lexemes, joined)
  if (!inner || inner.kind === 'day') return null
  const until = which === 'late' && /^(before|by)$/.test(leadOf(lexemes, at))
  return interval(inner.next, (context) => partOf(which, inner.resolve(context), until, context))
}

const leadOf = (lexemes: Lexeme[], at: number): string =>
  (lexemes[at - 1]?.lower === 'the' ? lexemes[at - 2] : lexemes[at - 1])?.lower ?? ''

function innerSpan(lexemes: Lexeme[], at: number): Found | null {
  const bare =
    /^(the|that)$/.test(lexemes[at]?.lower ?? '') && /^(month|year|week)$/.test(lexemes[at + 1]?.lower ?? '')
  if (bare) return wholeUnit(lexemes, at)
  for (const rule of [...calendarDates, ...relativeTimes, season]) {
    const found = rule(lexemes, at)
    if (found) return found
  }
  return null
}

/** "the month" of the date named before, else of publication; "that month" likewise. */
function wholeUnit(lexemes: Lexeme[], at: number): Found {
  const unit = lexemes[at + 1]!.lower
  return interval(at + 2, (context) => {
    const base =
      (lexemes[at]!.lower === 'the' && !context.heading ? todayOf(context) : null) ??
      anchorOf(context)?.first ??
      null
    if (base === null || !Number.isFinite(base)) return null
    if (unit === 'week') return edtfOfDays(mondayOf(base), mondayOf(base) + 6)
    return unit === 'month'
      ? edtfMonths(monthIndex(base), monthIndex(base))
      : edtfYears(civilDay(base).year, civilDay(base).year)
  })
}

function partOf(which: Part, whole: string | null, until: boolean, context: TimeContext): string | null {
  const days = edtfDays(whole)
  if (!whole || !days) return null
  const today = todayOf(context)
  if (until && today !== null && days.first <= today && today <= days.last)
    return edtfOfDays(today, days.last)
  if (/^\d{4}$/.test(whole)) return which === 'mid' ? `${whole}-06~` : whole
  if (!/^\d{4}-\d{2}$/.test(whole)) return whole
  if (which === 'early') return whole
  return which === 'mid'
    ? `${edtfOfDays(days.first + 10, days.first + 19)}`
    : edtfOfDays(days.first + 20, days.last)
}

/** "before the year is out". */
const yearIsOut: TimeRule = (lexemes, at) => {
  const next =
    wordsAt(lexemes, at, 'before the year is out') || wordsAt(lexemes, at, 'before the month is out')
  return next
    ? interval(next, (context) => {
        const whole = wholeUnit(lexemes, at + 1).resolve(context)
        return partOf('late', whole, true, context)
      })
    : null
}

/** "the last day of the month", "the first day of May". */
const edgeDay: TimeRule = (lexemes, at) => {
  const edge =
    wordsAt(lexemes, at, 'the last day of') || wordsAt(lexemes, at, 'the final day of')
      ? 'last'
      : wordsAt(lexemes, at, 'the first day of')
        ? 'first'
        : null
  const inner = edge ? innerMonth(lexemes, at + 4) : null
  return (
    inner && {
      next: inner.next,
      kind: 'day',
      days: null,
      resolve: (context) => {
        const days = edtfDays(inner.resolve(context))
        return days && formatDay(edge === 'last' ? days.last : days.first)
      },
    }
  )
}

function innerMonth(lexemes: Lexeme[], at: number): Found | null {
  if (/^(the|that)$/.test(lexemes[at]?.lower ?? '') && lexemes[at + 1]?.lower === 'month') {
    return interval(at + 2, (context) => {
      const base = anchorOf(context)?.first ?? null
      return base === null || !Number.isFinite(base) ? null : edtfMonths(monthIndex(base), monthIndex(base))
    })
  }
  return monthOf(lexemes[at]) ? innerSpan(lexemes, at) : null
}

/** "the first half of 2024", "the second quarter of this year", "H1 2024". */
const fraction: TimeRule = (lexemes, at) => {
  const number = lexemes[at]?.ordinal ? lexemes[at]!.value : 0
  const unit = lexemes[at + 1]?.lower
  const months = unit === 'half' ? 6 : unit === 'quarter' ? 3 : 0
  if (!number || !months || number > 12 / months || lexemes[at + 2]?.lower !== 'of') return null
  const inner = innerSpan(lexemes, at + 3)
  return (
    inner &&
    interval(inner.next, (context) => {
      const whole = inner.resolve(context)
      if (whole && months === 6 && /^\d{4}-\d\d$/.test(whole)) return halfOfMonth(whole, number)
      if (!whole || !/^\d{4}$/.test(whole)) return whole
      const start = Number(whole) * 12 + (number - 1) * months
      return edtfMonths(start, start + months - 1)
    })
  )
}

/** "the second half of March": from the 16th on. */
function halfOfMonth(month: string, number: number): string {
  const [year, index] = month.split('-').map(Number) as [number, number]
  return number === 1 ? `${month}-01/${month}-15` : `${month}-16/${month}-${daysInMonth(year, index)}`
}

/** Lengths good enough for "a two-month stay". */
const UNIT_DAYS = new Map(
  Object.entries({ day: 1, week: 7, month: 30, year: 365, fortnight: 14, weekend: 2 }),
)
const UNIT_MONTHS = new Map(Object.entries({ month: 1, year: 12, decade: 120, century: 1200 }))

/** "in the past five years", "over the last three days", "the past decade": up to the day of publication. */
const pastSpan: TimeRule = (lexemes, at) => {
  if (
    !/^(past|last|previous|preceding)$/.test(lexemes[at]?.lower ?? '') ||
    !/^(the|these|this|his|her|their)$/.test(lexemes[at - 1]?.lower ?? '')
  )
    return null
  const count = lexemes[at + 1] && !lexemes[at + 1]!.ordinal ? lexemes[at + 1]!.value : Number.NaN
  const word = lexemes[Number.isNaN(count) ? at + 1 : at + 2]?.lower ?? ''
  const unit = Number.isNaN(count) ? word : word.replace(/s$/, '')
  const n = Number.isNaN(count) ? 1 : count
  if (Number.isNaN(count) && (unit !== 'decade' || lexemes[at]!.lower === 'previous'))
    return vagueSpan(lexemes, at)
  if (!/^(day|week|month|year|decade|century)$/.test(unit)) return null
  return interval(Number.isNaN(count) ? at + 2 : at + 3, (context) => {
    const today = todayOf(context)
    return today === null ? null : edtfOfDays(before(today, n, unit), today)
  })
}
const vagueSpan = (lexemes: Lexeme[], at: number): Found | null =>
  /^(few|several|couple)$/.test(lexemes[at + 1]?.lower ?? '') &&
  /^(days|weeks|months|years|decades)$/.test(lexemes[at + 2]?.lower ?? '')
    ? vague(at + 3)
    : null
const vague = (next: number): Found => ({ next, kind: 'vague', days: null, resolve: () => null })

/** The day so many units before `today`; a 29 February falls back to the 28th. */
export function before(today: number, count: number, unit: string): number {
  if (unit === 'day' || unit === 'week') return today - count * UNIT_DAYS.get(unit)!
  const months = monthIndex(today) - count * (UNIT_MONTHS.get(unit) ?? 12)
  const [year, month] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1]
  return dayNumber(year, month, Math.min(civilDay(today).day, daysInMonth(year, month)))
}

/** "two-day", "week-long", "for three days", "spent two days". */
const duration: TimeRule = (lexemes, at) => {
  const word = lexemes[at]?.lower ?? ''
  const long = /^(day|week|month|year|weekend)long$/.exec(word)
  if (long) return length(at + 1, UNIT_DAYS.get(long[1]!)!)
  const dash = /^[-–‑]$/.test(lexemes[at + 1]?.text ?? '')
  const unit = lexemes[dash ? at + 2 : at + 1]?.lower ?? ''
  if (dash && unit === 'long' && UNIT_DAYS.has(word)) return length(at + 3, UNIT_DAYS.get(word)!)
  const count = lexemes[at]?.ordinal ? Number.NaN : (lexemes[at]?.value ?? Number.NaN)
  const days = UNIT_DAYS.get(unit.replace(/s$/, ''))
  if (Number.isNaN(count) || days === undefined || count > 400) return null
  if (dash) return length(at + 3, count * days)
  const spent =
    /^(for|spent|spends|spend|spending|lasting|lasted|lasts|of|another|nearly|about|almost|just|only)$/.test(
      lexemes[at - 1]?.lower ?? '',
    )
  return spent && !/^(ago|earlier|later|before|after|old)$/.test(lexemes[at + 2]?.lower ?? '')
    ? length(at + 2, count * days)
    : null
}
const length = (next: number, days: number): Found => ({ next, kind: 'duration', days, resolve: () => null })

const VAGUE = [
  'recently',
  'in the near future',
  'in the coming days',
  'in the coming weeks',
  'in the coming months',
  'in the coming years',
  'in recent days',
  'in recent weeks',
  'in recent months',
  'in recent years',
  'in recent times',
  'in recent decades',
  'soon',
  'shortly',
  'at an early date',
  'in due course',
  'in the weeks ahead',
  'in the days ahead',
  'in the months ahead',
  'at a later date',
  'days ago',
  'weeks ago',
  'months ago',
  'years ago',
  'decades ago',
]
const VAGUE_BY_FIRST = new Map<string, string[]>()
for (const words of VAGUE) {
  const first = words.split(' ')[0]!
  VAGUE_BY_FIRST.set(first, [...(VAGUE_BY_FIRST.get(first) ?? []), words])
}

const vagueWords: TimeRule = (lexemes, at) => {
  for (const words of VAGUE_BY_FIRST.get(lexemes[at]?.lower ?? '') ?? []) {
    const next = wordsAt(lexemes, at, words)
    // "the soon-expiring treaty"
    if (next && lexemes[next]?.text !== '-') return vague(next)
  }
  return null
}

/** "at Christmas", "on New Year's Day", "before Easter". */
const holiday: TimeRule = (lexemes, at) => {
  const word = lexemes[at]
  if (word?.text === 'Christmas') return fixedHoliday(lexemes, at, 1, { eve: 24, day: 25 }, 12)
  const easter = easterDay(lexemes, at)
  if (easter) {
    return {
      next: easter.next,
      kind: 'day',
      days: null,
      resolve: (context) => {
        const year = yearFor(4, 10, context)
        return year === null ? null : formatDay(easterSunday(year) + easter.shift)
      },
    }
  }
  const newYear = wordsAt(lexemes, at, "new year 's") || wordsAt(lexemes, at, 'new year ’s')
  return newYear && /^(day|eve)$/.test(lexemes[newYear]?.lower ?? '')
    ? fixedHoliday(lexemes, newYear - 1, 1, { eve: 31, day: 1 }, 0)
    : null
}

/** "Easter", "Good Friday", "Easter Monday": days from the Sunday. */
function easterDay(lexemes: Lexeme[], at: number): { next: number; shift: number } | null {
  const [word, after] = [lexemes[at]?.text, lexemes[at + 1]?.text]
  if (word === 'Good' && after === 'Friday') return { next: at + 2, shift: -2 }
  if (word !== 'Easter') return null
  const shift = after === 'Monday' ? 1 : after === 'Saturday' ? -1 : after === 'Sunday' ? 0 : null
  return shift === null ? { next: at + 1, shift: 0 } : { next: at + 2, shift }
}

function fixedHoliday(
  lexemes: Lexeme[],
  at: number,
  skip: number,
  days: { eve: number; day: number },
  month: number,
): Found {
  const word = lexemes[at + skip]?.lower ?? ''
  const exact = word === 'eve' || word === 'day' ? word : null
  const number = month || (exact === 'eve' ? 12 : 1)
  return {
    next: exact ? at + skip + 1 : at + skip,
    kind: 'interval',
    days: null,
    resolve: (context) => {
      const year = yearFor(number, 15, context)
      // "at Christmas" is about a week: the month is as much as it tells.
      return year === null
        ? null
        : exact
          ? formatDay(dayNumber(year, number, days[exact]))
          : edtfMonths(year * 12 + number - 1, year * 12 + number - 1)
    },
  }
}

/** The most specific first. */
export const timeSpans: TimeRule[] = [
  yearIsOut,
  edgeDay,
  part,
  fraction,
  pastSpan,
  season,
  duration,
  vagueWords,
  holiday,
]

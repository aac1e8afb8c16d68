// Words that point from today or from the date named before: "yesterday", "last month", "a fortnight ago", "three weeks earlier".
import { civilDay, formatDay, mondayOf } from './calendar.ts'
import type { DayInterval } from './edtf.ts'
import { edtfOfDays } from './edtf.ts'
import {
  anchorOf,
  edtfMonths,
  edtfYears,
  type Found,
  monthIndex,
  type TimeContext,
  type TimeRule,
  todayOf,
} from './temporal-context.ts'
import { type Lexeme, monthOf, stepOf, weekdayIn } from './temporal-lexemes.ts'
import { afterDayPart } from './temporal-weekdays.ts'

const day = (next: number, resolve: Found['resolve']): Found => ({ next, kind: 'day', days: null, resolve })
const interval = (next: number, resolve: Found['resolve']): Found => ({
  next,
  kind: 'interval',
  days: null,
  resolve,
})

/** Whether the lexemes from `at` on are these words; gives the place after them, or 0. */
export function wordsAt(lexemes: Lexeme[], at: number, words: string): number {
  const wanted = words.split(' ')
  return wanted.every((word, k) => lexemes[at + k]?.lower === word) ? at + wanted.length : 0
}

const PHRASES: [words: string, shift: number][] = [
  ['the day before yesterday', -2],
  ['the day after tomorrow', 2],
  ['day after tomorrow', 2],
  ['yesterday', -1],
  ['last night', -1],
  ['overnight', 0],
  ['today', 0],
  ['tonight', 0],
  ['this morning', 0],
  ['this afternoon', 0],
  ['this evening', 0],
  ['tomorrow', 1],
]

/** "yesterday evening", "tonight", "the day after tomorrow". */
const deictic: TimeRule = (lexemes, at) => {
  for (const [words, shift] of PHRASES) {
    const next = wordsAt(lexemes, at, words)
    if (next) return day(afterDayPart(lexemes, next), (context) => shifted(todayOf(context), shift))
  }
  return null
}
const shifted = (today: number | null, days: number): string | null =>
  today === null ? null : formatDay(today + days)

type Unit = 'day' | 'week' | 'month' | 'year'
const unitOf = (lexeme: Lexeme | undefined): Unit | null => {
  const word = lexeme?.lower.replace(/s$/, '') ?? ''
  return word === 'day' || word === 'week' || word === 'month' || word === 'year' ? word : null
}

/** "last week", "this month", "next year", "later this year", "earlier this week", "week of 5 May" is another rule's. */
const steppedUnit: TimeRule = (lexemes, at) => {
  const side = lexemes[at]?.lower === 'earlier' ? 'earlier' : lexemes[at]?.lower === 'later' ? 'later' : null
  const place = side ? (lexemes[at + 1]?.lower === 'in' ? at + 2 : at + 1) : at
  const step = stepOf(lexemes[place])
  const unit = unitOf(lexemes[place + 1])
  if (step === undefined || !unit || unit === 'day' || lexemes[place + 1]!.lower.endsWith('s')) return null
  if (isOfHolder(lexemes, place + 2)) return null
  return interval(place + 2, (context) => {
    const today = todayOf(context)
    return today === null
      ? null
      : side && unit === 'week' && step === 0
        ? restOfWeek(today, side)
        : unitFrom(today, unit, step)
  })
}

/** "this year's chairman of the bloc": who holds something then, no time of what he does. */
const isOfHolder = (lexemes: Lexeme[], at: number): boolean =>
  /^['’]s$/.test(lexemes[at]?.lower ?? '') &&
  lexemes
    .slice(at + 1, at + 4)
    .some(({ lower }) =>
      /^(?:chair\w*|hosts?|presiden(?:t|cy)|holders?|winners?|laureates?|budget|guest|leader)$/.test(lower),
    )

/** "earlier this week" ends yesterday; "later this week" starts tomorrow. */
function restOfWeek(today: number, side: 'earlier' | 'later'): string {
  const monday = mondayOf(today)
  return side === 'earlier'
    ? edtfOfDays(monday, Math.max(monday, today - 1))
    : edtfOfDays(Math.min(today + 1, monday + 6), monday + 6)
}

/** The whole week (Monday to Sunday), month or year that lies `step` units from a day. */
function unitFrom(today: number, unit: Exclude<Unit, 'day'>, step: number): string {
  if (unit === 'week') return edtfOfDays(mondayOf(today) + 7 * step, mondayOf(today) + 7 * step + 6)
  if (unit === 'month') return edtfMonths(monthIndex(today) + step, monthIndex(today) + step)
  return edtfYears(civilDay(today).year + step, civilDay(today).year + step)
}

/** "last April", "next September", "this March". */
const steppedMonth: TimeRule = (lexemes, at) => {
  const step = stepOf(lexemes[at])
  const month = monthOf(lexemes[at + 1])
  if (step === undefined || !month || lexemes[at + 2]?.kind === 'number') return null
  return interval(at + 2, (context) => {
    const today = todayOf(context)
    if (today === null) return null
    const own = monthIndex(today)
    const year = Math.floor(own / 12)
    const same = year * 12 + month - 1
    // "last April" said in January is of the year before; said in June, of this year.
    const place =
      step < 0 ? (same < own ? same : same - 12) : step > 0 ? (same > own ? same : same + 12) : same
    return edtfMonths(place, place)
  })
}

/** How many: "two", "14", "a", "a couple of", "a fortnight" (two weeks). Gives count, unit and the place after. */
function countedUnit(lexemes: Lexeme[], at: number): { count: number; unit: Unit; next: number } | null {
  const word = lexemes[at]?.lower
  if (word === 'fortnight') return { count: 2, unit: 'week', next: at + 1 }
  if (word === 'half' && /^an?$/.test(lexemes[at + 1]?.lower ?? '') && lexemes[at + 2]?.lower === 'year')
    return { count: 6, unit: 'month', next: at + 3 }
  if (word === 'a' && lexemes[at + 1]?.lower === 'decade') return { count: 10, unit: 'year', next: at + 2 }
  if ((word === 'a' || word === 'one') && lexemes[at + 1]?.lower === 'fortnight')
    return { count: 2, unit: 'week', next: at + 2 }
  const couple = wordsAt(lexemes, at, 'a couple of') || wordsAt(lexemes, at, 'couple of')
  const place = couple || at + 1
  const count = couple
    ? 2
    : word === 'a' || word === 'an'
      ? 1
      : lexemes[at] && !lexemes[at]!.ordinal
        ? lexemes[at]!.value
        : Number.NaN
  const unit = unitOf(lexemes[place])
  return count >= 1 && count < 1000 && unit ? { count, unit, next: place + 1 } : null
}

/** A day, month or year away from a span, as exact as the unit: days exact, weeks near that day, months, years. */
function away(from: DayInterval, count: number, unit: Unit): string | null {
  const base = count < 0 ? from.first : from.last
  if (!Number.isFinite(base)) return null
  const wide = from.last - from.first
  if (unit === 'day') return wide > 20 ? null : formatDay(base + count)
  if (unit === 'week') return wide > 20 ? null : `${formatDay(base + 7 * count)}~`
  if (unit === 'month' && wide < 32) return edtfMonths(monthIndex(base) + count, monthIndex(base) + count)
  return unit === 'year' ? edtfYears(civilDay(base).year + count, civilDay(base).year + count) : null
}
const approximate = (edtf: string | null): string | null =>
  edtf === null || edtf.endsWith('~') ? edtf : `${edtf}~`

/** "two days ago", "a fortnight ago", "three months ago", "two weeks from now", "in two days' time". */
const agoOrAhead: TimeRule = (lexemes, at) => {
  const counted = countedUnit(lexemes, at)
  if (!counted) return null
  const { count, unit, next } = counted
  const ago = wordsAt(lexemes, next, 'ago')
  const ahead =
    wordsAt(lexemes, next, 'from now') ||
    wordsAt(lexemes, next, 'hence') ||
    wordsAt(lexemes, next, "' time") ||
    wordsAt(lexemes, next, '’ time')
  if (!ago && !ahead) return null
  return day(ago || ahead, (context) => {
    const today = todayOf(context)
    if (today === null) return null
    const edtf = away({ first: today, last: today }, ago ? -count : count, unit)
    return unit === 'day' ? edtf : approximate(edtf)
  })
}

/** "in two days" said of the future. "In five days this month he saw four capitals" is a length. */
const inSoMany: TimeRule = (lexemes, at) => {
  if (lexemes[at]?.lower !== 'in') return null
  const about = /^(?:under|about|some|just|exactly|roughly|around)$/.test(lexemes[at + 1]?.lower ?? '')
    ? 1
    : 0
  const counted = countedUnit(lexemes, at + 1 + about)
  if (!counted || /^(['’]|this|of|last|from)$/.test(lexemes[counted.next]?.lower ?? '')) return null
  return {
    ...day(counted.next, (context) => {
      const today = todayOf(context)
      if (today === null || context.tense !== 'future') return null
      const edtf = away({ first: today, last: today }, counted.count, counted.unit)
      return counted.unit === 'day' ? edtf : approximate(edtf)
    }),
    optional: true,
  }
}

/** "a couple of hours from now", "a few hours earlier": the day itself. */
const hours: TimeRule = (lexemes, at) => {
  if (lexemes[at]?.lower !== 'hours') return null
  const now = wordsAt(lexemes, at + 1, 'from now') || wordsAt(lexemes, at + 1, 'ago')
  const then = ['earlier', 'later', 'beforehand', 'before', 'after', 'afterwards'].includes(
    lexemes[at + 1]?.lower ?? '',
  )
    ? at + 2
    : 0
  if (now) return day(now, (context) => shifted(todayOf(context), 0))
  return then ? { ...day(then, (context) => dayOfAnchor(context, 0)), optional: true } : null
}

function dayOfAnchor(context: TimeContext, shift: number): string | null {
  const anchor = anchorOf(context)
  if (!anchor || anchor.last - anchor.first > 20) return null
  return formatDay((shift < 0 ? anchor.first : anchor.last) + shift)
}

/** "three weeks earlier", "a month later", "two days before", "a year on". */
const fromAnchor: TimeRule = (lexemes, at) => {
  const counted = countedUnit(lexemes, at)
  const word = lexemes[counted?.next ?? -1]?.lower
  const sign =
    word === 'earlier' || word === 'before' || word === 'previously'
      ? -1
      : word === 'later' || word === 'after' || word === 'afterwards'
        ? 1
        : 0
  if (!counted || !sign) return null
  const names = capitalizedAfter(lexemes, counted.next + 1)
  return day(counted.next + 1, (context) => {
    const base = (names.length > 0 ? context.dateOfNames(names) : null) ?? anchorOf(context)
    return base && away(base, sign * counted.count, counted.unit)
  })
}

/** Capitalized words close behind: who arrived in "the week before Prime Minister Okello arrived". */
function capitalizedAfter(lexemes: Lexeme[], at: number): string[] {
  const names: string[] = []
  for (let k = at; k < at + 6 && lexemes[k]?.kind === 'word'; k++) {
    if (lexemes[k]!.text[0] !== lexemes[k]!.lower[0]) names.push(lexemes[k]!.lower)
  }
  return names
}

/** "the same day", "that month", "earlier that day", "that August". */
const sameUnit: TimeRule = (lexemes, at) => {
  const lead =
    wordsAt(lexemes, at, 'the very same') ||
    wordsAt(lexemes, at, 'the same') ||
    wordsAt(lexemes, at, 'that same') ||
    wordsAt(lexemes, at, 'that very') ||
    wordsAt(lexemes, at, 'that')
  if (!lead) return null
  const word = lexemes[lead]
  const month = monthOf(word)
  if (month) return interval(lead + 1, (context) => monthFromAnchor(month, 0, context))
  if (/^(evening|afternoon|morning|night)$/.test(word?.lower ?? ''))
    return day(lead + 1, (context) => dayOfAnchor(context, 0))
  const unit = word?.lower.endsWith('s') ? null : unitOf(word)
  return unit ? aroundAnchor(lead + 1, unit, 0, []) : null
}

/** "the following day", "the next morning", "the previous week", "the week before", "the day after Okello left", "the following March". */
const neighbourUnit: TimeRule = (lexemes, at) => {
  const the = lexemes[at]?.lower === 'the' ? at + 1 : at
  const step = NEIGHBOUR.get(lexemes[the]?.lower ?? '')
  if (step !== undefined && the > at) {
    const month = monthOf(lexemes[the + 1])
    if (month) return interval(the + 2, (context) => monthFromAnchor(month, step, context))
    if (/^(evening|afternoon|morning|night)$/.test(lexemes[the + 1]?.lower ?? ''))
      return day(the + 2, (context) => dayOfAnchor(context, step))
    const unit = lexemes[the + 1]?.lower.endsWith('s') ? null : unitOf(lexemes[the + 1])
    return unit && aroundAnchor(the + 2, unit, step, [])
  }
  return unitBefore(lexemes, the > at ? the : -1)
}
const NEIGHBOUR = new Map(
  Object.entries({ following: 1, next: 1, subsequent: 1, previous: -1, preceding: -1 }),
)

function unitBefore(lexemes: Lexeme[], at: number): Found | null {
  const unit = lexemes[at]?.lower.endsWith('s') ? null : unitOf(lexemes[at])
  const word = lexemes[at + 1]?.lower
  const sign = word === 'before' || word === 'earlier' ? -1 : word === 'after' ? 1 : 0
  // "a year to the day after the siege" counts from something else.
  if (!unit || !sign || lexemes[at - 2]?.lower === 'to') return null
  const weekday = weekdayIn(lexemes[at + 2])
  return weekday >= 0 ? null : aroundAnchor(at + 2, unit, sign, capitalizedAfter(lexemes, at + 2))
}

function aroundAnchor(next: number, unit: Unit, step: number, names: string[]): Found {
  const resolve = (context: TimeContext): string | null => {
    const anchor = (names.length > 0 ? context.dateOfNames(names) : null) ?? anchorOf(context)
    if (!anchor || !Number.isFinite(step < 0 ? anchor.first : anchor.last)) return null
    if (unit === 'day')
      return anchor.last - anchor.first > 20
        ? null
        : step === 0
          ? edtfOfDays(anchor.first, anchor.last)
          : formatDay((step < 0 ? anchor.first : anchor.last) + step)
    if (unit !== 'year' && anchor.last - anchor.first > 40) return null
    return unitFrom(step < 0 ? anchor.first : anchor.last, unit, step)
  }
  return unit === 'day' ? day(next, resolve) : interval(next, resolve)
}

/** The named month at, after or before the date named before. */
function monthFromAnchor(month: number, step: number, context: TimeContext): string | null {
  const anchor = anchorOf(context)
  if (!anchor || !Number.isFinite(anchor.first)) return null
  const own = monthIndex(anchor.last)
  const same = Math.floor(own / 12) * 12 + month - 1
  const place = step > 0 ? (same > own ? same : same + 12) : step < 0 ? (same < own ? same : same - 12) : same
  return edtfMonths(place, place)
}

/** The most specific first. */
export const relativeTimes: TimeRule[] = [
  deictic,
  steppedUnit,
  steppedMonth,
  agoOrAhead,
  inSoMany,
  fromAnchor,
  hours,
  sameUnit,
  neighbourUnit,
]

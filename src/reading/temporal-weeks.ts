// Parts of a month, week or year told by their place in it: "the first week of May", "the last Friday of April", "later in the week".
import { civilDay, formatDay, mondayOf, weekdayOf } from './calendar.ts'
import { edtfDays, edtfOfDays } from './edtf.ts'
import { edtfMonths, edtfYears, type Found, monthIndex, type TimeRule, todayOf } from './temporal-context.ts'
import { calendarDates } from './temporal-dates.ts'
import { type Lexeme, stepOf, weekdayIn } from './temporal-lexemes.ts'
import { relativeTimes, wordsAt } from './temporal-relative.ts'

const span = (next: number, kind: 'day' | 'interval', resolve: Found['resolve']): Found => ({
  next,
  kind,
  days: null,
  resolve,
})

/** The month told at `at`: "May", "next month"; null when none is. */
function monthTold(lexemes: Lexeme[], at: number): Found | null {
  for (const rule of [...calendarDates, ...relativeTimes]) {
    const found = rule(lexemes, at)
    if (found?.kind === 'interval') return found
  }
  return null
}

/** Place of "first", "third", "last" in a month: 1, 3, -1; 0 for other words. */
const nthOf = (lexeme: Lexeme | undefined): number =>
  /^(?:last|final)$/.test(lexeme?.lower ?? '')
    ? -1
    : lexeme?.lower === 'opening'
      ? 1
      : lexeme?.ordinal && lexeme.value < 6
        ? lexeme.value
        : 0

/** "the second week of May", "the first Monday in June", "the last Friday of next month". */
const nthInMonth: TimeRule = (lexemes, at) => {
  const nth = nthOf(lexemes[at])
  const weekday = nth ? weekdayIn(lexemes[at + 1]) : -1
  if (!nth || (weekday < 0 && lexemes[at + 1]?.lower !== 'week')) return null
  if (!/^(?:of|in)$/.test(lexemes[at + 2]?.lower ?? '')) return null
  const month = monthTold(lexemes, at + 3)
  if (!month) return null
  return span(month.next, weekday < 0 ? 'interval' : 'day', (context) => {
    const days = edtfDays(month.resolve(context))
    if (!days || !(days.last - days.first < 31)) return null
    return weekday < 0 ? nthWeek(days, nth) : nthWeekday(days, nth, weekday)
  })
}

function nthWeek({ first, last }: { first: number; last: number }, nth: number): string {
  return nth < 0
    ? edtfOfDays(last - 6, last)
    : edtfOfDays(Math.min(first + 7 * (nth - 1), last), Math.min(first + 7 * nth - 1, last))
}

function nthWeekday(
  { first, last }: { first: number; last: number },
  nth: number,
  weekday: number,
): string | null {
  if (nth < 0) return formatDay(last - ((weekdayOf(last) - weekday + 7) % 7))
  const found = first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1)
  return found <= last ? formatDay(found) : null
}

/** "the week of 3 June", "the week beginning May 6". */
const weekOf: TimeRule = (lexemes, at) => {
  if (
    lexemes[at]?.lower !== 'week' ||
    !/^(?:of|beginning|starting|commencing)$/.test(lexemes[at + 1]?.lower ?? '')
  )
    return null
  const place = lexemes[at + 2]?.lower === 'on' ? at + 3 : at + 2
  for (const rule of calendarDates) {
    const found = rule(lexemes, place)
    if (found?.kind === 'day')
      return span(found.next, 'interval', (context) => {
        const days = edtfDays(found.resolve(context))
        return days && edtfOfDays(mondayOf(days.first), mondayOf(days.first) + 6)
      })
  }
  return null
}

/** "later in the week", "earlier in the month", "earlier in the day": of publication. */
const partOfCurrent: TimeRule = (lexemes, at) => {
  const side = lexemes[at]?.lower
  if (side !== 'earlier' && side !== 'later') return null
  const unit = wordsAt(lexemes, at + 1, 'in the')
  const word = lexemes[unit]?.lower ?? ''
  if (!unit || !/^(?:day|week|month|year)$/.test(word)) return null
  return span(unit + 1, word === 'day' ? 'day' : 'interval', (context) => {
    const today = context.anchor && word === 'day' ? context.anchor.last : todayOf(context)
    if (today === null || !Number.isFinite(today)) return null
    if (word === 'day') return formatDay(today)
    if (word === 'month') return edtfMonths(monthIndex(today), monthIndex(today))
    if (word === 'year') return edtfYears(civilDay(today).year, civilDay(today).year)
    const monday = mondayOf(today)
    return side === 'earlier'
      ? edtfOfDays(monday, Math.max(monday, today - 1))
      : edtfOfDays(Math.min(today + 1, monday + 6), monday + 6)
  })
}

/** "the week before last", "the month after next", "the Tuesday before last". */
const beforeLast: TimeRule = (lexemes, start) => {
  const at = lexemes[start]?.lower === 'the' ? start + 1 : start
  if (!lexemes[at]) return null
  const step = wordsAt(lexemes, at + 1, 'before last') ? -2 : wordsAt(lexemes, at + 1, 'after next') ? 2 : 0
  if (!step) return null
  const weekday = weekdayIn(lexemes[at])
  const unit = lexemes[at]!.lower
  if (weekday < 0 && !/^(?:week|month|year)$/.test(unit)) return null
  return span(at + 3, weekday < 0 ? 'interval' : 'day', (context) => {
    const today = todayOf(context)
    if (today === null) return null
    if (weekday >= 0) {
      const last = today - ((weekdayOf(today) - weekday + 7) % 7 || 7)
      return formatDay(step < 0 ? last - 7 : last + 21)
    }
    if (unit === 'week') return edtfOfDays(mondayOf(today) + 7 * step, mondayOf(today) + 7 * step + 6)
    return unit === 'month'
      ? edtfMonths(monthIndex(today) + step, monthIndex(today) + step)
      : edtfYears(civilDay(today).year + step, civilDay(today).year + step)
  })
}

/** "two Sundays ago". */
const weekdaysAgo: TimeRule = (lexemes, at) => {
  const count = lexemes[at]?.value ?? Number.NaN
  const name = lexemes[at + 1]
  if (!(count >= 1 && count < 10) || !name?.lower.endsWith('days') || lexemes[at + 2]?.lower !== 'ago')
    return null
  const weekday = weekdayIn({ ...name, lower: name.lower.slice(0, -1) })
  if (weekday < 0) return null
  return span(at + 3, 'day', (context) => {
    const today = todayOf(context)
    return today === null
      ? null
      : formatDay(today - ((weekdayOf(today) - weekday + 7) % 7 || 7) - 7 * (count - 1))
  })
}

/** "a year ago this week", "two years ago today": so many years from the stretch told behind. */
const yearsAgoThis: TimeRule = (lexemes, at) => {
  const count = lexemes[at]?.lower === 'a' ? 1 : (lexemes[at]?.value ?? Number.NaN)
  if (!(count >= 1 && count < 200) || !/^years?$/.test(lexemes[at + 1]?.lower ?? '')) return null
  if (lexemes[at + 2]?.lower !== 'ago') return null
  const [word, unit] = [lexemes[at + 3]?.lower ?? '', lexemes[at + 4]?.lower ?? '']
  const isToday = word === 'today'
  if (!isToday && !(/^(?:this|last)$/.test(word) && /^(?:week|month)$/.test(unit))) return null
  const step = isToday ? 0 : stepOf(lexemes[at + 3])!
  return span(isToday ? at + 4 : at + 5, isToday ? 'day' : 'interval', (context) => {
    const today = todayOf(context)
    if (today === null) return null
    const month = monthIndex(today) - 12 * count
    if (unit === 'month') return edtfMonths(month + step, month + step)
    const same =
      edtfDays(`${civilDay(today).year - count}${formatDay(today).slice(4)}`)?.first ?? today - 365 * count
    return isToday ? formatDay(same) : edtfOfDays(mondayOf(same) + 7 * step, mondayOf(same) + 7 * step + 6)
  })
}

/** "the turn of the year", "in the new year", "by year's end", "by month's end". */
const yearEdges: TimeRule = (lexemes, at) => {
  const turn = wordsAt(lexemes, at, 'turn of the year')
  const fresh = wordsAt(lexemes, at, 'the new year')
  const end = wordsAt(lexemes, at, "year 's end") || wordsAt(lexemes, at, 'year ’s end')
  const next = turn || end || (/^[’']s$/.test(lexemes[fresh]?.text ?? '') ? 0 : fresh)
  if (!next) return null
  return span(next, 'interval', (context) => {
    const today = todayOf(context)
    if (today === null) return null
    const { year, month } = civilDay(today)
    if (end) return edtfYears(year, year)
    const coming = context.tense === 'past' && month < 7 ? year : year + 1
    return turn ? edtfMonths(coming * 12 - 1, coming * 12) : edtfYears(coming, coming)
  })
}

/** The most specific first. */
export const placedTimes: TimeRule[] = [
  nthInMonth,
  weekOf,
  partOfCurrent,
  beforeLast,
  weekdaysAgo,
  yearsAgoThis,
  yearEdges,
]

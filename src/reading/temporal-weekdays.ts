// Weekdays and weekends: "on Wednesday evening", "last Friday", "a week ago Thursday", "from Sunday to Tuesday", "over the weekend".
import { formatDay, mondayOf, weekdayOf } from './calendar.ts'
import { edtfOfDays } from './edtf.ts'
import { type Found, type TimeContext, type TimeRule, todayOf } from './temporal-context.ts'
import { calendarDates } from './temporal-dates.ts'
import { type Lexeme, stepOf, weekdayIn } from './temporal-lexemes.ts'

type Which = 'last' | 'this' | 'next' | 'near'

/** Day number that a weekday means, seen from `today`; the day itself counts unless "last" or "next" is said. */
function weekdayDay(weekday: number, which: Which, today: number, context: TimeContext): number {
  const back = (((weekdayOf(today) - weekday) % 7) + 7) % 7
  if (which === 'last') return today - (back || 7)
  if (which === 'next') return mondayOf(today) + 7 + weekday
  const ahead = (7 - back) % 7
  if (which === 'this') return context.tense === 'past' ? today - back : today + ahead
  return context.tense === 'past' || context.tense === null ? today - back : today + ahead
}

const WHICH = new Map<string, Which>(
  Object.entries({ last: 'last', past: 'last', this: 'this', coming: 'this', next: 'next' }),
)
export const DAY_PARTS = new Set(['morning', 'afternoon', 'evening', 'night', 'noon', 'midday', 'lunchtime'])

/** Steps over "evening" in "Wednesday evening". */
export const afterDayPart = (lexemes: Lexeme[], at: number): number =>
  DAY_PARTS.has(lexemes[at]?.lower ?? '') ? at + 1 : at

const weekday: TimeRule = (lexemes, at) => {
  const which = WHICH.get(lexemes[at]?.lower ?? '')
  const place = which ? at + 1 : at
  const day = weekdayIn(lexemes[place])
  if (day < 0) return null
  return (
    dateBeside(lexemes, place) ??
    weekdayRange(lexemes, place, day) ??
    fridayLast(lexemes, place, day, which) ??
    oneWeekday(lexemes, place, day, which ?? 'near')
  )
}

/** "Tuesday, 21 February 2023" is one date. */
function dateBeside(lexemes: Lexeme[], place: number): Found | null {
  const next = lexemes[place + 1]?.text === ',' || lexemes[place + 1]?.text === '(' ? place + 2 : place + 1
  for (const rule of calendarDates) {
    const date = rule(lexemes, next)
    if (date) return date.kind === 'day' ? date : null
  }
  return null
}

/** "from Sunday to Tuesday", "Monday and Tuesday", "Monday night and half of Tuesday", "between Monday and Friday". */
function weekdayRange(lexemes: Lexeme[], place: number, day: number): Found | null {
  const joined = afterDayPart(lexemes, place + 1)
  const join = lexemes[joined]
  if (!join || !['to', 'through', 'until', 'and', '-', '–'].includes(join.lower)) return null
  const half = /^(?:half|most|part)$/.test(lexemes[joined + 1]?.lower ?? '')
  const end = half && lexemes[joined + 2]?.lower === 'of' ? joined + 3 : joined + 1
  const last = weekdayIn(lexemes[end])
  const length = (((last - day) % 7) + 7) % 7
  const between = /^between$/.test(lexemes[place - 1]?.lower ?? '')
  if (last < 0 || length === 0 || (join.lower === 'and' && length > 1 && !between)) return null
  return {
    next: afterDayPart(lexemes, end + 1),
    kind: 'interval',
    days: null,
    resolve: (context) => {
      const today = todayOf(context)
      if (today === null) return null
      const first = weekdayDay(day, 'near', today, context)
      return edtfOfDays(first, first + length)
    },
  }
}

/** "on Friday last". */
function fridayLast(lexemes: Lexeme[], place: number, day: number, which: Which | undefined): Found | null {
  if (
    which ||
    lexemes[place + 1]?.lower !== 'last' ||
    /^(?:week|month|year)$/.test(lexemes[place + 2]?.lower ?? '')
  )
    return null
  return { ...oneWeekday(lexemes, place, day, 'last'), next: place + 2 }
}

/** "on Wednesday evening", "last Friday", "Thursday week", "Tuesday of last week". */
function oneWeekday(lexemes: Lexeme[], place: number, day: number, which: Which): Found {
  const week = weekAfter(lexemes, place + 1)
  const next = week ? week.next : afterDayPart(lexemes, place + 1)
  // "after Monday's surprise" looks back, "ahead of Monday's summit" does not.
  const owned =
    /^['’]s$/.test(lexemes[place + 1]?.text ?? '') && which === 'near'
      ? /^(of|before|for)$/.test(lexemes[place - 1]?.lower ?? '')
        ? 'future'
        : 'past'
      : null
  return {
    next,
    kind: 'day',
    days: null,
    resolve: (context) => {
      const today = todayOf(context)
      if (today === null) return null
      if (!week)
        return formatDay(weekdayDay(day, which, today, owned ? { ...context, tense: owned } : context))
      return formatDay(
        week.calendar === null
          ? weekdayDay(day, 'this', today, { ...context, tense: 'future' }) + 7
          : mondayOf(today) + 7 * week.calendar + day,
      )
    },
  }
}

/** "of last week", "next week" after a weekday; `calendar` null for the British "Thursday week". */
function weekAfter(lexemes: Lexeme[], at: number): { next: number; calendar: number | null } | null {
  if (lexemes[at]?.lower === 'week') return { next: at + 1, calendar: null }
  const place = lexemes[at]?.lower === 'of' ? at + 1 : at
  const calendar = stepOf(lexemes[place])
  return calendar !== undefined && lexemes[place + 1]?.lower === 'week' ? { next: place + 2, calendar } : null
}

/** "a week ago Thursday", "two weeks ago on Monday": the weekday at or before today, less the weeks. */
const weeksAgoWeekday: TimeRule = (lexemes, at) => {
  const count = lexemes[at]?.lower === 'a' ? 1 : lexemes[at]?.value
  if (!count || !/^weeks?$/.test(lexemes[at + 1]?.lower ?? '') || lexemes[at + 2]?.lower !== 'ago')
    return null
  const place = lexemes[at + 3]?.lower === 'on' ? at + 4 : at + 3
  const day = weekdayIn(lexemes[place])
  if (day < 0) return null
  return {
    next: place + 1,
    kind: 'day',
    days: null,
    resolve: (context) => {
      const today = todayOf(context)
      return today === null
        ? null
        : formatDay(weekdayDay(day, 'near', today, { ...context, tense: 'past' }) - 7 * count)
    },
  }
}

/** "over the weekend", "this weekend", "next weekend". */
const weekend: TimeRule = (lexemes, at) => {
  const word = lexemes[at]?.lower ?? ''
  const which = WHICH.get(word) ?? (word === 'the' || word === 'that' ? 'near' : null)
  if (!which || lexemes[at + 1]?.lower !== 'weekend') return null
  return {
    next: at + 2,
    kind: 'interval',
    days: null,
    resolve: (context) => {
      const today = todayOf(context)
      if (today === null) return null
      const saturday = weekendStart(which, today, context)
      return edtfOfDays(saturday, saturday + 1)
    },
  }
}

function weekendStart(which: Which, today: number, context: TimeContext): number {
  const own = mondayOf(today) + 5
  if (which === 'last') return own - 7
  if (which === 'next') return own + 7
  const over = today < own
  if (which === 'this') return context.tense === 'past' && over && weekdayOf(today) < 3 ? own - 7 : own
  return context.tense === 'future' || !over ? own : own - 7
}

export const weekdays: TimeRule[] = [weeksAgoWeekday, weekend, weekday]

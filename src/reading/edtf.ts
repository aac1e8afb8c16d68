// EDTF level 1 read as days: the first and the last day that a date may mean. Pure.
import { dayNumber, daysInMonth, formatDay, isCivilDay, parseDay } from './calendar.ts'

/** First and last possible day, `YYYY-MM-DD`; null where the date is open or unknown on that side. */
export interface EdtfInterval {
  earliest: string | null
  latest: string | null
}

/** The same as day numbers of calendar.ts; ∓Infinity where open. */
export interface DayInterval {
  first: number
  last: number
}

/** Months of EDTF's season codes 21–24 (spring to winter of the northern half; winter runs into the next year). */
const SEASON_START = { 21: 3, 22: 6, 23: 9, 24: 12 } as const

/**
 * First and last possible day of an EDTF level 1 date; null when it is not EDTF. `?`, `~` and `%` do not widen it.
 * // => edtfInterval('2024-04-08/..') is { earliest: '2024-04-08', latest: null }
 */
export function edtfInterval(edtf: string | null | undefined): EdtfInterval | null {
  const days = edtfDays(edtf)
  if (!days) return null
  return {
    earliest: Number.isFinite(days.first) ? formatDay(days.first) : null,
    latest: Number.isFinite(days.last) ? formatDay(days.last) : null,
  }
}

/** Like `edtfInterval`, in day numbers. An interval that ends before it starts is no EDTF: null. */
export function edtfDays(edtf: string | null | undefined): DayInterval | null {
  if (!edtf) return null
  const parts = edtf.trim().split('/')
  if (parts.length > 2) return null
  const from = pointDays(parts[0]!)
  const to = parts.length === 2 ? pointDays(parts[1]!) : from
  if (!from || !to || (parts.length === 1 && from === OPEN)) return null
  const [first, last] = [from.first, to.last]
  return first <= last ? { first, last } : null
}

const OPEN: DayInterval = { first: -Infinity, last: Infinity }

/** One end of an interval: a day, month, year, season, decade (`199X`), `2004-XX`; `..` or nothing is open. */
function pointDays(text: string): DayInterval | null {
  const bare = text.replace(/[?~%]/g, '')
  if (bare === '' || bare === '..') return OPEN
  const parts = /^Y?(-?\d{2,}|-?\d{2,3}X|-?\d{2}XX)(?:-(\d{2}|XX))?(?:-(\d{2}|XX))?$/.exec(bare)
  if (!parts || parts[1]!.replace('-', '').length < 4) return null
  const [first, last] = [Number(parts[1]!.replace(/X/g, '0')), Number(parts[1]!.replace(/X/g, '9'))]
  if (parts[2] === undefined || parts[2] === 'XX' || first !== last)
    return { first: dayNumber(first, 1, 1), last: dayNumber(last, 12, 31) }
  return monthDays(first, Number(parts[2]), parts[3])
}

function monthDays(year: number, month: number, day: string | undefined): DayInterval | null {
  const season = SEASON_START[month as keyof typeof SEASON_START]
  if (season) return { first: dayNumber(year, season, 1), last: dayNumber(year, season + 3, 1) - 1 }
  if (month < 1 || month > 12) return null
  if (day === undefined || day === 'XX') {
    return { first: dayNumber(year, month, 1), last: dayNumber(year, month, daysInMonth(year, month)) }
  }
  if (!isCivilDay(year, month, Number(day))) return null
  const number = dayNumber(year, month, Number(day))
  return { first: number, last: number }
}

/** EDTF of the days from `first` to `last`: one day, or an interval. */
export const edtfOfDays = (first: number, last: number): string =>
  first === last ? formatDay(first) : `${formatDay(first)}/${formatDay(last)}`

/**
 * Lays a duration on a day: "a two-day trip" that began on the 8th is the 8th and the 9th; `'end'` for
 * "went home on Thursday after a three-day visit". Gives the date back unchanged when it is not one day.
 */
export function stretchDay(edtf: string, days: number, from: 'start' | 'end' = 'start'): string {
  const day = parseDay(edtf)
  if (day === null || days < 2) return edtf
  return from === 'start' ? edtfOfDays(day, day + days - 1) : edtfOfDays(day - days + 1, day)
}

/** Whether two dates share a day, `slack` days of grace on either side; false when either cannot be read. */
export function datesMeet(a: string | null, b: string | null, slack = 0): boolean {
  const [x, y] = [edtfDays(a), edtfDays(b)]
  return !!x && !!y && x.first - slack <= y.last && y.first - slack <= x.last
}

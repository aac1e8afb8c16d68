// What the date says of a status: a plan whose days are over has happened, one under way is ongoing.
import { parseDay, weekdayOf } from './calendar.ts'
import { type DayInterval, edtfDays } from './edtf.ts'
import type { ExchangeStatus } from './reading.ts'

/** What the date says: a plan whose days are over has happened, one under way is ongoing. */
export function settleStatus(
  status: ExchangeStatus,
  date: string | null,
  publishedOn: string | null,
  kind: string,
): ExchangeStatus {
  const [days, today] = [edtfDays(date), parseDay(publishedOn)]
  if (!days || today === null) return status
  if (status === 'announced') {
    if (days.last < today) return 'occurred'
    if (days.first < today && date?.startsWith('../') && kind === 'visit') return 'ongoing'
    if (days.first < today && Number.isFinite(days.first) && kind === 'visit') return 'ongoing'
    return status
  }
  if (status === 'occurred' && days.first > today) return 'announced'
  if (status === 'occurred' && kind === 'visit' && isStillThere(date!, days, today)) return 'ongoing'
  if (status === 'ongoing') {
    if (days.first > today) return 'announced'
    if (days.last < today) return 'occurred'
  }
  return status
}

/** "arrived yesterday", "began a three-day visit on Monday": still there; "visited this week" is over. */
function isStillThere(date: string, days: DayInterval, today: number): boolean {
  if (days.first > today) return false
  if (days.last === Infinity) return today - days.first <= 3
  const toldInDays = /^\d{4}-\d\d-\d\d\//.test(date)
  const wholeWeek = weekdayOf(days.first) === 0 && days.last - days.first === 6
  return toldInDays && !wholeWeek && days.last > today && days.last - days.first < 31
}

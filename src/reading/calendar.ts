// Calendar arithmetic on whole numbers: a day is the count of days since 1 January 1970. Pure; no clock, no Date.

/** A day of the proleptic Gregorian calendar; `month` 1–12, `day` 1–31. */
export interface CivilDay {
  year: number
  month: number
  day: number
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Length of a month (1–12) in days. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : MONTH_LENGTHS[month - 1]!

/** Day number of a civil day. A `month` outside 1–12 rolls over into neighbouring years. */
export function dayNumber(year: number, month: number, day: number): number {
  const months = year * 12 + (month - 1)
  const y = Math.floor(months / 12)
  const m = months - y * 12
  // Years counted from March, so that the leap day comes last.
  const shifted = m < 2 ? y - 1 : y
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * ((m + 10) % 12) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

/** The civil day of a day number. */
export function civilDay(days: number): CivilDay {
  const z = days + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day }
}

/** 0 Monday … 6 Sunday. */
export const weekdayOf = (days: number): number => (((days + 3) % 7) + 7) % 7

/** Monday of the week that a day lies in. */
export const mondayOf = (days: number): number => days - weekdayOf(days)

const pad = (value: number, width: number): string => String(value).padStart(width, '0')

/** "2024-04-08". */
export function formatDay(days: number): string {
  const { year, month, day } = civilDay(days)
  return `${formatMonth(year, month)}-${pad(day, 2)}`
}

/** "2024-04"; a month outside 1–12 rolls over. */
export function formatMonth(year: number, month: number): string {
  const months = year * 12 + (month - 1)
  const y = Math.floor(months / 12)
  return `${formatYear(y)}-${pad(months - y * 12 + 1, 2)}`
}

export const formatYear = (year: number): string => (year < 0 ? `-${pad(-year, 4)}` : pad(year, 4))

/** Day number of "YYYY-MM-DD"; null for anything else, also for a 31 April. */
export function parseDay(text: string | null | undefined): number | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text ?? '')
  if (!parts) return null
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  return isCivilDay(year, month, day) ? dayNumber(year, month, day) : null
}

/** Whether there is such a day. */
export const isCivilDay = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)

/** Easter Sunday of the western churches, by the anonymous Gregorian rule. */
export function easterSunday(year: number): number {
  const a = year % 19
  const century = Math.floor(year / 100)
  const d =
    (19 * a +
      century -
      Math.floor(century / 4) -
      Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) +
      15) %
    30
  const e = (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - d - (year % 4)) % 7
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114
  return dayNumber(year, Math.floor(f / 31), (f % 31) + 1)
}

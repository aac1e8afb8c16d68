// Days as pages, feeds and PDFs write them: the publisher's own calendar day.

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * The day (YYYY-MM-DD) that a date string names, as written, without moving it to another time zone; null when it names none.
 *
 * @example
 * readDay('2024-04-10T23:30:00-04:00') // => '2024-04-10'
 * readDay('Wed, 10 Apr 2024 08:00:00 GMT') // => '2024-04-10'
 */
export function readDay(written: string | null | undefined): string | null {
  if (!written) return null
  const text = written.trim().slice(0, 60)
  const iso =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})(?:\d{6}|T|$)/.exec(text)
  if (iso) return realDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const dayFirst = /\b(\d{1,2})\s+([A-Za-z]{3})[a-z]*\.?,?\s+(\d{4})\b/.exec(text)
  if (dayFirst) return realDay(Number(dayFirst[3]), monthNumber(dayFirst[2]!), Number(dayFirst[1]))
  const monthFirst = /\b([A-Za-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/.exec(text)
  return monthFirst
    ? realDay(Number(monthFirst[3]), monthNumber(monthFirst[1]!), Number(monthFirst[2]))
    : null
}

/** Whether `day` is YYYY-MM-DD and in the calendar: 2023-02-30 is not. */
export const isDay = (day: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(day) && readDay(day) === day

const monthNumber = (name: string): number => months.indexOf(name.toLowerCase()) + 1

function realDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  if (year < 1000 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  return date.toISOString().slice(0, 10)
}

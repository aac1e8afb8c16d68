// Days as other files write them, to EDTF.

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const real = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
const iso = (year: number, month: number, day: number): string | null =>
  real(year, month, day) ? `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` : null

/**
 * "2024-04-08", "2024-04-08T10:00Z", "20240408", "2024/4/8", "8 April 2024", "April 8, 2024", "4/8/2024" (month first, as US
 * data has it), "2024-04", "2024". null: not a date.
 */
export function readDay(text: string | null | undefined): string | null {
  const t = (text ?? '').trim()
  const numbers =
    /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ].*)?$/.exec(t) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(t)
  if (numbers) return iso(Number(numbers[1]), Number(numbers[2]), Number(numbers[3]))
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(t)
  if (american) return iso(Number(american[3]), Number(american[1]), Number(american[2]))
  if (/^\d{4}(-(0[1-9]|1[0-2]))?$/.test(t)) return t
  const words = /^(?:(\d{1,2})\s+([A-Za-z]+)|([A-Za-z]+)\s+(\d{1,2}),?)\s+(\d{4})$/.exec(t)
  if (!words) return null
  const name = (words[2] ?? words[3])!.toLowerCase()
  const month = MONTHS.findIndex((m) => m === name || (name.length >= 3 && m.startsWith(name))) + 1
  return month ? iso(Number(words[5]), month, Number(words[1] ?? words[4])) : null
}

/** First and last day as one EDTF; null when there is no first day. */
export const readInterval = (
  from: string | null | undefined,
  to: string | null | undefined,
): string | null => {
  const [start, end] = [readDay(from), readDay(to)]
  if (!start) return null
  return end && end > start ? `${start}/${end}` : start
}

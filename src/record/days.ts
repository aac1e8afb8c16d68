// EDTF level 1 → the first and last possible day, which every query uses.

/** YYYY-MM-DD, null where the date is open or unknown at that end. */
export interface Days {
  earliest: string | null
  latest: string | null
}

const none: Days = { earliest: null, latest: null }

/** "2024-02" → 2024-02-01 … 2024-02-29. `~` and `?` do not widen. Not EDTF, or no such day: both null. */
// => edtfDays('2024-02').latest === '2024-02-29'
export function edtfDays(edtf: string | null | undefined): Days {
  if (!edtf) return none
  const [from, to, more] = edtf.split('/')
  if (more !== undefined) return none
  if (to === undefined) return point(from!) ?? none
  const first = open(from!) ? none : point(from!)
  const last = open(to) ? none : point(to)
  if (!first || !last) return none
  if (first.earliest && last.latest && first.earliest > last.latest) return none
  return { earliest: first.earliest, latest: last.latest }
}

const open = (part: string): boolean => part === '..' || part === ''

function point(part: string): Days | null {
  const m = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?[~?%]?$/.exec(part)
  if (!m) return null
  const [, year, month, day] = m
  if (day) return real(`${year}-${month}-${day}`)
  if (month) {
    const first = real(`${year}-${month}-01`)
    return first && { earliest: first.earliest, latest: `${year}-${month}-${lastDay(+year!, +month)}` }
  }
  return { earliest: `${year}-01-01`, latest: `${year}-12-31` }
}

const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** A day that the calendar has, else null: "2023-02-30" is no day. */
function real(day: string): Days | null {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const fits = month >= 1 && month <= 12 && date >= 1 && date <= lastDay(year, month)
  return fits ? { earliest: day, latest: day } : null
}

/** A PostgreSQL daterange of a pack's `from` and `to` (both ends included; null: open). */
// => dayRange('2013-03', null) === '[2013-03-01,)'
export function dayRange(from: string | null, to: string | null): string {
  const first = edtfDays(from).earliest ?? ''
  const last = edtfDays(to).latest ?? ''
  if (first && last && first > last) return 'empty'
  return `[${first},${last}${last ? ']' : ')'}`
}

// EDTF days in words, and the first and last day they may mean.
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** "2024-04-08/2024-04-09" → "8–9 April 2024"; null → "no date". */
export function dateWords(edtf: string | null | undefined): string {
  if (!edtf) return 'no date'
  const [from, to] = edtf.split('/')
  if (to === undefined) return oneDate(from!)
  if (to === '..' || to === '') return `from ${oneDate(from!)}`
  if (from === '..' || from === '') return `until ${oneDate(to)}`
  return spanWords(from!, to)
}

function oneDate(text: string): string {
  const { year, month, day, mark } = partsOf(text)
  const words = [day ? String(day) : '', month ? (months[month - 1] ?? '') : '', year]
    .filter(Boolean)
    .join(' ')
  return mark === '~' ? `about ${words}` : mark === '?' ? `${words} (?)` : words
}

function spanWords(from: string, to: string): string {
  const [a, b] = [partsOf(from), partsOf(to)]
  if (a.mark === '~' || b.mark === '~')
    return `about ${spanWords(from.replace('~', ''), to.replace('~', ''))}`
  const sameYear = a.year === b.year
  if (sameYear && a.month === b.month && a.day && b.day)
    return a.day === b.day ? oneDate(to) : `${a.day}–${oneDate(to)}`
  if (sameYear && a.month && b.month) return `${oneDate(from).replace(` ${a.year}`, '')} – ${oneDate(to)}`
  return `${oneDate(from)} – ${oneDate(to)}`
}

function partsOf(text: string): { year: string; month: number; day: number; mark: string } {
  const [year = '', month = '0', day = '0'] = text.replace(/[~?%]/g, '').split('-')
  return { year, month: Number(month), day: Number(day), mark: /[~?%]/.exec(text)?.[0] ?? '' }
}

/** First and last possible day of an EDTF date; an open end is null. */
export function boundsOf(edtf: string | null | undefined): [first: string | null, last: string | null] {
  if (!edtf) return [null, null]
  const [from, to = from] = edtf.split('/')
  return [edge(from!, 'first'), edge(to!, 'last')]
}

function edge(text: string, which: 'first' | 'last'): string | null {
  if (text === '' || text === '..') return null
  const { year, month, day } = partsOf(text)
  const m = month || (which === 'first' ? 1 : 12)
  const d = day || (which === 'first' ? 1 : new Date(Date.UTC(Number(year), m, 0)).getUTCDate())
  return `${year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
}

/** Whether the day itself is known: no month, year, `~` or `?`. */
export const isExact = (edtf: string | null | undefined): boolean =>
  !!edtf && /^\d{4}-\d{2}-\d{2}(\/\d{4}-\d{2}-\d{2})?$/.test(edtf)

/** An instant as a day and time, UTC. */
export const instantWords = (instant: string | null | undefined): string =>
  instant ? `${dateWords(instant.slice(0, 10))}, ${instant.slice(11, 16)} UTC` : 'never'

/** `days` after `day`. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

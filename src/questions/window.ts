// The window a question looks at: since and until as given, and the days they come to.
import { InputError } from '../errors.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { findOccurrence } from '../knowledge/occurrences.ts'
import { edtfDays } from '../record/days.ts'

/** First and last day (YYYY-MM-DD), both included. */
export interface Window {
  from: string
  to: string
  /** As a sentence part: "from 2019-04-10 to 2024-04-10", "at any time". */
  words: string
}

const always = { from: '0001-01-01', to: '9999-12-31' }
export const anyTime: Window = { ...always, words: 'at any time' }

/**
 * `since` and `until`: EDTF (2019, 2019-06, 2019-06-20, an interval) or the words of a dated event in the packs ("the border closure").
 * A month or year includes all its days. Throws InputError for a day the calendar lacks and for a window that ends before it starts.
 */
export function readWindow(knowledge: Knowledge, input: { since?: string; until?: string }): Window {
  const from = input.since ? readEdge(knowledge, 'since', input.since) : always.from
  const to = input.until ? readEdge(knowledge, 'until', input.until) : always.to
  if (from > to) {
    throw new InputError(
      `The window ends (${input.until}) before it starts (${input.since}).`,
      'Swap "since" and "until".',
    )
  }
  return { from, to, words: windowWords(from, to) }
}

/** A window given in days. */
export const windowOf = (from: string | null, to: string | null): Window => ({
  from: from ?? always.from,
  to: to ?? always.to,
  words: windowWords(from ?? always.from, to ?? always.to),
})

function windowWords(from: string, to: string): string {
  if (from === always.from && to === always.to) return anyTime.words
  if (to === always.to) return `since ${from}`
  return from === always.from ? `up to ${to}` : `from ${from} to ${to}`
}

function readEdge(knowledge: Knowledge, field: 'since' | 'until', text: string): string {
  const days = edtfDays(text.trim())
  const edge = field === 'since' ? days.earliest : days.latest
  if (edge) return edge
  const occurrence = /\d{4}/.test(text) ? null : findOccurrence(knowledge.occurrences, text, [])
  const known = occurrence && edtfDays(occurrence.date)
  const day = field === 'since' ? known?.earliest : known?.latest
  if (day) return day
  throw new InputError(
    `"${text}" in "${field}" is not a date that the calendar has, nor an event in the packs.`,
    'Give a year, month or day: 2019, 2019-06, 2019-06-20.',
  )
}

/** One day or a stretch as its first and last day. Throws InputError when the calendar lacks it. */
export function readDay(field: string, text: string): string {
  const { earliest, latest } = edtfDays(text.trim())
  if (earliest && earliest === latest) return earliest
  throw new InputError(`"${text}" in "${field}" is not a day of the calendar.`, 'Give a day as 2019-06-20.')
}

/** Days since 1970-01-01. */
// => dayNumber('1970-01-02') === 1
export const dayNumber = (day: string): number => Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000)

/** YYYY-MM-DD of a day number. */
export const dayOf = (number: number): string => new Date(number * 86_400_000).toISOString().slice(0, 10)

/** Days from `a` to `b`. */
// => daysBetween('2024-02-28', '2024-03-01') === 2
export { daysBetween } from '../record/sameness.ts'

/** The day asked as known on. */
export const dayKnown = (context: { asKnownOn: string }): string => context.asKnownOn.slice(0, 10)

/** The earlier, the later of two days. */
export const earlier = (a: string, b: string): string => [a, b].sort()[0]!
export const later = (a: string, b: string): string => [a, b].sort()[1]!

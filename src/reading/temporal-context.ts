// What a time expression is resolved against, and how a found expression looks before it is.
import { civilDay, dayNumber, formatDay, formatMonth, formatYear, isCivilDay } from './calendar.ts'
import type { DayInterval } from './edtf.ts'
import type { Lexeme } from './temporal-lexemes.ts'

/** 'planned': ahead as seen from the past ("would meet on Friday", "was to visit in March"), before or after today. */
export type Tense = 'past' | 'present' | 'future' | 'planned'

/** All days are day numbers of calendar.ts. */
export interface TimeContext {
  /** Day of publication; null when nobody knows it. */
  published: number | null
  /** Date of the heading that the sentence stands under in a chronology. */
  heading: DayInterval | null
  /** The date named last before this expression. */
  anchor: DayInterval | null
  /** The month named last, as monthIndex: what "on the 12th" lies in; null when none was. */
  month: number | null
  /** Year named by itself earlier in the sentence ("came twice in 2014, in August and in November"). */
  year: number | null
  tense: Tense | null
  /** Date that the text gave for what these names did ("the week before Okello arrived"). */
  dateOfNames: (names: string[]) => DayInterval | null
}

/** A time expression found by a rule: lexemes up to, not including, `next`. */
export interface Found {
  next: number
  kind: 'day' | 'interval' | 'duration' | 'since' | 'vague'
  days: number | null
  /** Not kept when it resolves to nothing: "in 20 years" is a date only in a sentence about the future. */
  optional?: boolean
  resolve: (context: TimeContext) => string | null
}

/** A rule looks for one family of expressions at lexeme `at`. */
export type TimeRule = (lexemes: Lexeme[], at: number) => Found | null

/** "today", for which a chronology's heading stands in when no day of publication is known. */
export const todayOf = (context: TimeContext): number | null =>
  context.published ?? context.heading?.first ?? null

/** What "that month" and "three weeks earlier" count from. */
export function anchorOf(context: TimeContext): DayInterval | null {
  if (context.anchor) return context.anchor
  if (context.heading) return context.heading
  return context.published === null ? null : { first: context.published, last: context.published }
}

/**
 * The year that a day or month without one lies in: the nearest to the heading, the publication day or the date named
 * before; against the tense ("will meet on 3 January", published in December) a date counts as eight times as far.
 */
export function yearFor(month: number, day: number, context: TimeContext): number | null {
  if (context.year !== null && context.tense !== 'future') return context.year
  const reference = context.heading?.first ?? context.published ?? context.anchor?.first ?? null
  if (reference === null) return null
  // "The trips made in 2031: … Chile (September 5–9)": a year by itself holds the days told after it.
  const { heading, published, anchor } = context
  if (!heading && published === null && anchor && anchor.last - anchor.first > 363)
    return civilDay(anchor.first).year
  // what stands under a day comes after it, unless that is of an agenda: "WEDNESDAY. … They last met in December"
  const agenda = heading !== null && published !== null && heading.first >= published
  const tense = heading && !agenda ? 'future' : context.tense
  const base = civilDay(reference).year
  let best = base
  let bestCost = Infinity
  for (const year of [base - 1, base, base + 1]) {
    const cost = distance(dayNumber(year, month, Math.min(day, 28)) - reference, tense)
    if (cost < bestCost) [best, bestCost] = [year, cost]
  }
  return best
}

/** How unlikely an expression `ahead` days after the reference is in this tense; a fortnight of grace either way. */
function distance(ahead: number, tense: Tense | null): number {
  const against = tense === 'past' ? ahead > 14 : tense === 'future' ? ahead < -14 : false
  const slightly = tense !== 'past' && tense !== 'future' && ahead < 0 ? 1.1 : 1
  return Math.abs(ahead) * (against ? 8 : slightly)
}

/** EDTF of a civil day; null for a 31 April. */
export const edtfDay = (year: number, month: number, day: number): string | null =>
  isCivilDay(year, month, day) ? formatDay(dayNumber(year, month, day)) : null

/** EDTF of a run of months, `from` to `to` counted as year × 12 + month − 1. */
export function edtfMonths(from: number, to: number): string {
  const text = (months: number): string =>
    formatMonth(Math.floor(months / 12), (((months % 12) + 12) % 12) + 1)
  return from === to ? text(from) : `${text(from)}/${text(to)}`
}

export const edtfYears = (from: number, to: number): string =>
  from === to ? formatYear(from) : `${formatYear(from)}/${formatYear(to)}`

/** Months since year 0 of the month a day lies in. */
export function monthIndex(days: number): number {
  const { year, month } = civilDay(days)
  return year * 12 + month - 1
}

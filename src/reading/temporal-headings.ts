// Dates that head the paragraphs of a chronology: "5-6 MAY 2021. The envoy leads a delegation …", a line of its own, a year.
import { parseDay } from './calendar.ts'
import { type DayInterval, edtfDays } from './edtf.ts'
import type { Lexeme } from './temporal-lexemes.ts'

/** What stands at the head of a paragraph. */
export interface Heading {
  interval: DayInterval
  /** Whether the date fills the paragraph: then it also heads those that follow. */
  alone: boolean
}

/** Whether a paragraph's first expression, lexemes `at` to `next`, heads it: nothing before, and a full stop, colon, dash or nothing behind. */
export function headsParagraph(
  lexemes: Lexeme[],
  at: number,
  next: number,
  isWholeParagraph: boolean,
): boolean {
  const lead = lexemes.slice(0, at)
  if (lead.length > 2 || lead.some((lexeme) => lexeme.kind === 'word' && !/^(on|in)$/.test(lexeme.lower)))
    return false
  const after = lexemes[next]
  if (after === undefined) return true
  if (lead.some((lexeme) => lexeme.kind === 'word')) return false
  return isWholeParagraph
    ? lexemes.length - next <= 1 && after.kind === 'mark'
    : /^[.:–—\-|•)]$/.test(after.text)
}

/** A heading with its day; null for one that only repeats the day of publication above a text ("10 November 2025"). */
export function headingOf(
  edtf: string | null,
  alone: boolean,
  paragraph: number,
  publishedOn: string | null,
): Heading | null {
  const interval = edtfDays(edtf)
  if (!interval || !Number.isFinite(interval.first) || !Number.isFinite(interval.last)) return null
  const published = parseDay(publishedOn)
  const masthead =
    paragraph < 5 &&
    published !== null &&
    Math.abs(interval.first - published) <= 1 &&
    interval.last - interval.first < 2
  return masthead ? null : { interval, alone }
}

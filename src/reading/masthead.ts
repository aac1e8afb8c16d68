// The head of a text: day of publication, title and dateline, where the caller did not give them.
import type { Span } from '../language/span.ts'
import { formatDay } from './calendar.ts'
import type { Draft, Step } from './draft.ts'
import { edtfDays } from './edtf.ts'
import { genreOf, sideOf } from './genre.ts'
import type { TimeContext } from './temporal-context.ts'
import { calendarDates } from './temporal-dates.ts'
import { type Lexeme, lexemesOf, weekdayIn } from './temporal-lexemes.ts'

/** Fills `publishedOn`, `title`, `genre` and `side` where they are not known. Looks at the first lines only. */
export const readMasthead: Step = (draft) => {
  const lines = headLines(draft)
  draft.title ??= titleOf(draft, lines)
  draft.publishedOn ??= publicationDay(draft, lines)
  draft.genre ??= genreOf(draft)
  draft.side ??= sideOf(draft)
}

/** Paragraphs at the top among which a headline, a dateline or a date is looked for. */
const HEAD = 6
const headLines = (draft: Draft): Span[] => draft.analysis.paragraphs.slice(0, HEAD)

/** The first line when it stands like a headline: short, no full stop, and more text below. */
function titleOf(draft: Draft, lines: Span[]): string | null {
  const [first, second] = lines
  if (!first || !second) return null
  const line = draft.analysis.text.slice(first.start, first.end).trim()
  const isHeadline =
    line.length >= 8 &&
    line.length <= 180 &&
    !/[.!?:;,"”]$/.test(line.replace(/\b(?:Jr|U\.S|D\.C)\.$/, '')) &&
    !/\t/.test(line)
  return isHeadline ? line : null
}

/**
 * A date that stands alone on one of the first lines ("10 April 2024", "April 10, 2024"), ends the first line, or opens the
 * text as a dateline ("TALLINN, April 10, 2024 –"). A chronology's first entry is none: only whole days with a year count, and
 * no day when others stand alone on lines below.
 */
function publicationDay(draft: Draft, lines: Span[]): string | null {
  if (lines.some((line) => draft.analysis.text.slice(line.start, line.end).includes('\t'))) return null
  for (const [index, line] of lines.entries()) {
    const lexemes = lexemesOf(draft.analysis.text, line.start, Math.min(line.end, line.start + 300))
    const alone = dayAlone(lexemes)
    if (alone && headsSection(draft, alone)) return null
    const day = alone ?? (index === 0 ? dayAtEnd(lexemes) : null) ?? datelineDay(lexemes)
    if (day) return day
  }
  return null
}

/** "Tuesday, MARCH 4, 2031" alone on a line, another day above or below: days of a chronology. */
const headsSection = (draft: Draft, day: string): boolean =>
  draft.analysis.paragraphs.some(({ start, end }) => {
    if (end - start > 40) return false
    const other = dayAlone(lexemesOf(draft.analysis.text, start, end))
    return other !== null && other !== day
  })

const NOTHING: TimeContext = {
  published: null,
  heading: null,
  anchor: null,
  month: null,
  year: null,
  tense: null,
  dateOfNames: () => null,
}

/** A whole day with its year that starts at `at`: the day and the lexeme behind it. */
function dayAt(lexemes: Lexeme[], at: number): { day: string; next: number } | null {
  for (const rule of calendarDates) {
    const found = rule(lexemes, at)
    if (found?.kind !== 'day') continue
    const days = edtfDays(found.resolve(NOTHING))
    if (days && days.first === days.last) return { day: formatDay(days.first), next: found.next }
  }
  return null
}

/** The line is a date, perhaps with a weekday, a place or a word like "Published". */
function dayAlone(lexemes: Lexeme[]): string | null {
  if (lexemes.length > 14) return null
  for (let at = 0; at < Math.min(lexemes.length, 8); at++) {
    const found = dayAt(lexemes, at)
    if (found)
      return lexemes.length - found.next <= 4 && lexemes.slice(0, at).every(isMastheadWord) ? found.day : null
  }
  return null
}
const isMastheadWord = (lexeme: Lexeme): boolean =>
  lexeme.kind === 'mark' ||
  weekdayIn(lexeme, true) >= 0 ||
  /^\p{Lu}/u.test(lexeme.text) ||
  /^(on|published|updated|posted|issued|date|released|the)$/.test(lexeme.lower)

/** "THE MORNING CABLE – Tuesday, 21 February 2023" */
function dayAtEnd(lexemes: Lexeme[]): string | null {
  for (let at = Math.max(0, lexemes.length - 6); at < lexemes.length; at++) {
    const found = dayAt(lexemes, at)
    if (found)
      return found.next >= lexemes.length - 1 && /^[–—|:(-]$/.test(lexemes[at - 1]?.text ?? '')
        ? found.day
        : null
  }
  return null
}

/** "TALLINN, 10 April 2024 (Wire) –": capitals, a comma, a date, and a dash or bracket within a few words. */
function datelineDay(lexemes: Lexeme[]): string | null {
  for (let at = 1; at < Math.min(lexemes.length, 7); at++) {
    const found = dayAt(lexemes, at)
    if (!found) continue
    const place = lexemes
      .slice(0, at)
      .every((lexeme) => lexeme.kind === 'mark' || /^\p{Lu}/u.test(lexeme.text))
    return place && lexemes.slice(found.next, found.next + 4).some((lexeme) => /^[–—(-]$/.test(lexeme.text))
      ? found.day
      : null
  }
  return null
}

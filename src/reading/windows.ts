// The window a claim speaks of: "since 2009", "in 20 years", "in nearly a decade", "this year", "since the border was shut".

import type { Span } from '../language/span.ts'
import { parseDay } from './calendar.ts'
import type { Draft } from './draft.ts'
import { edtfDays, edtfOfDays } from './edtf.ts'
import type { TextClaim } from './reading.ts'
import { timesBetween } from './temporal.ts'
import { lexemesOf } from './temporal-lexemes.ts'
import { before } from './temporal-spans.ts'

type Window = TextClaim['window']

/** The window worded inside `clause`; `first` and `last` are its tokens. null when it words none. */
export function windowOf(draft: Draft, clause: Span, first: number, last: number): Window {
  return (
    sinceWindow(draft, clause, first, last) ?? lengthWindow(draft, clause) ?? datedWindow(draft, first, last)
  )
}

/** "since 2009", "since Okello came in 1978", "since the borders were shut". */
function sinceWindow(draft: Draft, clause: Span, first: number, last: number): Window {
  const { text } = draft.analysis
  const since = /\bsince\b(?! then\b)/i.exec(text.slice(clause.start, clause.end))
  if (!since) return null
  const start = clause.start + since.index
  const exact = text.slice(start, clause.end)
  const dated = timesBetween(draft, first, last).find(
    (time) => time.end > start && time.edtf !== null && time.kind !== 'duration',
  )
  const event = exact.slice('since'.length).trim()
  const isDate = dated !== undefined && dated.end - Math.max(dated.start, start + 6) >= event.length - 2
  return {
    exact,
    interval: dated ? openUntil(draft, dated.edtf!) : null,
    sinceEvent: isDate || event === '' ? null : event,
  }
}

/** From the first day of a date to the day of publication, or open. */
function openUntil(draft: Draft, edtf: string): string | null {
  const days = edtfDays(edtf)
  if (!days || !Number.isFinite(days.first)) return null
  const from = edtf.split('/')[0]!.replace(/[?~%]/g, '')
  return draft.publishedOn ? `${from}/${draft.publishedOn}` : `${from}/..`
}

const UNITS = /^(day|week|month|year|decade|century|generation)s?$/

/** "in 20 years", "in nearly a decade", "in the past five years", "for six years". */
function lengthWindow(draft: Draft, clause: Span): Window {
  const lexemes = lexemesOf(draft.analysis.text, clause.start, clause.end)
  for (let at = 0; at < lexemes.length; at++) {
    if (lexemes[at]!.lower !== 'in' && lexemes[at]!.lower !== 'for' && lexemes[at]!.lower !== 'over') continue
    const end = lexemes.findIndex((lexeme, k) => k > at && k < at + 7 && UNITS.test(lexeme.lower))
    if (end < 0) continue
    const between = lexemes.slice(at + 1, end)
    if (
      !between.every(
        (lexeme) => lexeme.kind === 'number' || !Number.isNaN(lexeme.value) || QUANTITY.has(lexeme.lower),
      )
    )
      continue
    const exact = draft.analysis.text.slice(lexemes[at]!.start, lexemes[end]!.end)
    return {
      exact,
      interval: lastSpan(
        draft,
        between.find((lexeme) => !Number.isNaN(lexeme.value))?.value ?? null,
        lexemes[end]!.lower,
        between,
      ),
      sinceEvent: null,
    }
  }
  return null
}
const QUANTITY = new Set(
  'a an the past last more than nearly almost over about at least some around roughly just under few several recent'.split(
    ' ',
  ),
)

function lastSpan(
  draft: Draft,
  count: number | null,
  unitWord: string,
  between: { lower: string }[],
): string | null {
  const today = parseDay(draft.publishedOn)
  const n =
    count ??
    (between.some((lexeme) => lexeme.lower === 'a' || lexeme.lower === 'the') && !unitWord.endsWith('s')
      ? 1
      : null)
  if (today === null || n === null) return null
  const unit = unitWord.replace(/ies$/, 'y').replace(/s$/, '')
  return edtfOfDays(
    before(today, unit === 'generation' ? n * 30 : n, unit === 'generation' ? 'year' : unit),
    today,
  )
}

/** "this year", "in 2014": a date in the clause that is longer than a day. */
function datedWindow(draft: Draft, first: number, last: number): Window {
  const time = timesBetween(draft, first, last).find(
    (each) => (each.kind === 'interval' || each.kind === 'since') && each.edtf !== null,
  )
  return time ? { exact: time.exact, interval: time.edtf, sinceEvent: null } : null
}

// Evidence for a value: the quotation that names it, checked against the text it is from.
import type { Quotation } from '../reading/reading.ts'
import type { Evidence } from './evidence.ts'

/** A text that evidence points into. */
export interface EvidencedText {
  documentId: string
  text: string
  textHash: string
}

const context = 40

/** Exact or nothing: null when the text does not hold these words at that place. */
export function makeEvidence(
  source: EvidencedText,
  span: { start: number; end: number; exact?: string },
): Evidence | null {
  const { text, documentId, textHash } = source
  const { start, end } = span
  const fits =
    Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end && end <= text.length
  if (!fits) return null
  const exact = text.slice(start, end)
  if (span.exact !== undefined && span.exact !== exact) return null
  return {
    documentId,
    textHash,
    start,
    end,
    exact,
    prefix: text.slice(Math.max(0, start - context), start),
    suffix: text.slice(end, end + context),
  }
}

/** The first quotation that holds one of the words; the first of all when none does; null without any. */
export function pickQuotation(quotations: Quotation[], words: (string | null)[]): Quotation | null {
  const wanted = words.filter((word): word is string => Boolean(word))
  return quotations.find((q) => wanted.some((word) => q.exact.includes(word))) ?? quotations[0] ?? null
}

/** 'exact' while the text still holds the words at that place; else 'orphaned': never moved to a look-alike. */
export function standingOf(
  evidence: Evidence,
  current: { text: string; textHash: string } | null,
): 'exact' | 'orphaned' {
  if (!current || current.textHash !== evidence.textHash) return 'orphaned'
  return current.text.slice(evidence.start, evidence.end) === evidence.exact ? 'exact' : 'orphaned'
}

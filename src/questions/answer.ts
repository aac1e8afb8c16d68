// The one shape of every answer.
import type { Evidence } from '../record/evidence.ts'

/** A row an answer stands on: an exchange (or membership, statement …) as the record shows it. */
export interface AnswerRow {
  /** What kind of thing the row is: 'exchange', 'statement', 'membership', 'readout', 'tenure' … */
  type: string
  /** Its id in the record; `GET /api/exchanges/{id}` and its like open it. */
  id: string
  /** One line that names it: "Zhao Leji (CHN) visited PRK, 2024-04-11/2024-04-13". */
  label: string
  /** EDTF, null when not dated. */
  date: string | null
  /** false: known only in general, never shown as fact. */
  confirmed: boolean
  /** Numbers into `citations`. */
  citations: number[]
  /** The row's other columns, for tables. */
  fields: Record<string, unknown>
}

export interface Citation {
  number: number
  documentId: string | null
  title: string | null
  publisher: string | null
  url: string | null
  publishedOn: string | null
  evidence: Evidence | null
}

/** holds, fails, untestable: always with a reason. */
export interface Verdict {
  verdict: 'holds' | 'fails' | 'untestable'
  reason: string
  /** The reworded claim that would hold; null when none is offered. */
  reworded: string | null
}

/** How the answer would change under another counting rule, ladder or rank weights. */
export interface Sensitivity {
  rule: string
  outcome: string
  flips: boolean
}

/** Result, what it was chosen from, what could not have been seen, what speaks against it, and the sentences it stands on. */
export interface Answer<Result = unknown> {
  question: string
  input: Record<string, unknown>
  /** Instant (UTC) the record is asked as known on. */
  asKnownOn: string
  verdict?: Verdict
  /** One or two sentences that say the answer. */
  summary: string
  result: Result
  runnerUp?: AnswerRow | null
  /** What the result was chosen from. */
  denominator: { count: number; description: string; rows: AnswerRow[] }
  coverage: {
    note: string
    sources: { name: string; from: string | null; to: string | null; rows: number; note: string | null }[]
  }
  counterExamples: AnswerRow[]
  countingRule: { name: string; description: string }
  sensitivity: Sensitivity[]
  citations: Citation[]
  /** What is not known and why, each in a sentence. */
  unknowns: string[]
}

// Puts an answer together in the one shape: rows cited, coverage described, unconfirmed rows shown as such.
import type { Answer, AnswerRow, Verdict } from './answer.ts'
import { type Citations, citeExchanges } from './citations.ts'
import { describeCoverage } from './coverage.ts'
import type { QuestionContext } from './question.ts'
import type { Recalled } from './recall.ts'
import { exchangeRow, shownRows } from './rows.ts'
import type { Window } from './window.ts'
import { answerInWords, rowInWords } from './wording.ts'

/** Makes an answer's row of an exchange. */
export type Show = (row: Recalled) => AnswerRow

export interface Findings<Result> {
  question: string
  input: Record<string, unknown>
  summary: string
  /** Made once the rows can be shown with their citations. */
  result: (show: Show, citations: Citations) => Result
  /** Rows the result itself shows. */
  rows: Recalled[]
  runnerUp?: Recalled | null
  chosenFrom: { rows: Recalled[]; count?: number; description: string }
  against?: Recalled[]
  /** Whose coverage the answer depends on, and when. */
  states: string[]
  window: Window
  sensitivity?: Answer['sensitivity']
  unknowns?: (string | null | undefined | false)[]
  verdict?: Verdict
}

export async function composeAnswer<Result>(
  context: QuestionContext,
  found: Findings<Result>,
): Promise<Answer<Result>> {
  const against = (found.against ?? []).slice(0, shownRows)
  const pool = found.chosenFrom.rows.slice(0, shownRows)
  const cited = new Set(
    [...found.rows, ...(found.runnerUp ? [found.runnerUp] : []), ...pool, ...against].map((row) => row.id),
  )
  const [citations, coverage] = await Promise.all([
    citeExchanges(context, [...cited]),
    describeCoverage(context, found.states, found.window),
  ])
  const show: Show = (row) => rowInWords(context, exchangeRow(row, citations))
  const answer: Answer<Result> = {
    question: found.question,
    input: found.input,
    asKnownOn: context.asKnownOn,
    summary: found.summary,
    result: found.result(show, citations),
    denominator: {
      count: found.chosenFrom.count ?? found.chosenFrom.rows.length,
      description: found.chosenFrom.description,
      rows: pool.map(show),
    },
    coverage,
    counterExamples: against.map(show),
    countingRule: { name: context.rule.name, description: context.rule.description },
    sensitivity: found.sensitivity ?? [],
    citations: citations.list,
    unknowns: [unreviewedNote([...found.rows, ...pool]), ...(found.unknowns ?? [])].filter(
      (line): line is string => typeof line === 'string',
    ),
  }
  if (found.verdict) answer.verdict = found.verdict
  if (found.runnerUp !== undefined) answer.runnerUp = found.runnerUp ? show(found.runnerUp) : null
  return answerInWords(context, answer)
}

/** Rows that a machine read and nobody has looked at yet count, and are said to. */
function unreviewedNote(rows: Recalled[]): string | null {
  const proposed = new Set(rows.filter((row) => row.review === 'proposed').map((row) => row.id)).size
  return proposed
    ? `${proposed} ${proposed === 1 ? 'row' : 'rows'} read by machine and not yet reviewed by anybody.`
    : null
}

/** "3 unconfirmed rows are left out …; with them …" or null when there are none. */
export function unconfirmedNote(unconfirmed: Recalled[], effect: string): string | null {
  if (unconfirmed.length === 0) return null
  const rows = unconfirmed.length === 1 ? '1 row' : `${unconfirmed.length} rows`
  return `${rows} known only in general (no source gives the date) left out; ${effect}`
}

/** Rows whose days are not known well enough to say that they fell inside the window. */
export function edgeNote(rows: Recalled[], window: Window): string | null {
  const doubtful = rows.filter(
    (row) => (row.earliest ?? '') < window.from || (row.latest ?? row.earliest ?? '') > window.to,
  )
  if (doubtful.length === 0) return null
  const which = doubtful
    .slice(0, 3)
    .map((row) => row.occurredOn)
    .join(', ')
  return `${doubtful.length} counted ${doubtful.length === 1 ? 'row reaches' : 'rows reach'} over an edge of the window (${which}): a part or, where only the month is known, all of it may lie outside.`
}

// Visits that are announced or possible between two states: what a watch may tell before it happens.
import type { AnswerRow } from '../answer.ts'
import { ask } from '../index.ts'
import type { QuestionContext } from '../question.ts'
import type { Party } from '../recall.ts'

/** A visit ahead, and the best level among its visitors. */
export interface Plan {
  row: AnswerRow
  level: number | null
  /** First possible day; null: not known. */
  day: string | null
}

/** Plans of visits from one state to another, as the agenda has them. */
export async function plansFor(
  context: QuestionContext,
  { from, to }: { from: string; to: string },
): Promise<Plan[]> {
  const agenda = await ask(context, 'agenda', { states: to })
  const { exchanges } = agenda.result as { exchanges: AnswerRow[] }
  return (
    exchanges
      // What is known only in general, or proposed by an assistant, is no plan.
      .filter(({ fields, confirmed }) => confirmed && fields.host === to && fields.status !== 'ongoing')
      .flatMap((row) => planOf(row, from))
  )
}

function planOf(row: AnswerRow, from: string): Plan[] {
  const visitors = (row.fields.participants as Party[]).filter(
    (party) => party.role === 'visitor' && party.state === from,
  )
  if (visitors.length === 0) return []
  const levels = visitors.flatMap((party) => party.level ?? [])
  return [
    {
      row,
      level: levels.length ? Math.min(...levels) : null,
      day: (row.fields.earliest as string | null) ?? null,
    },
  ]
}

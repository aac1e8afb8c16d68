// The picture that goes with an answer, where its rows make one.
import { lazy, type ReactNode, Suspense } from 'react'
import type { Answer } from '../../questions/answer.ts'

const RowsFigure = lazy(() => import('../charts/rows.tsx').then((m) => ({ default: m.RowsFigure })))

export function AnswerPicture({ answer }: { answer: Answer }): ReactNode {
  const dated = answer.denominator.rows.filter(
    (row) => row.type === 'exchange' && row.date && typeof row.fields.level === 'number',
  )
  if (dated.length < 3) return null
  return (
    <Suspense>
      <RowsFigure rows={dated} side={typeof answer.input.from === 'string' ? answer.input.from : null} />
    </Suspense>
  )
}

// The picture that goes with an answer, where its rows make one.
import { lazy, type ReactNode, Suspense } from 'react'
import type { Answer } from '../../questions/answer.ts'
import type { PaceSeries } from '../charts/pace.tsx'
import { boundsOf } from '../dates.ts'
import { Waiting } from '../parts/waiting.tsx'
import { CodedBeside } from './coded.tsx'

const RowsFigure = lazy(() => import('../charts/rows.tsx').then((m) => ({ default: m.RowsFigure })))

const PaceFigure = lazy(() => import('../charts/pace.tsx').then((m) => ({ default: m.PaceFigure })))

export function AnswerPicture({ answer }: { answer: Answer }): ReactNode {
  const dated = answer.denominator.rows.filter(
    (row) => row.type === 'exchange' && row.date && typeof row.fields.level === 'number',
  )
  const series = paceOf(answer)
  if (series)
    return (
      <>
        <Suspense fallback={<Waiting what="the plot" room={400} />}>
          <PaceFigure series={series} />
        </Suspense>
        <CodedBeside {...codedOf(answer, series)} />
      </>
    )
  if (dated.length < 3 || daysBetween(dated.map((row) => row.date!)) < 60) return null
  return (
    <Suspense fallback={<Waiting what="the plot" room={455} />}>
      <RowsFigure rows={dated} side={typeof answer.input.from === 'string' ? answer.input.from : null} />
    </Suspense>
  )
}

/** Days from the first to the last of some dates: over a few days a time axis shows nothing. */
function daysBetween(dates: string[]): number {
  const days = dates.flatMap((date) => boundsOf(date).flatMap((day) => (day ? [Date.parse(day)] : [])))
  return days.length ? (Math.max(...days) - Math.min(...days)) / 86_400_000 : 0
}

interface Side {
  state: string
}

/** The series of a comparison of paces, with the states compared; null for other answers. */
function paceOf({ result }: Answer): PaceSeries | null {
  const { series, a, b } = (result ?? {}) as { series?: PaceSeries['periods']; a?: Side; b?: Side }
  return Array.isArray(series) && series.length > 1 && a?.state && b?.state
    ? { a: a.state, b: b.state, periods: series }
    : null
}

/** The same pairs, window and periods for what machines coded. */
function codedOf({ input }: Answer, { a, b, periods }: PaceSeries): Parameters<typeof CodedBeside>[0] {
  const text = (name: string): string | undefined =>
    typeof input[name] === 'string' || typeof input[name] === 'number' ? String(input[name]) : undefined
  const [c, first, last] = [text('with'), periods[0]!.period, periods.at(-1)!.period]
  return {
    pairs: c
      ? [
          [a, c],
          [b, c],
        ]
      : [[a, b]],
    // Both pictures run over the same years.
    since: text('since') ?? first.slice(0, 4),
    until: text('until') ?? last.slice(0, 4),
    by: first.includes('Q') ? 'quarter' : first.includes('-') ? 'month' : 'year',
  }
}

// Machine-coded events beside an answer about pace, where any are held of its pairs.
import { useQueries } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense } from 'react'
import type { CodedPeriod } from '../../record/codedevents.ts'
import { get } from '../api.ts'
import type { CodedLane, Step } from '../charts/coded.tsx'
import { boundsOf } from '../dates.ts'
import { useStateNames } from '../parts/links.tsx'
import styles from './coded.module.css'

const CodedFigure = lazy(() => import('../charts/coded.tsx').then((m) => ({ default: m.CodedFigure })))

interface CodedPace {
  rule: { name: string; description: string }
  a: string
  b: string
  periods: CodedPeriod[]
}

interface Props {
  pairs: [string, string][]
  /** EDTF; undefined: no bound. */
  since?: string | undefined
  until?: string | undefined
  by: Step
}

export function CodedBeside({ pairs, since, until, by }: Props): ReactNode {
  const nameOf = useStateNames()
  const [first, last] = [boundsOf(since)[0], boundsOf(until)[1]]
  const found = useQueries({
    queries: pairs.map(([a, b]) => ({
      queryKey: ['coded', a, b, first, last, by],
      queryFn: () => get<CodedPace>('coded-events/pace', { a, b, since: first, until: last, by }),
    })),
    combine: (queries) => queries.flatMap((query) => query.data ?? []),
  })
  const lanes = found.flatMap((pace) => lanesOf(pace, `${nameOf(pace.a)} – ${nameOf(pace.b)}`))
  if (!lanes.length) return null
  return (
    <aside className={styles.apart} aria-label="Machine-coded events">
      <p>
        <b>◇ Machine-coded, not sourced.</b> {found[0]!.rule.description}
      </p>
      <Suspense>
        <CodedFigure lanes={lanes} by={by} window={[first, last]} />
      </Suspense>
    </aside>
  )
}

/** One lane for each data set. */
function lanesOf({ periods }: CodedPace, pair: string): CodedLane[] {
  const sources = [...new Set(periods.map((one) => one.source))]
  return sources.map((source) => ({
    name: `${pair}, ${source}`,
    periods: periods.filter((one) => one.source === source),
  }))
}

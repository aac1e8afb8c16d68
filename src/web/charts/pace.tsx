// Two paces against each other: exchanges of the one side above the line, of the other below it, period by period.
import * as Plot from '@observablehq/plot'
import { type ReactNode, useCallback } from 'react'
import { useStateNames } from '../parts/links.tsx'
import { PlotFigure } from './plot.tsx'

export interface PaceSeries {
  /** The states compared. */
  a: string
  b: string
  /** "2019-Q1", "2019-01" or "2019", with the exchanges of each side. */
  periods: { period: string; a: number; b: number }[]
}

export function PaceFigure({ series }: { series: PaceSeries }): ReactNode {
  const nameOf = useStateNames()
  const [above, below] = [nameOf(series.a), nameOf(series.b)]
  const draw = useCallback((width: number) => drawPace(series, [above, below], width), [series, above, below])
  return (
    <PlotFigure
      draw={draw}
      height={328}
      name="pace"
      caption={`Exchanges by period: those of ${above} above the line, those of ${below} below it.`}
    />
  )
}

/** First day of a period. */
const startOf = (period: string): Date => {
  const [year, part = '1'] = period.split('-')
  const month = part.startsWith('Q') ? (Number(part.slice(1)) - 1) * 3 : Number(part) - 1
  return new Date(Date.UTC(Number(year), month, 1))
}

function drawPace({ periods }: PaceSeries, [above, below]: [string, string], width: number): Element {
  const bars = periods.flatMap((one, i) => {
    const from = startOf(one.period)
    const next = periods[i + 1]
    // The last period is as long as the one before it.
    const to = next
      ? startOf(next.period)
      : new Date(2 * from.getTime() - startOf(periods[i - 1]!.period).getTime())
    const bar = { from, to, period: one.period }
    return [
      { ...bar, count: one.a, side: above },
      { ...bar, count: -one.b, side: below },
    ]
  })
  const most = Math.max(...bars.map((bar) => Math.abs(bar.count)))
  return Plot.plot({
    width,
    height: 300,
    marginLeft: 34,
    x: { type: 'utc', label: null },
    y: {
      label: null,
      grid: true,
      domain: [-most, most],
      tickFormat: (count: number) => (Number.isInteger(count) ? String(Math.abs(count)) : ''),
    },
    color: { domain: [above, below], range: ['var(--side-a)', 'var(--side-b)'], legend: true },
    marks: [
      Plot.rectY(
        bars.filter((bar) => bar.count),
        {
          x1: 'from',
          x2: 'to',
          y: 'count',
          fill: 'side',
          insetLeft: 0.5,
          insetRight: 0.5,
          title: (bar) => `${bar.side}, ${bar.period}: ${Math.abs(bar.count)}`,
        },
      ),
      Plot.ruleY([0], { stroke: 'var(--edge)' }),
    ],
  })
}

// Contact as machines coded it, beside the sourced pace and clearly apart from it: axes, colour and words of its own.
import * as Plot from '@observablehq/plot'
import { type ReactNode, useCallback } from 'react'
import { PlotFigure } from './plot.tsx'

export type Step = 'month' | 'quarter' | 'year'

/** One data set on one pair of states. */
export interface CodedLane {
  /** "China – North Korea, GDELT" */
  name: string
  periods: { from: string; count: number }[]
}

interface Props {
  lanes: CodedLane[]
  by: Step
  /** First and last day of the picture beside it; null: as the events have it. */
  window: [since: string | null, until: string | null]
}

const laneHeight = 90

export function CodedFigure({ lanes, by, window }: Props): ReactNode {
  const draw = useCallback((width: number) => drawCoded({ lanes, by, window }, width), [lanes, by, window])
  return (
    <PlotFigure
      draw={draw}
      height={lanes.length * laneHeight + 40}
      name="machine-coded"
      caption={`Machine-coded contact: days with an event, by ${by}. Not exchanges of the record, never counted with them, and on an axis of its own.`}
    />
  )
}

const months = { month: 1, quarter: 3, year: 12 }

/** First day of the period after the one that begins on `from`. */
// => nextStart('2024-10-01', 'quarter') === 2025-01-01
export function nextStart(from: string, by: Step): Date {
  const start = new Date(`${from}T00:00:00Z`)
  return new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months[by], 1))
}

function drawCoded({ lanes, by, window: [since, until] }: Props, width: number): Element {
  const bars = lanes.flatMap(({ name, periods }) =>
    periods.map(({ from, count }) => ({ name, count, from: new Date(from), to: nextStart(from, by) })),
  )
  const days = bars.flatMap((bar) => [bar.from, bar.to])
  const edges = [since ? [new Date(since)] : [], until ? [new Date(until)] : [], days].flat()
  return Plot.plot({
    width,
    height: lanes.length * laneHeight + 40,
    marginLeft: 34,
    marginTop: 20,
    x: { type: 'utc', label: null, domain: [Math.min(...edges.map(Number)), Math.max(...edges.map(Number))] },
    y: {
      label: null,
      grid: true,
      ticks: 3,
      tickFormat: (count: number) => (Number.isInteger(count) ? String(count) : ''),
    },
    fy: { domain: lanes.map((lane) => lane.name), axis: null, padding: 0.35 },
    marks: [
      Plot.rectY(bars, {
        x1: 'from',
        x2: 'to',
        y: 'count',
        fy: 'name',
        fill: 'var(--soft)',
        fillOpacity: 0.18,
        stroke: 'var(--soft)',
        strokeDasharray: '3 2',
        insetLeft: 1,
        insetRight: 1,
        title: (bar) => `${bar.name}, from ${bar.from.toISOString().slice(0, 10)}: ${bar.count} days`,
      }),
      Plot.text(lanes, {
        fy: 'name',
        text: 'name',
        frameAnchor: 'top-left',
        lineAnchor: 'bottom',
        dy: -4,
        fill: 'var(--ink)',
      }),
      Plot.ruleY([0], { stroke: 'var(--edge)' }),
    ],
  })
}

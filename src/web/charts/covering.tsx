// Sources as bars from their first day to their last; the darker, the more rows.
import * as Plot from '@observablehq/plot'
import { type ReactNode, useCallback } from 'react'
import type { CoveredSource } from '../record.ts'
import { PlotFigure } from './plot.tsx'

const most = 25

export function CoverageFigure({ sources }: { sources: CoveredSource[] }): ReactNode {
  const draw = useCallback((width: number) => drawCoverage(sources, width), [sources])
  return (
    <PlotFigure
      draw={draw}
      height={40 + 22 * Math.min(most, sources.length)}
      caption={`The ${Math.min(most, sources.length)} sources with the most rows, from their first day to their last, with the number of rows.`}
    />
  )
}

function drawCoverage(sources: CoveredSource[], width: number): Element | null {
  const bars = sources
    .filter((source) => source.from)
    .toSorted((a, b) => b.rows - a.rows)
    .slice(0, most)
    .map((source) => ({
      ...source,
      from: new Date(source.from!),
      to: new Date(source.to ?? source.from!),
      name: shortened(source.source),
    }))
  if (!bars.length) return null
  return Plot.plot({
    width,
    height: 40 + bars.length * 22,
    marginLeft: Math.min(260, width * 0.4),
    marginRight: 44,
    x: { type: 'utc', label: null, grid: true },
    y: { domain: bars.map((bar) => bar.name), label: null, tickSize: 0 },
    marks: [
      Plot.barX(bars, {
        x1: 'from',
        x2: (bar) => new Date(Math.max(bar.to.getTime(), bar.from.getTime() + 8 * 86_400_000)),
        y: 'name',
        fill: 'var(--side-a)',
        fillOpacity: 0.6,
        insetTop: 4,
        insetBottom: 4,
      }),
      Plot.text(bars, {
        x: 'to',
        y: 'name',
        text: (bar) => bar.rows.toLocaleString('en'),
        textAnchor: 'start',
        dx: 6,
        fill: 'var(--soft)',
      }),
    ],
  })
}

const shortened = (name: string): string => (name.length > 38 ? `${name.slice(0, 36)}…` : name)

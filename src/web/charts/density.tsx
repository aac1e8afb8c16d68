// Exchanges too many to draw one by one: by month, quarter or year and by level, the darker the more. Counted by the record.
import * as Plot from '@observablehq/plot'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useCallback } from 'react'
import type { Parameters } from '../api.ts'
import { Loaded } from '../parts/loaded.tsx'
import { askCounts } from '../record.ts'
import { PlotFigure, tagPoints } from './plot.tsx'
import { levelTick } from './timeline.ts'

interface Props {
  filter: Parameters
  /** Opens the exchanges of a stretch of time. */
  onOpen(since: string, until: string): void
}

export function DensityFigure({ filter, onOpen }: Props): ReactNode {
  return (
    <Loaded query={useQuery(askCounts('cell', filter))} what="the counts">
      {(counts) => <Cells cells={binCells(counts)} onOpen={onOpen} />}
    </Loaded>
  )
}

function Cells({ cells, onOpen }: { cells: Cell[] } & Pick<Props, 'onOpen'>): ReactNode {
  const draw = useCallback((width: number) => drawDensity(cells, width), [cells])
  const total = cells.reduce((sum, cell) => sum + cell.count, 0)
  return (
    <PlotFigure
      draw={draw}
      height={360}
      ratio={0.9}
      name="density"
      caption={`${total.toLocaleString('en')} exchanges by time and by the level of the highest official present: too many to draw one by one, so the darker, the more. A cell opens its stretch of time.`}
      onOpen={(stretch) => onOpen(...(stretch.split('/') as [string, string]))}
    />
  )
}

export interface Cell {
  /** First and last day, YYYY-MM-DD. */
  from: string
  to: string
  level: number
  count: number
}

/** Months in a bin, by how many years the whole spans. */
const monthsInBin = (years: number): number => (years < 5 ? 1 : years < 25 ? 3 : 12)

/** "2024-04 5" counts, put together to bins that are wide enough to see. */
export function binCells(counts: { key: string; count: number }[]): Cell[] {
  const cells = counts.map(({ key, count }) => {
    const [month = '', level] = key.split(' ')
    const [year = 0, number = 1] = month.split('-').map(Number)
    return { at: year * 12 + number - 1, level: Number(level), count }
  })
  if (!cells.length) return []
  const times = cells.map((cell) => cell.at)
  const width = monthsInBin((Math.max(...times) - Math.min(...times)) / 12)
  const bins = new Map<string, Cell>()
  for (const { at, level, count } of cells) {
    const start = Math.floor(at / width) * width
    const bin = bins.get(`${start} ${level}`)
    if (bin) bin.count += count
    else bins.set(`${start} ${level}`, { from: dayOf(start), to: dayOf(start + width, -1), level, count })
  }
  return [...bins.values()]
}

/** First day of the month counted from the year 0, moved by `days`. */
const dayOf = (month: number, days = 0): string =>
  new Date(Date.UTC(Math.floor(month / 12), month % 12, 1 + days)).toISOString().slice(0, 10)

function drawDensity(cells: Cell[], width: number): Element | null {
  if (!cells.length) return null
  const narrow = width < 560
  const plot = Plot.plot({
    width,
    height: narrow ? 320 : 360,
    marginLeft: narrow ? 34 : 160,
    marginTop: 18,
    x: { type: 'utc', label: null, grid: true },
    y: {
      domain: [8.5, 0.5],
      ticks: [1, 2, 3, 4, 5, 6, 7, 8],
      label: null,
      tickFormat: (level: number) => levelTick(level, narrow),
    },
    opacity: { type: 'log', range: [0.15, 1], domain: [1, Math.max(2, ...cells.map((cell) => cell.count))] },
    marks: [
      Plot.rect(cells, {
        x1: (cell: Cell) => new Date(cell.from),
        x2: (cell: Cell) => new Date(Date.parse(cell.to) + 86_400_000),
        y1: (cell: Cell) => cell.level - 0.42,
        y2: (cell: Cell) => cell.level + 0.42,
        fill: 'var(--side-a)',
        fillOpacity: 'count',
        title: (cell: Cell) => `${cell.count.toLocaleString('en')} from ${cell.from} to ${cell.to}`,
        className: 'cells',
      }),
    ],
  })
  tagPoints(
    plot,
    '.cells > *',
    cells.map((cell) => `${cell.from}/${cell.to}`),
  )
  return plot
}

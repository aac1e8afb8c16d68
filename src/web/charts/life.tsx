// A person's exchanges by day and by the rank of whom they met, with the offices held as bars beneath.
import * as Plot from '@observablehq/plot'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useCallback } from 'react'
import { boundsOf } from '../dates.ts'
import { titleOf } from '../exchange/title.ts'
import { useStateNames } from '../parts/links.tsx'
import type { FullPerson, ShownExchange } from '../record.ts'
import { eventOf } from './levels.tsx'
import { PlotFigure, tagPoints } from './plot.tsx'
import { type Point, pointsOf, pointTitle } from './timeline.ts'

export function LifeFigure({ person, items }: { person: FullPerson; items: ShownExchange[] }): ReactNode {
  const navigate = useNavigate()
  const nameOf = useStateNames()
  const draw = useCallback((width: number) => drawLife(person, items, { width, nameOf }), [person, items])
  return (
    <PlotFigure
      draw={draw}
      height={260}
      caption={`Where ${person.name} was and whom they met, by state and day; beneath, the offices held. Hollow: unconfirmed.`}
      onOpen={(id) => void navigate({ to: '/exchanges/$id', params: { id } })}
    />
  )
}

interface Options {
  width: number
  nameOf(id: string | null | undefined): string
}

function drawLife(person: FullPerson, items: ShownExchange[], { width, nameOf }: Options): Element | null {
  const points = pointsOf(
    items.map((item) => ({ ...eventOf(item, nameOf), level: item.level ?? 8, title: titleOf(item, nameOf) })),
  )
  if (!points.length) return null
  const byId = new Map(items.map((item) => [item.id, item]))
  const laneOf = (point: Point): string => laneName(byId.get(point.id)!, person, nameOf)
  const counts = new Map<string, number>()
  for (const point of points) counts.set(laneOf(point), (counts.get(laneOf(point)) ?? 0) + 1)
  const lanes = [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 9)
    .map(([lane]) => lane)
  const shown = points.filter((point) => lanes.includes(laneOf(point)))
  const offices = officesOf(person, points)
  const rows = [...lanes, ...offices.map((office) => office.title)]
  const margin = Math.min(220, Math.round(width * 0.36))
  // As many letters as fit.
  const most = Math.floor(margin / 6.4)
  const plot = Plot.plot({
    width,
    height: 40 + rows.length * 24,
    marginLeft: margin,
    x: { type: 'utc', label: null, grid: true },
    y: {
      domain: rows,
      label: null,
      tickSize: 0,
      tickFormat: (row: string) => (row.length > most ? `${row.slice(0, most - 1).trimEnd()}…` : row),
    },
    marks: [
      Plot.ruleY(rows, { stroke: 'var(--line)' }),
      Plot.barX(offices, {
        x1: 'from',
        x2: 'to',
        y: 'title',
        fill: 'var(--side-e)',
        fillOpacity: 0.45,
        insetTop: 5,
        insetBottom: 5,
        title: (one) => `${one.title}, level ${one.level}`,
      }),
      Plot.dot(shown, {
        x: 'middle',
        y: laneOf,
        r: 4.5,
        stroke: 'var(--side-a)',
        fill: (point: Point) => (point.confirmed ? 'var(--side-a)' : 'var(--paper)'),
        fillOpacity: 0.6,
        title: pointTitle,
        className: 'points',
      }),
    ],
  })
  tagPoints(
    plot,
    '.points > *',
    shown.map((point) => point.id),
  )
  return plot
}

/** The state met: the one visited, or the first other state. */
const laneName = (item: ShownExchange, person: FullPerson, nameOf: Options['nameOf']): string =>
  nameOf(
    item.hostState && item.hostState !== person.state
      ? item.hostState
      : item.states.find((id) => id !== person.state),
  ) || 'not known'

function officesOf(
  person: FullPerson,
  points: Point[],
): { title: string; level: number; from: Date; to: Date }[] {
  const first = Math.min(...points.map((point) => point.from.getTime()))
  const last = Math.max(...points.map((point) => point.to.getTime()))
  return person.tenures.flatMap((tenure) => {
    const from = new Date(Math.max(first, Date.parse(boundsOf(tenure.from)[0] ?? '1900-01-01')))
    const to = new Date(Math.min(last, Date.parse(boundsOf(tenure.to)[1] ?? '2100-01-01')))
    return from < to ? [{ title: tenure.title, level: tenure.level, from, to }] : []
  })
}

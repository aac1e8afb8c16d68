// Lanes on one time axis: for each pair of states its exchanges, sized by level, shaped by kind; the longest silence drawn in.
import * as Plot from '@observablehq/plot'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useCallback } from 'react'
import { levelWords } from '../words.ts'
import { PlotFigure, tagPoints } from './plot.tsx'
import { type Event, type Point, pointsOf, pointTitle, symbols } from './timeline.ts'

export interface Lane {
  name: string
  events: Event[]
}

export function LanesFigure({ lanes }: { lanes: Lane[] }): ReactNode {
  const navigate = useNavigate()
  const draw = useCallback((width: number) => drawLanes(lanes, width), [lanes])
  return (
    <PlotFigure
      draw={draw}
      height={90 + lanes.length * 110}
      caption="One mark an exchange: the larger, the higher its level. Hollow: unconfirmed. A band: the day is not known exactly. The bracket under each lane is its longest silence."
      onOpen={(id) => void navigate({ to: '/exchanges/$id', params: { id } })}
    />
  )
}

type LanePoint = Point & { lane: string; colour: string; jitter: number }
const colours = ['var(--side-a)', 'var(--side-b)', 'var(--side-c)', 'var(--side-d)']

export function drawLanes(lanes: Lane[], width: number): Element | null {
  const narrow = width < 560
  const points = lanes.flatMap(({ name, events }, i) =>
    pointsOf(events.map((event) => ({ ...event, level: event.level ?? 8 }))).map((point) => ({
      ...point,
      lane: name,
      colour: colours[i % 4]!,
      // On a narrow page the lane's name stands over its marks.
      jitter: (((point.level ?? 8) - 4.5) / 9) * (narrow ? 0.8 : 1) + (narrow ? 0.06 : 0),
    })),
  )
  if (!points.length) return null
  const used = [...new Set(points.map((point) => point.kind))]
  const order = new Map(lanes.map(({ name }, i) => [name, i]))
  const y = (point: { lane: string; jitter?: number }): number => order.get(point.lane)! + (point.jitter ?? 0)
  const plot = Plot.plot({
    width,
    height: 60 + lanes.length * (narrow ? 124 : 110),
    marginLeft: narrow ? 10 : 150,
    marginTop: 10,
    x: { type: 'utc', label: null, grid: true },
    y: { domain: [lanes.length - 0.4, -0.6], axis: null },
    r: { domain: [0, 8], range: [0, 7] },
    symbol: { domain: used, range: used.map((kind) => symbols[kind] ?? 'circle'), legend: true },
    marks: [
      Plot.ruleY(lanes, { y: (lane) => order.get(lane.name)! + 0.52, stroke: 'var(--line)' }),
      Plot.text(lanes, {
        frameAnchor: 'left',
        dx: narrow ? 0 : -142,
        textAnchor: 'start',
        y: (lane) => order.get(lane.name)! - (narrow ? 0.42 : 0),
        text: 'name',
        fontWeight: 600,
        fontSize: 13,
        fill: (lane) => colours[order.get(lane.name)! % 4]!,
        lineWidth: narrow ? 60 : 10,
        stroke: 'var(--paper)',
        strokeWidth: 5,
      }),
      Plot.link(silencesOf(lanes), {
        x1: 'from',
        x2: 'to',
        y1: (one) => order.get(one.lane)! + 0.44,
        y2: (one) => order.get(one.lane)! + 0.44,
        stroke: 'var(--edge)',
        markerStart: 'tick',
        markerEnd: 'tick',
      }),
      Plot.text(silencesOf(lanes), {
        x: (one) => new Date((one.from.getTime() + one.to.getTime()) / 2),
        y: (one) => order.get(one.lane)! + 0.36,
        text: (one) => `${one.days} days`,
        fill: 'var(--soft)',
        fontSize: 11,
      }),
      Plot.link(
        points.filter((point) => !point.exact),
        { x1: 'from', x2: 'to', y1: y, y2: y, stroke: 'colour', strokeWidth: 5, strokeOpacity: 0.3 },
      ),
      Plot.dot(points, {
        x: 'middle',
        y,
        symbol: 'kind',
        r: (point: LanePoint) => 9.5 - (point.level ?? 8),
        stroke: 'colour',
        strokeWidth: 1.4,
        fill: (point: LanePoint) => (point.confirmed ? point.colour : 'var(--paper)'),
        fillOpacity: 0.5,
        title: (point: LanePoint) =>
          `${pointTitle(point)}\nLevel ${point.level}: ${levelWords[point.level ?? 8]}`,
        className: 'points',
        sort: null,
      }),
    ],
  })
  tagPoints(
    plot,
    '.points > *',
    points.map((point) => point.id),
  )
  return plot
}

interface Silence {
  lane: string
  from: Date
  to: Date
  days: number
}

/** The longest stretch of each lane without a confirmed exchange. */
export function silencesOf(lanes: Lane[]): Silence[] {
  return lanes.flatMap(({ name, events }) => {
    const points = pointsOf(events.map((event) => ({ ...event, level: event.level ?? 8 }))).filter(
      (point) => point.confirmed,
    )
    points.sort((a, b) => a.from.getTime() - b.from.getTime())
    let longest: Silence | null = null
    let end = points[0]?.to
    for (const point of points.slice(1)) {
      const days = Math.round((point.from.getTime() - end!.getTime()) / 86_400_000)
      if (days > (longest?.days ?? 0)) longest = { lane: name, from: end!, to: point.from, days }
      if (point.to > end!) end = point.to
    }
    return longest ? [longest] : []
  })
}

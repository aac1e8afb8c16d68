// One mark an exchange: when, at which level, of what kind; hollow where unconfirmed, stretched where the day is not known.
import * as Plot from '@observablehq/plot'
import { boundsOf, isExact } from '../dates.ts'
import { levelWords } from '../words.ts'
import { tagPoints } from './plot.tsx'

/** What a mark is drawn from. */
export interface Event {
  id: string
  /** EDTF; an event without date or level is not drawn. */
  date: string | null
  level: number | null
  kind: string
  confirmed: boolean
  title: string
}

/** Kind → symbol. The legend over the plot says the same in words. */
export const symbols: Record<string, string> = {
  visit: 'circle',
  summit: 'star',
  meeting: 'square',
  talks: 'diamond',
  call: 'triangle',
  ceremony: 'cross',
  agreement: 'hexagon',
  message: 'asterisk',
  'people-to-people': 'plus',
}

export interface Point extends Event {
  from: Date
  to: Date
  middle: Date
  exact: boolean
}

export function pointsOf(events: Event[]): Point[] {
  return events.flatMap((event) => {
    const [first, last] = boundsOf(event.date)
    if (!first || !event.level) return []
    const from = new Date(first)
    const to = new Date(last ?? first)
    return [
      {
        ...event,
        from,
        to,
        middle: new Date((from.getTime() + to.getTime()) / 2),
        exact: isExact(event.date),
      },
    ]
  })
}

/** Words over a mark when the pointer rests on it. */
export const pointTitle = (point: Point): string =>
  `${point.title}\n${point.date}${point.confirmed ? '' : ' (unconfirmed)'}`

export function drawTimeline(events: Event[], width: number): Element | null {
  const points = pointsOf(events)
  if (!points.length) return null
  const narrow = width < 560
  const used = [...new Set(points.map((point) => point.kind))]
  const plot = Plot.plot({
    width,
    height: narrow ? 320 : 360,
    marginLeft: narrow ? 34 : 160,
    marginTop: 18,
    x: { type: 'utc', label: null, grid: true },
    y: {
      domain: [1, 2, 3, 4, 5, 6, 7, 8],
      type: 'point',
      label: null,
      tickFormat: (level: number) => levelTick(level, narrow),
      grid: true,
    },
    symbol: { domain: used, range: used.map((kind) => symbols[kind] ?? 'circle'), legend: true },
    marks: [
      Plot.ruleY(
        points.filter((point) => !point.exact),
        { y: 'level', x1: 'from', x2: 'to', stroke: 'var(--side-a)', strokeWidth: 5, strokeOpacity: 0.3 },
      ),
      Plot.dot(points, {
        x: 'middle',
        y: 'level',
        symbol: 'kind',
        r: 4.5,
        stroke: 'var(--side-a)',
        strokeWidth: 1.5,
        fill: (point: Point) => (point.confirmed ? 'var(--side-a)' : 'var(--paper)'),
        fillOpacity: 0.55,
        title: pointTitle,
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

export const levelTick = (level: number, narrow: boolean): string =>
  narrow ? `L${level}` : `${levelWords[level]!.split(/,| or /)[0]}  ${level}`

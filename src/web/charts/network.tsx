// States and the visits between them as a network: where a state stands follows from the whole record, so that a change of window moves no state.
import * as Plot from '@observablehq/plot'
import { forceCenter, forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3'
import { type ReactNode, useCallback } from 'react'
import { useStateNames } from '../parts/links.tsx'
import { type Flow, topStates } from './flows.ts'
import { PlotFigure } from './plot.tsx'

const most = 40

interface Props {
  /** Visits of the window shown. */
  flows: Flow[]
  /** Visits of all time: they give each state its place. */
  whole: Flow[]
}

export function NetworkFigure({ flows, whole }: Props): ReactNode {
  const nameOf = useStateNames()
  const draw = useCallback(
    (width: number) => drawNetwork({ flows, whole }, width, nameOf),
    [flows, whole, nameOf('CHN')],
  )
  return (
    <PlotFigure
      draw={draw}
      height={560}
      name="network"
      caption={`The ${most} states with the most visits of all time. An arrow goes from whose officials went to where they went; the thicker, the more visits in the window. A state keeps its place whatever the window. The matrix gives the numbers.`}
    />
  )
}

export interface Placed {
  id: string
  x: number
  y: number
}

/** Places in a box of 1 by 1: states that visit each other often lie near each other. The same flows give the same places. */
export function placeStates(flows: Flow[]): Placed[] {
  const nodes: Placed[] = topStates(flows, most).map((id) => ({ id, x: 0, y: 0 }))
  const known = new Set(nodes.map((node) => node.id))
  const links = flows
    .filter(({ from, to }) => known.has(from) && known.has(to))
    .map(({ from, to, count }) => ({ source: from, target: to, count }))
  const heaviest = Math.max(1, ...links.map((link) => link.count))
  for (const node of nodes) Object.assign(node, { x: undefined, y: undefined })
  forceSimulation(nodes)
    .force(
      'link',
      forceLink<Placed, (typeof links)[number]>(links)
        .id((node) => node.id)
        .distance((link) => 150 - 80 * Math.sqrt(link.count / heaviest))
        .strength((link) => 0.05 + 0.5 * (link.count / heaviest)),
    )
    .force('apart', forceManyBody().strength(-260))
    .force('collide', forceCollide(34))
    .force('x', forceX().strength(0.05))
    .force('y', forceY().strength(0.09))
    .force('middle', forceCenter())
    .stop()
    .tick(300)
  const [left, right] = [Math.min(...nodes.map((n) => n.x)), Math.max(...nodes.map((n) => n.x))]
  const [top, bottom] = [Math.min(...nodes.map((n) => n.y)), Math.max(...nodes.map((n) => n.y))]
  return nodes.map(({ id, x, y }) => ({
    id,
    x: (x - left) / (right - left || 1),
    y: (y - top) / (bottom - top || 1),
  }))
}

export function drawNetwork(
  { flows, whole }: Props,
  width: number,
  nameOf: (id: string) => string,
): Element | null {
  const places = placeStates(whole)
  if (!places.length) return null
  const at = new Map(places.map((place) => [place.id, place]))
  const arrows = flows.flatMap((flow) => {
    const [a, b] = [at.get(flow.from), at.get(flow.to)]
    return a && b ? [{ ...flow, x1: a.x, y1: a.y, x2: b.x, y2: b.y }] : []
  })
  const heaviest = Math.max(1, ...arrows.map((arrow) => arrow.count))
  const here = new Set(arrows.flatMap((arrow) => [arrow.from, arrow.to]))
  const weight = new Map<string, number>()
  for (const { from, to, count } of arrows)
    for (const id of [from, to]) weight.set(id, (weight.get(id) ?? 0) + count)
  const busiest = Math.max(1, ...weight.values())
  return Plot.plot({
    width,
    height: 560,
    margin: 40,
    x: { domain: [0, 1], axis: null },
    y: { domain: [1, 0], axis: null },
    marks: [
      Plot.arrow(arrows, {
        x1: 'x1',
        y1: 'y1',
        x2: 'x2',
        y2: 'y2',
        bend: 14,
        inset: 7,
        headLength: 5,
        stroke: 'var(--side-a)',
        strokeOpacity: 0.55,
        strokeWidth: (arrow) => 0.7 + (arrow.count / heaviest) * 5,
        title: (arrow) => `${nameOf(arrow.from)} to ${nameOf(arrow.to)}: ${arrow.count}`,
      }),
      Plot.dot(places, {
        x: 'x',
        y: 'y',
        r: (place) => 2.5 + 7 * Math.sqrt((weight.get(place.id) ?? 0) / busiest),
        fill: (place) => (here.has(place.id) ? 'var(--ink)' : 'var(--line)'),
        title: (place) => `${nameOf(place.id)}: ${weight.get(place.id) ?? 0} made or received`,
      }),
      Plot.text(places, {
        x: 'x',
        y: 'y',
        text: (place) => (width < 560 ? place.id : nameOf(place.id)),
        dy: -13,
        fontSize: 11,
        fill: (place) => (here.has(place.id) ? 'var(--ink)' : 'var(--soft)'),
        stroke: 'var(--paper)',
        strokeWidth: 4,
      }),
    ],
  })
}

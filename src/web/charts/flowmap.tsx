// Visits as arrows on the map: from whose officials went to where they went; the thicker, the more.
import * as Plot from '@observablehq/plot'
import { type ReactNode, useCallback } from 'react'
import { useStateNames } from '../parts/links.tsx'
import type { Flow } from './flows.ts'
import { landMarks, middlesOf, projectionOf } from './places.tsx'
import { PlotFigure } from './plot.tsx'
import { loadWorld, type Shape } from './world.ts'

const most = 40

export function FlowMap({ flows }: { flows: Flow[] }): ReactNode {
  const nameOf = useStateNames()
  const draw = useCallback(
    async (width: number) => drawFlows(await loadWorld(), flows, { width, nameOf }),
    [flows],
  )
  return (
    <PlotFigure
      draw={draw}
      height={460}
      ratio={0.46}
      caption={`The ${Math.min(most, flows.length)} most frequent ways, from whose officials went (dot) to where they went (arrowhead); the thicker, the more visits. The matrix gives the numbers.`}
    />
  )
}

function drawFlows(
  world: Shape[],
  flows: Flow[],
  { width, nameOf }: { width: number; nameOf(id: string): string },
): Element {
  const middles = middlesOf(world)
  const arcs = flows
    .flatMap((flow) => {
      const [a, b] = [middles.get(flow.from), middles.get(flow.to)]
      return a && b ? [{ ...flow, x1: a[0], y1: a[1], x2: b[0], y2: b[1] }] : []
    })
    .slice(0, most)
  const heaviest = arcs[0]?.count ?? 1
  const ends = [...new Set(arcs.flatMap((arc) => [arc.from, arc.to]))].map((id) => ({
    id,
    x: middles.get(id)![0],
    y: middles.get(id)![1],
  }))
  return Plot.plot({
    width,
    projection: projectionOf(world),
    marks: [
      ...landMarks(world, null),
      Plot.arrow(arcs, {
        x1: 'x1',
        y1: 'y1',
        x2: 'x2',
        y2: 'y2',
        bend: 22,
        headLength: 6,
        stroke: 'var(--side-b)',
        strokeOpacity: 0.65,
        strokeWidth: (arc) => 0.8 + (arc.count / heaviest) * 4,
        title: (arc) => `${nameOf(arc.from)} to ${nameOf(arc.to)}: ${arc.count}`,
      }),
      Plot.dot(ends, { x: 'x', y: 'y', r: 2.5, fill: 'var(--ink)' }),
      Plot.text(ends, {
        x: 'x',
        y: 'y',
        text: 'id',
        dy: -8,
        fontSize: 10,
        fill: 'var(--ink)',
        stroke: 'var(--paper)',
        strokeWidth: 3,
      }),
    ],
  })
}

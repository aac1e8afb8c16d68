// The states a set of exchanges took place in, on a map: a dot for each host, as large as the number of exchanges.
import * as Plot from '@observablehq/plot'
import { useNavigate } from '@tanstack/react-router'
import { geoCentroid } from 'd3'
import { type ReactNode, useCallback } from 'react'
import { useStateNames } from '../parts/links.tsx'
import type { ShownExchange } from '../record.ts'
import { counted } from '../words.ts'
import { PlotFigure, tagPoints } from './plot.tsx'
import { loadWorld, type Shape } from './world.ts'

interface Props {
  items: ShownExchange[]
  /** State the dots are seen from; null: none. */
  home: string | null
}

export function PlacesMap({ items, home }: Props): ReactNode {
  const navigate = useNavigate()
  const nameOf = useStateNames()
  const draw = useCallback(
    async (width: number) => drawPlaces(await loadWorld(), countHosts(items), { width, home, nameOf }),
    [items, home],
  )
  const nowhere = items.filter((item) => !item.hostState).length
  return (
    <PlotFigure
      draw={draw}
      height={320}
      ratio={0.46}
      caption={`Where the exchanges took place, by host state: the larger the dot, the more.${nowhere ? ` Without a host (calls and the like): ${nowhere}.` : ''}`}
      onOpen={(id) => void navigate({ to: '/states/$id', params: { id } })}
    />
  )
}

function countHosts(items: ShownExchange[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { hostState } of items) if (hostState) counts.set(hostState, (counts.get(hostState) ?? 0) + 1)
  return counts
}

interface Options {
  width: number
  home: string | null
  nameOf(id: string): string
}

function drawPlaces(world: Shape[], counts: Map<string, number>, { width, home, nameOf }: Options): Element {
  const middles = middlesOf(world)
  const spots = [...counts].flatMap(([id, count]) => {
    const at = middles.get(id)
    return at ? [{ id, count, at }] : []
  })
  const plot = Plot.plot({
    width,
    projection: projectionOf(world),
    r: { range: [0, Math.min(26, width / 30)] },
    marks: [
      ...landMarks(world, home),
      Plot.dot(spots, {
        x: (spot) => spot.at[0],
        y: (spot) => spot.at[1],
        r: 'count',
        fill: 'var(--side-a)',
        fillOpacity: 0.55,
        stroke: 'var(--side-a)',
        title: (spot) => `${nameOf(spot.id)}: ${counted(spot.count, 'exchange')}`,
        className: 'points',
        sort: null,
      }),
    ],
  })
  tagPoints(
    plot,
    '.points > *',
    spots.map((spot) => spot.id),
  )
  return plot
}

/** The inhabited world with Asia and the Pacific in the middle. */
export const projectionOf = (world: Shape[]): Plot.ProjectionOptions => ({
  type: 'equal-earth',
  rotate: [-100, 0],
  domain: {
    type: 'FeatureCollection',
    features: world.filter((shape) => shape.properties.name !== 'Antarctica'),
  },
})

/** The land; the home state darker. */
export const landMarks = (world: Shape[], home: string | null): Plot.Markish[] => [
  Plot.geo(
    world.filter((shape) => shape.properties.name !== 'Antarctica'),
    {
      fill: (shape: Shape) => (shape.properties.code === home && home ? 'var(--edge)' : 'var(--wash)'),
      stroke: 'var(--line)',
      strokeWidth: 0.6,
    },
  ),
]

/** The middle of each state's largest piece of land, so that overseas parts do not pull it into the sea. */
export function middlesOf(world: Shape[]): Map<string, [number, number]> {
  const middles = new Map<string, [number, number]>()
  for (const shape of world) {
    if (!shape.properties.code || middles.has(shape.properties.code)) continue
    const { geometry } = shape
    const pieces = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    const largest = pieces.reduce((a, b) => (a[0]!.length >= b[0]!.length ? a : b))
    middles.set(shape.properties.code, geoCentroid({ type: 'Polygon', coordinates: largest }))
  }
  return middles
}

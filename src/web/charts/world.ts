// The map of the world, bundled: shapes of states by alpha-3 code, and the middle of each.
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import { feature } from 'topojson-client'
import atlas from 'world-atlas/countries-50m.json?url'
import { numericCodes } from './numeric.ts'

export type Shape = Feature<Polygon | MultiPolygon, { name: string; code: string | null }>

let shapes: Promise<Shape[]> | undefined

/** Shapes at 1:50 million, fetched once from the workbench's own files. */
export function loadWorld(): Promise<Shape[]> {
  shapes ??= fetch(atlas)
    .then((response) => response.json())
    .then((topology) => {
      const world = feature(topology, topology.objects.countries) as unknown as FeatureCollection<
        Polygon | MultiPolygon,
        { name: string }
      >
      return world.features.map((shape) => ({
        ...shape,
        properties: { name: shape.properties.name, code: numericCodes[String(shape.id)] ?? null },
      }))
    })
  return shapes
}

// Exchanges as GeoJSON: a line from each visitor's state to where the visit went, a point for what has only a place; middles of states.
import type { SliceExchange } from '../record/slice.ts'
import type { ExportFormat } from './format.ts'
import { summaryOf } from './icalendar.ts'

/** Longitude, latitude: WGS 84, as RFC 7946 wants. */
type Position = [number, number]

interface Feature {
  type: 'Feature'
  id: string
  geometry: { type: 'Point'; coordinates: Position } | { type: 'LineString'; coordinates: Position[] } | null
  properties: Record<string, unknown>
}

/** The format, with the middle of each state's largest piece of land. */
export const geoJson = (middles: Map<string, Position>): ExportFormat => ({
  name: 'geojson',
  title: 'GeoJSON: lines from visitors’ states to their hosts, points for the rest',
  extension: 'geojson',
  mediaType: 'application/geo+json',
  loses: [
    'where inside a state (kept in words in `place`): positions are the middles of states',
    'participants, but for the title line and their states',
    'positions of exchanges without a host, and of organizations',
    'conflicting values and the words of the evidence',
  ],
  async *write(slice) {
    yield '{"type":"FeatureCollection","features":['
    let between = '\n'
    for await (const x of slice.exchanges())
      for (const feature of featuresOf(x, middles)) {
        yield between + JSON.stringify(feature)
        between = ',\n'
      }
    yield '\n]}\n'
  },
})

/** One line a visiting state; without one, or to nowhere known, one feature with the place or none. */
function featuresOf(x: SliceExchange, middles: Map<string, Position>): Feature[] {
  const host = x.host === null ? undefined : middles.get(x.host)
  const visitors = x.participants.flatMap(({ role, state }) => (role === 'visitor' && state ? [state] : []))
  const from = [...new Set(visitors)].filter((state) => state !== x.host && middles.has(state))
  const base = (id: string, geometry: Feature['geometry'], visitor: string | null): Feature => ({
    type: 'Feature',
    id,
    geometry,
    properties: propertiesOf(x, visitor),
  })
  if (!host) return [base(x.id, null, null)]
  if (from.length === 0) return [base(x.id, { type: 'Point', coordinates: host }, null)]
  return from.map((state) =>
    base(`${x.id}:${state}`, { type: 'LineString', coordinates: [middles.get(state)!, host] }, state),
  )
}

const propertiesOf = (x: SliceExchange, visitor: string | null): Feature['properties'] => ({
  exchange: x.id,
  title: summaryOf(x),
  kind: x.kind,
  status: x.status,
  occurredOn: x.occurredOn,
  earliest: x.earliest,
  latest: x.latest,
  place: x.place,
  from: visitor,
  host: x.host,
  states: x.states,
  level: x.level,
  confirmed: x.confirmed,
  sources: x.sources.flatMap((source) => source.url ?? []),
})

// FollowTheMoney entities, one JSON object a line: Person, Position, Occupancy, PublicBody, Membership, Event and Trip.
import type { SliceExchange, SliceReferences } from '../record/slice.ts'
import type { ExportFormat } from './format.ts'

interface Entity {
  id: string
  schema: string
  properties: Record<string, string[]>
}

/** The format, with alpha-3 → alpha-2 codes, as FollowTheMoney writes countries. */
export const followTheMoney = (iso2: Map<string, string>): ExportFormat => ({
  name: 'ftm',
  title: 'FollowTheMoney entities (JSON Lines)',
  extension: 'ftm.json',
  mediaType: 'application/x-ndjson',
  loses: [
    'level and rank',
    'status of an exchange (kept in words in `summary`)',
    'uncertain dates (first and last day only)',
    'the words of the evidence',
  ],
  async *write(slice) {
    const country = (state: string | null): string[] =>
      state ? [(iso2.get(state) ?? state).toLowerCase()] : []
    for (const entity of referenceEntities(await slice.references(), country)) yield line(entity)
    for await (const exchange of slice.exchanges()) yield line(eventEntity(exchange, country))
  },
})

const line = (entity: Entity): string =>
  `${JSON.stringify({ ...entity, properties: withoutEmpty(entity.properties) })}\n`
const withoutEmpty = (properties: Record<string, (string | null | undefined)[]>): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(properties)
      .map(([name, values]) => [name, values.filter((value): value is string => !!value)] as const)
      .filter(([, values]) => values.length > 0),
  )
/** FollowTheMoney dates are ISO prefixes: no "~". */
const day = (date: string | null): string[] => (date ? [date.replace('~', '')] : [])

function* referenceEntities(
  references: SliceReferences,
  country: (state: string | null) => string[],
): Iterable<Entity> {
  for (const o of references.organizations)
    yield { id: `org-${o.id}`, schema: 'PublicBody', properties: { name: [o.name] } }
  for (const s of references.states)
    yield {
      id: `state-${s.id}`,
      schema: 'PublicBody',
      properties: { name: [s.name], country: country(s.id) },
    }
  for (const m of references.memberships)
    yield {
      id: `membership-${m.organization}-${m.state}-${m.role}-${m.from ?? 'open'}`,
      schema: 'Membership',
      properties: {
        member: [`state-${m.state}`],
        organization: [`org-${m.organization}`],
        role: [m.role],
        startDate: day(m.from),
        endDate: day(m.to),
        sourceUrl: m.sources,
      },
    }
  for (const p of references.people)
    yield {
      id: `person-${p.id}`,
      schema: 'Person',
      properties: {
        name: [p.name, ...(p.nativeName ? [p.nativeName] : [])],
        alias: p.aliases,
        nationality: country(p.state),
      },
    }
  for (const o of references.offices)
    yield {
      id: `office-${o.id}`,
      schema: 'Position',
      properties: {
        name: [o.title],
        country: country(o.state),
        organization: o.organization ? [`org-${o.organization}`] : [],
        sourceUrl: o.sources,
      },
    }
  for (const t of references.tenures)
    yield {
      id: `tenure-${t.id}`,
      schema: 'Occupancy',
      properties: {
        holder: [`person-${t.person}`],
        post: [`office-${t.office}`],
        startDate: day(t.from),
        endDate: day(t.to),
        sourceUrl: t.sources,
      },
    }
}

function eventEntity(x: SliceExchange, country: (state: string | null) => string[]): Entity {
  const people = x.participants.flatMap((p) => (p.person ? [`person-${p.person}`] : []))
  return {
    id: `exchange-${x.id}`,
    schema: x.kind === 'visit' ? 'Trip' : 'Event',
    properties: {
      name: [
        `${x.kind}: ${x.participants
          .map((p) => p.name ?? p.office ?? p.organization)
          .filter(Boolean)
          .join(', ')}`,
      ],
      startDate: x.earliest ? [x.earliest] : [],
      endDate: x.latest ? [x.latest] : [],
      location: x.place ? [x.place] : [],
      country: x.states.flatMap(country),
      involved: people,
      summary: [`${x.status}${x.confirmed ? '' : ', unconfirmed'}${x.occasion ? `; ${x.occasion}` : ''}`],
      sourceUrl: x.sources.flatMap((s) => s.url ?? []),
    },
  }
}

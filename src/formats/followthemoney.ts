// FollowTheMoney entities, one JSON object a line, written and read: Person, Position, Occupancy, PublicBody, Membership, Event, Trip.
import { InputError } from '../errors.ts'
import type { SliceExchange, SliceReferences } from '../record/slice.ts'
import { readDay, readInterval } from './edtfday.ts'
import type { ExportFormat } from './format.ts'
import { type ImportFormat, startImport } from './imported.ts'
import { jsonRows } from './jsonrows.ts'

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

/** An entity as files have it: a property may be missing. */
interface ReadEntity {
  id: string
  schema: string
  properties: Record<string, string[] | undefined>
}
const isEntity = (value: unknown): value is ReadEntity =>
  typeof (value as ReadEntity | null)?.schema === 'string' && typeof (value as ReadEntity).id === 'string'

const nationOf = ({ properties: p }: ReadEntity): string[] | undefined =>
  p.nationality ?? p.citizenship ?? p.country

/**
 * An entity and those that stand inside it, as OpenSanctions nests them: in their place goes their id. What stands under
 * `positionOccupancies` is held by the one it stands in.
 */
function* unnested(entity: ReadEntity, holder?: string): Generator<ReadEntity> {
  const properties: Record<string, string[]> =
    holder && entity.schema === 'Occupancy' ? { holder: [holder] } : {}
  for (const [name, values] of Object.entries(entity.properties ?? {})) {
    properties[name] = (values as unknown[]).map((value) => (isEntity(value) ? value.id : String(value)))
    for (const value of values as unknown[]) if (isEntity(value)) yield* unnested(value, entity.id)
  }
  yield { ...entity, properties }
}

/** FollowTheMoney JSON Lines, countries as alpha-2 (`iso2`: alpha-3 → alpha-2). */
export const ftmImport = (iso2: Map<string, string>): ImportFormat => ({
  name: 'ftm',
  title: 'FollowTheMoney / OpenSanctions entities (JSON Lines)',
  read(text) {
    const result = startImport()
    const alpha3 = new Map([...iso2].map(([three, two]) => [two.toLowerCase(), three]))
    const state = (codes?: string[]): string | null => alpha3.get(codes?.[0] ?? '') ?? null
    const entities = new Map<string, ReadEntity & { row: number }>()
    for (const { row, value } of jsonRows(text)) {
      result.rows++
      if (isEntity(value)) for (const entity of unnested(value)) entities.set(entity.id, { ...entity, row })
      else result.fail(row, 'not a FollowTheMoney entity: no id and schema')
    }
    if (entities.size === 0)
      throw new InputError('The file holds no FollowTheMoney entity.', 'Give JSON Lines, one entity a line.')
    for (const entity of entities.values()) {
      const { id, row, schema, properties: p } = entity
      const get = (name: string): string | null => p[name]?.[0] ?? null
      if (schema === 'Occupancy') {
        const [holder, post] = [entities.get(get('holder') ?? ''), entities.get(get('post') ?? '')]
        const [person, office] = [holder?.properties.name?.[0], post?.properties.name?.[0]]
        if (!person || !office) result.fail(row, `occupancy ${id}: its holder or post is not in the file`)
        else
          result.tenures.push({
            row,
            id,
            person,
            personState: state(nationOf(holder!)),
            office,
            officeState: state(post!.properties.country),
            organization: null,
            from: readDay(get('startDate')),
            to: readDay(get('endDate')),
            acting: false,
            level: null,
            sources: p.sourceUrl ?? [],
            source: { ...entity },
          })
      } else if (schema === 'Membership') {
        const [member, body] = [entities.get(get('member') ?? ''), entities.get(get('organization') ?? '')]
        const [person, organization] = [member?.properties.name?.[0], body?.properties.name?.[0]]
        if (!person || !organization)
          result.fail(row, `membership ${id}: its member or organization is not in the file`)
        // Which states belong to which organization is for the packs.
        else if (member!.schema !== 'Person') result.lose(['Membership of an organization'])
        else
          result.tenures.push({
            row,
            id,
            person,
            personState: state(nationOf(member!)),
            office: `${get('role') ?? 'Member'}, ${organization}`,
            officeState: state(body!.properties.country),
            organization,
            from: readDay(get('startDate')),
            to: readDay(get('endDate')),
            acting: false,
            level: null,
            sources: p.sourceUrl ?? [],
            source: { ...entity },
          })
      } else if (schema === 'Event' || schema === 'Trip') {
        const involved = [...(p.involved ?? []), ...(p.organizer ?? [])].flatMap(
          (ref) => entities.get(ref) ?? [],
        )
        const host = state(p.country)
        result.exchanges.push({
          row,
          id,
          kind: schema === 'Trip' ? 'visit' : 'meeting',
          grade: null,
          status: 'occurred',
          date: readInterval(get('startDate') ?? get('date'), get('endDate')),
          place: get('location') ?? get('endLocation'),
          host: (p.country?.length ?? 0) === 1 ? host : null,
          occasion: get('name'),
          note: get('summary') ?? get('description'),
          participants: involved.map((e) => ({
            name: e.schema === 'Person' ? (e.properties.name?.[0] ?? null) : null,
            state: state(nationOf(e)),
            organization: e.schema === 'Person' ? null : (e.properties.name?.[0] ?? null),
            office: e.properties.position?.[0] ?? null,
            level: null,
            role: 'participant' as const,
          })),
          sources: p.sourceUrl ?? [],
          source: { ...entity },
        })
      } else if (!['Person', 'Position', 'PublicBody', 'Organization'].includes(schema))
        result.lose([`schema ${schema}`])
    }
    return result
  },
})

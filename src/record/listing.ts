// Lists of what the record shows now: exchanges by filter, in pages; one exchange with all that it stands on.
import type { ClaimStatus } from './claims.ts'
import { readCursor, readWhole, writeCursor } from './cursor.ts'
import type { Database } from './database.ts'
import type { Evidence } from './evidence.ts'
import { findLife, type LifeEvent } from './life.ts'
import { findTrip, type Trip } from './trips.ts'

export interface ListedParticipant {
  name: string | null
  nativeName: string | null
  person: string | null
  state: string | null
  organization: string | null
  office: string | null
  officeId: string | null
  level: number | null
  role: 'visitor' | 'host' | 'participant'
}

/** An exchange as shown. Days are YYYY-MM-DD, `occurredOn` and `announcedOn` EDTF; null where not known. */
export interface ListedExchange {
  id: string
  kind: string
  grade: string | null
  status: string
  occurredOn: string | null
  earliest: string | null
  latest: string | null
  place: string | null
  hostState: string | null
  states: string[]
  format: string | null
  occasion: string | null
  partOf: string | null
  confirmed: boolean
  basis: string | null
  note: string | null
  remote: boolean
  level: number | null
  review: string
  announcedOn: string | null
  participants: ListedParticipant[]
}

/** One value of one property with its source. */
export interface ListedClaim {
  id: string
  property: string
  value: unknown
  documentId: string | null
  documentTitle: string | null
  publisher: string | null
  publishedOn: string | null
  evidence: Evidence | null
  sourceUrl: string | null
  reader: string | null
  actor: string | null
  reason: string | null
  status: ClaimStatus
  recordedAt: string
}
export interface ListedReadout {
  id: string
  state: string
  documentId: string | null
  url: string | null
  publisher: string | null
  official: boolean
  topics: string[]
}
export interface WholeExchange extends ListedExchange {
  claims: ListedClaim[]
  readouts: ListedReadout[]
  children: ListedExchange[]
  /** Who announced, confirmed, reported, put off or denied it, in the order in which it was said. */
  life: LifeEvent[]
  /** The trip through several states that a visit is one stop of; null: none. */
  trip: Trip | null
}

/** Which exchanges; nothing given: all. Days are YYYY-MM-DD. */
export interface ExchangeFilter {
  /** All of these take part or host. */
  states?: string[] | undefined
  /** At least two of these take part or host: what a camp does among itself. */
  inside?: string[] | undefined
  /** Visitors' state and the state visited. */
  from?: string | undefined
  to?: string | undefined
  kind?: string[] | undefined
  /** This level or better. */
  level?: number | undefined
  status?: string[] | undefined
  person?: string | undefined
  since?: string | undefined
  until?: string | undefined
  confirmed?: boolean | undefined
  review?: string[] | undefined
  /** Words of a name, place, occasion or note. */
  query?: string | undefined
  document?: string | undefined
  partOf?: string | undefined
}
export type ExchangeOrder = 'newest' | 'oldest' | 'level'

export interface Page<Item> {
  items: Item[]
  /** Cursor of the next page; null at the end. */
  next: string | null
  /** Of all pages. */
  total: number
}

const columns = `x.id, x.kind, x.grade, x.status, x.occurred_on as "occurredOn", x.earliest, x.latest, x.place, x.host_state as "hostState",
  x.states, x.format, x.occasion, x.part_of as "partOf", x.confirmed, x.basis, x.note, x.remote, x.level, x.review,
  x.announced_on as "announcedOn", x.participants`

const days = (date: string): string => `(${date} - '0001-01-01'::date)`
const latest = days(`coalesce(x.latest, x.earliest, '0001-01-01'::date)`)
/** Whole numbers, each with an index (020-lists.sql). Undated rows come last in every order of days. */
const keys: Record<ExchangeOrder, { key: string; direction: 'asc' | 'desc' }> = {
  newest: { key: latest, direction: 'desc' },
  oldest: { key: days(`coalesce(x.earliest, x.latest, '9999-12-31'::date)`), direction: 'asc' },
  level: { key: `(coalesce(x.level, 9) * 10000000 + ${latest})`, direction: 'asc' },
}

/** Parameters of a statement, placed as it is written. */
export class Parameters {
  readonly values: unknown[] = []
  add(value: unknown): string {
    return `$${this.values.push(value)}`
  }
}

/** Fields that let few rows through; a kind, a level or a status lets many. */
const narrows = ['states', 'inside', 'from', 'to', 'person', 'query', 'document', 'partOf', 'review'] as const

/** Exchanges that `filter` lets through. Throws InputError for a cursor of another list. */
export async function listExchanges(
  database: Database,
  filter: ExchangeFilter,
  page: { order?: ExchangeOrder | undefined; cursor?: string | undefined; limit?: number | undefined } = {},
): Promise<Page<ListedExchange>> {
  const { key: indexed, direction } = keys[page.order ?? 'newest']
  // Where rows are few, an index of the filter finds them: walking them all in order until a page is met would be dear.
  const key = narrows.some((field) => filter[field] !== undefined) ? `(${indexed} + 0)` : indexed
  const limit = page.limit ?? 50
  const parameters = new Parameters()
  const where = whereOf(filter, parameters)
  const counted = await database.query<{ total: number }>(
    `select count(*)::int as total from exchange x where ${where}`,
    parameters.values,
  )
  const after = page.cursor ? afterCursor(page.cursor, key, direction, parameters) : 'true'
  const found = await database.query<ListedExchange & { key: number }>(
    `select ${columns}, ${key} as key from shown_exchange x where ${where} and ${after}
     order by key ${direction}, x.id limit ${limit + 1}`,
    parameters.values,
  )
  const last = found.length > limit ? found[limit - 1]! : null
  return {
    items: found.slice(0, limit).map(({ key: _, ...item }) => item),
    next: last && writeCursor([String(last.key), last.id]),
    total: counted[0]!.total,
  }
}

function afterCursor(cursor: string, key: string, direction: 'asc' | 'desc', parameters: Parameters): string {
  const [at, after] = readCursor(cursor)
  const [value, id] = [`${parameters.add(readWhole(at))}::int`, parameters.add(after)]
  const onwards = direction === 'asc' ? '>' : '<'
  // The first condition is what an index can begin at.
  return `(${key} ${onwards}= ${value} and (${key} ${onwards} ${value} or x.id > ${id}))`
}

/** The condition on `exchange x` that a filter comes to. */
export function whereOf(filter: ExchangeFilter, parameters: Parameters): string {
  const p = (value: unknown): string => parameters.add(value)
  const takesPart = (condition: string): string =>
    `exists (select 1 from participant v where v.exchange_id = x.id and v.known_to = 'infinity' and ${condition})`
  const parts = [
    `x.known_to = 'infinity'`,
    filter.review ? `x.review = any(${p(filter.review)}::text[])` : `x.review <> 'rejected'`,
  ]
  if (filter.states?.length) parts.push(`x.states @> ${p(filter.states)}::text[]`)
  if (filter.inside?.length) {
    const camp = `${p(filter.inside)}::text[]`
    parts.push(
      `x.states && ${camp} and cardinality(array(select unnest(x.states) intersect select unnest(${camp}))) > 1`,
    )
  }
  if (filter.from)
    parts.push(
      takesPart(
        `v.role = 'visitor' and v.state = ${p(filter.from)}${filter.to ? ` and v.host_state = ${p(filter.to)}` : ''}`,
      ),
    )
  else if (filter.to) parts.push(`x.host_state = ${p(filter.to)}`)
  if (filter.kind?.length) parts.push(`x.kind = any(${p(filter.kind)}::text[])`)
  if (filter.level !== undefined) parts.push(`x.level <= ${p(filter.level)}`)
  if (filter.status?.length) parts.push(`x.status = any(${p(filter.status)}::text[])`)
  if (filter.person) parts.push(takesPart(`v.person_id = ${p(filter.person)}`))
  if (filter.since) parts.push(`coalesce(x.latest, x.earliest) >= ${p(filter.since)}::date`)
  if (filter.until) parts.push(`coalesce(x.earliest, x.latest) <= ${p(filter.until)}::date`)
  if (filter.confirmed !== undefined) parts.push(`x.confirmed = ${p(filter.confirmed)}`)
  if (filter.partOf) parts.push(`x.part_of = ${p(filter.partOf)}`)
  if (filter.document) {
    parts.push(
      `exists (select 1 from exchange_claim c where c.exchange_id = x.id and c.document_id = ${p(filter.document)} and c.retracted_at = 'infinity')`,
    )
  }
  if (filter.query) parts.push(mentions(p(`%${filter.query.replace(/[\\%_]/g, '\\$&')}%`), takesPart))
  return parts.join(' and ')
}

function mentions(pattern: string, takesPart: (condition: string) => string): string {
  const named = takesPart(
    `(v.name ilike ${pattern} or v.office ilike ${pattern} or exists (select 1 from person q where q.id = v.person_id and (q.name ilike ${pattern} or q.native_name ilike ${pattern})))`,
  )
  return `(x.place ilike ${pattern} or x.occasion ilike ${pattern} or x.note ilike ${pattern} or ${named})`
}

/** One exchange with its claims, readouts and parts; null when the record shows none by that id. */
export async function findExchange(database: Database, id: string): Promise<WholeExchange | null> {
  const [exchange] = await database.query<ListedExchange>(
    `select ${columns} from shown_exchange x where x.id = $1 and x.known_to = 'infinity'`,
    [id],
  )
  if (!exchange) return null
  return {
    ...exchange,
    claims: await claimsOf(database, id),
    readouts: await readoutsOf(database, id),
    children: (await listExchanges(database, { partOf: id }, { order: 'oldest', limit: 200 })).items,
    life: await findLife(database, id),
    trip: await findTrip(database, id),
  }
}

const claimsOf = (database: Database, id: string): Promise<ListedClaim[]> =>
  database.query<ListedClaim>(
    `select c.id, c.property, c.value, c.document_id as "documentId", d.title as "documentTitle", d.publisher, d.published_on as "publishedOn",
            c.evidence, coalesce(c.source_url, d.url) as "sourceUrl", c.reader, c.actor, c.reason, c.status, c.recorded_at as "recordedAt"
     from exchange_claim c left join document d on d.id = c.document_id
     where c.exchange_id = $1 and c.retracted_at = 'infinity'
     order by c.property, c.reliability, c.recorded_at, c.id`,
    [id],
  )

const readoutsOf = (database: Database, id: string): Promise<ListedReadout[]> =>
  database.query<ListedReadout>(
    `select id, state, document_id as "documentId", url, publisher, official, topics from readout where exchange_id = $1 order by state, id`,
    [id],
  )

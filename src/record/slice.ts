// A slice of the record for exporting: exchanges in pages, with their participants and sources, and what they refer to.
import type { Database } from './database.ts'

/** Which exchanges; nothing given: all. Days are YYYY-MM-DD. */
export interface SliceFilter {
  /** Instant (ISO, UTC): only what was known by then. */
  asKnownOn: string
  states?: string[]
  since?: string
  until?: string
  person?: string
  statuses?: string[]
}

export interface SliceParticipant {
  name: string | null
  nativeName: string | null
  person: string | null
  state: string | null
  organization: string | null
  office: string | null
  officeId: string | null
  level: number | null
  role: string
}

/** One source of an exchange: a filed document with its words, or the URL an imported row names. */
export interface SliceSource {
  documentId: string | null
  url: string | null
  title: string | null
  publisher: string | null
  publishedOn: string | null
  exact: string | null
  start: number | null
  end: number | null
  textHash: string | null
}

export interface SliceExchange {
  id: string
  kind: string
  grade: string | null
  status: string
  occurredOn: string | null
  earliest: string | null
  latest: string | null
  place: string | null
  host: string | null
  states: string[]
  format: string | null
  occasion: string | null
  partOf: string | null
  confirmed: boolean
  basis: string | null
  note: string | null
  remote: boolean
  level: number | null
  announcedOn: string | null
  knownFrom: string
  participants: SliceParticipant[]
  sources: SliceSource[]
}

export interface SliceReferences {
  states: { id: string; name: string; capital: string | null }[]
  organizations: { id: string; name: string; kind: string }[]
  memberships: {
    organization: string
    state: string
    role: string
    from: string | null
    to: string | null
    sources: string[]
  }[]
  offices: {
    id: string
    state: string | null
    organization: string | null
    title: string
    level: number
    sources: string[]
  }[]
  people: { id: string; name: string; nativeName: string | null; aliases: string[]; state: string | null }[]
  tenures: {
    id: string
    person: string
    office: string
    from: string | null
    to: string | null
    acting: boolean
    sources: string[]
  }[]
}

/** What an exporter works on. `exchanges` can be walked once or many times; each walk reads the record anew. */
export interface RecordSlice {
  asKnownOn: string
  exchanges(): AsyncIterable<SliceExchange>
  references(): Promise<SliceReferences>
}

const PAGE = 1000

/** A slice of `database` under `filter`, read page by page: memory stays flat however large the record. */
export const sliceRecord = (database: Database, filter: SliceFilter): RecordSlice => ({
  asKnownOn: filter.asKnownOn,
  exchanges: () => pages(database, filter),
  references: () => readReferences(database),
})

async function* pages(database: Database, filter: SliceFilter): AsyncIterable<SliceExchange> {
  let after = ''
  for (;;) {
    const rows = await page(database, filter, after)
    if (rows.length === 0) return
    const sources = await sourcesOf(
      database,
      rows.map((row) => row.id),
      filter.asKnownOn,
    )
    for (const row of rows) yield { ...row, sources: sources.get(row.id) ?? [] }
    after = rows.at(-1)!.id
  }
}

const page = (
  database: Database,
  filter: SliceFilter,
  after: string,
): Promise<Omit<SliceExchange, 'sources'>[]> =>
  database.query(
    `select e.id, e.kind, e.grade, e.status, e.occurred_on as "occurredOn", e.earliest, e.latest, e.place, e.host_state as host,
       e.states, e.format, e.occasion, e.part_of as "partOf", e.confirmed, e.basis, e.note, e.remote, e.level,
       e.announced_on as "announcedOn", e.known_from as "knownFrom", p.participants
     from exchange e
     cross join lateral (
       select coalesce(jsonb_agg(jsonb_build_object('name', coalesce(q.shown_name, q.name), 'nativeName', q.native_name,
         'person', q.person_id, 'state', q.state, 'organization', q.organization_id, 'office', q.office,
         'officeId', q.office_id, 'level', q.level, 'role', q.role) order by q.ordinal), '[]') as participants
       from shown_participant q where q.exchange_id = e.id and q.known_from = e.known_from
     ) p
     where e.id > $1 and e.known_from <= $2 and e.known_to > $2 and e.review <> 'rejected'
       and ($3::text[] is null or e.states && $3)
       and ($4::date is null or e.latest >= $4) and ($5::date is null or e.earliest <= $5)
       and ($6::text is null or exists (select from participant q where q.exchange_id = e.id and q.known_from = e.known_from and q.person_id = $6))
       and ($7::text[] is null or e.status = any($7))
     order by e.id limit ${PAGE}`,
    [
      after,
      filter.asKnownOn,
      filter.states?.length ? filter.states : null,
      filter.since ?? null,
      filter.until ?? null,
      filter.person ?? null,
      filter.statuses?.length ? filter.statuses : null,
    ],
  )

async function sourcesOf(
  database: Database,
  ids: string[],
  asKnownOn: string,
): Promise<Map<string, SliceSource[]>> {
  const rows = await database.query<SliceSource & { exchange: string }>(
    `select distinct on (c.exchange_id, coalesce(c.document_id, c.source_url), c.evidence->>'start')
       c.exchange_id as exchange, c.document_id as "documentId", coalesce(d.url, c.source_url) as url, d.title, d.publisher,
       d.published_on as "publishedOn", c.evidence->>'exact' as exact, (c.evidence->>'start')::int as start,
       (c.evidence->>'end')::int as "end", c.evidence->>'textHash' as "textHash"
     from exchange_claim c left join document d on d.id = c.document_id
     where c.exchange_id = any($1::text[]) and c.recorded_at <= $2 and c.retracted_at > $2
       and c.status in ('accepted', 'proposed') and (c.document_id is not null or c.source_url is not null)
     order by c.exchange_id, coalesce(c.document_id, c.source_url), c.evidence->>'start'`,
    [ids, asKnownOn],
  )
  const sources = new Map<string, SliceSource[]>()
  for (const { exchange, ...source } of rows)
    sources.set(exchange, [...(sources.get(exchange) ?? []), source])
  return sources
}

async function readReferences(database: Database): Promise<SliceReferences> {
  return {
    states: await database.query('select id, name, capital from state order by id'),
    organizations: await database.query('select id, name, kind from organization order by id'),
    memberships: await database.query(
      `select organization_id as organization, state_id as state, role, from_text as from, to_text as to, sources
       from membership order by organization_id, state_id, role, from_text`,
    ),
    offices: await database.query(
      `select id, state_id as state, organization_id as organization, title, level, sources from office order by id`,
    ),
    people: await database.query(
      `select id, name, native_name as "nativeName", aliases, state_id as state from person where merged_into is null order by id`,
    ),
    tenures: await database.query(
      `select id, person_id as person, office_id as office, from_text as from, to_text as to, acting, sources
       from tenure order by person_id, from_text, office_id`,
    ),
  }
}

// What was last recorded: versions of exchanges, newest first, each with what it showed before.
import type { Database } from './database.ts'

/** One version of an exchange as it became known. */
export interface Recorded {
  exchange: string
  /** Instant the record began to show it so. */
  knownFrom: string
  kind: string
  status: string
  occurredOn: string | null
  place: string | null
  host: string | null
  states: string[]
  confirmed: boolean
  review: string
  who: { name: string | null; office: string | null; state: string | null; role: string }[]
  /** What it showed before; null: it is new. */
  before: { status: string; occurredOn: string | null; place: string | null; review: string } | null
  sources: { title: string | null; publisher: string | null; url: string | null; exact: string | null }[]
}

/** The latest versions that touch these states (all of them: exchanges between them); none given: any. */
export const listLatest = (database: Database, states: string[], limit: number): Promise<Recorded[]> =>
  database.query<Recorded>(
    `with latest as (
       select * from exchange where review <> 'rejected' and states @> $1::text[]
       order by known_from desc, id limit $2
     )
     select e.id as exchange, e.known_from as "knownFrom", e.kind, e.status, e.occurred_on as "occurredOn", e.place,
       e.host_state as host, e.states, e.confirmed, e.review,
       (select coalesce(json_agg(json_build_object('name', coalesce(n.name, p.name), 'office', p.office, 'state', p.state, 'role', p.role)
          order by p.ordinal), '[]')
        from participant p left join person n on n.id = p.person_id
        where p.exchange_id = e.id and p.known_from = e.known_from) as who,
       (select json_build_object('status', b.status, 'occurredOn', b.occurred_on, 'place', b.place, 'review', b.review)
        from exchange b where b.id = e.id and b.known_to = e.known_from) as before,
       (select coalesce(json_agg(json_build_object('title', d.title, 'publisher', d.publisher, 'url', coalesce(d.url, c.source_url),
          'exact', c.evidence->>'exact') order by c.recorded_at), '[]')
        from exchange_claim c left join document d on d.id = c.document_id
        where c.exchange_id = e.id and c.property = 'kind' and c.recorded_at <= e.known_from and c.retracted_at > e.known_from) as sources
     from latest e order by e.known_from desc, e.id`,
    [states, limit],
  )

// The life of an exchange: announced, confirmed by the other side, under way, occurred, put off, called off, denied; who said so, and when.
import type { Database } from './database.ts'

/** 'confirmed': announced by a side after another had announced it. */
export type Stage =
  | 'announced'
  | 'confirmed'
  | 'ongoing'
  | 'occurred'
  | 'postponed'
  | 'cancelled'
  | 'denied'
  | 'possible'

export interface LifeEvent {
  stage: Stage
  /** Day the source said it; null when not known. */
  saidOn: string | null
  /** Whose side the source speaks for; null: nobody's. */
  side: string | null
  /** What that side is here; null where it is neither, or nobody's. */
  by: 'host' | 'guest' | null
  /** Days from the saying to the first possible day of the exchange; negative: after it. null where either is not known. */
  lead: number | null
  documentId: string | null
  url: string | null
  /** Whether a person has yet to look at it. */
  proposed: boolean
}

/** What the record holds of an exchange's life, in the order in which it was said; copies of one wire once. */
export async function findLife(database: Database, exchange: string): Promise<LifeEvent[]> {
  const said = await database.query<LifeEvent & { stage: Exclude<Stage, 'confirmed'> }>(
    `select distinct on (c.value, coalesce(c.origin, c.document_id, c.source_url, c.id)) c.value #>> '{}' as stage, c.asserted_on as "saidOn",
       c.side_state as side, case when c.side_state = x.host_state then 'host' when c.side_state = any(x.states) then 'guest' end as by,
       x.earliest - c.asserted_on as lead, c.document_id as "documentId", coalesce(c.source_url, d.url) as url, c.status = 'proposed' as proposed
     from exchange_claim c join exchange x on x.id = c.exchange_id and x.known_to = 'infinity' left join document d on d.id = c.document_id
     where c.exchange_id = $1 and c.property = 'status' and c.retracted_at = 'infinity' and c.status in ('accepted', 'proposed')
     order by c.value, coalesce(c.origin, c.document_id, c.source_url, c.id), c.asserted_on, c.id`,
    [exchange],
  )
  return tellConfirmed(said.sort(inOrder))
}

const stages: Stage[] = [
  'possible',
  'announced',
  'confirmed',
  'postponed',
  'denied',
  'cancelled',
  'ongoing',
  'occurred',
]

/** By day; what has no day after what has; on one day as a life runs. */
const inOrder = (a: LifeEvent, b: LifeEvent): number =>
  (a.saidOn ?? '9999').localeCompare(b.saidOn ?? '9999') || stages.indexOf(a.stage) - stages.indexOf(b.stage)

/** Whoever of the two sides announces what another source has announced before confirms it. */
function tellConfirmed(events: LifeEvent[]): LifeEvent[] {
  const announced = new Set<string | null>()
  return events.map((event) => {
    if (event.stage !== 'announced') return event
    const confirms = event.by !== null && announced.size > 0 && !announced.has(event.side)
    announced.add(event.side)
    return confirms ? { ...event, stage: 'confirmed' } : event
  })
}

// The exchange tree where no text says it: a meeting its visitor had in the host state during a visit is part of that visit.
import { type ExchangeClaim, insertClaims } from './claims.ts'
import { contentId } from './columns.ts'
import type { Database } from './database.ts'
import { groupRows } from './grouping.ts'
import { refreshExchanges } from './versions.ts'

interface Contained {
  part: string
  whole: string
  days: number
}

/** `v` is a visitor's row of a visit, `m` an exchange in the host state within its days. */
const holds = `v.kind = 'visit' and v.role = 'visitor' and v.host_state = m.host_state and v.earliest <= m.earliest and v.latest >= m.latest
  and m.known_to = 'infinity' and m.part_of is null and m.kind in ('meeting', 'talks', 'summit', 'ceremony', 'agreement')
  and m.status not in ('cancelled', 'denied') and v.status not in ('cancelled', 'denied')`

/** Links these exchanges, as parts or as wholes, wherever the shortest visit that holds one is plain. */
export async function linkContained(database: Database, exchangeIds: string[], at: string): Promise<void> {
  const found = await database.query<Contained>(
    `select m.id as part, v.exchange_id as whole, v.latest - v.earliest as days
     from exchange m
     join participant pm on pm.exchange_id = m.id and pm.known_to = 'infinity' and pm.role <> 'host'
     join participant v on v.person_id = pm.person_id and v.known_to = 'infinity' and v.earliest between m.earliest - 60 and m.earliest
     where m.id = any($1::text[]) and ${holds}
     union
     select m.id, v.exchange_id, v.latest - v.earliest
     from participant v
     join participant pm on pm.person_id = v.person_id and pm.known_to = 'infinity' and pm.role <> 'host' and pm.earliest between v.earliest and v.latest
     join exchange m on m.id = pm.exchange_id
     where v.exchange_id = any($1::text[]) and v.known_to = 'infinity' and ${holds}`,
    [exchangeIds],
  )
  const claims = [...groupRows(found, (row) => row.part).values()].flatMap((wholes) =>
    containmentClaim(wholes, at),
  )
  await insertClaims(database, claims)
  await refreshExchanges(
    database,
    claims.map((claim) => claim.exchange_id),
    at,
  )
}

/** Two visits of the same length that both hold the meeting: nobody can say, no link. */
function containmentClaim(wholes: Contained[], at: string): ExchangeClaim[] {
  const [first, second] = wholes.sort((a, b) => a.days - b.days)
  if (!first || (second && second.days === first.days)) return []
  return [
    {
      id: contentId('containment', first.part, first.whole, at),
      exchange_id: first.part,
      property: 'partOf',
      value: first.whole,
      document_id: null,
      evidence: null,
      source_url: null,
      import_row: null,
      reader: 'record',
      actor: null,
      reason: null,
      status: 'accepted',
      reliability: 4,
      origin: 'containment',
      recorded_at: at,
      retracted_at: 'infinity',
      asserted_on: null,
      side_state: null,
      confidence: 0.9,
      filed_under: first.part,
      why: 'the visitor met in the host state during this visit',
    },
  ]
}

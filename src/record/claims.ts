// The record's unit: one value of one property of one exchange, asserted by a document at a place, an import row or a person.

import { insertSplit, splitClaims } from './claimrows.ts'
import { contentId, insertable } from './columns.ts'
import type { Database } from './database.ts'
import type { Evidence } from './evidence.ts'

export type ClaimStatus = 'proposed' | 'accepted' | 'rejected' | 'superseded'

/** What a claim can be about. 'participant' may have many values at once; the others have one that is shown. */
export type ClaimProperty =
  | 'kind'
  | 'grade'
  | 'status'
  | 'date'
  | 'place'
  | 'host'
  | 'format'
  | 'occasion'
  | 'partOf'
  | 'note'
  | 'basis'
  | 'confirmed'
  | 'announced'
  | 'remote'
  | 'states'
  | 'participant'

/** The value of a 'participant' claim: who takes part, with what was known of the office that day. */
export interface ParticipantValue {
  person: string | null
  /** As the source writes it; null where it gives only the office. */
  name: string | null
  state: string | null
  organization: string | null
  /** Office as worded, or its title in the gazetteer. */
  office: string | null
  officeId: string | null
  /** Every office held that day, gazetteer ids; empty: to be derived from tenures. */
  offices: string[]
  level: number | null
  role: 'visitor' | 'host' | 'participant'
  /** The office the person acted in, where the source says which; else null. */
  capacity: string | null
  /** Place in the source's list of names, from 0: evidence of rank. */
  order: number
}

/** A row of exchange_claim. `retracted_at` 'infinity': stands. */
export interface ExchangeClaim {
  id: string
  exchange_id: string
  property: ClaimProperty
  value: unknown
  document_id: string | null
  evidence: Evidence | null
  source_url: string | null
  import_row: unknown
  reader: string | null
  actor: string | null
  reason: string | null
  status: ClaimStatus
  /** 1 official text … 6 unknown. */
  reliability: number
  /** Copies of one wire share it; null: the claim's own. */
  origin: string | null
  recorded_at: string
  retracted_at: string
  /** Day the source said it; null when unknown. */
  asserted_on: string | null
  side_state: string | null
  confidence: number
  filed_under: string | null
  /** How a participant's name was matched to the person; null when the source gave the id. */
  why: string | null
  /** Id of the claim this one is a copy of, by a change or its undoing; null or absent: none. */
  lineage?: string | null
}

/** The claims that stand now for these exchanges. */
export const standingClaims = (database: Database, exchangeIds: string[]): Promise<ExchangeClaim[]> =>
  database.query<ExchangeClaim>(
    `select * from exchange_claim where exchange_id = any($1::text[]) and retracted_at = 'infinity'`,
    [exchangeIds],
  )

/** The same as the shown values are chosen from: without their evidence and import rows, which are most of a claim. */
export const standingValues = (database: Database, exchangeIds: string[]): Promise<ExchangeClaim[]> =>
  database.query<ExchangeClaim>(
    `select id, exchange_id, property, value, document_id, null as evidence, source_url, null as import_row, reader, actor, reason, status,
       reliability, origin, recorded_at, retracted_at, asserted_on, side_state, confidence, filed_under, why, lineage
     from exchange_claim where exchange_id = any($1::text[]) and retracted_at = 'infinity'`,
    [exchangeIds],
  )

/** Adds claims; one that is there already (same exchange, same id) is left as it is. */
export async function insertClaims(database: Database, claims: ExchangeClaim[]): Promise<void> {
  for (let first = 0; first < claims.length; first += 1000) {
    const { rows, shared } = splitClaims(claims.slice(first, first + 1000))
    await database.query(insertSplit, [insertable(rows), insertable(shared)])
  }
}

/** The same claim as recorded at `at`: history keeps the old row, the new one stands. */
export const copyClaim = (claim: ExchangeClaim, at: string): ExchangeClaim => ({
  ...claim,
  id: contentId('copy', claim.id, claim.exchange_id, at),
  lineage: claim.lineage ?? claim.id,
  recorded_at: at,
  retracted_at: 'infinity',
})

/** Takes claims back as of `at`; they stay in the record for whoever asks as known before. */
export async function retractClaims(
  database: Database,
  claims: Pick<ExchangeClaim, 'id' | 'exchange_id'>[],
  at: string,
): Promise<void> {
  if (claims.length === 0) return
  await database.query(
    `update exchange_claim set retracted_at = $3
     where exchange_id = any($1::text[]) and id = any($2::text[]) and retracted_at = 'infinity'`,
    [[...new Set(claims.map((claim) => claim.exchange_id))], claims.map((claim) => claim.id), at],
  )
}

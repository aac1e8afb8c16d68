// Claims as they travel to the record: what many of them have in common (source, exchange, words in the text) goes once.
import type { ExchangeClaim } from './claims.ts'

/** A claim's own columns; the others are those of `shared` with the number `of`, from 1. */
interface OwnRow extends Pick<ExchangeClaim, 'id' | 'property' | 'value' | 'why'> {
  of: number
}

const own = ['id', 'property', 'value', 'why'] as const satisfies (keyof ExchangeClaim)[]
type SharedRow = Omit<ExchangeClaim, (typeof own)[number]>

const sharedColumns = Object.keys({
  exchange_id: 1,
  document_id: 1,
  evidence: 1,
  source_url: 1,
  import_row: 1,
  reader: 1,
  actor: 1,
  reason: 1,
  status: 1,
  reliability: 1,
  origin: 1,
  recorded_at: 1,
  retracted_at: 1,
  asserted_on: 1,
  side_state: 1,
  confidence: 1,
  filed_under: 1,
  lineage: 1,
} satisfies Record<keyof SharedRow, 1>) as (keyof SharedRow)[]

/** A reading's claims are some fifty for each document, of some eight places in its text. */
export function splitClaims(claims: ExchangeClaim[]): { rows: OwnRow[]; shared: SharedRow[] } {
  const shared: SharedRow[] = []
  const last = new Map<string, number>()
  const rows = claims.map((claim): OwnRow => {
    const { id, property, value, why, ...rest } = claim
    const key = `${claim.exchange_id} ${claim.document_id} ${claim.evidence?.start}`
    let of = last.get(key)
    if (of === undefined || !isShared(claim, shared[of - 1]!)) {
      of = shared.push(rest)
      last.set(key, of)
    }
    return { id, property, value, why, of }
  })
  return { rows, shared }
}

const isShared = (claim: ExchangeClaim, with_: SharedRow): boolean =>
  sharedColumns.every((column) => (claim[column] ?? null) === (with_[column] ?? null))

/** `$1`: rows, `$2`: what they share; both JSON. */
export const insertSplit = `
  insert into exchange_claim (${[...own, ...sharedColumns].join(', ')})
  select r.id, r.property, r.value, r.why, ${sharedColumns.map((column) => `s.${column}`).join(', ')}
  from jsonb_to_recordset($1::text::jsonb) as r(id text, property text, value jsonb, why text, "of" bigint)
  join jsonb_populate_recordset(null::exchange_claim, $2::text::jsonb) with ordinality s on s.ordinality = r."of"
  on conflict do nothing`

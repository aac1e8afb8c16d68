// Review: what waits for a person, in the order it matters; accept, correct, reject; how far reviewers agree.
import { InputError, NotFoundError } from '../errors.ts'
import { exchangeKinds, exchangeStatuses } from '../knowledge/kinds.ts'
import { applyChange, type Changed } from './changes.ts'
import { type ClaimProperty, type ClaimStatus, type ExchangeClaim, standingClaims } from './claims.ts'
import { contentId, insertRows } from './columns.ts'
import type { Database } from './database.ts'
import { edtfDays } from './days.ts'
import { withoutSuggestions } from './suggestions.ts'

export interface By {
  actor: string
  reason: string
}

/** A reading's exchange that waits for a person. */
export interface Waiting {
  exchange: string
  kind: string
  occurredOn: string | null
  states: string[]
  /** The reader's confidence, 0 to 1. */
  confidence: number
  /** How many answers it would decide: the newest or highest between its states, claims of texts about both. */
  decides: number
  documents: string[]
  /** Assistants and models that propose something of it: "assistant NAME", "model NAME". */
  proposedBy: string[]
}

/** What waits, most deciding first, then the most doubtful (confidence nearest one half). */
export const listWaiting = (database: Database, limit = 50): Promise<Waiting[]> =>
  database.query<Waiting>(
    `with waiting as (
       select e.id, e.kind, e.occurred_on, e.states, e.earliest, e.host_state, e.level from exchange e
       where e.known_to = 'infinity' and (e.review = 'proposed' or e.id in (select exchange_id from exchange_claim
         where status = 'proposed' and retracted_at = 'infinity' and (reader like 'assistant %' or reader like 'model %'))) limit 5000
     ), said as (
       select c.exchange_id, max(c.confidence) as confidence, array_agg(distinct c.document_id) filter (where c.document_id is not null) as documents
       from exchange_claim c join waiting w on w.id = c.exchange_id
       where c.property = 'kind' and c.retracted_at = 'infinity' group by c.exchange_id
     ), decided as (
       select w.id, count(distinct p.state) filter (where later.newer is null) + count(distinct p.state) filter (where later.higher is null) as answers
       from waiting w join participant p on p.exchange_id = w.id and p.known_to = 'infinity' and p.role = 'visitor' and p.host_state is not null
       cross join lateral (
         select min(case when v.earliest >= w.earliest then 1 end) as newer, min(case when v.level <= p.level then 1 end) as higher
         from participant v where v.state = p.state and v.host_state = p.host_state and v.role = 'visitor' and v.known_to = 'infinity'
           and v.exchange_id <> w.id and v.earliest >= w.earliest - 1826
       ) later group by w.id
     )
     select w.id as exchange, w.kind, w.occurred_on as "occurredOn", w.states, coalesce(s.confidence, 0) as confidence,
       (coalesce(d.answers, 0) + (select count(*) from text_claim t where t.retracted_at = 'infinity'
          and array(select jsonb_array_elements_text(t.claim->'states')) <@ w.states and jsonb_array_length(t.claim->'states') > 1))::int as decides,
       coalesce(s.documents, '{}') as documents,
       array(select distinct c.reader from exchange_claim c where c.exchange_id = w.id and c.status = 'proposed' and c.retracted_at = 'infinity'
         and (c.reader like 'assistant %' or c.reader like 'model %') order by 1) as "proposedBy"
     from waiting w left join said s on s.exchange_id = w.id left join decided d on d.id = w.id
     order by decides desc, abs(coalesce(s.confidence, 0) - 0.5), w.id limit $1`,
    [limit],
  )

/** What came of a review: the change, or null while another pair of eyes is wanted. */
export interface Reviewed {
  changed: Changed | null
  /** Reviewers who decided so, this one among them. */
  reviewers: string[]
}

/**
 * Accepts or rejects everything said of an exchange (or only the claims named). With `reviewers` above 1 the decision is made
 * when so many different people took it; until then it is noted and nothing changes.
 */
export const reviewExchange = (
  database: Database,
  exchange: string,
  decision: 'accept' | 'reject',
  by: By,
  options: { reviewers?: number; claims?: string[] } = {},
): Promise<Reviewed> =>
  database.transaction(async (inner) => {
    const all = await standingClaims(inner, [exchange])
    if (all.length === 0)
      throw new NotFoundError(
        `no exchange ${exchange} in the record`,
        'List the exchanges that wait for their ids.',
      )
    // What an assistant proposes of an exchange that others tell of is decided on its own, by name.
    const claims = options.claims
      ? all.filter((claim) => options.claims!.includes(claim.id))
      : withoutSuggestions(all)
    if (claims.length === 0)
      throw new NotFoundError(
        `none of these claims is on exchange ${exchange}`,
        'Open the exchange for the ids of its claims.',
      )
    await noteReview(inner, exchange, claims, decision, by)
    const reviewers = await reviewersOf(inner, exchange, decision)
    if (reviewers.length < (options.reviewers ?? 1)) return { changed: null, reviewers }
    return { changed: await decide(inner, exchange, claims, decision, by), reviewers }
  })

function decide(
  database: Database,
  exchange: string,
  claims: ExchangeClaim[],
  decision: 'accept' | 'reject',
  by: By,
): Promise<Changed> {
  const status: ClaimStatus = decision === 'accept' ? 'accepted' : 'rejected'
  return applyChange(database, {
    ...by,
    action: decision,
    subject: exchange,
    replace: claims
      .filter((claim) => claim.status !== status && claim.status !== 'superseded')
      .map((claim) => ({ claim, with: { status, actor: by.actor, reason: by.reason } })),
  })
}

async function noteReview(
  database: Database,
  exchange: string,
  claims: ExchangeClaim[],
  decision: string,
  by: By,
): Promise<void> {
  const at = new Date().toISOString()
  const rows = claims.map((claim) => ({
    exchange_id: exchange,
    id: contentId('review', claim.id, by.actor),
    claim_id: claim.id,
    property: claim.property,
    actor: by.actor,
    decision,
    reason: by.reason,
    at,
  }))
  await insertRows(
    database,
    'review',
    rows,
    'on conflict (exchange_id, id) do update set decision = excluded.decision, reason = excluded.reason, at = excluded.at',
  )
}

async function reviewersOf(database: Database, exchange: string, decision: string): Promise<string[]> {
  const rows = await database.query<{ actor: string }>(
    'select distinct actor from review where exchange_id = $1 and decision = $2 order by actor',
    [exchange, decision],
  )
  return rows.map((row) => row.actor)
}

/** Agreement of reviewers on one property. */
export interface Agreement {
  property: string
  /** Claims that two or more people decided. */
  claims: number
  agreed: number
}

/** Of the claims that two or more people reviewed: on how many they took the same decision, by property. */
export const reviewAgreement = (database: Database): Promise<Agreement[]> =>
  database.query<Agreement>(
    `select property, count(*)::int as claims, count(*) filter (where decisions = 1)::int as agreed
     from (select claim_id, property, count(distinct decision) as decisions from review group by claim_id, property having count(distinct actor) > 1) r
     group by property order by property`,
  )

/** One value of one property set right by a person. `value` null: there is none (a place that is not known after all). */
export interface Correction {
  exchange: string
  property: ClaimProperty
  value: unknown
  reason: string
  /** Address or title of what shows it; null: the reason says. */
  source: string | null
}

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== ''
const isState = (value: unknown): boolean => typeof value === 'string' && /^[A-Z]{3}$/.test(value)

/** What a corrected value must be, in words, and its test. */
const correctable: Partial<Record<ClaimProperty, [words: string, fits: (value: unknown) => boolean]>> = {
  kind: [
    `one of ${exchangeKinds.join(', ')}`,
    (value) => (exchangeKinds as readonly unknown[]).includes(value),
  ],
  status: [
    `one of ${exchangeStatuses.join(', ')}`,
    (value) => (exchangeStatuses as readonly unknown[]).includes(value),
  ],
  date: [
    'a date (EDTF, like 2024-04-08/2024-04-09)',
    (value) => typeof value === 'string' && Object.values(edtfDays(value)).some(Boolean),
  ],
  host: ['a state (three letters)', isState],
  place: ['words', isText],
  grade: ['words', isText],
  occasion: ['words', isText],
  note: ['words', isText],
  partOf: ['the id of an exchange', isText],
  remote: ['true or false', (value) => typeof value === 'boolean'],
  confirmed: ['true or false', (value) => typeof value === 'boolean'],
  format: [
    'bilateral, trilateral or multilateral',
    (value) => ['bilateral', 'trilateral', 'multilateral'].includes(value as string),
  ],
  participant: [
    'an object with person or name, state and role',
    (value) => {
      const p = value as Record<string, unknown> | null
      return (
        p !== null &&
        typeof p === 'object' &&
        (isText(p.person) || isText(p.name)) &&
        ['visitor', 'host', 'participant'].includes(p.role as string)
      )
    },
  ],
}

/** Throws InputError where a correction names no property that can be corrected, or a value it cannot have. */
export function checkCorrection(correction: Correction): void {
  const rule = correctable[correction.property]
  if (!rule) {
    throw new InputError(
      `"${correction.property}" cannot be corrected`,
      `Correct one of ${Object.keys(correctable).join(', ')}.`,
    )
  }
  if (!correction.reason?.trim())
    throw new InputError(
      `the correction of ${correction.property} on ${correction.exchange} has no reason`,
      'Say why, in a sentence.',
    )
  if (correction.value === null && !['kind', 'status'].includes(correction.property)) return
  if (!rule[1](correction.value)) {
    throw new InputError(
      `${JSON.stringify(correction.value)} is no ${correction.property}`,
      `Give ${rule[0]}.`,
    )
  }
}

/** The claims to take back and to add that make a correction, given what stands. */
export function correctionChange(
  correction: Correction,
  standing: ExchangeClaim[],
  actor: string,
): { retract: ExchangeClaim[]; insert: ExchangeClaim[] } {
  const about = standing.filter((claim) => claim.property === correction.property)
  if (correction.value === null) return { retract: about, insert: [] }
  const own = about.filter(
    (claim) =>
      claim.document_id === null &&
      claim.actor === actor &&
      claim.reason !== null &&
      correction.property !== 'participant',
  )
  return { retract: own, insert: [correctionClaim(correction, standing[0]!, actor)] }
}

const emptyParticipant = {
  person: null,
  name: null,
  state: null,
  organization: null,
  office: null,
  officeId: null,
  offices: [],
  level: null,
  capacity: null,
  order: 99,
}

function correctionClaim(correction: Correction, like: ExchangeClaim, actor: string): ExchangeClaim {
  const value =
    correction.property === 'participant'
      ? { ...emptyParticipant, ...(correction.value as object) }
      : correction.value
  return {
    ...like,
    id: contentId(
      'correction',
      correction.exchange,
      correction.property,
      value,
      actor,
      new Date().toISOString(),
    ),
    exchange_id: correction.exchange,
    property: correction.property,
    value,
    document_id: null,
    evidence: null,
    source_url: correction.source,
    import_row: null,
    reader: null,
    actor,
    reason: correction.reason,
    status: 'accepted',
    reliability: 1,
    origin: `person:${actor}`,
    asserted_on: null,
    side_state: null,
    confidence: 1,
    filed_under: correction.exchange,
    why: null,
  }
}

/** Sets one value right. Throws InputError, NotFoundError. Undo it by its ledger line. */
export const correctExchange = (
  database: Database,
  correction: Correction,
  actor: string,
): Promise<Changed> =>
  database.transaction(async (inner) => {
    checkCorrection(correction)
    const standing = await standingClaims(inner, [correction.exchange])
    if (standing.length === 0)
      throw new NotFoundError(
        `no exchange ${correction.exchange} in the record`,
        'Look the exchange up for its id.',
      )
    const { property, value, source, reason } = correction
    return applyChange(inner, {
      actor,
      reason,
      action: 'correct',
      subject: correction.exchange,
      ...correctionChange(correction, standing, actor),
      detail: { property, value, source },
    })
  })

// What a reading asserts, as claims: each value with its document, evidence, reader and standing. Pure.
import type { Exchange, Participant, Quotation } from '../reading/reading.ts'
import type { ClaimProperty, ClaimStatus, ExchangeClaim, ParticipantValue } from './claims.ts'
import { contentId } from './columns.ts'
import { edtfDays } from './days.ts'
import type { Evidence } from './evidence.ts'
import { type EvidencedText, makeEvidence, pickQuotation } from './evidencing.ts'
import type { PersonMatch } from './resolution.ts'

/** The document behind a reading's claims. */
export interface Asserting extends EvidencedText {
  publishedOn: string | null
  side: string | null
  reliability: number
  origin: string
  reader: string
  at: string
}

/** A participant of a reading with the person the name was taken for; `match` null: nobody known, or doubtful. */
export interface ResolvedParticipant {
  participant: Participant
  match: PersonMatch | null
}

/** An exchange of a reading, ready to be filed. `exchange`: the record's exchange it belongs to. */
export interface ResolvedExchange {
  reading: Exchange
  filedAs: string
  exchange: string
  /** The containing exchange's id in the record; null: none. */
  partOf: string | null
  participants: ResolvedParticipant[]
  status: Extract<ClaimStatus, 'proposed' | 'accepted'>
}

/** The id under which a reading's exchange is filed; its id for good if nothing in the record is the same. */
export const filedId = (source: Pick<Asserting, 'documentId' | 'reader'>, exchange: { id: string }): string =>
  `x-${contentId('filed', source.documentId, source.reader, exchange.id)}`

/** Every value the reading gives for this exchange, as claims on the record's exchange. */
export function claimsOfReading(resolved: ResolvedExchange, source: Asserting): ExchangeClaim[] {
  const { reading } = resolved
  const claim = claimMaker(resolved, source)
  const single: [ClaimProperty, unknown, (string | null)[]][] = [
    ['status', reading.status, []],
    ['date', edtfDays(reading.date).earliest || edtfDays(reading.date).latest ? reading.date : null, []],
    ['place', reading.place, [reading.place]],
    ['host', reading.host, [reading.place]],
    ['format', reading.format, []],
    ['partOf', resolved.partOf, []],
    ['basis', reading.status === 'occurred' || reading.status === 'ongoing' ? 'report' : 'announcement', []],
    ['remote', isRemote(reading) ? true : null, []],
    ['states', reading.states, []],
    // A document that gives the day is a source for it.
    ['confirmed', reading.date !== null, []],
    ['announced', reading.status === 'announced' ? source.publishedOn : null, []],
  ]
  // One claim of existence for each place in the text that speaks of it.
  const existence = (reading.evidence.length ? reading.evidence : [null]).map((quotation) =>
    claim('kind', reading.kind, quotation),
  )
  return [
    ...existence,
    ...single
      .filter(([, value]) => value !== null)
      .map(([property, value, words]) => claim(property, value, pickQuotation(reading.evidence, words))),
    ...participantClaims(resolved, claim),
  ]
}

type MakeClaim = (
  property: ClaimProperty,
  value: unknown,
  quotation: Quotation | null,
  why?: string | null,
) => ExchangeClaim

function claimMaker(resolved: ResolvedExchange, source: Asserting): MakeClaim {
  const evidenceOf = rememberEvidence(source)
  return (property, value, quotation, why = null) => ({
    id: contentId(
      source.documentId,
      source.reader,
      resolved.filedAs,
      property,
      value,
      quotation?.start ?? null,
      source.at,
    ),
    exchange_id: resolved.exchange,
    property,
    value,
    document_id: source.documentId,
    evidence: quotation && evidenceOf(quotation),
    source_url: null,
    import_row: null,
    reader: source.reader,
    actor: null,
    reason: null,
    status: resolved.status,
    reliability: source.reliability,
    origin: source.origin,
    recorded_at: source.at,
    retracted_at: 'infinity',
    asserted_on: source.publishedOn,
    side_state: source.side,
    confidence: resolved.reading.confidence,
    filed_under: resolved.filedAs,
    why,
  })
}

/** One piece of evidence for each place of the text, however many values stand on it. */
function rememberEvidence(source: Asserting): (quotation: Quotation) => Evidence | null {
  const made = new Map<Quotation, Evidence | null>()
  return (quotation) => {
    if (!made.has(quotation)) made.set(quotation, makeEvidence(source, quotation))
    return made.get(quotation)!
  }
}

function participantClaims(resolved: ResolvedExchange, claim: MakeClaim): ExchangeClaim[] {
  const { reading, participants } = resolved
  const named = participants.map(({ participant, match }, order) =>
    claim(
      'participant',
      participantValue(participant, match, order),
      pickQuotation(reading.evidence, [
        participant.name,
        participant.name?.split(' ').at(-1) ?? null,
        participant.office,
      ]),
      match?.why ?? null,
    ),
  )
  // A state that takes part through nobody named: the row by which a question by state finds the exchange.
  const unnamed = reading.states.filter((state) => !participants.some((p) => p.participant.state === state))
  const states = unnamed.map((state, i) =>
    claim(
      'participant',
      stateValue(state, reading, participants.length + i),
      pickQuotation(reading.evidence, []),
    ),
  )
  return [...named, ...states]
}

function participantValue(
  participant: Participant,
  match: PersonMatch | null,
  order: number,
): ParticipantValue {
  return {
    person: match?.person ?? null,
    name: participant.name,
    state: participant.state,
    organization: null,
    office: participant.office,
    officeId: null,
    offices: [],
    level: participant.level,
    role: participant.role,
    capacity: null,
    order,
  }
}

function stateValue(state: string, reading: Exchange, order: number): ParticipantValue {
  const role = state === reading.host ? 'host' : reading.kind === 'visit' ? 'visitor' : 'participant'
  return {
    person: null,
    name: null,
    state,
    organization: null,
    office: null,
    officeId: null,
    offices: [],
    level: null,
    role,
    capacity: null,
    order,
  }
}

const isRemote = (reading: Exchange): boolean =>
  reading.kind === 'call' || /\b(video|virtual|online)\b/i.test(reading.place ?? '')

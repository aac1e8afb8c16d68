// What a reader missed, added by a person: an exchange with its words in the document, its reason and its author; undone by its ledger line.
import { ConflictError, InputError, NotFoundError } from '../errors.ts'
import type { ExchangeKind, ExchangeStatus, ParticipantRole } from '../reading/reading.ts'
import { applyChange } from './changes.ts'
import { type ClaimProperty, type ExchangeClaim, standingClaims } from './claims.ts'
import { contentId } from './columns.ts'
import type { Database } from './database.ts'
import { edtfDays } from './days.ts'
import { type EvidencedText, makeEvidence } from './evidencing.ts'
import type { By } from './review.ts'

export interface MissedParticipant {
  /** Id of a person; null: only a name, or only a state, is known. */
  person: string | null
  name: string | null
  state: string | null
  role: ParticipantRole
}

/** An exchange as a person read it in `start`–`end` of a document. `date` EDTF; null: not known. */
export interface MissedExchange {
  start: number
  end: number
  kind: ExchangeKind
  status: ExchangeStatus
  date: string | null
  place: string | null
  host: string | null
  states: string[]
  participants: MissedParticipant[]
}

/** The document that words are quoted from. */
export interface Source extends EvidencedText {
  publishedOn: string | null
  reliability: number
  side: string | null
}

/** Adds an exchange to the record. Throws NotFoundError, InputError (no such words, no date, nobody took part), ConflictError (added already). */
export const addExchange = (
  database: Database,
  documentId: string,
  missed: MissedExchange,
  by: By,
): Promise<{ exchange: string; ledgerId: string }> =>
  database.transaction(async (inner) => {
    const source = await sourceOf(inner, documentId)
    checkMissed(missed)
    const { start, end, kind, date, states } = missed
    const exchange = `x-${contentId('added', documentId, start, end, kind, date, states)}`
    if ((await standingClaims(inner, [exchange])).length)
      throw new ConflictError('This exchange was added before', `Correct it as exchange ${exchange}.`)
    const people = await statesOfPeople(inner, missed.participants)
    const insert = claimsOf(exchange, { ...missed, participants: people }, source, by)
    const { ledgerId } = await applyChange(inner, {
      ...by,
      action: 'add',
      subject: exchange,
      insert,
      detail: { documentId, start, end },
    })
    return { exchange, ledgerId }
  })

/** Throws NotFoundError. */
export async function sourceOf(database: Database, documentId: string): Promise<Source> {
  const [source] = await database.query<Source>(
    `select id as "documentId", text, text_hash as "textHash", published_on as "publishedOn", reliability, side_state as side
     from document where id = $1`,
    [documentId],
  )
  if (source) return source
  throw new NotFoundError(`The record holds no document "${documentId}"`, 'Look for it in /api/documents.')
}

/** Throws InputError: no date, nobody took part. */
export function checkMissed({ date, states, participants }: MissedExchange): void {
  if (date !== null && !Object.values(edtfDays(date)).some(Boolean))
    throw new InputError(`"${date}" is no date`, 'Give a day, month or year: 2024-04-08, 2024-04, 2024.')
  if (!states.length && !participants.length)
    throw new InputError('Nobody takes part', 'Give the states or the people.')
}

/** A person without a state given is of the state the gazetteer gives. */
async function statesOfPeople(
  database: Database,
  participants: MissedParticipant[],
): Promise<MissedParticipant[]> {
  const rows = await database.query<{ id: string; name: string; state: string | null }>(
    'select id, name, state_id as state from person where id = any($1::text[])',
    [participants.flatMap((one) => one.person ?? [])],
  )
  const known = new Map(rows.map((row) => [row.id, row]))
  return participants.map((one) => {
    if (!one.person) return one
    const person = known.get(one.person)
    if (!person) throw new InputError(`The record knows no person "${one.person}"`, 'Give the name instead.')
    return { ...one, name: one.name ?? person.name, state: one.state ?? person.state }
  })
}

/** The claims that say it, accepted on the person's word. Throws InputError where the document has no such words. */
export function claimsOf(exchange: string, missed: MissedExchange, source: Source, by: By): ExchangeClaim[] {
  const { start, end, kind, status, date, place, host, participants } = missed
  const evidence = makeEvidence(source, { start, end })
  if (!evidence)
    throw new InputError(`The document has no words at ${start}–${end}`, 'Select the words in its text.')
  const unnamed = missed.states.filter((state) => !participants.some((one) => one.state === state))
  const parties = [...participants, ...unnamed.map((state) => stateParty(state, missed))]
  const values: [ClaimProperty, unknown][] = [
    ['kind', kind],
    ['status', status],
    ['date', date],
    ['place', place],
    ['host', host],
    ['states', missed.states.length ? missed.states : null],
    ['confirmed', date !== null],
    ['basis', status === 'occurred' || status === 'ongoing' ? 'report' : 'announcement'],
    ['announced', status === 'announced' ? source.publishedOn : null],
    ...parties.map((one, order): [ClaimProperty, unknown] => ['participant', partyValue(one, order)]),
  ]
  return values
    .filter(([, value]) => value !== null)
    .map(([property, value]) => ({
      id: contentId('added', exchange, property, value, by.actor, new Date().toISOString()),
      exchange_id: exchange,
      property,
      value,
      document_id: source.documentId,
      evidence,
      source_url: null,
      import_row: null,
      reader: null,
      actor: by.actor,
      reason: by.reason,
      status: 'accepted',
      reliability: source.reliability,
      origin: `person:${by.actor}`,
      recorded_at: '',
      retracted_at: 'infinity',
      asserted_on: source.publishedOn,
      side_state: source.side,
      confidence: 1,
      filed_under: exchange,
      why: null,
    }))
}

const stateParty = (state: string, { host, kind }: MissedExchange): MissedParticipant => ({
  person: null,
  name: null,
  state,
  role: state === host ? 'host' : kind === 'visit' ? 'visitor' : 'participant',
})

const partyValue = (one: MissedParticipant, order: number) => ({
  ...one,
  organization: null,
  office: null,
  officeId: null,
  offices: [],
  level: null,
  capacity: null,
  order,
})

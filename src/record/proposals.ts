// What assistants and models propose: an exchange or a correction, each quoting a passage of a filed document. A person decides.
import { InputError, NotFoundError } from '../errors.ts'
import { checkMissed, claimsOf, type MissedExchange, type Source, sourceOf } from './adding.ts'
import { applyChange, type Changed } from './changes.ts'
import { type ClaimProperty, type ExchangeClaim, standingClaims } from './claims.ts'
import { contentId } from './columns.ts'
import type { Database } from './database.ts'
import { makeEvidence } from './evidencing.ts'
import { type By, checkCorrection, correctExchange, reviewExchange } from './review.ts'
import { isSuggested, type Suggester } from './suggestions.ts'

/** Who proposes, why, and the words it rests on. */
export interface Grounds {
  by: Suggester
  /** Name of the assistant or model. */
  name: string
  reason: string
  document: string
  /** An exact passage of the document. */
  quote: string
}

const shortest = 12
const longest = 2000

/** Where the document says exactly this. Throws InputError where it does not, or the quote is too short to show anything. */
export function findQuote({ text, documentId }: Pick<Source, 'text' | 'documentId'>, quote: string) {
  if (quote.trim().length < shortest || quote.length > longest)
    throw new InputError(
      `The quote has ${quote.length} characters`,
      `Quote a passage of ${shortest} to ${longest} characters.`,
    )
  const start = text.indexOf(quote)
  if (start < 0)
    throw new InputError(
      `Document ${documentId} does not hold the words “${quote.slice(0, 120)}”`,
      'Quote a passage exactly as it stands there, letter by letter.',
    )
  return { start, end: start + quote.length }
}

const readerOf = ({ by, name }: Grounds): string => `${by} ${name}`

/** A claim as its proposer makes it: it counts for nothing until a person decides. */
const suggested = (claim: ExchangeClaim, grounds: Grounds): ExchangeClaim => ({
  ...claim,
  status: 'proposed',
  reader: readerOf(grounds),
  actor: null,
  reason: grounds.reason,
  origin: `${grounds.by}:${grounds.name}`,
  reliability: 6,
  confidence: 0.5,
})

/** What came of a proposal: the exchange it is on; `waiting` false: it was proposed, or decided on, before. */
export interface Proposed {
  exchange: string
  waiting: boolean
}

/** Proposes an exchange that a document tells of. Throws InputError, NotFoundError. */
export const proposeExchange = (
  database: Database,
  proposed: Omit<MissedExchange, 'start' | 'end'>,
  grounds: Grounds,
): Promise<Proposed> =>
  database.transaction(async (inner) => {
    const source = await sourceOf(inner, grounds.document)
    const missed = { ...proposed, ...findQuote(source, grounds.quote) }
    checkMissed(missed)
    const { kind, date, states } = missed
    const exchange = `x-${contentId('proposed', grounds.document, kind, date, [...states].sort())}`
    const before = await inner.query('select 1 from exchange_claim where exchange_id = $1 limit 1', [
      exchange,
    ])
    if (before.length > 0) return { exchange, waiting: false }
    const by = { actor: readerOf(grounds), reason: grounds.reason }
    const insert = claimsOf(exchange, missed, source, by).map((claim) => suggested(claim, grounds))
    await applyChange(inner, { ...by, action: 'propose', subject: exchange, insert })
    return { exchange, waiting: true }
  })

/** Proposes another value of one property. Throws InputError, NotFoundError. */
export const proposeCorrection = (
  database: Database,
  given: { exchange: string; property: ClaimProperty; value: unknown },
  grounds: Grounds,
): Promise<Proposed> =>
  database.transaction(async (inner) => {
    const { exchange, property, value } = given
    if (value === null)
      throw new InputError('A proposal to take a value away is none', 'Say what it is instead.')
    checkCorrection({ ...given, reason: grounds.reason, source: null })
    const [like] = await standingClaims(inner, [exchange])
    if (!like)
      throw new NotFoundError(`no exchange ${exchange} in the record`, 'Look the exchange up for its id.')
    const source = await sourceOf(inner, grounds.document)
    const evidence = makeEvidence(source, findQuote(source, grounds.quote))
    const id = contentId('suggested', exchange, property, value, readerOf(grounds))
    const before = await inner.query('select 1 from exchange_claim where exchange_id = $1 and id = $2', [
      exchange,
      id,
    ])
    if (before.length > 0) return { exchange, waiting: false }
    const claim = {
      ...like,
      id,
      property,
      value: participantOr(property, value),
      document_id: source.documentId,
    }
    const own = { evidence, source_url: null, import_row: null, asserted_on: source.publishedOn, why: null }
    const insert = [suggested({ ...claim, ...own, side_state: source.side, filed_under: exchange }, grounds)]
    const by = { actor: readerOf(grounds), reason: grounds.reason }
    await applyChange(inner, {
      ...by,
      action: 'propose',
      subject: exchange,
      insert,
      detail: { property, value },
    })
    return { exchange, waiting: true }
  })

const nobody = { person: null, name: null, state: null, organization: null, office: null, officeId: null }
const participantOr = (property: ClaimProperty, value: unknown): unknown =>
  property === 'participant'
    ? { ...nobody, offices: [], level: null, capacity: null, order: 99, ...(value as object) }
    : value

/** A proposal that waits for a person. */
export interface Proposal {
  /** Of its claim; for an exchange, of the claim that there is one. */
  id: string
  exchange: string
  of: 'exchange' | 'correction'
  property: ClaimProperty
  value: unknown
  proposedBy: string
  reason: string
  at: string
  document: { id: string; title: string | null; url: string | null }
  quote: string
}

/** What waits, newest first. Of a proposed exchange one line: that there is one. */
export const listProposals = (database: Database, limit = 100): Promise<Proposal[]> =>
  database.query<Proposal>(
    `select c.id, c.exchange_id as exchange, case when told.so then 'correction' else 'exchange' end as of,
       c.property, c.value, c.reader as "proposedBy", c.reason, c.recorded_at as at,
       json_build_object('id', d.id, 'title', d.title, 'url', d.url) as document, c.evidence->>'exact' as quote
     from exchange_claim c join document d on d.id = c.document_id
     cross join lateral (select exists (select from exchange_claim k where k.exchange_id = c.exchange_id and k.property = 'kind'
       and k.retracted_at = 'infinity' and not (k.status = 'proposed' and (k.reader like 'assistant %' or k.reader like 'model %')))) as told(so)
     where c.status = 'proposed' and c.retracted_at = 'infinity' and (c.reader like 'assistant %' or c.reader like 'model %')
       and (told.so or c.property = 'kind')
     order by c.recorded_at desc, c.id limit $1`,
    [limit],
  )

/** A person decides. What is accepted is the person's word from then on. Throws NotFoundError. */
export const decideProposal = (
  database: Database,
  id: string,
  decision: 'accept' | 'reject',
  by: By,
): Promise<Changed | null> =>
  database.transaction(async (inner) => {
    const claim = await standingSuggestion(inner, id)
    const { exchange_id: exchange, property, value } = claim
    const alone = (await standingClaims(inner, [exchange])).every(isSuggested)
    if (alone) return (await reviewExchange(inner, exchange, decision, by)).changed
    if (decision === 'reject')
      return (await reviewExchange(inner, exchange, 'reject', by, { claims: [id] })).changed
    const said = `${by.reason} (proposed by ${claim.reader}: ${claim.reason})`
    await applyChange(inner, { ...by, action: 'take over', subject: exchange, retract: [claim] })
    const source = `“${claim.evidence?.exact ?? ''}”, document ${claim.document_id}`
    return correctExchange(inner, { exchange, property, value, reason: said, source }, by.actor)
  })

async function standingSuggestion(database: Database, id: string): Promise<ExchangeClaim> {
  const [claim] = await database.query<ExchangeClaim>(
    `select * from exchange_claim where id = $1 and status = 'proposed' and retracted_at = 'infinity'
       and (reader like 'assistant %' or reader like 'model %')`,
    [id],
  )
  if (claim) return claim
  throw new NotFoundError(`No proposal "${id}" waits`, 'List the proposals for their ids.')
}

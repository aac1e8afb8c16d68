// The record without some documents: a text's own copies found, and what their exchanges look like by every other source.
import { cleanText } from '../sources/charset.ts'
import type { ExchangeClaim } from './claims.ts'
import { sha256 } from './columns.ts'
import type { Database } from './database.ts'
import { groupRows } from './grouping.ts'
import type { ShownParticipant } from './participants.ts'
import { type ShownExchange, showExchange } from './shown.ts'
import { copyThreshold, likeness, sketchText } from './sketch.ts'
import { knowPeople } from './tenures.ts'

/** An exchange as it would be shown; people by the names the record has for them. */
export interface ShownApart {
  exchange: ShownExchange
  participants: (ShownParticipant & { native_name: string | null })[]
}

export interface Apart {
  /** Every exchange that the documents assert something of; null where nobody else says that it was. */
  exchanges: Map<string, ShownApart | null>
  /** People known from these documents alone. */
  people: string[]
}

// Shorter sentences may be written twice by chance.
const fewestWords = 6
const mostSentences = 200

/**
 * Ids of the documents that are this text: the same words, a copy edited a little, or a text that holds one of these sentences of it
 * word for word; with every other document of the same wire.
 */
export async function findCopies(database: Database, text: string, sentences: string[]): Promise<string[]> {
  const telling = sentences.filter((sentence) => sentence.split(/\s+/).length >= fewestWords)
  const [near, holding] = await Promise.all([
    findNear(database, text),
    database.query<{ id: string }>(
      `select d.id from unnest($2::text[]) as told(words) join document d on d.lexemes @@ phraseto_tsquery('english', told.words)
       union select id from document where text_hash = $1`,
      [sha256(cleanText(text)), telling.slice(0, mostSentences)],
    ),
  ])
  const found = [...new Set([...near, ...holding.map((row) => row.id)])]
  if (found.length === 0) return []
  const wires = await database.query<{ id: string }>(
    `select id from document where id = any($1::text[])
     or origin in (select origin from document where id = any($1::text[]))`,
    [found],
  )
  return wires.map((row) => row.id)
}

async function findNear(database: Database, text: string): Promise<string[]> {
  const sketch = sketchText(text)
  const near = await database.query<{ id: string; sketch: number[] }>(
    `select id, sketch from document where id in (select document_id from document_run where hash = any($1::bigint[])) limit 1000`,
    [sketch.slice(0, 8)],
  )
  return near.filter((other) => likeness(sketch, other.sketch) >= copyThreshold).map((other) => other.id)
}

/** What the exchanges of these documents would be without them, by what was known at an instant. */
export async function showApart(database: Database, documents: string[], at: string): Promise<Apart> {
  const theirs = new Set(documents)
  const addresses = await addressesOf(database, documents)
  const isTheirs = (claim: ExchangeClaim): boolean =>
    claim.document_id !== null ? theirs.has(claim.document_id) : addresses.has(claim.source_url ?? '')
  const claims = await claimsBeside(database, { documents, addresses: [...addresses], at })
  const left = new Map(
    [...groupRows(claims, (claim) => claim.exchange_id)].map(([id, all]) => [id, withoutThem(all, isTheirs)]),
  )
  const gone = claims.flatMap((claim) => (isTheirs(claim) ? personOf(claim) : []))
  return {
    exchanges: await showLeft(database, left),
    people: await knownFromThem(database, { people: gone, documents, at }),
  }
}

const addressesOf = async (database: Database, documents: string[]): Promise<Set<string>> =>
  new Set(
    (
      await database.query<{ url: string }>(
        'select url from document where id = any($1::text[]) and url is not null',
        [documents],
      )
    ).map((row) => row.url),
  )

const claimsBeside = (
  database: Database,
  of: { documents: string[]; addresses: string[]; at: string },
): Promise<ExchangeClaim[]> =>
  database.query<ExchangeClaim>(
    `select * from exchange_claim where recorded_at <= $3::timestamptz and retracted_at > $3::timestamptz and exchange_id in (
       select exchange_id from exchange_claim where document_id = any($1::text[])
       union select exchange_id from exchange_claim where source_url = any($2::text[]))`,
    [of.documents, of.addresses, of.at],
  )

/** Where a document's dates made the record place a meeting in a visit, that goes with the document. */
function withoutThem(all: ExchangeClaim[], isTheirs: (claim: ExchangeClaim) => boolean): ExchangeClaim[] {
  const instants = new Set(all.filter(isTheirs).map((claim) => claim.recorded_at))
  return all.filter(
    (claim) => !isTheirs(claim) && !(claim.reader === 'record' && instants.has(claim.recorded_at)),
  )
}

async function showLeft(
  database: Database,
  left: Map<string, ExchangeClaim[]>,
): Promise<Map<string, ShownApart | null>> {
  const people = [...left.values()].flat().flatMap(personOf)
  const [known, names] = await Promise.all([
    knowPeople(database, people),
    database.query<{ id: string; name: string; native_name: string | null }>(
      `select q.id, q.name, q.native_name from person p join person q on q.id = coalesce(p.merged_into, p.id) where p.id = any($1::text[])`,
      [people],
    ),
  ])
  const named = new Map(names.map((person) => [person.id, person]))
  return new Map(
    [...left].map(([id, claims]) => {
      const shown = showExchange(id, claims, known)
      if (!shown || shown.exchange.review === 'rejected') return [id, null]
      const participants = shown.participants.map((participant) => {
        const person = named.get(participant.person_id ?? '')
        return {
          ...participant,
          name: person?.name ?? participant.name,
          native_name: person?.native_name ?? null,
        }
      })
      return [id, { ...shown, participants }]
    }),
  )
}

const personOf = (claim: ExchangeClaim): string[] => {
  const person = claim.property === 'participant' ? (claim.value as { person: string | null }).person : null
  return person ? [person] : []
}

async function knownFromThem(
  database: Database,
  of: { people: string[]; documents: string[]; at: string },
): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    `select p.id from person p where p.minted_by = 'filing'
       and (p.id = any($1::text[]) or p.id in (select person_id from statement where document_id = any($2::text[])))
       and not exists (select from exchange_claim c where c.property = 'participant' and c.value->>'person' = p.id
         and c.document_id <> all($2::text[]) and c.recorded_at <= $3::timestamptz and c.retracted_at > $3::timestamptz)`,
    [of.people, of.documents, of.at],
  )
  return rows.map((row) => row.id)
}

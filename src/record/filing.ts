// Files a reading: its document, snapshot, claims, statements and exchanges, all at once and only once.
import { InputError } from '../errors.ts'
import type { Reading } from '../reading/reading.ts'
import { cleanText } from '../sources/charset.ts'
import { type Asserting, claimsOfReading, type ResolvedExchange } from './asserted.ts'
import { type ExchangeClaim, insertClaims, retractClaims } from './claims.ts'
import { insertable, sha256 } from './columns.ts'
import { linkContained } from './containment.ts'
import type { Database } from './database.ts'
import { edtfDays } from './days.ts'
import { noteSameness } from './judgements.ts'
import { noteInLedger } from './ledger.ts'
import { type MatchedReading, matchReading } from './matching.ts'
import { fileReadout, fileStatements, fileTextClaims } from './said.ts'
import { refreshExchanges, takeInstant } from './versions.ts'
import {
  documentId,
  type NewDocument,
  type NewSnapshot,
  reliabilityOf,
  writeDocument,
  writeSnapshot,
} from './written.ts'

export { documentId, type NewDocument, type NewSnapshot } from './written.ts'

/** A document, what was read in it, and by which reader ("chancery 0.1.0"). */
export interface Filing {
  document: NewDocument
  snapshot?: NewSnapshot | null
  reading: Reading
  reader: string
}

/** What became of one exchange of the reading. */
export interface FiledExchange {
  /** Its id within the reading. */
  reading: string
  /** Its id in the record. */
  exchange: string
  /** Whether the record held it already, with the score of that judgement. */
  merged: boolean
  score: number | null
  review: 'proposed' | 'accepted'
  /** Why a person should look; empty: nobody need. */
  doubts: string[]
}

export interface Filed {
  documentId: string
  /** true: this document was filed by this reader before, and nothing was changed. */
  already: boolean
  exchanges: FiledExchange[]
  statements: number
  claims: number
  /** People minted because nobody of that name was known. */
  peopleMinted: string[]
}

/**
 * Files one reading, atomically. The same document by the same reader twice is filed once; by another reader, the new
 * reading takes the old one's place (what a person accepted or corrected stays). Throws InputError for an empty text.
 */
export const fileReading = (database: Database, filing: Filing): Promise<Filed> =>
  database.transaction(async (inner) => {
    if (!filing.document.text.trim())
      throw new InputError('the document has no text', 'Give a document with text in it.')
    const at = await takeInstant(inner)
    const id = documentId(filing.document)
    await writeDocument(inner, id, filing.document, at)
    if (filing.snapshot) await writeSnapshot(inner, id, filing.snapshot, at)
    if (await isFiled(inner, id, filing.reader)) return already(id)
    return fileParts(inner, filing, await assertingOf(inner, id, filing, at))
  })

/** Files many in one transaction: one sync for all of them. A filing that fails is left out and its error returned in its place. */
export const fileReadings = (database: Database, filings: Filing[]): Promise<(Filed | Error)[]> =>
  database.transaction(async (inner) => {
    const outcomes: (Filed | Error)[] = []
    for (const filing of filings) outcomes.push(await apart(inner, () => fileReading(inner, filing)))
    return outcomes
  })

/** Runs `work` so that its failure undoes it alone. */
async function apart<Result>(database: Database, work: () => Promise<Result>): Promise<Result | Error> {
  await database.query('savepoint one_filing')
  try {
    const result = await work()
    await database.query('release savepoint one_filing')
    return result
  } catch (error) {
    await database.query('rollback to savepoint one_filing')
    return error as Error
  }
}

const already = (id: string): Filed => ({
  documentId: id,
  already: true,
  exchanges: [],
  statements: 0,
  claims: 0,
  peopleMinted: [],
})

async function isFiled(database: Database, id: string, reader: string): Promise<boolean> {
  const [row] = await database.query<{ reader: string | null }>('select reader from document where id = $1', [
    id,
  ])
  return row?.reader === reader
}

async function assertingOf(database: Database, id: string, filing: Filing, at: string): Promise<Asserting> {
  const { document, reading, reader } = filing
  const text = cleanText(document.text)
  const [row] = await database.query<{ origin: string }>('select origin from document where id = $1', [id])
  return {
    documentId: id,
    text,
    textHash: sha256(text),
    publishedOn: document.publishedOn ?? dayOf(reading.document.publishedOn),
    side: document.side ?? reading.document.side,
    reliability: reliabilityOf({ ...document, genre: document.genre ?? reading.document.genre }),
    origin: row!.origin,
    reader,
    at,
  }
}

const dayOf = (edtf: string | null): string | null => edtfDays(edtf).earliest

async function fileParts(database: Database, filing: Filing, source: Asserting): Promise<Filed> {
  const { reading } = filing
  const genre = filing.document.genre ?? reading.document.genre
  const matched = await matchReading(database, reading, source, genre)
  const claims = matched.exchanges.flatMap((exchange) => claimsOfReading(exchange, source))
  const gone = await retractFormer(database, source)
  await insertClaims(database, claims)
  const touched = [...claims.map((claim) => claim.exchange_id), ...gone.map((claim) => claim.exchange_id)]
  await refreshExchanges(database, touched, source.at)
  await linkContained(database, touched, source.at)
  await noteSameness(database, matched.sameness, source.at)
  await fileStatements(database, reading, matched, source)
  await fileTextClaims(database, reading, source)
  await fileReadout(database, reading, genre, matched, filing.document, source)
  await noteReading(database, filing, source, genre)
  return summary(source.documentId, reading, matched)
}

/** A former reading's claims on this document, and what it said, are taken back; a person's acceptance of them stays. */
async function retractFormer(database: Database, source: Asserting): Promise<ExchangeClaim[]> {
  const former = await database.query<ExchangeClaim>(
    `select * from exchange_claim where document_id = $1 and actor is null and retracted_at = 'infinity'`,
    [source.documentId],
  )
  await retractClaims(
    database,
    former.map((claim) => claim.id),
    source.at,
  )
  for (const table of ['statement', 'text_claim']) {
    await database.query(
      `update ${table} set retracted_at = $2 where document_id = $1 and retracted_at = 'infinity'`,
      [source.documentId, source.at],
    )
  }
  return former
}

async function noteReading(
  database: Database,
  filing: Filing,
  source: Asserting,
  genre: string | null,
): Promise<void> {
  const { reading, reader } = filing
  await database.query(
    `update document set reading = $2::text::jsonb, reader = $3, language = coalesce(language, $4), genre = coalesce(genre, $5),
       side_state = coalesce(side_state, $6), published_on = coalesce(published_on, $7), title = coalesce(title, $8) where id = $1`,
    [
      source.documentId,
      insertable(reading),
      reader,
      reading.document.language,
      genre,
      source.side,
      source.publishedOn,
      reading.document.title && cleanText(reading.document.title),
    ],
  )
  const detail = {
    exchanges: reading.exchanges.length,
    statements: reading.statements.length,
    claims: reading.claims.length,
  }
  await noteInLedger(database, {
    at: source.at,
    actor: reader,
    action: 'file',
    subject: source.documentId,
    detail,
  })
}

const summary = (id: string, reading: Reading, matched: MatchedReading): Filed => ({
  documentId: id,
  already: false,
  exchanges: matched.exchanges.map((exchange, i) => filedExchange(exchange, matched.outcomes[i]!)),
  statements: reading.statements.length,
  claims: reading.claims.length,
  peopleMinted: matched.peopleMinted,
})

const filedExchange = (
  exchange: ResolvedExchange,
  outcome: MatchedReading['outcomes'][number],
): FiledExchange => ({
  reading: exchange.reading.id,
  exchange: exchange.exchange,
  merged: outcome.merged !== null,
  score: outcome.merged?.score ?? outcome.proposed?.score ?? null,
  review: exchange.status,
  doubts: outcome.doubts,
})

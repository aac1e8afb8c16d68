// Files a reading: its document, snapshot, claims, statements and exchanges, all at once and only once.
import { InputError } from '../errors.ts'
import type { Reading } from '../reading/reading.ts'
import { cleanText } from '../sources/charset.ts'
import { type Asserting, claimsOfReading, type ResolvedExchange } from './asserted.ts'
import { type ExchangeClaim, insertClaims, retractClaims } from './claims.ts'
import { sha256 } from './columns.ts'
import { linkContained } from './containment.ts'
import type { Database } from './database.ts'
import { edtfDays } from './days.ts'
import { noteSameness } from './judgements.ts'
import { noteInLedger } from './ledger.ts'
import { type MatchedReading, matchReading } from './matching.ts'
import { fileReadout, fileStatements, fileTextClaims } from './said.ts'
import { refreshExchanges, takeInstant } from './versions.ts'
import {
  addDocument,
  documentId,
  heldDocument,
  type NewDocument,
  type NewSnapshot,
  reliabilityOf,
  replaceReading,
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
    const document = settle(filing)
    if (!document.text.trim())
      throw new InputError('the document has no text', 'Give a document with text in it.')
    const at = await takeInstant(inner)
    const id = documentId(filing.document)
    const held = await heldDocument(inner, id)
    if (held?.reader === filing.reader) {
      await keepSnapshot(inner, id, filing, at)
      return already(id)
    }
    if (held) await replaceReading(inner, id, filing)
    const origin = held?.origin ?? (await addDocument(inner, id, document, filing, at))
    await keepSnapshot(inner, id, filing, at)
    return fileParts(
      inner,
      filing,
      document,
      { ...assertingOf(id, document, filing.reader, at), origin },
      held !== null,
    )
  })

/** The document as it is kept: clean text, and what the caller did not know as the reading has it. */
function settle({ document, reading }: Filing): NewDocument {
  const read = reading.document
  const title = document.title ?? read.title
  return {
    ...document,
    text: cleanText(document.text),
    title: title === null ? null : cleanText(title),
    publishedOn: document.publishedOn ?? edtfDays(read.publishedOn).earliest,
    genre: document.genre ?? read.genre,
    side: document.side ?? read.side,
    language: document.language ?? read.language,
  }
}

async function keepSnapshot(database: Database, id: string, filing: Filing, at: string): Promise<void> {
  if (filing.snapshot) await writeSnapshot(database, id, filing.snapshot, at)
}

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

const assertingOf = (
  documentId: string,
  document: NewDocument,
  reader: string,
  at: string,
): Omit<Asserting, 'origin'> => ({
  documentId,
  text: document.text,
  textHash: sha256(document.text),
  publishedOn: document.publishedOn,
  side: document.side,
  reliability: reliabilityOf(document),
  reader,
  at,
})

async function fileParts(
  database: Database,
  { reading, reader }: Filing,
  document: NewDocument,
  source: Asserting,
  again: boolean,
): Promise<Filed> {
  const matched = await matchReading(database, reading, source, document.genre)
  const claims = matched.exchanges.flatMap((exchange) => claimsOfReading(exchange, source))
  const gone = again ? await retractFormer(database, source) : []
  await insertClaims(database, claims)
  const touched = [...new Set([...claims, ...gone].map((claim) => claim.exchange_id))]
  await refreshExchanges(database, touched, source.at)
  await linkContained(database, touched, source.at)
  await noteSameness(database, matched.sameness, source.at)
  await fileStatements(database, reading, matched, source)
  await fileTextClaims(database, reading, source)
  await fileReadout(database, reading, matched, document, source)
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
  return summary(source.documentId, reading, matched)
}

/** A former reading's claims on this document, and what it said, are taken back; a person's acceptance of them stays. */
async function retractFormer(database: Database, source: Asserting): Promise<ExchangeClaim[]> {
  const former = await database.query<ExchangeClaim>(
    `select * from exchange_claim where document_id = $1 and actor is null and retracted_at = 'infinity'`,
    [source.documentId],
  )
  await retractClaims(database, former, source.at)
  for (const table of ['statement', 'text_claim']) {
    await database.query(
      `update ${table} set retracted_at = $2 where document_id = $1 and retracted_at = 'infinity'`,
      [source.documentId, source.at],
    )
  }
  return former
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

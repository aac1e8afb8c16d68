// Files a reading: its document, snapshot, claims, statements and exchanges, all at once and only once.
import { InputError } from '../errors.ts'
import type { Reading } from '../reading/reading.ts'
import { cleanText } from '../sources/charset.ts'
import type { Asserting, ResolvedExchange } from './asserted.ts'
import { type ExchangeClaim, insertClaims, retractClaims } from './claims.ts'
import { linkContained } from './containment.ts'
import type { Database } from './database.ts'
import { edtfDays } from './days.ts'
import { groupRows } from './grouping.ts'
import { noteSameness } from './judgements.ts'
import { noteAllInLedger } from './ledger.ts'
import { type MatchedReading, matchReadings } from './matching.ts'
import { fileSaid } from './said.ts'
import { takeInstant, writeVersions } from './versions.ts'
import {
  addDocuments,
  documentId,
  heldDocuments,
  type NewDocument,
  type NewSnapshot,
  originsOf,
  type ReadDocument,
  reckon,
  reliabilityOf,
  replaceReadings,
  writeSnapshots,
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
  database.transaction(async (inner) => (await fileTogether(inner, [settle(filing)]))[0]!)

/**
 * Files many in one transaction, one after the other as far as anybody can see, in few statements. A filing that fails is left out
 * and its error returned in its place.
 */
export const fileReadings = (database: Database, filings: (Filing | Settled)[]): Promise<(Filed | Error)[]> =>
  database.transaction(async (inner) => {
    const settled = filings.map((filing) => attempt(() => settle(filing)))
    const filed: (Filed | Error)[] = []
    for (const group of apart(settled.filter((s): s is Settled => !(s instanceof Error))))
      filed.push(...(await fileOrLeaveOut(inner, group)))
    return settled.map((s) => (s instanceof Error ? s : filed.shift()!))
  })

/** Runs of filings in each of which no document comes twice: the second finds the first filed. */
function apart(filings: Settled[]): Settled[][] {
  const groups: Settled[][] = [[]]
  for (const filing of filings) {
    if (groups.at(-1)!.some((other) => other.id === filing.id)) groups.push([])
    groups.at(-1)!.push(filing)
  }
  return groups.filter((group) => group.length > 0)
}

/** Files a group so that its failure undoes it alone, and then its halves, down to the one that failed. */
async function fileOrLeaveOut(database: Database, group: Settled[]): Promise<(Filed | Error)[]> {
  await database.query('savepoint filings')
  try {
    const filed = await fileTogether(database, group)
    await database.query('release savepoint filings')
    return filed
  } catch (error) {
    await database.query('rollback to savepoint filings')
    if (group.length === 1) return [error as Error]
    const half = group.length >> 1
    return [
      ...(await fileOrLeaveOut(database, group.slice(0, half))),
      ...(await fileOrLeaveOut(database, group.slice(half))),
    ]
  }
}

function attempt<Result>(work: () => Result): Result | Error {
  try {
    return work()
  } catch (error) {
    return error as Error
  }
}

/** A filing with its document as it is to be kept, its id, and what is reckoned from its text. */
export interface Settled extends Filing, ReadDocument {}

/**
 * The document as it is kept: clean text, and what the caller did not know as the reading has it. Takes time and no record: whoever files
 * many does it while others are filed. Throws InputError for an empty text.
 */
export function settle(filing: Filing | Settled): Settled {
  if ('reckoned' in filing) return filing
  const { document, reading } = filing
  const text = cleanText(document.text)
  if (!text.trim()) throw new InputError('the document has no text', 'Give a document with text in it.')
  const read = reading.document
  const title = document.title ?? read.title
  const kept = {
    ...document,
    text,
    title: title === null ? null : cleanText(title),
    publishedOn: document.publishedOn ?? edtfDays(read.publishedOn).earliest,
    genre: document.genre ?? read.genre,
    side: document.side ?? read.side,
    language: document.language ?? read.language,
  }
  return { ...filing, document: kept, id: documentId(document), reckoned: reckon(kept) }
}

/** Files several different documents: what the record holds is read once, then each is matched in its turn, then all is written. */
async function fileTogether(database: Database, filings: Settled[]): Promise<Filed[]> {
  const at = await takeInstant(database)
  const held = await heldDocuments(
    database,
    filings.map((filing) => filing.id),
  )
  const due = filings.filter((filing) => held.get(filing.id)?.reader !== filing.reader)
  const fresh = due.filter(({ id }) => !held.has(id))
  const origins = await originsOf(database, fresh)
  const originOf = new Map(fresh.map(({ id }, i) => [id, origins[i]!]))
  const again = due.filter(({ id }) => held.has(id))
  const writeDocuments = async (): Promise<void> => {
    await addDocuments(database, fresh, origins, at)
    await replaceReadings(database, again)
    const snapshots = filings.flatMap(({ id, snapshot }) => (snapshot ? [{ id, snapshot }] : []))
    await writeSnapshots(database, snapshots, at)
  }
  if (due.length === 0) await writeDocuments()
  const filed = await fileDue(
    database,
    due.map((filing) => ({
      ...filing,
      source: { ...assertingOf(filing, at), origin: originOf.get(filing.id) ?? held.get(filing.id)!.origin },
    })),
    again.map(({ id }) => id),
    writeDocuments,
  )
  return filings.map(({ id }) => filed.get(id) ?? already(id))
}

const already = (id: string): Filed => ({
  documentId: id,
  already: true,
  exchanges: [],
  statements: 0,
  claims: 0,
  peopleMinted: [],
})

const assertingOf = ({ id, document, reader, reckoned }: Settled, at: string): Omit<Asserting, 'origin'> => ({
  documentId: id,
  text: document.text,
  textHash: reckoned.textHash,
  publishedOn: document.publishedOn,
  side: document.side,
  reliability: reliabilityOf(document),
  reader,
  at,
})

/** `writeDocuments`: what the record can do while we match. */
async function fileDue(
  database: Database,
  due: (Settled & { source: Asserting })[],
  again: string[],
  writeDocuments: () => Promise<void>,
): Promise<Map<string, Filed>> {
  if (due.length === 0) return new Map()
  const { at } = due[0]!.source
  const former = await formerClaims(database, again)
  const meanwhile = underWay(writeDocuments)
  const { matched, drafts } = await matchReadings(
    database,
    due.map(({ id, reading, source, document }) => ({
      reading,
      source,
      genre: document.genre,
      former: former.get(id) ?? [],
    })),
    meanwhile.start,
  ).finally(meanwhile.rest)
  await meanwhile.done()
  await retractFormer(database, former, again, at)
  await insertClaims(
    database,
    matched.flatMap((m) => m.claims),
  )
  await writeVersions(database, drafts.changed(), at)
  await linkContained(database, [...drafts.changed().keys()], at)
  await noteSameness(
    database,
    matched.flatMap((m) => m.sameness),
    at,
  )
  await fileSaid(
    database,
    due.map((filing, i) => ({ ...filing, matched: matched[i]! })),
  )
  await noteAllInLedger(database, due.map(ledgerLine))
  return new Map(due.map(({ id, reading }, i) => [id, summary(id, reading, matched[i]!)]))
}

interface UnderWay {
  start: () => void
  /** Waits until nothing of it runs any more, whatever came of it. */
  rest: () => Promise<void>
  /** Waits for it, and fails where it failed. */
  done: () => Promise<void>
}

/** Work that is begun now and waited for later. */
function underWay(work: () => Promise<void>): UnderWay {
  let running = Promise.resolve()
  const rest = (): Promise<void> => running.catch(() => {})
  const start = (): void => {
    running = work()
    void rest()
  }
  return { start, rest, done: () => running }
}

const ledgerLine = ({ id, reader, reading, source }: Settled & { source: Asserting }) => ({
  at: source.at,
  actor: reader,
  action: 'file',
  subject: id,
  detail: {
    exchanges: reading.exchanges.length,
    statements: reading.statements.length,
    claims: reading.claims.length,
  },
})

/** What former readings of these documents assert and nobody has confirmed, by document. */
async function formerClaims(database: Database, documents: string[]): Promise<Map<string, ExchangeClaim[]>> {
  if (documents.length === 0) return new Map()
  const claims = await database.query<ExchangeClaim>(
    `select * from exchange_claim where document_id = any($1::text[]) and actor is null and retracted_at = 'infinity'`,
    [documents],
  )
  return groupRows(claims, (claim) => claim.document_id!)
}

/** Takes former readings back: their claims and what they said; a person's acceptance of them stays. */
async function retractFormer(
  database: Database,
  former: Map<string, ExchangeClaim[]>,
  documents: string[],
  at: string,
): Promise<void> {
  if (documents.length === 0) return
  await retractClaims(database, [...former.values()].flat(), at)
  for (const table of ['statement', 'text_claim']) {
    await database.query(
      `update ${table} set retracted_at = $2 where document_id = any($1::text[]) and retracted_at = 'infinity'`,
      [documents, at],
    )
  }
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

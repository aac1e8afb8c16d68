// The one way in: a document is read and filed in the record, with its bytes; one bad document never stops a batch.
import { readFileSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { SourceError } from './errors.ts'
import type { Knowledge } from './knowledge/knowledge.ts'
import type { Reader } from './reading/read.ts'
import type { Genre } from './reading/reading.ts'
import type { Database } from './record/database.ts'
import {
  documentId,
  type Filed,
  type Filing,
  fileReading,
  fileReadings,
  type Settled,
  settle,
} from './record/filing.ts'
import { cleanText } from './sources/charset.ts'
import { toldByAddress } from './sources/site.ts'

export interface IngestContext {
  database: Database
  reader: Pick<Reader, 'read'>
  knowledge: Knowledge
}

/** A document to take in. `bytes` as they were retrieved; null: the text was typed or pasted. Days are YYYY-MM-DD. */
export interface IngestSource {
  text: string
  title?: string | null
  publisher?: string | null
  url?: string | null
  publishedOn?: string | null
  /** Any word: one that is no genre of ours counts as none. */
  genre?: string | null
  bytes?: Uint8Array | null
  mediaType?: string | null
  /** Instant; null: now. */
  retrievedAt?: string | null
}

/** What came of one document: filed (perhaps before), or the error that kept it out. */
export type Ingested =
  | { ok: true; title: string | null; filed: Filed }
  | { ok: false; title: string | null; error: Error }

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string
}

/** The reader's name in the record: readings by another version are other readings. */
export const readerName = `chancery ${version}`

/** Reads and files one document. Throws SourceError for a document without text, RecordError when the record is away. */
export const ingest = async (context: IngestContext, source: IngestSource): Promise<Filed> =>
  fileReading(context.database, filingOf(context, source))

/**
 * Reads and files many, in groups that share a transaction and its sync; while one is filed the next is read. Yields the outcome of each in order.
 * A document that cannot be read or filed yields its error, and the next is taken.
 */
export async function* ingestAll(
  context: IngestContext,
  sources: Iterable<IngestSource> | AsyncIterable<IngestSource>,
  groupSize = 16,
): AsyncGenerator<Ingested> {
  let filing: Promise<Ingested[]> | undefined
  try {
    for await (const group of inGroups(sources, groupSize)) {
      const read = await readGroup(context, group)
      if (filing) yield* await filing
      filing = fileGroup(context, group, read)
      // Looked at when its turn comes, a group later.
      filing.catch(() => {})
    }
    if (filing) yield* await filing
    filing = undefined
  } finally {
    // Whoever stops listening has what was begun filed all the same.
    await filing?.catch(() => {})
  }
}

async function* inGroups(
  sources: Iterable<IngestSource> | AsyncIterable<IngestSource>,
  size: number,
): AsyncGenerator<IngestSource[]> {
  let group: IngestSource[] = []
  for await (const source of sources) {
    if (group.push(source) < size) continue
    yield group
    group = []
  }
  if (group.length > 0) yield group
}

/** Reads one after the other, and lets the group before go on being filed in between. */
async function readGroup(context: IngestContext, group: IngestSource[]): Promise<(Settled | Error)[]> {
  const read: (Settled | Error)[] = []
  for (const source of group) {
    const filing = tryReading(context, source)
    read.push(filing instanceof Error ? filing : settle(filing))
    await setImmediate()
  }
  return read
}

async function fileGroup(
  context: IngestContext,
  group: IngestSource[],
  read: (Settled | Error)[],
): Promise<Ingested[]> {
  const filings = read.filter((outcome): outcome is Settled => !(outcome instanceof Error))
  const filed = filings.length ? await fileReadings(context.database, filings) : []
  let next = 0
  return read.map((outcome, i) => {
    const title = group[i]!.title ?? null
    const result = outcome instanceof Error ? outcome : filed[next++]!
    return result instanceof Error ? { ok: false, title, error: result } : { ok: true, title, filed: result }
  })
}

/** What is to be filed of a source; the error where it cannot be read. */
export function tryReading(context: IngestContext, source: IngestSource): Filing | Error {
  try {
    return filingOf(context, source)
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

const genres = new Set<string>([
  'news',
  'readout',
  'communique',
  'press-briefing',
  'speech',
  'chronology',
  'analysis',
  'announcement',
] satisfies Genre[])

const genreOf = (word: string | null | undefined): Genre | null =>
  word && genres.has(word) ? (word as Genre) : null

function filingOf(context: IngestContext, source: IngestSource): Filing {
  const text = cleanText(source.text)
  if (!text.trim())
    throw new SourceError(
      `${source.title ?? source.url ?? 'the document'} has no text`,
      'Give a document with text in it.',
    )
  const { title = null, url = null } = source
  const told = toldByAddress(url, context.knowledge.sites)
  const publisher = source.publisher ?? told?.publisher ?? null
  const publishedOn = source.publishedOn ?? told?.publishedOn ?? null
  const genre = genreOf(source.genre ?? told?.genre)
  const id = documentId({ text, publisher, url })
  const reading = context.reader.read({ id, text, title, publishedOn, publisher, genre })
  return {
    document: {
      text,
      title,
      publisher,
      url,
      publishedOn,
      genre,
      side: told?.side ?? null,
      language: told?.language ?? null,
    },
    snapshot: snapshotOf(source),
    reading,
    reader: readerName,
  }
}

function snapshotOf(source: IngestSource): Filing['snapshot'] {
  if (!source.bytes?.length) return null
  return {
    bytes: source.bytes,
    mediaType: source.mediaType ?? 'application/octet-stream',
    retrievedAt: source.retrievedAt ?? null,
    url: source.url ?? null,
  }
}

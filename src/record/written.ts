// Writes a document: its text with hashes, what search needs, the wire it is a copy of, its snapshots.
import type { Genre, Reading } from '../reading/reading.ts'
import { cleanText } from '../sources/charset.ts'
import { contentId, insertable, insertRows, sha256 } from './columns.ts'
import type { Database } from './database.ts'
import { cutWords } from './lexemes.ts'
import { copyThreshold, likeness, sketchText } from './sketch.ts'

/** A document to keep. `publishedOn` is a day; what is null is not known. */
export interface NewDocument {
  text: string
  title: string | null
  publisher: string | null
  url: string | null
  publishedOn: string | null
  genre: Genre | null
  /** The state whose side it speaks for; null: nobody's. */
  side: string | null
  language: string | null
  /** 1 official text … 6 unknown; left out: by genre. */
  reliability?: number
  /** Whose documents these are; 'public' unless said. */
  collection?: string
}

/** The bytes as retrieved. */
export interface NewSnapshot {
  bytes: Uint8Array
  mediaType: string
  /** Instant; null: now. */
  retrievedAt: string | null
  url: string | null
}

/** Hash of publisher, url (or title) and text: the same document is the same id everywhere. */
export const documentId = (document: Pick<NewDocument, 'publisher' | 'url' | 'title' | 'text'>): string =>
  contentId('document', document.publisher, document.url ?? document.title, cleanText(document.text))

// An official text is evidence of what its side says; an analyst's is not evidence of what happened.
const reliabilityByGenre: Record<Genre, number> = {
  readout: 1,
  communique: 1,
  'press-briefing': 1,
  speech: 2,
  announcement: 2,
  news: 3,
  chronology: 3,
  analysis: 5,
}

export const reliabilityOf = (document: Pick<NewDocument, 'genre' | 'reliability'>): number =>
  document.reliability ?? (document.genre ? reliabilityByGenre[document.genre] : 4)

// A tsvector holds a megabyte; this much of any text stays below.
const searchedCharacters = 300_000

/** A document of the record as filing needs to know it. */
export interface HeldDocument {
  reader: string | null
  /** Copies of one wire share it. */
  origin: string
}

/** null: the record does not hold it. */
export async function heldDocument(database: Database, id: string): Promise<HeldDocument | null> {
  const [row] = await database.query<HeldDocument>(
    'select reader, coalesce(origin, id) as origin from document where id = $1',
    [id],
  )
  return row ?? null
}

/** What was read in a document, and by whom. */
export interface ReadBy {
  reading: Reading
  reader: string
}

/** Adds a document with its reading; returns its origin. */
export async function addDocument(
  database: Database,
  id: string,
  document: NewDocument,
  read: ReadBy,
  at: string,
): Promise<string> {
  const sketch = sketchText(document.text)
  const searched = document.text.slice(0, searchedCharacters)
  const origin = (await originOf(database, sketch)) ?? id
  const title = document.title ?? ''
  await database.query(
    `insert into document (id, title, publisher, url, published_on, genre, side_state, language, text, text_hash, origin, reliability,
       collection, recorded_at, sketch, reading, reader, lexemes)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15::bigint[], $16::text::jsonb, $17,
       setweight(to_tsvector('english', $18), 'A') || to_tsvector('english', $19) || to_tsvector('simple', $20))`,
    [
      id, document.title, document.publisher, document.url, document.publishedOn, document.genre, document.side, document.language,
      document.text, sha256(document.text), origin, reliabilityOf(document), document.collection ?? 'public', at, sketch,
      insertable(read.reading), read.reader, title, searched, cutWords(`${title} ${searched}`),
    ], // biome-ignore format: in the order of the columns
  )
  await insertRows(
    database,
    'document_run',
    sketch.slice(0, indexedRuns).map((hash) => ({ hash, document_id: id })),
  )
  return origin
}

/** Puts a new reading in the place of the one a document has. */
export async function replaceReading(database: Database, id: string, read: ReadBy): Promise<void> {
  await database.query('update document set reading = $2::text::jsonb, reader = $3 where id = $1', [
    id,
    insertable(read.reading),
    read.reader,
  ])
}

// Two copies that share six in ten of their runs share one of the smallest eight and four all but always.
const indexedRuns = 4
const askedRuns = 8

/** The origin of the first document that this one is a copy of; null: its own. */
async function originOf(database: Database, sketch: number[]): Promise<string | null> {
  if (sketch.length < askedRuns) return null
  const near = await database.query<{ origin: string; sketch: number[] }>(
    `select origin, sketch from document where id in (select document_id from document_run where hash = any($1::bigint[]))
     order by recorded_at limit 100`,
    [sketch.slice(0, askedRuns)],
  )
  return near.find((other) => likeness(sketch, other.sketch) >= copyThreshold)?.origin ?? null
}

/** Keeps the bytes; the same bytes of the same document are kept once. Returns the snapshot's id. */
export async function writeSnapshot(
  database: Database,
  document: string,
  snapshot: NewSnapshot,
  at: string,
): Promise<string> {
  const hash = sha256(snapshot.bytes)
  await database.query(
    `insert into snapshot (id, document_id, bytes, media_type, bytes_hash, retrieved_at, url)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [
      hash.slice(0, 22),
      document,
      snapshot.bytes,
      snapshot.mediaType,
      hash,
      snapshot.retrievedAt ?? at,
      snapshot.url,
    ],
  )
  return hash.slice(0, 22)
}

// Writes a document: its text with hashes, what search needs, the wire it is a copy of, its snapshots.
import type { Genre, Reading } from '../reading/reading.ts'
import { cleanText } from '../sources/charset.ts'
import { contentId, insertable, insertRows, placeRows, sha256 } from './columns.ts'
import type { Database } from './database.ts'
import { groupRows } from './grouping.ts'
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

/** Hash of publisher, url and text: the same document is the same id everywhere, whatever title it was given. */
export const documentId = (document: Pick<NewDocument, 'publisher' | 'url' | 'text'>): string =>
  contentId('document', document.publisher, document.url, cleanText(document.text))

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

/** Those of these documents that the record holds, by id. */
export async function heldDocuments(database: Database, ids: string[]): Promise<Map<string, HeldDocument>> {
  const rows = await database.query<HeldDocument & { id: string }>(
    'select id, reader, coalesce(origin, id) as origin from document where id = any($1::text[])',
    [ids],
  )
  return new Map(rows.map(({ id, ...held }) => [id, held]))
}

/** A document with what was read in it, by whom, and what is reckoned from its text. */
export interface ReadDocument {
  id: string
  document: NewDocument
  reading: Reading
  reader: string
  reckoned: Reckoned
}

/** What takes time and no record: made before the writer's turn begins. */
export interface Reckoned {
  textHash: string
  sketch: number[]
  /** East Asian words, for search. */
  cut: string
}

export const reckon = ({ title, text }: NewDocument): Reckoned => ({
  textHash: sha256(text),
  sketch: sketchText(text),
  cut: cutWords(`${title ?? ''} ${text.slice(0, searchedCharacters)}`),
})

const documentColumns = {
  id: 'text',
  title: 'text',
  publisher: 'text',
  url: 'text',
  published_on: 'date',
  genre: 'text',
  side_state: 'text',
  language: 'text',
  text: 'text',
  text_hash: 'text',
  origin: 'text',
  reliability: 'smallint',
  collection: 'text',
  recorded_at: 'timestamptz',
  sketch: 'bigint[]',
  reading: 'jsonb',
  reader: 'text',
}

/** Adds documents with their readings and `origins`. */
export async function addDocuments(
  database: Database,
  read: ReadDocument[],
  origins: string[],
  at: string,
): Promise<void> {
  if (read.length === 0) return
  const rows = read.map(({ id, document, reading, reader, reckoned }, i) => [
    ...[
      id,
      document.title,
      document.publisher,
      document.url,
      document.publishedOn,
      document.genre,
      document.side,
    ],
    ...[document.language, document.text, reckoned.textHash, origins[i], reliabilityOf(document)],
    ...[document.collection ?? 'public', at, reckoned.sketch, insertable(reading), reader],
    reckoned.cut,
  ])
  const columns = Object.keys(documentColumns).join(', ')
  await database.query(
    `insert into document (${columns}, lexemes)
     select ${columns}, setweight(to_tsvector('english', coalesce(title, '')), 'A')
       || to_tsvector('english', left(text, ${searchedCharacters})) || to_tsvector('simple', cut)
     from (values ${placeRows(rows, [...Object.values(documentColumns), 'text'])}) as v(${columns}, cut)`,
    rows.flat(),
  )
  const runs = read.flatMap(({ id, reckoned }) =>
    reckoned.sketch.slice(0, indexedRuns).map((hash) => ({ hash, document_id: id })),
  )
  await insertRows(database, 'document_run', runs)
}

/** Puts new readings in the place of those that documents have. */
export async function replaceReadings(database: Database, read: ReadDocument[]): Promise<void> {
  for (const { id, reading, reader } of read)
    await database.query('update document set reading = $2::text::jsonb, reader = $3 where id = $1', [
      id,
      insertable(reading),
      reader,
    ])
}

// Two copies that share six in ten of their runs share one of the smallest eight and four all but always.
const indexedRuns = 4
const askedRuns = 8

interface Sketched {
  id: string
  sketch: number[]
}

/** For each text the origin of the first document, or of the first before it in the list, that it is a copy of; else its own id. */
export async function originsOf(database: Database, read: ReadDocument[]): Promise<string[]> {
  if (read.length === 0) return []
  const texts = read.map(({ id, reckoned }): Sketched => ({ id, sketch: reckoned.sketch }))
  const asked = texts.map(({ sketch }, n) => ({ n, hashes: sketch.slice(0, askedRuns) }))
  const near = await database.query<{ n: number; origin: string; sketch: number[] }>(
    `select q.n, d.origin, d.sketch from jsonb_to_recordset($1::text::jsonb) as q(n int, hashes bigint[]),
       lateral (select origin, sketch, recorded_at from document
                where id in (select document_id from document_run where hash = any(q.hashes))
                order by recorded_at limit 100) d
     order by q.n, d.recorded_at`,
    [JSON.stringify(asked.filter(({ hashes }) => hashes.length === askedRuns))],
  )
  const held = groupRows(near, (row) => row.n)
  const before: { origin: string; sketch: number[] }[] = []
  return texts.map(({ id, sketch }, n) => {
    const copied = [...(held.get(n) ?? []), ...before].find(
      (other) => sketch.length >= askedRuns && likeness(sketch, other.sketch) >= copyThreshold,
    )
    const origin = copied?.origin ?? id
    before.push({ origin, sketch })
    return origin
  })
}

const snapshotTypes = ['text', 'text', 'bytea', 'text', 'text', 'timestamptz', 'text']

/** Keeps the bytes; the same bytes of the same document are kept once. */
export async function writeSnapshots(
  database: Database,
  snapshots: { id: string; snapshot: NewSnapshot }[],
  at: string,
): Promise<void> {
  if (snapshots.length === 0) return
  const rows = snapshots.map(({ id, snapshot }) => {
    const hash = sha256(snapshot.bytes)
    const retrieved = snapshot.retrievedAt ?? at
    return [hash.slice(0, 22), id, snapshot.bytes, snapshot.mediaType, hash, retrieved, snapshot.url]
  })
  await database.query(
    `insert into snapshot (id, document_id, bytes, media_type, bytes_hash, retrieved_at, url)
     values ${placeRows(rows, snapshotTypes)} on conflict do nothing`,
    rows.flat(),
  )
}

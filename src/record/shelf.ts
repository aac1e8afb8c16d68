// Lists of documents held, and one document with its reading and what was filed from it.
import { filedId } from './asserted.ts'
import { readCursor, writeCursor } from './cursor.ts'
import type { Database } from './database.ts'
import { cutWords } from './lexemes.ts'
import { type ListedExchange, listExchanges, type Page } from './listing.ts'

export interface ListedDocument {
  id: string
  title: string | null
  publisher: string | null
  url: string | null
  publishedOn: string | null
  genre: string | null
  recordedAt: string
  /** How many exchanges were filed from it. */
  exchanges: number
}
export interface WholeDocument extends Omit<ListedDocument, 'exchanges'> {
  text: string
  textHash: string
  sideState: string | null
  language: string | null
  /** The reading as filed; null when it was never read. */
  reading: unknown
  reader: string | null
  exchanges: ListedExchange[]
  /** Id of an exchange in the reading → its id in the record; those that were rejected or taken back are left out. */
  filedAs: Record<string, string>
}

const columns = `d.id, d.title, d.publisher, d.url, d.published_on as "publishedOn", d.genre, d.recorded_at as "recordedAt"`
const key = `coalesce(d.published_on, '0001-01-01'::date)::text`

/** Documents whose title or publisher holds `$1`, or whose words are those of `$2` (cut for scripts without blanks: `$3`). */
export const documentMatch = `(d.title ilike $1 or d.publisher ilike $1
  or d.lexemes @@ (websearch_to_tsquery('english', $2) || plainto_tsquery('simple', $3)))`

/** The three parameters of `documentMatch`; null where nothing is searched for. */
export function searchedFor(query: string | undefined): {
  pattern: string | null
  words: string | null
  cut: string | null
} {
  if (!query?.trim()) return { pattern: null, words: null, cut: null }
  return { pattern: `%${query.trim().replace(/[\\%_]/g, '\\$&')}%`, words: query, cut: cutWords(query) }
}

/** Documents, newest first; `query` finds words of title, publisher and text. */
export async function listDocuments(
  database: Database,
  page: { query?: string | undefined; cursor?: string | undefined; limit?: number | undefined },
): Promise<Page<ListedDocument>> {
  const limit = page.limit ?? 50
  const { pattern, words, cut } = searchedFor(page.query)
  const where = pattern ? documentMatch : '$1::text is null and $2::text is null and $3::text is null'
  const [counted] = await database.query<{ total: number }>(
    `select count(*)::int as total from document d where ${where}`,
    [pattern, words, cut],
  )
  const [value, id] = page.cursor ? readCursor(page.cursor) : [null, null]
  const found = await database.query<ListedDocument & { key: string }>(
    `select ${columns}, ${key} as key,
       (select count(distinct c.exchange_id)::int from exchange_claim c where c.document_id = d.id and c.retracted_at = 'infinity') as exchanges
     from document d where ${where} and ($4::text is null or ${key} < $4 or (${key} = $4 and d.id > $5))
     order by key desc, d.id limit ${limit + 1}`,
    [pattern, words, cut, value, id],
  )
  const last = found.length > limit ? found[limit - 1]! : null
  return {
    items: found.slice(0, limit).map(({ key: _, ...item }) => item),
    next: last && writeCursor([last.key, last.id]),
    total: counted!.total,
  }
}

/** One document; null when there is none by that id. */
export async function findDocument(database: Database, id: string): Promise<WholeDocument | null> {
  const [document] = await database.query<Omit<WholeDocument, 'exchanges' | 'filedAs'>>(
    `select ${columns}, d.text, d.text_hash as "textHash", d.side_state as "sideState", d.language, d.reading, d.reader from document d where d.id = $1`,
    [id],
  )
  if (!document) return null
  return {
    ...document,
    exchanges: (await listExchanges(database, { document: id }, { order: 'oldest', limit: 500 })).items,
    filedAs: await filedFrom(database, document),
  }
}

async function filedFrom(
  database: Database,
  { id, reading, reader }: Pick<WholeDocument, 'id' | 'reading' | 'reader'>,
): Promise<Record<string, string>> {
  const read = (reading as { exchanges?: { id: string }[] } | null)?.exchanges ?? []
  const rows = await database.query<{ filed: string; exchange: string }>(
    `select distinct filed_under as filed, exchange_id as exchange from exchange_claim
     where document_id = $1 and retracted_at = 'infinity' and status <> 'rejected'`,
    [id],
  )
  const exchanges = new Map(rows.map((row) => [row.filed, row.exchange]))
  return Object.fromEntries(
    read.flatMap((one) => {
      const exchange = exchanges.get(filedId({ documentId: id, reader: reader ?? '' }, one))
      return exchange ? [[one.id, exchange]] : []
    }),
  )
}

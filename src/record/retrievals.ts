// What is known of web addresses asked before: when, what came, and which document was filed from it.
import { insertRows, sha256 } from './columns.ts'
import type { Database } from './database.ts'

/** An address as it was last asked. `checkedAt`: instant. */
export interface KnownRetrieval {
  url: string
  etag: string | null
  lastModified: string | null
  checkedAt: string
}

/** What came when an address was asked. `bytes` null: it was unchanged. */
export interface NewRetrieval {
  url: string
  etag: string | null
  lastModified: string | null
  documentId: string | null
  bytes: Uint8Array | null
}

/** Those of these addresses that were asked before, or of which the record holds a document. */
export const knownRetrievals = (database: Database, urls: string[]): Promise<KnownRetrieval[]> =>
  database.query<KnownRetrieval>(
    `select url, etag, last_modified as "lastModified", checked_at as "checkedAt" from retrieval where url = any($1::text[])
     union all
     select url, null, null, max(recorded_at) from document where url = any($1::text[])
       and url not in (select url from retrieval where url = any($1::text[])) group by url`,
    [urls],
  )

/** Notes retrievals as of `at`. One that was unchanged keeps what is known of it. */
export async function noteRetrievals(
  database: Database,
  retrievals: NewRetrieval[],
  at: string,
): Promise<void> {
  const last = [...new Map(retrievals.map((one) => [one.url, one])).values()]
  const rows = last.map(({ url, etag, lastModified, documentId, bytes }) => ({
    url,
    document_id: documentId,
    etag,
    last_modified: lastModified,
    bytes_hash: bytes && sha256(bytes),
    checked_at: at,
    changed_at: at,
  }))
  await insertRows(
    database,
    'retrieval',
    rows,
    `on conflict (url) do update set
       checked_at = excluded.checked_at,
       etag = coalesce(excluded.etag, retrieval.etag),
       last_modified = coalesce(excluded.last_modified, retrieval.last_modified),
       document_id = coalesce(excluded.document_id, retrieval.document_id),
       changed_at = case when excluded.bytes_hash is null or excluded.bytes_hash = retrieval.bytes_hash
                    then retrieval.changed_at else excluded.changed_at end,
       bytes_hash = coalesce(excluded.bytes_hash, retrieval.bytes_hash)`,
  )
}

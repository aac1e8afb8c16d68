// One document got from bytes, whatever they hold: its text, and what it says of itself.
import { basename, extname } from 'node:path'
import { SourceError } from '../errors.ts'
import { cleanText, decodeText, refuseBinary } from './charset.ts'
import { type Media, mediaOf, mediaTypes } from './media.ts'
import type { PageSelectors } from './site.ts'

/** A document as got. Offsets of a reading are UTF-16 code units into `text`. */
export interface SourceDocument {
  /** File name without extension; for an address its last part. */
  id: string
  text: string
  title: string | null
  /** YYYY-MM-DD, as the document's own metadata or an index says; null when neither does. */
  publishedOn: string | null
  publisher: string | null
  /** One of the reader's genres; null when nobody said. */
  genre: string | null
  url: string | null
  mediaType: string
  /** Encoding of the bytes; null for PDF, DOCX and e-mail. */
  charset: string | null
  /** The snapshot: what was got, unchanged. */
  bytes: Uint8Array
}

/** What the caller knows of the bytes. */
export interface ByteSource {
  /** File name or address. */
  name: string
  /** Content-Type header, with its charset where it has one. */
  contentType?: string | undefined
  url?: string | undefined
  /** Where on a page its parts stand, when that is known. */
  selectors?: PageSelectors | undefined
}

/** Longest text one document may hold, in UTF-16 code units: some 800,000 words. */
export const maxTextLength = 5_000_000
/** Most bytes a document may have before its text is taken out. */
export const maxBytes: Record<Media, number> = {
  text: 20_000_000,
  markdown: 20_000_000,
  html: 10_000_000,
  feed: 10_000_000,
  pdf: 50_000_000,
  word: 50_000_000,
  email: 50_000_000,
  archive: 0,
}

/** Takes the document out of `bytes`. Throws SourceError for a binary, broken or over-long one; empty bytes give an empty text. */
export async function documentFromBytes(bytes: Uint8Array, source: ByteSource): Promise<SourceDocument> {
  const media = mediaOf(bytes, source.contentType, source.name)
  if (media === 'archive')
    throw new SourceError(`${source.name} is an archive, not one document`, 'Give it to `chancery ingest`.')
  refuseLarge(bytes.length, maxBytes[media], 'bytes', source.name)
  const read = cleanParts(await readMedia(bytes, media, source))
  refuseLarge(read.text.length, maxTextLength, 'characters', source.name)
  return {
    id: idOf(source.name),
    ...read,
    genre: null,
    url: source.url ?? read.url,
    mediaType: mediaTypes[media],
    bytes,
  }
}

type ReadBytes = Pick<SourceDocument, 'text' | 'title' | 'publishedOn' | 'publisher' | 'url' | 'charset'>
const bare = { title: null, publishedOn: null, publisher: null, url: null }

/** What comes out of PDF, Word and mail may hold letters that no store takes, as what is decoded here may not. */
const cleanParts = (read: ReadBytes): ReadBytes => ({
  ...read,
  text: cleanText(read.text),
  title: read.title && cleanText(read.title),
  publisher: read.publisher && cleanText(read.publisher),
})

async function readMedia(bytes: Uint8Array, media: Media, source: ByteSource): Promise<ReadBytes> {
  // The parts for pages and PDFs are loaded when one comes: most runs read plain text.
  if (media === 'pdf') return { ...bare, charset: null, ...(await (await import('./pdf.ts')).readPdf(bytes)) }
  if (media === 'word') return { ...bare, charset: null, ...(await import('./docx.ts')).readWord(bytes) }
  if (media === 'email')
    return { ...bare, charset: null, ...(await (await import('./email.ts')).readEmail(bytes)) }
  refuseBinary(bytes, source.name)
  const { text, charset } = decodeText(bytes, /charset=([^;]+)/i.exec(source.contentType ?? '')?.[1])
  if (media === 'html') return { charset, ...(await import('./html.ts')).readPage(text, source.selectors) }
  if (media === 'markdown') return { charset, ...(await import('./markdown.ts')).readMarkdown(text) }
  if (media === 'feed')
    throw new SourceError(
      `${source.name} is a feed or other XML, not one document`,
      'Give it to `chancery ingest`.',
    )
  return { ...bare, charset, text }
}

function refuseLarge(size: number, most: number, unit: string, name: string): void {
  if (size <= most) return
  const [has, may] = [size, most].map((n) => n.toLocaleString('en'))
  throw new SourceError(
    `${name} has ${has} ${unit}; one document may have ${may}`,
    'Split it, and give the parts.',
  )
}

/** The id of a document by its file name or address. */
export function idOf(name: string): string {
  const last = basename(name.replace(/[?#].*$/, '').replace(/(?<!\/)\/+$/, ''))
  return (/^https?:/.test(name) ? last.replace(/\.\w{2,5}$/, '') : basename(last, extname(last))) || name
}

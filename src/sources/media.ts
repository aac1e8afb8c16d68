// What kind of file bytes are: by their first bytes, then the declared media type, then the name.
import { extname } from 'node:path'
import { isWord } from './docx.ts'
import { isEmailHead } from './email-head.ts'
import { isTar } from './tar.ts'
import { isZip } from './zip.ts'

export type Media = 'text' | 'markdown' | 'html' | 'pdf' | 'feed' | 'word' | 'email' | 'archive'

const byExtension: Record<string, Media> = {
  '.txt': 'text',
  '.text': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.pdf': 'pdf',
  '.docx': 'word',
  '.eml': 'email',
  '.rss': 'feed',
  '.atom': 'feed',
}

const byMediaType: [RegExp, Media][] = [
  [/^text\/html|^application\/xhtml/i, 'html'],
  [/^application\/pdf/i, 'pdf'],
  [/markdown/i, 'markdown'],
  [/^message\/rfc822/i, 'email'],
  [/^application\/((rss|atom|feed)\b|feed\+json)|^(application|text)\/xml/i, 'feed'],
]

/** Media types by kind, as they are shown and stored. */
export const mediaTypes: Record<Media, string> = {
  text: 'text/plain',
  markdown: 'text/markdown',
  html: 'text/html',
  pdf: 'application/pdf',
  feed: 'application/xml',
  word: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  email: 'message/rfc822',
  archive: 'application/zip',
}

/** Whether a file of a folder is a document by its name: folders also hold indexes, images and annotations. */
export const isDocumentName = (name: string): boolean => {
  const media = byExtension[extname(name).toLowerCase()]
  return media !== undefined && media !== 'feed'
}

/** Whether a file is, by its name, an archive that may hold documents. */
export const isArchiveName = (name: string): boolean => /\.(zip|tar|tgz|gz)$/i.test(name)

/** The kind of `bytes`. Plain text is what remains: whether it is text at all is for `refuseBinary` to say. */
export function mediaOf(bytes: Uint8Array, mediaType: string | undefined, name: string): Media {
  const packed = packedMedia(bytes)
  if (packed) return packed
  const head = Buffer.from(bytes.subarray(0, 8000)).toString('latin1')
  if (/%PDF-\d/.test(head.slice(0, 1024))) return 'pdf'
  if (/^\W{0,8}(<\?xml[^>]*>\s*)?(<!--[^>]*-->\s*)*<(rss|feed|rdf:RDF|urlset|sitemapindex)\b/i.test(head))
    return 'feed'
  if (/^\W{0,8}\{/.test(head) && head.includes('https://jsonfeed.org/version/')) return 'feed'
  const declared = byMediaType.find(([pattern]) => pattern.test(mediaType ?? ''))?.[1]
  if (declared) return declared
  if (/^\W{0,8}(<\?xml[^>]*>\s*)?<(!doctype\s+html|html\b)/i.test(head)) return 'html'
  return byExtension[extname(name).toLowerCase()] ?? (isEmailHead(head) ? 'email' : 'text')
}

function packedMedia(bytes: Uint8Array): Media | null {
  if (isZip(bytes)) return isWord(bytes) ? 'word' : 'archive'
  return (bytes[0] === 0x1f && bytes[1] === 0x8b) || isTar(bytes) ? 'archive' : null
}

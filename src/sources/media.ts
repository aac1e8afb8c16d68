// What kind of file bytes are: by their first bytes, then the declared media type, then the name.
import { extname } from 'node:path'

export type Media = 'text' | 'markdown' | 'html' | 'pdf' | 'feed'

const byExtension: Record<string, Media> = {
  '.txt': 'text',
  '.text': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.pdf': 'pdf',
  '.rss': 'feed',
  '.atom': 'feed',
}

const byMediaType: [RegExp, Media][] = [
  [/^text\/html|^application\/xhtml/i, 'html'],
  [/^application\/pdf/i, 'pdf'],
  [/markdown/i, 'markdown'],
  [/^application\/(rss|atom|feed)\b|^(application|text)\/xml/i, 'feed'],
]

/** Media types by kind, as they are shown and stored. */
export const mediaTypes: Record<Media, string> = {
  text: 'text/plain',
  markdown: 'text/markdown',
  html: 'text/html',
  pdf: 'application/pdf',
  feed: 'application/xml',
}

/** Whether a file of a folder is a document by its name: folders also hold indexes, images and annotations. */
export const isDocumentName = (name: string): boolean => {
  const media = byExtension[extname(name).toLowerCase()]
  return media !== undefined && media !== 'feed'
}

/** The kind of `bytes`. Plain text is what remains: whether it is text at all is for `refuseBinary` to say. */
export function mediaOf(bytes: Uint8Array, mediaType: string | undefined, name: string): Media {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (/%PDF-\d/.test(head)) return 'pdf'
  if (/^\W{0,8}(<\?xml[^>]*>\s*)?(<!--[^>]*-->\s*)*<(rss|feed|rdf:RDF)\b/i.test(head)) return 'feed'
  const declared = byMediaType.find(([pattern]) => pattern.test(mediaType ?? ''))?.[1]
  if (declared) return declared
  if (/^\W{0,8}(<\?xml[^>]*>\s*)?<(!doctype\s+html|html\b)/i.test(head)) return 'html'
  return byExtension[extname(name).toLowerCase()] ?? 'text'
}

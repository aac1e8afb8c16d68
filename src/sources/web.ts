// A web address as documents: one page, or the entries of a feed.
import { decodeText } from './charset.ts'
import { documentFromBytes, type SourceDocument } from './document.ts'
import { type DownloadOptions, download } from './download.ts'
import type { Feed } from './feed.ts'
import { mediaOf } from './media.ts'

/** What an address holds. */
export type Found = { document: SourceDocument } | { feed: Feed }

/** Gets `address`. Throws InputError for one that may not be asked, SourceError when nothing readable is there. */
export async function findAtAddress(address: string, options: DownloadOptions = {}): Promise<Found> {
  const { bytes, contentType, url } = await download(address, options)
  if (mediaOf(bytes, contentType, url) !== 'feed')
    return { document: await documentFromAddress(bytes, contentType, url) }
  const { readFeed } = await import('./feed.ts')
  return { feed: readFeed(decodeText(bytes, /charset=([^;]+)/i.exec(contentType ?? '')?.[1]).text) }
}

/** The publisher falls back to the host name: it is at least who served it. */
async function documentFromAddress(
  bytes: Uint8Array,
  contentType: string | undefined,
  url: string,
): Promise<SourceDocument> {
  const document = await documentFromBytes(bytes, { name: url, contentType, url })
  return { ...document, publisher: document.publisher ?? new URL(url).hostname.replace(/^www\./, '') }
}

/** Whether `text` is meant as a web address and not as a path. */
export const isAddress = (text: string): boolean => /^https?:\/\//i.test(text)

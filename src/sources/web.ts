// A web address as documents: one page, or the entries of a feed.
import { SourceError } from '../errors.ts'
import { decodeText } from './charset.ts'
import { documentFromBytes, type SourceDocument } from './document.ts'
import { type DownloadOptions, download } from './download.ts'
import type { Feed, FeedEntry } from './feed.ts'
import { asChanceryError, type FileOutcome } from './folder.ts'
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

/**
 * The document at an address; for a feed, the page of each entry, one after the other. An entry whose page cannot be got gives
 * the text that the feed itself carries, or its error where that is empty. Never throws.
 */
export async function* documentsAtAddress(
  address: string,
  options: DownloadOptions = {},
): AsyncGenerator<FileOutcome> {
  try {
    const found = await findAtAddress(address, options)
    if ('document' in found) yield { path: address, document: found.document }
    else for (const entry of found.feed.entries) yield await documentOfEntry(entry, found.feed, options)
  } catch (error) {
    yield { path: address, error: asChanceryError(error, address) }
  }
}

async function documentOfEntry(entry: FeedEntry, feed: Feed, options: DownloadOptions): Promise<FileOutcome> {
  const path = entry.url ?? entry.title ?? 'entry'
  try {
    if (!entry.url) return { path, document: await documentInFeed(entry, feed) }
    const found = await findAtAddress(entry.url, options)
    if (!('document' in found))
      throw new SourceError(`${path} is a feed, not a document`, 'Give that feed by itself.')
    const { title, publishedOn } = found.document
    return {
      path,
      document: {
        ...found.document,
        title: title ?? entry.title,
        publishedOn: publishedOn ?? entry.publishedOn,
      },
    }
  } catch (error) {
    if (entry.text) return { path, document: await documentInFeed(entry, feed) }
    return { path, error: asChanceryError(error, path) }
  }
}

async function documentInFeed(entry: FeedEntry, feed: Feed): Promise<SourceDocument> {
  const document = await documentFromBytes(Buffer.from(entry.text), {
    name: entry.title ?? 'entry',
    contentType: 'text/plain; charset=utf-8',
  })
  return {
    ...document,
    title: entry.title,
    publishedOn: entry.publishedOn,
    publisher: feed.title,
    url: entry.url,
  }
}

/** Whether `text` is meant as a web address and not as a path. */
export const isAddress = (text: string): boolean => /^https?:\/\//i.test(text)

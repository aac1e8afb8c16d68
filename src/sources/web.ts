// A web address as documents: one page, an archive, the entries of a feed, or the pages of a sitemap.
import { SourceError } from '../errors.ts'
import { asChanceryError, documentsFromBytes, type FileOutcome, gunzip } from './archive.ts'
import { decodeText } from './charset.ts'
import { documentFromBytes, maxBytes, type SourceDocument } from './document.ts'
import type { Download, DownloadOptions } from './download.ts'
import type { Feed, FeedEntry } from './feed.ts'
import { mediaOf } from './media.ts'
import { downloadPatiently } from './polite.ts'
import { type Site, type Told, toldByAddress, withTold } from './site.ts'
import { isSitemap, readSitemap, type Sitemap, type SitemapEntry } from './sitemap.ts'

/** What an address holds. */
export type Found = { document: SourceDocument } | { feed: Feed } | { sitemap: Sitemap }

/** How an address answered: what to send along when it is asked again. */
export interface Retrieval {
  /** The address asked. */
  url: string
  etag: string | null
  lastModified: string | null
}
/** What the record knows of an address asked before. `checkedAt`: instant of the last time. */
export interface KnownRetrieval extends Retrieval {
  checkedAt: string
}

/** A document with its retrieval, an error, or that nothing was to be got: held before, or unchanged since. */
export type WebOutcome =
  | (FileOutcome & { retrieval?: Retrieval })
  | { path: string; held: 'known' | 'unchanged'; retrieval?: Retrieval }

export interface FindOptions extends DownloadOptions {
  /** Sites whose addresses tell something. */
  sites?: readonly Site[]
}

export interface WebOptions extends FindOptions {
  /** What is known of these addresses; without it nothing is. */
  known?: (urls: string[]) => Promise<Map<string, KnownRetrieval>>
  /** true: pages of feeds and sitemaps that are held are asked whether they changed. */
  again?: boolean
  /** Most pages that are asked for of each feed or sitemap; those held do not count. */
  limit?: number
}

/** Gets `address`. Throws InputError for one that may not be asked, SourceError when nothing readable is there. */
export async function findAtAddress(address: string, options: FindOptions = {}): Promise<Found> {
  return foundIn(await downloadPatiently(address, options), options)
}

async function foundIn(got: Download, { sites = [] }: FindOptions): Promise<Found> {
  const { bytes, contentType, url } = got
  if (mediaOf(bytes, contentType, url) !== 'feed')
    return { document: await documentFromAddress(got, toldByAddress(url, sites)) }
  const { text } = decodeText(bytes, /charset=([^;]+)/i.exec(contentType ?? '')?.[1])
  if (isSitemap(text)) return { sitemap: readSitemap(text) }
  const { readFeed } = await import('./feed.ts')
  return { feed: readFeed(text) }
}

/** The publisher falls back to the host name: it is at least who served it. */
async function documentFromAddress(
  { bytes, contentType, url }: Download,
  told: Told | null,
): Promise<SourceDocument> {
  const document = await documentFromBytes(bytes, { name: url, contentType, url, selectors: told?.selectors })
  const publisher = document.publisher ?? new URL(url).hostname.replace(/^www\./, '')
  return withTold({ ...document, publisher }, told)
}

/**
 * The documents at an address, one after the other: a page; those of an archive; of a feed or sitemap the pages that are not held.
 * An entry of a feed whose page cannot be got gives the text that the feed itself carries. Never throws.
 */
export async function* documentsAtAddress(
  address: string,
  options: WebOptions = {},
): AsyncGenerator<WebOutcome> {
  try {
    const known = (await options.known?.([address]))?.get(address)
    const got = await ask(address, known, options)
    const retrieval = retrievalOf(address, got)
    if (got.unchanged) return yield { path: address, held: 'unchanged', retrieval }
    yield* documentsIn(unpacked(got), retrieval, options)
  } catch (error) {
    yield { path: address, error: asChanceryError(error, address) }
  }
}

async function* documentsIn(
  got: Download,
  retrieval: Retrieval,
  options: WebOptions,
): AsyncGenerator<WebOutcome> {
  const path = retrieval.url
  if (mediaOf(got.bytes, got.contentType, got.url) === 'archive')
    return yield* documentsFromBytes(got.bytes, { name: path })
  const found = await foundIn(got, options)
  if ('document' in found) yield { path, document: found.document, retrieval }
  else if ('feed' in found) yield* documentsOfFeed(found.feed, options)
  else yield* documentsOfSitemap(found.sitemap, options, 0)
}

/** A sitemap packed as a file is still a sitemap. */
function unpacked(got: Download): Download {
  if (got.bytes[0] !== 0x1f || got.bytes[1] !== 0x8b || !/\.xml\.gz$/i.test(new URL(got.url).pathname))
    return got
  return {
    ...got,
    bytes: gunzip(got.bytes, got.url, { bytes: maxBytes.pdf }),
    contentType: 'application/xml',
  }
}

/** Asks for what has changed since `known`. */
const ask = (address: string, known: KnownRetrieval | undefined, options: WebOptions): Promise<Download> =>
  downloadPatiently(address, {
    ...options,
    headers: {
      ...options.headers,
      ...(known?.etag ? { 'if-none-match': known.etag } : {}),
      ...(known?.lastModified ? { 'if-modified-since': known.lastModified } : {}),
    },
  })

const retrievalOf = (url: string, { etag, lastModified }: Download): Retrieval => ({
  url,
  etag: etag ?? null,
  lastModified: lastModified ?? null,
})

async function* documentsOfFeed(feed: Feed, options: WebOptions): AsyncGenerator<WebOutcome> {
  const known = await options.known?.(feed.entries.flatMap(({ url }) => url ?? []))
  const left = { pages: options.limit ?? Number.POSITIVE_INFINITY }
  for (const entry of feed.entries) {
    const held = entry.url ? known?.get(entry.url) : undefined
    if (held && !options.again) yield { path: entry.url!, held: 'known' }
    else if (left.pages-- > 0) yield await documentOfEntry(entry, feed, held, options)
  }
}

// Sitemaps name sitemaps; a loop of them ends here.
const maxDepth = 3

async function* documentsOfSitemap(
  sitemap: Sitemap,
  options: WebOptions,
  depth: number,
): AsyncGenerator<WebOutcome> {
  yield* documentsOfPages(sitemap.pages, options)
  for (const { url } of depth < maxDepth ? sitemap.sitemaps : []) {
    try {
      const found = await foundIn(unpacked(await downloadPatiently(url, options)), options)
      if (!('sitemap' in found)) throw new SourceError(`${url} is no sitemap`, 'Tell the site’s keeper.')
      yield* documentsOfSitemap(found.sitemap, options, depth + 1)
    } catch (error) {
      yield { path: url, error: asChanceryError(error, url) }
    }
  }
}

async function* documentsOfPages(pages: SitemapEntry[], options: WebOptions): AsyncGenerator<WebOutcome> {
  const known = await options.known?.(pages.map(({ url }) => url))
  const left = { pages: options.limit ?? Number.POSITIVE_INFINITY }
  for (const page of pages) {
    const held = known?.get(page.url)
    const stale = held && page.changed !== null && Date.parse(page.changed) > Date.parse(held.checkedAt)
    if (held && !stale && !options.again) yield { path: page.url, held: 'known' }
    else if (left.pages-- > 0) yield await documentOfEntry({ ...page, text: '' }, null, held, options)
  }
}

async function documentOfEntry(
  entry: FeedEntry,
  feed: Feed | null,
  known: KnownRetrieval | undefined,
  options: WebOptions,
): Promise<WebOutcome> {
  const path = entry.url ?? entry.title ?? 'entry'
  try {
    if (!entry.url) return { path, document: await documentInFeed(entry, feed) }
    const got = await ask(entry.url, known, options)
    const retrieval = retrievalOf(entry.url, got)
    if (got.unchanged) return { path, held: 'unchanged', retrieval }
    return { path, document: await pageOfEntry(entry, got, options), retrieval }
  } catch (error) {
    if (entry.text) return { path, document: await documentInFeed(entry, feed) }
    return { path, error: asChanceryError(error, path) }
  }
}

/** The page of an entry; where it does not say its title and day, the entry does. */
async function pageOfEntry(entry: FeedEntry, got: Download, options: FindOptions): Promise<SourceDocument> {
  const found = await foundIn(got, options)
  if (!('document' in found))
    throw new SourceError(`${entry.url} is no document`, 'Give that address by itself.')
  const { title, publishedOn } = found.document
  return { ...found.document, title: title ?? entry.title, publishedOn: publishedOn ?? entry.publishedOn }
}

async function documentInFeed(entry: FeedEntry, feed: Feed | null): Promise<SourceDocument> {
  const document = await documentFromBytes(Buffer.from(entry.text), {
    name: entry.title ?? 'entry',
    contentType: 'text/plain; charset=utf-8',
  })
  return {
    ...document,
    title: entry.title,
    publishedOn: entry.publishedOn,
    publisher: feed?.title ?? null,
    url: entry.url,
  }
}

/** Whether `text` is meant as a web address and not as a path. */
export const isAddress = (text: string): boolean => /^https?:\/\//i.test(text)

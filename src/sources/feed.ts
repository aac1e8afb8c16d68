// RSS, Atom, RDF and JSON feeds as lists of what they announce.
import { parseFeed } from 'feedsmith'
import { SourceError } from '../errors.ts'
import { readDay } from './day.ts'
import { readPage } from './html.ts'

/** One entry of a feed. `text` is what the feed itself carries: often a summary, sometimes the whole. */
export interface FeedEntry {
  url: string | null
  title: string | null
  publishedOn: string | null
  text: string
}
export interface Feed {
  title: string | null
  entries: FeedEntry[]
}

const maxEntries = 5000

/** Reads a feed of any of the four formats. Throws SourceError when it is none. */
export function readFeed(text: string): Feed {
  try {
    const { feed } = parseFeed(text)
    const loose = feed as Record<string, unknown>
    const items = [loose.items, loose.entries].find(Array.isArray) ?? []
    return {
      title: plain(loose.title),
      entries: (items as Record<string, unknown>[]).slice(0, maxEntries).map(entryOf),
    }
  } catch (error) {
    throw new SourceError(
      'This is no feed that can be read',
      'Give an RSS, Atom or JSON feed, or a page.',
      error,
    )
  }
}

function entryOf(item: Record<string, unknown>): FeedEntry {
  const dates = [
    item.pubDate,
    item.published,
    item.date_published,
    (item.dc as { dates?: unknown[] })?.dates?.[0],
    item.updated,
  ]
  const encoded = (item.content as { encoded?: unknown } | undefined)?.encoded
  const bodies = [encoded, item.content_html, item.content, item.content_text, item.description, item.summary]
  return {
    url: linkOf(item),
    title: plain(item.title),
    publishedOn: dates.map((date) => readDay(plain(date))).find((day) => day !== null) ?? null,
    text: bodies.map(plainBody).find(Boolean) ?? '',
  }
}

function linkOf(item: Record<string, unknown>): string | null {
  const links = Array.isArray(item.links) ? (item.links as { href?: unknown; rel?: unknown }[]) : []
  const main = links.find((link) => link.rel === undefined || link.rel === 'alternate') ?? links[0]
  const guid = item.guid as { value?: unknown } | undefined
  const candidates = [item.link, item.url, main?.href, guid?.value, item.id]
  return candidates.map(plain).find((address) => address !== null && /^https?:\/\//i.test(address)) ?? null
}

/** Strings as they are; Atom text constructs by their value. */
function plain(value: unknown): string | null {
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'object' && value !== null && 'value' in value) return plain(value.value)
  return typeof value === 'string' && value.trim() ? value.trim() : null
}

function plainBody(value: unknown): string {
  const body = plain(value)
  return body && /<\w/.test(body) ? readPage(body).text : (body ?? '')
}

// A feed, as Atom or JSON Feed: entries with a title, a text, an instant and, where there is one, an address.
import { generateAtomFeed, generateJsonFeed } from 'feedsmith'

export interface FeedEntry {
  /** A URI that stays the same: readers tell by it what they have shown. */
  id: string
  title: string
  text: string
  /** Instant, ISO 8601. */
  at: string
  url: string | null
}

export interface Feed {
  id: string
  title: string
  /** Where it was got; null: written to a file. */
  address: string | null
  entries: FeedEntry[]
}

export const feedTypes = {
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json',
} as const
export type FeedKind = keyof typeof feedTypes

/** `empty`: the instant of a feed that has no entry. */
export const writeFeed = (kind: FeedKind, feed: Feed, empty: string): string =>
  kind === 'atom' ? writeAtom(feed, empty) : writeJson(feed)

const writeAtom = ({ id, title, address, entries }: Feed, empty: string): string =>
  generateAtomFeed({
    id,
    title: { value: plain(title) },
    updated: new Date(entries[0]?.at ?? empty),
    authors: [{ name: 'Chancery' }],
    ...(address ? { links: [{ href: address, rel: 'self' }] } : {}),
    entries: entries.map((entry) => ({
      id: entry.id,
      title: { value: plain(entry.title) },
      updated: new Date(entry.at),
      summary: { value: plain(entry.text) },
      ...(entry.url ? { links: [{ href: entry.url, rel: 'alternate' }] } : {}),
    })),
  })

/** XML 1.0 has no place for control characters, whatever a source wrote. */
const plain = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')

const writeJson = ({ title, address, entries }: Feed): string =>
  `${JSON.stringify(
    generateJsonFeed({
      title,
      ...(address ? { feed_url: address } : {}),
      items: entries.map((entry) => ({
        id: entry.id,
        title: entry.title,
        content_text: entry.text,
        date_modified: new Date(entry.at),
        ...(entry.url ? { url: entry.url } : {}),
      })),
    }),
  )}\n`

// What an address tells by itself: whose site it is, which kind of text, of which day, where on the page the text stands.
import { isDay } from './day.ts'
import type { SourceDocument } from './document.ts'

/** A publisher's site, as the pack of publishers has it. Patterns are of the path with its query. */
export interface Site {
  publisher: string
  /** State (alpha-3) it speaks for; null: nobody's, or an organization's. */
  side: string | null
  hosts: string[]
  /** Three groups: year, month, day. */
  day?: RegExp | undefined
  languages: { path: RegExp; value: string }[]
  genres: { path: RegExp; value: string }[]
  selectors?: PageSelectors | undefined
}
/** CSS selectors of a page's parts. */
export interface PageSelectors {
  title?: string | undefined
  day?: string | undefined
  body?: string | undefined
}

/** What is known of a text by its address; null where the address does not tell. */
export interface Told {
  publisher: string
  side: string | null
  genre: string | null
  language: string | null
  publishedOn: string | null
  selectors: PageSelectors
}

/** What `url` tells by the first site it belongs to; null when it is of none. */
export function toldByAddress(url: string | null | undefined, sites: readonly Site[]): Told | null {
  if (!url || !URL.canParse(url)) return null
  const { hostname, pathname, search } = new URL(url)
  const site = sites.find(({ hosts }) => hosts.includes(hostname.toLowerCase()))
  if (!site) return null
  const path = pathname + search
  return {
    publisher: site.publisher,
    side: site.side,
    genre: site.genres.find((one) => one.path.test(path))?.value ?? null,
    language: site.languages.find((one) => one.path.test(path))?.value ?? null,
    publishedOn: dayIn(path, site.day),
    selectors: site.selectors ?? {},
  }
}

function dayIn(path: string, pattern: RegExp | undefined): string | null {
  const [, year, month, day] = pattern?.exec(path) ?? []
  const written = `${year}-${month}-${day}`
  return isDay(written) ? written : null
}

/** A document got from a site: its publisher by the name we know it by; kind and day where the page itself does not say. */
export const withTold = (document: SourceDocument, told: Told | null): SourceDocument =>
  told
    ? {
        ...document,
        publisher: told.publisher,
        genre: document.genre ?? told.genre,
        publishedOn: document.publishedOn ?? told.publishedOn,
      }
    : document

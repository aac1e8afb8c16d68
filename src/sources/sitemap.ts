// Sitemaps: the pages of a site with the days they changed, and sitemaps of sitemaps; with the news extension's title and day.
import { readDay } from './day.ts'
import { xmlParts } from './xml.ts'

export interface SitemapEntry {
  url: string
  /** Instant or day of the last change, as written; null when not told. */
  changed: string | null
  title: string | null
  publishedOn: string | null
}
export interface Sitemap {
  /** Sitemaps that this one names. */
  sitemaps: SitemapEntry[]
  pages: SitemapEntry[]
}

// The format's own limit.
const maxEntries = 50_000

/** Whether text is a sitemap. */
export const isSitemap = (text: string): boolean =>
  /<(\w+:)?(urlset|sitemapindex)\b/.test(text.slice(0, 8000))

/** Reads a sitemap or an index of sitemaps. What has no web address is left out. */
export function readSitemap(text: string): Sitemap {
  const found: Sitemap = { sitemaps: [], pages: [] }
  let fields: Record<string, string> | null = null
  let name = ''
  for (const part of xmlParts(text)) {
    if (part.kind === 'text') {
      if (fields && name) fields[name] = (fields[name] ?? '') + part.text.trim()
      continue
    }
    const local = localName(part.name)
    const entry = local === 'url' || local === 'sitemap'
    if (part.kind === 'open') name = entry ? '' : local
    else name = ''
    if (!entry) continue
    if (part.kind === 'close' && fields) addEntry(local === 'url' ? found.pages : found.sitemaps, fields)
    fields = part.kind === 'open' ? {} : null
  }
  return found
}

/** "news:title" → "title"; images and videos have titles and places too, which are not the page's. */
const localName = (name: string): string =>
  /^(image|video):/.test(name) ? name : name.replace(/^\w+:/, '').toLowerCase()

function addEntry(list: SitemapEntry[], fields: Record<string, string>): void {
  const url = fields.loc
  if (!url || !/^https?:\/\//i.test(url) || list.length >= maxEntries) return
  list.push({
    url,
    changed: fields.lastmod || null,
    title: fields.title || null,
    publishedOn: readDay(fields.publication_date),
  })
}

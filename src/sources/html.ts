// A web page as a document: its prose, and what its meta elements say of title, day and publisher.
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { SourceError } from '../errors.ts'
import { readDay } from './day.ts'
import { type MarkupNode, proseOf } from './prose.ts'
import type { PageSelectors } from './site.ts'

export interface Page {
  text: string
  title: string | null
  /** YYYY-MM-DD by the page's own metadata; null when it has none. */
  publishedOn: string | null
  publisher: string | null
  /** The address the page calls its own; null when it names none. */
  url: string | null
}

const maxElements = 200_000

/** Reads a page; `selectors` win where they find something. Nothing of it is run or loaded. Throws SourceError for one too deep or too large to take apart. */
export function readPage(html: string, selectors: PageSelectors = {}): Page {
  refuseDepth(html)
  try {
    const { document } = parseHTML(
      /<html[\s>]/i.test(html) ? html : `<html>${html.replace(/<!doctype[^>]{0,1000}>/i, '')}</html>`,
    )
    orderParts(document)
    const meta = metadataOf(document)
    const selected = selectedParts(document, selectors)
    return { ...meta, ...selected, text: selected.text ?? articleText(document) }
  } catch (error) {
    throw new SourceError('The page could not be taken apart', 'Save its text and give that instead.', error)
  }
}

/** The parts of the page that selectors find; what they do not find is left out. */
function selectedParts(document: Document, { title, day, body }: PageSelectors): Partial<Page> {
  const find = (selector: string | undefined): Element | null =>
    selector ? document.querySelector(selector) : null
  const heading = tidy(find(title)?.textContent)
  const time = find(day)
  const publishedOn = readDay(
    time?.getAttribute('datetime') ?? time?.getAttribute('content') ?? time?.textContent,
  )
  const main = find(body)
  const text = main ? proseOf(main as unknown as MarkupNode) : ''
  return {
    ...(heading ? { title: heading } : {}),
    ...(publishedOn ? { publishedOn } : {}),
    ...(text.length >= shortest ? { text } : {}),
  }
}
// A body shorter than this is not the text: the page is made otherwise than the selector thinks.
const shortest = 200

// Elements that need no end tag are left out of the count of open ones.
const endless = new Set(
  'p li dt dd td th tr tbody thead tfoot option br hr img input meta link area base col embed source track wbr html head body'.split(
    ' ',
  ),
)
const maxDepth = 2000

/** The parser takes time with the square of the depth: a page that opens without end is refused before it. */
function refuseDepth(html: string): void {
  let depth = 0
  for (const [, close, name] of html.matchAll(/<(\/?)([a-z][a-z0-9]{0,20})/gi)) {
    if (endless.has(name!.toLowerCase())) continue
    depth = Math.max(0, depth + (close ? -1 : 1))
    if (depth > maxDepth)
      throw new SourceError('The page nests too deep to take apart', 'Save its text and give that instead.')
  }
}

/** The parser leaves `<html><title>…<body>` as written, and then finds no body: puts one head before one body, as a browser does. */
function orderParts(document: Document): void {
  const root = document.documentElement
  const head = root.querySelector('head') ?? document.createElement('head')
  const body = root.querySelector('body') ?? document.createElement('body')
  for (const node of [...root.childNodes]) {
    if (node === head || node === body) continue
    const inHead = /^(TITLE|META|LINK|BASE|STYLE|SCRIPT)$/i.test(node.nodeName)
    ;(inHead ? head : body).appendChild(node)
  }
  root.append(head, body)
}

/** The article's prose; the whole body where no article stands out. */
function articleText(document: Document): string {
  const whole = proseOf(document.body as unknown as MarkupNode)
  const article = whole.length < 200 ? null : readArticle(document)
  return article && article.length > whole.length / 10 ? article : whole
}

function readArticle(document: Document): string | null {
  try {
    const serializer = (node: unknown): MarkupNode => node as MarkupNode
    const found = new Readability<MarkupNode>(document, { maxElemsToParse: maxElements, serializer }).parse()
    return found?.content ? proseOf(found.content) : null
  } catch {
    return null
  }
}

function metadataOf(document: Document): Omit<Page, 'text'> {
  const meta = (...names: string[]): string | null => firstMeta(document, names)
  const linked = linkedData(document)
  return {
    title:
      meta('og:title', 'twitter:title', 'dc.title', 'citation_title') ??
      linked.headline ??
      headingOf(document),
    publishedOn: publicationDay(document, linked.datePublished),
    publisher:
      meta('og:site_name', 'dc.publisher', 'publisher', 'citation_publisher') ??
      linked.publisher ??
      meta('application-name'),
    url: webAddress(document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? meta('og:url')),
  }
}

const dayNames = [
  'article:published_time',
  'og:published_time',
  'datepublished',
  'date',
  'pubdate',
  'publishdate',
  'publish_date',
  'publish-date',
  'dc.date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dcterms.date',
  'citation_publication_date',
  'parsely-pub-date',
  'sailthru.date',
  'firstpublishedtime',
]

function publicationDay(document: Document, linked: string | null): string | null {
  for (const name of dayNames) {
    const day = readDay(firstMeta(document, [name]))
    if (day) return day
  }
  const time = document.querySelector('article time[datetime], main time[datetime], time[datetime]')
  return readDay(linked) ?? readDay(time?.getAttribute('datetime'))
}

function firstMeta(document: Document, names: string[]): string | null {
  for (const element of document.querySelectorAll('meta[content]')) {
    const name =
      element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop')
    if (name && names.includes(name.toLowerCase())) return tidy(element.getAttribute('content'))
  }
  return null
}

const headingOf = (document: Document): string | null =>
  tidy(document.querySelector('h1')?.textContent) ?? tidy(document.querySelector('title')?.textContent)

/** headline, day and publisher of a schema.org block, where one stands. */
function linkedData(document: Document): {
  headline: string | null
  datePublished: string | null
  publisher: string | null
} {
  const found = { headline: null, datePublished: null, publisher: null } as ReturnType<typeof linkedData>
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    for (const node of linkedNodes(script.textContent ?? '')) {
      found.headline ??= asText(node.headline)
      found.datePublished ??= asText(node.datePublished)
      found.publisher ??= asText((node.publisher as { name?: unknown } | undefined)?.name)
    }
  }
  return found
}

function linkedNodes(json: string): Record<string, unknown>[] {
  try {
    const value = JSON.parse(json) as unknown
    const nodes = Array.isArray(value) ? value : ((value as { '@graph'?: unknown[] })?.['@graph'] ?? [value])
    return nodes.filter((node): node is Record<string, unknown> => typeof node === 'object' && node !== null)
  } catch {
    return []
  }
}

const asText = (value: unknown): string | null => (typeof value === 'string' ? tidy(value) : null)

const tidy = (text: string | null | undefined): string | null =>
  text?.replace(/\s+/g, ' ').trim().slice(0, 500) || null

const webAddress = (address: string | null): string | null =>
  address && /^https?:\/\//i.test(address) ? address : null

// What strangers can hand us, and what must come of it: a result or an error of ours, soon, and text that any store takes.
import fc from 'fast-check'
import { z } from 'zod'
import { ChanceryError } from '../../src/errors.ts'
import { csvCell, readCsv } from '../../src/formats/csv.ts'
import { readFields } from '../../src/http/fields.ts'
import { edtfDays, edtfInterval } from '../../src/reading/edtf.ts'
import { documentFromBytes } from '../../src/sources/document.ts'
import { readFeed } from '../../src/sources/feed.ts'
import { readPage } from '../../src/sources/html.ts'
import { readRobots } from '../../src/sources/robots.ts'
import { isSitemap, readSitemap } from '../../src/sources/sitemap.ts'

/** One kind of input: cases and what is done with each. `weight`: its share of a long run. */
export interface Surface<Case = unknown> {
  name: string
  weight: number
  cases: fc.Arbitrary<Case>
  meet(one: Case): unknown
}

const surface = <Case>(one: Surface<Case>): Surface => one as Surface

/** Letters that break parsers: NUL, half a pair, marks of direction, ends of lines of every kind. */
const nasty = fc.constantFrom(
  '\0',
  '\ud800',
  '\udc00',
  '\u202e',
  '\u200f',
  '\ufeff',
  '\u2028',
  '\r',
  '\n',
  '\t',
  '"',
  "'",
  '<',
  '>',
  '&',
  ']]>',
  '<!--',
  '\\',
  '%00',
  'é',
  '李',
  ' ',
)
const pieces = (words: string[]) =>
  fc
    .array(
      fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...words) },
        { weight: 2, arbitrary: nasty },
        fc.string({ maxLength: 8 }),
      ),
      {
        maxLength: 40,
      },
    )
    .map((parts) => parts.join(''))
/** The same piece again and again: what makes patterns that try every way slow. */
const repeated = (words: string[]) =>
  fc
    .tuple(fc.constantFrom(...words), fc.integer({ min: 1, max: 3000 }), nasty)
    .map(([word, times, end]) => word.repeat(times) + end)

const html = [
  '<p>',
  '</p>',
  '<div class="a">',
  '</div>',
  '<script>',
  '</script>',
  '<style>',
  '<table><tr><td>',
  '<a href="javascript:x">',
  '<img src=x onerror=y>',
  '<!doctype html>',
  '<meta charset=utf-16>',
  '<title>',
  '</title>',
  '<time datetime="2024-99-99">',
  '&#xd800;',
  '&#0;',
  '&amp',
  '<svg>',
  '<template>',
  '<br',
  '<![CDATA[',
  'The minister arrived. ',
]
const xml = [
  '<?xml version="1.0"?>',
  '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;&b;">]>',
  '&c;',
  '<rss><channel>',
  '</channel></rss>',
  '<item>',
  '</item>',
  '<title>',
  '</title>',
  '<feed xmlns="http://www.w3.org/2005/Atom">',
  '<entry>',
  '</entry>',
  '<link href="http://a.example/"/>',
  '<urlset>',
  '<url><loc>',
  '</loc></url>',
  '<pubDate>Thu, 99 Foo',
  '<![CDATA[',
  ']]>',
]
const table = ['a,b\n', '"', ',', ';', '\t', '\r\n', '=1+1', '-3', '@x', 'Ola Berg', '""']
const dates = [
  '2024',
  '-',
  '05',
  '/',
  '..',
  '?',
  '~',
  '%',
  'X',
  'XX',
  '[',
  ']',
  '{',
  '}',
  'Y17E8',
  'S2',
  '2024-05-32',
  '0000',
  '-0001',
  '24',
]
const texts = (words: string[]) => fc.oneof(pieces(words), repeated(words))

/** Runs; an error of ours is an answer. */
const allow = async (run: () => unknown): Promise<unknown> => {
  try {
    return await run()
  } catch (error) {
    if (error instanceof ChanceryError || error instanceof z.ZodError) return null
    throw error
  }
}

/** Nothing in it that a store or a reader of ours cannot take. */
function requireClean(value: unknown): void {
  const text = JSON.stringify(value) ?? ''
  if (/\\u(0000|d[89a-f][0-9a-f]{2})/i.test(text))
    throw new Error(`unclean text came through: ${text.slice(0, 200)}`)
}

const fields = z.strictObject({
  states: z.array(z.string()).optional(),
  limit: z.number().int().optional(),
  known: z.boolean().optional(),
  about: z.object({ a: z.string() }).optional(),
})
const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const heads = [
  '%PDF-1.7\n',
  'PK\u0003\u0004',
  '\u001f\u008b',
  'From: a\nContent-Type: multipart/mixed; boundary=x\n\n--x',
  '<html>',
  '{"a":',
  '',
]

export const surfaces: Surface[] = [
  surface({
    name: 'HTML',
    weight: 1,
    cases: texts(html),
    meet: (page) => allow(() => readPage(page)),
  }),
  surface({
    name: 'feeds and sitemaps',
    weight: 4,
    cases: texts(xml),
    meet: (text) => allow(() => (isSitemap(text) ? readSitemap(text) : readFeed(text))),
  }),
  surface({
    name: 'robots.txt',
    weight: 4,
    cases: texts(['User-agent: *', 'Disallow: /', 'Allow: ', '*', '$', '/', 'Crawl-delay: 1e9', '\n']),
    meet: (text) => allow(() => readRobots(text).allows(new URL('https://a.example/a/b?c'))),
  }),
  surface({
    name: 'CSV',
    weight: 8,
    cases: texts(table),
    meet: (text) => allow(() => readCsv(text)),
  }),
  surface({
    name: 'CSV cells on their way out',
    weight: 8,
    cases: texts(table),
    meet: (text) => {
      const cell = csvCell(text)
      if (/^"?[=+\-@\t\r]/.test(cell)) throw new Error(`a spreadsheet would run ${JSON.stringify(cell)}`)
      const back = readCsv(`h\n${cell}\n`).map((row) => row.cells.h)
      if (text !== '' && text.trim() === text && !/[\r\n\ufeff]/.test(text) && back[0] !== text)
        throw new Error(`${JSON.stringify(text)} came back as ${JSON.stringify(back)}`)
    },
  }),
  surface({
    name: 'dates',
    weight: 40,
    cases: texts(dates),
    meet: (text) => {
      edtfInterval(text)
      const days = edtfDays(text)
      if (days && !(days.first <= days.last)) throw new Error(`${text} ends before it begins`)
    },
  }),
  surface({
    name: 'queries',
    weight: 20,
    cases: fc.dictionary(
      fc.oneof(
        fc.constantFrom('states', 'limit', 'known', 'about', '__proto__', 'constructor'),
        fc.string({ maxLength: 5 }),
      ),
      fc.array(texts(['a', ',', '1', 'true', '{', '1e999'])),
      { maxKeys: 5 },
    ),
    meet: (values) => allow(() => fields.parse(readFields(fields, values))),
  }),
  surface({
    name: 'files of any kind',
    weight: 1,
    cases: fc.record({
      bytes: fc.oneof(
        fc.uint8Array({ maxLength: 400 }),
        fc
          .tuple(fc.constantFrom(...heads), texts([...html, ...xml]))
          .map(([head, text]) => encode(head + text)),
      ),
      name: fc.constantFrom('a.pdf', 'a.docx', 'a.html', 'a.txt', 'a.md', 'a.eml', 'a', '../../a\0.html'),
    }),
    meet: ({ bytes, name }) =>
      allow(async () => {
        const document = await documentFromBytes(bytes, { name })
        requireClean([document.text, document.title, document.publisher])
      }),
  }),
]

// No case may take longer, by the processor's time: how long one waits for it on a loaded machine says nothing.
const patienceMs = 5000

/** Meets `count` cases of a surface from `seed` on. Throws with the smallest case that fails. */
export const meetCases = (one: Surface, count: number, seed: number): Promise<void> =>
  fc.assert(
    fc.asyncProperty(one.cases, async (given) => {
      const start = process.cpuUsage()
      await one.meet(given)
      const { user, system } = process.cpuUsage(start)
      const took = (user + system) / 1000
      if (took > patienceMs) throw new Error(`took ${Math.round(took)} ms`)
    }),
    { numRuns: count, seed },
  )

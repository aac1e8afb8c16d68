// What strangers can hand us, and what must come of it: a result or an error of ours, soon, and text that any store takes.
import fc from 'fast-check'
import { z } from 'zod'
import { ChanceryError } from '../../src/errors.ts'
import { csvCell, readCsv } from '../../src/formats/csv.ts'
import { readFields } from '../../src/http/fields.ts'
import { openReader } from '../../src/http/reader.ts'
import { edtfDays, edtfInterval } from '../../src/reading/edtf.ts'
import { documentsFromBytes } from '../../src/sources/archive.ts'
import { cleanText } from '../../src/sources/charset.ts'
import { readFeed } from '../../src/sources/feed.ts'
import { readPage } from '../../src/sources/html.ts'
import { readRobots } from '../../src/sources/robots.ts'
import { isSitemap, readSitemap } from '../../src/sources/sitemap.ts'
import { inventWorld } from '../world/world.ts'
import { dates, html, prose, table, texts, xml } from './cases.ts'
import { commandLines, readCommandLine, readQuestionLine } from './commands.ts'
import { files } from './files.ts'
import { openServer, requests } from './requests.ts'

/** One kind of input: cases and what is done with each. `weight`: its share of a long run; what is dear has a small one. */
export interface Surface<Case = unknown> {
  name: string
  weight: number
  cases: fc.Arbitrary<Case>
  meet(one: Case): unknown
  /** What it needs while cases are met; ends with the run. */
  open?(): Promise<{ close(): Promise<void> }>
}

const surface = <Case>(one: Surface<Case>): Surface => one as Surface

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

/** Documents of a file: an archive's one by one; what is wrong with one is an outcome. */
async function readFile({ bytes, name }: { bytes: Uint8Array; name: string }): Promise<void> {
  for await (const outcome of documentsFromBytes(bytes, { name })) {
    if ('error' in outcome) continue
    const { text, title, publisher } = outcome.document
    requireClean([text, title, publisher])
  }
}

/** Everything a reading quotes stands in the text where it says. */
function readProse(text: string): void {
  const clean = cleanText(text)
  const document = {
    id: 'd',
    text: clean,
    title: null,
    publishedOn: '2024-05-04',
    publisher: null,
    genre: null,
  }
  const { exchanges, statements, claims } = reader().read(document)
  for (const { start, end } of [...exchanges.flatMap(({ evidence }) => evidence), ...statements, ...claims])
    if (!(start >= 0 && start < end && end <= clean.length))
      throw new Error(`${start}–${end} is not in the text`)
}
let opened: ReturnType<typeof openReader> | undefined
const reader = () => (opened ??= openReader(inventWorld()))

let server: Awaited<ReturnType<typeof openServer>> | undefined

const fileSurface = (name: keyof typeof files, weight: number): Surface =>
  surface({ name: `files: ${name}`, weight, cases: files[name], meet: readFile })

export const surfaces: Surface[] = [
  surface({ name: 'HTML', weight: 3, cases: texts(html, 4), meet: (page) => allow(() => readPage(page)) }),
  surface({
    name: 'feeds and sitemaps',
    weight: 8,
    cases: texts(xml, 4),
    meet: (text) => allow(() => (isSitemap(text) ? readSitemap(text) : readFeed(text))),
  }),
  surface({
    name: 'robots.txt',
    weight: 8,
    cases: texts(['User-agent: *', 'Disallow: /', 'Allow: ', '*', '$', '/', 'Crawl-delay: 1e9', '\n']),
    meet: (text) => allow(() => readRobots(text).allows(new URL('https://a.example/a/b?c'))),
  }),
  surface({ name: 'CSV', weight: 12, cases: texts(table), meet: (text) => allow(() => readCsv(text)) }),
  surface({
    name: 'CSV cells on their way out',
    weight: 12,
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
    weight: 12,
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
  surface({ name: 'command lines', weight: 4, cases: commandLines, meet: readCommandLine }),
  surface({
    name: 'command lines of questions',
    weight: 2,
    cases: commandLines,
    meet: (line) => allow(() => readQuestionLine(line)),
  }),
  surface({
    name: 'HTTP',
    weight: 1,
    cases: requests,
    open: async () => (server = await openServer()),
    meet: (one) => server!.ask(one),
  }),
  surface({ name: 'texts read', weight: 1, cases: texts(prose, 12), meet: readProse }),
  fileSurface('PDF', 1),
  fileSurface('Word', 2),
  fileSurface('archives', 2),
  fileSurface('mail', 1),
  fileSurface('any', 2),
]

// No case may take longer, by the processor's time: how long one waits for it on a loaded machine says nothing.
const patienceMs = 5000

/** What a run came to: the case that took longest, cut to a line. */
export interface Slowest {
  ms: number
  told: string
}

/** Meets `count` cases of a surface from `seed` on. Throws with the smallest case that fails. */
export async function meetCases(one: Surface, count: number, seed: number): Promise<Slowest> {
  const slowest: Slowest = { ms: 0, told: '' }
  const needed = await one.open?.()
  try {
    await fc.assert(
      fc.asyncProperty(one.cases, async (given) => {
        const start = process.cpuUsage()
        await one.meet(given)
        const { user, system } = process.cpuUsage(start)
        const ms = (user + system) / 1000
        if (ms > slowest.ms) Object.assign(slowest, { ms, told: fc.stringify(given).slice(0, 60) })
        if (ms > patienceMs) throw new Error(`took ${Math.round(ms)} ms`)
      }),
      { numRuns: count, seed },
    )
  } finally {
    await needed?.close()
  }
  return slowest
}

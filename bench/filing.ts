// Documents filed a second, each with a reading of four exchanges and some three hundred words: only filed, nothing is read.
import type { Exchange, Participant, Reading } from '../src/reading/reading.ts'
import type { Database } from '../src/record/database.ts'
import { type Filing, fileReadings, type Settled, settle } from '../src/record/filing.ts'
import { seeded, stateCode } from './world.ts'

/** Documents in a transaction: what `ingestAll` takes. */
const group = 16
const paragraphs = 4
const words = 75

/**
 * Files `count` invented documents about the world's last year into the record. Says documents a second by the clock, and by this
 * process's own processor time: the whole of it on embedded, our half on a server.
 */
export async function benchFiling(database: Database, count: number): Promise<string> {
  const random = seeded(7)
  const filings = Array.from({ length: count }, (_, n) => makeFiling(random, n))
  const [start, used] = [performance.now(), process.cpuUsage()]
  let filed: Promise<unknown> = Promise.resolve()
  for (let first = 0; first < count; first += group) {
    const settled = filings.slice(first, first + group).map(settle)
    await filed
    filed = fileOrThrow(database, settled)
  }
  await filed
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(used)
  return `${Math.round(count / seconds)} documents filed a second, ${Math.round((count / (user + system)) * 1e6)} a second of processor`
}

async function fileOrThrow(database: Database, settled: Settled[]): Promise<void> {
  const outcomes = await fileReadings(database, settled)
  const failed = outcomes.find((outcome) => outcome instanceof Error)
  if (failed) throw failed
}

function makeFiling(random: () => number, n: number): Filing {
  const parts = Array.from({ length: paragraphs }, () => makeParagraph(random))
  const text = parts.map((part) => part.text).join('\n\n')
  let at = 0
  const exchanges = parts.map((part, i) => {
    const start = at
    at += part.text.length + 2
    const end = start + part.sentence
    return { ...part.exchange, id: `e${i + 1}`, evidence: [{ start, end, exact: text.slice(start, end) }] }
  })
  const day = exchanges[0]!.date
  return {
    document: {
      text,
      title: `Invented report ${n}`,
      publisher: 'Bench',
      url: `https://example.org/${n}`,
      publishedOn: day,
      genre: 'news',
      side: null,
      language: 'en',
    },
    snapshot: {
      bytes: new TextEncoder().encode(text),
      mediaType: 'text/plain',
      retrievedAt: null,
      url: null,
    },
    reading: readingOf(exchanges),
    reader: 'bench',
  }
}

/** A sentence that reports an exchange of two people of the world, and words around it. */
function makeParagraph(random: () => number): { text: string; sentence: number; exchange: Exchange } {
  const [host, guest] = [Math.floor(random() * 190), Math.floor(random() * 190)]
  const date = new Date(Date.UTC(2024, 0, 1 + Math.floor(random() * 360))).toISOString().slice(0, 10)
  const people = [personOf(random, guest, 'visitor'), personOf(random, host, 'host')]
  const sentence = `${people[0]!.name} met ${people[1]!.name} in ${stateCode(host)} on ${date}.`
  const rest = Array.from({ length: words }, () => `w${Math.floor(random() ** 2 * 20_000)}`).join(' ')
  const states = [...new Set([stateCode(host), stateCode(guest)])].sort()
  return {
    text: `${sentence} ${rest}.`,
    sentence: sentence.length,
    exchange: exchangeOf({ date, host, states, people }),
  }
}

function personOf(random: () => number, state: number, role: Participant['role']): Participant {
  const level = 1 + Math.floor(random() * 8)
  const id = `p-${state}-${level}-${Math.floor(random() * 14)}`
  return { name: id, person: id, state: stateCode(state), office: `office ${level}`, level, role }
}

const exchangeOf = (said: {
  date: string
  host: number
  states: string[]
  people: Participant[]
}): Exchange => ({
  id: '',
  kind: 'meeting',
  status: 'occurred',
  date: said.date,
  place: null,
  host: stateCode(said.host),
  states: said.states,
  participants: said.people,
  format: 'bilateral',
  partOf: null,
  evidence: [],
  confidence: 0.9,
  rules: [],
})

const readingOf = (exchanges: Exchange[]): Reading => ({
  document: {
    id: '',
    title: null,
    publishedOn: null,
    language: 'en',
    genre: 'news',
    side: null,
  },
  officials: [],
  exchanges,
  statements: [],
  claims: [],
  warnings: [],
})

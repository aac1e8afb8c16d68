// Laws of the formats over any exchange: what goes out comes back, columns stay in their number, whatever sources write.
import fc from 'fast-check'
import { parquetReadObjects } from 'hyparquet'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { loadKnowledge } from '../knowledge/knowledge.ts'
import type { RecordSlice, SliceExchange } from '../record/slice.ts'
import { readCsv } from './csv.ts'
import { collect } from './format.ts'
import { exportFormats, importFormats } from './index.ts'

const knowledge = loadKnowledge()
const { states } = knowledge.gazetteer
const formats = exportFormats(knowledge)

const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom('a,"b"\r\nc', '\t=1+1', ' <x>&amp; ', '北京'),
)
const maybe = fc.option(words, { nil: null })
const state = fc.constantFrom('DEU', 'FRA', 'JPN', 'EUE')
const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2050-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const participant = fc.record({
  name: maybe,
  nativeName: maybe,
  person: fc.option(fc.uuid(), { nil: null }),
  state: fc.option(state, { nil: null }),
  organization: fc.constant(null),
  office: maybe,
  officeId: fc.constant(null),
  level: fc.option(fc.integer({ min: 1, max: 8 }), { nil: null }),
  role: fc.constantFrom('visitor', 'host', 'participant'),
})
const source = fc.record({
  documentId: fc.constant(null),
  url: fc.webUrl(),
  title: maybe,
  publisher: maybe,
  publishedOn: fc.option(day, { nil: null }),
  exact: maybe,
  start: fc.constant(null),
  end: fc.constant(null),
  textHash: fc.constant(null),
})
const exchange: fc.Arbitrary<SliceExchange> = fc
  .record({
    id: fc.uuid(),
    kind: fc.constantFrom('visit', 'meeting', 'talks', 'summit', 'call', 'message', 'people-to-people'),
    grade: fc.constantFrom(null, 'state', 'official', 'working'),
    status: fc.constantFrom(
      'occurred',
      'announced',
      'cancelled',
      'possible',
      'postponed',
      'denied',
      'ongoing',
    ),
    days: fc.option(fc.tuple(day, day), { nil: null }),
    place: maybe,
    host: fc.option(state, { nil: null }),
    states: fc.uniqueArray(state, { maxLength: 3 }),
    occasion: maybe,
    note: maybe,
    confirmed: fc.boolean(),
    level: fc.option(fc.integer({ min: 1, max: 8 }), { nil: null }),
    participants: fc.array(participant, { maxLength: 3 }),
    sources: fc.array(source, { maxLength: 2 }),
  })
  .map(({ days, ...rest }) => {
    const [earliest, latest] = days ? [...days].sort() : [null, null]
    return {
      ...rest,
      earliest: earliest ?? null,
      latest: latest ?? null,
      occurredOn: earliest ? (earliest === latest ? earliest : `${earliest}/${latest}`) : null,
      format: null,
      partOf: null,
      basis: null,
      remote: false,
      announcedOn: null,
      knownFrom: '2031-05-05T10:00:00.000Z',
    }
  })
const exchanges = fc.uniqueArray(exchange, { selector: (x) => x.id, minLength: 1, maxLength: 5 })

const sliceOf = (all: SliceExchange[]): RecordSlice => ({
  asKnownOn: '2031-06-01T00:00:00.000Z',
  async *exchanges() {
    yield* all
  },
  references: async () => ({
    states: [],
    organizations: [],
    memberships: [],
    offices: [],
    people: [],
    tenures: [],
  }),
})
async function written(name: string, all: SliceExchange[]): Promise<Buffer> {
  const pieces = await collect(formats.find((format) => format.name === name)!.write(sliceOf(all)))
  return Buffer.concat(pieces.map((piece) => Buffer.from(piece as string)))
}
const textOf = async (name: string, all: SliceExchange[]): Promise<string> =>
  (await written(name, all)).toString('utf8')
const readBack = (name: string, text: string) =>
  importFormats()
    .find((format) => format.name === name)!
    .read(text, { states })

const law = (name: string, holds: (all: SliceExchange[]) => Promise<void>): void =>
  test(name, () => fc.assert(fc.asyncProperty(exchanges, holds), { numRuns: 60 }))

law('jsonl: what comes back is what went out', async (all) => {
  const read = readBack('jsonl', await textOf('jsonl', all))
  expect(read.problems).toEqual([])
  expect(read.exchanges.map((x) => x.source)).toEqual(JSON.parse(JSON.stringify(all)))
})

law('csv: a row an exchange, every cell in its column, through our reader', async (all) => {
  const rows = readCsv(await textOf('csv', all))
  expect(rows).toHaveLength(all.length)
  rows.forEach(({ cells }, i) => {
    const x = all[i]!
    expect([cells.id, cells.kind, cells.status, cells.host]).toEqual([x.id, x.kind, x.status, x.host ?? ''])
    expect([cells.earliest, cells.latest]).toEqual([x.earliest ?? '', x.latest ?? ''])
  })
})

law('parquet: the same rows, through another reader', async (all) => {
  const file = await written('parquet', all)
  const buffer = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer
  const rows = (await parquetReadObjects({ file: buffer })) as {
    id: string
    confirmed: boolean
    place: string | null
  }[]
  expect(rows.map(({ id, confirmed }) => [id, confirmed])).toEqual(
    all.map(({ id, confirmed }) => [id, confirmed]),
  )
})

law('polecat and gdelt: forty and sixty-one columns, always', async (all) => {
  for (const [name, columns] of [
    ['polecat', 40],
    ['gdelt', 61],
  ] as const) {
    const lines = (await textOf(name, all)).split('\n').slice(0, -1)
    for (const line of lines) expect(line.split('\t')).toHaveLength(columns)
  }
})

law('ical: an event for each that has days, through another reader and our own', async (all) => {
  const dated = all.filter((x) => x.earliest)
  const text = await textOf('ical', all)
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
  expect(events.map((event) => String(event.getFirstPropertyValue('dtstart')))).toEqual(
    dated.map((x) => x.earliest),
  )
  if (dated.length === 0) return
  const read = readBack('ical', text)
  expect(read.exchanges.map((x) => x.date)).toEqual(dated.map((x) => x.occurredOn))
})

law('geojson, json-ld, stix, csl, jsonfeed: JSON whatever sources write', async (all) => {
  for (const name of ['geojson', 'jsonld', 'stix', 'csl', 'jsonfeed', 'popolo'])
    JSON.parse(await textOf(name, all))
})

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 has no place for
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/

law('graphml, gexf, atom: no character that XML forbids', async (all) => {
  for (const name of ['graphml', 'gexf', 'atom']) expect(await textOf(name, all)).not.toMatch(forbidden)
})

// Every export format on an invented slice, read back by a program that is not ours where there is one.

import { parseFeed } from 'feedsmith'
import { unzipSync } from 'fflate'
import { parquetReadObjects } from 'hyparquet'
import ICAL from 'ical.js'
import { DOMParser } from 'linkedom'
import { describe, expect, test } from 'vitest'
import { loadKnowledge } from '../knowledge/knowledge.ts'
import type { RecordSlice, SliceExchange } from '../record/slice.ts'
import { readCsv } from './csv.ts'
import { collect, type ExportFormat } from './format.ts'
import { exportFormats } from './index.ts'

const visit: SliceExchange = {
  id: 'x-1',
  kind: 'visit',
  grade: 'official',
  status: 'occurred',
  occurredOn: '2031-05-03/2031-05-04',
  earliest: '2031-05-03',
  latest: '2031-05-04',
  place: '=Port "Ellion", north',
  host: 'FRA',
  states: ['DEU', 'FRA'],
  format: 'bilateral',
  occasion: null,
  partOf: null,
  confirmed: true,
  basis: 'report',
  note: null,
  remote: false,
  level: 2,
  announcedOn: '2031-04-20',
  knownFrom: '2031-05-05T10:00:00.000Z',
  participants: [
    {
      name: 'Ana Belkor & Sons <x>',
      nativeName: '贝',
      person: 'ana-belkor',
      state: 'DEU',
      organization: null,
      office: 'Prime Minister',
      officeId: 'DEU.pm',
      level: 2,
      role: 'visitor',
    },
    {
      name: 'Ivo Tarn',
      nativeName: null,
      person: null,
      state: 'FRA',
      organization: null,
      office: 'President',
      officeId: null,
      level: 1,
      role: 'host',
    },
  ],
  sources: [
    {
      documentId: 'd1',
      url: 'https://example.org/a?b=1&c={2}',
      title: 'A visit_100%',
      publisher: 'Gazette',
      publishedOn: '2031-05-04',
      exact: 'Belkor arrived',
      start: 3,
      end: 17,
      textHash: 'ab',
    },
  ],
}
const call: SliceExchange = {
  ...visit,
  id: 'x-2',
  kind: 'call',
  grade: null,
  status: 'cancelled',
  occurredOn: null,
  earliest: null,
  latest: null,
  place: null,
  host: null,
  confirmed: false,
  participants: [],
  sources: [],
  knownFrom: '2031-05-06T10:00:00.000Z',
  level: null,
}
const possible: SliceExchange = {
  ...visit,
  id: 'x-3',
  status: 'possible',
  occurredOn: '2031-06',
  earliest: '2031-06-01',
  latest: '2031-06-30',
  partOf: 'x-1',
}
const slice: RecordSlice = {
  asKnownOn: '2031-05-07T00:00:00.000Z',
  async *exchanges() {
    yield* [visit, call, possible]
  },
  references: async () => ({
    states: [
      { id: 'DEU', name: 'Germany', capital: 'Berlin' },
      { id: 'FRA', name: 'France', capital: 'Paris' },
    ],
    organizations: [{ id: 'ORG', name: 'An & Org', kind: 'igo' }],
    memberships: [
      { organization: 'ORG', state: 'DEU', role: 'member', from: '2001~', to: null, sources: [] },
    ],
    offices: [
      { id: 'DEU.pm', state: 'DEU', organization: null, title: 'Prime Minister', level: 2, sources: [] },
    ],
    people: [
      { id: 'ana-belkor', name: 'Ana Belkor', nativeName: null, aliases: ['A. Belkor'], state: 'DEU' },
    ],
    tenures: [
      {
        id: 't1',
        person: 'ana-belkor',
        office: 'DEU.pm',
        from: '2030-01-01',
        to: null,
        acting: false,
        sources: [],
      },
    ],
  }),
}
const formats = exportFormats(loadKnowledge())
const format = (name: string): ExportFormat => formats.find((f) => f.name === name)!
const bytesOf = async (name: string): Promise<Uint8Array> => {
  const pieces = await collect(format(name).write(slice))
  return Buffer.concat(pieces.map((piece) => Buffer.from(piece as string)))
}
const textOf = async (name: string): Promise<string> => Buffer.from(await bytesOf(name)).toString('utf8')
const xmlOf = async (name: string): Promise<Document> =>
  new DOMParser().parseFromString(await textOf(name), 'text/xml') as unknown as Document

test.each(formats.map((f) => [f.name, f] as const))(
  '%s says what it loses and is the same twice',
  async (name, f) => {
    expect(f.loses.every((loss) => loss.length > 3)).toBe(true)
    const [first, second] = [await bytesOf(name), await bytesOf(name)]
    expect(first.length).toBeGreaterThan(20)
    if (!['zip'].includes(f.extension)) expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
  },
)

describe('tables', () => {
  test('csv comes back cell by cell, and a formula is disarmed', async () => {
    const text = await textOf('csv')
    expect(text).toContain(`"'=Port ""Ellion"", north"`)
    const rows = readCsv(text)
    expect(rows.map((row) => row.cells.id)).toEqual(['x-1', 'x-2', 'x-3'])
    expect(rows[0]!.cells).toMatchObject({
      place: visit.place,
      states: 'DEU; FRA',
      visitors: 'Ana Belkor & Sons <x>',
      level: '2',
      confirmed: 'true',
    })
  })
  test('parquet is read by hyparquet', async () => {
    const bytes = await bytesOf('parquet')
    const rows = await parquetReadObjects({
      file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
    })
    expect(rows).toHaveLength(3)
    expect(rows[0]).toMatchObject({ id: 'x-1', level: 2, confirmed: true, earliest: '2031-05-03' })
    expect(rows[1]).toMatchObject({ id: 'x-2', host: null, level: null })
  })
  test('the data package names every column it has', async () => {
    const files = unzipSync(await bytesOf('datapackage'))
    const description = JSON.parse(Buffer.from(files['datapackage.json']!).toString())
    for (const resource of description.resources.filter((r: { schema?: object }) => r.schema)) {
      const [header] = Buffer.from(files[resource.path]!).toString().split('\r\n')
      expect(header!.split(',')).toEqual(resource.schema.fields.map((field: { name: string }) => field.name))
    }
    expect(JSON.parse(Buffer.from(files['counting-rules.json']!).toString()).length).toBeGreaterThan(0)
  })
  test('colt keeps trips of leaders only', async () => {
    expect(readCsv(await textOf('colt')).map((row) => row.cells.LeaderFullName)).toEqual([
      'Ana Belkor & Sons <x>',
    ])
  })
})

describe('coded events', () => {
  test('polecat: forty columns, both directions, announced visits are not consultations', async () => {
    const lines = (await textOf('polecat'))
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'))
    expect(lines.every((cells) => cells.length === 40)).toBe(true)
    expect(lines.slice(1).map((cells) => [cells[2], cells[3], cells[8], cells[16]])).toEqual([
      ['CONSULT', 'visit', 'DEU', 'FRA'],
      ['CONSULT', 'visit', 'FRA', 'DEU'],
      ['AGREE', 'None', 'DEU', 'FRA'],
      ['AGREE', 'None', 'FRA', 'DEU'],
    ])
  })
  test('gdelt: sixty-one columns, visit and host codes', async () => {
    const lines = (await textOf('gdelt'))
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'))
    expect(lines.every((cells) => cells.length === 61)).toBe(true)
    expect(lines.slice(0, 2).map((cells) => [cells[1], cells[7], cells[17], cells[26]])).toEqual([
      ['20310503', 'DEU', 'FRA', '042'],
      ['20310503', 'FRA', 'DEU', '043'],
    ])
  })
})

describe('graphs', () => {
  test('graphml: an edge a pair, to the host', async () => {
    const document = await xmlOf('graphml')
    const edges = [...document.querySelectorAll('edge')].map((edge) => [
      edge.getAttribute('source'),
      edge.getAttribute('target'),
    ])
    expect(edges).toEqual([
      ['DEU', 'FRA'],
      ['DEU', 'FRA'],
      ['DEU', 'FRA'],
    ])
    expect([...document.querySelectorAll('node')]).toHaveLength(2)
  })
  test('gexf: edges carry their time', async () => {
    const document = await xmlOf('gexf')
    expect([...document.querySelectorAll('edge')].map((edge) => edge.getAttribute('start'))).toEqual([
      '2031-05-03',
      null,
      '2031-06-01',
    ])
  })
})

describe('maps', () => {
  test('geojson: a line from the visitor’s state to the host, nowhere for a call', async () => {
    const { type, features } = JSON.parse(await textOf('geojson')) as {
      type: string
      features: {
        id: string
        geometry: { type: string; coordinates: [number, number][] } | null
        properties: Record<string, unknown>
      }[]
    }
    expect(type).toBe('FeatureCollection')
    const [line, none] = features as [(typeof features)[0], (typeof features)[0]]
    expect(line).toMatchObject({
      id: 'x-1:DEU',
      geometry: { type: 'LineString' },
      properties: { exchange: 'x-1', from: 'DEU', host: 'FRA', earliest: '2031-05-03' },
    })
    const [[x1, y1], [x2, y2]] = line.geometry!.coordinates as [[number, number], [number, number]]
    // Germany lies north-east of France.
    expect(x1).toBeGreaterThan(x2)
    expect(y1).toBeGreaterThan(y2)
    expect(none.geometry).toBeNull()
  })
})

describe('calendars and feeds', () => {
  test('ical.js reads whole days, ends the day after, and statuses', async () => {
    const events = new ICAL.Component(ICAL.parse(await textOf('ical')))
      .getAllSubcomponents('vevent')
      .map((c) => new ICAL.Event(c))
    expect(
      events.map((event) => [
        event.startDate.toString(),
        event.endDate.toString(),
        event.component.getFirstPropertyValue('status'),
      ]),
    ).toEqual([
      ['2031-05-03', '2031-05-05', 'CONFIRMED'],
      ['2031-06-01', '2031-07-01', 'TENTATIVE'],
    ])
  })
  test.each(['atom', 'jsonfeed'])('%s is a feed, newest first', async (name) => {
    const { feed } = parseFeed(await textOf(name))
    const items = ('entries' in feed ? feed.entries : 'items' in feed ? feed.items : []) as { id: string }[]
    expect(items.map((item) => item.id.slice(-3))).toEqual(['x-2', 'x-3', 'x-1'])
  })
})

describe('entities and documents', () => {
  test('FollowTheMoney: every reference between entities is met', async () => {
    const entities = (await textOf('ftm'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; schema: string; properties: Record<string, string[]> })
    const ids = new Set(entities.map((e) => e.id))
    const links = entities.flatMap((e) =>
      ['holder', 'post', 'member', 'organization', 'involved'].flatMap((p) => e.properties[p] ?? []),
    )
    expect(links.filter((id) => !ids.has(id))).toEqual([])
    expect(entities.find((e) => e.schema === 'Trip')!.properties).toMatchObject({
      country: ['de', 'fr'],
      startDate: ['2031-05-03'],
    })
    expect(
      Object.values(entities.find((e) => e.id === 'exchange-x-2')!.properties).every((v) => v.length > 0),
    ).toBe(true)
  })
  test('popolo: memberships point at people and posts', async () => {
    const popolo = JSON.parse(await textOf('popolo'))
    expect(popolo.memberships[0]).toMatchObject({
      person_id: 'ana-belkor',
      post_id: 'DEU.pm',
      start_date: '2030-01-01',
      end_date: null,
    })
    expect(popolo.events).toHaveLength(3)
  })
  test('json-ld: an annotation keeps the words', async () => {
    const graph = JSON.parse(await textOf('jsonld'))['@graph']
    expect(graph[0]['prov:wasDerivedFrom'][0]['oa:hasTarget']['oa:hasSelector'][0]['oa:exact']).toBe(
      'Belkor arrived',
    )
    expect(graph[2].superEvent['@id']).toBe('chancery:exchange/x-1')
  })
  test('stix: ids are well-formed and every object_ref is met', async () => {
    const bundle = JSON.parse(await textOf('stix')) as {
      objects: { id: string; type: string; object_refs?: string[] }[]
    }
    const ids = new Set(bundle.objects.map((o) => o.id))
    expect(
      bundle.objects.every((o) =>
        new RegExp(`^${o.type}--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`).test(
          o.id,
        ),
      ),
    ).toBe(true)
    expect(bundle.objects.flatMap((o) => o.object_refs ?? []).filter((id) => !ids.has(id))).toEqual([])
  })
  test('bibliographies hold each source once, escaped', async () => {
    const text = await textOf('bibtex')
    expect(text.match(/@online/g)).toHaveLength(1)
    expect(text).toContain('A visit\\_100\\%')
    expect(JSON.parse(await textOf('csl'))[0].issued).toEqual({ 'date-parts': [[2031, 5, 4]] })
  })
  test('json lines lose nothing that is shown', async () => {
    expect(
      (await textOf('jsonl'))
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([visit, call, possible])
  })
})

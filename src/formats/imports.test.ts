// Every import format on a small file of our own in the shape that others publish; bad rows are told and lose nothing else.
import { describe, expect, test } from 'vitest'
import { ChanceryError } from '../errors.ts'
import { loadKnowledge } from '../knowledge/knowledge.ts'
import { readCsv } from './csv.ts'
import { readDay, readInterval } from './edtfday.ts'
import type { ImportResult } from './imported.ts'
import { importFormats } from './index.ts'

const { states } = loadKnowledge().gazetteer
const formats = importFormats()
const read = (name: string, text: string, mapping?: Record<string, string>): ImportResult =>
  formats.find((f) => f.name === name)!.read(text, { states, ...(mapping ? { mapping } : {}) })

describe('days of other files', () => {
  test.each([
    ['2031-05-03', '2031-05-03'],
    ['20310503', '2031-05-03'],
    ['2031/5/3', '2031-05-03'],
    ['3 May 2031', '2031-05-03'],
    ['May 3, 2031', '2031-05-03'],
    ['5/3/2031', '2031-05-03'],
    ['2031-05', '2031-05'],
    ['2031', '2031'],
    ['2031-02-30', null],
    ['31 June 2031', null],
    ['soon', null],
    ['', null],
  ])('%s → %s', (text, expected) => expect(readDay(text)).toBe(expected))
  test('an end before its start is left out', () =>
    expect(readInterval('2031-05-03', '2031-05-01')).toBe('2031-05-03'))
})

describe('csv', () => {
  test('quotes, breaks inside cells, byte order mark, semicolons', () => {
    expect(readCsv('\uFEFFa;b\r\n"x;1";"two\nlines ""q"""\r\n;\r\n')).toEqual([
      { line: 2, cells: { a: 'x;1', b: 'two\nlines "q"' } },
      { line: 4, cells: { a: '', b: '' } },
    ])
  })
  test('an open quote names its line', () => expect(() => readCsv('a,b\n1,"2\n3')).toThrow(/Line 2/))
})

test.each(formats.map((f) => [f.name, f] as const))(
  '%s: rubbish is a clear error or a list of problems, never a crash',
  (_name, f) => {
    for (const text of ['', 'rubbish', '{}', '[]', '\0\0', '<a>', 'a,b\n1,2\n', '{"id":1}\n']) {
      try {
        const result = f.read(text, { states })
        expect(result.exchanges).toEqual([])
        expect(result.tenures).toEqual([])
      } catch (error) {
        expect(error).toBeInstanceOf(ChanceryError)
        expect((error as ChanceryError).next).not.toBe('')
      }
    }
  },
)

test('colt: who, where, when, and the meetings it names', () => {
  const header =
    'TripID,LeaderCountryISO,LeaderRole,LeaderTitle,LeaderFullName,CountryVisitedISO,CityVisited,TripStartDate,TripEndDate,HostHOGSName,NameMultilatEvent,SignedAgreement,SourceLink1'
  const result = read(
    'colt',
    `${header}\n9-FRA-DEU-1,FRA,GS,President,Ana Belkor,DEU,Bonn,2031-05-03,2031-05-04,Ivo Tarn,,Yes,https://example.org/1\n9-2,FRA,S,,Ana Belkor,ZZZ,,2031-05-03,,,,,\n`,
  )
  expect(result.problems).toEqual([{ row: 3, message: expect.stringContaining('ZZZ') }])
  expect(result.lost).toEqual({ SignedAgreement: 1 })
  expect(result.exchanges).toMatchObject([
    {
      row: 2,
      id: '9-FRA-DEU-1',
      date: '2031-05-03/2031-05-04',
      host: 'DEU',
      place: 'Bonn',
      sources: ['https://example.org/1'],
      participants: [
        { name: 'Ana Belkor', state: 'FRA', office: 'President', level: 1, role: 'visitor' },
        { name: 'Ivo Tarn', state: 'DEU', role: 'host' },
      ],
    },
  ])
})

test('historian: visits to it and trips of its own', () => {
  const result = read(
    'historian',
    `<r><visit><id>1</id><start-date>2031-05-03</start-date><end-date>2031-05-03</end-date><visitor>Prime Minister Ana Belkor</visitor>
    <from id="france">France</from><description>Working visit.</description><created-by>x</created-by></visit>
    <trip><id>2</id><role>secretary</role><name>Ivo Tarn</name><start-date>2031-06-01</start-date><end-date>2031-06-02</end-date><country>Germany</country><locale>Bonn</locale><remarks>Attended the Lake Forum.</remarks></trip>
    <visit><id>3</id><start-date>?</start-date><visitor>King X</visitor><from>France</from></visit></r>`,
  )
  expect(result.exchanges).toMatchObject([
    {
      grade: 'working',
      host: 'USA',
      participants: [{ name: 'Ana Belkor', office: 'Prime Minister', state: 'FRA' }],
    },
    {
      place: 'Bonn',
      host: 'DEU',
      occasion: 'Lake Forum',
      participants: [{ name: 'Ivo Tarn', state: 'USA', level: 5 }],
    },
  ])
  expect(result.problems).toEqual([{ row: 3, message: expect.stringContaining('date') }])
  expect(result.lost).toEqual({ 'created-by': 1 })
})

test('csv: usual column names are found, others are mapped', () => {
  const result = read(
    'csv',
    'Chinese Leader\tPosition\tDestination\tStart Date\tEnd Date\tKlasse\nAna Belkor\tPremier\tFrance\t2031-05-03\t2031-05-04\tgut\n',
  )
  expect(result.exchanges).toMatchObject([
    {
      kind: 'visit',
      host: 'FRA',
      date: '2031-05-03/2031-05-04',
      participants: [{ name: 'Ana Belkor', office: 'Premier', role: 'visitor' }],
    },
  ])
  expect(result.lost).toEqual({ Klasse: 1 })
  expect(
    read('csv', 'wer,wo,wann\nAna Belkor,France,2031-05\n', { visitor: 'wer', host: 'wo', from: 'wann' })
      .exchanges,
  ).toMatchObject([{ date: '2031-05', host: 'FRA' }])
  expect(() => read('csv', 'a,b\n1,2\n', { from: 'c' })).toThrow(/"c"/)
})

test('csv: a row without a date is an undated exchange; one with a bad date is told by its line', () => {
  const result = read(
    'csv',
    'visitor,host,date\nAna Belkor,France,\nAna Belkor,France,31 June 2031\nAna Belkor,France,2031-05\n',
  )
  expect(result.exchanges.map(({ date, row }) => [row, date])).toEqual([
    [2, null],
    [4, '2031-05'],
  ])
  expect(result.problems).toEqual([{ row: 3, message: '"31 June 2031" is no date' }])
})

test('states by the ways of registers', () => {
  const result = read(
    'csv',
    'visitor,host,date\nA B,"Congo, Republic of",2031\nA B,"Korea, Republic of",2031\nA B,Atlantis,2031\n',
  )
  expect(result.exchanges.map(({ host }) => host)).toEqual(['COG', 'KOR'])
  expect(result.problems).toEqual([{ row: 4, message: '"Atlantis" is not in the gazetteer' }])
})

describe('wikidata: events', () => {
  const item = (id: string) => ({ datavalue: { value: { id } } })
  const time = (value: string, precision = 11) => ({ datavalue: { value: { time: value, precision } } })
  const named = (id: string, en: string, claims = {}) => ({ id, labels: { en: { value: en } }, claims })
  const claim = (snak: object, qualifiers = {}) => [{ mainsnak: snak, qualifiers }]
  const names = [
    named('Q9', 'France'),
    named('Q8', 'Japan'),
    named('Q7', 'Lyon'),
    named('Q3', 'state visit'),
    named('Q4', 'wedding'),
  ]
  test('significant events of a person: visits and meetings; others are told', () => {
    const person = named('Q1', 'Ana Belkor', {
      P27: claim(item('Q8')),
      P793: [
        ...claim(item('Q3'), {
          P580: [time('+2031-05-03T00:00:00Z')],
          P582: [time('+2031-05-05T00:00:00Z')],
          P17: [item('Q9')],
          P276: [item('Q7')],
        }),
        ...claim(item('Q4'), { P585: [time('+2030-00-00T00:00:00Z', 9)] }),
        ...claim(item('Q404')),
      ],
    })
    const result = read('wikidata', JSON.stringify([person, ...names]))
    expect(result.exchanges).toMatchObject([
      {
        kind: 'visit',
        grade: 'state',
        date: '2031-05-03/2031-05-05',
        host: 'FRA',
        place: 'Lyon',
        participants: [{ name: 'Ana Belkor', state: 'JPN', role: 'visitor' }],
      },
    ])
    expect(result.problems.map(({ message }) => message)).toEqual([
      'Q1: "wedding" is no kind of exchange',
      'Q1: the significant event Q404 (or its English label) is not in the file',
    ])
  })
  test('an item that is a summit itself; one without participants is none', () => {
    const summit = named('Q2', 'Lyon summit', {
      P710: [...claim(item('Q8')), ...claim(item('Q9'))],
      P585: claim(time('+2031-06-00T00:00:00Z', 10)),
      P17: claim(item('Q9')),
    })
    const result = read('wikidata', JSON.stringify([summit, named('Q5', 'Meeting house'), ...names]))
    expect(result.exchanges).toMatchObject([
      {
        id: 'Q2',
        kind: 'summit',
        date: '2031-06',
        host: 'FRA',
        participants: [{ state: 'JPN', name: null }, { state: 'FRA' }],
      },
    ])
  })
})

test('ftm: entities that stand in others, and memberships of people', () => {
  const person = {
    id: 'p1',
    schema: 'Person',
    properties: {
      name: ['Ana Belkor'],
      citizenship: ['jp'],
      positionOccupancies: [
        {
          id: 'o1',
          schema: 'Occupancy',
          properties: {
            startDate: ['2030'],
            post: [
              { id: 'q1', schema: 'Position', properties: { name: ['Minister of Lakes'], country: ['jp'] } },
            ],
          },
        },
      ],
    },
  }
  const body = { id: 'b1', schema: 'Organization', properties: { name: ['Lake Council'] } }
  const member = (id: string, who: string) => ({
    id,
    schema: 'Membership',
    properties: { member: [who], organization: ['b1'], role: ['Chair'], startDate: ['2031-02-01'] },
  })
  const result = read(
    'ftm',
    [person, body, member('m1', 'p1'), member('m2', 'b1'), member('m3', 'gone')]
      .map((e) => JSON.stringify(e))
      .join('\n'),
  )
  expect(result.tenures).toMatchObject([
    {
      person: 'Ana Belkor',
      personState: 'JPN',
      office: 'Minister of Lakes',
      officeState: 'JPN',
      from: '2030',
    },
    { person: 'Ana Belkor', office: 'Chair, Lake Council', organization: 'Lake Council', from: '2031-02-01' },
  ])
  expect(result.lost).toEqual({ 'Membership of an organization': 1 })
  expect(result.problems).toMatchObject([{ row: 5 }])
})

test('wikidata: positions held, with the precision of their dates', () => {
  const time = (value: string, precision: number) => [{ datavalue: { value: { time: value, precision } } }]
  const item = (id: string) => ({ datavalue: { value: { id } } })
  const text = JSON.stringify([
    {
      id: 'Q1',
      labels: { en: { value: 'Ana Belkor' } },
      claims: {
        P27: [{ mainsnak: item('Q9') }],
        P39: [
          {
            mainsnak: item('Q2'),
            qualifiers: { P580: time('+2030-03-00T00:00:00Z', 10), P582: time('+2031-05-04T00:00:00Z', 11) },
          },
          { mainsnak: item('Q404') },
        ],
      },
    },
    {
      id: 'Q2',
      labels: { en: { value: 'Minister of Lakes' } },
      claims: { P1001: [{ mainsnak: item('Q9') }] },
    },
    { id: 'Q9', labels: { en: { value: 'France' } } },
  ])
  const result = read('wikidata', text)
  expect(result.tenures).toMatchObject([
    {
      person: 'Ana Belkor',
      personState: 'FRA',
      office: 'Minister of Lakes',
      officeState: 'FRA',
      from: '2030-03',
      to: '2031-05-04',
    },
  ])
  expect(result.problems).toHaveLength(1)
})

test('ifg: appointments, acting ones told', () => {
  const result = read(
    'ifg',
    'minister_name,role,department,rank,start_date,end_date\nAna Belkor,Minister for Lakes (acting),Department of Lakes,Parl Sec,2030-01-02,\n',
  )
  expect(result.tenures).toMatchObject([
    { office: 'Minister for Lakes', acting: true, from: '2030-01-02', to: null, officeState: 'GBR' },
  ])
})

test('popolo: memberships with posts', () => {
  const result = read(
    'popolo',
    JSON.stringify({
      persons: [{ id: 'a', name: 'Ana Belkor' }],
      posts: [{ id: 'p', label: 'Premier', organization_id: 'FRA' }],
      memberships: [{ person_id: 'a', post_id: 'p', start_date: '2030-01-01' }, { person_id: 'nobody' }],
    }),
  )
  expect(result.tenures).toMatchObject([
    { person: 'Ana Belkor', office: 'Premier', officeState: 'FRA', from: '2030-01-01', to: null },
  ])
  expect(result.problems).toHaveLength(1)
})

test('ftm: occupancies and trips', () => {
  const rows = [
    { id: 'p', schema: 'Person', properties: { name: ['Ana Belkor'], nationality: ['fr'] } },
    { id: 'o', schema: 'Position', properties: { name: ['Premier'], country: ['fr'] } },
    { id: 't', schema: 'Occupancy', properties: { holder: ['p'], post: ['o'], startDate: ['2030'] } },
    {
      id: 'e',
      schema: 'Trip',
      properties: {
        involved: ['p'],
        country: ['de'],
        startDate: ['2031-05-03'],
        sourceUrl: ['https://example.org'],
      },
    },
    { id: 'v', schema: 'Vessel', properties: {} },
  ]
  const result = read('ftm', rows.map((row) => JSON.stringify(row)).join('\n'))
  expect(result.tenures).toMatchObject([
    { person: 'Ana Belkor', personState: 'FRA', office: 'Premier', from: '2030' },
  ])
  expect(result.exchanges).toMatchObject([
    { kind: 'visit', host: 'DEU', date: '2031-05-03', participants: [{ name: 'Ana Belkor', state: 'FRA' }] },
  ])
  expect(result.lost).toEqual({ 'schema Vessel': 1 })
})

test('ical: whole days end the day before DTEND', () => {
  const result = read(
    'ical',
    'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:visit: Ana Belkor\\, Pre\r\n mier\r\nDTSTART;VALUE=DATE:20310503\r\nDTEND;VALUE=DATE:20310505\r\nSTATUS:CANCELLED\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
  )
  expect(result.exchanges).toMatchObject([
    {
      kind: 'visit',
      status: 'cancelled',
      date: '2031-05-03/2031-05-04',
      occasion: 'visit: Ana Belkor, Premier',
    },
  ])
})

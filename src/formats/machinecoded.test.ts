// Machine-coded events: what is kept of each data set's lines, and which lines are refused.
import { describe, expect, test } from 'vitest'
import type { State } from '../knowledge/gazetteer.ts'
import { codedFormats, linesOf } from './machinecoded.ts'

const states = [
  { id: 'FRA', name: 'France', names: [], demonyms: ['French'] },
  { id: 'ROU', name: 'Romania', names: [], demonyms: [] },
  { id: 'JPN', name: 'Japan', names: [], demonyms: ['Japanese'] },
] as unknown as State[]
const read = (name: string, lines: string[]) =>
  codedFormats.find((one) => one.name === name)!.read(lines, states)

/** A line of GDELT with `columns` columns: the ones that are kept, empty between. */
function gdeltLine(columns: 57 | 58 | 61, cells: Record<number, string> = {}): string {
  const base: Record<number, string> = {
    0: '11',
    1: '20310504',
    7: 'FRA',
    17: 'JPN',
    26: '042',
    28: '04',
    30: '1.9',
    31: '6',
  }
  const line = Array.from({ length: columns }, (_, i) => cells[i] ?? base[i] ?? '')
  if (columns !== 57 && cells[columns - 1] === undefined) line[columns - 1] = 'https://x.example/1'
  return line.join('\t')
}
const event = {
  id: '11',
  occurredOn: '2031-05-04',
  sourceState: 'FRA',
  targetState: 'JPN',
  code: '042',
  kind: '04',
  intensity: 1.9,
  mentions: 6,
}

describe('GDELT', () => {
  test.each<[57 | 58 | 61, string | null]>([
    [57, null],
    [58, 'https://x.example/1'],
    [61, 'https://x.example/1'],
  ])('%d columns', (columns, url) => {
    expect(read('gdelt', [gdeltLine(columns)]).events).toEqual([{ ...event, url, row: 1 }])
  })
  test('a bad line is told with its number, and what is not carried is counted', () => {
    const result = read('gdelt', [
      gdeltLine(61, { 7: 'EUR', 6: 'PRESIDENT' }),
      gdeltLine(61, { 1: '20310299' }),
      'cut\toff',
      gdeltLine(61, { 26: '---' }),
    ])
    expect(result).toMatchObject({ rows: 4, failed: 3, lost: { Actor1Name: 1 } })
    expect(result.problems.map(({ row }) => row)).toEqual([2, 3, 4])
    expect(result.events[0]!.sourceState).toBeNull()
  })
  test('codes of states that ISO withdrew are theirs still', () => {
    expect(read('gdelt', [gdeltLine(61, { 17: 'ROM' })]).events[0]).toMatchObject({ targetState: 'ROU' })
  })
  test('another table is refused at its first line', () => {
    expect(() => read('gdelt', ['a\tb\tc'])).toThrow(/61 columns/)
  })
})

const polecatHead =
  'Event ID\tEvent Date\tEvent Type\tEvent Mode\tIntensity\tQuad Code\tActor Name\tActor Country\tRecipient Country'
test('POLECAT: by its header, quotes and a column too many do not matter', () => {
  const result = read('polecat', [
    `${polecatHead}\tVersion\textra`,
    '"20310504-9-abc"\t2031-05-04\tCONSULT\tvisit\t1\tVERBAL COOPERATION\tEnvoy\tFRA\tJPN;FRA\tv1',
    'x\t2031-05-04\tCONSULT\tNone\tNone\tNone\tNone\tNone\tJPN\tv1\t\t',
  ])
  expect(result.events).toMatchObject([
    {
      id: '20310504-9-abc',
      code: 'CONSULT-visit',
      kind: 'CONSULT',
      sourceState: 'FRA',
      targetState: 'JPN',
      row: 2,
    },
    { code: 'CONSULT', sourceState: null, intensity: null, row: 3 },
  ])
  expect(result.lost).toMatchObject({ 'Quad Code': 1, 'Actor Name': 1 })
})

const icewsHead =
  'Event ID\tEvent Date\tSource Name\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget Name\tTarget Country'
test.each<[string, string]>([
  ['042', '04'],
  ['42', '04'],
  ['4', '04'],
  ['190', '19'],
  ['1823', '18'],
  ['036', '03'],
])('ICEWS: CAMEO %s is of root %s', (code, kind) => {
  const result = read('icews', [
    icewsHead,
    `5\t2031-05-04\tEnvoy\tFrance\tMake a visit\t${code}\t1.9\tMinister\tJapan`,
  ])
  expect(result.events).toMatchObject([{ code, kind, sourceState: 'FRA', targetState: 'JPN' }])
})

test('lines of bytes, with or without a last line end', () => {
  expect([...linesOf(Buffer.from('a\r\nb\n\nc'))]).toEqual(['a', 'b', '', 'c'])
  expect([...linesOf(Buffer.from('caf\xe9\n', 'latin1'), 'windows-1252')]).toEqual(['café'])
})

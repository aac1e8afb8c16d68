// Events that machines coded from the news, read in bulk: GDELT 1.0 and 2.0, POLECAT, ICEWS. Never exchanges: they have their own table.
import { InputError } from '../errors.ts'
import type { State } from '../knowledge/gazetteer.ts'
import type { CodedEvent } from '../record/codedevents.ts'
import { readDay } from './edtfday.ts'
import type { ImportProblem } from './imported.ts'
import { stateFinder } from './polities.ts'

export interface CodedResult {
  events: CodedEvent[]
  rows: number
  problems: ImportProblem[]
  /** Rows that could not be read, also beyond the problems listed. */
  failed: number
  lost: Record<string, number>
}

/** A data set: how its lines are told apart and what of a line is kept. */
export interface CodedFormat {
  name: string
  title: string
  read(lines: Iterable<string>, states: State[]): CodedResult
}

type Cells = (name: string) => string
interface Layout {
  source: string
  /** Column names; null: the first line has them. */
  columns(firstLine: string[]): string[] | null
  kept: string[]
  event(cells: Cells, state: StateOf): Omit<CodedEvent, 'row'> | string
}
type StateOf = (name: string) => string | null

const mostProblems = 100

/** Reads lines one by one; a line that cannot be read is told with its number, and the next is taken. */
function readLines(lines: Iterable<string>, states: State[], layout: Layout): CodedResult {
  const result: CodedResult = { events: [], rows: 0, problems: [], failed: 0, lost: {} }
  const finder = stateFinder(states)
  const known = new Map<string, string | null>()
  const state: StateOf = (name) => {
    if (!known.has(name)) known.set(name, missing.has(name) ? null : finder(former[name] ?? name))
    return known.get(name)!
  }
  let columns: Map<string, number> | undefined
  let row = 0
  for (const line of lines) {
    row++
    if (!line.trim()) continue
    const cells = line.split('\t')
    if (!columns) {
      const names = layout.columns(cells)
      columns = new Map((names ?? cells).map((name, i) => [name.replace(/^\uFEFF|^"|"$/g, '').trim(), i]))
      refuseOther(columns, layout)
      if (!names) continue
    }
    readRow(result, { cells, row, columns, layout, state })
  }
  return result
}

// Codes that ISO 3166 withdrew and CAMEO's lists keep: Romania, East Timor, Zaire, Burma.
const former: Record<string, string> = { ROM: 'ROU', TMP: 'TLS', ZAR: 'COD', BUR: 'MMR' }

// What the data sets write for "nothing".
const missing = new Set(['', 'NA', 'None', 'NULL'])

interface Row {
  cells: string[]
  row: number
  columns: Map<string, number>
  layout: Layout
  state: StateOf
}

function readRow(result: CodedResult, { cells, row, columns, layout, state }: Row): void {
  result.rows++
  const cell: Cells = (name) => {
    const value = (cells[columns.get(name) ?? -1] ?? '').replace(/^"|"$/g, '').trim()
    return missing.has(value) ? '' : value
  }
  const read =
    cells.length < columns.size - 1
      ? `it has ${cells.length} columns of ${columns.size}`
      : layout.event(cell, state)
  if (typeof read === 'string' || !read.id) {
    result.failed++
    if (result.problems.length < mostProblems)
      result.problems.push({ row, message: typeof read === 'string' ? read : 'it has no id' })
    return
  }
  result.events.push({ ...read, row })
  for (const name of columns.keys())
    if (!layout.kept.includes(name) && cell(name)) result.lost[name] = (result.lost[name] ?? 0) + 1
}

function refuseOther(columns: Map<string, number>, layout: Layout): void {
  const absent = layout.kept.filter((name) => !columns.has(name))
  if (absent.length > 1)
    throw new InputError(
      `This is no file of ${layout.source}: it has no column ${absent.slice(0, 3).join(', ')}.`,
      'Give the data file as it was published, tab-separated.',
    )
}

const number = (text: string): number | null => (text && Number.isFinite(Number(text)) ? Number(text) : null)

// GDELT ----------------------------------------------------------------------------------------------------------------
const actor = (n: number): string[] =>
  [
    'Code',
    'Name',
    'CountryCode',
    'KnownGroupCode',
    'EthnicCode',
    'Religion1Code',
    'Religion2Code',
    'Type1Code',
    'Type2Code',
    'Type3Code',
  ].map((part) => `Actor${n}${part}`)
const place = (whose: string, second: boolean): string[] =>
  [
    'Type',
    'FullName',
    'CountryCode',
    'ADM1Code',
    ...(second ? ['ADM2Code'] : []),
    'Lat',
    'Long',
    'FeatureID',
  ].map((part) => `${whose}Geo_${part}`)
/** Columns of GDELT events; the second version has a further code in each place. */
const gdeltColumns = (second: boolean): string[] => [
  ...['GLOBALEVENTID', 'SQLDATE', 'MonthYear', 'Year', 'FractionDate', ...actor(1), ...actor(2)],
  ...[
    'IsRootEvent',
    'EventCode',
    'EventBaseCode',
    'EventRootCode',
    'QuadClass',
    'GoldsteinScale',
    'NumMentions',
  ],
  ...['NumSources', 'NumArticles', 'AvgTone', ...place('Actor1', second), ...place('Actor2', second)],
  ...[...place('Action', second), 'DATEADDED', 'SOURCEURL'],
]

const gdelt: Layout = {
  source: 'GDELT',
  columns(first) {
    if (first.length === 61) return gdeltColumns(true)
    if (first.length === 57 || first.length === 58) return gdeltColumns(false).slice(0, first.length)
    throw new InputError(
      `A line of GDELT has 61 columns (2.0), or 57 or 58 (1.0); the first line has ${first.length}.`,
      'Give an events file (…export.CSV), tab-separated, as it was published.',
    )
  },
  kept: [
    ...['GLOBALEVENTID', 'SQLDATE', 'Actor1CountryCode', 'Actor2CountryCode', 'EventCode', 'EventRootCode'],
    ...['GoldsteinScale', 'NumMentions', 'SOURCEURL'],
  ],
  event(cell, state) {
    const day = readDay(cell('SQLDATE'))
    if (day?.length !== 10) return `SQLDATE "${cell('SQLDATE')}" is no date`
    const code = cell('EventCode')
    // Some lines of 2.0 have "---" where the machine found no code.
    if (!/^\d{2,4}$/.test(code)) return `EventCode "${code}" is no CAMEO code`
    return {
      id: cell('GLOBALEVENTID'),
      occurredOn: day,
      sourceState: state(cell('Actor1CountryCode')),
      targetState: state(cell('Actor2CountryCode')),
      code,
      kind: cell('EventRootCode').padStart(2, '0'),
      intensity: number(cell('GoldsteinScale')),
      mentions: number(cell('NumMentions')),
      url: cell('SOURCEURL') || null,
    }
  },
}

// POLECAT --------------------------------------------------------------------------------------------------------------
const polecat: Layout = {
  source: 'POLECAT',
  columns: () => null,
  kept: [
    'Event ID',
    'Event Date',
    'Event Type',
    'Event Mode',
    'Intensity',
    'Actor Country',
    'Recipient Country',
  ],
  event(cell, state) {
    const day = readDay(cell('Event Date').slice(0, 10))
    if (day?.length !== 10) return `Event Date "${cell('Event Date')}" is no date`
    const kind = cell('Event Type').toUpperCase()
    if (!kind) return 'Event Type is empty'
    const mode = cell('Event Mode')
    return {
      id: cell('Event ID'),
      occurredOn: day,
      sourceState: state(cell('Actor Country').split(';')[0]!),
      targetState: state(cell('Recipient Country').split(';')[0]!),
      code: mode ? `${kind}-${mode}` : kind,
      kind,
      intensity: number(cell('Intensity')),
      mentions: null,
      url: null,
    }
  },
}

// ICEWS ----------------------------------------------------------------------------------------------------------------
const icews: Layout = {
  source: 'ICEWS',
  columns: () => null,
  kept: ['Event ID', 'Event Date', 'Source Country', 'Target Country', 'CAMEO Code', 'Intensity'],
  event(cell, state) {
    const day = readDay(cell('Event Date').slice(0, 10))
    if (day?.length !== 10) return `Event Date "${cell('Event Date')}" is no date`
    // A spreadsheet on the way took the zero off: "42" is "042", "43" "043"; roots are 01 to 20.
    const code = cell('CAMEO Code')
    if (!/^\d{1,4}$/.test(code)) return `CAMEO Code "${code}" is no code`
    return {
      id: cell('Event ID'),
      occurredOn: day,
      sourceState: state(cell('Source Country')),
      targetState: state(cell('Target Country')),
      code,
      kind: rootOf(code),
      intensity: number(cell('Intensity')),
      mentions: null,
      url: null,
    }
  },
}

/** The root of a CAMEO code that may have lost its leading zero: "042" and "42" are of root 04, "190" of 19. */
function rootOf(code: string): string {
  if (code.startsWith('0')) return code.slice(0, 2)
  const two = code.slice(0, 2)
  return code.length > 1 && Number(two) >= 10 && Number(two) <= 20 ? two : `0${code[0]}`
}

const format = (name: string, title: string, layout: Layout): CodedFormat => ({
  name,
  title,
  read: (lines, states) => readLines(lines, states, layout),
})

/** The data sets of machine-coded events. */
export const codedFormats: CodedFormat[] = [
  format(
    'gdelt',
    'GDELT events, 1.0 and 2.0 (tab-separated, no header): machine-coded, apart from exchanges',
    gdelt,
  ),
  format(
    'polecat',
    'POLECAT events (tab-separated, with header): machine-coded, apart from exchanges',
    polecat,
  ),
  format('icews', 'ICEWS events (tab-separated, with header): machine-coded, apart from exchanges', icews),
]

/** The lines of a text in bytes, one at a time: a year of events never stands in memory as one string. */
export function* linesOf(bytes: Uint8Array, charset = 'utf-8'): Generator<string> {
  const decoder = new TextDecoder(charset)
  for (let at = 0; at < bytes.length; ) {
    const found = bytes.indexOf(10, at)
    const end = found < 0 ? bytes.length : found
    yield decoder.decode(bytes.subarray(at, end)).replace(/\r$/, '')
    at = end + 1
  }
}

// Plain CSV of exchanges with a mapping: our field → the file's column. The mapping may be told from usual column names.
import { InputError } from '../errors.ts'
import { type CsvRow, readCsv } from './csv.ts'
import { readDay, readInterval } from './edtfday.ts'
import { type ImportedExchange, type ImportFormat, startImport } from './imported.ts'
import { stateFinder } from './polities.ts'

/** Our fields, and the column names that trackers commonly give them (compared without case, spaces and underscores). */
const usual: Record<string, string[]> = {
  id: ['id', 'eventid', 'visitid'],
  kind: ['kind', 'type', 'event type', 'visit type'],
  grade: ['grade'],
  status: ['status'],
  date: ['date', 'occurred on', 'edtf'],
  from: ['start', 'start date', 'date start', 'from date', 'arrival', 'trip start', 'begin'],
  to: ['end', 'end date', 'date end', 'to date', 'departure', 'trip end', 'finish'],
  place: ['place', 'city', 'location', 'venue', 'city visited'],
  host: ['host', 'host country', 'host state', 'country visited', 'destination', 'country', 'host iso3'],
  visitor: ['visitor', 'visitors', 'leader', 'name', 'official', 'person', 'chinese leader', 'visitor name'],
  visitorState: [
    'visitor state',
    'visitor country',
    'visiting country',
    'origin',
    'leader country',
    'from country',
    'nationality',
  ],
  visitorOffice: ['visitor office', 'office', 'title', 'position', 'role', 'rank'],
  hostName: ['host name', 'counterpart', 'met with', 'host official', 'hosts'],
  hostOffice: ['host office', 'counterpart title', 'host title'],
  occasion: ['occasion', 'event', 'purpose', 'summit'],
  note: ['note', 'notes', 'description', 'remarks', 'comment'],
  source: ['source', 'sources', 'url', 'link', 'source url', 'reference'],
}
const fold = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim()

/** Field → column, from the header and what the caller says. Throws InputError for a column that is not there. */
function mapColumns(header: string[], told: Record<string, string>): Record<string, string> {
  const folded = new Map(header.map((column) => [fold(column), column]))
  const mapped: Record<string, string> = {}
  for (const [field, names] of Object.entries(usual)) {
    const column = names.map((name) => folded.get(name)).find(Boolean)
    if (column) mapped[field] = column
  }
  for (const [field, column] of Object.entries(told)) {
    if (!(field in usual))
      throw new InputError(
        `The mapping names a field "${field}" that there is not.`,
        `Fields: ${Object.keys(usual).join(', ')}.`,
      )
    if (!header.includes(column))
      throw new InputError(
        `The mapping names a column "${column}" that the file has not.`,
        `Its columns: ${header.join(', ')}.`,
      )
    mapped[field] = column
  }
  return mapped
}

export const tableImport: ImportFormat = {
  name: 'csv',
  title: 'CSV or TSV of visits and meetings, with a mapping of columns',
  read(text, { states, mapping = {} }) {
    const rows = readCsv(text)
    const columns = mapColumns(Object.keys(rows[0]?.cells ?? {}), mapping)
    if (rows.length && !columns.date && !columns.from)
      throw new InputError(
        'No column gives a date.',
        'Name it: --map from=COLUMN (and to=COLUMN), or date=COLUMN for EDTF.',
      )
    const [result, state] = [startImport(), stateFinder(states)]
    const used = new Set(Object.values(columns))
    for (const row of rows) {
      result.rows++
      result.lose(Object.keys(row.cells).filter((column) => !used.has(column) && row.cells[column]))
      const read = exchange(row, columns, state)
      if (typeof read === 'string') result.fail(row.line, read)
      else result.exchanges.push(read)
    }
    return result
  },
}

const KINDS = [
  'visit',
  'meeting',
  'talks',
  'summit',
  'call',
  'ceremony',
  'agreement',
  'message',
  'people-to-people',
]
const STATUSES = ['occurred', 'ongoing', 'announced', 'cancelled', 'postponed', 'denied', 'possible']

function exchange(
  { line, cells }: CsvRow,
  columns: Record<string, string>,
  state: (name?: string) => string | null,
): ImportedExchange | string {
  const cell = (field: string): string => (columns[field] ? (cells[columns[field]] ?? '').trim() : '')
  const date =
    readInterval(cell('from'), cell('to')) ??
    readDay(cell('date')) ??
    (edtf.test(cell('date')) ? cell('date') : null)
  const written = cell('from') || cell('date')
  // A row without a date is one of an undated exchange; a date that cannot be read is a fault of the row.
  if (!date && written) return `"${written}" is no date`
  const host = state(cell('host'))
  if (cell('host') && !host) return `"${cell('host')}" is not in the gazetteer`
  const kind = KINDS.find((k) => cell('kind').toLowerCase().includes(k)) ?? 'visit'
  return {
    row: line,
    id: cell('id') || null,
    kind,
    grade:
      cell('grade') || /\b(state|official|working) visit/i.exec(cell('kind'))?.[1]?.toLowerCase() || null,
    status: STATUSES.find((s) => s === cell('status').toLowerCase()) ?? 'occurred',
    date,
    place: cell('place') || null,
    host,
    occasion: cell('occasion') || null,
    note: cell('note') || null,
    participants: [
      ...split(cell('visitor')).map((name) => ({
        name,
        state: state(cell('visitorState')),
        organization: null,
        office: cell('visitorOffice') || null,
        level: null,
        role: kind === 'call' ? ('participant' as const) : ('visitor' as const),
      })),
      ...split(cell('hostName')).map((name) => ({
        name,
        state: host,
        organization: null,
        office: cell('hostOffice') || null,
        level: null,
        role: kind === 'call' ? ('participant' as const) : ('host' as const),
      })),
    ],
    sources: cell('source')
      .split(/[;\s]+/)
      .filter((part) => /^https?:\/\//.test(part)),
    source: cells,
  }
}

const edtf = /^(\.\.|\d{4}(-\d\d(-\d\d)?)?[?~%]?)(\/(\.\.|\d{4}(-\d\d(-\d\d)?)?[?~%]?))?$/
const split = (cell: string): string[] =>
  cell
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean)

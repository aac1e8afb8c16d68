// COLT (Country and Organizational Leader Travel): a row a trip of a leader; its own column names, read and written.
import { InputError } from '../errors.ts'
import type { SliceExchange, SliceParticipant } from '../record/slice.ts'
import { type CsvRow, csvLine, readCsv } from './csv.ts'
import { readInterval } from './edtfday.ts'
import type { ExportFormat } from './format.ts'
import { type ImportedExchange, type ImportFormat, startImport } from './imported.ts'
import { stateFinder } from './polities.ts'

const COLUMNS = [
  'TripID',
  'LeaderCountryISO',
  'LeaderRole',
  'LeaderTitle',
  'LeaderFullName',
  'CountryVisitedISO',
  'CityVisited',
  'TripYear',
  'TripStartDate',
  'TripEndDate',
  'TripDuration',
  'MetHostHoGS',
  'HostHOGSName',
  'AttendedMultilatEvent',
  'NameMultilatEvent',
  'Notes',
  'SourceLink1',
] as const

export const colt: ExportFormat = {
  name: 'colt',
  title: 'Leader travel, a row a trip, in COLT’s columns',
  extension: 'colt.csv',
  mediaType: 'text/csv; charset=utf-8',
  loses: [
    'visitors below head of government',
    'every kind but visits',
    'uncertain dates (first and last day only)',
    'all sources but the first',
  ],
  async *write(slice) {
    yield csvLine([...COLUMNS])
    for await (const x of slice.exchanges())
      if (x.kind === 'visit' && x.status === 'occurred')
        for (const p of x.participants) if (travels(p, x)) yield csvLine(line(x, p))
  },
}

/** Heads of state and of government who were the visitors. */
const travels = (p: SliceParticipant, x: SliceExchange): boolean =>
  p.role === 'visitor' && (p.level ?? 8) <= 2 && p.state !== x.host

function line(x: SliceExchange, p: SliceParticipant): (string | number | null)[] {
  const hosts = x.participants.filter((other) => other.role === 'host' && (other.level ?? 8) <= 2)
  const days =
    x.earliest && x.latest ? (Date.parse(x.latest) - Date.parse(x.earliest)) / 86_400_000 + 1 : null
  return [
    x.id,
    p.state,
    p.level === 1 ? 'S' : 'G',
    p.office,
    p.name,
    x.host,
    x.place,
    x.earliest?.slice(0, 4) ?? null,
    x.earliest,
    x.latest,
    days,
    hosts.length ? 'Yes' : 'No',
    hosts.map((host) => host.name).join('; ') || null,
    x.occasion ? 'Yes' : 'No',
    x.occasion,
    x.note,
    x.sources[0]?.url ?? x.sources[0]?.title ?? null,
  ]
}

/** COLT's letters for who travelled → level and office. */
const roles: Record<string, { level: number; office: string }> = {
  GS: { level: 1, office: 'Head of state and government' },
  S: { level: 1, office: 'Head of state' },
  G: { level: 2, office: 'Head of government' },
  'De Facto': { level: 1, office: 'De facto leader' },
  F: { level: 5, office: 'Foreign Minister' },
  E: { level: 5, office: 'Minister of Finance' },
  CP: { level: 4, office: 'Crown Prince' },
  I: { level: 2, office: 'Head of an international organization' },
}
const used = new Set<string>([
  ...COLUMNS,
  'LeaderCountryOrIGO',
  'CountryVisited',
  'MetNonhostHOGS',
  'NonhostHOGSNames',
])

export const coltImport: ImportFormat = {
  name: 'colt',
  title: 'COLT trips of leaders (CSV)',
  read(text, { states }) {
    const rows = readCsv(text)
    if (rows[0] && !('LeaderFullName' in rows[0].cells))
      throw new InputError(
        'This is no COLT file: it has no column LeaderFullName.',
        'Export the data sheet as CSV with its header, or use `import csv` with a mapping.',
      )
    const [result, state] = [startImport(), stateFinder(states)]
    for (const row of rows) {
      result.rows++
      result.lose(Object.keys(row.cells).filter((column) => !used.has(column) && row.cells[column]))
      const read = trip(row, state)
      if (typeof read === 'string') result.fail(row.line, read)
      else result.exchanges.push(read)
    }
    return result
  },
}

function trip(
  { line: row, cells }: CsvRow,
  state: (name?: string) => string | null,
): ImportedExchange | string {
  const guest = state(cells.LeaderCountryISO) ?? state(cells.LeaderCountryOrIGO)
  const host = state(cells.CountryVisitedISO) ?? state(cells.CountryVisited)
  const date = readInterval(cells.TripStartDate, cells.TripEndDate)
  if (!host)
    return `the state visited, "${cells.CountryVisitedISO || cells.CountryVisited || ''}", is not in the gazetteer`
  if (!date) return `TripStartDate "${cells.TripStartDate ?? ''}" is no date`
  if (!cells.LeaderFullName) return 'LeaderFullName is empty'
  const role = roles[cells.LeaderRole ?? '']
  const isOrganization = !guest && cells.LeaderCountryOrIGO
  return {
    row,
    id: cells.TripID || null,
    kind: 'visit',
    grade: null,
    status: 'occurred',
    date,
    place: cells.CityVisited || null,
    host,
    occasion: cells.NameMultilatEvent || null,
    note: cells.Notes || null,
    participants: [
      {
        name: cells.LeaderFullName,
        state: guest,
        organization: isOrganization ? cells.LeaderCountryOrIGO! : null,
        office: cells.LeaderTitle || role?.office || null,
        level: role?.level ?? null,
        role: 'visitor',
      },
      ...names(cells.HostHOGSName).map((name) => ({
        name,
        state: host,
        organization: null,
        office: null,
        level: null,
        role: 'host' as const,
      })),
      ...names(cells.NonhostHOGSNames).map((name) => ({
        name,
        state: null,
        organization: null,
        office: null,
        level: null,
        role: 'participant' as const,
      })),
    ],
    sources: cells.SourceLink1 ? [cells.SourceLink1] : [],
    source: cells,
  }
}

const names = (cell: string | undefined): string[] =>
  (cell ?? '')
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name && !/^(NA|N\/A|Unknown|TBD)$/i.test(name))

// COLT's columns: a row a trip of a leader (head of state or government) to another state.
import type { SliceExchange, SliceParticipant } from '../record/slice.ts'
import { csvLine } from './csv.ts'
import type { ExportFormat } from './format.ts'

const COLUMNS = [
  'leader',
  'title',
  'country_visitor',
  'country_visited',
  'city_visited',
  'trip_start',
  'trip_end',
  'purpose',
  'source',
] as const

export const colt: ExportFormat = {
  name: 'colt',
  title: 'Leader travel, a row a trip (after COLT)',
  extension: 'colt.csv',
  mediaType: 'text/csv; charset=utf-8',
  loses: [
    'visitors below head of government',
    'every kind but visits',
    'uncertain dates (first and last day only)',
    'whom they met',
  ],
  async *write(slice) {
    yield csvLine([...COLUMNS])
    for await (const x of slice.exchanges())
      if (x.kind === 'visit' && x.status === 'occurred')
        for (const p of x.participants) if (travels(p, x)) yield csvLine(row(x, p))
  },
}

/** Heads of state and of government who were the visitors. */
const travels = (p: SliceParticipant, x: SliceExchange): boolean =>
  p.role === 'visitor' && (p.level ?? 8) <= 2 && p.state !== x.host

const row = (x: SliceExchange, p: SliceParticipant): (string | null)[] => [
  p.name,
  p.office,
  p.state,
  x.host,
  x.place,
  x.earliest,
  x.latest,
  [x.grade && `${x.grade} visit`, x.occasion].filter(Boolean).join('; ') || null,
  x.sources
    .map((s) => s.url ?? s.title)
    .filter(Boolean)
    .join('; ') || null,
]

// Coded events: an exchange as event coders write it, with CAMEO and PLOVER codes from the codebook; the columns of POLECAT and of GDELT 2.0.
import type { Codebook } from '../knowledge/codebook.ts'
import type { SliceExchange } from '../record/slice.ts'
import type { ExportFormat } from './format.ts'

/** A directed event: who did what to whom. */
interface CodedEvent {
  id: string
  actor: string
  recipient: string
  cameo: string
  plover: string
  exchange: SliceExchange
}

const loses = [
  'everything but first day, pair of states and code: rank, interval, place inside a state, evidence',
  'the difference of statuses that share a code',
  'exchanges of one state only, undated ones, and those the codebook has no code for',
]

/** One event a direction and a pair, as the codebook codes kind and status. */
function codeEvents(x: SliceExchange, codebook: Codebook): CodedEvent[] {
  const codes = codebook.find((entry) => entry.kind === x.kind)?.codes[
    x.status as keyof Codebook[number]['codes']
  ]
  if (!codes || !x.earliest || codes.cameo.length === 0) return []
  const guests = x.states.filter((state) => state !== x.host)
  const pairs = x.host
    ? guests.map((guest) => [guest, x.host!] as const)
    : x.states.flatMap((a, i) => x.states.slice(i + 1).map((b) => [a, b] as const))
  const [there, back = there] = codes.cameo
  return pairs.flatMap(([a, b]) => [
    {
      id: `${x.id}:${a}${b}`,
      actor: a,
      recipient: b,
      cameo: there!,
      plover: codes.plover ?? '',
      exchange: x,
    },
    { id: `${x.id}:${b}${a}`, actor: b, recipient: a, cameo: back!, plover: codes.plover ?? '', exchange: x },
  ])
}

const POLECAT_COLUMNS = [
  'Event ID',
  'Event Date',
  'Event Type',
  'Event Mode',
  'Intensity',
  'Quad Code',
  'Contexts',
  'Actor Name',
  'Actor Country',
  'Actor COW',
  'Primary Actor Sector',
  'Actor Sectors',
  'Actor Title',
  'Actor Name Raw',
  'Wikipedia Actor ID',
  'Recipient Name',
  'Recipient Country',
  'Recipient COW',
  'Primary Recipient Sector',
  'Recipient Sectors',
  'Recipient Title',
  'Recipient Name Raw',
  'Wikipedia Recipient ID',
  'Placename',
  'City',
  'District',
  'Province',
  'Country',
  'Latitude',
  'Longitude',
  'GeoNames ID',
  'Raw Placename',
  'Feature Type',
  'Source',
  'Publication Date',
  'Story People',
  'Story Organizations',
  'Story Locations',
  'Language',
  'Version',
] as const

const tsv = (cells: (string | number | null | undefined)[]): string =>
  `${cells.map((cell) => (cell === null || cell === undefined ? '' : String(cell).replace(/[\t\r\n]+/g, ' '))).join('\t')}\n`

/** POLECAT's forty columns; "None" where it has nothing, as its own files do. */
export const polecat = (codebook: Codebook): ExportFormat => ({
  name: 'polecat',
  title: 'PLOVER events in the columns of POLECAT (tab-separated)',
  extension: 'polecat.txt',
  mediaType: 'text/tab-separated-values; charset=utf-8',
  loses,
  async *write(slice) {
    yield tsv([...POLECAT_COLUMNS])
    for await (const x of slice.exchanges())
      for (const event of codeEvents(x, codebook))
        if (event.plover) yield tsv(POLECAT_COLUMNS.map((column) => polecatCell(event, column)))
  },
})

function polecatCell(event: CodedEvent, column: (typeof POLECAT_COLUMNS)[number]): string {
  const { exchange: x } = event
  const [type = '', mode = 'None'] = event.plover.split('-')
  const side = (state: string) => x.participants.find((p) => p.state === state)
  const cells: Partial<Record<typeof column, string | null | undefined>> = {
    'Event ID': event.id,
    'Event Date': x.earliest,
    'Event Type': type,
    'Event Mode': mode,
    Contexts: 'diplomatic',
    'Actor Name': side(event.actor)?.name,
    'Actor Country': event.actor,
    'Primary Actor Sector': 'GOV',
    'Actor Sectors': 'GOV',
    'Actor Title': side(event.actor)?.office,
    'Recipient Name': side(event.recipient)?.name,
    'Recipient Country': event.recipient,
    'Primary Recipient Sector': 'GOV',
    'Recipient Sectors': 'GOV',
    'Recipient Title': side(event.recipient)?.office,
    Placename: x.place,
    Country: x.host,
    'Raw Placename': x.place,
    Source: x.sources[0]?.publisher ?? x.sources[0]?.url,
    'Publication Date': x.sources[0]?.publishedOn,
    'Story People': x.participants.flatMap((p) => p.name ?? []).join(';'),
    Language: 'en',
    Version: 'chancery',
  }
  return cells[column] || 'None'
}

/** GDELT 2.0's 61 columns; what we do not have is empty. QuadClass 1: verbal cooperation; 3: verbal conflict. */
export const gdelt = (codebook: Codebook): ExportFormat => ({
  name: 'gdelt',
  title: 'CAMEO events in the columns of GDELT 2.0 (tab-separated, no header)',
  extension: 'export.CSV',
  mediaType: 'text/tab-separated-values; charset=utf-8',
  loses: [...loses, 'ids (GDELT wants numbers: a running one is given)'],
  async *write(slice) {
    let id = 0
    for await (const x of slice.exchanges())
      for (const event of codeEvents(x, codebook)) yield gdeltLine(++id, event)
  },
})

function gdeltLine(id: number, { actor, recipient, cameo, exchange: x }: CodedEvent): string {
  const day = x.earliest!.replaceAll('-', '')
  const actorCells = (code: string): (string | null)[] => [
    code,
    x.participants.find((p) => p.state === code)?.name ?? code,
    code,
    null,
    null,
    null,
    null,
    'GOV',
    null,
    null,
  ]
  const noPlace = Array<null>(8).fill(null)
  const year = Number(day.slice(0, 4))
  const fraction = (year + ((Number(day.slice(4, 6)) - 1) * 30 + Number(day.slice(6))) / 365).toFixed(4)
  return tsv([
    id,
    day,
    day.slice(0, 6),
    year,
    fraction,
    ...actorCells(actor),
    ...actorCells(recipient),
    1,
    cameo,
    cameo.slice(0, 3),
    cameo.slice(0, 2),
    Number(cameo.slice(0, 2)) < 10 ? 1 : 3,
    null,
    x.sources.length,
    x.sources.length,
    x.sources.length,
    null,
    ...noPlace,
    ...noPlace,
    x.host ? 1 : null,
    x.place ?? x.host,
    null,
    null,
    null,
    null,
    null,
    null,
    x.knownFrom.replace(/\D/g, '').slice(0, 14),
    x.sources[0]?.url,
  ])
}

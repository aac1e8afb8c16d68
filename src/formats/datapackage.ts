// Frictionless data package: a zip of datapackage.json (the codebook), exchanges.csv, participants.csv, sources.csv and the counting rules.
import { strToU8, zipSync } from 'fflate'
import type { CountingRule } from '../knowledge/rules.ts'
import type { SliceExchange } from '../record/slice.ts'
import { type Column, exchangeColumns, participantColumns, participantRows } from './columns.ts'
import { csvTable } from './csv.ts'
import { collect, type ExportFormat, printJson } from './format.ts'

interface SourceRow {
  exchange: string
  source: SliceExchange['sources'][number]
}
const sourceColumns: Column<SourceRow>[] = [
  { name: 'exchange', type: 'string', description: 'Id of the exchange.', value: (r) => r.exchange },
  {
    name: 'url',
    type: 'string',
    description: 'Where the source was read; empty when it was given as a text.',
    value: (r) => r.source.url,
  },
  {
    name: 'document',
    type: 'string',
    description: 'Id of the filed document; empty for a source known by URL only.',
    value: (r) => r.source.documentId,
  },
  { name: 'title', type: 'string', description: 'Title of the document.', value: (r) => r.source.title },
  { name: 'publisher', type: 'string', description: 'Who published it.', value: (r) => r.source.publisher },
  {
    name: 'published_on',
    type: 'date',
    description: 'Day of publication.',
    value: (r) => r.source.publishedOn,
  },
  { name: 'exact', type: 'string', description: 'The words that say it.', value: (r) => r.source.exact },
]

/** The package, with `rules` as its counting rules. */
export const dataPackage = (rules: CountingRule[]): ExportFormat => ({
  name: 'datapackage',
  title: 'Frictionless data package with codebook and counting rules',
  extension: 'zip',
  mediaType: 'application/zip',
  loses: ['values that are not shown'],
  async *write(slice) {
    const exchanges = await collect(slice.exchanges())
    const participants = exchanges.flatMap(participantRows)
    const sources = exchanges.flatMap((x) => x.sources.map((source) => ({ exchange: x.id, source })))
    yield zipSync({
      'datapackage.json': strToU8(printJson(describe(slice.asKnownOn, rules))),
      'exchanges.csv': await file(exchangeColumns, exchanges),
      'participants.csv': await file(participantColumns, participants),
      'sources.csv': await file(sourceColumns, sources),
      'counting-rules.json': strToU8(printJson(rules)),
    })
  },
})

const file = async <Row>(columns: Column<Row>[], rows: Row[]): Promise<Uint8Array> =>
  strToU8((await collect(csvTable(columns, rows))).join(''))

const describe = (asKnownOn: string, rules: CountingRule[]): object => ({
  $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
  name: 'chancery-exchanges',
  title: 'Diplomatic exchanges, sourced and dated',
  description: `As known on ${asKnownOn}. Rows with confirmed = false are known only in general. Counting rules: ${rules.map((r) => r.name).join(', ')}.`,
  resources: [
    resource('exchanges', exchangeColumns, 'id'),
    resource('participants', participantColumns, undefined, 'exchange'),
    resource('sources', sourceColumns, undefined, 'exchange'),
    { name: 'counting-rules', path: 'counting-rules.json', format: 'json', mediatype: 'application/json' },
  ],
})

const resource = (
  name: string,
  columns: Column<never>[],
  primaryKey?: string,
  reference?: string,
): object => ({
  name,
  type: 'table',
  path: `${name}.csv`,
  format: 'csv',
  mediatype: 'text/csv',
  encoding: 'utf-8',
  schema: {
    fields: columns.map(({ name: field, type, description }) => ({ name: field, type, description })),
    missingValues: [''],
    ...(primaryKey ? { primaryKey: [primaryKey] } : {}),
    ...(reference
      ? { foreignKeys: [{ fields: [reference], reference: { resource: 'exchanges', fields: ['id'] } }] }
      : {}),
  },
})

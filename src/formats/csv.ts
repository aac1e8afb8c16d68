// CSV after RFC 4180, written so that a spreadsheet never runs a cell, and read with quotes, CRLF and a byte order mark.
import { InputError } from '../errors.ts'
import { type Column, exchangeColumns } from './columns.ts'
import type { ExportFormat } from './format.ts'

/** Cells that a spreadsheet would take for a formula. A leading apostrophe makes them text; `readCsv` takes it off again. */
const formula = /^[=+\-@\t\r]/

/** One cell, quoted where it must be. Numbers are left as they are: "-3" is no formula when it is one. */
export function csvCell(value: string | number | boolean | null): string {
  if (value === null) return ''
  if (typeof value !== 'string') return String(value)
  const guarded = formula.test(value) || value.startsWith("'") ? `'${value}` : value
  return /[",\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}

export const csvLine = (cells: (string | number | boolean | null)[]): string =>
  `${cells.map(csvCell).join(',')}\r\n`

/** A table's lines, header first. */
export async function* csvTable<Row>(
  columns: Column<Row>[],
  rows: AsyncIterable<Row> | Iterable<Row>,
): AsyncIterable<string> {
  yield csvLine(columns.map((column) => column.name))
  for await (const row of rows) yield csvLine(columns.map((column) => column.value(row)))
}

export const csv: ExportFormat = {
  name: 'csv',
  title: 'CSV, one row an exchange',
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8',
  loses: [
    'who held which office (see datapackage for a row a participant)',
    'conflicting values',
    'the words of the evidence',
  ],
  write: (slice) => csvTable(exchangeColumns, slice.exchanges()),
}

/** One data row: its cells by header, and the line it starts on. */
export interface CsvRow {
  line: number
  cells: Record<string, string>
}

/**
 * Rows of a CSV or TSV text. The delimiter is told from the header. Throws InputError with the line: a quote left open,
 * no header. A row with too few cells has them empty; one with too many keeps the rest under "" joined.
 */
export function readCsv(text: string, options: { delimiter?: string; header?: string[] } = {}): CsvRow[] {
  const body = text.replace(/^\uFEFF/, '')
  const delimiter = options.delimiter ?? guessDelimiter(body)
  const records = splitRecords(body, delimiter)
  const header = options.header ?? records.shift()?.cells
  if (!header)
    throw new InputError(
      'The file has no rows, not even a header.',
      'Give a CSV file whose first line names its columns.',
    )
  return records
    .filter(({ cells }) => cells.length > 1 || cells[0] !== '')
    .map(({ line, cells }) => ({
      line,
      cells: Object.fromEntries(header.map((name, i) => [name.trim(), unguard(cells[i] ?? '')])),
    }))
}

const unguard = (cell: string): string => (/^'[=+\-@\t\r']/.test(cell) ? cell.slice(1) : cell)

function guessDelimiter(text: string): string {
  const [first = ''] = text.split(/\r?\n/, 1)
  return ['\t', ',', ';'].reduce(
    (best, d) => (first.split(d).length > first.split(best).length ? d : best),
    ',',
  )
}

function splitRecords(text: string, delimiter: string): { line: number; cells: string[] }[] {
  const records: { line: number; cells: string[] }[] = []
  let [cells, cell, line, start, quoted] = [[] as string[], '', 1, 1, false]
  const endRecord = (): void => {
    records.push({ line: start, cells: [...cells, cell] })
    cells = []
    cell = ''
    start = line + 1
  }
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!
    if (quoted) {
      if (c === '"' && text[i + 1] === '"') {
        cell += '"'
        i++
      } else if (c === '"') quoted = false
      else {
        if (c === '\n') line++
        cell += c
      }
    } else if (c === '"' && cell === '') quoted = true
    else if (c === delimiter) {
      cells.push(cell)
      cell = ''
    } else if (c === '\n') {
      endRecord()
      line++
    } else if (c !== '\r' || text[i + 1] !== '\n') cell += c
  }
  if (quoted)
    throw new InputError(
      `Line ${start}: a quotation mark is opened and never closed.`,
      'Close it, or double a mark that belongs to the text.',
    )
  if (cell !== '' || cells.length > 0) endRecord()
  return records
}

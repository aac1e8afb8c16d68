// JSON Lines: one exchange a line, with participants and sources, nothing flattened.
import { InputError } from '../errors.ts'
import type { SliceExchange } from '../record/slice.ts'
import type { ExportFormat } from './format.ts'
import { type ImportedExchange, type ImportFormat, startImport } from './imported.ts'
import { jsonRows } from './jsonrows.ts'

export const jsonLines: ExportFormat = {
  name: 'jsonl',
  title: 'JSON Lines, one exchange a line',
  extension: 'jsonl',
  mediaType: 'application/x-ndjson',
  loses: ['values that are not shown (the bundle keeps every claim)'],
  async *write(slice) {
    for await (const exchange of slice.exchanges()) yield `${JSON.stringify(exchange)}\n`
  },
}

/** Our own JSON Lines, back in: what was shown comes in as the rows of one import. */
export const jsonLinesImport: ImportFormat = {
  name: 'jsonl',
  title: 'Chancery JSON Lines, one exchange a line',
  read(text) {
    const result = startImport()
    for (const { row, value } of jsonRows(text)) {
      result.rows++
      const x = value as SliceExchange | null
      if (!x?.kind || !x.status || !Array.isArray(x.participants))
        result.fail(row, 'no exchange: kind, status or participants is missing')
      else result.exchanges.push(imported(x, row))
    }
    if (result.rows === 0)
      throw new InputError('The file is empty.', 'Give the output of `chancery export jsonl`.')
    return result
  },
}

const imported = (x: SliceExchange, row: number): ImportedExchange => ({
  row,
  id: x.id,
  kind: x.kind,
  grade: x.grade,
  status: x.status,
  date: x.occurredOn,
  place: x.place,
  host: x.host,
  occasion: x.occasion,
  note: x.note,
  participants: x.participants.map((p) => ({
    name: p.name,
    state: p.state,
    organization: p.organization,
    office: p.office,
    level: p.level,
    role: p.role as 'visitor',
  })),
  sources: x.sources.flatMap((s) => s.url ?? []),
  source: { ...x },
})

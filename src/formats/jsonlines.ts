// JSON Lines: one exchange a line, with participants and sources, nothing flattened.
import type { ExportFormat } from './format.ts'

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

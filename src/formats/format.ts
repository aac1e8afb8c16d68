// What a format is: a name, what it loses, and a writer or a reader.
import type { RecordSlice } from '../record/slice.ts'

export interface ExportFormat {
  /** What `chancery export NAME` takes. */
  name: string
  title: string
  /** File extension without the dot. */
  extension: string
  mediaType: string
  /** What the format cannot carry, each in a few words; empty: nothing is lost. */
  loses: string[]
  /** The file's pieces, in order. */
  write(slice: RecordSlice): AsyncIterable<string | Uint8Array>
}

/** Everything a slice's exchanges are, for formats that need them all at once. */
export async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = []
  for await (const item of items) all.push(item)
  return all
}

/** JSON with stable indentation and a final newline. */
export const printJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

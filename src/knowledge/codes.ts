// Two-letter codes of states, for the formats that want them.
import { join } from 'node:path'
import { z } from 'zod'
import { readRows } from './packs.ts'

const codeRow = z.strictObject({
  state: z.string().regex(/^[A-Z]{3}$/),
  iso2: z.string().regex(/^[A-Z]{2}$/),
})

/** Alpha-3 → alpha-2, from `folder` (knowledge/gazetteer). */
export const loadCodes = (folder: string): Map<string, string> =>
  new Map(readRows(join(folder, 'codes.jsonl'), codeRow).map((row) => [row.state, row.iso2]))

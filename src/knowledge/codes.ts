// Two-letter codes of states, and where on the earth they are, for the formats that want them.
import { join } from 'node:path'
import { z } from 'zod'
import { readRows } from './packs.ts'

const codeRow = z.strictObject({
  state: z.string().regex(/^[A-Z]{3}$/),
  iso2: z.string().regex(/^[A-Z]{2}$/),
  middle: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).optional(),
})

/** Alpha-3 → alpha-2, from `folder` (knowledge/gazetteer). */
export const loadCodes = (folder: string): Map<string, string> =>
  new Map(readRows(join(folder, 'codes.jsonl'), codeRow).map((row) => [row.state, row.iso2]))

/** Alpha-3 → longitude and latitude of the middle of its largest piece of land; those too small for a map of the world are not there. */
export const loadMiddles = (folder: string): Map<string, [number, number]> =>
  new Map(
    readRows(join(folder, 'codes.jsonl'), codeRow).flatMap(({ state, middle }) =>
      middle ? [[state, middle] as const] : [],
    ),
  )

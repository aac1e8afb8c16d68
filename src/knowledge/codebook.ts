// The codebook packs: what each kind of exchange is, its codes in other systems and the words that signal it.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { exchangeKinds, exchangeStatuses } from './kinds.ts'
import { readYaml } from './packs.ts'

/** How a trigger's neighbours are laid out: the names of `triggers` in a codebook file. */
const frames = [
  'goes-there', 'goes', 'journey', 'meets', 'receives', 'attends', 'encounter', 'gathering', 'calls', 'phone', 'signs',
  'accord', 'sends', 'letter', 'travellers',
] as const // biome-ignore format: a list reads best in a few lines

const codebookEntry = z.strictObject({
  kind: z.enum(exchangeKinds),
  definition: z.string(),
  counts: z.array(z.string()),
  doesNotCount: z.array(z.string()),
  /** Sentences of our own making, each with what should be read in it. */
  examples: z.array(z.strictObject({ text: z.string(), reading: z.string() })),
  /** CAMEO codes (a pair where both directions are coded) and PLOVER type-mode, by status; null: the system has none. */
  codes: z.record(
    z.enum(exchangeStatuses),
    z.strictObject({ cameo: z.array(z.string().regex(/^\d{3,4}$/)), plover: z.string().nullable() }),
  ),
  /** Lower-case dictionary forms, by frame. */
  triggers: z.partialRecord(z.enum(frames), z.array(z.string())),
})
export type CodebookEntry = z.infer<typeof codebookEntry>
export type Frame = (typeof frames)[number]

/** One entry a kind. */
export type Codebook = CodebookEntry[]

/** Reads every YAML file of `folder` (knowledge/codebook). Throws PackError with the file. */
export function loadCodebook(folder: string): Codebook {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => readYaml(join(folder, file), codebookEntry))
}

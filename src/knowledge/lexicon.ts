// The lexicon packs: words → properties. Words only; how they combine is the reader's business.
import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { readYaml } from './packs.ts'

const titleEntry = z.strictObject({
  /** Lower-case words of the title: "foreign minister", "deputy prime minister". */
  title: z.string(),
  level: z.number().int().min(1).max(8),
  /** Class that norms and counting rules speak of: "foreign-minister"; absent when none. */
  class: z.string().optional(),
  /** The state whose title it is when the text names none: "chief cabinet secretary" is Japan's. */
  state: z.string().optional(),
})
/** As the file groups them: titles of one level and class. */
const titleGroup = titleEntry.omit({ title: true }).extend({ titles: z.array(z.string()) })
const topicEntry = z.strictObject({ topic: z.string(), variants: z.array(z.string()) })
const phraseEntry = z.strictObject({
  phrase: z.string(),
  variants: z.array(z.string()),
  meaning: z.string(),
  target: z.string().nullable(),
})
const schemas = {
  abbreviations: z.array(z.string()),
  honorifics: z.array(z.string()),
  titles: z
    .array(titleGroup)
    .transform((groups) =>
      groups.flatMap(({ titles, ...rest }) => titles.map((title) => ({ title, ...rest }))),
    ),
  topics: z.array(topicEntry),
  'set-phrases': z.array(phraseEntry),
  portfolios: z.array(z.string()),
}

export interface Lexicon {
  /** Abbreviations that do not end a sentence: "Gen.", "U.S." */
  abbreviations: string[]
  honorifics: string[]
  titles: z.infer<typeof titleEntry>[]
  topics: z.infer<typeof topicEntry>[]
  setPhrases: z.infer<typeof phraseEntry>[]
  /** Lower-case words that ministries and offices are called after: "affairs", "agriculture". */
  portfolios: string[]
  /** Named lists of cue words from `cues.yaml`, by list name. */
  cues: Record<string, string[]>
}

/** Reads `folder` (knowledge/lexicon): one YAML list a file; `cues.yaml` holds named lists. */
export function loadLexicon(folder: string): Lexicon {
  const present = new Set(readdirSync(folder).map((file) => basename(file, '.yaml')))
  const list = <Name extends keyof typeof schemas>(name: Name): z.infer<(typeof schemas)[Name]> =>
    (present.has(name) ? readYaml(join(folder, `${name}.yaml`), schemas[name] as z.ZodType) : []) as z.infer<
      (typeof schemas)[Name]
    >
  return {
    abbreviations: list('abbreviations'),
    honorifics: list('honorifics'),
    titles: list('titles'),
    topics: list('topics'),
    setPhrases: list('set-phrases'),
    portfolios: list('portfolios'),
    cues: present.has('cues')
      ? readYaml(join(folder, 'cues.yaml'), z.record(z.string(), z.array(z.string())))
      : {},
  }
}

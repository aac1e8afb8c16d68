// Counting rules: named, printable filters that say what counts as one exchange.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { readYaml } from './packs.ts'

const kind = z.enum([
  'visit',
  'meeting',
  'talks',
  'summit',
  'call',
  'ceremony',
  'agreement',
  'message',
  'people-to-people',
])

const countingRule = z.strictObject({
  name: z.string(),
  /** One sentence that a reader can check a row against. */
  description: z.string(),
  /** Where the rule comes from (a tracker's own words, by URL or title); null for ours. */
  source: z.string().nullable(),
  kinds: z.array(kind),
  /** Worst level that still counts (1 is best). */
  maxLevel: z.number().int().min(1).max(8),
  statuses: z.array(z.string()),
  /** Count exchanges that were part of a multilateral gathering? */
  multilateral: z.boolean(),
  /** Count calls and meetings by video? */
  remote: z.boolean(),
  /** Count rows without a source that gives the date? */
  unconfirmed: z.boolean(),
  /** What one is: an exchange, a person's visit, or a trip (adjoining visits of one person). */
  unit: z.enum(['exchange', 'person-visit', 'trip']),
  /** Count a meeting inside a visit besides the visit? false or absent: the outermost alone counts. */
  nested: z.boolean().optional(),
  /** Whose level the bound is on: the visitor's (default), or the top representative on either side. */
  levelOf: z.enum(['visitor', 'either']).optional(),
  /** Weight by level 1–8; all 1 where rank does not matter. */
  weights: z.array(z.number()).length(8).optional(),
  /** Office classes that count besides the level bound ("foreign-minister", "defence-minister"). */
  officeClasses: z.array(z.string()).optional(),
  /** States whose officials those classes are for; absent: any. */
  officeClassStates: z.array(z.string()).optional(),
})
export type CountingRule = z.infer<typeof countingRule>

/** Reads every YAML file of `folder` (knowledge/rules). */
export function loadRules(folder: string): CountingRule[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => readYaml(join(folder, file), countingRule))
}

// Publishers' sites: what an address of theirs tells.
import { join } from 'node:path'
import { z } from 'zod'
import { readYaml } from './packs.ts'

const pattern = z.string().transform((written, context) => {
  try {
    return new RegExp(written, 'i')
  } catch (error) {
    context.addIssue({ code: 'custom', message: (error as Error).message })
    return z.NEVER
  }
})
const genre = z.enum([
  'news',
  'readout',
  'communique',
  'press-briefing',
  'speech',
  'chronology',
  'analysis',
  'announcement',
])

const site = z.strictObject({
  id: z.string(),
  publisher: z.string(),
  /** State it speaks for; null: an organization's or nobody's. */
  side: z.string().length(3).nullable(),
  organization: z.string().optional(),
  hosts: z.array(z.string()).min(1),
  /** Whether hosts and paths were seen in real addresses. */
  confirmed: z.boolean(),
  origin: z.string(),
  day: pattern.optional(),
  languages: z.array(z.strictObject({ path: pattern, value: z.string().length(2) })),
  genres: z.array(z.strictObject({ path: pattern, value: genre })),
  /** Headings of its tables of its own officials' journeys, column by column. */
  journeys: z.array(z.array(z.string()).min(3)).optional(),
  selectors: z
    .strictObject({
      title: z.string().optional(),
      day: z.string().optional(),
      body: z.string().optional(),
      confirmed: z.boolean(),
    })
    .optional(),
})
export type PublisherSite = z.infer<typeof site>

/** Reads knowledge/publishers/sites.yaml. Throws PackError with the row. */
export const loadSites = (folder: string): PublisherSite[] =>
  readYaml(join(folder, 'sites.yaml'), z.array(site))

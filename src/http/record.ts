// Routes about the record itself: what it holds and covers, whether it answers, what the server has measured.
import { z } from 'zod'
import { countRecord, listCoverage } from '../record/directory.ts'
import { checkSoundness } from '../record/soundness.ts'
import { type AnyRoute, route } from './route.ts'

const maybe = z.string().nullable()
const about = route({
  method: 'get',
  path: '/api/record',
  name: 'getRecord',
  summary: 'What the record holds, where it is, what its sources cover.',
  response: z
    .object({
      version: z.string(),
      engine: z.enum(['embedded', 'server']),
      location: z.string(),
      counts: z.record(z.string(), z.number().int()),
      coverage: z.array(z.object({ source: z.string(), from: maybe, to: maybe, rows: z.number().int() })),
    })
    .meta({ id: 'Record' }),
  run: async ({ database, version, location }) => ({
    version,
    engine: database.engine,
    location,
    counts: await countRecord(database),
    coverage: await listCoverage(database),
  }),
})

const health = route({
  method: 'get',
  path: '/healthz',
  name: 'getHealth',
  summary: 'Whether the server lives; whether its record answers says /readyz.',
  response: z.object({ status: z.literal('ok'), version: z.string() }),
  // Not asked of the record: whoever watches this would end a server that only waits for its database.
  run: async ({ version }) => ({ status: 'ok', version }),
})

const soundness = route({
  method: 'get',
  path: '/api/record/soundness',
  name: 'checkRecord',
  summary: 'Looks the whole record over: evidence that no longer stands, rows that point at nothing.',
  response: z
    .object({
      engine: z.string(),
      bytes: z.number(),
      evidence: z.object({
        checked: z.number().int(),
        orphaned: z.number().int(),
        examples: z.array(z.string()),
      }),
      dangling: z.record(z.string(), z.number().int()),
    })
    .meta({ id: 'Soundness' }),
  run: ({ database }) => checkSoundness(database),
})

export const recordRoutes: AnyRoute[] = [about, soundness, health]

// Whether requests may be sent here: the record answers, its schema is this program's, there is room to write.
import { statfs } from 'node:fs/promises'
import { z } from 'zod'
import { isSchemaCurrent } from '../record/migrations.ts'
import type { AppContext } from './context.ts'
import { type AnyRoute, route } from './route.ts'

// Below this the engine may be unable to write its log.
const scarce = 100_000_000

const outcome = z.enum(['ok', 'failed'])
const readiness = z
  .object({ status: outcome, checks: z.object({ record: outcome, schema: outcome, disk: outcome }) })
  .meta({ id: 'Readiness' })
export type Readiness = z.infer<typeof readiness>

const ready = route({
  method: 'get',
  path: '/readyz',
  name: 'getReadiness',
  summary: 'Whether it may be asked: record, schema and disk; 503 when one of them fails.',
  response: readiness,
  run: async (context) => {
    const checks = await look(context)
    const well = Object.values(checks).every((one) => one === 'ok')
    const body: Readiness = { status: well ? 'ok' : 'failed', checks }
    return Response.json(body, { status: well ? 200 : 503, headers: { 'cache-control': 'no-store' } })
  },
})

async function look({ database, location }: AppContext): Promise<Readiness['checks']> {
  const [record, schema, disk] = await Promise.all([
    attempt(async () => (await database.query('select 1')).length === 1),
    attempt(() => isSchemaCurrent(database)),
    attempt(() => hasRoom(location)),
  ])
  return { record, schema, disk }
}

const attempt = (see: () => Promise<boolean>): Promise<'ok' | 'failed'> =>
  see().then(
    (well) => (well ? 'ok' : 'failed'),
    () => 'failed',
  )

/** Beside a folder; a server's disk is the server's. */
async function hasRoom(location: string): Promise<boolean> {
  if (!location.startsWith('/')) return true
  const { bavail, bsize } = await statfs(location)
  return bavail * bsize > scarce
}

export const readinessRoutes: AnyRoute[] = [ready]

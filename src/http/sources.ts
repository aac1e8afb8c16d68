// Routes of watched sources: the list, to add, change and remove one, and to run one now.
import { z } from 'zod'
import { InputError } from '../errors.ts'
import { addSource, changeSource, findSource, listSources, removeSource } from '../record/sources.ts'
import { isAddress } from '../sources/web.ts'
import { runSource } from './collecting.ts'
import { type AnyRoute, route } from './route.ts'

const source = z
  .object({
    id: z.string(),
    url: z.string(),
    name: z.string().nullable(),
    everyMinutes: z.number().int(),
    addedAt: z.string(),
    addedBy: z.string(),
    paused: z.boolean(),
    nextRunAt: z.string(),
    lastRunAt: z.string().nullable(),
    failures: z
      .number()
      .int()
      .describe('Runs that failed since the last that did not; the pause doubles with each.'),
    lastError: z.string().nullable(),
    filed: z.number().int().describe('Documents filed from it in all.'),
    lastFiled: z.number().int().nullable(),
    lastUnchanged: z.number().int().nullable(),
    lastFailed: z.number().int().nullable(),
  })
  .meta({ id: 'WatchedSource' })
export type ListedSource = z.infer<typeof source>

const outcome = z
  .object({
    filed: z.number().int(),
    unchanged: z.number().int(),
    failed: z.number().int(),
    error: z.string().nullable().describe('Why the source itself could not be got.'),
  })
  .meta({ id: 'RunOutcome' })
export type SourceRun = z.infer<typeof outcome>

const params = z.object({ id: z.string() })
const name = z.string().max(200).nullable()
// A ministry publishes a few texts a day; five minutes is often enough for anybody.
const everyMinutes = z.number().int().min(5).max(525_600)

const list = route({
  method: 'get',
  path: '/api/sources',
  name: 'listSources',
  summary: 'Pages, feeds and sitemaps that are watched, with what came of the last run of each.',
  response: z.array(source),
  run: ({ database }) => listSources(database),
})

const add = route({
  method: 'post',
  path: '/api/sources',
  name: 'addSource',
  summary: 'Watches a page, feed or sitemap: asked at once, then every so many minutes while a server runs.',
  body: z.strictObject({
    url: z.string().max(2000),
    name: name.optional(),
    everyMinutes: everyMinutes.optional().describe('60 when left out.'),
    actor: z.string().max(200).optional(),
  }),
  status: 201,
  response: source,
  run: ({ database, now }, { body }) => {
    if (!isAddress(body.url) || !URL.canParse(body.url))
      throw new InputError(
        `"${body.url}" is no web address`,
        'Give an address that starts with http:// or https://.',
      )
    const { url, name = null, everyMinutes = 60, actor = 'user' } = body
    return addSource(database, { url, name, everyMinutes, addedBy: actor }, now())
  },
})

const change = route({
  method: 'put',
  path: '/api/sources/{id}',
  name: 'changeSource',
  summary: 'Changes the name or pace of a source, pauses it, or lets it go on.',
  params,
  body: z.strictObject({
    name: name.optional(),
    everyMinutes: everyMinutes.optional(),
    paused: z.boolean().optional(),
  }),
  response: source,
  run: ({ database, now }, { params, body }) => changeSource(database, params.id, body, now()),
})

const remove = route({
  method: 'delete',
  path: '/api/sources/{id}',
  name: 'removeSource',
  summary: 'Watches it no longer; what was filed from it stays.',
  params,
  response: z.object({ removed: z.string() }),
  run: async ({ database }, { params }) => {
    await removeSource(database, params.id)
    return { removed: params.id }
  },
})

const runNow = route({
  method: 'post',
  path: '/api/sources/{id}/run',
  name: 'runSource',
  summary: 'Asks the source now and files what is new, up to a hundred pages; answers when that is done.',
  params,
  response: outcome,
  run: async (context, { params }) => runSource(context, await findSource(context.database, params.id)),
})

export const sourceRoutes: AnyRoute[] = [list, add, change, remove, runNow]

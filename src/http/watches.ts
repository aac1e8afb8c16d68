// Routes of the watches: kept, changed, ended, run; what fired.
import { z } from 'zod'
import { InputError } from '../errors.ts'
import { questionNamed } from '../questions/index.ts'
import { conditionFor, describeConditions } from '../questions/watching/conditions.ts'
import {
  changeWatch,
  findWatch,
  listFirings,
  listWatches,
  removeWatch,
  type Watch,
} from '../record/watches.ts'
import { lookAt, runWatches, startWatch } from '../watch.ts'
import type { AppContext } from './context.ts'
import { type AnyRoute, route } from './route.ts'
import { checkWebhook, deliverDue } from './webhook.ts'

const maybe = z.string().nullable()
const days = z.number().int().min(1).max(100_000).nullable()
const watch = z
  .object({
    id: z.string(),
    name: z.string(),
    question: z.string(),
    input: z.record(z.string(), z.unknown()),
    condition: z.string(),
    days,
    webhook: maybe,
    checkedAt: maybe.describe('Instant it was last asked.'),
    fault: maybe.describe('Why it could not be asked then; null: it could.'),
    createdAt: z.string(),
    createdBy: z.string(),
    words: maybe.describe('The answer when last asked.'),
  })
  .meta({ id: 'Watch' })
export type ShownWatch = z.infer<typeof watch>

const secret = maybe.describe(
  'Signs the webhook’s calls (Standard Webhooks). Told only here; null: no webhook.',
)
const kept = watch.extend({ secret }).meta({ id: 'KeptWatch' })

const firing = z
  .object({
    id: z.string(),
    watchId: z.string(),
    at: z.string(),
    day: z.string(),
    what: z.string().describe('What changed, in a sentence.'),
    before: maybe.describe('The answer as it was.'),
    after: z.string(),
    rows: z.array(z.object({ type: z.string(), id: z.string(), label: z.string(), date: maybe })),
    delivery: z.enum(['none', 'waiting', 'delivered', 'given up']),
    attempts: z.number().int(),
    nextAt: maybe,
    fault: maybe,
  })
  .meta({ id: 'Firing' })
export type ShownFiring = z.infer<typeof firing>
const listedFiring = firing
  .extend({ watch: z.string().describe('Its name.'), question: z.string() })
  .meta({ id: 'ListedFiring' })

/** A watch as it is shown: never with its secret, nor the whole of what it saw. */
export function showWatch({ seen, round: _, ...shown }: Watch): ShownWatch {
  return { ...shown, words: (seen as { words?: string } | null)?.words ?? null }
}

const list = route({
  method: 'get',
  path: '/api/watches',
  name: 'listWatches',
  summary: 'The watches: questions that are asked again after every change, newest first.',
  response: z.array(watch),
  run: async ({ database }) => (await listWatches(database)).map(showWatch),
})

const conditions = route({
  method: 'get',
  path: '/api/watches/conditions',
  name: 'listConditions',
  summary: 'What a watch can wait for, and the questions each condition goes with.',
  response: z.array(
    z
      .object({
        name: z.string(),
        title: z.string(),
        questions: z.array(z.string()),
        days: z.object({ means: z.string(), required: z.boolean() }).nullable(),
      })
      .meta({ id: 'Condition' }),
  ),
  run: describeConditions,
})

const newWatch = z.strictObject({
  question: z.string(),
  input: z.record(z.string(), z.unknown()).default({}),
  condition: z.string().default('changes'),
  days: days.optional(),
  name: z.string().trim().min(1).max(200).optional().describe('Left out: the question and its fields.'),
  webhook: z.string().max(2000).nullish(),
  actor: z.string().trim().min(1).max(200).default('workbench'),
})
export type NewWatchInput = z.input<typeof newWatch>

const add = route({
  method: 'post',
  path: '/api/watches',
  name: 'addWatch',
  summary: 'Keeps a watch. The question is asked once: what stands now is not news.',
  body: newWatch,
  status: 201,
  response: kept.extend({ now: z.string().describe('The answer now.') }).meta({ id: 'AddedWatch' }),
  run: async (context, { body: { actor, name, days = null, webhook = null, ...given } }) => {
    const question = questionNamed(given.question).name
    if ('asKnownOn' in given.input)
      throw new InputError('A watch is asked as of the day it looks', 'Leave "asKnownOn" out.')
    if (webhook !== null) checkWebhook(webhook, context.download?.allowAddress)
    const called = name ?? nameOf(question, given.input)
    const asked = { ...given, question, days, webhook, name: called, createdBy: actor }
    const { watch: made, now, secret: signs } = await startWatch(context, asked)
    return { ...showWatch(made), secret: signs, now }
  },
})

const nameOf = (question: string, input: Record<string, unknown>): string =>
  [question, ...Object.values(input).map(String)].join(' ').slice(0, 200)

const params = z.object({ id: z.string() })
const find = route({
  method: 'get',
  path: '/api/watches/{id}',
  name: 'getWatch',
  summary: 'One watch.',
  params,
  response: watch,
  run: async ({ database }, { params: { id } }) => showWatch(await findWatch(database, id)),
})

const change = route({
  method: 'put',
  path: '/api/watches/{id}',
  name: 'changeWatch',
  summary: 'Changes a watch’s name, measure or webhook; a webhook given anew has a new secret.',
  params,
  body: z.strictObject({
    name: z.string().trim().min(1).max(200).optional(),
    days: days.optional(),
    webhook: z.string().max(2000).nullable().optional(),
  }),
  response: kept,
  run: async (context, { params: { id }, body }) => {
    const { condition, question, days: had } = await findWatch(context.database, id)
    conditionFor(condition, question, body.days === undefined ? had : body.days)
    if (body.webhook) checkWebhook(body.webhook, context.download?.allowAddress)
    const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined))
    const { watch: made, secret: signs } = await changeWatch(context.database, id, given)
    return { ...showWatch(made), secret: signs }
  },
})

const remove = route({
  method: 'delete',
  path: '/api/watches/{id}',
  name: 'removeWatch',
  summary: 'Ends a watch; its firings stay.',
  params,
  response: z.object({ removed: z.string() }),
  run: async ({ database, now }, { params: { id } }) => {
    await removeWatch(database, id, now())
    return { removed: id }
  },
})

const paging = {
  limit: z.number().int().min(1).max(500).optional(),
  before: z.iso.datetime().optional().describe('Only older ones than this instant.'),
}
const filterOf = (query: { limit?: number | undefined; before?: string | undefined }) => ({
  ...(query.limit ? { limit: query.limit } : {}),
  ...(query.before ? { before: query.before } : {}),
})
const firings = route({
  method: 'get',
  path: '/api/watches/{id}/firings',
  name: 'listFiringsOfWatch',
  summary: 'What this watch told, newest first.',
  params,
  query: z.strictObject(paging),
  response: z.array(listedFiring),
  run: async ({ database }, { params: { id }, query }) => {
    const found = await listFirings(database, { watch: id, ...filterOf(query) })
    if (found.length === 0) await findWatch(database, id)
    return found
  },
})

const allFirings = route({
  method: 'get',
  path: '/api/firings',
  name: 'listFirings',
  summary: 'What any watch told, newest first.',
  query: z.strictObject(paging),
  response: z.array(listedFiring),
  run: ({ database }, { query }) => listFirings(database, filterOf(query)),
})

const run = route({
  method: 'post',
  path: '/api/watches/run',
  name: 'runWatches',
  summary: 'Asks the watches again now (or one of them) and sends what fires.',
  body: z.strictObject({ id: z.string().optional() }),
  response: z.array(
    z.object({ watch, fault: maybe, firings: z.array(firing) }).meta({ id: 'LookedAtWatch' }),
  ),
  run: (context, { body: { id } }) => lookNow(context, id),
})

async function lookNow(context: AppContext, id: string | undefined) {
  const looked =
    id === undefined
      ? await runWatches(context)
      : [await lookAt(context, await findWatch(context.database, id))]
  await deliverDue(context)
  return looked.map(({ watch: one, fault, firings: told }) => ({
    watch: showWatch(one),
    fault,
    firings: told,
  }))
}

export const watchRoutes: AnyRoute[] = [list, conditions, add, run, find, change, remove, firings, allFirings]

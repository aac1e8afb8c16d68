// Watches at work: each question is asked again, and what is new in its answer is kept as a firing.
import { ChanceryError } from './errors.ts'
import type { Knowledge } from './knowledge/knowledge.ts'
import { contextFor } from './questions/index.ts'
import { inPresent } from './questions/present.ts'
import { type Mark, newsIn, type Observation } from './questions/watching/condition.ts'
import { conditionFor } from './questions/watching/conditions.ts'
import type { Database } from './record/database.ts'
import {
  addWatch,
  type Firing,
  findWatch,
  listWatches,
  type NewWatch,
  noteLook,
  type Watch,
} from './record/watches.ts'

export interface WatchContext {
  database: Database
  knowledge: Knowledge
  /** Now, UTC ISO 8601. */
  now(): string
}

/** What came of one watch: its firings, or why it could not be asked. */
export interface Looked {
  watch: Watch
  firings: Firing[]
  fault: string | null
}

/**
 * Keeps a watch after asking it once: what stands now is not news. Throws InputError where it cannot be asked so.
 * `secret`: what signs its webhook, told only here.
 */
export async function startWatch(
  context: WatchContext,
  given: NewWatch,
): Promise<{ watch: Watch; now: string; secret: string | null }> {
  const seen = await observe(context, given)
  const { watch, secret } = await addWatch(context.database, given, context.now())
  await noteLook(context.database, watch, { at: context.now(), seen, fault: null, firings: [] })
  return { watch: await findWatch(context.database, watch.id), now: seen.words, secret }
}

/** Looks at every watch; one that cannot be asked does not stop the others. */
export async function runWatches(context: WatchContext): Promise<Looked[]> {
  const looked: Looked[] = []
  for (const watch of await listWatches(context.database)) looked.push(await lookAt(context, watch))
  return looked
}

/** Asks one watch again and keeps what is new. */
export async function lookAt(context: WatchContext, watch: Watch): Promise<Looked> {
  const at = context.now()
  try {
    const seen = await observe(context, watch)
    const before = watch.seen as Observation | null
    const news = before ? newsIn(before, seen) : []
    const firings = news.map((mark) => firingOf(mark, { at, before, after: seen }))
    return {
      watch,
      firings: await noteLook(context.database, watch, { at, seen, fault: null, firings }),
      fault: null,
    }
  } catch (error) {
    if (!(error instanceof ChanceryError)) throw error
    const fault = `${error.message} ${error.next}`.trim()
    await noteLook(context.database, watch, { at, seen: null, fault, firings: [] })
    return { watch, firings: [], fault }
  }
}

async function observe(
  { database, knowledge, now }: WatchContext,
  { condition, question, input, days }: Pick<Watch, 'condition' | 'question' | 'input' | 'days'>,
): Promise<Observation> {
  const asked = await inPresent({ ...contextFor(database, knowledge, { asKnownOn: now() }), isNow: true })
  return conditionFor(condition, question, days).observe(asked, { question, input, days })
}

const firingOf = (
  { words, rows }: Mark,
  { at, before, after }: { at: string; before: Observation | null; after: Observation },
) => ({ day: at.slice(0, 10), what: words, before: before?.words ?? null, after: after.words, rows })

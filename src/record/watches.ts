// Watches and what came of them: kept, looked at, fired. A look counts once, however many look at the same time.
import { randomBytes, randomUUID } from 'node:crypto'
import { NotFoundError } from '../errors.ts'
import { insertRows } from './columns.ts'
import type { Database } from './database.ts'

/** A question kept to be asked again, and what must change in its answer. */
export interface Watch {
  id: string
  name: string
  question: string
  input: Record<string, unknown>
  condition: string
  /** The condition's measure in days; null where it has none. */
  days: number | null
  /** Where firings are sent; null: nowhere. */
  webhook: string | null
  /** What was observed when last asked (the condition's own); null: never asked. */
  seen: unknown
  round: number
  checkedAt: string | null
  /** Why it could not be asked when last tried; null: it could. */
  fault: string | null
  createdAt: string
  createdBy: string
}

export type NewWatch = Pick<
  Watch,
  'name' | 'question' | 'input' | 'condition' | 'days' | 'webhook' | 'createdBy'
>

/** One row a firing stands on. */
export interface FiringRow {
  type: string
  id: string
  label: string
  date: string | null
}

/** A change that a watch waited for. */
export interface Firing {
  id: string
  watchId: string
  at: string
  day: string
  /** What changed, in a sentence. */
  what: string
  /** The answer as it was; null: the watch saw none before. */
  before: string | null
  after: string
  rows: FiringRow[]
  delivery: 'none' | 'waiting' | 'delivered' | 'given up'
  attempts: number
  /** When it is sent next; null: not waiting. */
  nextAt: string | null
  fault: string | null
}

const columns = `id, name, question, input, condition, days, webhook, seen, round, checked_at as "checkedAt", fault,
  created_at as "createdAt", created_by as "createdBy"`
const firingColumns = `f.id, f.watch_id as "watchId", f.at, f.day, f.what, f.before, f.after, f.rows, f.delivery, f.attempts,
  f.next_at as "nextAt", f.fault`

export const listWatches = (database: Database): Promise<Watch[]> =>
  database.query<Watch>(
    `select ${columns} from watch where removed_at = 'infinity' order by created_at desc, id`,
  )

/** Throws NotFoundError. */
export async function findWatch(database: Database, id: string): Promise<Watch> {
  const [watch] = await database.query<Watch>(
    `select ${columns} from watch where id = $1 and removed_at = 'infinity'`,
    [id],
  )
  if (watch) return watch
  throw new NotFoundError(`There is no watch "${id}"`, 'List the watches for their ids.')
}

/** Keeps a watch. `secret`: what its webhook is signed with, shown here and never again; null without a webhook. */
export async function addWatch(
  database: Database,
  given: NewWatch,
  at: string,
): Promise<{ watch: Watch; secret: string | null }> {
  const { createdBy, ...kept } = given
  const id = randomUUID()
  const secret = given.webhook === null ? null : newSecret()
  await insertRows(database, 'watch', [
    { ...kept, id, secret, round: 0, created_at: at, created_by: createdBy, removed_at: 'infinity' },
  ])
  return { watch: await findWatch(database, id), secret }
}

/** As Standard Webhooks writes secrets. */
const newSecret = (): string => `whsec_${randomBytes(24).toString('base64')}`

/** Changes what is given. A webhook given anew has a new secret. */
export const changeWatch = (
  database: Database,
  id: string,
  given: Partial<Pick<Watch, 'name' | 'days' | 'webhook'>>,
): Promise<{ watch: Watch; secret: string | null }> =>
  database.transaction(async (inner) => {
    const { name, days, webhook } = { ...(await findWatch(inner, id)), ...given }
    await inner.query('update watch set name = $2, days = $3, webhook = $4 where id = $1', [
      id,
      name,
      days,
      webhook,
    ])
    const secret = given.webhook ? newSecret() : null
    if (given.webhook !== undefined)
      await inner.query('update watch set secret = $2 where id = $1', [id, secret])
    return { watch: await findWatch(inner, id), secret }
  })

/** Ends a watch; its firings stay. Throws NotFoundError. */
export async function removeWatch(database: Database, id: string, at: string): Promise<void> {
  await findWatch(database, id)
  await database.query('update watch set removed_at = $2 where id = $1', [id, at])
}

export interface Look {
  at: string
  /** null: it could not be asked; what was seen before stays. */
  seen: unknown
  fault: string | null
  firings: Pick<Firing, 'day' | 'what' | 'before' | 'after' | 'rows'>[]
}

/** Keeps what a look saw, and its firings. Of two looks that began from the same state the second is dropped: it returns none. */
export const noteLook = (database: Database, watch: Watch, look: Look): Promise<Firing[]> =>
  database.transaction(async (inner) => {
    const { seen, at, fault } = look
    const [first] = await inner.query(
      `update watch set seen = coalesce($3::text::jsonb, seen), round = round + 1, checked_at = $4, fault = $5
       where id = $1 and round = $2 and removed_at = 'infinity' returning id`,
      [watch.id, watch.round, seen === null ? null : JSON.stringify(seen), at, fault],
    )
    if (!first) return []
    const waits = watch.webhook !== null
    const rows = look.firings.map((firing) => ({
      ...firing,
      id: randomUUID(),
      watch_id: watch.id,
      at,
      delivery: waits ? 'waiting' : 'none',
      attempts: 0,
      next_at: waits ? at : null,
    }))
    await insertRows(inner, 'firing', rows)
    return inner.query<Firing>(
      `select ${firingColumns} from firing f where f.watch_id = $1 and f.id = any($2::text[]) order by f.day, f.what`,
      [watch.id, rows.map((row) => row.id)],
    )
  })

/** Firings newest first, of one watch or of all. `before`: only older ones (an instant). */
export const listFirings = (
  database: Database,
  { watch, before, limit = 100 }: { watch?: string; before?: string; limit?: number } = {},
): Promise<(Firing & { watch: string; question: string })[]> =>
  database.query(
    `select ${firingColumns}, w.name as watch, w.question from firing f join watch w on w.id = f.watch_id
     where ($1::text is null or f.watch_id = $1) and ($2::timestamptz is null or f.at < $2)
     order by f.at desc, f.what, f.id limit $3`,
    [watch ?? null, before ?? null, limit],
  )

/** The instant of the record's last write; null: nothing was written yet. */
export async function lastWritten(database: Database): Promise<string | null> {
  const [row] = await database.query<{ at: string }>('select last_at as at from record_clock')
  return row?.at ?? null
}

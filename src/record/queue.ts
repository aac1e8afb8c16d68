// Documents that wait for workers: added once, leased to one worker at a time, tried again, given up with the reason.
import { randomUUID } from 'node:crypto'
import { insertRows } from './columns.ts'
import type { Database } from './database.ts'

/** How workers take documents. Times in seconds. */
export interface QueueRules {
  /** How long a worker has what it took before another may take it. */
  lease: number
  /** How often a document is tried before it is given up. */
  most: number
  /** Wait after the first failure; doubled after each further one. */
  backoff: number
}
export const queueRules: QueueRules = { lease: 300, most: 5, backoff: 10 }

export interface Waiting {
  id: string
  /** What is to be filed, as JSON. */
  source: unknown
}

/** Adds what does not wait yet, was not filed from here and was not given up; returns how many that were. */
export const addToQueue = (database: Database, waiting: Waiting[]): Promise<number> =>
  database.transaction(async (inner) => {
    const at = await clock(inner)
    const rows = waiting.map((one) => ({ ...one, state: 'waiting', attempts: 0, next_at: at, added_at: at }))
    const before = await countQueued(inner)
    await insertRows(inner, 'queued', rows, 'on conflict do nothing')
    return (await countQueued(inner)) - before
  })

const countQueued = async (database: Database): Promise<number> =>
  (await database.query<{ n: number }>('select count(*)::int as n from queued'))[0]!.n

/** The engine's own clock: workers' machines may differ. */
const clock = async (database: Database): Promise<string> =>
  (await database.query<{ at: string }>('select clock_timestamp() as at'))[0]!.at

export interface Leased {
  /** What shows that this worker has them, and nobody else. */
  lease: string
  documents: Waiting[]
}

/** Takes up to `count` documents that nobody has; what was tried too often, because its workers died, is given up. */
export async function takeFromQueue(database: Database, count: number, rules: QueueRules): Promise<Leased> {
  const lease = randomUUID()
  await database.query(
    `update queued set state = 'dead', done_at = clock_timestamp(), fault = coalesce(fault, 'its workers ended while they had it')
     where id in (select id from queued where state = 'waiting' and next_at <= clock_timestamp() and attempts >= $1 for update skip locked)`,
    [rules.most],
  )
  const documents = await database.query<Waiting>(
    `with due as (select id from queued where state = 'waiting' and next_at <= clock_timestamp()
                  order by next_at, id limit $1 for update skip locked)
     update queued q set attempts = attempts + 1, lease = $2, next_at = clock_timestamp() + make_interval(secs => $3)
     from due where q.id = due.id returning q.id, q.source`,
    [count, lease, rules.lease],
  )
  return { lease, documents }
}

/** Which of them this worker still has; nobody else takes those before the transaction ends. */
export async function holdLeased(database: Database, { lease, documents }: Leased): Promise<Set<string>> {
  const held = await database.query<{ id: string }>(
    `select id from queued where id = any($1::text[]) and lease = $2 and state = 'waiting' for update`,
    [documents.map(({ id }) => id), lease],
  )
  return new Set(held.map(({ id }) => id))
}

/** Within the transaction that filed them, so that neither stands without the other. */
export async function markFiled(database: Database, ids: string[]): Promise<void> {
  await database.query(
    `update queued set state = 'filed', done_at = clock_timestamp(), lease = null, fault = null where id = any($1::text[])`,
    [ids],
  )
}

/** Notes a failure: tried again later, or given up when it was tried often enough or `hopeless`. */
export async function markFailed(
  database: Database,
  { id, fault, hopeless }: { id: string; fault: string; hopeless: boolean },
  rules: QueueRules,
): Promise<void> {
  await database.query(
    `update queued set fault = $2, lease = null,
       state = case when $3 or attempts >= $4 then 'dead' else 'waiting' end,
       done_at = case when $3 or attempts >= $4 then clock_timestamp() end,
       next_at = clock_timestamp() + make_interval(secs => $5 * 2 ^ (attempts - 1))
     where id = $1`,
    [id, fault.slice(0, 2000), hopeless, rules.most, rules.backoff],
  )
}

export interface QueueState {
  waiting: number
  /** Of those waiting, how many a worker has, or must wait before they are tried again. */
  later: number
  filed: number
  dead: number
  /** The last given up, with the reason. */
  faults: { id: string; title: string | null; fault: string; attempts: number }[]
}

export async function describeQueue(database: Database): Promise<QueueState> {
  const [counts] = await database.query<Omit<QueueState, 'faults'>>(
    `select count(*) filter (where state = 'waiting')::int as waiting,
       count(*) filter (where state = 'waiting' and next_at > clock_timestamp())::int as later,
       count(*) filter (where state = 'filed')::int as filed, count(*) filter (where state = 'dead')::int as dead from queued`,
  )
  const faults = await database.query<QueueState['faults'][number]>(
    `select id, source ->> 'title' as title, fault, attempts from queued where state = 'dead' order by done_at desc, id limit 20`,
  )
  return { ...counts!, faults }
}

/** Lets what was given up be tried anew; returns how many. */
export const retryDead = async (database: Database): Promise<number> =>
  (
    await database.query(
      `update queued set state = 'waiting', attempts = 0, next_at = clock_timestamp(), done_at = null where state = 'dead' returning id`,
    )
  ).length

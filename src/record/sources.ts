// Sources that are watched: addresses asked every so often, what came of it, and when they are asked next.
import { ConflictError, NotFoundError } from '../errors.ts'
import { contentId, insertRows } from './columns.ts'
import type { Database } from './database.ts'

/** A page, feed or sitemap asked every `everyMinutes`. Instants as ISO 8601; null: never run. */
export interface WatchedSource {
  id: string
  url: string
  name: string | null
  everyMinutes: number
  addedAt: string
  addedBy: string
  paused: boolean
  nextRunAt: string
  lastRunAt: string | null
  /** Runs that failed since the last that did not. */
  failures: number
  lastError: string | null
  /** Documents filed from it since it was added. */
  filed: number
  lastFiled: number | null
  lastUnchanged: number | null
  lastFailed: number | null
}

/** What came of one run. `error`: why the source itself could not be got; null: it could. */
export interface RunOutcome {
  filed: number
  /** Held before, or unchanged. */
  unchanged: number
  /** Documents of it that could not be got or filed. */
  failed: number
  error: string | null
}

const columns = `id, url, name, every_minutes as "everyMinutes", added_at as "addedAt", added_by as "addedBy", paused,
  next_run_at as "nextRunAt", last_run_at as "lastRunAt", failures, last_error as "lastError", filed,
  last_filed as "lastFiled", last_unchanged as "lastUnchanged", last_failed as "lastFailed"`

export const listSources = (database: Database): Promise<WatchedSource[]> =>
  database.query<WatchedSource>(`select ${columns} from source order by added_at, id`)

/** Throws NotFoundError. */
export async function findSource(database: Database, id: string): Promise<WatchedSource> {
  const [found] = await database.query<WatchedSource>(`select ${columns} from source where id = $1`, [id])
  if (found) return found
  throw new NotFoundError(`No watched source has the id "${id}"`, 'See chancery sources, or /api/sources.')
}

export type NewSource = Pick<WatchedSource, 'url' | 'name' | 'everyMinutes' | 'addedBy'>

/** Adds a source, to be asked at once. Throws ConflictError when the address is watched already. */
export async function addSource(database: Database, source: NewSource, at: string): Promise<WatchedSource> {
  const id = contentId('source', source.url)
  const [there] = await database.query('select id from source where id = $1', [id])
  if (there) throw new ConflictError(`${source.url} is watched already`, `Change it by its id, ${id}.`)
  await insertRows(database, 'source', [
    {
      id,
      url: source.url,
      name: source.name,
      every_minutes: source.everyMinutes,
      added_at: at,
      added_by: source.addedBy,
      paused: false,
      next_run_at: at,
      failures: 0,
      filed: 0,
    },
  ])
  return findSource(database, id)
}

/** Changes name, pace or pause; what is left out stays. A source that goes on again is asked at once. Throws NotFoundError. */
export async function changeSource(
  database: Database,
  id: string,
  change: {
    name?: string | null | undefined
    everyMinutes?: number | undefined
    paused?: boolean | undefined
  },
  at: string,
): Promise<WatchedSource> {
  const before = await findSource(database, id)
  const after = {
    ...before,
    ...Object.fromEntries(Object.entries(change).filter(([, v]) => v !== undefined)),
  }
  const nextRunAt = before.paused && !after.paused ? at : before.nextRunAt
  await database.query(
    'update source set name = $2, every_minutes = $3, paused = $4, next_run_at = $5 where id = $1',
    [id, after.name, after.everyMinutes, after.paused, nextRunAt],
  )
  return findSource(database, id)
}

/** Watches it no longer; its documents stay. Throws NotFoundError. */
export async function removeSource(database: Database, id: string): Promise<void> {
  await findSource(database, id)
  await database.query('delete from source where id = $1', [id])
}

/**
 * The source that has waited longest, taken so that no other process takes it too; null when none is due. A process that ends in the
 * middle of a run leaves it to the next turn.
 */
export async function takeDueSource(database: Database, at: string): Promise<WatchedSource | null> {
  const [taken] = await database.query<WatchedSource>(
    `update source set next_run_at = $1::timestamptz + every_minutes * interval '1 minute', last_run_at = $1
     where id = (select id from source where not paused and next_run_at <= $1 order by next_run_at limit 1 for update skip locked)
     returning ${columns}`,
    [at],
  )
  return taken ?? null
}

// A source that fails is asked half as often each time, at last once a day (or at its own pace, where that is slower).
const longestWait = 1440

/** Writes what came of a run that began at `at`. */
export async function noteRun(
  database: Database,
  id: string,
  { filed, unchanged, failed, error }: RunOutcome,
  at: string,
): Promise<void> {
  await database.query(
    `update source set last_run_at = $2, last_error = $3, filed = filed + $4, last_filed = $4, last_unchanged = $5, last_failed = $6,
       failures = case when $3::text is null then 0 else failures + 1 end,
       next_run_at = $2::timestamptz + interval '1 minute' * case when $3::text is null then every_minutes
         else greatest(every_minutes, least(every_minutes * 2 ^ least(failures + 1, 20), ${longestWait})) end
     where id = $1`,
    [id, at, error, filed, unchanged, failed],
  )
}

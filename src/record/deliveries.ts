// Firings that wait to be sent to a webhook, and what came of each attempt.
import type { Database } from './database.ts'
import type { Firing } from './watches.ts'

/** A firing to be sent: where, and what signs it. */
export interface Waiting {
  firing: Pick<Firing, 'id' | 'watchId' | 'at' | 'day' | 'what' | 'before' | 'after' | 'rows' | 'attempts'>
  watch: { id: string; name: string; question: string; input: Record<string, unknown>; condition: string }
  webhook: string
  secret: string
}

/** Minutes until the next attempt after the first, second …; after the last of them it is given up. */
const patience = [1, 5, 30, 120, 600, 1440]

/** What is due at `at`, oldest first; firings of removed watches are not sent. Each is put off, so that nobody else sends it meanwhile. */
export const takeDue = (database: Database, at: string, limit = 20): Promise<Waiting[]> =>
  database.query<Waiting>(
    `with due as (
       select f.watch_id, f.id from firing f join watch w on w.id = f.watch_id
       where f.delivery = 'waiting' and f.next_at <= $1 and w.webhook is not null and w.removed_at = 'infinity'
       order by f.next_at limit $2 for update of f skip locked
     ), taken as (
       update firing f set next_at = $1::timestamptz + interval '5 minutes' from due
       where f.watch_id = due.watch_id and f.id = due.id returning f.*
     )
     select json_build_object('id', t.id, 'watchId', t.watch_id, 'at', to_char(t.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
         'day', t.day, 'what', t.what, 'before', t.before, 'after', t.after, 'rows', t.rows, 'attempts', t.attempts) as firing,
       json_build_object('id', w.id, 'name', w.name, 'question', w.question, 'input', w.input, 'condition', w.condition) as watch,
       w.webhook, w.secret
     from taken t join watch w on w.id = t.watch_id order by t.at`,
    [at, limit],
  )

/** Notes an attempt: `fault` null, it arrived; else it is tried again later, or given up after the last time. */
export async function noteAttempt(
  database: Database,
  { firing }: Waiting,
  at: string,
  fault: string | null,
): Promise<void> {
  const minutes = patience[firing.attempts]
  const delivery = fault === null ? 'delivered' : minutes === undefined ? 'given up' : 'waiting'
  const next = delivery === 'waiting' ? new Date(Date.parse(at) + minutes! * 60_000).toISOString() : null
  await database.query(
    'update firing set delivery = $3, attempts = attempts + 1, next_at = $4, fault = $5 where watch_id = $1 and id = $2',
    [firing.watchId, firing.id, delivery, next, fault],
  )
}

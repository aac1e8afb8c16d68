// Writes what the claims make: a new version of an exchange and its participants wherever something shown has changed.
import { standingClaims } from './claims.ts'
import { insertRows } from './columns.ts'
import type { Database } from './database.ts'
import { groupRows } from './grouping.ts'
import type { ShownParticipant } from './participants.ts'
import { type ShownExchange, showExchange } from './shown.ts'
import { knowPeople } from './tenures.ts'

/**
 * The instant of this transaction's writes, UTC: after every instant the record already holds, even if the clock was put
 * back. Writers on one server take turns from here to their commit, so that what was known at an instant never changes.
 */
export async function takeInstant(database: Database): Promise<string> {
  const [row] = await database.query<{ at: string }>(
    `insert into record_clock as c (one, last_at) values (1, date_trunc('milliseconds', clock_timestamp()))
     on conflict (one) do update set last_at = greatest(excluded.last_at, c.last_at + interval '1 millisecond')
     returning last_at as at`,
  )
  return row!.at
}

interface StoredVersion extends ShownExchange {
  known_from: string
  known_to: string
}

/** Shows these exchanges anew from their standing claims. Returns the ids whose shown values changed. */
export async function refreshExchanges(
  database: Database,
  exchangeIds: string[],
  at: string,
): Promise<string[]> {
  const ids = [...new Set(exchangeIds)]
  if (ids.length === 0) return []
  const claims = groupRows(await standingClaims(database, ids), (claim) => claim.exchange_id)
  const people = [...claims.values()]
    .flat()
    .flatMap((claim) => (claim.value as { person?: string } | null)?.person ?? [])
  const known = await knowPeople(database, people)
  const before = await shownNow(database, ids)
  const changed = ids.flatMap((id) => {
    const after = showExchange(id, claims.get(id) ?? [], known)
    return sameShown(before.get(id) ?? null, after) ? [] : [{ id, after }]
  })
  await closeVersions(
    database,
    changed.map((c) => c.id).filter((id) => before.has(id)),
    at,
  )
  const made = changed.flatMap((c) => c.after ?? [])
  await insertRows(
    database,
    'exchange',
    made.map((m) => ({ ...m.exchange, known_from: at, known_to: 'infinity' })),
  )
  await insertRows(
    database,
    'participant',
    made.flatMap((m) => participantRows(m.exchange, m.participants, at)),
  )
  return changed.map((c) => c.id)
}

/** Participants with the exchange's own columns beside them: what questions filter on, right by construction. */
function participantRows(exchange: ShownExchange, participants: ShownParticipant[], at: string): object[] {
  const { id, host_state, kind, status, earliest, latest, confirmed } = exchange
  return participants.map((participant) => ({
    ...participant,
    exchange_id: id,
    known_from: at,
    known_to: 'infinity',
    host_state,
    kind,
    status,
    earliest,
    latest,
    confirmed,
  }))
}

interface Shown {
  exchange: ShownExchange
  participants: ShownParticipant[]
}

async function shownNow(database: Database, ids: string[]): Promise<Map<string, Shown>> {
  const exchanges = await database.query<StoredVersion>(
    `select * from exchange where id = any($1::text[]) and known_to = 'infinity'`,
    [ids],
  )
  const rows = await database.query<ShownParticipant & { exchange_id: string }>(
    `select exchange_id, ordinal, person_id, name, state, organization_id, office_id, office, offices, level, role, capacity
     from participant where exchange_id = any($1::text[]) and known_to = 'infinity' order by exchange_id, ordinal`,
    [ids],
  )
  const participants = groupRows(rows, (row) => row.exchange_id)
  return new Map(
    exchanges.map(({ known_from, known_to, ...exchange }) => [
      exchange.id,
      { exchange, participants: (participants.get(exchange.id) ?? []).map(({ exchange_id, ...row }) => row) },
    ]),
  )
}

function sameShown(before: Shown | null, after: Shown | null): boolean {
  if (!before || !after) return before === after
  return canonical(before) === canonical(after)
}

/** JSON with keys in order: rows from the record and rows made here list theirs differently. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )

/** A version made earlier in this very instant was never seen: it is replaced, not closed. */
async function closeVersions(database: Database, ids: string[], at: string): Promise<void> {
  if (ids.length === 0) return
  for (const [table, key] of [
    ['exchange', 'id'],
    ['participant', 'exchange_id'],
  ]) {
    const shown = `${key} = any($1::text[]) and known_to = 'infinity'`
    await database.query(`delete from ${table} where ${shown} and known_from = $2`, [ids, at])
    await database.query(`update ${table} set known_to = $2 where ${shown}`, [ids, at])
  }
}

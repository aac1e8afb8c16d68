// Writes what the claims make: a new version of an exchange and its participants wherever something shown has changed.
import { standingValues } from './claims.ts'
import { canonical, insertable } from './columns.ts'
import type { Database } from './database.ts'
import { personsIn } from './drafts.ts'
import { groupRows } from './grouping.ts'
import { bothDays, pairRows } from './pairs.ts'
import type { ShownParticipant } from './participants.ts'
import { type Shown, type ShownExchange, showExchange } from './shown.ts'
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
  const standing = await standingValues(database, ids)
  const claims = groupRows(standing, (claim) => claim.exchange_id)
  const known = await knowPeople(database, personsIn(standing))
  const after = ids.map((id) => [id, showExchange(id, claims.get(id) ?? [], known)] as const)
  return writeVersions(database, new Map(after), at)
}

/** Writes a new version of each exchange that is to be shown otherwise than it is (null: no longer). Returns their ids. */
export async function writeVersions(
  database: Database,
  shown: Map<string, Shown | null>,
  at: string,
): Promise<string[]> {
  const before = await shownNow(database, [...shown.keys()])
  const changed = [...shown].filter(([id, after]) => !sameShown(before.get(id) ?? null, after))
  await closeVersions(
    database,
    changed.map(([id]) => id).filter((id) => before.has(id)),
    at,
  )
  const made = changed.flatMap(([, after]) => after ?? [])
  await insertVersions(database, made, at)
  return changed.map(([id]) => id)
}

const versionTables = ['exchange', 'participant', 'pair']
const insertingAll = (columns: string[][]): string =>
  `with ${versionTables
    .map(
      (table, i) => `into_${table} as (insert into ${table} (${columns[i]!.join(', ')})
        select ${columns[i]!.join(', ')} from jsonb_populate_recordset(null::${table}, $${i + 1}::text::jsonb))`,
    )
    .join(', ')} select 1`

/** Exchanges, participants and pairs in one statement, some hundred exchanges at a time. */
async function insertVersions(database: Database, made: Shown[], at: string): Promise<void> {
  for (let first = 0; first < made.length; first += 500) {
    const part = made.slice(first, first + 500)
    const rows = [
      part.map((m) => ({ ...m.exchange, known_from: at, known_to: 'infinity' })),
      part.flatMap((m) => participantRows(m.exchange, m.participants, at)),
      part.flatMap((m) => pairRows(m.exchange, at)),
    ]
    const sql = insertingAll(rows.map((list) => Object.keys(list[0] ?? { known_from: at })))
    await database.query(sql, rows.map(insertable))
  }
}

/** Participants with the exchange's own columns beside them: what questions filter on, right by construction. */
function participantRows(exchange: ShownExchange, participants: ShownParticipant[], at: string): object[] {
  const { id, host_state, kind, status, confirmed } = exchange
  return participants.map((participant) => ({
    ...participant,
    exchange_id: id,
    known_from: at,
    known_to: 'infinity',
    host_state,
    kind,
    status,
    ...bothDays(exchange),
    confirmed,
  }))
}

async function shownNow(database: Database, ids: string[]): Promise<Map<string, Shown>> {
  if (ids.length === 0) return new Map()
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

/** A version made earlier in this very instant was never seen: it is replaced, not closed. */
const closing = [
  ['exchange', 'id'],
  ['participant', 'exchange_id'],
  ['pair', 'exchange_id'],
]
  .map(([table, key]) => {
    const shown = `${key} = any($1::text[]) and known_to = 'infinity'`
    return `replaced_${table} as (delete from ${table} where ${shown} and known_from = $2::timestamptz),
      closed_${table} as (update ${table} set known_to = $2::timestamptz where ${shown} and known_from <> $2::timestamptz)`
  })
  .join(', ')

async function closeVersions(database: Database, ids: string[], at: string): Promise<void> {
  if (ids.length > 0) await database.query(`with ${closing} select 1`, [ids, at])
}

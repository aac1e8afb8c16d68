// Counts of what the record shows now, made where the rows are: for plots and matrices over more exchanges than a page can hold.
import type { Database } from './database.ts'
import { type ExchangeFilter, Parameters, whereOf } from './listing.ts'

/** What exchanges can be counted by. `pair`: "CHN RUS", each pair of an exchange's states; `cell`: "2024-04 5", month and level. */
export const countedBy = [
  'year',
  'month',
  'kind',
  'status',
  'level',
  'state',
  'pair',
  'pair-year',
  'cell',
] as const
export type CountedBy = (typeof countedBy)[number]

export interface Count {
  key: string
  count: number
}

const day = `coalesce(x.earliest, x.latest)::text`
const month = `left(${day}, 7)`
const each = 'cross join unnest(x.states) a(state)'
const pairs = `${each} cross join unnest(x.states) b(state)`

/** By what → the key's expression (null keys are left out), and what the exchanges are joined with for it. */
const keys: Record<CountedBy, { key: string; join?: string }> = {
  year: { key: `left(${day}, 4)` },
  month: { key: month },
  kind: { key: 'x.kind' },
  status: { key: 'x.status' },
  level: { key: 'x.level::text' },
  state: { key: 'a.state', join: each },
  pair: { key: `case when a.state < b.state then a.state || ' ' || b.state end`, join: pairs },
  'pair-year': {
    key: `case when a.state < b.state then a.state || ' ' || b.state || ' ' || left(${day}, 4) end`,
    join: pairs,
  },
  cell: { key: `${month} || ' ' || x.level` },
}

/** Exchanges that `filter` lets through, counted; the most frequent first, at most `limit` keys. */
export function countExchanges(
  database: Database,
  filter: ExchangeFilter,
  by: CountedBy,
  limit = 1000,
): Promise<Count[]> {
  const parameters = new Parameters()
  const { key, join = '' } = keys[by]
  return database.query<Count>(
    `select key, count(*)::int as count from (
       select ${key} as key from exchange x ${join} where ${whereOf(filter, parameters)}
     ) k where key is not null group by key order by count desc, key limit ${limit}`,
    parameters.values,
  )
}

/** Visits of one state's officials to another: how many, the best level among them, the last of them. */
export interface VisitCount {
  from: string
  to: string
  count: number
  level: number | null
  latest: { id: string; occurredOn: string | null } | null
}

/** Confirmed visits that took place, by who went where; one visit counts once for each state whose officials went. */
export function countVisits(
  database: Database,
  filter: Pick<ExchangeFilter, 'states' | 'since' | 'until' | 'level'>,
  limit = 5000,
): Promise<VisitCount[]> {
  const parameters = new Parameters()
  const { level, states, ...window } = filter
  const where = whereOf(
    { ...window, kind: ['visit'], status: ['occurred', 'ongoing'], confirmed: true },
    parameters,
  )
  const best = level === undefined ? 'true' : `v.level <= ${parameters.add(level)}`
  const between = states?.length
    ? `v.state = any(${parameters.add(states)}::text[]) and v.host_state = any(${parameters.add(states)}::text[])`
    : 'true'
  return database.query<VisitCount>(
    `with visit as (
       select v.state as "from", v.host_state as "to", x.id, x.occurred_on, x.latest, min(v.level) as level
       from exchange x join participant v on v.exchange_id = x.id and v.known_from = x.known_from and v.role = 'visitor'
       where ${where} and v.state is not null and v.host_state <> v.state and ${best} and ${between}
       group by v.state, v.host_state, x.id, x.occurred_on, x.latest
     )
     select "from", "to", count(*)::int as count, min(level) as level,
       (array_agg(jsonb_build_object('id', id, 'occurredOn', occurred_on) order by latest desc nulls last, id))[1] as latest
     from visit group by "from", "to" order by count desc, "from", "to" limit ${limit}`,
    parameters.values,
  )
}

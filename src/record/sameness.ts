// Whether a reading's exchange is one the record has already: kind class, states, participants, overlapping dates.
import { insertable } from './columns.ts'
import type { Database } from './database.ts'
import { edtfDays } from './days.ts'
import { groupRows } from './grouping.ts'
import { mostPaired } from './pairs.ts'

/** What is known of an exchange when asking whether it is known already. */
export interface Likeness {
  kind: string
  status: string
  /** EDTF. */
  date: string | null
  host: string | null
  place: string | null
  states: string[]
  participants: { person: string | null; state: string | null; level: number | null }[]
}

export interface KnownExchange extends Likeness {
  id: string
}

/** `score` 0 to 1; `why` names what agreed and what did not. */
export interface SameMatch {
  exchange: string
  score: number
  why: string
}

/** At or above `likely`: merged, as a judgement. Down to `doubtful`: kept apart, the merge proposed to a person. */
export const exchangeThresholds = { likely: 0.75, doubtful: 0.6 }

/** Kinds that one source may call this and another that. A visit holds meetings, it is not one of them. */
const kindClass: Record<string, string> = {
  visit: 'visit',
  meeting: 'meeting',
  talks: 'meeting',
  summit: 'meeting',
  call: 'call',
  ceremony: 'ceremony',
  agreement: 'agreement',
  message: 'message',
  'people-to-people': 'people-to-people',
}

/** Exchanges of the record that each of these might be, with a score, best first. */
export async function findSame(database: Database, asked: Likeness[]): Promise<SameMatch[][]> {
  const near = await findNear(database, asked)
  return asked.map((exchange, n) => rankSame(exchange, near[n]!))
}

/** Those of `near` that this exchange might be, best first. */
export const rankSame = (asked: Likeness, near: Iterable<KnownExchange>): SameMatch[] =>
  [...near]
    .flatMap((known) => compareExchanges(asked, known) ?? [])
    .filter((match) => match.score >= exchangeThresholds.doubtful)
    .sort((a, b) => b.score - a.score || (a.exchange < b.exchange ? -1 : 1))

/**
 * Exchanges shown now that each of these might be: of its kinds, within three days, with two of its states, or with one where either
 * has no more. In one statement, whose cost is that of what passed between the states in those weeks.
 */
export async function findNear(database: Database, asked: Likeness[]): Promise<KnownExchange[][]> {
  const near = asked.map((): KnownExchange[] => [])
  const windows = asked.flatMap(windowOf)
  if (windows.length === 0) return near
  const rows = await database.query<KnownExchange & { asked: number[] }>(
    `with q as materialized (
       select * from jsonb_to_recordset($1::text::jsonb) as q(n int, kinds text[], host text, states text[], first date, last date)),
     near as (
       select e.id, e.known_from, array_agg(distinct q.n) as asked from q, lateral (${hits} offset 0) hit, lateral (
         select x.id, x.known_from from exchange x where x.id = hit.id and x.known_to = 'infinity' and x.review <> 'rejected'
           and x.kind = any(q.kinds) and (x.host_state = q.host or x.host_state is null or q.host is null) offset 0) e
       group by 1, 2)
     select near.asked, e.id, e.kind, e.status, e.occurred_on as date, e.host_state as host, e.place, e.states,
       (select coalesce(jsonb_agg(jsonb_build_object('person', p.person_id, 'state', p.state, 'level', p.level)), '[]')
        from participant p where p.exchange_id = e.id and p.known_from = e.known_from) as participants
     from near, lateral (select * from exchange x where x.id = near.id and x.known_from = near.known_from offset 0) e`,
    [insertable(windows)],
  )
  for (const { asked: places, ...known } of rows) for (const n of places) near[n]!.push(known)
  return near
}

const inWindow = (earliest: string, latest: string): string =>
  `${earliest} between q.first - 45 and q.last + 3 and ${latest} >= q.first - 3`

const ofExchange = inWindow('coalesce(x.earliest, x.latest)', 'coalesce(x.latest, x.earliest)')

/**
 * For each `q`: by pair of states; gatherings too large for pairs; what is known of one state only; and for one state, whatever it
 * took part in. "offset 0" keeps each a look-up for every exchange asked about: together they are few beside the record.
 */
const hits = `
  select r.exchange_id as id from unnest(q.states) a, unnest(q.states) b, lateral (
    select exchange_id from pair where state_a = a and state_b = b and known_to = 'infinity' and ${inWindow('earliest', 'latest')} offset 0) r
  where a collate "C" < b collate "C"
  union all
  select x.id from exchange x where cardinality(x.states) > ${mostPaired} and x.states && q.states and x.known_to = 'infinity' and ${ofExchange}
  union all
  select x.id from exchange x where cardinality(x.states) = 1 and x.states[1] = any(q.states) and x.known_to = 'infinity' and ${ofExchange}
  union all
  select p.exchange_id from participant p
  where cardinality(q.states) = 1 and p.state = q.states[1] and p.known_to = 'infinity' and ${inWindow('p.earliest', 'p.latest')}`

/** Where to look for an exchange; nowhere when its day or states are not known. A visit may have begun up to six weeks before. */
function windowOf(exchange: Likeness, n: number) {
  const { earliest, latest } = edtfDays(exchange.date)
  if (!earliest || exchange.states.length === 0) return []
  const kinds = Object.keys(kindClass).filter((kind) => kindClass[kind] === kindClass[exchange.kind])
  const states = [...new Set([...exchange.states, ...exchange.participants.flatMap((p) => p.state ?? [])])]
  return [{ n, kinds, host: exchange.host, states, first: earliest, last: latest ?? earliest }]
}

interface Part {
  name: string
  /** 0 to 1. */
  value: number
  weight: number
}

/**
 * Score = weighted mean of: participants 0.4, dates 0.3, states 0.2, place 0.1. null (never the same) when the kinds are of
 * different classes, no two states (or one person) agree, the days are apart, or one state sent different people.
 */
export function compareExchanges(asked: Likeness, known: KnownExchange): SameMatch | null {
  if (kindClass[asked.kind] !== kindClass[known.kind]) return null
  if (asked.host && known.host && asked.host !== known.host) return null
  const dates = compareDates(asked.date, known.date)
  if (dates === null) return null
  const states = compareStates(asked, known)
  const people = states === null ? null : comparePeople(asked, known)
  if (states === null || people === null) return null
  const parts: Part[] = [
    { name: 'participants', value: people, weight: 0.4 },
    { name: 'dates', value: dates, weight: 0.3 },
    { name: 'states', value: states, weight: 0.2 },
    { name: 'place', value: comparePlaces(asked, known), weight: 0.1 },
  ]
  const sum = parts.reduce((total, part) => total + part.value * part.weight, 0)
  // Neighbouring days may be time zones, a slip, or another meeting of the same people: a person has to say.
  const score =
    dates === neighbours && asked.kind !== 'call' ? Math.min(sum, exchangeThresholds.likely - 0.01) : sum
  return { exchange: known.id, score: Math.round(score * 1000) / 1000, why: parts.map(inWords).join(', ') }
}

const inWords = (part: Part): string => `${part.name} ${part.value.toFixed(2)}`

/**
 * 1: the same people wherever both name any; 0.5: one of the two names nobody; null: both name people of one state and none is
 * the same. A delegation's leader in one source and its whole list in another agree.
 */
function comparePeople(asked: Likeness, known: Likeness): number | null {
  const [a, b] = [peopleByState(asked), peopleByState(known)]
  const both = [...a.keys()].filter((state) => b.has(state))
  let shared = 0
  for (const state of both) {
    const common = [...a.get(state)!].filter((person) => b.get(state)!.has(person)).length
    if (common === 0) return null
    shared += common / Math.min(a.get(state)!.size, b.get(state)!.size)
  }
  if (both.length === 0) return 0.4
  const agreement = shared / both.length
  // Two named sides that agree say more than one.
  return agreement * (both.length >= 2 ? 1 : 0.8)
}

const peopleByState = (exchange: Likeness): Map<string, Set<string>> => {
  const named = exchange.participants.filter((p) => p.person !== null)
  return new Map(
    [...groupRows(named, (p) => p.state ?? '')].map(([state, rows]) => [
      state,
      new Set(rows.map((p) => p.person!)),
    ]),
  )
}

const neighbours = 0.6

/** 1: the same days; 0.9: they overlap; 0.6: neighbours (time zones); 0.5: one is known only by month or year; null: apart. */
function compareDates(a: string | null, b: string | null): number | null {
  const [x, y] = [edtfDays(a), edtfDays(b)]
  if (!x.earliest || !y.earliest) return null
  const [xLast, yLast] = [x.latest ?? x.earliest, y.latest ?? y.earliest]
  const apart = Math.max(daysBetween(xLast, y.earliest), daysBetween(yLast, x.earliest))
  if (isLong(x.earliest, xLast) || isLong(y.earliest, yLast)) return apart <= 0 ? 0.5 : null
  if (x.earliest === y.earliest && xLast === yLast) return 1
  if (apart <= 0) return 0.9
  return apart === 1 ? neighbours : null
}

const isLong = (first: string, last: string): boolean => daysBetween(first, last) > 14

/** Days from `a` to `b`; negative when `b` is before. */
export const daysBetween = (a: string, b: string): number => (Date.parse(b) - Date.parse(a)) / 86_400_000

/**
 * 1: the same states take part; 0.8: one list holds the other; null: another company. Two of three at a table are another
 * meeting than the three ("a trilateral, and on its sidelines ..."), while lists of a summit's guests may be cut short.
 */
function compareStates(asked: Likeness, known: Likeness): number | null {
  const isTable = kindClass[asked.kind] !== 'visit'
  const [a, b] = isTable ? [takingPart(asked), takingPart(known)] : [asked.states, known.states]
  const common = a.filter((state) => b.includes(state)).length
  const smaller = Math.min(a.length, b.length)
  if (common < Math.min(2, smaller) || common === 0) return null
  if (common === a.length && common === b.length) return 1
  if (isTable && smaller === 2 && a.length !== b.length) return null
  return common === smaller ? 0.8 : isTable ? null : 0.4
}

/** States with somebody at the table; all of them where fewer than two have: the host may only lend the room. */
function takingPart(exchange: Likeness): string[] {
  const states = new Set(exchange.participants.flatMap((p) => p.state ?? []))
  return states.size >= 2 ? [...states] : exchange.states
}

function comparePlaces(a: Likeness, b: Likeness): number {
  if (a.place && b.place && a.place.toLowerCase() === b.place.toLowerCase()) return 1
  if (a.host && b.host) return 0.8
  return 0.5
}

// Recalls exchanges from the record as known on the day asked: by states, by visit, by person, by id.
import type { ExchangeKind, ExchangeStatus, ParticipantRole } from '../reading/reading.ts'
import { groupRows } from '../record/grouping.ts'
import { mostPaired } from '../record/pairs.ts'
import { leaveApart } from './apart.ts'
import type { QuestionContext } from './question.ts'
import type { Window } from './window.ts'

/** Who took part, with the office and level of that day. */
export interface Party {
  name: string | null
  nativeName: string | null
  person: string | null
  state: string | null
  organization: string | null
  office: string | null
  officeId: string | null
  level: number | null
  role: ParticipantRole
}

/** An exchange as the record shows it. Days are YYYY-MM-DD; null where the date is open or unknown. */
export interface Recalled {
  id: string
  kind: ExchangeKind
  grade: string | null
  status: ExchangeStatus
  /** EDTF. */
  occurredOn: string | null
  earliest: string | null
  latest: string | null
  announcedOn: string | null
  place: string | null
  host: string | null
  states: string[]
  format: string | null
  occasion: string | null
  partOf: string | null
  confirmed: boolean
  basis: string | null
  note: string | null
  remote: boolean
  level: number | null
  review: string
  participants: Party[]
}

/** Writes `$1`, `$2` … while the statement is put together: `p(value)`. */
type Place = (value: unknown) => string

/** Rows of one statement whose parameters are placed as it is written. */
export function runQuery<Row>(context: QuestionContext, write: (p: Place) => string): Promise<Row[]> {
  const parameters: unknown[] = []
  const sql = write((value) => `$${parameters.push(value)}`)
  return context.database.query<Row>(sql, parameters)
}

/** The version of a row that stood on the day asked. */
export const asKnown = (alias: string, context: QuestionContext, p: Place): string => {
  const asOf = `${p(context.asKnownOn)}::timestamptz`
  return `${alias}.known_from <= ${asOf} and ${alias}.known_to > ${asOf}`
}

/** Touches the window with any day it may have fallen on; undated rows never do. */
const within = (alias: string, window: Window, p: Place): string =>
  `coalesce(${alias}.latest, ${alias}.earliest) >= ${p(window.from)}::date
   and coalesce(${alias}.earliest, ${alias}.latest) <= ${p(window.to)}::date`

/** The same of a row at hand. */
const touches = (row: Recalled, window: Window): boolean =>
  (row.latest ?? row.earliest ?? '') >= window.from && (row.earliest ?? row.latest ?? '~') <= window.to

const columns = `x.id, x.kind, x.grade, x.status, x.occurred_on as "occurredOn", x.earliest, x.latest, x.announced_on as "announcedOn",
  x.place, x.host_state as host, x.states, x.format, x.occasion, x.part_of as "partOf", x.confirmed, x.basis, x.note, x.remote,
  x.level, x.review`

/**
 * Exchanges whose versions `find` (SQL of `exchange_id, known_from`) names. `fits` says the same of a row at hand: where a text is set
 * apart, its exchanges are taken as the other sources have them.
 */
async function recallFound(
  context: QuestionContext,
  fits: (row: Recalled) => boolean,
  find: (p: Place) => string,
): Promise<Recalled[]> {
  return leaveApart(context, await recallRows(context, find), fits)
}

type Versioned<Row> = Row & { version: string }

/** The rows and who took part, asked for at once: two connections of a server fetch them side by side. */
async function recallRows(context: QuestionContext, find: (p: Place) => string): Promise<Recalled[]> {
  const [rows, parties] = await Promise.all([
    runQuery<Versioned<Omit<Recalled, 'participants'>>>(
      context,
      (p) => `
      select ${columns}, x.known_from::text as version from (${find(p)}) found
      join exchange x on x.id = found.exchange_id and x.known_from = found.known_from
      where x.review <> 'rejected' order by x.earliest, x.id`,
    ),
    runQuery<Versioned<Party & { id: string; ordinal: number | null }>>(
      context,
      (p) => `
      select found.exchange_id as id, found.known_from::text as version, v.ordinal, coalesce(person.name, v.name) as name,
        person.native_name as "nativeName", v.person_id as person, v.state, v.organization_id as organization, v.office,
        v.office_id as "officeId", v.level, v.role
      from (${find(p)}) found
      left join participant v on v.exchange_id = found.exchange_id and v.known_from = found.known_from
      left join person on person.id = v.person_id`,
    ),
  ])
  const tookPart = groupRows(parties, (party) => party.id)
  // A version that was replaced between the two statements: asked again, both see the new one.
  if (rows.some((row) => tookPart.get(row.id)?.at(0)?.version !== row.version))
    return recallRows(context, find)
  return rows.map(({ version: _version, ...row }) => ({
    ...row,
    participants: inOrder(tookPart.get(row.id)!),
  }))
}

/** Who took part, in the order of the record; the one row without a place is an exchange of nobody. */
const inOrder = (parties: (Party & { ordinal: number | null })[]): Party[] =>
  parties
    .filter((party) => party.ordinal !== null)
    .sort((a, b) => a.ordinal! - b.ordinal!)
    .map(({ name, nativeName, person, state, organization, office, officeId, level, role }) => ({
      name,
      nativeName,
      person,
      state,
      organization,
      office,
      officeId,
      level,
      role,
    }))

/** Whether a row has a visitor of whom `is` holds. */
const hasVisitor = (row: Recalled, is: (party: Party) => boolean): boolean =>
  row.participants.some((party) => party.role === 'visitor' && is(party))

/** Rows of `participant` or `pair` that touch the window: their days are both known or both not. */
const inWindow = (alias: string, window: Window, p: Place): string =>
  `${alias}.latest >= ${p(window.from)}::date and ${alias}.earliest <= ${p(window.to)}::date`

/** Visits from one state to another: one probe of the covering index, then the rows themselves. */
export const recallVisits = (
  context: QuestionContext,
  route: { from: string; to: string },
  window: Window,
): Promise<Recalled[]> =>
  recallFound(
    context,
    (row) => row.host === route.to && touches(row, window) && hasVisitor(row, (v) => v.state === route.from),
    (p) => `
      select distinct v.exchange_id, v.known_from from participant v
      where v.role = 'visitor' and v.state = ${p(route.from)} and v.host_state = ${p(route.to)}
        and ${asKnown('v', context, p)} and ${inWindow('v', window, p)}`,
  )

/** Everything in which a state received visitors of these levels, wherever they came from. */
export const recallVisitsTo = (
  context: QuestionContext,
  hosted: { to: string; levels: number[] },
  window: Window,
): Promise<Recalled[]> =>
  recallFound(
    context,
    (row) =>
      row.host === hosted.to &&
      touches(row, window) &&
      hasVisitor(row, (v) => hosted.levels.includes(v.level ?? 0)),
    (p) => `
      select distinct v.exchange_id, v.known_from from participant v
      where v.role = 'visitor' and v.host_state = ${p(hosted.to)} and v.level = any(${p(hosted.levels)}::smallint[])
        and ${asKnown('v', context, p)} and ${inWindow('v', window, p)}`,
  )

/** Exchanges in which all of `states` take part (or host). */
export async function recallBetween(
  context: QuestionContext,
  states: string[],
  window: Window,
): Promise<Recalled[]> {
  if (new Set(states).size === 1) return recallState(context, states[0]!, window)
  return recallFound(
    context,
    (row) => touches(row, window) && isBetween(row, states),
    (p) => `${findPair(context, states, p, window)}
      union all
      select x.id, x.known_from from exchange x where ${isWide(states, p)} and ${asKnown('x', context, p)} and ${within('x', window, p)}`,
  )
}

const isBetween = (row: Recalled, states: string[]): boolean =>
  states.every((state) => row.states.includes(state))

/** Versions of the exchanges of two states, or of the first two of more. */
function findPair(context: QuestionContext, states: string[], p: Place, window: Window): string {
  const [a, b = a] = [...new Set(states)].slice(0, 2).sort()
  const all =
    states.length > 2
      ? `and exists (select from exchange e where e.id = r.exchange_id and e.known_from = r.known_from and e.states @> ${p(states)}::text[])`
      : ''
  return `
      select r.exchange_id, r.known_from from pair r
      where r.state_a = ${p(a)} and r.state_b = ${p(b)} and ${asKnown('r', context, p)} and ${inWindow('r', window, p)} ${all}`
}

/** Gatherings of so many states that they have no rows by pair. */
const isWide = (states: string[], p: Place): string =>
  `cardinality(x.states) > ${mostPaired} and x.states @> ${p(states)}::text[] and x.review <> 'rejected'`

/** Exchanges in which at least two of `states` take part and none of `others`. */
export async function recallAmong(
  context: QuestionContext,
  states: string[],
  others: string[],
  window: Window,
): Promise<Recalled[]> {
  const rows = await recallFound(
    context,
    (row) => touches(row, window) && row.states.filter((state) => states.includes(state)).length > 1,
    (p) => `
      select distinct r.exchange_id, r.known_from from unnest(${p(states)}::text[]) a, unnest(${p(states)}::text[]) b, lateral (
        select r.exchange_id, r.known_from from pair r
        where r.state_a = a and r.state_b = b and ${asKnown('r', context, p)} and ${inWindow('r', window, p)} offset 0) r
      where a <> b
      union all
      select x.id, x.known_from from exchange x
      where cardinality(x.states) > ${mostPaired} and x.states && ${p(states)}::text[] and x.review <> 'rejected'
        and (select count(*) from unnest(x.states) s where s = any(${p(states)}::text[])) > 1
        and ${asKnown('x', context, p)} and ${within('x', window, p)}`,
  )
  return rows.filter((row) => !row.states.some((state) => others.includes(state)))
}

/** Exchanges of one person. */
export const recallPerson = (context: QuestionContext, person: string, window: Window): Promise<Recalled[]> =>
  recallFound(
    context,
    (row) => touches(row, window) && row.participants.some((v) => v.person === person),
    (p) => `
      select distinct v.exchange_id, v.known_from from participant v
      where v.person_id = ${p(person)} and ${asKnown('v', context, p)} and ${inWindow('v', window, p)}`,
  )

/** Exchanges by id, in the order of the record. */
export const recallIds = (context: QuestionContext, ids: string[]): Promise<Recalled[]> =>
  recallFound(
    context,
    (row) => ids.includes(row.id),
    (p) => `
      select x.id as exchange_id, x.known_from from exchange x where x.id = any(${p(ids)}::text[]) and ${asKnown('x', context, p)}`,
  )

/** Everything one state took part in. */
export const recallState = (context: QuestionContext, state: string, window: Window): Promise<Recalled[]> =>
  recallFound(
    context,
    (row) => touches(row, window) && row.states.includes(state),
    (p) => findPair(context, [state, state], p, window),
  )

/** Every exchange of a window that `condition` (SQL over `x`) lets through; with `states`, of those in which one of them took part. */
export async function recallWhere(
  context: QuestionContext,
  window: Window,
  condition: (p: Place) => string,
  states?: string[],
): Promise<Recalled[]> {
  const rows = await recallRows(
    context,
    (p) => `
    select x.id as exchange_id, x.known_from from ${states ? ofStates(context, states, p, window) : 'exchange x'}
    where ${asKnown('x', context, p)} and ${within('x', window, p)} and x.review <> 'rejected' and (${condition(p)})`,
  )
  return leaveApart(context, rows, (row) => touches(row, window) && rows.some((found) => found.id === row.id))
}

/** The exchanges `x` of any of these states: a probe for each. */
const ofStates = (context: QuestionContext, states: string[], p: Place, window: Window): string => `(
      select distinct r.exchange_id, r.known_from from unnest(${p(states)}::text[]) s, lateral (
        select r.exchange_id, r.known_from from pair r
        where r.state_a = s and r.state_b = s and ${asKnown('r', context, p)} and ${inWindow('r', window, p)} offset 0) r) r
    join exchange x on x.id = r.exchange_id and x.known_from = r.known_from`

/** How far the record reaches for these states: what a silence can mean. `rows` is null where counting would cost more than it tells. */
export interface Reach {
  rows: number | null
  from: string | null
  to: string | null
}

/**
 * A pair is counted. One state alone has its first and last day looked up and no count, and camps have neither: the cost must not
 * grow with all that a state ever did.
 */
export const recallReach = async (context: QuestionContext, asked: string[]): Promise<Reach> => {
  const states = [...new Set(asked)]
  if (states.length === 2) return recallReachOfPair(context, states)
  return states.length === 1 ? recallReachOfOne(context, states[0]!) : { rows: null, from: null, to: null }
}

async function recallReachOfOne(context: QuestionContext, state: string): Promise<Reach> {
  const edge = (p: Place, direction: 'asc' | 'desc'): string => `
    (select v.earliest from participant v where v.state = ${p(state)} and v.earliest is not null and ${asKnown('v', context, p)}
     order by v.earliest ${direction} limit 1)`
  const [reach] = await runQuery<Reach>(
    context,
    (p) => `select ${edge(p, 'asc')} as from, ${edge(p, 'desc')} as to`,
  )
  return { rows: reach?.from ? null : 0, from: reach?.from ?? null, to: reach?.to ?? null }
}

async function recallReachOfPair(context: QuestionContext, states: string[]): Promise<Reach> {
  const [a, b] = [...states].sort()
  const apart = [...(context.apart?.rows.keys() ?? [])]
  const others = leaveApart(context, [], (row) => isBetween(row, states))
  const [reach] = await runQuery<Reach>(
    context,
    (p) => `
    select count(*)::int as rows, min(r.earliest) as from, max(r.latest) as to from (
      select r.exchange_id, r.earliest, r.latest from pair r where r.state_a = ${p(a)} and r.state_b = ${p(b)} and ${asKnown('r', context, p)}
      union all
      select x.id, coalesce(x.earliest, x.latest), coalesce(x.latest, x.earliest) from exchange x where ${isWide(states, p)} and ${asKnown('x', context, p)}) r
    ${apart.length > 0 ? `where r.exchange_id <> all(${p(apart)}::text[])` : ''}`,
  )
  return reachWith(reach ?? { rows: 0, from: null, to: null }, others)
}

/** Rows at hand counted in. */
function reachWith(reach: Reach, rows: Recalled[]): Reach {
  if (rows.length === 0) return reach
  const days = [reach.from, reach.to, ...rows.flatMap((row) => [row.earliest, row.latest])]
    .filter((day) => day !== null)
    .sort()
  return { rows: (reach.rows ?? 0) + rows.length, from: days[0] ?? null, to: days.at(-1) ?? null }
}

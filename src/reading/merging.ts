// One exchange told five times is one: sightings that can be the same exchange are joined, each keeping its witness.
import { narrower } from './dating.ts'
import type { Draft } from './draft.ts'
import { edtfDays } from './edtf.ts'
import type { ExchangeKind, ExchangeStatus } from './reading.ts'
import { isPerson, type Sighting, statesOf } from './sighting.ts'

/** An exchange in the making: what its sightings say together. */
export interface Merged extends Sighting {
  sightings: Sighting[]
  /** The exchange that contains it; null when none does. */
  parent: Merged | null
}

/** Who takes part, counted once: comparing thousands of tellings must not count them anew. */
interface Sides {
  states: string[]
  named: number[]
}

const classOf = (kind: ExchangeKind): string => (kind === 'talks' || kind === 'summit' ? 'meeting' : kind)

/** Told so many exchanges of the same class and state later, a telling is a new one: keeps the work linear. */
const MEMORY = 100

export function mergeSightings(draft: Draft, sightings: Sighting[]): Merged[] {
  const merged: Merged[] = []
  const sides = new Map<Merged, Sides>()
  const shelf = new Shelf()
  for (const sighting of sightings) {
    const own = sidesOf(draft, sighting)
    const twin = shelf
      .latest(sighting, own)
      .find((other) => sameExchange(draft, [other, sides.get(other)!], [sighting, own]))
    if (twin) {
      join(twin, sighting)
      const now = sidesOf(draft, twin)
      sides.set(twin, now)
      shelf.put(twin, now)
    } else {
      const fresh = { ...sighting, sightings: [sighting], parent: null }
      merged.push(fresh)
      sides.set(fresh, own)
      shelf.put(fresh, own)
    }
  }
  return merged
}

/** Exchanges by class and state, in the order they were first told. */
class Shelf {
  private readonly order = new Map<Merged, number>()
  private readonly rows = new Map<string, Merged[]>()

  put(exchange: Merged, { states }: Sides): void {
    if (!this.order.has(exchange)) this.order.set(exchange, this.order.size)
    for (const state of states.length > 0 ? states : ['']) {
      const key = `${classOf(exchange.kind)} ${state}`
      const row = this.rows.get(key) ?? []
      if (!row.includes(exchange, row.length - MEMORY)) row.push(exchange)
      this.rows.set(key, row)
    }
  }

  /** Those that may tell the same as the sighting, the latest first. */
  latest(sighting: Sighting, { states }: Sides): Merged[] {
    const found = new Set<Merged>()
    // "spoke with" may turn out to be a call
    for (const kind of new Set([classOf(sighting.kind), ...(isTalk(sighting) ? ['meeting', 'call'] : [])]))
      for (const state of [...states, ''])
        for (const other of this.rows.get(`${kind} ${state}`)?.slice(-MEMORY) ?? []) found.add(other)
    return [...found].sort((a, b) => this.order.get(b)! - this.order.get(a)!)
  }
}

const isTalk = (sighting: Sighting): boolean => sighting.kind === 'meeting' || sighting.kind === 'call'

const everyone = (sighting: Sighting): number[] => [
  ...sighting.visitors,
  ...sighting.hosts,
  ...sighting.parties,
]

/** Every state; persons with a name and organizations of no state. */
function sidesOf(draft: Draft, sighting: Sighting): Sides {
  const all = everyone(sighting)
  const states = new Set(statesOf(draft, all))
  if (sighting.kind === 'visit' && sighting.where.state) states.add(sighting.where.state)
  for (const state of sighting.states) states.add(state)
  const named = all.filter((index) =>
    isPerson(draft, index) ? draft.entities[index]!.name !== null : draft.entities[index]!.state === null,
  )
  return { states: [...states], named }
}

type Told<T> = [told: T, sides: Sides]

function sameExchange(draft: Draft, [a, x]: Told<Merged>, [b, y]: Told<Sighting>): boolean {
  // every row of a table lists exchanges of its own
  if (!sameKind(a, b) || (isRow(a) && isRow(b))) return false
  if (!subset(x.states, y.states) && !subset(y.states, x.states)) return false
  if (isMeal(a) !== isMeal(b) && (isRound(a) || isRound(b))) return false
  if (!samePeople(draft, [a, x], [b, y]) || !samePlace(a, b) || !sameStanding(a, b)) return false
  if (a.kind === 'visit' && a.where.state !== b.where.state) return false
  return sameTime(a, b)
}

/** "the Strategic Dialogue" and "a working lunch with the minister" are two. */
const isMeal = ({ rule }: Sighting): boolean => /(?:lunch|dinner|breakfast|banquet)$/.test(rule)
const isRound = ({ rule }: Sighting): boolean => /(?:dialogue|consultation|forum|conference)s?$/.test(rule)
const isRow = ({ rule }: Sighting): boolean => rule.includes(': row of')

/** "spoke with" may turn out to be the call of the title. */
function sameKind(a: Sighting, b: Sighting): boolean {
  if (classOf(a.kind) === classOf(b.kind)) return true
  const spoken = (sighting: Sighting): boolean =>
    sighting.kind === 'meeting' && /speak|conversation|talk/.test(sighting.rule)
  return (a.kind === 'call' && spoken(b)) || (b.kind === 'call' && spoken(a))
}

const subset = <T>(a: T[], b: T[]): boolean => a.every((item) => b.includes(item))

/** Named people of one telling are all in the other, or the later telling names nobody. */
function samePeople(
  draft: Draft,
  [a, { named: x }]: Told<Merged>,
  [b, { named: y }]: Told<Sighting>,
): boolean {
  if (atLevel(draft, a) !== atLevel(draft, b)) return false
  if (x.length === 0 || y.length === 0)
    return y.length === 0 ? b.definite || x.length === 0 : a.sentence + 2 >= b.sentence
  if (a.kind === 'visit')
    return (
      a.visitors.some((index) => b.visitors.includes(index)) ||
      (b.visitors.length > 0 && subset(namedVisitors(draft, b), namedVisitors(draft, a)) && b.definite)
    )
  // a title names those called, the text the caller too
  return (subset(x, y) || subset(y, x)) && (a.faint || b.faint || sameTable(draft, x, y))
}

/** "met the Chilean minister and had a trilateral meeting with the Chilean and the Bolivian": two tables. */
function sameTable(draft: Draft, x: number[], y: number[]): boolean {
  const [few, many] = [statesOf(draft, x), statesOf(draft, y)].sort((p, q) => p.length - q.length)
  return few!.length < 2 || few!.length === many!.length
}

/** "held deputy-minister-level talks", "working-level consultations": no talks of ministers. */
function atLevel(draft: Draft, { trigger, kind }: Sighting): boolean {
  if (kind === 'visit' || kind === 'call') return false
  const { tokens, text } = draft.analysis
  const [from, to] = [tokens[Math.max(0, trigger - 6)], tokens[trigger]]
  return (
    !!from &&
    !!to &&
    /\b(?:deputy|vice|working|expert|technical|director|senior|official)[\w -]{0,40}[- ]level\b[^.,;]*$/i.test(
      text.slice(from.start, to.start),
    )
  )
}

const namedVisitors = (draft: Draft, sighting: Sighting): number[] =>
  sighting.visitors.filter((index) => isPerson(draft, index))

function samePlace(a: Sighting, b: Sighting): boolean {
  if (a.where.state !== null && b.where.state !== null && a.where.state !== b.where.state) return false
  return true
}

const ahead = new Set<ExchangeStatus>(['announced', 'possible'])
const over = new Set<ExchangeStatus>(['occurred'])

function sameStanding(a: Sighting, b: Sighting): boolean {
  if ((a.status === 'denied') !== (b.status === 'denied')) return false
  if (a.faint || b.faint) return true
  const off = (sighting: Sighting): boolean =>
    sighting.status === 'cancelled' || sighting.status === 'postponed'
  if (off(a) !== off(b) && (over.has(a.status) || over.has(b.status))) return false
  const crossed = (ahead.has(a.status) && over.has(b.status)) || (ahead.has(b.status) && over.has(a.status))
  if (!crossed) return true
  return a.date !== null && b.date !== null && edtfDays(a.date) !== null && narrower(a.date, b.date) !== null
}

function sameTime(a: Sighting, b: Sighting): boolean {
  if (a.date === null || b.date === null) return nearTelling(a, b)
  return narrower(a.date, b.date) !== null
}

/** A telling without a date joins the one before it, unless that is of the past and it points at nothing. */
function nearTelling(a: Sighting, b: Sighting): boolean {
  return (
    a.status === b.status || a.status === 'ongoing' || a.definite || b.definite || b.sentence - a.sentence < 4
  )
}

const weight: Record<Sighting['dated'], number> = { own: 3, near: 2, supposed: 1, none: 0 }

function join(into: Merged, sighting: Sighting): void {
  into.sightings.push(sighting)
  for (const side of ['visitors', 'hosts', 'parties'] as const)
    for (const index of sighting[side]) if (!everyone(into).includes(index)) into[side].push(index)
  if (sighting.visitors.length > 0 && into.kind !== 'visit') takeSides(into, sighting)
  const date = narrower(into.date, sighting.date)
  if (date !== null && (weight[sighting.dated] >= weight[into.dated] || date === into.date)) {
    into.date = date
    if (weight[sighting.dated] > weight[into.dated]) into.dated = sighting.dated
  }
  if (into.where.words === null && (sighting.where.words !== null || into.where.state === null))
    into.where = sighting.where
  if (sighting.kind === 'call') into.kind = 'call'
  if (into.kind === 'meeting' && (sighting.kind === 'summit' || sighting.kind === 'talks'))
    into.kind = sighting.kind
  into.status = into.faint
    ? sighting.status
    : sighting.faint
      ? into.status
      : strongerStatus(into.status, sighting.status)
  into.faint &&= sighting.faint
  into.states = [...new Set([...into.states, ...sighting.states])]
  into.remote ||= sighting.remote
  into.joint ||= sighting.joint
  into.multilateral ||= sighting.multilateral
  into.definite &&= sighting.definite
}

/** Who hosted and who came, where the later telling says so. */
function takeSides(into: Merged, sighting: Sighting): void {
  into.visitors = [...new Set([...into.visitors, ...sighting.visitors])]
  into.hosts = [...new Set([...into.hosts, ...sighting.hosts])]
  into.parties = into.parties.filter((index) => !into.visitors.includes(index) && !into.hosts.includes(index))
}

const strength: ExchangeStatus[] = [
  'possible',
  'announced',
  'occurred',
  'ongoing',
  'denied',
  'postponed',
  'cancelled',
]
const strongerStatus = (a: ExchangeStatus, b: ExchangeStatus): ExchangeStatus =>
  strength.indexOf(a) >= strength.indexOf(b) ? a : b

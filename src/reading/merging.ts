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

const classOf = (kind: ExchangeKind): string => (kind === 'talks' || kind === 'summit' ? 'meeting' : kind)

export function mergeSightings(draft: Draft, sightings: Sighting[]): Merged[] {
  const merged: Merged[] = []
  for (const sighting of sightings) {
    const twin = merged.findLast((other) => sameExchange(draft, other, sighting))
    if (twin) join(draft, twin, sighting)
    else merged.push({ ...sighting, sightings: [sighting], parent: null })
  }
  return merged
}

const everyone = (sighting: Sighting): number[] => [
  ...sighting.visitors,
  ...sighting.hosts,
  ...sighting.parties,
]

/** Persons with a name, organizations of no state. */
const namedOf = (draft: Draft, sighting: Sighting): number[] =>
  everyone(sighting).filter((index) =>
    isPerson(draft, index) ? draft.entities[index]!.name !== null : draft.entities[index]!.state === null,
  )

const allStates = (draft: Draft, sighting: Sighting): string[] => {
  const states = new Set(statesOf(draft, everyone(sighting)))
  if (sighting.kind === 'visit' && sighting.where.state) states.add(sighting.where.state)
  for (const state of sighting.states) states.add(state)
  return [...states]
}

function sameExchange(draft: Draft, a: Merged, b: Sighting): boolean {
  if (!sameKind(a, b)) return false
  const [x, y] = [allStates(draft, a), allStates(draft, b)]
  if (!subset(x, y) && !subset(y, x)) return false
  if (!samePeople(draft, a, b) || !samePlace(a, b) || !sameStanding(a, b)) return false
  if (a.kind === 'visit' && a.where.state !== b.where.state) return false
  return sameTime(draft, a, b)
}

/** "spoke with" may turn out to be the call of the title. */
function sameKind(a: Sighting, b: Sighting): boolean {
  if (classOf(a.kind) === classOf(b.kind)) return true
  const spoken = (sighting: Sighting): boolean =>
    sighting.kind === 'meeting' && /speak|conversation|talk/.test(sighting.rule)
  return (a.kind === 'call' && spoken(b)) || (b.kind === 'call' && spoken(a))
}

const subset = <T>(a: T[], b: T[]): boolean => a.every((item) => b.includes(item))

/** Named people of one telling are all in the other, or the later telling names nobody. */
function samePeople(draft: Draft, a: Merged, b: Sighting): boolean {
  const [x, y] = [namedOf(draft, a), namedOf(draft, b)]
  if (x.length === 0 || y.length === 0)
    return y.length === 0 ? b.definite || x.length === 0 : a.sentence + 2 >= b.sentence
  if (a.kind === 'visit')
    return (
      a.visitors.some((index) => b.visitors.includes(index)) ||
      (b.visitors.length > 0 && subset(namedVisitors(draft, b), namedVisitors(draft, a)) && b.definite)
    )
  return subset(x, y) || subset(y, x)
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

function sameTime(draft: Draft, a: Sighting, b: Sighting): boolean {
  if (a.date === null || b.date === null) return nearTelling(draft, a, b)
  return narrower(a.date, b.date) !== null
}

/** A telling without a date joins the one before it, unless that is of the past and it points at nothing. */
function nearTelling(_draft: Draft, a: Sighting, b: Sighting): boolean {
  return (
    a.status === b.status || a.status === 'ongoing' || a.definite || b.definite || b.sentence - a.sentence < 4
  )
}

const weight: Record<Sighting['dated'], number> = { own: 3, near: 2, supposed: 1, none: 0 }

function join(draft: Draft, into: Merged, sighting: Sighting): void {
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
  void draft
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

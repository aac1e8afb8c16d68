// What every rule of going ends in: a visit for each state that the visitors go to.

import { subjectOf } from '../arguments.ts'
import { entityOf } from '../entities.ts'
import { type Leg, legsOf } from '../legs.ts'
import type { Modifiers } from '../modifiers.ts'
import { placesAt } from '../places.ts'
import { type Clause, type Sighting, statesOf, type Where } from '../sighting.ts'
import { people, placeInTalk, placeToldBefore, sight } from './sides.ts'

/** One visit for each state; a city list of one state is one visit. People only: a state does not travel. */
export function visits(
  clause: Clause,
  at: number,
  mods: Modifiers,
  subjects: number[],
  status: Sighting['status'] | 'none',
  places: Modifiers['places'],
  rule: string,
): Sighting[] {
  const { draft, row } = clause
  const visitors = subjects.filter(
    (index) =>
      ['person', 'state'].includes(draft.entities[index]?.kind ?? '') ||
      draft.entities[index]?.kind === 'organization',
  )
  if (status === 'none' || visitors.length === 0) return []
  // "the envoy and the minister both visited": two visits
  if (row[at - 1]?.word === 'both' && visitors.length === 2)
    return visitors.flatMap((visitor) => visits(clause, at, mods, [visitor], status, places, rule))
  const legs = legsOf(mods)
  if (legs.length > 1)
    return legs.flatMap((leg) =>
      visits(clause, at, { ...mods, ...leg, order: [] }, visitors, status, legPlaces(leg, places), rule),
    )
  const home = statesOf(draft, visitors)
  const wheres = placesAt(
    draft,
    row,
    places.map(({ part }) => part),
  )
  const abroad = wheres.filter(
    (where) => where.state !== null && !(home.length === 1 && home[0] === where.state),
  )
  return abroad.map((where, index) => ({
    ...sight(clause, at, legTimes(clause, mods, places, where, index, abroad.length), {
      kind: 'visit',
      rule,
      status,
      visitors,
      where,
    }),
  }))
}

/** Of the places that a verb or noun of going takes, those of the leg; "in Ellion in May" as well as "to Ellion". */
const legPlaces = (leg: Leg, wanted: Modifiers['places']): Modifiers['places'] => {
  const own = leg.places.filter(({ part }) => wanted.some((place) => place.part === part))
  return own.length > 0 ? own : leg.places
}

/** The times that follow this leg before the next one; all of them when there is one leg. */
function legTimes(
  clause: Clause,
  mods: Modifiers,
  places: Modifiers['places'],
  where: Where,
  index: number,
  legs: number,
): Modifiers['times'] {
  if (legs < 2) return mods.times
  const mine = places
    .filter(({ part }) => entityOf(clause.draft, clause.row[part]!.mention!)?.state === where.state)
    .map(({ part }) => clause.row[part]!.last)
  const [from, to] = [Math.max(...mine), nextLeg(clause, places, Math.max(...mine))]
  const own = mods.times.filter((time) => time.first >= from && time.first < to)
  return own.length > 0 && (index < legs - 1 || mods.times.length > 1) ? own : mods.times.slice(-1)
}

const nextLeg = (clause: Clause, places: Modifiers['places'], after: number): number =>
  Math.min(
    ...places.map(({ part }) => clause.row[part]!.first).filter((first) => first >= after),
    Number.MAX_SAFE_INTEGER,
  )

/** A visit whose place is the one talked of last. Persons only: "the crown prince came in person". */
export function visitsInTalk(
  clause: Clause,
  at: number,
  mods: Modifiers,
  subjects: number[],
  status: Sighting['status'] | 'none',
  rule: string,
): Sighting[] {
  const visitors = subjects.filter((index) => {
    const { kind, name, state } = clause.draft.entities[index]!
    return (kind === 'person' && name !== null) || (kind === 'organization' && state !== null)
  })
  const where = placeToldBefore(clause, at, visitors)
  const home = statesOf(clause.draft, visitors)
  if (status === 'none' || visitors.length === 0 || where.state === null || home.includes(where.state))
    return []
  const legs = legsOf(mods).filter((leg) => leg.times.length > 0)
  const times = legs.length > 1 ? legs.map((leg) => leg.times) : [mods.times]
  return times.map((own) => sight(clause, at, own, { kind: 'visit', rule, status, visitors, where }))
}

/** "was here at the beginning of the month", "had been there in May": the place is the one of the talk. */
export function visitHere(
  clause: Clause,
  at: number,
  mods: Modifiers,
  status: Sighting['status'] | 'none',
): Sighting[] {
  const visitors = people(clause, subjectOf(clause, at))
  const here = clause.row.slice(at + 1, at + 4).some(({ word }) => word === 'here')
  const where = placeInTalk(clause, visitors, here)
  if (status === 'none' || visitors.length === 0 || where.state === null) return []
  if (statesOf(clause.draft, visitors).includes(where.state)) return []
  return [sight(clause, at, mods.times, { kind: 'visit', rule: 'visit: is here', status, visitors, where })]
}

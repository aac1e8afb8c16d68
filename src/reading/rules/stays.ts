// Visits told by being there: "is due in Ellion on Monday", "was here", "the secretary, in Ellion earlier this week,".
import { subjectOf } from '../arguments.ts'
import { groupTo } from '../groups.ts'
import { statusOfVerb } from '../modality.ts'
import { type Modifiers, modifiersOf } from '../modifiers.ts'
import type { Part } from '../parts.ts'
import { isPlacePart } from '../places.ts'
import { type Clause, isPerson, type Rule, type Sighting, statesOf, unfold } from '../sighting.ts'
import { encounters } from './meeting.ts'
import { sight } from './sides.ts'
import { visitHere, visits } from './visiting.ts'

/** "spent three days in the city", "was in town": the place the talk is of. */
export const namesStage = ({ row }: Clause, at: number): boolean =>
  row
    .slice(at + 1, at + 9)
    .some(
      ({ kind, word }, i, near) =>
        kind === 'word' &&
        (word === 'town'
          ? near[i - 1]?.word === 'in'
          : /^(?:city|capital|country|kingdom|republic|town|island|islands)$/.test(word) &&
            near[i - 1]?.word === 'the' &&
            /^(?:in|to)$/.test(near[i - 2]?.word ?? '')),
    )

/** "is due in Ellion", "back in Ellion": an adjective where a verb might stand. */
export const isIn: Rule = (clause, at) => {
  const { row } = clause
  const verb = row[at]!.verb!
  if (verb.lemma !== 'be' || verb.passive) return []
  let next = at + 1
  while (
    row[next] &&
    (row[next]!.kind === 'adv' ||
      row[next]!.kind === 'time' ||
      (/^(?:due|expected|back|bound|in|already)$/.test(row[next]!.word) && row[next]!.kind === 'word'))
  )
    next++
  const due = row.slice(at, next).some((part) => part.word === 'due')
  const prep = row[next]
  const here =
    row.slice(at + 1, next + 1).some(({ word }) => /^(?:here|there)$/.test(word)) || namesStage(clause, at)
  if (here || row[next - 1]?.word === 'back')
    if (prep?.kind !== 'prep' || !isPlacePart(row[next + 1]))
      return visitHere(clause, at, modifiersOf(clause, at), statusOfVerb(clause, at))
  // "was in the Kenyan capital"
  const named = row[next + 1]?.kind === 'det' && isCapital(row, next + 2) ? next + 2 : next + 1
  if (prep?.kind !== 'prep' || !/^(?:in|to)$/.test(prep.word) || row[named]?.kind !== 'name') return []
  const place = row[named]!.mention!
  if (place.kind !== 'place' && place.kind !== 'state') return []
  const mods = modifiersOf(clause, at)
  const status = due ? 'announced' : statusOfVerb(clause, at)
  const places = mods.places.filter((found) => found.prep === 'in' || found.prep === 'to')
  const found = visits(clause, at, asStay(mods), subjectOf(clause, at), status, places, 'visit: is in')
  return [...found, ...meetsThere(clause, at, mods, found[0])]
}

const isCapital = (row: Part[], at: number): boolean =>
  row[at]?.mention?.kind === 'state' &&
  /^(?:capital|city|port|resort|town|island)$/.test(row[at + 1]?.word ?? '')

/** The legs and the time of a stay; in "was there last week, with A and then with B on Monday" Monday is B's. */
function asStay(mods: Modifiers): Modifiers {
  const company = mods.order.find(({ what, prep }) => what === 'people' && prep === 'with')?.part ?? Infinity
  const order = mods.order.filter(({ what, part }) => what !== 'people' && part < company)
  const times = order.flatMap(({ time }) => time ?? [])
  return { ...mods, order, times: times.length > 0 ? times : mods.times }
}

/** "was in Ellion last week, with the premier and then with the king": who is there to be met, of that place. */
function meetsThere(clause: Clause, at: number, mods: Modifiers, visit: Sighting | undefined): Sighting[] {
  if (!visit) return []
  const hosts = (mods.after.get('with') ?? []).filter(
    (index) => isPerson(clause.draft, index) && clause.draft.entities[index]!.state === visit.where.state,
  )
  return hosts.map((host) => ({
    ...sight(clause, at, mods.times.slice(-1), { kind: 'meeting', rule: 'meeting: is in, with' }),
    status: visit.status,
    parties: [...visit.visitors, host],
    where: visit.where,
  }))
}

/** "The envoy in the Emirates.", "the secretary, in Ellion earlier this week, did not": a person, "in", a place, and no verb between. */
export const standsIn: Rule = (clause, at) => {
  const { draft, row } = clause
  const place = row[row[at + 1]?.kind === 'det' ? at + 2 : at + 1]?.mention
  const before = row[at - 1]?.kind === 'comma' ? at - 2 : at - 1
  if (
    !place ||
    (place.kind !== 'place' && place.kind !== 'state') ||
    row[before]?.kind !== 'name' ||
    row[before]!.mention!.kind !== 'person'
  )
    return []
  const colon = row.findLastIndex(({ word }, i) => i < at && word === ':')
  const verbless = !row.slice(colon + 1).some((part) => part.verb !== null)
  const timed = row[at - 1]?.kind === 'comma' && row[at + 2]?.kind === 'time' && row[at + 3]?.kind === 'comma'
  if (!verbless && !timed) return []
  const mods = modifiersOf(clause, at - 1)
  const group = groupTo(draft, row, before)!.entities
  // "Tamm and Belkor in Ellion in May, in Sarvonia in June": two of different states, in a third, have met
  if (verbless && statesOf(draft, group).length > 1)
    return encounters(clause, at, mods, group, [], 'meeting', 'occurred', 'meeting: stand in')
  return visits(
    clause,
    at,
    mods,
    unfold(draft, row[before]!.mention!),
    'occurred',
    mods.places,
    'visit: stands in',
  )
}

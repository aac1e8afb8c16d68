// Visits: verbs of going and nouns of a journey. "flew to Ellion on Monday", "her visit to Ellion", "a trip by the premier".
import { subjectOf } from '../arguments.ts'
import { entityOf } from '../entities.ts'
import { statusOfVerb } from '../modality.ts'
import { type Modifiers, modifiersOf } from '../modifiers.ts'
import { placesAt } from '../places.ts'
import { type Clause, type Rule, type Sighting, statesOf, unfold, type Where } from '../sighting.ts'
import { carriedBy, governorOf, isFaint, ownerOf, people, placeInTalk, sight, statusOfNoun } from './sides.ts'

/** Verbs of going that mean a visit with these prepositions only. */
const destinationOf: Record<string, RegExp> = {
  lead: /^to$/,
  travel: /^(?:to|in)$/, fly: /^(?:to|into|in)$/, go: /^to$/, come: /^to$/, arrive: /^(?:in|at|on)$/, head: /^(?:to|for)$/, land: /^(?:in|at)$/, stop: /^(?:in|at)$/,
  bind: /^for$/, depart: /^(?:for|to)$/, leave: /^for$/, spend: /^(?:in|at)$/, due: /^(?:in|at)$/, expect: /^(?:in|at)$/, return: /^to$/, journey: /^to$/, stay: /^in$/,
  set: /^(?:in|on)$/, swing: /^(?:through|by)$/, embark: /^to$/, 'fly on': /^to$/, 'go on': /^to$/, 'move on': /^to$/, 'set off': /^(?:for|to)$/, 'set out': /^(?:for|to)$/,
  be: /^in$/, touch: /^in$/, 'touch down': /^in$/, 'drop in': /^(?:in|on)$/, sail: /^to$/, jet: /^(?:to|off)$/,
} // biome-ignore format: a table

/** "visited Ellion", "toured all three republics": the object is the place. */
export const goesThere: Rule = (clause, at) => {
  const mods = modifiersOf(clause, at)
  const verb = clause.row[at]!.verb!
  if (verb.passive) return []
  return visits(
    clause,
    at,
    mods,
    subjectOf(clause, at),
    statusOfVerb(clause, at),
    mods.places.filter(({ prep }) => prep === '' || prep === 'in' || prep === 'to'),
    'visit: goes there',
  )
}

/** "flew to Ellion", "is due in Ellion on Monday", "was in Ellion for talks". */
export const goes: Rule = (clause, at) => {
  const verb = clause.row[at]!.verb!
  if (verb.lemma === 'lead' && !clause.row.slice(at, at + 8).some((part) => part.word === 'delegation'))
    return []
  const wanted = destinationOf[verb.phrasal] ?? destinationOf[verb.lemma]
  if (!wanted || (verb.passive && verb.lemma !== 'expect' && verb.lemma !== 'bind' && verb.lemma !== 'set'))
    return []
  const mods = modifiersOf(clause, at)
  const places = mods.places.filter(({ prep }) => wanted.test(prep))
  const status = verb.lemma === 'expect' || verb.lemma === 'due' ? 'announced' : statusOfVerb(clause, at)
  const subjects = subjectOf(clause, at)
  if (places.length === 0 && comesToTalk.test(verb.phrasal) && !mods.after.has('to'))
    return visitsInTalk(clause, at, mods, subjects, status, `visit: ${verb.phrasal}, place from the talk`)
  return visits(clause, at, mods, subjects, status, places, `visit: ${verb.phrasal}`)
}

/** "since her predecessor came in 1978", "the envoy arrived on Monday": to where the talk is of. */
const comesToTalk = /^(?:come|arrive|fly in|follow|drop in)$/

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
  if (prep?.kind !== 'prep' || !/^(?:in|to)$/.test(prep.word) || row[next + 1]?.kind !== 'name') return []
  const place = row[next + 1]!.mention!
  if (place.kind !== 'place' && place.kind !== 'state') return []
  const mods = modifiersOf(clause, at)
  const status = due ? 'announced' : statusOfVerb(clause, at)
  return visits(
    clause,
    at,
    mods,
    subjectOf(clause, at),
    status,
    mods.places.filter((found) => found.prep === 'in' || found.prep === 'to'),
    'visit: is in',
  )
}

/** "his visit to Ellion", "the trip by the premier", "a visit from the envoy". */
export const journey: Rule = (clause, at) => {
  const { row } = clause
  const governor = governorOf(clause, at)
  const mods = modifiersOf(clause, at)
  const owner = ownerOf(clause, at)
  const by = ['by', 'of', 'from'].flatMap((prep) => people(clause, mods.after.get(prep) ?? []))
  const visitors = owner.length > 0 ? owner : by.length > 0 ? by : carriedBy(clause, governor)
  const places = mods.places.filter(
    ({ prep }) => prep === 'to' || prep === 'in' || prep === 'at' || (prep === 'of' && owner.length > 0),
  )
  const found = visits(
    clause,
    at,
    mods,
    visitors,
    statusOfNoun(clause, at, governor),
    places,
    `visit: ${row[at]!.word}`,
  )
  const definite =
    row
      .slice(Math.max(0, at - 3), at)
      .some((part) => part.kind === 'det' && /^(?:the|this|that)$/.test(part.word)) || owner.length > 0
  const faint = isFaint(clause, governor)
  for (const sighting of found) Object.assign(sighting, { definite, faint })
  return found
}

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

/** "Cavusoglu in the Emirates.", "the secretary, in Ellion earlier this week, did not": a person, "in", a place, and no verb between. */
export const standsIn: Rule = (clause, at) => {
  const { draft, row } = clause
  const place = row[at + 1]?.mention
  const before = row[at - 1]?.kind === 'comma' ? at - 2 : at - 1
  if (
    !place ||
    (place.kind !== 'place' && place.kind !== 'state') ||
    row[before]?.kind !== 'name' ||
    row[before]!.mention!.kind !== 'person'
  )
    return []
  const verbless = !row.some((part) => part.verb !== null)
  const timed = row[at - 1]?.kind === 'comma' && row[at + 2]?.kind === 'time' && row[at + 3]?.kind === 'comma'
  if (!verbless && !timed) return []
  const mods = modifiersOf(clause, at - 1)
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

/** A visit whose place is the one talked of last. Persons only: "the crown prince came in person". */
function visitsInTalk(
  clause: Clause,
  at: number,
  mods: Modifiers,
  subjects: number[],
  status: Sighting['status'] | 'none',
  rule: string,
): Sighting[] {
  const visitors = people(clause, subjects).filter((index) => clause.draft.entities[index]!.name !== null)
  const where = placeInTalk(clause, visitors)
  const home = statesOf(clause.draft, visitors)
  if (status === 'none' || visitors.length === 0 || where.state === null || home.includes(where.state))
    return []
  return [sight(clause, at, mods.times, { kind: 'visit', rule, status, visitors, where })]
}

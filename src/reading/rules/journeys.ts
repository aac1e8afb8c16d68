// Visits: verbs of going and nouns of a journey. "flew to Ellion on Monday", "her visit to Ellion", "a trip by the premier".
import { subjectOf } from '../arguments.ts'
import { groupFrom } from '../groups.ts'
import { statusOfVerb } from '../modality.ts'
import { type Modifiers, modifiersOf } from '../modifiers.ts'
import type { Part, VerbGroup } from '../parts.ts'
import { type Clause, isPerson, type Rule } from '../sighting.ts'
import { destinationOf, into, motion } from './destinations.ts'
import { apposedTo, frontedSubject, purposeOf } from './fronted.ts'
import { carriedBy, governorOf, isFaint, ownerOf, people, statusOfNoun } from './sides.ts'
import { departsInMind } from './standing.ts'
import { namesStage } from './stays.ts'
import { visits, visitsInTalk } from './visiting.ts'

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
    // "reached a settlement in Ellion"
    mods.places.filter(({ prep }) => prep === '' || (verb.lemma !== 'reach' && /^(?:in|to)$/.test(prep))),
    'visit: goes there',
  )
}

/** "led ten ministers to Ellion": who goes with the one who leads. */
const entourage =
  /^(?:delegation|mission|team|party|group|ministers|officials|executives|entourage|businessmen|lawmakers)$/

/** "flew to Ellion", "is due in Ellion on Monday", "was in Ellion for talks". */
export const goes: Rule = (clause, at) => {
  const verb = clause.row[at]!.verb!
  if (verb.lemma === 'lead' && !clause.row.slice(at, at + 8).some((part) => entourage.test(part.word)))
    return []
  const wanted =
    destinationOf[verb.phrasal] ?? (motion.has(verb.phrasal) ? into : (destinationOf[verb.lemma] ?? null))
  if (!wanted || (verb.passive && verb.lemma !== 'expect' && verb.lemma !== 'bind' && verb.lemma !== 'set'))
    return []
  if (
    verb.lemma === 'make' &&
    !ofTrip(clause, at) &&
    !clause.row.slice(at + 1, at + 3).some(({ word }) => /^(?:way|it)$/.test(word))
  )
    return []
  const mods = modifiersOf(clause, at)
  const places = mods.places.filter(({ prep }) => wanted.test(prep))
  const status = verb.lemma === 'expect' || verb.lemma === 'due' ? 'announced' : statusOfVerb(clause, at)
  const subjects = inverted(clause, at) ?? subjectOf(clause, at)
  if (isNoJourney(verb, mods) || departsInMind(clause, at)) return []
  if (withThing.test(verb.lemma) && isThing(clause.row, at + 1)) return []
  // "lands on Monday on her first visit to Ellion" is told by the noun
  const named = mods.nouns.some(({ part }) => clause.row[part]!.trigger!.frame === 'journey')
  const there =
    clause.row.slice(at + 1, at + 4).some(({ word }) => /^(?:here|there)$/.test(word)) ||
    namesStage(clause, at) ||
    (verb.lemma === 'expect' && verb.passive && mods.times.length > 0 && mods.nouns.length === 0)
  // "came to the throne in 2005", "came to power": nowhere
  const leadsOn = clause.row.slice(at + 1, at + 3).some(({ kind, word }) => kind === 'prep' && word === 'to')
  if (
    places.length === 0 &&
    !named &&
    !leadsOn &&
    (there || comesToTalk.test(verb.phrasal)) &&
    !mods.after.has('to')
  )
    return visitsInTalk(clause, at, mods, subjects, status, `visit: ${verb.phrasal}, place from the talk`)
  return visits(clause, at, mods, subjects, status, places, `visit: ${verb.phrasal}`)
}

/** "returned the papers to Ellion", "a plan that ends the war in Ellion": a thing goes or ends, not who does it. */
const isThing = (row: Part[], at: number): boolean =>
  row[at]?.kind === 'word' || (row[at]?.kind === 'det' && row[at + 1]?.kind === 'word')
const withThing = /^(?:return|begin|start|end|finish|conclude)$/

/** "the trip that the envoy made to Ellion": the journey stands before its verb. */
const ofTrip = ({ row }: Clause, at: number): boolean => {
  const that = row.findLastIndex(({ kind }, i) => i < at && (kind === 'that' || kind === 'who'))
  return that > 0 && row[that - 1]!.trigger?.frame === 'journey'
}

/** "Two weeks after him came the envoy": the one who comes stands behind the verb; null when nobody does. */
function inverted({ draft, row }: Clause, at: number): number[] | null {
  const verb = row[at]!.verb!
  const opens =
    row[at - 1]?.kind !== 'name' || row.slice(0, at).some(({ word }) => /^(?:after|before)$/.test(word))
  if (!/^(?:come|arrive)$/.test(verb.lemma) || !opens || row[at + 1]?.mention?.kind !== 'person') return null
  return groupFrom(draft, row, at + 1)?.entities ?? null
}

/** "followed a call", "following talks", "began the meeting in Ellion": verbs that tell a journey only by themselves. */
function isNoJourney(verb: VerbGroup, mods: Modifiers): boolean {
  const carries = mods.object.length > 0 || mods.nouns.some(({ prep }) => prep === '')
  if (/^(?:begin|start|end|finish|conclude)$/.test(verb.lemma)) return carries
  // "spent two hours with the envoy in Ellion"
  if (verb.lemma === 'spend') return mods.after.has('with')
  if (/^(?:follow|call)$/.test(verb.lemma))
    return carries || verb.tense === 'ing' || mods.after.has('on') || mods.times.length === 0
  return false
}

/** "since her predecessor came in 1978", "the envoy arrived on Monday": to where the talk is of. */
const comesToTalk =
  /^(?:come|arrive|fly in|follow|drop in|call|land|touch down|turn up|show up|drive|come over|come down|come up|come back|stop by|stop over|pass through)$/

/** "his visit to Ellion", "the trip by the premier", "a visit from the envoy". */
export const journey: Rule = (clause, at) => {
  const { row } = clause
  const governor = governorOf(clause, at)
  const mods = modifiersOf(clause, at)
  const owner = ownerOf(clause, at)
  const by = people(clause, travellersAfter(mods, at))
  const visitors =
    [
      owner,
      by,
      carriedBy(clause, governor),
      apposedTo(clause, at),
      frontedSubject(clause, at),
      followed(clause, at),
      people(clause, purposeOf(clause, at)),
    ].find((side) => side.length > 0) ?? []
  const places = mods.places.filter(
    ({ prep }) =>
      /^(?:to|in|at|through|across)$/.test(prep) ||
      (prep === 'of' && (owner.length > 0 || row[at]!.word === 'tour')),
  )
  const status = statusOfNoun(clause, at, governor)
  // "was due in Ellion on Friday but has called off the trip"
  const off = status === 'cancelled' || status === 'postponed'
  if (places.length === 0 && off && governor && !/^(?:ing|infinitive)$/.test(row[governor.part]!.verb!.tense))
    return visitsInTalk(clause, at, mods, visitors, status, `visit: ${row[at]!.word} called off`)
  // "paid a state visit from the 9th to the 11th": to where the talk is of
  if (places.length === 0 && owner.length === 0 && isVisitAsSuch(clause, at, mods))
    return visitsInTalk(clause, at, mods, visitors, status, `visit: ${row[at]!.word}, place from the talk`)
  const found = visits(clause, at, mods, visitors, status, places, `visit: ${row[at]!.word}`)
  const definite =
    row
      .slice(Math.max(0, at - 3), at)
      .some((part) => part.kind === 'det' && /^(?:the|this|that)$/.test(part.word)) || owner.length > 0
  const faint = isFaint(clause, governor)
  for (const sighting of found) Object.assign(sighting, { definite, faint })
  return found
}

/** "a state visit on the 9th", "left on Monday after a two-day visit": no word where to, but what kind of visit or when. */
const isVisitAsSuch = ({ row, times }: Clause, at: number, mods: Modifiers): boolean =>
  // "made the journey in May"
  (row[at - 1]?.word === 'the' && /^(?:make|undertake)$/.test(row[at - 2]?.verb?.lemma ?? '')) ||
  (row[at - 1]?.word === 'state' && mods.times.length > 0) ||
  times.some(
    (time) => time.kind === 'duration' && time.last > row[at]!.first - 3 && time.last <= row[at]!.first,
  )

/** "a visit by the premier", "the arrival of the envoy" — not "a visit at the invitation of the king". */
const travellersAfter = (mods: Modifiers, at: number): number[] =>
  mods.order
    .filter(
      ({ what, prep, part }) =>
        what === 'people' && (prep === 'by' || (/^(?:of|from)$/.test(prep) && part <= at + 3)),
    )
    .flatMap(({ entities }) => entities)

/** "Her visit to Ellion was followed by a trip to Sarvonia": the traveller is the one of the noun before. */
function followed(clause: Clause, at: number): number[] {
  const { row } = clause
  const verb = row.slice(0, at).findLastIndex((part) => part.verb !== null)
  if (row[verb]?.verb?.lemma !== 'follow' && row[verb]?.verb?.lemma !== 'precede') return []
  const noun = row.slice(0, verb).findLastIndex((part) => part.trigger?.frame === 'journey')
  return noun < 0 ? [] : ownerOf(clause, noun)
}

/** "sent her deputy to Ellion", "accompanied the premier to Ellion": who is sent or gone with travels too. */
export const sendsThere: Rule = (clause, at) => {
  const { draft, row } = clause
  const mods = modifiersOf(clause, at)
  const joins = row[at]!.verb!.lemma === 'accompany'
  const { passive } = row[at]!.verb!
  const sent = passive ? subjectOf(clause, at) : [...(joins ? subjectOf(clause, at) : []), ...mods.object]
  const travellers = sent.filter((index) => isPerson(draft, index))
  const places = mods.places.filter(({ prep }) => prep === 'to' || (joins && prep === 'in'))
  if ((passive && joins) || mods.nouns.some(({ prep }) => prep === '')) return []
  return visits(
    clause,
    at,
    mods,
    travellers,
    statusOfVerb(clause, at),
    places,
    `visit: ${row[at]!.verb!.lemma}`,
  )
}

// Visits told without a verb of going: "her first trip was to Ellion", "chose Ellion for his first trip", "since Oru Tamm in 1996".
import { previousVerb, subjectOf } from '../arguments.ts'
import { statusOfVerb } from '../modality.ts'
import { type Modifiers, modifiersOf } from '../modifiers.ts'
import { type Part, part } from '../parts.ts'
import { isPlacePart } from '../places.ts'
import { type Clause, type Rule, type Sighting, statesOf, unfold } from '../sighting.ts'
import { lastTravellers } from './fronted.ts'
import { ownerOf, people, placeToldBefore, sight } from './sides.ts'
import { visits } from './visiting.ts'

const isFirst = /^(?:first|second|third|last|latest|next|final|initial|maiden|inaugural)$/

/** "Her first foreign trip was to Ellion", "his next stop is Sarvonia": the verb is "be", the place stands behind it. */
export const tripIsTo: Rule = (clause, at) => {
  const { row } = clause
  const noun = row.slice(0, at).findLastIndex((part) => part.trigger?.frame === 'journey')
  if (noun < 0 || row.slice(noun + 1, at).some((part) => part.verb || part.kind === 'stop')) return []
  const place = row[at + 1]?.kind === 'prep' && row[at + 1]!.word === 'to' ? at + 2 : at + 1
  const told =
    place === at + 2 || row.slice(Math.max(0, noun - 4), noun).some((part) => isFirst.test(part.word))
  if (!told || !isPlacePart(row[place])) return []
  const mods = modifiersOf(clause, at)
  const between = modifiersOf(clause, noun).times
  const visitors = people(clause, ownerOf(clause, noun))
  return visits(
    clause,
    noun,
    { ...mods, times: [...mods.times, ...between] },
    visitors,
    statusOfVerb(clause, at),
    mods.places,
    'visit: trip is to',
  )
}

/** "The last premier to visit Ellion was Oru Tamm, in 2011": who went is told behind "was". */
export const lastToGo: Rule = (clause, at) => {
  const { draft, row } = clause
  const went = previousVerb(clause, at)
  const name = row.findIndex(({ kind }, i) => i > at && kind !== 'adv' && kind !== 'time' && kind !== 'prep')
  if (went < 1 || row[went]!.verb!.tense !== 'infinitive' || row[name]?.mention?.kind !== 'person') return []
  if (
    !row
      .slice(0, went)
      .some(
        ({ word, mention, first, last }) =>
          isFirst.test(word) ||
          (mention && draft.analysis.tokens.slice(first, last).some(({ text }) => isFirst.test(text))),
      )
  )
    return []
  if (!going.test(row[went]!.verb!.lemma) && row[went]!.verb!.lemma !== 'visit') return []
  const mods = modifiersOf(clause, went)
  const own = modifiersOf(clause, at).times
  const visitors = unfold(draft, row[name]!.mention!)
  return visits(
    clause,
    went,
    { ...mods, times: own.length > 0 ? own : [] },
    visitors,
    statusOfVerb(clause, at),
    mods.places,
    'visit: last to go',
  )
}

/** "chose Ellion for her first trip abroad": the object is where the trip goes. */
export const chooses: Rule = (clause, at) => {
  const mods = modifiersOf(clause, at)
  const trip = mods.nouns.find(
    ({ prep, part }) => /^(?:for|as)$/.test(prep) && clause.row[part]!.trigger!.frame === 'journey',
  )
  const places = mods.places.filter(({ prep }) => prep === '')
  if (!trip || places.length === 0) return []
  const times = mods.times.length > 0 ? mods.times : modifiersOf(clause, trip.part).times
  return visits(
    clause,
    at,
    { ...mods, times },
    people(clause, subjectOf(clause, at)),
    statusOfVerb(clause, at),
    places,
    'visit: chooses',
  )
}

/** "a tour that includes Ellion and Sarvonia", "whose trip covered three capitals: …": the verb's subject is the journey. */
export const includes: Rule = (clause, at) => {
  const { row } = clause
  const noun = row.slice(0, at).findLastIndex((part) => part.trigger?.frame === 'journey')
  if (noun < 0 || row.slice(noun + 1, at).some((part) => part.verb || part.kind === 'stop')) return []
  const mods = modifiersOf(clause, at)
  const places = mods.places.filter(({ prep }) => prep === '' || prep === 'in' || prep === 'to')
  const travellers = travellersOf(clause, noun)
  return visits(
    clause,
    at,
    mods,
    travellers,
    statusOfVerb(clause, previousFinite(clause, at)),
    places,
    'visit: includes',
  )
}

/** The verb before, where this one only tells of what it governs; else itself. */
const previousFinite = (clause: Clause, at: number): number => {
  const before = previousVerb(clause, at)
  return before >= 0 && !/^(?:say|tell|announce)$/.test(clause.row[before]!.verb!.lemma) ? before : at
}

/** Whose journey: its owner, who governs it, or who travelled in the telling before. */
function travellersOf(clause: Clause, noun: number): number[] {
  const owner = people(clause, ownerOf(clause, noun))
  if (owner.length > 0) return owner
  const verb = previousVerb(clause, noun)
  const subjects = verb >= 0 ? people(clause, subjectOf(clause, verb)) : []
  return subjects.length > 0 ? subjects : people(clause, lastTravellers(clause))
}

const going = /^(?:come|go|visit|travel|call|be|set|arrive|fly|tour|host|receive|welcome|make|pay|stop|land)$/

/** "No premier had come to Ellion since Oru Tamm in 1996": who did, where nobody else has. */
export const sincePerson: Rule = (clause, at) => {
  const { draft, row } = clause
  const person = row[at + 1]
  if (person?.mention?.kind !== 'person' || person.kind !== 'name') return []
  const time = row[at + 2]?.kind === 'prep' ? at + 3 : at + 2
  if (row[time]?.kind !== 'time') return []
  const verb = previousVerb(clause, at)
  const journey = row.slice(0, at).some((part) => part.trigger?.frame === 'journey')
  if (!journey && (verb < 0 || !going.test(row[verb]!.verb!.lemma))) return []
  const visitors = unfold(draft, person.mention)
  const where = placeToldBefore(clause, at, visitors)
  if (where.state === null || statesOf(draft, visitors).includes(where.state)) return []
  return [
    {
      ...sight(clause, at, [row[time]!.time!], { kind: 'visit', rule: 'visit: since', visitors, where }),
      status: 'occurred',
    },
  ]
}

/** "She visited Ellion in March, and her deputy Sarvonia in April": a traveller, a place and a time, and no verb again. */
export const gapped: Rule = (clause, at) => {
  const { draft, row } = clause
  let name = at + 1
  while (row[name]?.kind === 'det' || row[name]?.kind === 'and') name++
  if (row[name]?.mention?.kind !== 'person' || row[name]!.kind !== 'name') return []
  let next = name + 1
  // "her deputy, Oru Tamm, Sarvonia in April"
  if (row[next]?.kind === 'comma' && row[next + 1]?.mention?.kind === 'person') next += 2
  if (isTimed(row, next)) return alsoCame(clause, name, next)
  if (row[next]?.kind === 'comma') next++
  const place = row[next]?.kind === 'prep' && /^(?:in|to)$/.test(row[next]!.word) ? next + 1 : next
  if (!isPlacePart(row[place])) return []
  const verb = previousVerb(clause, at)
  if (verb < 0 || !going.test(row[verb]!.verb!.lemma)) return []
  const mods = modifiersOf(clause, next - 1)
  if (mods.times.length === 0 || row[mods.end]?.verb) return []
  const visitors = unfold(draft, row[name]!.mention!)
  return visits(clause, next - 1, mods, visitors, statusOfVerb(clause, verb), mods.places, 'visit: gapped')
}

/** A time, and nothing behind it that the name could be the subject of. */
function isTimed(row: Part[], at: number): boolean {
  const time = row[at]?.kind === 'prep' || row[at]?.kind === 'comma' ? at + 1 : at
  const end = row[time]?.kind === 'prep' ? time + 1 : time
  return row[end]?.kind === 'time' && /^(?:comma|and|stop)$/.test(row[end + 1]?.kind ?? 'stop')
}

/** "The premier came on Monday, the envoy on Tuesday": where the one before went. */
function alsoCame(clause: Clause, name: number, next: number): Sighting[] {
  const { draft, row, sentence } = clause
  const before = clause.earlier.at(-1)
  const time = row.slice(next, next + 3).find((part) => part.time)?.time
  const visitors = unfold(draft, row[name]!.mention!)
  if (before?.kind !== 'visit' || before.sentence !== sentence.index || !time) return []
  if (before.where.state === null || statesOf(draft, visitors).includes(before.where.state)) return []
  const { status, where } = before
  return [sight(clause, name, [time], { kind: 'visit', rule: 'visit: came too', status, visitors, where })]
}

/** "Ellion in March, Sarvonia in May: the premier has been busy": a list of places and times, and whose it is behind the colon. */
export const listedFirst: Rule = (clause, at) => {
  const { row } = clause
  if (row[at]!.word !== ':' || !isPlacePart(row[0]) || row.slice(0, at).some(({ verb }) => verb)) return []
  const verb = row.findIndex((part, i) => i > at && part.verb !== null)
  const visitors = verb < 0 ? [] : people(clause, subjectOf(clause, verb))
  if (visitors.length === 0) return []
  const start = part('prep', row[0]!.first, row[0]!.first, 'to')
  const list = { ...clause, row: [start, ...row.slice(0, at)] }
  const mods = modifiersOf(list, 0)
  if (!isItinerary(mods)) return []
  return visits(list, 0, mods, visitors, statusOfVerb(clause, verb), mods.places, 'visit: listed first')
}

/** Two places at least, each with its time. */
const isItinerary = ({ order }: Modifiers): boolean =>
  order.filter(({ what }) => what === 'place').length > 1 &&
  order.filter(({ what }) => what === 'time').length > 1

/** "She kept to the custom in January: Ellion, Sarvonia and Marovia", "has been to each capital once: Ellion in 2029": places behind a colon. */
export const listed: Rule = (clause, at) => {
  const { row } = clause
  if (!isPlacePart(row[at + 1]) || row.slice(at + 1).some((part) => part.verb)) return []
  const verb = previousVerb(clause, at)
  const told = row.slice(0, at)
  const journeys = told.some(
    (part) =>
      part.trigger?.frame === 'journey' ||
      /^(?:capitals?|countries|stops|legs|destinations)$/.test(part.word),
  )
  const mods = modifiersOf(clause, at)
  const goes = verb >= 0 && going.test(row[verb]!.verb!.lemma) && row[verb]!.verb!.lemma !== 'be'
  if (verb < 0 || !(journeys || goes || isItinerary(mods))) return []
  const frame = modifiersOf(clause, verb).times.filter((time) => time.first < row[at]!.first)
  const times = mods.times.length > 0 ? mods.times : frame
  const places = mods.places.filter(({ prep }) => /^(?:in|to)?$/.test(prep))
  return visits(
    clause,
    at,
    { ...mods, times },
    people(clause, subjectOf(clause, verb)),
    statusOfVerb(clause, verb),
    places,
    'visit: listed',
  )
}

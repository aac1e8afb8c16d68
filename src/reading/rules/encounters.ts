// Verbs of meeting, receiving and calling.
import { antecedent, subjectOf } from '../arguments.ts'
import { groupFrom } from '../groups.ts'
import { statusOfVerb } from '../modality.ts'
import { type Modifiers, modifiersOf } from '../modifiers.ts'
import type { Part } from '../parts.ts'
import type { ExchangeKind } from '../reading.ts'
import { type Clause, isPerson, type Rule, type Sighting, statesOf } from '../sighting.ts'
import { frontedSubject, lastTravellers, toldBefore } from './fronted.ts'
import { byPhone, clauseText, encounters } from './meeting.ts'
import { urges } from './standing.ts'

/** "met the premier", "sat down with his counterpart", "spoke with the minister". */
export const meets: Rule = (clause, at) => {
  const { row } = clause
  const verb = row[at]!.verb!
  const mods = modifiersOf(clause, at)
  const status = statusOfVerb(clause, at)
  if (status === 'none' || (verb.phrasal === 'call on' && urges(clause, at))) return []
  if (verb.passive) return isRegarded(row, at) ? [] : passiveMeeting(clause, at, mods, status)
  const speaks = /^(?:speak|talk|confer|converse|consult|exchange view)$/.test(verb.lemma)
  const needsWith = speaks || /^(?:sit|dine|lunch|breakfast|negotiate|huddle|consult|shake)$/.test(verb.lemma)
  const front = frontedSubject(clause, at)
  const subject = front.length > 0 ? front : subjectOf(clause, at)
  const envoys = row[at - 1]?.word === 'delegation' ? lastTravellers(clause) : []
  const first = envoys.length > 0 && (subject.length === 0 || isTheirs(row, at)) ? envoys : subject
  const withOthers = [
    ...withAtOnce(clause, at, mods),
    ...withInFront(clause, at),
    ...(speaks ? (mods.after.get('to') ?? []) : []),
    ...(verb.phrasal === 'call on' ? (mods.after.get('on') ?? []) : []),
  ]
  let others = needsWith ? withOthers : [...mods.object, ...withOthers]
  if (others.length === 0 && !needsWith) others = objectInFront(clause, at)
  if (isObjectPronoun(row[at + 1]) && others.every((index) => first.includes(index)))
    others = toldBefore(clause, first)
  if (isEachOther(row, at))
    return encounters(clause, at, mods, first, [], 'meeting', status, 'meeting: each other')
  if (verb.lemma === 'see' && !others.some((index) => isPerson(clause.draft, index))) return []
  const unnamed = mods.unnamed.some((prep) => prep === 'with' || (prep === '' && !needsWith))
  if (needsWith && others.length === 0 && first.length < 2 && !unnamed) return []
  // "the two spoke in Ellion" is no call
  const placed = mods.places.some(
    ({ prep, part }) => /^(?:in|at)$/.test(prep) && row[part]!.mention!.kind === 'place',
  )
  const kind: ExchangeKind =
    speaks &&
    (byPhone.test(clauseText(clause)) ||
      (!placed &&
        (isReadoutCall(clause) ||
          isPhoneTalk(clause) ||
          (/^(?:speak|talk)$/.test(verb.lemma) && isAfar(clause, [...first, ...others])))))
      ? 'call'
      : 'meeting'
  return encounters(clause, at, mods, first, others, kind, status, `${kind}: ${verb.phrasal}`)
}

/** "The delegation met": no other name before the verb tells whose it is. */
const isTheirs = (row: Part[], at: number): boolean =>
  row[at - 2]?.word === 'the' && !row.slice(0, at).some(({ kind }) => kind === 'name')

/** "The two last saw each other in Ellion": the subject is both sides. */
const isEachOther = (row: Part[], at: number): boolean =>
  (row[at + 1]?.word === 'each' && row[at + 2]?.word === 'other') ||
  (row[at + 1]?.word === 'one' && row[at + 2]?.word === 'another')

/** "the premier, whom she saw in Ellion": the object stands before "whom". */
function objectInFront(clause: Clause, at: number): number[] {
  const whom = clause.row.findLastIndex(({ word }, i) => i < at && word === 'whom')
  if (whom < 0 || clause.row.slice(whom, at).some((part) => part.verb)) return []
  return antecedent(clause, whom)
}

const isObjectPronoun = (part: Part | undefined): boolean =>
  part?.kind === 'name' && part.mention!.kind === 'pronoun' && /^(?:him|her|them)$/.test(part.word)

/** Those after "with", unless a noun between takes them: "spoke to reporters after talks with the premier". */
function withAtOnce({ row }: Clause, at: number, mods: Modifiers): number[] {
  const noun = mods.nouns.find(({ part }) => /^(?:encounter|phone)$/.test(row[part]!.trigger!.frame))
  const before = row.findIndex((part, i) => i > at && part.word === 'with')
  return noun && noun.part < before ? [] : (mods.after.get('with') ?? [])
}

/** "With the premier, by contrast, she has spoken just once": the counterpart opens the sentence. */
function withInFront({ draft, row }: Clause, at: number): number[] {
  if (row[0]?.word !== 'with' || row[1]?.kind !== 'name' || row.slice(1, at).some((part) => part.verb))
    return []
  return groupFrom(draft, row, 1)!.entities.filter((index) => isPerson(draft, index))
}

/** "is seen by Ellion as the rightful leader": in its eyes, not in person. */
const isRegarded = (row: Part[], at: number): boolean =>
  row[at]!.verb!.lemma === 'see' && row.slice(at + 1, at + 12).some(({ word }) => word === 'as')

/** "was received by the king", "were joined by". */
function passiveMeeting(clause: Clause, at: number, mods: Modifiers, status: Sighting['status']): Sighting[] {
  return encounters(
    clause,
    at,
    mods,
    subjectOf(clause, at),
    mods.after.get('by') ?? [],
    'meeting',
    status,
    'meeting: passive',
  )
}

/** "received the envoy", "hosted the premier for dinner", "welcomed her to Ellion". */
export const receives: Rule = (clause, at) => {
  const { draft, row } = clause
  const verb = row[at]!.verb!
  const mods = modifiersOf(clause, at)
  const status = statusOfVerb(clause, at)
  if (status === 'none') return []
  const hosts = verb.passive ? (mods.after.get('by') ?? []) : subjectOf(clause, at)
  const guests = verb.passive ? subjectOf(clause, at) : guestsAt(clause, at, mods, hosts)
  if (!guests.some((index) => isPerson(draft, index) || isDelegation(clause, index))) return []
  const visit =
    mods.nouns.some(
      ({ prep, part }) =>
        (prep === 'for' || prep === 'on' || (prep === '' && verb.lemma === 'host')) &&
        part - at < 12 &&
        row[part]!.trigger?.frame === 'journey',
    ) ||
    (/^(?:welcome|greet)$/.test(verb.lemma) && mods.places.length > 0)
  // "was received by the king and by the premier": two meetings
  const [first, others] = verb.passive ? [guests, hosts] : [hosts, guests]
  const found = encounters(
    clause,
    at,
    mods,
    first,
    others,
    visit ? 'visit' : 'meeting',
    status,
    `${visit ? 'visit' : 'meeting'}: ${verb.lemma}`,
  )
  for (const sighting of found) asReception(clause, sighting, hosts, guests)
  return found
}

/** "hosted a Kenyan delegation" */
const isDelegation = ({ draft }: Clause, index: number): boolean =>
  draft.entities[index]!.kind === 'organization' && draft.entities[index]!.state !== null

function guestsAt(clause: Clause, at: number, mods: Modifiers, hosts: number[]): number[] {
  const itself = mods.object.every((index) => hosts.includes(index))
  return isObjectPronoun(clause.row[at + 1]) && itself ? toldBefore(clause, hosts) : mods.object
}

function asReception(clause: Clause, sighting: Sighting, hosts: number[], guests: number[]): void {
  sighting.visitors = guests.filter((guest) => sighting.parties.includes(guest))
  sighting.hosts = hosts.filter((host) => sighting.parties.includes(host))
  const state = sighting.where.state ?? statesOf(clause.draft, sighting.hosts)[0] ?? null
  sighting.parties = []
  if (sighting.where.state === null) sighting.where = { ...sighting.where, state }
  // "was received by the king in Ellion": who receives there is of there, whatever else is known of him
  if (state !== null && statesOf(clause.draft, sighting.hosts).length === 0) sighting.states = [state]
}

/** "phoned the premier", "called the president". */
export const calls: Rule = (clause, at) => {
  const verb = clause.row[at]!.verb!
  if (verb.phrasal === 'call off' || (clause.row[at + 1]?.word === 'on' && urges(clause, at))) return []
  const mods = modifiersOf(clause, at)
  const status = statusOfVerb(clause, at)
  const hosts = mods.after.get('on') ?? []
  // "called the next day on the premier"
  if (status !== 'none' && mods.object.length === 0 && hosts.some((index) => isNamed(clause, index)))
    return encounters(clause, at, mods, subjectOf(clause, at), hosts, 'meeting', status, 'meeting: call on')
  const next = clause.row[at + 1]
  const called =
    next?.kind === 'name' && next.mention!.kind !== 'state' && next.mention!.kind !== 'organization'
  if (verb.lemma === 'call' && !called) return []
  const after = clause.row[mods.end]
  if (
    status === 'none' ||
    !mods.object.some((index) => isPerson(clause.draft, index)) ||
    (verb.lemma === 'call' && (after?.kind === 'word' || after?.kind === 'quote'))
  )
    return []
  return encounters(
    clause,
    at,
    mods,
    subjectOf(clause, at),
    mods.object,
    'call',
    status,
    `call: ${verb.lemma}`,
  )
}

const isNamed = ({ draft }: Clause, index: number): boolean =>
  isPerson(draft, index) && draft.entities[index]!.name !== null

/** "spoke today with", in a readout whose title says "Call with". */
function isReadoutCall(clause: Clause): boolean {
  const { text } = clause.draft.analysis
  return (
    clause.sentence.index < 6 &&
    !/\b(?:meetings?|meets?|met)\b/i.test(text.slice(0, text.indexOf('\n') + 1 || 120))
  )
}

/** "He spoke to the premier twice in May": where no stay of one with the other is told nearby, leaders of two states speak from afar. */
function isAfar(clause: Clause, sides: number[]): boolean {
  const { draft, earlier, sentence } = clause
  const states = statesOf(draft, sides)
  const text = clauseText(clause)
  if (
    states.length < 2 ||
    /\b(?:in person|face to face|privately|sidelines|margins|at (?:the|a|an)|minutes|hours?|alone)\b/i.test(
      text,
    )
  )
    return false
  return !earlier.some(
    (one) =>
      sentence.index - one.sentence <= 3 &&
      ((one.kind === 'visit' && one.visitors.some((index) => sides.includes(index))) ||
        (one.kind !== 'visit' &&
          one.kind !== 'call' &&
          [...one.parties, ...one.hosts, ...one.visitors].some((index) => sides.includes(index)))),
  )
}

/** "spoke to the premier" in a paragraph about telephone calls. */
function isPhoneTalk(clause: Clause): boolean {
  const paragraph = clause.draft.analysis.paragraphs[clause.sentence.paragraph]!
  const text = clause.draft.analysis.text.slice(
    Math.max(paragraph.start, clause.sentence.start - 300),
    clause.sentence.end,
  )
  return /\b(?:tele)?phone\b/i.test(text) && !/\b(?:in person|face to face)\b/i.test(text)
}

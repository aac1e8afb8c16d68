// Meetings, talks and calls: verbs of meeting, receiving and calling, and the nouns for them.
import { subjectOf } from '../arguments.ts'
import { groupFrom } from '../groups.ts'
import { legsOf } from '../legs.ts'
import { statusOfVerb } from '../modality.ts'
import { type Modifiers, modifiersOf } from '../modifiers.ts'
import type { Part } from '../parts.ts'
import { placeBefore, placesAt } from '../places.ts'
import type { ExchangeKind } from '../reading.ts'
import { type Clause, isPerson, nowhere, type Rule, type Sighting, statesOf } from '../sighting.ts'
import { namedFirst, sideWithHost } from '../unnamed.ts'
import {
  addresseeOf,
  apposedTo,
  frontedSubject,
  guestsOf,
  lastTravellers,
  purposeOf,
  toldBefore,
} from './fronted.ts'
import {
  carriedBy,
  type Governor,
  governorOf,
  ownerOf,
  placeInTalk,
  sight,
  statesBefore,
  statusOfNoun,
} from './sides.ts'

const byPhone =
  /\b(?:by (?:tele)?phone|by telephone|on the (?:tele)?phone|over the (?:tele)?phone|via (?:video|telephone)|by video(?: ?link)?|telephonically)\b/i
const virtually =
  /\b(?:virtual(?:ly)?|via video ?(?:conference|link)?|by video ?(?:conference|link)?|online|video ?(?:conference|link|summit))\b/i

/** "met the premier", "sat down with his counterpart", "spoke with the minister". */
export const meets: Rule = (clause, at) => {
  const { row } = clause
  const verb = row[at]!.verb!
  const mods = modifiersOf(clause, at)
  const status = statusOfVerb(clause, at)
  if (status === 'none') return []
  if (verb.passive) return passiveMeeting(clause, at, mods, status)
  const speaks = /^(?:speak|talk|confer|converse|consult|exchange view)$/.test(verb.lemma)
  const needsWith = speaks || /^(?:sit|dine|lunch|breakfast|negotiate|huddle|consult|shake)$/.test(verb.lemma)
  const front = frontedSubject(clause, at)
  const subject = front.length > 0 ? front : subjectOf(clause, at)
  const first = subject.length > 0 || row[at - 1]?.word !== 'delegation' ? subject : lastTravellers(clause)
  const withOthers = [
    ...withAtOnce(clause, at, mods),
    ...withInFront(clause, at),
    ...(speaks ? (mods.after.get('to') ?? []) : []),
    ...(verb.phrasal === 'call on' ? (mods.after.get('on') ?? []) : []),
  ]
  let others = needsWith ? withOthers : [...mods.object, ...withOthers]
  if (isObjectPronoun(row[at + 1]) && others.every((index) => first.includes(index)))
    others = toldBefore(clause, first)
  if (verb.lemma === 'see' && !others.some((index) => isPerson(clause.draft, index))) return []
  const unnamed = mods.unnamed.some((prep) => prep === 'with' || (prep === '' && !needsWith))
  if (needsWith && others.length === 0 && first.length < 2 && !unnamed) return []
  const kind: ExchangeKind =
    speaks && (byPhone.test(clauseText(clause)) || isReadoutCall(clause) || isPhoneTalk(clause))
      ? 'call'
      : 'meeting'
  return encounters(clause, at, mods, first, others, kind, status, `${kind}: ${verb.phrasal}`)
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

/** "was received by the king", "were joined by". */
function passiveMeeting(clause: Clause, at: number, mods: Modifiers, status: Sighting['status']): Sighting[] {
  return encounters(
    clause,
    at,
    mods,
    mods.after.get('by') ?? [],
    subjectOf(clause, at),
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
  const found = encounters(
    clause,
    at,
    mods,
    hosts,
    guests,
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
  if (verb.phrasal === 'call off') return []
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

/** "The talks will be held in Ellion on Friday": place and day stand behind the verb. */
function withHolding(clause: Clause, mods: Modifiers, governor: Governor | null): Modifiers {
  const verb = governor?.as === 'subject' ? clause.row[governor.part]!.verb! : null
  if (
    !verb ||
    !/^(?:hold|take|open|begin|start|convene|follow|happen|occur|resume|end|conclude)$/.test(verb.lemma)
  )
    return mods
  const { places, times } = modifiersOf(clause, governor!.part)
  return { ...mods, places: [...mods.places, ...places], times: [...mods.times, ...times] }
}

/** "The Union summit will be held" (nobody else is told), "flew to Ellion for the Union summit": the body whose meeting it is. */
function bodyOf(clause: Clause, at: number, own: number[], governor: Governor | null): number[] {
  const { draft, row } = clause
  if (row[at]!.trigger!.kind !== 'summit') return []
  const prep = row.slice(0, at).findLast(({ kind }) => kind === 'prep' || kind === 'verb' || kind === 'and')
  if (own.length === 0 ? governor?.as !== 'subject' || prep?.kind === 'prep' : prep?.word !== 'for') return []
  const after = row[at + 1]?.word === 'of' ? row.slice(at + 2, at + 4) : []
  return [row[at - 1], row[at - 2], row[at], ...after].flatMap((part) => {
    const index = part?.mention?.kind === 'organization' ? part.mention.entity : -1
    return draft.entities[index]?.state === null ? [index] : []
  })
}

const isNamed = ({ draft }: Clause, index: number): boolean =>
  isPerson(draft, index) && draft.entities[index]!.name !== null

/** "talks between A and B", "a meeting with the premier", "their call". */
export const encounter: Rule = (clause, at) => {
  const { row } = clause
  const trigger = row[at]!.trigger!
  const governor = governorOf(clause, at)
  const status = statusOfNoun(clause, at, governor)
  if (status === 'none') return []
  const mods = withHolding(clause, modifiersOf(clause, at), governor)
  const between = mods.after.get('between') ?? mods.after.get('among') ?? []
  const owner = ownerOf(clause, at)
  const carried = carriedBy(clause, governor)
  const own =
    [owner, carried, apposedTo(clause, at), frontedSubject(clause, at)].find((side) => side.length > 0) ??
    purposeOf(clause, at)
  const told =
    owner.length === 0 && carried.length === 0 && !mods.after.has('with') ? addresseeOf(clause, at) : []
  const others = [
    ...told,
    ...(mods.after.get('with') ?? []),
    ...(trigger.frame === 'phone' ? (mods.after.get('to') ?? []) : []),
    ...(own.length === 0 ? (mods.after.get('of') ?? []) : []),
  ]
  const prefixed = statesBefore(clause, at)
  const guests =
    own.length === 0 && prefixed.length !== 1 && others.length > 0 ? guestsOf(clause, others) : []
  const kind = kindOf(clause, at)
  const definite = row
    .slice(Math.max(0, at - 3), at)
    .some((part) => part.kind === 'det' && /^(?:the|this|that|their)$/.test(part.word))
  const alone =
    prefixed.length > 1 ? [...new Set([...own, ...prefixed])] : [...own, ...bodyOf(clause, at, own, governor)]
  const sides =
    between.length > 1
      ? { first: between, others: [] }
      : others.length > 0
        ? { first: own.length > 0 ? own : prefixed.length === 1 ? prefixed : guests, others }
        : { first: own.length > 1 ? own : alone, others: [] }
  const found = encounters(
    clause,
    at,
    mods,
    sides.first,
    sides.others,
    kind,
    status,
    `${kind}: ${row[at]!.word}`,
  )
  const faint = governor === null && !row.some((part) => part.verb !== null)
  for (const sighting of found) {
    Object.assign(sighting, { definite, faint })
    if (guests.length > 0 && sighting.where.state === null)
      sighting.where = { words: null, state: statesOf(clause.draft, others)[0] ?? null }
  }
  return found
}

function kindOf(clause: Clause, at: number): ExchangeKind {
  const trigger = clause.row[at]!.trigger!
  if (trigger.kind === 'call' && (trigger.words === 'conversation' || trigger.words === 'call')) {
    return trigger.words === 'call' || byPhone.test(clauseText(clause)) ? 'call' : 'meeting'
  }
  return trigger.kind
}

const clauseText = (clause: Clause): string =>
  clause.draft.analysis.text.slice(clause.sentence.start, clause.sentence.end)

/** "spoke today with", in a readout whose title says "Call with". */
function isReadoutCall(clause: Clause): boolean {
  const { text } = clause.draft.analysis
  return clause.sentence.index < 6 && !/\bmeeting\b/i.test(text.slice(0, text.indexOf('\n') + 1 || 120))
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

/** One sighting for each counterpart named, or one for all who sit at one table. */
export function encounters(
  clause: Clause,
  at: number,
  mods: Modifiers,
  first: number[],
  others: number[],
  kind: ExchangeKind,
  status: Sighting['status'],
  rule: string,
): Sighting[] {
  const { draft, row } = clause
  const legs = legsOf(mods)
  if (legs.length > 1)
    return legs.flatMap((leg) => {
      const own = (all: number[]): number[] => {
        const mine = all.filter((index) => leg.people.includes(index))
        return mine.length > 0 ? mine : all
      }
      return encounters(
        clause,
        at,
        { ...mods, ...leg, order: [] },
        own(first),
        own(others),
        kind,
        status,
        rule,
      )
    })
  const place =
    placesAt(
      draft,
      row,
      mods.places
        .filter(({ prep }) =>
          (kind === 'visit' ? /^(?:in|at|on|near|to)$/ : /^(?:in|at|on|near)$/).test(prep),
        )
        .map(({ part }) => part),
    )[0] ?? placeBefore(clause, at)
  const remote = kind === 'call' || virtually.test(clauseText(clause))
  const base = { kind, status, rule, where: kind === 'call' || remote ? nowhere : place, remote }
  const all = namedFirst(
    draft,
    others.filter((index) => !first.includes(index)),
  )
  if (all.length === 0 && mods.unnamed.length > 0) return withUnnamed(clause, at, mods, first, base)
  const distinct =
    all.filter((index) => isPerson(draft, index)).length > 1
      ? all.filter((index) => isPerson(draft, index))
      : all
  if (kind === 'visit') return [sight(clause, at, mods.times, { ...base, parties: [...first, ...distinct] })]
  const together =
    distinct.length > 1 &&
    /\b(?:together|trilateral|jointly|three-way|quadrilateral|group)\b/i.test(clauseText(clause))
  if (
    distinct.length < 2 ||
    together ||
    distinct.every((index) => draft.entities[index]!.name === null) ||
    !distinct.every((index) => isPerson(draft, index) || kind === 'call' || kind === 'talks')
  ) {
    const parties = [...first, ...distinct]
    return [sight(clause, at, mods.times, { ...base, parties, joint: parties.length > 2 })]
  }
  return distinct.map((other) => sight(clause, at, mods.times, { ...base, parties: [...first, other] }))
}

/** "held talks with senior officials": their side is where it happens or where the talk has been. */
function withUnnamed(
  clause: Clause,
  at: number,
  mods: Modifiers,
  first: number[],
  base: Pick<Sighting, 'kind' | 'rule' | 'where'> & Partial<Sighting>,
): Sighting[] {
  const people = first.filter((index) => isPerson(clause.draft, index))
  if (people.length === 0 || base.remote) return []
  const where = base.where.state === null ? placeInTalk(clause, people) : base.where
  return [sideWithHost(clause.draft, sight(clause, at, mods.times, { ...base, where, parties: people }))]
}

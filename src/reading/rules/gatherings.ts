// Attendance at summits, conferences and ceremonies; agreements signed; letters sent.
import { subjectOf } from '../arguments.ts'
import { statusOfVerb } from '../modality.ts'
import { type Modifiers, modifiersOf } from '../modifiers.ts'
import type { Part } from '../parts.ts'
import { placeBefore, placesAt } from '../places.ts'
import { type Clause, isPerson, nowhere, type Rule, type Sighting, statesOf } from '../sighting.ts'
import { purposeOf } from './fronted.ts'
import { governorOf, ownerOf, people, placeInTalk, sight, statesBefore, statusOfNoun } from './sides.ts'
import { isCourtesy, isDate, isRelation } from './standing.ts'

/** "attended the opening ceremony", "will chair a summit of leaders", "took part in the conference". */
export const attends: Rule = (clause, at) => {
  const { row } = clause
  const mods = modifiersOf(clause, at)
  const verb = row[at]!.verb!
  if (verb.passive) return attendedBy(clause, at, mods.after.get('by') ?? [])
  const event = mods.nouns.find(
    ({ prep, part }) => /^(?:|in|at|to)$/.test(prep) && gathers(row, part, mods.after.has('of')),
  )
  if (!event) return []
  const status = statusOfVerb(clause, at)
  const subjects = subjectOf(clause, at)
  if (status === 'none' || subjects.length === 0) return []
  return [
    gatheringSighting(clause, event.part, subjects, status, `${row[event.part]!.trigger!.kind}: attends`),
  ]
}

/** A gathering or a summit; "a meeting of foreign ministers" is one too, "a meeting with the minister" is none. */
const gathers = (row: Part[], at: number, of: boolean): boolean =>
  row[at]!.trigger!.frame === 'gathering' ||
  row[at]!.trigger!.kind === 'summit' ||
  (of && row[at]!.trigger!.frame === 'encounter' && row[at + 1]?.word === 'of')

/** "The talks were attended by the premier, the envoy and the king": one table for those who attend. */
function attendedBy(clause: Clause, at: number, parties: number[]): Sighting[] {
  const { row } = clause
  const noun = row
    .slice(0, at)
    .findLastIndex((part) => /^(?:gathering|encounter)$/.test(part.trigger?.frame ?? ''))
  const status = statusOfVerb(clause, at)
  if (row[at]!.verb!.lemma !== 'attend' || noun < 0 || parties.length === 0 || status === 'none') return []
  return [
    gatheringSighting(
      clause,
      noun,
      [...ownerOf(clause, noun), ...parties],
      status,
      `${row[noun]!.trigger!.kind}: attended by`,
    ),
  ]
}

/** "will lead the delegation to the dialogue", "at the summit in Ellion": a gathering that names who comes. */
export const gathering: Rule = (clause, at) => {
  const governor = governorOf(clause, at)
  const { row } = clause
  if (
    governor?.as === 'object' &&
    row[governor.part]!.verb &&
    /^(?:attend|join|address|chair|co-chair|open|co-open|host|convene|hold|take|participate)$/.test(
      row[governor.part]!.verb!.lemma,
    )
  )
    return []
  const status = statusOfNoun(clause, at, governor)
  const mods = modifiersOf(clause, at)
  const parties = [
    ...statesBefore(clause, at),
    ...(mods.after.get('between') ?? []),
    ...(mods.after.get('of') ?? []),
    ...ownerOf(clause, at),
    ...people(clause, purposeOf(clause, at)),
  ]
  if (isRelation(clause, at) || isDate(clause, at, mods.places.length > 0)) return []
  if (status === 'none' || (new Set(parties).size < 2 && !isOfOrganization(clause, at, mods))) return []
  return [gatheringSighting(clause, at, parties, status, `${row[at]!.trigger!.kind}: gathering`)]
}

/** "the summit of the Union in Ellion in May": a body of several states, and a place or a day. */
function isOfOrganization({ draft, row }: Clause, at: number, mods: Modifiers): boolean {
  const bodies = [
    ...(mods.after.get('of') ?? []),
    row[at]?.mention?.entity ?? -1,
    row[at - 1]?.mention?.entity ?? -1,
  ]
  const many = bodies.some(
    (index) => draft.entities[index]?.kind === 'organization' && draft.entities[index]!.state === null,
  )
  return many && mods.places.length > 0 && mods.times.length > 0
}

function gatheringSighting(
  clause: Clause,
  at: number,
  parties: number[],
  status: Sighting['status'],
  rule: string,
): Sighting {
  const { draft, row } = clause
  const mods = modifiersOf(clause, at)
  const where =
    placesAt(
      draft,
      row,
      mods.places.filter(({ prep }) => /^(?:in|at|on)$/.test(prep)).map(({ part }) => part),
    )[0] ?? nowhere
  const before = where.state === null ? placeBefore(clause, at) : where
  const talked = before.state === null ? placeInTalk(clause, parties) : before
  const organizations = [row[at - 1], row[at], row[at - 2]].flatMap((part) =>
    part?.mention?.kind === 'organization' ? [part.mention.entity] : [],
  )
  const of = (mods.after.get('of') ?? []).filter((index) => draft.entities[index]?.kind !== 'place')
  const all = [...new Set([...parties, ...organizations.filter((index) => index >= 0), ...of])]
  return sight(clause, at, mods.times, {
    kind: row[at]!.trigger!.kind,
    rule,
    status,
    parties: all,
    where: talked,
    states: all.length < 2 && talked.state ? [talked.state] : [],
    joint: true,
    multilateral: all.length > 2 || organizations.length > 0,
  })
}

/** "Ten agreements were signed in the presence of both", "signed a memorandum with the premier". */
export const signs: Rule = (clause, at) => {
  const { row } = clause
  const verb = row[at]!.verb!
  const mods = modifiersOf(clause, at)
  const status = statusOfVerb(clause, at)
  if (status === 'none') return []
  if (verb.passive) {
    const noun = row.slice(0, at).findLast((part) => part.trigger?.frame === 'accord')
    if (!noun) return []
    return [
      sight(clause, at, mods.times, {
        kind: 'agreement',
        rule: 'agreement: passive',
        status,
        parties: [
          ...(mods.after.get('by') ?? []),
          ...(mods.after.get('between') ?? []),
          ...people(clause, mods.after.get('of') ?? []),
        ],
        ...guestsOfTalk(clause),
        definite: true,
      }),
    ]
  }
  if (!mods.nouns.some(({ part }) => row[part]!.trigger!.frame === 'accord')) return []
  const parties = [
    ...subjectOf(clause, at),
    ...(mods.after.get('with') ?? []),
    ...(mods.after.get('between') ?? []),
  ]
  return [sight(clause, at, mods.times, { kind: 'agreement', rule: 'agreement: signs', status, parties })]
}

/** "More than 20 accords are ready for signature": of those of whose visit is told. */
function forSignature(clause: Clause, at: number): Sighting[] {
  const ready = clause.row
    .slice(at + 1, at + 9)
    .some(({ word }, i, near) => word === 'signature' && near[i - 1]?.word === 'for')
  if (!ready) return []
  return [
    sight(clause, at, [], {
      kind: 'agreement',
      rule: 'agreement: for signature',
      status: 'announced',
      ...guestsOfTalk(clause),
      definite: true,
    }),
  ]
}

/** "witnessed the signing of a memorandum", "the signing of a treaty between the two": the document is what is signed. */
export const signing: Rule = (clause, at) => {
  const { row } = clause
  const noun = row.slice(Math.max(0, at - 6), at).findLastIndex(({ word }) => word === 'signing')
  if (noun < 0) return forSignature(clause, at)
  const from = Math.max(0, at - 6) + noun
  if (row.slice(from + 1, at).some(({ verb, kind }) => verb || kind === 'stop')) return []
  const governor = governorOf(clause, from)
  const verb = governor?.as === 'object' ? row[governor.part]!.verb! : null
  const mods = modifiersOf(clause, at)
  const own = ['between', 'by', 'with'].flatMap((prep) => mods.after.get(prep) ?? [])
  const watching = /^(?:witness|attend|oversee|watch|see)$/.test(verb?.lemma ?? '')
  const status = statusOfNoun(clause, from, governor)
  const parties = own.length > 1 || !watching ? own : [...subjectOf(clause, governor!.part), ...own]
  if (status === 'none' || parties.length === 0) return []
  return [
    sight(clause, at, mods.times, { kind: 'agreement', rule: 'agreement: signing of', status, parties }),
  ]
}

/** "put their names to a text", "set his signature under the treaty": signing without the verb. */
export const putsName: Rule = (clause, at) => {
  const { row } = clause
  const name = row.findIndex(
    ({ word }, i) => i > at && i < at + 4 && /^(?:names?|signatures?|pens?|initials|seals?)$/.test(word),
  )
  if (name < 0 || !/^(?:to|on|under)$/.test(row[name + 1]?.word ?? '')) return []
  const mods = modifiersOf(clause, at)
  const status = statusOfVerb(clause, at)
  const parties = [...subjectOf(clause, at), ...(mods.after.get('with') ?? [])]
  if (status === 'none') return []
  return [sight(clause, at, mods.times, { kind: 'agreement', rule: 'agreement: puts name', status, parties })]
}

/** "sent a letter to the premier", "exchanged messages". */
export const sends: Rule = (clause, at) => {
  const { row } = clause
  const mods = modifiersOf(clause, at)
  const status = statusOfVerb(clause, at)
  const letter = mods.nouns.find(({ prep, part }) => prep === '' && row[part]!.trigger!.frame === 'letter')
  if (status === 'none' || !letter || row[at]!.verb!.passive) return []
  const parties = [
    ...subjectOf(clause, at),
    ...mods.object,
    ...(mods.after.get('to') ?? []),
    ...(mods.after.get('with') ?? []),
  ]
  if (isCourtesy(clause, at, parties)) return []
  return [sight(clause, at, mods.times, { kind: 'message', rule: 'message: sends', status, parties })]
}

/** "wrote to the premier", "received a letter from her", "congratulated him by telegram". */
export const writes: Rule = (clause, at) => {
  const { draft, row } = clause
  const verb = row[at]!.verb!
  const mods = modifiersOf(clause, at)
  const status = statusOfVerb(clause, at)
  const letter = mods.nouns.some(({ part }) => row[part]!.trigger!.frame === 'letter')
  const others = {
    write: mods.after.get('to') ?? [],
    congratulate: letter ? mods.object : [],
    receive: letter ? (mods.after.get('from') ?? []) : [],
    get: letter ? (mods.after.get('from') ?? []) : [],
  }[verb.lemma]?.filter((index) => isPerson(draft, index))
  if (status === 'none' || verb.passive || !others || others.length === 0) return []
  const parties = [...subjectOf(clause, at), ...others]
  return [sight(clause, at, mods.times, { kind: 'message', rule: `message: ${verb.lemma}`, status, parties })]
}

/** "Ten documents were signed": by those whose visit was told just before. */
function guestsOfTalk(clause: Clause): Pick<Sighting, 'states' | 'where'> {
  const visit = clause.earlier.findLast(
    (sighting) => sighting.kind === 'visit' && clause.sentence.index - sighting.sentence <= 2,
  )
  if (!visit) return { states: [], where: nowhere }
  return {
    states: [...statesOf(clause.draft, visit.visitors), visit.where.state ?? []].flat(),
    where: visit.where,
  }
}

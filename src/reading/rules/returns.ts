// Visits told by going back or coming back: "returned the courtesy in May", "came home from Ellion and Sarvonia on Friday".
import { subjectOf } from '../arguments.ts'
import { statusOfVerb } from '../modality.ts'
import { modifiersOf } from '../modifiers.ts'
import { type Clause, nowhere, type Rule, type Sighting, statesOf } from '../sighting.ts'
import { people, sight } from './sides.ts'
import { visits } from './visiting.ts'

const courtesies = /^(?:courtesy|visit|call|compliment|favou?r|trip|gesture)$/

/** "Tamm came in May, and Belkor returned the courtesy in June": to where the last guest of Belkor's state had come from. */
export const returnsVisit: Rule = (clause, at) => {
  const { draft, row } = clause
  const verb = row[at]!.verb!
  const object = row.slice(at + 1, at + 5).find(({ word }) => courtesies.test(word))
  const status = statusOfVerb(clause, at)
  const hosts = people(clause, subjectOf(clause, at))
  const home = statesOf(draft, hosts)
  if (!object || verb.passive || status === 'none' || home.length !== 1) return []
  const last = clause.earlier.findLast(
    ({ kind, where, sentence }) =>
      kind === 'visit' && where.state === home[0] && clause.sentence.index - sentence <= 4,
  )
  const abroad = last ? statesOf(draft, last.visitors) : []
  if (abroad.length !== 1) return []
  const where = { ...nowhere, state: abroad[0]! }
  const { times } = modifiersOf(clause, at)
  return [
    sight(clause, at, times, { kind: 'visit', rule: 'visit: returned', status, visitors: hosts, where }),
  ]
}

const backHome = /^(?:return|come|get|fly|arrive|be|head|travel)$/

/** "returned on Friday from Ellion", "was back from Sarvonia", "came home from A and B": whoever is back was there; when is not told. */
export const comesBack: Rule = (clause, at) => {
  const { draft, row } = clause
  const verb = row[at]!.verb!
  if (!backHome.test(verb.lemma) || verb.passive || verb.tense === 'future' || verb.tense === 'infinitive')
    return []
  const back =
    verb.lemma === 'return' ||
    /\bback$/.test(verb.phrasal) ||
    row.slice(at + 1, at + 3).some(({ word }) => /^(?:back|home)$/.test(word))
  const mods = modifiersOf(clause, at)
  const places = mods.places.filter(({ prep }) => prep === 'from')
  const status = statusOfVerb(clause, at)
  if (!back || places.length === 0 || status !== 'occurred') return []
  const travellers = people(clause, subjectOf(clause, at)).filter((index) => draft.entities[index]!.official)
  return visits(
    clause,
    at,
    { ...mods, times: [], order: [] },
    travellers,
    status,
    places,
    'visit: back from',
  ).map(undated)
}

/** The day of the return is not the day of the visit. */
const undated = (sighting: Sighting): Sighting => ({ ...sighting, date: null, dated: 'none' })

const opens = /^(?:begin|start|open|kick|end|finish|conclude|wrap)$/

/** "a tour that began in Ellion on Thursday and took in Sarvonia": whose tour it is travels. */
export const tourGoes: Rule = (clause: Clause, at: number): Sighting[] => {
  const { row } = clause
  const verb = row[at]!.verb!
  const takesIn = verb.phrasal === 'take in' || (verb.lemma === 'take' && row[at + 1]?.word === 'in')
  if ((!opens.test(verb.lemma) && !takesIn) || verb.passive) return []
  const noun = row.slice(0, at).findLastIndex((part) => part.trigger?.frame === 'journey')
  const linked = row.slice(noun + 1, at).some(({ word }) => /^(?:that|which)$/.test(word))
  if (noun < 0 || !linked || row.slice(noun, at).some((part) => part.kind === 'stop')) return []
  const first = row.findIndex((part) => part.kind === 'name' && part.mention!.kind === 'person')
  const verbBefore = row.findIndex((part) => part.verb !== null)
  if (first < 0 || verbBefore < first) return []
  const mods = modifiersOf(clause, at)
  const places = mods.places.filter(({ prep }) => (takesIn ? /^(?:in)?$/ : /^(?:in|at|with)$/).test(prep))
  const travellers = people(clause, subjectOf(clause, verbBefore))
  return visits(clause, at, mods, travellers, statusOfVerb(clause, at), places, 'visit: tour')
}

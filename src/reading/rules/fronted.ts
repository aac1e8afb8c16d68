// Who the clause at the head of a sentence is about: "Fresh from a visit to Ellion, the premier met …", "Having met the envoy, she flew …".
import { previousVerb, subjectOf } from '../arguments.ts'
import { groupFrom, isSubjectOfNext } from '../groups.ts'
import { modifiersOf } from '../modifiers.ts'
import type { Part } from '../parts.ts'
import { type Clause, isPerson, statesOf, unfold } from '../sighting.ts'

/** The subject of the main clause behind a phrase that opens the sentence and holds part `at`; empty when `at` stands in no such phrase. */
export function frontedSubject({ draft, row }: Clause, at: number): number[] {
  if (row.slice(0, at).some((part) => part.kind === 'comma' || part.kind === 'stop' || isFiniteVerb(part)))
    return []
  const comma = row.findIndex((part, i) => i > at && part.kind === 'comma' && isMainSubject(row, i + 1))
  if (comma < 0 || row.slice(at + 1, comma).some((part) => isFiniteVerb(part) || part.kind === 'stop'))
    return []
  return groupFrom(draft, row, nextName(row, comma + 1), true)?.entities ?? []
}

const isFiniteVerb = ({ verb }: Part): boolean =>
  verb !== null && !['ing', 'participle', 'infinitive'].includes(verb.tense)

const nextName = (row: Part[], at: number): number => {
  let next = at
  while (row[next] && /^(?:det|adv|time)$/.test(row[next]!.kind)) next++
  return next
}

/** A name with a verb of its own, an apposition or a list between: "the premier, Oru Tamm, flew". */
function isMainSubject(row: Part[], at: number): boolean {
  let next = nextName(row, at)
  if (row[next]?.kind !== 'name') return false
  for (let guard = 0; guard < 6 && row[next]; guard++) {
    if (isSubjectOfNext(row, next)) return true
    const name = row.findIndex((part, i) => i > next && part.kind === 'name')
    if (name < 0 || !row.slice(next + 1, name).every(({ kind }) => /^(?:comma|and|det)$/.test(kind))) break
    next = name
  }
  return isSubjectOfNext(row, next) || (row[next + 1]?.kind === 'comma' && row[next + 2]?.verb !== undefined)
}

/** "The premier, on a visit to Ellion, said": the name that the phrase between commas stands behind. */
export function apposedTo({ draft, row }: Clause, at: number): number[] {
  let i = at - 1
  while (i >= 0 && /^(?:det|adv|word|time)$/.test(row[i]!.kind)) i--
  if (row[i]?.kind !== 'prep' || row[i - 1]?.kind !== 'comma' || row[i - 2]?.kind !== 'name') return []
  return unfold(draft, row[i - 2]!.mention!)
}

/** "Oru Tamm received her": she is not Tamm, but the one told of before. */
export function toldBefore(clause: Clause, subject: number[]): number[] {
  const home = statesOf(clause.draft, subject)
  const last = clause.earlier.findLast(({ sentence }) => clause.sentence.index - sentence <= 2)
  if (!last) return []
  return [...last.visitors, ...last.parties].filter(
    (index) =>
      isPerson(clause.draft, index) &&
      !subject.includes(index) &&
      !home.includes(clause.draft.entities[index]!.state ?? ''),
  )
}

/** "On Tuesday there were talks with the defence minister": with those whose visit to him was told just before. */
export function guestsOf(clause: Clause, hosts: number[]): number[] {
  const home = statesOf(clause.draft, hosts)
  if (home.length !== 1) return []
  const visit = clause.earlier.findLast(
    ({ kind, where, sentence }) =>
      kind === 'visit' && where.state === home[0] && clause.sentence.index - sentence <= 2,
  )
  return visit ? visit.visitors.filter((index) => isPerson(clause.draft, index)) : []
}

/** "The delegation met with the premier": who travelled in the telling before. */
export function lastTravellers(clause: Clause): number[] {
  const last = clause.earlier.findLast(({ kind }) => kind === 'visit')
  return last && clause.sentence.index - last.sentence <= 2 ? last.visitors : []
}

/** "In a call on Monday, she told the premier": who is spoken to by the verb that the phrase goes with. */
export function addresseeOf(clause: Clause, at: number): number[] {
  const { draft, row } = clause
  let prep = at - 1
  while (prep >= 0 && /^(?:det|adv|word|name)$/.test(row[prep]!.kind)) prep--
  if (row[prep]?.kind !== 'prep' || !/^(?:in|during|at|after|following)$/.test(row[prep]!.word)) return []
  const verb = row.findIndex(
    (part, i) => (prep === 0 || i < prep) && part.verb !== null && addressing.test(part.verb.lemma),
  )
  if (verb < 0 || (prep > 0 && row.slice(verb + 1, prep).some((part) => part.verb))) return []
  return modifiersOf(clause, verb).object.filter((index) => isPerson(draft, index))
}

const addressing =
  /^(?:tell|inform|assure|urge|press|ask|thank|congratulate|warn|brief|remind|praise|promise|invite|implore|lobby|confront|reassure)$/

/** "was in Ellion for meetings with the premier", "is on a swing through three states": who came for it, who is on it. */
export function purposeOf(clause: Clause, at: number): number[] {
  const { row } = clause
  let prep = at - 1
  while (prep >= 0 && ['adv', 'word', 'det'].includes(row[prep]!.kind)) prep--
  if (
    row[prep]?.kind !== 'prep' ||
    !/^(?:for|on|during|after|before|following|in|at|to|of|from)$/.test(row[prep]!.word)
  )
    return []
  const verb = previousVerb(clause, prep)
  // "pulled out of a summit": those who pull out; "told the press of a meeting" tells nothing of the teller
  if (
    /^(?:of|from)$/.test(row[prep]!.word) &&
    !/^(?:pull|back|bow|withdraw|drop)$/.test(row[verb]?.verb?.lemma ?? '')
  )
    return []
  return verb >= 0 ? subjectOf(clause, verb) : []
}

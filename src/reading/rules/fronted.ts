// Who the clause at the head of a sentence is about: "Fresh from a visit to Ellion, the premier met …", "Having met the envoy, she flew …".
import { groupFrom, isSubjectOfNext } from '../groups.ts'
import type { Part } from '../parts.ts'
import { type Clause, isPerson, statesOf, unfold } from '../sighting.ts'

/** The subject of the main clause behind a phrase that opens the sentence and holds part `at`; empty when `at` stands in no such phrase. */
export function frontedSubject({ draft, row }: Clause, at: number): number[] {
  if (row.slice(0, at).some((part) => part.kind === 'comma' || part.kind === 'stop' || isFiniteVerb(part)))
    return []
  const comma = row.findIndex((part, i) => i > at && part.kind === 'comma' && isMainSubject(row, i + 1))
  if (comma < 0 || row.slice(at + 1, comma).some((part) => isFiniteVerb(part) || part.kind === 'stop'))
    return []
  return groupFrom(draft, row, nextName(row, comma + 1))?.entities ?? []
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

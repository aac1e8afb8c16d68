// Who comes besides: "will travel to Ellion, joined by Trade Minister X", "Participants in the summit include A and B".
import { subjectOf } from '../arguments.ts'
import { modifiersOf } from '../modifiers.ts'
import type { Part } from '../parts.ts'
import { type Rule, statesOf } from '../sighting.ts'
import { people } from './sides.ts'

/** Adds those of the traveller's own state to the visit just told; tells no exchange itself. */
export const goesAlong: Rule = (clause, at) => {
  const { draft, earlier, row, sentence } = clause
  const verb = row[at]!.verb!
  if (!verb.passive && verb.tense !== 'participle' && verb.tense !== 'past') return []
  const named = people(clause, modifiersOf(clause, at).after.get('by') ?? [])
  if (named.length === 0) return []
  const subject = subjectOf(clause, at)
  const visit = earlier.findLast(
    (one) =>
      one.kind === 'visit' &&
      (one.sentence === sentence.index ||
        (sentence.index - one.sentence <= 2 && subject.some((index) => one.visitors.includes(index)))),
  )
  if (!visit) return []
  const home = statesOf(draft, visit.visitors)
  for (const index of named) {
    const { name, state } = draft.entities[index]!
    if (name !== null && state !== null && home.includes(state) && !visit.visitors.includes(index))
      visit.visitors.push(index)
  }
  return []
}

/** "The dialogue was led by A and B", "…, led by A and B": adds the heads of delegations to the meeting just told. */
export const ledBy: Rule = (clause, at) => {
  const { draft, earlier, row, sentence } = clause
  if (row[at + 1]?.word !== 'by') return []
  const named = people(clause, modifiersOf(clause, at).after.get('by') ?? []).filter(
    (index) => draft.entities[index]!.name !== null,
  )
  const told = earlier.findLast((one) => table.test(one.kind) && one.sentence === sentence.index)
  if (!told || statesOf(draft, named).length < 2) return []
  const present = [...told.visitors, ...told.hosts, ...told.parties]
  told.parties.push(...named.filter((index) => !present.includes(index)))
  return []
}

const table = /^(?:meeting|talks|summit|ceremony)$/

/** Adds to the meeting just told those named as taking part in it; tells no exchange itself. */
export const takesPart: Rule = (clause, at) => {
  const { draft, earlier, row, sentence } = clause
  if (!namesTable(row, at)) return []
  const told = earlier.findLast(
    (one) => table.test(one.kind) && one.sentence < sentence.index && sentence.index - one.sentence <= 2,
  )
  const named = people(clause, modifiersOf(clause, at).object).filter(
    (index) => draft.entities[index]!.state !== null,
  )
  if (!told || named.length === 0) return []
  const present = [...told.visitors, ...told.hosts, ...told.parties]
  told.parties.push(...named.filter((index) => !present.includes(index)))
  if (statesOf(draft, [...present, ...named]).length > 2)
    Object.assign(told, { joint: true, multilateral: true })
  return []
}

/** "Participants in the summit include", "Taking part in the talks were": the subject is whoever takes part. */
const namesTable = (row: Part[], at: number): boolean => {
  const words = row.slice(Math.max(0, at - 8), at).map(({ word, verb }) => verb?.lemma ?? word)
  const opens = row
    .slice(0, at)
    .every(({ kind, mention }) => kind !== 'name' || mention!.kind === 'organization')
  return (
    opens &&
    (words.some((word) => /^(?:participants?|attendees)$/.test(word)) ||
      (words.includes('take') && row.slice(0, at).some(({ word }) => /^(?:part|taking part)$/.test(word))))
  )
}

// Who goes along: "will travel to Ellion, joined by Trade Minister X", "will be accompanied by General Y".
import { subjectOf } from '../arguments.ts'
import { modifiersOf } from '../modifiers.ts'
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

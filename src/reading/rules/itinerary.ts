// Itineraries: "took in Ellion, Sarvonia and Port Marn", "the summer took her to Ellion and Sarvonia".
import { subjectOf } from '../arguments.ts'
import { statusOfVerb } from '../modality.ts'
import { modifiersOf } from '../modifiers.ts'
import type { Rule } from '../sighting.ts'
import { people } from './sides.ts'
import { visits } from './visiting.ts'

/** "took in A, B and C": two places at least, as one takes in a show too; "took the premier to A": the object travels. */
export const itinerary: Rule = (clause, at) => {
  const { row } = clause
  const verb = row[at]!.verb!
  if (verb.lemma !== 'take' || verb.passive) return []
  const mods = modifiersOf(clause, at)
  const takesIn = verb.phrasal === 'take in' || row[at + 1]?.word === 'in'
  const travellers = people(clause, takesIn ? subjectOf(clause, at) : mods.object)
  const places = mods.places.filter(({ prep }) => (takesIn ? /^(?:in)?$/.test(prep) : prep === 'to'))
  if (travellers.length === 0 || (takesIn && places.length < 2)) return []
  return visits(clause, at, mods, travellers, statusOfVerb(clause, at), places, 'visit: itinerary')
}

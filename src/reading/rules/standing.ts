// What names no occasion: a dialogue that goes on, an anniversary that is only marked, greetings in a conversation, a call to act.
import { isPlacePart } from '../places.ts'
import type { Clause, Sighting } from '../sighting.ts'

/** "agreed to continue the political dialogue", "on the agenda of the bilateral dialogue": a relation, not a round of talks. */
export function isRelation({ draft, row }: Clause, at: number): boolean {
  const { text } = draft.analysis.tokens[row[at]!.first]!
  if (text !== 'dialogue') return false
  const from = Math.max(0, at - 7)
  const before = row.slice(from, at)
  const verb = before.findLast((part) => part.verb !== null)?.verb
  return (
    before.some(({ word }) => word === 'agenda') ||
    /^(?:continue|maintain|pursue|keep|deepen|strengthen|develop|expand|intensify|seek|promote|support|foster|engage|remain|commit)$/.test(
      verb?.lemma ?? '',
    )
  )
}

/** "marks the 60th anniversary of relations": a date in the calendar, unless it is held somewhere. */
export const isDate = ({ row }: Clause, at: number, placed: boolean): boolean =>
  row[at]!.word === 'anniversary' && !placed

/** "The presidents exchanged greetings", told of a call or a meeting of theirs. */
export const isCourtesy = ({ earlier, sentence, row }: Clause, at: number, parties: number[]): boolean =>
  row[at]!.verb?.lemma === 'exchange' &&
  earlier.some(
    (one: Sighting) =>
      /^(?:call|meeting|talks)$/.test(one.kind) &&
      sentence.index - one.sentence <= 12 &&
      parties.every((index) => [...one.parties, ...one.hosts, ...one.visitors].includes(index)),
  )

/** What one comes to say; any other verb is what somebody is urged to do. */
const errand =
  /^(?:discuss|talk|pay|convey|deliver|present|thank|congratulate|brief|review|offer|express|exchange|hand|say|take|introduce|seek|explore|plan|press)$/

/** "called on Chad to halt the raids": what stands behind is to be done by those called on. */
export const urges = ({ row }: Clause, at: number): boolean => {
  const end = row.findIndex(({ kind }, i) => i > at && /^(?:comma|stop)$/.test(kind))
  const verb = row
    .slice(at + 1, end < 0 ? row.length : end)
    .find((part) => part.verb !== null && part.verb.tense !== 'participle')?.verb
  return verb?.tense === 'infinitive' && !errand.test(verb.lemma)
}

/** "depart from her predecessor's approach to Chad", "continued Kenyan support to Chad": nobody goes. */
export const departsInMind = ({ row }: Clause, at: number): boolean => {
  if (row[at]!.verb!.lemma === 'continue') return /^(?:name|word)$/.test(row[at + 1]?.kind ?? '')
  if (row[at]!.verb!.lemma !== 'depart' || row[at + 1]?.word !== 'from') return false
  const named = row[at + 2]?.kind === 'det' ? at + 3 : at + 2
  return !isPlacePart(row[named]) || row[named + 1]?.kind === 'poss'
}

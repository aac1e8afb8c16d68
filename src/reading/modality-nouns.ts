// Status of what a noun names ("talks may resume", "a visit was put off"): from its governor, its adjectives, the noun it hangs on.
import { previousVerb } from './arguments.ts'
import { frameStatus, statusOfVerb } from './modality.ts'
import type { ExchangeStatus } from './reading.ts'
import type { Governor } from './rules/sides.ts'
import type { Clause } from './sighting.ts'

/** Status of what a noun names, from its governor; 'none' when no exchange is told. */
export function statusOfNoun(clause: Clause, at: number, governor: Governor | null): ExchangeStatus | 'none' {
  const { row } = clause
  const before = row[at - 1]
  if (before?.kind === 'det' && before.word === 'no') return 'none'
  if (
    row.slice(Math.max(0, at - 3), at).some((part) => part.word === 'possible' || part.word === 'potential')
  )
    return 'possible'
  if (
    row
      .slice(Math.max(0, at - 3), at)
      .some((part) => /^(?:upcoming|forthcoming|planned|coming|scheduled)$/.test(part.word))
  )
    return 'announced'
  if (
    row
      .slice(Math.max(0, at - 3), at)
      .some((part) => /^(?:cancelled|canceled|aborted|scrapped)$/.test(part.word))
  )
    return 'cancelled'
  if (governor) {
    const verb = row[governor.part]!.verb!
    const framed = frameStatus(verb)
    if (framed !== null)
      return verb.tense === 'infinitive' && statusOfVerb(clause, governor.part) === 'none' ? 'none' : framed
    if (verb.lemma === 'plan' && verb.tense !== 'past') return 'announced'
    if (
      governor.as === 'object' ||
      verb.passive ||
      /^(?:take|be|begin|start|end|last|happen|occur|conclude|follow|come|focus|cover)$/.test(verb.lemma)
    )
      return statusOfVerb(clause, governor.part)
    return statusOfVerb(clause, governor.part) === 'none' ? 'occurred' : 'occurred'
  }
  const verb = previousVerb(clause, at)
  if (verb >= 0) {
    const status = statusOfVerb(clause, verb)
    return status === 'ongoing' || status === 'cancelled' || status === 'denied' || status === 'postponed'
      ? 'occurred'
      : status === 'none'
        ? 'occurred'
        : status
  }
  return 'occurred'
}

// Talks told by their length or their wire: "had two hours with the premier", "briefed the president by telephone".
import { subjectOf } from '../arguments.ts'
import { statusOfVerb } from '../modality.ts'
import { modifiersOf } from '../modifiers.ts'
import { isPerson, type Rule } from '../sighting.ts'
import { encounters } from './meeting.ts'

const lengths = /^(?:minutes?|hours?|half-hour|hour)$/

/** "got two hours with the premier", "spent forty minutes with her". */
export const hasHours: Rule = (clause, at) => {
  const { draft, row } = clause
  if (!row.some((part, i) => i > at && i < at + 7 && lengths.test(part.word))) return []
  const mods = modifiersOf(clause, at)
  const others = (mods.after.get('with') ?? []).filter((index) => isPerson(draft, index))
  const status = statusOfVerb(clause, at)
  if (status === 'none' || others.length === 0) return []
  return encounters(clause, at, mods, subjectOf(clause, at), others, 'meeting', status, 'meeting: hours with')
}

const wire =
  /^(?:phone|telephone|video|videoconference|videolink|teleconference|video-link|video-conference)$/

/** "told the premier by video", "briefed him over the telephone": a verb of saying and a wire. */
export const byWire: Rule = (clause, at) => {
  const { draft, row } = clause
  const end = Math.min(row.length, at + 16)
  const at2 = row.findIndex((part, i) => i > at && i < end && wire.test(part.word))
  if (at2 < 0) return []
  const prep = row
    .slice(Math.max(at, at2 - 2), at2)
    .some((part) => part.kind === 'prep' && /^(?:by|over|on|via)$/.test(part.word))
  if (!prep || row.slice(at + 1, at2).some((part) => part.verb || part.kind === 'stop')) return []
  const mods = modifiersOf(clause, at)
  const others = [...mods.object, ...(mods.after.get('with') ?? []), ...(mods.after.get('to') ?? [])].filter(
    (index) => isPerson(draft, index),
  )
  const status = statusOfVerb(clause, at)
  if (status === 'none' || others.length === 0) return []
  return encounters(
    clause,
    at,
    mods,
    subjectOf(clause, at),
    others,
    'call',
    status,
    `call: ${row[at]!.verb!.lemma} by wire`,
  )
}

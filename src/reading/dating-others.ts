// Times in the clause that are not the trigger's own: what an event counts from, the day of a report or of a decision.
import { parseDay } from './calendar.ts'
import { durationNear } from './dating-stays.ts'
import type { TimeExpression } from './draft.ts'
import { edtfDays } from './edtf.ts'
import { frameStatus } from './modality.ts'
import type { Part } from './parts.ts'
import type { Clause } from './sighting.ts'

/**
 * "The week before the envoy arrived, they met": the time is that of the meeting, not of the arrival it counts from.
 * "saw the premier on Monday, before going on to Ellion": nor is Monday the day of the going on.
 */
function countsFrom(row: Part[], time: number, at: number): boolean {
  if (
    row
      .slice(time, at)
      .some((part) => part.kind === 'stop' || (part.kind === 'comma' && row[time + 1] !== part))
  )
    return false
  const bound = /\b(?:before|after)$/.test(row[time]!.time!.exact.toLowerCase())
  const word = row.slice(time + 1, time + 4).find((part) => part.kind === 'prep')?.word
  const verb = row[at]!.verb
  return (
    bound ||
    (word === 'before' && verb !== null) ||
    (word === 'after' && verb !== null && verb.tense !== 'ing')
  )
}

/** Whether the time at part `time`, before the trigger, is that of something else: what it counts from, a report, a calling off. */
export const isOfAnother = (clause: Clause, time: number, at: number): boolean =>
  countsFrom(clause.row, time, at) ||
  isOfReport(clause.row, time, at) ||
  isOfCalling(clause, at, clause.row[time]!.time!)

const reporting =
  /^(?:say|tell|announce|confirm|report|state|declare|reveal|disclose|add|insist|acknowledge|note|write|claim)$/

/** "said on Monday that she would visit", "On Monday officials said that she will visit": Monday is the day of the saying. */
function isOfReport(row: Part[], time: number, at: number): boolean {
  const said = row.findIndex(
    (part, i) => i >= time - 3 && i < at && part.verb !== null && reporting.test(part.verb.lemma),
  )
  if (said < 0) return false
  if (row.slice(said, at).some((part) => part.kind === 'stop' || part.kind === 'quote')) return false
  const verb = row[at]!.verb
  const elsewhere = verb !== null && (verb.tense === 'future' || verb.modal !== null || verb.perfect)
  return (
    elsewhere ||
    row.slice(Math.max(said, time), at).some((part) => part.kind === 'that' && part.word === 'that')
  )
}

/** "on Friday called off a trip", "cancelled her visit on Monday": the day of the decision, where no length makes it that of the visit. */
export function isOfCalling(clause: Clause, at: number, time: TimeExpression): boolean {
  const { row, draft } = clause
  if (row[at]!.verb || durationNear(clause, at)) return false
  const verb = row.slice(Math.max(0, at - 6), at).findLast((part) => part.verb !== null)
  const decides =
    verb?.verb && (frameStatus(verb.verb) !== null || /^(?:announce|confirm|unveil)$/.test(verb.verb.lemma))
  if (!decides || verb.verb!.tense === 'infinitive') return false
  if (time.first < row[at]!.first) return true
  const [days, today] = [edtfDays(time.edtf), parseDay(draft.publishedOn)]
  return !!days && today !== null && days.first === days.last && days.last <= today && today - days.last < 8
}

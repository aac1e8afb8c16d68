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
  const bound = /\b(?:before|after)$/.test(row[time]!.time!.exact.toLowerCase()) && !countsFromNoun(row, time)
  const word = row.slice(time + 1, time + 4).find((part) => part.kind === 'prep')?.word
  const verb = row[at]!.verb
  return (
    bound ||
    (word === 'before' && verb !== null) ||
    (word === 'after' && verb !== null && verb.tense !== 'ing')
  )
}

/** "Eleven days before that supper she had rung him": what it counts from is told by a noun, the verb is its own. */
function countsFromNoun(row: Part[], time: number): boolean {
  const [det, noun, next] = row.slice(time + 1, time + 4)
  return (
    /^(?:det|that)$/.test(det?.kind ?? '') &&
    noun !== undefined &&
    noun.mention === null &&
    (noun.kind === 'noun' || noun.kind === 'word') &&
    (/^(?:comma|name)$/.test(next?.kind ?? '') || /^(?:he|she|they)$/.test(next?.word ?? ''))
  )
}

/** "met the premier, and on Tuesday the king received him": the time that opens the next telling is not of the one before. */
export function opensNext({ row }: Clause, at: number, time: TimeExpression): boolean {
  const place = row.findIndex((part) => part.time === time)
  if (place <= at) return false
  const lead = row[place - 1]?.kind === 'prep' ? place - 2 : place - 1
  if (row[lead]?.kind !== 'and' && row[lead]?.word !== ';') return false
  const next = row.slice(place + 1, place + 9)
  const verb = next.findIndex((part) => part.verb || /^(?:stop|and|prep|who|that)$/.test(part.kind))
  const told = next[verb]?.verb
  return (
    !!told &&
    told.tense !== 'infinitive' &&
    told.tense !== 'ing' &&
    next.slice(0, verb).some(({ kind }) => kind !== 'comma' && kind !== 'adv')
  )
}

/**
 * "is to see the premier, and, on Saturday, the two generals", "met A and, on Saturday, B": set off before what else is met.
 * `named`: also where that has a name, and so is an occasion of its own.
 */
export function isOfOthers({ row }: Clause, at: number, time: TimeExpression, named: boolean): boolean {
  const place = row.findIndex((part) => part.time === time)
  const lead = row[place - 1]?.kind === 'prep' ? place - 2 : place - 1
  if (row[lead]?.kind !== 'comma' || row[lead - 1]?.kind !== 'and' || row[place + 1]?.kind !== 'comma')
    return false
  if (place < at || !/^(?:det|name|word)$/.test(row[place + 2]?.kind ?? '')) return false
  const end = row.findIndex(
    (part, i) => i > place + 2 && (part.verb || /^(?:stop|comma|who)$/.test(part.kind)),
  )
  const other = row.slice(place + 2, end < 0 ? row.length : end)
  if (row[end]?.verb || (!named && other.some(({ kind }) => kind === 'name'))) return false
  return row.slice(at + 1, lead).some(({ kind }) => kind === 'name')
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
  // "On Thursday, the day for which A has announced the arrival of B, C is to be in Ellion"
  if (
    row.slice(time, said).some((part) => part.kind === 'who') &&
    row.slice(said, at).some((part) => part.kind === 'comma')
  )
    return false
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

// Date of a sighting: the time words of its clause, then the heading over it, then the day of publication.
import { parseDay } from './calendar.ts'
import type { TimeExpression } from './draft.ts'
import { edtfDays, edtfOfDays, stretchDay } from './edtf.ts'
import { frameStatus } from './modality.ts'
import type { Part } from './parts.ts'
import type { Clause, Sighting } from './sighting.ts'

const tellsDay = (time: TimeExpression): boolean =>
  time.edtf !== null && (time.kind === 'day' || time.kind === 'interval')

/** The date of the trigger at part `at`, from `times` of its clause or the nearest around it. */
export function dateAt(clause: Clause, at: number, near: TimeExpression[]): Pick<Sighting, 'date' | 'dated'> {
  const told = near.find((time) => tellsDay(time) && !isOfCalling(clause, at, time))
  const behind = told ? null : timeBehind(clause, at)
  const own =
    told?.edtf ??
    behind?.date ??
    whenTime(clause, at) ??
    timeBefore(clause, at)?.edtf ??
    lonelyTime(clause, at)?.edtf
  const days = durationNear(clause, at)
  if (own) return { date: spread(clause, at, own, days, behind?.starts ?? false), dated: 'own' }
  const since = clause.row[at]!.verb?.perfect
    ? clause.times.find((time) => time.kind === 'since' && time.edtf !== null)
    : undefined
  const start = since?.edtf?.split('/')[0]
  if (start && clause.draft.publishedOn && isDay(start))
    return { date: `${start}/${clause.draft.publishedOn}`, dated: 'near' }
  if (clause.heading?.edtf) return { date: clause.heading.edtf, dated: 'near' }
  return { date: null, dated: 'none' }
}

/** A day with what else the clause tells of its length: "a three-day visit", "the second day of a visit", "and left on the 13th". */
function spread(clause: Clause, at: number, own: string, days: number | null, starts: boolean): string {
  if (!isDay(own)) return own
  const nth = dayOfStay(clause, at)
  if (nth > 1) return edtfOfDays(parseDay(own)! - nth + 1, parseDay(own)!)
  if (days) return stretchDay(own, days, endsThen(clause, at) ? 'end' : 'start')
  if (!starts && !arrives(clause, at)) return own
  const end = stayEnd(clause, at)
  return end !== null && end > own ? `${own}/${end}` : `${own}/..`
}

/** "the second day of a visit": 2; 0 when the trigger is no such visit. */
function dayOfStay({ row }: Clause, at: number): number {
  const of = row.slice(0, at).findLastIndex((part) => part.kind === 'prep')
  if (at - of > 4 || row[of]?.word !== 'of' || row[of - 1]?.word !== 'day') return 0
  return ['', 'first', 'second', 'third', 'fourth', 'fifth'].indexOf(row[of - 2]?.word ?? '-')
}

/** "arrived on the 12th … and left on the 13th", "he stays until Monday": the last day of the stay; null when not told. */
function stayEnd({ row }: Clause, at: number): string | null {
  for (let i = at + 1; i < row.length; i++) {
    const time = row[i]!.time
    if (!time?.edtf) continue
    const day = time.kind === 'since' ? /^\.\.\/(.+)$/.exec(time.edtf)?.[1] : time.edtf
    const leaving = row
      .slice(Math.max(at + 1, i - 5), i)
      .some(
        (part) => part.verb && /^(?:leave|depart|return|fly|go|end|conclude|finish)$/.test(part.verb.lemma),
      )
    const staying = time.kind === 'since' && row.slice(Math.max(at, i - 4), i).some((part) => part.verb)
    if (day && isDay(day) && (leaving || staying)) return day
  }
  return null
}

/** "a visit that had been due to start on the 5th", "the summit, last held in May 2030": a time told of the noun behind it. */
function timeBehind(clause: Clause, at: number): { date: string; starts: boolean } | null {
  const { row } = clause
  if (row[at]!.verb) return null
  const opens = row.findIndex((part, i) => i > at && /^(?:comma|who|that|stop|verb)$/.test(part.kind))
  if (opens < 0 || row[opens]!.kind === 'stop') return null
  const verb = row.findIndex((part, i) => i >= opens && !/^(?:adv|word|who|that|comma)$/.test(part.kind))
  const told = row[verb]?.verb
  if (
    !told ||
    !/^(?:due|be|start|begin|take|hold|schedule|plan|set|open|expect|happen|slate|run)$/.test(told.lemma)
  )
    return null
  if (row[opens]!.kind === 'comma' && !/^(?:hold|schedule|plan|set|expect|due|begin|start)$/.test(told.lemma))
    return null
  const next = row.slice(verb, verb + 9)
  const place = next.findIndex((part) => part.time && tellsDay(part.time))
  if (place < 0 || next.slice(1, place).some((part) => /^(?:comma|stop|who)$/.test(part.kind))) return null
  const starts = next.slice(0, place).some((part) => /^(?:start|begin|open)$/.test(part.verb?.lemma ?? ''))
  return { date: next[place]!.time!.edtf!, starts }
}

/** "since November 2030, when she was in Ellion": the time straight before "when". */
function whenTime({ row }: Clause, at: number): string | null {
  const when = row.slice(0, at).findLastIndex((part) => part.kind === 'who' || part.kind === 'stop')
  if (row[when]?.word !== 'when') return null
  const time = row[when - 1]?.time ?? (row[when - 1]?.kind === 'comma' ? row[when - 2]?.time : null)
  if (!time?.edtf) return null
  return time.kind === 'since' ? time.edtf.split('/')[0]! : tellsDay(time) ? time.edtf : null
}

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
const isOfAnother = (clause: Clause, time: number, at: number): boolean =>
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
function isOfCalling(clause: Clause, at: number, time: TimeExpression): boolean {
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

/** "On Monday the premier received…", "On 4 May, after …, he flew": the last time before the trigger in its clause. */
function timeBefore(clause: Clause, at: number): TimeExpression | null {
  const { row } = clause
  for (let i = at - 1; i >= 0; i--) {
    const part = row[i]!
    if (part.kind === 'time' && part.time && tellsDay(part.time))
      return isOfAnother(clause, i, at) ? null : part.time
    if (
      part.verb &&
      part.verb.tense !== 'infinitive' &&
      row[i + 1]?.kind !== 'comma' &&
      !isCoordinated(clause, i, at)
    )
      break
    if (part.kind === 'stop' || part.kind === 'who') break
  }
  const first = row.findIndex((part) => part.kind !== 'prep' && part.kind !== 'adv' && part.kind !== 'quote')
  const opener = row[first]
  return opener?.kind === 'time' &&
    first < at &&
    opener.time &&
    tellsDay(opener.time) &&
    !isOfAnother(clause, first, at)
    ? opener.time
    : null
}

/** "will travel to Ellion on Monday to meet": the purpose happens on the day of the travelling. */
const isCoordinated = (clause: Clause, earlier: number, at: number): boolean =>
  clause.row[at]?.verb?.tense === 'infinitive' && at - earlier < 14

/** A sentence with a single time and a single verb besides reporting ones: the time is the trigger's. */
function lonelyTime(clause: Clause, at: number): TimeExpression | null {
  const times = clause.times.filter(tellsDay)
  if (times.length !== 1) return null
  const position = clause.row.findIndex((part) => part.time === times[0])
  const between = clause.row.slice(Math.min(at, position) + 1, Math.max(at, position))
  return position >= 0 &&
    !(position < at && isOfAnother(clause, position, at)) &&
    !between.some(
      (part) =>
        part.kind === 'who' ||
        part.kind === 'stop' ||
        part.word === 'since' ||
        (part.verb && part.verb.tense !== 'infinitive' && part.verb.tense !== 'ing'),
    )
    ? times[0]!
    : null
}

/** Days of "a two-day visit", "spent three days" beside the trigger; null when none. */
function durationNear(clause: Clause, at: number): number | null {
  const [from, to] = [
    clause.row[Math.max(0, at - 5)]!.first,
    clause.row[Math.min(clause.row.length - 1, reachOf(clause, at))]!.last,
  ]
  const duration = clause.times.find(
    (time) =>
      time.kind === 'duration' && time.first >= from && time.last <= to && isLengthOf(clause, at, time),
  )
  return duration?.days ?? null
}

/** "hosted the premier during her three-day visit": the length is that of the visit; to a verb of going its journey's is its own. */
function isLengthOf(clause: Clause, at: number, duration: TimeExpression): boolean {
  const { row, triggers } = clause
  const noun = row.findIndex((part) => part.first >= duration.last && part.kind === 'noun')
  if (noun < 0 || noun === at || row[noun]!.first - duration.last > 4) return true
  const verb = row[at]!.verb
  if (!verb) return at > noun
  const frame = (triggers.verbs.get(verb.phrasal) ?? triggers.verbs.get(verb.lemma))?.frame
  return frame === 'goes' || frame === 'goes-there' || row[noun]!.trigger?.frame !== 'journey'
}

/** How far a duration may stand behind the trigger: farther where no other verb comes between ("arrived in Ellion on Monday for a two-day visit"). */
function reachOf(clause: Clause, at: number): number {
  const verb = clause.row
    .slice(at + 1, at + 13)
    .findIndex((part) => part.verb || part.kind === 'who' || part.kind === 'stop')
  return verb < 0 ? at + 12 : Math.max(at + 8, Math.min(at + 12, at + 1 + verb))
}

/** "arrived on Monday", "flew on to Ellion last night", "due to start on the 5th": the end is open. */
function arrives(clause: Clause, at: number): boolean {
  const verb = clause.row[at]!.verb
  if (verb) return /^(?:arrive|land|expect|fly on|touch down)$/.test(verb.phrasal)
  return (
    clause.row[at]!.trigger?.frame === 'journey' &&
    clause.row
      .slice(Math.max(0, at - 6), at + 9)
      .some((part) => part.verb && /^(?:begin|start)$/.test(part.verb.lemma))
  )
}

const endsThen = (clause: Clause, at: number): boolean =>
  clause.row
    .slice(0, at)
    .some(
      (part) =>
        part.verb &&
        /^(?:end|conclude|wrap|finish|complete|leave|return|go)$/.test(part.verb.lemma) &&
        part.verb.tense === 'past',
    )

/** Whether `inner` lies within `outer`, both as days. */
export function within(inner: string | null, outer: string | null): boolean {
  const [a, b] = [edtfDays(inner), edtfDays(outer)]
  return !!a && !!b && b.first <= a.first && a.last <= b.last
}

/** The narrower of two dates that share a day; null when they do not. */
export function narrower(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b
  const [x, y] = [edtfDays(a), edtfDays(b)]
  if (!x || !y || x.first > y.last || y.first > x.last) return null
  return x.last - x.first <= y.last - y.first ? a : b
}

export const isDay = (date: string | null): boolean => parseDay(date?.replace(/[?~%]/g, '')) !== null

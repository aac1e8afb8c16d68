// Date of a sighting: the time words of its clause, then the heading over it, then the day of publication.
import { parseDay, weekdayOf } from './calendar.ts'
import { isOfAnother, isOfCalling, isOfOthers, opensNext } from './dating-others.ts'
import { boundOfStay, durationNear, isDay, spread } from './dating-stays.ts'
import type { TimeExpression } from './draft.ts'
import { type DayInterval, edtfDays, edtfOfDays } from './edtf.ts'
import type { Part } from './parts.ts'
import type { Clause, Sighting } from './sighting.ts'

const tellsDay = (time: TimeExpression): boolean =>
  time.edtf !== null && (time.kind === 'day' || time.kind === 'interval')

/** The date of the trigger at part `at`, from `times` of its clause or the nearest around it. */
export function dateAt(clause: Clause, at: number, near: TimeExpression[]): Pick<Sighting, 'date' | 'dated'> {
  const stay = boundOfStay(clause, at)
  if (stay) return { date: stay, dated: 'own' }
  const told = near.find(
    (time) =>
      tellsDay(time) &&
      !isOfCalling(clause, at, time) &&
      !opensNext(clause, at, time) &&
      !isOfOthers(clause, at, time, false),
  )
  const behind = told ? null : timeBehind(clause, at)
  const own =
    told?.edtf ??
    behind?.date ??
    whenTime(clause, at) ??
    timeBefore(clause, at)?.edtf ??
    lonelyTime(clause, at)?.edtf ??
    timeOverColon(clause, at)?.edtf
  const days = durationNear(clause, at)
  const end = told && untilBefore(clause, at, told)
  if (end) return { date: end, dated: 'own' }
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

/** "could meet before the elections of 26 June": between publication and then; null where the time stands otherwise. */
function untilBefore({ row, draft }: Clause, at: number, told: TimeExpression): string | null {
  const place = row.findIndex((part) => part.time === told)
  const before = row.slice(Math.max(at, place - 6), place)
  const last = before.findLastIndex((part) => part.verb || /^(?:comma|stop|who|and|that)$/.test(part.kind))
  const days = edtfDays(told.edtf)
  if (place < at || !days || !before.slice(last + 1).some(({ word }) => word === 'before')) return null
  const today = parseDay(draft.publishedOn)
  if (!Number.isFinite(days.last) || today === null || days.last <= today) return null
  return edtfOfDays(today, told.exact === 'Christmas' ? days.last - 7 : days.last)
}

/** "a visit that had been due to start on the 5th", "the summit, last held in May 2030": a time told of the noun behind it. */
function timeBehind(clause: Clause, at: number): { date: string; starts: boolean } | null {
  const { row } = clause
  if (row[at]!.verb) return null
  const held = heldOn(row, at)
  if (held) return { date: held, starts: false }
  const opens = row.findIndex((part, i) => i > at && /^(?:comma|who|that|stop|verb)$/.test(part.kind))
  if (opens < 0 || row[opens]!.kind === 'stop') return null
  const verb = row.findIndex((part, i) => i >= opens && !/^(?:adv|word|who|that|comma)$/.test(part.kind))
  const told = row[verb]?.verb
  if (
    !told ||
    !/^(?:due|be|start|begin|take|hold|schedule|plan|set|open|expect|happen|slate|run|pencill?|book|fix|arrange|time)$/.test(
      told.lemma,
    )
  )
    return null
  if (
    row[opens]!.kind === 'comma' &&
    !/^(?:hold|schedule|plan|set|expect|due|begin|start|fix|arrange|book|pencill?|slate|time)$/.test(
      told.lemma,
    )
  )
    return null
  const next = row.slice(verb, verb + 9)
  const place = next.findIndex((part) => part.time && tellsDay(part.time))
  if (place < 0 || next.slice(1, place).some((part) => /^(?:comma|stop|who)$/.test(part.kind))) return null
  const starts = next.slice(0, place).some((part) => /^(?:start|begin|open)$/.test(part.verb?.lemma ?? ''))
  return { date: next[place]!.time!.edtf!, starts }
}

/** "a call which the two held on the 19th dealt with": the time of the verb in the clause that tells of the noun. */
function heldOn(row: Part[], at: number): string | null {
  if (!/^(?:which|that)$/.test(row[at + 1]?.word ?? '')) return null
  const verb = row.findIndex((part, i) => i > at + 1 && part.verb !== null)
  if (!/^(?:hold|have|make|pay|give|conduct|undertake)$/.test(row[verb]?.verb?.lemma ?? '')) return null
  const next = row.slice(verb + 1, verb + 4)
  const end = next.findIndex((part) => part.verb || /^(?:comma|stop|who)$/.test(part.kind))
  const time = next.slice(0, end < 0 ? 3 : end).find((part) => part.time && tellsDay(part.time))
  return time?.time?.edtf ?? null
}

/** "since November 2030, when she was in Ellion": the time straight before "when". */
function whenTime({ row }: Clause, at: number): string | null {
  const when = row.slice(0, at).findLastIndex((part) => part.kind === 'who' || part.kind === 'stop')
  if (row[when]?.word !== 'when') return null
  const time = row[when - 1]?.time ?? (row[when - 1]?.kind === 'comma' ? row[when - 2]?.time : null)
  if (!time?.edtf) return null
  return time.kind === 'since' ? time.edtf.split('/')[0]! : tellsDay(time) ? time.edtf : null
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
      !isCoordinated(clause, i, at) &&
      !governs(row, i, at)
    )
      break
    // "is expected later today, the last leg of a tour that has taken him to Ellion"
    if (part.kind === 'stop' || part.kind === 'who' || (part.kind === 'that' && part.word === 'that')) break
  }
  const first = row.findIndex((part) => part.kind !== 'prep' && part.kind !== 'adv' && part.kind !== 'quote')
  const opener = row[first]
  return opener?.kind === 'time' &&
    first < at &&
    opener.time &&
    tellsDay(opener.time) &&
    !isOfAnother(clause, first, at)
    ? (apposedTime(row, first) ?? opener.time)
    : null
}

/** "where on Saturday she attended a summit": the verb that the noun stands behind, over its article alone. */
const governs = (row: Part[], verb: number, at: number): boolean =>
  row[at]!.verb === null &&
  /^(?:attend|hold|have|pay|make|host|give|join|chair|open|begin|sign|address)$/.test(
    row[verb]!.verb!.lemma,
  ) &&
  row.slice(verb + 1, at).every(({ kind }) => /^(?:det|word|adv)$/.test(kind))

/** "Six weeks later, on 16 January, he …": the second says which day the first was. */
function apposedTime(row: Part[], at: number): TimeExpression | null {
  if (row[at + 1]?.kind !== 'comma') return null
  const next = row[at + 2]?.kind === 'prep' ? at + 3 : at + 2
  const time = row[next]?.time
  return time && tellsDay(time) && row[next + 1]?.kind === 'comma' ? time : null
}

/** "The tour begins on Tuesday: she visits Ellion": the only time before the colon, where none stands behind it. */
function timeOverColon(clause: Clause, at: number): TimeExpression | null {
  const colon = clause.row.slice(0, at).findLastIndex((part) => part.kind === 'stop')
  if (clause.row[colon]?.word !== ':') return null
  const times = clause.times.filter(tellsDay)
  const [time] = times
  return times.length === 1 && time!.first < clause.row[colon]!.first ? time! : null
}

/** "will travel to Ellion on Monday to meet": the purpose happens on the day of the travelling. */
const isCoordinated = (clause: Clause, earlier: number, at: number): boolean =>
  clause.row[at]?.verb?.tense === 'infinitive' && at - earlier < 14

/** A sentence with a single time and a single verb besides reporting ones: the time is the trigger's. */
function lonelyTime(clause: Clause, at: number): TimeExpression | null {
  const times = clause.times.filter(tellsDay)
  if (times.length !== 1 || opensNext(clause, at, times[0]!)) return null
  if (isOfOthers(clause, at, times[0]!, true)) return null
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
  return width(a, x) <= width(b, y) ? a : b
}

/** Length in days; "next week" is vaguer than as many days told by their dates. */
function width(date: string, days: DayInterval): number {
  const length = days.last - days.first
  return length === 6 && weekdayOf(days.first) === 0 && /^\d{4}-\d\d-\d\d\/\d{4}/.test(date)
    ? length + 2
    : length
}

// Date of a sighting: the time words of its clause, then the heading over it, then the day of publication.
import { parseDay } from './calendar.ts'
import type { TimeExpression } from './draft.ts'
import { edtfDays, stretchDay } from './edtf.ts'
import type { Clause, Sighting } from './sighting.ts'

const tellsDay = (time: TimeExpression): boolean =>
  time.edtf !== null && (time.kind === 'day' || time.kind === 'interval')

/** The date of the trigger at part `at`, from `times` of its clause or the nearest around it. */
export function dateAt(clause: Clause, at: number, near: TimeExpression[]): Pick<Sighting, 'date' | 'dated'> {
  const own = near.find(tellsDay) ?? timeBefore(clause, at) ?? lonelyTime(clause, at)
  const days = durationNear(clause, at)
  if (own?.edtf && !days && isDay(own.edtf) && arrives(clause, at))
    return { date: `${own.edtf}/..`, dated: 'own' }
  if (own?.edtf)
    return {
      date: days ? stretchDay(own.edtf, days, endsThen(clause, at) ? 'end' : 'start') : own.edtf,
      dated: 'own',
    }
  const since = clause.row[at]!.verb?.perfect
    ? clause.times.find((time) => time.kind === 'since' && time.edtf !== null)
    : undefined
  const start = since?.edtf?.split('/')[0]
  if (start && clause.draft.publishedOn && isDay(start))
    return { date: `${start}/${clause.draft.publishedOn}`, dated: 'near' }
  if (clause.heading?.edtf) return { date: clause.heading.edtf, dated: 'near' }
  return { date: null, dated: 'none' }
}

/** "On Monday the premier received…", "On 4 May, after …, he flew": the last time before the trigger in its clause. */
function timeBefore(clause: Clause, at: number): TimeExpression | null {
  const { row } = clause
  for (let i = at - 1; i >= 0; i--) {
    const part = row[i]!
    if (part.kind === 'time' && part.time && tellsDay(part.time)) return part.time
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
  return opener?.kind === 'time' && first < at && opener.time && tellsDay(opener.time) ? opener.time : null
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
    (time) => time.kind === 'duration' && time.first >= from && time.last <= to,
  )
  return duration?.days ?? null
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

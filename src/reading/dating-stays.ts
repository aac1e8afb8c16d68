// How long a stay lasts: "a three-day visit", "the second day of a visit", "arrived on the 12th and left on the 13th".
import { parseDay } from './calendar.ts'
import type { TimeExpression } from './draft.ts'
import { edtfOfDays, stretchDay } from './edtf.ts'
import type { Part } from './parts.ts'
import type { Clause } from './sighting.ts'

export const isDay = (date: string | null): boolean => parseDay(date?.replace(/[?~%]/g, '')) !== null

/** A day with what else the clause tells of its length: "a three-day visit", "the second day of a visit", "and left on the 13th". */
export function spread(
  clause: Clause,
  at: number,
  own: string,
  days: number | null,
  starts: boolean,
): string {
  // "a three-day visit starting Monday"
  if (days && /^[^/]+\/\.\.$/.test(own)) return stretchDay(own.slice(0, -'/..'.length), days, 'start')
  if (!isDay(own)) return own
  const nth = dayOfStay(clause, at)
  if (nth > 1) return edtfOfDays(parseDay(own)! - nth + 1, parseDay(own)!)
  if (!days && ends(clause, at)) return `../${own}`
  if (days) return stretchDay(own, days, endsThen(clause, at) ? 'end' : 'start')
  const open = starts || arrives(clause, at)
  const end = open || isJourney(clause, at) ? stayEnd(clause, at, open) : null
  if (end !== null && end > own) return `${own}/${end}`
  return starts || (open && !isLongOver(clause, own) && !isForHours(clause, at)) ? `${own}/..` : own
}

/** "has been in Ellion since Friday", "was in Ellion until Tuesday": the one end of a stay that is told; null when neither is. */
export function boundOfStay({ row, draft }: Clause, at: number): string | null {
  const verb = row[at]!.verb
  if (verb?.lemma !== 'be' && verb?.lemma !== 'stay') return null
  const opening = row.slice(0, Math.min(at, 3)).find(isBy)?.time?.edtf?.slice('../'.length)
  if (opening && verb.tense === 'past' && isDay(opening)) return opening
  for (let i = at + 1; i < row.length && !row[i]!.verb && !/^(?:stop|who|that)$/.test(row[i]!.kind); i++) {
    const time = row[i]!.time
    if (!time?.edtf) continue
    if (time.kind !== 'since') return null
    const [from, to] = time.edtf.split('/')
    const day = from === '..' ? to! : from!
    if (!isDay(day)) return null
    if (isBy(row[i]!) && verb.tense === 'past') return day
    return from === '..' ? time.edtf : verb.perfect && draft.publishedOn !== null ? time.edtf : null
  }
  return null
}

/** "was in Ellion by 1 April", "By Tuesday night she was in Ellion": there on that day. */
const isBy = ({ time }: Part): boolean =>
  time?.kind === 'since' && time.edtf?.startsWith('../') === true && /^by\b/i.test(time.exact)

const isJourney = ({ row, triggers }: Clause, at: number): boolean => {
  const verb = row[at]!.verb
  const frame = verb ? triggers.verbs.get(verb.phrasal)?.frame : row[at]!.trigger?.frame
  return frame === 'journey' || frame === 'goes' || frame === 'goes-there'
}

/** "flew in on 27 May 2029", told two years later: nobody means that the end is open. */
function isLongOver({ draft }: Clause, own: string): boolean {
  const [day, today] = [parseDay(own.replace('~', '')), parseDay(draft.publishedOn)]
  return own.endsWith('~') || (day !== null && today !== null && today - day > 31)
}

/** "flew in for four hours". */
const isForHours = ({ row, draft }: Clause, at: number): boolean =>
  draft.analysis.tokens
    .slice(row[at]!.last, row[at]!.last + 10)
    .some(({ text }) => /^(?:hours?|minutes?)$/.test(text))

/** "the second day of a visit": 2; 0 when the trigger is no such visit. */
function dayOfStay({ row }: Clause, at: number): number {
  const of = row.slice(0, at).findLastIndex((part) => part.kind === 'prep')
  if (at - of > 4 || row[of]?.word !== 'of' || row[of - 1]?.word !== 'day') return 0
  return ['', 'first', 'second', 'third', 'fourth', 'fifth'].indexOf(row[of - 2]?.word ?? '-')
}

/** "arrived on the 12th … and left on the 13th", "he stays until Monday": the last day of the stay; null when not told. */
function stayEnd({ row }: Clause, at: number, left: boolean): string | null {
  for (let i = at + 1; i < row.length; i++) {
    const time = row[i]!.time
    if (!time?.edtf) continue
    const day = time.kind === 'since' ? /^\.\.\/(.+)$/.exec(time.edtf)?.[1] : time.edtf
    const leaving =
      left &&
      row
        .slice(Math.max(at + 1, i - 5), i)
        .some(
          (part) => part.verb && /^(?:leave|depart|return|fly|go|end|conclude|finish)$/.test(part.verb.lemma),
        )
    const staying = time.kind === 'since' && row.slice(Math.max(at, i - 4), i).some((part) => part.verb)
    if (day && isDay(day) && (leaving || staying)) return day
  }
  return null
}

/** Days of "a two-day visit", "spent three days" beside the trigger; null when none. */
export function durationNear(clause: Clause, at: number): number | null {
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

const OPEN =
  /^(?:arrive|land|expect|(?:fly|come|jet|sail|drive|go|move|travel) (?:in|on)|touch down|begin|start)$/
/** Told of what is ahead: "left for Ellion on Tuesday" is the day of the journey. */
const SETS_OUT = /^(?:leave|depart|proceed|continue|set (?:off|out)|head off)$/
/** "arrived on Monday", "flew on to Ellion last night", "due to start on the 5th": the end is open. */
function arrives(clause: Clause, at: number): boolean {
  const verb = clause.row[at]!.verb
  if (verb) return OPEN.test(verb.phrasal) || (verb.tense !== 'past' && SETS_OUT.test(verb.phrasal))
  return (
    clause.row[at]!.trigger?.frame === 'journey' &&
    clause.row
      .slice(Math.max(0, at - 6), at + 9)
      .some((part) => part.verb && /^(?:begin|start)$/.test(part.verb.lemma))
  )
}

/** "wraps up her visit on Friday": all that is told is its end. */
const ends = ({ row }: Clause, at: number): boolean => {
  const verb =
    row[at]!.trigger?.frame === 'journey'
      ? row.slice(Math.max(0, at - 4), at).findLast((part) => part.verb)
      : null
  return /^(?:end|conclude|wrap|finish|complete)$/.test(verb?.verb?.lemma ?? '') && !verb!.verb!.passive
}

/** "ends a three-day visit on Friday", "went home on Thursday after a three-day visit"; "left on Monday for a three-day visit" tells its first day. */
const endsThen = ({ row }: Clause, at: number): boolean => {
  const before = row.slice(0, at)
  const after = before.some(({ word }) => word === 'after' || word === 'following')
  return before.some(
    ({ verb }) =>
      verb &&
      (/^(?:end|conclude|wrap|finish|complete)$/.test(verb.lemma) ||
        (after && /^(?:leave|return|go|come|fly)$/.test(verb.lemma) && verb.tense === 'past')),
  )
}

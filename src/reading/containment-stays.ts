// How long a visit lasts by what it holds: "flew in on Monday; on Tuesday the king received her", "on her first trip … on Monday saw the premier".
import type { Draft } from './draft.ts'
import { datesMeet, edtfDays, edtfOfDays } from './edtf.ts'
import { mentionsBetween } from './entities.ts'
import type { Merged } from './merging.ts'
import { settleStatus } from './modality.ts'
import { isPerson, statesOf } from './sighting.ts'
import { timesIn } from './temporal.ts'

/** "on her first trip to Ellion, toured the port on Sunday and on Monday saw the premier": a visit without a day lasts as long as what it holds. */
export function dateByParts(draft: Draft, merged: Merged[]): void {
  const spans = new Map<Merged, { first: number; last: number }>()
  for (const { parent, date, dated } of merged) {
    const days = dated === 'own' ? edtfDays(date) : null
    if (!parent || parent.date !== null || !days) continue
    const known = spans.get(parent) ?? days
    spans.set(parent, { first: Math.min(known.first, days.first), last: Math.max(known.last, days.last) })
  }
  for (const [visit, { first, last }] of spans) {
    if (!(last - first < 10)) continue
    visit.date = edtfOfDays(first, last)
    // "is on a visit": begun by then, not over
    if (visit.status === 'ongoing') visit.date = `${visit.date.split('/')[0]}/..`
    visit.status = settleStatus(visit.status, visit.date, draft.publishedOn, visit.kind)
  }
}

/** Days after an arrival on which a meeting may still belong to the stay. */
const STAY = 3
/** A telling that far behind the arrival is of something else. */
const SENTENCES = 4

/** "flew to Ellion on Monday. On Tuesday the king received her": the visit of an earlier day that still lasts; null when none does. */
export function stayOf(draft: Draft, visits: Merged[], exchange: Merged): Merged | null {
  const day = dayOf(exchange)
  if (day === null || exchange.dated !== 'own') return null
  const guests = visits.filter((visit) => shares(draft, visit, exchange))
  // where the guest arrived last by that day is where he is
  const [last] = guests
    .filter((visit) => (dayOf(visit) ?? Infinity) <= day)
    .sort((a, b) => dayOf(b)! - dayOf(a)!)
  return last && lasts(draft, last, exchange, day) ? last : null
}

/** Lets the visit last until the day of what it holds. */
export function stretchTo(draft: Draft, visit: Merged, exchange: Merged): void {
  const [from, to] = [dayOf(visit), dayOf(exchange)]
  if (from === null || to === null || to <= from) return
  // more is ahead: nobody says when it ends
  visit.date = visit.status === exchange.status ? edtfOfDays(from, to) : `${visit.date}/..`
  visit.status = settleStatus(visit.status, visit.date, draft.publishedOn, visit.kind)
}

function lasts(draft: Draft, visit: Merged, exchange: Merged, day: number): boolean {
  const away = day - dayOf(visit)!
  const near = visit.sightings.some(({ sentence }) => Math.abs(sentence - exchange.sentence) <= SENTENCES)
  const { state } = visit.where
  return (
    near &&
    away > 0 &&
    away <= STAY &&
    state !== null &&
    (exchange.where.state ?? hostIn(draft, exchange, state)) === state &&
    (visit.status === exchange.status || isUnderWay(draft, visit, exchange))
  )
}

/** The state visited, where one of its own takes part; else null. */
const hostIn = (draft: Draft, { visitors, hosts, parties }: Merged, state: string): string | null =>
  statesOf(draft, [...visitors, ...hosts, ...parties]).includes(state) ? state : null

/** "reached Ellion yesterday and sees the king today": come these days, with more ahead. */
function isUnderWay({ publishedOn }: Draft, visit: Merged, exchange: Merged): boolean {
  return (
    /^(?:occurred|ongoing)$/.test(visit.status) &&
    /^(?:announced|possible)$/.test(exchange.status) &&
    datesMeet(visit.date, publishedOn, STAY)
  )
}

/** The single day that an exchange is told of; null for longer ones. */
function dayOf({ date }: Merged): number | null {
  const days = edtfDays(date)
  return days && days.first === days.last ? days.first : null
}

const shares = (draft: Draft, visit: Merged, exchange: Merged): boolean =>
  visit.visitors.some(
    (index) =>
      isPerson(draft, index) &&
      [...exchange.visitors, ...exchange.hosts, ...exchange.parties].includes(index),
  )

const leaving =
  /\b(?:le(?:ft|aves?)(?! for\b)|depart(?:ed|s)?|(?:flew|flies|fly|went|goes|go|headed|heads|returned|returns|return|travelled|travels|was|is) (?:back )?(?:home|out|back|on)|will (?:leave|depart|fly home|return home))\b/g
const staying = /\b(?:stay(?:s|ed|ing)?|remain(?:s|ed|ing)?)\b/

/** "landed on the 12th. … He left on the 14th", "She stays until Friday": the last day of a stay told in a later sentence. */
export function closeStays(draft: Draft, merged: Merged[]): void {
  for (const visit of merged) {
    if (visit.kind !== 'visit' || !/^\d{4}-\d\d-\d\d\/\.\.$/.test(visit.date ?? '')) continue
    const start = edtfDays(visit.date)!.first
    const end = departureOf(draft, visit, start)
    if (end === null) continue
    visit.date = edtfOfDays(start, end)
    visit.status = settleStatus(visit.status, visit.date, draft.publishedOn, visit.kind)
  }
}

function departureOf(draft: Draft, visit: Merged, start: number): number | null {
  const { sentences } = draft.analysis
  const from = Math.max(...visit.sightings.map(({ sentence }) => sentence))
  for (let index = visit.sentence; index <= Math.min(from + SENTENCES, sentences.length - 1); index++) {
    if (!opensWith(draft, index, visit)) continue
    const own = visit.sightings.findLast(({ sentence }) => sentence === index)
    const behind = own ? draft.analysis.tokens[own.trigger]!.end : 0
    const day = leavingDay(draft, index, start, behind)
    if (day !== null && day >= start && day - start < 15) return day
  }
  return null
}

/** Whether the first person that the sentence speaks of is the guest. */
function opensWith(draft: Draft, index: number, visit: Merged): boolean {
  const { first, last } = draft.analysis.sentences[index]!
  const [person] = mentionsBetween(draft, first, last).filter(
    ({ kind, entity }) => (kind === 'person' || kind === 'pronoun') && entity >= 0,
  )
  return person !== undefined && visit.visitors.includes(person.entity)
}

/** The day straight behind a verb of leaving, or the one that somebody stays until; `from`: the day of arrival, `behind`: where its own verb ends. */
function leavingDay(draft: Draft, index: number, from: number, behind: number): number | null {
  const { start, end } = draft.analysis.sentences[index]!
  const text = draft.analysis.text.slice(start, end)
  // "flew on to Ellion last night" is itself the arrival
  const left = [...text.matchAll(leaving)]
    .filter((match) => start + match.index >= behind)
    .map((match) => start + match.index + match[0].length)
  for (const time of timesIn(draft, index)) {
    const days = edtfDays(time.kind === 'since' ? time.edtf?.replace(/^\.\.\//, '') : time.edtf)
    if (!days || days.first !== days.last) continue
    // "arrives on Monday. … leaves on Wednesday": the one that follows
    const day = days.first < from && /day\W*$/.test(time.exact) ? days.first + 7 : days.first
    const near = left.some(
      (at) =>
        at <= time.start && !/[.;:]/.test(text.slice(at - start, time.start - start)) && time.start - at < 40,
    )
    const until = time.kind === 'since' && staying.test(text.slice(0, time.start - start))
    if (near || until) return day
  }
  return null
}

// "She has not been to the islands since 2019", "no premier has come since …" → the question "last".
import type { TextClaim } from '../../reading/reading.ts'
import { firstDay, lastDay } from '../counting.ts'
import {
  countRoute,
  last,
  orderFrom,
  type RouteInput,
  readRoute as readInputRoute,
  recallFor,
} from '../last.ts'
import { type Recalled, recallReach } from '../recall.ts'
import { labelExchange } from '../rows.ts'
import { boundRule } from '../rules.ts'
import { daysBetween, windowOf } from '../window.ts'
import { type Figure, readFigures, statesIn } from './figures.ts'
import { levelIn, officeClassIn } from './holders.ts'
import { lengthBack, type Period, resolvePeriod } from './period.ts'
import {
  type ClaimVerdict,
  isOfBody,
  isOwn,
  ownExchange,
  ownOnRoute,
  readRoute,
  type Setting,
  untestable,
} from './setting.ts'

export async function checkLastTime(setting: Setting): Promise<ClaimVerdict> {
  const { claim, context } = setting
  if (isOfBody(claim.exact, statesIn(context, claim.exact)))
    return untestable(
      'The claim is about the sessions of a body; the record follows who went from where to where.',
    )
  const figures = await readFigures(setting)
  const person = /^(?:\W*)(?:no|none|neither|nobody)\b/i.test(claim.exact)
    ? null
    : (figures.find((f) => !inWindow(setting, f.mentions[0]!.start)) ?? null)
  const route = readRoute(setting, person?.state)
  if (!route) return untestable('The text does not say between which states, or the reader could not tell.')
  const period = lengthSince(setting) ?? (await resolvePeriod(setting))
  if ('unknown' in period) return untestable(period.unknown)
  if (period.from && period.from > setting.today)
    return untestable(`The claim speaks of what was still ahead on ${setting.today}.`)
  const level = claim.level ?? levelIn(claim.exact)
  if (!person?.person && level === null && !claim.window)
    return untestable('The claim names neither a person, a rank nor a window that could be looked up.')
  const held = person ? null : officeClassIn(context, claim.exact)
  if (
    !person?.person &&
    !held &&
    claim.level !== null &&
    levelIn(claim.exact) === null &&
    !/\bmember\b/i.test(claim.exact)
  )
    return untestable('The office the claim speaks of is too wide for the record to follow.')
  const input: RouteInput = {
    ...route,
    kind: kindSought(claim),
    until: period.to,
    ...(person?.person ? { person: person.person } : {}),
    ...(held ? { class: held } : {}),
    ...(person || held || level === null ? {} : { level }),
  }
  const answer = await last.ask(context, input)
  const found = await rowsUnder(setting, input, person?.person ?? null)
  const other = counterpart(figures, person)
  const verdict = await judge(setting, { ...found, rows: found.rows.filter(isWith(other)), period, route })
  return { ...verdict, question: 'last', input, answer }
}

/** "No meeting between Okello and {Brandt}": the other of the two named, of another state; null where only one is. */
export const counterpart = (figures: Figure[], person: Figure | null): string | null =>
  (person && figures.find((f) => f.person !== null && f.state !== person.state)?.person) ?? null

export const isWith =
  (other: string | null) =>
  (row: Recalled): boolean =>
    other === null || row.participants.some((p) => p.person === other)

/** "Met", "talks", "contact" may stand in the record as a visit with its hosts: only visits and calls are looked for as such. */
export const kindSought = (claim: TextClaim): RouteInput['kind'] =>
  claim.exchangeKind === 'visit' || claim.exchangeKind === 'call' ? claim.exchangeKind : 'any'

/** "It has been more than a year since …": nothing in that length of time; when before it the last was is not said. */
function lengthSince(setting: Setting): Period | null {
  const { claim, today } = setting
  const words = /\b(?:it (?:has|had) been|it[’']s been)\b[^.]{0,300}?\bsince\b/i.exec(claim.exact)?.[0]
  const from = words ? lengthBack(words, today) : null
  if (!from) return null
  return { from: '0001-01-01', after: from, to: today, words: `after ${from} up to ${today}`, note: null }
}

/** Somebody named only inside the window ("since Okello came in 1978") is not the one the claim is about. */
export function inWindow(setting: Setting, at: number): boolean {
  const { claim, text } = setting
  const start = claim.window ? text.indexOf(claim.window.exact, claim.start) : -1
  return start >= 0 && at >= start
}

/** What the rule counts, last first, and what it would count if a source gave the day. */
export interface Seen {
  rows: Recalled[]
  unconfirmed: Recalled[]
}

/** Counted rows, last first, without the exchange that the text is news of. */
export async function rowsUnder(setting: Setting, input: RouteInput, person: string | null): Promise<Seen> {
  const { context } = setting
  const route = await readInputRoute(context, input)
  const rows = await recallFor(context, route, input, windowOf(null, input.until ?? null))
  const count = countRoute(boundRule(context.rule, input.level), rows, {
    kind: input.kind,
    side: route.from,
    knowledge: context.knowledge,
  })
  // "No premier had come since 2009": what the text has just told is not what it speaks of.
  const had = /\bhad\b/i.test(setting.claim.exact)
  const own = ownExchange(setting, [person]) ?? (had ? ownOnRoute(setting, route) : null)
  const ahead = own && (had || own.status === 'announced' || own.status === 'ongoing') ? own : null
  const others = (list: Recalled[]): Recalled[] => orderFrom('last', list).filter((row) => !isOwn(row, ahead))
  return { rows: others(count.rows), unconfirmed: others(count.unconfirmed) }
}

async function judge(
  setting: Setting,
  seen: Seen & { period: Period; route: { from: string; to: string } },
): Promise<Pick<ClaimVerdict, 'verdict' | 'reason' | 'reworded'>> {
  const { rows, unconfirmed, period, route } = seen
  const newest = rows[0]
  const reach = await recallReach(setting.context, [route.from, route.to])
  const note = period.note ? ` ${period.note}` : ''
  const since = period.after
  if (since && newest && firstDay(newest) > since) {
    return {
      verdict: 'fails',
      reason: `On record after ${since}: ${labelExchange(newest)}.${note}`,
      reworded: `The last on record was ${newest.occurredOn}, ${daysBetween(lastDay(newest), period.to)} days before ${period.to}.`,
    }
  }
  const doubtful = unconfirmed.find((row) => since && firstDay(row) > since)
  if (doubtful)
    return {
      verdict: 'untestable',
      reason: `No sourced row after ${since}, but one known only in general would break the claim: ${labelExchange(doubtful)}.${note}`,
      reworded: null,
    }
  if (since && period.from && newest && lastDay(newest) >= period.from)
    return {
      verdict: 'holds',
      reason: `The last on record: ${labelExchange(newest)}; none after ${since} up to ${period.to}.${note}`,
      reworded: null,
    }
  if (since && reach.from && period.from && reach.from > period.from)
    return {
      verdict: 'untestable',
      reason: `The record of ${route.from} and ${route.to} begins on ${reach.from}, after the window does: earlier silence is not covered.${note}`,
      reworded: null,
    }
  if (since && newest)
    return {
      verdict: 'untestable',
      reason: `Nothing on record after ${since}, but the last on record is ${newest.occurredOn}, before the time the claim names: one of the two may be missing.${note}`,
      reworded: null,
    }
  if (since)
    return {
      verdict: 'untestable',
      reason: `The record holds no such exchange at all; it cannot tell silence from a gap of its own.${note}`,
      reworded: null,
    }
  return newest
    ? {
        verdict: 'untestable',
        reason: `The claim gives no time to hold against the last on record: ${labelExchange(newest)}.`,
        reworded: `The last on record up to ${period.to} was ${newest.occurredOn}.`,
      }
    : { verdict: 'untestable', reason: 'The record holds no such exchange.', reworded: null }
}

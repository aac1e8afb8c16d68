// "She has not been to the islands since 2019", "no premier has come since …" → the question "last".
import type { TextClaim } from '../../reading/reading.ts'
import { countUnder, firstDay, lastDay } from '../counting.ts'
import {
  boundRule,
  last,
  orderFrom,
  type RouteInput,
  readRoute as readInputRoute,
  recallFor,
} from '../last.ts'
import { type Recalled, recallReach } from '../recall.ts'
import { labelExchange } from '../rows.ts'
import { daysBetween, windowOf } from '../window.ts'
import { officeClassIn, rowsOfClass } from './holders.ts'
import { type Period, resolvePeriod } from './period.ts'
import {
  type ClaimVerdict,
  isOwn,
  ownExchange,
  readFigures,
  readRoute,
  type Setting,
  untestable,
} from './setting.ts'

export async function checkLastTime(setting: Setting): Promise<ClaimVerdict> {
  const { claim, context } = setting
  const figures = await readFigures(setting)
  const person = /^(?:\W*)(?:no|none|neither|nobody)\b/i.test(claim.exact)
    ? null
    : (figures.find((f) => !inWindow(setting, f.mentions[0]!.start)) ?? null)
  const route = readRoute(setting, person?.state)
  if (!route) return untestable('The text does not say between which states, or the reader could not tell.')
  const period = await resolvePeriod(setting)
  if ('unknown' in period) return untestable(period.unknown)
  if (period.from && period.from > setting.today)
    return untestable(`The claim speaks of what was still ahead on ${setting.today}.`)
  if (!person?.person && claim.level === null && !claim.window)
    return untestable('The claim names neither a person, a rank nor a window that could be looked up.')
  const held = person ? null : officeClassIn(context, claim.exact)
  if (!person?.person && !held && claim.level !== null)
    return untestable('The office the claim speaks of is too wide for the record to follow.')
  const input: RouteInput = {
    ...route,
    kind: kindSought(claim),
    until: period.to,
    ...(person?.person ? { person: person.person } : {}),
    ...(person || held || claim.level === null ? {} : { level: claim.level }),
  }
  const answer = await last.ask(context, input)
  const found = await rowsUnder(setting, input, person?.person ?? null)
  const rows = held ? rowsOfClass(context, found, { state: route.from, class: held }) : found
  return { ...(await judge(setting, { rows, period, route })), question: 'last', input, answer }
}

/** "Met", "talks", "contact" may stand in the record as a visit with its hosts: only visits and calls are looked for as such. */
export const kindSought = (claim: TextClaim): RouteInput['kind'] =>
  claim.exchangeKind === 'visit' || claim.exchangeKind === 'call' ? claim.exchangeKind : 'any'

/** Somebody named only inside the window ("since Okello came in 1978") is not the one the claim is about. */
export function inWindow(setting: Setting, at: number): boolean {
  const { claim, text } = setting
  const start = claim.window ? text.indexOf(claim.window.exact, claim.start) : -1
  return start >= 0 && at >= start
}

/** Counted rows, last first, without the exchange that the text is news of. */
export async function rowsUnder(
  setting: Setting,
  input: RouteInput,
  person: string | null,
): Promise<Recalled[]> {
  const { context } = setting
  const route = await readInputRoute(context, input)
  const rows = await recallFor(context, route, input, windowOf(null, input.until ?? null))
  const count = countUnder(boundRule(context.rule, input.level), rows, {
    side: route.from,
    knowledge: context.knowledge,
  })
  const own = ownExchange(setting, [person])
  const ahead = own && (own.status === 'announced' || own.status === 'ongoing') ? own : null
  return orderFrom('last', count.rows).filter((row) => !isOwn(row, ahead))
}

async function judge(
  setting: Setting,
  seen: { rows: Recalled[]; period: Period; route: { from: string; to: string } },
): Promise<Pick<ClaimVerdict, 'verdict' | 'reason' | 'reworded'>> {
  const { rows, period, route } = seen
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

// "The first president to come since 2007", "her first trip there as minister" → the question "first".
import { edtfDays } from '../../record/days.ts'
import { firstDay, lastDay } from '../counting.ts'
import { first, type RouteInput } from '../last.ts'
import { recallReach, runQuery } from '../recall.ts'
import { labelExchange } from '../rows.ts'
import { earlier } from '../window.ts'
import { officeClassIn, rowsOfClass } from './holders.ts'
import { inWindow, kindSought, rowsUnder } from './lasttime.ts'
import { type Period, resolvePeriod } from './period.ts'
import {
  type ClaimVerdict,
  isOwn,
  ownExchange,
  ownOnRoute,
  readFigures,
  readRoute,
  type Setting,
  untestable,
} from './setting.ts'

const holderWords =
  /\b(?:by|first)\b[^.]*\b(?:president|minister|premier|chancellor|head of|leader|secretary|king|pope|official|chief|monarch|sovereign)\b/i

/** "The first speaker to come" is about an office; "his first trip as minister" about the man. */
function speaksOfHolders({ claim, context }: Setting): boolean {
  if (
    claim.level === null ||
    /\b(?:his|her|my|our|their|\p{L}+[’']s)\s+(?:very\s+)?first\b/iu.test(claim.exact)
  )
    return false
  return holderWords.test(claim.exact) || officeClassIn(context, claim.exact) !== null
}

export async function checkFirstTime(setting: Setting): Promise<ClaimVerdict> {
  const { claim, context } = setting
  const holder = speaksOfHolders(setting)
  const hero = (await readFigures(setting)).find((f) => !inWindow(setting, f.mentions[0]!.start)) ?? null
  // An office is its state's, whoever else the sentence names; a person goes from the person's own state.
  const route = readRoute(setting, holder ? claim.states[0] : hero?.state)
  if (!route) return untestable('The text does not say between which states, or the reader could not tell.')
  const worded = await resolvePeriod(setting)
  if ('unknown' in worded) return untestable(worded.unknown)
  const person = holder ? null : (hero?.person ?? null)
  if (!person && !holder)
    return untestable('The claim names neither a person nor an office that the record could follow.')
  const own = ownExchange(setting, [hero?.person ?? null]) ?? ownOnRoute(setting, route)
  const period = isWindow(setting) ? worded : await fromOffice(setting, worded, person)
  const start = edtfDays(own?.date).earliest
  const before = start && (!period.from || start >= period.from) ? start : null
  const input: RouteInput = {
    ...route,
    kind: kindSought(claim),
    until: before ? earlier(before, period.to) : period.to,
    ...(period.from ? { since: period.from } : {}),
    ...(person ? { person } : {}),
    ...(holder ? { level: claim.level! } : {}),
  }
  const answer = await first.ask(context, input)
  const held = holder ? officeClassIn(context, claim.exact) : null
  const found = await rowsUnder(setting, input, hero?.person ?? null)
  const rows = (held ? rowsOfClass(context, found, { state: route.from, class: held }) : found).filter(
    (row) => !isOwn(row, own) && lastDay(row) >= (period.from ?? ''),
  )
  const note = period.note ? ` ${period.note}` : ''
  const asked = { question: 'first', input, answer }
  const earliest = rows.filter((row) => !period.after || firstDay(row) > period.after).at(-1)
  if (earliest)
    return {
      verdict: 'fails',
      reason: `On record before: ${labelExchange(earliest)}.${note}`,
      reworded: `The first since ${rows[0]!.occurredOn}.`,
      ...asked,
    }
  const reach = await recallReach(context, [route.from, route.to])
  const from = period.from
  if (!reach.from || !from || reach.from > from)
    return untestable(
      `Nothing on record before, but the record of ${route.from} and ${route.to} ${reach.from ? `begins on ${reach.from}` : 'holds nothing'}, and the claim reaches back ${from ? `to ${from}` : 'without end'}.${note}`,
      asked,
    )
  return {
    verdict: 'holds',
    reason: `No other on record ${period.words} in ${reach.rows} exchanges of ${route.from} and ${route.to} from ${reach.from} on.${note}`,
    reworded: null,
    ...asked,
  }
}

/** "since 2007", "in 20 years" say how far back; "in June 2023" says when the first was, and goes back without end. */
const isWindow = (setting: Setting): boolean =>
  /^\W*(?:since|in|for|over)\b.*\b(?:since|years?|decades?|months?|century|generation)\b|^since\b/i.test(
    setting.claim.window?.exact ?? '',
  )

/** "Her first trip there" is counted from the day she took the office she held, when the packs date it. */
async function fromOffice(setting: Setting, worded: Period, person: string | null): Promise<Period> {
  const open = { ...worded, from: null, after: null, words: `up to ${worded.to}` }
  if (!person) return open
  const [tenure] = await runQuery<{ from: string | null; title: string }>(
    setting.context,
    (p) => `
    select lower(t.valid)::text as from, o.title from tenure t join office o on o.id = t.office_id
    where t.person_id = ${p(person)} and t.valid @> ${p(worded.to)}::date order by o.level, lower(t.valid) limit 1`,
  )
  if (!tenure?.from) return open
  return {
    ...open,
    from: tenure.from,
    words: `from ${tenure.from} to ${worded.to}`,
    note: `Counted from ${tenure.from}, when the office (${tenure.title}) was taken up.`,
  }
}

// "The first president to come since 2007", "her first trip there as minister" → the question "first".
import { edtfDays } from '../../record/days.ts'
import { firstDay, lastDay } from '../counting.ts'
import { first, type RouteInput } from '../last.ts'
import { type Recalled, recallReach } from '../recall.ts'
import { labelExchange } from '../rows.ts'
import { daysBetween, earlier } from '../window.ts'
import { readFigures } from './figures.ts'
import { levelIn, officeClassIn } from './holders.ts'
import { inWindow, kindSought, rowsUnder } from './lasttime.ts'
import { type Period, resolvePeriod } from './period.ts'
import {
  type ClaimVerdict,
  isOwn,
  ownExchange,
  ownOnRoute,
  readRoute,
  type Setting,
  untestable,
} from './setting.ts'
import { leadingOffice } from './tenure.ts'

const holderWords =
  /\b(?:by|first)\b[^.]{0,300}\b(?:president|minister|premier|chancellor|head of|leader|secretary|king|pope|official|chief|monarch|sovereign|member)\b/i

/** "The first speaker to come" is about an office; "his first trip as minister" about the man. */
function speaksOfHolders({ claim, context }: Setting): boolean {
  if (
    (claim.level === null && levelIn(claim.exact) === null) ||
    /\b(?:his|her|my|our|their|\p{L}+[’']s)\s+(?:very\s+)?first\b/iu.test(claim.exact)
  )
    return false
  return (
    holderWords.test(claim.exact) ||
    levelIn(claim.exact) !== null ||
    officeClassIn(context, claim.exact) !== null
  )
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
  const period = isWindow(setting) ? worded : await fromOffice(setting, worded, person)
  const held = holder ? officeClassIn(context, claim.exact) : null
  const level = claim.level ?? levelIn(claim.exact)
  const input: RouteInput = {
    ...route,
    kind: kindSought(claim),
    until: period.to,
    ...(period.from ? { since: period.from } : {}),
    ...(person ? { person } : {}),
    ...(held ? { class: held } : {}),
    ...(holder && !held && level !== null ? { level } : {}),
  }
  const seen = await rowsUnder(setting, input, hero?.person ?? null)
  const inside = (row: Recalled): boolean =>
    lastDay(row) >= (period.from ?? '') && !(period.after && firstDay(row) <= period.after)
  const rows = seen.rows.filter(inside)
  const own = findOwn(setting, { hero: hero?.person ?? null, route, rows, holder })
  const start = own.day && (!period.from || own.day >= period.from) ? own.day : null
  // Up to the first one itself: the answer shows its row and its sources.
  if (start) input.until = earlier(own.row ? lastDay(own.row) : start, period.to)
  const before = (row: Recalled): boolean => !own.is(row) && (start === null || firstDay(row) < start)
  const answer = await first.ask(context, input)
  const told = {
    others: rows.filter(before),
    doubtful: seen.unconfirmed.filter(inside).filter(before),
    own: own.row,
    atStart: seen.rows.some(
      (row) => firstDay(row) <= (period.after ?? '') && lastDay(row) >= (period.from ?? ''),
    ),
    period,
    route,
  }
  return { ...(await judge(setting, told)), question: 'first', input, answer }
}

/** The exchange that is said to be the first: its first day, its row, and whether another row is it. */
interface Own {
  day: string | null
  row: Recalled | null
  is: (row: Recalled) => boolean
}

/** What the text is news of lies at most this far back. */
const newsDays = 60

/**
 * As the text dates it; else as the record has it: for an office the first time its named holder came, for a person the one the text is
 * news of, or the only one there is.
 */
function findOwn(
  setting: Setting,
  sought: { hero: string | null; route: { from: string; to: string }; rows: Recalled[]; holder: boolean },
): Own {
  const { hero, rows, holder } = sought
  const told = ownExchange(setting, [hero]) ?? ownOnRoute(setting, sought.route)
  const day = edtfDays(told?.date).earliest
  if (told && day)
    return { day, row: rows.find((row) => isOwn(row, told)) ?? null, is: (row) => isOwn(row, told) }
  const theirs = hero ? rows.filter((row) => row.participants.some((p) => p.person === hero)) : rows
  const news = theirs.find((row) => daysBetween(lastDay(row), setting.today) <= newsDays)
  const row = (holder && hero ? theirs.at(-1) : news) ?? (theirs.length === 1 ? theirs[0]! : null)
  if (!row) return { day: null, row: null, is: () => false }
  return { day: firstDay(row), row, is: (other) => other.id === row.id }
}

async function judge(
  setting: Setting,
  told: {
    others: Recalled[]
    doubtful: Recalled[]
    own: Recalled | null
    /** Whether the record has the one that "since …" counts from. */
    atStart: boolean
    period: Period
    route: { from: string; to: string }
  },
): Promise<Pick<ClaimVerdict, 'verdict' | 'reason' | 'reworded'>> {
  const { others, doubtful, own, period, route } = told
  const note = period.note ? ` ${period.note}` : ''
  const [newest] = others
  if (newest)
    return {
      verdict: 'fails',
      reason: `On record before: ${labelExchange(others.at(-1)!)}.${note}`,
      reworded: `It was the first since ${labelExchange(newest)}.`,
    }
  if (doubtful[0])
    return untestable(
      `No sourced row before, but one known only in general would break the claim: ${labelExchange(doubtful[0])}.${note}`,
    )
  const reach = await recallReach(setting.context, [route.from, route.to])
  const { from } = period
  // "The first since 2019" counts from one in 2019: a record that lacks it may lack others.
  const counted =
    setting.claim.window?.interval && /^since\b/i.test(setting.claim.window.exact) && isWindow(setting)
  if (counted && from && reach.from && reach.from <= from && !told.atStart)
    return {
      verdict: 'untestable',
      reason: `None on record after ${period.after}, but the one that the claim counts from is not on record either: some may be missing.${own ? ` It itself is on record: ${labelExchange(own)}.` : ''}${note}`,
      reworded: null,
    }
  const it = own ? ` It itself is on record: ${labelExchange(own)}.` : ''
  if (!reach.from || !from || reach.from > from)
    return {
      verdict: 'untestable',
      reason: `Nothing on record before, but the record of ${route.from} and ${route.to} ${reach.from ? `begins on ${reach.from}` : 'holds nothing'}, and the claim reaches back ${from ? `to ${from}` : 'without end'}.${it}${note}`,
      reworded: reach.from ? `It was the first on record since ${reach.from}.` : null,
    }
  return {
    verdict: 'holds',
    reason: `No other on record ${period.words} in ${reach.rows} exchanges of ${route.from} and ${route.to} from ${reach.from} on.${it}${note}`,
    reworded: null,
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
  const tenure = await leadingOffice(setting.context, person, worded.to)
  if (!tenure) return open
  return {
    ...open,
    from: tenure.from,
    words: `from ${tenure.from} to ${worded.to}`,
    note: `Counted from ${tenure.from}, when the office (${tenure.title}) was taken up.`,
  }
}

// "His third visit there this year", "she has come twice since 2021" → visits counted, and the number held against the claim.
import { firstDay, joinNested, lastDay } from '../counting.ts'
import { countRoute, last, type RouteInput, readRoute as readInputRoute, recallFor } from '../last.ts'
import type { Recalled } from '../recall.ts'
import { labelExchange } from '../rows.ts'
import { dayNumber, dayOf, daysBetween, windowOf } from '../window.ts'
import { readFigures } from './figures.ts'
import { levelIn, officeClassIn } from './holders.ts'
import { counterpart, inWindow, isWith } from './lasttime.ts'
import { lengthBack, type Period, resolvePeriod } from './period.ts'
import { type ClaimVerdict, isOwn, ownExchange, readRoute, type Setting, untestable } from './setting.ts'

/** How many the claim says there were. `ordinal`: the last of them is the one it speaks of ("the third"). */
interface Tally {
  count: number
  ordinal: boolean
}

const ordinals = 'second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ')
const cardinals = 'two three four five six seven eight nine ten eleven twelve'.split(' ')
const journey = '(?:visit|trip|journey|stop|tour|meeting|summit|talks|call|time|occasion)'
const traveller = '(?:official|minister|leader|president|premier|envoy|delegation)'

/** "her {third} trip", "was the {2nd} by", "{twice} since", "{four} visits"; null where the words count nothing. */
// => countIn('his third visit this year') → 3, ordinal
export function countIn(words: string): Tally | null {
  const nth = new RegExp(
    String.raw`\b(${ordinals.join('|')}|\d{1,2}(?:nd|rd|th|st))\b(?=(?: [\w-]+){0,3} ${journey}\b| (?:[\w-]+ )?${traveller}\b| (?:by|there|to)\b| (?:this|in) )`,
    'i',
  ).exec(words)?.[1]
  if (nth) return { count: numberOf(nth, ordinals), ordinal: true }
  // "She has {been} here {once}": not "once" in the sense of "as soon as" or "at one time".
  if (/\b(?:been|come|visited|met|gone|travell?ed|flown)\b[^.;]{0,30}\bonce\b/i.test(words))
    return { count: 1, ordinal: false }
  if (/\btwice\b/i.test(words)) return { count: 2, ordinal: false }
  const many = new RegExp(String.raw`\b(${cardinals.join('|')}|\d{1,2}) (?:[\w-]+ )?${journey}s\b`, 'i').exec(
    words,
  )?.[1]
  return many ? { count: numberOf(many, cardinals), ordinal: false } : null
}

/** Both lists begin with two. */
const numberOf = (word: string, list: string[]): number =>
  list.includes(word.toLowerCase()) ? list.indexOf(word.toLowerCase()) + 2 : Number.parseInt(word, 10)

export async function checkTally(setting: Setting, said: Tally): Promise<ClaimVerdict> {
  const { claim, context } = setting
  const figures = await readFigures(setting)
  const hero = figures.find((f) => !inWindow(setting, f.mentions[0]!.start)) ?? null
  const other = counterpart(figures, hero)
  const held = hero ? null : officeClassIn(context, claim.exact)
  const level = hero || held ? null : (claim.level ?? levelIn(claim.exact))
  const route = readRoute(setting, hero?.state)
  if (!route) return untestable('The text does not say between which states, or the reader could not tell.')
  if (!hero?.person && !held && level === null)
    return untestable('The claim names neither a person nor an office whose visits could be counted.')
  const sought: RouteInput = {
    ...route,
    kind: other ? 'any' : 'visit',
    ...(hero?.person ? { person: hero.person } : {}),
    ...(held ? { class: held } : {}),
    ...(level === null ? {} : { level }),
  }
  const period = await windowOfCount(setting, sought, said.ordinal)
  if ('unknown' in period) return untestable(period.unknown)
  if (!period.from) return untestable('The claim gives no time to count in.')
  const input = { ...sought, since: period.from, until: period.to }
  const stays = await countStays(setting, input, {
    hero: said.ordinal ? (hero?.person ?? null) : null,
    other,
  })
  const answer = await last.ask(context, input)
  return { ...judge(said, stays, period), question: 'last', input, answer }
}

/** "In less than a year" is counted back from the visit spoken of, whatever else the sentence dates; else the window is as the reader has it. */
async function windowOfCount(
  setting: Setting,
  input: RouteInput,
  ordinal: boolean,
): ReturnType<typeof resolvePeriod> {
  const { claim, today } = setting
  const words =
    /\b(?:in|within|over)\s+(?:the\s+)?(?:(?:less than|under|just|only|about|past|last)\s+)*(?:an?|\d+|\w+)[- ]\w+\b/gi
  const length = [...claim.exact.matchAll(words)].map((hit) => hit[0]).find((hit) => lengthBack(hit, today))
  if (!length) return resolvePeriod(setting)
  const lately = dayOf(dayNumber(today) - newsDays)
  const { counted } = await countStays(
    setting,
    { ...input, since: lately, until: today },
    { hero: null, other: null },
  )
  const newest = counted.at(-1)?.[0]
  const slack = /\b(?:less than|under|within)\b/i.test(length) ? 0 : 0.5
  const from = lengthBack(length, ordinal && newest ? firstDay(newest) : today, slack)!
  return { from, after: null, to: today, words: `from ${from} to ${today}`, note: null }
}

/** What the text is news of lies at most this far back. */
const newsDays = 14

interface Stays {
  counted: Recalled[][]
  unconfirmed: Recalled[]
  /** 1 where the text tells of one that the record does not hold. */
  fresh: number
}

/** Stays under the rule, gatherings counted in: whoever comes for a summit has come. Rows of one guest on touching days are one stay. */
async function countStays(
  setting: Setting,
  input: RouteInput,
  who: { hero: string | null; other: string | null },
): Promise<Stays> {
  const { context } = setting
  const route = await readInputRoute(context, input)
  const recalled = await recallFor(context, route, input, windowOf(input.since!, input.until!))
  const rows = recalled.filter(
    (row) => isWith(who.other)(row) && row.kind !== 'call' && row.kind !== 'message',
  )
  const rule = { ...context.rule, multilateral: true, maxLevel: input.level ?? 8 }
  const asked = { kind: input.kind, side: route.from, knowledge: context.knowledge }
  const count = countRoute(rule, rows, asked)
  const own = who.hero ? ownExchange(setting, [who.hero]) : null
  const known = count.rows.some(
    (row) => isOwn(row, own) || daysBetween(lastDay(row), setting.today) <= newsDays,
  )
  return {
    counted: joinNested(count.rows).sort((a, b) => firstDay(a[0]!).localeCompare(firstDay(b[0]!))),
    unconfirmed: count.unconfirmed,
    fresh: own && !known ? 1 : 0,
  }
}

function judge(
  said: Tally,
  { counted, unconfirmed, fresh }: Stays,
  period: Period,
): Pick<ClaimVerdict, 'verdict' | 'reason' | 'reworded'> {
  const found = counted.length + fresh
  const times = (n: number): string => (n === 1 ? '1 such exchange' : `${n} such exchanges`)
  const which = counted
    .slice(-6)
    .map((stay) => labelExchange(stay[0]!))
    .join('; ')
  const rest = fresh ? ', and the one that the text tells of' : ''
  const doubt = unconfirmed.length ? ` ${unconfirmed.length} more known only in general, not counted.` : ''
  const note = period.note ? ` ${period.note}` : ''
  const list = `${times(counted.length)} on record ${period.words}${which ? `: ${which}` : ''}${rest}.${doubt}${note}`
  if (found === said.count)
    return { verdict: unconfirmed.length ? 'untestable' : 'holds', reason: list, reworded: null }
  const reworded = found > 0 ? `The record shows ${times(found)} ${period.words}.` : null
  if (found > said.count) return { verdict: 'fails', reason: `More than ${said.count}: ${list}`, reworded }
  return {
    verdict: 'untestable',
    reason: `Fewer than ${said.count}, and some may be missing: ${list}`,
    reworded,
  }
}

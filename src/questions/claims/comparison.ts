// "A has fallen behind B in exchanges with C" → the question "pace", with who is said to be ahead.
import type { Answer } from '../answer.ts'
import { stateName } from '../names.ts'
import { fixed, pace } from '../pace.ts'
import { dayNumber, dayOf } from '../window.ts'
import { figuresIn, statesIn } from './figures.ts'
import { levelIn } from './holders.ts'
import { resolvePeriod } from './period.ts'
import { type ClaimVerdict, type Setting, untestable } from './setting.ts'
import { checkTrend } from './trend.ts'

const behindWords =
  /\b(?:behind|lag\w*|trail\w*|slower|slow-?\w*|fewer|less (?:often|frequent\w*)|slipp\w+ back|fallen? back|aside|reluctan\w+)\b/i
const aheadWords =
  /\b(?:ahead|outpac\w+|outnumber\w*|overtak\w+|overtook|more (?:often|frequent\w*|visits|trips|meetings|calls|exchanges)|busier|faster|frenetic|nudged)\b/i

/** "Outnumbered", "more visits than": a claim of numbers, that the counts decide; of a pace the interval does. */
const countWords =
  /\b(?:outnumber\w*|(?:more|fewer) (?:\p{L}+ )?(?:visit|trip|meeting|call|exchange|guest|delegation|official)\w*)\b/iu

export async function checkPace(setting: Setting): Promise<ClaimVerdict> {
  const { claim, context } = setting
  const [a, b, c] = orderStates(setting)
  if (a && b && !c) return checkTrend(setting, [a, b])
  if (!a || !b || !c)
    return untestable(
      'A comparison of paces needs two states and a third they deal with; the text does not give all three.',
    )
  if (figuresIn(setting, claim).length > 1)
    return untestable('The claim compares persons; the record compares the paces of states.')
  const behind = behindWords.test(claim.exact)
  if (!behind && !aheadWords.test(claim.exact))
    return untestable('The claim does not say which of the two is ahead.')
  const period = await periodOfPace(setting)
  if ('unknown' in period) return untestable(period.unknown)
  const level = levelIn(claim.exact)
  const input = {
    ...{ a, b, with: c },
    since: period.from ?? undefined,
    until: period.to,
    // "more visits to the islands than …" is about one way; contacts and exchanges go both.
    direction: directionOf(claim.exact),
    period: 'quarter' as const,
    ...(level === null ? {} : { level }),
  }
  const answer = await pace.ask(context, input)
  const said = { leader: behind ? b : a, otherName: stateName(context, behind ? a : b) }
  return {
    ...judge(answer as Answer<PaceResult>, {
      ...said,
      note: period.note,
      counts: countWords.test(claim.exact),
    }),
    question: 'pace',
    input,
    answer,
  }
}

/** "More visits to the islands than …" is about one way, "received more guests from" about the other; contacts and exchanges go both. */
function directionOf(words: string): 'to' | 'from' | 'both' {
  if (hosting.test(words)) return 'from'
  return /\b(?:visit|trip|delegation|sent|officials)/i.test(words) ? 'to' : 'both'
}

/** A pace without a window is that of now: the twelve months before the text. */
export async function periodOfPace(setting: Setting): ReturnType<typeof resolvePeriod> {
  const worded = await resolvePeriod(setting)
  if ('unknown' in worded || worded.from) return worded
  const from = dayOf(dayNumber(worded.to) - 365)
  const note = `The claim names no time: the twelve months up to ${worded.to} are counted.`
  return { ...worded, from, words: `from ${from} to ${worded.to}`, note }
}

/**
 * The two compared, then the third both deal with: the one behind "with" or "to", else the one the sentence names most often. What the
 * claim leaves out its sentence says ("… compared to the pace of Arvania–Cyrenne talks").
 */
function orderStates(setting: Setting): string[] {
  const { claim, context, text, sentence } = setting
  const whole = text.slice(sentence.start, sentence.end)
  const named = statesIn(context, claim.exact)
  const around = statesIn(context, whole)
  const order = [...new Set([...named, ...claim.states, ...around])]
  if (order.length < 3) return order
  const [before, after] = claim.exact.split(/\bthan\b/).map((words) => statesIn(context, words))
  const guests = statesIn(context, hosting.exec(claim.exact)?.[1] ?? '')[0]
  if (guests) return [...order.filter((state) => state !== guests).slice(0, 2), guests]
  // "A met C more often than B did"
  if (after?.length === 1 && before!.length === 2 && before![1] !== after[0])
    return [before![0]!, after[0]!, before![1]!]
  const behind = [
    ...claim.exact.matchAll(/\b(?:with|to|towards?|vis-à-vis)\s+(?:the\s+)?(\p{Lu}[\p{L}.’' -]*)/gu),
  ]
  const third =
    behind
      .map((hit) => statesIn(context, hit[1]!)[0])
      .find((state) => state !== undefined && named.length > 1) ??
    order.find((state) => around.filter((s) => s === state).length > 1) ??
    order[2]!
  return [...order.filter((state) => state !== third).slice(0, 2), third]
}

/** "B has received fewer {Arvanian} visitors than C": the guests' state is the one both deal with. */
const hosting =
  /\b(?:receiv|host|welcom)\w{0,6}\b.{0,200}?\b(\p{Lu}[\p{L}. -]{1,60}?)\s{1,3}(?:visitors?|guests?|officials?|delegations?|visits?|ministers?)\b/u

interface PaceResult {
  a: { state: string; count: number }
  b: { state: string; count: number }
  ratio: { low: number; high: number; p: number }
}

function judge(
  answer: Answer<PaceResult>,
  claimed: { leader: string; otherName: string; note: string | null; counts: boolean },
): Pick<ClaimVerdict, 'verdict' | 'reason' | 'reworded'> {
  const { a, b, ratio } = answer.result
  const [lead, rest] = a.state === claimed.leader ? [a, b] : [b, a]
  const counts = `${lead.state} ${lead.count}, ${rest.state} ${rest.count}`
  const note = claimed.note ? ` ${claimed.note}` : ''
  const against = answer.sensitivity.filter(
    (s) =>
      s.flips &&
      [`${claimed.otherName} ahead`, `${claimed.otherName} has more`].some((words) =>
        s.outcome.includes(words),
      ),
  )
  const flips = against.length ? ` Under ${against.map((s) => s.rule).join(', ')} the order turns round.` : ''
  if (lead.count + rest.count === 0)
    return {
      verdict: 'untestable',
      reason: `The record holds no exchanges to compare.${note}`,
      reworded: null,
    }
  const has = rest.count > lead.count ? `${rest.state} has had more exchanges than ${lead.state}` : null
  const byChance = ratio.low <= 1 && ratio.high >= 1
  const odds = byChance
    ? `as a sign of pace a difference that chance could make (p = ${ratio.p.toFixed(2)}; the 95 % interval of the ratio, ${ratio.low.toFixed(2)} to ${fixed(ratio.high)}, takes in 1)`
    : 'more than chance would explain'
  if (byChance && (!claimed.counts || lead.count === rest.count))
    return {
      verdict: 'untestable',
      reason: `By the rule ${answer.countingRule.name}: ${counts}, ${odds}.${flips}${note}`,
      reworded:
        lead.count === rest.count
          ? `The two are level at ${lead.count}.`
          : `${has ?? `${lead.state} has had more exchanges than ${rest.state}`}, but within chance (${counts}).`,
    }
  if (has)
    return {
      verdict: 'fails',
      reason: `By the rule ${answer.countingRule.name}: ${counts}, ${odds}.${flips}${note}`,
      reworded: `${has} (${rest.count} to ${lead.count}).`,
    }
  if (against.length > 0)
    return {
      verdict: 'untestable',
      reason: `It depends on the counting: ${counts} by the rule ${answer.countingRule.name}.${flips}${note}`,
      reworded: `By the rule ${answer.countingRule.name} ${lead.state} has had more exchanges (${counts}).`,
    }
  return {
    verdict: 'holds',
    reason: `By the rule ${answer.countingRule.name}: ${counts}, ${odds}; no counting rule or rank weight turns it round.${note}`,
    reworded: null,
  }
}

// "Their exchanges have slowed since 2022" → the pace of two states before and after, with the exact interval of the ratio.
import { countUnder } from '../counting.ts'
import { recallBetween, recallReach } from '../recall.ts'
import { rateRatio } from '../statistics/poisson.ts'
import { timeline } from '../timeline.ts'
import { dayNumber, dayOf, windowOf } from '../window.ts'
import { levelIn } from './holders.ts'
import { resolvePeriod } from './period.ts'
import { type ClaimVerdict, type Setting, untestable } from './setting.ts'

const slowerWords =
  /\b(?:slow\w*|declin\w+|fewer|less (?:often|frequent\w*)|dropp\w+|dwindl\w+|thinn\w+|fall\w*|fell|cool\w*|dried up)\b/i
const fasterWords =
  /\b(?:more (?:often|frequent\w*)|quicken\w*|accelerat\w+|faster|frenetic|pick\w* up|surg\w+|intensif\w+|increas\w+|gr[eo]w\w*|stepp\w+ up|multipl\w+|doubl\w+)\b/i

/** The stretch since the day the claim names against one as long just before it. */
export async function checkTrend(setting: Setting, states: [string, string]): Promise<ClaimVerdict> {
  const { claim, context } = setting
  const slower = slowerWords.test(claim.exact)
  if (!slower && !fasterWords.test(claim.exact))
    return untestable(
      'The claim neither compares two paces, nor says whether one rose or fell, nor counts visits that could be told apart.',
    )
  const period = await resolvePeriod(setting)
  if ('unknown' in period) return untestable(period.unknown)
  if (!period.from) return untestable('The claim does not say since when the pace is said to have changed.')
  const length = dayNumber(period.to) - dayNumber(period.from) + 1
  const before = windowOf(dayOf(dayNumber(period.from) - length), dayOf(dayNumber(period.from) - 1))
  const input = {
    states: states.join(','),
    since: before.from,
    until: period.to,
    level: levelIn(claim.exact) ?? undefined,
  }
  const [answer, reach, ...counts] = await Promise.all([
    timeline.ask(context, input),
    recallReach(context, states),
    count(setting, states, before),
    count(setting, states, windowOf(period.from, period.to)),
  ])
  const [earlier, later] = counts as [number, number]
  const asked = { question: 'timeline', input, answer }
  if (!reach.from || reach.from > before.from)
    return untestable(
      `The record of ${states.join(' and ')} ${reach.from ? `begins on ${reach.from}` : 'holds nothing'}: there is no stretch as long before ${period.from} to compare with.`,
      asked,
    )
  return {
    ...judge({ earlier, later, slower, words: `${before.words}, ${later} ${period.words}` }),
    ...asked,
  }
}

async function count(
  { context, claim }: Setting,
  states: string[],
  window: ReturnType<typeof windowOf>,
): Promise<number> {
  const rule = { ...context.rule, maxLevel: Math.min(context.rule.maxLevel, levelIn(claim.exact) ?? 8) }
  const rows = await recallBetween(context, states, window)
  return countUnder(rule, rows, { knowledge: context.knowledge }).counted.length
}

function judge(seen: {
  earlier: number
  later: number
  slower: boolean
  words: string
}): Pick<ClaimVerdict, 'verdict' | 'reason' | 'reworded'> {
  const { earlier, later, slower, words } = seen
  const ratio = rateRatio({ count: later, over: 1 }, { count: earlier, over: 1 })
  const counts = `${earlier} ${words}`
  if (earlier + later === 0)
    return { verdict: 'untestable', reason: 'The record holds no exchanges to compare.', reworded: null }
  const asSaid = slower ? later < earlier : later > earlier
  const sure = ratio.low > 1 || ratio.high < 1
  if (!sure)
    return {
      verdict: 'untestable',
      reason: `${counts}: a difference that chance could make (p = ${ratio.p.toFixed(2)}).`,
      reworded: `The record shows no clear change: ${counts}.`,
    }
  return asSaid
    ? { verdict: 'holds', reason: `${counts}: more than chance would explain.`, reworded: null }
    : {
        verdict: 'fails',
        reason: `${counts}: it went the other way.`,
        reworded: `It has ${slower ? 'quickened' : 'slowed'}: ${counts}.`,
      }
}

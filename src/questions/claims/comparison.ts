// "A has fallen behind B in exchanges with C" → the question "pace", with who is said to be ahead.
import type { Answer } from '../answer.ts'
import { stateName } from '../names.ts'
import { pace } from '../pace.ts'
import { resolvePeriod } from './period.ts'
import { type ClaimVerdict, type Setting, untestable } from './setting.ts'

const behindWords =
  /\b(?:behind|lag\w*|trail\w*|slower|slow-?\w*|fewer|less (?:often|frequent\w*)|slipp\w+ back|fallen? back|aside|reluctan\w+)\b/i
const aheadWords =
  /\b(?:ahead|outpac\w+|outnumber\w*|overtak\w+|overtook|more (?:often|frequent\w*|visits|trips|meetings|calls|exchanges)|busier|faster|frenetic|nudged)\b/i

export async function checkPace(setting: Setting): Promise<ClaimVerdict> {
  const { claim, context } = setting
  const [a, b, c] = orderStates(setting)
  if (!a || !b || !c)
    return untestable(
      'A comparison of paces needs two states and a third they deal with; the claim does not give all three.',
    )
  const behind = behindWords.test(claim.exact)
  if (!behind && !aheadWords.test(claim.exact))
    return untestable('The claim does not say which of the two is ahead.')
  const period = await resolvePeriod(setting)
  if ('unknown' in period) return untestable(period.unknown)
  const input = {
    a,
    b,
    with: c,
    since: period.from ?? undefined,
    until: period.to,
    direction: 'both' as const,
    period: 'quarter' as const,
  }
  const answer = await pace.ask(context, input)
  return {
    ...judge(answer as Answer<PaceResult>, {
      leader: behind ? b : a,
      otherName: stateName(context, behind ? a : b),
      note: period.note,
    }),
    question: 'pace',
    input,
    answer,
  }
}

/** The third state is the one behind "with"; the other two keep the order of the text. */
function orderStates(setting: Setting): string[] {
  const { claim, context } = setting
  const third =
    /\b(?:with|to|towards?|vis-à-vis)\s+(?:the\s+)?([\p{Lu}][\p{L}.’' -]*)/u.exec(claim.exact)?.[1] ?? ''
  const named = context.knowledge.gazetteer.states
    .filter((s) => claim.states.includes(s.id))
    .find((s) => [s.name, ...s.names, ...s.demonyms].some((name) => third.startsWith(name)))
  if (!named || claim.states.length < 3) return claim.states.slice(0, 3)
  return [...claim.states.filter((s) => s !== named.id).slice(0, 2), named.id]
}

interface PaceResult {
  a: { state: string; count: number }
  b: { state: string; count: number }
  ratio: { low: number; high: number; p: number }
}

function judge(
  answer: Answer<PaceResult>,
  claimed: { leader: string; otherName: string; note: string | null },
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
  if (lead.count <= rest.count)
    return {
      verdict: 'fails',
      reason: `By the rule ${answer.countingRule.name}: ${counts}.${flips}${note}`,
      reworded:
        rest.count > lead.count
          ? `${rest.state} has had more exchanges than ${lead.state} (${rest.count} to ${lead.count}).`
          : `The two are level at ${lead.count}.`,
    }
  if (against.length > 0)
    return {
      verdict: 'untestable',
      reason: `It depends on the counting: ${counts} by the rule ${answer.countingRule.name}.${flips}${note}`,
      reworded: `By the rule ${answer.countingRule.name} ${lead.state} has had more exchanges (${counts}).`,
    }
  const chance =
    ratio.low > 1 || ratio.high < 1
      ? 'more than chance would explain'
      : `a difference that chance could make (p = ${ratio.p.toFixed(2)})`
  return {
    verdict: 'holds',
    reason: `By the rule ${answer.countingRule.name}: ${counts}, ${chance}; no counting rule or rank weight turns it round.${note}`,
    reworded: null,
  }
}

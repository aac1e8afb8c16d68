// "X, who seldom receives foreign ministers" → the question "norm", without the reception that the text is news of.

import { edtfDays } from '../../record/days.ts'
import type { Answer } from '../answer.ts'
import { guestsOf } from '../counting.ts'
import { sayBest } from '../exceptions.ts'
import { norm, normVerdict } from '../norm.ts'
import type { Split } from '../split.ts'
import { baseRate } from '../statistics/wilson.ts'
import { daysBetween } from '../window.ts'
import { type Figure, figuresIn, readFigures } from './figures.ts'
import { guestsIn } from './guests.ts'
import { officeClassIn } from './holders.ts'
import { type ClaimVerdict, type Setting, untestable } from './setting.ts'

interface Case {
  from: string
  to: string
  received: boolean
  /** The guest. */
  person: string | null
}
interface NormResult {
  kept: Case[]
  broken: Case[]
  splits: Split[]
}

const negative = /\b(?:not|n[’']t|never|seldom|rarely|hardly|unusual(?:ly)?|exception|few|no)\b/i

/** What the question "norm" counts: a guest is received, met, seen; an honour kept for guests is another custom. */
const receiving = /\b(?:receiv|meet|met\b|see\b|sees\b|saw|host|welcom|admit|audience|talk|sit|call|greet)/i

export async function checkNorm(setting: Setting): Promise<ClaimVerdict> {
  const { context, claim } = setting
  const figures = await readFigures(setting)
  const person = practised(setting, figures)
  if (!person) return untestable('The claim names nobody whose practice could be counted.')
  if (!receiving.test(claim.exact))
    return untestable('The record counts whom somebody receives; the custom the claim speaks of is another.')
  const words = setting.text.slice(claim.start, setting.sentence.end)
  const guests = officeClassIn(context, words, { plural: true })
  if (!guests)
    return untestable(
      'The claim names no class of guests (foreign ministers, parliamentarians …) that the record could count.',
    )
  const from = guestsIn(context, words)
  if ('unknown' in from)
    return untestable(
      `The claim speaks of guests of some kind of state (“${from.unknown}”), which the packs do not list.`,
    )
  const says = negative.test(claim.exact) ? ('does-not-receive' as const) : ('receives' as const)
  const input = {
    person: person.person!,
    class: guests,
    says,
    until: setting.today,
    ...(from.of ? { of: from.of } : {}),
  }
  const answer = (await norm.ask(context, input)) as Answer<NormResult>
  return {
    ...judge(setting, answer, {
      person: person.name,
      id: person.person!,
      guests: guestsWith(guests, from.of),
      says,
    }),
    question: 'norm',
    input,
    answer,
  }
}

const guestsWith = (guests: string, of: string | null): string =>
  `${guestsOf(guests)}${of ? ` from ${of}` : ''}`

/** Whose practice it is: "Xu, {who} seldom receives …" is the name just before; else the first that the claim names. */
function practised(setting: Setting, figures: Figure[]): Figure | undefined {
  const { claim, sentence, reading } = setting
  const known = figures.filter((f) => f.person !== null)
  if (!/^(?:who|whom|whose|he|she)\b/i.test(claim.exact)) return known[0]
  const before = reading.officials
    .flatMap((o) => o.mentions.map((m) => ({ ...o, mentions: [m] })))
    .filter(
      (o) => o.person !== null && o.mentions[0]!.start >= sentence.start && o.mentions[0]!.end <= claim.start,
    )
    .sort((a, b) => b.mentions[0]!.start - a.mentions[0]!.start)
  return before[0] ?? known[0]
}

/** Days of the receptions by that person in the last month that the text reports. */
function reportedReceptions(setting: Setting, id: string): { earliest: string; latest: string }[] {
  return setting.reading.exchanges
    .filter((e) => e.participants.some((p) => p.person === id))
    .map((e) => edtfDays(e.date))
    .flatMap(({ earliest, latest }) => (earliest ? [{ earliest, latest: latest ?? earliest }] : []))
    .filter(({ latest }) => Math.abs(daysBetween(latest, setting.today)) <= 30)
}

/** Without the reception the text is news of: it is the exception that made the writer say so. */
function judge(
  setting: Setting,
  answer: Answer<NormResult>,
  said: { person: string; id: string; guests: string; says: 'receives' | 'does-not-receive' },
): Pick<ClaimVerdict, 'verdict' | 'reason' | 'reworded'> {
  const news = reportedReceptions(setting, said.id)
  const guests = new Set(figuresIn(setting, setting.sentence).map((figure) => figure.person))
  const justNow = (c: Case): boolean =>
    c.person !== null && guests.has(c.person) && daysBetween(c.to, setting.today) <= 30
  const all = [...answer.result.kept, ...answer.result.broken]
  const cases = all.filter(
    (c) => !justNow(c) && !news.some((days) => c.from <= days.latest && days.earliest <= c.to),
  )
  const best = sayBest(answer.result.splits)
  const rate = baseRate(cases.filter((c) => c.received).length, cases.length)
  const outcome = normVerdict(said.says, rate)
  const counts = `${rate.hits} of ${rate.trials} ${said.guests} on record were received by ${said.person} up to ${setting.today}${cases.length < all.length ? ', the one the text reports left out' : ''} (95 % ${Math.round(rate.low * 100)} to ${Math.round(rate.high * 100)} %)`
  if (rate.trials === 0)
    return {
      verdict: 'untestable',
      reason: `The record holds no ${said.guests} to count.`,
      reworded: null,
    }
  const verdict = outcome.startsWith('the norm is kept')
    ? 'holds'
    : outcome.startsWith('the contrary')
      ? 'fails'
      : 'untestable'
  return {
    verdict,
    reason: `${counts}: ${outcome}. Stays without a reception are covered less surely than receptions.${best ? ` ${best}` : ''}`,
    reworded: verdict === 'holds' ? null : rewordRecent(cases, said),
  }
}

/** The longest run of latest years in which it would hold. */
function rewordRecent(
  cases: Case[],
  said: { person: string; guests: string; says: 'receives' | 'does-not-receive' },
): string | null {
  for (const year of [...new Set(cases.map((c) => c.from.slice(0, 4)))].sort()) {
    const recent = cases.filter((c) => c.from >= year)
    const rate = baseRate(recent.filter((c) => c.received).length, recent.length)
    const share = said.says === 'receives' ? rate.rate : 1 - rate.rate
    if (share > 0.5)
      return `Since ${year} ${said.person} is on record as receiving ${rate.hits} of ${rate.trials} ${said.guests}.`
  }
  return null
}

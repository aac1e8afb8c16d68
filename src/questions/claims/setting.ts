// What a claim of a text stands in: who and which states it is about, the day it was written, the exchange it is news of.
import type { Span } from '../../language/span.ts'
import { overlaps } from '../../language/span.ts'
import type { Exchange, Reading, TextClaim } from '../../reading/reading.ts'
import { edtfDays } from '../../record/days.ts'
import type { Answer, Verdict } from '../answer.ts'
import { firstDay, lastDay } from '../counting.ts'
import type { QuestionContext } from '../question.ts'
import type { Recalled } from '../recall.ts'
import { dayKnown, dayNumber } from '../window.ts'

export interface Setting {
  context: QuestionContext
  reading: Reading
  text: string
  claim: TextClaim
  /** The sentence the claim stands in. */
  sentence: Span
  /** Day the text was published; the day asked when it gives none. A text is held to what had happened by then. */
  today: string
  dated: boolean
}

/** What came of one claim. */
export interface ClaimVerdict extends Verdict {
  /** The question it was turned into, with the input that asks it again; null when it could not be turned into any. */
  question: string | null
  input: Record<string, unknown> | null
  answer: Answer | null
}

export const untestable = (reason: string, asked?: Partial<ClaimVerdict>): ClaimVerdict => ({
  verdict: 'untestable',
  reason,
  reworded: null,
  question: null,
  input: null,
  answer: null,
  ...asked,
})

export function makeSetting(
  context: QuestionContext,
  source: { reading: Reading; text: string },
  claim: TextClaim,
): Setting {
  const published = source.reading.document.publishedOn
  return {
    context,
    ...source,
    claim,
    sentence: sentenceAround(source.text, claim),
    today: published ?? dayKnown(context),
    dated: published !== null,
  }
}

/** From the stop before to the stop after; a point inside "U.S." or "Gen." ends nothing. */
export function sentenceAround(text: string, { start, end }: Span): Span {
  const stop =
    /(?<!\b(?:[A-Z]|Mr|Ms|Mrs|Dr|Gen|Col|Lt|Sen|Rep|St|Jr|No)\.?)[.!?]["”’)]*\s+(?=["“‘(]?[\p{Lu}\d])|\n+/gu
  const ends = [...text.matchAll(stop)].map((hit) => ({ at: hit.index, after: hit.index + hit[0].length }))
  return {
    start: ends.findLast((hit) => hit.after <= start)?.after ?? 0,
    end: ends.find((hit) => hit.at >= end - 1)?.at ?? text.length,
  }
}

/** Guest and host of the claim: the states as worded; "the country" is the host that this guest visits most often in the text. */
export function readRoute(setting: Setting, guest?: string | null): { from: string; to: string } | null {
  const { claim, reading } = setting
  const from = guest ?? claim.states[0]
  if (!from) return null
  const hosts = claim.states.filter((state) => state !== from)
  const counts = new Map<string, number>()
  for (const { host, states } of reading.exchanges)
    if (host && host !== from && states.includes(from)) counts.set(host, (counts.get(host) ?? 0) + 1)
  const ranked = [...counts].sort((a, b) => b[1] - a[1]).map(([state]) => state)
  const to =
    hosts.length === 1 ? hosts[0] : (ranked.find((state) => hosts.includes(state)) ?? hosts[0] ?? ranked[0])
  return to ? { from, to } : null
}

const sessions =
  /\b(?:body|commission|committee|council|panel|working group|parliament|assembly|grouping)\b[^.;]{0,30}\b(?:met|meet|convened?|come together|sat)\b/i
const gatherings = /\battend\w*\b[^.;]{0,40}\b(?:gathering|summit|session|assembly|conference|forum)s?\b/i

/** "A council that has not met since", "has not attended a gathering of the union": sessions of a body, which no route from guest to host tells. */
export const isOfBody = (words: string, states: string[]): boolean =>
  sessions.test(words) || (gatherings.test(words) && states.length < 2)

/** Exchanges the text itself reports in the claim's sentence. */
export const reportedHere = (setting: Setting): Exchange[] =>
  setting.reading.exchanges.filter((exchange) => exchange.evidence.some((e) => overlaps(e, setting.sentence)))

/** The exchange that the text is news of, for these people: reported in the sentence first, else ahead, else the latest. */
export function ownExchange(setting: Setting, people: (string | null)[]): Exchange | null {
  const has = (exchange: Exchange): boolean =>
    exchange.participants.some((p) => p.person !== null && people.includes(p.person))
  const own = setting.reading.exchanges.filter((exchange) => exchange.date !== null && has(exchange))
  const here = reportedHere(setting)
  const latest = [...own].sort((a, b) =>
    (edtfDays(b.date).earliest ?? '').localeCompare(edtfDays(a.date).earliest ?? ''),
  )
  return own.find((e) => here.includes(e)) ?? latest[0] ?? null
}

/** "It was the first trip there by …": the text's own recent exchange of those two states, when the claim names nobody who made it. */
export function ownOnRoute(setting: Setting, route: { from: string; to: string }): Exchange | null {
  const recent = setting.reading.exchanges
    .map((e) => ({ e, from: edtfDays(e.date).earliest }))
    .filter(
      ({ e, from }) =>
        from !== null &&
        e.host === route.to &&
        e.states.includes(route.from) &&
        Math.abs(dayNumber(from) - dayNumber(setting.today)) <= 60,
    )
  return recent.sort((a, b) => b.from!.localeCompare(a.from!))[0]?.e ?? null
}

/** Whether a row of the record is the exchange the text is news of: the same person, or host and states, at most three days apart. */
export function isOwn(row: Recalled, own: Exchange | null): boolean {
  const days = edtfDays(own?.date)
  if (!own || !days.earliest) return false
  const person = row.participants.some(
    (p) => p.person !== null && own.participants.some((q) => q.person === p.person),
  )
  const unnamed = !own.participants.some((q) => q.person !== null && q.role !== 'host')
  const place =
    own.host !== null && row.host === own.host && own.states.every((state) => row.states.includes(state))
  const [from, to] = [dayNumber(days.earliest), dayNumber(days.latest ?? days.earliest)]
  return (
    (person || (unnamed && place)) &&
    dayNumber(firstDay(row)) <= to + 3 &&
    dayNumber(lastDay(row)) >= from - 3
  )
}

// "None of their readouts mentioned …" → the question "readouts" with its omission certificate.
import type { Exchange } from '../../reading/reading.ts'
import { edtfDays } from '../../record/days.ts'
import { readouts } from '../readouts.ts'
import { daysBetween, earlier, later } from '../window.ts'
import { figuresIn } from './figures.ts'
import { type ClaimVerdict, type Setting, untestable } from './setting.ts'

export async function checkOmission(setting: Setting): Promise<ClaimVerdict> {
  const { claim } = setting
  const topic = claim.topic ?? topicWords(claim.exact)
  if (!topic)
    return untestable('The claim does not say, in words the reader could make out, what was left out.')
  const side = sideOf(setting) ?? claim.states[0]
  if (!side) return untestable('The claim does not say whose text is silent.')
  let first: ClaimVerdict | null = null
  for (const about of likelyExchanges(setting, side).slice(0, 4)) {
    const asked = await askAbout(setting, about, { topic, side })
    if (asked.verdict !== 'untestable') return asked
    if (!first?.reworded) first = asked.reworded || !first ? asked : first
  }
  return first ?? untestable(`The text reports no dated exchange of ${side} that such a readout could be of.`)
}

/** Recent exchanges are asked about in turn: the claim is of the one whose readouts decide it, else of the one that has any on record. */
async function askAbout(
  setting: Setting,
  about: Exchange,
  said: { topic: string; side: string },
): Promise<ClaimVerdict> {
  const { from, until } = stayAround(setting, about)
  const input = { states: about.states.join(','), on: from === until ? from : `${from}/${until}`, ...said }
  const answer = await readouts.ask(setting.context, input)
  const verdict = answer.verdict ?? { verdict: 'untestable' as const, reason: answer.summary, reworded: null }
  return { ...verdict, question: 'readouts', input, answer }
}

/** First and last day of the stay: a visit and its meetings are reported apart, and "none of the readouts" is of all of them. */
function stayAround(setting: Setting, about: Exchange): { from: string; until: string } {
  let [from, until] = daysOf(about)
  const beside = setting.reading.exchanges.filter(
    (e) => e.date !== null && about.states.every((state) => e.states.includes(state)),
  )
  for (const [first, last] of beside.map(daysOf).sort())
    if (first <= until && last >= from) [from, until] = [earlier(from, first), later(until, last)]
  return { from, until: later(from, earlier(until, setting.today)) }
}

const daysOf = (exchange: Exchange): [first: string, last: string] => {
  const { earliest, latest } = edtfDays(exchange.date)
  return [earliest!, latest ?? earliest!]
}

/** "mentioned {the peninsula} specifically", "silent on {arms}". */
function topicWords(words: string): string | null {
  const hit =
    /\b(?:mention(?:ed|s|ing)?(?: of)?|referr?(?:ed|ence) to|silent (?:on|about)|left out|omitt?ed|word (?:of|on|about)|nothing about|trace of)\s+(?:the\s+)?([\p{L}’'][\p{L}’' -]{2,59}?)(?:\s+(?:specifically|explicitly|directly|at all|by name)|[,.;]|$)/iu.exec(
      words,
    )
  return hit?.[1]?.trim() ?? null
}

/** The state whose adjective stands before "readout", "statement", "summary" …: "the official {Chinese} readouts". */
function sideOf(setting: Setting): string | null {
  const { claim, context } = setting
  for (const state of context.knowledge.gazetteer.states.filter((s) => claim.states.includes(s.id))) {
    for (const name of [...state.demonyms, state.name, ...state.names]) {
      const near = new RegExp(
        `\\b${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?:[’']s)?\\s+(?:\\w+\\s+){0,2}(?:readouts?|statements?|summar(?:y|ies)|texts?|communiqu|accounts?|versions?|one)`,
        'i',
      )
      if (near.test(claim.exact)) return state.id
    }
  }
  return null
}

/**
 * Exchanges such readouts may be of, likeliest first: those of the people the claim's sentence names ("none mentioned …, though Wu and Orr may have
 * spoken of it") before others, near in the text before far,
 * and before the claim rather than after it. What is more than two months old is no news that readouts are of.
 */
function likelyExchanges(setting: Setting, side: string): Exchange[] {
  const named = new Set(figuresIn(setting, setting.sentence).map((figure) => figure.person ?? figure.name))
  const shared = (e: Exchange): number =>
    new Set(e.participants.map((p) => p.person ?? p.name).filter((who) => who !== null && named.has(who)))
      .size
  const old = (e: Exchange): number =>
    Number(daysBetween(edtfDays(e.date).latest ?? setting.today, setting.today) > 60)
  const distance = (at: number): number =>
    at <= setting.claim.end ? setting.claim.end - at : 2 * (at - setting.claim.end)
  const near = (e: Exchange): number => Math.min(...e.evidence.map((q) => distance(q.start)))
  return setting.reading.exchanges
    .filter((e) => e.date !== null && e.states.includes(side) && e.states.length > 1)
    .filter((e) => (edtfDays(e.date).earliest ?? '9') <= setting.today)
    .filter((e) => old(e) === 0)
    .sort((a, b) => shared(b) - shared(a) || near(a) - near(b))
}

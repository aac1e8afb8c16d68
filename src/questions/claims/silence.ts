// "None of their readouts mentioned …" → the question "readouts" with its omission certificate.
import { edtfDays } from '../../record/days.ts'
import { readouts } from '../readouts.ts'
import { earlier } from '../window.ts'
import { type ClaimVerdict, type Setting, untestable } from './setting.ts'

export async function checkOmission(setting: Setting): Promise<ClaimVerdict> {
  const { claim, context } = setting
  const topic = claim.topic ?? topicWords(claim.exact)
  if (!topic)
    return untestable('The claim does not say, in words the reader could make out, what was left out.')
  const side = sideOf(setting) ?? claim.states[0]
  if (!side) return untestable('The claim does not say whose text is silent.')
  const about = nearestExchange(setting, side)
  const days = edtfDays(about?.date)
  if (!about || !days.earliest)
    return untestable(`The text reports no dated exchange of ${side} that such a readout could be of.`)
  const input = { states: about.states.join(','), on: about.date!.replace(/[~?]/g, ''), topic, side }
  const until = earlier(days.latest ?? days.earliest, setting.today)
  const answer = await readouts.ask(context, {
    ...input,
    on: days.earliest === until ? days.earliest : `${days.earliest}/${until}`,
  })
  const verdict = answer.verdict ?? { verdict: 'untestable' as const, reason: answer.summary, reworded: null }
  return { ...verdict, question: 'readouts', input, answer }
}

/** "mentioned {the peninsula} specifically", "silent on {arms}". */
function topicWords(words: string): string | null {
  const hit =
    /\b(?:mention(?:ed|s|ing)?(?: of)?|referr?(?:ed|ence) to|silent (?:on|about)|left out|omitt?ed|word (?:of|on|about)|nothing about|trace of)\s+(?:the\s+)?([\p{L}’' -]{3,60}?)(?:\s+(?:specifically|explicitly|directly|at all|by name)|[,.;]|$)/iu.exec(
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

/** The dated exchange of that state with another nearest in the text, before the claim rather than after, that had begun by then. */
function nearestExchange(setting: Setting, side: string) {
  const distance = (at: number): number =>
    at <= setting.claim.end ? setting.claim.end - at : 2 * (at - setting.claim.end)
  return setting.reading.exchanges
    .filter(
      (e) =>
        e.date !== null &&
        e.states.includes(side) &&
        e.states.length > 1 &&
        (edtfDays(e.date).earliest ?? '9') <= setting.today,
    )
    .map((e) => [Math.min(...e.evidence.map((q) => distance(q.start))), e] as const)
    .sort((a, b) => a[0] - b[0])[0]?.[1]
}

// A baseline in the manner of the machine event coders: two states and a trigger verb in one sentence make an event,
// that happened on the day of publication.
import type { Gazetteer } from '../src/knowledge/gazetteer.ts'
import type { Exchange, ExchangeKind, Reading, SourceText } from '../src/reading/reading.ts'

const triggers: [RegExp, ExchangeKind][] = [
  [/\b(?:spoke|phoned|telephoned|called|telephone conversation|phone call)\b/i, 'call'],
  [/\b(?:visit(?:s|ed)?|travel(?:s|led|ed)?|trip|arrive[sd]?)\b/i, 'visit'],
  [/\b(?:signed|signing)\b/i, 'agreement'],
  [/\b(?:met|meets?|meeting|talks|received|hosted|summit)\b/i, 'meeting'],
]

/** Reads a text as a co-occurrence coder would: no names, no status, no resolution of time. */
export function makeBaseline(gazetteer: Gazetteer): (source: SourceText) => Reading {
  const names = new Map<string, string>()
  for (const state of gazetteer.states) {
    for (const name of [state.name, ...state.names, ...state.demonyms, state.capital])
      if (name) names.set(name, state.id)
  }
  const escaped = [...names.keys()]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.()]/g, '\\$&'))
  const pattern = new RegExp(`(?<![\\p{L}])(?:${escaped.join('|')})(?![\\p{L}])`, 'gu')
  return (source) =>
    readByCooccurrence(source, (sentence) => [
      ...new Set([...sentence.matchAll(pattern)].map((match) => names.get(match[0])!)),
    ])
}

function readByCooccurrence(source: SourceText, statesIn: (sentence: string) => string[]): Reading {
  const exchanges: Exchange[] = []
  for (const match of source.text.matchAll(/[^.!?\n]+[.!?]?/g)) {
    const kind = triggers.find(([trigger]) => trigger.test(match[0]))?.[1]
    const states = statesIn(match[0]).slice(0, 2).sort()
    if (!kind || states.length < 2) continue
    const evidence = { start: match.index, end: match.index + match[0].length, exact: match[0] }
    exchanges.push(codedEvent(`e${exchanges.length + 1}`, kind, states, source.publishedOn ?? null, evidence))
  }
  const document = {
    id: source.id,
    title: null,
    publishedOn: source.publishedOn ?? null,
    language: 'en',
    genre: null,
    side: null,
  }
  return { document, officials: [], exchanges, statements: [], claims: [], warnings: [] }
}

function codedEvent(
  id: string,
  kind: ExchangeKind,
  states: string[],
  date: string | null,
  evidence: Exchange['evidence'][number],
): Exchange {
  return {
    id, kind, status: 'occurred', date, place: null, host: null, states, participants: [], format: null, partOf: null,
    evidence: [evidence], confidence: 0.5, rules: ['co-occurrence'],
  } // biome-ignore format: a row
}

// The fields of a claim: states in the order guest, host; people; exchange kind; window; level; topic; whether it is ahead.
import type { Sentence } from '../language/analysis.ts'
import type { Span } from '../language/span.ts'
import type { Draft, Entity, Mention } from './draft.ts'
import { entityOf, mentionsBetween } from './entities.ts'
import type { ClaimKind, ExchangeKind, TextClaim } from './reading.ts'
import { topicHits } from './topics.ts'
import { windowOf } from './windows.ts'

type Fields = Pick<TextClaim, 'states' | 'people' | 'exchangeKind' | 'window' | 'level' | 'topic' | 'ahead'>

/** What the clause says of whom; what it leaves out is taken from the rest of its sentence, else from the sentence before. */
export function claimFields(draft: Draft, sentence: Sentence, clause: Span, kind: ClaimKind): Fields {
  const [first, last] = tokensOf(draft, sentence, clause)
  const exact = draft.analysis.text.slice(clause.start, clause.end)
  const previous = draft.analysis.sentences[sentence.index - 1]
  const own = mentionsBetween(draft, first, last)
  const whole = mentionsBetween(draft, sentence.first, sentence.last)
  const near = previous ? mentionsBetween(draft, previous.first, previous.last) : []
  const states = statesOf(draft, own, [whole, near])
  return {
    states,
    people: peopleOf(draft, own.some((mention) => entityOf(draft, mention)?.kind === 'person') ? own : whole),
    exchangeKind: kindOf(exact) ?? kindOf(draft.analysis.text.slice(sentence.start, clause.start)),
    window: windowOf(draft, clause, first, last),
    level: levelOf(draft, exact),
    topic: topicOf(draft, clause, kind),
    ahead: /\b(?:will|would|[’']ll|is to|are to|is due|are due|is expected|could)\b/.test(exact),
  }
}

function tokensOf(draft: Draft, sentence: Sentence, clause: Span): [first: number, last: number] {
  const { tokens } = draft.analysis
  let first = sentence.first
  while (first < sentence.last && tokens[first]!.end <= clause.start) first++
  let last = first
  while (last < sentence.last && tokens[last]!.start < clause.end) last++
  return [first, last]
}

/** Guests before hosts. When the clause names fewer than two states, wider stretches complete it. */
function statesOf(draft: Draft, own: Mention[], wider: Mention[][]): string[] {
  const guests: string[] = []
  const hosts: string[] = []
  for (const mentions of [own, ...wider]) {
    for (const mention of mentions) {
      const state = entityOf(draft, mention)?.state
      if (!state || guests.includes(state) || hosts.includes(state)) continue
      if (isDestination(draft, mention)) hosts.push(state)
      else guests.push(state)
    }
    if (guests.length + hosts.length >= 2) break
  }
  return [...guests, ...hosts]
}

/** "to the islands", "in Tallinn", "on Ruritanian soil", "visited Ruritania". */
function isDestination(draft: Draft, mention: Mention): boolean {
  const { tokens } = draft.analysis
  const kind = entityOf(draft, mention)?.kind
  if (kind !== 'state' && kind !== 'place') return false
  let at = mention.first - 1
  while (at >= 0 && /^(the|its|their|both|neighbou?ring)$/i.test(tokens[at]!.text)) at--
  const before = tokens[at]?.text.toLowerCase() ?? ''
  const after = tokens[mention.last]?.text.toLowerCase() ?? ''
  return (
    /^(to|in|into|at|on|visit|visits|visited|visiting|toured|tour|entered|reached|via)$/.test(before) ||
    after === 'soil'
  )
}

function peopleOf(draft: Draft, mentions: Mention[]): string[] {
  const names = mentions
    .map((mention) => entityOf(draft, mention))
    .filter((entity): entity is Entity => entity?.kind === 'person' && entity.name !== null)
    .map((entity) => entity.name!)
  return [...new Set(names)]
}

const KINDS: [RegExp, ExchangeKind][] = [
  [/\b(?:phone|telephone|telephoned|phoned|calls?(?! on\b| at\b| in\b)|spoken|spoke)\b/i, 'call'],
  [/\bsummits?\b/i, 'summit'],
  [
    /\b(?:visit(?:s|ed|ing|or|ors)?|trips?|journeys?|tours?|toured|travel\w*|set foot|soil|flown|flew|fl(?:y|ies)|call(?:ed|s)? (?:on|at|in)|arriv\w*|land(?:s|ed)|guest|been to|come|came|coming|gone|went)\b/i,
    'visit',
  ],
  [/\b(?:talks|negotiations|consultations|dialogue|round)\b/i, 'talks'],
  [/\b(?:meet|meets|met|meetings?|encounter|received?|receives|audience|seen|saw|contact)\b/i, 'meeting'],
  [/\b(?:agreements?|treat(?:y|ies)|pacts?|signed)\b/i, 'agreement'],
]

/** Kind of exchange that the words speak of; null when they name none. */
const kindOf = (words: string): ExchangeKind | null =>
  KINDS.find(([pattern]) => pattern.test(words))?.[1] ?? null

/** Best level of a title in the words ("foreign minister" 5); a head of state or "leader" counts by the lexicon as well. */
function levelOf(draft: Draft, words: string): number | null {
  const folded = ` ${words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `
  let best: { length: number; level: number } | null = null
  for (const { title, level } of draft.knowledge.lexicon.titles) {
    if (/^(?:senior )?(?:official|observer)$/.test(title)) continue
    // The longest title wins over those inside it: "vice foreign minister" is no foreign minister.
    if (
      title.length > (best?.length ?? 0) &&
      (folded.includes(` ${title} `) || folded.includes(` ${title}s `))
    )
      best = { length: title.length, level }
  }
  return best?.level ?? null
}

/** What an omission leaves out, and what a norm is about: the lexicon's topic, else the words behind the cue. */
function topicOf(draft: Draft, clause: Span, kind: ClaimKind): string | null {
  if (kind !== 'omission' && kind !== 'norm-exception') return null
  const { text } = draft.analysis
  const hit = topicHits(draft.knowledge.lexicon, text, clause.start, clause.end)[0]
  if (hit) return hit.name
  if (kind === 'norm-exception') return null
  const behind =
    /\b(?:about|mention(?:ed|s)? (?:of )?|reference to|left out|omitted|word (?:of|on|about)|silent (?:on|about)|skip(?:s|ped)|avoid(?:s|ed)|dropp(?:ed|ing)|acknowledge|left out|leaves? out|clear of|gone (?:is|was|are|were)|nam(?:es?|ing))\s+(.{3,80})$/i.exec(
      text.slice(clause.start, clause.end),
    )
  return behind ? behind[1]!.replace(/^of /, '') : null
}

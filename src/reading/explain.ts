// Why a reading says what it says: for each item the rule, the words and the parse they were read from, in plain lines.
import type { Token } from '../language/analysis.ts'
import type { Span } from '../language/span.ts'
import { ruleOfClaim } from './claims.ts'
import type { Draft } from './draft.ts'
import { attributionOf } from './quotations.ts'
import type { Exchange, Official, Statement, TextClaim } from './reading.ts'

/**
 * Lines for `read --explain`: officials, exchanges, statements and claims in turn, each with the rule that found it, its
 * words and their parse (`word/TAG ←relation head`).
 */
export function explain(draft: Draft): string[] {
  return [
    ...draft.officials.flatMap((official) => explainOfficial(draft, official)),
    ...draft.exchanges.flatMap((exchange) => explainExchange(draft, exchange)),
    ...draft.statements.flatMap((statement) => explainStatement(draft, statement)),
    ...draft.claims.flatMap((claim) => explainClaim(draft, claim)),
  ]
}

const explainOfficial = (draft: Draft, { name, state, office, mentions }: Official): string[] => [
  `official · ${name} · ${state ?? 'no state'} · ${office ?? 'no office'}`,
  `  rule   ${whyOf(draft, name)}`,
  ...mentions.slice(0, 1).flatMap((mention) => wordsAndParse(draft, mention)),
]

const explainExchange = (draft: Draft, exchange: Exchange): string[] => [
  headline(exchange),
  ...exchange.rules.map((rule) => `  rule   ${rule}`),
  ...exchange.participants.map(
    (one) => `  who    ${one.name ?? one.office} (${one.role}): ${whyOf(draft, one.name)}`,
  ),
  ...exchange.evidence.flatMap((evidence) => wordsAndParse(draft, evidence)),
]

/** How a speaker was told, in words. */
const TOLD: Record<string, string> = {
  behind: 'speaker named behind the quotation',
  before: 'speaker named before the quotation',
  according: 'speaker named by "according to"',
  colon: 'speaker is the subject before the mark',
  next: 'speaker named in the next sentence',
  carried: 'speaker carried on from the words before',
  label: 'speaker named by the label of the paragraph',
  none: 'nobody is said to speak',
}

const explainStatement = (draft: Draft, statement: Statement): string[] => [
  `statement · ${statement.speaker ?? 'no speaker'} · ${statement.state ?? 'no state'}`,
  `  rule   ${TOLD[attributionOf(statement)]}`,
  ...wordsAndParse(draft, statement),
]

const explainClaim = (draft: Draft, claim: TextClaim): string[] => [
  `claim · ${claim.kind} · ${claim.states.join('–') || 'no state'}${claim.window ? ` · ${claim.window.exact}` : ''}`,
  `  rule   cue "${ruleOfClaim(claim)}"`,
  ...wordsAndParse(draft, claim),
]

const wordsAndParse = (draft: Draft, span: Span): string[] => [
  `  words  ${draft.analysis.text.slice(span.start, span.end).replace(/\s+/g, ' ')}`,
  `  parse  ${parseOf(draft, span)}`,
]

const headline = (exchange: Exchange): string =>
  [
    exchange.id,
    exchange.kind,
    exchange.status,
    exchange.date ?? 'no date',
    exchange.place ?? exchange.host ?? 'no place',
    exchange.states.join('–'),
    exchange.partOf ? `part of ${exchange.partOf}` : '',
  ]
    .filter(Boolean)
    .join(' · ')

const whyOf = (draft: Draft, name: string | null): string =>
  draft.entities.find((entity) => entity.name === name && name !== null)?.why ?? 'told by the words alone'

function parseOf(draft: Draft, evidence: Span): string {
  const { tokens } = draft.analysis
  const inside = tokens.filter(
    (token) => token.start >= evidence.start && token.end <= evidence.end && token.tag !== 'PUNCT',
  )
  return inside.map((token) => describe(token, tokens)).join(' ')
}

const describe = (token: Token, tokens: Token[]): string =>
  `${token.text}/${token.tag}${token.head >= 0 ? ` ←${token.relation} ${tokens[token.head]!.text}` : ''}`

// Why a reading says what it says: for each exchange the rules, the words and the parse they were read from, in plain lines.
import type { Token } from '../language/analysis.ts'
import type { Draft } from './draft.ts'
import type { Exchange, Quotation } from './reading.ts'

/** Lines for `read --explain`, an exchange at a time; the parse is `word/TAG ←relation head`, one clause a line. */
export function explain(draft: Draft): string[] {
  return draft.exchanges.flatMap((exchange) => [
    headline(exchange),
    ...exchange.rules.map((rule) => `  rule   ${rule}`),
    ...exchange.participants.map(
      (participant) =>
        `  who    ${participant.name ?? participant.office} (${participant.role}): ${whyOf(draft, participant.name)}`,
    ),
    ...exchange.evidence.flatMap((evidence) => [
      `  words  ${evidence.exact.replace(/\s+/g, ' ')}`,
      `  parse  ${parseOf(draft, evidence)}`,
    ]),
  ])
}

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

function parseOf(draft: Draft, evidence: Quotation): string {
  const { tokens } = draft.analysis
  const inside = tokens.filter(
    (token) => token.start >= evidence.start && token.end <= evidence.end && token.tag !== 'PUNCT',
  )
  return inside.map((token) => describe(token, tokens)).join(' ')
}

const describe = (token: Token, tokens: Token[]): string =>
  `${token.text}/${token.tag}${token.head >= 0 ? ` ←${token.relation} ${tokens[token.head]!.text}` : ''}`

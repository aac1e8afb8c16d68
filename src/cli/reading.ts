// A reading for the terminal: who, what passed, what was said, what is claimed.
import pc from 'picocolors'
import type { Exchange, Official, Reading, Statement, TextClaim } from '../reading/reading.ts'
import { cutTo, drawTable, terminalWidth } from './table.ts'

/** The reading as paragraphs and tables. `explain` adds the rules that found each exchange. */
export function drawReading(reading: Reading, explain = false): string {
  const { document } = reading
  const about = [
    document.publishedOn ?? 'no date',
    document.genre,
    document.side && `speaks for ${document.side}`,
  ]
    .filter(Boolean)
    .join(', ')
  const parts = [
    `${pc.bold(document.title ?? document.id)}  ${pc.dim(about)}`,
    section('Officials', reading.officials, drawOfficials),
    section('Exchanges', reading.exchanges, (exchanges) => drawExchanges(exchanges, explain)),
    section('Statements', reading.statements, drawStatements),
    section('Claims', reading.claims, drawClaims),
    section('Warnings', reading.warnings, (warnings) =>
      warnings.map((warning) => `${pc.yellow('!')} ${warning}`).join('\n'),
    ),
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

const section = <Item>(title: string, items: Item[], draw: (items: Item[]) => string): string =>
  items.length > 0 ? `${pc.underline(title)} ${pc.dim(String(items.length))}\n${draw(items)}` : ''

const drawOfficials = (officials: Official[]): string =>
  drawTable(
    ['name', 'state', 'level', 'office'],
    officials.map(({ name, state, level, office }) => [
      name,
      state ?? '–',
      String(level ?? '–'),
      office ?? '–',
    ]),
  )

const drawExchanges = (exchanges: Exchange[], explain: boolean): string =>
  drawTable(
    ['date', 'kind', 'status', 'states', 'who', ...(explain ? ['found by'] : [])],
    exchanges.map((exchange) => [
      exchange.date ?? '–',
      exchange.kind,
      exchange.status,
      exchange.states.join(' '),
      [
        exchange.participants.map((p) => p.name ?? p.office ?? '–').join(', '),
        exchange.place && `in ${exchange.place}`,
      ]
        .filter(Boolean)
        .join(' '),
      ...(explain ? [exchange.rules.join(', ')] : []),
    ]),
  )

const drawStatements = (statements: Statement[]): string =>
  drawTable(
    ['speaker', 'state', 'words'],
    statements.map(({ speaker, state, quote, direct }) => [
      speaker ?? '–',
      state ?? '–',
      direct ? `“${quote}”` : quote,
    ]),
  )

const drawClaims = (claims: TextClaim[]): string =>
  claims
    .map((claim) => cutTo(`${claim.kind}: ${claim.exact.replace(/\s+/g, ' ')}`, terminalWidth()))
    .join('\n')

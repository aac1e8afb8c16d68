// A reading for the terminal: who, what passed, what was said, what is claimed.
import pc from 'picocolors'
import type { Exchange, Official, Reading, Statement, TextClaim } from '../reading/reading.ts'
import { cutTo, drawTable, terminalWidth } from './table.ts'

/** A reading with the lines of `read --explain`. */
export type ExplainedReading = Reading & { why?: string[] }

/** The reading as paragraphs and tables; behind them, when they were asked for, the reasons for each item. */
export function drawReading(reading: ExplainedReading): string {
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
    section('Exchanges', reading.exchanges, drawExchanges),
    section('Statements', reading.statements, drawStatements),
    section('Claims', reading.claims, drawClaims),
    section('Warnings', reading.warnings, (warnings) =>
      warnings.map((warning) => `${pc.yellow('!')} ${warning}`).join('\n'),
    ),
    reading.why?.length ? `${pc.underline('Why')}\n${reading.why.join('\n')}` : '',
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

const drawExchanges = (exchanges: Exchange[]): string =>
  drawTable(
    ['date', 'kind', 'status', 'states', 'who'],
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

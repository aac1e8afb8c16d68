// An answer for the terminal: the sentence, its rows, what it was chosen from, what would flip it, what is not known, its sources.
import pc from 'picocolors'
import type { Answer, AnswerRow, Citation, Sensitivity, Verdict } from '../questions/answer.ts'
import { drawTable, wrapText } from './table.ts'

const maxRows = 20

/** The whole answer; lists cut to twenty rows with a note of how many more there are (`--json` has them all). */
export function drawAnswer(answer: Answer, title: string): string {
  const { denominator } = answer
  const parts = [
    pc.bold(title),
    wrapText(answer.summary),
    answer.verdict && drawVerdict(answer.verdict),
    answer.runnerUp && `${pc.underline('Runner-up')}\n${drawRows([answer.runnerUp])}`,
    drawList(`Chosen from ${denominator.count} ${pc.dim(denominator.description)}`, denominator.rows),
    drawList('Against it', answer.counterExamples),
    drawFlips(answer.sensitivity),
    drawNotes('Not known', answer.unknowns),
    `${pc.underline('Counting rule')} ${answer.countingRule.name}\n${wrapText(answer.countingRule.description, '  ')}`,
    answer.coverage.note && `${pc.underline('Coverage')}\n${wrapText(answer.coverage.note, '  ')}`,
    drawCitations(answer.citations),
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

const marks = { holds: pc.green('✓ holds'), fails: pc.red('✗ fails'), untestable: pc.yellow('? untestable') }

export function drawVerdict({ verdict, reason, reworded }: Verdict): string {
  const better = reworded ? `\n${wrapText(`Would hold: ${reworded}`, '  ')}` : ''
  return `${pc.bold(marks[verdict])}\n${wrapText(reason, '  ')}${better}`
}

function drawList(title: string, rows: AnswerRow[]): string {
  if (rows.length === 0) return ''
  const more = rows.length > maxRows ? `\n${pc.dim(`  … and ${rows.length - maxRows} more`)}` : ''
  return `${pc.underline(title)}\n${drawRows(rows.slice(0, maxRows))}${more}`
}

/** Rows with date, a mark where unconfirmed, citations (unless the sources are not printed) and label. */
export const drawRows = (rows: AnswerRow[], cited = true): string =>
  drawTable(
    ['', '', '', ''],
    rows.map((row) => [
      row.date ?? '–',
      row.confirmed ? ' ' : pc.yellow('?'),
      cited && row.citations.length > 0 ? `[${row.citations.join(',')}]` : '',
      row.label,
    ]),
  )

function drawFlips(sensitivity: Sensitivity[]): string {
  const flips = sensitivity.filter((one) => one.flips)
  if (flips.length === 0) return ''
  return `${pc.underline('Would change it')}\n${drawTable(
    ['', ''],
    flips.map(({ rule, outcome }) => [rule, outcome]),
  )}`
}

const drawNotes = (title: string, notes: string[]): string =>
  notes.length > 0 ? `${pc.underline(title)}\n${notes.map((note) => wrapText(note, '  ')).join('\n')}` : ''

function drawCitations(citations: Citation[]): string {
  if (citations.length === 0) return ''
  const rows = citations
    .slice(0, maxRows)
    .map(({ number, title, publisher, publishedOn, url }) => [
      `[${number}]`,
      publishedOn ?? '',
      [publisher, title].filter(Boolean).join(': ') || (url ?? ''),
      title || publisher ? (url ?? '') : '',
    ])
  const more = citations.length > maxRows ? `\n${pc.dim(`  … and ${citations.length - maxRows} more`)}` : ''
  return `${pc.underline('Sources')}\n${drawTable(['', '', '', ''], rows)}${more}`
}

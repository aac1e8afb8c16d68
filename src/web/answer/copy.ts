// An answer as text to take away: citation, Markdown, CSV, JSON.
import type { Answer, AnswerRow, Citation } from '../../questions/answer.ts'

export const forms = ['Citation', 'Markdown', 'CSV', 'JSON'] as const
export type Form = (typeof forms)[number]

/** `address`: where the answer can be seen again. */
export function writeAnswer(form: Form, answer: Answer, address: string): string {
  switch (form) {
    case 'Citation':
      return citation(answer, address)
    case 'Markdown':
      return markdown(answer, address)
    case 'CSV':
      return csv(answer)
    case 'JSON':
      return JSON.stringify(answer, null, 2)
  }
}

const citation = (answer: Answer, address: string): string =>
  `Chancery, “${answer.summary}” Question “${answer.question}” under the counting rule “${answer.countingRule.name}”, as known on ${answer.asKnownOn.slice(0, 10)}. ${address}`

function markdown(answer: Answer, address: string): string {
  const parts = [
    `# ${answer.summary}`,
    answer.verdict &&
      `**${answer.verdict.verdict.toUpperCase()}.** ${answer.verdict.reason}${answer.verdict.reworded ? `\n\nWould hold: ${answer.verdict.reworded}` : ''}`,
    `## What it was chosen from\n\n${answer.denominator.count}: ${answer.denominator.description}\n\n${answer.denominator.rows.map(line).join('\n')}`,
    `## What could not have been seen\n\n${[answer.coverage.note, ...answer.unknowns].map((note) => `- ${note}`).join('\n')}`,
    answer.counterExamples.length &&
      `## What speaks against it\n\n${answer.counterExamples.map(line).join('\n')}`,
    `## How it was counted\n\n${answer.countingRule.name}: ${answer.countingRule.description}\n\n${answer.sensitivity.map((one) => `- ${one.rule}: ${one.outcome}${one.flips ? ' (would change the answer)' : ''}`).join('\n')}`,
    `## Sources\n\n${answer.citations.map(source).join('\n')}`,
    `As known on ${answer.asKnownOn}. ${address}`,
  ]
  return parts.filter(Boolean).join('\n\n')
}

const line = (row: AnswerRow): string =>
  `- ${row.label}${row.confirmed ? '' : ' (unconfirmed)'}${row.citations.map((number) => ` [${number}]`).join('')}`

const source = (one: Citation): string =>
  `${one.number}. ${[one.title, one.publisher, one.publishedOn, one.url].filter(Boolean).join(', ')}${one.evidence ? `: “${one.evidence.exact}”` : ''}`

function csv(answer: Answer): string {
  const rows = [
    ...answer.denominator.rows,
    ...answer.counterExamples.filter((row) => !answer.denominator.rows.some(({ id }) => id === row.id)),
  ]
  const urls = (row: AnswerRow): string =>
    row.citations.map((number) => answer.citations.find((one) => one.number === number)?.url ?? '').join(' ')
  return [
    ['type', 'id', 'date', 'label', 'confirmed', 'sources'],
    ...rows.map((row) => [
      row.type,
      row.id,
      row.date ?? '',
      row.label,
      String(row.confirmed),
      urls(row).trim(),
    ]),
  ]
    .map((cells) => cells.map(quoted).join(','))
    .join('\r\n')
}

/** A cell that starts like a formula is kept from being one. */
const quoted = (cell: string): string =>
  `"${(/^[=+\-@\t]/.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`

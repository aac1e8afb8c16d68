// The handbook of the questions, written from their declarations and from answers of the record: docs/03-questions.md.
import { z } from 'zod'
import type { Answer } from './answer.ts'
import { ask, questions } from './index.ts'
import type { Question, QuestionContext } from './question.ts'

/** A question as a reader would ask it. */
export interface Example {
  question: string
  fields: Record<string, string>
}

const opening = `# Questions

Every question is declared once, in \`src/questions\`; command line, HTTP, MCP and the workbench's form are made from the declaration. All answers
have one shape (\`src/questions/answer.ts\`): the result, what it was chosen from, what could not have been seen, what speaks against it, the counting
rule, what would change under other rules, ladders or weights, the sources, and what is not known.

- **States** may be given by ISO code, name, demonym or capital; **people** by name (in any order), alias or id; **windows** by \`since\` and \`until\`
  (EDTF, or a dated event of the packs).
- **Dates are intervals.** A month is a month: what may have fallen outside a window, or may or may not have shared a day, is said to.
- **Rows without a source for their date** are shown and marked, and count only under a rule that says so; each answer says what they would change.
- **Ranks** are those of the day, on a named ladder. A tie is a tie; a finer ladder may be named beside it.
- Any answer can be asked **as known on** a day (\`--as-known-on\`) and under another **counting rule** (\`--rule\`; the presets are in \`knowledge/rules\`).

This page is written by \`npx tsx docs/write-questions.ts\`; a test holds its definitions against the declarations.
`

/** The whole page; `examples` are asked of the record at hand. */
export async function writeHandbook(context: QuestionContext, examples: Example[]): Promise<string> {
  const parts = [opening, ruleTable(context)]
  for (const question of questions) {
    const example = examples.find((one) => one.question === question.name)
    parts.push(describeQuestion(question), example ? await workExample(context, example) : '')
  }
  return `${parts.filter(Boolean).join('\n')}\n`
}

/** Heading, definition, fields. */
export function describeQuestion(question: Question): string {
  const schema = z.toJSONSchema(question.input, { io: 'input' }) as {
    properties?: Record<string, { description?: string }>
    required?: string[]
  }
  const fields = Object.entries(schema.properties ?? {}).map(
    ([name, { description }]) =>
      `| \`${name}\` | ${schema.required?.includes(name) ? 'yes' : ''} | ${(description ?? '').replaceAll('|', '/')} |`,
  )
  return `## ${question.name}: ${question.title.toLowerCase()}\n\n${question.definition}\n\n| field | needed | what |\n|---|---|---|\n${fields.join('\n')}\n`
}

function ruleTable(context: QuestionContext): string {
  const rows = context.knowledge.rules.map(
    (rule) => `| \`${rule.name}\` | ${rule.description} | ${rule.source ?? 'ours'} |`,
  )
  return `## Counting rules\n\n| rule | what counts as one | source |\n|---|---|---|\n${rows.join('\n')}\n`
}

async function workExample(context: QuestionContext, example: Example): Promise<string> {
  const answer = await ask(context, example.question, example.fields)
  const flags = Object.entries(example.fields).map(
    ([field, value]) => `--${field} ${/^[\w.-]+$/.test(value) ? value : JSON.stringify(value)}`,
  )
  const lines = [
    answer.verdict && `- **verdict**: ${answer.verdict.verdict}. ${answer.verdict.reason}`,
    answer.runnerUp && `- **runner-up**: ${answer.runnerUp.label}`,
    `- **chosen from**: ${answer.denominator.count} ${answer.denominator.description}`,
    ...answer.denominator.rows
      .slice(0, 4)
      .map((row) => `  - ${row.label}${row.citations.length ? ` [${row.citations.join(', ')}]` : ''}`),
    `- **coverage**: ${answer.coverage.note}`,
    answer.counterExamples.length > 0 &&
      `- **against**: ${answer.counterExamples
        .slice(0, 3)
        .map((row) => row.label)
        .join('; ')}`,
    `- **counting rule**: ${answer.countingRule.name}`,
    flipLine(answer),
    answer.unknowns.length > 0 && `- **not known**: ${answer.unknowns.slice(0, 3).join(' ')}`,
    `- **sources**: ${answer.citations.length}${answer.citations[0]?.url ? `, the first ${answer.citations[0].url}` : ''}`,
  ]
  return `\`\`\`\nchancery ask ${example.question} ${flags.join(' ')}\n\`\`\`\n\n> ${answer.summary.replaceAll('\n', ' ')}\n\n${lines.filter(Boolean).join('\n')}\n`
}

function flipLine(answer: Answer): string {
  const flips = answer.sensitivity.filter((one) => one.flips)
  if (answer.sensitivity.length === 0) return ''
  if (flips.length === 0)
    return `- **would flip under**: none of ${answer.sensitivity.length} other rules, ladders or weights`
  return `- **would flip under**: ${flips
    .slice(0, 4)
    .map((one) => `${one.rule} (${one.outcome})`)
    .join('; ')}${flips.length > 4 ? ` and ${flips.length - 4} more` : ''}`
}

// `chancery ask QUESTION`: flags made from the question's own fields; the answer as JSON or for the eye.
import { merge, object } from '@optique/core/constructs'
import { message, text } from '@optique/core/message'
import { multiple, optional, withDefault } from '@optique/core/modifiers'
import { flag, option } from '@optique/core/primitives'
import { string } from '@optique/core/valueparser'
import { run } from '@optique/run'
import pc from 'picocolors'
import { type FieldSchema, kindOf, schemaOf } from '../http/fields.ts'
import { describeQuestion } from '../http/questions.ts'
import type { Answer } from '../questions/answer.ts'
import { questionNamed, questions } from '../questions/index.ts'
import type { Question } from '../questions/question.ts'
import { drawAnswer } from './answer.ts'
import { type Flags, type GivenFor, type HowRead, howAsked, recordFlags } from './arguments.ts'
import { connect } from './connect.ts'
import { print, printJson, tell } from './output.ts'
import { kebab, refuseStrange } from './strange.ts'
import { drawTable, wrapText } from './table.ts'
import { drawKept, keepWatch, type Waits, watchFlags } from './watching.ts'

/** Asks, or lists the questions when none is named. Throws InputError for an unknown question or field. */
export async function ask({ rest }: GivenFor<'ask'>): Promise<void> {
  const [name, ...flags] = rest
  if (name === undefined || name.startsWith('-')) return listQuestions(rest)
  const question = questionNamed(name)
  const given = readFlags(question, flags, { verb: `ask ${question.name}`, more: askFlags })
  const { json, database, asKnownOn, rule, watch, when, days, webhook, name: called, ...fields } = given
  const waits = { when, days, webhook, name: called }
  const connection = await connect(database)
  try {
    const input = { ...fields, asKnownOn, rule }
    const address = addressOf(question.name, input)
    // A whole text does not fit into an address.
    const answer =
      address.length < longestAddress
        ? await connection.call<Answer>('GET', address)
        : await connection.call<Answer>('POST', `/api/questions/${question.name}`, input)
    await (json ? printJson(answer) : print(drawAnswer(answer, question.title)))
    if (!watch) return
    const kept = await keepWatch(connection, { question: question.name, input: { ...fields, rule } }, waits)
    tell(json ? JSON.stringify(kept) : drawKept(kept))
  } finally {
    await connection.close()
  }
}

const askFlags = {
  watch: withDefault(
    flag('--watch', { description: message`Keep the question: be told when its answer changes.` }),
    false,
  ),
  ...watchFlags,
}

const longestAddress = 4000

function addressOf(name: string, fields: Record<string, unknown>): string {
  const query = new URLSearchParams()
  for (const [field, value] of Object.entries(fields)) {
    for (const one of [value].flat()) if (one !== undefined) query.append(field, String(one))
  }
  return `/api/questions/${name}?${query}`
}

/** Reads a question's flags, and `more` beside them; `verb` is how the command was named. */
export function readFlags(
  question: Question,
  flags: readonly string[],
  { verb, more, how }: { verb: string; more: Flags; how?: HowRead },
) {
  refuseStrange(question, flags, Object.keys({ ...howAsked, ...recordFlags, ...more }))
  const own = object(fieldFlags(schemaOf(question.input)))
  const parser = merge(object(howAsked), object(recordFlags), object(more), own)
  return run(parser, {
    ...how,
    programName: `chancery ${verb}`,
    args: flags,
    brief: message`${text(question.title)}: ${text(question.sentence)}`,
    description: message`${text(question.definition)}`,
    help: 'option',
    errorExitCode: 2,
    aboveError: 'none',
    termWidth: 'auto',
  }) as { json: boolean; database?: string; asKnownOn?: string; rule?: string; watch?: boolean } & Waits &
    Record<string, unknown>
}

/** One flag a field: its kebab-case name and, where that differs, the name itself. Values are checked by the question. */
function fieldFlags(schema: FieldSchema) {
  const flags = Object.entries(schema.properties ?? {}).map(([name, field]) => {
    const names: [`--${string}`, ...`--${string}`[]] =
      kebab(name) === name ? [`--${name}`] : [`--${kebab(name)}`, `--${name}`]
    const flag = option(...names, string({ metavar: metavarOf(field) }), {
      description: message`${text(descriptionOf(field))}`,
    })
    return [name, kindOf(field) === 'list' ? multiple(flag) : optional(flag)] as const
  })
  return Object.fromEntries(flags)
}

const metavarOf = (field: FieldSchema): 'VALUE' | 'N' | 'YES' | 'LIST' =>
  (({ string: 'VALUE', json: 'VALUE', number: 'N', boolean: 'YES', list: 'LIST' }) as const)[kindOf(field)]

const descriptionOf = (field: FieldSchema): string => {
  const choices = field.enum ? `One of ${field.enum.join(', ')}.` : ''
  const preset = field.default === undefined ? '' : `Default: ${String(field.default)}.`
  return [field.description?.replace(/(?<![.)])$/, '.'), choices, preset].filter(Boolean).join(' ')
}

async function listQuestions(flags: readonly string[]): Promise<void> {
  const { json } = run(object(recordFlags), {
    programName: 'chancery ask [QUESTION]',
    args: flags,
    help: 'option',
    errorExitCode: 2,
    aboveError: 'none',
  })
  if (json) return printJson(questions.map(describeQuestion))
  await print(
    drawTable(
      ['question', 'asks'],
      questions.map(({ name, sentence }) => [pc.cyan(name), sentence]),
    ),
  )
  await print(
    `\n${wrapText('Each {blank} is a flag: chancery ask highest --from CHN --to PRK. More about one: chancery ask QUESTION --help.')}`,
  )
}

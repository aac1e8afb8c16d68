// `chancery ask QUESTION`: flags made from the question's own fields; the answer as JSON or for the eye.
import { merge, object } from '@optique/core/constructs'
import { message, text } from '@optique/core/message'
import { multiple, optional } from '@optique/core/modifiers'
import { option } from '@optique/core/primitives'
import { string } from '@optique/core/valueparser'
import { run } from '@optique/run'
import pc from 'picocolors'
import { type FieldSchema, kindOf, schemaOf } from '../http/fields.ts'
import { describeQuestion } from '../http/questions.ts'
import type { Answer } from '../questions/answer.ts'
import { questionNamed, questions } from '../questions/index.ts'
import type { Question } from '../questions/question.ts'
import { drawAnswer } from './answer.ts'
import { type GivenFor, howAsked, recordFlags } from './arguments.ts'
import { connect } from './connect.ts'
import { print, printJson } from './output.ts'
import { kebab, refuseStrange } from './strange.ts'
import { drawTable, wrapText } from './table.ts'

/** Asks, or lists the questions when none is named. Throws InputError for an unknown question or field. */
export async function ask({ rest }: GivenFor<'ask'>): Promise<void> {
  const [name, ...flags] = rest
  if (name === undefined || name.startsWith('-')) return listQuestions(rest)
  const question = questionNamed(name)
  const { json, database, asKnownOn, rule, ...fields } = readFlags(question, flags)
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
  } finally {
    await connection.close()
  }
}

const longestAddress = 4000

function addressOf(name: string, fields: Record<string, unknown>): string {
  const query = new URLSearchParams()
  for (const [field, value] of Object.entries(fields)) {
    for (const one of [value].flat()) if (one !== undefined) query.append(field, String(one))
  }
  return `/api/questions/${name}?${query}`
}

function readFlags(question: Question, flags: readonly string[]) {
  refuseStrange(question, flags, Object.keys({ ...howAsked, ...recordFlags }))
  const parser = merge(object(howAsked), object(recordFlags), object(fieldFlags(schemaOf(question.input))))
  return run(parser, {
    programName: `chancery ask ${question.name}`,
    args: flags,
    brief: message`${text(question.title)}: ${text(question.sentence)}`,
    description: message`${text(question.definition)}`,
    help: 'option',
    errorExitCode: 2,
    aboveError: 'none',
    termWidth: 'auto',
  }) as { json: boolean; database?: string; asKnownOn?: string; rule?: string } & Record<string, unknown>
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

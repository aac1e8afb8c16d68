// The list of questions, and the one way to ask one by name.
import type { z } from 'zod'
import { InputError } from '../errors.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Database } from '../record/database.ts'
import { agenda } from './agenda.ts'
import type { Answer } from './answer.ts'
import { brief } from './brief.ts'
import { check } from './check.ts'
import { coincidence } from './coincidence.ts'
import { gap } from './gap.ts'
import { grouping } from './grouping.ts'
import { highest } from './highest.ts'
import { hypothesis } from './hypothesis.ts'
import { itinerary } from './itinerary.ts'
import { first, last } from './last.ts'
import { norm } from './norm.ts'
import { pace } from './pace.ts'
import { phrases } from './phrases.ts'
import { inPresent } from './present.ts'
import type { Question, QuestionContext } from './question.ts'
import { readouts } from './readouts.ts'
import { reciprocity } from './reciprocity.ts'
import { ruleNamed } from './rules.ts'
import { nearestWords } from './suggest.ts'
import { timeline } from './timeline.ts'
import { readDay } from './window.ts'

export { type CheckedClaim, type CheckResult, checkReading } from './check.ts'

export const questions: Question[] = [
  timeline,
  itinerary,
  highest,
  last,
  first,
  gap,
  pace,
  reciprocity,
  coincidence,
  norm,
  readouts,
  grouping,
  check,
  phrases,
  agenda,
  hypothesis,
  brief,
] as unknown as Question[]

/** The question of that name. Throws InputError with the nearest names. */
export function questionNamed(name: string): Question {
  const found = questions.find((question) => question.name === name)
  if (found) return found
  const names = questions.map((question) => question.name)
  const near = nearestWords(name.toLowerCase(), names)
  throw new InputError(
    `There is no question "${name}".`,
    near.length ? `Did you mean ${near.join(' or ')}?` : `Questions: ${names.join(', ')}.`,
  )
}

export interface ContextOptions {
  /** A day (as known at its end, UTC) or an instant; default: now. */
  asKnownOn?: string
  /** Name of a counting rule; default: chancery. */
  rule?: string
}

/** What questions are asked in. Throws InputError for an unknown rule or an impossible day. */
export function contextFor(
  database: Database,
  knowledge: Knowledge,
  options: ContextOptions = {},
): QuestionContext {
  return {
    database,
    knowledge,
    asKnownOn: readAsKnownOn(options.asKnownOn),
    isNow: !options.asKnownOn,
    rule: ruleNamed(knowledge, options.rule),
  }
}

function readAsKnownOn(text?: string): string {
  if (!text) return new Date().toISOString()
  if (!text.includes('T')) return `${readDay('asKnownOn', text)}T23:59:59.999Z`
  const instant = new Date(text)
  if (Number.isNaN(instant.getTime()))
    throw new InputError(`"${text}" is not an instant.`, 'Give a day or an ISO 8601 instant.')
  return instant.toISOString()
}

/** Field values as they come from flags, query strings or forms; empty strings count as not given. */
export type RawInput = Record<string, unknown>

/** Asks a question by name. `rule` and `asKnownOn` among the fields override the context's. Throws InputError. */
export async function ask(context: QuestionContext, name: string, raw: RawInput): Promise<Answer> {
  const question = questionNamed(name)
  const { rule, asKnownOn, ...fields } = Object.fromEntries(
    Object.entries(raw).filter(([, value]) => value !== '' && value !== undefined && value !== null),
  )
  const here: QuestionContext = {
    ...context,
    ...(rule === undefined ? {} : { rule: ruleNamed(context.knowledge, String(rule)) }),
    ...(asKnownOn === undefined ? {} : { asKnownOn: readAsKnownOn(String(asKnownOn)), isNow: false }),
  }
  return question.ask(await inPresent(here), readInput(question, fields))
}

function readInput(question: Question, fields: RawInput): z.infer<Question['input']> {
  const known = Object.keys(question.input.shape)
  const strange = Object.keys(fields).filter((field) => !known.includes(field))
  if (strange.length > 0) {
    const near = nearestWords(strange[0]!, known)
    throw new InputError(
      `"${question.name}" has no field "${strange[0]}".`,
      near.length ? `Did you mean "${near[0]}"?` : `Its fields: ${known.join(', ')}.`,
    )
  }
  const read = question.input.safeParse(fields)
  if (read.success) return read.data
  const missing = read.error.issues.map((issue) => issue.path.join('.')).filter((field) => !(field in fields))
  if (missing.length > 0)
    throw new InputError(
      `"${question.name}" cannot be asked without ${missing.map((field) => `"${field}"`).join(' and ')}.`,
      `Its fields: ${known.join(', ')}.`,
    )
  const complaints = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')
  throw new InputError(
    `"${question.name}" cannot be asked so: ${complaints}.`,
    `Its fields: ${known.join(', ')}.`,
  )
}

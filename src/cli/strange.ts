// A flag that a question does not have: said with the fields it has, before the parser guesses at another.
import { InputError } from '../errors.ts'
import type { Question } from '../questions/question.ts'
import { nearestWords } from '../questions/suggest.ts'

/** "asKnownOn" → "as-known-on". */
export const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** Throws InputError for a flag that is neither a field of the question nor one of `others`. */
export function refuseStrange(question: Question, flags: readonly string[], others: string[]): void {
  const fields = Object.keys(question.input.shape).map(kebab)
  const known = new Set([...fields, ...others.map(kebab), 'help'])
  const given = flags.flatMap((flag) => /^--([a-z][\w-]*)/i.exec(flag)?.[1] ?? [])
  const strange = given.find((flag) => !known.has(kebab(flag)))
  if (strange === undefined) return
  const [near] = nearestWords(kebab(strange), fields)
  const list = `Its fields: ${fields.map((field) => `--${field}`).join(', ')}.`
  throw new InputError(
    `"${question.name}" has no field "--${strange}".`,
    near ? `Did you mean --${near}? ${list}` : list,
  )
}

// A question's sentence cut into words and blanks, and what each blank takes, from its JSON Schema.
import type { FieldSchema } from '../record.ts'
import { spaced } from '../words.ts'

export type Piece = { words: string } | { field: string }

/** "from {from} to {to}" → [words "from ", field from, words " to ", field to]. */
export function cutSentence(sentence: string): Piece[] {
  return sentence
    .split(/(\{\w+\})/)
    .filter(Boolean)
    .map((part) => (/^\{\w+\}$/.test(part) ? { field: part.slice(1, -1) } : { words: part }))
}

export type Blank =
  | { kind: 'state' }
  | { kind: 'states' }
  | { kind: 'person' }
  | { kind: 'grouping' }
  | { kind: 'date' }
  | { kind: 'choice'; options: string[] }
  | { kind: 'number'; minimum?: number; maximum?: number }
  | { kind: 'yes' }
  | { kind: 'text' }

/** What a blank takes; read from the schema's type and, for names, from the words of its description. */
export function blankOf(name: string, field: FieldSchema): Blank {
  const choices = field.enum ?? field.anyOf?.flatMap((one) => one.enum ?? [])
  if (choices?.length) return { kind: 'choice', options: choices.map(String) }
  const type = field.type ?? field.anyOf?.find((one) => one.type !== 'null')?.type
  if (type === 'boolean') return { kind: 'yes' }
  if (type === 'integer' || type === 'number') {
    return {
      kind: 'number',
      ...(field.minimum !== undefined && field.minimum > -1e9 ? { minimum: field.minimum } : {}),
      ...(field.maximum !== undefined && field.maximum < 1e9 ? { maximum: field.maximum } : {}),
    }
  }
  return named(name, field.description ?? '')
}

/** What stands in a blank before it is filled: "a state", "a day", the usual choice. */
export function hintOf(name: string, field: FieldSchema): string {
  if (field.default !== undefined) return spaced(String(field.default))
  const blank = blankOf(name, field)
  switch (blank.kind) {
    case 'state':
    case 'grouping':
      return `a ${blank.kind}`
    case 'states':
      return 'states'
    case 'person':
      return 'somebody'
    case 'date':
      return 'a day'
    case 'number':
      return name === 'level' ? '1–8' : 'a number'
    case 'choice':
      return blank.options.slice(0, 2).join(' or ')
    case 'yes':
      return 'yes or no'
    case 'text':
      return `a ${spaced(name)}`
  }
}

/** What a field is, from the first words of its description: "First state compared". */
export const fieldWords = (name: string, field: FieldSchema | undefined): string =>
  (field?.description ?? '')
    .replace(/[:;,(].*$/s, '')
    .trim()
    .toLowerCase() || spaced(name)

function named(name: string, words: string): Blank {
  if (/commas between|, or (members of )?a grouping/i.test(words)) return { kind: 'states' }
  if (/alpha-3|demonym|^the state/i.test(words)) return { kind: 'state' }
  if (/name, alias or id/i.test(words)) return { kind: 'person' }
  if (/^grouping$|^organization$/.test(name)) return { kind: 'grouping' }
  if (/EDTF|YYYY-MM-DD|^(the )?day\b/i.test(words)) return { kind: 'date' }
  return { kind: 'text' }
}

/** The sentence as filled in; blanks left empty drop out with the words that lead to them ("since {since}", "(with {person})"). */
export function fillSentence(
  sentence: string,
  values: Record<string, string>,
  show: (field: string, value: string) => string,
): string {
  return cutSentence(sentence)
    .map((piece, i, all) => {
      if ('field' in piece) return values[piece.field] ? show(piece.field, values[piece.field]!) : ''
      const next = all[i + 1]
      return next && 'field' in next && !values[next.field]
        ? piece.words.replace(/[^,)]*$/, ' ')
        : piece.words
    })
    .join('')
    .replace(/\(\s*\)/g, '')
    .replace(/(?<!\s)\s+([,.)])/g, '$1')
    .replace(/\s+/g, ' ')
    .replace(/^\)|(?<![, ])[, ]+$/g, '')
    .trim()
}

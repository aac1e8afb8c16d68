// What stands in an address is text; a watch keeps a question's fields as the question takes them. And the way back.
import type { FieldSchema } from '../record.ts'

const typeOf = ({ type, anyOf }: FieldSchema): string | undefined => {
  const types = [type, ...(anyOf ?? []).map((one) => one.type)].flat().filter((one) => one && one !== 'null')
  return types.includes('string') ? 'string' : types[0]
}

/** `values` of an address as the question's fields; empty ones, and the day it was known on, are left out. */
export function inputOf(
  schema: FieldSchema | undefined,
  values: Record<string, string>,
): Record<string, unknown> {
  const given = Object.entries(values).filter(([name, value]) => value !== '' && name !== 'asKnownOn')
  return Object.fromEntries(
    given.map(([name, value]) => [name, readValue(schema?.properties?.[name] ?? {}, value)]),
  )
}

function readValue(field: FieldSchema, text: string): unknown {
  switch (typeOf(field)) {
    case 'number':
    case 'integer':
      return Number(text)
    case 'boolean':
      return text === 'true'
    case 'array':
      return text.split(',').map((item) => readValue(field.items ?? {}, item.trim()))
    case 'object':
      return JSON.parse(text)
    default:
      return text
  }
}

/** A watch's fields as they stand in an address. */
export const searchOf = (input: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(input).map(([name, value]) => [name, writeValue(value)]))

const writeValue = (value: unknown): string =>
  Array.isArray(value) && value.every((item) => typeof item !== 'object')
    ? value.join(',')
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value)

/** Whether both are the same question with the same fields. */
export const isSame = (a: Record<string, unknown>, b: Record<string, unknown>): boolean =>
  JSON.stringify(Object.entries(searchOf(a)).sort()) === JSON.stringify(Object.entries(searchOf(b)).sort())

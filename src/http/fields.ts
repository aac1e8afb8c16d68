// Query strings and flags are text: turns them into what an input schema wants, by the schema itself.
import { z } from 'zod'

/** The part of JSON Schema read here. */
export interface FieldSchema {
  type?: string | string[]
  enum?: unknown[]
  items?: FieldSchema
  anyOf?: FieldSchema[]
  properties?: Record<string, FieldSchema>
  required?: string[]
  description?: string
  default?: unknown
}

const written = new WeakMap<z.ZodType, FieldSchema>()

/** The JSON Schema of an input, made once. */
export function schemaOf(schema: z.ZodType): FieldSchema {
  let made = written.get(schema)
  if (!made) {
    made = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as FieldSchema
    written.set(schema, made)
  }
  return made
}

/** Kind of value a field takes. */
export type FieldKind = 'string' | 'number' | 'boolean' | 'list' | 'json'

export function kindOf(field: FieldSchema): FieldKind {
  const options = field.anyOf ?? [field]
  const types = options.flatMap((option) => option.type ?? (option.enum ? typeof option.enum[0] : 'json'))
  if (types.includes('array')) return 'list'
  if (types.includes('string')) return 'string'
  if (types.includes('number') || types.includes('integer')) return 'number'
  return types.includes('boolean') ? 'boolean' : 'json'
}

/**
 * Reads text values into an input: numbers, booleans, lists (commas or repeated). What it cannot read it leaves as text for the
 * schema to refuse. Unknown names are kept, so that a strict schema names them.
 */
export function readFields(schema: z.ZodType, values: Record<string, string[]>): Record<string, unknown> {
  const { properties = {} } = schemaOf(schema)
  const entries = Object.entries(values).map(([name, texts]) => [name, readField(properties[name], texts)])
  return Object.fromEntries(entries) as Record<string, unknown>
}

function readField(field: FieldSchema | undefined, texts: string[]): unknown {
  if (!field) return texts[0]
  const kind = kindOf(field)
  if (kind === 'list') {
    const items = (field.anyOf ?? [field]).find((option) => option.items)?.items ?? { type: 'string' }
    return listed(texts).map((text) => readValue(kindOf(items), text))
  }
  return readValue(kind, texts.at(-1) ?? '')
}

const listed = (texts: string[]): string[] =>
  texts
    .flatMap((text) => (text.startsWith('{') ? [text] : text.split(',')))
    .map((text) => text.trim())
    .filter(Boolean)

function readValue(kind: FieldKind, text: string): unknown {
  if (kind === 'number') return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text
  if (kind === 'boolean')
    return /^(true|1|yes|)$/i.test(text) ? true : /^(false|0|no)$/i.test(text) ? false : text
  if (kind === 'string') return text
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}

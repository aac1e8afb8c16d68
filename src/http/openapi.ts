// The OpenAPI 3.1 document, written from the same declarations that the server runs.
import { z } from 'zod'
import { problemSchema } from './problem.ts'
import { eventStreamType } from './progress.ts'
import type { AnyRoute } from './route.ts'

type Json = Record<string, unknown>

const eventsSchema: Json = {
  type: 'string',
  description:
    'Server-sent events: "progress" with {stage, done, of}, then "result" with the answer that JSON would have, or "problem".',
}

/** The document of `routes`. Its schemas are JSON Schema 2020-12, as OpenAPI 3.1 wants. */
export function writeOpenApi(routes: AnyRoute[], version: string): Json {
  const components: Json = {}
  const paths: Record<string, Json> = {}
  for (const declared of routes) {
    paths[declared.path] ??= {}
    paths[declared.path]![declared.method] = operationOf(declared, components)
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Chancery',
      version,
      summary:
        'A sourced and dated record of diplomatic exchanges, and answers to what analysts claim from it.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: { schemas: components },
  }
}

function operationOf(declared: AnyRoute, components: Json): Json {
  const write = (schema: z.ZodType, io: 'input' | 'output'): Json => writeSchema(schema, io, components)
  const json = (schema: Json, type = 'application/json'): Json => ({ [type]: { schema } })
  const parameters = [
    ...parametersOf(declared.params as z.ZodType | undefined, 'path', write),
    ...parametersOf(declared.query as z.ZodType | undefined, 'query', write),
  ]
  const upload = { required: true, content: { '*/*': { schema: { type: 'string', format: 'binary' } } } }
  const body = declared.body
    ? { required: true, content: json(write(declared.body, 'input')) }
    : declared.upload
      ? upload
      : null
  return {
    operationId: declared.name,
    summary: declared.summary,
    tags: [declared.path.split('/')[2] ?? 'server'],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: body } : {}),
    responses: {
      [String(declared.status ?? 200)]: {
        description: 'Done',
        content: {
          ...json(write(declared.response, 'output')),
          ...(declared.progress ? { [eventStreamType]: { schema: eventsSchema } } : {}),
        },
      },
      default: {
        description: 'What went wrong (RFC 9457)',
        content: json(write(problemSchema, 'output'), 'application/problem+json'),
      },
    },
  }
}

function parametersOf(
  schema: z.ZodType | undefined,
  place: 'path' | 'query',
  write: (schema: z.ZodType, io: 'input') => Json,
): Json[] {
  if (!schema) return []
  const { properties = {}, required = [] } = write(schema, 'input') as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, { description, ...field }]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    ...(description ? { description } : {}),
    schema: field,
    ...(field.type === 'array' ? { style: 'form', explode: false } : {}),
  }))
}

/** A schema with its named parts moved to `components`. */
function writeSchema(schema: z.ZodType, io: 'input' | 'output', components: Json): Json {
  const { $defs, $schema, ...body } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
  }) as Json
  for (const [name, part] of Object.entries((moveReferences($defs) ?? {}) as Json)) components[name] = part
  const moved = moveReferences(body) as Json & { id?: string }
  const name = schema.meta()?.id
  if (!name || moved.$ref) return moved
  const { id, ...part } = moved
  components[name] = part
  return { $ref: `#/components/schemas/${name}` }
}

function moveReferences(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(moveReferences)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === '$ref' && typeof inner === 'string'
        ? inner.replace('#/$defs/', '#/components/schemas/')
        : moveReferences(inner),
    ]),
  )
}

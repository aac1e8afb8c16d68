// A route is declared once, as data: the server, the OpenAPI document and the tests read the declaration.
import { createHash } from 'node:crypto'
import type { Context, Hono } from 'hono'
import type { z } from 'zod'
import { AccessError, InputError } from '../errors.ts'
import { limited } from '../record/collections.ts'
import { cleanText } from '../sources/charset.ts'
import type { AppContext } from './context.ts'
import { readFields, schemaOf } from './fields.ts'
import { streamProgress, type Tell, wantsEvents } from './progress.ts'
import { nobody, requireRole, type Who } from './roles.ts'

export interface RouteInput<Params, Query, Body> {
  params: Params
  query: Query
  body: Body
  /** Bytes and headers of the request, for uploads. */
  request: Request
  who: Who
  /** Says how far long work is; nobody hears it unless events were asked for. */
  tell: Tell
}

export interface Route<Params = never, Query = never, Body = never> {
  method: 'get' | 'post' | 'put' | 'delete'
  /** As OpenAPI writes it: `/api/exchanges/{id}`. */
  path: string
  /** `operationId`: verb and noun. */
  name: string
  summary: string
  params?: z.ZodType<Params>
  query?: z.ZodType<Query>
  /** true: `run` checks the query itself; the schema only says how to read it. */
  unchecked?: boolean
  /** JSON body; for raw bytes leave it out and set `upload`. */
  body?: z.ZodType<Body>
  upload?: boolean
  /** Long work: whoever accepts text/event-stream hears how far it is, then gets the answer. */
  progress?: boolean
  response: z.ZodType
  /** 200 when left out. */
  status?: 200 | 201
  run(context: AppContext, input: RouteInput<Params, Query, Body>): unknown
}

/** Any route, as the lists hold them. */
export type AnyRoute = Route<never, never, never>

/** Declares a route; what `run` gets is typed by the schemas. */
export const route = <Params, Query, Body>(declared: Route<Params, Query, Body>): AnyRoute =>
  declared as unknown as AnyRoute

/** Puts `declared` on `app`, for those who may ask it. Bad input throws: the error page is written in one place. */
export function mountRoute(app: Hono, context: AppContext, declared: AnyRoute): void {
  const path = declared.path.replace(/\{(\w+)\}/g, ':$1')
  app.on(declared.method.toUpperCase(), path, async (c) => {
    c.set('route', declared.name)
    requireRole(c.get('who') ?? nobody, declared)
    const input = (await readInput(c, declared)) as RouteInput<never, never, never>
    const run = (tell: Tell) => runFor(c.get('who'), context, declared, { ...input, tell })
    if (declared.progress && wantsEvents(c.req.header('accept'))) return streamProgress(run, context.onFault)
    const result = await run(() => {})
    return result instanceof Response ? result : respond(c, result, declared.status ?? 200)
  })
}

/** Who is kept to collections asks a record in which there is nothing else, and is told so where a route needs more. */
async function runFor(
  who: Who | undefined,
  context: AppContext,
  declared: AnyRoute,
  input: RouteInput<never, never, never>,
): Promise<unknown> {
  const { collections = null } = who ?? {}
  if (collections === null) return declared.run(context, input)
  try {
    return await declared.run({ ...context, database: limited(context.database, collections) }, input)
  } catch (error) {
    // insufficient_privilege, read_only_sql_transaction
    if (!['42501', '25006'].includes((error as { code?: string }).code ?? '')) throw error
    throw new AccessError(
      `${declared.name} is of the whole record, and you are kept to collections`,
      'Ask an administrator.',
    )
  }
}

async function readInput(c: Context, declared: AnyRoute): Promise<RouteInput<unknown, unknown, unknown>> {
  const fields = (
    schema: z.ZodType | undefined,
    values: Record<string, string[]>,
    unchecked = false,
  ): unknown => {
    refuseNul(values)
    const read = schema ? readFields(schema, values) : {}
    return schema && !unchecked ? schema.parse(read) : read
  }
  const params = Object.fromEntries(
    Object.entries(c.req.param()).map(([name, value]) => [name, [String(value)]]),
  )
  return {
    params: fields(declared.params as z.ZodType | undefined, params),
    query: fields(declared.query as z.ZodType | undefined, c.req.queries(), declared.unchecked),
    body: declared.body ? (declared.body as z.ZodType).parse(await readBody(c, declared)) : undefined,
    request: c.req.raw,
    who: c.get('who'),
    tell: () => {},
  }
}

/** Whoever signed in acts by the own name, whatever the body says. */
async function readBody(c: Context, declared: AnyRoute): Promise<unknown> {
  const body = await readJson(c)
  const { how, name } = c.get('who')
  const acts =
    how !== 'local' && 'actor' in (schemaOf(declared.body as unknown as z.ZodType).properties ?? {})
  return acts && typeof body === 'object' && body !== null ? { ...body, actor: name } : body
}

function refuseNul(values: Record<string, string[]>): void {
  const bad = Object.entries(values).find(([, texts]) => texts.some((text) => text.includes('\0')))
  if (bad) throw new InputError(`"${bad[0]}" holds a NUL character`, 'Leave it out.')
}

async function readJson(c: Context): Promise<unknown> {
  const text = await c.req.text()
  try {
    // No store holds NUL or half a letter; only an escape can bring one in.
    return /\\u(0000|d[89a-f])/i.test(text)
      ? JSON.parse(text, (_, value: unknown) => (typeof value === 'string' ? cleanText(value) : value))
      : (JSON.parse(text) as unknown)
  } catch (error) {
    throw new InputError(
      'The body is not JSON',
      'Send one JSON object with content-type application/json.',
      error,
    )
  }
}

/** JSON with an entity tag; a client that has it already gets 304. */
function respond(c: Context, result: unknown, status: 200 | 201): Response {
  const body = JSON.stringify(result)
  if (c.req.method !== 'GET') return c.body(body, status, { 'content-type': 'application/json' })
  const tag = tagOf(body)
  const headers = { etag: tag, 'cache-control': 'no-cache', 'content-type': 'application/json' }
  if (matches(c.req.header('if-none-match'), tag)) return c.body(null, 304, headers)
  return c.body(body, status, headers)
}

/** Weak: the instant an answer was asked at does not make it another answer. */
const tagOf = (body: string): string =>
  `W/"${createHash('sha1')
    .update(body.replace(/"asKnownOn":"[^"]*"/, ''))
    .digest('base64url')}"`

const matches = (sent: string | undefined, tag: string): boolean =>
  (sent ?? '').split(',').some((one) => one.trim() === tag || one.trim() === '*')

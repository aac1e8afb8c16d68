// A typed client of the HTTP API, for programs: `import { connect } from 'chancery/client'`. Needs fetch and nothing else.
import type { z } from 'zod'
import {
  AccessError,
  ChanceryError,
  ConflictError,
  InputError,
  NotFoundError,
  RecordError,
  SourceError,
} from '../errors.ts'
import type { agenda } from '../questions/agenda.ts'
import type { Answer } from '../questions/answer.ts'
import type { brief } from '../questions/brief.ts'
import type { check } from '../questions/check.ts'
import type { coincidence } from '../questions/coincidence.ts'
import type { gap } from '../questions/gap.ts'
import type { grouping } from '../questions/grouping.ts'
import type { highest } from '../questions/highest.ts'
import type { hypothesis } from '../questions/hypothesis.ts'
import type { itinerary } from '../questions/itinerary.ts'
import type { first, last } from '../questions/last.ts'
import type { norm } from '../questions/norm.ts'
import type { pace } from '../questions/pace.ts'
import type { phrases } from '../questions/phrases.ts'
import type { Question } from '../questions/question.ts'
import type { readouts } from '../questions/readouts.ts'
import type { reciprocity } from '../questions/reciprocity.ts'
import type { timeline } from '../questions/timeline.ts'
import type { Reading } from '../reading/reading.ts'
import type { ListedExchange, Page, WholeExchange } from '../record/listing.ts'
import type { Proposal } from '../record/proposals.ts'
import type { ListedDocument, WholeDocument } from '../record/shelf.ts'
import type { Checked } from './checks.ts'
import type { FiledDocument, NewDocument } from './documents.ts'
import type { NewWatchInput, ShownFiring, ShownWatch } from './watches.ts'

type InputOf<Asked> = Asked extends Question<infer Input> ? z.input<Input> : never
/** Questions by name, each with the fields it takes. */
export interface QuestionInputs {
  timeline: InputOf<typeof timeline>
  itinerary: InputOf<typeof itinerary>
  highest: InputOf<typeof highest>
  last: InputOf<typeof last>
  first: InputOf<typeof first>
  gap: InputOf<typeof gap>
  pace: InputOf<typeof pace>
  reciprocity: InputOf<typeof reciprocity>
  coincidence: InputOf<typeof coincidence>
  norm: InputOf<typeof norm>
  readouts: InputOf<typeof readouts>
  grouping: InputOf<typeof grouping>
  check: InputOf<typeof check>
  phrases: InputOf<typeof phrases>
  agenda: InputOf<typeof agenda>
  hypothesis: InputOf<typeof hypothesis>
  brief: InputOf<typeof brief>
}
/** How any question is asked. */
export interface AskedHow {
  /** A day: as the record knew it at its end. */
  asKnownOn?: string
  /** Name of a counting rule. */
  rule?: string
}

export interface ConnectOptions {
  /** Sent as a bearer token, where the server asks for one. */
  token?: string
  /** In place of the global one. */
  fetch?: typeof fetch
}

/** Fields of a query; lists are sent with commas, what is undefined is left out. */
export type Query = Record<string, string | number | boolean | string[] | undefined>

/** Every method throws the error that the server tells: InputError, NotFoundError … with what to do next. */
export interface Client {
  /** Asks a question by name. */
  ask<Name extends keyof QuestionInputs>(name: Name, input: QuestionInputs[Name] & AskedHow): Promise<Answer>
  /** Every claim of a text: holds, fails or untestable. */
  check(
    given: { text?: string; url?: string; publishedOn?: string; title?: string } & AskedHow,
  ): Promise<Checked>
  /** Reads a text; files nothing. */
  read(given: { text?: string; url?: string; publishedOn?: string; title?: string }): Promise<Reading>
  /** Reads and files a document. */
  file(document: NewDocument): Promise<FiledDocument>
  document(id: string): Promise<WholeDocument>
  exchange(id: string): Promise<WholeExchange>
  /** Walks all pages of `/api/exchanges`. */
  exchanges(filter?: Query): AsyncGenerator<ListedExchange>
  /** Walks all pages of `/api/documents`. */
  documents(filter?: Query): AsyncGenerator<ListedDocument>
  /** A slice of the record in a format, as the file's bytes. */
  export(format: string, filter?: Query): Promise<Uint8Array>
  watches(): Promise<ShownWatch[]>
  watch(given: NewWatchInput): Promise<ShownWatch & { now: string; secret: string | null }>
  unwatch(id: string): Promise<void>
  /** What watches told, newest first; of one of them, or of all. */
  firings(watch?: string): Promise<(ShownFiring & { watch: string })[]>
  proposals(): Promise<Proposal[]>
  /** Any other route of `/api/openapi.json`. */
  call<Value>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<Value>
}

/** A client of the server at `address` ("http://127.0.0.1:4680"). Nothing is asked until a method is called. */
export function connect(address: string, options: ConnectOptions = {}): Client {
  const send = (method: string, path: string, body?: unknown): Promise<Response> =>
    reach(new URL(path, address), { method, body, ...options })
  const call = async <Value>(method: string, path: string, body?: unknown): Promise<Value> =>
    (await send(method, path, body)).json() as Promise<Value>
  const at = (path: string, id: string): string => `${path}/${encodeURIComponent(id)}`
  return {
    ask: (name, input) => call('POST', `/api/questions/${name}`, input),
    check: (given) => call('POST', '/api/check', given),
    read: (given) => call('POST', '/api/readings', given),
    file: (document) => call('POST', '/api/documents', document),
    document: (id) => call('GET', at('/api/documents', id)),
    exchange: (id) => call('GET', at('/api/exchanges', id)),
    exchanges: (filter) => walk((query) => call('GET', `/api/exchanges?${query}`), filter),
    documents: (filter) => walk((query) => call('GET', `/api/documents?${query}`), filter),
    export: async (format, filter = {}) => {
      const response = await send('GET', `${at('/api/export', format)}?${queryOf(filter)}`)
      return new Uint8Array(await response.arrayBuffer())
    },
    watches: () => call('GET', '/api/watches'),
    watch: (given) => call('POST', '/api/watches', given),
    unwatch: async (id) => {
      await call('DELETE', at('/api/watches', id))
    },
    firings: (watch) =>
      call('GET', watch === undefined ? '/api/firings' : `${at('/api/watches', watch)}/firings`),
    proposals: () => call('GET', '/api/proposals'),
    call,
  }
}

async function* walk<Item>(
  page: (query: string) => Promise<Page<Item>>,
  filter: Query = {},
): AsyncGenerator<Item> {
  let cursor: string | undefined
  do {
    const { items, next } = await page(queryOf({ limit: 100, ...filter, cursor }))
    yield* items
    cursor = next ?? undefined
  } while (cursor !== undefined)
}

function queryOf(fields: Query): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(fields))
    if (value !== undefined) query.set(name, Array.isArray(value) ? value.join(',') : String(value))
  return query.toString()
}

interface Sent extends ConnectOptions {
  method: string
  body: unknown
}

async function reach(url: URL, { method, body, token, fetch: ask = fetch }: Sent): Promise<Response> {
  const headers: Record<string, string> = {}
  if (body !== undefined) headers['content-type'] = 'application/json'
  if (token !== undefined) headers.authorization = `Bearer ${token}`
  const request = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }
  const response = await ask(url, request).catch((error: unknown) => {
    throw new RecordError(`No server answers at ${url.origin}`, 'Start one: chancery serve.', error)
  })
  if (response.ok) return response
  throw problemError(response.status, await response.text())
}

const classes: Record<number, typeof ChanceryError> = {
  400: InputError,
  403: AccessError,
  404: NotFoundError,
  409: ConflictError,
  422: SourceError,
  503: RecordError,
}

/** The error of a problem document (RFC 9457), or of whatever else came in its place. */
function problemError(status: number, body: string): ChanceryError {
  const Class = classes[status] ?? ChanceryError
  try {
    const { detail, next } = JSON.parse(body) as { detail?: string; next?: string }
    if (detail) return new Class(detail, next ?? '')
  } catch {}
  return new Class(`The server answered ${status}`, body.slice(0, 200))
}

// What the record hands out, and how each piece is asked for.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Answer, AnswerRow } from '../questions/answer.ts'
import type { ExchangeKind, ExchangeStatus, ParticipantRole, Reading, TextClaim } from '../reading/reading.ts'
import type { Evidence } from '../record/evidence.ts'
import { get, type Parameters } from './api.ts'

export interface ShownParticipant {
  name: string | null
  nativeName: string | null
  person: string | null
  state: string | null
  organization: string | null
  office: string | null
  officeId: string | null
  level: number | null
  role: ParticipantRole
}

export interface ShownExchange {
  id: string
  kind: ExchangeKind
  grade: string | null
  status: ExchangeStatus
  /** EDTF, with its first and last possible day. */
  occurredOn: string | null
  earliest: string | null
  latest: string | null
  place: string | null
  hostState: string | null
  states: string[]
  format: string | null
  occasion: string | null
  partOf: string | null
  confirmed: boolean
  basis: string | null
  note: string | null
  remote: boolean
  level: number | null
  review: 'proposed' | 'accepted' | 'rejected'
  announcedOn: string | null
  participants: ShownParticipant[]
}

/** One value of one property, asserted by one document, import row or person. */
export interface RecordClaim {
  id: string
  property: string
  value: unknown
  documentId: string | null
  documentTitle?: string | null
  publisher?: string | null
  publishedOn?: string | null
  evidence: Evidence | null
  sourceUrl: string | null
  reader: string | null
  actor: string | null
  reason: string | null
  status: 'proposed' | 'accepted' | 'rejected' | 'superseded'
  recordedAt: string
}

export interface Readout {
  id: string
  state: string
  documentId: string | null
  url: string | null
  publisher: string | null
  official: boolean
  topics: string[]
}

export interface FullExchange extends ShownExchange {
  claims: RecordClaim[]
  readouts: Readout[]
  children: ShownExchange[]
}

export interface Page<Item> {
  items: Item[]
  next: string | null
  total?: number
}

export interface ShownDocument {
  id: string
  title: string | null
  publisher: string | null
  url: string | null
  publishedOn: string | null
  genre: string | null
  recordedAt?: string | null
  exchanges?: number
}

export interface FullDocument extends Omit<ShownDocument, 'exchanges'> {
  text: string
  textHash?: string
  sideState?: string | null
  language?: string | null
  reading: Reading | null
  reader?: string | null
  exchanges: ShownExchange[]
}

export interface ShownState {
  id: string
  name: string
  names: string[]
  demonyms?: string[]
  capital: string | null
  confirmed: boolean
  sources?: string[]
}

export interface ShownOrganization {
  id: string
  name: string
  names: string[]
  kind: string
  founded: string | null
  confirmed: boolean
}

export interface ShownPerson {
  id: string
  name: string
  nativeName: string | null
  aliases: string[]
  state: string | null
  confirmed: boolean
}

export interface ShownTenure {
  office: string
  title: string
  state?: string | null
  organization?: string | null
  level: number
  from: string | null
  to: string | null
  acting: boolean
  confirmed: boolean
  sources: string[]
}

export interface FullPerson extends ShownPerson {
  tenures: ShownTenure[]
}

/** JSON Schema of a question's input, as far as the form reads it. */
export interface FieldSchema {
  type?: string | string[]
  format?: string
  pattern?: string
  enum?: (string | number)[]
  description?: string
  default?: unknown
  minimum?: number
  maximum?: number
  items?: FieldSchema
  anyOf?: FieldSchema[]
  properties?: Record<string, FieldSchema>
  required?: string[]
}

export interface ShownQuestion {
  name: string
  title: string
  sentence: string
  definition: string
  input: FieldSchema
}

export interface CheckedClaim {
  claim: TextClaim
  question: string | null
  input: Record<string, unknown> | null
  answer: Answer
  /** What the text itself reports in the claim’s sentence. */
  textSays: AnswerRow[]
}

export interface Checked {
  claims: CheckedClaim[]
  reading: Reading
}

export const askQuestions = queryOptions({
  queryKey: ['questions'],
  queryFn: () => get<ShownQuestion[]>('questions'),
  staleTime: Number.POSITIVE_INFINITY,
})

export const askRules = queryOptions({
  queryKey: ['rules'],
  queryFn: () => get<{ name: string; description: string; source?: string | null }[]>('rules'),
  staleTime: Number.POSITIVE_INFINITY,
})

export const askStates = queryOptions({
  queryKey: ['states'],
  queryFn: async () => itemsOf(await get<ShownState[] | Page<ShownState>>('states')),
  staleTime: Number.POSITIVE_INFINITY,
})

export const askOrganizations = queryOptions({
  queryKey: ['organizations'],
  queryFn: async () => itemsOf(await get<ShownOrganization[] | Page<ShownOrganization>>('organizations')),
  staleTime: Number.POSITIVE_INFINITY,
})

export const askPeople = (query: string) =>
  queryOptions({
    queryKey: ['people', query],
    queryFn: async ({ signal }) =>
      itemsOf(await get<ShownPerson[] | Page<ShownPerson>>('people', { query, limit: 500 }, signal)),
  })

export const askPerson = (id: string) =>
  queryOptions({
    queryKey: ['person', id],
    queryFn: () => get<FullPerson>(`people/${encodeURIComponent(id)}`),
  })

/** An answer; `input` as it stands in the address. Not asked while `ready` is false. */
export const askAnswer = (name: string, input: Parameters, ready = true) =>
  queryOptions({
    queryKey: ['answer', name, input],
    queryFn: ({ signal }) => get<Answer>(`questions/${encodeURIComponent(name)}`, input, signal),
    enabled: ready,
  })

export const askExchanges = (filter: Parameters) =>
  infiniteQueryOptions({
    queryKey: ['exchanges', filter],
    queryFn: ({ pageParam, signal }) =>
      get<Page<ShownExchange>>('exchanges', { ...filter, cursor: pageParam, limit: 100 }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  })

/** Up to `limit` exchanges at once, for plots. */
export const askManyExchanges = (filter: Parameters, limit = 1000, ready = true) =>
  queryOptions({
    queryKey: ['exchanges', 'many', filter, limit],
    queryFn: ({ signal }) => gatherExchanges(filter, limit, signal),
    enabled: ready,
  })

async function gatherExchanges(
  filter: Parameters,
  limit: number,
  signal: AbortSignal,
): Promise<Page<ShownExchange>> {
  const items: ShownExchange[] = []
  let next: string | null = null
  let total: number | undefined
  do {
    const page: Page<ShownExchange> = await get(
      'exchanges',
      { ...filter, cursor: next, limit: Math.min(500, limit) },
      signal,
    )
    items.push(...page.items)
    next = page.next
    total = page.total
  } while (next && items.length < limit)
  return { items, next, ...(total === undefined ? {} : { total }) }
}

export const askExchange = (id: string) =>
  queryOptions({
    queryKey: ['exchange', id],
    queryFn: () => get<FullExchange>(`exchanges/${encodeURIComponent(id)}`),
  })

export const askDocuments = (query: string) =>
  infiniteQueryOptions({
    queryKey: ['documents', query],
    queryFn: ({ pageParam, signal }) =>
      get<Page<ShownDocument>>('documents', { query, cursor: pageParam, limit: 50 }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  })

export const askDocument = (id: string) =>
  queryOptions({
    queryKey: ['document', id],
    queryFn: () => get<FullDocument>(`documents/${encodeURIComponent(id)}`),
  })

export interface CoveredSource {
  source: string
  from: string | null
  to: string | null
  rows: number
}

export interface AboutRecord {
  version: string
  engine: 'embedded' | 'server'
  location: string
  counts: Record<string, number>
  coverage: CoveredSource[]
}

export const askRecord = queryOptions({ queryKey: ['record'], queryFn: () => get<AboutRecord>('record') })

export interface ExportFormat {
  name: string
  title: string
  extension: string
  loses: string[]
}

export const askFormats = queryOptions({
  queryKey: ['formats'],
  queryFn: () => get<ExportFormat[]>('formats'),
  staleTime: Number.POSITIVE_INFINITY,
})

const itemsOf = <Item>(answer: Item[] | Page<Item>): Item[] => (Array.isArray(answer) ? answer : answer.items)

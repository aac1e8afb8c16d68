// What the record hands out, and how each piece is asked for.
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Answer, AnswerRow } from '../questions/answer.ts'
import type { ExchangeKind, ExchangeStatus, Reading, TextClaim } from '../reading/reading.ts'
import type { Count, CountedBy, VisitCount } from '../record/counts.ts'
import type {
  CoveredSource,
  ListedOrganization,
  ListedState,
  RecordCounts,
  WholePerson,
} from '../record/directory.ts'
import type {
  ListedClaim,
  ListedExchange,
  ListedParticipant,
  ListedReadout,
  Page,
  WholeExchange,
} from '../record/listing.ts'
import type { PagedPerson } from '../record/people.ts'
import type { ListedDocument, WholeDocument } from '../record/shelf.ts'
import { get, type Parameters } from './api.ts'

export type ShownParticipant = ListedParticipant
export type RecordClaim = ListedClaim
export type Readout = ListedReadout
export type ShownState = ListedState
export type ShownOrganization = ListedOrganization
export type ShownPerson = PagedPerson
export type FullPerson = WholePerson
export type ShownDocument = ListedDocument
export type { CoveredSource, VisitCount }

/** An exchange as listed; what the record keeps as words is one of the words the codebook has. */
type Worded<Row> = Omit<Row, 'kind' | 'status' | 'review'> & {
  kind: ExchangeKind
  status: ExchangeStatus
  review: 'proposed' | 'accepted' | 'rejected'
}
export type ShownExchange = Worded<ListedExchange>
export type FullExchange = Omit<Worded<WholeExchange>, 'children'> & { children: ShownExchange[] }

export type FullDocument = Omit<WholeDocument, 'reading' | 'exchanges'> & {
  reading: Reading | null
  exchanges: ShownExchange[]
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

export const askPhrases = queryOptions({
  queryKey: ['phrases'],
  queryFn: () => get<{ phrase: string; meaning: string; target: string | null }[]>('phrases'),
  staleTime: Number.POSITIVE_INFINITY,
})

export const askStates = queryOptions({
  queryKey: ['states'],
  queryFn: () => get<ShownState[]>('states'),
  staleTime: Number.POSITIVE_INFINITY,
})

export const askOrganizations = queryOptions({
  queryKey: ['organizations'],
  queryFn: () => get<ShownOrganization[]>('organizations'),
  staleTime: Number.POSITIVE_INFINITY,
})

/** People by name, page after page; with a query the nearest names. */
export const askPeople = (filter: { query?: string | undefined; state?: string | undefined }) =>
  infiniteQueryOptions({
    queryKey: ['people', filter],
    queryFn: ({ pageParam, signal }) =>
      get<Page<ShownPerson>>('people', { ...filter, cursor: pageParam, limit: 100 }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
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

/** Exchanges counted by the record itself: right however many there are. */
export const askCounts = (by: CountedBy, filter: Parameters, ready = true) =>
  queryOptions({
    queryKey: ['exchanges', 'counts', by, filter],
    queryFn: ({ signal }) => get<Count[]>('counts', { by, limit: 10_000, ...filter }, signal),
    enabled: ready,
    placeholderData: keepPreviousData,
  })

/** Confirmed visits by who went where. */
export const askVisits = (filter: Parameters) =>
  queryOptions({
    queryKey: ['exchanges', 'visits', filter],
    queryFn: ({ signal }) => get<VisitCount[]>('visits', filter, signal),
    placeholderData: keepPreviousData,
  })

/** All exchanges at once, for plots; where there are more than `limit`, a first page of them: `next` then says so. */
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
  let total = 0
  do {
    const page: Page<ShownExchange> = await get(
      'exchanges',
      { ...filter, cursor: next, limit: Math.min(500, limit) },
      signal,
    )
    items.push(...page.items)
    next = page.next
    total = page.total
  } while (next && total <= limit)
  return { items, next, total }
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

export interface AboutRecord {
  version: string
  engine: 'embedded' | 'server'
  location: string
  counts: RecordCounts
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

// The shapes that routes take and give, as schemas with the names the OpenAPI document shows. TypeScript checks them against the types.
import { z } from 'zod'
import { exchangeKinds, exchangeStatuses } from '../knowledge/kinds.ts'
import type { Answer } from '../questions/answer.ts'
import type { Reading, TextClaim } from '../reading/reading.ts'
import type { VisitCount } from '../record/counts.ts'
import type { Hit, ListedOrganization, ListedState, WholePerson } from '../record/directory.ts'
import type { SilentEdit } from '../record/edits.ts'
import type { Evidence } from '../record/evidence.ts'
import type { ListedExchange, WholeExchange } from '../record/listing.ts'
import type { PagedPerson } from '../record/people.ts'
import type { ListedDocument } from '../record/shelf.ts'

const text = z.string()
const maybe = z.string().nullable()
const offset = z.number().int()
const level = z.number().int().min(1).max(8).nullable()

export const genre = z.enum([
  'news',
  'readout',
  'communique',
  'press-briefing',
  'speech',
  'chronology',
  'analysis',
  'announcement',
])
export const exchangeKind = z.enum(exchangeKinds)
export const exchangeStatus = z.enum(exchangeStatuses)
export const participantRole = z.enum(['visitor', 'host', 'participant'])

export const evidence: z.ZodType<Evidence> = z
  .object({
    documentId: text,
    textHash: text,
    start: offset,
    end: offset,
    exact: text,
    prefix: text,
    suffix: text,
  })
  .meta({ id: 'Evidence' })

const span = z.object({ start: offset, end: offset })
const quotation = span.extend({ exact: text })

export const textClaim: z.ZodType<TextClaim> = quotation
  .extend({
    kind: z.enum([
      'superlative',
      'last-time',
      'first-time',
      'pace',
      'coincidence',
      'omission',
      'norm-exception',
      'hypothesis',
    ]),
    states: z.array(text),
    people: z.array(text),
    exchangeKind: exchangeKind.nullable(),
    window: z.object({ exact: text, interval: maybe, sinceEvent: maybe }).nullable(),
    level,
    topic: maybe,
    ahead: z.boolean(),
  })
  .meta({ id: 'TextClaim' })

export const reading: z.ZodType<Reading> = z
  .object({
    document: z.object({
      id: text,
      title: maybe,
      publishedOn: maybe,
      language: text,
      genre: genre.nullable(),
      side: maybe,
    }),
    officials: z.array(
      z.object({ name: text, person: maybe, state: maybe, office: maybe, level, mentions: z.array(span) }),
    ),
    exchanges: z.array(
      z.object({
        id: text,
        kind: exchangeKind,
        status: exchangeStatus,
        date: maybe,
        place: maybe,
        host: maybe,
        states: z.array(text),
        participants: z.array(
          z.object({ name: maybe, person: maybe, state: maybe, office: maybe, level, role: participantRole }),
        ),
        format: z.enum(['bilateral', 'trilateral', 'multilateral']).nullable(),
        partOf: maybe,
        evidence: z.array(quotation),
        confidence: z.number().min(0).max(1),
        rules: z.array(text),
      }),
    ),
    statements: z.array(
      span.extend({
        speaker: maybe,
        person: maybe,
        state: maybe,
        office: maybe,
        quote: text,
        direct: z.boolean(),
        topics: z.array(text),
        phrases: z.array(text),
      }),
    ),
    claims: z.array(textClaim),
    warnings: z.array(text),
  })
  .meta({ id: 'Reading' })

const answerRow = z
  .object({
    type: text,
    id: text,
    label: text,
    date: maybe,
    confirmed: z.boolean(),
    citations: z.array(z.number().int()),
    fields: z.record(text, z.unknown()),
  })
  .meta({ id: 'AnswerRow' })

export const answer: z.ZodType<Answer> = z
  .object({
    question: text,
    input: z.record(text, z.unknown()),
    asKnownOn: text,
    verdict: z
      .object({ verdict: z.enum(['holds', 'fails', 'untestable']), reason: text, reworded: maybe })
      .optional(),
    summary: text,
    result: z.unknown(),
    runnerUp: answerRow.nullable().optional(),
    denominator: z.object({ count: z.number().int(), description: text, rows: z.array(answerRow) }),
    coverage: z.object({
      note: text,
      sources: z.array(z.object({ name: text, from: maybe, to: maybe, rows: z.number().int(), note: maybe })),
    }),
    counterExamples: z.array(answerRow),
    countingRule: z.object({ name: text, description: text }),
    sensitivity: z.array(z.object({ rule: text, outcome: text, flips: z.boolean() })),
    citations: z.array(
      z.object({
        number: z.number().int(),
        documentId: maybe,
        title: maybe,
        publisher: maybe,
        url: maybe,
        publishedOn: maybe,
        evidence: evidence.nullable(),
      }),
    ),
    unknowns: z.array(text),
  })
  .meta({ id: 'Answer' })

const listedExchange = z.object({
  id: text,
  kind: text,
  grade: maybe,
  status: text,
  occurredOn: maybe.describe('EDTF level 1'),
  earliest: maybe,
  latest: maybe,
  place: maybe,
  hostState: maybe,
  states: z.array(text),
  format: maybe,
  occasion: maybe,
  partOf: maybe,
  confirmed: z.boolean(),
  basis: maybe,
  note: maybe,
  remote: z.boolean(),
  level: z.number().int().nullable(),
  review: text,
  announcedOn: maybe,
  participants: z.array(
    z.object({
      name: maybe,
      nativeName: maybe,
      person: maybe,
      state: maybe,
      organization: maybe,
      office: maybe,
      officeId: maybe,
      level: z.number().int().nullable(),
      role: participantRole,
    }),
  ),
})
export const exchange: z.ZodType<ListedExchange> = listedExchange.meta({ id: 'Exchange' })

export const wholeExchange: z.ZodType<WholeExchange> = listedExchange
  .extend({
    claims: z.array(
      z.object({
        id: text,
        property: text,
        value: z.unknown(),
        documentId: maybe,
        documentTitle: maybe,
        publisher: maybe,
        publishedOn: maybe,
        evidence: evidence.nullable(),
        sourceUrl: maybe,
        reader: maybe,
        actor: maybe,
        reason: maybe,
        status: z.enum(['proposed', 'accepted', 'rejected', 'superseded']),
        recordedAt: text,
      }),
    ),
    readouts: z.array(
      z.object({
        id: text,
        state: text,
        documentId: maybe,
        url: maybe,
        publisher: maybe,
        official: z.boolean(),
        topics: z.array(text),
      }),
    ),
    children: z.array(exchange),
    life: z.array(
      z.object({
        stage: z.enum([
          'announced', 'confirmed', 'ongoing', 'occurred', 'postponed', 'cancelled', 'denied', 'possible',
        ]), // biome-ignore format: as a life runs
        saidOn: maybe,
        side: maybe,
        by: z.enum(['host', 'guest']).nullable(),
        lead: z.number().int().nullable(),
        documentId: maybe,
        url: maybe,
        proposed: z.boolean(),
      }),
    ),
    trip: z
      .object({
        person: text,
        from: text,
        to: text,
        stops: z.array(z.object({ exchange: text, host: maybe, earliest: text, latest: text })),
      })
      .nullable(),
  })
  .meta({ id: 'WholeExchange' })

const documentFields = {
  id: text,
  title: maybe,
  publisher: maybe,
  url: maybe,
  publishedOn: maybe,
  genre: maybe,
  recordedAt: text,
}
export const listedDocument: z.ZodType<ListedDocument> = z
  .object({ ...documentFields, exchanges: z.number().int() })
  .meta({ id: 'Document' })
export const wholeDocument = z
  .object({
    ...documentFields,
    text,
    textHash: text,
    sideState: maybe,
    language: maybe,
    reading: reading.nullable(),
    reader: maybe,
    exchanges: z.array(exchange),
    filedAs: z.record(text, text).describe('exchange of the reading → exchange of the record'),
  })
  .meta({ id: 'WholeDocument' })

const personFields = {
  id: text,
  name: text,
  nativeName: maybe,
  aliases: z.array(text),
  state: maybe,
  confirmed: z.boolean(),
}
export const person: z.ZodType<PagedPerson> = z
  .object({ ...personFields, office: maybe.describe('held last') })
  .meta({ id: 'Person' })
export const wholePerson: z.ZodType<WholePerson> = z
  .object({
    ...personFields,
    tenures: z.array(
      z.object({
        office: text,
        title: text,
        state: maybe,
        organization: maybe,
        level: z.number().int(),
        from: maybe,
        to: maybe,
        acting: z.boolean(),
        confirmed: z.boolean(),
        sources: z.array(text),
      }),
    ),
  })
  .meta({ id: 'WholePerson' })
export const state: z.ZodType<ListedState> = z
  .object({
    id: text,
    name: text,
    names: z.array(text),
    demonyms: z.array(text),
    capital: maybe,
    confirmed: z.boolean(),
    sources: z.array(text),
  })
  .meta({ id: 'State' })
export const organization: z.ZodType<ListedOrganization> = z
  .object({ id: text, name: text, names: z.array(text), kind: text, founded: maybe, confirmed: z.boolean() })
  .meta({ id: 'Organization' })
export const hit: z.ZodType<Hit> = z
  .object({
    type: z.enum(['person', 'state', 'organization', 'exchange', 'document']),
    id: text,
    label: text,
    detail: maybe,
  })
  .meta({ id: 'Hit' })

export const visitCount: z.ZodType<VisitCount> = z
  .object({
    from: text,
    to: text,
    count: z.number().int(),
    level,
    latest: z.object({ id: text, occurredOn: maybe }).nullable(),
  })
  .meta({ id: 'VisitCount' })

export const stateCode = z.string().regex(/^[A-Z]{3}$/, 'a state goes by three capital letters')

export const silentEdit: z.ZodType<SilentEdit> = z
  .object({
    url: text,
    before: z.object({ documentId: text, recordedAt: text }),
    after: z.object({ documentId: text, recordedAt: text }),
    removed: z.array(text),
    added: z.array(text),
  })
  .meta({ id: 'SilentEdit' })

/** A page of a list. */
export const pageOf = (item: z.ZodType) =>
  z.object({ items: z.array(item), next: maybe.describe('cursor of the next page'), total: z.number().int() })

/** How much of a list. */
export const paging = {
  cursor: text.max(500).optional(),
  limit: z.number().int().min(1).max(500).optional(),
}

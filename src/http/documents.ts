// Routes of the documents: the list, one with its reading, and filing: read, kept with its bytes, its exchanges in the record.
import { z } from 'zod'
import { InputError, NotFoundError } from '../errors.ts'
import { type IngestContext, type Ingested, type IngestSource, ingest, ingestAll } from '../ingest.ts'
import { addExchange } from '../record/adding.ts'
import { collectionName, inCollection } from '../record/collections.ts'
import { listEditsOf } from '../record/edits.ts'
import type { Filed } from '../record/filing.ts'
import { type NewRetrieval, noteRetrievals } from '../record/retrievals.ts'
import { findDocument, listDocuments } from '../record/shelf.ts'
import type { AppContext } from './context.ts'
import { problemOf, problemSchema } from './problem.ts'
import { documentAbout, type GivenText, sourceOf } from './readings.ts'
import { retrieval } from './retrievals.ts'
import { type AnyRoute, route } from './route.ts'
import {
  exchangeKind,
  exchangeStatus,
  listedDocument,
  pageOf,
  paging,
  participantRole,
  silentEdit,
  stateCode,
  wholeDocument,
} from './shapes.ts'

const list = route({
  method: 'get',
  path: '/api/documents',
  name: 'listDocuments',
  summary: 'Documents held, newest first; `query` finds words of title, publisher and text.',
  query: z.strictObject({ query: z.string().max(200).optional(), ...paging }),
  response: pageOf(listedDocument),
  run: ({ database }, { query }) => listDocuments(database, query),
})

const find = route({
  method: 'get',
  path: '/api/documents/{id}',
  name: 'getDocument',
  summary: 'One document: text, reading, and the exchanges filed from it.',
  params: z.object({ id: z.string() }),
  response: wholeDocument,
  run: async ({ database }, { params }) => {
    const found = await findDocument(database, params.id)
    if (!found)
      throw new NotFoundError(`The record holds no document "${params.id}"`, 'Look for it in /api/documents.')
    return found
  },
})

const filedExchange = z.object({
  id: z.string().describe('In the record.'),
  reading: z.string().describe('In the reading.'),
  outcome: z.enum(['new', 'merged']).describe('merged: the record held it already'),
  score: z.number().nullable(),
  review: z.enum(['proposed', 'accepted']),
  doubts: z.array(z.string()),
})
export const filed = z
  .object({
    id: z.string(),
    created: z.boolean().describe('false: this very document was filed before'),
    exchanges: z.array(filedExchange),
    statements: z.number().int(),
    claims: z.number().int(),
    peopleMinted: z.array(z.string()),
  })
  .meta({ id: 'Filed' })
export type FiledDocument = z.infer<typeof filed>

const describeFiled = (done: Filed): FiledDocument => ({
  id: done.documentId,
  created: !done.already,
  exchanges: done.exchanges.map(({ exchange, reading, merged, score, review, doubts }) => ({
    id: exchange,
    reading,
    outcome: merged ? 'merged' : 'new',
    score,
    review,
    doubts,
  })),
  statements: done.statements,
  claims: done.claims,
  peopleMinted: done.peopleMinted,
})

/** A document to file. `bytes` (base64): what was retrieved, kept as its snapshot. */
const newDocument = z.strictObject({
  text: z.string().optional(),
  url: z.string().max(2000).optional(),
  ...documentAbout,
  bytes: z.base64().optional(),
  mediaType: z.string().max(200).optional(),
  retrieval: retrieval.optional().describe('How the address answered, where the client asked it.'),
})
const collection = z
  .string()
  .regex(collectionName)
  .optional()
  .describe('Whom it is for: accounts that have it, and those that have everything. Left out: public.')
export type NewDocument = z.infer<typeof newDocument>

const file = route({
  method: 'post',
  path: '/api/documents',
  name: 'fileDocument',
  summary: 'Reads a text, or the document at an address, and files it. Filing twice is filing once.',
  body: newDocument.extend({ collection }),
  status: 201,
  response: filed,
  run: async (context, { body: { collection, ...body } }) =>
    describeFiled(
      await ingest(ingestContext(into(context, collection)), await ingestSourceOf(context, body)),
    ),
})

const into = (context: AppContext, collection: string | undefined): AppContext =>
  collection === undefined ? context : { ...context, database: inCollection(context.database, collection) }

const fileMany = route({
  method: 'post',
  path: '/api/documents/batch',
  name: 'fileDocuments',
  summary:
    'Files up to a hundred texts in few transactions; each has its outcome, and a bad one never stops the others.',
  body: z.strictObject({ documents: z.array(newDocument).min(1).max(100), collection }),
  progress: true,
  response: z.array(z.union([filed, problemSchema])),
  run: async (context, { body, tell }) => {
    const sources = await Promise.all(body.documents.map((one) => ingestSourceOf(context, one)))
    const outcomes: unknown[] = []
    const retrieved: NewRetrieval[] = []
    for await (const outcome of ingestAll(ingestContext(into(context, body.collection)), sources)) {
      const { retrieval } = body.documents[outcomes.length]!
      const { bytes = null } = sources[outcomes.length]!
      if (retrieval && outcome.ok)
        retrieved.push({ ...retrieval, documentId: outcome.filed.documentId, bytes })
      outcomes.push(describeOutcome(context, outcome))
      tell({ stage: 'filed', done: outcomes.length, of: sources.length })
    }
    await noteRetrievals(context.database, retrieved, context.now())
    return outcomes
  },
})

/** What became of one document, or the problem that kept it out. */
export function describeOutcome(context: AppContext, outcome: Ingested): unknown {
  if (outcome.ok) return describeFiled(outcome.filed)
  const problem = problemOf(outcome.error)
  if (problem.status >= 500) context.onFault?.(outcome.error)
  return problem
}

export const ingestContext = ({ database, knowledge, reader }: AppContext): IngestContext => ({
  database,
  knowledge,
  reader: reader(),
})

async function ingestSourceOf(
  context: AppContext,
  { bytes, mediaType, retrieval, ...given }: NewDocument,
): Promise<IngestSource> {
  const { document, id: _, ...source } = await sourceOf(context, given as GivenText)
  if (bytes !== undefined && document)
    throw new InputError('"bytes" go with "text", not with an address alone', 'Leave one of them out.')
  return {
    ...source,
    bytes: document?.bytes ?? (bytes === undefined ? null : Buffer.from(bytes, 'base64')),
    mediaType: document?.mediaType ?? mediaType ?? null,
    retrievedAt: document || retrieval ? context.now() : null,
  }
}

const add = route({
  method: 'post',
  path: '/api/documents/{id}/exchanges',
  name: 'addExchange',
  summary:
    'Adds an exchange that the reader missed: a person’s claims on the words of the document, with a reason.',
  params: z.object({ id: z.string() }),
  body: z.strictObject({
    start: z.number().int().min(0),
    end: z.number().int().min(1),
    kind: exchangeKind,
    status: exchangeStatus,
    date: z.string().max(40).nullable().describe('EDTF'),
    place: z.string().trim().min(1).max(200).nullable(),
    host: stateCode.nullable(),
    states: z.array(stateCode).max(100),
    participants: z.array(
      z.strictObject({
        person: z.string().nullable(),
        name: z.string().trim().min(1).max(200).nullable(),
        state: stateCode.nullable(),
        role: participantRole,
      }),
    ),
    actor: z.string().trim().min(1).max(200).default('workbench'),
    reason: z.string().trim().min(1).max(2000),
  }),
  status: 201,
  response: z.object({ exchange: z.string(), ledgerId: z.string() }).meta({ id: 'Added' }),
  run: ({ database }, { params, body: { actor, reason, ...missed } }) =>
    addExchange(database, params.id, missed, { actor, reason }),
})

const edits = route({
  method: 'get',
  path: '/api/documents/{id}/edits',
  name: 'listDocumentEdits',
  summary: 'How the text at this document’s address changed before and after it was retrieved.',
  params: z.object({ id: z.string() }),
  response: z.array(silentEdit),
  run: ({ database }, { params }) => listEditsOf(database, params.id),
})

export const documentRoutes: AnyRoute[] = [list, file, fileMany, find, add, edits]

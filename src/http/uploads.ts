// Route of whole files: one document or an archive of them, filed at once with an outcome for each.
import { z } from 'zod'
import { type IngestSource, ingestAll } from '../ingest.ts'
import { documentsFromBytes, type FileOutcome } from '../sources/archive.ts'
import type { SourceDocument } from '../sources/document.ts'
import type { AppContext } from './context.ts'
import { describeOutcome, filed, ingestContext } from './documents.ts'
import { problemOf, problemSchema } from './problem.ts'
import { uploadOf } from './readings.ts'
import { type AnyRoute, route } from './route.ts'

/** Where files to be filed go: their content type is their own. */
export const filingUploadPath = '/api/documents/upload'

const outcomes = z
  .array(
    z.object({
      path: z.string().describe('Name of the file; for a file of an archive, after "!/".'),
      title: z.string().nullable(),
      result: z.union([filed, problemSchema]),
    }),
  )
  .meta({ id: 'UploadOutcomes' })

const upload = route({
  method: 'post',
  path: filingUploadPath,
  name: 'uploadDocuments',
  summary:
    'Files an uploaded file: text, HTML, Markdown, PDF, DOCX, EML, or an archive of them (ZIP, tar, gzip), raw or as a form.',
  query: z.strictObject({ name: z.string().max(500).optional() }),
  upload: true,
  progress: true,
  status: 201,
  response: outcomes,
  run: async (context, { query, request, tell }) => {
    const { bytes, name, contentType } = await uploadOf(request, query.name)
    const filed: z.infer<typeof outcomes> = []
    for await (const group of groupsOf(documentsFromBytes(bytes, { name, contentType }))) {
      filed.push(...(await fileGroup(context, group)))
      tell({ stage: 'filed', done: filed.length, of: null })
    }
    return filed
  },
})

async function* groupsOf(all: AsyncIterable<FileOutcome>): AsyncGenerator<FileOutcome[]> {
  let group: FileOutcome[] = []
  for await (const outcome of all) {
    if (group.push(outcome) < 16) continue
    yield group
    group = []
  }
  if (group.length > 0) yield group
}

async function fileGroup(context: AppContext, group: FileOutcome[]): Promise<z.infer<typeof outcomes>> {
  const documents = group.flatMap((outcome) => ('document' in outcome ? [outcome.document] : []))
  const results: unknown[] = []
  for await (const done of ingestAll(ingestContext(context), documents.map(sourceOfDocument)))
    results.push(describeOutcome(context, done))
  return group.map((outcome) => ({
    path: outcome.path,
    title: 'document' in outcome ? outcome.document.title : null,
    result: ('document' in outcome ? results.shift() : problemOf(outcome.error)) as z.infer<
      typeof problemSchema
    >,
  }))
}

/** A document as it was got, to be filed with its bytes. */
export const sourceOfDocument = (document: SourceDocument): IngestSource => ({
  text: document.text,
  title: document.title,
  publisher: document.publisher,
  url: document.url,
  publishedOn: document.publishedOn,
  genre: document.genre,
  bytes: document.bytes,
  mediaType: document.mediaType,
})

export const uploadRoutes: AnyRoute[] = [upload]

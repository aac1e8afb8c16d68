// Routes that read without filing: a reading of a text or address, the text of an upload, the check of every claim.
import { z } from 'zod'
import { InputError, SourceError } from '../errors.ts'
import type { SourceText } from '../reading/reading.ts'
import { onlyDocument } from '../sources/archive.ts'
import { cleanText } from '../sources/charset.ts'
import { isDay } from '../sources/day.ts'
import { maxTextLength, type SourceDocument } from '../sources/document.ts'
import { findAtAddress } from '../sources/web.ts'
import type { AppContext } from './context.ts'
import { type AnyRoute, route } from './route.ts'
import { genre, reading } from './shapes.ts'

const day = z.string().refine(isDay, 'no day of the calendar (YYYY-MM-DD)')

/** What a client may say of a document. */
export const documentAbout = {
  title: z.string().max(1000).nullish(),
  publishedOn: day.nullish(),
  publisher: z.string().max(500).nullish(),
  genre: genre.nullish(),
}

const givenText = z.strictObject({
  text: z.string().optional(),
  url: z.string().max(2000).optional(),
  ...documentAbout,
})
export type GivenText = z.infer<typeof givenText>

/** The text given, or the document at the address given; what the client says of it wins. Throws InputError, SourceError. */
export async function sourceOf(
  context: AppContext,
  given: GivenText,
): Promise<SourceText & { url: string | null; document: SourceDocument | null }> {
  const { text, url, ...about } = given
  if (text === undefined && url === undefined)
    throw new InputError('Neither "text" nor "url" was given', 'Give one of them.')
  const document = text === undefined ? await documentAt(context, url!) : null
  const whole = cleanText(text ?? document!.text)
  if (whole.length > maxTextLength)
    throw new SourceError(
      `The text has ${whole.length.toLocaleString('en')} characters; ${maxTextLength.toLocaleString('en')} at most`,
      'Split it.',
    )
  return {
    id: document?.id ?? 'text',
    text: whole,
    title: about.title ?? document?.title ?? null,
    publishedOn: about.publishedOn ?? document?.publishedOn ?? null,
    publisher: about.publisher ?? document?.publisher ?? null,
    genre: about.genre ?? (document?.genre as SourceText['genre']) ?? null,
    url: url ?? null,
    document,
  }
}

async function documentAt(context: AppContext, url: string): Promise<SourceDocument> {
  const found = await findAtAddress(url, { ...context.download, sites: context.knowledge.sites })
  if ('document' in found) return found.document
  const many = 'feed' in found ? found.feed.entries : [...found.sitemap.pages, ...found.sitemap.sitemaps]
  throw new SourceError(
    `${url} is a list of ${many.length} documents, not one`,
    'Give the address of one, or `chancery ingest` the list.',
  )
}

const readText = route({
  method: 'post',
  path: '/api/readings',
  name: 'readText',
  summary: 'Reads a text or the document at an address; files nothing.',
  body: givenText,
  response: reading,
  run: async (context, { body }) => {
    const { document: _, url: __, ...source } = await sourceOf(context, body)
    return context.reader().read(source)
  },
})

const extracted = z
  .object({
    text: z.string(),
    title: z.string().nullable(),
    publishedOn: z.string().nullable(),
    publisher: z.string().nullable(),
    mediaType: z.string(),
    charset: z.string().nullable(),
  })
  .meta({ id: 'ExtractedText' })

/** Where uploads go: their content type is the file's own. */
export const uploadPath = '/api/documents/extract'

const extractText = route({
  method: 'post',
  path: uploadPath,
  name: 'extractText',
  summary:
    'The text of an uploaded file (text, HTML, Markdown, PDF, DOCX, EML), raw or as a form; files nothing.',
  query: z.strictObject({ name: z.string().max(500).optional() }),
  upload: true,
  response: extracted,
  run: async (_, { query, request }) => {
    const { bytes, name, contentType } = await uploadOf(request, query.name)
    const { text, title, publishedOn, publisher, mediaType, charset } = await onlyDocument(bytes, {
      name,
      contentType,
    })
    return { text, title, publishedOn, publisher, mediaType, charset }
  },
})

/** The file of an upload, raw or in a form. Throws InputError when it holds none. */
export async function uploadOf(
  request: Request,
  name = 'upload',
): Promise<{ bytes: Uint8Array; name: string; contentType: string | undefined }> {
  const contentType = request.headers.get('content-type') ?? undefined
  if (!contentType?.startsWith('multipart/form-data'))
    return { bytes: new Uint8Array(await request.arrayBuffer()), name, contentType }
  const form = await request.formData().catch((error: unknown) => {
    throw new InputError(
      'The form cannot be read',
      'Send one file as multipart/form-data, or its raw bytes.',
      error,
    )
  })
  const file = [...form.values()].find((value) => value instanceof File)
  if (!file) throw new InputError('The form holds no file', 'Send one file.')
  return {
    bytes: new Uint8Array(await file.arrayBuffer()),
    name: file.name || name,
    contentType: file.type || undefined,
  }
}

export const readingRoutes: AnyRoute[] = [readText, extractText]

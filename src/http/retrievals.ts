// Routes of web addresses asked before: what is known of them, and that they were found unchanged.
import { z } from 'zod'
import { knownRetrievals, noteRetrievals } from '../record/retrievals.ts'
import { type AnyRoute, route } from './route.ts'

const address = z.string().max(2000)
const urls = z.strictObject({ urls: z.array(address).max(50_000) })

/** How an address answered, sent along with the document filed from it. */
export const retrieval = z.strictObject({
  url: address.describe('The address asked; the document’s own may be where it redirects to.'),
  etag: z.string().max(1000).nullable(),
  lastModified: z.string().max(200).nullable(),
})

const known = z
  .object({
    url: z.string(),
    etag: z.string().nullable(),
    lastModified: z.string().nullable(),
    checkedAt: z.string(),
  })
  .meta({ id: 'KnownRetrieval' })
export type KnownAddress = z.infer<typeof known>

const find = route({
  method: 'post',
  path: '/api/retrievals/known',
  name: 'findRetrievals',
  summary: 'Those of these addresses that were asked before, with the tags to ask them again.',
  body: urls,
  response: z.array(known),
  run: ({ database }, { body }) => knownRetrievals(database, body.urls),
})

const unchanged = route({
  method: 'post',
  path: '/api/retrievals/unchanged',
  name: 'noteUnchanged',
  summary: 'Notes that these addresses were asked again and had not changed.',
  body: z.strictObject({ retrievals: z.array(retrieval).max(1000) }),
  response: z.object({ noted: z.number().int() }),
  run: async ({ database, now }, { body }) => {
    const rows = body.retrievals.map((one) => ({ ...one, documentId: null, bytes: null }))
    await noteRetrievals(database, rows, now())
    return { noted: rows.length }
  },
})

export const retrievalRoutes: AnyRoute[] = [find, unchanged]

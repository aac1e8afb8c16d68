// Routes of collections: which there are, what is in them, which accounts are kept to which.
import { z } from 'zod'
import { collectionName, listCollections, moveDocument, setCollections } from '../record/collections.ts'
import { type AnyRoute, route } from './route.ts'

const collection = z.string().regex(collectionName, 'Letters, digits, and . _ - within.')

const list = route({
  method: 'get',
  path: '/api/collections',
  name: 'listCollections',
  summary: 'Collections of documents, and how many each has.',
  response: z.array(z.object({ name: z.string(), documents: z.number().int() }).meta({ id: 'Collection' })),
  run: ({ database }) => listCollections(database),
})

const move = route({
  method: 'put',
  path: '/api/documents/{id}/collection',
  name: 'moveDocument',
  summary: 'Puts a document, and what it told of, into a collection; "public" is everybody’s.',
  params: z.object({ id: z.string() }),
  body: z.strictObject({ collection }),
  response: z.object({ id: z.string(), collection: z.string() }),
  run: async ({ database }, { params: { id }, body }) => {
    await moveDocument(database, id, body.collection)
    return { id, ...body }
  },
})

const keep = route({
  method: 'put',
  path: '/api/accounts/{name}/collections',
  name: 'setCollections',
  summary: 'Keeps a reader to collections and "public"; null: lets them see the whole record.',
  params: z.object({ name: z.string() }),
  body: z.strictObject({ collections: z.array(collection).max(100).nullable() }),
  response: z.object({ account: z.string(), collections: z.array(z.string()).nullable() }),
  run: async ({ database }, { params: { name }, body }) => {
    await setCollections(database, name, body.collections)
    return { account: name, ...body }
  },
})

export const collectionRoutes: AnyRoute[] = [list, move, keep]

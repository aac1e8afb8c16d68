// Routes of the tokens that open the feeds: made, listed, revoked.
import { z } from 'zod'
import { listTokens, makeToken, revokeToken } from '../record/tokens.ts'
import { type AnyRoute, route } from './route.ts'

const token = z
  .object({ id: z.string(), name: z.string(), createdAt: z.string(), usedAt: z.string().nullable() })
  .meta({ id: 'Token' })
export type ShownToken = z.infer<typeof token>

const list = route({
  method: 'get',
  path: '/api/tokens',
  name: 'listTokens',
  summary: 'Tokens that open the feeds. Their words are kept nowhere.',
  response: z.array(token),
  run: ({ database }) => listTokens(database),
})

const made = token.extend({ token: z.string().describe('Told only here.') }).meta({ id: 'MadeToken' })

const add = route({
  method: 'post',
  path: '/api/tokens',
  name: 'makeToken',
  summary: 'Makes a token for the feeds.',
  body: z.strictObject({ name: z.string().trim().min(1).max(200) }),
  status: 201,
  response: made,
  run: async ({ database, now }, { body }) => {
    const { token: kept, words } = await makeToken(database, body.name, now())
    return { ...kept, token: words }
  },
})

const revoke = route({
  method: 'delete',
  path: '/api/tokens/{id}',
  name: 'revokeToken',
  summary: 'Revokes a token: from now on it opens nothing.',
  params: z.object({ id: z.string() }),
  response: z.object({ revoked: z.string() }),
  run: async ({ database, now }, { params: { id } }) => {
    await revokeToken(database, id, now())
    return { revoked: id }
  },
})

export const tokenRoutes: AnyRoute[] = [list, add, revoke]

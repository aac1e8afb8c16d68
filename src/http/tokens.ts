// Routes of the tokens that open the feeds or the API: made, listed, revoked.
import { z } from 'zod'
import { roles } from '../record/accounts.ts'
import { listTokens, makeToken, revokeToken } from '../record/tokens.ts'
import { type AnyRoute, route } from './route.ts'

const scope = z.enum(['feeds', ...roles])
const token = z
  .object({
    id: z.string(),
    name: z.string(),
    createdAt: z.string(),
    usedAt: z.string().nullable(),
    scope,
    expiresAt: z.string().nullable(),
  })
  .meta({ id: 'Token' })
export type ShownToken = z.infer<typeof token>

const list = route({
  method: 'get',
  path: '/api/tokens',
  name: 'listTokens',
  summary: 'Tokens that open the feeds or the API. Their words are kept nowhere.',
  response: z.array(token),
  run: ({ database }) => listTokens(database),
})

const made = token.extend({ token: z.string().describe('Told only here.') }).meta({ id: 'MadeToken' })

const add = route({
  method: 'post',
  path: '/api/tokens',
  name: 'makeToken',
  summary: 'Makes a token for the feeds, or for the API as somebody of a role.',
  body: z.strictObject({
    name: z.string().trim().min(1).max(200),
    scope: scope.default('feeds'),
    days: z
      .number()
      .int()
      .min(1)
      .max(3650)
      .optional()
      .describe('How long it lasts; left out: until revoked.'),
  }),
  status: 201,
  response: made,
  run: async ({ database, now }, { body: { name, scope, days } }) => {
    const at = now()
    const expiresAt = days ? new Date(Date.parse(at) + days * 86_400_000).toISOString() : null
    const { token: kept, words } = await makeToken(database, name, at, { scope, expiresAt })
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

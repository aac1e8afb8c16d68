// Routes of how one may come in, and of whom others vouch for.
import { z } from 'zod'
import { linkIdentity, unlinkIdentity } from '../record/signon.ts'
import { type AnyRoute, route } from './route.ts'

const way = z
  .object({
    kind: z.enum(['password', 'oidc', 'proxy']),
    path: z
      .string()
      .nullable()
      .describe('Where a browser goes to sign in; null: the proxy in front of us does it.'),
    name: z.string().nullable().describe('Of the provider, for people.'),
  })
  .meta({ id: 'SignOn' })

const list = route({
  method: 'get',
  path: '/api/sign-on',
  name: 'listSignOn',
  summary: 'Ways to sign in here; empty where nobody has to. Told to anybody.',
  response: z.array(way),
  run: ({ served }): z.infer<typeof way>[] => {
    if (!served?.accounts) return []
    return [
      { kind: 'password', path: '/login', name: null },
      ...(served.oidc ? [{ kind: 'oidc' as const, path: '/login/oidc', name: served.oidc.name }] : []),
      ...(served.trusted ? [{ kind: 'proxy' as const, path: null, name: null }] : []),
    ]
  },
})

const params = z.object({ name: z.string() })
const body = z.strictObject({
  identity: z
    .string()
    .trim()
    .regex(/^(proxy \S+|oidc https?:\/\/\S+ \S.*)$/u, 'proxy NAME, or oidc ISSUER SUBJECT')
    .max(1000),
})
const response = z.object({ account: z.string(), identity: z.string() })

const link = route({
  method: 'post',
  path: '/api/accounts/{name}/identities',
  name: 'linkIdentity',
  summary: 'Whom the proxy or the OpenID provider calls so comes in as this account.',
  params,
  body,
  response,
  run: async ({ database, now }, { params: { name }, body: { identity } }) => {
    await linkIdentity(database, name, identity, now())
    return { account: name, identity }
  },
})

const unlink = route({
  method: 'delete',
  path: '/api/accounts/{name}/identities/{identity}',
  name: 'unlinkIdentity',
  summary: 'Whom others call so no longer comes in as this account; its sessions end.',
  params: z.object({ name: z.string(), identity: z.string() }),
  response,
  run: async ({ database }, { params: { name, identity } }) => {
    await unlinkIdentity(database, name, identity)
    return { account: name, identity }
  },
})

export const signOnRoutes: AnyRoute[] = [list, link, unlink]

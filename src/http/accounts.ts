// Routes of those who may use the record: accounts, who one is, and the log of what was done.
import { z } from 'zod'
import { addAccount, listAccounts, removeAccount, roles, setPassword } from '../record/accounts.ts'
import { listAudit } from '../record/audit.ts'
import { accountName } from '../record/signon.ts'
import { type AnyRoute, route } from './route.ts'

const role = z.enum(roles)
const name = z.string().trim().regex(accountName, 'Letters, digits, and . _ @ - within.')
const password = z.string().max(1000)
const account = z
  .object({
    name: z.string(),
    role,
    createdAt: z.string(),
    collections: z.array(z.string()).nullable().describe('kept to these and public; null: the whole record'),
  })
  .meta({ id: 'Account' })
export type ShownAccount = z.infer<typeof account>
const params = z.object({ name: z.string() })

const list = route({
  method: 'get',
  path: '/api/accounts',
  name: 'listAccounts',
  summary: 'Accounts and what each may do.',
  response: z.array(account),
  run: ({ database }) => listAccounts(database),
})

const add = route({
  method: 'post',
  path: '/api/accounts',
  name: 'addAccount',
  summary: 'Adds an account. The password is kept as a hash only.',
  body: z.strictObject({ name, role, password }),
  status: 201,
  response: account,
  run: ({ database, now }, { body }) => addAccount(database, body, now()),
})

const remove = route({
  method: 'delete',
  path: '/api/accounts/{name}',
  name: 'removeAccount',
  summary: 'Removes an account and ends its sessions. Its name stays taken.',
  params,
  response: z.object({ removed: z.string() }),
  run: async ({ database, now }, { params: { name } }) => {
    await removeAccount(database, name, now())
    return { removed: name }
  },
})

const change = route({
  method: 'put',
  path: '/api/accounts/{name}/password',
  name: 'setPassword',
  summary: 'Gives an account a new password and ends its sessions.',
  params,
  body: z.strictObject({ password }),
  response: z.object({ changed: z.string() }),
  run: async ({ database, now }, { params: { name }, body }) => {
    await setPassword(database, name, body.password, now())
    return { changed: name }
  },
})

const session = route({
  method: 'get',
  path: '/api/session',
  name: 'getSession',
  summary: 'Who one is here, and what one may do. Sign out with POST /logout.',
  response: z
    .object({
      name: z.string(),
      role,
      how: z.enum(['local', 'session', 'token', 'proxy']),
      collections: z.array(z.string()).nullable(),
    })
    .meta({ id: 'Session' }),
  run: (_, { who: { name, role, how, collections = null } }) => ({ name, role, how, collections }),
})

const audit = route({
  method: 'get',
  path: '/api/audit',
  name: 'listAudit',
  summary: 'Every login and every write that came over the network, newest first. Nobody can change it.',
  query: z.strictObject({
    actor: z.string().optional(),
    before: z.iso.datetime().optional(),
    limit: z.number().int().min(1).max(1000).default(100),
  }),
  response: z.array(
    z
      .object({
        at: z.string(),
        actor: z.string(),
        address: z.string().nullable(),
        action: z.string(),
        subject: z.string().nullable(),
        status: z.number().int(),
      })
      .meta({ id: 'AuditLine' }),
  ),
  run: ({ database }, { query }) => listAudit(database, query),
})

export const accountRoutes: AnyRoute[] = [session, list, add, remove, change, audit]

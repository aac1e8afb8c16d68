// Notes every write that comes over the network, let in or not, and what only administrators see.
import type { Context, MiddlewareHandler } from 'hono'
import { noteAudit } from '../record/audit.ts'
import type { AppContext } from './context.ts'
import { roleFor } from './roles.ts'
import { clientOf } from './served.ts'

export const auditWrites =
  (context: AppContext): MiddlewareHandler =>
  async (c, next) => {
    await next()
    if (!context.served || !isToBeNoted(c)) return
    await note(context, c, {
      actor: c.get('who')?.name ?? 'nobody',
      action: c.get('route') ?? c.req.method,
      status: c.res.status,
    })
  }

// Logins note themselves: only they know whose name was tried.
function isToBeNoted(c: Context): boolean {
  if (/^\/log(in|out)$/.test(c.req.path)) return false
  const method = c.req.method.toLowerCase()
  const name = c.get('route')
  if (name === undefined) return !['get', 'head', 'options'].includes(method) && c.req.path !== '/mcp'
  const role = roleFor({ name, method })
  return method === 'get' ? role === 'admin' : role !== 'reader'
}

export const note = (
  context: AppContext,
  c: Context,
  line: { actor: string; action: string; status: number },
): Promise<void> =>
  noteAudit(context.database, {
    at: context.now(),
    ...line,
    address: clientOf(c, context.served),
    subject: c.req.path.slice(0, 500),
  })

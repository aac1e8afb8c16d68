// The HTTP application: guards, routes, the workbench's files, and the one place where errors become problem details.
import { AsyncLocalStorage } from 'node:async_hooks'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { NotFoundError } from '../errors.ts'
import { accountRoutes } from './accounts.ts'
import { admit, type Within } from './admit.ts'
import { sendAsset } from './assets.ts'
import { auditWrites } from './auditing.ts'
import { backupRoutes } from './backup.ts'
import { checkRoutes } from './checks.ts'
import { codedEventRoutes } from './codedevents.ts'
import { collectionRoutes } from './collections.ts'
import type { AppContext } from './context.ts'
import { documentRoutes } from './documents.ts'
import { entityRoutes } from './entities.ts'
import { exchangeRoutes } from './exchanges.ts'
import { exportRoutes } from './exports.ts'
import { feedRoutes } from './feeds.ts'
import { capBody, requireHost, requireJson, requireSameOrigin, secureHeaders } from './guard.ts'
import { importRoutes } from './imports.ts'
import { limitClients, RateError } from './limits.ts'
import { formPaths, mountLogin } from './login.ts'
import { logRequests } from './logs.ts'
import { makeMetrics } from './metrics.ts'
import { mountOidc } from './oidc.ts'
import { writeOpenApi } from './openapi.ts'
import { errorOf, type Problem, problemOf } from './problem.ts'
import { proposalRoutes } from './proposals.ts'
import { questionRoutes } from './questions.ts'
import { readinessRoutes } from './readiness.ts'
import { readingRoutes, uploadPath } from './readings.ts'
import { recordRoutes } from './record.ts'
import { retrievalRoutes } from './retrievals.ts'
import { reviewRoutes } from './reviews.ts'
import { nobody, type Who } from './roles.ts'
import { type AnyRoute, mountRoute } from './route.ts'
import { signOnRoutes } from './signon.ts'
import { sourceRoutes } from './sources.ts'
import { tokenRoutes } from './tokens.ts'
import { filingUploadPath, uploadRoutes } from './uploads.ts'
import { watchRoutes } from './watches.ts'

/** Every route, in the order of the documentation. */
export const routes: AnyRoute[] = [
  ...questionRoutes,
  ...readingRoutes,
  ...checkRoutes,
  ...uploadRoutes,
  ...documentRoutes,
  ...retrievalRoutes,
  ...sourceRoutes,
  ...exchangeRoutes,
  ...entityRoutes,
  ...exportRoutes,
  ...importRoutes,
  ...codedEventRoutes,
  ...reviewRoutes,
  ...proposalRoutes,
  ...watchRoutes,
  ...tokenRoutes,
  ...accountRoutes,
  ...signOnRoutes,
  ...collectionRoutes,
  ...feedRoutes,
  ...backupRoutes,
  ...recordRoutes,
  ...readinessRoutes,
]

// A PDF may be this large; JSON carries at most the longest text with its escapes.
const maxBody = 50_000_000

/** The application over `context`. `hosts`: names it goes by besides this machine's own. */
export function makeApp(context: AppContext, hosts: string[] = []): Hono {
  const app = new Hono()
  const metrics = makeMetrics(context.version)
  app.use(
    metrics.measure,
    compress(),
    secureHeaders,
    logRequests(context),
    limitClients(context),
    requireHost(hosts),
    auditWrites(context),
    requireSameOrigin,
    admit(context),
    requireJson([uploadPath, filingUploadPath, ...formPaths]),
    capBody(maxBody),
  )
  mountLogin(app, context)
  mountOidc(app, context)
  for (const declared of routes) mountRoute(app, context, declared)
  let openApi: string | undefined
  app.get('/api/openapi.json', (c) => {
    openApi ??= JSON.stringify(writeOpenApi(routes, context.version))
    return c.body(openApi, 200, { 'content-type': 'application/json' })
  })
  if (context.assistants) mountAssistants(app, context.assistants)
  app.get('/metrics', (c) => c.text(metrics.print()))
  app.all('/api/*', (c) => {
    throw new NotFoundError(`There is no ${c.req.method} ${c.req.path}`, 'See /api/openapi.json.')
  })
  app.get('*', sendAsset)
  app.onError((error) => {
    const problem = problemOf(error)
    if (problem.status >= 500) context.onFault?.(error)
    return sendProblem(problem, error)
  })
  return app
}

/** /mcp: the tools ask our own routes, so that an assistant gets what every other face gives. */
function mountAssistants(app: Hono, assistants: NonNullable<AppContext['assistants']>): void {
  // Whoever may not ask a route may not have an assistant ask it: who asks goes along.
  const asking = new AsyncLocalStorage<Who>()
  const call = async (path: string, body?: unknown): Promise<unknown> => {
    const headers = { 'content-type': 'application/json' }
    const post = { method: 'POST', body: JSON.stringify(body), headers }
    const within: Within = { who: asking.getStore() ?? nobody }
    const response = await app.request(path, body === undefined ? {} : post, within)
    if (response.ok) return response.json()
    throw errorOf((await response.json()) as Problem)
  }
  const answer = assistants(call)
  app.all('/mcp', async (c) => {
    const { method, headers } = c.req.raw
    const body = method === 'POST' ? { body: await c.req.arrayBuffer() } : {}
    const request = new Request(c.req.url, { method, headers, ...body })
    return asking.run(c.get('who'), () => answer(request))
  })
}

const sendProblem = (problem: Problem, error: unknown): Response =>
  new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json',
      ...(problem.status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
      ...(error instanceof RateError ? { 'retry-after': String(error.afterSeconds) } : {}),
    },
  })

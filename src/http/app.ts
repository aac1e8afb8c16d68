// The HTTP application: guards, routes, the workbench's files, and the one place where errors become problem details.
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { NotFoundError } from '../errors.ts'
import { sendAsset } from './assets.ts'
import { backupRoutes } from './backup.ts'
import { checkRoutes } from './checks.ts'
import { codedEventRoutes } from './codedevents.ts'
import type { AppContext } from './context.ts'
import { documentRoutes } from './documents.ts'
import { entityRoutes } from './entities.ts'
import { exchangeRoutes } from './exchanges.ts'
import { exportRoutes } from './exports.ts'
import { feedRoutes } from './feeds.ts'
import { capBody, requireHost, requireJson, requireSameOrigin, secureHeaders } from './guard.ts'
import { importRoutes } from './imports.ts'
import { makeMetrics } from './metrics.ts'
import { writeOpenApi } from './openapi.ts'
import { type Problem, problemOf } from './problem.ts'
import { questionRoutes } from './questions.ts'
import { readingRoutes, uploadPath } from './readings.ts'
import { recordRoutes } from './record.ts'
import { retrievalRoutes } from './retrievals.ts'
import { reviewRoutes } from './reviews.ts'
import { type AnyRoute, mountRoute } from './route.ts'
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
  ...watchRoutes,
  ...tokenRoutes,
  ...feedRoutes,
  ...backupRoutes,
  ...recordRoutes,
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
    requireHost(hosts),
    requireSameOrigin,
    requireJson([uploadPath, filingUploadPath]),
    capBody(maxBody),
  )
  for (const declared of routes) mountRoute(app, context, declared)
  let openApi: string | undefined
  app.get('/api/openapi.json', (c) => {
    openApi ??= JSON.stringify(writeOpenApi(routes, context.version))
    return c.body(openApi, 200, { 'content-type': 'application/json' })
  })
  app.get('/metrics', (c) => c.text(metrics.print()))
  app.all('/api/*', (c) => {
    throw new NotFoundError(`There is no ${c.req.method} ${c.req.path}`, 'See /api/openapi.json.')
  })
  app.get('*', sendAsset)
  app.onError((error) => {
    const problem = problemOf(error)
    if (problem.status >= 500) context.onFault?.(error)
    return sendProblem(problem)
  })
  return app
}

const sendProblem = (problem: Problem): Response =>
  new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json' },
  })

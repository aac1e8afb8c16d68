// Collects documents of watched sources into the record: one run of one, and, while a server runs, each in its turn.
import { type IngestSource, ingestAll } from '../ingest.ts'
import { knownRetrievals, type NewRetrieval, noteRetrievals } from '../record/retrievals.ts'
import { noteRun, type RunOutcome, takeDueSource, type WatchedSource } from '../record/sources.ts'
import { politely } from '../sources/polite.ts'
import { documentsAtAddress, type WebOptions, type WebOutcome } from '../sources/web.ts'
import type { AppContext } from './context.ts'
import { ingestContext } from './documents.ts'
import { sourceOfDocument } from './uploads.ts'

// Pages asked for in one run: what is left over is taken in the next.
const pagesPerRun = 100
// Documents filed together: few, so that little is lost when the process ends.
const filedTogether = 4

/** Runs one source and notes what came of it; `stop` ends it after what was got is filed. Never throws for what the web does. */
export async function runSource(
  context: AppContext,
  source: WatchedSource,
  stop: AbortSignal = new AbortController().signal,
): Promise<RunOutcome> {
  const at = context.now()
  const outcome: RunOutcome = { filed: 0, unchanged: 0, failed: 0, error: null }
  let group: WebOutcome[] = []
  for await (const one of documentsAtAddress(source.url, webOptions(context, stop))) {
    if (stop.aborted) break
    if ('error' in one && one.path === source.url) outcome.error = one.error.message
    group.push(one)
    if (group.length >= filedTogether) {
      await fileGroup(context, group, outcome)
      group = []
    }
  }
  await fileGroup(context, group, outcome)
  await noteRun(context.database, source.id, outcome, at)
  return outcome
}

const webOptions = ({ database, knowledge, download }: AppContext, signal: AbortSignal): WebOptions => ({
  ...politely({ ...download, signal }),
  sites: knowledge.sites,
  limit: pagesPerRun,
  known: async (urls) => new Map((await knownRetrievals(database, urls)).map((one) => [one.url, one])),
})

async function fileGroup(context: AppContext, group: WebOutcome[], outcome: RunOutcome): Promise<void> {
  const at = context.now()
  const got = group.flatMap((one) => ('document' in one ? [one] : []))
  const retrieved = group.flatMap((one): NewRetrieval[] =>
    'held' in one && one.retrieval ? [{ ...one.retrieval, documentId: null, bytes: null }] : [],
  )
  outcome.unchanged += group.filter((one) => 'held' in one).length
  outcome.failed += group.filter((one) => 'error' in one).length
  const sources = got.map(
    ({ document }): IngestSource => ({ ...sourceOfDocument(document), retrievedAt: at }),
  )
  let next = 0
  for await (const done of ingestAll(ingestContext(context), sources)) {
    const { document, retrieval } = got[next++]!
    if (!done.ok) outcome.failed++
    else outcome[done.filed.already ? 'unchanged' : 'filed']++
    if (done.ok && retrieval)
      retrieved.push({ ...retrieval, documentId: done.filed.documentId, bytes: document.bytes })
  }
  await noteRetrievals(context.database, retrieved, at)
}

/** Starts asking sources as they come due, one after the other. `stop` leaves what is under way, and files what was got. */
export function startCollecting(context: AppContext, every = 20_000): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const { signal } = stopping
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  const runDue = async (): Promise<void> => {
    for (let due = await takeDueSource(context.database, context.now()); due && !signal.aborted; ) {
      await runSource(context, due, signal)
      due = signal.aborted ? null : await takeDueSource(context.database, context.now())
    }
  }
  const turn = (): void => {
    running = runDue()
      .catch((error: unknown) => context.onFault?.(error))
      .then(() => {
        if (!signal.aborted) timer = setTimeout(turn, every).unref()
      })
  }
  turn()
  return {
    async stop() {
      stopping.abort()
      clearTimeout(timer)
      await running
    },
  }
}

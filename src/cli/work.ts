// `chancery work`: takes documents from the record's queue and files them; any number of processes may, on any number of machines.
import { InputError } from '../errors.ts'
import { sourceOfDocument } from '../http/uploads.ts'
import type { IngestSource } from '../ingest.ts'
import type { Database } from '../record/database.ts'
import { recordLocation } from '../record/open.ts'
import { describeQueue, retryDead } from '../record/queue.ts'
import { politely } from '../sources/polite.ts'
import { documentsAtAddress, isAddress, type WebOutcome } from '../sources/web.ts'
import { enqueue, type Turn, work as takeTurns } from '../work.ts'
import type { GivenFor } from './arguments.ts'
import { openContext } from './connect.ts'
import { checkCollection } from './ingest.ts'
import { describeError, print, printJson, tell } from './output.ts'
import { openPaths } from './read.ts'
import { drawTable } from './table.ts'

/** Works, or adds to the queue, shows it, lets what was given up be tried anew. */
export async function work(given: GivenFor<'work'>): Promise<void> {
  const { act = 'run', paths } = given
  if (act === 'add' && paths.length === 0)
    throw new InputError('Nothing is named to add', 'chancery work add PATH|URL …')
  checkCollection(given.collection)
  const context = await openContext(recordLocation(given.database))
  const { database, knowledge } = context
  try {
    if (act === 'add') return await add(database, given)
    if (act === 'list') return await list(database, given.json)
    if (act === 'retry') return await print(`${await retryDead(database)} to be tried anew`)
    await run({ database, knowledge, reader: context.reader() }, given)
  } finally {
    await database.close()
  }
}

async function run(context: Parameters<typeof takeTurns>[0], given: GivenFor<'work'>): Promise<void> {
  let ended = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      ended = true
    })
  const sum: Turn = { filed: 0, failed: 0, lost: 0 }
  await takeTurns(context, {
    ended: () => ended,
    untilEmpty: given.untilEmpty,
    told: (turn) => {
      if (turn instanceof Error) return tell(describeError(turn))
      for (const key of ['filed', 'failed', 'lost'] as const) sum[key] += turn[key]
      if (!given.json) tell(`chancery: ${sum.filed} filed, ${sum.failed} failed`)
    },
  })
  if (given.json) await printJson(sum)
}

async function add(database: Database, { paths, collection, json }: GivenFor<'work'>): Promise<void> {
  let [named, added, failed] = [0, 0, 0]
  for await (const group of groups(documentsOf(paths))) {
    const sources: IngestSource[] = []
    for (const outcome of group) {
      if ('document' in outcome) sources.push(sourceOfDocument(outcome.document))
      else if ('error' in outcome) {
        failed++
        tell(`${outcome.path} ${describeError(outcome.error)}`)
      }
    }
    named += sources.length
    if (sources.length > 0) added += await enqueue({ database }, sources, collection)
  }
  if (failed > 0) process.exitCode = 1
  const counts = { added, held: named - added, failed }
  await (json ? printJson(counts) : print(`${added} added, ${counts.held} there before, ${failed} failed`))
}

async function* documentsOf(paths: readonly string[]): AsyncGenerator<WebOutcome> {
  for (const path of paths) {
    if (isAddress(path)) yield* documentsAtAddress(path, politely())
    else yield* openPaths([path])
  }
}

async function* groups(all: AsyncIterable<WebOutcome>): AsyncGenerator<WebOutcome[]> {
  let group: WebOutcome[] = []
  for await (const outcome of all) {
    if (group.push(outcome) < 32) continue
    yield group
    group = []
  }
  if (group.length > 0) yield group
}

async function list(database: Database, json: boolean): Promise<void> {
  const state = await describeQueue(database)
  if (json) return printJson(state)
  const { waiting, later, filed, dead, faults } = state
  await print(`${waiting} waiting (${later} taken or to be tried later), ${filed} filed, ${dead} given up`)
  if (faults.length > 0)
    await print(
      drawTable(
        ['document', 'tries', 'why'],
        faults.map((one) => [one.title ?? one.id, String(one.attempts), one.fault]),
      ),
    )
}

// `chancery ingest`: documents of files, folders, pages and feeds into the record, in small batches.
import { join } from 'node:path'
import pc from 'picocolors'
import { type ChanceryError, InputError } from '../errors.ts'
import type { FiledDocument, NewDocument } from '../http/documents.ts'
import { errorOf, type Problem } from '../http/problem.ts'
import type { KnownAddress } from '../http/retrievals.ts'
import { genre as genres } from '../http/shapes.ts'
import { packFolder } from '../knowledge/knowledge.ts'
import { loadSites } from '../knowledge/sites.ts'
import { collectionName } from '../record/collections.ts'
import { readIndex } from '../sources/catalogue.ts'
import type { SourceDocument } from '../sources/document.ts'
import { politely } from '../sources/polite.ts'
import {
  documentsAtAddress,
  isAddress,
  type Retrieval,
  type WebOptions,
  type WebOutcome,
} from '../sources/web.ts'
import type { GivenFor } from './arguments.ts'
import { type Connection, connect } from './connect.ts'
import { describeError, print, printJson, tell } from './output.ts'
import { checkDay, openPaths } from './read.ts'
import { tellFirings } from './watching.ts'

// As many documents, or as much text, as one request carries: they share a transaction.
const batch = { documents: 16, characters: 4_000_000 }

/** Files documents in order and prints an outcome for each. A bad one is told; the others go on, and the exit code is 1 in the end. */
export async function ingest(given: GivenFor<'ingest'>): Promise<void> {
  checkDay('--published', given.published)
  if (given.genre && !genres.safeParse(given.genre).success)
    throw new InputError(`"${given.genre}" in --genre is no genre`, `One of ${genres.options.join(', ')}.`)
  checkCollection(given.collection)
  const index = given.index ? await readIndex(given.index) : undefined
  const connection = await connect(given.database)
  try {
    const tally = { filed: 0, held: 0, failed: 0, exchanges: 0 }
    const web = webOptions(connection, given)
    for await (const group of groups(outcomes(given, index, web)))
      await fileGroup(connection, group, given, tally)
    if (tally.filed > 0) await tellFirings(connection)
    if (!given.json)
      tell(
        `chancery: ${tally.filed} filed with ${tally.exchanges} exchanges, ${tally.held} held before, ${tally.failed} failed`,
      )
    if (tally.failed > 0) process.exitCode = 1
  } finally {
    await connection.close()
  }
}

/** Throws InputError for a name that is none. */
export function checkCollection(name: string | undefined): void {
  if (name !== undefined && !collectionName.test(name))
    throw new InputError(`"${name}" is no name of a collection`, 'Letters, digits, and . _ - within.')
}

interface Tally {
  filed: number
  held: number
  failed: number
  exchanges: number
}

async function* outcomes(
  given: GivenFor<'ingest'>,
  index: Awaited<ReturnType<typeof readIndex>> | undefined,
  web: WebOptions,
): AsyncGenerator<WebOutcome> {
  for (const path of given.paths) {
    if (isAddress(path)) yield* documentsAtAddress(path, web)
    else yield* openPaths([path], index)
  }
}

/** Asks sites politely, and not again for what the record holds: a run that was broken off goes on where it stopped. */
const webOptions = (connection: Connection, given: GivenFor<'ingest'>): WebOptions => ({
  ...politely(),
  sites: loadSites(join(packFolder, 'publishers')),
  again: given.again,
  ...(given.limit === undefined ? {} : { limit: given.limit }),
  known: async (urls) => {
    const known = await connection.call<KnownAddress[]>('POST', '/api/retrievals/known', { urls })
    return new Map(known.map((one) => [one.url, one]))
  },
})

async function* groups(all: AsyncIterable<WebOutcome>): AsyncGenerator<WebOutcome[]> {
  let group: WebOutcome[] = []
  let size = 0
  for await (const outcome of all) {
    group.push(outcome)
    size += 'document' in outcome ? outcome.document.text.length + outcome.document.bytes.length : 0
    if (group.length < batch.documents && size < batch.characters) continue
    yield group
    group = []
    size = 0
  }
  if (group.length > 0) yield group
}

async function fileGroup(
  connection: Connection,
  group: WebOutcome[],
  given: GivenFor<'ingest'>,
  tally: Tally,
): Promise<void> {
  const documents = group.flatMap((outcome) =>
    'document' in outcome ? [bodyOf(outcome.document, given, outcome.retrieval)] : [],
  )
  const filed =
    documents.length > 0
      ? await connection.call<(FiledDocument | Problem)[]>('POST', '/api/documents/batch', {
          documents,
          ...(given.collection === undefined ? {} : { collection: given.collection }),
        })
      : []
  const unchanged = group.flatMap((outcome) => ('held' in outcome && outcome.retrieval) || [])
  if (unchanged.length > 0)
    await connection.call('POST', '/api/retrievals/unchanged', { retrievals: unchanged })
  let next = 0
  for (const outcome of group) {
    if ('held' in outcome) {
      await reportHeld(outcome.path, outcome.held, given.json, tally)
      continue
    }
    const result = 'document' in outcome ? filed[next++]! : outcome.error
    await report(
      outcome.path,
      result instanceof Error ? result : 'id' in result ? result : errorOf(result),
      given.json,
      tally,
    )
  }
}

function bodyOf(
  document: SourceDocument,
  given: GivenFor<'ingest'>,
  retrieval: Retrieval | undefined,
): NewDocument {
  return {
    text: document.text,
    ...(document.url ? { url: document.url } : {}),
    title: given.title ?? document.title,
    publishedOn: given.published ?? document.publishedOn,
    publisher: given.publisher ?? document.publisher,
    genre: (given.genre ?? document.genre) as NewDocument['genre'],
    bytes: Buffer.from(document.bytes).toString('base64'),
    mediaType: document.mediaType,
    ...(retrieval ? { retrieval } : {}),
  }
}

async function reportHeld(
  path: string,
  held: 'known' | 'unchanged',
  json: boolean,
  tally: Tally,
): Promise<void> {
  tally.held++
  await (json ? printJson({ path, held }) : print(`${pc.dim('held ')}  ${path}  ${pc.dim(held)}`))
}

async function report(
  path: string,
  result: FiledDocument | ChanceryError,
  json: boolean,
  tally: Tally,
): Promise<void> {
  if (result instanceof Error) {
    tally.failed++
    tell(result.message.includes(path) ? describeError(result) : `${pc.dim(path)} ${describeError(result)}`)
    if (json)
      await printJson({ path, error: { name: result.name, message: result.message, next: result.next } })
    return
  }
  tally[result.created ? 'filed' : 'held']++
  tally.exchanges += result.exchanges.length
  if (json) return printJson({ path, ...result })
  const merged = result.exchanges.filter((one) => one.outcome === 'merged').length
  const doubtful = result.exchanges.filter((one) => one.doubts.length > 0).length
  const counts = [
    `${result.exchanges.length} ${result.exchanges.length === 1 ? 'exchange' : 'exchanges'}`,
    merged > 0 && `${merged} known`,
    doubtful > 0 && pc.yellow(`${doubtful} to review`),
  ]
  await print(
    `${result.created ? pc.green('filed') : pc.dim('held ')}  ${path}  ${pc.dim(counts.filter(Boolean).join(', '))}`,
  )
}

// `chancery read`: documents in, one reading a line out; no record.
import { InputError } from '../errors.ts'
import { openReader } from '../http/reader.ts'
import { loadKnowledge } from '../knowledge/knowledge.ts'
import type { Genre } from '../reading/reading.ts'
import { type IndexEntry, readIndex } from '../sources/catalogue.ts'
import { isDay } from '../sources/day.ts'
import { documentFromBytes, type SourceDocument } from '../sources/document.ts'
import { documentsFromPaths, type FileOutcome } from '../sources/folder.ts'
import type { GivenFor } from './arguments.ts'
import { describeError, print, printJson, tell } from './output.ts'
import { drawReading } from './reading.ts'

/** Prints a reading for each document, in order. A bad one is told; the others go on, and the exit code is 1 in the end. */
export async function read(given: GivenFor<'read'>): Promise<void> {
  checkDay('--published', given.published)
  const index = given.index ? await readIndex(given.index) : undefined
  const { read } = openReader(loadKnowledge())
  for await (const outcome of openPaths(given.paths, index)) {
    if ('error' in outcome) {
      tell(describeError(outcome.error))
      process.exitCode =
        given.paths.length === 1 && outcome.error instanceof InputError ? outcome.error.exitCode : 1
      continue
    }
    const reading = read(sourceOf(outcome.document, given.published))
    await (given.json ? printJson(reading) : print(drawReading(reading, given.explain)))
  }
}

/** Throws InputError unless `day` is in the calendar. */
export function checkDay(flag: string, day: string | undefined): void {
  if (day === undefined || isDay(day)) return
  throw new InputError(
    `"${day}" in ${flag} is no day of the calendar`,
    'Write YYYY-MM-DD, for example 2024-04-10.',
  )
}

/** Documents of files, folders and, for `-`, of standard input. */
export async function* openPaths(
  paths: readonly string[],
  index?: Map<string, IndexEntry>,
): AsyncGenerator<FileOutcome> {
  for (const path of paths) {
    if (path === '-') yield { path, document: await readInput() }
    else yield* documentsFromPaths([path], index)
  }
}

export async function readInput(): Promise<SourceDocument> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return documentFromBytes(Buffer.concat(chunks), { name: 'input' })
}

/** What the reader takes. A day given by hand wins over the document's own. */
export const sourceOf = (
  document: SourceDocument,
  published?: string,
): Parameters<ReturnType<typeof openReader>['read']>[0] => ({
  id: document.id,
  text: document.text,
  title: document.title,
  publishedOn: published ?? document.publishedOn,
  publisher: document.publisher,
  genre: document.genre as Genre | null,
})

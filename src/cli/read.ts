// `chancery read`: documents in, one reading a line out; no record.
import { type ChanceryError, InputError, SourceError } from '../errors.ts'
import { openReader } from '../http/reader.ts'
import { loadKnowledge } from '../knowledge/knowledge.ts'
import type { Reading } from '../reading/reading.ts'
import { type IndexEntry, readIndex } from '../sources/catalogue.ts'
import { isDay } from '../sources/day.ts'
import { documentFromBytes, idOf, type SourceDocument } from '../sources/document.ts'
import { documentsFromPaths, type FileOutcome, listDocuments } from '../sources/folder.ts'
import type { GivenFor } from './arguments.ts'
import { type Job, type JobResult, readJob, runJobs, sourceOf, threadsFor, tryJob } from './jobs.ts'
import { describeError, print, tell } from './output.ts'
import { drawReading } from './reading.ts'

/** Prints a reading for each document, in order. A bad one is told; the others go on, and the exit code is 1 in the end. */
export async function read(given: GivenFor<'read'>): Promise<void> {
  checkDay('--published', given.published)
  const index = given.index ? await readIndex(given.index) : undefined
  for await (const result of resultsOf(await listJobs(given, index))) {
    if ('reading' in result) await show(result.reading, given)
    else fault(result.error, given.paths.length)
  }
}

async function show(reading: string, { json, explain }: GivenFor<'read'>): Promise<void> {
  await print(json ? reading : drawReading(JSON.parse(reading) as Reading, explain))
}

/** A path that is not there is wrong usage when it was the only one. */
function fault(
  { name, message, next }: Pick<ChanceryError, 'name' | 'message' | 'next'>,
  given: number,
): void {
  const error = name === 'InputError' ? new InputError(message, next) : new SourceError(message, next)
  tell(describeError(error))
  process.exitCode = given === 1 ? error.exitCode : 1
}

/** Every document to read. A path that is not there stands for itself, and is told in its turn. */
async function listJobs(given: GivenFor<'read'>, index: Map<string, IndexEntry> | undefined): Promise<Job[]> {
  const lists = given.paths.map(async (path) =>
    path === '-' ? [path] : await listDocuments(path).catch(() => [path]),
  )
  return (await Promise.all(lists))
    .flat()
    .map((path) => ({ path, entry: index?.get(idOf(path)), published: given.published }))
}

async function* resultsOf(jobs: Job[]): AsyncGenerator<JobResult> {
  const threads = jobs.some((job) => job.path === '-') ? 0 : threadsFor(jobs.length)
  if (threads > 1) return yield* runJobs(jobs, threads)
  const reader = openReader(loadKnowledge())
  for (const job of jobs) {
    yield await tryJob(job, async () =>
      job.path === '-'
        ? JSON.stringify(reader.read(sourceOf(await readInput(), job.published)))
        : readJob(reader, job),
    )
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

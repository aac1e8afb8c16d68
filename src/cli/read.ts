// `chancery read`: documents in, one reading a line out; no record.
import { type ChanceryError, InputError, SourceError } from '../errors.ts'
import { openReader } from '../http/reader.ts'
import { loadKnowledge } from '../knowledge/knowledge.ts'
import { explain } from '../reading/explain.ts'
import type { Reader } from '../reading/read.ts'
import type { SourceText } from '../reading/reading.ts'
import { onlyDocument } from '../sources/archive.ts'
import { type IndexEntry, readIndex } from '../sources/catalogue.ts'
import { isDay } from '../sources/day.ts'
import { idOf, type SourceDocument } from '../sources/document.ts'
import {
  documentsFromPaths,
  documentsOfFile,
  type FileOutcome,
  indexOfFolder,
  listDocuments,
} from '../sources/folder.ts'
import { isArchiveName } from '../sources/media.ts'
import type { GivenFor } from './arguments.ts'
import { type Job, type JobResult, readJob, runJobs, sourceOf, threadsFor, tryJob } from './jobs.ts'
import { describeError, print, tell } from './output.ts'
import { drawReading, type ExplainedReading } from './reading.ts'

/** Prints a reading for each document, in order. A bad one is told; the others go on, and the exit code is 1 in the end. */
export async function read(given: GivenFor<'read'>): Promise<void> {
  checkDay('--published', given.published)
  const index = given.index ? await readIndex(given.index) : undefined
  for await (const result of resultsOf(await listFiles(given, index), given)) {
    if ('reading' in result) await show(result.reading, given)
    else fault(result.error, given.paths.length)
  }
}

async function show(reading: string, { json }: GivenFor<'read'>): Promise<void> {
  await print(json ? reading : drawReading(JSON.parse(reading) as ExplainedReading))
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

/** A file to read, or `-`, with the index that speaks of it. */
interface Listed {
  path: string
  index: Map<string, IndexEntry> | undefined
}

/** Every file to read. A path that is not there stands for itself, and is told in its turn. */
async function listFiles(given: GivenFor<'read'>, index: Listed['index']): Promise<Listed[]> {
  const lists = given.paths.map(async (path): Promise<Listed[]> => {
    if (path === '-') return [{ path, index }]
    const own = index ?? (await indexOfFolder(path).catch(tellIndex))
    const found = await listDocuments(path).catch(() => [path])
    return found.map((one) => ({ path: one, index: own }))
  })
  return (await Promise.all(lists)).flat()
}

/** A folder's own index that is broken is told and counts as none. */
function tellIndex(error: ChanceryError): undefined {
  tell(describeError(error))
  process.exitCode = 1
}

/** A job for each file, and for each document of an archive. */
async function* jobsOf(files: Listed[], published: string | undefined): AsyncGenerator<Job> {
  for (const { path, index } of files) {
    if (!holdsMany(path)) yield { path, entry: index?.get(idOf(path)), published }
    else for await (const outcome of documentsOfFile(path, index)) yield jobOf(outcome, published)
  }
}

const holdsMany = (path: string): boolean => isArchiveName(path) || /\.eml$/i.test(path)

function jobOf(outcome: FileOutcome, published: string | undefined): Job {
  const { path } = outcome
  if ('document' in outcome)
    return { path, entry: undefined, published, found: { ...outcome.document, bytes: new Uint8Array() } }
  const { name, message, next } = outcome.error
  return { path, entry: undefined, published, found: { name, message, next } }
}

async function* resultsOf(
  files: Listed[],
  { published, explain: why }: Pick<GivenFor<'read'>, 'published' | 'explain'>,
): AsyncGenerator<JobResult> {
  const jobs = jobsOf(files, published)
  const here = why || files.some(({ path }) => path === '-')
  const threads = here ? 0 : threadsFor(files.map(({ path }) => path))
  if (threads > 1) return yield* runJobs(jobs, threads)
  const reader = why ? explaining(openReader(loadKnowledge())) : openReader(loadKnowledge())
  for await (const job of jobs) {
    yield await tryJob(job, async () =>
      job.path === '-'
        ? JSON.stringify(reader.read(sourceOf(await readInput(), job.published)))
        : readJob(reader, job),
    )
  }
}

/** A reader whose readings carry the lines of `explain`. */
const explaining = (reader: Reader): Pick<Reader, 'read'> => ({
  read(source: SourceText): ExplainedReading {
    const draft = reader.readDraft(source)
    return { ...reader.toReading(draft), why: explain(draft) }
  },
})

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
  return onlyDocument(Buffer.concat(chunks), { name: 'input' })
}

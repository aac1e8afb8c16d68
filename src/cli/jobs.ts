// One document of `chancery read`, and many of them over all cores, in order.
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Reader } from '../reading/read.ts'
import type { Genre, SourceText } from '../reading/reading.ts'
import type { IndexEntry } from '../sources/catalogue.ts'
import type { SourceDocument } from '../sources/document.ts'
import { asChanceryError, documentFromFile, withIndex } from '../sources/folder.ts'
import { isArchiveName } from '../sources/media.ts'

export interface Job {
  path: string
  /** What was found in an archive; undefined: the file at `path` is to be got. */
  found?: SourceDocument | JobProblem
  /** What the index says of it. */
  entry: IndexEntry | undefined
  /** Day given by hand: wins over index and document. */
  published: string | undefined
}
/** A reading as one line of JSON, or why there is none. */
export type JobResult = { reading: string } | { error: JobProblem }
/** An error on its way between threads. */
export interface JobProblem {
  name: string
  message: string
  next: string
}

/** What `read` gives; an error loses its class on the way between threads, so its parts are kept. */
export async function tryJob(job: Job, read: () => Promise<string>): Promise<JobResult> {
  if (job.found && 'message' in job.found) return { error: job.found }
  try {
    return { reading: await read() }
  } catch (error) {
    const { name, message, next } = asChanceryError(error, job.path)
    return { error: { name, message, next } }
  }
}

/** Gets the document and reads it. Throws SourceError, InputError. */
export async function readJob(
  reader: Pick<Reader, 'read'>,
  { path, found, entry, published }: Job,
): Promise<string> {
  const document = found && 'text' in found ? found : withIndex(await documentFromFile(path), entry)
  return JSON.stringify(reader.read(sourceOf(document, published)))
}

/** What the reader takes. */
export const sourceOf = (document: SourceDocument, published?: string): SourceText => ({
  id: document.id,
  text: document.text,
  title: document.title,
  publishedOn: published ?? document.publishedOn,
  publisher: document.publisher,
  genre: document.genre as Genre | null,
})

// Each thread loads packs and model anew: only worth it for this many documents.
const worthwhile = 60

/** How many threads to read these files with; 0: read here. An archive may hold any number. */
export const threadsFor = (paths: string[]): number =>
  paths.length < worthwhile && !paths.some(isArchiveName) ? 0 : Math.min(availableParallelism(), 16)

// Jobs a thread has waiting: enough that it never idles, few enough that memory stays flat.
const ahead = 4

/** Results of `jobs` in their order, from `threads` worker threads. */
export async function* runJobs(jobs: AsyncIterable<Job>, threads: number): AsyncGenerator<JobResult> {
  const workers = Array.from({ length: threads }, startWorker)
  try {
    const waiting: Promise<JobResult>[] = []
    let next = 0
    for await (const job of jobs) {
      waiting.push(workers[next++ % threads]!.run(job))
      if (waiting.length >= threads * ahead) yield await waiting.shift()!
    }
    while (waiting.length > 0) yield await waiting.shift()!
  } finally {
    await Promise.all(workers.map(({ worker }) => worker.terminate()))
  }
}

/** The thread's module. Threads do not inherit what lets the main one run TypeScript: from the sources, they are told first. */
function workerModule(): URL {
  if (!import.meta.url.endsWith('.ts')) return new URL('./reading-worker.js', import.meta.url)
  const code = `import { register } from '${import.meta.resolve('tsx/esm/api')}'; register(); await import('${new URL('./reading-worker.ts', import.meta.url)}')`
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`)
}

/** A thread answers in the order it was asked. */
function startWorker(): { worker: Worker; run(job: Job): Promise<JobResult> } {
  const worker = new Worker(workerModule())
  const asked: { resolve(result: JobResult): void; reject(error: unknown): void }[] = []
  worker.on('message', (result: JobResult) => asked.shift()?.resolve(result))
  worker.on('error', (error) => {
    for (const { reject } of asked.splice(0)) reject(error)
  })
  return {
    worker,
    run: (job) =>
      new Promise((resolve, reject) => {
        asked.push({ resolve, reject })
        worker.postMessage(job)
      }),
  }
}

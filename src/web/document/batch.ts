// Many files filed one after another, whatever page is open: can be stopped, goes on after a reload.
import { useSyncExternalStore } from 'react'
import { post } from '../api.ts'
import { extractFile, fileArchive, isArchive, type Uploaded } from './extract.ts'
import type { Filed } from './filing.ts'
import { firstWords } from './kept.ts'
import { dropFile, dropFiles, keepFile, leftFiles, type Pending } from './pending.ts'

export interface Outcome {
  name: string
  /** The document it was filed as; undefined: it failed. */
  id?: string
  /** false: it was held already. */
  created?: boolean
  exchanges?: number
  /** What went wrong. */
  error?: string
}

export interface Batch {
  waiting: Pending[]
  /** Name of the file at hand. */
  now: string | null
  done: Outcome[]
  state: 'idle' | 'running' | 'stopped'
}

let batch: Batch = { waiting: [], now: null, done: [], state: 'idle' }
let stopping: AbortController | undefined
const watchers = new Set<() => void>()

function set(part: Partial<Batch>): void {
  batch = { ...batch, ...part }
  for (const watcher of watchers) watcher()
}

export const useBatch = (): Batch =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    () => batch,
  )

/** Adds files to the queue and files them. `filed` is called after each that was filed. */
export async function fileAll(files: File[], filed: () => void): Promise<void> {
  const kept: Pending[] = []
  for (const file of files) kept.push(await keepFile(file))
  set({ waiting: [...batch.waiting, ...kept] })
  await goOn(filed)
}

/** Takes up what an earlier visit left; it waits until it is told to go on. */
export async function takeUp(): Promise<void> {
  if (batch.state !== 'idle' || batch.waiting.length) return
  const waiting = await leftFiles().catch(() => [])
  if (waiting.length) set({ waiting, state: 'stopped' })
}

export async function goOn(filed: () => void): Promise<void> {
  if (batch.state === 'running') return
  stopping = new AbortController()
  set({ state: 'running' })
  for (let next = batch.waiting[0]; next && !stopping.signal.aborted; next = batch.waiting[0]) {
    set({ now: next.file.name })
    const outcomes = await fileOne(next.file, stopping.signal)
    // Stopped in the middle: the file waits as before; filing it again would be filing it once.
    if (stopping.signal.aborted) break
    await dropFile(next.key)
    set({ waiting: batch.waiting.slice(1), done: [...batch.done, ...outcomes] })
    if (outcomes.some((one) => one.id)) filed()
  }
  set({ now: null, state: batch.waiting.length ? 'stopped' : 'idle' })
}

export function stopFiling(): void {
  stopping?.abort()
}

export async function forget(): Promise<void> {
  stopFiling()
  await dropFiles()
  set({ waiting: [], done: [], now: null, state: 'idle' })
}

/** One outcome, or for an archive one for each document in it. */
async function fileOne(file: File, signal: AbortSignal): Promise<Outcome[]> {
  const name = file.name
  try {
    if (isArchive(name)) return (await fileArchive(file, signal)).map(outcomeOf)
    const { text, title, publishedOn, publisher } = await extractFile(file)
    const body = { text, title: title ?? firstWords(text), publishedOn, publisher }
    return [filedAs(name, await post<Filed>('documents', body, signal))]
  } catch (error) {
    return [{ name, error: error instanceof Error ? error.message : String(error) }]
  }
}

const filedAs = (name: string, { id, created, exchanges }: Filed): Outcome => ({
  name,
  id,
  created,
  exchanges: exchanges.length,
})

const outcomeOf = ({ path, result }: Uploaded): Outcome =>
  'id' in result ? filedAs(path, result) : { name: path, error: result.detail ?? result.title }

// A worker's turn: takes documents from the queue, reads them, files them. A document is filed once, however often a worker dies.
import { setTimeout as sleep } from 'node:timers/promises'
import { InputError, SourceError } from './errors.ts'
import { type IngestContext, type IngestSource, tryReading } from './ingest.ts'
import { inCollection } from './record/collections.ts'
import type { Database } from './record/database.ts'
import { documentId, type Filed, type Filing, fileReadings } from './record/filing.ts'
import { groupRows } from './record/grouping.ts'
import {
  addToQueue,
  holdLeased,
  type Leased,
  markFailed,
  markFiled,
  type QueueRules,
  queueRules,
  takeFromQueue,
} from './record/queue.ts'

/** What came of a turn; `lost`: another worker had taken it meanwhile. */
export interface Turn {
  filed: number
  failed: number
  lost: number
}

/** Adds documents to the queue, for a collection where one is named; returns how many were not there yet. */
export const enqueue = (
  context: Pick<IngestContext, 'database'>,
  sources: IngestSource[],
  collection: string = publicly,
): Promise<number> => {
  const waiting = sources.map((source) => {
    const { publisher = null, url = null } = source
    const bytes = source.bytes ? Buffer.from(source.bytes).toString('base64') : null
    const id = documentId({ text: source.text, publisher, url })
    return { id, source: { ...source, bytes, collection } }
  })
  return addToQueue(context.database, [...new Map(waiting.map((one) => [one.id, one])).values()])
}

type Read = { id: string; collection: string; reading: Filing | Error }
type Readable = Read & { reading: Filing }

/** What everybody sees. */
const publicly = 'public'

/** Takes up to `count` documents and files them. Read outside the transaction, filed and marked within one. */
export async function workOnce(
  context: IngestContext,
  { count = 8, rules = queueRules }: { count?: number; rules?: QueueRules } = {},
): Promise<Turn> {
  const leased = await takeFromQueue(context.database, count, rules)
  if (leased.documents.length === 0) return { filed: 0, failed: 0, lost: 0 }
  const read = leased.documents.map(({ id, source }) => ({
    id,
    collection: (source as { collection?: string }).collection ?? publicly,
    reading: tryReading(context, sourceOf(source)),
  }))
  return fileLeased(context, leased, read, rules)
}

const sourceOf = (source: unknown): IngestSource => {
  const kept = source as IngestSource & { bytes: string | null }
  return { ...kept, bytes: kept.bytes === null ? null : Buffer.from(kept.bytes, 'base64') }
}

const fileLeased = (
  { database }: IngestContext,
  leased: Leased,
  read: Read[],
  rules: QueueRules,
): Promise<Turn> =>
  database.transaction(async (inner) => {
    const held = await holdLeased(inner, leased)
    const ours = read.filter(({ id }) => held.has(id))
    const { readable, outcomes } = await fileByCollection(inner, ours)
    const errors = [
      ...ours.flatMap(({ id, reading }) => (reading instanceof Error ? [{ id, error: reading }] : [])),
      ...readable.flatMap(({ id }, i) => (outcomes[i] instanceof Error ? [{ id, error: outcomes[i] }] : [])),
    ]
    await markFiled(
      inner,
      readable.filter((_, i) => !(outcomes[i] instanceof Error)).map(({ id }) => id),
    )
    for (const { id, error } of errors)
      await markFailed(inner, { id, fault: error.message, hopeless: isHopeless(error) }, rules)
    return { filed: ours.length - errors.length, failed: errors.length, lost: read.length - ours.length }
  })

/** Each collection's documents together; `outcomes` in the order of `readable`. */
async function fileByCollection(
  database: Database,
  read: Read[],
): Promise<{ readable: Readable[]; outcomes: (Filed | Error)[] }> {
  const readable: Readable[] = []
  const outcomes: (Filed | Error)[] = []
  const all = read.filter((one): one is Readable => !(one.reading instanceof Error))
  for (const [collection, group] of groupRows(all, (one) => one.collection)) {
    readable.push(...group)
    const filings = group.map(({ reading }) => reading)
    outcomes.push(...(await fileReadings(inCollection(database, collection), filings)))
  }
  return { readable, outcomes }
}

/** A document that cannot be read will not be readable later. */
const isHopeless = (error: Error): boolean => error instanceof SourceError || error instanceof InputError

/** Works until `ended()`, or, where `untilEmpty`, until nothing waits; faults of the record are told and tried again. */
export async function work(
  context: IngestContext,
  how: {
    ended(): boolean
    untilEmpty?: boolean
    rules?: QueueRules
    told(outcome: Turn | Error): void
    /** Milliseconds between two looks at an empty queue. */
    pauseMs?: number
  },
): Promise<void> {
  while (!how.ended()) {
    const turn = await workOnce(context, how.rules ? { rules: how.rules } : {}).catch((error: Error) => error)
    const busy = !(turn instanceof Error) && turn.filed + turn.failed + turn.lost > 0
    if (busy || turn instanceof Error) how.told(turn)
    if (busy) continue
    if (how.untilEmpty && !(turn instanceof Error)) return
    await sleep(how.pauseMs ?? 1000)
  }
}

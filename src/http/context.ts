// What every route may use: the record, the packs, the reader, a clock.
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Reader } from '../reading/read.ts'
import type { Database } from '../record/database.ts'
import type { ModelSettings } from '../sources/completion.ts'
import type { Manners } from '../sources/polite.ts'
import type { Served } from './served.ts'

export interface AppContext {
  database: Database
  knowledge: Knowledge
  /** The reader; loaded on first use. */
  reader(): Reader
  /** Now, UTC ISO 8601. */
  now(): string
  /** Version of the program. */
  version: string
  /** Where the record is, as shown to the user: a folder, or a server address without its password. */
  location: string
  /** How downloads are made: tests and closed networks may allow other addresses. */
  download?: Manners
  /** The language model that may propose readings; absent or null: none is asked. */
  model?: ModelSettings | null
  /** Answers assistants at /mcp, given a way to ask our own routes; absent: nobody does. */
  assistants?: (
    call: (path: string, body?: unknown) => Promise<unknown>,
  ) => (request: Request) => Promise<Response>
  /** How it is served over the network; absent: asked from within, by this machine's own user. */
  served?: Served
  /** Told of faults of our own, never of bad input. */
  onFault?: (error: unknown) => void
}

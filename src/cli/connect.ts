// A verb's way to the record: opened here, or through the server that has it open. Both speak to the same routes, so both answer the same.
import { setTimeout as sleep } from 'node:timers/promises'
import { RecordError } from '../errors.ts'
import { makeApp } from '../http/app.ts'
import type { AppContext } from '../http/context.ts'
import { withoutSecrets } from '../http/logs.ts'
import { errorOf, type Problem } from '../http/problem.ts'
import { openReader } from '../http/reader.ts'
import { loadKnowledge } from '../knowledge/knowledge.ts'
import type { Reader } from '../reading/read.ts'
import { isServer } from '../record/location.ts'
import { openRecord, recordLocation } from '../record/open.ts'
import { ownerOf, RecordInUse } from '../record/owner.ts'
import { seedRecord } from '../record/seed.ts'
import { modelSettings } from '../sources/completion.ts'
import { tell } from './output.ts'
import { version } from './version.ts'

export interface Connection {
  /** Asks a route; `body` goes as JSON. Throws the error that the route tells. */
  call<Value>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<Value>
  /** Asks a route that sends a file. */
  open(path: string): Promise<Response>
  close(): Promise<void>
}

// How long a verb waits for another one that has the record open and does not serve it.
const patienceMs = 30_000

/** Connects to the record at `flag`, CHANCERY_DATABASE or the user's own. */
export async function connect(flag?: string): Promise<Connection> {
  const location = recordLocation(flag)
  const until = Date.now() + patienceMs
  for (let told = false; ; told = true) {
    const owner = isServer(location) ? null : ownerOf(location)
    if (owner?.address) return connectTo(owner.address, owner.key)
    try {
      return connectHere(await openContext(location))
    } catch (error) {
      if (!(error instanceof RecordInUse) || (Date.now() > until && !error.owner.address)) throw error
      if (!told) tell(`chancery: waiting for process ${error.owner.pid}, which has the record open`)
      await sleep(250)
    }
  }
}

/** Opens the record, and what the routes need beside it. Throws RecordError, RecordInUse. */
export async function openContext(location: string): Promise<AppContext> {
  const database = await openRecord(location, { onProgress: (message) => tell(`chancery: ${message}`) })
  try {
    const knowledge = loadKnowledge()
    await seedRecord(database, knowledge)
    let reader: Reader | undefined
    return {
      database,
      knowledge,
      reader: () => {
        reader ??= openReader(knowledge)
        return reader
      },
      now: () => new Date().toISOString(),
      model: modelSettings(),
      version,
      location: hidePassword(location),
      onFault: (error) =>
        tell(withoutSecrets(error instanceof Error ? (error.stack ?? error.message) : String(error))),
    }
  } catch (error) {
    await database.close()
    throw error
  }
}

const hidePassword = (location: string): string =>
  location.replace(/^(postgres(?:ql)?:\/\/[^:@/]*):[^@]*@/, '$1:…@')

function connectHere(context: AppContext): Connection {
  const app = makeApp(context)
  return {
    call: async (method, path, body) => unwrap(await app.request(path, requestOf(method, body))),
    open: async (path) => checked(await app.request(path)),
    close: () => context.database.close(),
  }
}

function connectTo(address: string, key: string | undefined): Connection {
  const asUser = (request: RequestInit): RequestInit =>
    key ? { ...request, headers: { ...request.headers, authorization: `Bearer ${key}` } } : request
  return {
    call: async (method, path, body) => unwrap(await reach(address + path, asUser(requestOf(method, body)))),
    open: async (path) => checked(await reach(address + path, asUser({}))),
    close: async () => {},
  }
}

async function reach(url: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, request)
  } catch (error) {
    throw new RecordError(
      `The server at ${new URL(url).origin} has the record open and does not answer`,
      'See whether it still runs; end it, then try again.',
      error,
    )
  }
}

const requestOf = (method: string, body: unknown): RequestInit =>
  body === undefined
    ? { method }
    : { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }

const unwrap = async <Value>(response: Response): Promise<Value> =>
  (await checked(response)).json() as Promise<Value>

async function checked(response: Response): Promise<Response> {
  if (response.ok) return response
  throw errorOf((await response.json()) as Problem)
}

// What an engine throws, as errors of ours where the person can do something: the server is away, the disk is full.
import { RecordError } from '../errors.ts'

// PostgreSQL's own codes: lost connections, a server that is going down or coming up; and the system's.
const away = /^(?:08...|57P0[123]|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH)$/
/** The driver has no code for a connection that ended beneath a statement. */
const cut = /^Connection terminated|^timeout exceeded when trying to connect|not queryable/

const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? '')

const messageOf = (error: unknown): string => (error instanceof Error && error.message) || codeOf(error)

/** Whether a server cannot be reached, or went away beneath a statement. */
const isAway = (error: unknown): boolean =>
  away.test(codeOf(error)) || (error instanceof Error && cut.test(error.message))

/** disk_full, or the engine's log could not be written. */
const isFull = (error: unknown): boolean =>
  codeOf(error) === '53100' || /No space left on device/.test(messageOf(error))

/** The error for a server at `url` that is away. */
export function unreachable(url: string, cause: unknown): RecordError {
  const { host, pathname } = new URL(url)
  return new RecordError(
    `cannot reach the PostgreSQL record at ${host}${pathname}: ${messageOf(cause)}`,
    'Start the server, mend the URL in --database or CHANCERY_DATABASE, or leave it out to use the embedded record.',
    cause,
  )
}

/** An engine's error as one of ours; any other as it is. `url`: of a server. */
export function faultOf(error: unknown, url?: string): unknown {
  if (error instanceof RecordError) return error
  if (isFull(error))
    return new RecordError(
      `the record's disk is full: ${messageOf(error)}`,
      'Make room, then do it again: what was acknowledged is kept, and nothing of this is.',
      error,
    )
  return url !== undefined && isAway(error) ? unreachable(url, error) : error
}

/** Runs; throws an engine's error as one of ours. */
export async function withFaults<Result>(run: () => Promise<Result>, url?: string): Promise<Result> {
  try {
    return await run()
  } catch (error) {
    throw faultOf(error, url)
  }
}

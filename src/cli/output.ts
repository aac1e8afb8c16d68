// What is printed: results on standard output, messages on standard error; a closed pipe ends the program quietly.
import { once } from 'node:events'
import pc from 'picocolors'
import { ChanceryError } from '../errors.ts'

/** The reader of our output has had enough (`| head`): no fault, but there is nothing more to do. */
class PipeClosed extends Error {}
let closed = false

/** Notes a closed pipe; the next `print` then ends the verb, so that it can still close what it opened. */
export function quietPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
      closed = true
    })
  }
}

// Words of documents are printed: what a terminal would obey (all but our colours), and marks that turn a line's direction round.
const obeyed =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for
  /(?!\x1b\[(?:[0-79]|2[2-9]|[349]\d)m)[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g

/** `text` with a mark in the place of each letter that a terminal would obey instead of showing it. */
export const tame = (text: string): string => text.replace(obeyed, '\ufffd')

/** Writes one line, and waits while the reader is slower than we are. */
export const print = (text: string): Promise<void> => write(`${tame(text)}\n`)

/** Writes as `print` does, without a line's end. */
export async function write(piece: string | Uint8Array): Promise<void> {
  if (closed) throw new PipeClosed()
  // `once` rejects when the pipe closes meanwhile.
  if (!process.stdout.write(piece)) await once(process.stdout, 'drain')
}

export const printJson = (value: unknown): Promise<void> => write(`${JSON.stringify(value)}\n`)

/** A message for the person at the terminal. */
export const tell = (text: string): void => {
  process.stderr.write(`${tame(text)}\n`)
}

/** One line for an error: what happened, and what to do next. */
export function describeError(error: unknown): string {
  if (error instanceof ChanceryError)
    return `${pc.red('chancery:')} ${error.message}${error.next ? `\n  ${error.next}` : ''}`
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return `${pc.red('chancery: a fault of the program, please report it:')}\n${text}`
}

/** Tells the error and sets the exit code that it asks for. */
export function fail(error: unknown): void {
  if (error instanceof PipeClosed || (error as NodeJS.ErrnoException)?.code === 'EPIPE') return
  tell(describeError(error))
  process.exitCode = error instanceof ChanceryError ? error.exitCode : 1
}

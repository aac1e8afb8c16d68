// What is printed: results on standard output, messages on standard error; a closed pipe ends the program quietly.
import { once } from 'node:events'
import pc from 'picocolors'
import { ChanceryError } from '../errors.ts'

/** A reader that has had enough (`| head`) is no error. */
export function quietPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
      process.exit(process.exitCode ?? 0)
    })
  }
}

/** Writes one line, and waits while the reader is slower than we are. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(`${text}\n`)) await once(process.stdout, 'drain')
}

export const printJson = (value: unknown): Promise<void> => print(JSON.stringify(value))

/** A message for the person at the terminal. */
export const tell = (text: string): void => {
  process.stderr.write(`${text}\n`)
}

/** One line for an error: what happened, and what to do next. */
export function describeError(error: unknown): string {
  if (error instanceof ChanceryError)
    return `${pc.red('chancery:')} ${error.message}${error.next ? `\n  ${error.next}` : ''}`
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return `${pc.red('chancery: a fault of the program, please report it:')}\n${text}`
}

/** Tells the error and sets the exit code that it asks for. */
export async function fail(error: unknown): Promise<void> {
  tell(describeError(error))
  process.exitCode = error instanceof ChanceryError ? error.exitCode : 1
}

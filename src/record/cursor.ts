// Cursors of lists: where a page ended, opaque to whoever carries it.
import { InputError } from '../errors.ts'

export const writeCursor = (key: string[]): string => Buffer.from(JSON.stringify(key)).toString('base64url')

/** The two parts of a list's key: sort value and id. Throws InputError for anything we did not write. */
export function readCursor(cursor: string): [string, string] {
  try {
    const key = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown
    if (
      Array.isArray(key) &&
      key.length === 2 &&
      key.every((part) => typeof part === 'string' && !part.includes('\0'))
    )
      return key as [string, string]
  } catch {
    // Told below, like any other cursor that is not ours.
  }
  throw notOurs()
}

/** A sort value that is a whole number. Throws InputError for any other. */
export function readWhole(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw notOurs()
  return Number(value)
}

const notOurs = (): InputError =>
  new InputError('The cursor is not one of this list', 'Take "next" of the page before, unchanged.')

// `chancery backup FILE` and `chancery restore FILE`: the whole record in one file, and back into an empty record.
import { createWriteStream } from 'node:fs'
import { access, open, rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { InputError } from '../errors.ts'
import { restoreRecord } from '../record/bundle.ts'
import { openRecord, recordLocation } from '../record/open.ts'
import type { GivenFor } from './arguments.ts'
import { connect } from './connect.ts'
import { print, printJson, tell } from './output.ts'

/** Writes the record as of one moment to a file: complete and on disk, or not there at all. */
export async function backup(given: GivenFor<'backup'>): Promise<void> {
  const connection = await connect(given.database)
  const unfinished = `${given.file}.unfinished`
  try {
    const response = await connection.open('/api/backup')
    await pipeline(Readable.fromWeb(response.body as never), createWriteStream(unfinished)).catch(
      (error: unknown) => {
        throw new InputError(
          `${given.file} cannot be written: ${(error as Error).message}`,
          'Choose a folder with room that you may write to.',
          error,
        )
      },
    )
    const bytes = await sync(unfinished)
    await rename(unfinished, given.file)
    const rows = Number(response.headers.get('x-chancery-rows'))
    await (given.json
      ? printJson({ file: given.file, rows, bytes })
      : print(`${given.file}: ${rows.toLocaleString('en')} rows, ${bytes.toLocaleString('en')} bytes`))
  } finally {
    await rm(unfinished, { force: true })
    await connection.close()
  }
}

async function sync(path: string): Promise<number> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
    return (await file.stat()).size
  } finally {
    await file.close()
  }
}

/** Fills an empty record from a backup. Throws ConflictError when the record holds anything. */
export async function restore(given: GivenFor<'restore'>): Promise<void> {
  await access(given.file).catch((error: unknown) => {
    throw new InputError(`${given.file} is not there or may not be read`, 'Give the path of a backup.', error)
  })
  const location = recordLocation(given.database)
  const database = await openRecord(location, { onProgress: (message) => tell(`chancery: ${message}`) })
  try {
    const counts = await restoreRecord(database, given.file)
    const rows = Object.values(counts).reduce((sum, count) => sum + count, 0)
    await (given.json
      ? printJson({ location, rows, tables: counts })
      : print(`${location}: ${rows.toLocaleString('en')} rows restored`))
  } finally {
    await database.close()
  }
}

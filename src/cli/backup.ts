// `chancery backup FILE` and `chancery restore FILE`: the whole record in one file, and back into an empty record.
import { createWriteStream } from 'node:fs'
import { access, mkdtemp, open, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { InputError, RecordError } from '../errors.ts'
import { restoreRecord } from '../record/bundle.ts'
import { openRecord, recordLocation } from '../record/open.ts'
import { checkSoundness } from '../record/soundness.ts'
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
    if (given.verify) await verifyBackup(given.file, rows)
    await (given.json
      ? printJson({ file: given.file, rows, bytes, verified: given.verify })
      : print(
          `${given.file}: ${rows.toLocaleString('en')} rows, ${bytes.toLocaleString('en')} bytes${given.verify ? ', restored once and sound' : ''}`,
        ))
  } finally {
    await rm(unfinished, { force: true })
    await connection.close()
  }
}

/** Restores the file into a record of its own. Throws RecordError when it does not come back whole and sound. */
export async function verifyBackup(file: string, rows: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'chancery-verify-'))
  try {
    const database = await openRecord(join(folder, 'record'), { template: false })
    try {
      const restored = Object.values(await restoreRecord(database, file)).reduce((sum, n) => sum + n, 0)
      const { evidence, dangling } = await checkSoundness(database)
      const wrong = [
        restored === rows ? '' : `${restored} of ${rows} rows came back`,
        evidence.orphaned ? `${evidence.orphaned} quotes do not stand in their documents` : '',
        ...Object.entries(dangling).map(([what, count]) => (count ? `${count} ${what}` : '')),
      ].filter(Boolean)
      if (wrong.length > 0)
        throw new RecordError(
          `The backup ${file} is not sound: ${wrong.join('; ')}`,
          'Run `chancery doctor` on the record; keep earlier backups.',
        )
    } finally {
      await database.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
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

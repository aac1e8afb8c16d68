// The embedded record's folder: made whole or not at all, from the prepared template where it fits, then opened durably.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { RecordError } from '../errors.ts'
import type { Database } from './database.ts'
import { DurableFS, durableStart, syncPath, syncTree } from './durable.ts'
import { embeddedDatabase, startEngine } from './embedded.ts'
import { migrate, schemaHash } from './migrations.ts'
import { takeOwnership } from './owner.ts'
import { unpackArchive } from './unpack.ts'

/** The prepared record that comes with the built package, and what it was made from. */
export const templateFile: string = fileURLToPath(new URL('../../dist/template.tar.gz', import.meta.url))
export const templateNote: string = fileURLToPath(new URL('../../dist/template.json', import.meta.url))

export interface FolderOptions {
  onProgress?: (message: string) => void
  /** Said when something happened that the user should know: a dead owner was taken over. */
  onNotice?: (message: string) => void
  /** false: make a new record without the prepared template. */
  template?: boolean
}

/** Opens the record in `folder`, making it first where there is none. Throws RecordError: in use, not a record, disk. */
export async function openFolder(location: string, options: FolderOptions): Promise<Database> {
  const folder = resolve(location)
  mkdirSync(dirname(folder), { recursive: true })
  const release = takeOwnership(
    folder,
    options.onNotice ?? ((message) => console.error(`chancery: ${message}`)),
  )
  try {
    if (isNew(folder)) await makeFolder(folder, options)
    checkVersion(folder)
    return embeddedDatabase(await startDurable(folder), release)
  } catch (error) {
    release()
    throw error instanceof RecordError ? error : cannotOpen(folder, error)
  }
}

const startDurable = (folder: string) => startEngine({ fs: new DurableFS(folder), startParams: durableStart })

function cannotOpen(folder: string, cause: unknown): RecordError {
  const why = cause instanceof Error ? cause.message : String(cause)
  return new RecordError(
    `cannot open the record in ${folder}: ${why}`,
    'See that the disk has room and the folder is yours; else restore a backup into a new folder with `chancery restore`.',
    cause,
  )
}

function isNew(folder: string): boolean {
  if (!existsSync(folder)) return true
  if (existsSync(join(folder, 'PG_VERSION'))) return false
  if (readdirSync(folder).length === 0) return true
  throw new RecordError(
    `${folder} holds other files and no record`,
    'Name an empty or new folder with --database.',
  )
}

// The PostgreSQL inside PGlite 0.5.
const engineVersion = '18'

function checkVersion(folder: string): void {
  const version = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim()
  if (version === engineVersion) return
  throw new RecordError(
    `the record in ${folder} is PostgreSQL ${version}'s, this program's engine is ${engineVersion}`,
    'Back it up with the chancery that made it and restore the backup into a new folder with this one.',
  )
}

/** Makes the record beside its place and moves it there when it is whole and on disk. */
async function makeFolder(folder: string, options: FolderOptions): Promise<void> {
  const making = `${folder}.making`
  options.onProgress?.(`making a new record in ${folder}`)
  rmSync(making, { recursive: true, force: true })
  mkdirSync(making, { mode: 0o700 })
  if (options.template !== false && templateFits()) unpackArchive(templateFile, making)
  else await makeEmpty(making, options)
  syncTree(making)
  if (existsSync(folder)) rmdirSync(folder)
  renameSync(making, folder)
  syncPath(dirname(folder))
}

/** The template is used when its schema is this program's; other packs are no hindrance, they are loaded after. */
function templateFits(): boolean {
  if (!existsSync(templateFile) || !existsSync(templateNote)) return false
  return (JSON.parse(readFileSync(templateNote, 'utf8')) as { schema: string }).schema === schemaHash()
}

async function makeEmpty(folder: string, options: FolderOptions): Promise<void> {
  options.onProgress?.('no prepared record fits: making one from scratch takes some seconds, this once')
  const engine = await startEngine({ fs: new DurableFS(folder) })
  await migrate(embeddedDatabase(engine))
  await engine.close()
}

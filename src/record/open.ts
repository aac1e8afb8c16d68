// Opens the record: a folder (embedded), a postgres:// URL (server) or ':memory:' (tests), with its schema up to date.
import type { Database } from './database.ts'
import { embeddedDatabase, startEngine } from './embedded.ts'
import { type FolderOptions, openFolder } from './folder.ts'
import { isServer } from './location.ts'
import { migrate } from './migrations.ts'
import { serverDatabase } from './server.ts'

export { recordLocation } from './location.ts'
export { announceAddress, type Owner, ownerOf, RecordInUse } from './owner.ts'

export type OpenOptions = FolderOptions

/**
 * The record at `location`, made if it is not there. Close it when done.
 * Throws RecordError: server away, schema newer than the program; RecordInUse when another process has the folder.
 */
export async function openRecord(location: string, options: OpenOptions = {}): Promise<Database> {
  const database = await connect(location, options)
  try {
    await migrate(database)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}

async function connect(location: string, options: OpenOptions): Promise<Database> {
  if (isServer(location)) return serverDatabase(location)
  if (location === ':memory:') return embeddedDatabase(await startEngine({}))
  return openFolder(location, options)
}

// Opens the record: a folder (embedded), a postgres:// URL (server) or ':memory:' (tests), with its schema up to date.
import { mkdirSync } from 'node:fs'
import type { Database } from './database.ts'
import { embeddedDatabase, startEngine } from './embedded.ts'
import { isServer } from './location.ts'
import { migrate } from './migrations.ts'
import { serverDatabase } from './server.ts'

export { recordLocation } from './location.ts'

export interface OpenOptions {
  /** Told what is being done when it takes more than a moment. */
  onProgress?: (message: string) => void
}

/**
 * The record at `location`, made if it is not there. Close it when done.
 * Throws RecordError: in use by another process, server away, schema newer than the program.
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
  options.onProgress?.(`opening the record in ${location}`)
  mkdirSync(location, { recursive: true })
  return embeddedDatabase(await startEngine({ dataDir: location }))
}

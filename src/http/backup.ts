// The route of the backup: the whole record as of one moment, in one file.
import { createReadStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { z } from 'zod'
import { backupRecord } from '../record/bundle.ts'
import { type AnyRoute, route } from './route.ts'

const backup = route({
  method: 'get',
  path: '/api/backup',
  name: 'backupRecord',
  summary:
    'The whole record in one file (gzip of JSON Lines): `chancery restore` takes it, on either engine.',
  response: z.string(),
  run: async ({ database }) => {
    const folder = await mkdtemp(join(tmpdir(), 'chancery-backup-'))
    const path = join(folder, 'record.gz')
    try {
      const counts = await backupRecord(database, path)
      const rows = Object.values(counts).reduce((sum, count) => sum + count, 0)
      const { size } = await stat(path)
      const file = createReadStream(path)
      file.once('close', () => void rm(folder, { recursive: true, force: true }))
      return new Response(Readable.toWeb(file) as ReadableStream<Uint8Array>, {
        headers: {
          'content-type': 'application/gzip',
          'content-length': String(size),
          'x-chancery-rows': String(rows),
        },
      })
    } catch (error) {
      await rm(folder, { recursive: true, force: true })
      throw error
    }
  },
})

export const backupRoutes: AnyRoute[] = [backup]

// A backup is verified by restoring it: whole and sound, or an error that says what is wrong.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { inventWorld } from '../../test/world/world.ts'
import { InputError, RecordError } from '../errors.ts'
import { backupRecord } from '../record/bundle.ts'
import { openRecord } from '../record/open.ts'
import { seedRecord } from '../record/seed.ts'
import { verifyBackup } from './backup.ts'

const folder = mkdtempSync(join(tmpdir(), 'chancery-backup-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('whole, short of a row, cut off', async () => {
  const database = await openRecord(':memory:')
  await seedRecord(database, inventWorld())
  const file = join(folder, 'record.gz')
  const counts = await backupRecord(database, file)
  await database.close()
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0)
  await verifyBackup(file, rows)
  await expect(verifyBackup(file, rows + 1)).rejects.toThrow(RecordError)
  const cut = join(folder, 'cut.gz')
  writeFileSync(cut, readFileSync(file).subarray(0, 2000))
  await expect(verifyBackup(cut, rows)).rejects.toThrow(InputError)
}, 120_000)

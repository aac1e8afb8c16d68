// A cut of power: what was written but never synced is gone. The embedded record must open on the rest with every acknowledged write.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openRecord } from '../../src/record/open.ts'

const root = fs.mkdtempSync(join(tmpdir(), 'chancery-cut-'))
const folder = join(root, 'record')
afterAll(() => fs.rmSync(root, { recursive: true, force: true }))

const original = {
  openSync: fs.openSync,
  fsyncSync: fs.fsyncSync,
  renameSync: fs.renameSync,
  unlinkSync: fs.unlinkSync,
  mkdirSync: fs.mkdirSync,
}

/**
 * Keeps beside the folder the disk that a cut would leave: a file's content as of its last fsync (one never synced is empty),
 * names as they are. Returns that disk's folder and the function that stops keeping it.
 */
function shadowDisk(): { disk: string; syncs: () => number; stop: () => void } {
  const disk = join(root, 'disk')
  fs.cpSync(folder, disk, { recursive: true })
  const open = new Map<number, string>()
  const onDisk = (path: string): string | null =>
    path.startsWith(`${folder}/`) ? join(disk, relative(folder, path)) : null
  let syncs = 0
  Object.assign(fs, {
    openSync(path: string, ...rest: [number]) {
      const isNew = !fs.existsSync(path)
      const descriptor = original.openSync(path, ...rest)
      open.set(descriptor, String(path))
      const shadow = onDisk(String(path))
      if (isNew && shadow) fs.writeFileSync(shadow, '')
      return descriptor
    },
    fsyncSync(descriptor: number) {
      original.fsyncSync(descriptor)
      const path = open.get(descriptor)
      const shadow = path ? onDisk(path) : null
      if (!path || !shadow || !fs.statSync(path).isFile()) return
      syncs++
      fs.mkdirSync(dirname(shadow), { recursive: true })
      fs.copyFileSync(path, shadow)
    },
    renameSync(from: string, to: string) {
      original.renameSync(from, to)
      const [a, b] = [onDisk(from), onDisk(to)]
      if (a && b && fs.existsSync(a)) original.renameSync(a, b)
    },
    unlinkSync(path: string) {
      original.unlinkSync(path)
      const shadow = onDisk(path)
      if (shadow) fs.rmSync(shadow, { force: true })
    },
    mkdirSync(path: string, ...rest: [object]) {
      const made = original.mkdirSync(path, ...rest)
      const shadow = onDisk(String(path))
      if (shadow) original.mkdirSync(shadow, { recursive: true })
      return made
    },
  })
  syncBuiltinESMExports()
  return {
    disk,
    syncs: () => syncs,
    stop: () => {
      Object.assign(fs, original)
      syncBuiltinESMExports()
    },
  }
}

test('every acknowledged write is on the disk that a cut of power leaves', async () => {
  await (await openRecord(folder, { template: false })).close()
  const shadow = shadowDisk()
  const database = await openRecord(folder, { template: false })
  await database.script('create table kept (n int, filler text)')
  const writes = 60
  for (let n = 0; n < writes; n++) {
    await database.query(`insert into kept values ($1::int, repeat(md5($1::int::text), 200))`, [n])
    if (n === 30) await database.script('checkpoint')
  }
  const cut = join(root, 'after-the-cut')
  fs.cpSync(shadow.disk, cut, { recursive: true })
  const syncs = shadow.syncs()
  shadow.stop()
  await database.close()
  expect(syncs).toBeGreaterThanOrEqual(writes)
  const reopened = await openRecord(cut, { template: false })
  const rows = await reopened.query<{ n: number }>('select n from kept order by n')
  await reopened.close()
  expect(rows.map((row) => row.n)).toEqual(Array.from({ length: writes }, (_, n) => n))
})

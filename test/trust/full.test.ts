// A disk that fills while documents are filed: what was acknowledged is kept, what fails says so, and with room made all goes on.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

// A small disk is mounted in namespaces of its own, which not every machine allows.
const mayMount = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0

test.skipIf(!mayMount)(
  'the disk of an embedded record fills',
  () => {
    const disk = mkdtempSync(join(tmpdir(), 'chancery-full-'))
    const run = ['-rm', process.execPath, '--import', 'tsx', join(import.meta.dirname, 'full.ts'), disk]
    try {
      const { stdout, stderr } = spawnSync('unshare', run, { encoding: 'utf8', timeout: 240_000 })
      expect(stderr).toBe('')
      const told = JSON.parse(stdout) as Record<string, unknown>
      expect(told).toMatchObject({ missed: [], ended: 1, said: expect.stringMatching(/disk is full/) })
      expect(told.acknowledged).toBeGreaterThan(10)
      expect(told.kept).toBe(told.acknowledged)
      expect(told.goesOn).toBe(true)
    } finally {
      rmSync(disk, { recursive: true, force: true })
    }
  },
  300_000,
)

// `chancery read --explain`, as a process: a reason for each item, in the tables and in the JSON.
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

const main = fileURLToPath(new URL('./main.ts', import.meta.url))
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'explain-'))
  await writeFile(
    join(folder, 'a.txt'),
    'Peruvian Foreign Minister Ana Belkor will visit Chile on 3 May. "We come as friends of the people," she said. It will be the first visit by a Peruvian minister since 2011.',
  )
})
afterAll(() => rm(folder, { recursive: true }))

async function read(...flags: string[]): Promise<string> {
  const args = ['--import', 'tsx', main, 'read', join(folder, 'a.txt'), '--published', '2024-05-01', ...flags]
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    env: { ...process.env, NO_COLOR: '1' },
  })
  return stdout
}

test('rule, words and parse of official, exchange, statement and claim', async () => {
  const out = await read('--explain')
  expect(out).toMatch(/^official · Ana Belkor · PER · Foreign Minister\n {2}rule {3}named with the office/m)
  expect(out).toMatch(/^x1 · visit · announced · 2024-05-03 .*\n {2}rule {3}visit: /m)
  expect(out).toMatch(/^statement · Ana Belkor · PER\n {2}rule {3}speaker named behind/m)
  expect(out).toMatch(/^claim · first-time · .*\n {2}rule {3}cue "first-/m)
  expect(out).toMatch(/^ {2}parse {2}.*Ana\/PROPN ←nsubj visit/m)
}, 60_000)

test('in the JSON as "why", and only when asked for', async () => {
  expect(JSON.parse(await read('--explain', '--json')).why.length).toBeGreaterThan(10)
  expect(JSON.parse(await read('--json'))).not.toHaveProperty('why')
}, 60_000)

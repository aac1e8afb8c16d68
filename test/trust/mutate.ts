// The long run: `npm run mutate -- [--count 100] [--seed 1] [--only record|questions] [--file PART] [--minutes 40]`. Puts faults into the code one at a
// time (a seeded draw of all that can be put), runs the tests that should notice, and tells the share that did and each one that got by.
// Works in a checkout of its own (a git worktree of HEAD), so the one it is started in is left alone.
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { parseSync } from 'vite'
import { seeded } from '../../bench/world.ts'
import { type Mutant, mutantsOf, withFault } from './mutants.ts'

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: 'record,questions' },
    file: { type: 'string', default: '' },
    minutes: { type: 'string', default: '600' },
  },
})

/** Tests that should notice a fault of the folder, the quickest first: the run ends with the first that fails. */
const tests: Record<string, string[]> = {
  questions: ['src/questions', 'src/suggest.test.ts', 'src/watch.test.ts', 'test/faces.test.ts'],
  record: [
    'src/record',
    'test/record.test.ts',
    'test/record/',
    'src/questions/questions.test.ts',
    'test/faces.test.ts',
  ],
}
/** A run that takes longer than this does not end: a fault that hangs is noticed. */
const longestMs = 400_000

const root = resolve(import.meta.dirname, '../..')

/** All that can be put in, in a seeded order; what would not even be TypeScript is left out. */
function draw(folder: string): Mutant[] {
  const random = seeded(Number(values.seed))
  const files = readdirSync(join(root, 'src', folder), { recursive: true, encoding: 'utf8' })
  return files
    .filter((file) => /(?<!\.test)\.ts$/.test(file) && file.includes(values.file))
    .sort()
    .flatMap((file) => {
      const path = join('src', folder, file)
      return mutantsOf(path, readFileSync(join(root, path), 'utf8'))
    })
    .map((mutant) => ({ mutant, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ mutant }) => mutant)
}

const isCode = (source: string): boolean => parseSync('fault.ts', source).errors.length === 0

/** Whether the tests fail, or never end, with the fault in. */
async function isNoticed(checkout: string, mutant: Mutant, folder: string): Promise<boolean> {
  const path = join(checkout, mutant.file)
  const sound = readFileSync(path, 'utf8')
  writeFileSync(path, withFault(sound, mutant))
  try {
    return !(await passes(checkout, tests[folder]!))
  } finally {
    writeFileSync(path, sound)
  }
}

async function passes(checkout: string, files: string[]): Promise<boolean> {
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--bail', '1', ...files]
  const run = spawn(process.execPath, args, { cwd: checkout, stdio: 'ignore', detached: true })
  const timer = setTimeout(() => process.kill(-run.pid!, 'SIGKILL'), longestMs)
  const code = await new Promise((ended) => run.once('exit', ended))
  clearTimeout(timer)
  return code === 0
}

async function report(checkout: string, folder: string, count: number, until: number): Promise<void> {
  if (!(await passes(checkout, tests[folder]!)))
    throw new Error(`The tests of ${folder} fail without any fault.`)
  const missed: Mutant[] = []
  let tried = 0
  for (const mutant of draw(folder)) {
    if (tried === count || Date.now() > until) break
    if (!isCode(withFault(readFileSync(join(root, mutant.file), 'utf8'), mutant))) continue
    tried++
    if (!(await isNoticed(checkout, mutant, folder))) missed.push(mutant)
    if (tried % 10 === 0) console.error(`${folder}: ${tried} tried, ${missed.length} not noticed`)
  }
  const share = Math.round(((tried - missed.length) / tried) * 100)
  console.log(`${folder}: ${tried - missed.length} of ${tried} faults noticed (${share} %)`)
  for (const { file, line, kind, before, after } of missed)
    console.log(`  ${file}:${line} ${kind}\n    - ${before.trim()}\n    + ${after.trim()}`)
}

const folders = values.only.split(',')
const until = Date.now() + Number(values.minutes) * 60_000
const checkout = join(mkdtempSync(join(tmpdir(), 'chancery-mutate-')), 'checkout')
execFileSync('git', ['worktree', 'add', '--quiet', '--detach', checkout], { cwd: root })
try {
  symlinkSync(join(root, 'node_modules'), join(checkout, 'node_modules'))
  execFileSync(process.execPath, ['bin/prepare.js'], { cwd: checkout, stdio: 'ignore' })
  for (const [n, folder] of folders.entries())
    await report(
      checkout,
      folder,
      Math.ceil(Number(values.count) / folders.length),
      until - ((folders.length - 1 - n) * (until - Date.now())) / folders.length,
    )
} finally {
  execFileSync('git', ['worktree', 'remove', '--force', checkout], { cwd: root })
  rmSync(resolve(checkout, '..'), { recursive: true, force: true })
}

// kill -9 while a person reviews and while a record is brought to a new schema: nothing acknowledged is lost, nothing is half.
import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import type { Database } from '../../src/record/database.ts'
import { embeddedDatabase, startEngine } from '../../src/record/embedded.ts'
import { listMigrations, migrate } from '../../src/record/migrations.ts'
import { openRecord } from '../../src/record/open.ts'
import { seedRecord } from '../../src/record/seed.ts'
import { inventedKnowledge } from './world.ts'

/** Kills in a row, each kind; the closing notes' long run sets CHANCERY_TEST_KILLS=100. */
const kills = Number(process.env.CHANCERY_TEST_KILLS ?? 2)
const root = mkdtempSync(join(tmpdir(), 'chancery-killed-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
const quiet = { template: false, onNotice: () => {} } as const
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

let child: ChildProcess | undefined
afterEach(() => void child?.kill('SIGKILL'))

/** Starts the work and kills it once it has acknowledged `enough` things and `delay` ms more. Returns what it acknowledged. */
async function killed(
  work: string,
  folder: string,
  first: number,
  enough: number,
  delay: number,
): Promise<number[]> {
  const said: string[] = []
  child = spawn(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, 'killed.ts'), work, folder, String(first)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const ended = new Promise((resolve) => child!.once('close', resolve))
  let rest = ''
  child.stdout!.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop()!
    said.push(...lines)
  })
  while (said.length <= enough && child.exitCode === null) await pause(2)
  await pause(delay)
  child.kill('SIGKILL')
  await ended
  return said.slice(1).map(Number)
}

const inRecord = async <Result>(
  folder: string,
  look: (database: Database) => Promise<Result>,
): Promise<Result> => {
  const database = await openRecord(folder, quiet)
  try {
    return await look(database)
  } finally {
    await database.close()
  }
}

test(`${kills} times during review: every acknowledged correction is there, once, and the last is shown`, async () => {
  const folder = join(root, 'reviewed')
  await inRecord(folder, (database) => seedRecord(database, inventedKnowledge()))
  const acknowledged: number[] = []
  for (let round = 0; round < kills; round++) {
    const first = (acknowledged.at(-1) ?? -1) + 10
    acknowledged.push(...(await killed('review', folder, first, 1 + (round % 4), (round * 7) % 23)))
  }
  await inRecord(folder, async (database) => {
    const lines = await database.query<{ actor: string }>(
      `select actor from ledger where actor like 'reviewer %' order by at`,
    )
    const actors = lines.map((line) => line.actor)
    expect(acknowledged.length).toBeGreaterThanOrEqual(kills)
    expect(acknowledged.filter((n) => !actors.includes(`reviewer ${n}`))).toEqual([])
    expect(new Set(actors).size).toBe(actors.length)
    const last = actors.at(-1)!.replace('reviewer', 'Town')
    expect(
      await database.query(`select place from exchange where id = 'ev-1' and known_to = 'infinity'`),
    ).toEqual([{ place: last }])
  })
}, 600_000)

test(`${kills} times during a migration: the record opens whole, in the new schema, with its rows`, async () => {
  const old = join(root, 'old')
  const rows = 2000
  // Not by openFolder: it makes new folders in the newest schema.
  const database = embeddedDatabase(await startEngine({ dataDir: old }))
  await migrate(
    database,
    listMigrations().filter((m) => m.number <= 7),
    { views: false },
  )
  await database.script(`insert into exchange (id, known_from, kind, status, occurred_on, earliest, latest, states, confirmed)
    select 'x' || n, '2024-01-01', 'call', 'occurred', '2024-01-01', '2024-01-01', null, '{ARN,VAR}', true from generate_series(1, ${rows}) n`)
  await database.close()
  for (let round = 0; round < kills; round++) {
    const folder = join(root, `migrated-${round}`)
    cpSync(old, folder, { recursive: true })
    await killed('migrate', folder, 0, 0, (round * 37) % 300)
    const found = await inRecord(folder, (opened) =>
      opened.query(
        `select (select count(*)::int from exchange) as exchanges, (select count(*)::int from pair where latest = '2024-01-01' and state_a <> state_b) as pairs,
           (select max(number)::int from schema_migration) as schema`,
      ),
    )
    expect(found).toEqual([{ exchanges: rows, pairs: rows, schema: listMigrations().at(-1)!.number }])
    rmSync(folder, { recursive: true })
  }
}, 600_000)

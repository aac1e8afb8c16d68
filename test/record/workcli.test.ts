// `chancery work` as processes: three workers on one server's queue, killed one after the other at work; every document is filed once.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { describeQueue } from '../../src/record/queue.ts'
import { freshDatabase } from './engines.ts'

const root = resolve(import.meta.dirname, '../..')
const server = process.env.CHANCERY_TEST_POSTGRES
const processes: ChildProcess[] = []
afterEach(() => {
  for (const one of processes.splice(0)) one.kill('SIGKILL')
})

function chancery(url: string, words: string[]): { child: ChildProcess; ended: Promise<number | null> } {
  const env = { ...process.env, NO_COLOR: '1', CHANCERY_DATABASE: url }
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', 'work', ...words], {
    cwd: root,
    env,
    stdio: 'ignore',
  })
  processes.push(child)
  return { child, ended: new Promise((done) => child.once('exit', done)) }
}
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

describe.skipIf(!server)('chancery work', () => {
  test('three workers, killed one after the other while they have documents', async () => {
    const own = await freshDatabase(server!)
    const folder = await mkdtemp(join(tmpdir(), 'chancery-work-'))
    const count = 90
    try {
      for (let n = 0; n < count; n++)
        await writeFile(
          join(folder, `${n}.txt`),
          `The foreign minister of France visited Japan on ${1 + (n % 28)} May ${1990 + (n % 30)}, report ${n} said.`,
        )
      expect(await chancery(own.url, ['add', folder]).ended).toBe(0)
      const running = [0, 1, 2].map(() => chancery(own.url, ['--until-empty']))
      const taken = () =>
        own.database.query<{ lease: string }>(
          `select distinct lease from queued where state = 'waiting' and lease is not null`,
        )
      const kills: number[] = []
      const until = Date.now() + 150_000
      while (kills.length < 3 && Date.now() < until) {
        if ((await taken()).length === 0 || running.every(({ child }) => child.exitCode !== null)) {
          await pause(5)
          if ((await describeQueue(own.database)).filed === count) break
          continue
        }
        const victim = running.shift()!
        victim.child.kill('SIGKILL')
        await victim.ended
        kills.push(victim.child.pid!)
        running.push(chancery(own.url, ['--until-empty']))
        // Until the new one is at work too.
        const before = (await describeQueue(own.database)).filed
        while ((await describeQueue(own.database)).filed < Math.min(before + 8, count) && Date.now() < until)
          await pause(20)
      }
      expect(kills.length).toBeGreaterThan(0)
      // As if the five minutes of the dead ones' leases were over.
      for (let turn = 0; turn < 50 && (await describeQueue(own.database)).filed < count; turn++) {
        await own.database.query(`update queued set next_at = now() where state = 'waiting'`)
        if (running.every(({ child }) => child.exitCode !== null))
          running.push(chancery(own.url, ['--until-empty']))
        await pause(2000)
      }
      expect(await describeQueue(own.database)).toMatchObject({ waiting: 0, filed: count, dead: 0 })
      expect(
        await own.database.query(
          `select count(*)::int as documents, (select count(*)::int from ledger where action = 'file') as filings,
             (select count(distinct subject)::int from ledger where action = 'file') as subjects from document`,
        ),
      ).toEqual([{ documents: count, filings: count, subjects: count }])
    } finally {
      for (const one of processes.splice(0)) one.kill('SIGKILL')
      await own.database.close()
      await own.drop()
      await rm(folder, { recursive: true })
    }
  }, 400_000)
})

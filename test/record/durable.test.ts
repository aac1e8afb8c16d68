// The embedded record is not lost: killed writers, a cut of power as far as files can show it, and one owner at a time.
import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, existsSync, fsyncSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Database } from '../../src/record/database.ts'
import { announceAddress, openRecord, ownerOf, RecordInUse } from '../../src/record/open.ts'

/** Kills in a row; the closing notes' long run sets CHANCERY_TEST_KILLS=200. */
const kills = Number(process.env.CHANCERY_TEST_KILLS ?? 3)
const root = mkdtempSync(join(tmpdir(), 'chancery-durable-'))
const folder = join(root, 'record')
const notices: string[] = []
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

let opened: Database[] = []
async function open(at = folder): Promise<Database> {
  const database = await openRecord(at, { template: false, onNotice: (message) => notices.push(message) })
  opened.push(database)
  return database
}

let writer: ChildProcess | undefined
function startWriter(first: number): { acknowledged: number[]; opened: Promise<void>; ended: Promise<void> } {
  const acknowledged: number[] = []
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, 'writer.ts'), folder, String(first)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  writer = child
  let sayOpened: () => void
  const opened = new Promise<void>((resolve) => {
    sayOpened = resolve
  })
  let rest = ''
  child.stdout!.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split('\n')
    rest = lines.pop()!
    for (const line of lines) line === 'open' ? sayOpened() : acknowledged.push(Number(line))
  })
  const ended = new Promise<void>((resolve) => {
    child.on('close', () => resolve())
  })
  return { acknowledged, opened, ended }
}

beforeAll(async () => (await open()).close())
afterEach(async () => {
  for (const database of opened) await database.close()
  opened = []
  if (writer && writer.exitCode === null && writer.signalCode === null) {
    const ended = new Promise((resolve) => writer!.once('close', resolve))
    writer.kill('SIGKILL')
    await ended
  }
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('kill -9', () => {
  test(`${kills} times during filing: what was acknowledged is there, each once, and the record opens`, async () => {
    let next = 0
    const all: number[] = []
    for (let round = 0; round < kills; round++) {
      const run = startWriter(next)
      await run.opened
      while (run.acknowledged.length < 1 + (round % 7)) await pause(2)
      await pause((round * 7) % 23)
      writer!.kill('SIGKILL')
      await run.ended
      all.push(...run.acknowledged)
      next += run.acknowledged.length + 5
    }
    const database = await open()
    const texts = await database.query<{ text: string }>('select text from document')
    const found = texts.map((row) => Number(/Report (\d+)/.exec(row.text)![1]))
    expect(all.length).toBeGreaterThanOrEqual(kills)
    expect(all.filter((n) => !found.includes(n))).toEqual([])
    expect(new Set(found).size).toBe(found.length)
    // No half-filed document: each has its exchange, and each exchange its participants.
    const half = await database.query(
      `select d.id from document d where not exists (select from exchange_claim c join participant p on p.exchange_id = c.exchange_id
         where c.document_id = d.id and p.known_to = 'infinity')`,
    )
    expect(half).toEqual([])
    await database.close()
    expect(notices.at(-1)).toMatch(/ended without closing it; taking over/)
  }, 600_000)
})

describe('a cut of power', () => {
  test('the log is synced before a commit is acknowledged, and a copy of what was synced opens with it', async () => {
    const database = await open()
    await database.script('create table if not exists power (n int)')
    const settings = await database.query<{ name: string; setting: string }>(
      `select name, setting from pg_settings where name in ('fsync', 'wal_sync_method', 'full_page_writes', 'synchronous_commit') order by name`,
    )
    expect(settings.map((s) => s.setting)).toEqual(['on', 'on', 'on', 'fsync'])
    await database.query('insert into power values (1)')
    // The folder as another boot would find it: everything a running engine has on disk, without its shutdown.
    const copy = join(root, 'copy')
    cpSync(folder, copy, { recursive: true })
    await database.close()
    const reopened = await open(copy)
    expect(await reopened.query('select n from power')).toEqual([{ n: 1 }])
    await reopened.close()
  })
})

describe('one owner', () => {
  test('a second opening is refused and names the owner and what to do; after closing it is free', async () => {
    const database = await open()
    await expect(open()).rejects.toThrow(RecordInUse)
    announceAddress(folder, 'http://127.0.0.1:4680')
    const refused = (await open().catch((error: unknown) => error)) as RecordInUse
    expect(refused.owner).toMatchObject({ pid: process.pid, address: 'http://127.0.0.1:4680' })
    expect(ownerOf(folder)?.address).toBe('http://127.0.0.1:4680')
    await database.close()
    expect(ownerOf(folder)).toBeNull()
    expect(existsSync(`${folder}.lock`)).toBe(false)
  })
  test('another process is refused while this one has it', async () => {
    const run = startWriter(500_000)
    await run.opened
    const refused = (await open().catch((error: unknown) => error)) as RecordInUse
    expect(refused).toBeInstanceOf(RecordInUse)
    expect(refused.message).toContain(`process ${writer!.pid}`)
    expect(refused.next).toMatch(/end it|Wait/)
  })
  test('a reused pid, a broken lock and a folder that holds other things', async () => {
    writeFileSync(
      `${folder}.lock`,
      JSON.stringify({
        pid: process.pid,
        started: 'another boot/1',
        host: hostname(),
        openedAt: '',
        address: null,
      }),
    )
    await (await open()).close()
    writeFileSync(`${folder}.lock`, '{"pid": 1')
    await (await open()).close()
    writeFileSync(
      `${folder}.lock`,
      JSON.stringify({ pid: 1, started: null, host: 'another-machine', openedAt: '', address: null }),
    )
    await expect(open()).rejects.toThrow(/another-machine/)
    rmSync(`${folder}.lock`)
    const other = mkdtempSync(join(root, 'other-'))
    writeFileSync(join(other, 'notes.txt'), 'mine')
    await expect(open(other)).rejects.toThrow(/no record/)
    expect(readFileSync(join(other, 'notes.txt'), 'utf8')).toBe('mine')
  })
})

test('PostgreSQL’s fsync is the kernel’s', async () => {
  vi.resetModules()
  let synced = 0
  vi.doMock('node:fs', async (original) => ({
    ...(await original<typeof import('node:fs')>()),
    fsyncSync: (descriptor: number) => {
      synced++
      fsyncSync(descriptor)
    },
  }))
  const { openRecord: openMocked } = await import('../../src/record/open.ts')
  const database = await openMocked(folder, { onNotice: () => {} })
  const before = synced
  await database.query('create table if not exists power (n int)')
  for (let n = 0; n < 5; n++) await database.query('insert into power values (2)')
  expect(synced - before).toBeGreaterThanOrEqual(5)
  await database.close()
  vi.doUnmock('node:fs')
})

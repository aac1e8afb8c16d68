// `chancery doctor` as a process: a sound record is well, one with quotes that no longer stand or a token without end is told of.
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exampleDocument, exchangeOf, inventedKnowledge, readingOf } from '../../test/record/world.ts'
import type { Database } from '../record/database.ts'
import { fileReading } from '../record/filing.ts'
import { openRecord } from '../record/open.ts'
import { seedRecord } from '../record/seed.ts'
import { makeToken } from '../record/tokens.ts'

const root = resolve(import.meta.dirname, '../..')
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chancery-doctor-'))
})
afterAll(() => rm(folder, { recursive: true }))

interface Told {
  well: boolean
  findings: { what: string; state: string; detail: string; next: string }[]
}
const doctor = (location: string): Promise<{ code: number; told: Told }> =>
  new Promise((done) => {
    const words = ['--import', 'tsx', 'src/cli/main.ts', 'doctor', '--json', '--database', location]
    execFile(process.execPath, words, { cwd: root }, (error, stdout) =>
      done({ code: error ? Number(error.code) : 0, told: JSON.parse(stdout) as Told }),
    )
  })
const finding = ({ findings }: Told, what: string) => findings.find((one) => one.what === what)

async function within(location: string, act: (database: Database) => Promise<unknown>): Promise<void> {
  const database = await openRecord(location)
  try {
    await act(database)
  } finally {
    await database.close()
  }
}

test('what is sound, what is to be minded, what is wrong', async () => {
  const location = join(folder, 'record')
  const text = 'Ilma Dorst came to Porto Vardo on Monday.'
  await within(location, async (database) => {
    await seedRecord(database, inventedKnowledge())
    const reading = readingOf([exchangeOf(text, 'Ilma Dorst')])
    await fileReading(database, { document: exampleDocument(text), reading, reader: 'test 1' })
  })
  const sound = await doctor(location)
  expect([sound.code, sound.told.well]).toEqual([0, true])
  expect(finding(sound.told, 'evidence')?.state).toBe('well')

  await within(location, (database) =>
    makeToken(database, 'nightly', '2030-01-01T00:00:00Z', { scope: 'editor' }),
  )
  const minded = await doctor(location)
  expect(minded.code).toBe(0)
  expect(finding(minded.told, 'access')).toMatchObject({
    state: 'mind',
    detail: expect.stringContaining('nightly'),
  })

  await within(location, (database) =>
    database.query(`update document set text = 'Somebody else came.', text_hash = 'another'`),
  )
  const wrong = await doctor(location)
  expect([wrong.code, wrong.told.well]).toEqual([1, false])
  expect(finding(wrong.told, 'evidence')).toMatchObject({
    state: 'wrong',
    next: expect.stringContaining('backup'),
  })
}, 180_000)

test('a server that is away is a finding, not a crash', async () => {
  const { code, told } = await doctor('postgres://nobody@127.0.0.1:1/nothing')
  expect([code, told.well]).toEqual([1, false])
  expect(finding(told, 'record')).toMatchObject({
    state: 'wrong',
    detail: expect.stringContaining('cannot reach'),
  })
}, 60_000)

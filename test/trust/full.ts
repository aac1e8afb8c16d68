// Fills a small disk of its own with an embedded record, makes room, and says what is left. Runs where it may mount: `unshare -rm node --import tsx full.ts FOLDER`.
import { execFileSync, spawnSync } from 'node:child_process'
import { statfsSync } from 'node:fs'
import { join } from 'node:path'
import { fileReading } from '../../src/record/filing.ts'
import { openRecord } from '../../src/record/open.ts'
import { seedRecord } from '../../src/record/seed.ts'
import { exampleDocument, inventedKnowledge, readingOf } from '../record/world.ts'
import { missedDocuments } from './killing.ts'

const disk = process.argv[2]!
const location = join(disk, 'record')
const mount = (...words: string[]): void => void execFileSync('mount', [...words, 'tmpfs', disk])
const remount = (bytes: number): void => void execFileSync('mount', ['-o', `remount,size=${bytes}`, disk])
const used = (): number => {
  const { blocks, bfree, bsize } = statfsSync(disk)
  return (blocks - bfree) * bsize
}

mount('-t', 'tmpfs', '-o', 'size=600m')
const database = await openRecord(location, { template: false })
await seedRecord(database, inventedKnowledge())
await database.close()

remount(used() + 3_000_000)
const filler = spawnSync(
  process.execPath,
  ['--import', 'tsx', join(import.meta.dirname, 'killed.ts'), 'ingest', location],
  { encoding: 'utf8' },
)
const acknowledged = filler.stdout.split('\n').slice(1, -1).map(Number)

remount(600_000_000)
const again = await openRecord(location, { template: false, onNotice: () => {} })
const missed = await missedDocuments(again, acknowledged)
const [{ n }] = (await again.query<{ n: number }>('select count(*)::int as n from document')) as [
  { n: number },
]
await fileReading(again, {
  document: exampleDocument('Dorst visited Vardia.'),
  reading: readingOf([]),
  reader: 'r',
})
const goesOn = (await again.query('select from document')).length === n + 1
await again.close()
console.log(
  JSON.stringify({
    acknowledged: acknowledged.length,
    kept: n,
    missed,
    goesOn,
    ended: filler.status,
    said: filler.stderr.slice(0, 2500),
  }),
)

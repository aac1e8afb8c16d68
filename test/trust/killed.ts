// A process that is killed at its work, that is its purpose. Run: tsx killed.ts ingest|review|migrate LOCATION [FIRST].
// It says "open", then each thing it has done once that is acknowledged: documents filed, corrections made, the schema brought up to date.
import { writeSync } from 'node:fs'
import { ingestAll } from '../../src/ingest.ts'
import { openFolder } from '../../src/record/folder.ts'
import { isServer } from '../../src/record/location.ts'
import { migrate } from '../../src/record/migrations.ts'
import { openRecord } from '../../src/record/open.ts'
import { correctExchange } from '../../src/record/review.ts'
import { serverDatabase } from '../../src/record/server.ts'
import { inventedReader } from '../record/reports.ts'
import { inventedKnowledge } from '../record/world.ts'

const [work, location, first = '0'] = process.argv.slice(2)
const say = (line: string | number): void => void writeSync(1, `${line}\n`)
const open = () => openRecord(location!, { template: false })

function* reports(from: number) {
  for (let n = from; ; n++)
    yield { title: String(n), text: `Report ${n}: Ilma Dorst visited Vardia in those days.` }
}

async function ingest(): Promise<void> {
  const context = { database: await open(), reader: inventedReader, knowledge: inventedKnowledge() }
  say('open')
  for await (const outcome of ingestAll(context, reports(Number(first)), 4)) {
    if (!outcome.ok) throw outcome.error
    say(outcome.title!)
  }
}

async function review(): Promise<void> {
  const database = await open()
  say('open')
  for (let n = Number(first); ; n++) {
    const value = `Town ${n}`
    await correctExchange(
      database,
      { exchange: 'ev-1', property: 'place', value, reason: 'seen', source: null },
      `reviewer ${n}`,
    )
    say(n)
  }
}

/** Says that it is open before it migrates: what is killed is the migration, not the start. */
async function bringForward(): Promise<void> {
  const connect = isServer(location!) ? serverDatabase : (folder: string) => openFolder(folder, {})
  const database = await connect(location!)
  say('open')
  await migrate(database)
  say(0)
  await database.close()
}

await { ingest, review, migrate: bringForward }[work as 'ingest']()

// A process that is killed at its work, that is its purpose. Run: tsx killed.ts review|migrate FOLDER [FIRST].
// `review` corrects one exchange again and again and says each correction once it is acknowledged; `migrate` brings an old record up to date.
import { writeSync } from 'node:fs'
import { openFolder } from '../../src/record/folder.ts'
import { migrate } from '../../src/record/migrations.ts'
import { openRecord } from '../../src/record/open.ts'
import { correctExchange } from '../../src/record/review.ts'

const [work, folder, first = '0'] = process.argv.slice(2)
const say = (line: string | number): void => void writeSync(1, `${line}\n`)

async function review(): Promise<void> {
  const database = await openRecord(folder!, { template: false })
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

async function bringForward(): Promise<void> {
  const database = await openFolder(folder!, { template: false })
  say('open')
  await migrate(database)
  say(0)
  await database.close()
}

await (work === 'review' ? review() : bringForward())

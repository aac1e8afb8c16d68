// A process that files documents into an embedded record and says each one on stdout once it is acknowledged.
// Run: tsx writer.ts FOLDER FIRST [COUNT]. Ends itself when killed, that is its purpose.
import { writeSync } from 'node:fs'
import { fileReading } from '../../src/record/filing.ts'
import { openRecord } from '../../src/record/open.ts'
import { seedRecord } from '../../src/record/seed.ts'
import { exampleDocument, exchangeOf, inventedKnowledge, readingOf } from './world.ts'

const [folder, first = '0', count = '100000'] = process.argv.slice(2)
const database = await openRecord(folder!, { template: false })
await seedRecord(database, inventedKnowledge())
writeSync(1, 'open\n')
for (let n = Number(first); n < Number(first) + Number(count); n++) {
  const text = `Report ${n}: Ilma Dorst visited Vardia in those days.`
  const day = new Date(Date.UTC(2000, 0, 1 + 10 * n)).toISOString().slice(0, 10)
  await fileReading(database, {
    document: exampleDocument(text),
    reading: readingOf([exchangeOf(text, 'Ilma Dorst', { date: day })]),
    reader: 'writer',
  })
  writeSync(1, `${n}\n`)
}
await database.close()

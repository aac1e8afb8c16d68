// Asks a record in memory one question: `npx tsx examples/ask.ts`.
import { ask, contextFor, loadKnowledge, openRecord, seedRecord } from '../src/index.ts'

const knowledge = loadKnowledge()
const database = await openRecord(':memory:')
await seedRecord(database, knowledge)
const answer = await ask(contextFor(database, knowledge), 'highest', {
  from: 'Russia',
  to: 'DPRK',
  since: '2019',
})
console.log(answer.summary)
for (const row of answer.denominator.rows)
  console.log(`  ${row.date}  ${row.label}  [${row.citations.join(',')}]`)
await database.close()

// Asks a record that is served: `chancery serve`, then `npx tsx examples/client.ts http://127.0.0.1:4680`.
// In your own project: import { connect } from 'chancery/client'
import { connect } from '../src/http/client.ts'

const chancery = connect(process.argv[2] ?? 'http://127.0.0.1:4680')
const answer = await chancery.ask('highest', { from: 'China', to: 'North Korea', since: '2019-06-22' })
console.log(answer.summary)
for (const { number, publisher, url } of answer.citations)
  console.log(`  [${number}] ${publisher ?? ''} ${url ?? ''}`)

let visits = 0
for await (const exchange of chancery.exchanges({ from: 'CHN', to: 'PRK', kind: 'visit' }))
  if (exchange.confirmed) visits++
console.log(`${visits} visits with a source.`)

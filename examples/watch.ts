// Keeps a question, files a document, and prints what is new: `npx tsx examples/watch.ts http://127.0.0.1:4680`.
import { connect } from '../src/http/client.ts'

const chancery = connect(process.argv[2] ?? 'http://127.0.0.1:4680')
const watch = await chancery.watch({
  question: 'last',
  input: { from: 'New Zealand', to: 'Finland' },
  condition: 'first',
})
console.log(`Now: ${watch.now}`)
await chancery.file({
  text: 'The Foreign Minister of New Zealand visited Finland on 4 March 2025.',
  title: 'An invented visit',
  publishedOn: '2025-03-05',
})
await chancery.call('POST', '/api/watches/run', { id: watch.id })
for (const firing of await chancery.firings(watch.id)) console.log(`${firing.day}: ${firing.what}`)
await chancery.unwatch(watch.id)

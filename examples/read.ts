// Reads one text and prints what it says: `npx tsx examples/read.ts`.
import { loadKnowledge, loadModel, makeReader } from '../src/index.ts'

const reader = makeReader({ knowledge: loadKnowledge(), model: loadModel() })
const reading = reader.read({
  id: 'example',
  text: 'Foreign Minister Ana Belkor of Norway arrived in Paris on Monday for a two-day visit. She will meet President Ivo Tarn on Tuesday.',
  publishedOn: '2031-05-05',
})
for (const { kind, status, date, participants } of reading.exchanges)
  console.log(kind, status, date, participants.map((p) => `${p.name} (${p.role})`).join(', '))

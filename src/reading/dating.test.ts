// Dates of exchanges from the time words beside their trigger, read whole.
import { expect, test } from 'vitest'
import { loadKnowledge } from '../knowledge/knowledge.ts'
import { loadModel } from '../knowledge/models.ts'
import { makeReader } from './read.ts'

const reader = makeReader({ knowledge: loadKnowledge(), model: loadModel() })
const dates = (text: string): (string | null)[] =>
  reader.read({ id: 'x', text, publishedOn: '2024-04-10' }).exchanges.map((x) => x.date)

test.each([
  [
    'Foreign Minister Ana Belkor of Norway arrived in Paris on Monday for a two-day visit.',
    ['2024-04-08/2024-04-09'],
  ],
  [
    'Foreign Minister Ana Belkor of Norway began a two-day visit to Paris on April 8.',
    ['2024-04-08/2024-04-09'],
  ],
  ['Foreign Minister Ana Belkor of Norway arrived in Paris on Monday.', ['2024-04-08/..']],
  [
    'Norwegian Prime Minister Ana Belkor will arrive in Paris on 6 May for a three-day visit.',
    ['2024-05-06/2024-05-08'],
  ],
])('%s', (text, expected) => expect(dates(text)).toEqual(expected))

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

/** Published on Wednesday, 7 May 2031; "kind date" of every exchange. */
const told = (text: string): string[] =>
  reader.read({ id: 'x', text, publishedOn: '2031-05-07' }).exchanges.map((x) => `${x.kind} ${x.date}`)

test.each([
  // the week is that of the talks, not of the arrival it counts from
  [
    'Peruvian Foreign Minister Ana Belkor visited Chile on April 14. The week before Belkor arrived, Peru and Chile held talks on fishing.',
    ['visit 2031-04-14', 'talks 2031-04-07/2031-04-13'],
  ],
  [
    'Peruvian Foreign Minister Ana Belkor put off a visit to Chile that had been due to start on 5 March.',
    ['visit 2031-03-05/..'],
  ],
  [
    'The annual summit of Peru and Chile, last held by video in September 2030, may not take place.',
    ['summit 2030-09'],
  ],
  [
    'Peruvian Foreign Minister Ana Belkor has not set foot in Europe since November 2030, when she was in Athens.',
    ['visit 2030-11'],
  ],
  [
    'Peruvian Foreign Minister Ana Belkor arrived in Chile on May 1, toured a port and left on Sunday.',
    ['visit 2031-05-01/2031-05-04'],
  ],
  [
    'Peruvian Foreign Minister Ana Belkor landed in Chile on Tuesday; she stays until Friday.',
    ['visit 2031-05-06/2031-05-09'],
  ],
  [
    'Chilean President Ilo Marrent received Peruvian Foreign Minister Ana Belkor on Tuesday, before she flew to Bolivia.',
    ['meeting 2031-05-06', 'visit null'],
  ],
  [
    'Officials said on Monday that Peruvian Foreign Minister Ana Belkor would visit Chile on Friday.',
    ['visit 2031-05-09'],
  ],
])('%s', (text, expected) => expect(told(text)).toEqual(expected))

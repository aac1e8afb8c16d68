// Itineraries told by "take in" and "take … to".
import { expect, test } from 'vitest'
import { loadKnowledge } from '../../knowledge/knowledge.ts'
import { loadModel } from '../../knowledge/models.ts'
import { makeReader } from '../read.ts'

const reader = makeReader({ knowledge: loadKnowledge(), model: loadModel() })
const hosts = (text: string) =>
  reader
    .read({ id: 't', text, publishedOn: '2031-05-07' })
    .exchanges.filter((x) => x.kind === 'visit')
    .map((x) => x.host)

test.each([
  [
    'In March the Peruvian foreign minister, Ana Belkor, took in Chile, Bolivia and Uruguay.',
    ['CHL', 'BOL', 'URY'],
  ],
  [
    'Ana Belkor is the Peruvian foreign minister. The following summer took her to Chile and Bolivia.',
    ['CHL', 'BOL'],
  ],
  ['Peruvian Foreign Minister Ana Belkor took part in a debate about Chile.', []],
  ['Peruvian Foreign Minister Ana Belkor took office in March.', []],
])('%s', (text, expected) => expect(hosts(text)).toEqual(expected))

// Several occasions in one telling, each with its own day, place and counterpart.
import { describe, expect, test } from 'vitest'
import { loadKnowledge } from '../knowledge/knowledge.ts'
import { loadModel } from '../knowledge/models.ts'
import { makeReader } from './read.ts'

const reader = makeReader({ knowledge: loadKnowledge(), model: loadModel() })

/** "kind status date host: family names" of every exchange; published on a Wednesday. */
const told = (text: string): string[] =>
  reader
    .read({ id: 't', text, publishedOn: '2031-05-07' })
    .exchanges.map(
      ({ kind, status, date, host, participants }) =>
        `${kind} ${status} ${date} ${host}: ${participants.map(({ name }) => name?.split(' ').at(-1)).join(', ')}`,
    )

describe('one verb, several occasions', () => {
  test.each([
    [
      'Peruvian President Ana Belkor met Kenyan President Oru Tamm in March and Ghanaian President Kofi Dell in April.',
      ['meeting occurred 2031-03 null: Belkor, Tamm', 'meeting occurred 2031-04 null: Belkor, Dell'],
    ],
    [
      'Peruvian President Ana Belkor has met Kenyan President Oru Tamm twice, in Accra in March and in Santiago last month.',
      ['meeting occurred 2031-03 GHA: Belkor, Tamm', 'meeting occurred 2031-04 CHL: Belkor, Tamm'],
    ],
    [
      'Peruvian President Ana Belkor has been to Kenya three times: in 2028, 2029 and last March.',
      [
        'visit occurred 2028 KEN: Belkor',
        'visit occurred 2029 KEN: Belkor',
        'visit occurred 2031-03 KEN: Belkor',
      ],
    ],
    [
      'Peruvian President Ana Belkor will be received by King Oru Tamm in Nairobi on Friday and by President Kofi Dell in Accra on Saturday.',
      ['meeting announced 2031-05-09 KEN: Belkor, Tamm', 'meeting announced 2031-05-10 GHA: Belkor, Dell'],
    ],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected))
})

test('two days in a row are one occasion', () =>
  expect(
    told('Peruvian President Ana Belkor met Kenyan President Oru Tamm on Monday and Tuesday.'),
  ).toHaveLength(1))

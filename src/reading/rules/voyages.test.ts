// Visits told without a verb of going.
import { describe, expect, test } from 'vitest'
import { loadKnowledge } from '../../knowledge/knowledge.ts'
import { loadModel } from '../../knowledge/models.ts'
import { makeReader } from '../read.ts'

const reader = makeReader({ knowledge: loadKnowledge(), model: loadModel() })

/** "kind status date host: family names" of every exchange; published on a Wednesday. */
const told = (text: string): string[] =>
  reader
    .read({ id: 't', text, publishedOn: '2031-05-07' })
    .exchanges.map(
      ({ kind, status, date, host, participants }) =>
        `${kind} ${status} ${date} ${host}: ${participants.map(({ name }) => name?.split(' ').at(-1)).join(', ')}`,
    )

describe('a visit without a verb of going', () => {
  test.each([
    [
      "Peruvian President Ana Belkor's first foreign trip, in March, was to Santiago.",
      'visit occurred 2031-03 CHL: Belkor',
    ],
    [
      'Peruvian President Ana Belkor chose Chile for her first trip abroad, in March.',
      'visit occurred 2031-03 CHL: Belkor',
    ],
    ['No Chilean president had come to Lima since Ilo Marrent in 1996.', 'visit occurred 1996 PER: Marrent'],
    [
      'Peruvian Foreign Minister Ana Belkor made her way to Nairobi on Monday.',
      'visit occurred 2031-05-05 KEN: Belkor',
    ],
    [
      'Peruvian Foreign Minister Ana Belkor will continue to Accra on Friday.',
      'visit announced 2031-05-09/.. GHA: Belkor',
    ],
  ])('%s', (text, expected) => expect(told(text)).toEqual([expected]))
})

test('a tour that includes states is a visit to each', () =>
  expect(
    told(
      'Peruvian President Ana Belkor set out on Monday on a tour of Africa that includes Kenya and Ghana.',
    ).map((line) => line.split(' ')[3]),
  ).toEqual(['KEN:', 'GHA:']))

test.each([
  'Peruvian President Ana Belkor made concessions to Kenya on Monday.',
  'The exhibition takes in works from Kenya and Ghana.',
])('no visit: %s', (text) => expect(told(text)).toEqual([]))

describe('where the sentence does not say it, or says it behind a colon', () => {
  test.each([
    [
      'Peruvian Foreign Minister Ana Belkor opens every year with a journey to Africa, and she kept to the custom in January: Kenya and Ghana.',
      ['visit occurred 2031-01 KEN: Belkor', 'visit occurred 2031-01 GHA: Belkor'],
    ],
    [
      'Peruvian President Ana Belkor visited Nairobi in March. Chilean President Ilo Marrent paid a state visit from April 9 to April 11.',
      ['visit occurred 2031-03 KEN: Belkor', 'visit occurred 2031-04-09/2031-04-11 KEN: Marrent'],
    ],
    [
      'Peruvian President Ana Belkor visited Nairobi in March. Two weeks later came Chilean President Ilo Marrent.',
      ['visit occurred 2031-03 KEN: Belkor', 'visit occurred null KEN: Marrent'],
    ],
    [
      'Kenyan Foreign Minister Oru Tamm will pay an official visit to Peru on Friday at the invitation of his counterpart Ana Belkor.',
      ['visit announced 2031-05-09 PER: Tamm'],
    ],
    [
      'Peruvian President Ana Belkor was in Nairobi last week, with Kenyan President Oru Tamm and then with Kenyan Foreign Minister Kofi Dell on Friday.',
      [
        'visit occurred 2031-04-28/2031-05-04 KEN: Belkor',
        'meeting occurred 2031-05-02 KEN: Belkor, Tamm',
        'meeting occurred 2031-05-02 KEN: Belkor, Dell',
      ],
    ],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected))
})

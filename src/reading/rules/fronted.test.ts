// Phrases that open a sentence or stand between commas, those who are sent, what is written, pronouns for the one told before.
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

describe('who an opening or apposed phrase is about', () => {
  test.each([
    [
      'Fresh from a visit to Peru, Kenyan President Oru Tamm met Chilean President Ilo Marrent on Monday.',
      ['visit occurred null PER: Tamm', 'meeting occurred 2031-05-05 null: Tamm, Marrent'],
    ],
    [
      'Having met Peruvian President Ana Belkor on Monday, Kenyan President Oru Tamm flew to Accra on Tuesday.',
      ['meeting occurred 2031-05-05 null: Tamm, Belkor', 'visit occurred 2031-05-06 GHA: Tamm'],
    ],
    [
      'Peruvian President Ana Belkor, on a visit to Kenya, said that trade would grow.',
      ['visit occurred null KEN: Belkor'],
    ],
    [
      'At a summit in Accra in March, Kenyan President Oru Tamm met Peruvian President Ana Belkor.',
      ['meeting occurred 2031-03 GHA: Tamm, Belkor'],
    ],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected))
})

describe('who meets where the sentence names them elsewhere', () => {
  test.each([
    [
      'In a phone call on Monday, Peruvian Foreign Minister Ana Belkor told Kenyan counterpart Oru Tamm that trade would grow.',
      'call occurred 2031-05-05 null: Belkor, Tamm',
    ],
    [
      'Peruvian Foreign Minister Ana Belkor told Kenyan President Oru Tamm during a meeting in Nairobi on Monday that trade would grow.',
      'meeting occurred 2031-05-05 KEN: Belkor, Tamm',
    ],
    [
      'At their meeting in Nairobi on Monday, Peruvian Foreign Minister Ana Belkor and Kenyan President Oru Tamm agreed on trade.',
      'meeting occurred 2031-05-05 KEN: Belkor, Tamm',
    ],
    [
      'The meeting was attended by Kenyan President Oru Tamm, Peruvian President Ana Belkor and Chilean President Ilo Marrent.',
      'meeting occurred null null: Tamm, Belkor, Marrent',
    ],
    [
      'Kenyan Foreign Minister Oru Tamm, Republic of Korea (ROK) Minister Ilo Marrent and Peruvian Minister Ana Belkor met in Lima on Monday.',
      'meeting occurred 2031-05-05 PER: Tamm, Marrent, Belkor',
    ],
  ])('%s', (text, expected) => expect(told(text)).toEqual([expected]))
})

test('a second traveller needs no verb of his own', () =>
  expect(
    told(
      'Peruvian Foreign Minister Ana Belkor was in Nairobi in March and Kenyan Foreign Minister Oru Tamm in Lima in April.',
    ),
  ).toEqual(['visit occurred 2031-03 KEN: Belkor', 'visit occurred 2031-04 PER: Tamm']))

describe('those who are sent, and what is written', () => {
  test.each([
    [
      'Kenyan President Oru Tamm sent Foreign Minister Kofi Dell to Lima in March.',
      'visit occurred 2031-03 PER: Dell',
    ],
    [
      'Kenyan President Oru Tamm wrote to Peruvian President Ana Belkor on Monday.',
      'message occurred 2031-05-05 null: Tamm, Belkor',
    ],
    [
      'Kenyan President Oru Tamm congratulated Peruvian President Ana Belkor by telegram on Monday.',
      'message occurred 2031-05-05 null: Tamm, Belkor',
    ],
    ['Talks between Kenya and Peru planned for Friday were cancelled.', 'talks cancelled 2031-05-09 null: '],
    [
      'Kenyan President Oru Tamm was due in Lima on Friday but has called off the trip.',
      'visit cancelled 2031-05-09 PER: Tamm',
    ],
  ])('%s', (text, expected) => expect(told(text)).toEqual([expected]))
})

test('"her" is the one told of before, and talks that "there were" are with the guest', () =>
  expect(
    told(
      'Peruvian Foreign Minister Ana Belkor flew to Nairobi on Monday. President Oru Tamm received her the next day. On Friday there will be talks with Kenyan Defence Minister Kofi Dell.',
    ).slice(1),
  ).toEqual([
    'meeting occurred 2031-05-06 KEN: Belkor, Tamm',
    'talks announced 2031-05-09 KEN: Belkor, Dell',
  ]))

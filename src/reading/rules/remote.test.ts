// Talks told by their length or their wire, and officials without a name.
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

describe('by length or by wire', () => {
  test.each([
    [
      'On Tuesday Peruvian President Ana Belkor had two hours with Chilean President Ilo Marrent.',
      'meeting occurred 2031-05-06 null: Belkor, Marrent',
    ],
    [
      'Peruvian President Ana Belkor briefed Chilean President Ilo Marrent by telephone on Monday.',
      'call occurred 2031-05-05 null: Belkor, Marrent',
    ],
    [
      'Peruvian President Ana Belkor spoke to Chilean President Ilo Marrent twice in March.',
      'call occurred 2031-03 null: Belkor, Marrent',
    ],
    [
      'In Nairobi, on Tuesday, Chilean President Oru Tamm was received by the Kenyan president, Ana Belkor.',
      'meeting occurred 2031-05-06 KEN: Tamm, Belkor',
    ],
    [
      'Peruvian Foreign Minister Ana Belkor called on Monday on Chilean President Ilo Marrent.',
      'meeting occurred 2031-05-05 null: Belkor, Marrent',
    ],
  ])('%s', (text, expected) => expect(told(text)).toEqual([expected]))
})

describe('officials without a name stand for their state or the host', () => {
  test.each([
    [
      'Peruvian Foreign Minister Ana Belkor met senior Kenyan officials on Monday.',
      'meeting occurred 2031-05-05 null: Belkor, ',
    ],
    [
      'Peruvian Foreign Minister Ana Belkor met with local officials in Nairobi on Monday.',
      'meeting occurred 2031-05-05 KEN: Belkor',
    ],
  ])('%s', (text, expected) => expect(told(text)).toEqual([expected]))
})

test('leaders of business and of civil society stand for no state', () =>
  expect(
    told('Peruvian Foreign Minister Ana Belkor met with business leaders in Nairobi on Monday.'),
  ).toEqual([]))

describe('a body of several states', () => {
  test.each([
    ['European Union foreign ministers met in Brussels on Monday.', 'meeting occurred 2031-05-05 BEL: '],
    ['The ASEAN summit will be held in Jakarta on Friday.', 'summit announced 2031-05-09 IDN: ASEAN'],
    [
      'Peruvian President Ana Belkor will attend the ASEAN summit in Jakarta on Friday.',
      'summit announced 2031-05-09 IDN: Belkor, ASEAN',
    ],
  ])('%s', (text, expected) => expect(told(text)).toEqual([expected]))
})

test('the day counts before the year that holds it', () =>
  expect(
    told(
      'Kenyan Foreign Minister Oru Tamm and Peruvian Foreign Minister Ana Belkor met for the third time this year on Monday.',
    ),
  ).toEqual(['meeting occurred 2031-05-05 null: Tamm, Belkor']))

// Claims by kind, with the window, the level and the tense they carry; and sentences that claim nothing.
import { describe, expect, test } from 'vitest'
import { loadKnowledge } from '../knowledge/knowledge.ts'
import { makeReader } from './read.ts'
import type { Genre, TextClaim } from './reading.ts'

const reader = makeReader({ knowledge: loadKnowledge(), model: null })
const claims = (text: string, genre: Genre = 'news'): TextClaim[] =>
  reader.read({ id: 't', text, genre, publishedOn: '2024-04-10' }).claims

describe('kinds', () => {
  test.each<[string, TextClaim['kind']]>([
    [
      'Amara Okello will be the highest-ranking Ugandan official to visit since the embassy burned down.',
      'superlative',
    ],
    ['He is the most senior Peruvian visitor in nearly a decade.', 'superlative'],
    ['No other foreign envoy has seen the king so often.', 'superlative'],
    ['No Peruvian president has set foot in Uganda since 2009.', 'last-time'],
    ['She has not been to the country since 2019.', 'last-time'],
    ['The two leaders last met in Lima in 2012.', 'last-time'],
    ['Amara Okello, on her first trip to Peru as minister, saw the port.', 'first-time'],
    ['It was the first visit by a Peruvian president in 20 years.', 'first-time'],
    ['The premier had never visited the islands.', 'first-time'],
    ['Since then Peru has fallen well behind Chile in exchanges with Uganda.', 'pace'],
    ['The minister has flown in four times this year.', 'pace'],
    ['It is her third trip to the region as president.', 'pace'],
    ['On May 3, the same day the king landed in Lima, the premier sent his deputy to Quito.', 'coincidence'],
    ['The envoy was dining when news broke that the treaty had been torn up.', 'coincidence'],
    ['The Peruvian readout said nothing about fish.', 'omission'],
    ['None of the communiques mentioned the border.', 'omission'],
    ['The king, who seldom receives ministers, gave him an hour.', 'norm-exception'],
    ['He made an exception for the envoy from Quito.', 'norm-exception'],
    ['Newspapers have speculated that the envoy brought a letter.', 'hypothesis'],
    ['The tour could signal a new warmth between the two.', 'hypothesis'],
  ])('%s', (text, kind) => {
    expect(claims(text).map((claim) => claim.kind)).toContain(kind)
    const claim = claims(text).find((each) => each.kind === kind)!
    expect(text.slice(claim.start, claim.end)).toBe(claim.exact)
  })
})

describe('what claims nothing', () => {
  test.each([
    'The first half of the year was quiet.',
    'The First Deputy Prime Minister met the envoy.',
    'He will phone her on Friday, the same day.',
    'They met on Monday and signed a treaty.',
    'At first the envoy was silent, then the rain stopped.',
  ])('%s', (text) => {
    expect(claims(text).map((claim) => claim.kind)).toEqual([])
  })
  test('what an official is quoted as claiming is no claim of the text', () => {
    expect(
      claims('“This is the first visit by a king in 20 years,” Foreign Minister Amara Okello said.'),
    ).toEqual([])
  })
  test('courtesies of an official text are none', () => {
    expect(
      claims('The minister said it was a rare meeting of friends, even as it rained.', 'readout'),
    ).toEqual([])
  })
})

describe('fields', () => {
  test('guest before host, level, window and tense', () => {
    const [claim] = claims('No Peruvian foreign minister has been to Uganda since 2009.')
    expect(claim).toMatchObject({
      kind: 'last-time',
      states: ['PER', 'UGA'],
      level: 5,
      exchangeKind: 'visit',
      ahead: false,
      window: { exact: 'since 2009', interval: '2009/2024-04-10', sinceEvent: null },
    })
  })
  test('a window that opens with an event keeps its words', () => {
    const [claim] = claims('She will be the most senior visitor since the embassy burned down.')
    expect(claim).toMatchObject({
      ahead: true,
      window: { interval: null, sinceEvent: 'the embassy burned down' },
    })
  })
  test.each([
    ['It was the first visit by a Peruvian president in 20 years.', '2004-04-10/2024-04-10'],
    ['He is the most senior Peruvian visitor in nearly a decade.', '2014-04-10/2024-04-10'],
  ])('%s looks back to %s', (text, interval) => {
    expect(claims(text)[0]!.window!.interval).toBe(interval)
  })
})

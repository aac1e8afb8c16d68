// The head of a text: date, title, genre and side.
import { describe, expect, test } from 'vitest'
import { loadKnowledge } from '../knowledge/knowledge.ts'
import { makeReader } from './read.ts'

const reader = makeReader({ knowledge: loadKnowledge(), model: null })
const head = (text: string, publisher?: string) =>
  reader.read({ id: 't', text, publisher: publisher ?? null }).document

describe('day of publication', () => {
  test.each<[string, string | null]>([
    ['Bridges over the lake\n\n10 November 2023\n\nThe ministers met on Monday.', '2023-11-10'],
    ['Bridges over the lake\n\nApril 10, 2024\n\nThe ministers met on Monday.', '2024-04-10'],
    ['THE LAKE CABLE – Tuesday, 21 February 2023\n\nThe ministers met on Monday.', '2023-02-21'],
    ['Bridges over the lake\n\nLIMA, June 13, 2019 (Wire) - The ministers met on Monday.', '2019-06-13'],
    ['The ministers met on 3 May 2019 and signed a pact.', null],
    ['Visitor\tPlace\tDate\nThe king\tLima\tJune 24, 2008', null],
  ])('%s', (text, day) => {
    expect(head(text).publishedOn).toBe(day)
  })
})

test.each<[string, string | null]>([
  [
    'Bridges over the lake\n\nThe ministers met on Monday and spoke about the weather.',
    'Bridges over the lake',
  ],
  ['The ministers met on Monday.\n\nThey signed the pact and went home.', null],
])('title of %s', (text, title) => {
  expect(head(text).title).toBe(title)
})

test.each([
  [
    'Telephone conversation with President of Peru\nThe President had a telephone conversation with the President of Peru. They discussed trade.',
    'readout',
  ],
  [
    'Minister’s Travel to Peru\nThe Minister will travel to Lima on May 3 to meet with her counterpart.',
    'announcement',
  ],
  [
    'Joint Statement of Peru and Chile\nWe, the leaders of Peru and Chile, met today. We reaffirm our friendship. We welcome the bridge.',
    'communique',
  ],
  [
    'Regular Press Briefing\nQUESTION: Will she come?\nMR BRANDT: No.\nQUESTION: Why?\nMR BRANDT: Rain.',
    'press-briefing',
  ],
  [
    'Timeline of visits\n\n3 May 2019. The king comes.\n\n4 June 2019. He leaves.\n\n5 July 2019. He writes.',
    'chronology',
  ],
  ['LIMA - The premier said on Monday she would come. "We shall see," a diplomat said on Tuesday.', 'news'],
])('genre of %s is %s', (text, genre) => {
  expect(head(text).genre).toBe(genre)
})

test('a side is told by the publisher, or by the press office that signs', () => {
  expect(
    head('The ministers met on Monday. They discussed fish.', 'Ministry of Foreign Affairs of Peru').side,
  ).toBe('PER')
  expect(
    head(
      'Meeting with the Minister\nOffice of the Spokesperson\nThe Secretary met with the Minister today. They discussed fish.',
    ).side,
  ).toBe('USA')
  expect(head('LIMA - The premier said on Monday she would come.').side).toBeNull()
})

// The programme of a tour: who is met at each stop, named after "including", far below the sentence that announces it.
import { expect, test } from 'vitest'
import { loadKnowledge } from '../knowledge/knowledge.ts'
import { loadModel } from '../knowledge/models.ts'
import { makeReader } from './read.ts'

const reader = makeReader({ knowledge: loadKnowledge(), model: loadModel() })
const read = (text: string) => reader.read({ id: 't', text, publishedOn: '2031-05-07' }).exchanges
const opening = 'Peruvian Foreign Minister Ana Belkor will travel to Chile and Bolivia from May 12 to 15. '

test.each([
  [
    'In Santiago, Minister Belkor will meet with Chilean officials, including President Ilo Marrent.',
    ['Ilo Marrent'],
  ],
  [
    'Also in Santiago, Minister Belkor will meet with Chilean leaders, including President Ilo Marrent and Foreign Minister Teo Quandt.',
    ['Ilo Marrent', 'Teo Quandt'],
  ],
])('%s', (sentence, names) => {
  const meetings = read(opening + sentence).filter((x) => x.kind === 'meeting')
  expect(meetings.map((x) => x.participants.find((p) => p.role === 'host')?.name)).toEqual(names)
  for (const meeting of meetings)
    expect([meeting.host, meeting.place, meeting.date, meeting.partOf]).toEqual([
      'CHL',
      'Santiago',
      '2031-05-12/2031-05-15',
      'x1',
    ])
})

test('a stop told far below the announcement has its days and is part of its leg', () => {
  const between = 'The region trades more every year. '.repeat(9)
  const found = read(`${opening}${between}In Santiago, Minister Belkor will meet with President Ilo Marrent.`)
  expect(found.find((x) => x.kind === 'meeting')).toMatchObject({
    date: '2031-05-12/2031-05-15',
    partOf: 'x1',
  })
})

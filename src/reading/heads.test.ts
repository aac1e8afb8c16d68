// Days that stand over the paragraphs below them: a chronology's headings, sections headed by place and day.
import { expect, test } from 'vitest'
import { loadKnowledge } from '../knowledge/knowledge.ts'
import { loadModel } from '../knowledge/models.ts'
import { makeReader } from './read.ts'

const { read } = makeReader({ knowledge: loadKnowledge(), model: loadModel() })
const told = (text: string, publishedOn: string | null = null): string[] =>
  read({ id: 't', text, publishedOn }).exchanges.map(
    (x) => `${x.kind} ${x.status} ${x.date} ${x.participants.map((p) => p.name)}`,
  )

test('days alone on their lines date the entries below, and none of them is the day of publication', () => {
  const text = `Monday, MARCH 3, 2031
- Foreign Minister Oru Tamm of Chile meets German Foreign Minister Hans Gebel.

Tuesday, MARCH 4, 2031
- President Ana Belkor of Chile holds a bilateral meeting with King Ilo Marrento of Jordan.
- Tamm speaks by phone with Peruvian Foreign Minister Luis Rey.`
  expect(told(text)).toEqual([
    'meeting occurred 2031-03-03 Oru Tamm,Hans Gebel',
    'meeting occurred 2031-03-04 Ana Belkor,Ilo Marrento',
    'call occurred 2031-03-04 Oru Tamm,Luis Rey',
  ])
})

test('a section headed by countries and days', () => {
  const text = `2031

Chile and Peru (March 3–6)

President Ana Belkor of Brazil flew to Santiago. On March 4 she met President Oru Tamm of Chile.

Jordan (May 9)

Belkor met King Ilo Marrento of Jordan in Amman.`
  expect(told(text)).toEqual([
    'visit occurred 2031-03-03/2031-03-06 Ana Belkor',
    'meeting occurred 2031-03-04 Ana Belkor,Oru Tamm',
    'meeting occurred 2031-05-09 Ana Belkor,Ilo Marrento',
  ])
})

test('a year that opens a list holds the days of its sections', () => {
  const text = `The following were the trips made in 2031:

Chile (September 5–9)

President Ana Belkor of Brazil flew to Santiago.`
  expect(told(text)).toEqual(['visit occurred 2031-09-05/2031-09-09 Ana Belkor'])
})

test('a masthead dates nothing of the past', () => {
  const text = `10 March 2031

President Ana Belkor of Brazil had met President Oru Tamm of Chile in Lima before the vote.`
  expect(told(text, '2031-03-10')).toEqual(['meeting occurred null Ana Belkor,Oru Tamm'])
})

// What belongs to a visit: meetings, signings and stops told with it, under way, called off; and what does not.
import { expect, test } from 'vitest'
import { loadKnowledge } from '../knowledge/knowledge.ts'
import { loadModel } from '../knowledge/models.ts'
import { makeReader } from './read.ts'

const { read } = makeReader({ knowledge: loadKnowledge(), model: loadModel() })
const [A, B, C] = [
  'Peruvian Foreign Minister Ana Belkor',
  'Chilean President Ilo Marrent',
  'Chilean Foreign Minister Oru Tamm',
]

/** "kind status date host partOf" of every exchange; published on a Wednesday. */
const told = (text: string): string[] =>
  read({ id: 't', text, publishedOn: '2031-05-07' }).exchanges.map(
    (x) => `${x.kind} ${x.status} ${x.date} ${x.host} ${x.partOf}`,
  )

test.each([
  [
    `${A} visited Chile from 3 to 5 May. During the visit, the two countries signed an agreement on fishing.`,
    ['visit occurred 2031-05-03/2031-05-05 CHL null', 'agreement occurred 2031-05-03/2031-05-05 CHL x1'],
  ],
  [
    `${A} will travel to Chile on 12 May. She will be received by ${B}. A memorandum of understanding will be signed.`,
    [
      'visit announced 2031-05-12 CHL null',
      'meeting announced 2031-05-12 CHL x1',
      'agreement announced 2031-05-12 CHL x1',
    ],
  ],
  [
    `${A} is visiting Chile this week. In Santiago she also met Bolivian Foreign Minister Teo Quandt.`,
    ['visit ongoing 2031-05-05/2031-05-11 CHL null', 'meeting occurred 2031-05-05/2031-05-11 CHL x1'],
  ],
  [
    `Visit of the Peruvian Foreign Minister to Chile\n\n${B} received ${A} on Monday.`,
    ['visit occurred 2031-05-05 CHL null', 'meeting occurred 2031-05-05 CHL x1'],
  ],
  [
    `${A} landed in Santiago on Tuesday for talks with ${C}.`,
    ['visit ongoing 2031-05-06/.. CHL null', 'talks occurred 2031-05-06 CHL x1'],
  ],
  [
    `${A}'s visit to Chile has been postponed. The minister was to meet ${B}.`,
    ['visit postponed null CHL null', 'meeting postponed null CHL x1'],
  ],
  [
    `${A} visited Chile in March. In Lima in April she received ${C}.`,
    ['visit occurred 2031-03 CHL null', 'meeting occurred 2031-04 PER null'],
  ],
  [
    `${A} will travel to Chile from May 4 to 5, where she will open the Peru-Chile Strategic Dialogue. She will have a working lunch with ${C}.`,
    ['visit occurred 2031-05-04/2031-05-05 CHL null', 'meeting occurred 2031-05-04/2031-05-05 CHL x1'],
  ],
])('%s', (text, expected) => expect(told(text)).toEqual(expect.arrayContaining(expected)))

test('two tables: a minister alone, then two ministers together', () => {
  const text = `${A} will travel to Chile on 12 May. In Santiago she will meet with Japanese Foreign Minister Mori Akeno and have a trilateral meeting with ${C} and Foreign Minister Akeno.`
  const meetings = read({ id: 't', text, publishedOn: '2031-05-07' }).exchanges.filter(
    (x) => x.kind === 'meeting',
  )
  expect(meetings.map((x) => x.states.length)).toEqual(expect.arrayContaining([3]))
  expect(meetings.length).toBeGreaterThan(1)
})

// how long a stay lasts, by what it holds and by when its guest leaves
test.each([
  [`${A} flew to Santiago on Monday. On Tuesday ${B} received her there.`, ['visit occurred 2031-05-05/2031-05-06 CHL null', 'meeting occurred 2031-05-06 CHL x1']],
  [`${A} arrived in Santiago on Sunday evening. She held talks with ${B} on Monday and left on Tuesday.`, ['visit occurred 2031-05-04/2031-05-06 CHL null', 'talks occurred 2031-05-05 CHL x1']],
  [`${A} landed in Santiago on Monday. She stays until Friday.`, ['visit ongoing 2031-05-05/2031-05-09 CHL null']],
  [`${A} arrives in Santiago on Monday. She will leave on Wednesday.`, ['visit announced 2031-05-12/2031-05-14 CHL null']],
  [`${A} arrived in Santiago on Monday. ${B} left for Bolivia on Tuesday.`, ['visit ongoing 2031-05-05/.. CHL null', 'visit occurred 2031-05-06 BOL null']],
  [`${B} received ${A} in Santiago on Tuesday. Belkor is on a three-day visit to Chile.`, ['meeting occurred 2031-05-06 CHL x2', 'visit ongoing 2031-05-06/.. CHL null']],
  [`${A} wraps up her visit to Chile on Friday. She met ${B} on Tuesday.`, ['visit ongoing ../2031-05-09 CHL null', 'meeting occurred 2031-05-06 CHL x1']],
  [`${A} spent three days in Chile last week. In Arica she handed ${C} a letter from the president.`, ['visit occurred 2031-04-28/2031-05-04 CHL null', 'message occurred 2031-04-28/2031-05-04 null x1']],
  [`${A} reached Santiago on Tuesday evening, and meets ${B} today and ${C} on Friday.`, ['visit ongoing 2031-05-06/.. CHL null', 'meeting announced 2031-05-07 CHL x1', 'meeting announced 2031-05-09 CHL x1']],
  [`${A} goes to Santiago on Friday. She is due to see ${B}, and, on Saturday, the two generals.`, ['visit announced 2031-05-09 CHL null', 'meeting announced 2031-05-09 CHL x1']],
  [`${A} met ${C} in Santiago on Monday. The same day she called on ${B}.`, ['meeting occurred 2031-05-05 CHL null', 'meeting occurred 2031-05-05 CHL null']],
  [`${A} met ${C} in Santiago on Monday. She then called on ${B}.`, ['meeting occurred 2031-05-05 CHL null', 'meeting occurred 2031-05-05 CHL null']],
  [`${A} met ${C} in Santiago on Monday. She called on ${B} in March.`, ['meeting occurred 2031-05-05 CHL null', 'meeting occurred 2031-03 null null']],
  [`${A} went to Chile on Monday, where she met ${C} and, on Tuesday, ${B}.`, ['visit occurred 2031-05-05/2031-05-06 CHL null', 'meeting occurred 2031-05-05 CHL x1', 'meeting occurred 2031-05-06 CHL x1']],
  [`${A} was on a tour that took her to Bolivia, Ecuador and, yesterday, Chile.`, ['visit occurred null BOL null', 'visit occurred null ECU null', 'visit occurred 2031-05-06 CHL null']],
])('%s', (text, expected) => expect(told(text)).toEqual(expected)) // biome-ignore format: a table

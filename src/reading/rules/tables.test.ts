// Tables of visitors and of journeys, in several shapes: every row is a visit, with whom it met and what it attended.
import { expect, test } from 'vitest'
import { loadKnowledge } from '../../knowledge/knowledge.ts'
import { loadModel } from '../../knowledge/models.ts'
import { makeReader } from '../read.ts'

const { read } = makeReader({ knowledge: loadKnowledge(), model: loadModel() })

/** "kind status date place host: names part" of every exchange. */
const told = (lines: string[], title: string | null = null): string[] =>
  read({ id: 't', text: lines.join('\n'), title, publishedOn: null }).exchanges.map(
    (x) =>
      `${x.kind} ${x.status} ${x.date} ${x.place} ${x.host}: ${x.participants.map((p) => p.name).join(', ')} ${x.partOf}`,
  )

test('visitors to one country; a name spelled two ways is one person', () => {
  const found = told([
    'Visitor\tDescription\tDate',
    'President Ilo Marrento\tWorking visit.\tApril 4–5, 2029',
    'President Ilo Marrent\tAttended the Fisheries Summit in Chicago, IL.\tMay 20–21, 2030',
    'President Ilo Marrent\tState visit.\tMay 1, 2031',
  ])
  expect(found).toEqual([
    'visit occurred 2029-04-04/2029-04-05 null USA: Ilo Marrent null',
    'visit occurred 2030-05-20/2030-05-21 Chicago, IL USA: Ilo Marrent null',
    'summit occurred 2030-05-20/2030-05-21 Chicago, IL USA: Ilo Marrent x2',
    'visit occurred 2031-05-01 null USA: Ilo Marrent null',
  ])
})

const journeys = [
  'Country\tAreas visited\tDate(s)\tPurpose(s)\tNotes',
  'Chile\tSantiago\t3 June\tState Visit\tBelkor held talks with President Ilo Marrent on fishing.',
  'Brazil\tBrasília\t7 – 8 June\tRegional climate summit\tBelkor attended the summit. Belkor met the Peruvian diaspora.',
  'Chile\tValparaíso\t2 July\tWorking visit\tBelkor had a private meeting with Foreign Minister Oru Tamm of Chile. Peruvian ships took part.',
]

test('journeys of whoever opens the remarks; rows without a year have no date', () => {
  expect(told(journeys)).toEqual([
    'visit occurred null Santiago CHL: Belkor null',
    'talks occurred null Santiago CHL: Belkor, Ilo Marrent x1',
    'visit occurred null Brasília BRA: Belkor null',
    'summit occurred null Brasília BRA: Belkor x3',
    'visit occurred null Valparaíso CHL: Belkor null',
    'meeting occurred null Valparaíso CHL: Belkor, Oru Tamm x5',
  ])
})

test('the title gives the year', () => {
  expect(told(journeys, 'List of international trips made by Ana Belkor: 2030').slice(0, 3)).toEqual([
    'visit occurred 2030-06-03 Santiago CHL: Belkor null',
    'talks occurred 2030-06-03 Santiago CHL: Belkor, Ilo Marrent x1',
    'visit occurred 2030-06-07/2030-06-08 Brasília BRA: Belkor null',
  ])
})

test('bars part cells too, a cancelled row is cancelled', () => {
  const found = told([
    '| Country | City | Date | Notes |',
    '| --- | --- | --- | --- |',
    '| Chile | Santiago | 3 June 2030 | Belkor opened a port. |',
    '| Brazil | Brasília | 8 June 2030 | Cancelled. Belkor stayed at home in Peru. |',
    '| Bolivia | La Paz | 1 July 2030 | Belkor met Peruvian students. |',
    '| Chile | Arica | 9 July 2030 | Belkor and Peruvian sailors paraded. |',
  ])
  expect(found).toContain('visit occurred 2030-06-03 Santiago CHL: Belkor null')
  expect(found).toContain('visit cancelled 2030-06-08 Brasília BRA: Belkor null')
})

test("a publisher's own table names its traveller nowhere", () => {
  const reading = read({
    id: 't',
    publishedOn: null,
    text: [
      'Country\tLocale\tRemarks\tDate',
      'Chile\tSantiago\tMet with President Ilo Marrento.\tJune 3–4, 2030',
      'Peru\tLima\tAttended the Fisheries Summit.\tJune 5, 2030',
      'Bolivia\tLa Paz\tAccompanied U.S. President Oru Tamm.\tJune 7, 2030',
      'Brazil\tBrasília\tDiscussed trade with Foreign Minister Ana Belkor.\tJune 6, 2030',
    ].join('\n'),
  })
  const shown = reading.exchanges.map(
    (x) =>
      `${x.kind} ${x.date} ${x.host} ${x.states} ${x.participants.map((p) => `${p.name} ${p.state} ${p.role}`)}`,
  )
  expect(shown).toEqual([
    'visit 2030-06-03/2030-06-04 CHL CHL,USA null USA visitor',
    'meeting 2030-06-03/2030-06-04 CHL CHL,USA null USA visitor,Ilo Marrento CHL host',
    'visit 2030-06-05 PER PER,USA null USA visitor',
    'summit 2030-06-05 PER PER,USA null USA visitor',
    'visit 2030-06-07 BOL BOL,USA null USA visitor,Oru Tamm USA visitor',
    'visit 2030-06-06 BRA BRA,USA null USA visitor',
    'meeting 2030-06-06 BRA BRA,USA null USA visitor,Ana Belkor BRA host',
  ])
})

test('a country filed under its noun is the one meant', () => {
  const found = told(
    [
      'Country\tLocale\tRemarks\tDate',
      'Korea, North\tPyongyang\tBelkor met officials.\tMay 8, 2030',
      'Korea, South\tSeoul\tBelkor met Peruvian sailors.\tMay 9, 2030',
      'Chile\tSantiago\tBelkor opened a port for Peru.\tMay 11, 2030',
    ],
    'Travels of Foreign Minister Ana Belkor of Peru, 2030',
  )
  expect(
    found.filter((row) => row.startsWith('visit')).map((row) => row.split(' ').slice(2, 5).join(' ')),
  ).toEqual(['2030-05-08 Pyongyang PRK:', '2030-05-09 Seoul KOR:', '2030-05-11 Santiago CHL:'])
})

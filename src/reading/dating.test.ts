// Dates of exchanges from the time words beside their trigger, read whole.
import { expect, test } from 'vitest'
import { loadKnowledge } from '../knowledge/knowledge.ts'
import { loadModel } from '../knowledge/models.ts'
import { makeReader } from './read.ts'

const reader = makeReader({ knowledge: loadKnowledge(), model: loadModel() })
const dates = (text: string): (string | null)[] =>
  reader.read({ id: 'x', text, publishedOn: '2024-04-10' }).exchanges.map((x) => x.date)

test.each([
  [
    'Foreign Minister Ana Belkor of Norway arrived in Paris on Monday for a two-day visit.',
    ['2024-04-08/2024-04-09'],
  ],
  [
    'Foreign Minister Ana Belkor of Norway began a two-day visit to Paris on April 8.',
    ['2024-04-08/2024-04-09'],
  ],
  ['Foreign Minister Ana Belkor of Norway arrived in Paris on Monday.', ['2024-04-08/..']],
  [
    'Norwegian Prime Minister Ana Belkor will arrive in Paris on 6 May for a three-day visit.',
    ['2024-05-06/2024-05-08'],
  ],
])('%s', (text, expected) => expect(dates(text)).toEqual(expected))

/** Published on Wednesday, 7 May 2031; "kind date" of every exchange. */
const told = (text: string): string[] =>
  reader.read({ id: 'x', text, publishedOn: '2031-05-07' }).exchanges.map((x) => `${x.kind} ${x.date}`)

test.each([
  // the week is that of the talks, not of the arrival it counts from
  [
    'Peruvian Foreign Minister Ana Belkor visited Chile on April 14. The week before Belkor arrived, Peru and Chile held talks on fishing.',
    ['visit 2031-04-14', 'talks 2031-04-07/2031-04-13'],
  ],
  [
    'Peruvian Foreign Minister Ana Belkor put off a visit to Chile that had been due to start on 5 March.',
    ['visit 2031-03-05/..'],
  ],
  [
    'The annual summit of Peru and Chile, last held by video in September 2030, may not take place.',
    ['summit 2030-09'],
  ],
  [
    'Peruvian Foreign Minister Ana Belkor has not set foot in Europe since November 2030, when she was in Athens.',
    ['visit 2030-11'],
  ],
  [
    'Peruvian Foreign Minister Ana Belkor arrived in Chile on May 1, toured a port and left on Sunday.',
    ['visit 2031-05-01/2031-05-04'],
  ],
  [
    'Peruvian Foreign Minister Ana Belkor landed in Chile on Tuesday; she stays until Friday.',
    ['visit 2031-05-06/2031-05-09'],
  ],
  [
    'Chilean President Ilo Marrent received Peruvian Foreign Minister Ana Belkor on Tuesday, before she flew to Bolivia.',
    ['meeting 2031-05-06', 'visit null'],
  ],
  [
    'Officials said on Monday that Peruvian Foreign Minister Ana Belkor would visit Chile on Friday.',
    ['visit 2031-05-09'],
  ],
])('%s', (text, expected) => expect(told(text)).toEqual(expected))

/** Status and date by paraphrase: days of reports and decisions are not those of the visit. */
test.each([
  ['Officials said on Monday that Peruvian Foreign Minister Ana Belkor would visit Chile.', 'announced null'],
  ['On Monday officials said that Peruvian Foreign Minister Ana Belkor will visit Chile.', 'announced null'],
  [
    'Chile said on Monday that Peruvian Foreign Minister Ana Belkor would visit in June for talks with Chilean President Ilo Marrent.',
    'announced 2031-06',
  ],
  ['Peruvian Foreign Minister Ana Belkor will visit Chile, the ministry said on Monday.', 'announced null'],
  [
    'Peruvian Foreign Minister Ana Belkor will visit Chile on May 12, the ministry said on Monday.',
    'announced 2031-05-12',
  ],
  [
    'The ministry said on Monday that Peruvian Foreign Minister Ana Belkor had visited Chile in March.',
    'occurred 2031-03',
  ],
  [
    'The ministry confirmed on Monday that Peruvian Foreign Minister Ana Belkor had visited Chile.',
    'occurred null',
  ],
  ['Peruvian Foreign Minister Ana Belkor on Monday called off a trip to Chile.', 'cancelled null'],
  ['Peruvian Foreign Minister Ana Belkor on Monday called off a trip to Chile in June.', 'cancelled 2031-06'],
  [
    'Peruvian Foreign Minister Ana Belkor on Monday called off a trip to Chile scheduled for May 12.',
    'cancelled 2031-05-12',
  ],
  [
    'Chilean President Ilo Marrent hosted Peruvian Foreign Minister Ana Belkor for dinner on Monday during her three-day visit.',
    'occurred 2031-05-05',
  ],
  [
    'Peruvian Foreign Minister Ana Belkor will meet Chilean President Ilo Marrent this weekend.',
    'announced 2031-05-10/2031-05-11',
  ],
  ['Peruvian Foreign Minister Ana Belkor visited Chile earlier this week.', 'occurred 2031-05-05/2031-05-06'],
  [
    'Peruvian Foreign Minister Ana Belkor will visit Chile later this week.',
    'announced 2031-05-08/2031-05-11',
  ],
  ['Peruvian Foreign Minister Ana Belkor visited Chile last month.', 'occurred 2031-04'],
  ['Peruvian Foreign Minister Ana Belkor visited Chile last week.', 'occurred 2031-04-28/2031-05-04'],
  ['Peruvian Foreign Minister Ana Belkor visited Chile last year.', 'occurred 2030'],
  ['Peruvian Foreign Minister Ana Belkor visited Chile in March.', 'occurred 2031-03'],
  ['Peruvian Foreign Minister Ana Belkor visited Chile in November.', 'occurred 2030-11'],
  ['Peruvian Foreign Minister Ana Belkor will visit Chile in November.', 'announced 2031-11'],
  ['Peruvian Foreign Minister Ana Belkor visited Chile last November.', 'occurred 2030-11'],
  ['Peruvian Foreign Minister Ana Belkor is to visit Chile next week.', 'announced 2031-05-12/2031-05-18'],
  ['Peruvian Foreign Minister Ana Belkor visited Chile a week ago.', 'occurred 2031-04-30~'],
  [
    'Peruvian Foreign Minister Ana Belkor was in Chile from Friday to Sunday.',
    'occurred 2031-05-02/2031-05-04',
  ],
  ['Peruvian Foreign Minister Ana Belkor last visited Chile in May 2030.', 'occurred 2030-05'],
  [
    'Peruvian Foreign Minister Ana Belkor, who met Chilean President Ilo Marrent on Tuesday, will go on to Bolivia.',
    'occurred 2031-05-06',
  ],
  [
    'Peruvian Foreign Minister Ana Belkor met Chilean President Ilo Marrent in September 2030, the last such talks before the border closed in October.',
    'occurred 2030-09',
  ],
  [
    'In October 2030, seven months after taking office, Peruvian Foreign Minister Ana Belkor visited Chile.',
    'occurred 2030-10',
  ],
  [
    'Peruvian Foreign Minister Ana Belkor met Chilean President Ilo Marrent on January 20.',
    'occurred 2031-01-20',
  ],
  [
    'Peruvian Foreign Minister Ana Belkor will meet Chilean President Ilo Marrent on January 20.',
    'announced 2032-01-20',
  ],
  ['Peruvian Foreign Minister Ana Belkor met Chilean President Ilo Marrent today.', 'occurred 2031-05-07'],
  [
    'Peruvian Foreign Minister Ana Belkor met Chilean President Ilo Marrent earlier on Wednesday.',
    'occurred 2031-05-07',
  ],
  [
    'Peruvian Foreign Minister Ana Belkor will meet Chilean President Ilo Marrent later on Wednesday.',
    'announced 2031-05-07',
  ],
  [
    'Peruvian Foreign Minister Ana Belkor met Chilean President Ilo Marrent late on Tuesday.',
    'occurred 2031-05-06',
  ],
  [
    'Peruvian Foreign Minister Ana Belkor met Chilean President Ilo Marrent the day before, on Tuesday.',
    'occurred 2031-05-06',
  ],
  ['Peruvian Foreign Minister Ana Belkor is due in Chile tomorrow.', 'announced 2031-05-08'],
  ["Peruvian Foreign Minister Ana Belkor will visit Chile in a month's time.", 'announced 2031-06~'],
  ['Peruvian Foreign Minister Ana Belkor visited Chile last winter.', 'occurred 2030-12/2031-02'],
  ['Peruvian Foreign Minister Ana Belkor visited Chile last summer.', 'occurred 2030-06/2030-08'],
  ['Peruvian Foreign Minister Ana Belkor will visit Chile this summer.', 'announced 2031-06/2031-08'],
  ['Peruvian Foreign Minister Ana Belkor visited Chile in early February.', 'occurred 2031-02'],
  ['Peruvian Foreign Minister Ana Belkor visited Chile in late February.', 'occurred 2031-02-21/2031-02-28'],
  [
    'On Monday, Peruvian Foreign Minister Ana Belkor, on her first trip abroad, met Chilean President Ilo Marrent.',
    'occurred 2031-05-05',
  ],
  [
    'Peruvian Foreign Minister Ana Belkor said on Monday after talks with Chilean President Ilo Marrent that fishing would go on.',
    'occurred 2031-05-05',
  ],
  [
    'Speaking after a meeting with Chilean President Ilo Marrent on Monday, Peruvian Foreign Minister Ana Belkor said fishing would go on.',
    'occurred 2031-05-05',
  ],
  [
    'Peruvian Foreign Minister Ana Belkor met Chilean President Ilo Marrent on 16 April, a day after the border closed.',
    'occurred 2031-04-16',
  ],
  [
    'Peruvian Foreign Minister Ana Belkor paid a visit to Chile (10-12 April).',
    'occurred 2031-04-10/2031-04-12',
  ],
  ['Peruvian Foreign Minister Ana Belkor paid a visit to Chile (10 April 2031).', 'occurred 2031-04-10'],
  ['The 2030 visit to Chile by Peruvian Foreign Minister Ana Belkor was her first.', 'occurred 2030'],
  [
    'The March 2030 visit to Chile by Peruvian Foreign Minister Ana Belkor was her first.',
    'occurred 2030-03',
  ],
  ["Peruvian Foreign Minister Ana Belkor's March 2030 visit to Chile was her first.", 'occurred 2030-03'],
  ['Peruvian Foreign Minister Ana Belkor visited Chile back in March 2030.', 'occurred 2030-03'],
  [
    'Peruvian Foreign Minister Ana Belkor will make a three-day visit to Chile starting on Monday.',
    'announced 2031-05-12/2031-05-14',
  ],
  [
    'Peruvian Foreign Minister Ana Belkor will make a three-day visit to Chile starting Monday.',
    'announced 2031-05-12/2031-05-14',
  ],
  ['Peruvian Foreign Minister Ana Belkor will start a visit to Chile on Monday.', 'announced 2031-05-12/..'],
  [
    'The three-day visit to Chile by Peruvian Foreign Minister Ana Belkor will begin on May 12.',
    'announced 2031-05-12/2031-05-14',
  ],
  ['Peruvian Foreign Minister Ana Belkor arrived in Santiago, Chile, on Tuesday.', 'ongoing 2031-05-06/..'],
  [
    'Peruvian Foreign Minister Ana Belkor concluded a three-day visit to Chile on Tuesday.',
    'occurred 2031-05-04/2031-05-06',
  ],
])('%s', (text, expected) => {
  const found = reader.read({ id: 'x', text, publishedOn: '2031-05-07' }).exchanges
  expect(found.map((x) => `${x.status} ${x.date}`)).toContain(expected)
})

test('a call told with a visit of last year is of the day of publication', () => {
  const [call] = reader.read({
    id: 'x',
    publishedOn: '2031-05-07',
    text: `Telephone conversation with the President of Chile

Peruvian President Ana Belkor had a telephone conversation with Chilean President Ilo Marrent. They discussed the agreements reached during the visit by the President of Chile to Peru in November 2030.`,
  }).exchanges
  expect(call).toMatchObject({ kind: 'call', date: '2031-05-07?' })
})

test('"on the 12th" lies in the month named last, not in a year named since', () => {
  const text =
    'Peruvian President Ana Belkor stayed in Chile last October. No head of state had come since 1996. Belkor arrived on the 12th straight from Lima and left on the 13th having promised a railway.'
  expect(told(text)).toContain('visit 2030-10-12/2030-10-13')
})

test('a day of dates is told more exactly than "next week"', () => {
  const text = `Belkor to visit Chile next week

Peruvian President Ana Belkor will visit Chile between May 13 and 18.`
  expect(told(text)).toEqual(['visit 2031-05-13/2031-05-18'])
})

test('a readout of a meeting with two is of the day of publication for both', () => {
  const { exchanges } = reader.read({
    id: 'x',
    publishedOn: '2031-05-07',
    text: `Meeting with Chilean Foreign Minister Tamm and Chilean Defence Minister Quandt

Peruvian Foreign Minister Ana Belkor met with Chilean Foreign Minister Oru Tamm and Chilean Defence Minister Teo Quandt in Lima, Peru. They discussed fishing.`,
  })
  const meetings = exchanges.filter((x) => x.kind === 'meeting')
  expect(meetings.map((x) => x.date)).toEqual(meetings.map(() => '2031-05-07?'))
})

/** Status and date where the words around a time say whose it is, or where a stay has one end. Published on Wednesday, 7 May 2031. */
test.each([
  ['Peruvian Foreign Minister Ana Belkor has been in Santiago since Monday.', 'ongoing 2031-05-05/..'],
  ['Peruvian Foreign Minister Ana Belkor was in Santiago until last Friday.', 'occurred ../2031-05-02'],
  ['Peruvian Foreign Minister Ana Belkor ends a three-day visit to Chile today.', 'ongoing 2031-05-05/2031-05-07'],
  ['Peruvian Foreign Minister Ana Belkor ends a three-day visit to Chile on Friday.', 'announced 2031-05-07/2031-05-09'],
  ['On Thursday, the day for which Lima has announced the arrival of a bishop, Chilean President Ilo Marrent is to be in Madrid.', 'announced 2031-05-08'],
  ['Six weeks later, on 16 January, she was the guest: Peruvian Foreign Minister Ana Belkor was in Santiago. It rained.', 'occurred 2031-01-16'],
  ['The tour begins on Friday: Peruvian Foreign Minister Ana Belkor visits Santiago.', 'announced 2031-05-09'],
  ['It is whispered that Peruvian Foreign Minister Ana Belkor met Chilean President Ilo Marrent in Zurich last week.', 'possible 2031-04-28/2031-05-04'],
  ['On 3 May Peruvian Foreign Minister Ana Belkor was ill. Two days before that supper she had telephoned Chilean President Ilo Marrent.', 'occurred 2031-05-01'],
])('%s', (text, expected) => {
  const [first] = reader.read({ id: 'x', text, publishedOn: '2031-05-07' }).exchanges
  expect(`${first?.status} ${first?.date}`).toBe(expected)
}) // biome-ignore format: a table

// Published on Wednesday, 7 May 2031: halves of months, years beside days, ends that stay open, plans with a last day
test.each([
  [
    'Peruvian Foreign Minister Ana Belkor visited Chile in the second half of March.',
    ['visit 2031-03-16/2031-03-31'],
  ],
  [
    'Peruvian Foreign Minister Ana Belkor visited Chile in the first half of April.',
    ['visit 2031-04-01/2031-04-15'],
  ],
  [
    'Peruvian Foreign Minister Ana Belkor met Chilean President Ilo Marrent in Rome on Feb. 13 this year.',
    ['meeting 2031-02-13'],
  ],
  [
    "On Friday Peruvian President Ana Belkor was on the telephone to Ilo Marrent, the Chilean leader and this year's chairman of the bloc.",
    ['call 2031-05-02'],
  ],
  ['Peruvian Foreign Minister Ana Belkor was in Santiago by 1 April.', ['visit 2031-04-01']],
  ['By Tuesday night Peruvian Foreign Minister Ana Belkor was in Santiago.', ['visit 2031-05-06']],
  ['Peruvian Foreign Minister Ana Belkor leaves for Santiago on Friday.', ['visit 2031-05-09/..']],
  ['Peruvian Foreign Minister Ana Belkor will proceed on Friday to Santiago.', ['visit 2031-05-09/..']],
  ['Peruvian Foreign Minister Ana Belkor flew in to Santiago last night.', ['visit 2031-05-06/..']],
  ['Peruvian Foreign Minister Ana Belkor will be in Santiago from tomorrow.', ['visit 2031-05-08/..']],
  ['Peruvian Foreign Minister Ana Belkor will travel to Santiago beginning May 12.', ['visit 2031-05-12/..']],
  [
    'A trip to Santiago by Peruvian Foreign Minister Ana Belkor, fixed for last Thursday, was dropped.',
    ['visit 2031-05-01'],
  ],
  [
    'Peruvian Foreign Minister Ana Belkor could meet Chilean President Ilo Marrent in Rome before the elections of 26 June.',
    ['meeting 2031-05-07/2031-06-26'],
  ],
  [
    'Peruvian Foreign Minister Ana Belkor met Chilean President Ilo Marrent in Rome before the elections of 26 April 2029.',
    ['meeting 2029-04-26'],
  ],
])('%s', (text, expected) => expect(told(text)).toEqual(expected))

// Times that stand behind an aside, in a relative clause, or before the verb of the noun
test.each([
  [
    'A call which Peruvian President Ana Belkor and Chilean President Ilo Marrent held on the 5th dealt with floods only.',
    ['call 2031-05-05'],
  ],
  [
    'The tour led from Lima to Santiago, where on Saturday Peruvian President Ana Belkor attended a summit with Chilean President Ilo Marrent.',
    ['summit 2031-05-03'],
  ],
  [
    'Peruvian Foreign Minister Ana Belkor flew in to Santiago for four hours on 27 May 2029.',
    ['visit 2029-05-27'],
  ],
  ['Peruvian Foreign Minister Ana Belkor flew in to Santiago on 27 May 2029.', ['visit 2029-05-27']],
])('%s', (text, expected) => {
  for (const one of expected) expect(told(text)).toContain(one)
})

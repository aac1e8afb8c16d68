// Status by paraphrase: what each way of telling a visit or a meeting says of it.
import { describe, expect, test } from 'vitest'
import { loadKnowledge } from '../knowledge/knowledge.ts'
import { loadModel } from '../knowledge/models.ts'
import { makeReader } from './read.ts'

const { read } = makeReader({ knowledge: loadKnowledge(), model: loadModel() })
/** Status of every exchange between the two states. Published on a Wednesday. */
const statuses = (text: string): string[] =>
  read({ id: 't', text, publishedOn: '2031-05-07' })
    .exchanges.filter((x) => x.states.includes('PER') && x.states.includes('CHL'))
    .map((x) => x.status)

describe('possible', () => {
  test.each([
    'Talks between Peru and Chile may resume in June.',
    'Peruvian Foreign Minister Ana Belkor could visit Chile next month, officials said.',
    'A meeting between Peruvian Foreign Minister Ana Belkor and Chilean President Ilo Marrent is likely.',
    'A visit by Peruvian Foreign Minister Ana Belkor to Chile is being considered.',
    'A visit to Chile by Peruvian Foreign Minister Ana Belkor is under discussion.',
    'Peruvian Foreign Minister Ana Belkor is likely to visit Chile in June.',
    'Peruvian Foreign Minister Ana Belkor might meet Chilean President Ilo Marrent in Lima.',
    'There is speculation that Peruvian Foreign Minister Ana Belkor will visit Chile in June.',
    'Speculation is mounting about a meeting between Peruvian Foreign Minister Ana Belkor and Chilean President Ilo Marrent.',
    'Peruvian Foreign Minister Ana Belkor is considering a visit to Chile.',
    'The Kremlin did not rule out a meeting between Peruvian Foreign Minister Ana Belkor and Chilean President Ilo Marrent.',
    'Whether Peruvian Foreign Minister Ana Belkor will visit Chile in June is unclear.',
    'It is unclear whether Peruvian Foreign Minister Ana Belkor will meet Chilean President Ilo Marrent.',
    'Will Peruvian Foreign Minister Ana Belkor visit Chile this summer?',
    'Peruvian Foreign Minister Ana Belkor is rumoured to be planning a trip to Chile.',
    'Peruvian Foreign Minister Ana Belkor is said to be weighing a trip to Chile.',
    'Reports suggest that Peruvian Foreign Minister Ana Belkor will travel to Chile in June.',
    'According to unconfirmed reports, Peruvian Foreign Minister Ana Belkor will travel to Chile in June.',
    'A possible visit by Peruvian Foreign Minister Ana Belkor to Chile was also raised.',
    'If the truce holds, Peruvian Foreign Minister Ana Belkor will travel to Chile in June.',
    'Officials hinted at a visit by Peruvian Foreign Minister Ana Belkor to Chile.',
    'Peruvian Foreign Minister Ana Belkor may yet travel to Chile in June.',
    'Peruvian Foreign Minister Ana Belkor has not decided whether to visit Chile in June.',
    'Perhaps Peruvian Foreign Minister Ana Belkor will visit Chile in June.',
    'The two sides are discussing a visit by Peruvian Foreign Minister Ana Belkor to Chile.',
    'Chile has proposed a meeting between Peruvian Foreign Minister Ana Belkor and Chilean President Ilo Marrent.',
  ])('%s', (text) => expect([...new Set(statuses(text))]).toEqual(['possible']))
})

describe('announced', () => {
  test.each([
    'Peruvian Foreign Minister Ana Belkor accepted an invitation from President Ilo Marrent for an official visit to Chile.',
    'Peruvian Foreign Minister Ana Belkor is due to visit Chile on May 12.',
    'Peruvian Foreign Minister Ana Belkor is set to visit Chile on May 12.',
    'Peruvian Foreign Minister Ana Belkor is expected to visit Chile on May 12.',
    'Peruvian Foreign Minister Ana Belkor is scheduled to meet Chilean President Ilo Marrent on May 12.',
    'Peruvian Foreign Minister Ana Belkor is to visit Chile on May 12.',
    'Peruvian Foreign Minister Ana Belkor plans to visit Chile in June.',
    'Peruvian Foreign Minister Ana Belkor visits Chile next week.',
    'Peruvian Foreign Minister Ana Belkor is travelling to Chile next week.',
    'Peruvian Foreign Minister Ana Belkor is meeting Chilean President Ilo Marrent on Friday.',
    'Peruvian Foreign Minister Ana Belkor has agreed to visit Chile in June.',
    'Peruvian Foreign Minister Ana Belkor accepted an invitation to visit Chile in June.',
    'Talks between Peruvian Foreign Minister Ana Belkor and Chilean President Ilo Marrent are scheduled for May 12.',
    'A meeting between Peruvian Foreign Minister Ana Belkor and Chilean President Ilo Marrent is planned for May 12.',
    'A visit by Peruvian Foreign Minister Ana Belkor to Chile is expected in June.',
    'The upcoming visit by Peruvian Foreign Minister Ana Belkor to Chile was announced on Monday.',
    'Ahead of a visit by Peruvian Foreign Minister Ana Belkor to Chile next week, officials were upbeat.',
    'Preparations are under way for a visit by Peruvian Foreign Minister Ana Belkor to Chile in June.',
    'The spokesman announced that Peruvian Foreign Minister Ana Belkor would visit Chile from May 12 to 14.',
    'Officials said Peruvian Foreign Minister Ana Belkor would meet Chilean President Ilo Marrent on Friday.',
    'Peruvian Foreign Minister Ana Belkor will meet Chilean President Ilo Marrent on Friday.',
    'Peruvian Foreign Minister Ana Belkor confirmed a visit to Chile in June.',
    'Peruvian Foreign Minister Ana Belkor leaves for Chile on Friday.',
    'Chile will host a summit with Peru on May 20.',
    'Peruvian Foreign Minister Ana Belkor looks forward to visiting Chile in June.',
    'Peruvian Foreign Minister Ana Belkor is preparing to visit Chile in June.',
    "Peruvian Foreign Minister Ana Belkor's visit to Chile will begin on May 12.",
    "Peruvian Foreign Minister Ana Belkor's visit to Chile, which starts on May 12, has been long planned.",
    'Peruvian Foreign Minister Ana Belkor is about to travel to Chile.',
    'Peruvian Foreign Minister Ana Belkor will be received by Chilean President Ilo Marrent on Friday.',
    'Peruvian Foreign Minister Ana Belkor begins a three-day visit to Chile on Friday.',
  ])('%s', (text) => expect([...new Set(statuses(text))]).toEqual(['announced']))
})

describe('occurred', () => {
  test.each([
    'Peruvian Foreign Minister Ana Belkor may have annoyed Brazil when she visited Chile in March.',
    'Peruvian Foreign Minister Ana Belkor was in Chile in March.',
    'Peruvian Foreign Minister Ana Belkor was to visit Chile in March and did so.',
    'Peruvian Foreign Minister Ana Belkor was received by Chilean President Ilo Marrent on Monday.',
    'Peruvian Foreign Minister Ana Belkor has visited Chile twice.',
    'Peruvian Foreign Minister Ana Belkor, who visited Chile in March, will meet Brazilian President Teo Quandt.',
    'The meeting between Peruvian Foreign Minister Ana Belkor and Chilean President Ilo Marrent on Monday could mark a turn.',
    'The visit to Chile by Peruvian Foreign Minister Ana Belkor in March may have surprised many.',
    'Peruvian Foreign Minister Ana Belkor wrapped up a visit to Chile on Monday.',
    'Since Peruvian Foreign Minister Ana Belkor visited Chile in 2029, trade has grown.',
  ])('%s', (text) => expect([...new Set(statuses(text))]).toEqual(['occurred']))
})

describe('cancelled', () => {
  test.each([
    'Peruvian Foreign Minister Ana Belkor called off a trip to Chile.',
    'Peruvian Foreign Minister Ana Belkor had planned to visit Chile in March.',
    'Peruvian Foreign Minister Ana Belkor had been due to visit Chile in March but stayed at home.',
    'Peruvian Foreign Minister Ana Belkor was to have visited Chile in March.',
    'Peruvian Foreign Minister Ana Belkor cancelled her visit to Chile.',
    'A visit by Peruvian Foreign Minister Ana Belkor to Chile was called off.',
    'A visit by Peruvian Foreign Minister Ana Belkor to Chile has been cancelled.',
    'Peruvian Foreign Minister Ana Belkor will not visit Chile in June after all.',
    'Peruvian Foreign Minister Ana Belkor will no longer travel to Chile in June.',
    'Peruvian Foreign Minister Ana Belkor scrapped plans to visit Chile.',
    'Peruvian Foreign Minister Ana Belkor abandoned a planned trip to Chile.',
    'Chile withdrew its invitation, and the meeting between Peruvian Foreign Minister Ana Belkor and Chilean President Ilo Marrent was scrapped.',
    'The cancellation of a visit to Chile by Peruvian Foreign Minister Ana Belkor surprised diplomats.',
    "Peruvian Foreign Minister Ana Belkor's planned visit to Chile fell through.",
    "Peruvian Foreign Minister Ana Belkor's trip to Chile did not go ahead.",
  ])('%s', (text) => expect([...new Set(statuses(text))]).toEqual(['cancelled']))
})

describe('postponed', () => {
  test.each([
    'Peruvian Foreign Minister Ana Belkor will no longer travel to Chile on May 12. She looks forward to rescheduling her visit.',
    'Peruvian Foreign Minister Ana Belkor put off a visit to Chile.',
    'Peruvian Foreign Minister Ana Belkor postponed her trip to Chile.',
    'A visit by Peruvian Foreign Minister Ana Belkor to Chile was postponed.',
    'The talks between Peruvian Foreign Minister Ana Belkor and Chilean President Ilo Marrent have been delayed until June.',
    'A visit to Chile by Peruvian Foreign Minister Ana Belkor, due in May, has been put back to June.',
    'The postponement of a visit to Chile by Peruvian Foreign Minister Ana Belkor surprised diplomats.',
    "Peruvian Foreign Minister Ana Belkor's visit to Chile was pushed back to June.",
  ])('%s', (text) => expect([...new Set(statuses(text))]).toEqual(['postponed']))
})

describe('denied', () => {
  test.each([
    'Peru denied that Foreign Minister Ana Belkor had met Chilean President Ilo Marrent.',
    'Peru dismissed reports of a meeting between Foreign Minister Ana Belkor and Chilean President Ilo Marrent.',
    'Reports that Peruvian Foreign Minister Ana Belkor had visited Chile in March were dismissed by a spokesman.',
    'A report that Peruvian Foreign Minister Ana Belkor had met Chilean President Ilo Marrent was false, the spokesman said.',
    'Rumours that Peruvian Foreign Minister Ana Belkor will visit Chile in June were dismissed by the embassy.',
    'Rumours of a visit by Peruvian Foreign Minister Ana Belkor to Chile are baseless, an official said.',
    'The claim that Peruvian Foreign Minister Ana Belkor secretly met Chilean President Ilo Marrent is "pure invention", the ministry said.',
    'A spokesman rejected suggestions that Peruvian Foreign Minister Ana Belkor had held talks with Chilean President Ilo Marrent in March.',
    'No such meeting between Peruvian Foreign Minister Ana Belkor and Chilean President Ilo Marrent took place, the ministry said.',
  ])('%s', (text) => expect([...new Set(statuses(text))]).toEqual(['denied']))
})

describe('ongoing', () => {
  test.each([
    'Peruvian Foreign Minister Ana Belkor, currently visiting Chile, gave an interview.',
    'Peruvian Foreign Minister Ana Belkor is on a visit to Chile.',
    'Peruvian Foreign Minister Ana Belkor is visiting Chile this week.',
    'Peruvian Foreign Minister Ana Belkor arrived in Chile on Tuesday for a three-day visit.',
    'Peruvian Foreign Minister Ana Belkor began a three-day visit to Chile on Tuesday.',
    'Peruvian Foreign Minister Ana Belkor is in Chile this week.',
    'Peruvian Foreign Minister Ana Belkor is holding talks with Chilean President Ilo Marrent today.',
  ])('%s', (text) => expect([...new Set(statuses(text))]).toEqual(['ongoing']))
})

describe('no exchange', () => {
  test.each([
    'Peruvian Foreign Minister Ana Belkor declined to meet Chilean President Ilo Marrent.',
    'Peruvian Foreign Minister Ana Belkor has never visited Chile.',
    'Peruvian Foreign Minister Ana Belkor did not meet Chilean President Ilo Marrent.',
    'Peruvian Foreign Minister Ana Belkor refused to travel to Chile.',
    'No visit by Peruvian Foreign Minister Ana Belkor to Chile is planned.',
    'Peruvian Foreign Minister Ana Belkor typically does not meet with Chilean ministers.',
    'Chile urged Peruvian Foreign Minister Ana Belkor to visit Chile.',
    'Peruvian Foreign Minister Ana Belkor has no plans to visit Chile.',
    'Chilean presidents have often met Peruvian ministers.',
  ])('%s', (text) => expect(statuses(text)).toEqual([]))
})

// plans that came to nothing, hearsay, denials of a deed. Published on Wednesday, 7 May 2031.
test.each([
  ['A visit by Peruvian President Ana Belkor to Chile is pencilled in for 12 June.', 'announced 2031-06-12'],
  ["Peruvian President Ana Belkor's visit to Chile was booked for 3 June.", 'announced 2031-06-03'],
  ["Peruvian President Ana Belkor's visit to Chile, planned for March, never came off.", 'cancelled 2031-03'],
  ["Peruvian President Ana Belkor's visit to Chile never took place.", 'cancelled null'],
  ['Peruvian President Ana Belkor was meant to visit Chile in March.', 'cancelled 2031-03'],
  ['Peruvian President Ana Belkor had been meant to visit Chile in March.', 'cancelled 2031-03'],
  ['Peruvian President Ana Belkor was due to visit Chile last Tuesday, but stayed at home.', 'cancelled 2031-05-06'],
  ['Peruvian President Ana Belkor was to visit Chile last week; the trip fell through.', 'cancelled 2031-04-28/2031-05-04'],
  ["Peruvian President Ana Belkor's visit to Chile, which was to have begun on Monday, has been put off.", 'postponed 2031-05-12/..'],
  ['Peruvian President Ana Belkor will probably visit Chile in June.', 'possible 2031-06'],
  ['Peruvian President Ana Belkor is tipped to visit Chile in June.', 'possible 2031-06'],
  ['Peruvian President Ana Belkor is said to have met Chilean President Ilo Marrent last week.', 'possible 2031-04-28/2031-05-04'],
  ['Peruvian President Ana Belkor denied having met Chilean President Ilo Marrent last week.', 'denied 2031-04-28/2031-05-04'],
  ['Talks between Peru and Chile are under way in Santiago.', 'ongoing null'],
])('%s', (text, expected) => {
  const [first] = read({ id: 'x', text, publishedOn: '2031-05-07' }).exchanges
  expect(`${first?.status} ${first?.date}`).toBe(expected)
}) // biome-ignore format: a table

test('what never happened is no exchange', () =>
  expect(
    read({ id: 'x', text: 'Peruvian President Ana Belkor never met Chilean President Ilo Marrent.', publishedOn: '2031-05-07' }).exchanges,
  ).toEqual([])) // biome-ignore format: one line

// Told by the words around: firsts, believers, what was taken out, talks of a trip that never was, pronouns between verb and particle
test.each<[string, string[]]>([
  ['Peruvian Foreign Minister Ana Belkor meant to visit Chile in 2029.', ['cancelled']],
  ['Peruvian Foreign Minister Ana Belkor will speak in Rome before travelling on to Chile.', ['announced']],
  [
    'Peruvian Foreign Minister Ana Belkor is the first Peruvian minister to come to Chile since 2009.',
    ['occurred'],
  ],
  [
    'Peruvian Foreign Minister Ana Belkor will be the first Peruvian minister to visit Chile since 2009.',
    ['announced'],
  ],
  ['Peruvian Foreign Minister Ana Belkor was the last Peruvian minister to visit Chile.', ['occurred']],
  [
    'Newspapers believe that Peruvian Foreign Minister Ana Belkor will visit Chile in the autumn.',
    ['possible'],
  ],
  [
    'Diplomats in Lima expect that Peruvian Foreign Minister Ana Belkor will visit Chile in June.',
    ['possible'],
  ],
  [
    'Peruvian Foreign Minister Ana Belkor was to have gone to Santiago a fortnight ago for talks with Chilean President Ilo Marrent.',
    ['cancelled', 'cancelled'],
  ],
  [
    'Peruvian Foreign Minister Ana Belkor was to have gone to Santiago, but that leg has been dropped.',
    ['cancelled'],
  ],
  [
    'The visit of Peruvian Foreign Minister Ana Belkor to Chile, initially set for 12 June, will be undertaken at a later date.',
    ['postponed'],
  ],
  [
    'The visit of Peruvian Foreign Minister Ana Belkor to Chile, planned for 6-8 June, will have to be rescheduled.',
    ['postponed'],
  ],
  [
    'Fresh dates for the visit of Peruvian Foreign Minister Ana Belkor to Chile, which had been deferred from March, will be worked out.',
    ['postponed'],
  ],
  [
    'The visit of Peruvian Foreign Minister Ana Belkor to Chile, put off since October, has now been dropped altogether.',
    ['cancelled'],
  ],
  [
    'The stop of Peruvian Foreign Minister Ana Belkor in Santiago on 9 May has been removed from the programme.',
    ['cancelled'],
  ],
  [
    'A post alleging that Peruvian Foreign Minister Ana Belkor met Chilean President Ilo Marrent in Rome on 31 March is fake.',
    ['denied'],
  ],
])('%s', (text, expected) => expect(statuses(text)).toEqual(expected))

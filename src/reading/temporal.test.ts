// Expressions of time, each with the sentence that needed its rule.
import { describe, expect, test } from 'vitest'
import { makeAnalyzer } from '../language/analyze.ts'
import type { Draft } from './draft.ts'
import { resolveTimes, timesIn } from './temporal.ts'

const analyze = makeAnalyzer(null, ['Mr.', 'Dec.', 'U.S.'])
function draftOf(text: string, publishedOn: string | null): Draft {
  const draft = {
    source: { id: 't', text },
    analysis: analyze(text),
    publishedOn,
    times: [],
  } as unknown as Draft
  resolveTimes(draft)
  return draft
}
const dates = (text: string, publishedOn: string | null): [string, string | null][] =>
  draftOf(text, publishedOn)
    .times.filter((t) => t.kind !== 'vague')
    .map((t) => [t.exact, t.edtf])

describe('calendar dates', () => {
  test.each<[string, string | null, [string, string | null][]]>([
    ['The envoy arrived on April 8, 2024.', null, [['April 8, 2024', '2024-04-08']]],
    ['The envoy arrived on 8 April 2024 by ship.', null, [['8 April 2024', '2024-04-08']]],
    ['He landed on Dec. 3 in the rain.', '2024-12-12', [['Dec. 3', '2024-12-03']]],
    [
      'She will travel to Lima from March 4 to 11.',
      '2022-03-10',
      [['March 4 to 11', '2022-03-04/2022-03-11']],
    ],
    [
      'The chancellor will visit from 6 to 9 September.',
      '2009-09-04',
      [['6 to 9 September', '2009-09-06/2009-09-09']],
    ],
    [
      'The premier will tour the coast between November 17 and 23.',
      '2016-11-10',
      [['November 17 and 23', '2016-11-17/2016-11-23']],
    ],
    ['She spends July 19 and 20 in Bern.', '2022-07-18', [['July 19 and 20', '2022-07-19/2022-07-20']]],
    ['He spent 14 and 15 August at the port.', '2025-11-10', [['14 and 15 August', '2025-08-14/2025-08-15']]],
    ['Working visit. March 31–April 1, 2016', null, [['March 31–April 1, 2016', '2016-03-31/2016-04-01']]],
    [
      'They met on 29 December to 2 January 2022.',
      null,
      [['29 December to 2 January 2022', '2021-12-29/2022-01-02']],
    ],
    [
      'They met on 5 May and 9 June.',
      '2021-08-01',
      [
        ['5 May', '2021-05-05'],
        ['9 June', '2021-06-09'],
      ],
    ],
    ['Talks resumed in September 2023.', '2024-04-10', [['September 2023', '2023-09']]],
    ['Trade grew in January-June 2021.', '2021-11-03', [['January-June 2021', '2021-01/2021-06']]],
    ['The note is dated 2024-04-08.', null, [['2024-04-08', '2024-04-08']]],
    ['The note is dated 08.04.2024 in the file.', null, [['08.04.2024', '2024-04-08']]],
    ['They last met in 2019.', '2024-04-10', [['2019', '2019']]],
    ['The pact of the 1990s is dead.', '2024-04-10', [['1990s', '1990/1999']]],
    ['They met on 31 April 2021.', null, [['31 April 2021', null]]],
    [
      'He came on the 12th, and left on the 14th.',
      '2019-10-20',
      [
        ['the 12th', '2019-10-12'],
        ['the 14th', '2019-10-14'],
      ],
    ],
    ['On Tuesday, 21 February 2023, they met.', '2023-03-30', [['Tuesday, 21 February 2023', '2023-02-21']]],
  ])('%s (%s)', (text, published, expected) => {
    expect(dates(text, published)).toEqual(expected)
  })

  test.each([
    'Resolution 1929 was adopted.',
    'It may 5 times fail.',
    'The $2000 gift was refused.',
    'Prime Minister May met the envoy.',
    'The COP-2021 secretariat wrote.',
    'It began at 1800 UTC.',
    'He rose to the 4th floor.',
    'About 2000 people came.',
  ])('%s holds no date', (text) => {
    expect(dates(text, '2024-04-10')).toEqual([])
  })
})

describe('the year that is not written', () => {
  test.each<[string, string, string]>([
    ['They met on November 20.', '2022-01-10', '2021-11-20'],
    ['They will meet on November 20.', '2022-01-10', '2022-11-20'],
    ['They will meet on January 3.', '2021-12-20', '2022-01-03'],
    ['The envoy went home in December.', '2021-03-01', '2020-12'],
    ['The forum is to open in September.', '2018-03-19', '2018-09'],
    ['He had been due to start on 5 February.', '2023-02-21', '2023-02-05'],
  ])('%s (%s) is %s', (text, published, edtf) => {
    expect(dates(text, published)[0]![1]).toBe(edtf)
  })

  test('a year named in the sentence holds for the months behind it', () => {
    expect(
      dates('She came twice in 2014, in August and in November.', '2020-01-20').map(([, edtf]) => edtf),
    ).toEqual(['2014', '2014-08', '2014-11'])
  })
})

describe('weekdays', () => {
  test.each<[string, string, string | null]>([
    ['They met on Wednesday evening.', '2024-12-12', '2024-12-11'],
    ['The minister was received on Thursday.', '2019-06-13', '2019-06-13'],
    ['He flies home on Friday.', '2019-06-13', '2019-06-14'],
    ['She will chair the session on Friday.', '2023-02-21', '2023-02-24'],
    ['He went home last Thursday.', '2023-02-21', '2023-02-16'],
    ['They meet next Tuesday.', '2024-04-11', '2024-04-16'],
    ['The delegation, expected this Sunday, called off its trip.', '2024-12-12', '2024-12-15'],
    ['He stopped in the harbour a week ago Thursday.', '2024-08-09', '2024-08-01'],
    ['He will visit from Sunday to Tuesday.', '2025-04-24', '2025-04-27/2025-04-29'],
    ['Following Monday’s surprise, the cabinet is under pressure.', '2023-02-21', '2023-02-20'],
    ['She spoke ahead of Monday’s summit.', '2024-08-09', '2024-08-12'],
    ['He will call the leaders over the weekend.', '2024-08-09', '2024-08-10/2024-08-11'],
    ['They held discreet talks over the weekend.', '2025-04-24', '2025-04-19/2025-04-20'],
    ['The group meets this weekend.', '2019-08-24', '2019-08-24/2019-08-25'],
    ['They spoke on Tuesday of last week.', '2024-04-10', '2024-04-02'],
  ])('%s (%s) is %s', (text, published, edtf) => {
    expect(dates(text, published)[0]![1]).toBe(edtf)
  })
  test('are nothing without a day of publication', () => {
    expect(dates('They met on Wednesday.', null)).toEqual([['Wednesday', null]])
  })
})

describe('words that point from today', () => {
  test.each<[string, string, string | null]>([
    ['They spoke today.', '2022-03-18', '2022-03-18'],
    ['He flew on to Oslo last night.', '2023-02-21', '2023-02-20'],
    ['The leaders gather there tomorrow.', '2023-02-21', '2023-02-22'],
    ['He left the day before yesterday.', '2023-02-21', '2023-02-19'],
    ['He made a trip last week.', '2021-02-10', '2021-02-01/2021-02-07'],
    ['He will see them next week.', '2021-02-10', '2021-02-15/2021-02-21'],
    ['The secretary was in Quito earlier this week.', '2024-12-12', '2024-12-09/2024-12-11'],
    ['The guest came last month.', '2024-01-12', '2023-12'],
    ['A tour is planned for next month.', '2024-12-12', '2025-01'],
    ['A tour is planned for later this year.', '2024-12-12', '2024'],
    ['She visited last year.', '2024-04-10', '2023'],
    ['She visited last April.', '2020-01-20', '2019-04'],
    ['She led a delegation in March of last year.', '2025-11-10', '2024-03'],
    ['She was in Oslo a fortnight ago.', '2025-11-10', '2025-10-27~'],
    ['They met two days ago.', '2025-11-10', '2025-11-08'],
    ['They met three months ago.', '2025-11-10', '2025-08~'],
    ['They will meet in two days.', '2025-11-10', '2025-11-12'],
    ['We are hosting the club in a couple of hours from now.', '2021-06-01', '2021-06-01'],
    ['The forum opens at the end of May.', '2024-04-10', '2024-05-21/2024-05-31'],
    ['He will come in late May.', '2025-04-24', '2025-05-21/2025-05-31'],
    ['He had intended to travel in early January.', '2024-12-12', '2025-01'],
    ['They took part at the end of last year.', '2022-03-18', '2021'],
    ['In mid-2013 he went south.', '2016-11-10', '2013-06~'],
    ['He may come before the year is out.', '2025-11-10', '2025-11-10/2025-12-31'],
    ['They met in fall 2021.', '2022-05-12', '2021-09/2021-11'],
    ['We started the conversation in the fall.', '2022-05-12', '2021-09/2021-11'],
    ['He may come in the spring.', '2023-02-21', '2023-03/2023-05'],
    ['A chair is chosen in the second half of this year.', '2024-04-10', '2024-07/2024-12'],
    ['The highest visitor in the past five years was a clerk.', '2024-04-10', '2019-04-10/2024-04-10'],
    ['She was back in the capital at Christmas.', '2016-02-01', '2015-12'],
  ])('%s (%s) is %s', (text, published, edtf) => {
    expect(dates(text, published)[0]![1]).toBe(edtf)
  })
})

describe('words that point from the date before', () => {
  test.each<[string, string, (string | null)[]]>([
    [
      'They met on Wednesday. The clerk had come earlier that day.',
      '2019-06-13',
      ['2019-06-12', '2019-06-12'],
    ],
    [
      'They met on Oct. 13 this year and wrote a week after that.',
      '2019-12-01',
      ['2019-10-13', '2019-10-20~'],
    ],
    ['She flies home on Friday and briefs him the same day.', '2019-06-13', ['2019-06-14', '2019-06-14']],
    [
      'They met on 28-29 April 2022. Three weeks earlier the court had ruled.',
      '2022-06-23',
      ['2022-04-28/2022-04-29', '2022-04-07~'],
    ],
    ['She came in February 2016; he was there a month later.', '2020-01-20', ['2016-02', '2016-03']],
    ['She came in May 2016 and again the following March.', '2020-01-20', ['2016-05', '2017-03']],
    ['She came on 3 May 2016 and left the next day.', '2020-01-20', ['2016-05-03', '2016-05-04']],
    ['On the last day of the month they spoke.', '2022-01-05', ['2022-01-31']],
    [
      'The jubilee was on 10 October. She stayed from the 9th to the 11th.',
      '2025-11-10',
      ['2025-10-10', '2025-10-09/2025-10-11'],
    ],
  ])('%s (%s)', (text, published, edtf) => {
    expect(dates(text, published).map(([, date]) => date)).toEqual(edtf)
  })

  test('an event told before is what "the week before" counts from', () => {
    const text =
      'On April 8 Minister Okello began a trip. On April 30 the others will gather. The week before Okello arrived, deputies held talks.'
    expect(dates(text, '2024-04-10').at(-1)).toEqual(['The week before', '2024-04-01/2024-04-07'])
  })
})

describe('windows and lengths', () => {
  test.each<[string, string, string | null]>([
    ['He has not been there since 2019.', 'since 2019', '2019/..'],
    [
      'Since his inauguration Wednesday, he has phoned four capitals.',
      'Since his inauguration Wednesday',
      '2021-01-20/..',
    ],
    ['He stays until Monday.', 'until Monday', '../2021-02-01'],
    ['The first visit since the border closure, it was short.', 'since the border closure', null],
  ])('%s', (text, exact, edtf) => {
    expect(draftOf(text, '2021-01-26').times).toMatchObject([{ kind: 'since', exact, edtf }])
  })
  test('he has since been dismissed: no window', () => {
    expect(dates('He has since been dismissed.', '2021-01-26')).toEqual([])
  })
  test.each<[string, number]>([
    ['He began a two-day trip.', 2],
    ['A weeklong tour ends.', 7],
    ['She spends two days in the islands.', 2],
    ['A three-day state visit was held.', 3],
  ])('%s lasts %i days', (text, days) => {
    expect(draftOf(text, '2021-01-26').times).toMatchObject([{ kind: 'duration', edtf: null, days }])
  })
})

describe('chronologies', () => {
  test('a heading gives the year to the dates under it', () => {
    const text =
      '5-6 MAY 2021. An envoy leads a delegation. A second round follows on 7-8 September.\n\n18 AUGUST. A sheikh comes. On the last day of the month they speak.'
    expect(dates(text, '2023-06-23').map(([, edtf]) => edtf)).toEqual([
      '2021-05-05/2021-05-06',
      '2021-09-07/2021-09-08',
      '2021-08-18',
      '2021-08-31',
    ])
  })
  test('weekdays over paragraphs in the present are of the week ahead, in the past of the one gone', () => {
    const days = (text: string): (string | null)[] => dates(text, '2031-05-03').map(([, edtf]) => edtf)
    const ahead =
      'MONDAY. The premier is in Lima.\n\nTUESDAY. The envoy meets the king. They last met in December.'
    expect(days(ahead)).toEqual(['2031-05-05', '2031-05-06', '2030-12'])
    expect(days('MONDAY. The premier flew to Lima.\n\nTUESDAY. The envoy saw the king.')).toEqual([
      '2031-04-28',
      '2031-04-29',
    ])
  })

  test('an undated chronology that names one year is of that year', () => {
    const row = (day: string, what: string) => `Chad\tN'Djamena\t${day}\t${what}`
    const text = ['3 June', '4 June', '28 – 30 November']
      .map((day) => row(day, 'State visit'))
      .concat(row('2 December', '2015 Commonwealth summit'))
      .join('\n')
    const draft = draftOf(text, null)
    draft.genre = 'chronology'
    resolveTimes(draft)
    expect(draft.times.map(({ edtf }) => edtf).slice(0, 3)).toEqual([
      '2015-06-03',
      '2015-06-04',
      '2015-11-28/2015-11-30',
    ])
  })
  test('a year on a line of its own stands over what follows', () => {
    expect(
      dates('2017\n\n3 May – The king comes.\n\n4 June – The king leaves.', null).map(([, edtf]) => edtf),
    ).toEqual(['2017', '2017-05-03', '2017-06-04'])
  })
})

test('expressions carry their tokens and stand in their sentence', () => {
  const draft = draftOf('They met on Wednesday evening. She left on 3 May 2016.', '2019-06-13')
  expect(timesIn(draft, 1).map((time) => time.exact)).toEqual(['3 May 2016'])
  const [first] = timesIn(draft, 0)
  expect(draft.analysis.tokens.slice(first!.first, first!.last).map((token) => token.text)).toEqual([
    'Wednesday',
    'evening',
  ])
})

test('is linear in the length of the text', () => {
  const time = (copies: number): number => {
    const text =
      'On Tuesday, 5 May 2021, since the talks in March the envoy 1 2 3 the last of the 4, '.repeat(copies)
    const start = performance.now()
    draftOf(text, '2021-06-01')
    return performance.now() - start
  }
  time(200)
  const [small, large] = [time(500), time(4000)]
  // Eight times the text: a quadratic walk would take sixty-four times as long.
  expect(large).toBeLessThan(small * 30 + 200)
})

// Dates as they are known, in words and as bounds.
import { expect, test } from 'vitest'
import { addDays, boundsOf, dateWords, isExact } from './dates.ts'

test.each([
  ['2024-04-08', '8 April 2024'],
  ['2024-04-08/2024-04-09', '8–9 April 2024'],
  ['2024-04-29/2024-05-02', '29 April – 2 May 2024'],
  ['2023-12-30/2024-01-02', '30 December 2023 – 2 January 2024'],
  ['2025-12-11/2025-12-12~', 'about 11–12 December 2025'],
  ['2023-09', 'September 2023'],
  ['2021', '2021'],
  ['2024~', 'about 2024'],
  ['2022-03-15?', '15 March 2022 (?)'],
  ['2024-04-08/..', 'from 8 April 2024'],
  ['../2024-04', 'until April 2024'],
  [null, 'no date'],
])('%s reads %s', (edtf, words) => expect(dateWords(edtf)).toBe(words))

test.each([
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2023', '2023-01-01', '2023-12-31'],
  ['2024-04-08/..', '2024-04-08', null],
  ['2024-04-08?', '2024-04-08', '2024-04-08'],
  [null, null, null],
])('%s lies between %s and %s', (edtf, first, last) => expect(boundsOf(edtf)).toEqual([first, last]))

test('only whole days are exact', () => {
  expect(['2024-04-08', '2024-04-08/2024-04-09', '2024-04', '2024-04-08~', null].map(isExact)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
  expect(addDays('2024-02-28', 2)).toBe('2024-03-01')
})

// Days as pages, feeds and PDFs write them.
import { expect, test } from 'vitest'
import { isDay, readDay } from './day.ts'

test.each<[string | null, string | null]>([
  ['2024-04-10', '2024-04-10'],
  ['2024-04-10T23:30:00-04:00', '2024-04-10'],
  ['2024/4/9', '2024-04-09'],
  ['20240410', '2024-04-10'],
  ['20240410T080000Z', '2024-04-10'],
  ['Wed, 10 Apr 2024 08:00:00 GMT', '2024-04-10'],
  ['10 April, 2024', '2024-04-10'],
  ['April 10th, 2024', '2024-04-10'],
  ['Sept. 3, 2021', '2021-09-03'],
  ['2023-02-30', null],
  ['2023-13-01', null],
  ['0000-01-01', null],
  ['yesterday', null],
  ['', null],
  [null, null],
])('%j is %j', (written, day) => {
  expect(readDay(written)).toBe(day)
})

test.each([
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['2024-4-1', false],
  ['2024-04-10T00:00', false],
])('%s: %s', (day, yes) => {
  expect(isDay(day)).toBe(yes)
})

// EDTF → first and last possible day.
import { describe, expect, test } from 'vitest'
import { dayRange, edtfDays } from './days.ts'

describe('edtfDays', () => {
  test.each([
    ['2024-04-08', '2024-04-08', '2024-04-08'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023-02~', '2023-02-01', '2023-02-28'],
    ['2024?', '2024-01-01', '2024-12-31'],
    ['2024-04-08/2024-04-09', '2024-04-08', '2024-04-09'],
    ['2024-04-08/2024-05', '2024-04-08', '2024-05-31'],
    ['2024-04-08/..', '2024-04-08', null],
    ['../2024-04-08', null, '2024-04-08'],
    ['2023-02-29', null, null],
    ['2024-13', null, null],
    ['2024-04-09/2024-04-08', null, null],
    ['last spring', null, null],
    ['2024-04-08/2024-04-09/2024-04-10', null, null],
    ['', null, null],
    [null, null, null],
  ])('%s', (edtf, earliest, latest) => {
    expect(edtfDays(edtf)).toEqual({ earliest, latest })
  })
})

test.each([
  ['2013-03', null, '[2013-03-01,)'],
  [null, '2013~', '[,2013-12-31]'],
  ['2014', '2013', 'empty'],
  [null, null, '[,)'],
])('dayRange %s %s', (from, to, range) => {
  expect(dayRange(from, to)).toBe(range)
})

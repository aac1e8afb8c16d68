// EDTF level 1 read as first and last possible day.
import { describe, expect, test } from 'vitest'
import { datesMeet, edtfInterval, stretchDay } from './edtf.ts'

describe('edtfInterval', () => {
  test.each([
    ['2024-04-08', '2024-04-08', '2024-04-08'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023', '2023-01-01', '2023-12-31'],
    ['2024-04-08/2024-04-09', '2024-04-08', '2024-04-09'],
    ['2021-09/2021-11', '2021-09-01', '2021-11-30'],
    ['2024-04-08/..', '2024-04-08', null],
    ['../2024-04-08', null, '2024-04-08'],
    ['2024-04-08/', '2024-04-08', null],
    ['2024~', '2024-01-01', '2024-12-31'],
    ['2022-03-15?', '2022-03-15', '2022-03-15'],
    ['2023-06%', '2023-06-01', '2023-06-30'],
    ['2021-23', '2021-09-01', '2021-11-30'],
    ['2021-24', '2021-12-01', '2022-02-28'],
    ['199X', '1990-01-01', '1999-12-31'],
    ['2004-XX', '2004-01-01', '2004-12-31'],
    ['2004-06-XX', '2004-06-01', '2004-06-30'],
  ])('%s runs from %s to %s', (edtf, earliest, latest) => {
    expect(edtfInterval(edtf)).toEqual({ earliest, latest })
  })
  test.each([
    '',
    null,
    undefined,
    'soon',
    '2024-13',
    '2023-02-30',
    '2024-05/2024-04',
    '..',
    '8 April 2024',
    '2024/2025/2026',
    '24',
  ])('%s is no date', (edtf) => {
    expect(edtfInterval(edtf)).toBeNull()
  })
  test('an interval open on both sides says nothing of either', () => {
    expect(edtfInterval('../..')).toEqual({ earliest: null, latest: null })
  })
})

test('a duration is laid on its first or last day', () => {
  expect(stretchDay('2024-04-08', 2)).toBe('2024-04-08/2024-04-09')
  expect(stretchDay('2024-04-08', 3, 'end')).toBe('2024-04-06/2024-04-08')
  expect(stretchDay('2024-04', 3)).toBe('2024-04')
})

test.each([
  ['2024-04-08', '2024-04', 0, true],
  ['2024-04-08', '2024-04-10', 1, false],
  ['2024-04-08', '2024-04-10', 2, true],
  ['2024-04-08/..', '2030', 0, true],
  [null, '2030', 9, false],
])('%s meets %s with %i days of grace: %s', (a, b, slack, meet) => {
  expect(datesMeet(a, b, slack)).toBe(meet)
})

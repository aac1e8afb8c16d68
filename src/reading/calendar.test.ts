// Calendar arithmetic against known days and against laws.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  civilDay,
  dayNumber,
  daysInMonth,
  easterSunday,
  formatDay,
  formatMonth,
  mondayOf,
  parseDay,
  weekdayOf,
} from './calendar.ts'

describe('days', () => {
  test.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2000-02-29', 11016],
    ['2024-04-10', 19823],
    ['1600-01-01', -135140],
  ])('%s is day %i', (text, number) => {
    expect(parseDay(text)).toBe(number)
    expect(formatDay(number)).toBe(text)
  })
  test.each(['2023-02-29', '2023-04-31', '2023-13-01', '2023-4-1', '', 'soon'])('%s is no day', (text) => {
    expect(parseDay(text)).toBeNull()
  })
  test('agrees with Date for every day number', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400_000, max: 400_000 }), (days) => {
        const date = new Date(days * 86_400_000)
        const civil = civilDay(days)
        expect([civil.year, civil.month, civil.day]).toEqual([
          date.getUTCFullYear(),
          date.getUTCMonth() + 1,
          date.getUTCDate(),
        ])
        expect(dayNumber(civil.year, civil.month, civil.day)).toBe(days)
        expect(weekdayOf(days)).toBe((date.getUTCDay() + 6) % 7)
        expect(weekdayOf(mondayOf(days))).toBe(0)
      }),
    )
  })
  test('months roll over', () => {
    expect(formatMonth(2024, 0)).toBe('2023-12')
    expect(formatMonth(2024, 14)).toBe('2025-02')
    expect(dayNumber(2024, 13, 1)).toBe(dayNumber(2025, 1, 1))
    expect([daysInMonth(1900, 2), daysInMonth(2000, 2), daysInMonth(2024, 2)]).toEqual([28, 29, 29])
  })
  test.each([
    [1999, '1999-04-04'],
    [2008, '2008-03-23'],
    [2019, '2019-04-21'],
    [2024, '2024-03-31'],
    [2038, '2038-04-25'],
  ])('Easter of %i', (year, day) => {
    expect(formatDay(easterSunday(year))).toBe(day)
  })
})

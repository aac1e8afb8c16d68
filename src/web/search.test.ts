// Addresses survive the way there and back.
import { expect, test } from 'vitest'
import { any, listOf, only, readAddress, writeAddress } from './search.ts'

test.each([
  [{ states: 'CHN,PRK', level: '3' }, '?states=CHN,PRK&level=3'],
  [{ query: 'a & b = c', view: undefined }, '?query=a+%26+b+%3D+c'],
  [{ date: '2024-04-08/2024-04-09' }, '?date=2024-04-08/2024-04-09'],
  [{ empty: '' }, ''],
])('%j ↔ %s', (search, text) => {
  expect(writeAddress(search)).toBe(text)
  const kept = Object.fromEntries(Object.entries(search).filter(([, value]) => value))
  expect(readAddress(text)).toEqual(kept)
})

test('a page keeps what it knows', () => {
  expect(only('a', 'b')({ a: 1, c: 'x' })).toEqual({ a: '1' })
  expect(any({ a: 1, c: '' })).toEqual({ a: '1' })
  expect(listOf('CHN,,PRK')).toEqual(['CHN', 'PRK'])
  expect(listOf(undefined)).toEqual([])
})

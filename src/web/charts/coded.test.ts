// Where a period of coded events ends.
import { expect, test } from 'vitest'
import { nextStart, type Step } from './coded.tsx'

test.each<[string, Step, string]>([
  ['2024-10-01', 'quarter', '2025-01-01'],
  ['2024-12-01', 'month', '2025-01-01'],
  ['2024-01-01', 'month', '2024-02-01'],
  ['2024-01-01', 'year', '2025-01-01'],
])('%s, a %s: until %s', (from, by, to) => {
  expect(nextStart(from, by).toISOString().slice(0, 10)).toBe(to)
})

// Cells of a plot over time and level: nothing is lost when months come together.
import { expect, test } from 'vitest'
import { binCells } from './density.tsx'

test('a few years stay in months', () => {
  expect(binCells([{ key: '2024-02 5', count: 3 }])).toEqual([
    { from: '2024-02-01', to: '2024-02-29', level: 5, count: 3 },
  ])
})

test.each([
  [10, 3],
  [60, 12],
])('over %i years a bin has %i months', (years, months) => {
  const counts = Array.from({ length: years * 12 }, (_, i) => ({
    key: `${2000 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')} ${1 + (i % 2)}`,
    count: i,
  }))
  const cells = binCells(counts)
  expect(cells).toHaveLength(((years * 12) / months) * 2)
  expect(cells.reduce((sum, cell) => sum + cell.count, 0)).toBe(
    counts.reduce((sum, one) => sum + one.count, 0),
  )
})

// Which columns a table of results shows.
import { expect, test } from 'vitest'
import { columnsOf } from './table.tsx'

test.each([
  [
    'what no row holds is left out',
    [
      { a: 1, b: null },
      { a: 2, b: [] },
    ],
    ['a'],
  ],
  ['an id behind a name is left out', [{ id: 'x', name: 'X', person: 'x' }], ['name']],
  ['an id that stands alone stays', [{ id: 'x', count: 1 }], ['id', 'count']],
  ['two days are one column', [{ from: '2024-01-02', to: '2024-01-03', n: 1 }], ['when', 'n']],
  ['two states are two', [{ from: 'CHN', to: 'PRK' }], ['from', 'to']],
])('%s', (_, rows, columns) => expect(columnsOf(rows)).toEqual(columns))

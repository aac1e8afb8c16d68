// Tables: wide letters, colours, cuts and wraps.
import { expect, test } from 'vitest'
import { cellsOf, cutTo, drawTable, wrapText } from './table.ts'

test.each<[string, number]>([
  ['', 0],
  ['visit', 5],
  ['北京', 4],
  ['평양', 4],
  ['São Tomé', 8],
  ['Sa\u0303o', 3],
  ['\u001b[31mred\u001b[39m', 3],
])('%j takes %i cells', (text, cells) => {
  expect(cellsOf(text)).toBe(cells)
})

test('columns line up', () => {
  expect(
    drawTable(
      ['', ''],
      [
        ['北京', 'a'],
        ['Paris', 'b'],
      ],
    ),
  ).toBe('北京   a\nParis  b')
})

test('lines are cut to the window, never through a wide letter', () => {
  expect(cutTo('北京北京', 5)).toBe('北京…')
  expect(cutTo('short', 10)).toBe('short')
})

test('prose wraps', () => {
  expect(wrapText('one two three', ' ', 9)).toBe(' one two\n three')
})

// Faults that can be put into a line, and lines that are left alone.
import { expect, test } from 'vitest'
import { mutantsOf, withFault } from './mutants.ts'

test.each<[string, string[]]>([
  [
    'if (a <= b && !c) return',
    ['if (a < b && !c) return', 'if (a <= b || !c) return', 'if (a <= b && c) return'],
  ],
  [
    "  where x.known_to = 'infinity' order by x.latest desc",
    ["  where x.known_to = 'infinity' order by x.latest asc", '  where true order by x.latest desc'],
  ],
  [
    '  rows.some((row) => row.level > 3)',
    [
      '  rows.some((row) => row.level >= 3)',
      '  rows.some((row) => row.level > 4)',
      '  rows.every((row) => row.level > 3)',
    ],
  ],
  ['// a <= b', []],
  ["import { a } from './b.ts'", []],
  ['  earliest: string | null', []],
])('%s', (line, faults) => {
  expect(mutantsOf('a.ts', line).map(({ after }) => after)).toEqual(faults)
})

test('only the line of the fault changes', () => {
  const source = 'a === b\nc === d\n'
  const [, second] = mutantsOf('a.ts', source)
  expect(withFault(source, second!)).toBe('a === b\nc !== d\n')
})

// Words found in a text, and spans without blanks at their ends.
import { expect, test } from 'vitest'
import { findWords, trimmed } from './selected.ts'

const text = 'She left. Then she met him.  She left. '

test.each([
  ['She left.', 0, { start: 0, end: 9 }],
  ['She left.', 25, { start: 29, end: 38 }],
  [' she met ', 0, { start: 15, end: 22 }],
  ['she saw', 0, null],
  ['  ', 0, null],
])('“%s” near %i', (words, near, found) => expect(findWords(text, words, near)).toEqual(found))

test.each([
  [
    { start: 9, end: 15 },
    { start: 10, end: 14 },
  ],
  [
    { start: -3, end: 99 },
    { start: 0, end: 38 },
  ],
  [{ start: 27, end: 29 }, null],
])('%j', (span, found) => expect(trimmed(text, span)).toEqual(found))

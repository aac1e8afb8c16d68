// How a text is cut for name look-up.
import { expect, test } from 'vitest'
import { fold, keysOf } from './names-atoms.ts'

test.each<[text: string, expected: string[]]>([
  ["the People's Republic", ['the', 'people', "'s", 'republic']],
  ['U.S.-Thailand talks', ['us', '-', 'thailand', 'talks']],
  ['U.S-China', ['us', '-', 'china']],
  ['Mr. J. T. Marlow, Jr.', ['mr', 'j', 't', 'marlow', ',', 'jr']],
  ['Geun-hye O’Brien N’Djamena', ['geun', '-', 'hye', "o'brien", "n'djamena"]],
  ['the ministers’ talks', ['the', 'ministers', "'", 'talks']],
  [
    'It was plan B. Then 2,500 came on the 3rd.',
    ['it', 'was', 'plan', 'b', 'then', '2,500', 'came', 'on', 'the', '3rd', '.'],
  ],
])('%s', (text, expected) => {
  expect(keysOf(text)).toEqual(expected)
})

test.each([
  ['Çavuşoğlu', 'cavusoglu'],
  ['Jānis', 'janis'],
  ['Løkke', 'lokke'],
  ['U.A.E.', 'uae'],
  ['Yıldırım', 'yildirim'],
])('%s folds to %s', (word, expected) => {
  expect(fold(word)).toBe(expected)
})

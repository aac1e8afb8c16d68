// How a source's pace and the outcome of a run are said.
import { expect, test } from 'vitest'
import { paceWords, runWords } from './asking.ts'

test.each([
  [5, 'every 5 minutes'],
  [60, 'every hour'],
  [90, 'every 90 minutes'],
  [180, 'every 3 hours'],
  [1440, 'every day'],
  [2880, 'every 2 days'],
])('%i minutes: %s', (minutes, words) => expect(paceWords(minutes)).toBe(words))

test.each([
  [{ filed: 3, unchanged: 40, failed: 0, error: null }, '3 filed, 40 unchanged'],
  [{ filed: 0, unchanged: 1, failed: 2, error: null }, '0 filed, 1 unchanged, 2 failed'],
  [{ filed: 0, unchanged: 0, failed: 0, error: 'No such host' }, 'No such host (0 filed, 0 unchanged)'],
])('%j: %s', (run, words) => expect(runWords(run)).toBe(words))

// The matrix while it is written.
import { expect, test } from 'vitest'
import {
  addEvidence,
  dropEvidence,
  emptyMatrix,
  missingIn,
  nextId,
  rate,
  ratingOf,
  readMatrix,
} from './matrix.ts'

const written = {
  ...emptyMatrix,
  hypotheses: [
    { id: 'h1', text: 'They draw together.' },
    { id: 'h2', text: 'They keep apart.' },
  ],
}

test('what is broken in an address reads as empty', () => {
  expect(readMatrix('{"hypotheses": [')).toEqual(emptyMatrix)
  expect(readMatrix(undefined)).toEqual(emptyMatrix)
  expect(readMatrix(JSON.stringify(written))).toEqual(written)
})

test('evidence once, its ratings go with it', () => {
  const one = addEvidence(addEvidence(written, 'x1', '2024-01-01'), 'x1', '2024-01-02')
  expect(one.evidence).toEqual([{ id: 'e1', exchange: 'x1', ratedOn: '2024-01-01' }])
  const rated = rate(one, { evidence: 'e1', hypothesis: 'h2' }, 'II', 'They met twice.')
  expect(ratingOf(rated, 'e1', 'h2')?.rating).toBe('II')
  expect(rate(rated, { evidence: 'e1', hypothesis: 'h2' }, '', '').ratings).toEqual([])
  expect(dropEvidence(rated, 'e1')).toMatchObject({ evidence: [], ratings: [] })
  expect(nextId('e', [{ id: 'e1' }, { id: 'e4' }])).toBe('e5')
})

test('the record is asked when nothing is missing', () => {
  expect(missingIn(emptyMatrix)).toMatch(/hypothesis/)
  expect(missingIn(written)).toMatch(/evidence/)
  const one = addEvidence(written, 'x1', '2024-01-01')
  expect(missingIn(rate(one, { evidence: 'e1', hypothesis: 'h1' }, 'C', ' '))).toMatch(/reason/)
  expect(missingIn(one)).toBeNull()
})

// Answers taken away keep their doubts, their rule and their sources.
import { expect, test } from 'vitest'
import type { Answer } from '../../questions/answer.ts'
import { writeAnswer } from './copy.ts'

const answer: Answer = {
  question: 'last',
  input: {},
  asKnownOn: '2024-04-10T00:00:00Z',
  summary: 'Ana Ruiz was the last.',
  verdict: { verdict: 'fails', reason: 'A later one is held.', reworded: 'the last but one' },
  result: null,
  denominator: {
    count: 2,
    description: 'visits',
    rows: [
      {
        type: 'exchange',
        id: 'x1',
        label: '=1+1 "visit"',
        date: '2024-01',
        confirmed: false,
        citations: [1],
        fields: {},
      },
    ],
  },
  coverage: { note: 'Two registers.', sources: [] },
  counterExamples: [],
  countingRule: { name: 'chancery', description: 'all' },
  sensitivity: [{ rule: 'strict', outcome: 'none', flips: true }],
  citations: [
    {
      number: 1,
      documentId: null,
      title: 'Register',
      publisher: 'Ministry',
      url: 'https://example.org/r',
      publishedOn: null,
      evidence: null,
    },
  ],
  unknowns: ['No readout of the other side.'],
}

test('markdown says verdict, doubts and what would flip', () => {
  const text = writeAnswer('Markdown', answer, 'http://localhost/ask/last')
  for (const part of [
    '**FAILS.** A later one is held.',
    'Would hold: the last but one',
    '(unconfirmed) [1]',
    '- No readout of the other side.',
    'strict: none (would change the answer)',
    '1. Register, Ministry, https://example.org/r',
  ]) {
    expect(text).toContain(part)
  }
})
test('a cell of the CSV cannot become a formula', () => {
  expect(writeAnswer('CSV', answer, '').split('\r\n')[1]).toBe(
    `"exchange","x1","2024-01","'=1+1 ""visit""","false","https://example.org/r"`,
  )
})
test('citation and JSON', () => {
  expect(writeAnswer('Citation', answer, 'http://h/a')).toBe(
    'Chancery, “Ana Ruiz was the last.” Question “last” under the counting rule “chancery”, as known on 2024-04-10. http://h/a',
  )
  expect(JSON.parse(writeAnswer('JSON', answer, ''))).toEqual(answer)
})

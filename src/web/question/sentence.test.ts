// Sentences with blanks.
import { expect, test } from 'vitest'
import { blankOf, cutSentence, fieldWords, fillSentence, hintOf } from './sentence.ts'

test('a sentence is words and blanks', () => {
  expect(cutSentence('from {from} to {to}.')).toEqual([
    { words: 'from ' },
    { field: 'from' },
    { words: ' to ' },
    { field: 'to' },
    { words: '.' },
  ])
})

test.each([
  [
    'from',
    { type: 'string', description: 'Whose officials: ISO 3166-1 alpha-3 code, name or demonym' },
    'state',
  ],
  ['camp', { type: 'string', description: 'One camp: states with commas between, or a grouping' }, 'states'],
  ['states', { type: 'string', description: 'With any of these states, or members of a grouping' }, 'states'],
  ['on', { type: 'string', description: 'The day to look ahead from; left out: today' }, 'date'],
  ['person', { type: 'string', description: 'The official: name, alias or id' }, 'person'],
  ['since', { type: 'string', description: 'First day: EDTF (2019)' }, 'date'],
  ['level', { type: 'integer', minimum: 1, maximum: 8 }, 'number'],
  ['as', { type: 'string', enum: ['visitor', 'participant'] }, 'choice'],
  ['remote', { type: 'boolean' }, 'yes'],
  ['topic', { type: 'string' }, 'text'],
  ['maybe', { anyOf: [{ type: 'number' }, { type: 'null' }] }, 'number'],
])('%s takes %j: %s', (name, field, kind) => expect(blankOf(name, field).kind).toBe(kind))

test('empty blanks drop out with the words that lead to them', () => {
  const sentence =
    'what passed between {states} (with {person}) from {since} to {until} at level {level} or better'
  const show = (_: string, value: string): string => value
  expect(fillSentence(sentence, { states: 'CHN, PRK', since: '2019', until: '2024' }, show)).toContain(
    'what passed between CHN, PRK',
  )
  expect(fillSentence('the last {kind} since {since}', { kind: 'visit' }, show)).toBe('the last visit')
})

test.each([
  ['a', { description: 'First state compared: ISO 3166-1 alpha-3 code' }, 'a state', 'first state compared'],
  ['since', { type: 'string', description: 'First day: EDTF (2019)' }, 'a day', 'first day'],
  ['as', { enum: ['visitor', 'participant'], default: 'visitor' }, 'visitor', 'as'],
  ['level', { type: 'integer' }, '1–8', 'level'],
  [
    'topic',
    { type: 'string', description: 'Topic whose absence is meant (Trade)' },
    'a topic',
    'topic whose absence is meant',
  ],
])('%s before it is filled', (name, field, hint, words) => {
  expect(hintOf(name, field)).toBe(hint)
  expect(fieldWords(name, field)).toBe(words)
})

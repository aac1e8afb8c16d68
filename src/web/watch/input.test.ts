// Fields of a watch: from an address and back.
import { expect, test } from 'vitest'
import type { FieldSchema } from '../record.ts'
import { inputOf, isSame, searchOf } from './input.ts'

const schema: FieldSchema = {
  properties: {
    from: { type: 'string' },
    level: { type: 'integer' },
    strict: { anyOf: [{ type: 'boolean' }, { type: 'null' }] },
    states: { type: 'array', items: { type: 'string' } },
    since: { anyOf: [{ type: 'number' }, { type: 'string' }] },
    matrix: { type: 'object' },
  },
}

test.each<[Record<string, string>, Record<string, unknown>]>([
  [
    { from: 'FEN', level: '3' },
    { from: 'FEN', level: 3 },
  ],
  [
    { strict: 'true', states: 'FEN,ELV' },
    { strict: true, states: ['FEN', 'ELV'] },
  ],
  [
    { since: '2019', rule: 'colt' },
    { since: '2019', rule: 'colt' },
  ],
  [{ matrix: '{"a":[{"b":1}]}' }, { matrix: { a: [{ b: 1 }] } }],
])('%j', (values, input) => {
  expect(inputOf(schema, values)).toEqual(input)
  expect(searchOf(input)).toEqual(values)
})

test('empty fields and the day it was known on are left out', () => {
  expect(inputOf(schema, { from: '', asKnownOn: '2024-01-01', level: '1' })).toEqual({ level: 1 })
})

test('the same fields in another order are the same', () => {
  expect(isSame({ a: 1, b: ['x', 'y'] }, { b: 'x,y', a: '1' })).toBe(true)
  expect(isSame({ a: 1 }, { a: 2 })).toBe(false)
})

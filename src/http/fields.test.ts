// Query strings and flags into what an input schema wants.
import { expect, test } from 'vitest'
import { z } from 'zod'
import { kindOf, readFields, schemaOf } from './fields.ts'

const schema = z.object({
  name: z.string().optional(),
  level: z.number().int().optional(),
  loose: z.coerce.number().optional(),
  sure: z.boolean().optional(),
  states: z.array(z.string()).optional(),
  levels: z.array(z.number()).optional(),
  weights: z.object({ a: z.number() }).optional(),
  kind: z.enum(['visit', 'call']).nullable().optional(),
})

test.each<[Record<string, string[]>, Record<string, unknown>]>([
  [{ name: ['12'] }, { name: '12' }],
  [{ level: ['3'] }, { level: 3 }],
  [{ level: ['three'] }, { level: 'three' }],
  [{ level: [''] }, { level: '' }],
  [{ level: ['1', '2'] }, { level: 2 }],
  [{ sure: ['true'] }, { sure: true }],
  [{ sure: [''] }, { sure: true }],
  [{ sure: ['no'] }, { sure: false }],
  [{ sure: ['perhaps'] }, { sure: 'perhaps' }],
  [{ states: ['CHN, PRK', 'RUS'] }, { states: ['CHN', 'PRK', 'RUS'] }],
  [{ levels: ['1,2'] }, { levels: [1, 2] }],
  [{ weights: ['{"a":1}'] }, { weights: { a: 1 } }],
  [{ weights: ['{'] }, { weights: '{' }],
  [{ kind: ['visit'] }, { kind: 'visit' }],
  [{ strange: ['x'] }, { strange: 'x' }],
])('%j is %j', (given, read) => {
  expect(readFields(schema, given)).toEqual(read)
})

test('kinds', () => {
  const kinds = Object.entries(schemaOf(schema).properties!).map(([name, field]) => [name, kindOf(field)])
  expect(Object.fromEntries(kinds)).toEqual({
    name: 'string',
    level: 'number',
    loose: 'number',
    sure: 'boolean',
    states: 'list',
    levels: 'list',
    weights: 'json',
    kind: 'string',
  })
})

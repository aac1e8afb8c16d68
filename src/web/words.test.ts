// Words for things.
import { expect, test } from 'vitest'
import { counted, spaced } from './words.ts'

test.each([
  ['hostState', 'host state'],
  ['people-to-people', 'people to people'],
  ['asKnownOn', 'as known on'],
  ['part_of', 'part of'],
])('%s reads %s', (name, words) => expect(spaced(name)).toBe(words))
test('counts have their plural', () =>
  expect([counted(1, 'visit'), counted(1200, 'visit'), counted(0, 'entry', 'entries')]).toEqual([
    '1 visit',
    '1,200 visits',
    '0 entries',
  ]))

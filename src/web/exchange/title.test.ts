// Titles of exchanges whose participants are half known.
import { expect, test } from 'vitest'
import type { ShownExchange, ShownParticipant } from '../record.ts'
import { guestLevel } from './level.ts'
import { titleOf } from './title.ts'

const nameOf = (id: string | null | undefined): string =>
  ({ AAA: 'Arcadia', BBB: 'Borduria' })[id ?? ''] ?? ''
const person = (
  name: string | null,
  state: string,
  role: ShownParticipant['role'],
  office: string | null = null,
): ShownParticipant => ({
  name,
  state,
  role,
  office,
  nativeName: null,
  person: null,
  organization: null,
  officeId: null,
  level: null,
})
const exchange = (kind: ShownExchange['kind'], participants: ShownParticipant[]): ShownExchange =>
  ({ kind, participants, hostState: 'BBB', place: 'Szohôd', states: ['AAA', 'BBB'] }) as ShownExchange

test.each([
  ['visit', [person('Ana Ruiz', 'AAA', 'visitor'), person('Bo Li', 'BBB', 'host')], 'Ana Ruiz to Borduria'],
  ['visit', [person(null, 'AAA', 'visitor', 'Foreign Minister')], 'Foreign Minister to Borduria'],
  ['meeting', [person('Ana Ruiz', 'AAA', 'visitor'), person('Bo Li', 'BBB', 'host')], 'Ana Ruiz – Bo Li'],
  [
    'call',
    [person('Ana Ruiz', 'AAA', 'participant'), person('Bo Li', 'BBB', 'participant')],
    'Ana Ruiz, Bo Li',
  ],
  ['talks', [person(null, 'AAA', 'participant'), person(null, 'BBB', 'participant')], 'Arcadia, Borduria'],
  ['summit', ['A', 'B', 'C', 'D'].map((name) => person(name, 'AAA', 'participant')), 'A, B and 2 others'],
  ['agreement', [], 'Arcadia – Borduria'],
] as const)('a %s', (kind, participants, title) =>
  expect(titleOf(exchange(kind, [...participants]), nameOf)).toBe(title),
)

test('a visit stands at the level of who came, not of who received', () => {
  const [guest, host] = [
    { ...person('A', 'AAA', 'visitor'), level: 5 },
    { ...person('B', 'BBB', 'host'), level: 1 },
  ]
  expect(guestLevel({ ...exchange('visit', [guest, host]), level: 1 })).toBe(5)
  expect(guestLevel({ ...exchange('meeting', [guest, host]), level: 1 })).toBe(1)
  expect(guestLevel({ ...exchange('visit', [person('A', 'AAA', 'visitor')]), level: 1 })).toBeNull()
})

// The rule by which one value is shown.
import { describe, expect, test } from 'vitest'
import type { ClaimProperty, ExchangeClaim, ParticipantValue } from './claims.ts'
import type { KnownPeople } from './participants.ts'
import { rankValues } from './ranking.ts'
import { showExchange } from './shown.ts'

let made = 0
const claim = (property: ClaimProperty, value: unknown, rest: Partial<ExchangeClaim> = {}): ExchangeClaim => ({
  id: `c${made++}`, exchange_id: 'x', property, value, document_id: `d${made}`, evidence: null, source_url: null, import_row: null,
  reader: 'r', actor: null, reason: null, status: 'accepted', reliability: 3, origin: null, recorded_at: '2024-01-01T00:00:00.000Z',
  retracted_at: 'infinity', asserted_on: null, side_state: null, confidence: 1, filed_under: 'x', why: null, ...rest,
}) // biome-ignore format: a row of defaults

const nobody: KnownPeople = { officesOn: () => [], canonical: (person) => person }
const show = (...claims: ExchangeClaim[]) =>
  showExchange('x', [claim('kind', 'visit'), ...claims], nobody)!.exchange
const person = (id: string, rest: Partial<ParticipantValue> = {}): ParticipantValue => ({
  person: id,
  name: id,
  state: 'ARN',
  organization: null,
  office: null,
  officeId: null,
  offices: [],
  level: null,
  role: 'participant',
  capacity: null,
  order: 0,
  ...rest,
})

describe('rankValues', () => {
  const first = (...claims: ExchangeClaim[]) => rankValues(claims)[0]?.value
  test('accepted before proposed, whatever the source', () => {
    expect(
      first(
        claim('place', 'A', { status: 'proposed', reliability: 1 }),
        claim('place', 'B', { reliability: 6 }),
      ),
    ).toBe('B')
  })
  test('then the more reliable source', () => {
    expect(
      first(
        claim('place', 'A', { reliability: 3 }),
        claim('place', 'A', { reliability: 3 }),
        claim('place', 'B', { reliability: 1 }),
      ),
    ).toBe('B')
  })
  test('then more independent origins; copies of one wire are one', () => {
    const copies = [1, 2, 3].map(() => claim('place', 'A', { origin: 'wire', asserted_on: '2024-05-01' }))
    expect(first(...copies, claim('place', 'B'), claim('place', 'B'))).toBe('B')
  })
  test('then the newest', () => {
    expect(
      first(
        claim('place', 'A', { asserted_on: '2024-01-01' }),
        claim('place', 'B', { asserted_on: '2024-01-02' }),
      ),
    ).toBe('B')
  })
  test('a person’s correction before any source; rejected and superseded never', () => {
    expect(
      first(
        claim('place', 'A', { reliability: 1 }),
        claim('place', 'B', { document_id: null, reason: 'the map', actor: 'anna', reliability: 4 }),
      ),
    ).toBe('B')
    expect(
      first(claim('place', 'A', { status: 'rejected' }), claim('place', 'B', { status: 'superseded' })),
    ).toBeUndefined()
  })
})

test('a month gives way to a day inside it, not to one outside', () => {
  expect(show(claim('date', '2024-04', { reliability: 1 }), claim('date', '2024-04-11')).occurred_on).toBe(
    '2024-04-11',
  )
  expect(show(claim('date', '2024-04', { reliability: 1 }), claim('date', '2024-05-11')).occurred_on).toBe(
    '2024-04',
  )
  expect(show(claim('date', '2024-04-10', { reliability: 1 }), claim('date', '2024-04-11')).occurred_on).toBe(
    '2024-04-10',
  )
})

test('a life: occurred outlives announced, cancelled outlives announced, a correction outlives all', () => {
  expect(
    show(
      claim('status', 'occurred'),
      claim('status', 'announced', { asserted_on: '2030-01-01', reliability: 1 }),
    ).status,
  ).toBe('occurred')
  expect(show(claim('status', 'announced', { reliability: 1 }), claim('status', 'cancelled')).status).toBe(
    'cancelled',
  )
  expect(
    show(
      claim('status', 'occurred'),
      claim('status', 'denied', { document_id: null, actor: 'a', reason: 'r' }),
    ).status,
  ).toBe('denied')
})

test('participants: gaps filled from other sources, "visitor" says more than "participant"', () => {
  const shown = showExchange(
    'x',
    [
      claim('kind', 'visit'),
      claim('participant', person('p1', { name: null, office: 'envoy' }), { reliability: 1 }),
      claim('participant', person('p1', { role: 'visitor', level: 6 })),
      claim('participant', person('p2', { role: 'host', state: 'VAR', order: 5, level: 1 })),
    ],
    nobody,
  )!
  expect(shown.participants).toMatchObject([
    { ordinal: 0, person_id: 'p1', name: 'p1', office: 'envoy', level: 6, role: 'visitor' },
    { ordinal: 1, person_id: 'p2', role: 'host' },
  ])
  expect(shown.exchange).toMatchObject({ level: 1, states: ['ARN', 'VAR'], format: 'bilateral' })
})

test('an unnamed state or office gives way to the person another source names', () => {
  const nameless = (rest: Partial<ParticipantValue>) =>
    claim('participant', { ...person('x', { name: null, ...rest }), person: null })
  const names = (...claims: ExchangeClaim[]) =>
    showExchange('x', [claim('kind', 'visit'), ...claims], nobody)!.participants.map(
      (p) => p.person_id ?? p.office ?? p.state,
    )
  expect(names(nameless({}), claim('participant', person('p1')))).toEqual(['p1'])
  expect(
    names(
      nameless({ office: 'Premier', level: 2 }),
      claim('participant', person('p1', { office: 'premier' })),
    ),
  ).toEqual(['p1'])
  expect(
    names(nameless({ office: 'Envoy', level: 6 }), claim('participant', person('p1', { level: 2 }))).sort(),
  ).toEqual(['Envoy', 'p1'])
  expect(names(nameless({ state: 'KOS' }), claim('participant', person('p1'))).sort()).toEqual(['KOS', 'p1'])
})

test('a participant claim that was rejected takes nobody part', () => {
  const shown = showExchange(
    'x',
    [claim('kind', 'visit'), claim('participant', person('p1'), { status: 'rejected' })],
    nobody,
  )!
  expect(shown.participants).toEqual([])
})

test('merged people are one participant, with the office of the day', () => {
  const known: KnownPeople = {
    canonical: (id) => (id === 'p2' ? 'p1' : id),
    officesOn: (id, day) =>
      id === 'p1' && day === '2024-01-02'
        ? [{ office: 'o', title: 'Premier', level: 2, state: 'ARN', acting: false }]
        : [],
  }
  const claims = [
    claim('kind', 'call'),
    claim('date', '2024-01-02'),
    claim('participant', person('p1')),
    claim('participant', person('p2')),
  ]
  expect(showExchange('x', claims, known)!.participants).toMatchObject([
    { person_id: 'p1', office_id: 'o', office: 'Premier', level: 2 },
  ])
})

test('nothing that says it is: nothing is shown; all of it rejected: shown as rejected', () => {
  expect(showExchange('x', [claim('place', 'A')], nobody)).toBeNull()
  expect(showExchange('x', [claim('kind', 'visit', { status: 'rejected' })], nobody)!.exchange.review).toBe(
    'rejected',
  )
})

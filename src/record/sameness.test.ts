// When two exchanges are one.
import { describe, expect, test } from 'vitest'
import { compareExchanges, exchangeThresholds, type KnownExchange, type Likeness } from './sameness.ts'

const who = (state: string, person: string | null = null) => ({ person, state, level: null })
const visit: KnownExchange = {
  id: 'k',
  kind: 'visit',
  status: 'occurred',
  date: '2024-03-04/2024-03-06',
  host: 'VAR',
  place: 'Selm',
  states: ['ARN', 'VAR'],
  participants: [who('ARN', 'dorst'), who('VAR', 'varga')],
}
const meeting: KnownExchange = { ...visit, kind: 'meeting', date: '2024-03-05' }
const verdict = (asked: Partial<Likeness>, known: KnownExchange): string => {
  const match = compareExchanges({ ...known, ...asked }, known)
  if (!match || match.score < exchangeThresholds.doubtful) return 'other'
  return match.score >= exchangeThresholds.likely ? 'same' : 'doubtful'
}

describe('visits', () => {
  test.each<[string, Partial<Likeness>, string]>([
    ['all agrees', {}, 'same'],
    ['only the visitor is named', { participants: [who('ARN', 'dorst')] }, 'same'],
    ['announced before, same days', { status: 'announced' }, 'same'],
    ['known by month', { date: '2024-03' }, 'same'],
    ['one day of it', { date: '2024-03-05' }, 'same'],
    ['nobody named', { participants: [], date: '2024-03-05' }, 'doubtful'],
    ['the day after', { date: '2024-03-07' }, 'doubtful'],
    ['two days after', { date: '2024-03-08' }, 'other'],
    ['another visitor of that state', { participants: [who('ARN', 'linn')] }, 'other'],
    ['another host', { host: 'KOS', states: ['ARN', 'KOS'] }, 'other'],
    ['a meeting is no visit', { kind: 'meeting' }, 'other'],
    ['undated', { date: null }, 'other'],
  ])('%s', (_, asked, expected) => {
    expect(verdict(asked, visit)).toBe(expected)
  })
})

describe('meetings', () => {
  test.each<[string, Partial<Likeness>, string]>([
    ['talks by another paper', { kind: 'talks' }, 'same'],
    [
      'two of the three at another table',
      {
        states: ['ARN', 'VAR', 'KOS'],
        participants: [who('ARN', 'dorst'), who('VAR', 'varga'), who('KOS', 'chae')],
      },
      'other',
    ],
    [
      'the same visitor with somebody else',
      { states: ['ARN', 'KOS'], participants: [who('ARN', 'dorst'), who('KOS', 'chae')] },
      'other',
    ],
  ])('%s', (_, asked, expected) => {
    expect(verdict(asked, meeting)).toBe(expected)
  })
  test('in a third state: the room does not make its owner a side', () => {
    const aside = { ...meeting, host: 'LUM', states: ['ARN', 'LUM', 'VAR'] }
    expect(verdict({ states: ['ARN', 'VAR'] }, aside)).toBe('same')
  })
})

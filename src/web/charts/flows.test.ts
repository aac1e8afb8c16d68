// Visits counted by who went where.
import { expect, test } from 'vitest'
import type { ShownExchange } from '../record.ts'
import { countVisits, topStates } from './flows.ts'

const visit = (host: string | null, ...senders: string[]): ShownExchange =>
  ({ hostState: host, participants: senders.map((state) => ({ state, role: 'visitor' })) }) as ShownExchange

test('a delegation of two counts once, two states twice, one’s own state never', () => {
  const flows = countVisits([
    visit('BBB', 'AAA', 'AAA'),
    visit('BBB', 'AAA', 'CCC'),
    visit('BBB', 'BBB'),
    visit(null, 'AAA'),
  ])
  expect(flows).toEqual([
    { from: 'AAA', to: 'BBB', count: 2 },
    { from: 'CCC', to: 'BBB', count: 1 },
  ])
  expect(topStates(flows, 2)).toEqual(['BBB', 'AAA'])
})

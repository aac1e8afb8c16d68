// The states that go or receive most come first, in one order.
import { expect, test } from 'vitest'
import { topStates } from './flows.ts'

test('visits made and received weigh alike; the rest is by name', () => {
  const flows = [
    { from: 'AAA', to: 'BBB', count: 2 },
    { from: 'CCC', to: 'BBB', count: 1 },
    { from: 'DDD', to: 'AAA', count: 1 },
  ]
  expect(topStates(flows, 3)).toEqual(['AAA', 'BBB', 'CCC'])
  expect(topStates(flows, 4)).toEqual(['AAA', 'BBB', 'CCC', 'DDD'])
})

// What waits at the gate goes on once, all together.
import { expect, test } from 'vitest'
import { openGate, signedIn } from './gate.ts'

test('all who wait hear the same, and later ones wait anew', async () => {
  const first = [signedIn(), signedIn()]
  openGate(true)
  const second = signedIn()
  openGate(false)
  expect(await Promise.all(first)).toEqual([true, true])
  expect(await second).toBe(false)
})

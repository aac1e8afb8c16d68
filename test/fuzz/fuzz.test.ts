// A short run over what strangers can hand us, the same cases each time; `npm run fuzz -- --cases 1000000` is the long one.
import { test } from 'vitest'
import { meetCases, surfaces } from './surfaces.ts'

test.each(surfaces.map((one) => [one.name, one] as const))(
  '%s: an answer or an error of ours',
  async (_, one) => void (await meetCases(one, 60 * Math.min(one.weight, 8), 20261125)),
  120_000,
)

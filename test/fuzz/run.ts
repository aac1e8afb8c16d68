// The long run: `npm run fuzz -- --cases 1000000 [--seed N]`. Prints cases and seconds by surface; a failing case ends it with its seed.
import { parseArgs } from 'node:util'
import { meetCases, surfaces } from './surfaces.ts'

const { values } = parseArgs({
  options: { cases: { type: 'string', default: '100000' }, seed: { type: 'string' } },
})
const seed = Number(values.seed ?? Date.now() % 2 ** 31)
const whole = surfaces.reduce((sum, { weight }) => sum + weight, 0)
console.log(`seed ${seed}`)
let failed = 0
for (const one of surfaces) {
  const count = Math.ceil((Number(values.cases) * one.weight) / whole)
  const start = performance.now()
  try {
    await meetCases(one, count, seed)
    console.log(`${one.name}: ${count} cases, ${((performance.now() - start) / 1000).toFixed(1)} s`)
  } catch (error) {
    failed++
    console.log(`${one.name}: ${(error as Error).message}`)
  }
}
if (failed > 0) process.exitCode = 1

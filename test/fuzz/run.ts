// The long run: `npm run fuzz -- --cases 1000000 [--seed N] [--only NAME]`. A row for each kind of input; a kind ends at its first failing case, told with its seed.
import { parseArgs } from 'node:util'
import { meetCases, surfaces } from './surfaces.ts'

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '100000' },
    seed: { type: 'string' },
    only: { type: 'string' },
  },
})
const seed = Number(values.seed ?? Date.now() % 2 ** 31)
const chosen = surfaces.filter(({ name }) => !values.only || name === values.only)
const whole = chosen.reduce((sum, { weight }) => sum + weight, 0)
console.log(
  `seed ${seed}\n\n| input | cases | cases/s | failed | slowest, ms of the processor |\n| --- | --- | --- | --- | --- |`,
)
let met = 0
for (const one of chosen) {
  const count = Math.ceil((Number(values.cases) * one.weight) / whole)
  const start = performance.now()
  try {
    const slowest = await meetCases(one, count, seed)
    const pace = Math.round((count / (performance.now() - start)) * 1000)
    console.log(`| ${one.name} | ${count} | ${pace} | 0 | ${Math.round(slowest.ms)}: \`${slowest.told}\` |`)
    met += count
  } catch (error) {
    process.exitCode = 1
    console.log(
      `| ${one.name} | | | 1 | |\n${(error as Error).message}\n${String((error as Error).cause ?? '')}`,
    )
  }
}
console.log(`\n${met} cases`)
// What reads PDFs leaves workers that would keep the process.
process.exit()

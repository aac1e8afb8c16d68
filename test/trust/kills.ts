// The long run: `npm run kills -- --times 200 [--minutes 30] [--only embedded] [--work migration] [--postgres URL [--crash]]`; minutes: for each engine. Ends with 1 when anything acknowledged was lost, twice or half.
// `--crash` also kills processes of the server, so it must be one of its own and on this machine.
import { parseArgs } from 'node:util'
import { databases, folders } from './grounds.ts'
import { type Ground, killAtIngest, killAtMigration, killAtReview, type Run } from './killing.ts'

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '200' },
    postgres: { type: 'string' },
    minutes: { type: 'string' },
    crash: { type: 'boolean', default: false },
    only: { type: 'string', default: 'embedded,server' },
    work: { type: 'string', default: 'ingest,review,migration' },
  },
})
const times = Number(values.times)
// A third each, the rest to the ingest.
const third = Math.floor(times / 3)
const kinds = [
  ['ingest', killAtIngest, times - 2 * third],
  ['review', killAtReview, third],
  ['migration', killAtMigration, third],
] as const

async function report(engine: string, ground: Ground): Promise<void> {
  for (const [name, killAt, count] of kinds) {
    if (!values.work.includes(name)) continue
    const start = performance.now()
    const run: Run = {
      times: count,
      crash: values.crash,
      ...(values.minutes ? { most: (Number(values.minutes) * 60_000) / kinds.length } : {}),
      told: (kills) => kills % 10 === 0 && console.error(`${engine}, ${name}: ${kills}`),
    }
    const toll = await killAt(ground, run)
    const seconds = Math.round((performance.now() - start) / 1000)
    console.log(
      `${engine}, ${name}: ${toll.kills} kills, ${toll.acknowledged} acknowledged, ${toll.wrong.length} wrong, ${seconds} s`,
    )
    for (const what of toll.wrong) console.log(`  ${what}`)
    if (toll.wrong.length > 0) process.exitCode = 1
  }
}

if (values.only.includes('embedded')) {
  const ground = folders()
  await report('embedded', ground)
  ground.clear()
}
if (values.postgres && values.only.includes('server')) await report('server', databases(values.postgres))

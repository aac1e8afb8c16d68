// `npm run bench [-- reading|record|events|load|workbench]`: runs the benchmarks and prints them as tables, ratios beside absolute figures.
import { cpus } from 'node:os'

const benches: Record<string, () => Promise<{ run(): Promise<void> }>> = {
  reading: () => import('./reading.ts'),
  record: () => import('./record.ts'),
  events: () => import('./events.ts'),
  load: () => import('./load.ts'),
  workbench: () => import('./workbench.ts'),
}

const asked = process.argv.slice(2)
const names = asked.length > 0 ? asked : Object.keys(benches)
const unknown = names.filter((name) => !(name in benches))
if (unknown.length > 0) {
  console.error(`no bench called ${unknown.join(', ')}; there are: ${Object.keys(benches).join(', ')}`)
  process.exit(2)
}
console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}\n`)
for (const name of names) await (await benches[name]!()).run()

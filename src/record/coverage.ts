// What the base record's sources would have shown us: source × pair × class × dates.
import type { BaseExchange } from '../knowledge/exchanges.ts'
import { contentId, insertRows } from './columns.ts'
import type { Database } from './database.ts'
import { edtfDays } from './days.ts'
import { groupRows } from './grouping.ts'

interface Reach {
  source: string
  states: [string, string]
  row: BaseExchange
}

/**
 * Replaces the coverage that came from packs: for each origin and pair of states, the days from its first to its last row.
 * An origin covers what it lists, no more: its silence outside these days says nothing.
 */
export async function seedCoverage(database: Database, exchanges: BaseExchange[]): Promise<void> {
  const reaches = exchanges.flatMap(reachesOf)
  const groups = groupRows(reaches, (reach) => [reach.source, ...reach.states, reach.row.kind].join('|'))
  await database.query(`delete from coverage where minted_by = 'pack'`)
  await insertRows(database, 'coverage', [...groups.values()].flatMap(coverageRow), 'on conflict do nothing')
}

function reachesOf(row: BaseExchange): Reach[] {
  const states = [...new Set([row.host, ...row.participants.map((p) => p.state)])]
    .filter((s) => s !== null)
    .sort()
  return states.flatMap((a, i) =>
    states.slice(i + 1).map((b): Reach => ({ source: sourceOf(row), states: [a, b], row })),
  )
}

/** "HistoryAtState/visits id 2673" → "HistoryAtState/visits"; rows gathered by hand share one name. */
const sourceOf = (row: BaseExchange): string =>
  row.origin.startsWith('hand:')
    ? row.confirmed
      ? 'gathered reports'
      : 'general knowledge'
    : row.origin.split(' ')[0]!

function coverageRow(reaches: Reach[]): object[] {
  const { source, states, row } = reaches[0]!
  const days = reaches.map((reach) => edtfDays(reach.row.date))
  const first = days.flatMap((d) => d.earliest ?? []).sort()[0]
  const last = days
    .flatMap((d) => d.latest ?? [])
    .sort()
    .at(-1)
  if (!first || !last) return []
  return [
    {
      id: contentId('coverage', source, states, row.kind),
      source,
      state_a: states[0],
      state_b: states[1],
      class: row.kind,
      valid: `[${first},${last}]`,
      rows: reaches.length,
      note: noteOf(source),
      minted_by: 'pack',
    },
  ]
}

const noteOf = (source: string): string =>
  source.startsWith('HistoryAtState')
    ? 'a register that aims at completeness for its own state’s side'
    : 'rows gathered for the pair; not a complete list'

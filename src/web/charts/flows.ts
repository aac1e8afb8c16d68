// Visits by who went where, as plots and matrices take them.
import type { VisitCount } from '../record.ts'

export type Flow = Pick<VisitCount, 'from' | 'to' | 'count'>

/** The states that go or receive most. */
export function topStates(flows: Flow[], most: number): string[] {
  const weights = new Map<string, number>()
  for (const { from, to, count } of flows)
    for (const id of [from, to]) weights.set(id, (weights.get(id) ?? 0) + count)
  return [...weights]
    .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
    .slice(0, most)
    .map(([id]) => id)
}

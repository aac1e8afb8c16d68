// Visits counted by who went where.
import type { ShownExchange } from '../record.ts'

export interface Flow {
  from: string
  to: string
  count: number
}

/** One visit counts once for each state whose officials went. */
export function countVisits(items: ShownExchange[]): Flow[] {
  const counts = new Map<string, number>()
  for (const { hostState, participants } of items) {
    if (!hostState) continue
    const senders = new Set(
      participants.flatMap((one) =>
        one.role === 'visitor' && one.state && one.state !== hostState ? [one.state] : [],
      ),
    )
    for (const from of senders)
      counts.set(`${from} ${hostState}`, (counts.get(`${from} ${hostState}`) ?? 0) + 1)
  }
  return [...counts]
    .map(([key, count]) => ({ from: key.slice(0, 3), to: key.slice(4), count }))
    .sort((a, b) => b.count - a.count)
}

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

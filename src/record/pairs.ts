// The pairs of states of an exchange: rows by which everything between two states, or of one, is found in one probe.
import type { ShownExchange } from './shown.ts'

/** Exchanges of more states than these have no pairs: a summit of fifty would have 1,225. The index `exchange_wide` has them. */
export const mostPaired = 8

/**
 * "ARN" and "VAR" of an exchange of both, once, in alphabetical order; each state with itself, however many there are. None where
 * questions must not see the exchange.
 */
export function pairRows(exchange: ShownExchange, at: string): object[] {
  const { id, states, review } = exchange
  if (review === 'rejected') return []
  const version = { exchange_id: id, known_from: at, known_to: 'infinity', ...bothDays(exchange) }
  const ordered = [...states].sort()
  return ordered.flatMap((state_a, i) =>
    ordered
      .slice(i, states.length > mostPaired ? i + 1 : undefined)
      .map((state_b) => ({ state_a, state_b, ...version })),
  )
}

/** First and last possible day for looking up: an open end is the other end. */
export const bothDays = ({ earliest, latest }: Pick<ShownExchange, 'earliest' | 'latest'>) => ({
  earliest: earliest ?? latest,
  latest: latest ?? earliest,
})

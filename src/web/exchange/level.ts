// The level an exchange is shown at in a line about who came: for a visit the visitors’, else the best of all.
import type { ShownExchange } from '../record.ts'

/** Best level of those who came; null when nobody's is known. */
export function guestLevel(exchange: ShownExchange): number | null {
  const visitors = exchange.participants.filter((one) => one.role === 'visitor')
  if (exchange.kind !== 'visit' || !visitors.length) return exchange.level
  const levels = visitors.flatMap((one) => one.level ?? [])
  return levels.length ? Math.min(...levels) : null
}

// An interval around an estimate, and when numbers are too small to carry weight.

/** 95 % interval: `low` ≤ estimate ≤ `high`; `high` may be Infinity. */
export interface Interval {
  low: number
  high: number
}

/** Below this many events a comparison says aloud that its numbers are small. */
export const smallNumber = 10

/** "Small numbers (3 against 5): …" or null when neither is small. */
export function smallNumbersNote(...counts: number[]): string | null {
  if (counts.every((count) => count >= smallNumber)) return null
  return `Small numbers (${counts.join(' against ')}): one more or one less exchange would move this answer a good deal.`
}

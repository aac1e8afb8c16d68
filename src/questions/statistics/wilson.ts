// The share of cases in which something held, with Wilson's score interval: honest at 0, at 1 and for few cases.
import type { Interval } from './interval.ts'

export interface BaseRate extends Interval {
  hits: number
  trials: number
  /** hits / trials; NaN when there were no trials (the interval is then 0 to 1). */
  rate: number
}

/** 95 % Wilson score interval without continuity correction (Wilson 1927). */
export function baseRate(hits: number, trials: number): BaseRate {
  if (trials === 0) return { hits, trials, rate: Number.NaN, low: 0, high: 1 }
  const z = 1.959963984540054
  const rate = hits / trials
  const middle = (rate + (z * z) / (2 * trials)) / (1 + (z * z) / trials)
  const half =
    (z / (1 + (z * z) / trials)) * Math.sqrt((rate * (1 - rate)) / trials + (z * z) / (4 * trials * trials))
  return { hits, trials, rate, low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}

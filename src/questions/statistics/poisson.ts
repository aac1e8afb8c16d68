// Counts that happen at a rate: exact (Garwood) interval for one, exact conditional interval and test for the ratio of two.
import { betaShare, gammaShare, invert, logGamma } from './beta.ts'
import type { Interval } from './interval.ts'

/** Exact 95 % interval for a Poisson mean when `count` events were seen (Garwood 1936). */
// => poissonInterval(0).high.toFixed(3) === '3.689'
export function poissonInterval(count: number, level = 0.95): Interval {
  const tail = (1 - level) / 2
  const top = count * 3 + 50
  return {
    low: count === 0 ? 0 : invert((x) => gammaShare(count, x), tail, [0, top]),
    high: invert((x) => gammaShare(count + 1, x), 1 - tail, [0, top]),
  }
}

/** Exact 95 % interval for a proportion (Clopper–Pearson 1934). */
export function binomialInterval(hits: number, trials: number, level = 0.95): Interval {
  const tail = (1 - level) / 2
  return {
    low: hits === 0 ? 0 : invert((p) => betaShare(p, hits, trials - hits + 1), tail, [0, 1]),
    high: hits === trials ? 1 : invert((p) => betaShare(p, hits + 1, trials - hits), 1 - tail, [0, 1]),
  }
}

export interface RateRatio extends Interval {
  /** First rate over second; Infinity when the second count is 0 and the first is not, NaN when both are 0. */
  ratio: number
  /** Two-sided exact p-value of "the rates are the same" (sum of outcomes no likelier than the one seen). */
  p: number
}

export interface Rate {
  count: number
  /** Exposure: days, years … the same unit for both. */
  over: number
}

/** Ratio of two Poisson rates, conditional on their total (Przyborowski & Wilenski 1940), as R's poisson.test. */
export function rateRatio(a: Rate, b: Rate): RateRatio {
  const total = a.count + b.count
  const { low, high } = binomialInterval(a.count, total)
  const odds = (p: number): number => (p >= 1 ? Number.POSITIVE_INFINITY : ((p / (1 - p)) * b.over) / a.over)
  return {
    ratio: a.count / a.over / (b.count / b.over),
    low: odds(total === 0 ? 0 : low),
    high: odds(total === 0 ? 1 : high),
    p: total === 0 ? 1 : binomialTest(a.count, total, a.over / (a.over + b.over)),
  }
}

function binomialTest(hits: number, trials: number, share: number): number {
  const choose = (k: number): number => logGamma(trials + 1) - logGamma(k + 1) - logGamma(trials - k + 1)
  const chance = (k: number): number =>
    Math.exp(choose(k) + k * Math.log(share) + (trials - k) * Math.log1p(-share))
  const seen = chance(hits) * (1 + 1e-7)
  let p = 0
  for (let k = 0; k <= trials; k++) if (chance(k) <= seen) p += chance(k)
  return Math.min(1, p)
}

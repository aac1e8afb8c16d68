// Is a silence longer than chance would make it? The longest of n spacings, if the exchanges had fallen at random.
import { logGamma } from './beta.ts'

/** Expected longest of `pieces` spacings of a stretch of length 1 cut at random: H(pieces) / pieces (Holst 1980). */
// => expectedLongest(2) === 0.75
export function expectedLongest(pieces: number): number {
  let harmonic = 0
  for (let k = 1; k <= pieces; k++) harmonic += 1 / k
  return pieces === 0 ? 1 : harmonic / pieces
}

/** Chance that the longest of `pieces` random spacings is at least the share `x` of the whole (Fisher 1929). */
export function chanceOfLongest(pieces: number, x: number): number {
  if (pieces <= 1) return 1
  let sum = 0
  for (let k = 1; k <= pieces && k * x < 1; k++) {
    const ways = logGamma(pieces + 1) - logGamma(k + 1) - logGamma(pieces - k + 1)
    sum += (k % 2 === 1 ? 1 : -1) * Math.exp(ways + (pieces - 1) * Math.log1p(-k * x))
  }
  return Math.min(1, Math.max(0, sum))
}

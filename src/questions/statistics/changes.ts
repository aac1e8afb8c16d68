// Change points in a pace: where a series of counts moves from one rate to another.

/** One stretch of constant rate: counts `first` up to, not including, `last`. */
export interface Segment {
  first: number
  last: number
  /** Mean count a period. */
  rate: number
}

/**
 * Best cut of a series of counts into stretches of constant Poisson rate: exact dynamic programming over all cuts
 * (optimal partitioning, Jackson et al. 2005), each cut paid with `penalty` (default 3 ln n: the main term of the modified BIC,
 * Zhang & Siegmund 2007; plain BIC finds too many).
 */
export function findChanges(counts: number[], penalty = 3 * Math.log(Math.max(2, counts.length))): Segment[] {
  const sums = [0]
  for (const count of counts) sums.push(sums.at(-1)! + count)
  const best = [-penalty]
  const cut = [0]
  for (let end = 1; end <= counts.length; end++) {
    best[end] = Number.POSITIVE_INFINITY
    for (let start = 0; start < end; start++) {
      const cost = best[start]! + segmentCost(sums[end]! - sums[start]!, end - start) + penalty
      if (cost < best[end]! - 1e-9) [best[end], cut[end]] = [cost, start]
    }
  }
  return readSegments(cut, sums)
}

/** −2 log likelihood of `total` events over `length` periods at their own mean, up to what every cut shares. */
const segmentCost = (total: number, length: number): number =>
  total === 0 ? 0 : 2 * total * (1 - Math.log(total / length))

function readSegments(cut: number[], sums: number[]): Segment[] {
  const segments: Segment[] = []
  for (let end = sums.length - 1; end > 0; end = cut[end]!) {
    const first = cut[end]!
    segments.unshift({ first, last: end, rate: (sums[end]! - sums[first]!) / (end - first) })
  }
  return segments
}

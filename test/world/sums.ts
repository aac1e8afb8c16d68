// Sums by the longest way, for tests: exact bounds of a share by halving, hypotheses ranked by hand.

/** Chance of at least `hits` of `trials` when each has chance `p`. */
export function chanceOfMore(hits: number, trials: number, p: number): number {
  let sum = 0
  for (let k = hits; k <= trials; k++) {
    let term = 1
    for (let i = 0; i < k; i++) term *= ((trials - i) / (k - i)) * p
    sum += term * (1 - p) ** (trials - k)
  }
  return sum
}

/** Exact 95 % bounds of a share (Clopper and Pearson 1934): each tail 2.5 %. */
export function shareBounds(hits: number, trials: number): [low: number, high: number] {
  const halve = (below: (p: number) => boolean): number => {
    let [low, high] = [0, 1]
    for (let i = 0; i < 60; i++) {
      const middle = (low + high) / 2
      if (below(middle)) low = middle
      else high = middle
    }
    return low
  }
  return [
    hits === 0 ? 0 : halve((p) => chanceOfMore(hits, trials, p) < 0.025),
    hits === trials ? 1 : halve((p) => 1 - chanceOfMore(hits + 1, trials, p) > 0.025),
  ]
}

type Given = { evidence: string; hypothesis: string; rating: 'CC' | 'C' | 'N' | 'I' | 'II' }

/** What speaks against each hypothesis, and each piece without which others would lead. */
export function rankByHand(
  hypotheses: string[],
  pieces: string[],
  given: Given[],
  weight: (piece: string) => number,
) {
  const against = (without?: string): [string, number][] =>
    hypotheses.map((h) => [
      h,
      given
        .filter((g) => g.hypothesis === h && g.evidence !== without)
        .reduce((sum, g) => sum + (g.rating === 'I' ? 1 : g.rating === 'II' ? 2 : 0) * weight(g.evidence), 0),
    ])
  const lead = (without?: string): string => {
    const scores = against(without)
    const least = Math.min(...scores.map(([, score]) => score))
    return scores
      .filter(([, score]) => Math.abs(score - least) < 1e-6)
      .map(([h]) => h)
      .join()
  }
  return {
    against: Object.fromEntries(against().map(([h, score]) => [h, score.toFixed(3)])),
    turning: pieces.filter((piece) => lead(piece) !== lead()).sort(),
  }
}

// Ranking of competing hypotheses by what speaks against them, and words of likelihood after ICD 203. Pure.

/** Very consistent, consistent, neutral or not applicable, inconsistent, very inconsistent. */
export const ratings = ['CC', 'C', 'N', 'I', 'II'] as const
export type Rating = (typeof ratings)[number]

/** One piece of evidence with its ratings by hypothesis id; `weight` 0 to 1. */
export interface Rated {
  evidence: string
  weight: number
  diagnosticity: number
  ratings: Map<string, Rating>
}

export interface Ranked {
  id: string
  /** Sum of weights of what is inconsistent (I 1, II 2): less is better. */
  against: number
  /** Sum of weights of what is consistent (C 1, CC 2): shown, but does not rank. */
  inFavour: number
  /** The hypothesis's share when each is worth exp(-against); shares of one matrix sum to 1. */
  share: number
}

const inconsistency: Record<Rating, number> = { CC: 0, C: 0, N: 0, I: 1, II: 2 }
const consistency: Record<Rating, number> = { CC: 2, C: 1, N: 0, I: 0, II: 0 }

/** Least inconsistent first. A hypothesis `within` another is counted beside it, not against it. */
export function rankHypotheses(hypotheses: { id: string }[], rated: Rated[]): Ranked[] {
  const scored = hypotheses.map(({ id }) => ({
    id,
    against: sum(rated, id, inconsistency),
    inFavour: sum(rated, id, consistency),
  }))
  const total = scored.reduce((all, h) => all + Math.exp(-h.against), 0)
  return scored
    .map((h) => ({ ...h, share: Math.exp(-h.against) / total }))
    .sort((a, b) => a.against - b.against || (a.id < b.id ? -1 : 1))
}

const sum = (rated: Rated[], id: string, scale: Record<Rating, number>): number =>
  Math.round(rated.reduce((all, r) => all + r.weight * scale[r.ratings.get(id) ?? 'N'], 0) * 1000) / 1000

/** Ids of those that nothing beats: several when they tie. */
export const leaders = (ranked: Ranked[]): string[] =>
  ranked.filter((h) => h.against === ranked[0]?.against).map((h) => h.id)

/** ICD 203's words for a probability (Intelligence Community Directive 203, 2015, Analytic Standards, D.6.e.2.a). */
// => likelihoodWords(0.6) === 'likely'
export function likelihoodWords(probability: number): string {
  if (probability < 0.05) return 'almost no chance'
  if (probability < 0.2) return 'very unlikely'
  if (probability < 0.45) return 'unlikely'
  if (probability <= 0.55) return 'roughly even chance'
  if (probability <= 0.8) return 'likely'
  return probability <= 0.95 ? 'very likely' : 'almost certain'
}

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
  /** Id of the hypothesis it is a case of; null when it stands by itself. */
  within: string | null
  /** The hypothesis's share when each is worth exp(-against): those that stand by themselves sum to 1, those within one to its share. */
  share: number
}

const inconsistency: Record<Rating, number> = { CC: 0, C: 0, N: 0, I: 1, II: 2 }
const consistency: Record<Rating, number> = { CC: 2, C: 1, N: 0, I: 0, II: 0 }

/** Least inconsistent first. A hypothesis `within` another competes with its siblings there, for a part of the other's share. */
export function rankHypotheses(hypotheses: { id: string; within?: string }[], rated: Rated[]): Ranked[] {
  const scored = hypotheses.map(({ id, within }) => ({
    id,
    within: within ?? null,
    against: sum(rated, id, inconsistency),
    inFavour: sum(rated, id, consistency),
  }))
  const worth = (h: { against: number }): number => Math.exp(-h.against)
  const shareOf = (h: (typeof scored)[number]): number => {
    const siblings = scored.filter((other) => other.within === h.within)
    const part = worth(h) / siblings.reduce((all, other) => all + worth(other), 0)
    const whole = scored.find((other) => other.id === h.within)
    return whole ? part * shareOf(whole) : part
  }
  return scored
    .map((h) => ({ ...h, share: shareOf(h) }))
    .sort((a, b) => a.against - b.against || (a.id < b.id ? -1 : 1))
}

const sum = (rated: Rated[], id: string, scale: Record<Rating, number>): number =>
  Math.round(rated.reduce((all, r) => all + r.weight * scale[r.ratings.get(id) ?? 'N'], 0) * 1000) / 1000

/** Ids of those standing by themselves that nothing beats: several when they tie. A case of a hypothesis does not tie with it. */
export const leaders = (ranked: Ranked[]): string[] => {
  const whole = ranked.filter((h) => h.within === null)
  return whole.filter((h) => h.against === whole[0]?.against).map((h) => h.id)
}

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

// Which way of dividing cases best explains where something held and where not.

export interface Split {
  by: string
  groups: { value: string; hits: number; trials: number }[]
  /** Information gained about the outcome by knowing the group, in bits, corrected for the number of groups; at most 1. */
  gain: number
}

/** Every way of dividing, best first; ways with a single group tell nothing and are left out. */
export function splitCases<Case>(
  cases: Case[],
  hit: (one: Case) => boolean,
  ways: Record<string, (one: Case) => string>,
): Split[] {
  return Object.entries(ways)
    .map(([by, keyOf]): Split => {
      const groups = groupCases(cases, hit, keyOf)
      return { by, groups, gain: gainOf(groups) }
    })
    .filter((split) => split.groups.length > 1)
    .sort((a, b) => b.gain - a.gain)
}

function groupCases<Case>(
  cases: Case[],
  hit: (one: Case) => boolean,
  keyOf: (one: Case) => string,
): Split['groups'] {
  const groups = new Map<string, { value: string; hits: number; trials: number }>()
  for (const one of cases) {
    const group = groups.get(keyOf(one)) ?? { value: keyOf(one), hits: 0, trials: 0 }
    group.trials++
    if (hit(one)) group.hits++
    groups.set(group.value, group)
  }
  return [...groups.values()].sort((a, b) => b.trials - a.trials || a.value.localeCompare(b.value))
}

/** Mutual information less its bias for many small groups, (groups − 1) / (2 n ln 2) (Miller 1955). */
function gainOf(groups: Split['groups']): number {
  const trials = groups.reduce((sum, group) => sum + group.trials, 0)
  const hits = groups.reduce((sum, group) => sum + group.hits, 0)
  const within = groups.reduce(
    (sum, group) => sum + (group.trials / trials) * entropy(group.hits / group.trials),
    0,
  )
  return entropy(hits / trials) - within - (groups.length - 1) / (2 * trials * Math.LN2)
}

const entropy = (p: number): number => (p <= 0 || p >= 1 ? 0 : -p * Math.log2(p) - (1 - p) * Math.log2(1 - p))

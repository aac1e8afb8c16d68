// Where somebody goes is not whose official they are: "Special Envoy X's travel to Chile and Peru"; who joins them is of their state.
import type { Draft } from './draft.ts'
import type { Cluster } from './linking-people.ts'
import { type Naming, namings } from './mentions.ts'
import type { Atom } from './names-atoms.ts'
import { scanOf } from './names-scan.ts'

const TRAVEL =
  /^(?:travels?|travell?ed|travell?ing|visits?|visited|visiting|trips?|tours?|departs?|stops?|flies|flew|fly)$/

/** States of the places behind a word of travel in the sentences that open with the name. */
export function goalsOf(draft: Draft, { namings: own }: Cluster): Set<string> {
  const { atoms } = scanOf(draft)
  const all = namings(draft)
  const goals = new Set<string>()
  for (const naming of own.slice(0, 4)) {
    const { sentence } = atoms[naming.first]!
    const travel = travelAt(atoms, naming)
    if (travel < 0) continue
    for (let i = naming.index + 1; i < all.length && atoms[all[i]!.first]!.sentence === sentence; i++) {
      const { mention, state, first } = all[i]!
      if (first > travel && state !== null && /^(?:state|place)$/.test(mention.kind)) {
        if (!isGoal(atoms, all, i)) break
        goals.add(state)
      }
    }
  }
  return goals
}

/** The word of travel that the name goes with: near behind it, with no other verb between; -1 when none. */
function travelAt(atoms: readonly Atom[], { first, next }: Naming): number {
  for (let at = next; at < Math.min(atoms.length, next + 12); at++) {
    if (atoms[at]!.sentence !== atoms[first]!.sentence || /^[.;:]$/.test(atoms[at]!.text)) return -1
    if (TRAVEL.test(atoms[at]!.norm)) return at
  }
  return -1
}

/** "to Lima, Peru, on May 3 and Quito": a list of places behind "to", or behind a verb of visiting. */
function isGoal(atoms: readonly Atom[], all: readonly Naming[], at: number): boolean {
  const before = atoms[all[at]!.first - 1]
  if (before === undefined) return false
  if (/^(?:to|in|through)$/.test(before.norm) || TRAVEL.test(before.norm)) return true
  return /^(?:,|and|the)$/.test(before.norm) && /^(?:place|state)$/.test(all[at - 1]?.mention.kind ?? '')
}

/** "will travel to Lima, joined by Trade Minister X": whoever goes along is of the traveller's state; null when nobody is joined. */
export function companyOf(
  draft: Draft,
  naming: Naming,
  stateOf: (one: Naming) => string | null,
): string | null {
  const { atoms } = scanOf(draft)
  const { sentence } = atoms[naming.first]!
  let by = naming.first - 1
  while (by > 1 && atoms[by]!.sentence === sentence && atoms[by]!.norm !== 'by') by--
  const joined =
    /^(?:joined|accompanied)$/.test(atoms[by - 1]?.norm ?? '') && atoms[by]!.sentence === sentence
  if (!joined || atoms.slice(by, naming.first).some(({ text }) => /^[.;:]$/.test(text))) return null
  const all = namings(draft)
  for (let i = naming.index - 1; i >= 0 && sentence - atoms[all[i]!.first]!.sentence <= 1; i--) {
    const other = all[i]!
    if (other.person !== null && other.first < by && stateOf(other) !== null) return stateOf(other)
  }
  return null
}

// A text laid out for finding names: its atoms, and at each atom the known name that starts there.
import type { Analysis, Token } from '../language/analysis.ts'
import type { Draft } from './draft.ts'
import { type Known, makeNames, type Names } from './names.ts'
import { type Atom, cutAtoms } from './names-atoms.ts'

export interface Hit {
  known: Known
  /** The atom after the name. */
  next: number
}

export interface Scan {
  text: string
  atoms: Atom[]
  names: Names
  /** Known name that starts at this atom; null when none does. */
  hit(at: number): Hit | null
  /** Whether the text writes this word in lower case somewhere: "the team" makes "Team" a doubtful name. */
  isCommon(norm: string): boolean
  /** The token an atom lies in. */
  token(at: number): Token | undefined
}

const scans = new WeakMap<Analysis, Scan>()

/** Lays the draft's text out; made once per analysis. */
export function scanOf(draft: Draft): Scan {
  const known = scans.get(draft.analysis)
  if (known) return known
  const { analysis } = draft
  const atoms = cutAtoms(analysis)
  const names = makeNames(draft.knowledge)
  const hits: (Hit | null | undefined)[] = []
  let common: Set<string> | undefined
  const scan: Scan = {
    text: analysis.text,
    atoms,
    names,
    hit(at) {
      const seen = hits[at]
      if (seen !== undefined) return seen
      const found = at < atoms.length && atoms[at]!.shape !== 'mark' ? names.match(atoms, at) : null
      hits[at] = found
      return found
    },
    isCommon(norm) {
      common ??= new Set(atoms.filter((atom) => atom.shape === 'lower').map((atom) => atom.norm))
      return common.has(norm)
    },
    token: (at) => analysis.tokens[atoms[at]?.token ?? -1],
  }
  scans.set(analysis, scan)
  return scan
}

export const isCapital = (atom: Atom | undefined): boolean =>
  atom !== undefined && (atom.shape === 'capital' || atom.shape === 'capitals' || atom.shape === 'initial')

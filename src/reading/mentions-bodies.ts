// States, demonyms, places, organizations and bodies named by description: "the French Foreign Ministry".
import type { Mention } from './draft.ts'
import { isCapital, type Scan } from './names-scan.ts'

export interface Body {
  kind: Mention['kind']
  first: number
  next: number
  state: string | null
  organization: string | null
  known: string | null
  label: string | null
}

const OFFICES_OF_STATE =
  /^(ministry|department|parliament|government|embassy|cabinet|presidency|chancellery|army|navy|military|delegation|consulate|authorities|administration|senate|legislature|mission|foreign|defense|defence|finance|interior|trade|commerce|justice|economy|energy|supreme|central|national|state|council)$/
const HEADS =
  /^(ministry|department|parliament|government|embassy|cabinet|presidency|chancellery|army|navy|military|delegation|consulate|authorities|administration|senate|legislature|mission|council|bank|court|assembly|office)$/

/** The state, place, organization or body at atom `at`; null when none stands there. */
export function readBody(scan: Scan, at: number): Body | null {
  const hit = scan.hit(at)
  const kind = hit?.known.kind
  if (hit === null || kind === 'title' || kind === 'honorific' || kind === 'person')
    return readMinistry(scan, at, at, null)
  const { known, next } = hit
  if (kind === 'state' || kind === 'demonym')
    return (
      readMinistry(scan, at, afterOwner(scan, next), known.state) ?? {
        kind: 'state',
        first: at,
        next,
        state: known.state,
        organization: null,
        known: known.state,
        label: known.name,
      }
    )
  if (kind === 'organization') {
    return {
      kind: 'organization',
      first: at,
      next,
      state: known.state,
      organization: known.id,
      known: known.id,
      label: known.name,
    }
  }
  if (isInitialWordOnly(scan, at, next)) return null
  return {
    kind: 'place',
    first: at,
    next,
    state: known.state,
    organization: null,
    known: known.id,
    label: scan.text.slice(scan.atoms[at]!.start, scan.atoms[next - 1]!.end),
  }
}

const afterOwner = (scan: Scan, next: number): number =>
  /^['’]s?$/.test(scan.atoms[next]?.text ?? '') ? next + 1 : next

/** A place whose name is an ordinary word ("Nice", "Reading") does not count where it opens a sentence. */
function isInitialWordOnly(scan: Scan, at: number, next: number): boolean {
  const token = scan.token(at)
  return (
    next === at + 1 &&
    token !== undefined &&
    token.tag === 'ADJ' &&
    (at === 0 || scan.atoms[at - 1]!.text === '.')
  )
}

/** "the Foreign Ministry", "Russia's Foreign Ministry", "the Ministry of Foreign Affairs of Latvia". */
function readMinistry(scan: Scan, first: number, from: number, state: string | null): Body | null {
  const { atoms, names } = scan
  if (!OFFICES_OF_STATE.test(atoms[from]?.norm ?? '') || (state === null && !isCapital(atoms[from])))
    return null
  let j = from
  while (
    j < atoms.length &&
    j - from < 5 &&
    !HEADS.test(atoms[j]!.norm) &&
    (names.portfolios.has(atoms[j]!.norm) || atoms[j]!.norm === 'and')
  )
    j++
  if (!HEADS.test(atoms[j]?.norm ?? '') || (j > first && atoms[j]!.broken)) return null
  const bare =
    j === from && /^(council|bank|court|office|assembly|administration|mission)$/.test(atoms[j]!.norm)
  if (bare && state === null) return null
  const [next, owner] = readOf(scan, j + 1)
  const whose = state ?? owner
  return {
    kind: 'organization',
    first,
    next,
    state: whose,
    organization: null,
    known: null,
    label: scan.text.slice(atoms[first]!.start, atoms[next - 1]!.end),
  }
}

function readOf(scan: Scan, at: number): [number, string | null] {
  const { atoms, names } = scan
  let [next, state]: [number, string | null] = [at, null]
  for (let guard = 0; guard < 2 && atoms[next]?.norm === 'of'; guard++) {
    let j = next + 1
    if (atoms[j]?.norm === 'the') j++
    const hit = scan.hit(j)
    if (hit?.known.kind === 'state') return [hit.next, hit.known.state]
    const start = j
    while (
      names.portfolios.has(atoms[j]?.norm ?? '') ||
      (/^(and|,)$/.test(atoms[j]?.norm ?? '') &&
        names.portfolios.has(atoms[j + 1]?.norm ?? '') &&
        isCapital(atoms[j + 1]))
    )
      j++
    if (j === start) break
    next = j
    state = null
  }
  return [next, state]
}

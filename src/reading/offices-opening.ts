// What stands before the name of an office: determiner, adjectives, and whose it is. "the new Kenyan", "Japan's then-".
import { isCapital, type Scan } from './names-scan.ts'
import type { OfficeDraft } from './offices.ts'

const DETERMINERS = new Set(
  'the a an his her their its our my your this both two three four five six seven all'.split(' '),
)
const ADJECTIVES = new Set(
  'new then former ex current incoming outgoing visiting late newly elected longtime long-time ousted deposed sitting veteran powerful embattled one-time onetime erstwhile top senior most-senior newly-elected re-elected reelected recently appointed influential reformist conservative hardline self-proclaimed de facto exiled then-'.split(
    ' ',
  ),
)
const OWNERS = new Set(['state', 'demonym', 'organization', 'place'])

export const isDeterminer = (norm: string): boolean => DETERMINERS.has(norm)
export const isOfficeAdjective = (norm: string): boolean => ADJECTIVES.has(norm)
/** Whether a known name starts here that an office may belong to. */
export const isOwnerAt = (scan: Scan, at: number): boolean => OWNERS.has(scan.hit(at)?.known.kind ?? '')

/** Reads determiner, adjectives and owners; leaves `draft.i` at the first word of the office itself. */
export function readOpening(draft: OfficeDraft): void {
  const { atoms } = draft.scan
  if (isDeterminer(atoms[draft.i]!.norm)) draft.determiner = atoms[draft.i++]!.norm
  if (draft.determiner && isDeterminer(atoms[draft.i]?.norm ?? '')) draft.i++
  skipAdjectives(draft)
  if (readOwnersInARow(draft)) return
  for (let guard = 0; guard < 4 && readOwner(draft); guard++) skipAdjectives(draft)
}

/** "the Arvanian, Belmoran and Cyrennean leaders": several states before one office in the plural. */
function readOwnersInARow(draft: OfficeDraft): boolean {
  const { scan } = draft
  const states: string[] = []
  let at = draft.i
  for (let guard = 0; guard < 8; guard++) {
    const hit = scan.hit(at)
    if (hit?.known.kind !== 'demonym' || hit.known.plural || hit.known.state === null) break
    states.push(hit.known.state)
    at = hit.next
    const next = afterJoint(scan, at)
    if (next === at) break
    at = next
  }
  if (states.length < 2 || !leadsToPlural(scan, at)) return false
  draft.dropped.push([draft.i, at])
  draft.states.push(...states)
  draft.i = at
  return true
}

function afterJoint({ atoms }: Scan, at: number): number {
  let next = at
  while (/^(,|and|&)$/.test(atoms[next]?.norm ?? '') && next - at < 2 && !atoms[next]!.broken) next++
  return next
}

/** Whether words of office lead from here to a title in the plural. */
function leadsToPlural(scan: Scan, from: number): boolean {
  for (let at = from; at < from + 4; at++) {
    const hit = scan.hit(at)
    if (hit?.known.kind === 'title') return hit.known.plural
    if (!scan.names.portfolios.has(scan.atoms[at]?.norm ?? '')) return false
  }
  return false
}

function skipAdjectives(draft: OfficeDraft): void {
  const { scan, at } = draft
  for (;;) {
    const atom = scan.atoms[draft.i]
    if (!atom || (atom.broken && draft.i > at)) return
    if (draft.determiner !== null && /^(first|last|only)$/.test(atom.norm) && isOwnerAt(scan, draft.i + 1)) {
      draft.i++
      continue
    }
    if (!ADJECTIVES.has(atom.norm) || scan.hit(draft.i)?.known.kind === 'title') return
    if (/^(former|ex|acting)$/.test(atom.norm)) draft.once = draft.i
    const after = scan.atoms[draft.i + 1]
    draft.i += after?.text === '-' && after.glued ? 2 : 1
  }
}

/** A state, people, body or seat before the office: "Japan's", "French", "the White House". */
function readOwner(draft: OfficeDraft): boolean {
  const { atoms } = draft.scan
  const hit = draft.scan.hit(draft.i)
  if (hit === null || !OWNERS.has(hit.known.kind) || (draft.i > draft.at && atoms[draft.i]!.broken))
    return false
  if (atoms[hit.next]?.text === '-' || isScene(draft, hit.next)) return false
  const { kind, state, id, class: sort } = hit.known
  if (state !== null) draft.states.push(state)
  const named = kind === 'organization' || (kind === 'place' && sort !== 'capital')
  if (kind === 'organization') draft.organization = id
  const next = hit.next + (/^['’]s?$/.test(atoms[hit.next]?.text ?? '') ? 1 : 0)
  draft.dropped.push([named ? hit.next : draft.i, next])
  if (named && draft.ownerStart === -1) draft.ownerStart = draft.i
  draft.i = next
  return true
}

/** "received in the Kremlin President of Ruritania X": the place where it happened, and another's office behind it. */
function isScene(draft: OfficeDraft, next: number): boolean {
  const { scan, at } = draft
  const { atoms } = scan
  const title = scan.hit(next)
  const before = atoms[at - 1]?.norm === 'the' ? at - 2 : at - 1
  return (
    /^(in|at|inside|to)$/.test(atoms[before]?.norm ?? '') &&
    title?.known.kind === 'title' &&
    isCapital(atoms[next]) &&
    atoms[title.next]?.norm === 'of' &&
    isOwnerAt(scan, title.next + (atoms[title.next + 1]?.norm === 'the' ? 2 : 1))
  )
}

// People told in a row behind one office in the plural: "the presidents of A and B, X and Y", "A's X and B's Y", "A (X), B (Y)".
import type { PersonReading } from './mentions.ts'
import { type PersonName, readName } from './names-person.ts'
import { isCapital, type Scan } from './names-scan.ts'
import type { Office } from './offices.ts'

/** One of the row: a name, and the state that its own words give. */
interface Seat {
  name: PersonName
  state: string | null
}

/** The people of the row that follows `office`; empty when what follows is none. */
export function readRow(scan: Scan, office: Office): PersonReading[] {
  if (!office.plural) return []
  const { atoms } = scan
  const opener = atoms[office.next]
  if (opener === undefined || opener.broken) return []
  const seats = opener.text === '(' ? readBracketed(scan, office) : readListed(scan, office)
  if (seats.length < 2) return []
  return seats.map(({ name, state }) => ({
    first: name.first,
    next: name.next,
    person: name,
    offices: [office],
    state,
    organization: null,
    known: null,
  }))
}

/** "the defence ministers of Arvania (Ana Ruiz), Belmora (Jon Berg) and …": the office's words end at the first bracket. */
function readBracketed(scan: Scan, office: Office): Seat[] {
  const { atoms } = scan
  const seats: Seat[] = []
  let [at, state] = [office.next, office.states.at(-1) ?? null]
  while (atoms[at]?.text === '(') {
    const name = readName(scan, at + 1, true)
    if (name === null || atoms[name.next]?.text !== ')') break
    seats.push({ name, state })
    let next = name.next + 1
    while (/^(,|and|the)$/.test(atoms[next]?.norm ?? '')) next++
    const hit = scan.hit(next)
    if (hit?.known.kind !== 'state') break
    ;[at, state] = [hit.next, hit.known.state]
  }
  return seats
}

/** "…, Ana Ruiz and Jon Berg," takes the office's states in order; "…, Arvania's Ana Ruiz and Belmora's Jon Berg" gives them. */
function readListed(scan: Scan, office: Office): Seat[] {
  const { atoms } = scan
  if (!/^[,–—:]$/.test(atoms[office.next]!.text)) return []
  const seats: Seat[] = []
  let at = office.next + 1
  for (let guard = 0; guard < 12; guard++) {
    const owner = ownerAt(scan, at)
    const name = readName(scan, owner?.next ?? at, owner !== null)
    if (name === null || (owner === null && name.words.length < 2)) return []
    seats.push({ name, state: owner?.state ?? office.states[seats.length] ?? null })
    at = name.next
    const next = afterJoint(scan, at)
    if (next === at || !isCapital(atoms[next])) break
    at = next
  }
  if (office.states.length > 0) return seats.length === office.states.length ? seats : []
  const owned = seats.filter((seat) => seat.state !== null)
  // "their security advisers, Ana Ruiz and Jon Berg, …": whose they are is told elsewhere
  return owned.length > 0 || office.determiner === null || !closesRow(scan, at) ? owned : seats
}

/** A mark ends an aside; a list that runs on ("the ministers, Ana Ruiz and Jon Berg of …") is none. */
const closesRow = ({ atoms }: Scan, at: number): boolean =>
  atoms[at] === undefined || atoms[at]!.broken || /^[,.;:)–—]$/.test(atoms[at]!.text)

function afterJoint({ atoms }: Scan, at: number): number {
  let next = at
  while (/^(,|and|&)$/.test(atoms[next]?.norm ?? '') && next - at < 2) next++
  return next
}

/** "Arvania's" before a name. */
function ownerAt(scan: Scan, at: number): { next: number; state: string } | null {
  const hit = scan.hit(at)
  const state = hit?.known.kind === 'state' ? hit.known.state : null
  return state !== null && /^['’]s?$/.test(scan.atoms[hit!.next]?.text ?? '')
    ? { next: hit!.next + 1, state }
    : null
}

// What stands behind a name and tells of its bearer: "of Finland", "(Latvia)", ", the Swiss envoy,", "who is also …".
import { type PersonName, readName } from './names-person.ts'
import { isCapital, type Scan } from './names-scan.ts'
import { type Office, readOffice } from './offices.ts'

/** Whether a mark or a verb behind the name closes it off. */
export function closesApposition(scan: Scan, name: PersonName): boolean {
  if (name.words.length < 2 && name.honorific === null) return false
  const after = scan.atoms[name.next]
  return (
    after === undefined ||
    after.broken ||
    /^[,.;:()–—?!'"”’]/.test(after.text) ||
    /^(and|who|will|said|told|in|on|at|to|was|is|has|had|also|met)$/.test(after.norm)
  )
}

/** "of the Republic of Korea", "(Estonia)" right behind a name. */
export function readHome(scan: Scan, at: number): { next: number; state: string } | null {
  const { atoms } = scan
  const opener = atoms[at]?.norm
  if ((opener !== 'of' && opener !== '(') || atoms[at]!.broken) return null
  const from = atoms[at + 1]?.norm === 'the' ? at + 2 : at + 1
  const hit = scan.hit(from)
  // "of the Ruritanian embassy", "from the French Foreign Ministry"
  if (opener === 'of' && hit?.known.kind === 'demonym' && BODY.test(atoms[hit.next]?.norm ?? ''))
    return { next: hit.next + 1, state: hit.known.state! }
  // "King X of the Ruritanians"
  if (opener === 'of' && hit?.known.kind === 'demonym' && hit.known.plural && !isCapital(atoms[hit.next]))
    return { next: hit.next, state: hit.known.state! }
  // "X of the State Department": a body of one state alone
  if (opener === 'of' && hit?.known.kind === 'organization' && hit.known.state)
    return { next: hit.next, state: hit.known.state }
  if (hit?.known.kind !== 'state' || hit.known.state === null) return null
  if (opener === '(')
    return atoms[hit.next]?.text === ')' ? { next: hit.next + 1, state: hit.known.state } : null
  const bracketed =
    atoms[hit.next]?.text === '(' && atoms[hit.next + 2]?.text === ')' ? hit.next + 3 : hit.next
  return { next: bracketed, state: hit.known.state }
}

const BODY = /^(embassy|consulate|mission|delegation|government|parliament|army|navy|senate|cabinet|side)$/

interface Apposition {
  office: Office
  next: number
}

/** An office behind a name, set off by a comma, dash or bracket, or by "who is (also)". */
export function readApposition(scan: Scan, at: number): Apposition | null {
  const { atoms } = scan
  const opener = atoms[at]
  if (opener === undefined || opener.broken) return null
  let i = at
  const bracket = opener.text === '('
  if (/^[,(–—]$/.test(opener.text)) i++
  if (atoms[i]?.shape === 'number' && atoms[i + 1]?.text === ',') i += 2
  if (atoms[i]?.norm === 'who') i = afterWho(scan, i)
  else if (i === at) {
    if (opener.norm !== 'as' || !/^(the|acting|its|his|her)$/.test(atoms[at + 1]?.norm ?? '')) return null
    i = at + 1
  }
  if (atoms[i] === undefined || atoms[i]!.broken) return null
  const office = readOffice(scan, i)
  if (office === null || office.plural || !isStrongTitle(office)) return null
  return closes(scan, office, bracket) ? { office, next: bracket ? office.next + 1 : office.next } : null
}

/** "who is also", "who was then", "who serves as", "who chairs" is not read. */
function afterWho(scan: Scan, at: number): number {
  const { atoms } = scan
  let i = at + 1
  while (
    /^(is|was|also|then|currently|serves?|served|serving|as|had|has|been|became|now|still)$/.test(
      atoms[i]?.norm ?? '',
    )
  )
    i++
  return i === at + 1 ? atoms.length : i
}

/** An apposition is closed by a mark, or by a verb behind a bare one; a name right behind makes it that name's title. */
function closes(scan: Scan, office: Office, bracket: boolean): boolean {
  const after = scan.atoms[office.next]
  if (bracket) return after?.text === ')'
  if (after === undefined || after.broken) return true
  if (isCapital(after)) return false
  if (after.text === ',' && nameFollows(scan, office, office.next + 1)) return false
  if (/^['’]s?$/.test(after.text)) return false
  return (
    /^[,.;:)–—?!"”’\]]/.test(after.text) ||
    /^(and|who|whose|since|from|in|at|on|until|as|said|told|will|was|has|with|by|during|after|before|to|that|when|while|for|but|is|were|are|about|over)$/.test(
      after.norm,
    )
  )
}

/** In "X, Japan's prime minister, Y" the office may belong to Y: it does when Y has no office of its own and X has one. */
function nameFollows(scan: Scan, office: Office, at: number): boolean {
  const name = readName(scan, at, false)
  return (
    name !== null &&
    name.words.length > 1 &&
    office.determiner === null &&
    office.state !== null &&
    closesApposition(scan, name) &&
    scan.atoms[name.next]?.text === ','
  )
}

export const isStrongTitle = (office: Office): boolean => office.titles.length > 0

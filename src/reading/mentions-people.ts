// People as the text presents them: title and name, name and apposition, several names under one title.
import type { PersonReading } from './mentions.ts'
import { closesApposition, isStrongTitle, readApposition, readHome } from './mentions-appositions.ts'
import { ownerBefore, standsForState } from './mentions-owners.ts'
import { readRow } from './mentions-rows.ts'
import { type PersonName, readName } from './names-person.ts'
import { isCapital, type Scan } from './names-scan.ts'
import { PLAIN_WORDS } from './names-words.ts'
import { type Office, readOffice } from './offices.ts'

/** The people named at atom `at`; empty when no name stands there. */
export function readNaming(scan: Scan, at: number, office: Office | null): PersonReading[] {
  const titled = office === null ? [] : readTitled(scan, office)
  if (titled.length > 0) return titled
  if (office !== null) return readRow(scan, office)
  const plain = readPlain(scan, at)
  return plain === null ? [] : [plain]
}

/** "Foreign Minister X", "Presidents X and Y", "Japan's prime minister, X,", "the Premier of China, HE X". */
function readTitled(scan: Scan, office: Office): PersonReading[] {
  const { atoms } = scan
  const at = abbreviationEnd(scan, office.next)
  const comma = atoms[at]?.text === ',' || atoms[at]?.text === '–' || atoms[at]?.text === '—'
  if (atoms[at]?.broken || at >= atoms.length) return []
  if (comma && !allowsComma(scan, office, at)) return []
  const from = comma ? at + 1 : at
  if (atoms[from]?.broken) return []
  const name = readName(scan, from, !comma, true)
  if (name === null || (comma && !closesApposition(scan, name)) || isDoubtful(scan, office, name)) return []
  if (isBuilding(scan, name) || isShip(scan, office) || isHired(scan, office)) return []
  const people = [finishPerson(scan, office.first, name, [office])]
  if (office.plural) people.push(...readMore(scan, office, people[0]!.next))
  return people
}

/** "Foreign Minister (FM) X": the bracket with the office's own letters is stepped over. */
const abbreviationEnd = ({ atoms }: Scan, at: number): number =>
  atoms[at]?.text === '(' && atoms[at + 1]?.shape === 'capitals' && atoms[at + 2]?.text === ')' ? at + 3 : at

/** "the Sultan Omar Grand Mosque", "King Hussein Bridge": called after somebody who is not there. */
const isBuilding = (scan: Scan, name: PersonName): boolean =>
  isCapital(scan.atoms[name.next]) &&
  /^(grand|mosque|cathedral|bridge|memorial|carrier|strike|trophy|cup|hall|palace|airport|university|center|centre|park|stadium|hospital|school|square|street|avenue|award|prize|foundation|institute|library|highway|building|house|room|port|base)$/.test(
    scan.atoms[name.next]!.norm,
  )

/** "the frigate Admiral Orlov": a ship. */
const isShip = (scan: Scan, office: Office): boolean =>
  /^(ship|warship|frigate|cruiser|destroyer|vessel|carrier|submarine|icebreaker|tanker|corvette|yacht|steamer|flagship)$/.test(
    scan.atoms[office.first - 1]?.norm ?? '',
  )

/** "the company's chief executive, X": whoever a firm or a club employs is no official. */
const isHired = (scan: Scan, office: Office): boolean =>
  /^['’]s?$/.test(scan.atoms[office.first - 1]?.text ?? '') &&
  /^(company|firm|bank|club|team|university|college|group|newspaper|paper|magazine|institute|foundation|airline|network|studio|charity|museum|hotel|federation|league|manufacturer|carmaker|chipmaker|brand|startup|hospital|school|union|church)$/.test(
    scan.atoms[office.first - 2]?.norm ?? '',
  )

const VAGUE_TITLE =
  /^(general|leader|observer|chief|head|director|chair|co-chair|representative|member|official|commander|marshal|captain|major|colonel|coordinator|secretary|delegate|counsel|commissioner)$/

/** "Team Leader Training", "General Border Committee": a single common word behind a vague title is no name. */
const isDoubtful = (scan: Scan, office: Office, name: PersonName): boolean =>
  name.words.length === 1 &&
  name.honorific === null &&
  VAGUE_TITLE.test(office.titles.at(-1)!.id) &&
  scan.isCommon(name.words[0]!)

/** After a comma the name must be whole, or the comma only ends a clause ("thanked the minister, Mr X said"). */
function allowsComma(scan: Scan, office: Office, at: number): boolean {
  const specific = office.state !== null || office.determiner !== null || office.titles[0]!.level <= 7
  const next = scan.atoms[at + 1]
  return (
    specific &&
    !office.plural &&
    isStrongTitle(office) &&
    next !== undefined &&
    (isCapital(next) || /^(al|bin)$/.test(next.norm))
  )
}

/** "X of France, Y of Spain and Z": the other holders of a title in the plural. */
function readMore(scan: Scan, office: Office, from: number): PersonReading[] {
  const { atoms } = scan
  const found: PersonReading[] = []
  let i = from
  for (let guard = 0; guard < 30; guard++) {
    let j = i
    while (/^(,|and|&)$/.test(atoms[j]?.norm ?? '')) j++
    if (j === i || j - i > 2 || atoms[j]?.broken) break
    const mark = scan.hit(j)
    if (
      mark &&
      (mark.known.kind === 'title' || mark.known.kind === 'demonym' || mark.known.kind === 'organization')
    )
      break
    const name = readName(scan, j, true)
    if (name === null || readOfficeAt(scan, j) !== null) break
    found.push(finishPerson(scan, j, name, [office]))
    i = found.at(-1)!.next
  }
  return found
}

const readOfficeAt = (scan: Scan, at: number): Office | null =>
  scan.hit(at)?.known.kind === 'title' ? readOffice(scan, at) : null

/** A name without a title before it: known, with an honorific, or two words and more. */
function readPlain(scan: Scan, at: number): PersonReading | null {
  const hit = scan.hit(at)
  const known = hit?.known.kind === 'person' ? hit : null
  const honored = hit?.known.kind === 'honorific'
  const owner = hit !== null && known === null && !honored
  if (owner && !(hit.known.kind === 'place' || hit.known.kind === 'state')) return null
  if (owner && scan.atoms[hit.next] && !isCapital(scan.atoms[hit.next])) return null
  const name = readName(scan, at, false)
  if (name === null || isBuilding(scan, name)) return null
  const joined = known && known.next >= name.next - 1
  if (owner && name.words.length < 2) return null
  const found = finishPerson(scan, at, name, [], joined ? known.known.id : null)
  if (found.state === null && standsForState(scan, name)) found.state = ownerBefore(scan, at)
  return found
}

/** Reads on behind a name: "of Finland", "(Latvia)", ", the Swiss envoy", ", who is also the chair of …". */
function finishPerson(
  scan: Scan,
  first: number,
  name: PersonName,
  before: Office[],
  knownId: string | null = null,
): PersonReading {
  const offices = [...before]
  let next = name.next
  let [state, organization] = ownerOf(before)
  if (before[0]?.plural) state = null
  const home = readHome(scan, next)
  if (home !== null && (before.length > 0 || knownId !== null || standsForState(scan, name))) {
    state ??= home.state
    next = home.next
  }
  for (let guard = 0; guard < 4; guard++) {
    const apposition = readApposition(scan, next)
    if (apposition === null) break
    offices.push(apposition.office)
    next = apposition.next
  }
  for (const office of offices.slice(before.length)) {
    state ??= office.state
    organization ??= office.organization
  }
  const known = knownId ?? knownPerson(scan, name)
  return { first, next, person: name, offices, state, organization, known }
}

const ownerOf = (offices: Office[]): [string | null, string | null] => [
  offices[0]?.state ?? null,
  offices[0]?.organization ?? null,
]

function knownPerson(scan: Scan, name: PersonName): string | null {
  for (let i = name.first; i < name.next; i++) {
    const hit = scan.hit(i)
    if (hit?.known.kind === 'person' && hit.next <= name.next) return hit.known.id
  }
  return null
}

/** Offices worth a mention of their own: "the President", "China's top diplomat"; not "the head" of a table. */
export function isStrongOffice(scan: Scan, office: Office): boolean {
  const title = office.titles.at(-1)!
  if (title.class === 'not-an-official' || title.class === 'military-rank') return false
  const first = scan.atoms[office.first]!
  const bare = office.determiner === null && office.state === null
  if (bare && PLAIN_WORDS.has(first.norm)) return false
  const vague =
    /^(head|chief|chair|leader|deputy|official|representative|director|member|delegate|diplomat|aide|commander|secretary|coordinator|mediator|observer|justice|lord|judge|councillor|adviser|advisor)$/.test(
      title.id,
    ) && office.titles.length === 1
  if (office.organization !== null && scan.atoms[office.first - 1]?.norm === 'as') return true
  if (title.class === 'relation') return office.determiner !== null || office.state !== null
  if (vague)
    return (
      office.state !== null ||
      (title.id === 'secretary' || title.id === 'leader' ? office.determiner !== null : false)
    )
  return office.determiner !== null || office.state !== null || isCapital(scan.atoms[office.core])
}

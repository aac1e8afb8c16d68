// Finds mentions: people with their offices, offices alone, states, organizations, places, pronouns.
import type { Draft, Mention, Step } from './draft.ts'
import { readBody } from './mentions-bodies.ts'
import { isStrongOffice, readNaming } from './mentions-people.ts'
import type { PersonName } from './names-person.ts'
import { type Scan, scanOf } from './names-scan.ts'
import { mayOpenOffice, type Office, readOffice } from './offices.ts'

/** What stands behind a mention until it is linked. */
export interface Naming {
  mention: Mention
  /** Place among the namings of the text. */
  index: number
  /** Atom range. */
  first: number
  next: number
  person: PersonName | null
  offices: Office[]
  /** State that the words give; null when they give none. */
  state: string | null
  organization: string | null
  /** Known person whose full name the words are; null when not in the gazetteer. */
  known: string | null
  /** Body or organization: the name to show. */
  label: string | null
  pronoun: string | null
}

const namingsOf = new WeakMap<Draft, Naming[]>()

/** The namings behind `draft.mentions`, in the order of the text. */
export const namings = (draft: Draft): Naming[] => namingsOf.get(draft) ?? []

/** Fills `draft.mentions`; entities are left at -1 for linkMentions. */
export const findMentions: Step = (draft) => {
  const scan = scanOf(draft)
  const found: Naming[] = []
  let at = 0
  while (at < scan.atoms.length) {
    const next = readAt(scan, at, found)
    at = next > at ? next : at + 1
  }
  found.forEach((naming, index) => {
    naming.index = index
  })
  draft.mentions = found.map((naming) => naming.mention)
  namingsOf.set(draft, found)
}

/** Reads what starts at one atom; gives the atom to go on from. */
function readAt(scan: Scan, at: number, found: Naming[]): number {
  const shape = scan.atoms[at]!.shape
  if (shape === 'mark' || shape === 'number') return at + 1
  const office = mayOpenOffice(scan, at) ? readOffice(scan, at) : null
  const people = readNaming(scan, at, office)
  if (people.length > 0) {
    for (const one of people) found.push(personNaming(scan, one))
    return Math.max(...people.map((one) => one.next))
  }
  const body = readBody(scan, at)
  if (office !== null && isStrongOffice(scan, office) && (body === null || office.next >= body.next)) {
    found.push(
      naming(scan, {
        kind: 'office',
        first: office.first,
        next: office.next,
        offices: [office],
        state: office.state,
        organization: office.organization,
      }),
    )
    return office.next
  }
  if (body !== null) {
    found.push(naming(scan, body))
    return body.next
  }
  return readPronoun(scan, at, found)
}

/** A person or persons read in one go by mentions-people. */
export interface PersonReading {
  first: number
  next: number
  person: PersonName
  offices: Office[]
  state: string | null
  organization: string | null
  known: string | null
}

const personNaming = (scan: Scan, one: PersonReading): Naming => naming(scan, { kind: 'person', ...one })

type Parts = Partial<Omit<Naming, 'mention' | 'index'>> & {
  kind: Mention['kind']
  first: number
  next: number
}

function naming(scan: Scan, parts: Parts): Naming {
  const { kind, first, next, ...rest } = parts
  const [a, b] = [scan.atoms[first]!, scan.atoms[next - 1]!]
  const mention: Mention = {
    kind,
    start: a.start,
    end: b.end,
    first: Math.max(a.token, 0),
    last: Math.max(b.token, 0) + 1,
    entity: -1,
  }
  return {
    mention,
    index: -1,
    first,
    next,
    person: null,
    offices: [],
    state: null,
    organization: null,
    known: null,
    label: null,
    pronoun: null,
    ...rest,
  }
}

const PRONOUNS = new Set([
  'he',
  'she',
  'his',
  'her',
  'him',
  'they',
  'their',
  'them',
  'himself',
  'herself',
  'it',
  'its',
])
const GROUPS =
  /^(leaders?|ministers|presidents|sides|men|women|officials|counterparts|diplomats|delegations|parties|premiers|countries|republics|nations|governments|states|secretaries|chiefs|heads|envoys|ambassadors|pair|duo|trio)$/

/** Pronouns, and groups of those named before: "the two leaders", "both sides", "the pair". */
function readPronoun(scan: Scan, at: number, found: Naming[]): number {
  const { atoms } = scan
  const norm = atoms[at]!.norm
  if (PRONOUNS.has(norm)) {
    found.push(naming(scan, { kind: 'pronoun', first: at, next: at + 1, pronoun: norm }))
    return at + 1
  }
  const group = groupEnd(scan, at)
  if (group !== null)
    found.push(naming(scan, { kind: 'pronoun', first: at, next: group, pronoun: atoms[group - 1]!.norm }))
  return group ?? at + 1
}

/** "the two (foreign) ministers", "both sides", "the leaders", "both" alone: the atom after; null when it is none. */
function groupEnd(scan: Scan, at: number): number | null {
  const { atoms } = scan
  const opener = atoms[at]!.norm
  if (!/^(the|both|these|those|all)$/.test(opener)) return null
  let i = at + 1
  const counted = opener === 'both' || /^(two|three|four|five|six)$/.test(atoms[i]?.norm ?? '')
  if (/^(two|three|four|five|six)$/.test(atoms[i]?.norm ?? '')) i++
  if (counted && standsAlone(scan, at, i)) return i
  if (/^(foreign|defense|defence|prime|finance|top|senior)$/.test(atoms[i]?.norm ?? '')) i++
  const noun = atoms[i]?.norm ?? ''
  if (!GROUPS.test(noun) || noun === 'leader') return null
  return counted || /^(leaders|ministers|presidents|sides|pair|duo|trio|secretaries)$/.test(noun)
    ? i + 1
    : null
}

/** "The three met again", "Both will be in Ellion", "the king received both on Monday": a count with no noun behind it. */
function standsAlone(scan: Scan, at: number, next: number): boolean {
  const [tag, last] = [scan.token(next)?.pennTag ?? '', scan.token(at - 1)?.pennTag ?? '']
  const opens = at === 0 || scan.atoms[at]!.sentence !== scan.atoms[at - 1]!.sentence || /^[,;:]$/.test(last)
  // "they can both come" counts those already named in the clause
  const floats = /^(?:MD|VB|PRP|NN|WP|EX)/.test(last)
  if (/^(?:MD|VB[DNPZ]?)$/.test(tag)) return !floats
  if (/^RB/.test(tag)) return !floats && /^(?:MD|VB)/.test(scan.token(next + 1)?.pennTag ?? '')
  return (
    !opens && /^(?:VB|IN|TO)/.test(last) && /^(?:IN|TO|[.,:;])$/.test(tag) && scan.atoms[at]!.norm !== 'all'
  )
}

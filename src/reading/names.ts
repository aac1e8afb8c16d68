// The names that the packs know, compiled once per Knowledge into one tree of words.
import type { Office, Person } from '../knowledge/gazetteer.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { type Atom, fold, keysOf } from './names-atoms.ts'

/** What a known name stands for. */
export interface Known {
  kind: 'state' | 'demonym' | 'organization' | 'place' | 'title' | 'honorific' | 'person'
  /** ISO alpha-3, organization id, place id, person id; the title's words for a title. */
  id: string
  /** As the pack writes it; canonical spelling for places and organizations. */
  name: string
  state: string | null
  /** Title: level 1–8 and class. */
  level: number | null
  class: string | null
  /** Title in the plural ("foreign ministers"), demonym of people ("Russians"). */
  plural: boolean
  /** Place: whether it may act for its government. Organization: international. */
  seat: boolean
  /** The text must write it in capitals as here ("WHO", "US"); null when any capitalised form will do. */
  exact: string | null
}

export interface Names {
  /** Longest known name that starts at `atoms[at]`, and the atom after it; null when there is none. */
  match(atoms: readonly Atom[], at: number): { known: Known; next: number } | null
  portfolios: ReadonlySet<string>
  /** People by each word of their names. */
  peopleByWord: ReadonlyMap<string, readonly Person[]>
  people: ReadonlyMap<string, Person>
  offices: ReadonlyMap<string, Office>
  tenuresOf: ReadonlyMap<string, readonly Holding[]>
  stateName(id: string): string | null
}

/** One tenure with its office and first and last possible day. */
export interface Holding {
  office: Office
  from: string
  to: string
}

interface Node {
  next: Map<string, Node>
  known: Known[]
}
const node = (): Node => ({ next: new Map(), known: [] })
const compiled = new WeakMap<Knowledge, Names>()

/** Compiles the packs' names; the same Knowledge is compiled once. */
export function makeNames(knowledge: Knowledge): Names {
  const known = compiled.get(knowledge)
  if (known) return known
  const root = node()
  addStates(root, knowledge)
  addOrganizations(root, knowledge)
  addPlaces(root, knowledge)
  addTitles(root, knowledge)
  for (const honorific of knowledge.lexicon.honorifics)
    add(root, honorific, { kind: 'honorific', id: honorific })
  addPeople(root, knowledge)
  const names = finish(root, knowledge)
  compiled.set(knowledge, names)
  return names
}

function add(root: Node, name: string, known: Partial<Known> & Pick<Known, 'kind' | 'id'>): void {
  let at = root
  for (const key of keysOf(name)) {
    let next = at.next.get(key)
    if (next === undefined) {
      next = node()
      at.next.set(key, next)
    }
    at = next
  }
  if (at === root || at.known.some((other) => other.kind === known.kind)) return
  at.known.push({
    name,
    state: null,
    level: null,
    class: null,
    plural: false,
    seat: false,
    exact: null,
    ...known,
  })
}

/** "US", "WHO", "U.N.", "CAR": short all-capital names must stand in capitals, or they would be "us" and "who". */
function exactForm(name: string): string | null {
  const letters = name.replace(/\./g, '')
  return letters.length <= 6 && !letters.includes(' ') && letters === letters.toUpperCase() ? letters : null
}

function addStates(root: Node, { gazetteer }: Knowledge): void {
  for (const { id, name, names } of gazetteer.states) {
    for (const form of [name, ...names]) {
      add(root, form.replace(/^the /i, ''), { kind: 'state', id, name, state: id, exact: exactForm(form) })
    }
  }
  for (const { id, name, demonyms } of gazetteer.states) {
    demonyms.forEach((form, index) => {
      const plural = index > 0 && form.endsWith('s') && demonyms.includes(form.slice(0, -1))
      add(root, form, { kind: 'demonym', id, name, state: id, plural, exact: exactForm(form) })
    })
  }
  for (const [stem, id] of COMBINING) add(root, stem, { kind: 'demonym', id, state: id, class: 'combining' })
}

/** First halves of compounds: "Sino-", "Russo-". They count only before a hyphen. */
const COMBINING: [string, string][] = [
  ['Sino', 'CHN'],
  ['Russo', 'RUS'],
  ['Indo', 'IND'],
  ['Franco', 'FRA'],
  ['Anglo', 'GBR'],
  ['Italo', 'ITA'],
  ['Turco', 'TUR'],
  ['Greco', 'GRC'],
  ['Austro', 'AUT'],
  ['Luso', 'PRT'],
  ['Hispano', 'ESP'],
  ['Polono', 'POL'],
  ['Nippo', 'JPN'],
  ['Israelo', 'ISR'],
]

function addOrganizations(root: Node, { gazetteer }: Knowledge): void {
  for (const { id, name, names, kind, state } of gazetteer.organizations) {
    const seat = kind !== 'party' && kind !== 'body'
    for (const form of [name, ...names]) {
      add(root, form.replace(/^the /i, ''), {
        kind: 'organization',
        id,
        name,
        state: state ?? null,
        seat,
        exact: exactForm(form),
      })
    }
  }
}

function addPlaces(root: Node, { gazetteer }: Knowledge): void {
  for (const { id, name, names, kind, state } of gazetteer.places) {
    const seat = kind === 'capital' || kind === 'seat'
    for (const form of [name, ...names]) {
      const plain = form.replace(/^the /i, '')
      add(root, plain, { kind: 'place', id, name, state, seat, class: kind, exact: exactForm(plain) })
    }
  }
}

/** "foreign minister" → "foreign ministers", "secretary of state" → "secretaries of state". */
export function pluralOf(title: string): string {
  const [, head, rest] = /^(.*?)((?: (?:of|for|to|in|at|on|without) .*)?)$/.exec(title)!
  if (/(s|x|ch)$/.test(head!)) return `${head}es${rest}`
  if (/[^aeiou]y$/.test(head!)) return `${head!.slice(0, -1)}ies${rest}`
  return head!.endsWith('man') ? `${head!.slice(0, -2)}en${rest}` : `${head}s${rest}`
}

function addTitles(root: Node, { lexicon }: Knowledge): void {
  for (const { title, level, class: kind, state } of lexicon.titles) {
    const known = { kind: 'title' as const, id: title, level, class: kind ?? null, state: state ?? null }
    add(root, title, known)
    add(root, pluralOf(title), { ...known, plural: true })
  }
}

/** Full names, and both orders of two-word names: "Aoki Haru", "Haru Aoki". Single words only for monarchs and the like. */
function addPeople(root: Node, { gazetteer }: Knowledge): void {
  for (const person of gazetteer.people) {
    for (const form of formsOf(person))
      add(root, form, { kind: 'person', id: person.id, name: person.name, state: person.state })
  }
}

/** "King Olav" is read as a title and a name. */
const ROYAL =
  /^(King|Queen|Prince|Princess|Pope|Emperor|Empress|Sultan|Crown Prince|Emir|Sheikh|Grand Duke)\s/

export function formsOf(person: Person): string[] {
  const forms = [person.name, ...person.aliases].filter(
    (form) => !ROYAL.test(form) && /[\s-]/.test(form.trim()) && /\p{Script=Latin}/u.test(form),
  )
  const turned = forms.flatMap((form) => {
    const words = form.split(' ')
    return words.length === 2 ? [`${words[1]} ${words[0]}`] : []
  })
  const all = [...forms, ...turned]
  return [...all, ...all.filter((form) => form.includes('-')).map((form) => form.replaceAll('-', ' '))]
}

function finish(root: Node, { gazetteer, lexicon }: Knowledge): Names {
  const offices = new Map(gazetteer.offices.map((office) => [office.id, office]))
  const stateNames = new Map(gazetteer.states.map((state) => [state.id, state.name]))
  const tenuresOf = new Map<string, Holding[]>()
  for (const { person, office, from, to } of gazetteer.tenures) {
    const holding = { office: offices.get(office)!, from: firstDay(from), to: lastDay(to) }
    tenuresOf.set(person, [...(tenuresOf.get(person) ?? []), holding])
  }
  return {
    match: (atoms, at) => longestMatch(root, atoms, at),
    portfolios: new Set(lexicon.portfolios),
    peopleByWord: peopleByWord(gazetteer.people),
    people: new Map(gazetteer.people.map((person) => [person.id, person])),
    offices,
    tenuresOf,
    stateName: (id) => stateNames.get(id) ?? null,
  }
}

const firstDay = (date: string | null): string =>
  date === null ? '0000-00-00' : `${date.replace('~', '')}-00-00`.slice(0, 10)
const lastDay = (date: string | null): string =>
  date === null ? '9999-99-99' : `${date.replace('~', '')}-99-99`.slice(0, 10)

function peopleByWord(people: Person[]): Map<string, Person[]> {
  const index = new Map<string, Person[]>()
  for (const person of people) {
    const words = new Set([person.name, ...person.aliases].flatMap((form) => wordsOf(form)))
    for (const word of words) index.set(word, [...(index.get(word) ?? []), person])
  }
  return index
}

/** Words of a name, folded; hyphens part them: "Jean-Yves Le Drian" → jean, yves, le, drian. */
export const wordsOf = (name: string): string[] =>
  keysOf(name)
    .map(fold)
    .filter((word) => /^\p{L}/u.test(word))

function longestMatch(root: Node, atoms: readonly Atom[], at: number): { known: Known; next: number } | null {
  let best: { known: Known; next: number } | null = null
  let step: Node | undefined = root
  for (let i = at; i < atoms.length; i++) {
    if (i > at && atoms[i]!.broken) break
    step = step.next.get(atoms[i]!.norm)
    if (step === undefined) break
    const known = step.known.find((one) => writtenRight(one, atoms, at, i))
    if (known) best = { known, next: i + 1 }
  }
  return best
}

/** Titles may stand in lower case; every other name starts with a capital, and abbreviations stand in capitals. */
function writtenRight(known: Known, atoms: readonly Atom[], at: number, last: number): boolean {
  if (known.kind === 'title') return true
  // "H.E." is no "He": "Vice Premier He Wen" has a family name there.
  if (known.id === 'H.E.' && atoms[at]!.text === 'He') return false
  const first = atoms[at]!
  if (known.exact !== null) return first.text.replace(/\./g, '') === known.exact
  if (known.class === 'combining')
    return atoms[last + 1]?.text === '-' && !/^(pacific|china|european)$/.test(atoms[last + 2]?.norm ?? '')
  return (
    first.shape !== 'lower' && (last === at || atoms[last]!.shape !== 'lower' || known.kind === 'honorific')
  )
}

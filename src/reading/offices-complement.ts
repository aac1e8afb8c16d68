// What follows the head of an office: "of the Republic of Korea", "for Rural Development", "to the United Nations".

import { isCapital, type Scan } from './names-scan.ts'
import { PLAIN_WORDS } from './names-words.ts'
import type { Title } from './offices.ts'

export interface Complement {
  next: number
  states: string[]
  organization: string | null
  /** Named by capitalised words that no pack knows. */
  obscure: boolean
  /** Atom ranges that name a state and are no part of the office's words. */
  dropped: [number, number][]
  /** The states are those an envoy is sent to, not the one that sends. */
  receiving: boolean
}

const ENVOYS =
  /ambassador|representative|envoy|commissioner|nuncio|charge|attach|diplomat|observer|adviser|advisor|aide|assistant|secretary to|consul|counsel|coordinator|emissary/
/** Nouns that close a name nobody has in a pack: "Governor of Somewhere Region". */
const REGION = new Set([
  'region',
  'province',
  'state',
  'oblast',
  'krai',
  'territory',
  'prefecture',
  'district',
  'county',
  'city',
  'republic',
  'autonomous',
  'islands',
  'island',
  'staff',
  'society',
  'group',
  'association',
  'federation',
  'foundation',
  'division',
  'brigade',
  'regiment',
  'fleet',
  'command',
  'center',
  'centre',
  'league',
  'movement',
  'front',
  'unit',
  'branch',
  'conference',
  'faction',
  'alliance',
  'section',
  'station',
  'house',
  'duma',
  'assembly',
])

/** Reads the complement whose preposition stands at atom `at`; null when nothing there belongs to the office. */
export function readComplement(scan: Scan, at: number, title: Title): Complement | null {
  const preposition = scan.atoms[at]!.norm
  if (preposition === 'to' && !ENVOYS.test(title.id)) return null
  if (
    preposition === 'on' &&
    !/representative|envoy|rapporteur|adviser|advisor|coordinator|committee|ambassador/.test(title.id)
  )
    return null
  if (preposition === 'at' && !/ambassador|representative|observer|envoy/.test(title.id)) return null
  if (preposition === 'in' && !/ambassador|consul|representative|charge|high commissioner/.test(title.id))
    return null
  const receiving = /^(to|in|for|on|at)$/.test(preposition) && ENVOYS.test(title.id)
  const reader = new ComplementReader(scan, at, receiving)
  return reader.read(preposition)
}

/** "the head of the country's nuclear department". */
const OWNERS = /^(country|nation|party|bloc|kingdom|republic|government|union|organization|agency)$/

class ComplementReader {
  private readonly scan: Scan
  private readonly at: number
  private readonly result: Complement
  private readonly preposition: string
  private i: number
  constructor(scan: Scan, at: number, receiving: boolean) {
    this.scan = scan
    this.at = at
    this.i = at + 1
    this.preposition = scan.atoms[at]!.norm
    this.result = { next: at, states: [], organization: null, obscure: false, dropped: [], receiving }
  }

  read(preposition: string): Complement | null {
    const { atoms } = this.scan
    if (/^(the|its|his|her|their)$/.test(atoms[this.i]?.norm ?? '')) this.i++
    if (OWNERS.test(atoms[this.i]?.norm ?? '') && /^['’]s$/.test(atoms[this.i + 1]?.text ?? '')) this.i += 2
    const named = this.readNamed()
    if (!named && !this.readPortfolio(preposition) && !this.readUnknown(preposition)) return null
    this.readParts()
    this.result.next = this.i
    return this.result
  }

  /** "of the Ruritanian foreign ministry's Department of Asian Affairs", "of the party's youth league". */
  private readParts(): void {
    const { atoms } = this.scan
    for (let guard = 0; guard < 3; guard++) {
      const from = this.i
      const owned = /^['’]s?$/.test(atoms[from]?.text ?? '') && !atoms[from + 1]?.broken
      if (!owned) return
      this.i = from + 1
      if (this.readPortfolio('of')) continue
      this.i = from
      return
    }
  }

  /** A state, people, body or place, in any number of steps: "the Russian Security Council", "France and Monaco". */
  private readNamed(): boolean {
    const hit = this.scan.hit(this.i)
    if (hit === null || this.scan.atoms[this.i]!.broken) return false
    const { kind, state, id, class: sort } = hit.known
    if (kind === 'state' || kind === 'demonym') return this.readState(hit.next, state, kind)
    if (kind === 'organization') {
      this.result.organization = id
      if (state !== null) this.result.states.push(state)
      this.i = hit.next
      return true
    }
    if (kind !== 'place') return false
    if (sort !== 'capital' || !this.result.receiving) this.result.states.push(state!)
    this.i = hit.next
    return true
  }

  private readState(next: number, state: string | null, kind: string): boolean {
    const { atoms } = this.scan
    if (state !== null) this.result.states.push(state)
    const possessive = /^['’]s?$/.test(atoms[next]?.text ?? '')
    // "of U.S. Forces Island": a state's name may stand for its people.
    const body = isCapital(atoms[next]) && this.scan.names.portfolios.has(atoms[next]!.norm)
    if (possessive || body || kind === 'demonym') return this.readOwned(possessive ? next + 1 : next)
    this.i = next
    if (!this.result.receiving) this.result.dropped.push([this.at, next])
    this.readMoreStates()
    return true
  }

  /** "of Russia's Security Council", "of the Chinese Communist Party": the state is left out of the words. */
  private readOwned(owned: number): boolean {
    const from = this.i
    this.i = owned
    if (!this.readNamed() && !this.readPortfolio('of') && !this.readUnknown('of')) {
      this.i = from
      return false
    }
    // "for European Affairs" names a portfolio, "of the Russian Security Council" a state.
    if (this.preposition === 'of') this.result.dropped.push([from, owned])
    return true
  }

  /** "of Estonia, Latvia and Lithuania". */
  private readMoreStates(): void {
    const { atoms } = this.scan
    for (let guard = 0; guard < 12; guard++) {
      let j = this.i
      while (/^(,|and|the)$/.test(atoms[j]?.norm ?? '')) j++
      const hit = j > this.i && j - this.i < 4 ? this.scan.hit(j) : null
      if (
        hit?.known.kind !== 'state' ||
        isCapital(atoms[hit.next]) ||
        /^['’-]/.test(atoms[hit.next]?.text ?? '')
      )
        return
      if (atoms[this.i]!.text === ',' && !this.listCloses(hit.next)) return
      this.result.states.push(hit.known.state!)
      if (!this.result.receiving) this.result.dropped.push([this.i, hit.next])
      this.i = hit.next
    }
  }

  private listCloses(from: number): boolean {
    const { atoms } = this.scan
    for (let j = from; j < from + 24 && j < atoms.length; j++) {
      if (
        atoms[j]!.norm === 'and' &&
        (atoms[j - 1]!.text === ',' || j === from) &&
        this.scan.hit(atoms[j + 1]?.norm === 'the' ? j + 2 : j + 1)?.known.kind === 'state'
      )
        return true
      if (
        atoms[j]!.text !== ',' &&
        this.scan.hit(j)?.known.kind !== 'state' &&
        !/^(the|of|and|'s)$/.test(atoms[j]!.norm) &&
        this.scan.hit(j - 1)?.known.kind !== 'state'
      )
        return false
    }
    return false
  }

  /** Words of a ministry: "for Oceans and International Environmental and Scientific Affairs". */
  private readPortfolio(preposition: string): boolean {
    const { atoms, names } = this.scan
    let [end, j] = [-1, this.i]
    for (; j < atoms.length && j - this.i < 22; j++) {
      const atom = atoms[j]!
      if (atom.broken) break
      const unit = this.unitAt(j)
      if (unit > j) {
        end = unit
        j = unit - 1
        continue
      }
      const named = this.scan.hit(j)
      // "U.S. Forces Island", "Naval Forces Europe"
      if (atoms[j - 1]?.norm === 'forces' && named?.known.kind === 'state' && isCapital(atoms[j - 1])) {
        end = named.next
        break
      }
      const people =
        named?.known.kind === 'demonym' ||
        (j > this.i && named?.known.kind === 'place' && preposition !== 'of')
      if (names.portfolios.has(atom.norm)) end = j + 1
      else if (people) {
        end = named!.next
        j = end - 1
      } else if (!/^(and|&|,|the|of|for|-|on)$/.test(atom.norm)) break
      if (atom.text === ',' && !this.listGoesOn(j + 1)) break
    }
    if (end === -1) return false
    const capital = isCapital(atoms[this.i])
    if (!capital && preposition === 'to') return false
    this.i = end
    return true
  }

  /**
   * The atom after "Council of Ministers", or after a last portfolio that no list holds and a comma closes ("Minister of
   * Foreign Affairs and Salt, Ana Ruiz,"); `at` itself when there is none.
   */
  private unitAt(at: number): number {
    const { atoms, names } = this.scan
    const [word, second, third] = [atoms[at]!, atoms[at + 1], atoms[at + 2]]
    if (
      /^(council|cabinet|committee)$/.test(word.norm) &&
      second?.norm === 'of' &&
      third?.norm === 'ministers'
    )
      return at + 3
    const listed =
      word.norm === 'and' && names.portfolios.has(atoms[at - 1]!.norm) && isCapital(atoms[at - 1])
    const unknown = isCapital(second) && !second!.broken && this.scan.hit(at + 1) === null
    return listed && unknown && third?.text === ',' && isCapital(atoms[at + 3]) ? at + 2 : at
  }

  /** After a comma the list of portfolios goes on only with a portfolio that no verb or name breaks off. */
  private listGoesOn(at: number): boolean {
    const { atoms, names } = this.scan
    let j = at
    while (/^(and|the)$/.test(atoms[j]?.norm ?? '') && j - at < 2) j++
    if (!names.portfolios.has(atoms[j]?.norm ?? '') || !isCapital(atoms[j])) return false
    return this.scan.hit(j)?.known.kind !== 'title'
  }

  /** Capitalised words that no pack knows: "Mayor of Smallville", "Governor of Faraway Region Ion Pop". */
  private readUnknown(preposition: string): boolean {
    const { atoms } = this.scan
    let j = this.i
    while (
      isCapital(atoms[j]) &&
      !atoms[j]!.broken &&
      !PLAIN_WORDS.has(atoms[j]!.norm) &&
      (j === this.i || this.scan.hit(j) === null || REGION.has(atoms[j]!.norm))
    )
      j++
    while (REGION.has(atoms[j]?.norm ?? '') && isCapital(atoms[j]) && j > this.i) j++
    const count = j - this.i
    if (count === 0 || preposition === 'in' || preposition === 'at') return false
    let region = -1
    for (let k = this.i; k < j; k++) if (REGION.has(atoms[k]!.norm)) region = k + 1
    this.result.obscure = region === -1 && atoms[this.i]!.norm !== 'republic'
    if (atoms[this.i]!.norm === 'republic') this.result.dropped.push([this.at, this.i + 1])
    if (region !== -1) this.i = region
    else if (count <= 2) this.i = j
    else this.i = j - 2
    return true
  }
}

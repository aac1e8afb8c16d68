// Reads an office at an atom: whose it is, what it is called, how high it stands. "the Philippine Foreign Secretary".
import { isCapital, type Scan } from './names-scan.ts'
import { readComplement } from './offices-complement.ts'

export interface Title {
  /** Lexicon title, lower case, singular: "foreign minister". */
  id: string
  level: number
  class: string
  /** State whose title it is by default; null when any state has one. */
  state: string | null
}

/** An office as one phrase of the text. Atoms `first` up to `next`. */
export interface Office {
  first: number
  next: number
  /** First word of the name of the office itself, after determiner, state and "new". */
  core: number
  /** As the text words it, states left out: "Permanent Secretary of the Ministry of Foreign Affairs". */
  words: string
  titles: Title[]
  /** Best level of its titles, deputies counted. */
  level: number
  state: string | null
  /** Every state the phrase names ("the foreign ministers of France and Poland"). */
  states: string[]
  organization: string | null
  /** Its body is one that no pack knows ("spokesman for the Riverside Militia"). */
  obscure: boolean
  plural: boolean
  /** "the", "a", "his" …, lower case; null when none. */
  determiner: string | null
}

const DETERMINERS = new Set([
  'the',
  'a',
  'an',
  'his',
  'her',
  'their',
  'its',
  'our',
  'my',
  'your',
  'this',
  'both',
  'two',
  'three',
  'four',
  'five',
])
const ADJECTIVES = new Set(
  'new then former ex current incoming outgoing visiting late newly elected longtime long-time ousted deposed sitting veteran powerful embattled one-time onetime erstwhile top senior most-senior newly-elected re-elected reelected recently appointed influential reformist conservative hardline self-proclaimed de facto exiled then-'.split(
    ' ',
  ),
)
/** Words of office that may stand before the head of a title. */
const MODIFIERS = new Set(
  'deputy vice assistant associate principal first second third senior executive permanent special acting interim chief parliamentary under honorary federal cabinet national presidential state municipal provincial party foreign joint alternate caretaker lead former supreme general main political press government'.split(
    ' ',
  ),
)
const OWNERS = new Set(['state', 'demonym', 'organization', 'place'])

/** The office phrase that starts at atom `at`; null when none does. */
export function readOffice(scan: Scan, at: number): Office | null {
  const draft = new OfficeReader(scan, at)
  return draft.read()
}

class OfficeReader {
  private readonly scan: Scan
  private readonly at: number
  private i: number
  private readonly dropped: [number, number][] = []
  private readonly titles: Title[] = []
  private readonly states: string[] = []
  private organization: string | null = null
  private determiner: string | null = null
  private plural = false
  private obscure = false
  private level = 8
  private deputy = false

  constructor(scan: Scan, at: number) {
    this.scan = scan
    this.at = at
    this.i = at
  }

  read(): Office | null {
    this.readOpening()
    const core = this.readCore(this.i)
    if (core === null) return null
    while (this.i < this.scan.atoms.length && this.readTail(core)) {
      /* each turn takes one "of …", "for …" or "and …" */
    }
    this.lowerIfState()
    return {
      first: this.at,
      next: this.i,
      core,
      words: this.wording(core),
      titles: this.titles,
      level: this.level,
      state: this.states[0] ?? null,
      states: this.states,
      organization: this.organization,
      obscure: this.obscure,
      plural: this.plural,
      determiner: this.determiner,
    }
  }

  /** "Secretary General of the Foreign Ministry" is a ministry's first official, not the head of an organization. */
  private lowerIfState(): void {
    if (this.states.length === 0) return
    for (const title of this.titles)
      if (title.class === 'io-head') Object.assign(title, { level: 6, class: 'deputy-minister' })
    this.level = Math.min(...this.titles.map((title) => title.level))
  }

  private readOpening(): void {
    const { atoms } = this.scan
    if (DETERMINERS.has(atoms[this.i]!.norm)) this.determiner = atoms[this.i++]!.norm
    if (this.determiner && DETERMINERS.has(atoms[this.i]?.norm ?? '')) this.i++
    this.skipAdjectives()
    for (let guard = 0; guard < 4 && this.readOwner(); guard++) this.skipAdjectives()
  }

  private skipAdjectives(): void {
    const { atoms } = this.scan
    for (;;) {
      const atom = atoms[this.i]
      if (!atom || (atom.broken && this.i > this.at)) return
      if (
        this.determiner !== null &&
        /^(first|last|only)$/.test(atom.norm) &&
        OWNERS.has(this.scan.hit(this.i + 1)?.known.kind ?? '')
      ) {
        this.i++
        continue
      }
      const known = ADJECTIVES.has(atom.norm) && this.scan.hit(this.i)?.known.kind !== 'title'
      if (known && atoms[this.i + 1]?.text === '-' && atoms[this.i + 1]!.glued) this.i += 2
      else if (known) this.i++
      else return
    }
  }

  /** A state, people, body or seat before the office: "Japan's", "French", "the White House". */
  private readOwner(): boolean {
    const { atoms } = this.scan
    const hit = this.scan.hit(this.i)
    if (hit === null || !OWNERS.has(hit.known.kind) || (this.i > this.at && atoms[this.i]!.broken))
      return false
    if (atoms[hit.next]?.text === '-') return false
    const { kind, state, id, class: sort } = hit.known
    if (state !== null) this.states.push(state)
    const named = kind === 'organization' || (kind === 'place' && sort !== 'capital')
    if (kind === 'organization') this.organization = id
    let next = hit.next
    if (/^['’]s?$/.test(atoms[next]?.text ?? '')) next++
    if (named) this.dropped.push([hit.next, next])
    else this.dropped.push([this.i, next])
    if (named && this.ownerStart === -1) this.ownerStart = this.i
    this.i = next
    return true
  }
  private ownerStart = -1

  /** Modifiers, portfolios and the head: "First Deputy", "Industry and Trade Minister". Gives the core's first atom. */
  private readCore(from: number): number | null {
    const head = this.findHead(from)
    if (head === null) return null
    this.takeTitle(head, from)
    return this.ownerStart === -1 ? from : this.ownerStart
  }

  /** Walks over words of office to a title; null when something else stands in between. */
  private findHead(from: number): number | null {
    const { atoms, names } = this.scan
    for (let j = from; j < atoms.length && j - from < 12; j++) {
      const atom = atoms[j]!
      if (atom.broken && j > this.at) return null
      if (this.titleAt(j)) return atoms[j - 1]?.text === ',' && j > from ? null : j
      const joint = j > from && /^(and|&|,|-)$/.test(atom.norm)
      if (joint && (BODY_NOUNS.test(atoms[j - 1]!.norm) || (atom.text === ',' && !isCapital(atoms[j + 1]))))
        return null
      if (joint) continue
      if (j === from && !names.portfolios.has(atom.norm) && !MODIFIERS.has(atom.norm)) return null
      if (!names.portfolios.has(atom.norm) && !MODIFIERS.has(atom.norm)) return null
      if (
        j === from &&
        atom.shape === 'lower' &&
        this.determiner === null &&
        this.states.length === 0 &&
        !isOfficeWord(atoms[j + 1]?.norm)
      )
        return null
    }
    return null
  }

  private titleAt(at: number): boolean {
    const hit = this.scan.hit(at)
    if (hit === null || hit.known.kind !== 'title') return false
    const token = this.scan.token(at)
    const lower = this.scan.atoms[at]!.shape === 'lower'
    const verbal = VERBAL.has(this.scan.atoms[at]!.norm) && this.scan.atoms[hit.next]?.norm !== 'of'
    return !(lower && hit.next === at + 1 && (token?.tag === 'VERB' || verbal))
  }

  private takeTitle(head: number, from: number): void {
    const { atoms } = this.scan
    let [at, first] = [head, from]
    for (let guard = 0; guard < 4; guard++) {
      const { known, next } = this.scan.hit(at)!
      this.noteTitle(known, first, at)
      this.i = next
      this.readSuffix()
      const longer = this.longerHead(this.i)
      if (longer === null) break
      this.titles.pop()
      ;[first, at] = [this.i, longer]
      if (atoms[at] === undefined) break
    }
  }

  /** "Deputy" read so far, "Foreign Minister" still to come: the title goes on without a break. */
  private longerHead(from: number): number | null {
    const last = this.titles.at(-1)!
    if (
      this.plural ||
      !/^(deputy|chief|head|secretary|assistant|senior|representative|leader|chair|director|counselor|minister|general|governor|first secretary|official|commander|chancellor|justice|senior official|vice chair)$/.test(
        last.id,
      )
    )
      return null
    if (
      this.scan.atoms[from] === undefined ||
      this.scan.atoms[from]!.broken ||
      /^[,&-]|and$/.test(this.scan.atoms[from]!.norm)
    )
      return null
    const head = this.findHead(from)
    if (head === null || this.scan.hit(head)!.known.class === 'military-rank') return null
    if (/^(deputy|chief|assistant)$/.test(last.id))
      this.deputy ||= last.id === 'deputy' || last.id === 'assistant'
    return head
  }

  private noteTitle(
    known: { id: string; level: number | null; class: string | null; state: string | null; plural: boolean },
    first: number,
    head: number,
  ): void {
    let level = known.level ?? 8
    let deputy = this.deputy
    for (let k = first; k < head; k++)
      if (/^(deputy|vice|assistant|under)$/.test(this.scan.atoms[k]!.norm)) deputy = true
    if (deputy && level < 8) level = level <= 3 ? 4 : level + 1
    this.titles.push({
      id: known.id,
      level,
      class: deputy ? `deputy-${known.class}` : (known.class ?? ''),
      state: known.state,
    })
    this.level = Math.min(...this.titles.map((title) => title.level))
    this.plural = known.plural
  }

  /** "President-elect", "minister-designate". */
  private readSuffix(): void {
    const { atoms } = this.scan
    const [dash, word] = [atoms[this.i], atoms[this.i + 1]]
    if (dash?.text === '-' && dash.glued && /^(elect|designate|general|in)$/.test(word?.norm ?? ''))
      this.i += 2
    else if (/^(elect|designate|emeritus)$/.test(dash?.norm ?? '')) this.i += 1
  }

  private readTail(core: number): boolean {
    const { atoms } = this.scan
    const atom = atoms[this.i]!
    if (atom.broken) return false
    if (atom.norm === 'and' || atom.text === '&') return this.readSecondTitle()
    if (!/^(of|for|to|on|at|in)$/.test(atom.norm)) return false
    const complement = readComplement(this.scan, this.i, this.titles.at(-1)!, core)
    if (complement === null) return false
    if (!complement.receiving) this.states.push(...complement.states)
    this.organization ??= complement.organization
    this.obscure ||= complement.obscure
    this.dropped.push(...complement.dropped)
    this.i = complement.next
    return true
  }

  /** "Deputy Prime Minister and Foreign Minister": one holder of two offices, unless "the" makes them two people. */
  private readSecondTitle(): boolean {
    if (this.plural || this.titles.length > 2) return false
    const { atoms } = this.scan
    const from = this.i + 1
    if (atoms[from] === undefined || OWNERS.has(this.scan.hit(from)?.known.kind ?? '')) return false
    const head = this.findHead(from)
    if (head === null || this.scan.hit(head)!.known.plural) return false
    const lowered =
      atoms[head]!.shape === 'lower' && this.determiner === null && atoms[this.i - 1]!.shape !== 'lower'
    if (lowered || (this.determiner === 'the' && this.level < 4)) return false
    this.deputy = false
    this.takeTitle(head, from)
    return true
  }

  private wording(core: number): string {
    const { atoms, text } = this.scan
    let out = ''
    let last = -1
    for (let k = this.formerStart(core); k < this.i; k++) {
      if (this.dropped.some(([from, to]) => k >= from && k < to)) continue
      const atom = atoms[k]!
      if (last !== -1)
        out += last === k - 1 ? text.slice(atoms[last]!.end, atom.start).replace(/\s+/g, ' ') : ' '
      out += atom.text
      last = k
    }
    return out.trim()
  }

  /** "former" stays with the office; other adjectives do not. */
  private formerStart(core: number): number {
    const before = this.scan.atoms[core - 1]
    return core - 1 >= this.at && before !== undefined && /^(former|ex|acting)$/.test(before.norm)
      ? core - 1
      : core
  }
}

/** "the Thai delegation and Minister X": the body is named, the office begins anew. */
const BODY_NOUNS =
  /^(delegation|embassy|ministry|department|government|parliament|cabinet|council|army|forces|military|agency|mission)$/
const VERBAL = new Set([
  'head',
  'heads',
  'chair',
  'chairs',
  'lead',
  'judge',
  'pilot',
  'coach',
  'counsel',
  'commander-in',
  'founder-',
])
const isOfficeWord = (word: string | undefined): boolean =>
  word !== undefined &&
  /^(minister|secretary|ministry|commissioner|adviser|advisor|spokes\w+|chief|envoy|ambassador|director)s?$/.test(
    word,
  )

/** Whether an atom can open an office phrase at all: cheap test before reading. */
export function mayOpenOffice(scan: Scan, at: number): boolean {
  const { atoms, names } = scan
  const norm = atoms[at]!.norm
  if (atoms[at]!.shape === 'mark' || atoms[at]!.shape === 'number') return false
  if (DETERMINERS.has(norm) || ADJECTIVES.has(norm) || MODIFIERS.has(norm) || names.portfolios.has(norm))
    return true
  const kind = scan.hit(at)?.known.kind
  return kind === 'title' || (kind !== undefined && OWNERS.has(kind))
}

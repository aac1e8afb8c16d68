// Reads an office at an atom: whose it is, what it is called, how high it stands. "the Philippine Foreign Secretary".
import { isCapital, type Scan } from './names-scan.ts'
import { PLAIN_WORDS } from './names-words.ts'
import { readComplement } from './offices-complement.ts'
import { findHead, isModifier, readCore, takeTitle } from './offices-head.ts'
import { isDeterminer, isOfficeAdjective, isOwnerAt, readOpening } from './offices-opening.ts'

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

/** An office while it is read: `i` is the atom to go on from. */
export interface OfficeDraft {
  readonly scan: Scan
  /** First atom of the phrase. */
  readonly at: number
  i: number
  /** Atom ranges that are left out of the office's words. */
  dropped: [number, number][]
  titles: Title[]
  states: string[]
  organization: string | null
  determiner: string | null
  plural: boolean
  obscure: boolean
  level: number
  /** A "deputy" was read, whose title is still to come. */
  deputy: boolean
  /** First atom of an owner that belongs to the office's words ("Kremlin spokesman"); -1 when none. */
  ownerStart: number
  /** Atom of "former", "ex" or "acting" in the opening; -1 when none. */
  once: number
}

/** The office phrase that starts at atom `at`; null when none does. */
export function readOffice(scan: Scan, at: number): Office | null {
  const draft = openDraft(scan, at)
  readOpening(draft)
  const core = readCore(draft)
  if (core === null) return null
  while (draft.i < scan.atoms.length && readTail(draft)) {
    /* each turn takes one "of …", "for …" or "and …" */
  }
  lowerIfState(draft)
  const { titles, level, states, organization, obscure, plural, determiner } = draft
  const words = wording(draft, core)
  const state = states[0] ?? null
  return {
    first: at, next: draft.i, core, words, titles, level, state, states, organization, obscure, plural, determiner,
  } // biome-ignore format: a row of names
}

const openDraft = (scan: Scan, at: number): OfficeDraft => ({
  scan,
  at,
  i: at,
  dropped: [],
  titles: [],
  states: [],
  organization: null,
  determiner: null,
  plural: false,
  obscure: hasUnknownOwner(scan, at),
  level: 8,
  deputy: false,
  ownerStart: -1,
  once: -1,
})

/** "Riverside Weather Institute director", "Northern Club chairman": a body that no pack knows stands right before. */
const hasUnknownOwner = ({ atoms, names }: Scan, at: number): boolean => {
  const [before, first] = [atoms[at - 1], atoms[at]!]
  if (before === undefined || first.broken || first.shape !== 'capital') return false
  let last = at
  while (!BODIES.test(atoms[last]!.norm) && names.portfolios.has(atoms[last + 1]?.norm ?? '')) last++
  if (!BODIES.test(atoms[last]!.norm)) return false
  const named = before.shape === 'capital' && !PLAIN_WORDS.has(before.norm)
  return first.glued || (named && before.sentence === first.sentence)
}
const BODIES = /^(institute|foundation|group|chamber|league|association|federation|club|academy|board)$/

/** "Secretary General of the Foreign Ministry" is a ministry's first official, not the head of an organization. */
function lowerIfState(draft: OfficeDraft): void {
  if (draft.states.length === 0) return
  for (const title of draft.titles)
    if (title.class === 'io-head') Object.assign(title, { level: 6, class: 'deputy-minister' })
  draft.level = Math.min(...draft.titles.map((title) => title.level))
}

function readTail(draft: OfficeDraft): boolean {
  const atom = draft.scan.atoms[draft.i]!
  if (atom.broken) return false
  if (/^['’]s$/.test(atom.text)) return readServant(draft)
  if (atom.norm === 'and' || atom.text === '&') return readSecondTitle(draft) || readMorePortfolio(draft)
  if (!/^(of|for|to|on|at|in)$/.test(atom.norm)) return false
  const complement = readComplement(draft.scan, draft.i, draft.titles.at(-1)!)
  if (complement === null) return false
  if (!complement.receiving) draft.states.push(...complement.states)
  draft.organization ??= complement.organization
  draft.obscure ||= complement.obscure
  draft.dropped.push(...complement.dropped)
  draft.i = complement.next
  return true
}

/** "the French president's diplomatic adviser": the office is the adviser's. */
function readServant(draft: OfficeDraft): boolean {
  const head = draft.plural ? null : findHead(draft, draft.i + 1)
  const title = head === null ? undefined : draft.scan.hit(head)!.known
  if (title === undefined || /^(relation|not-an-official|military-rank)$/.test(title.class ?? ''))
    return false
  const from = draft.i + 1
  draft.titles = []
  draft.deputy = false
  takeTitle(draft, head!, from)
  return true
}

/** "Deputy Prime Minister and Foreign Minister": one holder of two offices, unless "the" makes them two people. */
function readSecondTitle(draft: OfficeDraft): boolean {
  const { scan } = draft
  if (draft.plural || draft.titles.length > 2) return false
  let from = draft.i + 1
  // "army chief and de facto leader"
  while (isOfficeAdjective(scan.atoms[from]?.norm ?? '') && scan.hit(from)?.known.kind !== 'title') from++
  if (scan.atoms[from] === undefined || isOwnerAt(scan, from)) return false
  const head = findHead(draft, from)
  if (head === null || scan.hit(head)!.known.plural) return false
  const lowered =
    scan.atoms[head]!.shape === 'lower' &&
    draft.determiner === null &&
    draft.states.length === 0 &&
    scan.atoms[draft.i - 1]!.shape !== 'lower'
  if (lowered || (draft.determiner === 'the' && isShortTitle(draft))) return false
  draft.deputy = false
  takeTitle(draft, head, from)
  return true
}

/** "the President and Foreign Minister X", "the Secretary and Premier X" are two: by a title so short somebody is meant who was named before. */
const isShortTitle = ({ level, titles, states }: OfficeDraft): boolean =>
  level < 4 || (states.length === 0 && titles.length === 1 && /^(deputy )?[a-z]+$/.test(titles[0]!.id))

/** "Minister of Foreign Affairs and Expatriates X": the lexicon's title ends before "and", the office goes on to a name or mark. */
function readMorePortfolio(draft: OfficeDraft): boolean {
  const { atoms, names } = draft.scan
  if (draft.plural || !/ (of|for) /.test(draft.titles.at(-1)!.id)) return false
  let next = draft.i + 1
  while (isCapital(atoms[next]) && names.portfolios.has(atoms[next]!.norm)) next++
  const after = atoms[next]
  const closes = after === undefined || after.text === ',' || after.norm === 'of' || isCapital(after)
  if (next === draft.i + 1 || !closes) return false
  draft.i = next
  return true
}

/** The office's words as the text has them, without states; "former" and "acting" stay. */
function wording(draft: OfficeDraft, core: number): string {
  const { atoms, text } = draft.scan
  let out = draft.once !== -1 && draft.once < core ? atoms[draft.once]!.text : ''
  let last = -1
  for (let k = core; k < draft.i; k++) {
    if (draft.dropped.some(([from, to]) => k >= from && k < to)) continue
    if (out !== '')
      out +=
        last === k - 1 && last >= core
          ? text.slice(atoms[last]!.end, atoms[k]!.start).replace(/\s+/g, ' ')
          : ' '
    out += atoms[k]!.text
    last = k
  }
  return out.trim()
}

/** Whether an atom can open an office phrase at all: cheap test before reading. */
export function mayOpenOffice(scan: Scan, at: number): boolean {
  const { norm, shape } = scan.atoms[at]!
  if (shape === 'mark' || shape === 'number') return false
  if (isDeterminer(norm) || isOfficeAdjective(norm) || isModifier(norm) || scan.names.portfolios.has(norm))
    return true
  return scan.hit(at)?.known.kind === 'title' || isOwnerAt(scan, at)
}

// The name of an office itself: modifiers, portfolios and the title they lead to. "First Deputy Industry and Trade Minister".
import { isCapital } from './names-scan.ts'
import type { OfficeDraft } from './offices.ts'

/** Words of office that may stand before the head of a title. */
const MODIFIERS = new Set(
  'deputy vice assistant associate principal first second third senior executive permanent special acting interim chief parliamentary under honorary federal cabinet national presidential state municipal provincial party foreign joint alternate caretaker lead former supreme general main political press government coordinating interim'.split(
    ' ',
  ),
)
export const isModifier = (norm: string): boolean => MODIFIERS.has(norm)

/** "the Thai delegation and Minister X": the body is named, the office begins anew. */
const BODY_NOUNS =
  /^(delegation|embassy|ministry|department|government|parliament|cabinet|council|army|forces|military|agency|mission)$/
/** Titles that are also verbs: "will head the team", "to chair the talks". */
const VERBAL = new Set(
  'head heads chair chairs lead judge pilot coach counsel commander-in founder-'.split(' '),
)
const OFFICE_WORD =
  /^(minister|secretary|ministry|commissioner|adviser|advisor|spokes\w+|chief|head|envoy|ambassador|director)s?$/
/** Titles that go on: "Deputy" + "Foreign Minister", "Secretary" + "General". */
const GOES_ON =
  /^(deputy|chief|head|secretary|assistant|senior|representative|leader|chair|director|counselor|minister|general|governor|first secretary|official|commander|chancellor|justice|senior official|vice chair)$/

/** Reads modifiers, portfolios and head from `draft.i`; gives the first atom of the office's own name, null when there is none. */
export function readCore(draft: OfficeDraft): number | null {
  const from = draft.i
  const head = findHead(draft, from)
  if (head === null) return null
  takeTitle(draft, head, from)
  return draft.ownerStart === -1 ? from : draft.ownerStart
}

/** Walks over words of office to a title; null when something else stands in between. */
export function findHead(draft: OfficeDraft, from: number): number | null {
  const { atoms } = draft.scan
  for (let j = from; j < atoms.length && j - from < 12; j++) {
    const atom = atoms[j]!
    if (atom.broken && j > draft.at) return null
    if (isTitleAt(draft, j)) return atoms[j - 1]?.text === ',' && j > from ? null : j
    if (j > from && /^(and|&|,|-)$/.test(atom.norm)) {
      if (!mayJoin(draft, j)) return null
    } else if (!isOfficeWord(draft, j, from)) return null
  }
  return null
}

/** Whether "and", a comma or a hyphen may tie two portfolios. */
function mayJoin(draft: OfficeDraft, at: number): boolean {
  const { atoms } = draft.scan
  return !BODY_NOUNS.test(atoms[at - 1]!.norm) && (atoms[at]!.text !== ',' || isCapital(atoms[at + 1]))
}

function isOfficeWord(draft: OfficeDraft, at: number, from: number): boolean {
  const { atoms, names } = draft.scan
  const atom = atoms[at]!
  if (!names.portfolios.has(atom.norm) && !MODIFIERS.has(atom.norm))
    return at === from && isOwnTopic(draft, at)
  const bare = at === from && atom.shape === 'lower' && draft.determiner === null && !isOwned(draft)
  return !bare || OFFICE_WORD.test(atoms[at + 1]?.norm ?? '')
}

const isOwned = ({ states, organization }: OfficeDraft): boolean => states.length > 0 || organization !== null

/** "Ruritania's salt affairs minister": behind its state any one word may be what the minister is for. */
function isOwnTopic(draft: OfficeDraft, at: number): boolean {
  const { scan } = draft
  const [word, after] = [scan.atoms[at]!, scan.atoms[at + 1]]
  if (word.shape !== 'lower' || !/^['’]s?$/.test(scan.atoms[at - 1]?.text ?? '')) return false
  if (draft.states.length === 0 || scan.token(at)?.tag !== 'NOUN') return false
  return after?.norm === 'affairs' || /^(minister|secretary)$/.test(after?.norm ?? '')
}

/** Whether a title starts at an atom, and not a verb that looks like one. */
function isTitleAt(draft: OfficeDraft, at: number): boolean {
  const { scan } = draft
  const hit = scan.hit(at)
  if (hit === null || hit.known.kind !== 'title') return false
  if (scan.atoms[at]!.shape !== 'lower' || hit.next !== at + 1) return true
  const noun = scan.atoms[hit.next]?.norm === 'of' || isNounHead(draft, at, hit.next)
  return noun || (!VERBAL.has(scan.atoms[at]!.norm) && scan.token(at)?.tag !== 'VERB')
}

/** "the Presidential Council head X", "party chair X": a word of office before, a capital behind. */
const isNounHead = ({ scan }: OfficeDraft, at: number, next: number): boolean =>
  scan.names.portfolios.has(scan.atoms[at - 1]?.norm ?? '') &&
  scan.token(at)?.tag !== 'VERB' &&
  (isCapital(scan.atoms[next]) || scan.atoms[next]?.text === ',')

/** Notes the title at `head`, and the longer ones that it opens ("Deputy" … "Foreign Minister"). */
export function takeTitle(draft: OfficeDraft, head: number, from: number): void {
  let [at, first] = [head, from]
  for (let guard = 0; guard < 4; guard++) {
    const { known, next } = draft.scan.hit(at)!
    noteTitle(draft, known, first, at)
    draft.i = next
    readSuffix(draft)
    const longer = longerHead(draft, draft.i)
    if (longer === null) break
    draft.titles.pop()
    ;[first, at] = [draft.i, longer]
    if (draft.scan.atoms[at] === undefined) break
  }
}

/** "Deputy" read so far, "Foreign Minister" still to come: the title goes on without a break. */
function longerHead(draft: OfficeDraft, from: number): number | null {
  const { scan } = draft
  const last = draft.titles.at(-1)!
  const after = scan.atoms[from]
  if (draft.plural || !GOES_ON.test(last.id)) return null
  if (after === undefined || after.broken || /^[,&-]|and$/.test(after.norm)) return null
  const head = findHead(draft, from)
  if (head === null || scan.hit(head)!.known.class === 'military-rank') return null
  if (last.id === 'deputy' || last.id === 'assistant') draft.deputy = true
  return head
}

interface KnownTitle {
  id: string
  level: number | null
  class: string | null
  state: string | null
  plural: boolean
}

function noteTitle(draft: OfficeDraft, known: KnownTitle, first: number, head: number): void {
  let level = known.level ?? 8
  let deputy = draft.deputy
  for (let k = first; k < head; k++)
    if (/^(deputy|vice|assistant|under)$/.test(draft.scan.atoms[k]!.norm)) deputy = true
  if (deputy && level < 8) level = level <= 3 ? 4 : level + 1
  const kind = deputy ? `deputy-${known.class}` : (known.class ?? '')
  draft.titles.push({ id: known.id, level, class: kind, state: known.state })
  draft.level = Math.min(...draft.titles.map((title) => title.level))
  draft.plural = known.plural
}

/** "President-elect", "minister-designate". */
function readSuffix(draft: OfficeDraft): void {
  const { atoms } = draft.scan
  const [dash, word] = [atoms[draft.i], atoms[draft.i + 1]]
  if (dash?.text === '-' && dash.glued && /^(elect|designate|general|in)$/.test(word?.norm ?? ''))
    draft.i += 2
  else if (/^(elect|designate|emeritus)$/.test(dash?.norm ?? '')) draft.i += 1
}

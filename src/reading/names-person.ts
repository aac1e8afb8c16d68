// Reads a personal name at an atom: given and family names in either order, particles, initials, hyphens, "Jr.", "III".
import { isCapital, type Scan } from './names-scan.ts'

export interface PersonName {
  first: number
  next: number
  /** The name without honorifics, capitals-only words in title case: "Ana de la Cruz". */
  text: string
  /** Folded words without particles and initials' dots. */
  words: string[]
  /** "Mr", "Sheikh" …; null when none. */
  honorific: string | null
}

const PARTICLES = new Set(
  'van von der den de da das dos do del della di du la le las los al el bin ibn bint ben abu ould ag ter ten zu zum y e i af av st und oglu ogly uulu kyzy al- el- ul ur ud as at an es ad ar'.split(
    ' ',
  ),
)
const SUFFIXES = new Set([
  'jr',
  'sr',
  'ii',
  'iii',
  'iv',
  'v',
  'vi',
  'vii',
  'viii',
  'ix',
  'x',
  'xi',
  'xii',
  'xiii',
  'xiv',
  'xvi',
  '2nd',
  '3rd',
  '4th',
])

/** Capitalised words that are no part of a name: sentence openers, days, months, headline words. */
export const PLAIN_WORDS = new Set(
  `the a an this that these those he she it we they i you his her its their our my your who what when where which while why how and
  but or nor for so yet if as at by in of on to up with from into over under after before since until during about above against along
  among around behind below beneath beside between beyond despite down except inside like near off onto out outside past per regarding
  through throughout toward towards upon within without not no yes is are was were be been being has have had do does did will would
  shall should can could may might must there here then now also both each every either neither all any some most many much more less
  few several other others another such same only just even still already again once twice never always often later earlier meanwhile
  however therefore thus instead moreover nevertheless nonetheless furthermore additionally indeed although though because unless
  whether whereas today yesterday tomorrow tonight monday tuesday wednesday thursday friday saturday sunday january february march
  april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec one two three four
  five six seven eight nine ten first second third last next new old good well thank thanks please welcome dear ladies gentlemen
  meeting meetings talks visit visits call calls travel travels trip remarks statement statements readout readouts joint press
  conference briefing summit forum dialogue dialog agreement treaty declaration communique release update announcement speech interview address
  conversation telephone phone video session round working official state according asked speaking following regarding summary topics
  photo photos image images video audio transcript editor note notes source sources question answer q a read see watch attended met
  hosted hosts host visited received signed said says told day days week month year years morning afternoon evening night time
  north south east west northern southern eastern western central greater day's government ministry department office house palace hall room
  street avenue square airport university institute center centre college school hospital church hotel bank company group party
  association league front army force forces navy council committee commission parliament assembly senate congress court union
  federation organization organisation agency authority board bureau secretariat embassy consulate delegation region province district
  county city town village island islands river lake sea ocean bay gulf strait mountain mount valley bridge road port base camp
  act law bill resolution initiative program programme project plan strategy policy partnership alliance operation mission war
  crisis agenda fund award prize medal order day anniversary festival games cup olympics championship peace security defense
  defence foreign trade economic development climate energy health national international global world european asian african
  american regional federal presidential ministerial bilateral trilateral multilateral strategic let us mr mrs ms dr am pm gmt utc
  covid ok wire breaking exclusive analysis opinion timeline chronology correction photo- due given having being seeing both
  mosque cathedral stadium theater theatre prison barracks highway canal dam complex grand
  finally debate level process panel vacation basin guests election strike licence license motors details highlights fact facts background latest full text
  officials leaders ministers diplomats experts analysts critics reporters journalists people citizens soldiers troops
  earlier-today separately asked- throughout unlike amid minutes hours readout-of lunch dinner reception ceremony wreath`.split(
    /\s+/,
  ),
)

/**
 * The personal name at atom `at`, honorifics before it included in the span; null when none stands there.
 * `titled`: an office stands right before, so that a single word and a word that is also a place may be a name.
 */
export function readName(scan: Scan, at: number, titled: boolean): PersonName | null {
  const { atoms } = scan
  const opened = skipHonorifics(scan, at, titled)
  let i = opened.next
  const words: string[] = []
  const start = i
  const known = scan.hit(i)
  if (known?.known.kind === 'person') {
    for (; i < known.next; i++) if (/^\p{L}/u.test(atoms[i]!.norm)) words.push(atoms[i]!.norm)
    i = hyphenTail(scan, i, words)
  }
  while (i < atoms.length && words.length < 8) {
    const next = nameStep(scan, start, i, words, titled || opened.honorific !== null)
    if (next === i) break
    i = next
  }
  if (!words.some((word) => word.length > 1 && !PARTICLES.has(word))) return null
  return { first: at, next: i, text: nameText(scan, start, i), words, honorific: opened.honorific }
}

function skipHonorifics(scan: Scan, at: number, titled: boolean): { next: number; honorific: string | null } {
  let [next, honorific]: [number, string | null] = [at, null]
  for (let guard = 0; guard < 3; guard++) {
    const hit = scan.hit(next)
    const rank =
      hit?.known.kind === 'title' &&
      hit.known.class === 'military-rank' &&
      !hit.known.plural &&
      (titled || at !== next)
    if (hit === null || (hit.known.kind !== 'honorific' && !rank) || !isNameStart(scan, hit.next)) break
    honorific = hit.known.name
    next = hit.next
  }
  return { next, honorific }
}

const isNameStart = (scan: Scan, at: number): boolean => {
  const atom = scan.atoms[at]
  if (atom === undefined || atom.broken) return false
  return isCapital(atom) || (PARTICLES.has(atom.norm) && at + 1 < scan.atoms.length)
}

/** The atom after one more word of the name (with its hyphens, or ", Jr."), or `i` itself when the name ends here. */
function nameStep(scan: Scan, start: number, i: number, words: string[], titled: boolean): number {
  const { atoms } = scan
  const atom = atoms[i]!
  if (i > start && atom.broken) return i
  if (i > start && atom.text === ',' && SUFFIXES.has(atoms[i + 1]?.norm ?? '') && !atoms[i + 1]!.broken)
    return i + 2
  if (i > start && SUFFIXES.has(atom.norm) && atom.shape !== 'lower') return pushed(words, atom.norm, i + 1)
  if (i > start && /^["“]$/.test(atom.text)) return nicknameStep(scan, i)
  if (atom.shape === 'lower') return particleStep(scan, start, i, words)
  if (!isCapital(atom) || !mayBeName(scan, start, i, words, titled)) return i
  words.push(atom.norm)
  return hyphenTail(scan, i + 1, words)
}

function pushed(words: string[], word: string, next: number): number {
  words.push(word)
  return next
}

/** 'Maria "Mia" T. Reyes': the nickname stands inside the name and is none of its words. */
function nicknameStep(scan: Scan, i: number): number {
  const { atoms } = scan
  const closed = isCapital(atoms[i + 1]) && /^["”]$/.test(atoms[i + 2]?.text ?? '') && atoms[i + 2]!.glued
  return closed && isCapital(atoms[i + 3]) && !atoms[i + 3]!.broken ? i + 3 : i
}

/** "Geun-hye", "Jean-Yves", "al-Maliki": what a hyphen without spaces ties on. */
function hyphenTail(scan: Scan, i: number, words: string[]): number {
  const { atoms } = scan
  while (
    atoms[i]?.glued &&
    /^[-‑–]$/.test(atoms[i]!.text) &&
    atoms[i + 1]?.glued &&
    /^\p{L}/u.test(atoms[i + 1]!.text)
  ) {
    if (atoms[i]!.text === '–' || scan.hit(i + 1)?.known.kind === 'demonym') break
    words.push(atoms[i + 1]!.norm)
    i += 2
  }
  return i
}

/** A lower-case particle belongs to the name when a capital follows: "Ursula von der Leyen", "Mohammed bin Zayed". */
function particleStep(scan: Scan, start: number, i: number, words: string[]): number {
  const { atoms } = scan
  let j = i
  while (
    j - i < 3 &&
    atoms[j] &&
    !atoms[j]!.broken &&
    PARTICLES.has(atoms[j]!.norm) &&
    atoms[j]!.shape === 'lower'
  ) {
    j++
    if (atoms[j]?.text === '-' && atoms[j]!.glued) j++
  }
  if (j === i || !isCapital(atoms[j]) || atoms[j]!.broken || PLAIN_WORDS.has(atoms[j]!.norm)) return i
  const ambiguous = new Set(['i', 'e', 'y', 'as', 'at', 'an', 'do', 'of', 'la', 'de'])
  if (
    i === start &&
    (ambiguous.has(atoms[i]!.norm) || !/^(al|el|bin|von|van|de|del|da|abu|ibn)$/.test(atoms[i]!.norm))
  )
    return i
  if (i > start && /^(as|at|an|i|do)$/.test(atoms[i]!.norm)) return i
  if (scan.hit(j) && scan.hit(j)!.known.kind !== 'person' && scan.hit(j)!.known.kind !== 'place') return i
  for (let k = i; k < j; k++) if (atoms[k]!.shape === 'lower') words.push(atoms[k]!.norm)
  words.push(atoms[j]!.norm)
  return hyphenTail(scan, j + 1, words)
}

function mayBeName(scan: Scan, start: number, i: number, words: string[], titled: boolean): boolean {
  const { atoms, names } = scan
  const atom = atoms[i]!
  if (words.includes(atom.norm) && words.length > 1) return false
  if (/^\p{Lu}{2,}s$/u.test(atom.text) || isCompound(scan, i)) return false
  if (/^(al|el|bin|ibn)$/.test(words.at(-1) ?? '')) return true
  if (atom.shape === 'initial') return atom.text.endsWith('.') || words.length > 0 || isCapital(atoms[i + 1])
  if (i === start && titled && opensEasternName(scan, i)) return true
  if (i === start && titled && SURNAME_WORDS.has(atom.norm) && !isCapital(atoms[i + 1])) return true
  if (PLAIN_WORDS.has(atom.norm) || names.portfolios.has(atom.norm)) return mayBeSurname(scan, i, words)
  const hit = scan.hit(i)
  if (hit === null || hit.known.kind === 'person') return true
  if (hit.known.kind === 'honorific') return words.length > 0
  if (i === start && i > 0 && scan.hit(i - 1)?.known.kind === 'honorific' && isCapital(atoms[i + 1]))
    return GIVEN_TITLES.has(atom.norm)
  if (KIN.has(atom.norm) && atom.shape === 'capital') return words.length > 0 || titled
  return hit.next === i + 1 && doubleMeaning(scan, start, i, words, titled)
}

/** After a title "To", "No", "So" before another capital open a name: "General Secretary To Minh". */
function opensEasternName(scan: Scan, i: number): boolean {
  const [atom, after] = [scan.atoms[i]!, scan.atoms[i + 1]]
  if (
    !/^(will|to|no|so|an|do|ha|he|may|on|you|in|our|so|her|as|ma|mi|si)$/.test(atom.norm) ||
    !isCapital(after) ||
    after!.broken
  )
    return false
  return scan.hit(i + 1) === null && !PLAIN_WORDS.has(after!.norm) && !scan.names.portfolios.has(after!.norm)
}
/** "Kurdish-led", "Gulf-based": an adjective, not a name. */
const isCompound = (scan: Scan, i: number): boolean => {
  const [dash, word] = [scan.atoms[i + 1], scan.atoms[i + 2]]
  return (
    dash?.text === '-' &&
    dash.glued &&
    /^(led|linked|backed|based|held|controlled|born|owned|style|era|made|wide|mandated|brokered|sponsored|speaking|funded|run|built|majority|related|aligned|occupied|friendly|hosted|sanctioned)$/.test(
      word?.norm ?? '',
    )
  )
}

/** Words of kinship that are also syllables of names. */
const KIN = new Set(['son', 'wife', 'father', 'mother', 'brother', 'sister'])

/** Ordinary words as surnames, after a given name and at the end: "Ana March met", "Tom Banks said". */
const mayBeSurname = (scan: Scan, i: number, words: string[]): boolean =>
  words.length === 1 &&
  words[0]!.length > 1 &&
  SURNAME_WORDS.has(scan.atoms[i]!.norm) &&
  !isCapital(scan.atoms[i + 1])
const SURNAME_WORDS = new Set([
  'law',
  'may',
  'march',
  'young',
  'good',
  'west',
  'day',
  'hall',
  'church',
  'price',
  'rice',
  'bush',
  'green',
  'brown',
  'north',
  'camp',
  'street',
  'bridge',
  'lake',
  'mount',
  'power',
  'major',
  'house',
])

/** A word that is also a place, state or title: "Monica Medina", "Israel Levi", "Julie Bishop". */
function doubleMeaning(scan: Scan, start: number, i: number, words: string[], titled: boolean): boolean {
  const { kind, class: sort } = scan.hit(i)!.known
  const after = scan.atoms[i + 1]
  const more =
    isCapital(after) &&
    !after!.broken &&
    scan.hit(i + 1) === null &&
    !PLAIN_WORDS.has(after!.norm) &&
    !scan.names.portfolios.has(after!.norm)
  if (kind === 'title') {
    return (
      words.length === 1 && i > start && !more && !isCapital(after) && TITLE_SURNAMES.has(scan.atoms[i]!.norm)
    )
  }
  if (kind === 'place' && sort !== 'seat' && words.length > 0 && i > start) return true
  if (kind === 'place' && sort !== 'seat' && sort !== 'capital') return titled
  if (kind === 'state')
    return (
      (words.length > 0 || (titled && more)) &&
      scan.atoms[i]!.shape === 'capital' &&
      !scan.atoms[i]!.text.includes('.')
    )
  return kind === 'place' && titled && more
}
/** Titles that are also given names, behind an honorific: "Dr. Sultan Al Amin". */
const GIVEN_TITLES = new Set([
  'sultan',
  'prince',
  'king',
  'major',
  'judge',
  'duke',
  'earl',
  'amir',
  'emir',
  'malik',
  'shah',
  'khan',
])
const TITLE_SURNAMES = new Set([
  'bishop',
  'king',
  'duke',
  'pope',
  'prince',
  'marshal',
  'major',
  'judge',
  'coach',
  'chancellor',
  'priest',
  'abbot',
  'baron',
  'deputy',
  'cook',
  'general',
  'fellow',
  'farmer',
])

/** The name as the text writes it; words in capitals only get title case ("HARU AOKI" → "Haru Aoki"). */
function nameText(scan: Scan, first: number, next: number): string {
  const { atoms, text } = scan
  let out = ''
  for (let i = first; i < next; i++) {
    const atom = atoms[i]!
    if (i > first) out += text.slice(atoms[i - 1]!.end, atom.start).replace(/\s+/g, ' ')
    const shouted =
      atom.shape === 'capitals' &&
      !SUFFIXES.has(atom.norm) &&
      atom.text.length > 2 &&
      /[AEIOUYÀ-Ý]/.test(atom.text)
    out += shouted ? atom.text[0] + atom.text.slice(1).toLowerCase() : atom.text
  }
  return out
}

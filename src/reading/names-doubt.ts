// Whether a capitalised word belongs to a personal name, where it could as well be a place, a state, a title or a plain word.
import { isCapital, type Scan } from './names-scan.ts'
import { PLAIN_WORDS } from './names-words.ts'

/** Words of kinship that are also syllables of names. */
const KIN = new Set(['son', 'wife', 'father', 'mother', 'brother', 'sister'])
/** Ordinary words that are also surnames. */
const SURNAME_WORDS = new Set(
  'law may march young good west day hall church price rice bush green brown north camp street bridge lake mount power major house'.split(
    ' ',
  ),
)
/** Titles that are also given names, behind an honorific: "Dr. Sultan Al Amin". */
const GIVEN_TITLES = new Set('sultan prince king major judge duke earl amir emir malik shah khan'.split(' '))
/** Titles that are also surnames: "Julie Bishop". */
const TITLE_SURNAMES = new Set(
  'bishop king duke pope prince marshal major judge coach chancellor priest abbot baron deputy cook general fellow farmer'.split(
    ' ',
  ),
)

/** Whether the word at `i` may go on a name of which `words` were read; `titled`: an office or honorific stands before. */
export function mayBeName(scan: Scan, start: number, i: number, words: string[], titled: boolean): boolean {
  const { atoms, names } = scan
  const atom = atoms[i]!
  if (words.includes(atom.norm) && words.length > 1 && atom.shape !== 'initial') return false
  if (/^\p{Lu}{2,}s$/u.test(atom.text) || isCompound(scan, i)) return false
  if (/^(al|el|bin|ibn)$/.test(words.at(-1) ?? '')) return true
  if (atom.shape === 'initial') return atom.text.endsWith('.') || words.length > 0 || isCapital(atoms[i + 1])
  if (i === start && titled && opensEasternName(scan, i)) return true
  if (i === start && titled && SURNAME_WORDS.has(atom.norm) && !isCapital(atoms[i + 1])) return true
  if (PLAIN_WORDS.has(atom.norm) || names.portfolios.has(atom.norm)) return mayBeSurname(scan, i, words)
  const hit = scan.hit(i)
  if (hit === null || hit.known.kind === 'person') return true
  if (hit.known.kind === 'honorific') return words.length > 0
  const honored = i === start && i > 0 && scan.hit(i - 1)?.known.kind === 'honorific'
  if (hit.known.kind === 'title' && honored && isCapital(atoms[i + 1])) return GIVEN_TITLES.has(atom.norm)
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

/** Ordinary words as surnames, after a given name and at the end: "Ana March met", "Tom Banks said". */
const mayBeSurname = (scan: Scan, i: number, words: string[]): boolean =>
  words.length === 1 &&
  words[0]!.length > 1 &&
  SURNAME_WORDS.has(scan.atoms[i]!.norm) &&
  !isCapital(scan.atoms[i + 1])

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

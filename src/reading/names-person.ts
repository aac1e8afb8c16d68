// Reads a personal name at an atom: given and family names in either order, particles, initials, hyphens, "Jr.", "III".

import type { Known } from './names.ts'
import { mayBeName } from './names-doubt.ts'
import { isCapital, type Scan } from './names-scan.ts'
import { PARTICLES, PLAIN_WORDS, SUFFIXES } from './names-words.ts'

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

/**
 * The personal name at atom `at`, honorifics before it included in the span; null when none stands there.
 * `titled`: an office stands right before, so that a single word and a word that is also a place may be a name;
 * `ranked`: a rank may stand before the name ("the spy chief, General Okello").
 */
export function readName(
  scan: Scan,
  at: number,
  titled: boolean,
  ranked: boolean = titled,
): PersonName | null {
  const { atoms } = scan
  const opened = skipHonorifics(scan, at, ranked)
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

function skipHonorifics(scan: Scan, at: number, ranked: boolean): { next: number; honorific: string | null } {
  let [next, honorific]: [number, string | null] = [at, null]
  for (let guard = 0; guard < 3; guard++) {
    const hit = scan.hit(next)
    const rank = hit?.known.kind === 'title' && (ranked || at !== next) && isRank(hit.known)
    if (hit === null || (hit.known.kind !== 'honorific' && !rank) || !isNameStart(scan, hit.next)) break
    honorific = hit.known.name
    next = hit.next
  }
  return { next, honorific }
}

/** Behind an office a rank or dignity is part of the address: "the defence minister, General Okello", "Prime Minister Prince Omar". */
const isRank = ({ id, class: sort, plural }: Known): boolean =>
  !plural && (sort === 'military-rank' || /^(lord|cardinal|archbishop|prince|princess)$/.test(id))

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
  if (atom.shape === 'lower') return elidedStep(scan, start, i, words) ?? particleStep(scan, start, i, words)
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

/**
 * Lower-case words that need no capital after them: "Clara d'Anvers" (one word for us), "Omar as-Sabri", and the Turkic
 * "son" or "daughter" at the end of a name, "Azat Toktobek uulu". The atom after; null when it is none of these.
 */
function elidedStep(scan: Scan, start: number, i: number, words: string[]): number | null {
  const { atoms } = scan
  const { text, norm } = atoms[i]!
  if (/^(?:d|l|dell|dall|degl)['’]\p{Lu}/u.test(text))
    return hyphenTail(scan, pushed(words, norm, i + 1), words)
  if (i > start && /^(uulu|kyzy|kizi|qizi|oglu|ogly|oğlu|ughli)$/.test(norm))
    return pushed(words, norm, i + 1)
  const article = ARTICLES.test(norm) && atoms[i + 1]?.text === '-' && atoms[i + 1]!.glued
  return article && isCapital(atoms[i + 2]) && atoms[i + 2]!.glued
    ? hyphenTail(scan, pushed(words, atoms[i + 2]!.norm, i + 3), words)
    : null
}
/** The Arabic article before sun letters. */
const ARTICLES = /^(as|ash|at|ath|an|ad|ar|az|es|esh|et|en|ed|er|ez)$/

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

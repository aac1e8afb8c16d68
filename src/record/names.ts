// How a person's name is compared: folded (no case, accents, marks), in any order, in the scripts the gazetteer has.
import type { Person } from '../knowledge/gazetteer.ts'

/** A row of person_name: one way of writing a person's name. `kind` says why a match is a match. */
export interface PersonName {
  person_id: string
  name: string
  /** Folded, as written; what trigrams and equality look at. */
  folded: string
  /** Words of `folded` in alphabetical order: "Kishida Fumio" and "Fumio Kishida" are one. */
  sorted: string
  /** Consonants in classes: "Sergei" and "Sergey", "Ch'oe" and "Choi" share it. */
  sound: string
  kind: 'name' | 'native' | 'alias'
}

/** Lower case without accents, apostrophes, dots and hyphens: "Ch'oe Ryong-hae" → "choe ryonghae". */
// => foldName("Ch'oe Ryong-hae") === 'choe ryonghae'
export function foldName(name: string): string {
  return (
    name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      // "al-Karim" is two words, "Ryong-su" one.
      .replace(/(^|\s)(al|el)[-‐]/g, '$1$2 ')
      .replace(/ı/g, 'i')
      .replace(/ł/g, 'l')
      .replace(/ø/g, 'o')
      .replace(/đ/g, 'd')
      .replace(/ß/g, 'ss')
      .replace(/['’‘ʻʼ`\-‐–.·]/g, '')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
      .normalize('NFC')
  )
}

/** The words of a folded name in alphabetical order. */
export const sortWords = (folded: string): string => folded.split(' ').sort().join(' ')

// Letters that one sound is written with in the romanisations of Russian, Korean (McCune-Reischauer, revised, the North's own),
// Chinese (pinyin, Wade-Giles) and Arabic names. Order matters: longer spellings first.
const spellings: [RegExp, string][] = [
  [/^(al|el|ben|bin|ibn) /, ''],
  [/ (al|el|ben|bin|ibn) /g, ' '],
  [/shch|sch|sh|hs|x|s/g, 's'],
  [/tch|ch|zh|dj|j|q(?=i)/g, 'c'],
  [/kh|h/g, 'h'],
  [/ks/g, 's'],
  [/g|q|k/g, 'k'],
  [/ts|tz|z/g, 's'],
  [/d|t/g, 't'],
  [/b|p/g, 'p'],
  [/ph|f|w|v/g, 'v'],
  [/r|l/g, 'r'],
]

/** Consonants in classes, without vowels and word boundaries. Lossy: agreement of state must go with it. */
// => soundKey('sergei lavrov') === soundKey('sergey lavrov')
export function soundKey(folded: string): string {
  const spelled = spellings.reduce((text, [from, to]) => text.replace(from, to), folded)
  const start = /^[aeiouy]/.test(spelled) ? 'a' : ''
  const words = spelled.split(' ').map((word) => word.replace(/[aeiouy]/g, '').replace(/(.)\1+/g, '$1'))
  return start + words.join('')
}

/** The keys a name may be indexed under: as written, family name moved to the front, given name moved to the end. */
export function soundKeys(folded: string): string[] {
  const words = folded.split(' ')
  const orders = [words, [words.at(-1)!, ...words.slice(0, -1)], [...words.slice(1), words[0]!]]
  return [...new Set(orders.map((order) => soundKey(order.join(' '))))].filter((key) => key.length > 1)
}

/** Every way of writing a person's name that the gazetteer gives. */
export function personNames(person: Pick<Person, 'id' | 'name' | 'nativeName' | 'aliases'>): PersonName[] {
  const row = (name: string, kind: PersonName['kind']): PersonName => {
    const folded = foldName(name)
    return { person_id: person.id, name, folded, sorted: sortWords(folded), sound: soundKey(folded), kind }
  }
  return [
    row(person.name, 'name'),
    ...(person.nativeName ? [row(person.nativeName, 'native')] : []),
    ...person.aliases.map((alias) => row(alias, 'alias')),
  ].filter((name) => name.folded !== '')
}

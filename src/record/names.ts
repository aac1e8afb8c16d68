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
  kind: 'name' | 'native' | 'alias'
}

/** Lower case without accents, apostrophes, dots and hyphens: "Ch'oe Ryong-hae" → "choe ryonghae". */
// => foldName("Ch'oe Ryong-hae") === 'choe ryonghae'
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ı/g, 'i')
    .replace(/ł/g, 'l')
    .replace(/ø/g, 'o')
    .replace(/đ/g, 'd')
    .replace(/ß/g, 'ss')
    .replace(/['’‘ʻʼ`\-‐–.·]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .normalize('NFC')
}

/** The words of a folded name in alphabetical order. */
export const sortWords = (folded: string): string => folded.split(' ').sort().join(' ')

/** Every way of writing a person's name that the gazetteer gives. */
export function personNames(person: Pick<Person, 'id' | 'name' | 'nativeName' | 'aliases'>): PersonName[] {
  const row = (name: string, kind: PersonName['kind']): PersonName => {
    const folded = foldName(name)
    return { person_id: person.id, name, folded, sorted: sortWords(folded), kind }
  }
  return [
    row(person.name, 'name'),
    ...(person.nativeName ? [row(person.nativeName, 'native')] : []),
    ...person.aliases.map((alias) => row(alias, 'alias')),
  ].filter((name) => name.folded !== '')
}

// Which person of the gazetteer a name of the text is, and what offices they held on a day.
import type { Person } from '../knowledge/gazetteer.ts'
import type { Cluster } from './linking-people.ts'
import { type Holding, type Names, wordsOf } from './names.ts'

/** Offices held on `day` (YYYY-MM-DD); with null, every office ever held. */
export function heldOn(names: Names, person: string, day: string | null): readonly Holding[] {
  const all = names.tenuresOf.get(person) ?? []
  return day === null ? all : all.filter((holding) => holding.from <= day && day <= holding.to)
}

/** Best level held on the day; null when the gazetteer knows none. */
export function levelOn(names: Names, person: string, day: string | null): number | null {
  const levels = day === null ? [] : heldOn(names, person, day).map((holding) => holding.office.level)
  return levels.length === 0 ? null : Math.min(...levels)
}

/** The gazetteer's person for a cluster; null when none fits or several do. */
export function findPerson(names: Names, cluster: Cluster, day: string | null): Person | null {
  if (cluster.person !== null) return names.people.get(cluster.person) ?? null
  const words = cluster.name.words.filter((word) => word.length > 1)
  const full = words.length > 1
  const candidates = candidatesFor(names, words).filter(
    (person) => cluster.state === null || person.state === null || person.state === cluster.state,
  )
  const fitting = full
    ? candidates.filter((person) => namesAgree(person, words))
    : candidates.filter((person) => isFamilyName(person, words[0]!) && titleFits(names, person, cluster, day))
  const inOffice = fitting.filter((person) => day !== null && heldOn(names, person.id, day).length > 0)
  return only(fitting) ?? only(inOffice) ?? only(calledSo(day === null ? fitting : inOffice, words))
}

const only = (people: Person[]): Person | null => (people.length === 1 ? people[0]! : null)

/** "President Tamm" is Oru Tamm rather than Ana Tamm Berg, who bears the word inside her name. */
const calledSo = (people: Person[], words: string[]): Person[] =>
  words.length === 1 ? people.filter((person) => isLastWord(person, words[0]!)) : []

function candidatesFor(names: Names, words: string[]): Person[] {
  const lists = words.map((word) => names.peopleByWord.get(word) ?? [])
  return [...new Set(lists.flat())]
}

/** Every word of the shorter name is in the longer: "Anna M. Berg" and "Anna Berg". */
function namesAgree(person: Person, words: string[]): boolean {
  return [person.name, ...person.aliases].some((form) => {
    const own = wordsOf(form).filter((word) => word.length > 1)
    const [short, long] = own.length <= words.length ? [own, words] : [words, own]
    return short.length > 1 && short.every((word) => long.includes(word))
  })
}

function isFamilyName(person: Person, word: string): boolean {
  return [person.name, ...person.aliases].some((form) => {
    const own = wordsOf(form)
    return own.at(-1) === word || own[0] === word || (own.length > 2 && own.includes(word))
  })
}

/** A family name alone is a known person only with an office they held that day, or with no title and high office. */
function titleFits(names: Names, person: Person, cluster: Cluster, day: string | null): boolean {
  const held = heldOn(names, person.id, day)
  const titles = cluster.namings.flatMap((naming) => naming.offices.flatMap((office) => office.titles))
  const family = isLastWord(person, cluster.name.words.at(-1)!)
  if (titles.length === 0) return family && held.some((holding) => holding.office.level <= 2)
  return held.some((holding) => titles.some((title) => fitsLevel(title, holding.office.level)))
}

/** "Secretary" alone is a minister as well as a clerk. */
const fitsLevel = (title: { id: string; level: number }, level: number): boolean =>
  Math.abs(title.level - level) <= 1 || (title.id === 'secretary' && level === 5)

const isLastWord = (person: Person, word: string): boolean => {
  const own = wordsOf(person.name)
  return EASTERN.has(person.state ?? '') ? own[0] === word : own.at(-1) === word
}

/** States whose names put the family name first. */
export const EASTERN = new Set(['CHN', 'PRK', 'KOR', 'VNM', 'TWN', 'HKG', 'MAC', 'KHM', 'SGP'])

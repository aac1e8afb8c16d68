// Which mentions are one person: full names, short names, other spellings, name order, family name with title.
import type { Naming } from './mentions.ts'
import type { PersonName } from './names-person.ts'

/** One person of the document: every mention that names them. */
export interface Cluster {
  namings: Naming[]
  /** The fullest name the text gives. */
  name: PersonName
  /** Folded words of every form of the name. */
  words: Set<string>
  state: string | null
  person: string | null
  /** Titles by which the text calls them. */
  titles: Set<string>
  /** Whose predecessor or successor the text calls them: of the same state; null when nobody's. */
  kin: Cluster | null
  /** Whose counterpart or colleague abroad: of another state; null when nobody's. */
  peer: Cluster | null
}

const SMALL = new Set([
  'van',
  'von',
  'der',
  'de',
  'da',
  'dos',
  'del',
  'la',
  'al',
  'el',
  'bin',
  'ibn',
  'of',
  'jr',
  'sr',
  'the',
  'le',
])
/** Words that tell a person: without particles, unless that leaves one of three ("Le Van Minh" is no "Bui Minh Ha"). */
function weighty(words: readonly string[]): string[] {
  const kept = words.filter((word) => word.length > 1 && !SMALL.has(word))
  return kept.length < 2 && words.length > 2 ? words.filter((word) => word.length > 1) : kept
}

/** Clusters people in two rounds: names of two words and more first, then single words on to them. */
export function clusterPeople(
  all: Naming[],
  stateOf: (person: string) => string | null,
  familyOf: (cluster: Cluster) => string,
): Cluster[] {
  const index = new ClusterIndex()
  const people = all.filter((naming) => naming.person !== null)
  for (const naming of people)
    if (weighty(naming.person!.words).length > 1) join(index, withState(naming, stateOf))
  for (const naming of people)
    if (weighty(naming.person!.words).length <= 1) joinShort(index, naming, familyOf)
  return index.clusters
}

/** Clusters by the words of their names and by the words' first three letters, so that a long text stays linear. */
class ClusterIndex {
  readonly clusters: Cluster[] = []
  private readonly byWord = new Map<string, Set<Cluster>>()

  /** Clusters that share a word, or a word's beginning, in the order of the text. */
  near(words: readonly string[], alike: boolean): Cluster[] {
    const found = new Set<Cluster>()
    for (const word of words)
      for (const cluster of this.byWord.get(alike ? `${word.slice(0, 3)}-` : word) ?? []) found.add(cluster)
    return [...found]
  }

  add(cluster: Cluster, words: readonly string[]): void {
    for (const word of words) for (const key of [word, `${word.slice(0, 3)}-`]) this.note(key, cluster)
  }

  private note(key: string, cluster: Cluster): void {
    const set = this.byWord.get(key)
    if (set) set.add(cluster)
    else this.byWord.set(key, new Set([cluster]))
  }
}

/** A known person brings their state along, so that another of the same family name is not taken for them. */
function withState(naming: Naming, stateOf: (person: string) => string | null): Naming {
  if (naming.state === null && naming.known !== null) naming.state = stateOf(naming.known)
  return naming
}

function join(index: ClusterIndex, naming: Naming): void {
  const words = naming.person!.words
  const near = [...index.near(words, false), ...index.near(weighty(words), true)]
  put(
    index,
    near.find((cluster) => samePerson(cluster, naming)),
    naming,
  )
}

/** Adds the naming to its cluster, or opens one. */
function put(index: ClusterIndex, home: Cluster | undefined, naming: Naming): void {
  const cluster = home ?? open(naming)
  if (home) addTo(home, naming)
  else index.clusters.push(cluster)
  index.add(cluster, naming.person!.words)
}

const open = (naming: Naming): Cluster => ({
  namings: [naming],
  name: naming.person!,
  words: new Set(naming.person!.words),
  state: naming.state,
  person: naming.known,
  titles: new Set(titlesIn(naming)),
  kin: null,
  peer: null,
})

const titlesIn = (naming: Naming): string[] =>
  naming.offices.flatMap((office) => office.titles.map((title) => title.id))

function addTo(cluster: Cluster, naming: Naming): void {
  cluster.namings.push(naming)
  for (const title of titlesIn(naming)) cluster.titles.add(title)
  const name = naming.person!
  if (fullness(name) > fullness(cluster.name)) cluster.name = name
  for (const word of name.words) cluster.words.add(word)
  cluster.state ??= naming.state
  cluster.person ??= naming.known
}

/** More words win; an initial counts less than a word. */
const fullness = (name: PersonName): number =>
  name.words.reduce((sum, word) => sum + (word.length > 1 ? 2 : 1), 0)

function samePerson(cluster: Cluster, naming: Naming): boolean {
  if (cluster.person !== null && cluster.person === naming.known) return true
  if (cluster.person !== null && naming.known !== null) return false
  if (cluster.state !== null && naming.state !== null && cluster.state !== naming.state) return false
  const [a, b] = [weighty(cluster.name.words), weighty(naming.person!.words)]
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.every((word) => long.includes(word))) return true
  return sameSpelling(a, b) || sameTitleAndFamily(cluster, naming, a, b)
}

/** "Sergey"/"Sergei", "Mirziyoyev"/"Mirziyoev": same number of words, each within two letters. */
function sameSpelling(a: string[], b: string[]): boolean {
  return (
    a.length === b.length &&
    a.every((word, i) => word === b[i] || (word.length > 3 && distance(word, b[i]!) <= 2))
  )
}

/** "President Joe Rossi" and "President Joseph R. Rossi": family name, state and title agree. */
function sameTitleAndFamily(cluster: Cluster, naming: Naming, a: string[], b: string[]): boolean {
  if (a.at(-1) !== b.at(-1)) return false
  const { titles } = cluster
  return (
    naming.offices.some((office) =>
      office.titles.some((title) => titles.has(title.id) && title.level <= 6),
    ) && a[0]![0] === b[0]![0]
  )
}

function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    }
    row = next
  }
  return row[b.length]!
}

/** A single name: to the person who bears it, preferring the same state or title, then the nearest before it. */
function joinShort(index: ClusterIndex, naming: Naming, familyOf: (cluster: Cluster) => string): void {
  const word = weighty(naming.person!.words)[0] ?? naming.person!.words[0]!
  const bearers = index
    .near([word], false)
    .filter((cluster) => isCalled(cluster, naming, word) && !clashes(cluster, naming))
  if (bearers.length === 0) put(index, misspelt(index, naming, word), naming)
  else {
    const scored = bearers.map((cluster) => ({ cluster, score: affinity(cluster, naming, word, familyOf) }))
    put(index, scored.reduce((a, b) => (b.score > a.score ? b : a)).cluster, naming)
  }
}

/** A bearer whose name differs by one letter: "Kuleba" and "Kuleeba". */
const misspelt = (index: ClusterIndex, naming: Naming, word: string): Cluster | undefined =>
  index
    .near([word], true)
    .find(
      (cluster) =>
        !clashes(cluster, naming) &&
        word.length > 4 &&
        [...cluster.words].some((own) => own.length > 4 && distance(own, word) === 1),
    )

/** Whether the word may stand for the person alone: not the father's name in "X bin Y" unless "bin Y" is said. */
function isCalled(cluster: Cluster, naming: Naming, word: string): boolean {
  if (!cluster.words.has(word)) return false
  const before = cluster.name.words[cluster.name.words.indexOf(word) - 1]
  return !/^(bin|ibn|bint)$/.test(before ?? '') || naming.person!.words.length > 1
}

function clashes(cluster: Cluster, naming: Naming): boolean {
  return cluster.state !== null && naming.state !== null && cluster.state !== naming.state
}

function affinity(
  cluster: Cluster,
  naming: Naming,
  word: string,
  familyOf: (cluster: Cluster) => string,
): number {
  const { titles } = cluster
  const sameTitle = naming.offices.some((office) => office.titles.some((title) => titles.has(title.id)))
  const before = lastBefore(cluster, naming.first)
  const near = before === -1 ? 0 : 1 / (1 + (naming.first - before) / 100)
  return (
    (sameTitle ? 4 : 0) +
    (familyOf(cluster) === word ? 2 : 0) +
    (cluster.state !== null && cluster.state === naming.state ? 2 : 0) +
    near
  )
}

/** First atom of the cluster's nearest mention before atom `at`; -1 when there is none. Namings were added in two rounds. */
function lastBefore(cluster: Cluster, at: number): number {
  const { namings } = cluster
  let best = -1
  for (let i = namings.length - 1; i >= 0 && i > namings.length - 60; i--) {
    const first = namings[i]!.first
    if (first < at && first > best) best = first
  }
  return best
}

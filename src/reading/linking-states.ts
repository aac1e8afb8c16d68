// Whose official somebody is when the words by the name do not say: title, side of the document, places nearby.
import type { Draft } from './draft.ts'
import { frameOf } from './frame.ts'
import { companyOf, goalsOf } from './linking-goals.ts'
import type { Cluster } from './linking-people.ts'
import { Seats } from './linking-seats.ts'
import { type Naming, namings } from './mentions.ts'
import { scanOf } from './names-scan.ts'

/** Gives each cluster without a state the likeliest one; officials of international organizations keep null. */
export function inferStates(draft: Draft, clusters: Cluster[]): void {
  const side = sideOf(draft) ?? sideByTitles(draft, clusters)
  const subject = stateOfTitle(draft)
  const seats = new Seats(draft, clusters)
  const clusterOf = new Map(
    clusters.flatMap((cluster) => cluster.namings.map((one) => [one, cluster] as const)),
  )
  const stateOf = (one: Naming): string | null => one.state ?? clusterOf.get(one)?.state ?? null
  for (const cluster of clusters) {
    if (cluster.state !== null || cluster.kin !== null || isInternational(cluster)) continue
    const titles = cluster.namings.flatMap((naming) => naming.offices.flatMap((office) => office.titles))
    if (titles.length === 0) continue
    const own = isCardinal(cluster) ? 'VAT' : (titles.find((title) => title.state !== null)?.state ?? null)
    const speaks = titles.some((title) => title.class === 'spokesperson') ? side : null
    const bare =
      speaks === null &&
      titles.some((title) => /^spokes\w+$/.test(title.id)) &&
      cluster.namings.every((naming) => naming.offices.every((office) => !office.words.includes(' ')))
    if (own === null && side !== null && titles.every((title) => OWN_SIDE.test(title.id))) {
      cluster.state = side
      continue
    }
    cluster.state =
      own ??
      speaks ??
      (bare
        ? null
        : ((opensLine(draft, cluster) ? subject : null) ??
          nearbyState(draft, cluster, side, seats, stateOf))) ??
      side
  }
}

/** "Visits by Foreign Leaders of Arvania, 2005–2024": a list whose title tells whose officials it lists. */
function stateOfTitle({ title, knowledge }: Draft): string | null {
  const named =
    /\b(?:leaders|presidents|officials|ministers|premiers|envoys) of (?:the )?(\p{Lu}[^,:–(]*)/iu.exec(
      title ?? '',
    )?.[1]
  if (named === undefined) return null
  const name = named.trim()
  return (
    knowledge.gazetteer.states.find((state) => state.name === name || state.names.includes(name))?.id ?? null
  )
}

/** Rows of a list open with whom it lists; whoever they met stands inside. */
const opensLine = (draft: Draft, { namings: [first] }: Cluster): boolean =>
  first !== undefined && (scanOf(draft).atoms[first.first]?.broken ?? false)

/** Titles that a government's text gives bare only to its own: "CHAIRMAN OKELLO:", "Secretary Okello's trip". */
const OWN_SIDE =
  /^(secretary|chairman|chairwoman|counselor|senior advisor|senior adviser|special assistant|congressman|congresswoman|senator|coordinator|representative)$/

/** A text that opens with an official whose title is one state's ("Deputy Secretary X will travel") is that state's text. */
function sideByTitles(draft: Draft, clusters: Cluster[]): string | null {
  const { atoms } = scanOf(draft)
  for (const cluster of clusters) {
    for (const naming of cluster.namings) {
      if (atoms[naming.first]!.sentence > 4 || naming.state !== null) continue
      const title = naming.offices.flatMap((office) => office.titles).find((one) => one.state !== null)
      if (title) return title.state
    }
  }
  return null
}

/** "Secretary of State Cardinal X" is the Holy See's. */
const isCardinal = (cluster: Cluster): boolean =>
  cluster.namings.some((naming) => naming.person?.honorific === 'cardinal')

const isInternational = (cluster: Cluster): boolean =>
  cluster.namings.some((naming) =>
    naming.offices.some(
      (office) =>
        (office.organization !== null && office.state === null) ||
        // "Export–Import Bank president": banks and funds that no pack knows are mostly of several states.
        (office.state === null && /\b(Bank|Fund)\b/.test(office.words)) ||
        office.titles.some((title) => title.class === 'io-head' || title.class === 'io-official'),
    ),
  )

/** State whose side the document speaks for: as found before, or the publisher's ("US Department of State"); null for news. */
export function sideOf(draft: Draft): string | null {
  if (draft.side !== null) return draft.side
  const publisher = draft.source.publisher ?? ''
  if (/^the white house/i.test(publisher)) return 'USA'
  if (
    !/(department|ministry|president of|prime minister|government|embassy|delegation|office|council|command)/i.test(
      publisher,
    )
  )
    return null
  const match = draft.knowledge.gazetteer.states.find((state) =>
    [state.name, ...state.names, ...state.demonyms].some(
      (name) =>
        name.length > 1 &&
        new RegExp(`\\b${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w])`).test(publisher),
    ),
  )
  return match?.id ?? null
}

/** "X travels to Y": where somebody goes is not whose official they are. */
const isGoal = (word: string | undefined): boolean => /^(to|in|at|from|for|on)$/.test(word ?? '')

/**
 * The state that the sentence is about where somebody is named ("will travel to Rabat, where she will meet with Foreign
 * Minister X"): nearest before, then behind in the sentence, then in the two sentences before; not the document's own side.
 */
function nearbyState(
  draft: Draft,
  cluster: Cluster,
  side: string | null,
  seats: Seats,
  stateOf: (one: Naming) => string | null,
): string | null {
  const naming = cluster.namings[0]!
  const company = companyOf(draft, naming, stateOf)
  if (company !== null) return company
  const { atoms } = scanOf(draft)
  const sentence = atoms[naming.first]!.sentence
  const [before, behind, earlier]: [string[], string[], string[]] = [[], [], []]
  const all = namings(draft)
  const opposite = new Set([cluster.peer?.state, ...goalsOf(draft, cluster)])
  let from = naming.index
  while (from > 0 && atoms[all[from - 1]!.first]!.sentence >= sentence - 3) from--
  for (let i = from; i < all.length; i++) {
    const other = all[i]!
    const where = atoms[other.first]!.sentence
    if (where > sentence) break
    const state = stateOf(other)
    if (cluster.namings.includes(other) || state === null || state === side) continue
    if (where === sentence && (isLed(draft, naming, other) || isMetWith(draft, naming, other))) return state
    // what is told by a bare name alone ties it to the sides of a meeting, not to a state
    const thing =
      other.mention.kind === 'state' ||
      other.mention.kind === 'place' ||
      other.person !== null ||
      other.mention.kind === 'office'
    if (where === sentence && thing && isOpposite(draft, naming, other)) opposite.add(state)
    if (!thing || other.state === null) continue
    if (where === sentence && /^(delegation|side|team|negotiating)$/.test(atoms[other.next]?.norm ?? ''))
      return state
    if (where < sentence) earlier.unshift(state)
    else if (other.first < naming.first) before.unshift(state)
    else if (!isGoal(atoms[other.first - 1]?.norm)) behind.push(state)
  }
  const likely = [...localState(draft, naming), ...before, ...earlier, ...behind].filter(
    (one) => !opposite.has(one) && seats.has(one, cluster),
  )
  return likely.find((one) => seats.isFree(one, cluster)) ?? likely[0] ?? null
}

/** "met Oru Tamm, the prime minister": in a dispatch, "the" minister is the one of the place it is told from. */
function localState(draft: Draft, naming: Naming): string[] {
  const office = naming.offices[0]
  if (office?.determiner !== 'the' || office.plural) return []
  const frame = frameOf(draft)
  const paragraph = draft.analysis.sentences[scanOf(draft).atoms[naming.first]!.sentence]?.paragraph ?? 0
  return [frame.stage(paragraph).state ?? frame.title.state ?? []].flat()
}

/** "Deputy Minister X led a Ruritanian delegation": whoever leads it is of its state. */
function isLed(draft: Draft, naming: Naming, other: Naming): boolean {
  const { atoms } = scanOf(draft)
  const between = atoms.slice(naming.next, other.first)
  return (
    between.length < 4 &&
    between.some(({ norm }) => /^(?:leads?|led|leading|heads?|headed|heading)$/.test(norm))
  )
}

/** "met President X and Prime Minister Y": both of one state, when the state of one is known. */
function isMetWith(draft: Draft, naming: Naming, other: Naming): boolean {
  const { atoms } = scanOf(draft)
  const [one, two] = naming.first < other.first ? [naming, other] : [other, naming]
  if (other.person === null || two.first !== one.next + 1 || atoms[one.next]!.norm !== 'and') return false
  const before = atoms.slice(Math.max(0, one.first - 3), one.first)
  return before.some(({ norm }) => /^(?:met|saw|sees?|with)$/.test(norm))
}

/** "Foreign Secretary X met Ruritanian Foreign Minister Y": whoever stands on the other side of a meeting is of another state. */
function isOpposite(draft: Draft, naming: Naming, other: Naming): boolean {
  if (other.offices.length === 0 ? other.person === null : other.offices[0]!.plural) return false
  const { atoms } = scanOf(draft)
  const [from, to] = other.first > naming.first ? [naming.next, other.first] : [other.next, naming.first]
  return to - from < 12 && atoms.slice(from, to).some((atom) => MEETING.test(atom.norm))
}
const MEETING =
  /^(met|meets|meet|meeting|spoke|speaks|talks|received|receives|hosted|hosts|host|welcomed|welcomes|greeted|told|phoned|telephoned|called|calls)$/

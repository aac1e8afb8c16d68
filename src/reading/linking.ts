// Links mentions: people to clusters and the gazetteer, states, organizations and places to their entities.
import type { Draft, Entity, Step } from './draft.ts'
import { addEntity } from './entities.ts'
import { EASTERN, findPerson, heldOn, levelOn } from './linking-gazetteer.ts'
import {
  type ChosenOffice,
  isPublicOffice,
  lendOffices,
  officeWords,
  shareStates,
} from './linking-offices.ts'
import { takeOwnedOffices } from './linking-owned.ts'
import { type Cluster, clusterPeople } from './linking-people.ts'
import { inferStates } from './linking-states.ts'
import { type Naming, namings } from './mentions.ts'
import { scanOf } from './names-scan.ts'

/** Fills `draft.entities` and the mentions' `entity`, but for pronouns and unnamed offices (resolveCoreference). */
export const linkMentions: Step = (draft) => {
  const found = namings(draft)
  draft.entities = []
  linkThings(draft, found)
  linkPeople(draft, found)
  dropUnlinked(draft)
}

/** Capitalised words that turned out to be nobody are no mentions. */
function dropUnlinked(draft: Draft): void {
  draft.mentions = draft.mentions.filter((mention) => mention.kind !== 'person' || mention.entity !== -1)
}

/** States, organizations and places: one entity an id (or a label) in the document. */
function linkThings(draft: Draft, found: Naming[]): void {
  const seen = new Map<string, number>()
  for (const { mention, known, state, label } of found) {
    if (mention.kind !== 'state' && mention.kind !== 'organization' && mention.kind !== 'place') continue
    const key = `${mention.kind}:${known ?? label}`
    let entity = seen.get(key)
    if (entity === undefined) {
      entity = addEntity(draft, {
        kind: mention.kind,
        name: label,
        id: known,
        state,
        why: known ? `the gazetteer's ${mention.kind} ${known}` : 'a body named by description',
      })
      seen.set(key, entity)
    }
    mention.entity = entity
  }
}

function linkPeople(draft: Draft, found: Naming[]): void {
  const { names } = scanOf(draft)
  const named = clusterPeople(found, (id) => names.people.get(id)?.state ?? null, familyName)
  takeOwnedOffices(draft, named)
  const clusters = named.filter((cluster) => !isNoPerson(draft, cluster))
  for (const cluster of clusters) {
    const person = findPerson(names, cluster, draft.publishedOn)
    if (person === null) continue
    cluster.person = person.id
    cluster.state ??= person.state
  }
  lendOffices(draft, clusters)
  inferStates(draft, clusters)
  shareStates(clusters)
  const people = mergeKnown(clusters).sort((a, b) => firstOf(a) - firstOf(b))
  for (const cluster of people) addPerson(draft, cluster)
}

const firstOf = (cluster: Cluster): number =>
  Math.min(...cluster.namings.slice(0, 50).map((naming) => naming.first))

/** The word a person is called by alone: first in Eastern order, else last. */
function familyName(cluster: Cluster): string {
  const words = cluster.name.words.filter((word) => word.length > 1 && !/^(jr|sr|ii|iii|iv)$/.test(word))
  return (EASTERN.has(cluster.state ?? '') ? words[0] : words.at(-1)) ?? ''
}

/** Two clusters that the gazetteer knows as one person are one. */
function mergeKnown(clusters: Cluster[]): Cluster[] {
  const byPerson = new Map<string, Cluster>()
  return clusters.filter((cluster) => {
    const first = cluster.person === null ? undefined : byPerson.get(cluster.person)
    if (first === undefined) {
      if (cluster.person !== null) byPerson.set(cluster.person, cluster)
      return true
    }
    first.namings.push(...cluster.namings)
    if (cluster.name.words.length > first.name.words.length) first.name = cluster.name
    return false
  })
}

/**
 * Capitalised words without title, honorific or gazetteer are nobody for us, unless a verb of saying follows, the words
 * come again, "since" stands before, or the first is a given name that the gazetteer knows.
 */
function isNoPerson(draft: Draft, cluster: Cluster): boolean {
  const shown =
    cluster.person !== null ||
    cluster.namings.some((one) => one.offices.length > 0 || one.person!.honorific !== null)
  if (shown || cluster.namings.some(isOfState)) return false
  const words = cluster.name.words.filter((word) => word.length > 1)
  if (words.length < 2) return true
  const { atoms, names } = scanOf(draft)
  const speaks = cluster.namings.some((one) =>
    /^(said|says|told|added|wrote|tweeted|noted|argued|warned)$/.test(atoms[one.next]?.norm ?? ''),
  )
  const since = cluster.namings.some((one) => atoms[one.first - 1]?.norm === 'since')
  const again = cluster.namings.some((one) => one.person!.words.length === 1)
  const given = (names.peopleByWord.get(words[0]!) ?? []).some((person) =>
    person.name.toLowerCase().startsWith(words[0]!),
  )
  return !(speaks || since || again || given || cluster.namings.some((one) => actsAsPerson(draft, one)))
}

/** "Sol Gantry, who leads the party, came", "spent the afternoon with Mika Frendo", "Sol Gantry flew in": what stands around the name is said of people. */
function actsAsPerson(draft: Draft, { person, first, next }: Naming): boolean {
  const { atoms, isCommon } = scanOf(draft)
  const shown = atoms.slice(first, next).every(({ shape, norm }) => shape !== 'capitals' && !isCommon(norm))
  if (!shown || person!.words.some((word) => word.length < 3)) return false
  const before = atoms[first - 1]?.norm ?? ''
  const after = atoms[next]?.text === ',' ? atoms[next + 1] : atoms[next]
  return (
    /^(?:who|whose|whom)$/.test(after?.norm ?? '') ||
    (atoms[next] === after && ACTS.test(after?.norm ?? '')) ||
    MET.test(before)
  )
}
const ACTS =
  /^(?:flew|flies|arrived|arrives|landed|lands|came|comes|went|goes|travelled|traveled|travels|visited|visits|met|meets|received|receives|hosted|hosts|saw|sees|telephoned|phoned|rang|signed|signs|left|leaves|returned|returns|paid|pays|joined|joins|spoke|welcomed|greeted|followed|called)$/
const MET =
  /^(?:met|meets|meet|meeting|saw|sees|see|seeing|received|receives|receive|receiving|hosted|hosts|host|hosting|telephoned|phoned|rang|sending|sent|dispatched|welcomed)$/

/** "Arvania's Ana Ruiz", "Ana Ruiz of Arvania": whom the text puts forward for a state is its official. */
const isOfState = (one: Naming): boolean =>
  one.known === null && one.state !== null && one.offices.length === 0 && one.person!.words.length > 1

function addPerson(draft: Draft, cluster: Cluster): void {
  const { names } = scanOf(draft)
  const office = officeWords(cluster) ?? ownLeader(draft, cluster)
  const known = cluster.person === null ? null : levelOn(names, cluster.person, draft.publishedOn)
  const index = addEntity(draft, {
    kind: 'person',
    name: cluster.name.text,
    id: cluster.person,
    state: cluster.state,
    office: office?.words ?? null,
    level: known ?? office?.level ?? null,
    official: isOfficial(draft, cluster, office !== null),
    why: cluster.person
      ? `the gazetteer's ${cluster.person}`
      : office
        ? `named with the office "${office.words}"`
        : 'a name without office',
  })
  for (const naming of cluster.namings) naming.mention.entity = index
  warnOfLevels(draft, draft.entities[index]!, known, office?.level ?? null)
}

/**
 * A leader's own site names its leader without title ("Haru Aoki had a telephone conversation with President …"): somebody
 * known to lead a state that day, named in the first two sentences, has the gazetteer's office.
 */
function ownLeader(draft: Draft, cluster: Cluster): ChosenOffice | null {
  const { atoms, names } = scanOf(draft)
  if (cluster.person === null || draft.publishedOn === null || atoms[cluster.namings[0]!.first]!.sentence > 1)
    return null
  if (cluster.namings[0]!.person!.words.length < 2) return null
  const top = heldOn(names, cluster.person, draft.publishedOn).find((holding) => holding.office.level === 1)
  if (top === undefined) return null
  const words = top.office.titles[0] ?? top.office.title.replace(/ (of|\/).*$/, '')
  return { words, level: top.office.level }
}

function isOfficial(draft: Draft, cluster: Cluster, hasOffice: boolean): boolean {
  const titles = cluster.namings.flatMap((naming) => naming.offices.flatMap((office) => office.titles))
  if (titles.some((title) => title.class === 'not-an-official') && cluster.person === null) return false
  if (hasOffice && cluster.person === null)
    return cluster.namings.some((naming) => naming.offices.some(isPublicOffice))
  if (hasOffice) return true
  if (cluster.person === null) return cluster.namings.some(isOfState)
  const { names } = scanOf(draft)
  return heldOn(names, cluster.person, null).length > 0
}

/** Text and gazetteer differ on the level: both are kept, and the reader is told. */
function warnOfLevels(draft: Draft, entity: Entity, known: number | null, worded: number | null): void {
  if (known === null || worded === null || known === worded || entity.id === null) return
  const held = heldOn(scanOf(draft).names, entity.id, draft.publishedOn)
  if (held.some((holding) => holding.office.level === worded) || /^(former|ex)\b/i.test(entity.office ?? ''))
    return
  draft.warnings.push(
    `${entity.name}: the text's "${entity.office}" has level ${worded}, the gazetteer's ${held.map((h) => h.office.title).join(', ')} level ${known} on ${draft.publishedOn}.`,
  )
}

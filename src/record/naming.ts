// Who the names of readings are: those the reader linked stand, the others are looked up, full names that nobody bears are minted.
import type { Exchange, Participant, Reading } from '../reading/reading.ts'
import type { Asserting, ResolvedParticipant } from './asserted.ts'
import { contentId } from './columns.ts'
import type { Database } from './database.ts'
import { edtfDays } from './days.ts'
import {
  type Bearers,
  findBearers,
  holdersOf,
  type PersonMatch,
  strangerId,
  takeMatch,
} from './resolution.ts'
import { mintPeople, type Stranger } from './strangers.ts'

/** A reading with the document it is of. */
export interface ReadSource {
  reading: Reading
  source: Asserting
}

export interface NamedReading {
  resolve: (participant: Participant, exchange: Exchange) => ResolvedParticipant
  isDoubtful: (participant: Participant) => boolean
  /** Person by name and state, for statements. */
  personOf: (name: string | null, state: string | null, person: string | null) => string | null
  /** Ids of those whom nobody knew before this reading. */
  minted: string[]
}

const nameKey = (name: string, state: string | null): string => `${name} ${state ?? ''}`

/** Names of many readings at once, in their order: whom the first mints, the second finds. */
export async function nameReadings(database: Database, read: ReadSource[]): Promise<NamedReading[]> {
  const named = read.map(namedPeople)
  const asked = named.map((people) => [...people.values()].filter((person) => person.person === null))
  const bearers = await findBearers(
    database,
    asked.flat().map((person) => person.name),
  )
  const taken = read.map(({ source }, i) => takeNames(asked[i]!, bearers, source.documentId))
  const fresh = new Set(
    await mintPeople(
      database,
      taken.flatMap((names) => names.strangers),
    ),
  )
  const holders = await matchHolders(database, read)
  return taken.map(({ byName, doubtful, strangers }, i) => ({
    resolve: (participant, exchange) => ({
      participant,
      match: matchOf(participant, dayOf(exchange, read[i]!.source), byName, holders),
    }),
    isDoubtful: ({ name, state }) => name !== null && doubtful.has(nameKey(name, state)),
    personOf: (name, state, person) =>
      person ?? (name === null ? null : (byName.get(nameKey(name, state))?.person ?? null)),
    minted: strangers.flatMap(({ id }) => (fresh.delete(id) ? id : [])),
  }))
}

interface TakenNames {
  byName: Map<string, PersonMatch>
  doubtful: Set<string>
  strangers: Stranger[]
}

function takeNames(asked: Named[], bearers: Bearers, document: string): TakenNames {
  const names: TakenNames = { byName: new Map(), doubtful: new Set(), strangers: [] }
  for (const person of asked) {
    const key = nameKey(person.name, person.state)
    const matches = bearers.match(person)
    const match = takeMatch(matches)
    if (match) names.byName.set(key, match)
    else if (matches.length) names.doubtful.add(key)
    else if (isFullName(person.name) && person.state) {
      const id = strangerId(person.name, person.state, contentId)
      names.strangers.push({ id, name: person.name, state: person.state, document })
      names.byName.set(key, { person: id, score: 1, why: 'first met in a document' })
    }
  }
  for (const stranger of names.strangers) bearers.add(stranger)
  return names
}

function matchOf(
  participant: Participant,
  day: string | null,
  byName: Map<string, PersonMatch>,
  holders: Map<string, PersonMatch>,
): PersonMatch | null {
  if (participant.person) return { person: participant.person, score: 1, why: 'named by the reader' }
  if (participant.name) return byName.get(nameKey(participant.name, participant.state)) ?? null
  return holders.get(holderKey(participant, day)) ?? null
}

/** At least two words, or one long word of a script without spaces. */
const isFullName = (name: string): boolean =>
  /\S\s+\S/.test(name.trim()) || /^\p{Script=Han}{2,}$/u.test(name)

interface Named {
  name: string
  state: string | null
  level: number | null
  day: string | null
  person: string | null
}

function namedPeople({ reading, source }: ReadSource): Map<string, Named> {
  const named = new Map<string, Named>()
  const add = (person: Named): void => {
    const key = nameKey(person.name, person.state)
    const known = named.get(key)
    if (!known || (known.person === null && person.person !== null)) named.set(key, person)
  }
  for (const exchange of reading.exchanges) {
    const day = dayOf(exchange, source)
    for (const { name, state, level, person } of exchange.participants)
      if (name) add({ name, state, level, day, person })
  }
  for (const { speaker, state, person } of reading.statements) {
    if (speaker) add({ name: speaker, state, level: null, day: source.publishedOn, person })
  }
  return named
}

/** The day an exchange speaks of: its own, else that of publication. */
const dayOf = (exchange: Exchange, source: Asserting): string | null =>
  edtfDays(exchange.date).earliest ?? source.publishedOn

const holderKey = ({ state, office }: Participant, day: string | null): string =>
  [state, office?.toLowerCase(), day].join('|')

async function matchHolders(database: Database, read: ReadSource[]): Promise<Map<string, PersonMatch>> {
  const asked = new Map<string, { state: string; office: string; day: string }>()
  for (const { reading, source } of read) {
    for (const exchange of reading.exchanges) {
      const day = dayOf(exchange, source)
      for (const participant of exchange.participants) {
        const { name, person, state, office } = participant
        if (!name && !person && state && office && day)
          asked.set(holderKey(participant, day), { state, office, day })
      }
    }
  }
  const holders = await holdersOf(database, [...asked.values()])
  return new Map(
    [...asked.keys()].flatMap((key, i) => (holders[i] ? [[key, holders[i]] as [string, PersonMatch]] : [])),
  )
}

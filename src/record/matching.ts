// Sets a reading against the record: who its names are, which of its exchanges the record holds already.
import type { Exchange, Genre, Participant, Reading } from '../reading/reading.ts'
import type { Asserting, ResolvedExchange, ResolvedParticipant } from './asserted.ts'
import { contentId } from './columns.ts'
import type { Database } from './database.ts'
import { edtfDays } from './days.ts'
import { holdersOf, type PersonMatch, resolvePeople, strangerId, takeMatch } from './resolution.ts'
import { exchangeThresholds, findSame, type SameMatch } from './sameness.ts'
import { doubtsAbout } from './standing.ts'
import { mintPeople, type Stranger } from './strangers.ts'

/** A reading's exchange against one of the record: merged when likely, proposed when doubtful. */
export interface Sameness {
  filedAs: string
  exchange: string
  score: number
  why: string
  state: 'made' | 'proposed'
  document: string
}

export interface Outcome {
  merged: SameMatch | null
  proposed: SameMatch | null
  doubts: string[]
}

export interface MatchedReading {
  exchanges: ResolvedExchange[]
  /** One for each of `exchanges`. */
  outcomes: Outcome[]
  sameness: Sameness[]
  /** Person by folded name and state, for statements. */
  personOf: (name: string | null, state: string | null, person: string | null) => string | null
  peopleMinted: string[]
}

/** Resolves names and exchanges, and mints people nobody knows. Writes nothing else. */
export async function matchReading(
  database: Database,
  reading: Reading,
  source: Asserting,
  genre: Genre | null,
): Promise<MatchedReading> {
  const people = await matchPeople(database, reading, source)
  const resolved = reading.exchanges.map((exchange) =>
    exchange.participants.map((p) => people.resolve(p, exchange)),
  )
  const same = await findSame(
    database,
    reading.exchanges.map((exchange, i) => likenessOf(exchange, resolved[i]!)),
  )
  const outcomes = reading.exchanges.map((exchange, i) =>
    outcomeOf(exchange, genre, same[i]!, resolved[i]!.filter((p) => people.isDoubtful(p.participant)).length),
  )
  const ids = new Map(
    reading.exchanges.map((exchange, i) => [
      exchange.id,
      outcomes[i]!.merged?.exchange ?? filedId(source, exchange),
    ]),
  )
  const exchanges = reading.exchanges.map(
    (exchange, i): ResolvedExchange => ({
      reading: exchange,
      filedAs: filedId(source, exchange),
      exchange: ids.get(exchange.id)!,
      partOf: parentOf(exchange, ids),
      participants: resolved[i]!,
      status: outcomes[i]!.doubts.length ? 'proposed' : 'accepted',
    }),
  )
  return {
    exchanges,
    outcomes,
    sameness: exchanges.flatMap((exchange, i) => samenessOf(exchange, outcomes[i]!, source)),
    personOf: people.personOf,
    peopleMinted: people.minted,
  }
}

/** The id under which a reading's exchange is filed; its id for good if nothing in the record is the same. */
const filedId = (source: Asserting, exchange: Exchange): string =>
  `x-${contentId('filed', source.documentId, source.reader, exchange.id)}`

/** The containing exchange, unless both turned out to be one and the same. */
function parentOf(exchange: Exchange, ids: Map<string, string>): string | null {
  const parent = exchange.partOf === null ? undefined : ids.get(exchange.partOf)
  return parent && parent !== ids.get(exchange.id) ? parent : null
}

/** Those named, and the states that take part through nobody named. */
const likenessOf = (exchange: Exchange, participants: ResolvedParticipant[]) => ({
  ...exchange,
  participants: [
    ...participants.map(({ participant, match }) => ({
      person: match?.person ?? null,
      state: participant.state,
      level: participant.level,
    })),
    ...exchange.states.map((state) => ({ person: null, state, level: null })),
  ],
})

function outcomeOf(
  exchange: Exchange,
  genre: Genre | null,
  same: SameMatch[],
  doubtfulNames: number,
): Outcome {
  const [first, second] = same
  const likely =
    first && first.score >= exchangeThresholds.likely && !(second && first.score - second.score < 0.02)
  const merged = likely ? first : null
  const proposed = !likely && first ? first : null
  return {
    merged,
    proposed,
    doubts: doubtsAbout({ reading: exchange, genre, doubtfulNames, doubtfulSame: proposed !== null }),
  }
}

function samenessOf(exchange: ResolvedExchange, outcome: Outcome, source: Asserting): Sameness[] {
  const match = outcome.merged ?? outcome.proposed
  if (!match || match.exchange === exchange.filedAs) return []
  const state = outcome.merged ? 'made' : 'proposed'
  return [
    {
      filedAs: exchange.filedAs,
      exchange: match.exchange,
      score: match.score,
      why: match.why,
      state,
      document: source.documentId,
    },
  ]
}

interface MatchedPeople {
  resolve: (participant: Participant, exchange: Exchange) => ResolvedParticipant
  isDoubtful: (participant: Participant) => boolean
  personOf: MatchedReading['personOf']
  minted: string[]
}

const nameKey = (name: string, state: string | null): string => `${name} ${state ?? ''}`

/** Names linked by the reader stand; the others are looked up; full names that nobody bears are minted. */
async function matchPeople(database: Database, reading: Reading, source: Asserting): Promise<MatchedPeople> {
  const named = namedPeople(reading, source.publishedOn)
  const asked = [...named.values()].filter((person) => person.person === null)
  const matches = await resolvePeople(database, asked)
  const byName = new Map<string, PersonMatch>()
  const doubtful = new Set<string>()
  const strangers: Stranger[] = []
  asked.forEach((person, i) => {
    const key = nameKey(person.name, person.state)
    const match = takeMatch(matches[i]!)
    if (match) byName.set(key, match)
    else if (matches[i]!.length) doubtful.add(key)
    else if (isFullName(person.name) && person.state) {
      const id = strangerId(person.name, person.state, contentId)
      strangers.push({ id, name: person.name, state: person.state, document: source.documentId })
      byName.set(key, { person: id, score: 1, why: 'first met in a document' })
    }
  })
  const minted = await mintPeople(database, strangers)
  const holders = await matchHolders(database, reading, source.publishedOn)
  return {
    resolve: (participant, exchange) => ({
      participant,
      match: matchOf(participant, exchange, byName, holders),
    }),
    isDoubtful: (participant) =>
      participant.name !== null && doubtful.has(nameKey(participant.name, participant.state)),
    personOf: (name, state, person) =>
      person ?? (name === null ? null : (byName.get(nameKey(name, state))?.person ?? null)),
    minted,
  }
}

function matchOf(
  participant: Participant,
  exchange: Exchange,
  byName: Map<string, PersonMatch>,
  holders: Map<string, PersonMatch>,
): PersonMatch | null {
  if (participant.person) return { person: participant.person, score: 1, why: 'named by the reader' }
  if (participant.name) return byName.get(nameKey(participant.name, participant.state)) ?? null
  return holders.get(holderKey(participant, exchange)) ?? null
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

function namedPeople(reading: Reading, publishedOn: string | null): Map<string, Named> {
  const named = new Map<string, Named>()
  const add = (person: Named): void => {
    const key = nameKey(person.name, person.state)
    const known = named.get(key)
    if (!known || (known.person === null && person.person !== null)) named.set(key, person)
  }
  for (const exchange of reading.exchanges) {
    const day = edtfDays(exchange.date).earliest ?? publishedOn
    for (const { name, state, level, person } of exchange.participants)
      if (name) add({ name, state, level, day, person })
  }
  for (const { speaker, state, person } of reading.statements) {
    if (speaker) add({ name: speaker, state, level: null, day: publishedOn, person })
  }
  return named
}

const holderKey = (participant: Participant, exchange: Exchange): string =>
  [participant.state, participant.office?.toLowerCase(), exchange.date].join('|')

async function matchHolders(
  database: Database,
  reading: Reading,
  publishedOn: string | null,
): Promise<Map<string, PersonMatch>> {
  const asked = new Map<string, { state: string; office: string; day: string }>()
  for (const exchange of reading.exchanges) {
    const day = edtfDays(exchange.date).earliest ?? publishedOn
    for (const participant of exchange.participants) {
      const { name, person, state, office } = participant
      if (!name && !person && state && office && day)
        asked.set(holderKey(participant, exchange), { state, office, day })
    }
  }
  const holders = await holdersOf(database, [...asked.values()])
  return new Map(
    [...asked.keys()].flatMap((key, i) => (holders[i] ? [[key, holders[i]] as [string, PersonMatch]] : [])),
  )
}

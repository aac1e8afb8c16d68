// Sets readings against the record and each other: who their names are, which of their exchanges are one.
import type { Exchange, Genre } from '../reading/reading.ts'
import {
  type Asserting,
  claimsOfReading,
  filedId,
  type ResolvedExchange,
  type ResolvedParticipant,
} from './asserted.ts'
import type { ExchangeClaim } from './claims.ts'
import type { Database } from './database.ts'
import { type Drafts, knownOf, openDrafts } from './drafts.ts'
import { type NamedReading, nameReadings, type ReadSource } from './naming.ts'
import {
  exchangeThresholds,
  findNear,
  type KnownExchange,
  type Likeness,
  rankSame,
  type SameMatch,
} from './sameness.ts'
import { doubtsAbout } from './standing.ts'

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

/** A reading of a document, and what an earlier reader's reading of that document asserted. */
export interface MatchSource extends ReadSource {
  genre: Genre | null
  former: ExchangeClaim[]
}

export interface MatchedReading {
  exchanges: ResolvedExchange[]
  /** One for each of `exchanges`. */
  outcomes: Outcome[]
  sameness: Sameness[]
  claims: ExchangeClaim[]
  personOf: NamedReading['personOf']
  peopleMinted: string[]
}

/**
 * Resolves names and exchanges, and mints people nobody knows; writes nothing else. One reading after the other: an exchange that
 * the first reports is found by the second. With the exchanges as they are to be shown after all of them. `meanwhile` is called once the
 * record has been read.
 */
export async function matchReadings(
  database: Database,
  read: MatchSource[],
  meanwhile: () => void = () => {},
): Promise<{ matched: MatchedReading[]; drafts: Drafts }> {
  const named = await nameReadings(database, read)
  const asked = read.map((source, i) => askedOf(source, named[i]!))
  const flat = asked.flat()
  const found = await findNear(
    database,
    flat.map(({ likeness }) => likeness),
  )
  const near = new Map(flat.map(({ filedAs }, i) => [filedAs, found[i]!]))
  const drafts = await openDrafts(
    database,
    flat.flatMap(({ participants }) => participants.flatMap((p) => p.match?.person ?? [])),
  )
  const former = read.flatMap((source) => source.former.map((claim) => claim.exchange_id))
  const likely = flat.flatMap(({ filedAs, likeness }) => [
    filedAs,
    ...rankSame(likeness, near.get(filedAs)!).map((match) => match.exchange),
  ])
  await drafts.open([...new Set([...former, ...likely])])
  meanwhile()
  const matched: MatchedReading[] = []
  for (const [i, source] of read.entries())
    matched.push(await matchOne(source, { named: named[i]!, asked: asked[i]!, near, drafts }))
  return { matched, drafts }
}

/** An exchange of a reading, before it is known which one of the record it is. */
interface AskedExchange {
  reading: Exchange
  filedAs: string
  participants: ResolvedParticipant[]
  likeness: Likeness
}

const askedOf = ({ reading, source }: ReadSource, named: NamedReading): AskedExchange[] =>
  reading.exchanges.map((exchange) => {
    const participants = exchange.participants.map((p) => named.resolve(p, exchange))
    return {
      reading: exchange,
      filedAs: filedId(source, exchange),
      participants,
      likeness: likenessOf(exchange, participants),
    }
  })

interface Matching {
  named: NamedReading
  asked: AskedExchange[]
  near: Map<string, KnownExchange[]>
  drafts: Drafts
}

async function matchOne(of: MatchSource, { named, asked, near, drafts }: Matching): Promise<MatchedReading> {
  const { source, genre } = of
  const outcomes = asked.map((exchange) =>
    outcomeOf(
      exchange.reading,
      genre,
      rankSame(exchange.likeness, asDrafted(near.get(exchange.filedAs)!, drafts)),
      exchange.participants.filter((p) => named.isDoubtful(p.participant)).length,
    ),
  )
  const ids = new Map(
    asked.map(({ reading, filedAs }, i) => [reading.id, outcomes[i]!.merged?.exchange ?? filedAs]),
  )
  const exchanges = asked.map(
    ({ reading, filedAs, participants }, i): ResolvedExchange => ({
      reading,
      filedAs,
      exchange: ids.get(reading.id)!,
      partOf: parentOf(reading, ids),
      participants,
      status: outcomes[i]!.doubts.length ? 'proposed' : 'accepted',
    }),
  )
  const claims = exchanges.flatMap((exchange) => claimsOfReading(exchange, source))
  await drafts.open([...ids.values()])
  drafts.change(of.former, claims)
  return {
    exchanges,
    outcomes,
    sameness: exchanges.flatMap((exchange, i) => samenessOf(exchange, outcomes[i]!, source)),
    claims,
    personOf: named.personOf,
    peopleMinted: named.minted,
  }
}

/** What the record shows near an exchange, and everything as the readings before this one have left it. */
function asDrafted(near: KnownExchange[], drafts: Drafts): KnownExchange[] {
  const changed = drafts.changed()
  const drafted = [...changed.values()].flatMap((shown) =>
    shown && shown.exchange.review !== 'rejected' ? knownOf(shown) : [],
  )
  return [...near.filter((known) => !changed.has(known.id)), ...drafted]
}

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

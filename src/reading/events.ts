// From merged sightings to exchanges: roles, states, format, evidence, confidence.
import type { Draft } from './draft.ts'
import type { Merged } from './merging.ts'
import type { Exchange, Participant, ParticipantRole, Quotation } from './reading.ts'
import { statesOf } from './sighting.ts'

/** Exchanges in the order of the text, with ids "x1", "x2" … */
export function toExchanges(draft: Draft, merged: Merged[]): Exchange[] {
  const ids = new Map(merged.map((exchange, index) => [exchange, `x${index + 1}`]))
  return merged.map((exchange) => toExchange(draft, exchange, ids))
}

function toExchange(draft: Draft, exchange: Merged, ids: Map<Merged, string>): Exchange {
  const host = hostOf(draft, exchange)
  const participants = participantsOf(draft, exchange, host)
  const states = statesIn(draft, exchange, host)
  return {
    id: ids.get(exchange)!,
    kind: exchange.kind,
    status: exchange.status,
    date: exchange.date,
    place: exchange.kind === 'call' ? null : exchange.where.words,
    host,
    states,
    participants,
    format: formatOf(exchange, states, participants),
    partOf: exchange.parent ? (ids.get(exchange.parent) ?? null) : null,
    evidence: evidenceOf(draft, exchange),
    confidence: confidenceOf(exchange),
    rules: [...new Set(exchange.sightings.map((sighting) => sighting.rule))],
  }
}

function hostOf(draft: Draft, exchange: Merged): string | null {
  if (exchange.kind === 'call' || exchange.kind === 'message' || exchange.remote) return null
  return exchange.where.state ?? statesOf(draft, exchange.hosts)[0] ?? null
}

function participantsOf(draft: Draft, exchange: Merged, host: string | null): Participant[] {
  const found: Participant[] = []
  const seen = new Set<number>()
  const atHome = [...exchange.parties, ...exchange.hosts].some(
    (index) => draft.entities[index]?.state === host,
  )
  const add = (index: number, role: ParticipantRole): void => {
    const entity = draft.entities[index]
    if (!entity || seen.has(index)) return
    seen.add(index)
    if (entity.kind === 'state' || entity.kind === 'place') return
    if (entity.kind === 'organization' && entity.state !== null) return
    const person = entity.kind === 'person' ? entity.id : null
    found.push({
      name: entity.kind === 'organization' ? namedInText(draft, index) : entity.name,
      person,
      state: entity.state,
      office: entity.office,
      level: entity.level,
      role,
    })
  }
  for (const index of exchange.visitors) add(index, 'visitor')
  for (const index of exchange.hosts) add(index, 'host')
  for (const index of exchange.parties) add(index, partyRole(draft, exchange, index, host, atHome))
  return found
}

/** At home one hosts; abroad one visits when the host state sits at the table, else all are participants. */
function partyRole(
  draft: Draft,
  exchange: Merged,
  index: number,
  host: string | null,
  atHome: boolean,
): ParticipantRole {
  const entity = draft.entities[index]!
  if (host === null || entity.kind === 'organization') return 'participant'
  if (entity.state === host) return exchange.kind === 'visit' ? 'host' : 'host'
  return atHome || exchange.parent !== null
    ? 'visitor'
    : exchange.joint || exchange.multilateral
      ? 'visitor'
      : 'participant'
}

function statesIn(draft: Draft, exchange: Merged, host: string | null): string[] {
  const states = new Set(statesOf(draft, [...exchange.visitors, ...exchange.hosts, ...exchange.parties]))
  for (const state of exchange.states) states.add(state)
  if (host !== null && (exchange.kind === 'visit' || exchange.parent !== null)) states.add(host)
  return [...states].sort()
}

function formatOf(exchange: Merged, states: string[], participants: Participant[]): Exchange['format'] {
  const organizations = participants.filter(
    (participant) => participant.state === null && participant.person === null,
  ).length
  if (exchange.multilateral || states.length + organizations > 3) return 'multilateral'
  if (states.length + organizations === 3) return 'trilateral'
  return states.length + organizations === 2 ? 'bilateral' : null
}

function evidenceOf(draft: Draft, exchange: Merged): Quotation[] {
  const { text, tokens } = draft.analysis
  const found = new Map<string, Quotation>()
  for (const { first, last } of exchange.sightings) {
    const start = tokens[first]?.start ?? 0
    const end = tokens[last - 1]?.end ?? start
    found.set(`${start}-${end}`, { start, end, exact: text.slice(start, end) })
  }
  return [...found.values()]
}

/** More tellings, an own date and named people make it surer. */
function confidenceOf(exchange: Merged): number {
  const own = exchange.dated === 'own' ? 0.15 : exchange.dated === 'near' ? 0.08 : 0
  return Math.round(Math.min(0.97, 0.6 + own + 0.08 * Math.min(3, exchange.sightings.length)) * 100) / 100
}

/** An organization as the text names it: "ASEAN" where it never spells it out. */
function namedInText(draft: Draft, index: number): string | null {
  const { text } = draft.analysis
  const { name } = draft.entities[index]!
  if (name === null || text.includes(name)) return name
  const mentions = draft.mentions.filter((found) => found.entity === index)
  const mention = mentions.find(({ kind }) => kind === 'organization') ?? mentions[0]
  return mention ? text.slice(mention.start, mention.end).replace(/^the\s+/i, '') : name
}

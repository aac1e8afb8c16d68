// The one value shown of each property, chosen from the claims by a stated rule; and the exchange they make. Pure.
import type { ClaimProperty, ExchangeClaim } from './claims.ts'
import { edtfDays } from './days.ts'
import { type KnownPeople, type ShownParticipant, showParticipants } from './participants.ts'
import { rankValues } from './ranking.ts'
import { isSuggested, withoutSuggestions } from './suggestions.ts'

/** A row of `exchange` without its version's times. */
export interface ShownExchange {
  id: string
  kind: string
  grade: string | null
  status: string
  occurred_on: string | null
  earliest: string | null
  latest: string | null
  place: string | null
  host_state: string | null
  states: string[]
  format: string | null
  occasion: string | null
  part_of: string | null
  confirmed: boolean
  basis: string | null
  note: string | null
  remote: boolean
  level: number | null
  review: 'proposed' | 'accepted' | 'rejected'
  announced_on: string | null
}

// "The visit was announced on Monday" does not undo the report that it took place.
const stage: Record<string, number> = {
  occurred: 0,
  ongoing: 1,
  cancelled: 1,
  denied: 1,
  postponed: 2,
  announced: 2,
  possible: 3,
}

/** The status furthest along its life among claims of the same standing (accepted first). */
function shownStatus(claims: ExchangeClaim[]): string {
  const ranked = rankValues(claims)
  const first = ranked[0]
  if (!first) return 'possible'
  const accepted = first.claims.some((claim) => claim.status === 'accepted')
  const corrected = first.claims.some((claim) => claim.reason !== null && claim.document_id === null)
  if (corrected) return String(first.value)
  const peers = ranked.filter((r) => r.claims.some((claim) => claim.status === 'accepted') === accepted)
  return String(peers.sort((a, b) => (stage[String(a.value)] ?? 3) - (stage[String(b.value)] ?? 3))[0]!.value)
}

const isDay = (edtf: string): boolean => /^\d{4}-\d\d-\d\d(\/\d{4}-\d\d-\d\d)?$/.test(edtf)

/** "in April" and "11 April" do not conflict: a value that is no day gives way to a day inside it. */
function shownDate(claims: ExchangeClaim[]): string | null {
  const ranked = rankValues(claims)
  const top = ranked[0]?.value as string | null | undefined
  if (!top || isDay(top)) return top ?? null
  const around = edtfDays(top)
  const inside = ranked.find(({ value }) => {
    if (typeof value !== 'string' || !isDay(value)) return false
    const days = edtfDays(value)
    return days.earliest! >= (around.earliest ?? '') && days.latest! <= (around.latest ?? '9999')
  })
  return inside ? (inside.value as string) : top
}

/** An exchange as shown, with who took part. */
export interface Shown {
  exchange: ShownExchange
  participants: ShownParticipant[]
}

/** The exchange and participants that these standing claims make; null when none is left to say that it is. */
export function showExchange(id: string, all: ExchangeClaim[], known: KnownPeople): Shown | null {
  const claims = withoutSuggestions(all)
  const about = (property: ClaimProperty): ExchangeClaim[] =>
    claims.filter((claim) => claim.property === property)
  const shown = <Value>(property: ClaimProperty): Value | null =>
    (rankValues(about(property))[0]?.value as Value | undefined) ?? null
  const existence = about('kind')
  if (existence.length === 0) return null
  const occurredOn = shownDate(about('date'))
  const days = edtfDays(occurredOn)
  const participants = showParticipants(about('participant'), days.earliest, known)
  const host = shown<string>('host')
  const states = new Set([host, ...participants.map((p) => p.state), ...about('states').flatMap(statesOf)])
  const levels = participants.flatMap((p) => p.level ?? [])
  const exchange: ShownExchange = {
    id,
    kind: shown<string>('kind') ?? String(existence[0]!.value),
    grade: shown('grade'),
    status: shownStatus(about('status')),
    occurred_on: occurredOn,
    ...days,
    place: shown('place'),
    host_state: host,
    states: [...states].filter((state) => state !== null).sort(),
    format: shown('format'),
    occasion: shown('occasion'),
    part_of: shown('partOf'),
    confirmed: isConfirmed(about('confirmed')),
    basis: shown('basis'),
    note: shown('note'),
    remote: shown<boolean>('remote') ?? false,
    level: levels.length ? Math.min(...levels) : null,
    review: reviewOf(existence),
    announced_on: firstAnnounced(about('announced')),
  }
  exchange.format ??= formatOf(exchange.states.length)
  return { exchange, participants }
}

const statesOf = (claim: ExchangeClaim): string[] =>
  claim.status === 'accepted' || claim.status === 'proposed' ? (claim.value as string[]) : []

/** One source that gives the date is enough; general knowledge is not, nor what an assistant proposes. */
const isConfirmed = (claims: ExchangeClaim[]): boolean =>
  claims.some(
    (claim) =>
      claim.value === true &&
      (claim.status === 'accepted' || (claim.status === 'proposed' && !isSuggested(claim))),
  )

function reviewOf(existence: ExchangeClaim[]): ShownExchange['review'] {
  const has = (status: string): boolean => existence.some((claim) => claim.status === status)
  if (has('accepted')) return 'accepted'
  return has('proposed') ? 'proposed' : 'rejected'
}

const formatOf = (states: number): string | null =>
  states < 2 ? null : states === 2 ? 'bilateral' : states === 3 ? 'trilateral' : 'multilateral'

const firstAnnounced = (claims: ExchangeClaim[]): string | null =>
  rankValues(claims)
    .map((ranked) => String(ranked.value))
    .sort()[0] ?? null

// The one value shown of each property, chosen from the claims by a stated rule; and the exchange they make. Pure.
import type { ClaimProperty, ExchangeClaim, ParticipantValue } from './claims.ts'
import { edtfDays } from './days.ts'

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

/** A row of `participant` without its version's times and the exchange's own columns. */
export interface ShownParticipant {
  ordinal: number
  person_id: string | null
  name: string | null
  state: string | null
  organization_id: string | null
  office_id: string | null
  office: string | null
  offices: string[]
  level: number | null
  role: string
  capacity: string | null
}

/** An office held on a day, from a tenure. */
export interface HeldOffice {
  office: string
  title: string
  level: number
  state: string | null
  acting: boolean
}

/** Offices a person held on a day (YYYY-MM-DD), best level first. */
export type OfficesOn = (person: string, day: string) => HeldOffice[]

/** What the record knows of the people in the claims. */
export interface KnownPeople {
  officesOn: OfficesOn
  /** The person an id stands for: itself, or the one a judgement merged it into. */
  canonical: (person: string) => string
}

/**
 * Best first: accepted before proposed; then the more reliable source; then more independent origins (copies of one
 * wire counted once); then the newest. Rejected and superseded claims never show.
 */
export function rankValues(claims: ExchangeClaim[]): { value: unknown; claims: ExchangeClaim[] }[] {
  const groups = new Map<string, ExchangeClaim[]>()
  for (const claim of claims) {
    if (claim.status !== 'accepted' && claim.status !== 'proposed') continue
    const key = JSON.stringify(claim.value)
    groups.set(key, [...(groups.get(key) ?? []), claim])
  }
  return [...groups.values()]
    .map((group) => ({ value: group[0]!.value, claims: group, standing: standing(group) }))
    .sort((a, b) => compareKeys(a.standing, b.standing))
}

const originOf = (claim: ExchangeClaim): string =>
  claim.origin ?? claim.document_id ?? claim.source_url ?? claim.id
const newest = (claim: ExchangeClaim): string => claim.asserted_on ?? claim.recorded_at

/** A key that sorts better-supported values first. */
function standing(group: ExchangeClaim[]): (number | string)[] {
  const accepted = group.filter((claim) => claim.status === 'accepted')
  // A person's own word (a correction, a review) comes before any source.
  const byPerson = accepted.some((claim) => claim.reason !== null && claim.document_id === null)
  const best = Math.min(...group.map((claim) => claim.reliability))
  const origins = new Set(group.map(originOf)).size
  return [accepted.length ? 0 : 1, byPerson ? 0 : 1, best, -origins, ...group.map(newest).sort().slice(-1)]
}

/** Numbers ascending, then text (instants, days) descending: the newest first. */
function compareKeys(a: (number | string)[], b: (number | string)[]): number {
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i]!, b[i]!]
    if (x === y) continue
    return typeof x === 'number' ? x - (y as number) : x < (y as string) ? 1 : -1
  }
  return 0
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

/** The exchange and participants that these standing claims make; null when none is left to say that it is. */
export function showExchange(
  id: string,
  claims: ExchangeClaim[],
  known: KnownPeople,
): { exchange: ShownExchange; participants: ShownParticipant[] } | null {
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

/** One source that gives the date is enough; general knowledge is not. */
const isConfirmed = (claims: ExchangeClaim[]): boolean =>
  claims.some((claim) => claim.value === true && (claim.status === 'accepted' || claim.status === 'proposed'))

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

/** One row a person (or unnamed office), with the gaps of the best claim filled from the others. */
function showParticipants(
  claims: ExchangeClaim[],
  day: string | null,
  known: KnownPeople,
): ShownParticipant[] {
  const groups = new Map<string, ExchangeClaim[]>()
  for (const claim of claims) {
    const value = claim.value as ParticipantValue
    const person = value.person && known.canonical(value.person)
    const key = participantKey({ ...value, person })
    groups.set(key, [...(groups.get(key) ?? []), { ...claim, value: { ...value, person } }])
  }
  const values = [...groups.values()].flatMap((group) => {
    const ranked = rankValues(group).map((r) => r.value as ParticipantValue)
    return ranked.length ? [heldThatDay(fillGaps(ranked), day, known.officesOn)] : []
  })
  return values
    .filter((value) => !isCovered(value, values))
    .sort(
      (a, b) =>
        rolePlace(a) - rolePlace(b) || a.order - b.order || (participantKey(a) < participantKey(b) ? -1 : 1),
    )
    .map((value, ordinal) => participantRow(value, ordinal))
}

/** One source says "Japan took part", or "the foreign minister did"; another says who: one row. */
function isCovered(value: ParticipantValue, all: ParticipantValue[]): boolean {
  if (value.person || value.name) return false
  const named = all.filter((other) => other.state === value.state && (other.person || other.name))
  if (!value.office)
    return (
      named.length > 0 || all.some((other) => other !== value && other.state === value.state && other.office)
    )
  return named.some(
    (other) =>
      other.office?.toLowerCase() === value.office!.toLowerCase() ||
      (value.level !== null && other.level === value.level),
  )
}

/** What makes two participant claims speak of one participant. */
export function participantKey(
  value: Pick<ParticipantValue, 'person' | 'name' | 'state' | 'office'>,
): string {
  if (value.person) return `person ${value.person}`
  return [value.name ? `name ${value.name}` : `office ${value.office ?? ''}`, value.state ?? '']
    .join(' ')
    .toLowerCase()
}

const rolePlace = (value: ParticipantValue): number => ['visitor', 'host', 'participant'].indexOf(value.role)

function fillGaps(ranked: ParticipantValue[]): ParticipantValue {
  const first = <Key extends keyof ParticipantValue>(key: Key): ParticipantValue[Key] =>
    ranked.find((value) => value[key] !== null)?.[key] ?? (null as ParticipantValue[Key])
  return {
    person: first('person'),
    name: first('name'),
    state: first('state'),
    organization: first('organization'),
    office: first('office'),
    officeId: first('officeId'),
    offices: ranked.find((value) => value.offices.length)?.offices ?? [],
    level: first('level'),
    // "visitor" says more than "participant".
    role: ranked.find((value) => value.role !== 'participant')?.role ?? 'participant',
    capacity: first('capacity'),
    order: first('order'),
  }
}

/** Office and level of the day from dated tenures; the words of the source where no tenure covers it. */
function heldThatDay(value: ParticipantValue, day: string | null, officesOn: OfficesOn): ParticipantValue {
  if (value.offices.length || !value.person || !day) return value
  const held = officesOn(value.person, day)
  const best = held.find((office) => office.office === value.capacity) ?? held[0]
  if (!best) return value
  return {
    ...value,
    offices: held.map((office) => office.office),
    officeId: best.office,
    office: value.office ?? best.title,
    level: Math.min(...held.map((office) => office.level)),
    state: value.state ?? best.state,
  }
}

const participantRow = (value: ParticipantValue, ordinal: number): ShownParticipant => ({
  ordinal,
  person_id: value.person,
  name: value.name,
  state: value.state,
  organization_id: value.organization,
  office_id: value.officeId,
  office: value.office,
  offices: value.offices,
  level: value.level,
  role: value.role,
  capacity: value.capacity,
})

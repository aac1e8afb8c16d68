// The participants that the claims make: one row a person, with the office of the day. Pure.
import type { ExchangeClaim, ParticipantValue } from './claims.ts'
import { groupRows } from './grouping.ts'
import { rankValues } from './ranking.ts'

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

/** One row a person (or unnamed office), with the gaps of the best claim filled from the others. */
export function showParticipants(
  claims: ExchangeClaim[],
  day: string | null,
  known: KnownPeople,
): ShownParticipant[] {
  const people = claims.map((claim): ExchangeClaim => {
    const value = claim.value as ParticipantValue
    return { ...claim, value: { ...value, person: value.person && known.canonical(value.person) } }
  })
  const groups = groupRows(people, (claim) => participantKey(claim.value as ParticipantValue))
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
function participantKey(value: Pick<ParticipantValue, 'person' | 'name' | 'state' | 'office'>): string {
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

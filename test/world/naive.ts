// A second, naive way of counting: plain loops over a world's rows, written from docs/03 and the rules' own words, for tests only.
import type { CountingRule } from '../../src/knowledge/rules.ts'
import type { RandomWorld } from './random.ts'

export interface Guest {
  person: string
  state: string
  /** Title of the office of that day; null when nobody says. */
  title: string | null
  level: number | null
  role: string
}
export interface Row {
  id: string
  kind: string
  status: string
  grade: string | null
  date: string
  /** First and last possible day. */
  from: string
  to: string
  /** Days on which it surely went on; null where no day is sure. */
  sure: [string, string] | null
  host: string | null
  states: string[]
  occasion: string | null
  remote: boolean
  confirmed: boolean
  people: Guest[]
}

const lastOfMonth = (month: string): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).toISOString().slice(0, 10)
const firstOf = (part: string): string =>
  part.length === 4 ? `${part}-01-01` : part.length === 7 ? `${part}-01` : part
const lastOf = (part: string): string =>
  part.length === 4 ? `${part}-12-31` : part.length === 7 ? lastOfMonth(part) : part

/** "2020-03-04/2020-03-06~": the first day is sure, the last one not. */
export function readDays(date: string): Pick<Row, 'from' | 'to' | 'sure'> {
  const parts = date.split('/')
  const bare = parts.map((part) => part.replace('~', ''))
  const [from, to] = [firstOf(bare[0]!), lastOf(bare.at(-1)!)]
  const exact = parts.map((part) => part.length === 10)
  if (exact.every(Boolean)) return { from, to, sure: [from, to] }
  return { from, to, sure: parts.length === 2 && exact[0] ? [from, from] : null }
}

export const dayCount = (a: string, b: string): number =>
  Math.round((Date.parse(b) - Date.parse(a)) / 86_400_000)

/** The rows of a world as a reader of its packs would see them. */
export function readRows(world: RandomWorld): Row[] {
  const { offices, tenures, states } = world.knowledge.gazetteer
  return world.exchanges.map((x) => {
    const days = readDays(x.date)
    const people = x.participants.map((p): Guest => {
      const held = tenures
        .filter(
          (t) => t.person === p.person && firstOf(t.from!) <= days.from && days.from <= (t.to ?? '9999'),
        )
        .map((t) => offices.find((o) => o.id === t.office)!)
        .sort((a, b) => a.level - b.level || (a.id < b.id ? -1 : 1))
      const told = offices.find((o) => o.id === p.office)?.title ?? null
      return {
        person: p.person,
        state: p.state!,
        role: p.role,
        title: told ?? held[0]?.title ?? null,
        level: held[0]?.level ?? p.level,
      }
    })
    const all = new Set([...people.map((p) => p.state), ...(x.host ? [x.host] : [])])
    return {
      id: x.id,
      kind: x.kind,
      status: x.status,
      grade: x.grade,
      date: x.date,
      ...days,
      host: x.host,
      states: states.map((s) => s.id).filter((id) => all.has(id)),
      occasion: x.occasion,
      remote: x.kind === 'call' || x.place === 'by video',
      confirmed: x.confirmed,
      people,
    }
  })
}

export const visitors = (row: Row): Guest[] => row.people.filter((p) => p.role === 'visitor')
export const best = (people: Guest[]): number | null => {
  let found: number | null = null
  for (const { level } of people) if (level !== null && (found === null || level < found)) found = level
  return found
}
/** Whose level a rule looks at: the visitors' (of one side), where nobody visits everybody's. */
export const lookedAt = (row: Row, side?: string): Guest[] => {
  const ours = row.people.filter((p) => !side || p.state === side)
  const guests = ours.filter((p) => p.role === 'visitor')
  return guests.length ? guests : ours
}
export const levelUnder = (rule: CountingRule, row: Row, side?: string): number | null =>
  best(rule.levelOf === 'either' ? row.people : lookedAt(row, side))

const titled: Record<string, string> = {
  'Foreign Minister': 'foreign-minister',
  'Defense Minister': 'defense-minister',
}
/** Whether a rule lets somebody in: by level, or by the class of office it names (in the states it names). */
export const admits = (rule: CountingRule, guest: Guest): boolean =>
  rule.maxLevel === 8 ||
  (guest.level !== null && guest.level <= rule.maxLevel) ||
  ((rule.officeClasses ?? []).includes(titled[guest.title ?? ''] ?? '') &&
    (!rule.officeClassStates || rule.officeClassStates.includes(guest.state)))

export const atGathering = (row: Row): boolean =>
  row.states.length > 2 || row.occasion === 'Harvest forum' || row.occasion === 'Canal Group summit'

/** Whether a rule counts a row, doubt about its date apart. */
export function passes(rule: CountingRule, row: Row, side?: string): boolean {
  if (!rule.kinds.some((kind) => kind === row.kind) || !rule.statuses.includes(row.status)) return false
  if (!rule.multilateral && row.grade === null && atGathering(row)) return false
  if (!rule.remote && row.remote) return false
  if (rule.maxLevel === 8) return true
  const people = rule.levelOf === 'either' ? row.people : lookedAt(row, side)
  return people.some((p) => admits(rule, p))
}
export const counts = (rule: CountingRule, row: Row, side?: string): boolean =>
  passes(rule, row, side) && (row.confirmed || rule.unconfirmed)

/** Groups of a list in which each is linked to some other. */
export function joined<T>(list: T[], linked: (a: T, b: T) => boolean): T[][] {
  const label = list.map((_, i) => i)
  for (let again = true; again; ) {
    again = false
    for (let i = 0; i < list.length; i++)
      for (let j = 0; j < list.length; j++)
        if (label[i]! > label[j]! && (linked(list[i]!, list[j]!) || linked(list[j]!, list[i]!))) {
          label[i] = label[j]!
          again = true
        }
  }
  return [...new Set(label)].map((l) => list.filter((_, i) => label[i] === l))
}

export const within = (a: { from: string; to: string }, b: { from: string; to: string }, days = 0): boolean =>
  dayCount(a.to, b.from) <= days && dayCount(b.to, a.from) <= days

/** The visit a meeting was part of: the shortest of the same guest in the same state that holds it, when there is only one. */
export function wholeOf(row: Row, all: Row[]): string | null {
  if (!['meeting', 'talks', 'summit', 'ceremony', 'agreement'].includes(row.kind)) return null
  if (['cancelled', 'denied'].includes(row.status)) return null
  const guests = row.people.filter((p) => p.role !== 'host').map((p) => p.person)
  const wholes = all
    .filter(
      (v) =>
        v.kind === 'visit' &&
        v.host === row.host &&
        !['cancelled', 'denied'].includes(v.status) &&
        v.from <= row.from &&
        v.to >= row.to &&
        dayCount(v.from, row.from) <= 60 &&
        visitors(v).some((p) => guests.includes(p.person)),
    )
    .sort((a, b) => dayCount(a.from, a.to) - dayCount(b.from, b.to))
  const [first, second] = wholes
  if (!first || (second && dayCount(second.from, second.to) === dayCount(first.from, first.to))) return null
  return first.id
}

/** Rows that are one occasion: one visitor with one host on days in common, or one part of the other. */
export const occasionsOf = (rows: Row[], all: Row[]): Row[][] =>
  joined(
    rows,
    (a, b) =>
      wholeOf(a, all) === b.id ||
      (a.host === b.host &&
        within(a, b) &&
        visitors(a).some((p) => visitors(b).some((q) => q.person === p.person))),
  )

export interface Unit {
  rows: Row[]
  level: number | null
  from: string
  to: string
}
const unitOf = (rows: Row[], level: number | null): Unit => ({
  rows,
  level,
  from: rows.map((r) => r.from).sort()[0]!,
  to: rows
    .map((r) => r.to)
    .sort()
    .at(-1)!,
})
const bestOf = (levels: (number | null)[]): number | null =>
  levels.filter((l) => l !== null).sort()[0] ?? null

/** What a rule counts one by one. */
export function unitsOf(rule: CountingRule, rows: Row[], all: Row[], side?: string): Unit[] {
  const counted = rows.filter((row) => counts(rule, row, side))
  if (rule.unit === 'exchange')
    return occasionsOf(counted, all).map((group) =>
      unitOf(group, bestOf(group.map((row) => levelUnder(rule, row, side)))),
    )
  const people = new Set(
    counted.flatMap((row) =>
      visitors(row)
        .filter((p) => !side || p.state === side)
        .map((p) => p.person),
    ),
  )
  return [...people].flatMap((person) => {
    // Companions whom the rule does not follow make no row of their own.
    const own = counted.filter((row) =>
      visitors(row).some((p) => p.person === person && (rule.levelOf === 'either' || admits(rule, p))),
    )
    return joined(own, (a, b) =>
      rule.unit === 'trip' ? within(a, b, 1) : a.host === b.host && within(a, b),
    ).map((group) =>
      unitOf(group, bestOf(group.map((row) => best(row.people.filter((p) => p.person === person))))),
    )
  })
}

export const inWindow = (row: Row, since: string, until: string): boolean =>
  row.to >= since && row.from <= until
export const hasState = (row: Row, state: string): boolean => row.states.includes(state)
/** Exchanges in which somebody of one state was received in another. */
export const wentTo = (row: Row, from: string, to: string): boolean =>
  row.host === to && visitors(row).some((p) => p.state === from)

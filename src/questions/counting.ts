// Applies a counting rule: which exchanges count, as what, and why the others do not.
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { CountingRule } from '../knowledge/rules.ts'
import type { Party, Recalled } from './recall.ts'
import { dayNumber } from './window.ts'

/** One thing counted: an exchange, a person's visit or a trip, with the exchanges it is made of. */
export interface Counted {
  rows: Recalled[]
  /** Best level on the side that the rule looks at; null when nobody's level is known. */
  level: number | null
  earliest: string
  latest: string
  /** The person, where the unit is a person's. */
  person: string | null
}

export interface Count {
  readonly counted: Counted[]
  /** Rows that made it, before they were joined to units. */
  rows: Recalled[]
  /** Rows that would count if somebody's source gave their date. */
  unconfirmed: Recalled[]
  leftOut: { row: Recalled; why: string }[]
}

interface Options {
  side?: string
  knowledge: Knowledge
}

/** Counts `rows` under `rule`. `side`: the state whose people's level counts; absent: any visitor's. */
export function countUnder(rule: CountingRule, rows: Recalled[], options: Options): Count {
  const counted: Recalled[] = []
  let units: Counted[] | undefined
  const count: Count = {
    // Joined when asked for: most questions ask for the rows under many rules, and for the units under one.
    get counted() {
      units ??= joinUnits(rule, counted, options)
      return units
    },
    rows: counted,
    unconfirmed: [],
    leftOut: [],
  }
  for (const row of rows) {
    const why = reasonAgainst(rule, row, options)
    if (why) count.leftOut.push({ row, why })
    else if (row.confirmed || rule.unconfirmed) counted.push(row)
    else count.unconfirmed.push(row)
  }
  return count
}

/** Why the rule leaves a row out, in words; null when it counts (doubt about its date is another matter). */
export function reasonAgainst(rule: CountingRule, row: Recalled, options: Options): string | null {
  if (!rule.kinds.includes(row.kind)) return `a ${row.kind} does not count`
  if (!rule.statuses.includes(row.status)) return `${row.status}, not one of ${rule.statuses.join(', ')}`
  if (!rule.multilateral && row.grade === null && isMultilateral(row))
    return 'part of a multilateral gathering'
  if (!rule.remote && (row.remote || row.kind === 'call')) return 'by telephone or video'
  const level = levelOf(rule, row, options.side)
  if (isWithin(rule, level) || lookedAt(row, options.side).some((party) => hasClass(rule, party, options)))
    return null
  return level === null ? 'nobody of known level' : `level ${level}, below ${rule.maxLevel}`
}

/** Part of a gathering of three states or more, or of any named gathering that is not the two sides' own business. */
export const isMultilateral = (row: Recalled): boolean =>
  row.format === 'multilateral' ||
  row.format === 'trilateral' ||
  (row.occasion !== null && row.states.length > 2) ||
  /\b(summit|forum|assembly|margins|conference|olympic|G-?\d+|APEC|ASEAN|BRICS|SCO|CICA|NATO|UN)\b/i.test(
    row.occasion ?? '',
  )

/** People whose level counts: the visitors (of `side`), else everybody (of `side`). */
export function lookedAt(row: Recalled, side?: string): Party[] {
  const guests = row.participants.filter(
    (party) => party.role === 'visitor' && (!side || party.state === side),
  )
  if (guests.length > 0) return guests
  return row.participants.filter((party) => !side || party.state === side)
}

export function levelOf(rule: CountingRule, row: Recalled, side?: string): number | null {
  return bestLevel(rule.levelOf === 'either' ? row.participants : lookedAt(row, side))
}

export const bestLevel = (parties: Party[]): number | null =>
  parties.reduce<number | null>(
    (best, { level }) => (level !== null && (best === null || level < best) ? level : best),
    null,
  )

const isWithin = (rule: CountingRule, level: number | null): boolean =>
  rule.maxLevel === 8 || (level !== null && level <= rule.maxLevel)

/** Whether somebody held an office of a class that the rule lets in besides its level. */
function hasClass(rule: CountingRule, party: Party, { knowledge }: Options): boolean {
  const { officeClasses = [], officeClassStates } = rule
  return (
    officeClasses.includes(classOf(knowledge, party) ?? '') &&
    (!officeClassStates || officeClassStates.includes(party.state ?? ''))
  )
}

const titleClasses = new WeakMap<Knowledge, Map<string, string>>()
/** Class of the office a party held that day ("foreign-minister"), by its title; by level for heads; null when neither tells. */
export function classOf(knowledge: Knowledge, party: Party): string | null {
  let classes = titleClasses.get(knowledge)
  if (!classes) {
    classes = new Map(
      knowledge.lexicon.titles.flatMap(({ title, class: name }) => (name ? [[title, name] as const] : [])),
    )
    titleClasses.set(knowledge, classes)
  }
  const title = (party.office ?? '').toLowerCase()
  const plain = title.replace(/^(federal|first|acting|union) /, '')
  if (classes.has(title) || classes.has(plain)) return classes.get(title) ?? classes.get(plain)!
  return party.level === 1 ? 'head-of-state' : party.level === 2 ? 'head-of-government' : null
}

/** "guests of the rank of foreign minister", "guests of level 2". */
export const guestsOf = (name: string): string =>
  `guests of ${/^[1-8]$/.test(name) ? `level ${name}` : `the rank of ${name.replaceAll('-', ' ')}`}`

/** Joins rows into what the rule counts one by one. */
function joinUnits(rule: CountingRule, rows: Recalled[], options: Options): Counted[] {
  const { side } = options
  if (rule.unit !== 'exchange') return joinPersonal(rule, rows, options)
  if (rule.nested) return rows.map((row) => unit(rule, [row], side))
  return joinNested(rows).map((group) => unit(rule, group, side))
}

function unit(rule: CountingRule, rows: Recalled[], side?: string): Counted {
  const levels = rows.map((row) => levelOf(rule, row, side)).filter((level) => level !== null)
  return {
    rows,
    level: levels.length ? Math.min(...levels) : null,
    earliest: rows.map(firstDay).sort()[0]!,
    latest: rows.map(lastDay).sort().at(-1)!,
    person: null,
  }
}

export const firstDay = (row: Recalled): string => row.earliest ?? row.latest ?? '0001-01-01'
export const lastDay = (row: Recalled): string => row.latest ?? row.earliest ?? '0001-01-01'

/**
 * "He arrived on Monday, met the minister on Tuesday": visit and meeting are one exchange. Rows with a visitor and a host in common
 * on touching days, or one part of the other, are one; a delegation is one.
 */
export function joinNested(rows: Recalled[]): Recalled[][] {
  const parent = new Map(rows.map((row) => [row.id, row.id]))
  const root = (id: string): string => {
    const up = parent.get(id)!
    return up === id ? id : root(up)
  }
  const join = (a: Recalled, b: Recalled): void => void parent.set(root(a.id), root(b.id))
  for (const group of visitorGroups(rows).values())
    mergeTouching(group, 0).forEach((run) => {
      run.forEach((row) => {
        join(row, run[0]!)
      })
    })
  for (const row of rows) if (row.partOf && parent.has(row.partOf)) parent.set(root(row.id), root(row.partOf))
  const groups = new Map<string, Recalled[]>()
  for (const row of rows) groups.set(root(row.id), [...(groups.get(root(row.id)) ?? []), row])
  return [...groups.values()]
}

function visitorGroups(
  rows: Recalled[],
  key = (row: Recalled, party: Party): string | null => `${party.person ?? party.name}|${row.host}`,
): Map<string, Recalled[]> {
  const groups = new Map<string, Recalled[]>()
  for (const row of rows) {
    for (const party of row.participants) {
      if (party.role !== 'visitor' || (party.person ?? party.name) === null) continue
      const name = key(row, party)
      if (name !== null) groups.set(name, [...(groups.get(name) ?? []), row])
    }
  }
  return groups
}

/** Runs of rows whose days touch, or lie at most `gap` days apart. */
function mergeTouching(rows: Recalled[], gap: number): Recalled[][] {
  const runs: { rows: Recalled[]; last: number }[] = []
  for (const row of [...rows].sort((a, b) => firstDay(a).localeCompare(firstDay(b)))) {
    const run = runs.at(-1)
    if (run && dayNumber(firstDay(row)) <= run.last + gap) {
      run.rows.push(row)
      run.last = Math.max(run.last, dayNumber(lastDay(row)))
    } else runs.push({ rows: [row], last: dayNumber(lastDay(row)) })
  }
  return runs.map((run) => run.rows)
}

/**
 * A row of the count for each visit of a person whom the rule follows: who came along below its level makes none ("The president came with
 * two deputy ministers" is one leader's visit). A trip joins visits at most a day apart, whatever the host.
 */
function joinPersonal(rule: CountingRule, rows: Recalled[], options: Options): Counted[] {
  const { side } = options
  const trip = rule.unit === 'trip'
  const follows = (party: Party): boolean =>
    rule.levelOf === 'either' || isWithin(rule, party.level) || hasClass(rule, party, options)
  const own = (row: Recalled, party: Party): string | null =>
    follows(party) ? `${party.person ?? party.name}${trip ? '' : `|${row.host}`}` : null
  return [...visitorGroups(rows, own)].flatMap(([key, group]) => {
    const who = key.split('|')[0]!
    const party = group[0]!.participants.find((p) => (p.person ?? p.name) === who)!
    if (side && party.state !== side) return []
    return mergeTouching(group, trip ? 1 : 0).map((run) => {
      const levels = run
        .flatMap((row) => row.participants.filter((p) => (p.person ?? p.name) === who))
        .map((p) => p.level)
      const best = bestLevel(levels.map((level) => ({ ...party, level })))
      return {
        ...unit(rule, run, side),
        level: rule.levelOf === 'either' ? unit(rule, run, side).level : best,
        person: who,
      }
    })
  })
}

/** Sum of the rule's weights (1 each where it has none). */
export const weigh = (weights: number[] | undefined, counted: Counted[]): number =>
  counted.reduce(
    (sum, { level }) => sum + (weights && level !== null ? weights[level - 1]! : weights ? 0 : 1),
    0,
  )

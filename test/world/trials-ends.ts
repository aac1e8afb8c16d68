// Trials of "last", "first" and "gap".
import type { CountingRule } from '../../src/knowledge/rules.ts'
import {
  counts,
  dayCount,
  hasState,
  inWindow,
  joined,
  type Row,
  unitsOf,
  visitors,
  wentTo,
  within,
} from './naive.ts'
import { boundBy, ids, type Scene, type Trial, twoStates, type Window, windows } from './scene.ts'

/** Visits there, and whatever else somebody did there of whom no visit on those days counts. */
function staysAmong(field: Row[], rule: CountingRule, side: string): Row[] {
  const counted = field.filter((row) => counts(rule, row, side))
  const visits = counted.filter((row) => row.kind === 'visit')
  return counted.filter(
    (row) =>
      row.kind === 'visit' ||
      !visits.some(
        (v) => within(v, row) && visitors(v).some((p) => visitors(row).some((q) => q.person === p.person)),
      ),
  )
}

function routeField(
  scene: Scene,
  [from, to]: [string, string],
  window: Window,
  kind: string,
  rule: CountingRule,
): Row[] {
  const there = scene.rows.filter((row) => inWindow(row, window.since, window.until))
  if (kind === 'visit')
    return staysAmong(
      there.filter((row) => wentTo(row, from, to)),
      rule,
      from,
    )
  return there.filter(
    (row) =>
      hasState(row, from) &&
      hasState(row, to) &&
      (kind === 'any' || row.kind === kind) &&
      counts(rule, row, from),
  )
}

export function endTrial(scene: Scene): Trial {
  const { die, today } = scene
  const [from, to] = twoStates(die)
  const window = die.one(windows)
  const end = die.one(['last', 'first'])
  const kind = die.one(['visit', 'visit', 'any', 'meeting', 'call'])
  const level = die.chance(0.4) ? 1 + die.below(5) : undefined
  const field = routeField(scene, [from, to], window, kind, boundBy(scene.rule, level))
  const edge = (row: Row): string => (end === 'last' ? row.to : row.from)
  const days = [...new Set(field.map(edge))].sort()
  if (end === 'last') days.reverse()
  const asked = [window.until, today].sort()[0]!
  return {
    question: end,
    raw: { from, to, kind, ...(level ? { level } : {}), ...window },
    expected: {
      chosen: ids(field.filter((row) => edge(row) === days[0])),
      next: days[1] ? Math.abs(dayCount(days[1], days[0]!)) : null,
      since: end === 'last' && days[0] ? dayCount(days[0], asked) : null,
      of: field.length,
    },
    seen: (a) => ({
      chosen: ids(a.result.exchanges),
      next: a.result.daysToNext,
      since: a.result.daysSince,
      of: a.denominator.count,
    }),
  }
}

/** The ten longest, in no order. */
const longest = (silences: (string | boolean)[][]): string[] =>
  [...silences]
    .sort(
      (a, b) =>
        dayCount(String(b[0]), String(b[1])) - dayCount(String(a[0]), String(a[1])) ||
        (a[0]! < b[0]! ? -1 : 1),
    )
    .slice(0, 10)
    .map((silence) => silence.join(' '))
    .sort()

export function gapTrial(scene: Scene): Trial {
  const { die, rule, rows } = scene
  const [from, to] = twoStates(die)
  const window = windows[0]!
  const kind = die.one(['visit', 'any'])
  const units = unitsOf(rule, routeField(scene, [from, to], window, kind, rule), rows, from)
  const busy = joined(units, (a, b) => within(a, b))
    .map(
      (g) =>
        [
          g.map((u) => u.from).sort()[0]!,
          g
            .map((u) => u.to)
            .sort()
            .at(-1)!,
        ] as const,
    )
    .sort((a, b) => (a[0] < b[0] ? -1 : 1))
  const silences = busy
    .map(([, end], i) => {
      const next = busy[i + 1]?.[0]
      return [end, next ?? window.until, next === undefined]
    })
    .filter(([a, b]) => (a as string) < (b as string))
  return {
    question: 'gap',
    raw: { from, to, kind, ...window },
    expected: { silences: longest(silences), of: units.length },
    seen: (a) => ({
      silences: a.result.silences
        .map((s: { from: string; to: string; open: boolean }) => `${s.from} ${s.to} ${s.open}`)
        .sort(),
      of: a.denominator.count,
    }),
  }
}

// Trials of "timeline", "itinerary" and "highest".

import type { Row } from './naive.ts'
import {
  best,
  counts,
  hasState,
  inWindow,
  joined,
  occasionsOf,
  passes,
  readDays,
  wentTo,
  within,
} from './naive.ts'
import { ids, partiesOf, type Scene, type Trial, tally, twoStates, windows } from './scene.ts'

export function timelineTrial({ rows, die, rule }: Scene): Trial {
  const states = die.chance(0.3) ? [...twoStates(die)] : twoStates(die)
  const window = die.one(windows)
  const asked = rows.filter(
    (row) => states.every((s) => hasState(row, s)) && inWindow(row, window.since, window.until),
  )
  const counted = asked.filter((row) => counts(rule, row))
  return {
    question: 'timeline',
    raw: { states: states.join(','), ...window },
    expected: {
      shown: ids(asked.filter((row) => passes(rule, row))),
      occasions: occasionsOf(counted, rows)
        .map((g) => ids(g))
        .sort(),
      byYear: tally(counted.map((row) => row.from.slice(0, 4))),
      byLevel: tally(counted.map((row) => String(best(row.people) ?? 'unknown'))),
      of: asked.length,
    },
    seen: (a) => ({
      shown: ids(a.result.exchanges),
      occasions: a.result.occasions.map((g: string[]) => [...g].sort()).sort(),
      byYear: a.result.byYear,
      byLevel: a.result.byLevel,
      of: a.denominator.count,
    }),
  }
}

export function itineraryTrial({ world, rows, die, rule }: Scene): Trial {
  const person = die.one(world.knowledge.gazetteer.people).id
  const window = die.one(windows)
  const own = rows.filter(
    (row) =>
      row.people.some((p) => p.person === person) &&
      inWindow(row, window.since, window.until) &&
      counts(rule, row),
  )
  const stops = joined(own, (a, b) => a.host === b.host && within(a, b))
  const { tenures } = world.knowledge.gazetteer
  return {
    question: 'itinerary',
    raw: { person, ...window },
    expected: stops
      .map((group) => {
        const from = group.map((r) => r.from).sort()[0]!
        return [
          group[0]!.host,
          from,
          group
            .map((r) => r.to)
            .sort()
            .at(-1),
          ids(group),
          [...new Set(group.flatMap((r) => r.people.map((p) => p.person)))].filter((p) => p !== person)
            .length,
          tenures
            .filter((t) => t.person === person && readDays(t.from!).from <= from && from <= (t.to ?? '9999'))
            .map((t) => t.office)
            .sort(),
        ]
      })
      .map((line) => JSON.stringify(line))
      .sort(),
    seen: (a) =>
      a.result.stops
        .map(
          (s: {
            state: string
            from: string
            to: string
            exchanges: Row[]
            saw: unknown[]
            offices: { id: string }[]
          }) =>
            JSON.stringify([
              s.state,
              s.from,
              s.to,
              ids(s.exchanges),
              s.saw.length,
              s.offices.map((o: { id: string }) => o.id).sort(),
            ]),
        )
        .sort(),
  }
}

export function highestTrial({ rows, die, rule }: Scene): Trial {
  const [from, to] = twoStates(die)
  const window = die.one(windows)
  const as = die.one(['visitor', 'participant'] as const)
  const field = rows.filter(
    (row) =>
      inWindow(row, window.since, window.until) &&
      counts(rule, row, from) &&
      (as === 'visitor' ? wentTo(row, from, to) : hasState(row, from) && hasState(row, to)),
  )
  const people = field.flatMap((row) =>
    row.people.filter((p) => p.state === from && (as !== 'visitor' || p.role === 'visitor')),
  )
  const top = best(people)
  const holders = new Set(people.filter((p) => top !== null && p.level === top).map((p) => p.person))
  const next = best(people.filter((p) => p.level !== top))
  return {
    question: 'highest',
    raw: { from, to, as, ...window },
    expected: { top, holders: [...holders].sort(), tie: holders.size > 1, next },
    seen: (a) => ({
      top: a.result.place,
      holders: [...new Set(a.result.holders.map((h: { person: string }) => h.person))].sort(),
      tie: a.result.tie,
      next: a.runnerUp
        ? best(
            partiesOf(a.runnerUp).filter(
              (p) => p.state === from && (as !== 'visitor' || p.role === 'visitor') && p.level !== top,
            ),
          )
        : null,
    }),
  }
}

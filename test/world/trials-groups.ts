// Trials of "norm", "grouping" and "agenda".
import type { CountingRule } from '../../src/knowledge/rules.ts'
import {
  counts,
  hasState,
  inWindow,
  joined,
  occasionsOf,
  type Row,
  readDays,
  visitors,
  within,
} from './naive.ts'
import { ids, type Scene, type Trial, twoStates, windows } from './scene.ts'

export function normTrial({ world, rows, die, rule, today }: Scene): Trial {
  const { people, tenures, offices } = world.knowledge.gazetteer
  const person = die.one(people)
  const level = die.one([1, 2, 5, 5])
  const levelOf = (office: string): number => offices.find((o) => o.id === office)!.level
  const own = tenures.filter((t) => t.person === person.id)
  const leading = own.filter((t) => levelOf(t.office) === Math.min(...own.map((o) => levelOf(o.office))))
  const inOffice = (row: Row): boolean =>
    leading.some((t) => readDays(t.from!).from <= row.to && row.from <= (t.to ?? today))
  const open: CountingRule = {
    ...rule,
    maxLevel: 8,
    kinds: ['visit', 'meeting', 'talks', 'summit', 'ceremony', 'agreement', 'call'],
  }
  const hosted = rows.filter((row) => row.host === person.state && inOffice(row) && counts(open, row))
  const guests = hosted.flatMap((row) =>
    visitors(row)
      .filter((p) => p.level === level && p.state !== person.state)
      .map((p) => ({ row, person: p.person })),
  )
  const stays = joined(guests, (a, b) => a.person === b.person && within(a.row, b.row, 1))
  const received = stays.filter((stay) =>
    stay.some(({ row }) => row.people.some((p) => p.person === person.id)),
  )
  return {
    question: 'norm',
    raw: { person: person.id, class: String(level) },
    expected: { hits: received.length, trials: stays.length },
    seen: (a) => ({ hits: a.result.rate.hits, trials: a.result.rate.trials }),
  }
}

export function groupingTrial({ world, rows, die, rule }: Scene): Trial {
  const { memberships } = world.knowledge.gazetteer
  const window = die.one(windows)
  const on = '2022-06-15'
  const held = (day: string) =>
    memberships.filter((m) => m.organization === 'CANAL' && m.from! <= day && day <= (m.to ?? '9999'))
  const members = (day: string): string[] =>
    [
      ...new Set(
        held(day)
          .filter((m) => m.role === 'member' || m.role === 'chair')
          .map((m) => m.state),
      ),
    ].sort()
  const ever = memberships.filter((m) => m.role !== 'observer').map((m) => m.state)
  const meets = rows.filter((row) => {
    if (!inWindow(row, window.since, window.until) || !counts(rule, row)) return false
    const then = members(row.from)
    const own = row.states.filter((s) => then.includes(s))
    return (
      (row.occasion === 'Canal Group summit' && row.states.some((s) => ever.includes(s))) ||
      (own.length >= 2 && own.length === row.states.length)
    )
  })
  const gatherings = occasionsOf(meets, rows).map((group) => {
    const then = members(group.map((r) => r.from).sort()[0]!)
    const there = [...new Set(group.flatMap((r) => r.states))]
    const present = [
      ...new Set(group.flatMap((r) => r.states.filter((s) => members(r.from).includes(s)))),
    ].sort()
    return { members: then.length, present, alone: there.length === present.length }
  })
  const full = gatherings.filter((g) => g.members > 1 && g.present.length === g.members)
  const pairs = gatherings.filter((g) => g.members > 2 && g.present.length === 2)
  const alone = gatherings.filter((g) => g.alone && g.present.length > 1)
  return {
    question: 'grouping',
    raw: { grouping: 'CANAL', on, ...window },
    expected: {
      members: held(on).length,
      chair: held(on)
        .filter((m) => m.role === 'chair')
        .map((m) => m.state)
        .sort(),
      meetings: ids(meets),
      full: full.length,
      pairs: pairs.length,
      rate: [full.filter((g) => g.alone).length, alone.length],
    },
    seen: (a) => ({
      members: a.result.members.length,
      chair: [...a.result.chair].sort(),
      meetings: ids(a.result.meetings.map((m: { exchange: Row }) => m.exchange)),
      full: a.result.fullHouse.full,
      pairs: a.result.fullHouse.pairs,
      rate: [a.result.fullHouse.rate.hits, a.result.fullHouse.rate.trials],
    }),
  }
}

export function agendaTrial({ rows, die }: Scene): Trial {
  const states = die.chance(0.5) ? twoStates(die) : null
  const on = die.one(['2021-06-15', '2026-11-25', '2031-07-01'])
  const ahead = rows.filter((row) => row.to >= on && (!states || states.some((s) => hasState(row, s))))
  const planned = ahead.filter((row) =>
    ['announced', 'ongoing', 'possible', 'postponed'].includes(row.status),
  )
  return {
    question: 'agenda',
    raw: { on, ...(states ? { states: states.join(',') } : {}) },
    expected: {
      ahead: ids(planned),
      off: ids(ahead.filter((row) => ['cancelled', 'denied'].includes(row.status))),
      first: planned.map((r) => r.from).sort()[0] ?? null,
    },
    seen: (a) => ({
      ahead: ids(a.result.exchanges),
      off: ids(a.counterExamples),
      first: a.result.exchanges[0]?.fields.earliest ?? null,
    }),
  }
}

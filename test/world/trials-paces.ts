// Trials of "pace", "reciprocity" and "coincidence".
import type { CountingRule } from '../../src/knowledge/rules.ts'
import { counts, hasState, inWindow, type Row, type Unit, unitsOf, wentTo, within } from './naive.ts'
import { stateIds } from './random.ts'
import { type Scene, type Trial, tally, twoStates, windows } from './scene.ts'
import { shareBounds } from './sums.ts'

const periods = (units: Unit[]): Record<string, number> => tally(units.map((u) => u.from.slice(0, 4)))

export function paceTrial({ rows, die, rule }: Scene): Trial {
  const [a, b] = twoStates(die)
  const third = die.one(stateIds.filter((s) => s !== a && s !== b))
  const window = die.one(windows)
  const direction = die.one(['both', 'to', 'from'] as const)
  const side = (state: string): Unit[] =>
    unitsOf(
      rule,
      rows.filter(
        (row) =>
          inWindow(row, window.since, window.until) &&
          (direction === 'both'
            ? hasState(row, state) && hasState(row, third)
            : direction === 'to'
              ? wentTo(row, state, third)
              : wentTo(row, third, state)),
      ),
      rows,
    )
  const [x, y] = [side(a), side(b)]
  const [low, high] = shareBounds(x.length, x.length + y.length)
  const more = x.length > y.length ? a : b
  const verdict =
    x.length + y.length === 0
      ? 'nothing to compare'
      : low > 0.5
        ? `${a} ahead`
        : high < 0.5
          ? `${b} ahead`
          : x.length === y.length
            ? 'level'
            : `${more} has more, but the difference is within chance`
  return {
    question: 'pace',
    raw: { a, b, with: third, direction, period: 'year', ...window },
    expected: {
      counts: [x.length, y.length],
      verdict,
      levels: [
        tally(x.map((u) => String(u.level ?? 'unknown'))),
        tally(y.map((u) => String(u.level ?? 'unknown'))),
      ],
      years: [periods(x), periods(y)],
    },
    seen: (ans) => {
      const years = (key: 'a' | 'b') =>
        Object.fromEntries(
          ans.result.series
            .filter((p: Record<string, number>) => p[key]! > 0)
            .map((p: Record<string, unknown>) => [p.period, p[key]]),
        )
      return {
        counts: [ans.result.a.count, ans.result.b.count],
        verdict: ans.result.verdict,
        levels: [ans.result.a.byLevel, ans.result.b.byLevel],
        years: [years('a'), years('b')],
      }
    },
  }
}

export function reciprocityTrial({ rows, die, rule }: Scene): Trial {
  const [a, b] = twoStates(die)
  const window = die.one(windows)
  const own: CountingRule = { ...rule, levelOf: 'visitor' }
  const side = (from: string, to: string): Unit[] =>
    unitsOf(
      own,
      rows.filter((row) => inWindow(row, window.since, window.until) && wentTo(row, from, to)),
      rows,
      from,
    )
  const [out, back] = [side(a, b), side(b, a)]
  const at = (units: Unit[], level: number | null | undefined): number =>
    units.filter((u) => u.level === level).length
  const level = [1, 2, 3, 4, 5, 6, 7, 8, null].find((l) => at(out, l) !== at(back, l))
  const debt =
    level === undefined
      ? out.length
        ? 'even'
        : 'no visits on record'
      : at(out, level) > at(back, level)
        ? b
        : a
  const newest = (units: Unit[]): string =>
    units
      .map((u) => u.from)
      .sort()
      .at(-1) ?? ''
  return {
    question: 'reciprocity',
    raw: { a, b, ...window },
    expected: {
      counts: [out.length, back.length],
      debt,
      since: [
        out.filter((u) => u.from > newest(back)).length,
        back.filter((u) => u.from > newest(out)).length,
      ],
    },
    seen: (ans) => ({
      counts: [ans.result.outward.count, ans.result.inward.count],
      debt: /owes/.test(ans.result.verdict) ? ans.result.verdict.slice(0, 3) : ans.result.verdict,
      since: [ans.result.unreturned.outward, ans.result.unreturned.inward],
    }),
  }
}

export function coincidenceTrial({ rows, die, rule }: Scene): Trial {
  const camps = die.one([
    [
      ['ARD', 'BOR'],
      ['CYR', 'DOL'],
    ],
    [
      ['ARD', 'BOR', 'ELV'],
      ['CYR', 'DOL', 'FEN'],
    ],
    [
      ['ARD', 'BOR'],
      ['BOR', 'CYR'],
    ],
    [['ARD'], ['CYR', 'DOL']],
  ])
  const [left, right] = camps as [string[], string[]]
  const window = die.one(windows)
  const slack = die.below(4)
  const of = (camp: string[], other: string[]): Row[] =>
    rows.filter(
      (row) =>
        inWindow(row, window.since, window.until) &&
        counts(rule, row) &&
        camp.filter((s) => hasState(row, s)).length >= Math.min(2, camp.length) &&
        !other.some((s) => !camp.includes(s) && hasState(row, s)),
    )
  const [x, y] = [of(left, right), of(right, left)]
  const pairs: string[] = []
  for (const a of x)
    for (const b of y) {
      if (a.id === b.id) continue
      const sure =
        a.sure &&
        b.sure &&
        within({ from: a.sure[0], to: a.sure[1] }, { from: b.sure[0], to: b.sure[1] }, slack)
      if (sure || within(a, b, slack)) pairs.push(`${a.id} ${b.id} ${sure ? 'sure' : 'perhaps'}`)
    }
  return {
    question: 'coincidence',
    raw: { a: left.join(','), b: right.join(','), slack, shifts: 99, ...window },
    expected: {
      pairs: pairs.slice().sort(),
      sure: pairs.filter((p) => p.endsWith('sure')).length,
      exchanges: { a: x.length, b: y.length },
    },
    seen: (ans) => ({
      pairs: ans.result.pairs
        .map(
          (p: { a: Row; b: Row; how: string }) =>
            `${p.a.id} ${p.b.id} ${p.how === 'perhaps' ? 'perhaps' : 'sure'}`,
        )
        .sort(),
      sure: ans.result.together,
      exchanges: ans.result.exchanges,
    }),
  }
}

// Question "pace": exchanges of A with C against those of B with C over time, and how the verdict depends on the counting.
import { z } from 'zod'
import type { CountingRule } from '../knowledge/rules.ts'
import type { Sensitivity } from './answer.ts'
import { composeAnswer, unconfirmedNote } from './compose.ts'
import { type Count, type Counted, countUnder, weigh } from './counting.ts'
import { levelField, sinceField, stateField, untilField } from './fields.ts'
import { readState } from './names.ts'
import type { Question, QuestionContext } from './question.ts'
import { type Recalled, recallBetween, recallVisits } from './recall.ts'
import { boundRule, underOtherRules } from './rules.ts'
import { findChanges } from './statistics/changes.ts'
import { smallNumbersNote } from './statistics/interval.ts'
import { rateRatio } from './statistics/poisson.ts'
import { leftOutNotes } from './timeline.ts'
import { dayKnown, readWindow, type Window } from './window.ts'

const input = z.object({
  a: stateField('First state compared'),
  b: stateField('Second state compared'),
  with: stateField('The state both deal with'),
  since: sinceField,
  until: untilField,
  direction: z
    .enum(['both', 'to', 'from'])
    .default('both')
    .describe('"to": visits to the third state only; "from": visits from it only; "both": every exchange'),
  level: levelField.optional(),
  period: z
    .enum(['month', 'quarter', 'year'])
    .default('quarter')
    .describe('Length of the periods of the series'),
})
type Input = z.infer<typeof input>

/** Ways to weigh rank, to see whether the verdict hangs on one: none, linear (8 … 1), leaders only, steep (each level half the one above). */
export const rankWeights: Record<string, number[]> = {
  'linear rank weights': [8, 7, 6, 5, 4, 3, 2, 1],
  'steep rank weights': [128, 64, 32, 16, 8, 4, 2, 1],
  'ministers and above only': [1, 1, 1, 1, 1, 0, 0, 0],
  'leaders only': [1, 1, 0, 0, 0, 0, 0, 0],
}

export const pace: Question<typeof input> = {
  name: 'pace',
  title: 'Whose pace is faster',
  sentence:
    'the pace of {a} against {b} with {with} ({direction}) from {since} to {until} at level {level} or better, by {period}',
  definition:
    'Counts the exchanges of A with C and of B with C under one counting rule over one window, as totals, by period and by level, and gives the **ratio of the two rates with its exact 95 % interval** ' +
    '(conditional Poisson) and where either pace changed. The verdict (“A ahead”, “B ahead”, “no telling”: the interval takes in 1) is then run again under every other counting rule and ' +
    'under four ways of weighing rank. An exchange in which A, B and C all took part counts for both.',
  input,
  async ask(context, given) {
    const window = closeWindow(context, readWindow(context.knowledge, given))
    const states = {
      a: readState(context, 'a', given.a),
      b: readState(context, 'b', given.b),
      c: readState(context, 'with', given.with),
    }
    const [rowsA, rowsB] = await Promise.all([
      recallSide(context, states.a, states.c, { given, window }),
      recallSide(context, states.b, states.c, { given, window }),
    ])
    const rule = boundRule(context.rule, given.level)
    const sides = comparePaces(context, rule, [rowsA, rowsB])
    const { a, b } = sides
    const from =
      window.from > '0001-01-01'
        ? window.from
        : ([...a.counted, ...b.counted].map((c) => c.earliest).sort()[0] ?? window.to)
    const ratio = rateRatio({ count: a.counted.length, over: 1 }, { count: b.counted.length, over: 1 })
    const verdict = paceVerdict(states.a, states.b, a.counted.length, b.counted.length)
    return composeAnswer(context, {
      question: 'pace',
      input: { ...given, a: states.a, b: states.b, with: states.c },
      states: [states.c],
      window,
      summary: `${states.a}–${states.c}: ${a.counted.length}, ${states.b}–${states.c}: ${b.counted.length} ${window.words}; ratio ${fixed(ratio.ratio)} (95 % ${fixed(ratio.low)} to ${fixed(ratio.high)}): ${verdict}.`,
      rows: [],
      result: () => ({
        a: sideResult(states.a, a),
        b: sideResult(states.b, b),
        ratio,
        verdict,
        series: buildSeries([a.counted, b.counted], { from, to: window.to }, given.period),
        changes: {
          a: changesOf(a.counted, { from, to: window.to }, given.period),
          b: changesOf(b.counted, { from, to: window.to }, given.period),
        },
      }),
      chosenFrom: {
        rows: dedupe([...a.rows, ...b.rows]),
        count: a.counted.length + b.counted.length,
        description: `exchanges of ${states.a} or ${states.b} with ${states.c} ${window.words}`,
      },
      against: ratio.ratio > 1 ? b.rows : a.rows,
      sensitivity: [
        ...underOtherRules(context, (other) =>
          outcomeUnder(context, boundRule(other, given.level), [rowsA, rowsB], states),
        ),
        ...weightSensitivity(sides, states, verdict),
      ],
      unknowns: [
        unconfirmedNote(
          a.unconfirmed,
          `${a.unconfirmed.length} of them with ${states.a}; with them the counts are those of the rule chancery-general.`,
        ),
        unconfirmedNote(b.unconfirmed, `${b.unconfirmed.length} of them with ${states.b}.`),
        smallNumbersNote(a.counted.length, b.counted.length),
        'A difference in pace may be a difference in what the sources cover: compare the coverage of the two pairs.',
        ...leftOutNotes([...a.leftOut, ...b.leftOut]),
      ],
    })
  },
}

/** A window open at the end is closed with the day asked, so that both sides have the same exposure. */
export const closeWindow = (context: QuestionContext, window: Window): Window =>
  window.to > dayKnown(context) ? { ...window, to: dayKnown(context) } : window

export function recallSide(
  context: QuestionContext,
  state: string,
  third: string,
  asked: { given: Pick<Input, 'direction'>; window: Window },
): Promise<Recalled[]> {
  if (asked.given.direction === 'to') return recallVisits(context, { from: state, to: third }, asked.window)
  if (asked.given.direction === 'from') return recallVisits(context, { from: third, to: state }, asked.window)
  return recallBetween(context, [state, third], asked.window)
}

export function comparePaces(
  context: QuestionContext,
  rule: CountingRule,
  [a, b]: [Recalled[], Recalled[]],
): { a: Count; b: Count } {
  const options = { knowledge: context.knowledge }
  return { a: countUnder(rule, a, options), b: countUnder(rule, b, options) }
}

/** "BOR ahead", "no telling: …" — the exact interval decides, not the raw counts. */
export function paceVerdict(a: string, b: string, countA: number, countB: number): string {
  const { low, high } = rateRatio({ count: countA, over: 1 }, { count: countB, over: 1 })
  if (countA + countB === 0) return 'nothing to compare'
  if (low > 1) return `${a} ahead`
  if (high < 1) return `${b} ahead`
  if (countA === countB) return 'level'
  return `${countA > countB ? a : b} has more, but the difference is within chance`
}

const outcomeUnder = (
  context: QuestionContext,
  rule: CountingRule,
  rows: [Recalled[], Recalled[]],
  states: { a: string; b: string },
): string => {
  const { a, b } = comparePaces(context, rule, rows)
  return paceVerdict(states.a, states.b, a.counted.length, b.counted.length)
}

/** Weighted sums are no counts: the leader by weight is named, and it flips when it is not the leader by count. */
function weightSensitivity(
  sides: { a: Count; b: Count },
  states: { a: string; b: string },
  verdict: string,
): Sensitivity[] {
  const lead = (x: number, y: number): string => (x === y ? 'level' : x > y ? states.a : states.b)
  const here = lead(sides.a.counted.length, sides.b.counted.length)
  return Object.entries(rankWeights).map(([rule, weights]) => {
    const [x, y] = [weigh(weights, sides.a.counted), weigh(weights, sides.b.counted)]
    return {
      rule,
      outcome: `${x} to ${y}: ${lead(x, y) === 'level' ? 'level' : `${lead(x, y)} has more`}`,
      flips: lead(x, y) !== here && verdict !== 'nothing to compare',
    }
  })
}

const sideResult = (state: string, count: Count) => ({
  state,
  count: count.counted.length,
  rows: count.rows.length,
  byLevel: countLevels(count.counted),
  persons: new Set(
    count.rows.flatMap((row) =>
      row.participants.filter((p) => p.role === 'visitor').map((p) => p.person ?? p.name),
    ),
  ).size,
  bestLevel: count.counted.reduce<number | null>(
    (best, c) => (c.level !== null && (best === null || c.level < best) ? c.level : best),
    null,
  ),
})

export function countLevels(counted: Counted[]): Record<string, number> {
  const levels: Record<string, number> = {}
  for (const { level } of counted)
    levels[String(level ?? 'unknown')] = (levels[String(level ?? 'unknown')] ?? 0) + 1
  return levels
}

type Span = { from: string; to: string }
/** "2023-Q3", "2023-07", "2023" of a day. */
export function periodOf(day: string, period: Input['period']): string {
  if (period === 'year') return day.slice(0, 4)
  return period === 'month'
    ? day.slice(0, 7)
    : `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

/** Every period of the span, empty ones too. */
export function periodsBetween(span: Span, period: Input['period']): string[] {
  const periods: string[] = []
  let [year, month] = span.from.split('-').map(Number) as [number, number]
  for (let day = span.from; day.slice(0, 7) <= span.to.slice(0, 7); ) {
    const name = periodOf(day, period)
    if (periods.at(-1) !== name) periods.push(name)
    ;[year, month] = month === 12 ? [year + 1, 1] : [year, month + 1]
    day = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`
  }
  return periods
}

function buildSeries(
  [a, b]: [Counted[], Counted[]],
  span: Span,
  period: Input['period'],
): { period: string; a: number; b: number }[] {
  const within = (list: Counted[], name: string): number =>
    list.filter((c) => periodOf(c.earliest, period) === name).length
  return periodsBetween(span, period).map((name) => ({
    period: name,
    a: within(a, name),
    b: within(b, name),
  }))
}

function changesOf(
  counted: Counted[],
  span: Span,
  period: Input['period'],
): { from: string; to: string; perPeriod: number }[] {
  const periods = periodsBetween(span, period)
  if (periods.length < 4) return []
  const counts = periods.map((name) => counted.filter((c) => periodOf(c.earliest, period) === name).length)
  return findChanges(counts).map(({ first, last, rate }) => ({
    from: periods[first]!,
    to: periods[last - 1]!,
    perPeriod: rate,
  }))
}

const dedupe = (rows: Recalled[]): Recalled[] => [...new Map(rows.map((row) => [row.id, row])).values()]
/** Two digits; "∞" where a ratio has nothing below the line. */
export const fixed = (value: number): string =>
  Number.isFinite(value) ? value.toFixed(2) : value > 0 ? '∞' : '–'

// Question "reciprocity": who visits whom, at what level, and who is owed a visit.
import { z } from 'zod'
import type { CountingRule } from '../knowledge/rules.ts'
import { composeAnswer, unconfirmedNote } from './compose.ts'
import { type Counted, countUnder, weigh } from './counting.ts'
import { levelField, sinceField, stateField, untilField } from './fields.ts'
import { readState } from './names.ts'
import { closeWindow, countLevels, rankWeights } from './pace.ts'
import type { Question } from './question.ts'
import { type Recalled, recallVisits } from './recall.ts'
import { boundRule, underOtherRules } from './rules.ts'
import { smallNumbersNote } from './statistics/interval.ts'
import { leftOutNotes } from './timeline.ts'
import { readWindow } from './window.ts'

const input = z.object({
  a: stateField('One state'),
  b: stateField('The other state'),
  since: sinceField,
  until: untilField,
  level: levelField.optional(),
})

export const reciprocity: Question<typeof input> = {
  name: 'reciprocity',
  title: 'Who visits whom, and who owes a visit',
  sentence: 'who visits whom between {a} and {b} from {since} to {until} at level {level} or better',
  definition:
    'Visits in either direction under one counting rule, by level. At each level the state that received more than it returned **owes** the difference; overall the debt is read at the best level at which the two differ, since a leader’s visit is not returned by a deputy’s (visits of nobody of known level come last). ' +
    'The last visit each way and the number of visits since the last return are given. The balance is run again under every other rule and under four ways of weighing rank.',
  input,
  async ask(context, given) {
    const window = closeWindow(context, readWindow(context.knowledge, given))
    const [a, b] = [readState(context, 'a', given.a), readState(context, 'b', given.b)]
    const [out, back] = await Promise.all([
      recallVisits(context, { from: a, to: b }, window),
      recallVisits(context, { from: b, to: a }, window),
    ])
    // A visit is returned at the visitor's level, whatever side a rule ranks by.
    const bound = (rule: CountingRule): CountingRule => ({
      ...boundRule(rule, given.level),
      levelOf: 'visitor',
    })
    const both = (rule: CountingRule) =>
      [
        countUnder(bound(rule), out, { side: a, knowledge: context.knowledge }),
        countUnder(bound(rule), back, { side: b, knowledge: context.knowledge }),
      ] as const
    const [there, here] = both(context.rule)
    const verdict = balance(a, b, there.counted, here.counted)
    return composeAnswer(context, {
      question: 'reciprocity',
      input: { ...given, a, b },
      states: [a, b],
      window,
      summary: `${a} to ${b}: ${there.counted.length} visits; ${b} to ${a}: ${here.counted.length} ${window.words}. ${verdict}.`,
      rows: [...lastOf(there.counted), ...lastOf(here.counted)],
      result: (show) => ({
        outward: {
          from: a,
          to: b,
          count: there.counted.length,
          byLevel: countLevels(there.counted),
          last: lastOf(there.counted).map(show),
        },
        inward: {
          from: b,
          to: a,
          count: here.counted.length,
          byLevel: countLevels(here.counted),
          last: lastOf(here.counted).map(show),
        },
        byLevel: levelsOf(there.counted, here.counted).map((level) => ({
          level,
          [a]: atLevel(there.counted, level),
          [b]: atLevel(here.counted, level),
        })),
        verdict,
        unreturned: unreturned(there.counted, here.counted),
      }),
      chosenFrom: {
        rows: [...there.rows, ...here.rows],
        count: there.counted.length + here.counted.length,
        description: `visits between ${a} and ${b} ${window.words}`,
      },
      sensitivity: [
        ...underOtherRules(context, (rule) =>
          balance(a, b, ...(both(rule).map((count) => count.counted) as [Counted[], Counted[]])),
        ),
        ...Object.entries(rankWeights).map(([rule, weights]) => {
          const [x, y] = [weigh(weights, there.counted), weigh(weights, here.counted)]
          const outcome = x === y ? 'even' : `${x > y ? b : a} owes a visit`
          const says = there.counted.length + here.counted.length > 0
          return { rule, outcome: `${x} to ${y}: ${outcome}`, flips: says && !verdict.startsWith(outcome) }
        }),
      ],
      unknowns: [
        unconfirmedNote([...there.unconfirmed, ...here.unconfirmed], 'they are in neither column.'),
        smallNumbersNote(there.counted.length, here.counted.length),
        ...leftOutNotes([...there.leftOut, ...here.leftOut]),
      ],
    })
  },
}

const atLevel = (counted: Counted[], level: number | null): number =>
  counted.filter((c) => c.level === level).length

/** Levels that either side has, best first; visits of nobody of known level (null) last. */
const levelsOf = (...sides: Counted[][]): (number | null)[] =>
  [...new Set(sides.flat().map((c) => c.level))].sort((x, y) => (x ?? 9) - (y ?? 9))

/** "BOR owes a visit (level 2: 3 received, 1 returned)" at the best level at which they differ; "even". */
export function balance(a: string, b: string, out: Counted[], back: Counted[]): string {
  const level = levelsOf(out, back).find((l) => atLevel(out, l) !== atLevel(back, l))
  if (level === undefined) return out.length + back.length === 0 ? 'no visits on record' : 'even'
  const [given, returned] = [atLevel(out, level), atLevel(back, level)]
  const debtor = given > returned ? b : a
  return `${debtor} owes a visit (${level === null ? 'level not known' : `level ${level}`}: ${Math.max(given, returned)} received, ${Math.min(given, returned)} returned)`
}

const lastOf = (counted: Counted[]): Recalled[] =>
  [...counted].sort((x, y) => y.latest.localeCompare(x.latest))[0]?.rows ?? []

/** Visits made since the other side last came. */
function unreturned(out: Counted[], back: Counted[]): { outward: number; inward: number } {
  const newest = (list: Counted[]): string =>
    list
      .map((c) => c.earliest)
      .sort()
      .at(-1) ?? ''
  return {
    outward: out.filter((c) => c.earliest > newest(back)).length,
    inward: back.filter((c) => c.earliest > newest(out)).length,
  }
}

// Question "coincidence": exchanges of one camp that fall together with those of another, and whether that is more than chance.
import { z } from 'zod'
import type { CountingRule } from '../knowledge/rules.ts'
import { composeAnswer, unconfirmedNote } from './compose.ts'
import { type Count, countUnder, firstDay, lastDay } from './counting.ts'
import { campField, levelField, sinceField, untilField } from './fields.ts'
import { readCamp } from './names.ts'
import { type Meeting, meetInTime, sharedDays, sureDays } from './overlap.ts'
import { closeWindow } from './pace.ts'
import type { Question, QuestionContext } from './question.ts'
import { type Recalled, recallAmong, recallState } from './recall.ts'
import { boundRule, underOtherRules } from './rules.ts'
import { smallNumbersNote } from './statistics/interval.ts'
import { shiftTest } from './statistics/shift.ts'
import { leftOutNotes } from './timeline.ts'
import { dayNumber, readWindow, type Window } from './window.ts'
import { countOf } from './wording.ts'

const input = z.object({
  a: campField('First camp'),
  b: campField('Second camp'),
  since: sinceField,
  until: untilField,
  level: levelField.optional(),
  slack: z.coerce
    .number()
    .int()
    .min(0)
    .max(30)
    .default(0)
    .describe('Days apart that still count as together; 0: at least one day in common'),
  seed: z.coerce.number().int().default(1).describe('Seed of the shifts, so that an answer can be had again'),
  shifts: z.coerce.number().int().min(99).max(9999).default(999).describe('Number of circular shifts'),
})

export interface Pair {
  a: Recalled
  b: Recalled
  how: Meeting
}

export const coincidence: Question<typeof input> = {
  name: 'coincidence',
  title: 'What falls together',
  sentence:
    'exchanges inside {a} that fall together (within {slack} days) with exchanges inside {b} from {since} to {until} at level {level} or better',
  definition:
    'An exchange is a camp’s own when at least two of its states take part and none of the other camp’s. Two exchanges, one of each camp, fall together when they share a day (or lie at most `slack` days apart). ' +
    'Where a date is known by month only, or an end is approximate, the pair is given as **perhaps** and not counted. For each pair it is said who announced first, when both announcements are on record. ' +
    'How often chance alone would do it is answered by a **circular-shift test**: one camp’s calendar is turned round the window by random days (seeded), which keeps each camp’s rhythm and breaks only their relation; only days that are sure take part in it.',
  input,
  async ask(context, given) {
    const window = closeWindow(context, readWindow(context.knowledge, given))
    const camps = {
      a: readCamp(context, 'a', given.a, window.to),
      b: readCamp(context, 'b', given.b, window.to),
    }
    const [rowsA, rowsB] = await Promise.all([
      recallCamp(context, camps.a, camps.b, window),
      recallCamp(context, camps.b, camps.a, window),
    ])
    const countOn = (rule: CountingRule, rows: Recalled[]): Count =>
      countUnder(boundRule(rule, given.level), rows, { knowledge: context.knowledge })
    const [a, b] = [countOn(context.rule, rowsA), countOn(context.rule, rowsB)]
    const all = pairUp(rowsA, rowsB, given.slack)
    const pairs = pairsAmong(all, a.rows, b.rows)
    const sure = pairs.filter((pair) => pair.how !== 'perhaps')
    const perhaps = pairs.filter((pair) => pair.how === 'perhaps')
    const chance = testChance(a.rows, b.rows, {
      window,
      slack: given.slack,
      seed: given.seed,
      shifts: given.shifts,
    })
    return composeAnswer(context, {
      question: 'coincidence',
      input: { ...given, a: camps.a.join(','), b: camps.b.join(',') },
      states: [...camps.a, ...camps.b],
      window,
      summary: `${countOf(sure.length, 'pair')} of exchanges of ${camps.a.join('–')} and ${camps.b.join('–')} ${sure.length === 1 ? 'falls' : 'fall'} together ${window.words}${perhaps.length ? `, ${perhaps.length} more perhaps` : ''}.${chance ? ` ${chance.together} of ${a.rows.length} exchanges of the first camp touch one of the second; chance alone would give ${chance.expected.toFixed(1)} (p = ${chance.p.toFixed(3)}, ${chance.shifts} shifts, seed ${chance.seed}).` : ''}`,
      rows: pairs.slice(0, 100).flatMap((pair) => [pair.a, pair.b]),
      result: (show) => ({
        pairs: pairs.slice(0, 100).map((pair) => ({
          a: show(pair.a),
          b: show(pair.b),
          how: pair.how,
          days: sharedDays(pair.a, pair.b),
          announcedFirst: announcedFirst(pair),
        })),
        together: sure.length,
        perhaps: perhaps.length,
        exchanges: { a: a.rows.length, b: b.rows.length },
        chance,
      }),
      chosenFrom: {
        rows: [...a.rows, ...b.rows],
        description: `exchanges inside either camp ${window.words}`,
      },
      against: unpaired(a.rows, pairs),
      sensitivity: underOtherRules(context, (other) => {
        const [x, y] = [pairedOf(all, 'a'), pairedOf(all, 'b')].map((rows) => countOn(other, rows).rows)
        return countOf(pairsAmong(all, x!, y!).filter((pair) => pair.how !== 'perhaps').length, 'pair')
      }),
      unknowns: [
        unconfirmedNote([...a.unconfirmed, ...b.unconfirmed], 'they make no pair here.'),
        perhaps.length > 0 &&
          `${perhaps.length} ${perhaps.length === 1 ? 'pair' : 'pairs'} may or may not have shared a day: a date is approximate or known by month only.`,
        smallNumbersNote(a.rows.length, b.rows.length),
        'Days are those of the place as the source gives them; two places far apart may call one moment by two days.',
        !chance && 'No test of chance: it needs a window with a first day and exchanges on both sides.',
        ...leftOutNotes([...a.leftOut, ...b.leftOut]),
      ],
    })
  },
}

/** Exchanges of at least two states of the camp (or of its one state, when it has one) and none of the other. */
export async function recallCamp(
  context: QuestionContext,
  camp: string[],
  other: string[],
  window: Window,
): Promise<Recalled[]> {
  const others = other.filter((state) => !camp.includes(state))
  if (camp.length > 1) return recallAmong(context, camp, others, window)
  return (await recallState(context, camp[0]!, window)).filter(
    (row) => !row.states.some((state) => others.includes(state)),
  )
}

function unpaired(rows: Recalled[], pairs: Pair[]): Recalled[] {
  const paired = new Set(pairs.map((pair) => pair.a))
  return rows.filter((row) => !paired.has(row))
}

/** Pairs of which a rule lets both sides through. */
function pairsAmong(pairs: Pair[], a: Recalled[], b: Recalled[]): Pair[] {
  const [left, right] = [new Set(a), new Set(b)]
  return pairs.filter((pair) => left.has(pair.a) && right.has(pair.b))
}

const pairedOf = (pairs: Pair[], side: 'a' | 'b'): Recalled[] => [...new Set(pairs.map((pair) => pair[side]))]

/** Pairs that meet in time, sorted by day: both lists are walked once, so the cost is that of the pairs. */
export function pairUp(a: Recalled[], b: Recalled[], slack: number): Pair[] {
  const pairs: Pair[] = []
  const later = byDay(b)
  const longest = Math.max(0, ...later.map(({ first, last }) => last - first))
  for (const { row, first, last } of byDay(a)) {
    for (let i = lowerBound(later, first - longest - slack); i < later.length; i++) {
      const other = later[i]!
      if (other.first > last + slack) break
      const how = row.id === other.row.id ? 'apart' : meetInTime(row, other.row, slack)
      if (how !== 'apart') pairs.push({ a: row, b: other.row, how })
    }
  }
  return pairs
}

interface Placed {
  row: Recalled
  first: number
  last: number
}

const byDay = (rows: Recalled[]): Placed[] =>
  rows
    .map((row) => ({ row, first: dayNumber(firstDay(row)), last: dayNumber(lastDay(row)) }))
    .sort((x, y) => x.first - y.first)

function lowerBound(rows: Placed[], day: number): number {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (rows[middle]!.first < day) low = middle + 1
    else high = middle
  }
  return low
}

function testChance(
  a: Recalled[],
  b: Recalled[],
  asked: { window: Window; slack: number; seed: number; shifts: number },
) {
  if (a.length === 0 || b.length === 0) return null
  const from = asked.window.from > '0002' ? asked.window.from : [...a, ...b].map(firstDay).sort()[0]!
  const days = { first: dayNumber(from), last: dayNumber(asked.window.to) }
  if (days.last - days.first < 30) return null
  // A month is no stretch of thirty busy days: what has no sure day can neither coincide nor be coincided with.
  const stretch = (slack: number) => (row: Recalled) => {
    const { sure } = sureDays(row.occurredOn)
    return sure ? [{ first: dayNumber(sure.from) - slack, last: dayNumber(sure.to) + slack }] : []
  }
  return shiftTest(a.flatMap(stretch(0)), b.flatMap(stretch(asked.slack)), days, {
    shifts: asked.shifts,
    seed: asked.seed,
  })
}

function announcedFirst({ a, b }: Pair): 'a' | 'b' | 'same day' | null {
  if (!a.announcedOn || !b.announcedOn) return null
  return a.announcedOn === b.announcedOn ? 'same day' : a.announcedOn < b.announcedOn ? 'a' : 'b'
}

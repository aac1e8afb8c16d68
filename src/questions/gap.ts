// Question "gap": the longest silences between two states, and whether they are longer than chance would make them.
import { composeAnswer, unconfirmedNote } from './compose.ts'
import type { Counted } from './counting.ts'
import { countRoute, readRoute, recallFor, routeInput } from './last.ts'
import type { Question } from './question.ts'
import { boundRule, underOtherRules } from './rules.ts'
import { smallNumbersNote } from './statistics/interval.ts'
import { chanceOfLongest, expectedLongest } from './statistics/spacing.ts'
import { leftOutNotes } from './timeline.ts'
import { dayKnown, daysBetween, earlier, readWindow, type Window, windowOf } from './window.ts'

/** Days from the end of one exchange to the start of the next. `open`: it reaches the edge of the window. */
export interface Silence {
  days: number
  after: Counted | null
  before: Counted | null
  from: string
  to: string
  open: boolean
}

export const gap: Question<typeof routeInput> = {
  name: 'gap',
  title: 'The longest silences',
  sentence:
    'the longest silences in {kind} between {from} and {to} by {person} at level {level} or better from {since} to {until}',
  definition:
    'The stretches between the last day of one counted exchange and the first day of the next, longest first, with the silence still running at the end of the window. ' +
    'The longest is set against its expectation if the same number of exchanges had fallen at random between the first and the last of them (expected longest of the *n* − 1 spacings of *n* exchanges, ' +
    'and the chance of one at least as long). A silence is one **in the record**: the coverage says whether it could be ours.',
  input: routeInput,
  async ask(context, given) {
    const window = readWindow(context.knowledge, given)
    const route = await readRoute(context, given)
    const rows = await recallFor(context, route, given, window)
    const rule = boundRule(context.rule, given.level)
    const asks = { kind: given.kind, side: route.from, knowledge: context.knowledge }
    const count = countRoute(rule, rows, asks)
    const end = earlier(window.to, dayKnown(context))
    const silences = findSilences(count.counted, windowOf(window.from, end))
    const chance = weighLongest(count.counted, silences)
    const ends = silences[0] ? [silences[0].after, silences[0].before].flatMap((c) => c?.rows ?? []) : []
    return composeAnswer(context, {
      question: 'gap',
      input: { ...given, from: route.from, to: route.to },
      states: [route.from, route.to],
      window,
      summary: silences[0]
        ? `The longest silence in ${route.many}: ${silences[0].days} days, ${silences[0].from} to ${silences[0].to}${silences[0].open ? ' (still running at the end of the window)' : ''}.${chance ? ` Chance would make the longest about ${Math.round(chance.expectedDays)} days; one at least as long has chance ${chance.p < 0.001 ? 'below 0.001' : chance.p.toFixed(3)}.` : ''}`
        : `The record holds too few exchanges (${count.counted.length}) for a silence between them.`,
      rows: silences.slice(0, 10).flatMap((s) => [...(s.after?.rows ?? []), ...(s.before?.rows ?? [])]),
      result: (show) => ({
        silences: silences.slice(0, 10).map(({ after, before, ...silence }) => ({
          ...silence,
          after: after?.rows.map(show) ?? [],
          before: before?.rows.map(show) ?? [],
        })),
        chance,
      }),
      runnerUp: silences[1]?.after?.rows[0] ?? null,
      chosenFrom: {
        rows: count.rows,
        count: count.counted.length,
        description: `${route.many}, ${window.words}`,
      },
      against: count.unconfirmed.filter(
        (row) =>
          silences[0] &&
          (row.earliest ?? '') > silences[0].from &&
          (row.earliest ?? '') < silences[0].to &&
          !ends.includes(row),
      ),
      sensitivity: underOtherRules(context, (other) => {
        const there = findSilences(
          countRoute(boundRule(other, given.level), rows, asks).counted,
          windowOf(window.from, end),
        )[0]
        return there ? `${there.days} days from ${there.from}` : 'no silence to measure'
      }),
      unknowns: [
        unconfirmedNote(count.unconfirmed, 'those inside the longest silence are given as counter-examples.'),
        smallNumbersNote(count.counted.length),
        ...leftOutNotes(count.leftOut),
      ],
    })
  },
}

/** Silences longest first; the one before the first exchange is no silence (coverage begins somewhere). */
export function findSilences(counted: Counted[], window: Window): Silence[] {
  const ordered = [...counted].sort((a, b) => a.earliest.localeCompare(b.earliest))
  const silences: Silence[] = []
  let after: Counted | null = null
  for (const next of ordered) {
    if (after && next.earliest > after.latest)
      silences.push({
        days: daysBetween(after.latest, next.earliest),
        after,
        before: next,
        from: after.latest,
        to: next.earliest,
        open: false,
      })
    if (!after || next.latest > after.latest) after = next
  }
  if (after && window.to > after.latest)
    silences.push({
      days: daysBetween(after.latest, window.to),
      after,
      before: null,
      from: after.latest,
      to: window.to,
      open: true,
    })
  return silences.sort((a, b) => b.days - a.days || a.from.localeCompare(b.from))
}

function weighLongest(
  counted: Counted[],
  silences: Silence[],
): { expectedDays: number; p: number; spanDays: number; spacings: number } | null {
  const closed = silences.filter((silence) => !silence.open)
  const spacings = counted.length - 1
  if (closed.length < 2) return null
  const days = counted.map((c) => c.earliest).sort()
  const spanDays = daysBetween(days[0]!, days.at(-1)!)
  const longest = closed[0]!.days
  return {
    expectedDays: expectedLongest(spacings) * spanDays,
    p: chanceOfLongest(spacings, longest / spanDays),
    spanDays,
    spacings,
  }
}

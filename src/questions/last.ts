// Question "last": the last exchange of the asked kind before a day.
import { z } from 'zod'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { CountingRule } from '../knowledge/rules.ts'
import { composeAnswer, unconfirmedNote } from './compose.ts'
import { type Count, classOf, countUnder, firstDay, lastDay } from './counting.ts'
import { levelField, personField, sinceField, stateField, untilField } from './fields.ts'
import { readPerson, readState } from './names.ts'
import type { Question, QuestionContext } from './question.ts'
import { type Recalled, recallBetween, recallPerson, recallVisits } from './recall.ts'
import { boundRule, underOtherRules } from './rules.ts'
import { leftOutNotes } from './timeline.ts'
import { dayKnown, daysBetween, readWindow, type Window } from './window.ts'

/** What "last", "first" and "gap" look among. */
export const routeInput = z.object({
  from: stateField('Whose officials'),
  to: stateField('The other state'),
  person: personField('Only this official').optional(),
  level: levelField.optional(),
  class: z
    .string()
    .trim()
    .min(1)
    .optional()
    .describe(
      'Only holders of this class of office that day, at any level: foreign-minister, defense-minister, head-of-government …',
    ),
  kind: z
    .enum([
      'visit',
      'meeting',
      'talks',
      'summit',
      'call',
      'ceremony',
      'agreement',
      'message',
      'people-to-people',
      'any',
    ])
    .default('visit')
    .describe(
      'Kind of exchange; "any" takes all the rule counts. Visits go from the first state to the second (a meeting there of a guest whose visit has no row of its own is one), other kinds have no direction',
    ),
  since: sinceField,
  until: untilField,
})
export type RouteInput = z.infer<typeof routeInput>

export interface Route {
  from: string
  to: string
  person: { id: string; name: string } | null
  words: string
  /** The same in the plural: "visits from ARD to CYR". */
  many: string
}

export async function readRoute(context: QuestionContext, given: RouteInput): Promise<Route> {
  const [from, to] = [readState(context, 'from', given.from), readState(context, 'to', given.to)]
  const person = given.person ? await readPerson(context, 'person', given.person) : null
  const [one, many] = nouns[given.kind] ?? [given.kind, given.kind]
  const ends = given.kind === 'visit' ? `from ${from} to ${to}` : `between ${from} and ${to}`
  const bounds = `${person ? ` by ${person.name}` : ''}${given.class ? ` by a ${given.class.replaceAll('-', ' ')}` : ''}${given.level ? ` at level ${given.level} or better` : ''}`
  return { from, to, person, words: `${one} ${ends}${bounds}`, many: `${many} ${ends}${bounds}` }
}

const nouns: Record<string, [one: string, many: string]> = {
  any: ['exchange', 'exchanges'],
  visit: ['visit', 'visits'],
  meeting: ['meeting', 'meetings'],
  summit: ['summit', 'summits'],
  call: ['call', 'calls'],
  ceremony: ['ceremony', 'ceremonies'],
  agreement: ['agreement', 'agreements'],
  message: ['message', 'messages'],
  'people-to-people': ['people-to-people exchange', 'people-to-people exchanges'],
}

/** Whether somebody of that state took part who held an office of the class that day. */
const holdsClass = (
  context: QuestionContext,
  row: Recalled,
  side: { state: string; class: string },
): boolean =>
  row.participants.some(
    (p) => p.state === side.state && p.role !== 'host' && classOf(context.knowledge, p) === side.class,
  )

/** Rows the question looks among, before the counting rule. */
export async function recallFor(
  context: QuestionContext,
  route: Route,
  given: RouteInput,
  window: Window,
): Promise<Recalled[]> {
  const rows = await recallWidest(context, route, given, window)
  return rows.filter(
    (row) =>
      (given.kind === 'visit' || given.kind === 'any' || row.kind === given.kind) &&
      (!given.class || holdsClass(context, row, { state: route.from, class: given.class })) &&
      (!route.person || row.participants.some((p) => p.person === route.person!.id)),
  )
}

/** What the rule counts among the rows recalled for a route. */
export function countRoute(
  rule: CountingRule,
  rows: Recalled[],
  asked: { kind: RouteInput['kind']; side: string; knowledge: Knowledge },
): Count {
  if (asked.kind !== 'visit') return countUnder(rule, rows, asked)
  return countUnder(rule, staysOf(rows, new Set(countUnder(rule, rows, asked).rows)), asked)
}

/**
 * Visits; and meetings, talks … in the host's state of a guest of whom no visit around them counts: whoever met there had gone there. A visit
 * said to have been called off, or known only in general, does not hide the meeting that shows it took place.
 */
function staysOf(rows: Recalled[], counting: Set<Recalled>): Recalled[] {
  const visits = rows.filter((row) => row.kind === 'visit')
  const who = (row: Recalled): (string | null)[] =>
    row.participants.flatMap((p) => (p.role === 'visitor' ? [p.person ?? p.name] : []))
  const covers = (visit: Recalled, row: Recalled): boolean =>
    (counting.has(visit) || !counting.has(row)) &&
    firstDay(visit) <= lastDay(row) &&
    firstDay(row) <= lastDay(visit) &&
    who(visit).some((guest) => guest !== null && who(row).includes(guest))
  return rows.filter((row) => row.kind === 'visit' || !visits.some((visit) => covers(visit, row)))
}

async function recallWidest(
  context: QuestionContext,
  route: Route,
  given: RouteInput,
  window: Window,
): Promise<Recalled[]> {
  if (given.kind === 'visit') return recallVisits(context, route, window)
  if (!route.person) return recallBetween(context, [route.from, route.to], window)
  return (await recallPerson(context, route.person.id, window)).filter((row) =>
    [route.from, route.to].every((s) => row.states.includes(s)),
  )
}

function endQuestion(name: 'last' | 'first'): Question<typeof routeInput> {
  const end = name === 'last' ? 'last' : 'first'
  return {
    name,
    title: `The ${end} exchange`,
    sentence: `the ${end} {kind} between {from} and {to} by {person} (class {class}) at level {level} or better from {since} to {until}`,
    definition:
      `The ${end} exchange of the asked kind that the counting rule lets through, by its ${end} possible day, with the one ${name === 'last' ? 'before' : 'after'} it as runner-up ` +
      'and the days between the two. Visits go **from** the first state **to** the second, and whoever met somebody there had gone there (a meeting inside a visit that counts is that visit’s); other kinds have no direction. Where two rows share that day both are given. ' +
      'A row whose day is known only by month is marked, since the order within the month is then not known.',
    input: routeInput,
    async ask(context, given) {
      const window = readWindow(context.knowledge, given)
      const route = await readRoute(context, given)
      const rows = await recallFor(context, route, given, window)
      const rule = boundRule(context.rule, given.level)
      const asks = { kind: given.kind, side: route.from, knowledge: context.knowledge }
      const count = countRoute(rule, rows, asks)
      const ordered = orderFrom(end, count.rows)
      const chosen = ordered.filter((row) => edgeOf(end, row) === edgeOf(end, ordered[0]!))
      const next = ordered.find((row) => !chosen.includes(row)) ?? null
      const asked = given.until && window.to < dayKnown(context) ? window.to : dayKnown(context)
      return composeAnswer(context, {
        question: name,
        input: { ...given, from: route.from, to: route.to },
        states: [route.from, route.to],
        window,
        summary: chosen[0]
          ? `The ${end} ${route.words} ${window.words}: ${chosen.map((row) => row.occurredOn).join(' and ')}${next ? `; the one ${name === 'last' ? 'before' : 'after'}: ${next.occurredOn}` : ''}.`
          : `The record holds no ${route.words} ${window.words}.`,
        rows: chosen,
        result: (show) => ({
          exchanges: chosen.map(show),
          tie: chosen.length > 1,
          daysToNext:
            chosen[0] && next ? Math.abs(daysBetween(edgeOf(end, next), edgeOf(end, chosen[0]))) : null,
          daysSince: name === 'last' && chosen[0] ? daysBetween(lastDay(chosen[0]), asked) : null,
        }),
        runnerUp: next,
        chosenFrom: { rows: ordered, description: `${route.many}, ${window.words}, ${end} first` },
        sensitivity: underOtherRules(context, (other) => {
          const there = countRoute(boundRule(other, given.level), rows, asks)
          return orderFrom(end, there.rows)[0]?.occurredOn ?? 'none'
        }),
        unknowns: [
          unconfirmedNote(count.unconfirmed, unconfirmedEffect(end, count.unconfirmed, chosen[0])),
          chosen.some(
            (row) =>
              firstDay(row).slice(0, 7) === lastDay(row).slice(0, 7) &&
              /^\d{4}(-\d\d)?$/.test(row.occurredOn ?? ''),
          ) && 'The day is known only by month or year.',
          ...leftOutNotes(count.leftOut),
        ],
      })
    },
  }
}

const edgeOf = (end: 'last' | 'first', row: Recalled): string =>
  end === 'last' ? lastDay(row) : firstDay(row)

export const orderFrom = (end: 'last' | 'first', rows: Recalled[]): Recalled[] =>
  [...rows].sort((a, b) =>
    end === 'last' ? lastDay(b).localeCompare(lastDay(a)) : firstDay(a).localeCompare(firstDay(b)),
  )

function unconfirmedEffect(
  end: 'last' | 'first',
  unconfirmed: Recalled[],
  chosen: Recalled | undefined,
): string {
  const best = orderFrom(end, unconfirmed)[0]
  if (!best) return ''
  const further =
    !chosen || (end === 'last' ? lastDay(best) > lastDay(chosen) : firstDay(best) < firstDay(chosen))
  return further ? `with them it would be ${best.occurredOn}.` : 'they would not change the answer.'
}

export const last = endQuestion('last')
export const first = endQuestion('first')

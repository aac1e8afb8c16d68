// Question "timeline": what passed between these states, persons or groupings, in order.
import { z } from 'zod'
import { InputError } from '../errors.ts'
import { composeAnswer, edgeNote, unconfirmedNote } from './compose.ts'
import { countUnder, joinNested } from './counting.ts'
import { levelField, personField, sinceField, untilField } from './fields.ts'
import { readCamp, readPerson } from './names.ts'
import type { Question, QuestionContext } from './question.ts'
import { type Recalled, recallBetween, recallPerson } from './recall.ts'
import { boundRule } from './rules.ts'
import { dayKnown, readWindow, type Window } from './window.ts'

const input = z.object({
  states: z
    .string()
    .trim()
    .min(1)
    .optional()
    .describe(
      'States that all took part, commas between (CHN, PRK), or a grouping; may be left out when a person is given',
    ),
  person: personField('Only exchanges of this official').optional(),
  since: sinceField,
  until: untilField,
  level: levelField.optional(),
})
type Input = z.infer<typeof input>

export const timeline: Question<typeof input> = {
  name: 'timeline',
  title: 'What passed between them',
  sentence: 'what passed between {states} (with {person}) from {since} to {until} at level {level} or better',
  definition:
    'Every exchange in which **all** the given states (or the given official) took part, in order of their first possible day. ' +
    'The counting rule says which rows count; the others of the window are named with the reason they were left out. ' +
    'Exchanges of one visitor with one host on touching days are shown as rows of their own but counted as one. Rows that are ' +
    'announced or cancelled appear in `agenda`, not here. Without states and person the question is refused.',
  input,
  async ask(context, given) {
    const window = readWindow(context.knowledge, given)
    const { rows, states } = await recallFor(context, given, window)
    const rule = boundRule(context.rule, given.level)
    const count = countUnder(rule, rows, { knowledge: context.knowledge })
    const groups = joinNested(count.rows)
    const shown = [...count.rows, ...count.unconfirmed].sort((a, b) =>
      (a.earliest ?? '').localeCompare(b.earliest ?? ''),
    )
    return composeAnswer(context, {
      question: 'timeline',
      input: given,
      states,
      window,
      summary: summarize(states, window, {
        rows: count.rows.length,
        groups: groups.length,
        first: count.rows[0],
        last: count.rows.at(-1),
      }),
      rows: shown,
      result: (show) => ({
        exchanges: shown.map(show),
        occasions: groups.map((group) => group.map((row) => row.id)),
        byYear: countBy(count.rows, (row) => (row.earliest ?? '').slice(0, 4)),
        byLevel: countBy(count.rows, (row) => String(row.level ?? 'unknown')),
      }),
      chosenFrom: {
        rows,
        description: `exchanges of ${states.join(' and ')} ${window.words}, whatever the rule says of them`,
      },
      unknowns: [
        unconfirmedNote(count.unconfirmed, 'they are listed and marked, not counted'),
        edgeNote(count.rows, window),
        ...leftOutNotes(count.leftOut),
      ],
    })
  },
}

async function recallFor(
  context: QuestionContext,
  given: Input,
  window: Window,
): Promise<{ rows: Recalled[]; states: string[] }> {
  const states = given.states ? readCamp(context, 'states', given.states, dayKnown(context)) : []
  if (!given.person) return { rows: await recallBetween(context, needStates(states), window), states }
  const person = await readPerson(context, 'person', given.person)
  const rows = await recallPerson(context, person.id, window)
  return {
    rows: rows.filter((row) => states.every((state) => row.states.includes(state))),
    states: states.length ? states : person.state ? [person.state] : [],
  }
}

function needStates(states: string[]): string[] {
  if (states.length > 0) return states
  throw new InputError('A timeline needs states or a person.', 'Give --states CHN,PRK or --person NAME.')
}

function summarize(
  states: string[],
  window: Window,
  seen: { rows: number; groups: number; first?: Recalled; last?: Recalled },
): string {
  const whom = states.join(' and ')
  if (seen.rows === 0) return `The record holds no exchange of ${whom} that counts ${window.words}.`
  const rows = seen.rows === 1 ? '1 exchange' : `${seen.rows} exchanges`
  const groups =
    seen.groups === seen.rows ? '' : ` on ${seen.groups === 1 ? '1 occasion' : `${seen.groups} occasions`}`
  return `${rows}${groups} of ${whom} ${window.words}; the first ${seen.first!.occurredOn}, the last ${seen.last!.occurredOn}.`
}

/** How many rows by a key, as plain data. */
export function countBy(rows: Recalled[], key: (row: Recalled) => string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const row of rows) counts[key(row)] = (counts[key(row)] ?? 0) + 1
  return counts
}

/** "2 rows left out: a call does not count", one line a reason. */
export function leftOutNotes(leftOut: { row: Recalled; why: string }[]): string[] {
  const reasons: Record<string, number> = {}
  for (const { why } of leftOut) reasons[why] = (reasons[why] ?? 0) + 1
  return Object.entries(reasons).map(
    ([why, rows]) => `${rows} ${rows === 1 ? 'row' : 'rows'} left out by the counting rule: ${why}.`,
  )
}

// Question "agenda": what is ahead, announced by whom, how long before.
import { z } from 'zod'
import { composeAnswer } from './compose.ts'
import { personField, untilField } from './fields.ts'
import { readCamp, readPerson } from './names.ts'
import type { Question, QuestionContext } from './question.ts'
import { type Recalled, recallWhere } from './recall.ts'
import { dayKnown, daysBetween, readDay, readWindow, windowOf } from './window.ts'

const input = z.object({
  states: z
    .string()
    .trim()
    .min(1)
    .optional()
    .describe('Only exchanges with any of these states, or members of a grouping; left out: everyone'),
  person: personField('Only exchanges of this official').optional(),
  on: z
    .string()
    .trim()
    .min(1)
    .optional()
    .describe('The day to look ahead from; left out: the day asked as known on'),
  until: untilField,
})
type Input = z.infer<typeof input>

/** Statuses that look ahead, and the ones that took a plan off the list again. */
const planned = ['announced', 'ongoing', 'possible', 'postponed']
const off = ['cancelled', 'denied']

export const agenda: Question<typeof input> = {
  name: 'agenda',
  title: 'What is ahead',
  sentence: 'what is ahead for {states} (with {person}) from {on} until {until}',
  definition:
    'Every exchange that, as known on the day asked, was announced, under way, possible or postponed and may still fall on or after the day looked ahead from, in order of its first ' +
    'possible day, with the day it was first announced and the lead time in days (null where the announcement is not dated). Plans called off or denied are counter-examples. ' +
    'The counting rule is not applied: a plan is not yet an exchange that counts. An agenda is only as full as the announcements that were read.',
  input,
  async ask(context, given) {
    const from = given.on ? readDay('on', given.on) : dayKnown(context)
    const window = given.until
      ? { ...readWindow(context.knowledge, { since: from, until: given.until }) }
      : windowOf(from, null)
    const { states, rows } = await recallAhead(context, given, window)
    const ahead = rows.filter((row) => planned.includes(row.status))
    const calledOff = rows.filter((row) => off.includes(row.status))
    return composeAnswer(context, {
      question: 'agenda',
      input: given,
      states,
      window,
      summary: summarize(ahead, from),
      rows: ahead,
      result: (show) => ({
        exchanges: ahead.map((row) => ({ ...show(row), leadDays: leadOf(row) })),
        medianLeadDays: median(ahead.flatMap((row) => leadOf(row) ?? [])),
      }),
      chosenFrom: {
        rows,
        description: `exchanges that may fall ${window.words} and were not yet told as over`,
      },
      against: calledOff,
      unknowns: [
        ahead.some((row) => leadOf(row) === null) &&
          'Where no source dates the announcement, the lead time is not known.',
        'Only announcements that were read are here; visits that are not announced beforehand are on no agenda.',
      ],
    })
  },
}

async function recallAhead(
  context: QuestionContext,
  given: Input,
  window: ReturnType<typeof windowOf>,
): Promise<{ states: string[]; rows: Recalled[] }> {
  const states = given.states ? readCamp(context, 'states', given.states, dayKnown(context)) : []
  const person = given.person ? await readPerson(context, 'person', given.person) : null
  const rows = await recallWhere(
    context,
    window,
    (
      p,
    ) => `x.status = any(${p([...planned, ...off])}::text[]) and (x.latest is null or x.latest >= ${p(window.from)}::date)
      ${person ? `and exists (select from participant v where v.exchange_id = x.id and v.known_from = x.known_from and v.person_id = ${p(person.id)})` : ''}`,
    states.length > 0 ? states : undefined,
  )
  return {
    states: states.length
      ? states
      : person?.state
        ? [person.state]
        : [...new Set(rows.flatMap((row) => row.states))].sort().slice(0, 2),
    rows,
  }
}

/** Days from the first announcement to the first possible day; null when either is unknown. */
function leadOf(row: Recalled): number | null {
  return row.announcedOn && row.earliest ? daysBetween(row.announcedOn.slice(0, 10), row.earliest) : null
}

function median(numbers: number[]): number | null {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  if (sorted.length === 0) return null
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

function summarize(ahead: Recalled[], from: string): string {
  if (ahead.length === 0) return `The record holds nothing announced for ${from} or after.`
  const first = ahead[0]!
  return `${ahead.length === 1 ? '1 exchange is' : `${ahead.length} exchanges are`} ahead from ${from}; the next ${first.occurredOn ?? 'undated'} (${first.states.join(', ')}).`
}

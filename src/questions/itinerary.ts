// Question "itinerary": where was this official, whom did they see.
import { z } from 'zod'
import { composeAnswer, unconfirmedNote } from './compose.ts'
import { countUnder, firstDay, lastDay } from './counting.ts'
import { personField, sinceField, untilField } from './fields.ts'
import { readPerson } from './names.ts'
import type { Question, QuestionContext } from './question.ts'
import { asKnown, type Recalled, recallPerson, runQuery } from './recall.ts'
import { leftOutNotes } from './timeline.ts'
import { daysBetween, later, readWindow } from './window.ts'
import { countOf } from './wording.ts'

const input = z.object({ person: personField('The official'), since: sinceField, until: untilField })

/** Stops in one state that touch, with everybody seen there. */
interface Stop {
  state: string | null
  from: string
  to: string
  rows: Recalled[]
  /** Days since the stop before ended; null for the first. */
  daysAfter: number | null
}

export const itinerary: Question<typeof input> = {
  name: 'itinerary',
  title: 'Where an official was and whom they saw',
  sentence: 'where {person} was and whom they saw from {since} to {until}',
  definition:
    'The exchanges of one official in order, joined to stops: rows in one state that share a day are one stop, whatever else was done meanwhile. For each stop the people ' +
    'seen and, from dated tenures, the offices the official held on its first day. An exchange without a host (a call) is a stop nowhere. ' +
    'Days between stops are days about which the record says nothing, not days at home.',
  input,
  async ask(context, given) {
    const window = readWindow(context.knowledge, given)
    const person = await readPerson(context, 'person', given.person)
    const rows = await recallPerson(context, person.id, window)
    const count = countUnder(context.rule, rows, { knowledge: context.knowledge })
    const stops = joinStops([...count.rows].sort((a, b) => firstDay(a).localeCompare(firstDay(b))))
    const offices = await recallOffices(
      context,
      person.id,
      stops.map((stop) => stop.from),
    )
    return composeAnswer(context, {
      question: 'itinerary',
      input: given,
      states: person.state ? [person.state] : [],
      window,
      summary: summarize(person.name, stops, { words: window.words, exchanges: count.rows.length }),
      rows: [...count.rows, ...count.unconfirmed],
      result: (show) => ({
        person,
        stops: stops.map(({ rows: seen, ...stop }, i) => ({
          ...stop,
          offices: offices[i] ?? [],
          saw: peopleSeen(seen, person.id),
          exchanges: seen.map(show),
        })),
        unconfirmed: count.unconfirmed.map(show),
      }),
      chosenFrom: { rows, description: `exchanges of ${person.name} ${window.words}` },
      unknowns: [
        unconfirmedNote(count.unconfirmed, 'they are listed apart and make no stop'),
        stops.some((stop) => offices[stops.indexOf(stop)]!.length === 0) &&
          'For some stops no tenure in the packs covers the day: the office held then is not known.',
        ...leftOutNotes(count.leftOut),
      ],
    })
  },
}

/** A call made on the way, or a day trip over the border, does not end a stop. */
function joinStops(rows: Recalled[]): Stop[] {
  const stops: Stop[] = []
  for (const row of rows) {
    const stop = stops.findLast(({ state, to }) => state === row.host && firstDay(row) <= to)
    if (stop) {
      stop.rows.push(row)
      stop.to = later(stop.to, lastDay(row))
    } else {
      const before = stops
        .map(({ to }) => to)
        .sort()
        .at(-1)
      const daysAfter = before ? Math.max(0, daysBetween(before, firstDay(row))) : null
      stops.push({ state: row.host, from: firstDay(row), to: lastDay(row), rows: [row], daysAfter })
    }
  }
  return stops
}

/** "Ana Brill: 3 stops in 2 states from … to …, 5 exchanges." A call is a stop in no state. */
function summarize(name: string, stops: Stop[], seen: { words: string; exchanges: number }): string {
  const states = new Set(stops.flatMap(({ state }) => state ?? [])).size
  const where = states > 0 ? ` in ${countOf(states, 'state')}` : ''
  return `${name}: ${countOf(stops.length, 'stop')}${where} ${seen.words}, ${countOf(seen.exchanges, 'exchange')}.`
}

function peopleSeen(
  rows: Recalled[],
  self: string,
): { name: string | null; state: string | null; level: number | null }[] {
  const seen = new Map<string, { name: string | null; state: string | null; level: number | null }>()
  for (const { name, state, level, person } of rows.flatMap((row) => row.participants)) {
    if (person !== self) seen.set(person ?? `${name}|${state}`, { name, state, level })
  }
  return [...seen.values()].sort((a, b) => (a.level ?? 9) - (b.level ?? 9))
}

interface OfficeHeld {
  id: string
  title: string
  level: number
  acting: boolean
}

/** Offices held on each of `days`, best level first. */
async function recallOffices(
  context: QuestionContext,
  person: string,
  days: string[],
): Promise<OfficeHeld[][]> {
  const rows = await runQuery<OfficeHeld & { from: string | null; to: string | null }>(
    context,
    (p) => `
    select o.id, o.title, o.level, t.acting, lower(t.valid)::text as from, upper(t.valid)::text as to
    from known_tenure t join office o on o.id = t.office_id where ${asKnown('t', context, p)} and t.person_id = ${p(person)} and not isempty(t.valid) order by o.level, o.id`,
  )
  return days.map((day) =>
    rows
      .filter((row) => (row.from ?? '') <= day && day < (row.to ?? '9999'))
      .map(({ from: _from, to: _to, ...office }) => office),
  )
}

// Question "highest": the highest-ranking visitor or participant from one state to another in a window, on a named ladder.
import { z } from 'zod'
import { InputError } from '../errors.ts'
import type { CountingRule } from '../knowledge/rules.ts'
import type { Sensitivity } from './answer.ts'
import { composeAnswer, edgeNote, unconfirmedNote } from './compose.ts'
import { type Count, countUnder, firstDay } from './counting.ts'
import { sinceField, stateField, untilField } from './fields.ts'
import { breakTie, type Held, placeOn, placesOf, recallHeld } from './ladder.ts'
import { readState } from './names.ts'
import type { Question, QuestionContext } from './question.ts'
import { type Party, type Recalled, recallBetween, recallVisits } from './recall.ts'
import { underOtherRules } from './rules.ts'
import { leftOutNotes } from './timeline.ts'
import { readWindow, type Window } from './window.ts'

const input = z.object({
  from: stateField('Whose officials'),
  to: stateField('The state visited'),
  since: sinceField,
  until: untilField,
  as: z
    .enum(['visitor', 'participant'])
    .default('visitor')
    .describe(
      '"visitor": went there; "participant": took part in any exchange with the other state, wherever it was',
    ),
  ladder: z
    .string()
    .trim()
    .default('level')
    .describe(
      'Ladder compared on: level (1 head of state … 8), party (order of a party body), state-offices, or a ladder named in the packs (national)',
    ),
})
type Input = z.infer<typeof input>

/** One official on one exchange, as a candidate for the top. */
export interface Candidate {
  row: Recalled
  party: Party
  held: Held[]
  /** Place on the ladder compared on, 1 best; null when the official has no place there. */
  place: number | null
}

export const highest: Question<typeof input> = {
  name: 'highest',
  title: 'The highest-ranking visitor',
  sentence: 'the highest-ranking {as} from {from} to {to} from {since} to {until}, on the ladder {ladder}',
  definition:
    'Every official of the first state who visited the second (or, with `as: participant`, took part in an exchange with it) in the window, ' +
    'compared on a **named ladder** by the offices held **on that day**. On the common ladder a person’s level is the best of all offices held, party or state; ' +
    'officials of one level **tie**, and all of them are shown. Where another ladder puts the tied in a strict order (a body’s own order, a national order) it is ' +
    'named beside the tie and does not undo it. Only rows that the counting rule lets through compete; unconfirmed rows are shown and do not.',
  input,
  async ask(context, given) {
    const route = { from: readState(context, 'from', given.from), to: readState(context, 'to', given.to) }
    const window = readWindow(context.knowledge, given)
    checkLadder(context, given.ladder)
    const rows = await recallRoute(context, route, window, given.as)
    const count = countUnder(context.rule, rows, { side: route.from, knowledge: context.knowledge })
    const side: Side = { side: route.from, ladder: given.ladder, as: given.as }
    const field = await rankCandidates(context, count, side)
    const places = await placeAll(context, rows, side)
    const ranked = field.confirmed
    const top = topOf(ranked)
    const next = ranked.find((candidate) => candidate.place !== null && !top.includes(candidate))
    const tied = oncePerPerson(top)
    const finer = tied.length > 1 ? breakTie(tied.map((c) => placesOf(c.held, firstDay(c.row)))) : null
    return composeAnswer(context, {
      question: 'highest',
      input: { ...given, ...route },
      states: [route.from, route.to],
      window,
      summary: summarize(route, window, {
        top,
        ladder: given.ladder,
        finer: finer && { ladder: finer.ladder, first: tied[finer.order[0]!]! },
        of: ranked.length,
        as: given.as,
      }),
      rows: [...top, ...field.unconfirmed].map((candidate) => candidate.row),
      result: (show) => ({
        ladder: given.ladder,
        place: top[0]?.place ?? null,
        tie: tied.length > 1,
        holders: top.map((candidate) => ({ ...describe(candidate), exchange: show(candidate.row) })),
        finer: finer && { ladder: finer.ladder, order: finer.order.map((i) => describe(tied[i]!)) },
      }),
      runnerUp: next?.row ?? null,
      chosenFrom: {
        rows: ranked.map((c) => c.row),
        description: `${given.as}s from ${route.from} ${given.as === 'visitor' ? 'to' : 'with'} ${route.to} ${window.words}, best first`,
      },
      sensitivity: [
        ...underOtherRules(context, (rule) => outcomeUnder(context, rule, rows, { ...side, places })),
        ...ladderSensitivity(ranked, given.ladder, top),
      ],
      unknowns: [
        ...field.unconfirmed
          .slice(0, 1)
          .map((best) => unconfirmedNote(count.unconfirmed, effectOf(best, top[0]))),
        edgeNote(
          top.map((c) => c.row),
          window,
        ),
        ...actingNotes(top),
        missingPlaces(ranked, given.ladder),
        ...leftOutNotes(count.leftOut),
      ],
    })
  },
}

function checkLadder(context: QuestionContext, ladder: string): void {
  const listed = context.knowledge.gazetteer.offices.flatMap((office) =>
    office.ranks.map((rank) => rank.ladder),
  )
  const known = [...new Set(['level', 'party', 'state-offices', ...listed])]
  if (!known.includes(ladder))
    throw new InputError(`There is no ladder "${ladder}".`, `Ladders: ${known.join(', ')}.`)
}

export const recallRoute = (
  context: QuestionContext,
  route: { from: string; to: string },
  window: Window,
  as: Input['as'],
): Promise<Recalled[]> =>
  as === 'visitor'
    ? recallVisits(context, route, window)
    : recallBetween(context, [route.from, route.to], window)

interface Side {
  side: string
  ladder: string
  as: Input['as']
}

/** Candidates best first (those without a place last; within a place the earliest first), one entry a person and stay. */
export async function rankCandidates(
  context: QuestionContext,
  count: Count,
  side: Side,
): Promise<{ confirmed: Candidate[]; unconfirmed: Candidate[] }> {
  const all = [...candidatesOf(count.rows, side), ...candidatesOf(count.unconfirmed, side)]
  const held = await recallHeld(
    context,
    all.map(({ row, party }) => ({ person: party.person ?? '', day: firstDay(row) })),
  )
  const placed = all.map(
    (candidate, i): Candidate => ({
      ...candidate,
      held: held[i] ?? [],
      place: placeOn(side.ladder, held[i] ?? [], candidate.party.level, firstDay(candidate.row)),
    }),
  )
  placed.sort((a, b) => (a.place ?? 99) - (b.place ?? 99) || firstDay(a.row).localeCompare(firstDay(b.row)))
  const sure = new Set(count.rows)
  return {
    confirmed: placed.filter((c) => sure.has(c.row)),
    unconfirmed: placed.filter((c) => !sure.has(c.row)),
  }
}

/** A visit and the meetings inside it give one candidate: the row of kind visit where there is one. */
function candidatesOf(rows: Recalled[], { side, as }: Side): { row: Recalled; party: Party }[] {
  const kept: { row: Recalled; party: Party }[] = []
  for (const row of [...rows].sort((a, b) => Number(b.kind === 'visit') - Number(a.kind === 'visit'))) {
    for (const party of row.participants) {
      if (party.state !== side || (as === 'visitor' && party.role !== 'visitor')) continue
      const twice = kept.some(
        (c) =>
          c.party.person !== null &&
          c.party.person === party.person &&
          c.row.host === row.host &&
          (c.row.earliest ?? '') <= (row.latest ?? row.earliest ?? '') &&
          (row.earliest ?? '') <= (c.row.latest ?? c.row.earliest ?? ''),
      )
      if (!twice) kept.push({ row, party })
    }
  }
  return kept
}

export const topOf = (ranked: Candidate[]): Candidate[] => {
  const best = ranked[0]?.place ?? null
  return best === null ? [] : ranked.filter((candidate) => candidate.place === best)
}

const describe = ({ party, place, held }: Candidate) => ({
  name: party.name,
  person: party.person,
  office: party.office,
  level: party.level,
  place,
  offices: held.map((h) => h.title),
  acting: held.some((h) => h.acting && h.office === party.officeId),
})

/** Somebody who came twice shares a place with nobody. */
const oncePerPerson = (top: Candidate[]): Candidate[] =>
  [...new Map([...top].reverse().map((c) => [c.party.person ?? c.party.name, c])).values()].reverse()

const nameAll = (top: Candidate[]): string =>
  top
    .map(
      (c) =>
        `${c.party.name ?? c.party.office} (${c.party.office ?? 'office not known'}, ${c.row.occurredOn})`,
    )
    .join('; ')

function summarize(
  route: { from: string; to: string },
  window: Window,
  seen: {
    top: Candidate[]
    ladder: string
    finer: { ladder: string; first: Candidate } | null
    of: number
    as: string
  },
): string {
  const { top, ladder, finer } = seen
  if (top.length === 0)
    return `The record holds no ${seen.as} from ${route.from} to ${route.to} with a place on the ladder “${ladder}” ${window.words}.`
  const place = `${ladder === 'level' ? 'level' : `place ${ladder}`} ${top[0]!.place}`
  const people = oncePerPerson(top).length
  if (people === 1)
    return `${nameAll(top)}, ${place}: the highest of ${seen.of} ${seen.as}s from ${route.from} ${seen.as === 'visitor' ? 'to' : 'with'} ${route.to} ${window.words}.`
  const order = finer
    ? ` The ladder “${finer.ladder}” puts ${finer.first.party.name} first.`
    : ' No finer ladder in the packs puts them in order.'
  return `A tie of ${people} at ${place} ${window.words}: ${nameAll(top)}.${order}`
}

/** Who would be at the top of the ladder asked for if another rule said who competes. */
function outcomeUnder(
  context: QuestionContext,
  rule: CountingRule,
  rows: Recalled[],
  asked: Side & { places: (row: Recalled, party: Party) => number | null },
): string {
  const count = countUnder(rule, rows, { side: asked.side, knowledge: context.knowledge })
  return topNames(
    candidatesOf(count.rows, asked).map(({ row, party }) => ({
      name: party.name ?? '?',
      place: asked.places(row, party),
    })),
    'nobody counts',
  )
}

/** Place of everybody in the rows on the ladder asked for, whatever rule lets them compete. */
async function placeAll(
  context: QuestionContext,
  rows: Recalled[],
  { ladder }: Side,
): Promise<(row: Recalled, party: Party) => number | null> {
  if (ladder === 'level') return (_row, party) => party.level
  const all = rows.flatMap((row) => row.participants.map((party) => ({ row, party })))
  const held = await recallHeld(
    context,
    all.map(({ row, party }) => ({ person: party.person ?? '', day: firstDay(row) })),
  )
  const places = new Map(
    all.map(({ row, party }, i) => [party, placeOn(ladder, held[i] ?? [], party.level, firstDay(row))]),
  )
  return (_row, party) => places.get(party) ?? null
}

function topNames(field: { name: string; place: number | null }[], none: string): string {
  const best = Math.min(...field.map((c) => c.place ?? 99))
  if (field.length === 0 || best === 99) return none
  return [...new Set(field.filter((c) => c.place === best).map((c) => c.name))].sort().join(' and ')
}

/** Would the party's or the state's own ladder choose somebody else? */
function ladderSensitivity(ranked: Candidate[], ladder: string, top: Candidate[]): Sensitivity[] {
  const here = [...new Set(top.map((c) => c.party.name ?? '?'))].sort().join(' and ')
  return ['level', 'state-offices', 'party', 'national']
    .filter((other) => other !== ladder)
    .map((other) => {
      const field = ranked.map((c) => ({
        name: c.party.name ?? '?',
        place: placeOn(other, c.held, c.party.level, firstDay(c.row)),
      }))
      const outcome = topNames(field, 'nobody has a place on it')
      return {
        rule: `ladder: ${other}`,
        outcome,
        flips: outcome !== here && outcome !== 'nobody has a place on it',
      }
    })
}

function effectOf(best: Candidate, top: Candidate | undefined): string {
  const better = best.place !== null && (top === undefined || best.place <= (top.place ?? 99))
  return better
    ? `with them ${best.party.name} (${best.row.occurredOn}) would ${top && best.place === top.place ? 'tie' : 'be the highest'}.`
    : 'they would not change the answer.'
}

const actingNotes = (top: Candidate[]): string[] =>
  top
    .filter((c) => c.held.some((h) => h.acting && h.level === c.party.level))
    .map((c) => `${c.party.name} held the office in an acting capacity.`)

function missingPlaces(ranked: Candidate[], ladder: string): string | null {
  const missing = ranked.filter((candidate) => candidate.place === null).length
  return missing
    ? `${missing} of ${ranked.length} have no known place on the ladder “${ladder}” and could not compete.`
    : null
}

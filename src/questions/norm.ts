// Question "norm": does this official receive guests of that class? Kept and broken, with the base rate and what explains the exceptions.
import { z } from 'zod'
import type { CountingRule } from '../knowledge/rules.ts'
import { composeAnswer, unconfirmedNote } from './compose.ts'
import { classOf, firstDay, guestsOf, lastDay, reasonAgainst } from './counting.ts'
import { bestOf, sayBest, splitOpportunities } from './exceptions.ts'
import { personField, sinceField, untilField } from './fields.ts'
import { type Camp, recallCamp } from './membership.ts'
import { type NamedPerson, readPerson } from './names.ts'
import type { Question, QuestionContext } from './question.ts'
import { asKnown, type Party, type Recalled, recallPerson, recallVisitsTo, runQuery } from './recall.ts'
import { underOtherRules } from './rules.ts'
import { smallNumbersNote } from './statistics/interval.ts'
import { type BaseRate, baseRate } from './statistics/wilson.ts'
import { dayKnown, daysBetween, later, readWindow, type Window } from './window.ts'

const input = z.object({
  person: personField('Who receives, or does not'),
  class: z
    .string()
    .trim()
    .min(1)
    .describe(
      'Class of guest: foreign-minister, defense-minister, head-of-government, minister, deputy-minister …, or a level 1–8',
    ),
  of: z
    .string()
    .trim()
    .min(1)
    .optional()
    .describe(
      'Only guests of these states: states with commas between (LAO, MMR), or a grouping (ASEAN), whose members on the day of the visit are meant',
    ),
  says: z
    .enum(['does-not-receive', 'receives'])
    .default('does-not-receive')
    .describe('What the norm is said to be; exceptions are counted against it'),
  since: sinceField,
  until: untilField,
})
type Input = z.infer<typeof input>

/** One guest of the class in the official's country, and whether the official is on record as having seen them there. */
export interface Opportunity {
  guest: Party
  rows: Recalled[]
  received: boolean
  from: string
  to: string
}

export const norm: Question<typeof input> = {
  name: 'norm',
  title: 'Whether somebody receives such guests',
  sentence:
    'whether it is the norm that {person} {says} guests of class {class} of {of}, from {since} to {until}',
  definition:
    'Every stay of a guest of the class in the official’s own state while the official held office (one of the best level ever held) is an **opportunity**; rows of one guest on the same or the next day are one. It was taken when the official is a participant in one of its rows. ' +
    'Answers the share taken with its **Wilson 95 % interval**, both lists, and the split (by guest’s state, year, rank, gathering or bilateral, one-to-one or in a group with guests of other states, leading or accompanying a higher guest) that best explains the exceptions (largest gain in information). ' +
    '`of` looks at the guests of some states only; a grouping’s members are those of the day of the visit. Of the counting rule its words on gatherings, on telephone and video and on unconfirmed rows are heeded, its kinds and levels are not. “Not received” means **no reception on record**: read it with the coverage. A norm is called broken in general when its interval takes in one half.',
  input,
  async ask(context, given) {
    const person = await readPerson(context, 'person', given.person)
    const held = await recallHeldBy(context, person)
    const window = sinceInOffice(held, readWindow(context.knowledge, given), dayKnown(context))
    const camp = given.of ? await recallCamp(context, 'of', given.of) : null
    const asked: Asked = { person, class: given.class, camp }
    const rows = (await recallStays(context, asked, window)).filter((row) => isHeldAt(held, row))
    const cases = opportunitiesUnder(context, context.rule, rows, asked)
    const known = new Set(cases.flatMap((o) => o.rows))
    const general = opportunitiesOf(context, context.rule, rows, asked).flatMap((o) => o.rows)
    const received = cases.filter((o) => o.received)
    const rate = baseRate(received.length, cases.length)
    const splits = splitOpportunities(cases)
    const exceptions = cases.filter((o) => o.received === (given.says === 'does-not-receive'))
    return composeAnswer(context, {
      question: 'norm',
      input: { ...given, person: person.id },
      states: person.state ? [person.state] : [],
      window,
      summary: [summarize(asked, given.says, window, rate), sayBest(splits)].filter(Boolean).join(' '),
      rows: cases.flatMap((o) => o.rows),
      result: (show) => ({
        person,
        rate,
        verdict: normVerdict(given.says, rate),
        splits,
        best: bestOf(splits),
        kept: cases.filter((o) => !exceptions.includes(o)).map((o) => opportunityRow(o, show)),
        broken: exceptions.map((o) => opportunityRow(o, show)),
      }),
      chosenFrom: {
        rows: cases.map((o) => o.rows[0]!),
        description: `stays of ${guestsAsked(asked)} in ${person.state} ${window.words}`,
      },
      against: exceptions.map(
        (o) => o.rows.find((row) => row.participants.some((p) => p.person === person.id)) ?? o.rows[0]!,
      ),
      sensitivity: underOtherRules(context, (rule) => {
        const there = opportunitiesUnder(context, rule, rows, asked)
        return normVerdict(given.says, baseRate(there.filter((o) => o.received).length, there.length))
      }),
      unknowns: [
        unconfirmedNote(
          general.filter((row) => !known.has(row)),
          'they are neither opportunities nor receptions here.',
        ),
        smallNumbersNote(cases.length),
        'A guest whom no row shows being received may have been received without our sources saying so: the share is a lower bound.',
      ],
    })
  },
}

/** Who is asked about: the official, the class of guests and, where not all, the guests' states. */
interface Asked {
  person: NamedPerson
  class: string
  camp: Camp | null
}

/** "guests of the rank of foreign minister from members of the Canal Group on that day". */
const guestsAsked = (asked: Asked): string =>
  `${guestsOf(asked.class)}${asked.camp ? ` from ${asked.camp.words}` : ''}`

/** Days, both included, on which the official held an office of the best level ever held; null: open. */
interface HeldDays {
  from: string | null
  to: string | null
}

const recallHeldBy = (context: QuestionContext, person: NamedPerson): Promise<HeldDays[]> =>
  runQuery(
    context,
    (p) => `
    with held as (
      select t.valid, o.level from known_tenure t join office o on o.id = t.office_id
      where ${asKnown('t', context, p)} and t.person_id = ${p(person.id)} and not isempty(t.valid))
    select lower(valid)::text as from, (upper(valid) - 1)::text as to from held where level = (select min(level) from held)`,
  )

/** Whether the official was in office then; nobody's tenure is known: always. */
const isHeldAt = (held: HeldDays[], row: Recalled): boolean =>
  held.length === 0 ||
  held.some(({ from, to }) => (from ?? '') <= lastDay(row) && firstDay(row) <= (to ?? '9999-12-31'))

/** The window from the first to the last day of the official's leading office. */
function sinceInOffice(held: HeldDays[], window: Window, today: string): Window {
  const starts = held.map(({ from }) => from ?? window.from).sort()[0] ?? window.from
  const ends =
    held
      .map(({ to }) => to ?? window.to)
      .sort()
      .at(-1) ?? window.to
  const from = later(starts, window.from)
  const to = [ends, window.to, today].sort()[0]!
  return { from, to, words: from > '0001-01-01' ? `from ${from} to ${to}` : window.words }
}

/** Everything of guests that may be of the class in the state, joined with the official's own exchanges there. */
async function recallStays(
  context: QuestionContext,
  { person, class: name }: Asked,
  window: Window,
): Promise<Recalled[]> {
  const levels = levelsOfClass(context, name)
  const [visits, own] = await Promise.all([
    recallVisitsTo(context, { to: person.state ?? '', levels }, window),
    recallPerson(context, person.id, window),
  ])
  return [
    ...new Map(
      [...visits, ...own.filter((row) => row.host === person.state)].map((row) => [row.id, row]),
    ).values(),
  ]
}

/** Levels at which a class is met: its titles' own and one better (a foreign minister who is also a state councillor). */
function levelsOfClass(context: QuestionContext, name: string): number[] {
  if (/^[1-8]$/.test(name)) return [Number(name)]
  const listed = context.knowledge.lexicon.titles
    .filter((title) => title.class === name)
    .map((title) => title.level)
  return [...new Set(listed.flatMap((level) => [level, level - 1, level - 2]))].filter((level) => level >= 1)
}

const isOfClass = (context: QuestionContext, party: Party, name: string): boolean =>
  /^[1-8]$/.test(name) ? party.level === Number(name) : classOf(context.knowledge, party) === name

const everyKind: CountingRule['kinds'] = [
  'visit',
  'meeting',
  'talks',
  'summit',
  'ceremony',
  'agreement',
  'call',
]

/** Opportunities that rows make which the rule lets count: a reception known only in general is none. */
const opportunitiesUnder = (
  context: QuestionContext,
  rule: CountingRule,
  rows: Recalled[],
  asked: Asked,
): Opportunity[] =>
  opportunitiesOf(
    context,
    rule,
    rows.filter((row) => row.confirmed || rule.unconfirmed),
    asked,
  )

function opportunitiesOf(
  context: QuestionContext,
  rule: CountingRule,
  rows: Recalled[],
  asked: Asked,
): Opportunity[] {
  const stays = new Map<string, Opportunity[]>()
  // Whom a tracker follows, and in what kind of row, is its own business: here the class says who, and a reception is a reception.
  const open: CountingRule = { ...rule, maxLevel: 8, kinds: everyKind }
  for (const row of [...rows].sort((a, b) => firstDay(a).localeCompare(firstDay(b)))) {
    if (reasonAgainst(open, row, { knowledge: context.knowledge })) continue
    for (const guest of row.participants) {
      if (
        guest.role !== 'visitor' ||
        guest.state === asked.person.state ||
        !isOfClass(context, guest, asked.class) ||
        (asked.camp && !asked.camp.has(guest.state, firstDay(row)))
      )
        continue
      const key = guest.person ?? `${guest.name}|${guest.state}`
      const stay = stays.get(key)?.at(-1)
      const received = row.participants.some((p) => p.person === asked.person.id)
      if (stay && daysBetween(stay.to, firstDay(row)) <= 1) {
        stay.rows.push(row)
        stay.received ||= received
        stay.to = later(stay.to, lastDay(row))
      } else
        stays.set(key, [
          ...(stays.get(key) ?? []),
          { guest, rows: [row], received, from: firstDay(row), to: lastDay(row) },
        ])
    }
  }
  return [...stays.values()].flat().sort((a, b) => a.from.localeCompare(b.from))
}

/** "kept", "broken" or "no norm to be seen", by where the interval of the share lies. */
export function normVerdict(says: Input['says'], rate: BaseRate): string {
  if (rate.trials === 0) return 'no case on record'
  const [low, high] = says === 'receives' ? [rate.low, rate.high] : [1 - rate.high, 1 - rate.low]
  if (low > 0.5) return 'the norm is kept, with the exceptions listed'
  if (high < 0.5) return 'the contrary is the norm'
  return 'no norm to be seen: the interval takes in one half'
}

function summarize(asked: Asked, says: Input['says'], window: Window, rate: BaseRate): string {
  const { person } = asked
  const guests = guestsAsked(asked)
  if (rate.trials === 0) return `The record holds no ${guests} in ${person.state} ${window.words}.`
  const share = `${rate.hits} of ${rate.trials} (${percent(rate.rate)}; 95 % ${percent(rate.low)} to ${percent(rate.high)})`
  return `${person.name} is on record as receiving ${share} ${guests} ${window.words}: ${normVerdict(says, rate)}.`
}
const percent = (share: number): string => `${Math.round(share * 100)} %`

const opportunityRow = (o: Opportunity, show: (row: Recalled) => unknown) => ({
  guest: o.guest.name,
  person: o.guest.person,
  state: o.guest.state,
  office: o.guest.office,
  level: o.guest.level,
  from: o.from,
  to: o.to,
  received: o.received,
  exchanges: o.rows.map(show),
})

// Conditions on who goes where: would outrank all since, would be or is the first since, the silence grows longer than so many days.
import { InputError } from '../../errors.ts'
import type { Answer, AnswerRow } from '../answer.ts'
import { ask } from '../index.ts'
import { daysBetween } from '../window.ts'
import { type Condition, type Mark, markRow } from './condition.ts'
import { type Plan, plansFor } from './plans.ts'

interface Highest {
  ladder: string
  place: number | null
  holders: { name: string | null; level: number | null; exchange: AnswerRow }[]
}

const routeOf = ({ input }: Answer): { from: string; to: string } => ({
  from: String(input.from),
  to: String(input.to),
})

export const outranks: Condition = {
  name: 'outranks',
  title: 'a visitor is, or is announced to be, the highest-ranking of the window',
  questions: ['highest'],
  async observe(context, { question, input }) {
    if (input.ladder !== undefined && input.ladder !== 'level')
      throw new InputError('"outranks" compares on the ladder "level".', 'Leave the ladder out.')
    const answer = await ask(context, question, input)
    const top = answer.result as Highest
    const plans = await plansFor(context, routeOf(answer))
    const until = input.until === undefined ? null : String(input.until)
    return {
      words: answer.summary,
      marks: [
        ...top.holders.map(
          ({ exchange }): Mark => ({
            key: `is ${exchange.id}`,
            words: `The highest now: ${exchange.label}.`,
            rows: [markRow(exchange)],
          }),
        ),
        ...plans.filter((plan) => isInside(plan, until)).flatMap((plan) => wouldOutrank(plan, top)),
      ],
    }
  },
}

/** Whether a plan may fall before the window's end, which may be a year or a month. */
const isInside = ({ day }: Plan, until: string | null): boolean =>
  until === null || day === null || day.slice(0, until.length) <= until

function wouldOutrank({ row, level }: Plan, top: Highest): Mark[] {
  if (level === null || (top.place !== null && level > top.place)) return []
  const how = level === top.place ? 'would equal the highest-ranking so far' : 'would be the highest-ranking'
  const rows = [markRow(row), ...top.holders.map((holder) => markRow(holder.exchange))]
  const than = top.holders[0] ? `; so far: ${top.holders[0].exchange.label}` : ''
  return [{ key: `would ${row.id} ${level}`, words: `${row.label}: ${how}${than}.`, rows }]
}

interface Last {
  exchanges: AnswerRow[]
  daysToNext: number | null
  daysSince: number | null
}

export const first: Condition = {
  name: 'first',
  title: 'one takes place, or is announced, that is the first since the last one known',
  questions: ['last'],
  days: { means: 'only where at least so many days lie between the two', required: false },
  async observe(context, { question, input, days }) {
    const answer = await ask(context, question, input)
    const last = answer.result as Last
    const reached = last.exchanges[0] ? edge(last.exchanges[0]) : null
    const plans = (input.kind ?? 'visit') === 'visit' ? await plansFor(context, routeOf(answer)) : []
    const level = input.level === undefined ? 8 : Number(input.level)
    const ahead = plans.filter((plan) => fits(plan, { level, reached, days }))
    return {
      words: answer.summary,
      reached,
      marks: [
        ...(isLongEnough(last.daysToNext, days) ? last.exchanges : []).map((row) => tookPlace(row, answer)),
        ...ahead.map(
          ({ row }): Mark => ({
            key: `would ${row.id}`,
            words: `${row.label}: would be the first since ${reached ?? 'any on record'}.`,
            rows: [markRow(row), ...last.exchanges.map(markRow)],
          }),
        ),
      ],
    }
  },
}

const edge = (row: AnswerRow): string | null =>
  (row.fields.latest ?? row.fields.earliest ?? null) as string | null

/** No one before it: the first on record is long enough whatever was asked. */
const isLongEnough = (between: number | null, days: number | null): boolean =>
  days === null || between === null || between >= days

const fits = (
  plan: Plan,
  { level, reached, days }: { level: number; reached: string | null; days: number | null },
): boolean =>
  (plan.level ?? 9) <= level &&
  (reached === null ||
    plan.day === null ||
    (plan.day > reached && daysBetween(reached, plan.day) >= (days ?? 0)))

function tookPlace(row: AnswerRow, answer: Answer): Mark {
  const day = edge(row)
  const before = answer.runnerUp ? [markRow(answer.runnerUp)] : []
  const since = answer.runnerUp ? `the first since ${answer.runnerUp.date}` : 'the first on record'
  return {
    key: `is ${row.id}`,
    words: `${row.label}: ${since}.`,
    rows: [markRow(row), ...before],
    ...(day ? { day } : {}),
  }
}

export const gap: Condition = {
  name: 'gap',
  title: 'the silence since the last one grows longer than so many days',
  questions: ['gap', 'last'],
  days: { means: 'the silence that is too long', required: true },
  async observe(context, { input, days }) {
    const answer = await ask(context, 'last', input)
    const { daysSince, exchanges } = answer.result as Last
    const long = daysSince !== null && daysSince > days!
    return {
      words: answer.summary,
      marks: long
        ? [
            {
              key: exchanges.map((row) => row.id).join(' '),
              words: `${daysSince} days without another since: ${exchanges[0]!.label}.`,
              rows: exchanges.map(markRow),
            },
          ]
        : [],
    }
  },
}

// The conditions a watch can have, in the order the docs list them.
import { InputError } from '../../errors.ts'
import type { Answer, AnswerRow } from '../answer.ts'
import { ask, questions } from '../index.ts'
import { nearestWords } from '../suggest.ts'
import { sayDate } from '../wording.ts'
import { type Condition, type Mark, markRow } from './condition.ts'
import { first, gap, outranks } from './visits.ts'

/** Any difference in what the answer says. Days that only grow with the calendar are none. */
const changes: Condition = {
  name: 'changes',
  title: 'the answer changes',
  questions: 'any',
  async observe(context, { question, input }) {
    const answer = await ask(context, question, input)
    const words = saidBy(answer)
    const today = context.asKnownOn.slice(0, 10)
    const key = words
      .replace(/\b[\d,.]+ days?\b/g, '… days')
      .replaceAll(today, '…')
      .replaceAll(sayDate(today), '…')
    return { words, marks: [{ key, words, rows: answer.denominator.rows.slice(0, 5).map(markRow) }] }
  },
}

const saidBy = ({ summary, verdict }: Answer): string =>
  verdict ? `${summary} Verdict: ${verdict.verdict}. ${verdict.reason}` : summary

const pace: Condition = {
  name: 'pace',
  title: 'another side is ahead, or none any more',
  questions: ['pace'],
  async observe(context, { question, input }) {
    const answer = await ask(context, question, input)
    const { verdict } = answer.result as { verdict: string }
    const rows = answer.denominator.rows.slice(0, 5).map(markRow)
    return { words: answer.summary, marks: [{ key: verdict, words: `Now: ${answer.summary}`, rows }] }
  },
}

interface Silent {
  state: string
  year: string
  statements: number
  returned: boolean
}

const dropped: Condition = {
  name: 'dropped',
  title: 'a state that used the phrase has spoken a year without it',
  questions: ['phrases'],
  async observe(context, { question, input }) {
    const answer = await ask(context, question, input)
    const { silences, phrase } = answer.result as { silences: Silent[]; phrase: string }
    // A year that still runs may yet bring it.
    const over = silences.filter(({ year, returned }) => !returned && year < context.asKnownOn.slice(0, 4))
    const marks = over.map(
      ({ state, year, statements }): Mark => ({
        key: `${state} ${year}`,
        words: `${state} did not say “${phrase}” in ${year}, in ${statements} statements on record.`,
        rows: [],
      }),
    )
    return { words: answer.summary, marks }
  },
}

const coincides: Condition = {
  name: 'coincides',
  title: 'an exchange of one camp falls together with one of the other',
  questions: ['coincidence'],
  async observe(context, { question, input }) {
    const answer = await ask(context, question, input)
    const { pairs } = answer.result as { pairs: { a: AnswerRow; b: AnswerRow; how: string }[] }
    const marks = pairs.map(
      ({ a, b, how }): Mark => ({
        key: `${a.id} ${b.id}`,
        words: `${a.label} – ${b.label} (${how}).`,
        rows: [markRow(a), markRow(b)],
      }),
    )
    return { words: answer.summary, marks }
  },
}

interface Claimed {
  exact: string
  start: number
  end: number
  verdict: string
  reason: string
}

const verdict: Condition = {
  name: 'verdict',
  title: 'the verdict on a claim changes',
  questions: ['check', 'norm', 'readouts', 'reciprocity'],
  async observe(context, { question, input }) {
    const answer = await ask(context, question, input)
    return { words: saidBy(answer), marks: question === 'check' ? claimMarks(answer) : [verdictMark(answer)] }
  },
}

const claimMarks = (answer: Answer): Mark[] =>
  (answer.result as { claims: Claimed[] }).claims.map((claim) => ({
    key: `${claim.start}-${claim.end} ${claim.verdict}`,
    words: `“${claim.exact}”: ${claim.verdict}. ${claim.reason}`,
    rows: [],
  }))

function verdictMark(answer: Answer): Mark {
  const { verdict: word } = answer.result as { verdict?: unknown }
  const key = answer.verdict?.verdict ?? JSON.stringify(word ?? null)
  return { key, words: saidBy(answer), rows: answer.denominator.rows.slice(0, 5).map(markRow) }
}

export const conditions: Condition[] = [changes, outranks, first, gap, pace, coincides, dropped, verdict]

/** The condition of that name for that question. Throws InputError where the two do not go together, or the measure is missing or too much. */
export function conditionFor(name: string, question: string, days: number | null): Condition {
  const found = conditions.find((condition) => condition.name === name)
  if (!found) {
    const names = conditions.map((condition) => condition.name)
    const near = nearestWords(name.toLowerCase(), names)
    throw new InputError(
      `There is no condition "${name}".`,
      near.length ? `Did you mean ${near.join(' or ')}?` : `Conditions: ${names.join(', ')}.`,
    )
  }
  if (found.questions !== 'any' && !found.questions.includes(question))
    throw new InputError(
      `"${name}" does not go with the question "${question}".`,
      `It goes with ${found.questions.join(', ')}; "${question}" goes with ${conditionsOf(question).join(', ')}.`,
    )
  if (found.days?.required && days === null)
    throw new InputError(`"${name}" needs a number of days.`, `It means: ${found.days.means}.`)
  if (!found.days && days !== null)
    throw new InputError(`"${name}" takes no number of days.`, 'Leave it out.')
  return found
}

const conditionsOf = (question: string): string[] =>
  conditions
    .filter((condition) => condition.questions === 'any' || condition.questions.includes(question))
    .map((condition) => condition.name)

/** Conditions as the faces list them, with the questions they go with by name. */
export const describeConditions = () =>
  conditions.map(({ name, title, questions: goesWith, days }) => ({
    name,
    title,
    questions: goesWith === 'any' ? questions.map((question) => question.name) : goesWith,
    days: days ?? null,
  }))

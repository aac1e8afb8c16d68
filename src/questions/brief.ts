// Question "brief": a dated briefing on a pair, a triple, a person or a grouping, put together from the other questions; no line without a source.
import { z } from 'zod'
import { InputError } from '../errors.ts'
import { agenda } from './agenda.ts'
import type { Answer, AnswerRow, Citation } from './answer.ts'
import { type Brief, renderHtml, renderMarkdown, type Section } from './briefing.ts'
import { personField, sinceField, untilField } from './fields.ts'
import { highest } from './highest.ts'
import { itinerary } from './itinerary.ts'
import { readCamp, stateName } from './names.ts'
import type { Question, QuestionContext } from './question.ts'
import { timeline } from './timeline.ts'
import { dayKnown, readWindow } from './window.ts'
import { inWords } from './wording.ts'

const input = z.object({
  states: z
    .string()
    .trim()
    .min(1)
    .optional()
    .describe('The pair or triple (CHN, PRK), or a grouping; left out for a person'),
  person: personField('The official the brief is on').optional(),
  since: sinceField,
  until: untilField,
})
type Input = z.infer<typeof input>

export const brief: Question<typeof input> = {
  name: 'brief',
  title: 'A briefing',
  sentence: 'a brief on {states} ({person}) from {since} to {until}',
  definition:
    'A dated briefing put together from `timeline`, `highest`, `itinerary` and `agenda`: what passed, the highest visitors each way, what is ahead, what could not be seen. Each sentence carries ' +
    'the numbers of its sources; a sentence without a source is left out and counted as such. Rows known only in general are not in it. Given as Markdown, as HTML and as data.',
  input,
  async ask(context, given) {
    const window = readWindow(context.knowledge, given)
    const { title, answers } = given.person ? await onPerson(context, given) : await onStates(context, given)
    const sources = new Sources()
    const sections = answers.map(({ heading, answer, rows }) => sectionOf(heading, answer, rows, sources))
    const left = sections.reduce((sum, section) => sum + section.withoutSource, 0)
    const main = answers[0]!.answer
    const made: Brief = {
      title,
      subtitle: inWords(
        context,
        `${window.words[0]!.toUpperCase()}${window.words.slice(1)}; as known on ${dayKnown(context)}; counting rule: ${context.rule.name}.`,
      ),
      sections,
      years: countYears(answers[0]!.rows),
      coverage: main.coverage.note,
      sources: sources.list,
    }
    return {
      ...main,
      question: 'brief',
      input: given,
      summary: `${title}: ${sections.reduce((sum, s) => sum + s.lines.length, 0)} lines on ${sources.list.length} sources.`,
      result: { title, markdown: renderMarkdown(made), html: renderHtml(made), sections },
      citations: sources.list,
      runnerUp: undefined,
      denominator: {
        ...main.denominator,
        rows: main.denominator.rows.map((row) => sources.renumber(row, main)),
      },
      counterExamples: [],
      unknowns: [...main.unknowns, left > 0 && `${left} rows without a source are not in the brief.`].filter(
        (line) => typeof line === 'string',
      ),
    } satisfies Answer as Answer
  },
}

interface Part {
  heading: string
  answer: Answer
  /** The rows this section tells. */
  rows: AnswerRow[]
}
type Told = { title: string; answers: Part[] }
const rowsAt = (answer: Answer, key: string): AnswerRow[] =>
  ((answer.result as Record<string, unknown>)[key] as AnswerRow[] | undefined) ?? []

async function onStates(context: QuestionContext, given: Input): Promise<Told> {
  if (!given.states)
    throw new InputError('A brief needs states or a person.', 'Give --states CHN,PRK or --person NAME.')
  const { since, until } = given
  const states = readCamp(context, 'states', given.states, dayKnown(context))
  const passed = await timeline.ask(context, { states: given.states, since, until })
  const visits: Part[] = []
  for (const from of states)
    for (const to of states) {
      if (from === to || states.length > 3) continue
      const answer = await highest.ask(context, { from, to, since, until, as: 'visitor', ladder: 'level' })
      const holders = ((answer.result as { holders?: { exchange: AnswerRow }[] }).holders ?? []).map(
        (holder) => holder.exchange,
      )
      visits.push({
        heading: `Highest visitors from ${stateName(context, from)} to ${stateName(context, to)}`,
        answer,
        rows: holders,
      })
    }
  const ahead = await agenda.ask(context, { states: given.states })
  return {
    title: `Brief: ${states.map((state) => stateName(context, state)).join(', ')}`,
    answers: [
      { heading: 'What passed', answer: passed, rows: rowsAt(passed, 'exchanges') },
      ...visits,
      {
        heading: 'Ahead',
        answer: ahead,
        rows: rowsAt(ahead, 'exchanges').filter((row) =>
          states.every((state) => (row.fields.states as string[]).includes(state)),
        ),
      },
    ],
  }
}

async function onPerson(context: QuestionContext, given: Input): Promise<Told> {
  const { since, until } = given
  const been = await itinerary.ask(context, { person: given.person!, since, until })
  const ahead = await agenda.ask(context, { person: given.person! })
  const result = been.result as { person: { name: string }; stops: { exchanges: AnswerRow[] }[] }
  return {
    title: `Brief: ${result.person.name}`,
    answers: [
      { heading: 'Where and with whom', answer: been, rows: result.stops.flatMap((stop) => stop.exchanges) },
      { heading: 'Ahead', answer: ahead, rows: rowsAt(ahead, 'exchanges') },
    ],
  }
}

/** Sources numbered anew over all the answers a brief is made of. */
class Sources {
  readonly list: Citation[] = []
  private readonly numbers = new Map<string, number>()

  /** The brief's numbers for what `row` of `answer` cites. */
  of(row: AnswerRow, answer: Answer): number[] {
    return row.citations.flatMap((number) => {
      const citation = answer.citations.find((c) => c.number === number)
      return citation ? [this.number(citation)] : []
    })
  }

  renumber = (row: AnswerRow, answer: Answer): AnswerRow => ({ ...row, citations: this.of(row, answer) })

  private number(citation: Citation): number {
    const key = JSON.stringify([citation.documentId ?? citation.url, citation.evidence?.start ?? null])
    const known = this.numbers.get(key)
    if (known) return known
    const number = this.list.length + 1
    this.list.push({ ...citation, number })
    this.numbers.set(key, number)
    return number
  }
}

/** Each row a line with its sources; rows without one are only counted. */
function sectionOf(heading: string, answer: Answer, rows: AnswerRow[], sources: Sources): Section {
  const lines = rows
    .filter((row) => row.confirmed)
    .map((row) => ({ text: row.label, row: row.id, citations: sources.of(row, answer) }))
  const told = lines.filter((line) => line.citations.length > 0)
  return { heading, lines: told, withoutSource: rows.length - told.length }
}

function countYears(rows: AnswerRow[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const row of rows) {
    const year = row.confirmed ? /\d{4}/.exec(row.date ?? '')?.[0] : undefined
    if (year) counts[year] = (counts[year] ?? 0) + 1
  }
  return counts
}

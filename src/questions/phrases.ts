// Question "phrases": the life of a set phrase: who first said it, how often by speaker, state and year, where it was dropped and came back.
import { z } from 'zod'
import type { Evidence } from '../record/evidence.ts'
import type { Answer, AnswerRow } from './answer.ts'
import { Citations } from './citations.ts'
import { describeCoverage } from './coverage.ts'
import { personField, sinceField, stateField, untilField } from './fields.ts'
import { readPerson, readState } from './names.ts'
import type { Question, QuestionContext } from './question.ts'
import { runQuery } from './recall.ts'
import { shownRows } from './rows.ts'
import { readWindow, type Window } from './window.ts'
import { answerInWords, rowInWords } from './wording.ts'

const input = z.object({
  phrase: z.string().trim().min(2).max(200).describe('A set phrase of the lexicon, or any words'),
  state: stateField('Only speakers of this state').optional(),
  speaker: personField('Only this speaker').optional(),
  since: sinceField,
  until: untilField,
})

interface Said {
  id: string
  documentId: string
  exchange: string | null
  speaker: string | null
  person: string | null
  state: string | null
  quote: string
  saidOn: string | null
  evidence: Evidence
  title: string | null
  publisher: string | null
  url: string | null
  publishedOn: string | null
}

export const phrases: Question<typeof input> = {
  name: 'phrases',
  title: 'The life of a phrase',
  sentence: 'who has said {phrase} (speakers of {state}, {speaker}) from {since} to {until}',
  definition:
    'Every statement on record whose words hold the phrase: for one of the lexicon any of its variants, else the words as given, case apart. Shown are the first use, the number of uses by ' +
    'speaker, state and year, and for each state the years in which it spoke on record but not so (dropped), and whether it came back. The denominator is all statements on record by the ' +
    'same speakers in the window: a phrase is not dropped where nobody was heard. A phrase is counted once a statement.',
  input,
  async ask(context, given) {
    const window = readWindow(context.knowledge, given)
    const entry = lexiconEntry(context, given.phrase)
    const wordings = entry ? [entry.phrase, ...entry.variants] : [given.phrase]
    const state = given.state ? readState(context, 'state', given.state) : null
    const speaker = given.speaker ? await readPerson(context, 'speaker', given.speaker) : null
    const filter = { state, speaker: speaker?.id ?? null, window }
    const said = await recallSaid(context, wordings, filter)
    const spoken = await countSpoken(context, filter)
    const citations = new Citations()
    for (const row of said.slice(0, shownRows)) cite(citations, row)
    const rows = said.slice(0, shownRows).map((row) => rowInWords(context, statementRow(row, citations)))
    const states = [...new Set(said.flatMap((row) => row.state ?? []))].sort()
    const years = countYears(said)
    return answerInWords(context, {
      question: 'phrases',
      input: given,
      asKnownOn: context.asKnownOn,
      summary: summarize(given.phrase, said),
      result: {
        phrase: entry?.phrase ?? given.phrase,
        meaning: entry?.meaning ?? null,
        target: entry?.target ?? null,
        wordings,
        first: rows[0] ?? null,
        last: rows.at(-1) ?? null,
        uses: rows,
        bySpeaker: countBy(said, (row) => row.speaker ?? 'not told'),
        byState: countBy(said, (row) => row.state ?? 'none'),
        byYear: years,
        silences: silences(said, spoken),
      },
      denominator: {
        count: spoken.reduce((sum, row) => sum + row.statements, 0),
        description: `statements on record ${state ? `by speakers of ${state}` : speaker ? `by ${speaker.name}` : 'by anybody'} ${window.words}`,
        rows: [],
      },
      coverage: await describeCoverage(context, state ? [state] : states.slice(0, 1), window),
      counterExamples: [],
      countingRule: {
        name: 'statements',
        description: 'One use is one quotation or reported statement that holds the phrase.',
      },
      sensitivity: [],
      citations: citations.list,
      unknowns: [
        'Only statements that were read are counted; “first use” is the first on record.',
        ...(said.length > 0 && said.length < 5
          ? [`${said.length} uses are too few to speak of a trend.`]
          : []),
      ],
    } satisfies Answer)
  },
}

function lexiconEntry(context: QuestionContext, phrase: string) {
  const asked = phrase.toLowerCase()
  return context.knowledge.lexicon.setPhrases.find((entry) =>
    [entry.phrase, ...entry.variants].some((wording) => wording.toLowerCase() === asked),
  )
}

interface Filter {
  state: string | null
  speaker: string | null
  window: Window
}

/** Whose statements; written only where it is asked for, so that an index can serve it. */
const by = ({ state, speaker }: Filter, p: (value: unknown) => string): string =>
  `${state ? `and s.state = ${p(state)}` : ''} ${speaker ? `and s.person_id = ${p(speaker)}` : ''}`

const recallSaid = (context: QuestionContext, wordings: string[], filter: Filter): Promise<Said[]> =>
  runQuery(
    context,
    (p) => `
    select s.id, s.document_id as "documentId", s.exchange_id as exchange, s.speaker, s.person_id as person, s.state, s.quote,
      s.said_on as "saidOn", s.evidence, d.title, d.publisher, d.url, d.published_on as "publishedOn"
    from statement s join document d on d.id = s.document_id
    where s.recorded_at <= ${p(context.asKnownOn)}::timestamptz and s.retracted_at > ${p(context.asKnownOn)}::timestamptz
      and s.said_on between ${p(filter.window.from)}::date and ${p(filter.window.to)}::date
      ${by(filter, p)}
      and (${wordings.map((wording) => `lower(s.quote) like ${p(pattern(wording))}`).join(' or ')})
    order by s.said_on, s.id`,
  )

/** A LIKE pattern that finds the words anywhere, with its own signs disarmed. */
const pattern = (wording: string): string => `%${wording.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`

interface Spoken {
  state: string | null
  year: string
  statements: number
}

/** How much was heard of whom in which year: what a silence has to be measured against. */
const countSpoken = (context: QuestionContext, filter: Filter): Promise<Spoken[]> =>
  runQuery(
    context,
    (p) => `
    select s.state, to_char(s.said_on, 'YYYY') as year, count(*)::int as statements from statement s
    where s.recorded_at <= ${p(context.asKnownOn)}::timestamptz and s.retracted_at > ${p(context.asKnownOn)}::timestamptz
      and s.said_on between ${p(filter.window.from)}::date and ${p(filter.window.to)}::date
      ${by(filter, p)}
    group by 1, 2 order by 2, 1`,
  )

const cite = (citations: Citations, row: Said): number =>
  citations.add({
    subject: row.id,
    documentId: row.documentId,
    title: row.title,
    publisher: row.publisher,
    url: row.url,
    publishedOn: row.publishedOn,
    evidence: row.evidence,
  })

const statementRow = (row: Said, citations: Citations): AnswerRow => ({
  type: 'statement',
  id: row.id,
  label: `${row.speaker ?? 'Somebody'}${row.state ? ` (${row.state})` : ''}: “${row.quote}”`,
  date: row.saidOn,
  confirmed: true,
  citations: citations.of(row.id),
  fields: {
    speaker: row.speaker,
    person: row.person,
    state: row.state,
    quote: row.quote,
    document: row.documentId,
    exchange: row.exchange,
  },
})

const countBy = (rows: Said[], key: (row: Said) => string): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const row of rows) counts[key(row)] = (counts[key(row)] ?? 0) + 1
  return Object.fromEntries(Object.entries(counts).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)))
}

const countYears = (rows: Said[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const row of rows)
    if (row.saidOn) counts[row.saidOn.slice(0, 4)] = (counts[row.saidOn.slice(0, 4)] ?? 0) + 1
  return counts
}

/** For each state that used the phrase: years after the first use in which it spoke but not so, and whether it came back. */
function silences(
  said: Said[],
  spoken: Spoken[],
): { state: string; year: string; statements: number; returned: boolean }[] {
  return [...new Set(said.flatMap((row) => row.state ?? []))].sort().flatMap((state) => {
    const used = new Set(
      said.filter((row) => row.state === state).flatMap((row) => row.saidOn?.slice(0, 4) ?? []),
    )
    const first = [...used].sort()[0]!
    return spoken
      .filter((row) => row.state === state && row.year > first && !used.has(row.year))
      .map((row) => ({
        state,
        year: row.year,
        statements: row.statements,
        returned: [...used].some((year) => year > row.year),
      }))
  })
}

function summarize(phrase: string, said: Said[]): string {
  const [first] = said
  if (!first) return `No statement on record holds “${phrase}”.`
  const last = said.at(-1)!
  const uses = said.length === 1 ? 'once' : `${said.length} times`
  return `“${phrase}” is on record ${uses}: first ${first.saidOn}, by ${first.speaker ?? 'somebody'}${first.state ? ` (${first.state})` : ''}; last ${last.saidOn}.`
}

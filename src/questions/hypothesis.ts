// Question "hypothesis": analysis of competing hypotheses (after Heuer) over live records: matrix, diagnosticity, score, what changed, what would change it.
import { z } from 'zod'
import { InputError } from '../errors.ts'
import type { Answer, AnswerRow } from './answer.ts'
import { citeExchanges } from './citations.ts'
import { describeCoverage } from './coverage.ts'
import { readCamp } from './names.ts'
import type { Question, QuestionContext } from './question.ts'
import { leaders, likelihoodWords, type Rated, type Rating, rankHypotheses, ratings } from './rating.ts'
import { type Recalled, recallBetween, recallIds, runQuery } from './recall.ts'
import { exchangeRow } from './rows.ts'
import { anyTime, dayKnown, readWindow } from './window.ts'
import { answerInWords, rowInWords } from './wording.ts'

const matrixShape = z.object({
  title: z.string().default('Competing hypotheses'),
  hypotheses: z
    .array(z.object({ id: z.string(), text: z.string(), within: z.string().optional() }))
    .min(2)
    .max(12),
  evidence: z
    .array(
      z.object({
        id: z.string(),
        /** An exchange or a statement by its id, or a silence: no exchange of these states at this level in this window. */
        exchange: z.string().optional(),
        statement: z.string().optional(),
        silence: z
          .object({
            states: z.string(),
            since: z.string().optional(),
            until: z.string().optional(),
            level: z.number().int().min(1).max(8).optional(),
          })
          .optional(),
        /** When the analyst rated it (day or instant): a record that has changed since reopens the row. */
        ratedOn: z.string(),
        note: z.string().optional(),
      }),
    )
    .min(1)
    .max(200),
  ratings: z.array(
    z.object({
      evidence: z.string(),
      hypothesis: z.string(),
      rating: z.enum(ratings),
      reason: z.string().min(1),
    }),
  ),
})
export type Matrix = z.infer<typeof matrixShape>

const input = z.object({
  matrix: z
    .string()
    .min(2)
    .describe(
      'The matrix as JSON: hypotheses, evidence (exchange, statement or silence), ratings CC, C, N, I, II with reasons',
    ),
})

export const hypothesis: Question<typeof input> = {
  name: 'hypothesis',
  title: 'Competing hypotheses',
  sentence: 'what the evidence says of the hypotheses in {matrix}',
  definition:
    'An analysis of competing hypotheses over records that live: each piece of evidence is an exchange, a statement or a silence of the record, rated by the analyst from CC (very consistent) to II (very ' +
    'inconsistent) with each hypothesis. Hypotheses are ranked by how much speaks against them, weighted by how well each piece is sourced (1 where a source gives it, 0.4 where it is known only in general, 0 ' +
    'where the record no longer holds it). A hypothesis `within` another competes with its siblings for that one’s share and never against it. Diagnosticity of a piece is the spread of its ratings: one that fits all hypotheses says nothing. A record that changed after a rating reopens its cells. Shown ' +
    'too is each piece without which another hypothesis would lead. Words of likelihood follow ICD 203; they say how the hypotheses share the evidence, not how good the evidence is. Nobody but the analyst rates.',
  input,
  async ask(context, given) {
    const matrix = readMatrix(given.matrix)
    const live = await recallEvidence(context, matrix)
    const rated = rate(matrix, live)
    const ranked = rankHypotheses(matrix.hypotheses, rated)
    const lead = leaders(ranked)
    const exchanges = [...live.values()].flatMap((piece) => piece.exchange ?? [])
    const citations = await citeExchanges(
      context,
      exchanges.map((row) => row.id),
    )
    const rowOf = (piece: Live): AnswerRow =>
      rowInWords(context, piece.exchange ? exchangeRow(piece.exchange, citations) : piece.row)
    const pieces = matrix.evidence.map((e) => {
      const piece = live.get(e.id)!
      return {
        id: e.id,
        note: e.note ?? null,
        holds: piece.holds,
        reopened: piece.changed,
        why: piece.why,
        weight: piece.weight,
        row: rowOf(piece),
        diagnosticity: rated.find((r) => r.evidence === e.id)!.diagnosticity,
        ratings: Object.fromEntries(
          matrix.ratings
            .filter((r) => r.evidence === e.id)
            .map((r) => [r.hypothesis, { rating: r.rating, reason: r.reason }]),
        ),
      }
    })
    const turning = matrix.evidence.filter((e) => {
      const without = leaders(
        rankHypotheses(
          matrix.hypotheses,
          rated.filter((r) => r.evidence !== e.id),
        ),
      )
      return without.join() !== lead.join()
    })
    const reopened = pieces.filter((piece) => piece.reopened)
    const text = (id: string): string => matrix.hypotheses.find((h) => h.id === id)!.text
    return answerInWords(context, {
      question: 'hypothesis',
      input: given,
      asKnownOn: context.asKnownOn,
      summary:
        lead.length === 1
          ? `Least speaks against “${text(lead[0]!)}” (${likelihoodWords(ranked.find((r) => r.id === lead[0])!.share)} among those listed).`
          : `${lead.length} hypotheses tie: ${lead.map((id) => `“${text(id)}”`).join(', ')}.`,
      result: {
        title: matrix.title,
        hypotheses: ranked.map((r) => ({
          ...r,
          text: text(r.id),
          within: matrix.hypotheses.find((h) => h.id === r.id)!.within ?? null,
          likelihood: likelihoodWords(r.share),
        })),
        evidence: pieces,
        wouldChange: turning.map((e) => e.id),
      },
      denominator: {
        count: pieces.length,
        description: 'pieces of evidence in the matrix',
        rows: pieces.map((piece) => piece.row),
      },
      coverage: await describeCoverage(context, exchanges[0]?.states.slice(0, 2) ?? [], anyTime),
      counterExamples: pieces
        .filter((piece) => lead.some((id) => ['I', 'II'].includes(piece.ratings[id]?.rating ?? '')))
        .map((piece) => piece.row),
      countingRule: {
        name: 'ach',
        description:
          'Least weighted inconsistency leads; I counts 1, II counts 2, times the weight of the evidence.',
      },
      sensitivity: turning.map((e) => ({
        rule: `without ${e.id}`,
        outcome: 'another hypothesis leads, or the lead is shared',
        flips: true,
      })),
      citations: citations.list,
      unknowns: [
        ...(reopened.length
          ? [
              `${reopened.length} ${reopened.length === 1 ? 'piece has' : 'pieces have'} changed since being rated: ${reopened.map((piece) => piece.id).join(', ')}. Rate them again.`,
            ]
          : []),
        ...unrated(matrix),
      ],
    } satisfies Answer)
  },
}

function readMatrix(text: string): Matrix {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new InputError(
      `The matrix is not JSON: ${(error as Error).message}.`,
      'Give an object with hypotheses, evidence and ratings.',
    )
  }
  const read = matrixShape.safeParse(value)
  if (!read.success)
    throw new InputError(
      `The matrix cannot be read: ${read.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; ')}.`,
      'See docs/03-questions.md, "hypothesis".',
    )
  const { hypotheses, evidence, ratings: given } = read.data
  const lost = hypotheses.find((h) => h.within !== undefined && !isNested(h, hypotheses))
  if (lost)
    throw new InputError(
      `Hypothesis "${lost.id}" is within "${lost.within}", which is not in the matrix or lies within itself.`,
      'Name another hypothesis of the matrix, or leave "within" out.',
    )
  const stray = given.find(
    (r) => !hypotheses.some((h) => h.id === r.hypothesis) || !evidence.some((e) => e.id === r.evidence),
  )
  if (stray)
    throw new InputError(
      `A rating speaks of "${stray.evidence}" and "${stray.hypothesis}", which are not both in the matrix.`,
      'Add them, or take the rating out.',
    )
  const empty = evidence.find((e) => [e.exchange, e.statement, e.silence].filter(Boolean).length !== 1)
  if (empty)
    throw new InputError(
      `Evidence "${empty.id}" must be one exchange, one statement or one silence.`,
      'Give exactly one of the three.',
    )
  return read.data
}

/** Whether the way up from a hypothesis ends at one that stands by itself. */
function isNested(from: Matrix['hypotheses'][number], all: Matrix['hypotheses']): boolean {
  let here: Matrix['hypotheses'][number] | undefined = from
  for (let steps = 0; here && steps <= all.length; steps++) {
    if (here.within === undefined) return true
    const { within }: Matrix['hypotheses'][number] = here
    here = all.find((h) => h.id === within)
  }
  return false
}

/** A piece of evidence as the record has it on the day asked. */
interface Live {
  holds: boolean
  /** Whether the record has changed since it was rated. */
  changed: boolean
  why: string
  weight: number
  exchange: Recalled | null
  row: AnswerRow
}

async function recallEvidence(context: QuestionContext, matrix: Matrix): Promise<Map<string, Live>> {
  const ids = matrix.evidence.flatMap((e) => e.exchange ?? [])
  const exchanges = new Map((await recallIds(context, ids)).map((row) => [row.id, row]))
  const changes = await recallChanges(context, ids)
  const said = await recallStatements(
    context,
    matrix.evidence.flatMap((e) => e.statement ?? []),
  )
  const live = new Map<string, Live>()
  for (const e of matrix.evidence) {
    if (e.exchange)
      live.set(
        e.id,
        liveExchange(
          e.exchange,
          exchanges.get(e.exchange),
          (changes.get(e.exchange) ?? '') > endOf(e.ratedOn),
        ),
      )
    else if (e.statement) live.set(e.id, liveStatement(e.statement, said.get(e.statement)))
    else live.set(e.id, await liveSilence(context, e))
  }
  return live
}

/** A day means its end: what was recorded that day was seen. */
const endOf = (ratedOn: string): string => (ratedOn.includes('T') ? ratedOn : `${ratedOn}T23:59:59.999Z`)

/** The instant each exchange last changed, as known on the day asked. */
async function recallChanges(context: QuestionContext, ids: string[]): Promise<Map<string, string>> {
  const rows = await runQuery<{ id: string; at: string }>(
    context,
    (p) =>
      `select id, max(known_from) as at from exchange where id = any(${p(ids)}::text[]) and known_from <= ${p(context.asKnownOn)}::timestamptz group by id`,
  )
  return new Map(rows.map((row) => [row.id, row.at]))
}

interface Statement {
  id: string
  speaker: string | null
  quote: string
  saidOn: string | null
}
async function recallStatements(context: QuestionContext, ids: string[]): Promise<Map<string, Statement>> {
  const rows = await runQuery<Statement>(
    context,
    (p) => `select id, speaker, quote, said_on as "saidOn" from statement where id = any(${p(ids)}::text[])
      and recorded_at <= ${p(context.asKnownOn)}::timestamptz and retracted_at > ${p(context.asKnownOn)}::timestamptz`,
  )
  return new Map(rows.map((row) => [row.id, row]))
}

const bareRow = (
  type: string,
  id: string,
  label: string,
  date: string | null = null,
  confirmed = false,
): AnswerRow => ({ type, id, label, date, confirmed, citations: [], fields: {} })

function liveExchange(id: string, row: Recalled | undefined, changed: boolean): Live {
  if (!row)
    return {
      holds: false,
      changed: true,
      why: 'the record does not hold this exchange',
      weight: 0,
      exchange: null,
      row: bareRow('exchange', id, `${id} (not in the record)`),
    }
  const weight = row.confirmed ? 1 : 0.4
  return {
    holds: true,
    changed,
    why: changed ? 'the exchange has changed since it was rated' : 'as it was rated',
    weight,
    exchange: row,
    row: bareRow('exchange', id, id),
  }
}

function liveStatement(id: string, said: Statement | undefined): Live {
  if (!said)
    return {
      holds: false,
      changed: true,
      why: 'the record does not hold this statement',
      weight: 0,
      exchange: null,
      row: bareRow('statement', id, `${id} (not in the record)`),
    }
  return {
    holds: true,
    changed: false,
    why: 'on record',
    weight: 1,
    exchange: null,
    row: bareRow('statement', id, `${said.speaker ?? 'Somebody'}: “${said.quote}”`, said.saidOn, true),
  }
}

/** Holds while the record has no exchange of those states at that level in that window. */
async function liveSilence(context: QuestionContext, e: Matrix['evidence'][number]): Promise<Live> {
  const { states, level = 8, ...span } = e.silence!
  const window = readWindow(context.knowledge, span)
  const camp = readCamp(context, 'silence.states', states, dayKnown(context))
  const found = (await recallBetween(context, camp, window)).filter(
    (row) => row.confirmed && ['occurred', 'ongoing'].includes(row.status) && (row.level ?? 8) <= level,
  )
  const label = `No exchange of ${camp.join(' and ')} at level ${level} or better ${window.words}`
  const row = bareRow('silence', e.id, found.length ? `${label}: broken by ${found.length}` : label)
  return found.length
    ? {
        holds: false,
        changed: true,
        why: `broken: ${found[0]!.id}${found.length > 1 ? ` and ${found.length - 1} more` : ''}`,
        weight: 0,
        exchange: null,
        row,
      }
    : {
        holds: true,
        changed: false,
        why: 'the record is silent; that is worth what its coverage is',
        weight: 0.6,
        exchange: null,
        row,
      }
}

function rate(matrix: Matrix, live: Map<string, Live>): Rated[] {
  return matrix.evidence.map((e) => {
    const given = new Map<string, Rating>(
      matrix.ratings.filter((r) => r.evidence === e.id).map((r) => [r.hypothesis, r.rating]),
    )
    return {
      evidence: e.id,
      weight: live.get(e.id)!.weight,
      ratings: given,
      diagnosticity: spread([...given.values()]),
    }
  })
}

const steps: Record<Rating, number> = { CC: 2, C: 1, N: 0, I: -1, II: -2 }
/** 0 (all alike: says nothing) to 1 (CC against II). */
const spread = (given: Rating[]): number =>
  given.length < 2
    ? 0
    : (Math.max(...given.map((r) => steps[r])) - Math.min(...given.map((r) => steps[r]))) / 4

function unrated(matrix: Matrix): string[] {
  const cells = matrix.hypotheses.length * matrix.evidence.length
  const open = cells - matrix.ratings.length
  return open > 0 ? [`${open} of ${cells} cells are not rated; they count as N.`] : []
}

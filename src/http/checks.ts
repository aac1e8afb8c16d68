// The route that checks a text: every claim it makes, put to the record, with verdict, answer and the reading beside.
import { z } from 'zod'
import { InputError, NotFoundError } from '../errors.ts'
import type { Answer } from '../questions/answer.ts'
import { type CheckedClaim, checkReading, contextFor } from '../questions/index.ts'
import type { QuestionContext } from '../questions/question.ts'
import type { Reading } from '../reading/reading.ts'
import { findDocument } from '../record/shelf.ts'
import type { AppContext } from './context.ts'
import { askedHow } from './questions.ts'
import { documentAbout, type GivenText, sourceOf } from './readings.ts'
import { type AnyRoute, route } from './route.ts'
import { answer, reading, textClaim } from './shapes.ts'

const verdict = z.object({
  verdict: z.enum(['holds', 'fails', 'untestable']),
  reason: z.string(),
  reworded: z.string().nullable(),
})
const checked = z
  .object({
    counts: z.object({ holds: z.number().int(), fails: z.number().int(), untestable: z.number().int() }),
    claims: z.array(
      z.object({
        claim: textClaim,
        verdict,
        question: z.string().nullable().describe('The question it was turned into; null: it could not be.'),
        input: z.record(z.string(), z.unknown()).nullable().describe('What asks that question again.'),
        answer,
        textSays: z
          .array(z.unknown())
          .describe('Exchanges that the text itself reports in the claim’s sentence, as rows.'),
      }),
    ),
    reading,
    asKnownOn: z.string(),
    countingRule: z.object({ name: z.string(), description: z.string() }),
    unknowns: z.array(z.string()),
  })
  .meta({ id: 'Checked' })
export type Checked = z.infer<typeof checked>

const checkText = route({
  method: 'post',
  path: '/api/check',
  name: 'checkText',
  summary:
    'Every claim of a text, of the document at an address, or of a filed document: holds, fails or untestable, and why.',
  body: z.strictObject({
    text: z.string().optional(),
    url: z.string().max(2000).optional(),
    documentId: z.string().optional(),
    ...documentAbout,
    ...askedHow,
  }),
  progress: true,
  response: checked,
  run: async (context, { body: { asKnownOn, rule, documentId, ...given }, tell }): Promise<Checked> => {
    const asked = contextFor(context.database, context.knowledge, {
      ...(asKnownOn ? { asKnownOn } : {}),
      ...(rule ? { rule } : {}),
    })
    const source =
      documentId === undefined ? await readGiven(context, given) : await readFiled(context, documentId, given)
    const whole = await checkReading(asked, source, {}, (done, of) => tell({ stage: 'checked', done, of }))
    const claims = whole.result.claims.map((one, i) => describeClaim(asked, one, source.reading.claims[i]!))
    const { asKnownOn: instant, countingRule, unknowns } = whole
    return {
      counts: whole.result.counts,
      claims,
      reading: source.reading,
      asKnownOn: instant,
      countingRule,
      unknowns,
    }
  },
})

interface Source {
  text: string
  reading: Reading
}

async function readGiven(context: AppContext, given: GivenText): Promise<Source> {
  const { document: _, url: __, ...source } = await sourceOf(context, given)
  return { text: source.text, reading: context.reader().read(source) }
}

async function readFiled(context: AppContext, id: string, given: GivenText): Promise<Source> {
  if (given.text !== undefined || given.url !== undefined)
    throw new InputError('A document and a text were given', 'Give one of them.')
  const document = await findDocument(context.database, id)
  if (!document)
    throw new NotFoundError(`The record holds no document "${id}"`, 'Look for it in /api/documents.')
  const { text, title, publisher } = document
  const publishedOn = document.publishedOn ?? given.publishedOn ?? null
  // A day that the record lacks moves every date in the text: it is read again.
  const filed = publishedOn === document.publishedOn ? (document.reading as Reading | null) : null
  return { text, reading: filed ?? context.reader().read({ id, text, title, publishedOn, publisher }) }
}

function describeClaim(
  asked: QuestionContext,
  one: CheckedClaim,
  claim: Reading['claims'][number],
): Checked['claims'][number] {
  const { verdict, reason, reworded, question, input, textSays } = one
  const found = { verdict, reason, reworded }
  return {
    claim,
    verdict: found,
    question,
    input,
    answer: { ...(one.answer ?? noAnswer(asked, reason)), verdict: found },
    textSays,
  }
}

/** What stands for the answer of a claim that no question could take: nothing looked at, and why. */
const noAnswer = ({ asKnownOn, rule }: QuestionContext, reason: string): Answer => ({
  question: 'check',
  input: {},
  asKnownOn,
  summary: reason,
  result: null,
  denominator: { count: 0, description: 'nothing was looked at', rows: [] },
  coverage: { note: '', sources: [] },
  counterExamples: [],
  countingRule: { name: rule.name, description: rule.description },
  sensitivity: [],
  citations: [],
  unknowns: [reason],
})

export const checkRoutes: AnyRoute[] = [checkText]

// Question "check": every claim in a text turned into one of the other questions, with a verdict, a reason and a rewording.
import { z } from 'zod'
import { ChanceryError, InputError, NotFoundError } from '../errors.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { loadModel } from '../knowledge/models.ts'
import { joinLines } from '../language/lines.ts'
import { overlaps } from '../language/span.ts'
import { makeReader, type Reader } from '../reading/read.ts'
import type { Exchange, Reading, TextClaim } from '../reading/reading.ts'
import type { Answer, AnswerRow, Citation } from './answer.ts'
import { setApart } from './apart.ts'
import { checkPace } from './claims/comparison.ts'
import { checkNorm } from './claims/custom.ts'
import { checkFirstTime } from './claims/firsttime.ts'
import { checkLastTime } from './claims/lasttime.ts'
import { checkCoincidence } from './claims/sameday.ts'
import { type ClaimVerdict, makeSetting, type Setting, sentenceAround, untestable } from './claims/setting.ts'
import { checkOmission } from './claims/silence.ts'
import { checkSuperlative } from './claims/superlative.ts'
import { checkTally, countIn } from './claims/tally.ts'
import { inPresent } from './present.ts'
import type { Question, QuestionContext } from './question.ts'
import { type Recalled, runQuery } from './recall.ts'
import { labelExchange } from './rows.ts'
import { readDay } from './window.ts'
import { rowInWords, verdictInWords } from './wording.ts'

const input = z.object({
  text: z.string().min(1).optional().describe('The text to check'),
  document: z.string().trim().min(1).optional().describe('Or the id of a document in the record'),
  published: z
    .string()
    .trim()
    .min(1)
    .optional()
    .describe('Day the text was published (2024-04-10): claims are held to what had happened by then'),
  title: z.string().optional().describe('Its title'),
})

/** A claim of the text with what came of it. */
export interface CheckedClaim extends ClaimVerdict {
  kind: TextClaim['kind']
  exact: string
  start: number
  end: number
  window: TextClaim['window']
  /** Exchanges that the text itself reports in the claim's sentence. */
  textSays: AnswerRow[]
}

export interface CheckResult {
  claims: CheckedClaim[]
  counts: { holds: number; fails: number; untestable: number }
  document: Reading['document']
}

const checks: Record<TextClaim['kind'], (setting: Setting) => Promise<ClaimVerdict>> = {
  superlative: checkSuperlative,
  'last-time': checkLastTime,
  'first-time': checkFirstTime,
  pace: checkCounted,
  coincidence: checkCoincidence,
  omission: checkOmission,
  'norm-exception': checkNorm,
  hypothesis: async () =>
    untestable('A hypothesis is weighed against evidence, not looked up: use the question “hypothesis”.'),
}

/** "His third visit this year" counts one side's visits; "more often than" compares two. */
function checkCounted(setting: Setting): Promise<ClaimVerdict> {
  const said = countIn(setting.claim.exact)
  return said ? checkTally(setting, said) : checkPace(setting)
}

export const check: Question<typeof input> = {
  name: 'check',
  title: 'Check the claims of a text',
  sentence: 'check the claims of {text} (or of document {document}), published {published}',
  definition:
    'Finds what a text claims (superlatives, firsts, lasts, counts, paces, coincidences, omissions, norms with exceptions) and turns each into one of the other questions, with its window **as worded** and as of the **day of publication**. ' +
    'Verdicts are *holds*, *fails* and *untestable*, each with a reason and, where one can be found, a rewording that would hold. The exchange a text is news of does not count against its own claim, and **a text is no witness to itself**: what the record knows only from the text, or from copies of it, is named apart and not counted. A tie is a tie; ' +
    'an event that neither packs nor record can date makes a claim untestable, and so does a record that does not reach back far enough. Hypotheses are listed and left to `hypothesis`.',
  input,
  async ask(context, given) {
    const source = given.document ? await recallDocument(context, given.document) : readText(context, given)
    return checkReading(context, source, given)
  },
}

/** "3 claims: 2 hold, 1 fails, 0 cannot be tested." */
export function tellCounts({ holds, fails, untestable }: CheckResult['counts']): string {
  const claims = counted(holds + fails + untestable, 'claim', 'claims')
  return `${claims}: ${counted(holds, 'holds', 'hold')}, ${counted(fails, 'fails', 'fail')}, ${untestable} cannot be tested.`
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

/** Checks a reading that is already made; `text` is what its offsets are into. `told`: how many claims of how many are done. */
export async function checkReading(
  asked: QuestionContext,
  source: { reading: Reading; text: string },
  given: Record<string, unknown> = {},
  told: (done: number, of: number) => void = () => {},
): Promise<Answer<CheckResult>> {
  const context = await inPresent(asked)
  // Places in it are those in the text: only breaks within sentences became spaces.
  const flowing = { ...source, text: joinLines(source.text) }
  const sentences = source.reading.claims.map((claim) => {
    const { start, end } = sentenceAround(flowing.text, claim)
    return source.text.slice(start, end)
  })
  const aside = await setApart(context, source.text, sentences)
  const claims: CheckedClaim[] = []
  told(0, source.reading.claims.length)
  for (const claim of source.reading.claims) {
    claims.push(await checkClaim(aside, flowing, claim))
    told(claims.length, source.reading.claims.length)
  }
  const counts = { holds: 0, fails: 0, untestable: 0 }
  for (const { verdict } of claims) counts[verdict]++
  return {
    question: 'check',
    input: { ...given, text: undefined },
    asKnownOn: context.asKnownOn,
    summary: tellCounts(counts),
    result: { claims, counts, document: source.reading.document },
    denominator: {
      count: claims.length,
      description: 'claims found in the text',
      rows: claims.map(claimRow),
    },
    coverage: { note: 'Each claim’s answer carries its own coverage.', sources: [] },
    counterExamples: [],
    countingRule: { name: context.rule.name, description: context.rule.description },
    sensitivity: claims.flatMap((c, i) =>
      (c.answer?.sensitivity ?? [])
        .filter((s) => s.flips)
        .map((s) => ({ ...s, rule: `claim ${i + 1}: ${s.rule}` })),
    ),
    citations: mergeCitations(claims),
    unknowns: source.reading.document.publishedOn
      ? []
      : ['The text gives no day of publication: its claims are held to the day asked as known on.'],
  }
}

async function checkClaim(
  context: QuestionContext,
  source: { reading: Reading; text: string },
  claim: TextClaim,
): Promise<CheckedClaim> {
  const { kind, exact, start, end, window } = claim
  const told = new Map<string, Recalled>()
  const here = context.apart ? { ...context, apart: { ...context.apart, told } } : context
  const inOneLine = { ...claim, exact: exact.replace(/[\r\n]/g, ' ') }
  const verdict = await checks[kind](makeSetting(here, source, inOneLine)).catch(refuse)
  const rows = textSays(source, claim)
  return {
    ...{ kind, exact, start, end, window },
    ...verdictInWords(context, nameTold(verdict, [...told.values()])),
    textSays: rows.map((row) => rowInWords(context, row)),
  }
}

/** Rows that stand on the text itself are named apart: they are what it says, not evidence that it is so. */
function nameTold(verdict: ClaimVerdict, told: Recalled[]): ClaimVerdict {
  if (told.length === 0) return verdict
  const note = `Also told by this text itself: ${told.length} ${told.length === 1 ? 'row' : 'rows'}, not counted.`
  const named = `${note.slice(0, -1)}: ${told.slice(0, 5).map(labelExchange).join('; ')}.`
  const { answer } = verdict
  return {
    ...verdict,
    reason: `${verdict.reason} ${note}`,
    answer: answer && { ...answer, unknowns: [...answer.unknowns, named] },
  }
}

/** A claim that cannot be asked as it stands (a state nobody knows) is no reason to drop the others. */
function refuse(error: unknown): ClaimVerdict {
  if (error instanceof ChanceryError) return untestable(`It could not be asked: ${error.message}`)
  throw error
}

/** The text's own exchanges in the sentence of the claim, as rows that stand on the text. */
function textSays(source: { reading: Reading; text: string }, claim: TextClaim): AnswerRow[] {
  const sentence = sentenceAround(source.text, claim)
  return source.reading.exchanges.filter((e) => e.evidence.some((q) => overlaps(q, sentence))).map(readingRow)
}

function claimRow(claim: CheckedClaim): AnswerRow {
  const { kind, exact, start, end, verdict, reason, reworded, question } = claim
  return {
    type: 'claim',
    id: `${start}-${end}`,
    label: `${verdict}: “${exact}” ${reason}`,
    date: null,
    confirmed: verdict !== 'untestable',
    citations: [],
    fields: { kind, verdict, reason, reworded, question, start, end },
  }
}

function readingRow(exchange: Exchange): AnswerRow {
  const who =
    exchange.participants
      .map((p) => p.name ?? p.office)
      .filter(Boolean)
      .join(', ') || exchange.states.join(', ')
  return {
    type: 'reading',
    id: exchange.id,
    label: `The text itself says: ${exchange.kind}, ${who}${exchange.host ? `, in ${exchange.host}` : ''}, ${exchange.date ?? 'undated'} (${exchange.status})`,
    date: exchange.date,
    confirmed: false,
    citations: [],
    fields: { ...exchange },
  }
}

function mergeCitations(claims: CheckedClaim[]): Citation[] {
  const merged = new Map<string, Citation>()
  for (const citation of claims.flatMap((claim) => claim.answer?.citations ?? [])) {
    const key = `${citation.documentId ?? citation.url}|${citation.evidence?.start ?? ''}`
    if (!merged.has(key)) merged.set(key, { ...citation, number: merged.size + 1 })
  }
  return [...merged.values()]
}

const readers = new WeakMap<Knowledge, Reader>()
/** The reader over these packs, made once. */
function readerFor(knowledge: Knowledge): Reader {
  const reader = readers.get(knowledge) ?? makeReader({ knowledge, model: loadModel() })
  readers.set(knowledge, reader)
  return reader
}

function readText(
  context: QuestionContext,
  given: z.infer<typeof input>,
): { reading: Reading; text: string } {
  if (!given.text)
    throw new InputError('"check" needs a text or a document.', 'Give --text or --document ID.')
  const publishedOn = given.published ? readDay('published', given.published) : null
  return {
    text: given.text,
    reading: readerFor(context.knowledge).read({
      id: 'text',
      text: given.text,
      title: given.title ?? null,
      publishedOn,
    }),
  }
}

async function recallDocument(
  context: QuestionContext,
  id: string,
): Promise<{ reading: Reading; text: string }> {
  const [row] = await runQuery<{
    text: string
    reading: Reading | null
    title: string | null
    publishedOn: string | null
  }>(
    context,
    (p) =>
      `select text, reading, title, published_on as "publishedOn" from document where id = ${p(id)} and recorded_at <= ${p(context.asKnownOn)}::timestamptz`,
  )
  if (!row)
    throw new NotFoundError(
      `There is no document "${id}" in the record.`,
      'List the documents, or give the text itself.',
    )
  const reading =
    row.reading ??
    readerFor(context.knowledge).read({ id, text: row.text, title: row.title, publishedOn: row.publishedOn })
  return { text: row.text, reading }
}

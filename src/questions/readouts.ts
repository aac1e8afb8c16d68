// Question "readouts": one exchange, each side's readout: what both mention, one only, neither; and what was left out.
import { z } from 'zod'
import { InputError } from '../errors.ts'
import { composeAnswer } from './compose.ts'
import { readState } from './names.ts'
import { certifyOmission, type HeldReadout, recallReadouts, termsOf } from './omission.ts'
import type { Question, QuestionContext } from './question.ts'
import { type Recalled, recallBetween, recallIds } from './recall.ts'
import { judge, sidesOf } from './silence.ts'
import { readWindow, windowOf } from './window.ts'

const input = z.object({
  exchange: z.string().trim().min(1).optional().describe('Id of the exchange; or give states and a day'),
  states: z.string().trim().min(1).optional().describe('The two or more states, commas between'),
  on: z.string().trim().min(1).optional().describe('Day or month of the exchange (EDTF)'),
  topic: z
    .string()
    .trim()
    .min(1)
    .optional()
    .describe('Topic whose absence is to be certified (Korean Peninsula)'),
  side: z.string().trim().min(1).optional().describe('The state said to be silent; default: every side'),
})
type Input = z.infer<typeof input>

export const readouts: Question<typeof input> = {
  name: 'readouts',
  title: 'What each side’s readout says',
  sentence: 'the readouts of exchange {exchange} of {states} on {on}, and whether {side} left out {topic}',
  definition:
    'Lays the readouts held for one exchange (its visit and the meetings inside it) side by side: topics of all sides, of one side only. With a topic it issues an **omission certificate**: the readouts held, the terms tried ' +
    '(the topic’s own words and its variants in the vocabulary), the sentence that comes nearest in each, and who did mention it. Silence has a type for each meeting and side: *covered and silent* (the official text is on record and was read), *not read* (only its topics, its address or a press report is on record), *not covered* (no readout on record). A claim of silence **holds** only where all are covered and silent; one mention makes it fail; otherwise it is untestable and says which are missing.',
  input,
  async ask(context, given) {
    const rows = await findExchanges(context, given)
    const held = await recallReadouts(
      context,
      rows.map((row) => row.id),
    )
    const states = [...new Set(rows.flatMap((row) => row.states))].sort()
    const sides = given.side ? [readState(context, 'side', given.side)] : states
    const missing = states.filter((state) => !held.some((readout) => readout.state === state))
    const terms = given.topic ? termsOf(context.knowledge, given.topic) : []
    const certificate = given.topic ? certifyOmission(held, sides, terms) : null
    const told = certificate ? sidesOf(rows, certificate, sides) : []
    const verdict = certificate ? judge(certificate, given.topic!, told, sides) : undefined
    return composeAnswer(context, {
      question: 'readouts',
      input: { ...given },
      states,
      window: windowOf(rows[0]?.earliest ?? null, rows.at(-1)?.latest ?? null),
      summary: verdict ? verdict.reason : summarize(rows, held, missing),
      rows,
      result: (show, citations) => {
        for (const readout of held) citations.addUrls(readout.exchangeId, readout.url ? [readout.url] : [])
        return {
          exchanges: rows.map(show),
          readouts: held.map(({ text: _text, ...readout }) => readout),
          missing,
          topics: compareTopics(held),
          certificate: certificate && { ...certificate, sides: told },
        }
      },
      chosenFrom: { rows, count: held.length, description: 'readouts on record for this exchange' },
      ...(verdict ? { verdict } : {}),
      unknowns: [
        rows.length === 0 && 'The record holds no such exchange.',
        missing.length > 0 &&
          `No readout on record from ${missing.join(', ')}: what that side said is not known.`,
        held.some((readout) => readout.text === null) &&
          'Of some readouts the record holds the list of topics and the address, not the text: an omission there is an omission of the list.',
        held.some((readout) => !readout.official) &&
          'Some readouts are known from press reports, which may leave out what the official text says.',
      ],
    })
  },
}

async function findExchanges(context: QuestionContext, given: Input): Promise<Recalled[]> {
  if (given.exchange) return withParts(context, await recallIds(context, [given.exchange]))
  if (!given.states || !given.on)
    throw new InputError(
      '"readouts" needs an exchange, or states and a day.',
      'Give --exchange ID, or --states CHN,RUS --on 2024-04-09.',
    )
  const states = given.states.split(',').map((text) => readState(context, 'states', text.trim()))
  return recallBetween(context, states, readWindow(context.knowledge, { since: given.on, until: given.on }))
}

/** The visit's meetings with it, and a meeting's visit: readouts are filed under either. */
async function withParts(context: QuestionContext, rows: Recalled[]): Promise<Recalled[]> {
  const [row] = rows
  if (!row) return []
  const same = await recallBetween(context, row.states, windowOf(row.earliest, row.latest))
  const visitors = new Set(row.participants.filter((p) => p.role === 'visitor').map((p) => p.person))
  return same.filter(
    (other) =>
      other.id === row.id || other.participants.some((p) => p.role === 'visitor' && visitors.has(p.person)),
  )
}

const foldTopic = (topic: string): string => topic.toLowerCase().trim()

function compareTopics(held: HeldReadout[]) {
  const sides = [...new Set(held.map((readout) => readout.state))].sort()
  const topics = new Map<string, Set<string>>()
  for (const readout of held)
    for (const topic of readout.topics)
      topics.set(foldTopic(topic), (topics.get(foldTopic(topic)) ?? new Set()).add(readout.state))
  const list = [...topics].map(([topic, states]) => ({ topic, states: [...states].sort() }))
  return {
    all: list.filter((t) => t.states.length === sides.length && sides.length > 1).map((t) => t.topic),
    some: list.filter((t) => t.states.length < sides.length || sides.length === 1),
  }
}

function summarize(rows: Recalled[], held: HeldReadout[], missing: string[]): string {
  if (rows.length === 0) return 'The record holds no such exchange.'
  const shared = compareTopics(held).all
  return `${held.length} readouts on record from ${[...new Set(held.map((r) => r.state))].join(', ') || 'nobody'}; missing: ${missing.join(', ') || 'none'}; mentioned by every side held: ${shared.join(', ') || 'nothing under one name'}.`
}

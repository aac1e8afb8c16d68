// The language-model reader, off by default: it proposes what a filed document says; a person decides, and until then it counts for nothing.
import { InputError, NotFoundError } from './errors.ts'
import { askFor, type Dropped, readProposed } from './reading/proposed.ts'
import type { Exchange, SourceText } from './reading/reading.ts'
import type { Database } from './record/database.ts'
import { edtfDays } from './record/days.ts'
import type { ListedExchange } from './record/listing.ts'
import { proposeExchange } from './record/proposals.ts'
import { findDocument } from './record/shelf.ts'
import { askModel, type ModelSettings } from './sources/completion.ts'

/** What came of asking. */
export interface Suggested {
  /** Exchanges that wait for a person. */
  proposed: string[]
  /** How many the record has from this document already. */
  known: number
  /** What was thrown away, and why. */
  dropped: Dropped[]
}

/** Has the model read a text. Throws SourceError. */
export const readByModel = async (settings: ModelSettings, source: SourceText) =>
  readProposed(source.text, await askModel(settings, askFor(source)))

/** Asks the model about a filed document and puts what is new into the review queue. Throws InputError when no model is set up, NotFoundError, SourceError. */
export async function suggestFrom(
  database: Database,
  settings: ModelSettings | null,
  id: string,
): Promise<Suggested> {
  if (!settings)
    throw new InputError(
      'No language model is set up',
      'Set CHANCERY_MODEL_URL to an OpenAI-compatible endpoint (and CHANCERY_MODEL, CHANCERY_MODEL_KEY).',
    )
  const document = await findDocument(database, id)
  if (!document)
    throw new NotFoundError(`The record holds no document "${id}"`, 'Look for it in /api/documents.')
  const { text, title, publishedOn, publisher } = document
  const { exchanges, dropped } = await readByModel(settings, { id, text, title, publishedOn, publisher })
  const fresh = exchanges.filter((one) => !document.exchanges.some((held) => isSame(one, held)))
  const proposed: string[] = []
  for (const one of fresh) {
    const { exchange, waiting } = await proposeExchange(database, missedOf(one), groundsOf(one, id, settings))
    if (waiting) proposed.push(exchange)
  }
  return { proposed, known: exchanges.length - fresh.length, dropped }
}

/** Whether the record has it from this document: the same kind, states that are among the other's, days that touch. */
function isSame(one: Exchange, held: ListedExchange): boolean {
  const [mine, theirs] = [edtfDays(one.date), edtfDays(held.occurredOn)]
  const apart =
    (mine.latest ?? '9999') < (theirs.earliest ?? '0000') ||
    (theirs.latest ?? '9999') < (mine.earliest ?? '0000')
  const within = (a: string[], b: string[]): boolean => a.every((state) => b.includes(state))
  return (
    one.kind === held.kind && !apart && (within(one.states, held.states) || within(held.states, one.states))
  )
}

const missedOf = ({ kind, status, date, place, host, states, participants }: Exchange) => ({
  ...{ kind, status, date, place, host, states },
  participants: participants.map(({ name, state, role }) => ({ person: null, name, state, role })),
})

const groundsOf = (one: Exchange, document: string, { model }: ModelSettings) => ({
  by: 'model' as const,
  name: model.replace(/\p{C}/gu, '').slice(0, 100),
  reason: 'Read by a language model.',
  document,
  quote: one.evidence[0]!.exact,
})

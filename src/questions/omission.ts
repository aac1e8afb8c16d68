// The omission certificate: readouts held, terms tried, the nearest sentence, who did mention it.
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { QuestionContext } from './question.ts'
import { runQuery } from './recall.ts'

export interface HeldReadout {
  exchangeId: string
  state: string
  documentId: string | null
  url: string | null
  publisher: string | null
  official: boolean
  topics: string[]
  /** null where only topics and address are held. */
  text: string | null
}

/**
 * Why nothing is seen, for one exchange and one side: `not covered` (no readout on record), `not read` (one is known, but only its topics,
 * its address or a press report of it), `covered and silent` (the official text was read), or `mentioned`.
 */
export type Silence = 'mentioned' | 'covered and silent' | 'not read' | 'not covered'

export interface Certificate {
  terms: string[]
  held: {
    exchangeId: string
    state: string
    publisher: string | null
    official: boolean
    whole: boolean
    mention: string | null
    nearest: string | null
  }[]
  /** Sides that do mention it. */
  mentionedBy: string[]
}

/** Readouts listed for these exchanges, and filed documents of a side that report them. */
export async function recallReadouts(context: QuestionContext, exchanges: string[]): Promise<HeldReadout[]> {
  const held = await runQuery<HeldReadout>(
    context,
    (p) => `
    select r.exchange_id as "exchangeId", r.state, r.document_id as "documentId", r.url, r.publisher, r.official, r.topics, d.text
    from readout r left join document d on d.id = r.document_id
    where r.exchange_id = any(${p(exchanges)}::text[]) and r.recorded_at <= ${p(context.asKnownOn)}::timestamptz
    union all
    select c.exchange_id, d.side_state, d.id, d.url, d.publisher, true, coalesce(
      (select array_agg(distinct t) from statement s, unnest(s.topics) t where s.document_id = d.id), '{}'), d.text
    from (select distinct exchange_id, document_id from exchange_claim where exchange_id = any(${p(exchanges)}::text[])
      and recorded_at <= ${p(context.asKnownOn)}::timestamptz and retracted_at > ${p(context.asKnownOn)}::timestamptz) c
    join document d on d.id = c.document_id
    where d.side_state is not null and d.genre in ('readout', 'communique', 'press-briefing')
      and not exists (select from readout r where r.exchange_id = c.exchange_id and r.document_id = d.id)
    order by 1, 2, 4`,
  )
  return held.filter(
    ({ documentId }) => documentId === null || !context.apart?.documents.includes(documentId),
  )
}

const plainWords = /^(the|a|an|of|on|in|and|issues?|matters?|questions?|situation|affairs?|topics?)$/

/** The topic's own wording and, where the vocabulary knows it, its variants: "Korean Peninsula issues" → "korean peninsula", … */
export function termsOf(knowledge: Knowledge, topic: string): string[] {
  const fold = topic.toLowerCase()
  const own = fold
    .split(/\s+/)
    .filter((word) => !plainWords.test(word))
    .join(' ')
  const listed = knowledge.lexicon.topics.filter((entry) =>
    [entry.topic, ...entry.variants].some(
      (name) => own.includes(name.toLowerCase()) || name.toLowerCase().includes(own),
    ),
  )
  return [
    ...new Set(
      [own, ...listed.flatMap((entry) => [entry.topic, ...entry.variants])]
        .map((term) => term.toLowerCase())
        .filter(Boolean),
    ),
  ]
}

/** Tries the terms on every readout held. */
export function certifyOmission(held: HeldReadout[], sides: string[], terms: string[]): Certificate {
  const tried = held.map((readout) => {
    const passages =
      readout.text === null ? readout.topics : readout.text.split(/(?<=[.!?。”"])\s+|\n+/).filter(Boolean)
    const mention = passages.find((passage) => terms.some((term) => hasTerm(passage, term))) ?? null
    return {
      exchangeId: readout.exchangeId,
      state: readout.state,
      publisher: readout.publisher,
      official: readout.official,
      whole: readout.text !== null,
      mention,
      nearest: mention ?? nearestPassage(passages, terms),
    }
  })
  const mentionedBy = [
    ...new Set(tried.filter((t) => t.mention && !sides.includes(t.state)).map((t) => t.state)),
  ].sort()
  return { terms, held: tried, mentionedBy }
}

/** What the readouts tried show of one exchange and one side. */
export function silenceOf(certificate: Certificate, exchange: string, side: string): Silence {
  const tried = certificate.held.filter((h) => h.exchangeId === exchange && h.state === side)
  if (tried.some((h) => h.mention)) return 'mentioned'
  if (tried.some((h) => h.whole && h.official)) return 'covered and silent'
  return tried.length > 0 ? 'not read' : 'not covered'
}

/** Whole words in order, with a plural or genitive ending allowed on each. */
function hasTerm(passage: string, term: string): boolean {
  const words = term
    .split(/[\s-]+/)
    .map((word) => `${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?:[’']?s)?`)
  return new RegExp(`(?<![\\p{L}\\d])${words.join('[\\s-]+')}(?![\\p{L}\\d])`, 'iu').test(passage)
}

/** The passage that shares most words with the terms; null when none shares any. */
function nearestPassage(passages: string[], terms: string[]): string | null {
  const wanted = new Set(terms.flatMap((term) => term.split(/\s+/)).filter((word) => word.length > 3))
  const score = (passage: string): number =>
    (passage.toLowerCase().match(/[\p{L}\d]+/gu) ?? []).filter((word) => wanted.has(word)).length
  const [best] = passages.map((passage) => [score(passage), passage] as const).sort((a, b) => b[0] - a[0])
  return best && best[0] > 0 ? best[1] : null
}

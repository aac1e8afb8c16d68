// The sentences an answer stands on: for each exchange its filed documents with their words, and the URLs its rows came from.
import type { Evidence } from '../record/evidence.ts'
import type { Citation } from './answer.ts'
import type { QuestionContext } from './question.ts'
import { runQuery } from './recall.ts'

interface Source {
  subject: string
  documentId: string | null
  title: string | null
  publisher: string | null
  url: string | null
  publishedOn: string | null
  evidence: Evidence | null
}

/** Numbers sources in the order they are first cited; one source has one number. */
export class Citations {
  readonly list: Citation[] = []
  private readonly numbers = new Map<string, number>()
  private readonly bySubject = new Map<string, number[]>()

  /** Numbers of what `subject` (an exchange id, a membership …) stands on. */
  of(subject: string): number[] {
    return this.bySubject.get(subject) ?? []
  }

  add({ subject, ...source }: Source): number {
    const key = JSON.stringify([source.documentId ?? source.url, source.evidence?.start ?? null])
    const number = this.numbers.get(key) ?? this.list.push({ number: this.list.length + 1, ...source })
    this.numbers.set(key, number)
    const numbers = this.of(subject)
    if (!numbers.includes(number)) this.bySubject.set(subject, [...numbers, number])
    return number
  }

  /** Cites bare URLs, as packs carry them. */
  addUrls(subject: string, urls: string[]): void {
    for (const url of urls) {
      this.add({
        subject,
        documentId: null,
        title: null,
        publisher: hostOf(url),
        url,
        publishedOn: null,
        evidence: null,
      })
    }
  }
}

/** "https://www.example.org/a" → "example.org"; the text itself when it is no URL. */
// => hostOf('https://www.example.org/a') === 'example.org'
export function hostOf(url: string): string {
  return /^https?:\/\/(?:www\.)?([^/:]+)/.exec(url)?.[1] ?? url
}

/** Cites everything the record holds for these exchanges, as known on the day asked, numbered in the order of `ids`. */
export async function citeExchanges(context: QuestionContext, ids: string[]): Promise<Citations> {
  const citations = new Citations()
  if (ids.length === 0) return citations
  const order = new Map(ids.map((id, i) => [id, i]))
  const apart = context.apart?.documents ?? []
  const sources = (await recallSources(context, ids)).filter(
    ({ documentId }) => documentId === null || !apart.includes(documentId),
  )
  sources.sort((a, b) => order.get(a.subject)! - order.get(b.subject)!)
  for (const source of sources) citations.add(source)
  return citations
}

/** One row a source of an exchange: where a document asserts many values, the words that say what kind of exchange it was. */
const recallSources = (context: QuestionContext, ids: string[]): Promise<Source[]> =>
  runQuery(
    context,
    (p) => `
    select distinct on (c.exchange_id, coalesce(c.document_id, c.source_url))
      c.exchange_id as subject, c.document_id as "documentId", d.title,
      coalesce(d.publisher, substring(c.source_url from '^https?://(?:www\\.)?([^/:]+)')) as publisher,
      coalesce(d.url, c.source_url) as url, d.published_on as "publishedOn", c.evidence
    from exchange_claim c left join document d on d.id = c.document_id
    where c.exchange_id = any(${p(ids)}::text[]) and c.recorded_at <= ${p(context.asKnownOn)}::timestamptz
      and c.retracted_at > ${p(context.asKnownOn)}::timestamptz and c.status in ('accepted', 'proposed')
      and (c.document_id is not null or c.source_url is not null)
    order by c.exchange_id, coalesce(c.document_id, c.source_url), (c.property = 'kind') desc, c.id`,
  )

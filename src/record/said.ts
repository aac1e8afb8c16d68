// What officials said, what the author claims, and which side's readout of what a document is.
import type { Genre, Reading, Statement } from '../reading/reading.ts'
import type { Asserting } from './asserted.ts'
import { contentId, insertRows } from './columns.ts'
import type { Database } from './database.ts'
import { edtfDays } from './days.ts'
import { makeEvidence } from './evidencing.ts'
import type { MatchedReading } from './matching.ts'
import type { NewDocument } from './written.ts'

/** A reading of a document, set against the record. */
export interface SaidIn {
  reading: Reading
  matched: MatchedReading
  document: NewDocument
  source: Asserting
}

/** Statements, the authors' claims, and which side's readouts of what the documents are. */
export async function fileSaid(database: Database, said: SaidIn[]): Promise<void> {
  await insertRows(database, 'statement', said.flatMap(statementsOf), 'on conflict do nothing')
  await insertRows(database, 'text_claim', said.flatMap(textClaimsOf), 'on conflict do nothing')
  await insertRows(
    database,
    'readout',
    said.flatMap(readoutsOf),
    'on conflict (exchange_id, id) do update set topics = excluded.topics',
  )
}

/** Statements with their speakers as the record knows them; one whose words are not at their place is left out. */
const statementsOf = ({ reading, matched, source }: SaidIn): object[] =>
  reading.statements.flatMap((statement) => {
    const evidence = makeEvidence(source, { start: statement.start, end: statement.end })
    if (!evidence) return []
    const exchange = occasionOf(statement, matched)
    return [
      {
        id: contentId(
          'statement',
          source.documentId,
          source.reader,
          statement.start,
          statement.end,
          source.at,
        ),
        document_id: source.documentId,
        exchange_id: exchange?.exchange ?? null,
        speaker: statement.speaker,
        person_id: matched.personOf(statement.speaker, statement.state, statement.person),
        state: statement.state,
        office: statement.office,
        quote: statement.quote,
        direct: statement.direct,
        evidence,
        topics: statement.topics,
        phrases: statement.phrases,
        said_on: edtfDays(exchange?.reading.date).earliest ?? source.publishedOn,
        recorded_at: source.at,
        retracted_at: 'infinity',
      },
    ]
  })

/** The exchange it was said at: one the speaker took part in and the text spoke of last before it; null when none. */
function occasionOf(
  statement: Statement,
  matched: MatchedReading,
): MatchedReading['exchanges'][number] | null {
  const speaker = matched.personOf(statement.speaker, statement.state, statement.person)
  const near = matched.exchanges
    .filter(({ participants }) =>
      participants.some(({ participant, match }) =>
        speaker
          ? match?.person === speaker
          : participant.name !== null && participant.name === statement.speaker,
      ),
    )
    .map((exchange) => ({ exchange, distance: distanceTo(statement.start, exchange.reading.evidence) }))
    .sort((a, b) => a.distance - b.distance)
  return near[0]?.exchange ?? null
}

/** Characters back to the nearest mention; a mention after it counts double. */
const distanceTo = (start: number, evidence: { start: number }[]): number =>
  Math.min(
    Number.MAX_SAFE_INTEGER,
    ...evidence.map((e) => (e.start <= start ? start - e.start : 2 * (e.start - start))),
  )

/** The author's claims, each at its place. */
const textClaimsOf = ({ reading, source }: SaidIn): object[] =>
  reading.claims.flatMap((claim) => {
    const evidence = makeEvidence(source, claim)
    if (!evidence) return []
    return [
      {
        id: contentId(
          'text-claim',
          source.documentId,
          source.reader,
          claim.kind,
          claim.start,
          claim.end,
          source.at,
        ),
        document_id: source.documentId,
        kind: claim.kind,
        claim,
        evidence,
        recorded_at: source.at,
        retracted_at: 'infinity',
      },
    ]
  })

const readoutGenres = new Set<Genre | null>(['readout', 'communique', 'announcement'])

/** An official text of one side is that side's readout of the exchanges it reports, with the topics its statements have. */
function readoutsOf({ reading, matched, document, source }: SaidIn): object[] {
  if (!readoutGenres.has(document.genre) || !source.side) return []
  const topics = [...new Set(reading.statements.flatMap((statement) => statement.topics))].sort()
  const reported = new Set(
    matched.exchanges
      .filter(({ reading: r }) => r.status === 'occurred' && r.states.includes(source.side!))
      .map(({ exchange }) => exchange),
  )
  return [...reported].map((exchange) => ({
    id: contentId('readout', exchange, source.side, source.documentId),
    exchange_id: exchange,
    state: source.side,
    document_id: source.documentId,
    url: document.url,
    publisher: document.publisher,
    official: true,
    topics,
    recorded_at: source.at,
  }))
}

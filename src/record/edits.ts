// What changed at the source after it was filed, and evidence that no longer stands where it did.
import type { Database } from './database.ts'
import type { Evidence } from './evidence.ts'
import { standingOf } from './evidencing.ts'

/** One address whose text was changed without saying so. Sentences as they stand in each. */
export interface SilentEdit {
  url: string
  before: { documentId: string; recordedAt: string }
  after: { documentId: string; recordedAt: string }
  removed: string[]
  added: string[]
}

interface Version {
  url: string
  id: string
  recorded_at: string
  text: string
}

/** Addresses retrieved more than once with another text, newest first: each against the one before it. */
export async function listSilentEdits(database: Database, limit = 50): Promise<SilentEdit[]> {
  const versions = await database.query<Version>(
    `select url, id, recorded_at, text from document where url in (
       select url from document where url is not null group by url having count(distinct text_hash) > 1 order by max(recorded_at) desc limit $1
     ) order by url, recorded_at`,
    [limit],
  )
  return editsBetween(versions).sort((a, b) => (a.after.recordedAt < b.after.recordedAt ? 1 : -1))
}

/** The same for the address of one document, oldest first. */
export const listEditsOf = async (database: Database, documentId: string): Promise<SilentEdit[]> =>
  editsBetween(
    await database.query<Version>(
      `select url, id, recorded_at, text from document
       where url = (select url from document where id = $1) order by recorded_at`,
      [documentId],
    ),
  )

/** Each version against the one before it at the same address. */
const editsBetween = (versions: Version[]): SilentEdit[] =>
  versions.slice(1).flatMap((after, i) => {
    const before = versions[i]!
    return before.url === after.url && before.text !== after.text ? [compareVersions(before, after)] : []
  })

function compareVersions(before: Version, after: Version): SilentEdit {
  const [old, now] = [sentencesOf(before.text), sentencesOf(after.text)]
  const [inOld, inNow] = [new Set(old), new Set(now)]
  return {
    url: after.url,
    before: { documentId: before.id, recordedAt: before.recorded_at },
    after: { documentId: after.id, recordedAt: after.recorded_at },
    removed: old.filter((sentence) => !inNow.has(sentence)),
    added: now.filter((sentence) => !inOld.has(sentence)),
  }
}

const sentencesOf = (text: string): string[] =>
  text
    .split(/\n+|(?<=[.!?]["”’]?)\s+/)
    .map((sentence) => sentence.trim())
    .filter(Boolean)

/** Evidence whose words are no longer at their place. */
export interface Orphan {
  table: 'exchange_claim' | 'statement' | 'text_claim'
  id: string
  documentId: string
  evidence: Evidence
}

/** Checks every standing piece of evidence against its document, some hundred documents at a time. */
export async function findOrphans(database: Database): Promise<Orphan[]> {
  const orphans: Orphan[] = []
  for (let after = ''; ; ) {
    const documents = await database.query<{ id: string; text: string; text_hash: string }>(
      'select id, text, text_hash from document where id > $1 order by id limit 200',
      [after],
    )
    if (documents.length === 0) return orphans
    const texts = new Map(documents.map((d) => [d.id, { text: d.text, textHash: d.text_hash }]))
    for (const row of await evidenceOf(database, [...texts.keys()])) {
      if (standingOf(row.evidence, texts.get(row.documentId) ?? null) === 'orphaned') orphans.push(row)
    }
    after = documents.at(-1)!.id
  }
}

const evidenceOf = (database: Database, documents: string[]): Promise<Orphan[]> =>
  database.query<Orphan>(
    ['exchange_claim', 'statement', 'text_claim']
      .map(
        (table) => `select '${table}' as table, id, document_id as "documentId", evidence from ${table}
          where document_id = any($1::text[]) and evidence is not null and retracted_at = 'infinity'`,
      )
      .join(' union all '),
    [documents],
  )

// Looks the record over: the engine, evidence whose words are not where it says, claims and readouts that hang in the air.
import type { Database } from './database.ts'
import { findOrphans } from './edits.ts'

export interface Soundness {
  engine: string
  bytes: number
  /** Evidence looked at, and how much of it no longer stands in its document, with examples. */
  evidence: { checked: number; orphaned: number; examples: string[] }
  /** Rows that point at what is not there, by what they are. */
  dangling: Record<string, number>
}

/** Reads the whole record once, document by document: memory stays flat. */
export async function checkSoundness(database: Database): Promise<Soundness> {
  const [engine] = await database.query<{ version: string; bytes: number }>(
    `select current_setting('server_version') as version, pg_database_size(current_database())::float8 as bytes`,
  )
  return {
    engine: `PostgreSQL ${engine!.version}`,
    bytes: engine!.bytes,
    evidence: await checkEvidence(database),
    dangling: await countDangling(database),
  }
}

async function checkEvidence(database: Database): Promise<Soundness['evidence']> {
  const [counted] = await database.query<{ checked: number }>(
    `select (select count(*) from exchange_claim where evidence is not null and document_id is not null and retracted_at = 'infinity')::int
       + (select count(*) from statement where retracted_at = 'infinity')::int + (select count(*) from text_claim where retracted_at = 'infinity')::int as checked`,
  )
  const orphans = await findOrphans(database)
  const examples = orphans.slice(0, 5).map(({ table, id }) => `${table} ${id}`)
  return { checked: counted!.checked, orphaned: orphans.length, examples }
}

async function countDangling(database: Database): Promise<Record<string, number>> {
  const [counts] = await database.query<Record<string, number>>(
    `select
       (select count(*)::int from exchange_claim c where document_id is not null and not exists (select 1 from document d where d.id = c.document_id)) as "claims without their document",
       (select count(*)::int from participant p where person_id is not null and known_to = 'infinity' and not exists (select 1 from person q where q.id = p.person_id)) as "participants without their person",
       (select count(*)::int from participant p where known_to = 'infinity' and not exists (select 1 from exchange e where e.id = p.exchange_id and e.known_from = p.known_from)) as "participants without their exchange",
       (select count(*)::int from exchange e where part_of is not null and known_to = 'infinity' and not exists (select 1 from exchange w where w.id = e.part_of and w.known_to = 'infinity')) as "parts without their whole",
       (select count(*)::int from (select id from exchange where known_to = 'infinity' group by id having count(*) > 1) twice) as "exchanges shown twice"`,
  )
  return counts!
}

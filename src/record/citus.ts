// How the record's tables are laid over the nodes of a Citus cluster, as data, and the statements that lay them so.
import { RecordError } from '../errors.ts'
import type { Database } from './database.ts'

/** A table whole on every node ('reference'), cut by a column ('distributed', beside the others of its `with`), or left with the coordinator. */
export type Layout =
  | { table: string; lies: 'reference' | 'coordinator' }
  | { table: string; lies: 'distributed'; by: string; with: string | null }

const distributed = (by: string, tables: string[]): Layout[] =>
  tables.map((table, i) => ({ table, lies: 'distributed', by, with: i === 0 ? null : tables[0]! }))

/**
 * What is asked together lies together: an exchange with its participants, claims, readouts and reviews; a document with its bytes, what was
 * said in it and claimed. Every key of a distributed table has its column in it, as Citus wants.
 */
export const layout: Layout[] = [
  ...[
    'state',
    'organization',
    'membership',
    'membership_past',
    'office',
    'tenure',
    'tenure_past',
    'coverage',
  ].map((table): Layout => ({ table, lies: 'reference' })),
  // Looked up by name with every filing, joined with every participant, a thousandth of the rest.
  ...['person', 'person_name', 'closed_exchange'].map((table): Layout => ({ table, lies: 'reference' })),
  ...distributed('id', ['exchange']),
  ...['participant', 'pair', 'exchange_claim', 'readout', 'review'].map(
    (table): Layout => ({ table, lies: 'distributed', by: 'exchange_id', with: 'exchange' }),
  ),
  ...distributed('id', ['document']),
  ...['snapshot', 'statement', 'text_claim'].map(
    (table): Layout => ({ table, lies: 'distributed', by: 'document_id', with: 'document' }),
  ),
  ...distributed('hash', ['document_run']),
  // Cut by pair of states would pile the great powers on one node; a day has many pairs.
  ...distributed('occurred_on', ['coded_event']),
  ...[
    'account', 'audit', 'firing', 'judgement', 'ledger', 'pack', 'queued', 'record_clock', 'retrieval',
    'schema_migration', 'session', 'sign_on', 'source', 'token', 'watch',
  ].map((table): Layout => ({ table, lies: 'coordinator' })), // biome-ignore format: a list
]

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** The statements, reference tables first: a distributed table may only be joined with what is there. */
export const citusStatements = (): string[] =>
  layout
    .filter(({ lies }) => lies !== 'coordinator')
    .map((one) =>
      one.lies === 'distributed'
        ? `select create_distributed_table(${quoted(one.table)}, ${quoted(one.by)}${one.with ? `, colocate_with => ${quoted(one.with)}` : ''})`
        : `select create_reference_table(${quoted(one.table)})`,
    )

// Triggers on distributed tables run on the nodes, where they may touch what lies beside them or is whole everywhere.
const setup = 'set local citus.enable_unsafe_triggers to on'

/** Distributes the tables of a record on a coordinator, those that are not yet. Throws RecordError where Citus is not. Returns their names. */
export async function distribute(database: Database): Promise<string[]> {
  const [found] = await database.query<{ version: string | null }>(
    `select (select extversion from pg_extension where extname = 'citus') as version`,
  )
  if (!found?.version)
    throw new RecordError(
      database.engine === 'embedded'
        ? 'An embedded record has no nodes to lie on'
        : 'The PostgreSQL server of this record has no Citus extension',
      'Install Citus on every node, preload it, run "create extension citus" and add the nodes: docs/13-outgrowing.md.',
    )
  return database.transaction(async (inner) => {
    await inner.query(setup)
    const there = await inner.query<{ name: string }>(
      'select logicalrelid::text as name from pg_dist_partition',
    )
    const missing = layout.filter(
      ({ table, lies }) => lies !== 'coordinator' && !there.some(({ name }) => name === table),
    )
    const names = new Set(missing.map(({ table }) => table))
    const tables = layout.filter(({ lies }) => lies !== 'coordinator')
    for (const [i, statement] of citusStatements().entries())
      if (names.has(tables[i]!.table)) await inner.query(statement)
    return [...names]
  })
}

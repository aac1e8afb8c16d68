// A backup of another record merged into one that holds something already: rows by their ids, nothing of this one's overwritten.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BundleCounts, holdsAnything, restoreRecord } from './bundle.ts'
import { linkContained } from './containment.ts'
import type { Database } from './database.ts'
import { noteInLedger } from './ledger.ts'
import { mergeClaims } from './mergingclaims.ts'
import {
  addRows,
  findTwins,
  heldRows,
  keyOf,
  lose,
  type MergeOutcome,
  type Merging,
  type Row,
  rowsOf,
  type Table,
  tellHeld,
} from './mergingrows.ts'
import { openRecord } from './open.ts'
import { refreshExchanges, takeInstant } from './versions.ts'

export interface MergeOptions {
  actor: string
  /** Name of the backup, for the ledger. */
  file: string
  dryRun: boolean
}

/**
 * Merges the backup at `path`, all or none. Claims and their retractions are only ever added, so that two records merged into each
 * other say the same; a row held here with other values stays and is told. Into an empty record: a restore.
 * Throws InputError for a damaged backup or one of a newer program.
 */
export async function mergeBackup(
  into: Database,
  path: string,
  options: MergeOptions,
): Promise<MergeOutcome> {
  const empty = !(await holdsAnything(into))
  if (empty && !options.dryRun) return restored(await restoreRecord(into, path))
  const folder = await mkdtemp(join(tmpdir(), 'chancery-merge-'))
  try {
    const from = await openRecord(join(folder, 'record'), { template: false })
    try {
      const counts = await restoreRecord(from, path)
      return empty ? restored(counts) : await mergeRecord(into, from, options)
    } finally {
      await from.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const emptyOutcome = (): MergeOutcome => ({
  restored: false,
  tables: {},
  retracted: 0,
  exchanges: 0,
  problems: [],
  lost: {},
})

const restored = (counts: BundleCounts): MergeOutcome => ({
  ...emptyOutcome(),
  restored: true,
  exchanges: counts.exchange ?? 0,
  tables: Object.fromEntries(
    Object.entries(counts).map(([table, rows]) => [table, { rows, added: rows, held: 0, differ: 0 }]),
  ),
})

class Undone extends Error {}

/** Merges another record of this program's schema. */
export async function mergeRecord(
  into: Database,
  from: Database,
  { actor, file, dryRun }: MergeOptions,
): Promise<MergeOutcome> {
  const outcome = emptyOutcome()
  const work = async (inner: Database): Promise<void> => {
    const at = await takeInstant(inner)
    const held = await inner.query<{ id: string }>('select id from document')
    const ours = new Set(held.map(({ id }) => id))
    await mergeAll({ into: inner, from, at, ours, twins: new Map(), touched: new Set(), outcome })
    const { problems: _, ...detail } = outcome
    await noteInLedger(inner, { at, actor, action: 'merge', subject: file, detail })
    if (dryRun) throw new Undone('a dry run')
  }
  await into.transaction(work).catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error
  })
  return outcome
}

async function mergeAll(merging: Merging): Promise<void> {
  const { into, touched, at, outcome } = merging
  for (const table of plainTables) await mergeTable(merging, table)
  await mergeClaims(merging)
  for (const table of tablesOfExchanges) await mergeTable(merging, table)
  const shown = await refreshExchanges(into, [...touched], at)
  await linkContained(into, shown, at)
  outcome.exchanges = shown.length
  await tellLost(merging)
}

const plainTables: Table[] = [
  { name: 'state', key: ['id'] },
  { name: 'organization', key: ['id'] },
  { name: 'office', key: ['id'] },
  { name: 'person', key: ['id'] },
  { name: 'person_name', key: ['person_id', 'folded', 'kind'] },
  { name: 'tenure', key: ['id'], where: "minted_by <> 'pack'" },
  { name: 'document', key: ['id'] },
  { name: 'snapshot', key: ['document_id', 'id'] },
  { name: 'document_run', key: ['hash', 'document_id'] },
  { name: 'retrieval', key: ['url'] },
  { name: 'coded_event', key: ['occurred_on', 'source', 'id'] },
]
const tablesOfExchanges: Table[] = [
  { name: 'statement', key: ['document_id', 'id'], readHere: true, exchange: 'exchange_id' },
  { name: 'text_claim', key: ['document_id', 'id'], readHere: true },
  { name: 'readout', key: ['exchange_id', 'id'], readHere: true, exchange: 'exchange_id' },
  { name: 'review', key: ['exchange_id', 'id'], exchange: 'exchange_id' },
  { name: 'judgement', key: ['id'] },
  { name: 'coverage', key: ['id'], where: "minted_by <> 'pack'" },
]

async function mergeTable(merging: Merging, table: Table): Promise<void> {
  const { into, from, ours, outcome } = merging
  const { name, key, readHere, exchange } = table
  outcome.tables[name] = { rows: 0, added: 0, held: 0, differ: 0 }
  for await (const found of rowsOf(from, table)) {
    if (exchange)
      await findTwins(
        merging,
        found.map((row) => row[exchange] as string | null),
      )
    const rows = found.map((row) => (exchange ? twinned(merging, row, exchange) : row))
    const held = await heldRows(into, name, key, rows)
    const fresh: Row[] = []
    outcome.tables[name].rows += rows.length
    for (const row of rows) {
      const here = held.get(keyOf(row, key))
      if (here) tellHeld(outcome, table, here, row)
      else if (readHere && ours.has(row.document_id as string))
        lose(outcome, 'readings of documents that this record has read itself')
      else fresh.push(row)
    }
    await addRows(merging, name, fresh)
  }
}

const twinned = ({ twins }: Merging, row: Row, column: string): Row => {
  const id = row[column] as string | null
  return id === null || !twins.has(id) ? row : { ...row, [column]: twins.get(id) }
}

/** Tables that stay with the installation they are of, and history that would change what this record knew. */
const left: [string, string][] = [
  ...['account', 'session', 'token', 'sign_on', 'audit', 'ledger', 'queued', 'watch', 'firing', 'source'].map(
    (name): [string, string] => [name, `select count(*)::int as n from ${name}`],
  ),
  ['former versions of exchanges', `select count(*)::int as n from exchange where known_to <> 'infinity'`],
  [
    'former versions of tenures and memberships',
    'select (select count(*) from tenure_past)::int + (select count(*) from membership_past)::int as n',
  ],
]

async function tellLost({ from, outcome }: Merging): Promise<void> {
  for (const [what, sql] of left) {
    const [row] = await from.query<{ n: number }>(sql)
    lose(outcome, what, row!.n)
  }
}

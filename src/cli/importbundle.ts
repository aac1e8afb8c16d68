// `chancery import bundle FILE`: a backup of another record merged into this one.
import { access } from 'node:fs/promises'
import { basename } from 'node:path'
import pc from 'picocolors'
import { InputError } from '../errors.ts'
import { mergeBackup } from '../record/merging.ts'
import type { MergeOutcome } from '../record/mergingrows.ts'
import { recordLocation } from '../record/open.ts'
import { openContext } from './connect.ts'
import { print, printJson } from './output.ts'
import { drawTable } from './table.ts'

export const bundleFormat = {
  name: 'bundle',
  title: 'Chancery’s own backup, merged by ids (into an empty record: restored)',
}

interface Given {
  database?: string | undefined
  dryRun: boolean
  json: boolean
}

/** Merges, or says what a merge would do. Exit code 1 where rows differ from those held. */
export async function importBundle(path: string, { database: flag, dryRun, json }: Given): Promise<void> {
  await access(path).catch((error: unknown) => {
    throw new InputError(`${path} is not there or may not be read`, 'Give the path of a backup.', error)
  })
  const { database } = await openContext(recordLocation(flag))
  try {
    const done = await mergeBackup(database, path, { actor: 'import', file: basename(path), dryRun })
    if (done.problems.length > 0) process.exitCode = 1
    await (json ? printJson({ dryRun, ...done }) : print(draw(done, dryRun)))
  } finally {
    await database.close()
  }
}

function draw(
  { restored, tables, retracted, exchanges, problems, lost }: MergeOutcome,
  dryRun: boolean,
): string {
  const rows = Object.entries(tables).filter(([, { rows }]) => rows > 0)
  const did = restored
    ? 'The record held nothing: restored from the backup.'
    : `${exchanges} exchanges shown anew; ${retracted} claims taken back there are taken back here.`
  return [
    dryRun ? `A dry run, nothing was changed. ${did}` : did,
    drawTable(
      ['table', 'rows', 'added', 'held', 'differ'],
      rows.map(([name, { rows, added, held, differ }]) => [name, ...[rows, added, held, differ].map(String)]),
    ),
    ...problems.slice(0, 20).map(({ table, id, message }) => `${pc.red(`${table} ${id}`)}  ${message}`),
    ...Object.entries(lost).map(([what, n]) => `${pc.yellow('not carried')}  ${what} (${n} rows)`),
  ].join('\n')
}

// `chancery import FORMAT PATH`: other people's data, row by row, each with its source row.
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import pc from 'picocolors'
import { InputError } from '../errors.ts'
import { codedFormats } from '../formats/machinecoded.ts'
import type { Imported } from '../http/imports.ts'
import { decodeText, refuseBinary } from '../sources/charset.ts'
import type { GivenFor } from './arguments.ts'
import { type Connection, connect } from './connect.ts'
import { bundleFormat, importBundle } from './importbundle.ts'
import { importCoded } from './importcoded.ts'
import { print, printJson } from './output.ts'
import { drawTable } from './table.ts'
import { tellFirings } from './watching.ts'

/** Imports a file, or lists the formats when none is named. Exit code 1 when rows could not be read. */
export async function importRecord(given: GivenFor<'import'>): Promise<void> {
  if (given.format && !given.path)
    throw new InputError('No file was named', 'Write chancery import FORMAT PATH.')
  const coded = codedFormats.find(({ name }) => name === given.format?.toLowerCase())
  if (coded && given.path) return importCoded(coded, given.path, given)
  if (given.path && given.format?.toLowerCase() === bundleFormat.name) return importBundle(given.path, given)
  const connection = await connect(given.database)
  try {
    await (given.format && given.path
      ? importFile(connection, given.format, given.path, given)
      : listFormats(connection, given.json))
  } finally {
    await connection.close()
  }
}

async function listFormats(connection: Connection, json: boolean): Promise<void> {
  const found = await connection.call<{ name: string; title: string }[]>('GET', '/api/imports')
  const formats = [...found, ...codedFormats.map(({ name, title }) => ({ name, title })), bundleFormat]
  if (json) return printJson(formats)
  await print(
    drawTable(
      ['format', 'reads'],
      formats.map(({ name, title }) => [pc.cyan(name), title]),
    ),
  )
}

async function importFile(
  connection: Connection,
  format: string,
  path: string,
  given: GivenFor<'import'>,
): Promise<void> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new InputError(`${path} cannot be read`, 'Check the path.', error)
  })
  refuseBinary(bytes, path)
  const body = {
    text: decodeText(bytes).text,
    file: basename(path),
    dryRun: given.dryRun,
    ...mappingOf(given.map),
  }
  const done = await connection.call<Imported>('POST', `/api/imports/${encodeURIComponent(format)}`, body)
  if (done.problems.length > 0) process.exitCode = 1
  await (given.json ? printJson(done) : print(drawImported(done)))
  if (done.filed) await tellFirings(connection)
}

function mappingOf(pairs: readonly string[]): { mapping?: Record<string, string> } {
  if (pairs.length === 0) return {}
  const entries = pairs.map((pair) => {
    const at = pair.indexOf('=')
    if (at < 1)
      throw new InputError(`"${pair}" in --map is no FIELD=COLUMN`, 'Write for example --map visitor=Leader.')
    return [pair.slice(0, at), pair.slice(at + 1)]
  })
  return { mapping: Object.fromEntries(entries) as Record<string, string> }
}

function drawImported(done: Imported): string {
  const { filed } = done
  const what = `${done.rows} rows: ${done.exchanges} exchanges, ${done.tenures} tenures`
  const became = filed
    ? `filed: ${filed.created} new exchanges, ${filed.merged} the record held, ${filed.tenures} tenures, ${filed.peopleMinted} people it did not know`
    : 'nothing filed: a dry run'
  const problems = done.problems.map(({ row, message }) => `${pc.red(`row ${row}`)}  ${message}`)
  const lost = Object.entries(done.lost).map(
    ([column, rows]) => `${pc.yellow('not carried')}  ${column} (${rows} rows)`,
  )
  return [what, became, ...problems, ...lost].join('\n')
}

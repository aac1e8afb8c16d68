// `chancery import gdelt|polecat|icews FILE`: machine-coded events in bulk, from the file as published, packed or not.
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import pc from 'picocolors'
import { InputError } from '../errors.ts'
import { type CodedFormat, type CodedResult, linesOf } from '../formats/machinecoded.ts'
import { loadGazetteer } from '../knowledge/gazetteer.ts'
import { packFolder } from '../knowledge/knowledge.ts'
import { gunzip } from '../sources/archive.ts'
import { isZip, zipEntries } from '../sources/zip.ts'
import { connect } from './connect.ts'
import { print, printJson } from './output.ts'

// Events that go in one request.
const part = 20_000
const mostBytes = 2_000_000_000

interface Given {
  database?: string | undefined
  dryRun: boolean
  json: boolean
}

/** Reads the file and files its events. Exit code 1 when rows could not be read. */
export async function importCoded(format: CodedFormat, path: string, given: Given): Promise<void> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new InputError(`${path} cannot be read`, 'Check the path.', error)
  })
  // POLECAT's files are in Latin-1; the others in ASCII but for a few addresses.
  const charset = format.name === 'polecat' ? 'windows-1252' : 'utf-8'
  const states = loadGazetteer(join(packFolder, 'gazetteer')).states
  const read = format.read(linesOf(unpack(bytes, path), charset), states)
  const filed = given.dryRun ? null : await fileAll(format.name, basename(path), read, given)
  if (read.failed > 0) process.exitCode = 1
  const { events, ...told } = read
  await (given.json
    ? printJson({ format: format.name, events: events.length, ...told, filed })
    : print(draw(read, filed)))
}

function unpack(bytes: Uint8Array, path: string): Uint8Array {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return gunzip(bytes, path, { bytes: mostBytes })
  if (!isZip(bytes)) return bytes
  const entries = zipEntries(bytes).filter(({ name }) => /\.(csv|txt|tab|tsv)$/i.test(name))
  if (entries.length !== 1)
    throw new InputError(
      `${path} holds ${entries.length} data files`,
      'Give an archive of one, or the file itself.',
    )
  return entries[0]!.bytes(mostBytes)
}

async function fileAll(source: string, file: string, { events }: CodedResult, given: Given): Promise<number> {
  const connection = await connect(given.database)
  try {
    let filed = 0
    for (let first = 0; first < events.length; first += part) {
      const body = { source, file, events: events.slice(first, first + part) }
      filed += (await connection.call<{ filed: number }>('POST', '/api/coded-events', body)).filed
    }
    return filed
  } finally {
    await connection.close()
  }
}

function draw({ rows, events, problems, failed, lost }: CodedResult, filed: number | null): string {
  const stateless = events.filter((one) => !one.sourceState || !one.targetState).length
  const became =
    filed === null
      ? 'nothing filed: a dry run'
      : `filed: ${filed} new, ${events.length - filed} the record held`
  return [
    `${rows} rows: ${events.length} events, ${stateless} of them not between two states; ${failed} could not be read`,
    became,
    ...problems.slice(0, 20).map(({ row, message }) => `${pc.red(`row ${row}`)}  ${message}`),
    ...Object.entries(lost).map(([column, n]) => `${pc.yellow('not carried')}  ${column} (${n} rows)`),
  ].join('\n')
}

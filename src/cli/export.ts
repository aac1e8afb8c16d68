// `chancery export FORMAT`: a slice of the record to a file or standard output.
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pc from 'picocolors'
import { InputError } from '../errors.ts'
import type { GivenFor } from './arguments.ts'
import { type Connection, connect } from './connect.ts'
import { print, printJson, tell, write } from './output.ts'
import { drawTable } from './table.ts'

/** Writes the record, or lists the formats when none is named. What the format loses is told on standard error. */
export async function exportRecord(given: GivenFor<'export'>): Promise<void> {
  if (given.format && given.json && !given.output)
    throw new InputError('--json tells about a written file', 'Name the file with --output.')
  const connection = await connect(given.database)
  try {
    await (given.format ? writeFormat(connection, given.format, given) : listFormats(connection, given.json))
  } finally {
    await connection.close()
  }
}

interface Listed {
  name: string
  title: string
  extension: string
  loses: string[]
}

async function listFormats(connection: Connection, json: boolean): Promise<void> {
  const formats = await connection.call<Listed[]>('GET', '/api/formats')
  if (json) return printJson(formats)
  await print(
    drawTable(
      ['format', 'is', 'loses'],
      formats.map(({ name, title, loses }) => [pc.cyan(name), title, loses.join('; ') || 'nothing']),
    ),
  )
}

async function writeFormat(connection: Connection, format: string, given: GivenFor<'export'>): Promise<void> {
  const query = new URLSearchParams()
  const { states, since, until, person, asKnownOn } = given
  for (const [name, value] of Object.entries({ states, since, until, person, asKnownOn }))
    if (value) query.set(name, value)
  const response = await connection.open(`/api/export/${encodeURIComponent(format)}?${query}`)
  const loses = (response.headers.get('x-chancery-loses') ?? '')
    .split(',')
    .filter(Boolean)
    .map(decodeURIComponent)
  const counted = countBytes(Readable.fromWeb(response.body as never))
  await pipeline(counted.stream, given.output ? createWriteStream(given.output) : toOutput)
  if (loses.length > 0) tell(`chancery: ${format} does not carry ${loses.join('; ')}`)
  if (given.json) await printJson({ format, file: given.output, bytes: counted.bytes(), loses })
  else if (given.output)
    tell(`chancery: wrote ${given.output}, ${counted.bytes().toLocaleString('en')} bytes`)
}

function countBytes(source: Readable): { stream: AsyncIterable<Uint8Array>; bytes(): number } {
  let bytes = 0
  async function* counted(): AsyncIterable<Uint8Array> {
    for await (const chunk of source) {
      bytes += (chunk as Uint8Array).length
      yield chunk as Uint8Array
    }
  }
  return { stream: counted(), bytes: () => bytes }
}

/** Standard output as the end of a pipeline that must not close it. */
async function toOutput(source: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const chunk of source) await write(chunk)
}

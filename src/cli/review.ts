// `chancery review`: what waits for a person, and decisions on it.
import { readFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import pc from 'picocolors'
import { InputError } from '../errors.ts'
import type { GivenFor } from './arguments.ts'
import { type Connection, connect } from './connect.ts'
import { print, printJson } from './output.ts'
import { drawTable } from './table.ts'

type Given = GivenFor<'review'>

/** Lists what waits; with an id and a decision decides; with --corrections applies a pack; with --undo takes a change back. */
export async function review(given: Given): Promise<void> {
  if (
    [given.accept, given.reject, given.corrections !== undefined, given.undo !== undefined].filter(Boolean)
      .length > 1
  ) {
    throw new InputError(
      'More than one decision was given',
      'Give one of --accept, --reject, --corrections, --undo.',
    )
  }
  const connection = await connect(given.database)
  try {
    const [result, drawn] = await act(connection, given)
    await (given.json ? printJson(result) : print(drawn))
  } finally {
    await connection.close()
  }
}

async function act(connection: Connection, given: Given): Promise<[result: unknown, drawn: string]> {
  const by = { actor: given.actor ?? userInfo().username, ...(given.reason ? { reason: given.reason } : {}) }
  if (given.undo) {
    const undone = await connection.call<{ exchanges: string[] }>(
      'POST',
      `/api/ledger/${encodeURIComponent(given.undo)}/undo`,
      by,
    )
    return [undone, `undone; ${undone.exchanges.length} exchanges show what they showed before`]
  }
  if (given.corrections) return correct(connection, given.corrections, given.dryRun, by.actor)
  if (given.accept || given.reject) return decide(connection, given, by)
  return list(connection)
}

async function decide(connection: Connection, given: Given, by: object): Promise<[unknown, string]> {
  if (!given.exchange)
    throw new InputError('No exchange was named', 'Write chancery review ID --accept or --reject.')
  const body = { decision: given.accept ? 'accepted' : 'rejected', ...by }
  const decided = await connection.call<{ changes: string[] }>(
    'POST',
    `/api/exchanges/${encodeURIComponent(given.exchange)}/review`,
    body,
  )
  return [decided, `${body.decision}; undo with chancery review --undo ${decided.changes.at(-1)}`]
}

interface Effect {
  changed: { ledgerId: string } | null
  fields: { exchange: string; field: string; before: unknown; after: unknown }[]
}

async function correct(
  connection: Connection,
  file: string,
  dryRun: boolean,
  actor: string,
): Promise<[unknown, string]> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new InputError(`${file} cannot be read`, 'Give the path of a correction pack.', error)
  })
  const effect = await connection.call<Effect>('POST', '/api/corrections', { text, dryRun, actor })
  const rows = effect.fields.map(({ exchange, field, before, after }) => [
    exchange,
    field,
    JSON.stringify(before),
    '→',
    JSON.stringify(after),
  ])
  const undo = effect.changed
    ? `undo with chancery review --undo ${effect.changed.ledgerId}`
    : 'a trial: nothing was changed'
  return [effect, `${drawTable(['exchange', 'field', 'before', '', 'after'], rows)}\n${undo}`]
}

interface Waiting {
  exchange: string
  kind: string
  occurredOn: string | null
  states: string[]
  confidence: number
  decides: number
}

async function list(connection: Connection): Promise<[unknown, string]> {
  const waiting = await connection.call<Waiting[]>('GET', '/api/review')
  if (waiting.length === 0) return [waiting, 'Nothing waits for review.']
  const rows = waiting.map(({ exchange, kind, occurredOn, states, confidence, decides }) => [
    pc.cyan(exchange),
    occurredOn ?? '–',
    kind,
    states.join(' '),
    String(decides),
    confidence.toFixed(2),
  ])
  return [waiting, drawTable(['exchange', 'date', 'kind', 'states', 'decides', 'confidence'], rows)]
}

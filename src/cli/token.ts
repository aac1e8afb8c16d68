// `chancery token`: tokens that open the feeds by address, or the API.
import pc from 'picocolors'
import { InputError } from '../errors.ts'
import type { ShownToken } from '../http/tokens.ts'
import type { GivenFor } from './arguments.ts'
import { type Connection, connect } from './connect.ts'
import { print, printJson } from './output.ts'
import { drawTable } from './table.ts'

/** Makes, lists or revokes. Throws InputError for an act there is not, or one without its name. */
export async function token(given: GivenFor<'token'>): Promise<void> {
  const { act = 'list', name, scope, days, json } = given
  if (!['add', 'list', 'revoke'].includes(act))
    throw new InputError(`chancery token cannot "${act}"`, 'It can add NAME, list, revoke ID.')
  if (act !== 'list' && !name)
    throw new InputError(
      `Nothing is named to ${act}`,
      act === 'add' ? 'Say who or what it is for.' : 'Give the id, as listed.',
    )
  const connection = await connect(given.database)
  try {
    if (act === 'add') await add(connection, { name: name!, scope, ...(days ? { days } : {}) }, json)
    else if (act === 'revoke') await revoke(connection, name!, json)
    else await list(connection, json)
  } finally {
    await connection.close()
  }
}

async function add(
  connection: Connection,
  body: { name: string; scope: ShownToken['scope']; days?: number },
  json: boolean,
): Promise<void> {
  const made = await connection.call<ShownToken & { token: string }>('POST', '/api/tokens', body)
  if (json) return printJson(made)
  const use =
    made.scope === 'feeds'
      ? 'Feeds: /feeds/changes.atom, /feeds/firings.atom, /feeds/agenda.ics, each with ?token=…'
      : `The API as ${made.scope}: Authorization: Bearer …`
  await print(`${pc.bold(made.token)}\n\nShown only here. ${use}`)
}

async function revoke(connection: Connection, id: string, json: boolean): Promise<void> {
  const gone = await connection.call('DELETE', `/api/tokens/${encodeURIComponent(id)}`)
  await (json ? printJson(gone) : print('revoked'))
}

async function list(connection: Connection, json: boolean): Promise<void> {
  const tokens = await connection.call<ShownToken[]>('GET', '/api/tokens')
  if (json) return printJson(tokens)
  if (tokens.length === 0) return print('There is no token.')
  const rows = tokens.map(({ id, name, createdAt, usedAt, scope, expiresAt }) => [
    id,
    createdAt.slice(0, 10),
    usedAt?.slice(0, 10) ?? 'never',
    scope,
    expiresAt?.slice(0, 10) ?? 'never',
    name,
  ])
  await print(drawTable(['id', 'made', 'last used', 'opens', 'expires', 'for'], rows))
}

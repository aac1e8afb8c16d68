// `chancery sources`: what is watched; add, remove, pause, resume, run one now.
import { userInfo } from 'node:os'
import pc from 'picocolors'
import { InputError } from '../errors.ts'
import type { ListedSource, SourceRun } from '../http/sources.ts'
import type { GivenFor } from './arguments.ts'
import { type Connection, connect } from './connect.ts'
import { print, printJson } from './output.ts'
import { drawTable } from './table.ts'

type Action = (connection: Connection, target: string, given: GivenFor<'sources'>) => Promise<unknown>

const at = (id: string): string => `/api/sources/${encodeURIComponent(id)}`
const actions: Record<string, Action> = {
  add: (connection, url, { name, every }) =>
    connection.call('POST', '/api/sources', {
      url,
      actor: userInfo().username,
      ...(name === undefined ? {} : { name }),
      ...(every === undefined ? {} : { everyMinutes: every }),
    }),
  remove: (connection, id) => connection.call('DELETE', at(id)),
  pause: (connection, id) => connection.call('PUT', at(id), { paused: true }),
  resume: (connection, id) => connection.call('PUT', at(id), { paused: false }),
  run: async (connection, id) => {
    const run = await connection.call<SourceRun>('POST', `${at(id)}/run`, {})
    if (run.error) process.exitCode = 1
    return run
  },
}

/** Does what was asked, or lists the sources. Exit code 1 when a run could not get the source. */
export async function sources(given: GivenFor<'sources'>): Promise<void> {
  const action = given.action === undefined ? undefined : actions[given.action]
  if (given.action !== undefined && !action)
    throw new InputError(
      `"${given.action}" is nothing to do with sources`,
      `One of ${Object.keys(actions).join(', ')}.`,
    )
  if (action && !given.target)
    throw new InputError(`Which source to ${given.action} was not said`, 'Give its address (add) or its id.')
  const connection = await connect(given.database)
  try {
    if (!action) return await list(connection, given.json)
    const done = await action(connection, given.target!, given)
    await (given.json ? printJson(done) : print(draw(done as object)))
  } finally {
    await connection.close()
  }
}

const draw = (done: object): string =>
  Object.entries(done)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `${pc.dim(key)} ${value}`)
    .join('\n')

async function list(connection: Connection, json: boolean): Promise<void> {
  const found = await connection.call<ListedSource[]>('GET', '/api/sources')
  if (json) return printJson(found)
  if (found.length === 0)
    return print('No source is watched. Add one: chancery sources add ADDRESS --every 60')
  await print(
    drawTable(
      ['id', 'source', 'every', 'next', 'filed', 'last run'],
      found.map((one) => [
        pc.cyan(one.id),
        one.name ?? one.url,
        `${one.everyMinutes} min`,
        one.paused ? pc.yellow('paused') : one.nextRunAt.slice(0, 16),
        String(one.filed),
        lastRun(one),
      ]),
    ),
  )
}

function lastRun(one: ListedSource): string {
  if (one.lastError) return pc.red(`${one.failures} failed: ${one.lastError}`)
  if (one.lastFiled === null) return 'none yet'
  return `${one.lastFiled} new, ${one.lastUnchanged} held, ${one.lastFailed} failed`
}

// `chancery watch`: questions that are asked again after every change; what is new in their answers.
import { merge, object } from '@optique/core/constructs'
import { message } from '@optique/core/message'
import { optional } from '@optique/core/modifiers'
import { argument } from '@optique/core/primitives'
import { string } from '@optique/core/valueparser'
import { run } from '@optique/run'
import pc from 'picocolors'
import { InputError } from '../errors.ts'
import type { ShownFiring, ShownWatch } from '../http/watches.ts'
import { questionNamed } from '../questions/index.ts'
import { type Flags, type GivenFor, recordFlags } from './arguments.ts'
import { readFlags } from './ask.ts'
import { type Connection, connect } from './connect.ts'
import { print, printJson } from './output.ts'
import { drawTable } from './table.ts'
import { drawKept, keepWatch, watchFlags } from './watching.ts'

const acts: Record<string, (rest: readonly string[]) => Promise<void>> = {
  add,
  list,
  remove,
  run: runAll,
  firings,
}

/** Throws InputError for an unknown act. */
export async function watch({ rest }: GivenFor<'watch'>): Promise<void> {
  const [act = 'list', ...flags] = rest
  const chosen = act.startsWith('-') ? list : acts[act]
  if (!chosen)
    throw new InputError(
      `chancery watch cannot "${act}"`,
      `It can ${Object.keys(acts).join(', ')}; see chancery watch --help.`,
    )
  await chosen(act.startsWith('-') ? rest : flags)
}

async function add([name, ...flags]: readonly string[]): Promise<void> {
  if (name === undefined || name.startsWith('-'))
    throw new InputError(
      'No question is named',
      'Write for example chancery watch add last --from CHN --to PRK.',
    )
  const question = questionNamed(name)
  const read = readFlags(question, flags, { verb: `watch add ${question.name}`, more: watchFlags })
  const { json, database, when, days, webhook, name: called, asKnownOn, ...input } = read
  if (asKnownOn) throw new InputError('A watch is asked as of the day it looks', 'Leave --as-known-on out.')
  await within(database, async (connection) => {
    const kept = await keepWatch(
      connection,
      { question: question.name, input },
      { when, days, webhook, name: called },
    )
    await (json ? printJson(kept) : print(drawKept(kept)))
  })
}

async function list(flags: readonly string[]): Promise<void> {
  const { json, database } = readRest('[add|list|remove|run|firings]', flags, {})
  await within(database, async (connection) => {
    const watches = await connection.call<ShownWatch[]>('GET', '/api/watches')
    if (json) return printJson(watches)
    if (watches.length === 0) return print('Nothing is watched.')
    const rows = watches.map(({ id, condition, name, fault, words }) => [
      id,
      pc.cyan(condition),
      name,
      fault ? pc.red(fault) : (words ?? ''),
    ])
    await print(drawTable(['id', 'waits for', 'name', 'now'], rows))
  })
}

async function remove(flags: readonly string[]): Promise<void> {
  const { id, json, database } = readRest('remove', flags, { id: idArgument })
  await within(database, async (connection) => {
    const removed = await connection.call('DELETE', `/api/watches/${encodeURIComponent(id)}`)
    await (json ? printJson(removed) : print('no longer watched'))
  })
}

const idArgument = argument(string({ metavar: 'ID' }), { description: message`The watch, as listed.` })

interface LookedAt {
  watch: ShownWatch
  fault: string | null
  firings: ShownFiring[]
}

async function runAll(flags: readonly string[]): Promise<void> {
  const { id, json, database } = readRest('run', flags, { id: optional(idArgument) })
  await within(database, async (connection) => {
    const looked = await connection.call<LookedAt[]>('POST', '/api/watches/run', id ? { id } : {})
    if (looked.some((one) => one.fault)) process.exitCode = 1
    if (json) return printJson(looked)
    for (const { watch: one, fault, firings: told } of looked) {
      if (fault) await print(`${pc.red(one.name)}: ${fault}`)
      for (const { what } of told) await print(`${pc.bold(one.name)}: ${what}`)
    }
    if (looked.every((one) => !one.fault && one.firings.length === 0)) await print('Nothing new.')
  })
}

async function firings(flags: readonly string[]): Promise<void> {
  const { id, json, database } = readRest('firings', flags, { id: optional(idArgument) })
  await within(database, async (connection) => {
    const path = id ? `/api/watches/${encodeURIComponent(id)}/firings` : '/api/firings'
    const told = await connection.call<(ShownFiring & { watch: string })[]>('GET', path)
    if (json) return printJson(told)
    await print(
      told.length === 0
        ? 'Nothing has fired.'
        : drawTable(
            ['day', 'watch', 'what'],
            told.map(({ day, watch: name, what }) => [day, name, what]),
          ),
    )
  })
}

const readRest = (act: string, args: readonly string[], own: Flags) =>
  run(merge(object(own), object(recordFlags)), {
    programName: `chancery watch ${act}`,
    args,
    help: 'option',
    errorExitCode: 2,
    aboveError: 'none',
  }) as { id: string; json: boolean; database?: string }

async function within(
  database: string | undefined,
  work: (connection: Connection) => Promise<void>,
): Promise<void> {
  const connection = await connect(database)
  try {
    await work(connection)
  } finally {
    await connection.close()
  }
}

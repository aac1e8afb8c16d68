// `chancery account`: those who may use the record over the network.
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { InputError } from '../errors.ts'
import type { ShownAccount } from '../http/accounts.ts'
import type { GivenFor } from './arguments.ts'
import { type Connection, connect } from './connect.ts'
import { print, printJson, tell } from './output.ts'
import { drawTable } from './table.ts'

/** Adds, lists, removes, changes a password. Throws InputError when nobody is named. */
export async function account(given: GivenFor<'account'>): Promise<void> {
  const { act = 'list', name, role, json } = given
  if (act !== 'list' && !name)
    throw new InputError(`Nobody is named to ${act}`, `chancery account ${act} NAME`)
  if ((act === 'link' || act === 'unlink' || act === 'keep') && !given.identity)
    throw new InputError(
      `Nothing is named to ${act} them ${act === 'unlink' ? 'from' : 'to'}`,
      `chancery account ${act} NAME ${act === 'keep' ? 'COLLECTION,COLLECTION|all' : '"proxy NAME"'}`,
    )
  const password = act === 'add' || act === 'password' ? await askPassword() : ''
  const connection = await connect(given.database)
  const path = `/api/accounts/${encodeURIComponent(name ?? '')}`
  try {
    if (act === 'list') return await list(connection, json)
    const change = {
      add: () => connection.call<object>('POST', '/api/accounts', { name, role, password }),
      remove: () => connection.call<object>('DELETE', path),
      password: () => connection.call<object>('PUT', `${path}/password`, { password }),
      link: () => connection.call<object>('POST', `${path}/identities`, { identity: given.identity }),
      keep: () =>
        connection.call<object>('PUT', `${path}/collections`, {
          collections: given.identity === 'all' ? null : given.identity!.split(',').map((one) => one.trim()),
        }),
      unlink: () =>
        connection.call<object>('DELETE', `${path}/identities/${encodeURIComponent(given.identity!)}`),
    }
    const done = await change[act]()
    await (json ? printJson(done) : print(said[act](name!, role)))
  } finally {
    await connection.close()
  }
}

const said = {
  add: (name: string, role: string) => `${name} may sign in as ${role}`,
  remove: (name: string) => `${name} may no longer sign in`,
  keep: (name: string) => `${name} sees what it is kept to, and is signed out everywhere`,
  link: (name: string) => `${name} is who comes in by that identity`,
  unlink: (name: string) => `${name} no longer comes in by that identity, and is signed out everywhere`,
  password: (name: string) => `${name} has a new password and is signed out everywhere`,
}

async function list(connection: Connection, json: boolean): Promise<void> {
  const accounts = await connection.call<ShownAccount[]>('GET', '/api/accounts')
  if (json) return printJson(accounts)
  if (accounts.length === 0) return print('There is no account: the record is for this machine alone.')
  await print(
    drawTable(
      ['name', 'role', 'since', 'sees'],
      accounts.map(({ name, role, createdAt, collections }) => [
        name,
        role,
        createdAt.slice(0, 10),
        collections === null ? 'everything' : ['public', ...collections].join(', '),
      ]),
    ),
  )
}

/** One line of standard input; at a terminal it is asked for twice and not shown. */
async function askPassword(): Promise<string> {
  if (!process.stdin.isTTY) {
    for await (const line of createInterface({ input: process.stdin })) return line
    throw new InputError('No password came on standard input', 'Give it on one line.')
  }
  const first = await askHidden('Password: ')
  if (first === (await askHidden('Again: '))) return first
  throw new InputError('The two differ', 'Try again.')
}

function askHidden(prompt: string): Promise<string> {
  process.stderr.write(prompt)
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const reader = createInterface({ input: process.stdin, output: nowhere, terminal: true })
  return new Promise((resolve, reject) => {
    reader.once('SIGINT', () => reject(new InputError('No password was given', '')))
    reader.question('', resolve)
  }).finally(() => {
    reader.close()
    tell('')
  }) as Promise<string>
}

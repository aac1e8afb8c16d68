// Accounts, passwords, sessions, tokens with an end, and an audit log that nobody can edit; over both engines.
import { beforeEach, expect, test } from 'vitest'
import { emptyRecord, overEngines } from '../../test/record/engines.ts'
import { ConflictError, InputError, LoginError, NotFoundError } from '../errors.ts'
import {
  addAccount,
  hasAdmin,
  listAccounts,
  removeAccount,
  requirePassword,
  setPassword,
} from './accounts.ts'
import { listAudit, noteAudit } from './audit.ts'
import { closeSession, findSession, openSession } from './sessions.ts'
import { findToken, makeToken } from './tokens.ts'

const at = '2030-01-01T08:00:00.000Z'
const ida = { name: 'ida', role: 'editor', password: 'a long enough one' } as const

overEngines((record) => {
  beforeEach(() => emptyRecord(record()))

  test('an account is known by its password alone, and neither is kept as it was given', async () => {
    await addAccount(record(), ida, at)
    expect(await requirePassword(record(), 'ida', ida.password)).toMatchObject({
      name: 'ida',
      role: 'editor',
    })
    for (const [name, password] of [
      ['ida', 'a long enough on'],
      ['ida', ''],
      ['Ida', ida.password],
      ['nobody', ida.password],
    ] as const)
      await expect(requirePassword(record(), name, password)).rejects.toThrow(LoginError)
    const kept = JSON.stringify(await record().query('select * from account'))
    expect(kept).not.toContain(ida.password)
    expect(kept).toMatch(/scrypt\$32768\$8\$1\$/)
  })

  test('short passwords and names that were somebody’s are refused', async () => {
    await expect(addAccount(record(), { ...ida, password: 'short' }, at)).rejects.toThrow(InputError)
    await addAccount(record(), ida, at)
    await removeAccount(record(), 'ida', at)
    await expect(addAccount(record(), ida, at)).rejects.toThrow(ConflictError)
    await expect(removeAccount(record(), 'ida', at)).rejects.toThrow(NotFoundError)
    await expect(requirePassword(record(), 'ida', ida.password)).rejects.toThrow(LoginError)
    expect(await listAccounts(record())).toEqual([])
    expect(await hasAdmin(record())).toBe(false)
  })

  test('a session lasts its hours, and ends at logout, at a new password and with the account', async () => {
    await addAccount(record(), ida, at)
    const words = await openSession(record(), 'ida', at)
    const find = (one: string, when = '2030-01-01T19:59:59.000Z') => findSession(record(), one, when)
    expect(await find(words)).toEqual({ name: 'ida', role: 'editor', collections: null })
    expect(await find(words, '2030-01-01T20:00:00.000Z')).toBeNull()
    const [{ hash }] = (await record().query<{ hash: string }>('select hash from session')) as [
      { hash: string },
    ]
    expect(await find(hash)).toBeNull()
    await closeSession(record(), words)
    expect(await find(words)).toBeNull()
    const second = await openSession(record(), 'ida', at)
    await setPassword(record(), 'ida', 'another long one', at)
    expect(await find(second)).toBeNull()
    const third = await openSession(record(), 'ida', at)
    await removeAccount(record(), 'ida', at)
    expect(await find(third)).toBeNull()
  })

  test('a token opens what it was made for, until it expires', async () => {
    const { words } = await makeToken(record(), 'script', at, {
      scope: 'reader',
      expiresAt: '2030-01-02T00:00:00.000Z',
    })
    expect(await findToken(record(), words, at)).toMatchObject({ name: 'script', scope: 'reader' })
    expect(await findToken(record(), words, '2030-01-02T00:00:00.000Z')).toBeNull()
  })

  test('a line of the audit log stands', async () => {
    const line = { at, actor: 'ida', address: '192.0.2.7', action: 'login', subject: null, status: 303 }
    await noteAudit(record(), line)
    for (const sql of [
      `update audit set actor = 'somebody else'`,
      'delete from audit',
      'truncate audit',
      `insert into audit select * from audit on conflict (id) do update set actor = 'somebody else'`,
    ])
      await expect(record().query(sql)).rejects.toThrow('only added to')
    expect((await listAudit(record(), { limit: 10 })).at(0)).toEqual(line)
    expect(await listAudit(record(), { actor: 'nobody', limit: 10 })).toEqual([])
  })
})

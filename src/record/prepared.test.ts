// A prepared statement answers as the plain one does: types of parameters, changes of the schema, errors.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from './database.ts'
import { openRecord } from './open.ts'

let database: Database
beforeAll(async () => {
  database = await openRecord(':memory:')
})
afterAll(() => database.close())

const prepared = async (sql: string): Promise<number> =>
  (await database.query('select name from pg_prepared_statements where statement like $1', [`%${sql}`]))
    .length

test.each([
  ['select $1::text as v', ["it's \\ a 'quote' – 王"], "it's \\ a 'quote' – 王"],
  ['select $1::text[] as v', [['a,b', '{c}', 'd"e', "f'g", 'h\\i']], ['a,b', '{c}', 'd"e', "f'g", 'h\\i']],
  ['select $1::smallint[] as v', [[1, 2]], [1, 2]],
  ['select $1::date as v', ['2024-02-29'], '2024-02-29'],
  ['select $1::timestamptz as v', ['2024-02-29T10:00:00.500Z'], '2024-02-29T10:00:00.500Z'],
  ['select $1::jsonb as v', [{ a: ["b'c", null] }], { a: ["b'c", null] }],
  ['select $1::boolean as v', [true], true],
  ['select $1::bigint as v', [12], 12],
  ['select coalesce($1::text, $2) as v', [null, undefined], null],
])('%s with %j', async (sql, parameters, expected) => {
  for (let time = 1; time <= 8; time++)
    expect((await database.query<{ v: unknown }>(sql, parameters))[0]!.v).toEqual(expected)
  expect(await prepared(sql)).toBe(1)
})

test('a table that changes under a prepared statement', async () => {
  await database.script('create table changing (a int); insert into changing values (1)')
  const ask = () => database.query('select * from changing where a = $1', [1])
  for (let time = 1; time <= 3; time++) expect(await ask()).toEqual([{ a: 1 }])
  await database.script(`alter table changing add column b text default 'new'`)
  for (let time = 1; time <= 3; time++) expect(await ask()).toEqual([{ a: 1, b: 'new' }])
})

test('inside a transaction and after it is undone', async () => {
  await database.script('create table held (a int)')
  const count = (on: Database) => on.query('select count(*) as n from held where a > $1', [0])
  for (let time = 1; time <= 3; time++) expect(await count(database)).toEqual([{ n: 0 }])
  const undone = database.transaction(async (inner) => {
    await inner.query('insert into held values ($1)', [1])
    expect(await count(inner)).toEqual([{ n: 1 }])
    throw new Error('undo')
  })
  await expect(undone).rejects.toThrow('undo')
  expect(await count(database)).toEqual([{ n: 0 }])
})

test('its own errors are those of the statement', async () => {
  const ask = (day: string) => database.query('select $1::date as d', [day])
  for (let time = 1; time <= 3; time++) await ask('2024-01-01')
  await expect(ask('2024-02-30')).rejects.toThrow(/date\/time field value out of range/)
  expect(await ask('2024-03-01')).toEqual([{ d: '2024-03-01' }])
})

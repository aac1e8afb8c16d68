// Column types cross the border alike on both engines.
import { expect, test } from 'vitest'
import { overEngines } from './engines.ts'

overEngines((record) => {
  test('days, instants, ranges, counts, JSON, bytes and their arrays', async () => {
    const [row] = await record().query(
      `select '2024-02-29'::date as day, '2024-02-29 12:00:00.25+02'::timestamptz as instant, 'infinity'::timestamptz as always,
         daterange('2024-01-01', '2024-02-01') as range, 5::bigint as count, 1.5::numeric as share, '{"a":[1]}'::jsonb as json,
         array['2024-01-01'::date, null] as days, array['2024-01-01 00:00+00'::timestamptz] as instants, array[7::bigint] as counts,
         array['a,b', null]::text[] as words, null::date as none`,
    )
    expect(row).toEqual({
      day: '2024-02-29',
      instant: '2024-02-29T10:00:00.250Z',
      always: 'infinity',
      range: '[2024-01-01,2024-02-01)',
      count: 5,
      share: 1.5,
      json: { a: [1] },
      days: ['2024-01-01', null],
      instants: ['2024-01-01T00:00:00.000Z'],
      counts: [7],
      words: ['a,b', null],
      none: null,
    })
  })
  test('parameters: undefined is null, lists are arrays, bytes are bytes', async () => {
    const [row] = await record().query(
      'select $1::text as a, $2::text[] as b, $3::bytea as c, $4::date as d',
      [undefined, ['x', 'y"z'], new Uint8Array([0, 255]), '2024-02-29'],
    )
    expect({ ...row, c: [...(row!.c as Uint8Array)] }).toEqual({
      a: null,
      b: ['x', 'y"z'],
      c: [0, 255],
      d: '2024-02-29',
    })
  })
  test('a transaction is whole or nothing; an inner one joins it', async () => {
    const database = record()
    const failing = database.transaction(async (outer) => {
      await outer.transaction((inner) =>
        inner.query(`insert into record_clock (one, last_at) values (9, now())`),
      )
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await database.query('select one from record_clock where one = 9')).toEqual([])
  })
})

// The layout is checked against the schema as it stands: what Citus would refuse is refused here. Citus itself was not run.
import { beforeAll, expect, test } from 'vitest'
import { overEngines } from '../../test/record/engines.ts'
import { RecordError } from '../errors.ts'
import { citusStatements, distribute, layout } from './citus.ts'

const cut = layout.filter((one) => one.lies === 'distributed')

test('a table lies where it is cut like the one it lies beside; references come first', () => {
  for (const one of cut) if (one.with) expect(cut.map(({ table }) => table)).toContain(one.with)
  const kinds = citusStatements().map((one) => /create_(\w+)_table/.exec(one)![1])
  expect(kinds.lastIndexOf('reference')).toBeLessThan(kinds.indexOf('distributed'))
  expect(citusStatements()).toContain(
    `select create_distributed_table('participant', 'exchange_id', colocate_with => 'exchange')`,
  )
})

overEngines((record) => {
  let columns: { table: string; column: string; type: string }[]
  beforeAll(async () => {
    columns = await record().query(
      `select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition`,
    )
  })
  test('every table of the schema has its place, once', () => {
    const tables = [...new Set(columns.map(({ table }) => table))].sort()
    expect(layout.map(({ table }) => table).sort()).toEqual(tables)
  })
  test('tables that lie together are cut by columns of one type', () => {
    const typeOf = (table: string, by: string) =>
      columns.find((one) => one.table === table && one.column === by)?.type
    for (const { table, by, with: beside } of cut) {
      expect([table, typeOf(table, by)]).not.toEqual([table, undefined])
      const other = cut.find((one) => one.table === beside)
      if (other) expect(typeOf(table, by)).toBe(typeOf(other.table, other.by))
    }
  })
  test('every unique key of a distributed table has the column it is cut by', async () => {
    const keys = await record().query<{ table: string; name: string; columns: string[] }>(
      `select c.relname as table, i.relname as name, array_agg(a.attname::text order by a.attnum) as columns
       from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
       join pg_attribute a on a.attrelid = c.oid and a.attnum = any (x.indkey)
       where x.indisunique and c.relnamespace = current_schema()::regnamespace group by 1, 2`,
    )
    expect(keys.length).toBeGreaterThan(20)
    for (const { table, by } of cut)
      for (const key of keys.filter((one) => one.table === table))
        expect([key.name, key.columns]).toEqual([key.name, expect.arrayContaining([by])])
  })
  test('no foreign key stands in the way', async () =>
    expect(await record().query(`select conname from pg_constraint where contype = 'f'`)).toEqual([]))
  test('without the extension it says so', async () => {
    await expect(distribute(record())).rejects.toThrow(RecordError)
    await expect(distribute(record())).rejects.toThrow(/Citus|nodes/)
  })
})

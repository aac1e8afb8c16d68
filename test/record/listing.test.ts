// Pages of the list of exchanges: over both engines each row comes once, in the order asked for, wherever pages end.
import { beforeAll, expect, test } from 'vitest'
import { fillWorld } from '../../bench/world.ts'
import { InputError } from '../../src/errors.ts'
import { countRecord } from '../../src/record/directory.ts'
import { type ExchangeOrder, type ListedExchange, listExchanges } from '../../src/record/listing.ts'
import { emptyRecord, overEngines } from './engines.ts'

overEngines((record) => {
  beforeAll(async () => {
    await emptyRecord(record())
    await fillWorld(record(), 60)
    await record().script(`
      update exchange set earliest = null, latest = null, occurred_on = null where id in ('b3', 'b4', 'b5');
      update exchange set latest = null where id = 'b6';
      update exchange set level = null where id in ('b4', 'b7');
      update exchange set review = 'rejected' where id = 'b9'`)
  })

  /** Sorted as told, undated rows last; equal ones by id. */
  const orders: Record<ExchangeOrder, (row: ListedExchange) => string | number> = {
    newest: (row) => -Date.parse(row.latest ?? row.earliest ?? '0001-01-01'),
    oldest: (row) => Date.parse(row.earliest ?? row.latest ?? '9999-12-31'),
    level: (row) => `${row.level ?? 9} ${row.latest ?? row.earliest ?? '0001-01-01'}`,
  }
  test.each(Object.entries(orders))('%s', async (order, keyOf) => {
    const walked: ListedExchange[] = []
    let cursor: string | undefined
    do {
      const page = await listExchanges(record(), {}, { order: order as ExchangeOrder, cursor, limit: 7 })
      expect(page.total).toBe(59)
      walked.push(...page.items)
      cursor = page.next ?? undefined
    } while (cursor)
    expect(new Set(walked.map(({ id }) => id)).size).toBe(59)
    const sorted = walked.toSorted((a, b) => {
      const [x, y] = [keyOf(a), keyOf(b)]
      return x < y ? -1 : x > y ? 1 : a.id < b.id ? -1 : 1
    })
    expect(walked.map(({ id }) => id)).toEqual(sorted.map(({ id }) => id))
  })

  test('a cursor that is not ours', async () => {
    for (const key of [
      ['2024-01-01', 'b1'],
      ['1e3', 'b1'],
      ['99999999999', 'b1'],
      ['-', ''],
    ]) {
      const cursor = Buffer.from(JSON.stringify(key)).toString('base64url')
      await expect(listExchanges(record(), {}, { cursor })).rejects.toThrow(InputError)
    }
  })

  test('what is counted of the whole record', async () => {
    expect(await countRecord(record())).toMatchObject({ exchanges: 59, proposed: 0, documents: 0 })
  })
})

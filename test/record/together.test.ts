// A law: documents filed together are the record that filing them one after the other makes.
import { expect, test } from 'vitest'
import type { Exchange } from '../../src/reading/reading.ts'
import type { Database } from '../../src/record/database.ts'
import { type Filing, fileReading, fileReadings } from '../../src/record/filing.ts'
import { seedRecord } from '../../src/record/seed.ts'
import { emptyRecord, overEngines } from './engines.ts'
import {
  exampleDocument,
  exchangeOf,
  inventedKnowledge,
  participant,
  readingOf,
  statementOf,
} from './world.ts'

const filing = (text: string, rest: Partial<Exchange> = {}, reader = 'r 1'): Filing => ({
  document: exampleDocument(text),
  reading: readingOf([exchangeOf(text, text.slice(0, 20), rest)], {
    statements: [statementOf(text, text.slice(0, 12), { speaker: 'Ilma Dorst' })],
  }),
  reader,
})
const call = { kind: 'call', date: '2024-10-10', host: null } as const
const talks = (guest: string, place: string | null): Partial<Exchange> => ({
  kind: 'talks',
  date: '2024-05-05',
  host: 'KOS',
  place,
  states: ['ARN', 'KOS'],
  participants: [
    participant(guest, 'ARN', { role: 'visitor' }),
    participant('Bero Tamsin', 'KOS', { role: 'host' }),
  ],
})

// Each leans on one before: the same call twice, a person nobody knew met again (misspelt), a copy of a wire, a document
// by a newer reader whose exchange another one has joined, and the same document twice.
const wire = `The ministers spoke by telephone on Thursday about grain, about ships and about the ${'long '.repeat(30)}road north.`
const filings: Filing[] = [
  filing('Dorst visited Vardia in March, and was received.'),
  filing('One paper had a call on Thursday.', call),
  filing('Another paper had the call as well.', call),
  filing('Talks in Kosva with Bero Tamsin, who is new.', talks('Ilma Dorst', 'Kosvagrad')),
  filing('Talks in Kosva with Bero Tamsin, once more.', talks('Dorst Ilma', null)),
  filing(wire, { ...call, date: '2024-11-11' }),
  filing(`${wire} Copied.`, { ...call, date: '2024-11-12' }),
  filing('Talks in Kosva with Bero Tamsin, who is new.', talks('Ilma Dorst', 'Kosva Port'), 'r 2'),
  filing('Talks in Kosva with Bero Tamsin, once more.', talks('Dorst Ilma', null)),
]

async function picture(database: Database): Promise<unknown> {
  const ask = (sql: string) => database.query(sql)
  return {
    shown: await ask(
      `select to_jsonb(e) - 'known_from' as row from shown_exchange e where known_to = 'infinity' order by id`,
    ),
    claims: await ask(
      `select to_jsonb(c) - 'id' - 'recorded_at' - 'lineage' as row from exchange_claim c where retracted_at = 'infinity' order by 1`,
    ),
    people: await ask('select id, name, state_id, sources from person order by id'),
    documents: await ask('select id, origin, reader from document order by id'),
    statements: await ask(
      `select document_id, exchange_id, person_id, quote from statement where retracted_at = 'infinity' order by 1`,
    ),
    judgements: await ask('select subject, object, score, state from judgement order by 1, 2'),
  }
}

overEngines((record) => {
  test('together as one by one', async () => {
    const fresh = async (): Promise<Database> => {
      await emptyRecord(record())
      await seedRecord(record(), inventedKnowledge())
      return record()
    }
    const one = await fresh()
    const first = []
    for (const each of filings) first.push(await fileReading(one, each))
    const expected = await picture(one)
    const together = await fresh()
    const second = await fileReadings(together, filings)
    expect(await picture(together)).toEqual(expected)
    expect(second).toEqual(first)
    expect(first.map((filed) => filed.exchanges.some((x) => x.merged))).toContain(true)
    expect(first.flatMap((filed) => filed.peopleMinted)).toHaveLength(1)
  })
})

// Who is kept to collections sees a record in which there is nothing else: every page and question answers as if it had never been filed.
import { beforeAll, describe, expect, test } from 'vitest'
import { overEngines } from '../../test/record/engines.ts'
import { exampleDocument, exchangeOf, participant, readingOf, statementOf } from '../../test/record/world.ts'
import { inventWorld } from '../../test/world/world.ts'
import { AccessError, InputError, NotFoundError } from '../errors.ts'
import type { Reading } from '../reading/reading.ts'
import { addAccount } from '../record/accounts.ts'
import { inCollection, limited, moveDocument, setCollections } from '../record/collections.ts'
import type { Database } from '../record/database.ts'
import { fileReading } from '../record/filing.ts'
import { seedRecord } from '../record/seed.ts'
import { findSession, openSession } from '../record/sessions.ts'
import { makeApp, routes } from './app.ts'
import type { AppContext } from './context.ts'
import type { Who } from './roles.ts'

const now = '2031-05-01T09:00:00.000Z'
const visitor = (name: string, state: string) =>
  participant(name, state, { role: 'visitor', office: 'Foreign Minister', level: 5 })

/** A visit from Boravia to Cyrenne and what was said there. */
function report(text: string, who: string, date: string): { text: string; reading: Reading } {
  const visit = exchangeOf(text, who, {
    date,
    host: 'CYR',
    states: ['BOR', 'CYR'],
    participants: [
      visitor(who, 'BOR'),
      participant('Jun Tel', 'CYR', { role: 'host', office: 'Foreign Minister', level: 5 }),
    ],
  })
  const inside = exchangeOf(text, who, { ...visit, id: 'e2', kind: 'meeting', partOf: 'e1', date })
  const quote = text.slice(text.indexOf('“') + 1, text.indexOf('”'))
  const statements = [statementOf(text, quote, { speaker: who, state: 'BOR', phrases: ['shared future'] })]
  return { text, reading: readingOf([visit, inside], { statements }) }
}
const open = report(
  'Gil Pash came to Port Cyr and spoke of “a shared future of ports”.',
  'Gil Pash',
  '2023-05-02',
)
const secret = report(
  'Gil Pash came to Port Cyr for the copper treaty, “a shared future of copper”.',
  'Gil Pash',
  '2023-09-12',
)
const stranger = report(
  'Quillon Vex came to Port Cyr over copper, “a shared future of vexing”.',
  'Quillon Vex',
  '2023-11-03',
)
const told = /copper|Quillon/i

const file = (database: Database, { text, reading }: typeof open, publisher = 'The Quay Courier') =>
  fileReading(database, {
    document: exampleDocument(text, { publisher, publishedOn: '2023-12-01' }),
    reading,
    reader: 'test 1',
  })

const everything: Who = { name: 'all', role: 'reader', how: 'session', collections: null }
const few: Who = { ...everything, name: 'few', collections: [] }
const other: Who = { ...few, collections: ['embassy'] }
const copper: Who = { ...few, collections: ['copper'] }

const asked: Record<string, string[]> = {
  timeline: ['states=BOR,CYR&since=2019&until=2030', 'states=CYR&since=2019&until=2030'],
  itinerary: ['person=Gil Pash'],
  highest: ['from=BOR&to=CYR&until=2030'],
  last: ['from=BOR&to=CYR&until=2030', 'from=BOR&to=CYR&person=Gil Pash&until=2030'],
  first: ['from=BOR&to=CYR&since=2023-08'],
  gap: ['from=BOR&to=CYR&since=2019&until=2030'],
  pace: ['a=BOR&b=CYR&with=CYR&since=2019&until=2030'],
  reciprocity: ['a=BOR&b=CYR&since=2019&until=2030'],
  coincidence: ['a=BOR&b=CYR&since=2019&until=2030'],
  norm: ['person=Jun Tel&class=foreign-minister&until=2030'],
  agenda: ['states=BOR,CYR&on=2023-01-01&until=2030'],
  phrases: ['phrase=shared future', 'phrase=copper'],
  readouts: ['states=BOR,CYR&on=2023-09-12'],
  brief: ['states=BOR,CYR&since=2019&until=2030'],
}
const searches = ['copper', 'Quillon', 'Pash', 'Gil'].flatMap((words) => [
  `/api/search?q=${words}`,
  `/api/people?query=${words}`,
  `/api/documents?query=${words}`,
])
const counts = ['year', 'month', 'state', 'pair', 'cell', 'kind'].map((by) => `/api/counts?by=${by}`)

function pathsTo(ids: string[]): string[] {
  const fixed = routes
    .filter(({ method, path }) => method === 'get' && !path.includes('{'))
    .map(({ path }) => path)
  const named = ids.flatMap((id) => [
    `/api/documents/${id}`,
    `/api/documents/${id}/edits`,
    `/api/exchanges/${id}`,
    `/api/people/${id}`,
  ])
  const formats = ['csv', 'jsonl', 'graphml', 'geojson', 'colt'].map((format) => `/api/export/${format}`)
  const questions = Object.entries(asked).flatMap(([name, all]) =>
    all.map((fields) => `/api/questions/${name}?${fields}`),
  )
  // Who asks and what time it is are not of the record.
  const apart = [
    '/api/session',
    '/healthz',
    '/readyz',
    '/api/backup',
    '/api/audit',
    '/api/accounts',
    '/api/tokens',
    '/api/collections',
  ]
  return [...fixed, ...named, ...formats, ...questions, ...searches, ...counts].filter(
    (path) => !apart.includes(path),
  )
}

overEngines((record) => {
  let context: AppContext
  const pages = async (who: Who, paths: string[]): Promise<Map<string, string>> => {
    const app = makeApp(context)
    const answers = new Map<string, string>()
    for (const path of paths) {
      const response = await app.request(encodeURI(path), {}, { who })
      answers.set(path, `${response.status} ${(await response.text()).replace(/"asKnownOn":"[^"]*"/g, '')}`)
    }
    return answers
  }
  let ids: string[]
  let before: Map<string, string>
  beforeAll(async () => {
    const knowledge = inventWorld()
    await seedRecord(record(), knowledge)
    const reader = () => {
      throw new Error('no reader here')
    }
    context = { database: record(), knowledge, reader, now: () => now, version: '0', location: ':memory:' }
    await file(record(), open)
    before = await pages(few, pathsTo([]))
    const all = await pages(everything, pathsTo([]))
    // Nothing is kept back where there is nothing to keep back.
    for (const [path, answer] of before)
      if (!answer.startsWith('403')) expect([path, answer]).toEqual([path, all.get(path)])
    const filed = [
      await file(inCollection(record(), 'copper'), secret),
      await file(inCollection(record(), 'copper'), stranger),
    ]
    ids = filed.flatMap(({ documentId, exchanges, peopleMinted }) => [
      documentId,
      ...exchanges.map((one) => one.exchange),
      ...peopleMinted,
    ])
  }, 120_000)

  test('the documents were filed, with their exchanges and a person nobody knew', () => {
    expect(ids.length).toBe(7)
  })

  describe.each([
    ['nothing but public', few],
    ['another collection', other],
  ] as const)('who has %s', (_, who) => {
    test('finds every page and answer as it was before: no row, sentence, count or denominator', async () => {
      const after = await pages(who, [...before.keys()])
      for (const [path, answer] of after) expect([path, answer]).toEqual([path, before.get(path)])
    }, 120_000)
    test('finds nothing under the ids of what is kept back', async () => {
      for (const [path, answer] of await pages(
        who,
        pathsTo(ids).filter((path) => ids.some((id) => path.includes(id))),
      )) {
        expect([path, answer.slice(0, 3)]).toEqual([path, path.endsWith('/edits') ? '200' : '404'])
        expect(answer.replaceAll(path.split('/')[3]!, '')).not.toMatch(told)
      }
    })
  })

  test('who has the collection, or everything, finds all of it', async () => {
    const paths = pathsTo(ids)
    const [theirs, all] = [await pages(copper, paths), await pages(everything, paths)]
    for (const [path, answer] of theirs)
      if (!answer.startsWith('403')) expect([path, answer]).toEqual([path, all.get(path)])
    for (const path of [
      ...ids.slice(0, 1).map((id) => `/api/documents/${id}`),
      '/api/questions/phrases?phrase=copper',
      '/api/search?q=Quillon',
    ])
      expect(theirs.get(path)).toMatch(told)
    expect(theirs.get('/api/record')).not.toEqual(before.get('/api/record'))
  }, 120_000)

  test('what a closed document also tells of is closed with it, until it is put elsewhere', async () => {
    const again = await file(
      inCollection(record(), 'copper'),
      { ...open, text: open.text.replace('spoke', 'talked') },
      'Envoy',
    )
    const merged = again.exchanges.find((one) => one.merged)!
    const path = `/api/exchanges/${merged.exchange}`
    const status = async (who: Who) => (await pages(who, [path])).get(path)!.slice(0, 3)
    expect([await status(few), await status(other), await status(copper)]).toEqual(['404', '404', '200'])
    await moveDocument(record(), again.documentId, 'embassy')
    expect([await status(few), await status(other), await status(copper)]).toEqual(['404', '200', '404'])
    await moveDocument(record(), again.documentId, 'public')
    expect([await status(few), await status(other), await status(copper)]).toEqual(['200', '200', '200'])
    await moveDocument(record(), again.documentId, 'copper')
    expect(await status(few)).toBe('404')
  })

  test('nothing but what may be shown can be asked for, and nothing written, whatever the statement', async () => {
    const database = limited(record(), ['embassy'])
    for (const table of [
      'account',
      'session',
      'token',
      'audit',
      'ledger',
      'watch',
      'firing',
      'queued',
      'judgement',
      'review',
      'sign_on',
    ])
      await expect(database.query(`select * from ${table}`)).rejects.toThrow(/permission denied/)
    await expect(database.query(`update document set collection = 'public'`)).rejects.toThrow(
      /read-only|permission denied/,
    )
    await expect(
      database.query(`insert into document (id, text, text_hash, recorded_at) values ('x', 'x', 'x', now())`),
    ).rejects.toThrow()
    const tables = await record().query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p', 'v')`,
    )
    for (const { name } of tables) {
      const rows = await database.query(`select * from ${name}`).catch(() => [])
      if (name !== 'closed_exchange') expect([name, told.test(JSON.stringify(rows))]).toEqual([name, false])
    }
  })

  test('the role and the collections end with the statement', async () => {
    await Promise.all(Array.from({ length: 12 }, () => limited(record(), []).query('select 1')))
    await limited(record(), [])
      .transaction(async () => Promise.reject(new Error('stop')))
      .catch(() => {})
    for (let i = 0; i < 12; i++)
      expect(
        await record().query(
          `select current_user <> session_user as other, nullif(current_setting('chancery.collections', true), '') as has`,
        ),
      ).toEqual([{ other: false, has: null }])
  })

  test('names that would be more than names are refused', async () => {
    for (const name of ['a","b', 'a,b', '{}', '', 'a b', "a'b"]) {
      expect(() => inCollection(record(), name)).toThrow(InputError)
      await expect(limited(record(), [name]).query('select 1')).rejects.toThrow(InputError)
    }
    await expect(moveDocument(record(), 'nothing', 'public')).rejects.toThrow(NotFoundError)
  })

  test('only readers are kept to collections; who is, is signed out, and in anew with them', async () => {
    const password = 'a long enough one'
    await addAccount(record(), { name: 'ida', role: 'reader', password }, now)
    await addAccount(record(), { name: 'ed', role: 'editor', password }, now)
    const words = await openSession(record(), 'ida', now)
    await setCollections(record(), 'ida', ['copper'])
    expect(await findSession(record(), words, now)).toBeNull()
    expect(await findSession(record(), await openSession(record(), 'ida', now), now)).toMatchObject({
      collections: ['copper'],
    })
    await expect(setCollections(record(), 'ed', ['copper'])).rejects.toThrow(InputError)
    await expect(setCollections(record(), 'nobody', null)).rejects.toThrow(NotFoundError)
  })

  test('a route that is of the whole record says so', async () => {
    const [[, answer]] = [...(await pages(few, ['/api/ledger']))] as [[string, string]]
    expect(answer).toContain('403')
    expect(answer).toContain('kept to collections')
    expect(AccessError).toBeDefined()
  })
})

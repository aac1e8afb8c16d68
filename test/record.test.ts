// The record's contract, over both engines: what is filed, shown, judged, undone and asked as known on a day.
import { beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '../src/record/database.ts'
import { type Filing, fileReading, fileReadings } from '../src/record/filing.ts'
import {
  decideJudgement,
  listJudgements,
  mergeExchanges,
  mergePeople,
  splitExchange,
  splitPerson,
  undoJudgement,
} from '../src/record/judgements.ts'
import { listLedger } from '../src/record/ledger.ts'
import { seedRecord } from '../src/record/seed.ts'
import { emptyRecord, overEngines } from './record/engines.ts'
import {
  exampleDocument,
  exchangeOf,
  exchangeRow,
  inventedKnowledge,
  participant,
  readingOf,
  statementOf,
} from './record/world.ts'

const reader = 'test reader 1'
const by = { actor: 'anna', reason: 'the two texts describe one day' }
const visitText =
  'Foreign Minister Ilma Dorst of Arnia visited Vardia from 4 to 6 March. President Teo Varga received her.'

const filing = (
  text: string,
  exchanges = [exchangeOf(text, text.slice(0, 40))],
  rest: Partial<Filing> = {},
): Filing => ({
  document: exampleDocument(text),
  reading: readingOf(exchanges),
  reader,
  ...rest,
})

const shown = (database: Database, id: string) =>
  database
    .query(`select * from shown_exchange where id = $1 and known_to = 'infinity'`, [id])
    .then((rows) => rows[0]!)

/** Everything shown now, without the versions' own times: what undoing must restore. */
async function picture(database: Database): Promise<string> {
  const exchanges = await database.query(
    `select to_jsonb(e) - 'known_from' - 'known_to' as row from exchange e where known_to = 'infinity' order by id`,
  )
  const participants = await database.query(
    `select to_jsonb(p) - 'known_from' - 'known_to' as row from participant p where known_to = 'infinity' order by exchange_id, ordinal`,
  )
  const claims = await database.query(
    `select to_jsonb(c) - 'id' - 'recorded_at' - 'lineage' as row from exchange_claim c where retracted_at = 'infinity' order by (to_jsonb(c) - 'id' - 'recorded_at' - 'lineage')::text`,
  )
  return JSON.stringify([exchanges, participants, claims])
}

const count = async (database: Database, what: string): Promise<number> =>
  (await database.query<{ n: number }>(`select count(*) as n from ${what}`))[0]!.n

overEngines((record) => {
  let database: Database
  beforeEach(async () => {
    database = record()
    await emptyRecord(database)
    await seedRecord(database, inventedKnowledge())
  })

  describe('packs', () => {
    test('a pack exchange is shown with participants, level and source', async () => {
      const row = await shown(database, 'ev-1')
      expect(row).toMatchObject({
        kind: 'visit',
        earliest: '2024-03-04',
        latest: '2024-03-06',
        states: ['ARN', 'VAR'],
        level: 1,
        confirmed: true,
        review: 'accepted',
        format: 'bilateral',
      })
      expect(row.participants).toMatchObject([
        { person: 'ilma-dorst', name: 'Ilma Dorst', office: 'Foreign Minister', level: 5, role: 'visitor' },
        { person: 'teo-varga', nativeName: '德奥瓦尔加', level: 1, role: 'host' },
      ])
    })
    test('the same packs again change nothing', async () => {
      const before = await picture(database)
      expect(await seedRecord(database, inventedKnowledge())).toEqual({ gazetteer: false, baseRecord: false })
      expect(await picture(database)).toBe(before)
    })
    test('a row that leaves the pack is no longer shown, and still known as of before', async () => {
      await seedRecord(database, inventedKnowledge([exchangeRow('ev-2', { date: '2024-05-01' })]))
      const [{ at }] = (await database.query<{ at: string }>(
        'select max(recorded_at) as at from exchange_claim',
      )) as [{ at: string }]
      await seedRecord(database, inventedKnowledge())
      expect(await shown(database, 'ev-2')).toBeUndefined()
      const then = await database.query(
        'select id from shown_exchange where known_from <= $1 and known_to > $1 order by id',
        [at],
      )
      expect(then).toEqual([{ id: 'ev-1' }, { id: 'ev-2' }])
    })
    test('a row that comes back to the pack is shown again; a claim that a person undid a change of survives new packs', async () => {
      const two = inventedKnowledge([exchangeRow('ev-2', { date: '2024-05-01' })])
      await seedRecord(database, two)
      await seedRecord(database, inventedKnowledge())
      await seedRecord(database, two)
      const before = await picture(database)
      const judgement = await mergeExchanges(database, 'ev-2', 'ev-1', by)
      await undoJudgement(database, judgement.id, by)
      await seedRecord(
        database,
        inventedKnowledge([
          exchangeRow('ev-2', { date: '2024-05-01' }),
          exchangeRow('ev-3', { date: '2024-06-01' }),
        ]),
      )
      expect(await shown(database, 'ev-2')).toMatchObject({ earliest: '2024-05-01', place: 'Porto Vardo' })
      await seedRecord(database, two)
      expect(await picture(database)).toBe(before)
    })
    test('denormalised columns agree with their exchange', async () => {
      const wrong = await database.query(
        `select p.exchange_id from participant p join exchange e on e.id = p.exchange_id and e.known_from = p.known_from
         where (p.host_state, p.kind, p.status, p.earliest, p.latest, p.confirmed, p.known_to)
           is distinct from (e.host_state, e.kind, e.status, coalesce(e.earliest, e.latest), coalesce(e.latest, e.earliest), e.confirmed, e.known_to)`,
      )
      expect(wrong).toEqual([])
    })
  })

  describe('filing', () => {
    test('a report of an exchange the record holds becomes claims on it', async () => {
      const filed = await fileReading(database, filing(visitText))
      expect(filed.exchanges).toMatchObject([{ exchange: 'ev-1', merged: true, review: 'accepted' }])
      const claims = await database.query(
        `select value, evidence, status from exchange_claim where document_id = $1 and property = 'date'`,
        [filed.documentId],
      )
      expect(claims).toMatchObject([
        {
          value: '2024-03-04/2024-03-06',
          status: 'accepted',
          evidence: { exact: visitText.slice(0, 40), start: 0 },
        },
      ])
      expect(await listJudgements(database, 'made')).toMatchObject([
        { kind: 'same-exchange', object: 'ev-1' },
      ])
    })
    test('twice is once', async () => {
      const first = await fileReading(database, filing(visitText))
      const before = await picture(database)
      expect(await fileReading(database, filing(visitText))).toMatchObject({
        documentId: first.documentId,
        already: true,
      })
      expect(await picture(database)).toBe(before)
      expect(await count(database, 'document')).toBe(1)
    })
    test('a pasted text is the same document under any title', async () => {
      const titled = (title: string | null): Filing => ({
        ...filing(visitText),
        document: { ...exampleDocument(visitText), url: null, title },
      })
      const first = await fileReading(database, titled('A visit to Vardo'))
      expect(await fileReading(database, titled(null))).toMatchObject({
        documentId: first.documentId,
        already: true,
      })
      expect(await count(database, 'document')).toBe(1)
    })
    test('an exchange that is new gets the office held that day from dated tenures', async () => {
      const text = 'Kosvan official Chae Ryong Su met Ilma Dorst in Arnia on 2 August 2024.'
      const talks = exchangeOf(text, 'Chae Ryong Su met Ilma Dorst', {
        kind: 'talks',
        date: '2024-08-02',
        host: 'ARN',
        states: ['ARN', 'KOS'],
        participants: [
          participant('Chae Ryong Su', 'KOS', { role: 'visitor' }),
          participant('Ilma Dorst', 'ARN', { role: 'host' }),
        ],
      })
      const filed = await fileReading(database, filing(text, [talks]))
      expect(filed.exchanges[0]).toMatchObject({ merged: false, review: 'accepted' })
      const row = await shown(database, filed.exchanges[0]!.exchange)
      expect(row.level).toBe(2)
      const people = await database.query(
        'select person_id, office_id, offices, level from participant where exchange_id = $1 order by ordinal',
        [row.id],
      )
      expect(people).toEqual([
        {
          person_id: 'chae-ryong-su',
          office_id: 'KOS.speaker',
          offices: ['KOS.speaker', 'KOS.fm'],
          level: 3,
        },
        { person_id: 'ilma-dorst', office_id: 'ARN.pm', offices: ['ARN.pm'], level: 2 },
      ])
    })
    test('what the reader doubts waits for a person, and is shown as proposed', async () => {
      const text = 'A meeting between Arnia and Kosva may take place.'
      const filed = await fileReading(
        database,
        filing(text, [
          exchangeOf(text, 'A meeting', {
            kind: 'meeting',
            date: null,
            status: 'possible',
            states: ['ARN', 'KOS'],
            host: null,
            participants: [],
            confidence: 0.4,
          }),
        ]),
      )
      expect(filed.exchanges[0]!.review).toBe('proposed')
      expect(filed.exchanges[0]!.doubts.length).toBeGreaterThan(2)
      expect(await shown(database, filed.exchanges[0]!.exchange)).toMatchObject({
        review: 'proposed',
        confirmed: false,
      })
    })
    test('an analyst’s article does not become accepted evidence', async () => {
      const text = 'Ilma Dorst was in Kosva on 9 January 2024, a reminder of old ties.'
      const found = exchangeOf(text, 'Ilma Dorst was in Kosva', {
        date: '2024-01-09',
        host: 'KOS',
        states: ['ARN', 'KOS'],
        participants: [participant('Ilma Dorst', 'ARN', { role: 'visitor' })],
      })
      const filed = await fileReading(
        database,
        filing(text, [found], { document: exampleDocument(text, { genre: 'analysis' }) }),
      )
      expect(filed.exchanges).toMatchObject([{ review: 'proposed', merged: false }])
    })
    test('many writers at once: a document is filed once, an exchange that two of them report is one', async () => {
      const call = (text: string) =>
        filing(text, [exchangeOf(text, text.slice(0, 10), { kind: 'call', date: '2024-10-10', host: null })])
      const texts = ['One paper on the call.', 'Another paper on the call.', 'A third paper on the call.']
      const filed = await Promise.all(
        [...texts, ...texts, ...texts].map((text) => fileReading(database, call(text))),
      )
      expect(filed.filter((f) => !f.already)).toHaveLength(3)
      expect(new Set(filed.flatMap((f) => f.exchanges.map((e) => e.exchange))).size).toBe(1)
    })
    test('all or nothing: a filing that fails leaves no trace, and the others of its batch stand', async () => {
      const bad = filing('Another text.', [
        exchangeOf('Another text.', 'Another', { kind: undefined as never }),
      ])
      const outcomes = await fileReadings(database, [
        filing(visitText),
        bad,
        filing('A text without exchanges.', []),
      ])
      expect(outcomes.map((o) => o instanceof Error)).toEqual([false, true, false])
      expect(await count(database, 'document')).toBe(2)
    })
    test('statements keep speaker, occasion and place; words that are not there are left out', async () => {
      const text = `${visitText} "Trade comes first," Dorst said.`
      const quotes = [
        statementOf(text, '"Trade comes first,"', { speaker: 'Ilma Dorst' }),
        { ...statementOf(text, 'Trade'), start: 90_000, end: 90_010 },
      ]
      const filed = await fileReading(database, {
        ...filing(text),
        reading: readingOf([exchangeOf(text, visitText.slice(0, 40))], { statements: quotes }),
      })
      expect(
        await database.query(
          'select person_id, exchange_id, said_on, evidence from statement where document_id = $1',
          [filed.documentId],
        ),
      ).toMatchObject([
        {
          person_id: 'ilma-dorst',
          exchange_id: 'ev-1',
          said_on: '2024-03-04',
          evidence: { exact: '"Trade comes first,"' },
        },
      ])
    })
    test('snapshots: the same bytes once, other bytes beside them', async () => {
      const snapshot = (bytes: string) => ({
        bytes: Buffer.from(bytes),
        mediaType: 'text/html',
        retrievedAt: null,
        url: null,
      })
      await fileReading(database, { ...filing(visitText), snapshot: snapshot('<p>a</p>') })
      await fileReading(database, { ...filing(visitText), snapshot: snapshot('<p>a</p>') })
      await fileReading(database, { ...filing(visitText), snapshot: snapshot('<p>b</p>') })
      const kept = await database.query<{ bytes: Uint8Array; bytes_hash: string }>(
        'select bytes, bytes_hash from snapshot order by retrieved_at',
      )
      expect(kept.map((row) => Buffer.from(row.bytes).toString())).toEqual(['<p>a</p>', '<p>b</p>'])
    })
    test('hostile text: NUL, half characters and eleven scripts go in and come out as long as they were', async () => {
      const text = `\0${visitText}\ud800 шахта 德奥瓦尔加 \u202E right`
      const filed = await fileReading(database, filing(text, [exchangeOf(text, visitText.slice(0, 30))]))
      const [row] = await database.query<{ text: string }>('select text from document where id = $1', [
        filed.documentId,
      ])
      expect(row!.text.length).toBe(text.length)
      expect(
        await database.query(
          `select evidence->>'exact' as exact from exchange_claim where document_id = $1 and property = 'kind'`,
          [filed.documentId],
        ),
      ).toEqual([{ exact: visitText.slice(0, 30) }])
    })
    test('a new reader’s reading takes the old one’s place under the same exchange', async () => {
      const text = 'Ilma Dorst held talks with Chae Ryong Su in Kosva on 5 May 2024.'
      const talks = exchangeOf(text, 'held talks', {
        kind: 'talks',
        date: '2024-05-05',
        host: 'KOS',
        states: ['ARN', 'KOS'],
        participants: [
          participant('Ilma Dorst', 'ARN', { role: 'visitor' }),
          participant('Chae Ryong Su', 'KOS', { role: 'host' }),
        ],
      })
      const first = await fileReading(database, filing(text, [{ ...talks, place: 'Kosvagrad' }]))
      const second = await fileReading(database, { ...filing(text, [talks]), reader: 'test reader 2' })
      expect(second.exchanges[0]!.exchange).toBe(first.exchanges[0]!.exchange)
      expect((await shown(database, first.exchanges[0]!.exchange)).place).toBeNull()
      expect(
        await count(database, `exchange_claim where retracted_at = 'infinity' and reader = '${reader}'`),
      ).toBe(0)
    })
  })

  describe('what is shown', () => {
    const place = (text: string, where: string, rest: Partial<Filing['document']> = {}): Filing => ({
      ...filing(text, [exchangeOf(text, text.slice(0, 20), { place: where })]),
      document: exampleDocument(text, rest),
    })
    test('a readout outranks news; conflicting values stand side by side', async () => {
      await seedRecord(database, inventedKnowledge([]))
      const base = exchangeRow('ev-9', {
        place: null,
        date: '2024-11-01',
        sources: [],
        confirmed: false,
        basis: null,
      })
      await seedRecord(database, inventedKnowledge([base]))
      const on = (filed: Filing): Filing => ({
        ...filed,
        reading: readingOf(filed.reading.exchanges.map((e) => ({ ...e, date: '2024-11-01' }))),
      })
      await fileReading(database, on(place('Dorst met Varga in Vardo, an agency wrote.', 'Vardo')))
      await fileReading(
        database,
        on(
          place('The ministry of Arnia: talks were held in Castellum.', 'Castellum', {
            genre: 'readout',
            side: 'ARN',
            publisher: 'Ministry',
          }),
        ),
      )
      expect((await shown(database, 'ev-9')).place).toBe('Castellum')
      expect(await count(database, `exchange_claim where exchange_id = 'ev-9' and property = 'place'`)).toBe(
        2,
      )
    })
    test('copies of one wire count once, two independent sources more than one', async () => {
      const base = exchangeRow('ev-9', {
        place: null,
        date: '2024-11-01',
        sources: [],
        confirmed: false,
        basis: null,
      })
      await seedRecord(database, inventedKnowledge([base]))
      const wire =
        'Dorst and Varga met on the first of November in the old harbour town of Selm, where the two delegations spent the morning on fishing quotas and the afternoon on rail freight, officials of both sides told reporters.'
      const on = (filed: Filing): Filing => ({
        ...filed,
        reading: readingOf(filed.reading.exchanges.map((e) => ({ ...e, date: '2024-11-01' }))),
      })
      await fileReading(
        database,
        on(place(`${wire} (Agency)`, 'Selm', { publisher: 'A', publishedOn: '2024-11-09' })),
      )
      await fileReading(
        database,
        on(place(`${wire} More follows.`, 'Selm', { publisher: 'B', publishedOn: '2024-11-09' })),
      )
      await fileReading(
        database,
        on(
          place('Two leaders saw each other in Brin on Friday.', 'Brin', {
            publisher: 'C',
            publishedOn: '2024-11-02',
          }),
        ),
      )
      expect(await count(database, 'document')).toBe(3)
      expect((await shown(database, 'ev-9')).place).toBe('Selm') // one origin each: the newest
      await fileReading(
        database,
        on(
          place('Brin hosted the leaders, a second paper says.', 'Brin', {
            publisher: 'D',
            publishedOn: '2024-11-02',
          }),
        ),
      )
      expect((await shown(database, 'ev-9')).place).toBe('Brin') // two origins against two copies of one
    })
    test('a report that it took place outlives a later mention of its announcement', async () => {
      const announced = 'Arnia announced on Friday that Ilma Dorst would visit Vardia on 4 March.'
      await fileReading(database, filing(visitText))
      await fileReading(
        database,
        filing(announced, [exchangeOf(announced, 'Ilma Dorst would visit', { status: 'announced' })]),
      )
      expect(await shown(database, 'ev-1')).toMatchObject({ status: 'occurred', announced_on: '2024-03-07' })
    })
  })

  describe('as known on a day', () => {
    test('each instant shows exactly what was recorded by then', async () => {
      const pictures: [string, unknown][] = []
      const asOf = (at: string) =>
        database.query(
          'select id, place, status, participants from shown_exchange where known_from <= $1 and known_to > $1 order by id',
          [at],
        )
      const note = async (): Promise<void> => {
        const [row] = await database.query<{ at: string }>('select last_at as at from record_clock')
        pictures.push([row!.at, await asOf(row!.at)])
      }
      await note()
      const filed = await fileReading(
        database,
        filing(visitText, [exchangeOf(visitText, 'visited Vardia', { date: '2024-04-01' })]),
      )
      await note()
      const made = await mergeExchanges(database, filed.exchanges[0]!.exchange, 'ev-1', by)
      await note()
      await undoJudgement(database, made.id, by)
      await note()
      // The merge leaves the one that was there; undoing it brings the second back.
      expect(pictures.map(([, rows]) => (rows as unknown[]).length)).toEqual([1, 2, 1, 2])
      for (const [at, rows] of pictures) expect(await asOf(at)).toEqual(rows)
    })
    test('tenures and memberships that a new pack changed are known as they were before', async () => {
      const before = await listLedger(database, 1)
      const packs = inventedKnowledge()
      const { tenures, memberships } = packs.gazetteer
      const corrected = tenures.map((t) =>
        t.person === 'teo-varga' ? { ...t, from: '2018', sources: ['https://example.org/found'] } : t,
      )
      await seedRecord(database, {
        ...packs,
        gazetteer: { ...packs.gazetteer, tenures: corrected, memberships: [] },
      })
      const known = (view: string, at: string) =>
        database.query(
          `select from_text from ${view} where known_from <= $1 and known_to > $1 and (to_jsonb(${view}) ->> 'person_id' = 'teo-varga' or to_jsonb(${view}) ? 'state_id')`,
          [at],
        )
      const [at, now] = [before[0]!.at, new Date(Date.now() + 60_000).toISOString()]
      expect(await known('known_tenure', at)).toEqual([{ from_text: '2019' }])
      expect(await known('known_tenure', now)).toEqual([{ from_text: '2018' }])
      expect(await known('known_membership', at)).toEqual([{ from_text: '2010' }])
      expect(await known('known_membership', now)).toEqual([])
      // What the new pack left as it was has been known all along, once.
      expect(await count(database, `known_tenure where person_id <> 'teo-varga'`)).toBe(tenures.length - 1)
      expect(memberships).toHaveLength(1)
    })
    test('instants grow even when the clock was put back', async () => {
      await database.query(`update record_clock set last_at = '2099-01-01T00:00:00Z'`)
      await fileReading(database, filing(visitText))
      const [row] = await database.query<{ at: string }>(`select max(recorded_at) as at from exchange_claim`)
      expect(row!.at).toBe('2099-01-01T00:00:00.001Z')
    })
  })

  describe('judgements', () => {
    const apart = async () => {
      const text = 'Ilma Dorst came to Vardia on 20 March and saw Teo Varga.'
      const filed = await fileReading(
        database,
        filing(text, [exchangeOf(text, 'Ilma Dorst came', { date: '2024-03-20', place: 'Selm' })]),
      )
      return filed.exchanges[0]!.exchange
    }
    test('merging exchanges joins their claims; undoing restores the record exactly', async () => {
      const other = await apart()
      const before = await picture(database)
      const judgement = await mergeExchanges(database, other, 'ev-1', by)
      expect(await shown(database, other)).toBeUndefined()
      expect(
        await count(
          database,
          `exchange_claim where exchange_id = 'ev-1' and value = '"Selm"' and retracted_at = 'infinity'`,
        ),
      ).toBe(1)
      await undoJudgement(database, judgement.id, by)
      expect(await picture(database)).toBe(before)
      await expect(undoJudgement(database, judgement.id, by)).rejects.toThrow(/undone/)
    })
    test('what filing merged can be set apart, and put together again', async () => {
      const filed = await fileReading(database, filing(visitText))
      const [merged] = await listJudgements(database, 'made')
      const together = await picture(database)
      const split = await splitExchange(database, merged!.subject, by)
      expect(await shown(database, merged!.subject)).toMatchObject({
        kind: 'visit',
        occurred_on: '2024-03-04/2024-03-06',
      })
      expect(
        await count(
          database,
          `exchange_claim where exchange_id = 'ev-1' and document_id = '${filed.documentId}' and retracted_at = 'infinity'`,
        ),
      ).toBe(0)
      await undoJudgement(database, split.id, by)
      expect(await picture(database)).toBe(together)
    })
    test('merging people shows one; undoing restores the record exactly', async () => {
      const text = 'Mara Linn of Lumen met Ilma Dorst in Arnia on 3 May 2024.'
      const meeting = exchangeOf(text, 'met Ilma Dorst', {
        kind: 'meeting',
        date: '2024-05-03',
        host: 'ARN',
        states: ['ARN', 'LUM'],
        participants: [
          participant('Mara Linn', 'LUM', { person: 'mara-linn' }),
          participant('Mara Lind', 'LUM', { person: 'mara-lind' }),
          participant('Ilma Dorst', 'ARN', { role: 'host' }),
        ],
      })
      const filed = await fileReading(database, filing(text, [meeting]))
      const before = await picture(database)
      const judgement = await mergePeople(database, 'mara-lind', 'mara-linn', by)
      const row = await shown(database, filed.exchanges[0]!.exchange)
      expect((row.participants as { person: string }[]).map((p) => p.person)).toEqual([
        'ilma-dorst',
        'mara-linn',
      ])
      await undoJudgement(database, judgement.id, by)
      expect(await picture(database)).toBe(before)
    })
    test('splitting a person moves the part in these exchanges; undoing restores it', async () => {
      const before = await picture(database)
      const judgement = await splitPerson(database, 'teo-varga', 'sergei-malkov', ['ev-1'], by)
      const row = await shown(database, 'ev-1')
      expect((row.participants as { person: string }[]).map((p) => p.person)).toContain('sergei-malkov')
      await undoJudgement(database, judgement.id, by)
      expect(await picture(database)).toBe(before)
    })
    test('a doubtful sameness waits; a person makes or dismisses it', async () => {
      const text = 'An Arnian delegation was in Vardia on 5 March.'
      const vague = exchangeOf(text, 'An Arnian delegation', {
        date: '2024-03-05',
        participants: [],
        states: ['ARN', 'VAR'],
      })
      const filed = await fileReading(database, filing(text, [vague]))
      expect(filed.exchanges[0]).toMatchObject({ merged: false, review: 'proposed' })
      const [waiting] = await listJudgements(database, 'proposed')
      expect(waiting).toMatchObject({
        subject: filed.exchanges[0]!.exchange,
        object: 'ev-1',
        kind: 'same-exchange',
      })
      const before = await picture(database)
      await decideJudgement(database, waiting!.id, true, by)
      expect(await shown(database, filed.exchanges[0]!.exchange)).toBeUndefined()
      await undoJudgement(database, waiting!.id, by)
      expect(await picture(database)).toBe(before)
      expect(await decideJudgement(database, waiting!.id, false, by)).toMatchObject({ state: 'dismissed' })
    })
  })

  describe('the tree', () => {
    test('a meeting of the visitor in the host state during the visit is part of it', async () => {
      const text = 'Ilma Dorst met Speaker Olo Renn in Vardia on 5 March.'
      const meeting = exchangeOf(text, 'met Speaker', {
        kind: 'meeting',
        date: '2024-03-05',
        participants: [
          participant('Ilma Dorst', 'ARN', { role: 'visitor' }),
          participant('Olo Renn', 'VAR', { role: 'host' }),
        ],
      })
      const filed = await fileReading(database, filing(text, [meeting]))
      expect(await shown(database, filed.exchanges[0]!.exchange)).toMatchObject({
        kind: 'meeting',
        part_of: 'ev-1',
      })
      expect(filed.peopleMinted).toHaveLength(1)
    })
  })
})

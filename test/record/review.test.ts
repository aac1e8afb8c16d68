// Review, corrections and what they undo; silent edits and orphaned evidence.
import { beforeEach, describe, expect, test } from 'vitest'
import { undoChange } from '../../src/record/changes.ts'
import { applyCorrections, readCorrections } from '../../src/record/corrections.ts'
import type { Database } from '../../src/record/database.ts'
import { findOrphans, listSilentEdits } from '../../src/record/edits.ts'
import { fileReading } from '../../src/record/filing.ts'
import { listLedger } from '../../src/record/ledger.ts'
import { correctExchange, listWaiting, reviewAgreement, reviewExchange } from '../../src/record/review.ts'
import { seedRecord } from '../../src/record/seed.ts'
import { emptyRecord, overEngines } from './engines.ts'
import { exampleDocument, exchangeOf, inventedKnowledge, participant, readingOf } from './world.ts'

const anna = { actor: 'anna', reason: 'the ministry’s page says so' }
const bela = { actor: 'bela', reason: 'seen' }

overEngines((record) => {
  let database: Database
  beforeEach(async () => {
    database = record()
    await emptyRecord(database)
    await seedRecord(database, inventedKnowledge())
  })

  const shown = async (id: string) =>
    (await database.query(`select * from shown_exchange where id = $1 and known_to = 'infinity'`, [id]))[0]!
  const everything = async () =>
    JSON.stringify(
      await database.query(
        `select to_jsonb(e) - 'known_from' as row from shown_exchange e where known_to = 'infinity' order by id`,
      ),
    )
  const fileDoubtful = async (day: string, confidence = 0.4) => {
    const text = `On ${day} the Arnian minister may have been in Kosva.`
    const found = exchangeOf(text, 'the Arnian minister', {
      date: day,
      host: 'KOS',
      states: ['ARN', 'KOS'],
      confidence,
      participants: [participant('Ilma Dorst', 'ARN', { role: 'visitor' })],
    })
    const filed = await fileReading(database, {
      document: exampleDocument(text),
      reading: readingOf([found]),
      reader: 'r',
    })
    return filed.exchanges[0]!.exchange
  }

  describe('the queue', () => {
    test('what decides an answer comes before what decides none, then the most doubtful', async () => {
      const old = await fileDoubtful('2024-01-10', 0.1)
      const older = await fileDoubtful('2023-12-01', 0.5)
      const newest = await fileDoubtful('2024-02-20', 0.1)
      const waiting = await listWaiting(database)
      expect(waiting[0]).toMatchObject({ exchange: newest, states: ['ARN', 'KOS'], occurredOn: '2024-02-20' })
      expect(waiting.map((w) => w.exchange).sort()).toEqual([old, older, newest].sort())
      expect(waiting[0]!.decides).toBeGreaterThan(waiting[2]!.decides)
      expect(waiting[0]!.documents).toHaveLength(1)
    })
    test('accepting takes it out of the queue; undoing puts it back exactly', async () => {
      const id = await fileDoubtful('2024-02-20')
      const before = await everything()
      const { changed } = await reviewExchange(database, id, 'accept', anna)
      expect(await shown(id)).toMatchObject({ review: 'accepted' })
      expect(await listWaiting(database)).toEqual([])
      await undoChange(database, changed!.ledgerId, 'anna', 'a slip')
      expect(await everything()).toBe(before)
      await expect(undoChange(database, changed!.ledgerId, 'anna', 'again')).rejects.toThrow(
        /has been undone/,
      )
    })
    test('rejecting hides it from questions; the claims stay in the record', async () => {
      const id = await fileDoubtful('2024-02-20')
      await reviewExchange(database, id, 'reject', anna)
      expect(await shown(id)).toBeUndefined()
      expect(
        await database.query(
          `select distinct status, actor from exchange_claim where exchange_id = $1 and retracted_at = 'infinity'`,
          [id],
        ),
      ).toEqual([{ status: 'rejected', actor: 'anna' }])
    })
    test('a second pair of eyes: one reviewer changes nothing, nor does the same one twice; two do', async () => {
      const id = await fileDoubtful('2024-02-20')
      expect(await reviewExchange(database, id, 'accept', anna, { reviewers: 2 })).toEqual({
        changed: null,
        reviewers: ['anna'],
      })
      expect((await reviewExchange(database, id, 'accept', anna, { reviewers: 2 })).changed).toBeNull()
      expect(await shown(id)).toMatchObject({ review: 'proposed' })
      expect((await reviewExchange(database, id, 'accept', bela, { reviewers: 2 })).reviewers).toEqual([
        'anna',
        'bela',
      ])
      expect(await shown(id)).toMatchObject({ review: 'accepted' })
    })
    test('agreement by property counts what two people decided', async () => {
      const id = await fileDoubtful('2024-02-20')
      const claims = await database.query<{ id: string; property: string }>(
        `select id, property from exchange_claim where exchange_id = $1`,
        [id],
      )
      const only = (property: string) => ({
        reviewers: 9,
        claims: claims.filter((c) => c.property === property).map((c) => c.id),
      })
      await reviewExchange(database, id, 'accept', anna, only('date'))
      await reviewExchange(database, id, 'reject', bela, only('date'))
      await reviewExchange(database, id, 'accept', anna, only('host'))
      await reviewExchange(database, id, 'accept', bela, only('host'))
      expect(await reviewAgreement(database)).toEqual([
        { property: 'date', claims: 1, agreed: 0 },
        { property: 'host', claims: 1, agreed: 1 },
      ])
    })
    test('an accepted exchange stays accepted when a newer reader reads the document otherwise', async () => {
      const id = await fileDoubtful('2024-02-20')
      await reviewExchange(database, id, 'accept', anna)
      const text = 'On 2024-02-20 the Arnian minister may have been in Kosva.'
      await fileReading(database, { document: exampleDocument(text), reading: readingOf([]), reader: 'r2' })
      expect(await shown(id)).toMatchObject({ review: 'accepted', earliest: '2024-02-20' })
    })
  })

  describe('corrections', () => {
    test('a person’s value is shown before every source, with reason and actor; undo restores', async () => {
      const before = await everything()
      const changed = await correctExchange(
        database,
        {
          exchange: 'ev-1',
          property: 'place',
          value: 'Selm',
          reason: 'the map',
          source: 'https://example.org/m',
        },
        'anna',
      )
      expect((await shown('ev-1')).place).toBe('Selm')
      expect(
        await database.query(
          `select actor, reason, source_url from exchange_claim where exchange_id = 'ev-1' and value = '"Selm"'`,
        ),
      ).toEqual([{ actor: 'anna', reason: 'the map', source_url: 'https://example.org/m' }])
      await undoChange(database, changed.ledgerId, 'anna', 'wrong map')
      expect(await everything()).toBe(before)
    })
    test('a later change comes off before an earlier one', async () => {
      const first = await correctExchange(
        database,
        { exchange: 'ev-1', property: 'place', value: 'Selm', reason: 'a', source: null },
        'anna',
      )
      const second = await correctExchange(
        database,
        { exchange: 'ev-1', property: 'place', value: 'Brin', reason: 'b', source: null },
        'anna',
      )
      await expect(undoChange(database, first.ledgerId, 'anna', 'x')).rejects.toThrow(/changed again since/)
      await undoChange(database, second.ledgerId, 'anna', 'x')
      expect((await shown('ev-1')).place).toBe('Selm')
    })
    test('a date moved takes the office of that day and the participants’ columns with it', async () => {
      const id = await fileDoubtful('2024-02-20', 0.9)
      expect((await shown(id)).level).toBe(5)
      await correctExchange(
        database,
        { exchange: id, property: 'date', value: '2024-09-01', reason: 'a misprint', source: null },
        'anna',
      )
      expect(
        await database.query(
          `select office_id, level, earliest from participant where exchange_id = $1 and known_to = 'infinity' and person_id = 'ilma-dorst'`,
          [id],
        ),
      ).toEqual([{ office_id: 'ARN.pm', level: 2, earliest: '2024-09-01' }])
    })
    test.each([
      [{ property: 'kind', value: 'picnic' }, /no kind/],
      [{ property: 'date', value: '2024-02-30' }, /no date/],
      [{ property: 'host', value: 'Vardia' }, /no host/],
      [{ property: 'states', value: ['ARN'] }, /cannot be corrected/],
      [{ property: 'place', value: 'Selm', reason: ' ' }, /no reason/],
    ])('refuses %j', async (wrong, message) => {
      await expect(
        correctExchange(database, { exchange: 'ev-1', reason: 'r', source: null, ...wrong } as never, 'anna'),
      ).rejects.toThrow(message)
    })
    test('a pack tried first changes nothing and says what it would change; applied it is one line of the ledger', async () => {
      const pack = readCorrections(
        'exchange,property,value,reason,source\nev-1,place,"Selm, old town",the map,\nev-1,grade,state,the register,https://example.org/g\n',
      )
      const before = await everything()
      const answers = async (inner: Database) => ({
        where: String(
          (await inner.query(`select place from exchange where id = 'ev-1' and known_to = 'infinity'`))[0]!
            .place,
        ),
      })
      const trial = await applyCorrections(database, pack, { actor: 'anna', dryRun: true, answers })
      expect(trial).toEqual({
        changed: null,
        fields: [
          { exchange: 'ev-1', field: 'grade', before: null, after: 'state' },
          { exchange: 'ev-1', field: 'place', before: 'Porto Vardo', after: 'Selm, old town' },
        ],
        answers: [{ question: 'where', before: 'Porto Vardo', after: 'Selm, old town' }],
      })
      expect(await everything()).toBe(before)
      const { changed } = await applyCorrections(database, pack, { actor: 'anna', dryRun: false })
      expect((await shown('ev-1')).grade).toBe('state')
      expect((await listLedger(database, 1))[0]).toMatchObject({
        action: 'correction-pack',
        actor: 'anna',
        id: changed!.ledgerId,
      })
      await undoChange(database, changed!.ledgerId, 'anna', 'not so')
      expect(await everything()).toBe(before)
    })
    test('a pack with one unknown exchange changes nothing at all', async () => {
      const pack = readCorrections(
        '[{"exchange":"ev-1","property":"place","value":"Selm","reason":"r"},{"exchange":"ev-404","property":"place","value":"Selm","reason":"r"}]',
      )
      await expect(applyCorrections(database, pack, { actor: 'anna', dryRun: false })).rejects.toThrow(
        /ev-404/,
      )
      expect((await shown('ev-1')).place).toBe('Porto Vardo')
    })
  })

  describe('sources that change', () => {
    test('another text at the same address is a silent edit, sentence by sentence', async () => {
      const at = (text: string) =>
        fileReading(database, {
          document: exampleDocument(text, { url: 'https://example.org/p' }),
          reading: readingOf([]),
          reader: 'r',
        })
      const first = await at('The talks were frank. Both sides will meet again.')
      const second = await at('The talks were warm. Both sides will meet again.')
      expect(await listSilentEdits(database)).toMatchObject([
        {
          url: 'https://example.org/p',
          removed: ['The talks were frank.'],
          added: ['The talks were warm.'],
          before: { documentId: first.documentId },
          after: { documentId: second.documentId },
        },
      ])
    })
    test('evidence is exact or orphaned', async () => {
      const id = await fileDoubtful('2024-02-20')
      expect(await findOrphans(database)).toEqual([])
      await database.query(`update document set text = text || '.', text_hash = 'other'`)
      const orphans = await findOrphans(database)
      expect(orphans.length).toBeGreaterThan(5)
      expect(orphans[0]).toMatchObject({
        table: 'exchange_claim',
        evidence: { exact: 'the Arnian minister' },
      })
      expect(id).toBeTruthy()
    })
  })
})

test.each([
  ['exchange,property,value\n', /no column reason/],
  ['{"exchange": 1', /no JSON/],
  ['exchange,property,value,reason\nev-1,"pl"ace,x,y\n', /quotation mark/],
  ['[{"exchange":"e","property":"kind","value":"x","reason":"r"}]', /row 1/],
])('a pack that cannot be read: %j', (text, message) => {
  expect(() => readCorrections(text)).toThrow(message)
})

// A text is no witness to its own claims: checked, filed, copied and checked again it gets the same verdicts.
import { beforeEach, describe, expect, test } from 'vitest'
import { ingest } from '../src/ingest.ts'
import { loadModel } from '../src/knowledge/models.ts'
import type { Answer } from '../src/questions/answer.ts'
import { ask, type CheckResult, contextFor } from '../src/questions/index.ts'
import { makeReader } from '../src/reading/read.ts'
import type { Database } from '../src/record/database.ts'
import { seedRecord } from '../src/record/seed.ts'
import { emptyRecord, overEngines } from './record/engines.ts'
import { inventWorld } from './world/world.ts'

const knowledge = inventWorld()
const reader = makeReader({ knowledge, model: loadModel() })
const publishedOn = '2023-06-20'

/** Each tells something the record does not hold, and claims something that would follow from it. */
const texts = [
  'On June 12, the same day Prime Minister Max Elm began a visit to Dolmark, Ardanian Foreign Minister Edda Voss arrived in Cyrenne for talks with Foreign Minister Jun Tel.',
  'Boravian President Gil Pash visited Cyrenne on 2 June 2023. He met President Ivo Rak on 2 June 2023. Boravian Foreign Minister Finn Orr visited Cyrenne on 9 June 2023. Ardania has fallen behind Boravia in exchanges with Cyrenne since January 2023.',
  'Ardanian Foreign Minister Edda Voss visited Cyrenne on 3 June 2023. Edda Voss has not been to Cyrenne since June 2023. Finn Orr has not visited Cyrenne since 2020.',
  'Ardanian President Ana Brill received Dolmark Foreign Minister Lia Moor on 5 June 2023. She received Cyrennese Foreign Minister Jun Tel on 7 June 2023 in Ardan. Ana Brill rarely receives foreign ministers.',
  'Boravian Minister of Trade Ulla Fenn visited Cyrenne on 6 June 2023. It was the first visit by Ulla Fenn to Cyrenne since 2020. Boravian Defense Minister Hana Sol visited Cyrenne on 7 June 2023. Bo Tark is the highest-ranking Ardanian to visit Cyrenne since 2021.',
]

const rewrapped = (text: string): string => text.replace(/(\S+ \S+ \S+ \S+ \S+ \S+) /g, '$1\n')
const underWire = (text: string): string => `ARDAN (Courier) - ${text}`
const bylined = (text: string): string => text.replace(/^On /, 'By our own correspondent. On ')

const check = async (database: Database, text: string): Promise<CheckResult['claims']> => {
  const answer = await ask(contextFor(database, knowledge), 'check', { text, published: publishedOn })
  return (answer as Answer<CheckResult>).result.claims
}
const verdicts = async (database: Database, text: string): Promise<string[]> =>
  (await check(database, text)).map((claim) => `${claim.kind}: ${claim.verdict}`)
const file = (database: Database, text: string, publisher: string | null = null) =>
  ingest({ database, reader, knowledge }, { text, publishedOn, publisher, genre: 'news' })

overEngines((record) => {
  beforeEach(async () => {
    await emptyRecord(record())
    await seedRecord(record(), knowledge)
  })

  describe('check, file, check again', () => {
    test.each(texts)('%s', async (text) => {
      const before = await verdicts(record(), text)
      expect(before.length).toBeGreaterThan(0)
      await file(record(), text)
      expect(await verdicts(record(), text)).toEqual(before)
      await file(record(), rewrapped(text), 'Second Paper')
      await file(record(), underWire(text), 'Courier')
      expect(await verdicts(record(), text)).toEqual(before)
      expect(await verdicts(record(), bylined(text))).toEqual(before)
    })
  })

  test('a paragraph of a filed text is not proved by the rest of it', async () => {
    const claim = 'Edda Voss has not been to Cyrenne since June 2022.'
    const before = await verdicts(record(), claim)
    await file(
      record(),
      `Edda Voss visited Cyrenne on 3 June 2022. She met Jun Tel. ${claim} Nobody said why that is so.`,
    )
    expect(await verdicts(record(), claim)).toEqual(before)
  })

  test('what only the text tells is named apart', async () => {
    await file(record(), texts[0]!)
    const [claim] = await check(record(), texts[0]!)
    expect(claim!.reason).toMatch(/Also told by this text itself: \d rows?, not counted\./)
  })

  test('what another document tells is evidence', async () => {
    await file(record(), texts[0]!)
    const own = await verdicts(record(), texts[0]!)
    await file(
      record(),
      'Edda Voss, the Ardanian foreign minister, visited Cyrenne on 12 June 2023.',
      'Gazette',
    )
    await file(record(), 'Elvarian Prime Minister Max Elm visited Dolmark on 12 June 2023.', 'Gazette')
    expect(await verdicts(record(), texts[0]!)).not.toEqual(own)
    expect(await verdicts(record(), texts[0]!)).toContain('coincidence: holds')
  })
})

// Names of documents and people of the record: by score, with the reason.
import { beforeAll, describe, expect, test } from 'vitest'
import { holdersOf, type NamedPerson, resolvePeople, takeMatch } from '../../src/record/resolution.ts'
import { seedRecord } from '../../src/record/seed.ts'
import { emptyRecord, overEngines } from './engines.ts'
import { inventedKnowledge } from './world.ts'

const named = (name: string, state: string | null, rest: Partial<NamedPerson> = {}): NamedPerson => ({
  name,
  state,
  level: null,
  day: '2024-03-01',
  ...rest,
})

overEngines((record) => {
  beforeAll(async () => {
    await emptyRecord(record())
    await seedRecord(record(), inventedKnowledge())
  })
  const take = async (person: NamedPerson) => takeMatch((await resolvePeople(record(), [person]))[0]!)

  describe('taken', () => {
    test.each<[string, NamedPerson, string, RegExp]>([
      ['as written', named('Ilma Dorst', 'ARN'), 'ilma-dorst', /^written as "Ilma Dorst"$/],
      ['an alias', named('I. Dorst', 'ARN'), 'ilma-dorst', /alias of Ilma Dorst/],
      ['family name first', named('Dorst Ilma', 'ARN'), 'ilma-dorst', /another order/],
      ['its own script', named('德奥瓦尔加', 'VAR'), 'teo-varga', /native of Teo Varga/],
      ['another romanisation', named('Choe Ryong-su', 'KOS'), 'chae-ryong-su', /another spelling|letter/],
      ['a transliteration', named('Sergey Mal’kov', 'KOS'), 'sergei-malkov', /another spelling/],
      ['a slip', named('Teo Vargga', 'VAR'), 'teo-varga', /another spelling|1 letter/],
      [
        'the family name, with the office',
        named('Dorst', 'ARN', { level: 5 }),
        'ilma-dorst',
        /part of the name/,
      ],
      ['no state given', named('Ilma Dorst', null), 'ilma-dorst', /written/],
    ])('%s', async (_, person, id, why) => {
      const match = await take(person)
      expect(match).toMatchObject({ person: id })
      expect(match!.why).toMatch(why)
    })
  })
  describe('not taken', () => {
    test.each<[string, NamedPerson]>([
      ['a namesake of another state', named('Ilma Dorst', 'KOS')],
      ['a family name alone', named('Dorst', 'ARN')],
      ['a family name after the term', named('Linn', 'LUM', { level: 2, day: '2024-03-01' })],
      ['another person', named('Ilma Norst Vale', 'ARN')],
      ['nothing', named('', 'ARN')],
    ])('%s', async (_, person) => {
      expect(await take(person)).toBeNull()
    })
  })
  test('two people a letter apart: the one named, whose office agrees, is taken', async () => {
    expect(await take(named('Mara Linn', 'LUM', { level: 2, day: '2020-01-01' }))).toMatchObject({
      person: 'mara-linn',
    })
    expect(await take(named('Mara Lind', 'LUM'))).toMatchObject({ person: 'mara-lind' })
  })
  test('an office without a name: its one holder that day', async () => {
    const asked = { state: 'ARN', office: 'foreign minister' }
    expect(
      await holdersOf(record(), [
        { ...asked, day: '2024-03-01' },
        { ...asked, day: '2024-09-01' },
      ]),
    ).toMatchObject([{ person: 'ilma-dorst' }, null])
  })
})

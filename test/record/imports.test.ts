// Imports on both engines: filed once however often, merged with what the record holds, tenures kept when packs change.
import { beforeAll, expect, test } from 'vitest'
import { coltImport } from '../../src/formats/colt.ts'
import { ifgImport } from '../../src/formats/ministers.ts'
import { loadKnowledge } from '../../src/knowledge/knowledge.ts'
import { seedGazetteer } from '../../src/record/entities.ts'
import { fileImport } from '../../src/record/imports.ts'
import { sliceRecord } from '../../src/record/slice.ts'
import { takeInstant } from '../../src/record/versions.ts'
import { emptyRecord, overEngines } from './engines.ts'

const knowledge = loadKnowledge()
const options = { states: knowledge.gazetteer.states }
const source = { format: 'colt', file: 'trips.csv', actor: 'test' }
const header =
  'TripID,LeaderCountryISO,LeaderRole,LeaderTitle,LeaderFullName,CountryVisitedISO,CityVisited,TripStartDate,TripEndDate,HostHOGSName,SourceLink1'
const trips = (...lines: string[]) => coltImport.read([header, ...lines].join('\n'), options)

overEngines((record) => {
  beforeAll(async () => {
    await emptyRecord(record())
    await seedGazetteer(record(), knowledge.gazetteer, await takeInstant(record()))
  })
  const shown = async () => {
    const rows = []
    for await (const x of sliceRecord(record(), { asKnownOn: '9999-01-01T00:00:00Z' }).exchanges())
      rows.push(x)
    return rows
  }

  test('a row makes an exchange, with its source row; twice makes no second', async () => {
    const rows = trips(
      '1,FRA,S,President,Ana Belkor,DEU,Bonn,2031-05-03,2031-05-04,Ivo Tarn,https://example.org/1',
    )
    expect(await fileImport(record(), rows, source)).toMatchObject({ created: 1, merged: 0, peopleMinted: 2 })
    expect(await fileImport(record(), rows, source)).toMatchObject({ created: 0, merged: 1, peopleMinted: 0 })
    expect(await shown()).toMatchObject([
      {
        kind: 'visit',
        host: 'DEU',
        occurredOn: '2031-05-03/2031-05-04',
        confirmed: true,
        level: 1,
        states: ['DEU', 'FRA'],
        sources: [{ url: 'https://example.org/1' }],
      },
    ])
    const [claim] = await record().query<{ import_row: { row: number; source: Record<string, string> } }>(
      `select import_row from exchange_claim where property = 'kind'`,
    )
    expect(claim!.import_row).toMatchObject({ row: 2, source: { TripID: '1' } })
  })

  test('the same trip from another list is the same exchange, with a second source', async () => {
    const rows = trips('77,FRA,S,President,Belkor Ana,DEU,Bonn,2031-05-03,2031-05-04,,https://example.org/2')
    expect(await fileImport(record(), rows, { ...source, format: 'other', file: 'b.csv' })).toMatchObject({
      created: 0,
      merged: 1,
    })
    expect((await shown()).map((x) => x.sources.map((s) => s.url).sort())).toEqual([
      ['https://example.org/1', 'https://example.org/2'],
    ])
  })

  test('tenures stay when the packs are loaded again', async () => {
    const rows = ifgImport.read(
      'minister_name,role,department,start_date,end_date\nOna Lakeman,Minister for Lakes,Department of Lakes,2030-01-02,\n',
      options,
    )
    expect(await fileImport(record(), rows, source)).toMatchObject({ tenures: 1, peopleMinted: 1 })
    await seedGazetteer(record(), knowledge.gazetteer, await takeInstant(record()))
    const held = await record().query(
      `select o.title from tenure t join office o on o.id = t.office_id join person p on p.id = t.person_id where p.name = 'Ona Lakeman'`,
    )
    expect(held).toEqual([{ title: 'Minister for Lakes' }])
  })
})

// Lists of visits under a heading that says who went where.
import { expect, test } from 'vitest'
import { loadKnowledge } from '../../knowledge/knowledge.ts'
import { loadModel } from '../../knowledge/models.ts'
import { makeReader } from '../read.ts'

const { read } = makeReader({ knowledge: loadKnowledge(), model: loadModel() })
const told = (text: string): string[] =>
  read({ id: 't', text, publishedOn: null }).exchanges.map(
    (x) => `${x.kind} ${x.date} ${x.host}: ${x.participants.map((p) => `${p.name} ${p.office} ${p.state}`)}`,
  )

test('items with the year before the month; the next heading turns the direction', () => {
  const text = `The two countries have exchanged many visits since the war ended.

From Chile to Peru:

- 1986 April president Ana Belkor

- 2006 February Minister of Foreign Affairs Oru Tamm (to attend a funeral)

From Peru to Chile:

- 1996 March Prime Minister Luis Rey`
  expect(told(text)).toEqual([
    'visit 1986-04 PER: Ana Belkor president CHL',
    'visit 2006-02 PER: Oru Tamm Minister of Foreign Affairs CHL',
    'visit 1996-03 CHL: Luis Rey Prime Minister PER',
  ])
})

test('items told as visits of somebody, with the year in brackets; an office without a name', () => {
  const text = `The two countries have exchanged many visits since the war ended.

Chilean officials visiting Peru

•Official visit of Hon. Ana Belkor, Prime Minister in January (1976)

•Visit of Hon. Prime Minister (2006)

•Visit of the Foreign Minister (2009)`
  expect(told(text)).toEqual([
    'visit 1976 PER: Ana Belkor Prime Minister CHL',
    'visit 2006 PER: null Prime Minister CHL',
    'visit 2009 PER: null Foreign Minister CHL',
  ])
})

test('a list under another heading is no list of visits', () => {
  expect(told('Ministers of Chile and Peru:\n\n- 1986 April Ana Belkor\n\n- 1990 May Oru Tamm')).toEqual([])
})

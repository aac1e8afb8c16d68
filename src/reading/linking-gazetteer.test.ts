// Which of several known people of one name a text means.
import { expect, test } from 'vitest'
import type { Person, Tenure } from '../knowledge/gazetteer.ts'
import { loadKnowledge } from '../knowledge/knowledge.ts'
import { loadModel } from '../knowledge/models.ts'
import { makeReader } from './read.ts'

const known = loadKnowledge()
const person = (id: string, name: string): Person => ({
  id,
  name,
  nativeName: null,
  aliases: [],
  state: 'KEN',
  confirmed: false,
  sources: [],
})
const president = (id: string, from: string, to: string): Tenure => ({
  person: id,
  office: 'KEN.hos',
  from,
  to,
  order: null,
  acting: false,
  confirmedFrom: false,
  confirmedTo: false,
  sources: [],
})
const gazetteer = {
  ...known.gazetteer,
  people: [
    ...known.gazetteer.people,
    person('p-last', 'Oru Belkorin'),
    person('p-inside', 'Ana Belkorin Marrent'),
  ],
  tenures: [
    ...known.gazetteer.tenures,
    president('p-last', '1931', '1935'),
    president('p-inside', '1936', '1940'),
  ],
}
const reader = makeReader({ knowledge: { ...known, gazetteer }, model: loadModel() })

test.each<[string, string | null, string | null]>([
  // nobody tells the day: the one whose last name it is
  ['The envoy of Chile met President Belkorin.', null, 'p-last'],
  ['The envoy of Chile met President Belkorin.', '1938-01-02', 'p-inside'],
  ['The envoy of Chile met President Belkorin.', '1933-01-02', 'p-last'],
])('%s on %s', (text, publishedOn, id) =>
  expect(reader.read({ id: 't', text, publishedOn }).officials.map((one) => one.person)).toContain(id),
)

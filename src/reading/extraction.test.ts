// Exchanges read from sentences of our own: kind, status, date, host, states and who took part.
import { describe, expect, test } from 'vitest'
import { loadKnowledge } from '../knowledge/knowledge.ts'
import { loadModel } from '../knowledge/models.ts'
import { explain } from './explain.ts'
import { makeReader } from './read.ts'

const reader = makeReader({ knowledge: loadKnowledge(), model: loadModel() })
const published = '2031-05-07' // a Wednesday
const exchangesOf = (text: string) => reader.read({ id: 't', text, publishedOn: published }).exchanges

/** "kind status date host states: names (role)" of every exchange of a text. */
const told = (text: string): string[] =>
  exchangesOf(text).map(
    (x) =>
      `${x.kind} ${x.status} ${x.date} ${x.host} ${x.states}: ${x.participants.map((p) => `${p.name} ${p.role}`).join(', ')}`,
  )

describe('one sentence', () => {
  test.each([
    [
      'Peruvian Foreign Minister Ana Belkor visited Chile on Monday.',
      ['visit occurred 2031-05-05 CHL CHL,PER: Ana Belkor visitor'],
    ],
    [
      'Peruvian Foreign Minister Ana Belkor will travel to Chile on May 12.',
      ['visit announced 2031-05-12 CHL CHL,PER: Ana Belkor visitor'],
    ],
    [
      'Peruvian Foreign Minister Ana Belkor called off a trip to Chile.',
      ['visit cancelled null CHL CHL,PER: Ana Belkor visitor'],
    ],
    [
      'Peruvian Foreign Minister Ana Belkor may visit Chile in June.',
      ['visit possible 2031-06 CHL CHL,PER: Ana Belkor visitor'],
    ],
    [
      'Peruvian Foreign Minister Ana Belkor spoke by telephone with Chilean President Ilo Marrent on Tuesday.',
      ['call occurred 2031-05-06 null CHL,PER: Ana Belkor participant, Ilo Marrent participant'],
    ],
    [
      'Chilean President Ilo Marrent received Peruvian Foreign Minister Ana Belkor on Tuesday.',
      ['meeting occurred 2031-05-06 CHL CHL,PER: Ana Belkor visitor, Ilo Marrent host'],
    ],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected))
})

test('"between A and B" keeps both where a verb follows', () => {
  const text =
    'The telephone conversation between Peruvian Foreign Minister Ana Belkor and Chilean President Ilo Marrent focused on fishing.'
  expect(exchangesOf(text)[0]).toMatchObject({ kind: 'call', states: ['CHL', 'PER'] })
})

test('the head of an organization is a side of no state', () => {
  const [meeting] = exchangesOf(
    'Peruvian Foreign Minister Ana Belkor met with UN Secretary-General Oru Tamm on Monday.',
  )
  expect(meeting).toMatchObject({ kind: 'meeting', date: '2031-05-05', states: ['PER'] })
  // and brings it along
  expect(meeting!.participants.map((p) => p.name)).toEqual(['Ana Belkor', 'Oru Tamm', 'UN'])
})

describe('what is no exchange', () => {
  test.each([
    'Chilean President Ilo Marrent rarely meets with foreign ministers of Peru.',
    'No Peruvian minister has visited Chile since the dispute.',
    'Chilean President Ilo Marrent said that relations with Peru are good.',
  ])('%s', (text) => expect(exchangesOf(text)).toEqual([]))
})

test('a meeting during a visit is part of it and takes its place', () => {
  const text =
    'Peruvian Foreign Minister Ana Belkor visited Santiago, Chile, on Monday. She met with Chilean President Ilo Marrent.'
  const [visit, meeting] = exchangesOf(text)
  expect(visit).toMatchObject({ kind: 'visit', date: '2031-05-05', partOf: null })
  expect(meeting).toMatchObject({
    kind: 'meeting',
    date: '2031-05-05',
    partOf: visit!.id,
    place: 'Santiago',
    host: 'CHL',
  })
})

test('told twice is one', () => {
  const text =
    'Peruvian Foreign Minister Ana Belkor visited Chile on Monday. Ms. Belkor visited Chile on Monday, officials said.'
  expect(exchangesOf(text).filter((x) => x.kind === 'visit')).toHaveLength(1)
})

test('"met with A and B" is a meeting with each', () => {
  const text =
    'Peruvian Foreign Minister Ana Belkor met with Chilean President Ilo Marrent and Chilean Foreign Minister Oru Tamm on Monday.'
  expect(exchangesOf(text).map((x) => x.participants.map((p) => p.name))).toEqual([
    ['Ana Belkor', 'Ilo Marrent'],
    ['Ana Belkor', 'Oru Tamm'],
  ])
})

test('a text that is not English gives an empty reading and its language', () => {
  const reading = reader.read({
    id: 't',
    text: 'Die Außenministerin ist am Montag nach Santiago gereist und hat dort mit dem Präsidenten gesprochen.',
  })
  expect(reading.document.language).toBe('de')
  expect(reading.exchanges).toEqual([])
})

test('explain shows rule, words and parse', () => {
  const lines = explain(
    reader.readDraft({
      id: 't',
      text: 'Peruvian Foreign Minister Ana Belkor visited Chile on Monday.',
      publishedOn: published,
    }),
  )
  expect(lines.join('\n')).toMatch(
    /visit · occurred · 2031-05-05[\s\S]*rule {3}visit[\s\S]*words {2}Peruvian[\s\S]*parse {2}.*visited\/VERB/,
  )
})

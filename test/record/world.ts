// A small invented world: four states, their officials and tenures, a few exchanges. Nothing in it is real.
import type { BaseExchange } from '../../src/knowledge/exchanges.ts'
import type { Knowledge } from '../../src/knowledge/knowledge.ts'
import type { Exchange, Participant, Reading, Statement } from '../../src/reading/reading.ts'
import type { NewDocument } from '../../src/record/filing.ts'

const general = { confirmed: false, sources: [] as string[] }
const state = (id: string, name: string, demonym: string) => ({
  id,
  name,
  names: [],
  demonyms: [demonym],
  capital: null,
  core: true,
  ...general,
})
const office = (id: string, title: string, level: number) => ({
  id,
  state: id.slice(0, 3),
  organization: null,
  title,
  titles: [title.toLowerCase()],
  body: null,
  level,
  ranks: [],
  ...general,
})
const person = (
  id: string,
  name: string,
  home: string,
  aliases: string[] = [],
  nativeName: string | null = null,
) => ({
  id,
  name,
  nativeName,
  aliases,
  state: home,
  ...general,
})
const tenure = (who: string, what: string, from: string | null, to: string | null) => ({
  person: who,
  office: what,
  from,
  to,
  order: null,
  acting: false,
  confirmedFrom: true,
  confirmedTo: true,
  sources: ['https://example.org/t'],
})

export const exchangeRow = (id: string, row: Partial<BaseExchange>): BaseExchange => ({
  id,
  kind: 'visit',
  grade: null,
  status: 'occurred',
  date: '2024-03-04/2024-03-06',
  place: 'Porto Vardo',
  host: 'VAR',
  occasion: null,
  participants: [
    {
      person: 'ilma-dorst',
      state: 'ARN',
      organization: null,
      office: 'ARN.fm',
      offices: ['ARN.fm'],
      level: 5,
      role: 'visitor',
    },
    {
      person: 'teo-varga',
      state: 'VAR',
      organization: null,
      office: 'VAR.president',
      offices: ['VAR.president'],
      level: 1,
      role: 'host',
    },
  ],
  note: null,
  sources: ['https://example.org/a'],
  confirmed: true,
  basis: 'report',
  origin: 'hand:test',
  ...row,
})

/** Packs of the invented world. */
export function inventedKnowledge(extra: BaseExchange[] = []): Knowledge {
  return {
    gazetteer: {
      states: [
        state('ARN', 'Arnia', 'Arnian'),
        state('VAR', 'Vardia', 'Vardian'),
        state('KOS', 'Kosva', 'Kosvan'),
        state('LUM', 'Lumen', 'Lumenese'),
      ],
      organizations: [
        { id: 'QUAY', name: 'Quay Group', names: ['Quay'], kind: 'minilateral', founded: '2010', ...general },
      ],
      memberships: [
        {
          organization: 'QUAY',
          state: 'ARN',
          role: 'member',
          from: '2010',
          to: null,
          ...general,
          note: null,
        },
      ],
      offices: [
        office('ARN.fm', 'Foreign Minister', 5),
        office('ARN.pm', 'Prime Minister', 2),
        office('VAR.president', 'President', 1),
        office('KOS.fm', 'Minister of Foreign Affairs', 5),
        office('KOS.speaker', 'Speaker of the Assembly', 3),
        office('LUM.pm', 'Premier', 2),
      ],
      people: [
        person('ilma-dorst', 'Ilma Dorst', 'ARN', ['I. Dorst']),
        person('teo-varga', 'Teo Varga', 'VAR', [], '德奥瓦尔加'),
        person('chae-ryong-su', 'Chae Ryong Su', 'KOS', ["Ch'ae Ryong-su"]),
        person('sergei-malkov', 'Sergei Malkov', 'KOS'),
        person('mara-linn', 'Mara Linn', 'LUM'),
        person('mara-lind', 'Mara Lind', 'LUM'),
      ],
      tenures: [
        tenure('ilma-dorst', 'ARN.fm', '2020-01-01', '2024-06-30'),
        tenure('ilma-dorst', 'ARN.pm', '2024-07-01', null),
        tenure('teo-varga', 'VAR.president', '2019', null),
        tenure('chae-ryong-su', 'KOS.fm', '2021-05', null),
        tenure('chae-ryong-su', 'KOS.speaker', '2023-01-01', null),
        tenure('mara-linn', 'LUM.pm', '2018', '2022-12-31'),
      ],
    },
    lexicon: { abbreviations: [], honorifics: [], titles: [], topics: [], setPhrases: [], cues: {} },
    rules: [],
    baseRecord: () => ({
      exchanges: [exchangeRow('ev-1', {}), ...extra],
      readouts: [
        {
          exchange: 'ev-1',
          sides: [
            {
              state: 'ARN',
              url: 'https://example.org/r',
              official: true,
              publisher: 'Arnian ministry',
              topics: ['trade'],
            },
          ],
          missingSides: ['VAR'],
          note: null,
        },
      ],
    }),
  } as unknown as Knowledge
}

export const participant = (
  name: string | null,
  home: string | null,
  rest: Partial<Participant> = {},
): Participant => ({
  name,
  person: null,
  state: home,
  office: null,
  level: null,
  role: 'participant',
  ...rest,
})

/** A document, and a reading of it with one exchange whose evidence is the sentence that names `words`. */
export function exampleDocument(text: string, rest: Partial<NewDocument> = {}): NewDocument {
  return {
    text,
    title: null,
    publisher: 'The Quay Courier',
    url: null,
    publishedOn: '2024-03-07',
    genre: 'news',
    side: null,
    language: 'en',
    ...rest,
  }
}

export function exchangeOf(text: string, words: string, rest: Partial<Exchange> = {}): Exchange {
  const start = text.indexOf(words)
  return {
    id: 'e1',
    kind: 'visit',
    status: 'occurred',
    date: '2024-03-04/2024-03-06',
    place: null,
    host: 'VAR',
    states: ['ARN', 'VAR'],
    participants: [
      participant('Ilma Dorst', 'ARN', { role: 'visitor', office: 'Foreign Minister', level: 5 }),
      participant('Teo Varga', 'VAR', { role: 'host', office: 'President', level: 1 }),
    ],
    format: 'bilateral',
    partOf: null,
    evidence: start < 0 ? [] : [{ start, end: start + words.length, exact: words }],
    confidence: 0.9,
    rules: ['test'],
    ...rest,
  }
}

export const readingOf = (exchanges: Exchange[], rest: Partial<Reading> = {}): Reading => ({
  document: { id: 'd', title: null, publishedOn: '2024-03-07', language: 'en', genre: 'news', side: null },
  officials: [],
  exchanges,
  statements: [],
  claims: [],
  warnings: [],
  ...rest,
})

export function statementOf(text: string, quote: string, rest: Partial<Statement> = {}): Statement {
  const start = text.indexOf(quote)
  return {
    speaker: 'Ilma Dorst',
    person: null,
    state: 'ARN',
    office: null,
    quote,
    direct: true,
    start,
    end: start + quote.length,
    topics: ['trade'],
    phrases: [],
    ...rest,
  }
}

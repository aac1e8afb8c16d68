// Officials found in sentences of every kind that names and titles take; all people are invented.
import { describe, expect, test } from 'vitest'
import { loadKnowledge } from '../knowledge/knowledge.ts'
import { makeAnalyzer } from '../language/analyze.ts'
import { resolveCoreference } from './coreference.ts'
import type { Draft, Entity } from './draft.ts'
import { entityAt } from './entities.ts'
import { linkMentions } from './linking.ts'
import { findMentions } from './mentions.ts'
import { listOfficials } from './officials.ts'

const knowledge = loadKnowledge()
const analyze = makeAnalyzer(null, knowledge.lexicon.abbreviations)

function read(
  text: string,
  publishedOn: string | null = '2024-05-02',
  publisher: string | null = null,
): Draft {
  const draft: Draft = {
    source: { id: 't', text, publisher },
    knowledge,
    analysis: analyze(text),
    publishedOn,
    title: null,
    language: 'en',
    genre: null,
    side: null,
    mentions: [],
    entities: [],
    times: [],
    officials: [],
    exchanges: [],
    statements: [],
    claims: [],
    warnings: [],
  }
  for (const step of [findMentions, linkMentions, resolveCoreference, listOfficials]) step(draft)
  return draft
}

const listed = (draft: Draft): string[] =>
  draft.officials.map((one) => `${one.name} | ${one.state} | ${one.office}`)

describe('officials', () => {
  test.each<[text: string, expected: string[]]>([
    // Titles before and after, states before and after.
    [
      'Uruguayan Foreign Minister Ramón Ferreyra landed in Quito.',
      ['Ramón Ferreyra | URY | Foreign Minister'],
    ],
    ['The envoy met President of Finland Eero Lahtinen.', ['Eero Lahtinen | FIN | President']],
    ['She called President of the Republic of Latvia Jānis Ozoliņš.', ['Jānis Ozoliņš | LVA | President']],
    [
      'He met Minister of Foreign Affairs of the Republic of Korea Bae Jin-ho.',
      ['Bae Jin-ho | KOR | Minister of Foreign Affairs'],
    ],
    ["Portugal's prime minister, Rui Tavarela, arrived on Monday.", ['Rui Tavarela | PRT | prime minister']],
    ['Prime Minister Anand Rathod of India spoke first.', ['Anand Rathod | IND | Prime Minister']],
    [
      'Somchai Rattanakul, Permanent Secretary of the Ministry of Foreign Affairs of Thailand, led the team.',
      ['Somchai Rattanakul | THA | Permanent Secretary of the Ministry of Foreign Affairs'],
    ],
    [
      'Assistant Secretary for Oceans and International Environmental and Scientific Affairs Mary Holt will attend.',
      [
        'Mary Holt | USA | Assistant Secretary for Oceans and International Environmental and Scientific Affairs',
      ],
    ],
    [
      'Under Secretary for Economic Growth, Energy, and the Environment Paula Reyes will travel.',
      ['Paula Reyes | USA | Under Secretary for Economic Growth, Energy, and the Environment'],
    ],
    // Ministers of anything, several offices, several people.
    [
      'Chilean Minister for Rural Development Inés Quiroga signed.',
      ['Inés Quiroga | CHL | Minister for Rural Development'],
    ],
    [
      'Vietnamese Industry and Trade Minister Phan Thi Hoa signed.',
      ['Phan Thi Hoa | VNM | Industry and Trade Minister'],
    ],
    [
      'She met Thai Deputy Prime Minister and Foreign Minister Anan Suksawat.',
      ['Anan Suksawat | THA | Deputy Prime Minister and Foreign Minister'],
    ],
    [
      'Foreign Ministers Karel Novotny of Czechia and Maja Horvatin of Croatia met.',
      ['Karel Novotny | CZE | Foreign Minister', 'Maja Horvatin | HRV | Foreign Minister'],
    ],
    [
      'Qiu Bolin, who is also the chair of the Standing Committee of the National People’s Congress, came. Politburo member Qiu Bolin spoke.',
      [
        'Qiu Bolin | CHN | chair of the Standing Committee of the National People’s Congress; Politburo member',
      ],
    ],
    // Counterparts, envoys, spokespersons, heads of organizations.
    [
      'Norwegian Foreign Minister Liv Aasen met her Danish counterpart, Troels Krag.',
      ['Liv Aasen | NOR | Foreign Minister', 'Troels Krag | DNK | Foreign Minister'],
    ],
    ['A Swiss envoy, Beat Zumstein, will follow.', ['Beat Zumstein | CHE | envoy']],
    [
      'Chinese Foreign Ministry spokesperson Luo Meifang said so.',
      ['Luo Meifang | CHN | Foreign Ministry spokesperson'],
    ],
    [
      'UN Secretary-General Ingrid Maartens warned of war.',
      ['Ingrid Maartens | null | UN Secretary-General'],
    ],
    [
      'Japan’s Ambassador to the United Nations Orie Tanabe spoke.',
      ['Orie Tanabe | JPN | Ambassador to the United Nations'],
    ],
    // Shapes of names.
    ['SECRETARY HOLLOWAY: Thank you, Mr. President.', ['Holloway | null | Secretary']],
    [
      'Emirati National Security Adviser Sheikh Rashid bin Khalfan Al Nuaimi came.',
      ['Rashid bin Khalfan Al Nuaimi | ARE | National Security Adviser'],
    ],
    ['Deputy Secretary J. T. Marlow, Jr. met them.', ['J. T. Marlow, Jr. | USA | Deputy Secretary']],
    ['Irish Foreign Minister Fionn O’Hara left.', ['Fionn O’Hara | IRL | Foreign Minister']],
    ['Senator Maria “Mia” Delgado spoke.', ['Maria “Mia” Delgado | null | Senator']],
    [
      'Davud Karimzad, the head of the country’s nuclear department, came to Tehran with Iranian President Omid Sattari.',
      ['Davud Karimzad | IRN | head of the country’s nuclear department', 'Omid Sattari | IRN | President'],
    ],
    ['Omani Sultan Fahd bin Turki Al Said opened the port.', ['Fahd bin Turki Al Said | OMN | Sultan']],
    [
      'British Prime Minister May and Vietnamese General Secretary To Minh met.',
      ['May | GBR | Prime Minister', 'To Minh | VNM | General Secretary'],
    ],
    [
      'No Dutch prime minister has been there since Joop Verhagen came in 1990.',
      ['Joop Verhagen | NLD | Prime minister'],
    ],
    [
      'Russian President Artem Gusev met Pavel Lunin. Lunin came in his capacity as chairman of United Russia.',
      ['Artem Gusev | RUS | President', 'Pavel Lunin | RUS | Chairman of United Russia'],
    ],
    // Nobody: journalists, bodies, verbs that look like titles.
    ['The journalist Pia Lindqvist asked about it.', []],
    ['Analyst Tom Barrow and activist Ola Bakke disagree.', []],
    ['He will chair the Ocean Forum and head the Baltic Team.', []],
    ['The Turkish-backed rebels and the Sultan Yusuf Grand Mosque are far.', []],
    ['Riverside Weather Institute Director Nora Falk said so.', []],
  ])('%s', (text, expected) => {
    expect(listed(read(text))).toEqual(expected)
  })

  test('one person once, under the fullest name, with every mention', () => {
    const draft = read(
      'Secretary Holloway’s Call\nSecretary of State Grace P. Holloway spoke. Secretary Holloway thanked Dutch Foreign Minister Bram Kuiper. Holloway left.',
    )
    expect(listed(draft)).toEqual([
      'Grace P. Holloway | USA | Secretary of State',
      'Bram Kuiper | NLD | Foreign Minister',
    ])
    expect(draft.officials[0]!.mentions).toHaveLength(4)
  })

  test('a foreign official without a state belongs to the place of the meeting', () => {
    const text =
      'Deputy Secretary Nell Archer will travel to Rabat, Morocco, where she will meet with Foreign Minister Tazi.'
    expect(listed(read(text))).toContain('Tazi | MAR | Foreign Minister')
  })

  test('an official of the publisher without a state is on the publisher’s side', () => {
    const text = 'Minister for Trade Ewan Galbraith welcomed the result.'
    expect(listed(read(text, '2024-05-02', 'Australian Department of Foreign Affairs and Trade'))).toEqual([
      'Ewan Galbraith | AUS | Minister for Trade',
    ])
  })
})

/** Who the words stand for. */
function who(text: string, words: string): string | null {
  const draft = read(text)
  const start = text.lastIndexOf(words)
  const token = draft.analysis.tokens.find(
    (one) => one.end > start + (words.includes(' ') ? words.indexOf(' ') + 1 : 0),
  )!
  const entity = entityAt(draft, token.index)
  if (entity === null) return null
  const shown = ({ name, state, office }: Entity): string => name ?? `${state} ${office}`
  if (entity.members.length > 0)
    return entity.members.map((index) => shown(draft.entities[index]!)).join(' + ')
  return shown(entity)
}

describe('coreference', () => {
  const pair = 'Norwegian Foreign Minister Liv Aasen received Turkish President Kemal Ozturkoglu in Oslo. '
  test.each<[text: string, words: string, expected: string | null]>([
    [`${pair}The President thanked Norway.`, 'The President', 'Kemal Ozturkoglu'],
    [`${pair}The foreign minister smiled.`, 'The foreign minister', 'Liv Aasen'],
    [`${pair}The Turkish president left.`, 'The Turkish president', 'Kemal Ozturkoglu'],
    [`${pair}Aasen spoke.`, 'Aasen', 'Liv Aasen'],
    [`${pair}She spoke of grain.`, 'She', 'Liv Aasen'],
    [`${pair}The two leaders agreed.`, 'The two leaders', 'Liv Aasen + Kemal Ozturkoglu'],
    [`${pair}Both sides agreed.`, 'Both sides', 'Norway + Turkey'],
    [
      'Deputy Secretary Nell Archer and Secretary of State Grace Holloway came. The Deputy Secretary spoke.',
      'The Deputy Secretary',
      'Nell Archer',
    ],
    [`${pair}She thanked him.`, 'him', 'Kemal Ozturkoglu'],
    [`${pair}The Turkish leader left.`, 'The Turkish leader', 'Kemal Ozturkoglu'],
    ['The Uzbek and Mongolian leaders met.', 'Mongolian leaders', 'UZB Leader + MNG Leader'],
    [
      'The defence ministers of Finland and Sweden met. Both countries agreed.',
      'Both countries',
      'Finland + Sweden',
    ],
    [
      'The defence ministers of Finland and Sweden met. The two ministers agreed.',
      'The two ministers',
      'FIN Defence Minister + SWE Defence Minister',
    ],
    [
      'Foreign Minister Liv Aasen of Norway and her Danish and Swedish counterparts met.',
      'Danish and Swedish counterparts',
      'DNK Foreign Minister + SWE Foreign Minister',
    ],
    [
      'The French president’s diplomatic adviser came.',
      'diplomatic adviser',
      'FRA president’s diplomatic adviser',
    ],
    ['The Polish defense minister visited Riga.', 'Polish defense minister', 'POL defense minister'],
  ])('%s → %s', (text, words, expected) => {
    expect(who(text, words)).toBe(expected)
  })
})

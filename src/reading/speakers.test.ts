// Whose words a quotation gives, in the forms that news, statements and transcripts take; all people are invented.
import { expect, test } from 'vitest'
import { loadKnowledge } from '../knowledge/knowledge.ts'
import { loadModel } from '../knowledge/models.ts'
import { makeReader } from './read.ts'

const reader = makeReader({ knowledge: loadKnowledge(), model: loadModel() })
/** Keeps a short text full of foreign names English for the language detector. */
const ENGLISH = '\n\nIt was the first time that this had been said in the three years of the agreement.'

test.each<[text: string, said: [opening: string, speaker: string | null, state: string | null][]]>([
  [
    'Norwegian Foreign Minister Liv Aasen met her Kenyan counterpart, Joseph Kiprop, in Oslo. "We have agreed to open a new embassy next year," she said. "This is a good day," he added, "for both our peoples and for trade."',
    [
      ['We have agreed', 'Liv Aasen', 'NOR'],
      ['This is a good', 'Joseph Kiprop', 'KEN'],
      ['for both our', 'Joseph Kiprop', 'KEN'],
    ],
  ],
  [
    'Peruvian President Ana Belkor spoke on Monday. “I told him that ‘peace is near’ and that we must work for it,” the president told reporters in Lima.',
    [['I told him', 'Ana Belkor', 'PER']],
  ],
  [
    'PRESIDENT BELKOR: “Thank you all for coming to this house today.”\nMR. PRICE: “The Secretary will travel on Friday to the region.”',
    [
      ['Thank you all', 'Belkor', null],
      ['The Secretary will', 'Price', null],
    ],
  ],
  [
    'Asked about the talks, the Chinese Foreign Ministry spokesperson, Luo Mei, said that "dialogue is the only way out". Beijing would "never accept a fait accompli", she said.',
    [
      ['dialogue is', 'Luo Mei', 'CHN'],
      ['never accept', 'Luo Mei', 'CHN'],
    ],
  ],
  [
    'Kenyan Foreign Minister Ana Okello came out at noon. "Short is not cold," Okello objected. "We have time," was her answer to the press.',
    [
      ['Short is not', 'Ana Okello', 'KEN'],
      ['We have time', 'Ana Okello', 'KEN'],
    ],
  ],
  [
    'Norwegian Prime Minister Liv Aasen had the Finnish president, Eero Lahti, to supper and posted a photograph of it. "We all see what is at stake," was the caption.',
    [['We all see', 'Liv Aasen', 'NOR']],
  ],
  [
    'Kenyan President Joseph Kiprop, who saw him in Rome, let on only later that they had had "a word, not a meeting".',
    [['a word, not', 'Joseph Kiprop', 'KEN']],
  ],
  [
    '"It is a question of patience," was the Peruvian minister Ana Belkor\'s reply to all who asked.',
    [['It is a', 'Ana Belkor', 'PER']],
  ],
  [
    '"The era of silence is over", Finnish Foreign Minister Eero Lahti wrote on X.',
    [['The era of', 'Eero Lahti', 'FIN']],
  ],
  [
    '"We do not comment on the travel plans of the minister," a ministry official in Ankara said.',
    [['We do not', null, 'TUR']],
  ],
  [
    'In a statement, the Kremlin said the two presidents "discussed in detail the situation in the region".',
    [['discussed in detail', 'Kremlin', 'RUS']],
  ],
  [
    'The two leaders issued a joint statement. "We reaffirm our commitment to a free and open region," it read.',
    [['We reaffirm', null, null]],
  ],
  [
    'German Chancellor Jonas Falk was blunt. "This cannot go on for another winter." He left without taking questions.',
    [['This cannot', 'Jonas Falk', 'DEU']],
  ],
  [
    '"I am deeply grateful," said Latvia\'s president, Jānis Ozoliņš, standing beside his host, "for the support that you have shown us."',
    [
      ['I am deeply grateful', 'Jānis Ozoliņš', 'LVA'],
      ['for the support', 'Jānis Ozoliņš', 'LVA'],
    ],
  ],
  [
    'According to Turkish Foreign Minister Kemal Ozturk, "the corridor will open before the end of the month".',
    [['the corridor', 'Kemal Ozturk', 'TUR']],
  ],
  [
    'Okot Lwanga, Uganda\'s ambassador to the United Nations, called the vote "a dark day for the whole continent".',
    [['a dark day', 'Okot Lwanga', 'UGA']],
  ],
  [
    '“We came here to listen.\n\n“We leave with a plan and with new friends,” Indian Foreign Minister Arun Rao said.',
    [
      ['We came here', 'Arun Rao', 'IND'],
      ['We leave with', 'Arun Rao', 'IND'],
    ],
  ],
  [
    'The State Department said on Friday that it was "closely monitoring the situation on the border".',
    [['closely monitoring', 'State Department', 'USA']],
  ],
  [
    'Iran\'s top diplomat warned that "any attack will be answered at once and in kind".',
    [['any attack', null, 'IRN']],
  ],
  [
    'Russian President Ilya Orlov: Mr President, colleagues, "it is a pleasure to see you again in this hall".',
    [['it is a pleasure', 'Ilya Orlov', 'RUS']],
  ],
  [
    '"Nobody asked us," complained Estonian Defence Minister Karl Tamm. "Nobody ever does," agreed his Latvian counterpart, Andris Berzins.',
    [
      ['Nobody asked us', 'Karl Tamm', 'EST'],
      ['Nobody ever does', 'Andris Berzins', 'LVA'],
    ],
  ],
  [
    'Chinese Foreign Minister Qiu Bolin spoke first. "The road is long," Qiu said. The journey, he went on, would "open new doors for both peoples".',
    [
      ['The road is', 'Qiu Bolin', 'CHN'],
      ['open new doors', 'Qiu Bolin', 'CHN'],
    ],
  ],
])('%s', (text, said) => {
  const { statements } = reader.read({ id: 't', text: text + ENGLISH, publishedOn: '2024-05-02' })
  const found = said.map(([opening]) => statements.find((one) => one.quote.startsWith(opening)))
  expect(found.map((one) => [one?.speaker, one?.state])).toEqual(
    said.map(([, speaker, state]) => [speaker, state]),
  )
  expect(statements).toHaveLength(said.length)
})

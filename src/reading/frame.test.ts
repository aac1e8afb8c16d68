// What a text leaves out because it was said before: here, both, her predecessor.
import { expect, test } from 'vitest'
import { told } from '../../test/told.ts'

test.each<[string, string, string[]]>([
  [
    'a dispatch is told from the place of its dateline',
    'LIMA, 7 May 2031 (Wire) – It was a busy week. Chilean President Oru Tamm came in January 2029.',
    ['visit occurred 2029-01 PER: Tamm/CHL'],
  ],
  [
    'an item of a digest is told from the place that heads it',
    '1. NAIROBI. Nothing is planned this week.\n\n2. LIMA. Chilean President Oru Tamm was here last July.',
    ['visit occurred 2030-07 PER: Tamm/CHL'],
  ],
  [
    'who comes to a state that the whole text is about',
    "Peru's guests\n\nPeru has had few guests since Peru's border closed, and Peru says so. Chilean President Oru Tamm came in January 2029.",
    ['visit occurred 2029-01 PER: Tamm/CHL'],
  ],
  [
    'both are those named last',
    'Chilean President Oru Tamm and Kenyan President Ana Belkor disagree. Both will in any case be in Lima on Friday.',
    ['visit announced 2031-05-09 PER: Tamm/CHL', 'visit announced 2031-05-09 PER: Belkor/KEN'],
  ],
  [
    'an aside between the auxiliary and the verb',
    'Kenyan President Ana Belkor is, as it happens, expected in Lima on Friday.',
    ['visit announced 2031-05-09/.. PER: Belkor/KEN'],
  ],
  [
    'a predecessor serves the same state, and met somebody else',
    'Kenyan President Ana Belkor received Peruvian Foreign Minister Ilo Marrent on Monday. Her predecessor, Oru Tamm, met him once, in Lima.',
    [
      'meeting occurred 2031-05-05 KEN: Marrent/PER, Belkor/KEN',
      'meeting occurred null PER: Tamm/KEN, Marrent/PER',
    ],
  ],
  [
    'whom the gazetteer knows as a woman is never he',
    'Kenyan President Oru Belkor spoke on Monday. New Zealand Prime Minister Jacinda Ardern was busy. On Tuesday he met with Peruvian Foreign Minister Ilo Marrent.',
    ['meeting occurred 2031-05-06 null: Belkor/KEN, Marrent/PER'],
  ],
  [
    'of a meeting only the host is told: the guest is whoever came just before',
    'Chilean President Oru Tamm flew to Nairobi on Monday. On Tuesday there were talks with Ana Belkor, the Kenyan defence minister.',
    [
      'visit occurred 2031-05-05/2031-05-06 KEN: Tamm/CHL',
      'talks occurred 2031-05-06 KEN: Tamm/CHL, Belkor/KEN',
    ],
  ],
])('%s', (_, text, expected) => expect(told(text)).toEqual(expected))

test.each([
  'They can both wait, said Kenyan President Ana Belkor and Chilean President Oru Tamm.',
  'Kenyan President Ana Belkor rules both Nairobi and Mombasa. Oru Tamm, the Chilean president, does not.',
])('no exchange: %s', (text) => expect(told(text)).toEqual([]))

test.each<[string, string, string[]]>([
  [
    'each of two told by their states',
    'Peruvian President Ana Belkor met Kenya’s Oru Tamm and Chile’s Ilo Marrent on Monday.',
    [
      'meeting occurred 2031-05-05 null: Belkor/PER, Tamm/KEN',
      'meeting occurred 2031-05-05 null: Belkor/PER, Marrent/CHL',
    ],
  ],
  [
    'a body by its heads',
    'The African Union’s heads of state assemble in Nairobi on 17 and 18 May.',
    ['meeting announced 2031-05-17/2031-05-18 KEN: Union/null'],
  ],
  [
    'dialogues in the plural, state by state, with those who are visited',
    'Kenyan Foreign Minister Ana Belkor will travel to Chile and Peru on May 9. She will hold dialogues in Chile and Peru.',
    [
      'visit announced 2031-05-09 CHL: Belkor/KEN',
      'visit announced 2031-05-09 PER: Belkor/KEN',
      'talks announced 2031-05-09 CHL: Belkor/KEN',
      'talks announced 2031-05-09 PER: Belkor/KEN',
    ],
  ],
  [
    'papers ready for signature',
    'Chilean President Oru Tamm arrives in Nairobi on Friday. More than 20 accords are ready for signature.',
    ['visit announced 2031-05-09/.. KEN: Tamm/CHL', 'agreement announced 2031-05-09/.. KEN: '],
  ],
])('%s', (_, text, expected) => expect(told(text)).toEqual(expected))

test('weekdays over the items of a week ahead are of that week', () =>
  expect(
    told(
      'The diplomatic week\n\nMONDAY. Chilean President Oru Tamm is in Lima.\n\nTUESDAY. Kenyan President Ana Belkor flies to Quito.',
      '2031-05-04',
    ),
  ).toEqual(['visit announced 2031-05-05 PER: Tamm/CHL', 'visit announced 2031-05-06 ECU: Belkor/KEN']))

// Turns of readouts, travel announcements and their titles: what tells no exchange, who travels, who comes along.
import { describe, expect, test } from 'vitest'
import { loadKnowledge } from '../../knowledge/knowledge.ts'
import { loadModel } from '../../knowledge/models.ts'
import { makeReader } from '../read.ts'

const reader = makeReader({ knowledge: loadKnowledge(), model: loadModel() })

/** "kind status date host: family names" of every exchange; published on a Wednesday. */
const told = (text: string): string[] =>
  reader
    .read({ id: 't', text, publishedOn: '2031-05-07' })
    .exchanges.map(
      ({ kind, status, date, host, participants }) =>
        `${kind} ${status} ${date} ${host}: ${participants.map(({ name }) => name?.split(' ').at(-1)).join(', ')}`,
    )

const MET =
  'Kenyan Foreign Minister Oru Tamm met today in Nairobi with Peruvian Foreign Minister Ana Belkor. '
const MEETING = 'meeting occurred 2031-05-07 KEN: Tamm, Belkor'

describe('what tells no exchange of its own', () => {
  test.each([
    'Minister Tamm welcomed a settlement that ends the war in Chad.',
    'They spoke of the need to end violence in Chad.',
    'The ministers called on Chad to halt the raids.',
    'Minister Tamm and Minister Belkor praised the plan, calling on the regime in Chad to open the border at once.',
    'Minister Belkor is determined to depart from her predecessor’s approach to Chad.',
    'The ministers agreed to continue the political dialogue and contacts at various levels.',
    'The ministers agreed to keep the matter on the agenda of the Kenyan-Peruvian dialogue.',
    'This year marks the 60th anniversary of diplomatic relations between Kenya and Peru.',
    'He expressed continued Kenyan support to Cypriot-led efforts.',
    'The ministers exchanged greetings on the 60th anniversary of relations between the two countries.',
  ])('%s', (text) => expect(told(MET + text)).toEqual([MEETING]))

  test.each([
    [
      'Kenyan Foreign Minister Oru Tamm called on Peruvian President Ana Belkor in Lima on Monday to discuss trade.',
      ['meeting occurred 2031-05-05 PER: Tamm, Belkor'],
    ],
    [
      'Kenyan Foreign Minister Oru Tamm ended his tour in Peru on Monday.',
      ['visit occurred ../2031-05-05 PER: Tamm'],
    ],
    [
      'Kenya and Peru held the second Strategic Dialogue in Lima on Monday.',
      ['talks occurred 2031-05-05 PER: '],
    ],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected))
})

describe('titles in the present tense tell what the text tells', () => {
  test.each([
    [
      'Kenyan Deputy Minister Oru Tamm Travels to Lima, Quito, and Bogotá\nKenyan Deputy Minister Oru Tamm will travel to Lima, Quito, and Bogotá May 12-20 for talks on trade.',
      [
        'visit announced 2031-05-12/2031-05-20 PER: Tamm',
        'visit announced 2031-05-12/2031-05-20 ECU: Tamm',
        'visit announced 2031-05-12/2031-05-20 COL: Tamm',
      ],
    ],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected))
})

describe('the head of an organization brings it along', () => {
  test.each([
    [
      'Kenyan Foreign Minister Oru Tamm met today in Nairobi with African Union Commission Chairperson Ana Belkor.',
      ['meeting occurred 2031-05-07 KEN: Tamm, Belkor, Union'],
    ],
    [
      'Kenyan Foreign Minister Oru Tamm spoke by phone today with NATO Secretary General Ana Belkor.',
      ['call occurred 2031-05-07 null: Tamm, Belkor, NATO'],
    ],
    [
      'Kenyan Foreign Minister Oru Tamm met today in Nairobi with the Secretary General of the Organization of American States (OAS), Ana Belkor.',
      ['meeting occurred 2031-05-07 KEN: Tamm, Belkor, States'],
    ],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected))
})

describe('who goes along, who is met one after the other, who is called at one time', () => {
  test.each([
    [
      'Kenyan Foreign Minister Oru Tamm will travel to Lima on May 14, joined by Trade Minister Ilo Marrent and Deputy Minister Una Vell.',
      ['visit announced 2031-05-14 PER: Tamm, Marrent, Vell'],
    ],
    [
      'Kenyan Foreign Minister Oru Tamm will visit Lima May 14-16. Minister Tamm will be accompanied by Special Advisor Ilo Marrent.',
      ['visit announced 2031-05-14/2031-05-16 PER: Tamm, Marrent'],
    ],
    [
      'Kenyan President Oru Tamm had a telephone conversation on Monday with President of Peru Ana Belkor and President of Chile Ilo Marrent.',
      ['call occurred 2031-05-05 null: Tamm, Belkor, Marrent'],
    ],
    [
      'Telephone conversation with Ana Belkor and Ilo Marrent\nOru Tamm had a telephone conversation with President of Peru Ana Belkor and President of Chile Ilo Marrent. President of Kenya Oru Tamm thanked them.',
      ['call occurred 2031-05-07? null: Belkor, Marrent, Tamm'],
    ],
    [
      'Peru and the African Union concluded two days of successful talks in Nairobi on Monday.',
      ['talks occurred 2031-05-05 KEN: Union'],
    ],
    [
      'Kenyan Minister Oru Tamm and a delegation visited Chile and Peru from May 2-4. The delegation met with Chilean President Ilo Marrent, Chilean Minister Sol Gantry, and other cabinet members; and with Peruvian President Ana Belkor and Foreign Minister Una Vell.',
      [
        'visit occurred 2031-05-02/2031-05-04 CHL: Tamm',
        'visit occurred 2031-05-02/2031-05-04 PER: Tamm',
        'meeting occurred 2031-05-02/2031-05-04 CHL: Tamm, Marrent',
        'meeting occurred 2031-05-02/2031-05-04 CHL: Tamm, Gantry',
        'meeting occurred 2031-05-02/2031-05-04 PER: Tamm, Belkor',
        'meeting occurred 2031-05-02/2031-05-04 PER: Tamm, Vell',
      ],
    ],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected))
})

describe('where somebody goes is not whose official they are', () => {
  test.each([
    [
      'Special Envoy Tamm’s Travel to Chile, Peru, and Kenya\nOffice of the Spokesperson\nSpecial Envoy Oru Tamm will travel to Santiago on May 12-13 and Lima on May 14-15.',
      'USA',
    ],
    [
      'Counselor of the Department Oru Tamm will travel to Santiago on May 12-13 and Lima on May 14-15.',
      null,
    ],
  ])('%s', (text, expected) => {
    const { officials } = reader.read({ id: 't', text, publishedOn: '2031-05-07' })
    expect(officials.find(({ name }) => name === 'Oru Tamm')!.state).toBe(expected)
  })
})

describe('who takes part, told in a sentence of its own', () => {
  test.each([
    [
      'A summit of the African Union will be held on May 28 in Nairobi. Participants in the summit include President of the Republic of Peru Ana Belkor, Prime Minister of Chile Ilo Marrent and President of Bolivia Una Vell.',
      ['summit announced 2031-05-28 KEN: Union, Belkor, Marrent, Vell'],
    ],
    [
      'Kenyan foreign minister Oru Tamm and his Greek, Cypriot and French counterparts, Ana Belkor, Ilo Marrent and Una Vell, respectively, gathered in Nairobi on Monday.',
      ['meeting occurred 2031-05-05 KEN: Tamm, Belkor, Marrent, Vell'],
    ],
    [
      'Peru and Kenya convened for the Fourth Peru-Kenya Counterterrorism Dialogue on May 4, 2031, in Nairobi, led by Peruvian Ambassador Ana Belkor and Kenyan Special Secretary Oru Tamm.',
      ['talks occurred 2031-05-04 KEN: Belkor, Tamm'],
    ],
    [
      'The Minister of Foreign Affairs of Kenya, Mr. Oru Tamm, and the Deputy Minister of Peru, Ms. Ana Belkor, held political consultations in Nairobi today.',
      ['talks occurred 2031-05-07 KEN: Tamm, Belkor'],
    ],
    ['Ana Belkor is still seen by Kenya and Chile as the rightful leader of Peru.', []],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected))
})

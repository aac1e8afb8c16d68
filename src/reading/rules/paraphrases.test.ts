// Exchanges told in other words: arriving, hosting, meeting, calling and calling off as wires and newspapers word them.
import { describe, expect, test } from 'vitest'
import { loadKnowledge } from '../../knowledge/knowledge.ts'
import { loadModel } from '../../knowledge/models.ts'
import { makeReader } from '../read.ts'

const reader = makeReader({ knowledge: loadKnowledge(), model: loadModel() })

/** "kind st STATES date" of every exchange, in order of the letters; talks and summits count as meetings; published on a Wednesday. */
const told = (text: string): string[] =>
  reader
    .read({ id: 't', text, publishedOn: '2023-09-20' })
    .exchanges.map(({ kind, status, states, date }) =>
      `${/^(?:talks|summit)$/.test(kind) ? 'meeting' : kind} ${status.slice(0, 2)} ${states.join(',')} ${date ?? ''}`.trim(),
    )
    .sort()

describe('arriving', () => {
  test.each([
    [
      'The Kenyan foreign minister, Peter Wanjala, flew in to Kampala on Monday.',
      ['visit on KEN,UGA 2023-09-18/..'],
    ],
    [
      'Norwegian Prime Minister Lars Holmberg turned up in Riga on Tuesday with two ministers.',
      ['visit oc LVA,NOR 2023-09-19'],
    ],
    [
      'Wu Jianguo, the Chinese vice foreign minister, was in Hanoi in July and again on September 4.',
      ['visit oc CHN,VNM 2023-07', 'visit oc CHN,VNM 2023-09-04'],
    ],
    ["Ghana's Kofi Mensah, the foreign minister, has been to Abuja twice this year.", ['visit oc GHA,NGA']],
    [
      'Ethiopian Prime Minister Abebe Tadesse came up from Addis Ababa to Khartoum on Friday to talk about water.',
      ['visit oc ETH,SDN 2023-09-15'],
    ],
    [
      'Turkish Foreign Minister Kemal Aydemir is expected again in Baku next month.',
      ['visit an AZE,TUR 2023-10'],
    ],
    [
      'The Emirati foreign minister, Rashid al-Marri, is to be in Ankara on Thursday.',
      ['visit an ARE,TUR 2023-09-21'],
    ],
    [
      'Brazil has sent Foreign Minister Paulo Teixeira to Caracas with a letter from the president.',
      ['visit oc BRA,VEN'],
    ],
    [
      'Kuwait sent its foreign minister, Salem Al-Rashidi, to Riyadh on Sunday.',
      ['visit oc KWT,SAU 2023-09-17'],
    ],
    [
      'Australian Defence Minister Ian Callow was dispatched to Honiara on Monday for three days.',
      ['visit oc AUS,SLB'],
    ],
    [
      'A first foreign trip will take Peruvian President Luis Arrieta to Bogota in October.',
      ['visit an COL,PER 2023-10'],
    ],
    [
      "Danish Prime Minister Karen Holst's tour begins at dawn on Thursday in Berlin.",
      ['visit an DEU,DNK 2023-09-21'],
    ],
    [
      'Indian Foreign Secretary Arun Mehta worked his way through Colombo, Male and Dhaka last week.',
      ['visit oc BGD,IND', 'visit oc IND,LKA', 'visit oc IND,MDV'],
    ],
    [
      'Japanese Foreign Minister Kenji Arakawa begins a tour on Friday: Manila, Jakarta and Hanoi.',
      ['visit an IDN,JPN', 'visit an JPN,PHL', 'visit an JPN,VNM'],
    ],
    [
      'Canadian Foreign Minister Alice Tremblay touched down at Vilnius on Saturday evening.',
      ['visit oc CAN,LTU 2023-09-16'],
    ],
    [
      "Egypt's Mahmoud Saber, the prime minister, led ten ministers to Khartoum on August 15.",
      ['visit oc EGY,SDN 2023-08-15'],
    ],
    [
      'French Foreign Minister Luc Barreau slipped into Algiers on Sunday night.',
      ['visit oc DZA,FRA 2023-09-17'],
    ],
    ['Polish President Jan Wolski ended up in Chisinau on Monday.', ['visit oc MDA,POL 2023-09-18']],
    [
      'Bolivian Foreign Minister Juan Quispe made it to Santiago on Tuesday.',
      ['visit oc BOL,CHL 2023-09-19'],
    ],
    ['Thai Prime Minister Somchai Prasert crossed into Laos on Monday.', ['visit oc LAO,THA 2023-09-18']],
    ['The Swedish premier, Nils Ekman, headed for Warsaw on Sunday.', ['visit oc POL,SWE 2023-09-17']],
    [
      'Pakistani Foreign Secretary Tariq Malik made a stop in Tashkent on Monday.',
      ['visit oc PAK,UZB 2023-09-18'],
    ],
    ['Moroccan Foreign Minister Youssef Benali spent two days in Dakar last week.', ['visit oc MAR,SEN']],
    ['Rwandan President Jean Habimana is back in Nairobi today.', ['visit on KEN,RWA']],
    ['German Chancellor Uwe Brandt paid Helsinki a visit on Monday.', ['visit oc DEU,FIN 2023-09-18']],
    ['Cuban Foreign Minister Raul Ortega popped up in Managua on Saturday.', ['visit oc CUB,NIC 2023-09-16']],
    [
      'Belgian Foreign Minister Piet Claes boarded a plane to Kinshasa on Monday.',
      ['visit oc BEL,COD 2023-09-18'],
    ],
    [
      'Vietnamese Foreign Minister Tran Van Minh dropped by Phnom Penh on Friday.',
      ['visit oc KHM,VNM 2023-09-15'],
    ],
    [
      'The Georgian foreign minister, Levan Beridze, set foot in Yerevan on Monday for the first time.',
      ['visit oc ARM,GEO 2023-09-18'],
    ],
    [
      'Irish Foreign Minister Sean Brady will be in Rabat on Friday and in Tunis on Saturday.',
      ['visit an IRL,MAR 2023-09-22', 'visit an IRL,TUN 2023-09-23'],
    ],
  ])('%s', (text, expected) => {
    const found = told(text)
    expect(found).toHaveLength(expected.length)
    for (const [i, one] of expected.entries()) expect(found[i]).toContain(one)
  })
})

describe("host's side", () => {
  test.each([
    ['Jordan expects Iraqi Prime Minister Ali al-Jabiri next week.', ['visit an IRQ,JOR']],
    ['Tallinn will host Finnish Prime Minister Antti Laakso on Friday.', ['visit an EST,FIN 2023-09-22']],
    [
      'Chinese Premier Zhao Weimin had Malaysian Prime Minister Ismail Rahman to dinner in Beijing on Monday.',
      ['meeting oc CHN,MYS 2023-09-18'],
    ],
    [
      'Spanish King Carlos gave Mexican President Diego Fuentes lunch in Madrid on Tuesday.',
      ['meeting oc ESP,MEX 2023-09-19'],
    ],
    [
      'Laos received Foreign Minister Min Thant of Myanmar with full honours on September 12.',
      ['visit oc LAO,MMR 2023-09-12'],
    ],
    ['Ankara was host to Uzbek Foreign Minister Rustam Karimov on Monday.', ['visit oc TUR,UZB 2023-09-18']],
    [
      'Astana is preparing for a visit by Hungarian Prime Minister Gabor Nemeth in October.',
      ['visit an HUN,KAZ 2023-10'],
    ],
    [
      'Romania rolled out the red carpet for Moldovan President Ana Rusu on Monday.',
      ['visit oc MDA,ROU 2023-09-18'],
    ],
    ['Lisbon is expecting Angolan President Joao Mateus on October 3.', ['visit an AGO,PRT 2023-10-03']],
    ['Kathmandu awaits Indian Foreign Minister Arun Mehta on Thursday.', ['visit an IND,NPL 2023-09-21']],
  ])('%s', (text, expected) => {
    const found = told(text)
    expect(found).toHaveLength(expected.length)
    for (const [i, one] of expected.entries()) expect(found[i]).toContain(one)
  })
})

describe('meetings', () => {
  test.each([
    [
      'Chilean Foreign Minister Pablo Ferrada sat with Peruvian Foreign Minister Luis Arrieta in Lima on Monday.',
      ['meeting oc CHL,PER 2023-09-18'],
    ],
    [
      'Kenyan President Peter Wanjala and Ugandan President Moses Okello sat together in Entebbe on Monday.',
      ['meeting oc KEN,UGA 2023-09-18'],
    ],
    [
      'Armenian Prime Minister Armen Sarkisyan and Azerbaijani President Elchin Mammadov faced each other in Prague on September 6.',
      ['meeting oc ARM,AZE 2023-09-06'],
    ],
    [
      'Norwegian Foreign Minister Lars Holmberg lunched with Latvian Foreign Minister Janis Ozols on Tuesday.',
      ['meeting oc LVA,NOR 2023-09-19'],
    ],
    [
      'Chinese Foreign Minister Wu Jianguo had words with Pakistani Foreign Minister Tariq Malik in Islamabad on Monday.',
      ['meeting oc CHN,PAK 2023-09-18'],
    ],
    [
      'Japanese Prime Minister Kenji Arakawa found half an hour for Italian Prime Minister Paolo Ricci on Monday.',
      ['meeting oc ITA,JPN 2023-09-18'],
    ],
    [
      'Afghan President Karim Noorzai was met at the airport by Pakistani Prime Minister Tariq Malik on Monday.',
      ['meeting oc AFG,PAK 2023-09-18'],
    ],
    [
      'Indian National Security Adviser Arun Mehta spent four hours with Pakistani National Security Adviser Tariq Malik in Bangkok on Monday.',
      ['meeting oc IND,PAK 2023-09-18'],
    ],
    [
      'Serbian President Zoran Petrov shook hands with Kosovo President Arben Gashi in Skopje on Monday.',
      ['meeting oc SRB,XKX 2023-09-18'],
    ],
    [
      'Serbian Prime Minister Zoran Petrov and Kosovo Prime Minister Arben Gashi spoke in Brussels on Monday, with EU foreign policy chief Maria Keller presiding.',
      ['meeting oc EUE,SRB,XKX 2023-09-18'],
    ],
    [
      'Chilean President Pablo Ferrada last met Peruvian President Luis Arrieta in Santiago in January.',
      ['meeting oc CHL,PER 2023-01'],
    ],
    [
      'Leaders of Poland, Latvia and Estonia met in Riga on September 4 and 5.',
      ['meeting oc EST,LVA,POL 2023-09-04/2023-09-05'],
    ],
    [
      'Egyptian Foreign Minister Mahmoud Saber huddled with Sudanese Foreign Minister Omar Idris for an hour on Monday.',
      ['meeting oc EGY,SDN 2023-09-18'],
    ],
    [
      'Egyptian Foreign Minister Mahmoud Saber was closeted with Sudanese Foreign Minister Omar Idris for an hour on Monday.',
      ['meeting oc EGY,SDN 2023-09-18'],
    ],
    [
      'Swedish Prime Minister Nils Ekman ran into Turkish President Kemal Aydemir in Vilnius on Monday.',
      ['meeting oc SWE,TUR 2023-09-18'],
    ],
    [
      'German Chancellor Uwe Brandt dined with French President Luc Barreau in Berlin on Monday.',
      ['meeting oc DEU,FRA 2023-09-18'],
    ],
    [
      'German Chancellor Uwe Brandt was at the table with French President Luc Barreau in Berlin on Monday.',
      ['meeting oc DEU,FRA 2023-09-18'],
    ],
    [
      'Kazakh President Nurlan Abenov was granted an audience by Saudi King Faisal on Monday.',
      ['meeting oc KAZ,SAU 2023-09-18'],
    ],
    [
      'Kazakh Foreign Minister Nurlan Abenov got an hour with Saudi Foreign Minister Turki al-Otaibi on Monday.',
      ['meeting oc KAZ,SAU 2023-09-18'],
    ],
    [
      'Thai Foreign Minister Somchai Prasert compared notes with Lao Foreign Minister Bounmy Sisavath on Monday.',
      ['meeting oc LAO,THA 2023-09-18'],
    ],
    [
      'Ghanaian President Kofi Mensah broke bread with Ivorian President Alain Koffi in Accra on Monday.',
      ['meeting oc CIV,GHA 2023-09-18'],
    ],
    [
      'Cuban President Raul Ortega walked with Vietnamese President Tran Van Minh through Hanoi on Monday.',
      ['meeting oc CUB,VNM 2023-09-18'],
    ],
    [
      'Argentine President Diego Luna will have lunch with Uruguayan President Mateo Silva in Montevideo on Friday.',
      ['meeting an ARG,URY 2023-09-22'],
    ],
  ])('%s', (text, expected) => {
    const found = told(text)
    expect(found).toHaveLength(expected.length)
    for (const [i, one] of expected.entries()) expect(found[i]).toContain(one)
  })
})

describe('calls', () => {
  test.each([
    [
      "Brazilian President Paulo Teixeira took Argentine President Diego Luna's call on Monday.",
      ['call oc ARG,BRA 2023-09-18'],
    ],
    [
      'Togolese President Kodjo Amavi was on the telephone to Nigerian President Musa Bello on Monday.',
      ['call oc NGA,TGO 2023-09-18'],
    ],
    [
      'Bolivian Foreign Minister Juan Quispe rang his Peruvian counterpart, Luis Arrieta, on Tuesday.',
      ['call oc BOL,PER 2023-09-19'],
    ],
    [
      "Malaysian Prime Minister Ismail Rahman told Myanmar's president, Min Thant, in a telephone conversation on Monday that patience was wearing thin.",
      ['call oc MMR,MYS 2023-09-18'],
    ],
    [
      'Canadian Prime Minister Alice Tremblay got Ukrainian President Petro Bondar on the line on Monday.',
      ['call oc CAN,UKR 2023-09-18'],
    ],
    [
      'Canadian Prime Minister Alice Tremblay picked up the phone to Ukrainian President Petro Bondar on Monday.',
      ['call oc CAN,UKR 2023-09-18'],
    ],
    [
      'Georgian President Levan Beridze spoke over the phone to Armenian President Armen Sarkisyan on Monday.',
      ['call oc ARM,GEO 2023-09-18'],
    ],
  ])('%s', (text, expected) => {
    const found = told(text)
    expect(found).toHaveLength(expected.length)
    for (const [i, one] of expected.entries()) expect(found[i]).toContain(one)
  })
})

describe('letters, signing', () => {
  test.each([
    [
      'Indian Prime Minister Arun Mehta and Pakistani Prime Minister Tariq Malik put their names to a joint text in Ufa on Monday.',
      ['agreement oc IND,PAK 2023-09-18'],
    ],
    [
      'Russian Deputy Defence Minister Oleg Sidorov signed with Nigerien Defence Minister Ali Souley a document on military cooperation in Niamey on Monday.',
      ['agreement oc NER,RUS 2023-09-18'],
    ],
    ['Kenya and Uganda exchanged protest notes on Monday.', ['message oc KEN,UGA 2023-09-18']],
    [
      'A protocol on shipping is to be signed by Kazakhstan and Azerbaijan in Baku on Friday.',
      ['agreement an AZE,KAZ 2023-09-22'],
    ],
  ])('%s', (text, expected) => {
    const found = told(text)
    expect(found).toHaveLength(expected.length)
    for (const [i, one] of expected.entries()) expect(found[i]).toContain(one)
  })
})

describe('cancelled, postponed', () => {
  test.each([
    ['Bolivian Foreign Minister Juan Quispe would not be coming to Lima on Tuesday.', ['visit ca BOL,PER']],
    [
      "Kenyan President Peter Wanjala's journey to Kigali on Monday fell through.",
      ['visit ca KEN,RWA 2023-09-18'],
    ],
    [
      'A second encounter between Israeli Prime Minister Dan Harel and Sudanese leader Omar Idris is rumoured for the autumn.',
      ['meeting po ISR,SDN'],
    ],
  ])('%s', (text, expected) => {
    const found = told(text)
    expect(found).toHaveLength(expected.length)
    for (const [i, one] of expected.entries()) expect(found[i]).toContain(one)
  })
})

describe('fragments and demonyms', () => {
  test.each([
    ['The Iraqi, Fuad al-Janahi, was in Amman on Sunday.', ['visit oc IRQ,JOR 2023-09-17']],
    [
      'Foreign Minister Robert Amavi of Togo has been busy: Ouagadougou on the 3rd; Niamey a day later; Bamako on the 5th.',
      ['visit oc BFA,TGO 2023-09-03', 'visit oc MLI,TGO 2023-09-05', 'visit oc NER,TGO'],
    ],
  ])('%s', (text, expected) => {
    const found = told(text)
    expect(found).toHaveLength(expected.length)
    for (const [i, one] of expected.entries()) expect(found[i]).toContain(one)
  })
})

describe('the state, the place and the traveller told elsewhere', () => {
  test.each([
    [
      'Kenyan President Peter Wanjala flew to Kampala on Monday. His Rwandan colleague, Jean Habimana, came on Tuesday.',
      ['visit oc KEN,UGA 2023-09-18', 'visit oc RWA,UGA 2023-09-19'],
    ],
    [
      'Kampala has seldom been so busy. Kenyan President Peter Wanjala came on Monday, Rwandan President Jean Habimana on Tuesday.',
      ['visit oc KEN,UGA 2023-09-18', 'visit oc RWA,UGA 2023-09-19'],
    ],
    [
      'Russian security chief Oleg Sidorov was in the Uzbek capital on the 9th.',
      ['visit oc RUS,UZB 2023-09-09'],
    ],
    [
      'Kampala in June, Juba in July, Addis Ababa in August: Kenyan Foreign Minister Peter Wanjala has been busy.',
      ['visit oc ETH,KEN 2023-08', 'visit oc KEN,SSD 2023-07', 'visit oc KEN,UGA 2023-06'],
    ],
    [
      'Kenyan Foreign Minister Peter Wanjala has now been to all of his neighbours but Somalia: Kampala in June, Juba in July, Addis Ababa in August.',
      ['visit oc ETH,KEN 2023-08', 'visit oc KEN,SSD 2023-07', 'visit oc KEN,UGA 2023-06'],
    ],
  ])('%s', (text, expected) => {
    const found = told(text)
    expect(found).toHaveLength(expected.length)
    for (const [i, one] of expected.entries()) expect(found[i]).toContain(one)
  })
})

describe('journeys by their nouns', () => {
  test.each([
    [
      'The trip that Irish Foreign Minister Sean Brady made to Cairo in July was not announced.',
      ['visit oc EGY,IRL 2023-07'],
    ],
    ["Irish Foreign Minister Sean Brady was Egypt's guest in July.", ['visit oc EGY,IRL 2023-07']],
    ['Irish Foreign Minister Sean Brady flew in July to Cairo.', ['visit oc EGY,IRL 2023-07']],
    [
      'Hungarian Prime Minister Gabor Nemeth is awaited in Astana on Friday.',
      ['visit an HUN,KAZ 2023-09-22'],
    ],
    ['Irish President Sean Brady addressed parliament in Dakar on Monday.', ['visit oc IRL,SEN 2023-09-18']],
    [
      'Japanese Foreign Minister Kenji Arakawa told reporters in Nairobi on Monday that aid would grow.',
      ['visit oc JPN,KEN 2023-09-18'],
    ],
    ['French President Luc Barreau laid a wreath in Algiers on Monday.', ['visit oc DZA,FRA 2023-09-18']],
    ['Irish Foreign Minister Sean Brady criticised the elections in Belarus.', []],
    ['Kenyan ambassador Peter Wanjala spoke in Tokyo on Monday.', []],
    ['Irish Foreign Minister Sean Brady announced an embassy in Kigali.', []],
    ['Brazilian President Paulo Teixeira was born in Portugal.', []],
    ['Neither German Chancellor Uwe Brandt nor French President Luc Barreau went to Warsaw in 2022.', []],
    [
      'Last week alone Qatar hosted the foreign ministers of Iran, Iraq and Turkey.',
      ['visit oc IRN,QAT', 'visit oc IRQ,QAT', 'visit oc QAT,TUR'],
    ],
    [
      'A telephone conversation took place on Monday between Russian President Vladimir Orlov and Iranian President Reza Farhadi.',
      ['call oc IRN,RUS 2023-09-18'],
    ],
    [
      'The third round of political consultations between the foreign ministries of Georgia and Japan was held in Tbilisi on 14 September.',
      ['meeting oc GEO,JPN 2023-09-14'],
    ],
    [
      'The parliament speaker of Serbia, Zoran Petrov, hosted a delegation from Cyprus headed by Speaker Andreas Christou in Belgrade on Monday.',
      ['meeting oc CYP,SRB 2023-09-18'],
    ],
  ])('%s', (text, expected) => {
    const found = told(text)
    expect(found).toHaveLength(expected.length)
    for (const [i, one] of expected.entries()) expect(found[i]).toContain(one)
  })
})

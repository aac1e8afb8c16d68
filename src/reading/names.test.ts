// Officials of many lands and offices, as one sentence presents them; all people are invented.
import { expect, test } from 'vitest'
import { loadKnowledge } from '../knowledge/knowledge.ts'
import { loadModel } from '../knowledge/models.ts'
import { makeReader } from './read.ts'

const reader = makeReader({ knowledge: loadKnowledge(), model: loadModel() })
/** Keeps a short sentence full of foreign names English for the language detector. */
const ENGLISH = ' It was the first time that this had been done, and there were no questions afterwards.'

test.each<[text: string, officials: string[]]>([
  [
    'Mexican Foreign Secretary Lucía Barrientos de la Garza met her Colombian counterpart, Julián Esteban Arboleda Ríos, in Bogotá.',
    [
      'Lucía Barrientos de la Garza | MEX | Foreign Secretary',
      'Julián Esteban Arboleda Ríos | COL | Foreign Secretary',
    ],
  ],
  [
    "Ecuador's Minister of Foreign Affairs and Human Mobility, Rodrigo Paz y Miño Salvatierra, flew to Lima.",
    ['Rodrigo Paz y Miño Salvatierra | ECU | Minister of Foreign Affairs and Human Mobility'],
  ],
  [
    "Brazil's Minister of External Relations, João Henrique dos Santos Lacerda, received Angolan President Domingos Kiala Mbunda in Brasília.",
    [
      'João Henrique dos Santos Lacerda | BRA | Minister of External Relations',
      'Domingos Kiala Mbunda | AGO | President',
    ],
  ],
  [
    'Chilean Undersecretary of Foreign Affairs Ximena Larraín Undurraga spoke with Argentine Chancellor Federico Basavilbaso.',
    [
      'Ximena Larraín Undurraga | CHL | Undersecretary of Foreign Affairs',
      'Federico Basavilbaso | ARG | Chancellor',
    ],
  ],
  [
    'Saudi Deputy Minister for Public Diplomacy Affairs Fahad bin Nayef Al-Dosari met the Kuwaiti ambassador, Hamad Jassim al-Mutawa, in Riyadh.',
    [
      'Fahad bin Nayef Al-Dosari | SAU | Deputy Minister for Public Diplomacy Affairs',
      'Hamad Jassim al-Mutawa | KWT | ambassador',
    ],
  ],
  [
    "Jordan's Deputy Prime Minister and Minister of Foreign Affairs and Expatriates Nasser al-Khasawneh arrived in Baghdad.",
    ['Nasser al-Khasawneh | JOR | Deputy Prime Minister and Minister of Foreign Affairs and Expatriates'],
  ],
  [
    "Libya's Presidential Council head Younis al-Barghathi flew to Tunis to meet Tunisian Prime Minister Hédi Ben Achour.",
    ['Younis al-Barghathi | LBY | Presidential Council head', 'Hédi Ben Achour | TUN | Prime Minister'],
  ],
  [
    "Egypt's intelligence chief, Major General Hisham Fawzy, travelled to Khartoum.",
    ['Hisham Fawzy | EGY | intelligence chief'],
  ],
  ["Yemen's UN envoy, Abdullah as-Saadi, addressed the council.", ['Abdullah as-Saadi | YEM | UN envoy']],
  [
    "Myanmar's Foreign Minister U Kyaw Zin Latt met Thai Foreign Minister Pornchai Wattanasiri in Naypyidaw.",
    ['U Kyaw Zin Latt | MMR | Foreign Minister', 'Pornchai Wattanasiri | THA | Foreign Minister'],
  ],
  [
    "Thailand's Permanent Representative to the United Nations, Krit Suwanpong, voted in favour.",
    ['Krit Suwanpong | THA | Permanent Representative to the United Nations'],
  ],
  [
    "Malaysia's Prime Minister Datuk Seri Ismail Haron welcomed Bruneian Second Minister of Foreign Affairs Dato Haji Zulkifli bin Yassin.",
    ['Ismail Haron | MYS | Prime Minister', 'Zulkifli bin Yassin | BRN | Second Minister of Foreign Affairs'],
  ],
  [
    "Indonesia's Wiranto, the coordinating minister for security, flew to Canberra.",
    ['Wiranto | IDN | coordinating minister for security'],
  ],
  [
    'South Korean Vice Foreign Minister Noh Tae-gyun met Japanese Senior Deputy Foreign Minister Sakamoto Ryohei in Tokyo.',
    ['Noh Tae-gyun | KOR | Vice Foreign Minister', 'Sakamoto Ryohei | JPN | Senior Deputy Foreign Minister'],
  ],
  [
    "Taiwan's Deputy Foreign Minister Hsieh Ming-cheng landed in Vilnius.",
    ['Hsieh Ming-cheng | TWN | Deputy Foreign Minister'],
  ],
  [
    "Japan's Vice-Minister for Foreign Affairs Moriyama Kensuke briefed reporters.",
    ['Moriyama Kensuke | JPN | Vice-Minister for Foreign Affairs'],
  ],
  ['Kyrgyz Cabinet chief Azamat Toktosunov uulu attended.', ['Azamat Toktosunov uulu | KGZ | Cabinet chief']],
  [
    'Azerbaijani presidential aide Elchin Mammadov and Armenian Security Council Secretary Hayk Petrosyan met in Brussels.',
    ['Elchin Mammadov | AZE | presidential aide', 'Hayk Petrosyan | ARM | Security Council Secretary'],
  ],
  [
    "Tajikistan's Minister of Foreign Affairs Rustam Sharifzoda met the EU's special representative for Central Asia, Katri Lehtonen.",
    [
      'Rustam Sharifzoda | TJK | Minister of Foreign Affairs',
      'Katri Lehtonen | EUE | special representative for Central Asia',
    ],
  ],
  [
    "Pakistan's Foreign Secretary Sohail Rehman Qureshi met Bangladesh's Adviser for Foreign Affairs Md. Shafiqul Haque.",
    [
      'Sohail Rehman Qureshi | PAK | Foreign Secretary',
      'Md. Shafiqul Haque | BGD | Adviser for Foreign Affairs',
    ],
  ],
  [
    "Bhutan's Foreign Minister Lyonpo Tshewang Dorji signed the accord.",
    ['Tshewang Dorji | BTN | Foreign Minister'],
  ],
  [
    "Afghanistan's acting foreign minister, Mawlawi Abdul Qadir Hanafi, met Iranian special representative Reza Kazemi-Rad.",
    ['Abdul Qadir Hanafi | AFG | acting foreign minister', 'Reza Kazemi-Rad | IRN | special representative'],
  ],
  ["Eritrea's Information Minister Yonas Tekle denied it.", ['Yonas Tekle | ERI | Information Minister']],
  [
    'Ghanaian Foreign Minister Nana Akua Ofori-Boateng visited Lomé.',
    ['Nana Akua Ofori-Boateng | GHA | Foreign Minister'],
  ],
  [
    'Central African Republic President Barthélemy Ngaïkosset received the Russian ambassador, Igor Vlasenko, in Bangui.',
    ['Barthélemy Ngaïkosset | CAF | President', 'Igor Vlasenko | RUS | ambassador'],
  ],
  [
    'Congolese Deputy Prime Minister Christophe wa Mulumba travelled to Kigali.',
    ['Christophe wa Mulumba | COD | Deputy Prime Minister'],
  ],
  [
    'Papua New Guinea Foreign Minister Justin Tkalili met Australian Minister for International Development and the Pacific Conor Hale.',
    [
      'Justin Tkalili | PNG | Foreign Minister',
      'Conor Hale | AUS | Minister for International Development and the Pacific',
    ],
  ],
  ["Samoan Prime Minister Afioga Fa'asootauloa Leota spoke.", ["Fa'asootauloa Leota | WSM | Prime Minister"]],
  [
    'Dutch Foreign Minister Wouter van der Heijden-Bos met Belgian Prime Minister Alexis De Clerck in Brussels.',
    ['Wouter van der Heijden-Bos | NLD | Foreign Minister', 'Alexis De Clerck | BEL | Prime Minister'],
  ],
  [
    "Hungary's Minister of Foreign Affairs and Trade, Szabolcs Kerekes, flew to Moscow.",
    ['Szabolcs Kerekes | HUN | Minister of Foreign Affairs and Trade'],
  ],
  [
    "French Minister Delegate for Europe Clémence d'Aubigny spoke with German Minister of State for Europe Anke Lürssen-Vogt.",
    [
      "Clémence d'Aubigny | FRA | Minister Delegate for Europe",
      'Anke Lürssen-Vogt | DEU | Minister of State for Europe',
    ],
  ],
  [
    'Irish Tánaiste Micheál Ó Dálaigh met Northern Ireland Secretary Hugo Penrose.',
    ['Micheál Ó Dálaigh | IRL | Tánaiste', 'Hugo Penrose | GBR | Northern Ireland Secretary'],
  ],
  [
    "Swiss Federal Councillor Regula Ammann met Liechtenstein's Hereditary Prince Konrad.",
    ['Regula Ammann | CHE | Federal Councillor', 'Konrad | LIE | Hereditary Prince'],
  ],
  [
    'Serbian President-elect Dragan Milutinović and outgoing Montenegrin Prime Minister Luka Vujošević spoke.',
    ['Dragan Milutinović | SRB | President-elect', 'Luka Vujošević | MNE | Prime Minister'],
  ],
  [
    'The former Slovak prime minister Ondrej Hlaváč and the then Austrian chancellor, Matthias Brunner, met in 2016.',
    ['Ondrej Hlaváč | SVK | former prime minister', 'Matthias Brunner | AUT | chancellor'],
  ],
  [
    "Russian Deputy Foreign Minister Grigory V. Sukhanov received Belarus's Ambassador to Russia, Dmitry Kruchok.",
    ['Grigory V. Sukhanov | RUS | Deputy Foreign Minister', 'Dmitry Kruchok | BLR | Ambassador to Russia'],
  ],
  [
    "Ukraine's presidential chief of staff Taras Yermolenko met Moldovan Deputy Prime Minister for Reintegration Oleg Serebrianu.",
    [
      'Taras Yermolenko | UKR | presidential chief of staff',
      'Oleg Serebrianu | MDA | Deputy Prime Minister for Reintegration',
    ],
  ],
  [
    'House Speaker Deborah Lindqvist-Ames landed in Taipei.',
    ['Deborah Lindqvist-Ames | USA | House Speaker'],
  ],
  [
    'The UN special envoy for Yemen, Lars Grünewald, flew to Sanaa.',
    ['Lars Grünewald | null | UN special envoy for Yemen'],
  ],
  [
    'IAEA Director General Esteban Moltó visited Tehran and met Behrouz Kamali, the head of the Atomic Energy Organization of Iran.',
    [
      'Esteban Moltó | null | IAEA Director General',
      'Behrouz Kamali | IRN | head of the Atomic Energy Organization',
    ],
  ],
  [
    'Israeli Prime Minister Ehud Barzilai spoke with the President of the French Republic, Étienne Marchand.',
    ['Ehud Barzilai | ISR | Prime Minister', 'Étienne Marchand | FRA | President'],
  ],
  [
    'Anatoly Gromov received in the Kremlin President of Tajikistan Firuz Nazarov.',
    ['Firuz Nazarov | TJK | President'],
  ],
  [
    'Attending were Deputy Prime Minister Marko Zupan, Foreign Minister Tina Kranjc and Defence Minister Borut Novak of Slovenia.',
    [
      'Marko Zupan | SVN | Deputy Prime Minister',
      'Tina Kranjc | SVN | Foreign Minister',
      'Borut Novak | SVN | Defence Minister',
    ],
  ],
  [
    'Ambassador of Japan to Kenya Okaniwa Ken presented his credentials in Nairobi.',
    ['Okaniwa Ken | JPN | Ambassador to Kenya'],
  ],
  [
    "At a dinner in Hanoi, the Indian defence minister, Rajveer Sisodia, met General Phan Van Khoa, Vietnam's defence minister.",
    ['Rajveer Sisodia | IND | defence minister', 'Phan Van Khoa | VNM | defence minister'],
  ],
  [
    "The two ministers, Sweden's Elin Bergkvist and Norway's Odd Haugen, met in Oslo.",
    ['Elin Bergkvist | SWE | minister', 'Odd Haugen | NOR | minister'],
  ],
  [
    'The presidents of Peru and Bolivia, Fernando Quispe and Evaristo Mamani, signed.',
    ['Fernando Quispe | PER | President', 'Evaristo Mamani | BOL | President'],
  ],
  [
    'Present were the defence ministers of Estonia (Kaarel Tamm), Latvia (Andris Bērziņš) and Lithuania (Rasa Urbonaitė).',
    [
      'Kaarel Tamm | EST | defence minister',
      'Andris Bērziņš | LVA | defence minister',
      'Rasa Urbonaitė | LTU | defence minister',
    ],
  ],
  [
    "Nguyen Xuan Bach, chairman of Vietnam's National Assembly, met Cuban First Secretary Raúl Montano.",
    ['Nguyen Xuan Bach | VNM | chairman of National Assembly', 'Raúl Montano | CUB | First Secretary'],
  ],
  [
    "Israel's Mossad chief David Baruch and Shin Bet director Ronen Bargil flew to Cairo.",
    ['David Baruch | ISR | Mossad chief', 'Ronen Bargil | ISR | Shin Bet director'],
  ],
  [
    'Venezuelan Vice President Delia Rondón met Trinidad and Tobago Prime Minister Keith Rambarran.',
    ['Delia Rondón | VEN | Vice President', 'Keith Rambarran | TTO | Prime Minister'],
  ],
  [
    'H.E. Mr. Sok Chenda Rith, Deputy Prime Minister of Cambodia, met H.E. Ms. Retno Wulandari, Minister for Foreign Affairs of the Republic of Indonesia.',
    ['Sok Chenda Rith | KHM | Deputy Prime Minister', 'Retno Wulandari | IDN | Minister for Foreign Affairs'],
  ],
  [
    "Chargé d'affaires Peter Lindholm of the Swedish embassy was summoned by Iran's foreign ministry.",
    ["Peter Lindholm | SWE | Chargé d'affaires"],
  ],
  ['Consul General Mario Bianchini of Italy opened the office.', ['Mario Bianchini | ITA | Consul General']],
  [
    "Special envoy for climate Wang Huiming, who is also China's former environment minister, met Denmark's climate minister, Lars Aaby.",
    [
      'Wang Huiming | CHN | Special envoy for climate; former environment minister',
      'Lars Aaby | DNK | climate minister',
    ],
  ],
  [
    'German State Secretary Thomas Bagusch, State Minister Lena Kühn and Foreign Office spokesperson Kai Brandl were there.',
    [
      'Thomas Bagusch | DEU | State Secretary',
      'Lena Kühn | DEU | State Minister',
      'Kai Brandl | DEU | Foreign Office spokesperson',
    ],
  ],
  ['Emir Sheikh Khalid bin Jaber Al-Misnad of Qatar flew home.', ['Khalid bin Jaber Al-Misnad | QAT | Emir']],
  ['Street named after Simón Artigas was closed while the ministers dined.', []],
  ['The ship Admiral Vinogradov docked in Cape Town.', []],
  [
    'Dr. Helen Marsh, a professor of international relations at the University of Leeds, said the visit mattered.',
    [],
  ],
  ["The company's chief executive, Tomas Lund, flew in as well.", []],
  ['Analyst Piotr Wojda of the Centre for Eastern Studies sees a pattern.', []],
  ['Pop star Mira Doll sang at the banquet.', []],
  ['The Lincoln Memorial and George Washington Bridge were lit in blue.', []],
  ['Witness Abdul Karim said he heard shots.', []],
  ['Oxford historian Niall Brough disagrees.', []],
  ['Human rights lawyer Farid Alizadeh was detained.', []],
  ['Coach Ante Babić praised the team.', []],
  ['Hotel manager Jose Rizzo said the rooms were full.', []],
  ["The Wall Street Journal reported that Apple's Tim Crane will attend.", []],
  [
    'Foreign Minister (FM) Rashida Tlemsani of Morocco called.',
    ['Rashida Tlemsani | MAR | Foreign Minister'],
  ],
  [
    'PM Ardit Kelmendi of Albania spoke with FM Igor Lukšić of Montenegro.',
    ['Ardit Kelmendi | ALB | PM', 'Igor Lukšić | MNE | FM'],
  ],
  [
    "Trade Representative Kathleen Tyler and China's Vice Premier He Junfeng met in Malta.",
    ['Kathleen Tyler | USA | Trade Representative', 'He Junfeng | CHN | Vice Premier'],
  ],
  [
    "Panama's canal affairs minister, José Ramón Icaza-Clement, toured Shanghai.",
    ['José Ramón Icaza-Clement | PAN | canal affairs minister'],
  ],
  [
    "Kim Song Nam-jin, a department director of the Workers' Party of Korea, left Pyongyang for Beijing.",
    ["Kim Song Nam-jin | PRK | department director of the Workers' Party of Korea"],
  ],
  [
    "Sudan's army chief and de facto leader, General Abdel Rahman al-Burai, met Eritrean President Isayas Woldu.",
    ['Abdel Rahman al-Burai | SDN | army chief and de facto leader', 'Isayas Woldu | ERI | President'],
  ],
  [
    'Princess Annelise of Denmark visited Nuuk with King Harald-Erik of Norway.',
    ['Annelise | DNK | Princess', 'Harald-Erik | NOR | King'],
  ],
  [
    'Deputy Prime Minister Le Van Minh, Foreign Minister Bui Minh Ha of Vietnam and King Albrecht of the Belgians met.',
    [
      'Le Van Minh | VNM | Deputy Prime Minister',
      'Bui Minh Ha | VNM | Foreign Minister',
      'Albrecht | BEL | King',
    ],
  ],
  [
    'AU trade and industry commissioner Alfred Mbale opened it.',
    ['Alfred Mbale | null | AU trade and industry commissioner'],
  ],
  [
    'Riverside Development Bank president Okot Lwanga spoke in Abuja.',
    ['Okot Lwanga | null | Development Bank president'],
  ],
  ['Riverside Trade Institute director Nora Falk spoke in Abuja.', []],
  [
    'The Secretary and Estonian Foreign Minister Kersti Tamm spoke. The Secretary and Foreign Minister Tamm agreed.',
    ['Kersti Tamm | EST | Foreign Minister'],
  ],
  [
    'Malian President Oumar Diarra died, and his successor, Idrissa Coulibaly, was sworn in.',
    ['Oumar Diarra | MLI | President', 'Idrissa Coulibaly | MLI | President'],
  ],
])('%s', (text, expected) => {
  const { officials } = reader.read({ id: 't', text: text + ENGLISH, publishedOn: '2024-05-02' })
  const found = officials.map((one) => `${one.name} | ${one.state} | ${one.office}`)
  expect(found.map((one) => one.toLowerCase()).sort()).toEqual(
    expected.map((one) => one.toLowerCase()).sort(),
  )
})

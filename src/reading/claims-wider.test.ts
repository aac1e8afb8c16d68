// Claims told by structure where no listed word of diplomacy stands, and sentences of the same build that claim nothing; all invented.
import { describe, expect, test } from 'vitest'
import { loadKnowledge } from '../knowledge/knowledge.ts'
import { loadModel } from '../knowledge/models.ts'
import { explain } from './explain.ts'
import { makeReader } from './read.ts'
import type { ClaimKind } from './reading.ts'

const reader = makeReader({ knowledge: loadKnowledge(), model: loadModel() })
const source = (text: string) => ({ id: 't', text, publishedOn: '2024-05-02', genre: 'analysis' as const })
const claims = (text: string) => reader.read(source(text)).claims

const WORDINGS: Record<ClaimKind, string[]> = {
  superlative: [
    'Nobody in Ankara has put in more hours with the Libyans than he has.',
    'No neighbour is as well represented in Vientiane as Vietnam.',
    'Among the guests of the year, none stood nearer the throne than the Omani.',
    'The Bulgarian party was second in size only to that of Romania.',
    'As displays of favour go, the dinner for the Cuban minister has no equal this year.',
    'Of all the visitors of the season, the Kenyan was kept longest.',
    'The welcome in Jakarta surpassed anything laid on for Australia in a decade.',
    'It is the rarest of Saudi guests who is lodged in the summer palace in Rabat.',
    'The Peruvian was given an hour and a half, longer than any guest this year.',
    'It was the most relaxed dinner that the Tanzanian hosts could remember.',
    'Nobody else in the region has been to Algiers four times in a year.',
    'No call from Warsaw has ever lasted so long.',
    'It was by far the shortest stay of any Polish president in Minsk.',
    'Never before have Greece and Turkey exchanged so many ministers in one season.',
  ],
  'last-time': [
    'Presidents Ruto of Kenya and Kagame of Rwanda have not sat side by side since the quarrel over the border.',
    'Nothing at that level had passed between Rabat and Algiers since 2021.',
    'The meeting in Vienna ended an eight-year silence between Yerevan and Ankara.',
    'Flights of ministers from Doha to Cairo resumed after a pause of three years.',
    'After a hiatus of six years the Bolivian minister is again expected in Santiago.',
    'To find a Danish premier in Nuuk with his whole cabinet, one has to go back to 1998.',
    'The two foreign ministers, estranged for four years, shook hands in Muscat.',
    'A Saudi prince of that rank had not been seen in Tehran since the embassy burned.',
    'Five years of silence between Bogotá and Caracas came to an end on Friday.',
    'The joint commission of Peru and Chile, which last convened in 2016, met on Monday.',
    'On the last occasion that a Czech president was asked to Sofia, Zhivkov was the host.',
    'Neither Colombia nor Nicaragua has had an ambassador in the other since 2022.',
    'Such warmth between Delhi and Malé has not been seen for years.',
    'The visit to Zambia will be the last before she leaves office.',
    'It is nine years since Ottawa had a resident minister in Tehran.',
  ],
  'first-time': [
    'Kenyatta and Farmaajo have yet to exchange a word in private.',
    'Marin has never been to Minsk.',
    'The two ministers opened the first Chile-Estonia Digital Dialogue in Tallinn.',
    'The dinner broke new ground: Havana and Rome had never shared a table.',
    'The Japanese emperor has not once been asked to Pyongyang.',
    'For Montenegro to send a general to Moscow was unheard of.',
    'The visit is without parallel in the history of the two kingdoms, Bhutan and Tonga.',
    'That a serving Turkish minister should sleep in Yerevan was a novelty.',
    'She is the first of her line to be asked to Hanoi.',
    'No Fijian cabinet had hitherto met outside Suva with Australians at the table.',
    'He will thus become the first holder of the Dutch seals to address the Seimas.',
    'It was a first also for the Omani side.',
  ],
  pace: [
    'The Estonian premier met him exactly once, in Riga.',
    'The Peruvian minister has made the trip twice, in May and again in August.',
    'It is the second such request from Minsk in a month.',
    'Canada has sent nine people of cabinet rank to Suva since 2022, against two in the six years before.',
    'Relations between Tunis and Ankara have gained momentum with the visits of two ministers.',
    'Australia has been slower to send its ministers than it likes to admit.',
    'In visits, the two sides now stand level at three apiece.',
    'Italian ministers come to Tirana at the rate of one a month.',
    'Fewer and fewer Russian ministers find their way to Yerevan.',
    'More and more of the calls that Pretoria receives come from Delhi.',
    'Contacts between Quito and Lima have thinned out since the spring.',
    'Rwanda and Uganda exchange ministers every six weeks or so.',
    'The Omani has been in Tehran five times to the Saudi’s one.',
    'On average a Turkish minister lands in Baku every nine days.',
    'India has lost ground to China in the traffic of ministers with Nepal.',
    'The tally stands at four visits for Paris and none for London.',
    'Ministers from Seoul have grown noticeably busier in Hanoi.',
    'The Kyrgyz and the Tajik president have conferred on five occasions since.',
    'It is his eleventh visit to Ghana in seven and a half years.',
    'The Sudanese premier has been the busiest of the three.',
    'In visits by presidents Indonesia leads by a head: it leads in calls as well.',
    'Serbia received as many ministers from Beijing in one spring as from Berlin in three years.',
    'Her calls to Kyiv, weekly in the winter, are down to one a month.',
  ],
  coincidence: [
    "While Turkey's deputy minister, Emre Kaya, was being shown round the port, a plane from Athens put down on the next runway.",
    'He is expected in Lima on the very Tuesday that his rival has left free.',
    'In the same fortnight the king of Spain will be in Rabat.',
    'Diplomats doubt that this is chance: two delegations, one hotel.',
    'The Chinese envoy was unpacking in Suva while the Australian was packing his bags there.',
    'As the Iranian minister was climbing the steps of the palace, the Saudi was coming down them.',
    'At the same hour the Emirati minister was receiving the Israeli ambassador.',
    'The date of the Greek visit was no coincidence.',
    'The announcement came on the day that Ankara opened its embassy there.',
    'The Brazilian and the Argentine booked the same weekend in Montevideo.',
    'The Kenyan flew in to Kigali three days after the shooting of the general.',
    'The two presidents of Peru and Chile spoke on Tuesday, hours after soldiers had arrested the premier in Lima.',
    'The envoy was received in Minsk on the anniversary of the coup.',
    'The invitation to Hanoi arrived in the week in which Tokyo withdrew its own.',
  ],
  omission: [
    "Brasília's note on the call dealt with gas and with nothing else.",
    'The communiqué, as first posted, had a paragraph on Taiwan; as posted again, it has none.',
    'The readouts from Addis Ababa mention the dam every time, those from Cairo never.',
    'The Hungarian summary confines itself to trade.',
    'Algiers has not commented on the call.',
    'Mention of the islands was cut from the final text.',
    'The statement no longer speaks of a one-state solution.',
    "Tbilisi's version is confined to wine and tourism.",
    'The account from Rabat is a third as long and leaves the prisoners aside.',
    'Nobody at the joint press conference brought up the detained sailors.',
    'About the base, the declaration keeps its counsel.',
    'One looks for the word "sanctions" in the Serbian text to no avail.',
    'The word "ally", present in every statement since 2009, has been dropped.',
    'The note from Cairo contains no such promise.',
    'Four statements came out of the talks in Rabat. None of the four refers to the dam.',
    'The delegation from Harare came home from Beijing without a communiqué.',
    'The statement that the Malians issued does not contain the word federation.',
    'The Bolivian handed over a note of protest. Nothing on that in the bulletin of the ministry.',
    'None of the communiqués issued with Jakarta since 2008 refers to the border.',
    'What the ministers of Chile and Peru said about the border is in neither text.',
  ],
  'norm-exception': [
    'Moscow, whose diplomats used to sit in on every round, was absent.',
    'Spain, which has stayed away from every gathering with Kosovo at the table, has not replied.',
    'The king broke with custom when he chose Riyadh rather than Cairo for his first journey.',
    'All her predecessors had begun in Brussels; she went to Ankara.',
    'Alone among European leaders he was met at the airport in Minsk by the president.',
    'A new Mexican president would normally have gone to Washington first.',
    'He dispensed with the customary handshake in the garden.',
    'In place of the usual deputy, Beijing sent a minister to Suva.',
    'Etiquette was set aside and the Qatari envoy was seated beside the queen.',
    'Where another guest would have had an ambassador, the Kenyan had the foreign minister at the gate.',
    'The Swiss, who like to stay out of such quarrels, this time offered a villa.',
    'The two presidents have conversed often, though nearly always on neutral ground.',
    'Every earlier round had been held in Geneva; this one was in Doha.',
    'All the island leaders but Bainimarama were asked to Rarotonga.',
    'It is not customary for a finance ministry to receive ambassadors.',
    'The Paraguayan minister, who does not often receive journalists, gave an interview on the visit.',
    'A general is not the sort of guest that the patriarch in Sofia is in the habit of receiving.',
  ],
  hypothesis: [
    'Perhaps the Chinese have what they came to Suva for.',
    'Or maybe their ambassador makes visits superfluous.',
    'No meeting with the Kosovar appears in the diary, which may be mere prudence.',
    'Opposition deputies think that Morales found a quarrel with Chile more useful than a photograph.',
    'Diplomats offer two answers. The first is that Guelleh is collecting suitors before the Chinese loans fall due.',
    'Diplomats offer two answers. The second, more charitable, is that with Somalia at peace (its leaders met in May) he fears being left out.',
    'She went to Hanoi first, as if to remind Beijing that she had a choice.',
    'The wife of a diplomat in Muscat thinks that the sultan is preparing to be courted.',
    'Doubtless the invitation from Rabat had something to do with fish.',
    'The Kremlin, it would seem, wants the visit to be noticed in Yerevan.',
    'What drove the Serbian premier to Sofia is a matter of conjecture.',
    'Not a few in Zagreb wonder whether the visit was meant for the voters.',
    'The real audience for the visit, surely, was in Washington.',
    'The delay can only mean that Doha has not made up its mind.',
    'It is an open secret, or at least an open guess, that Ankara wants the base back.',
    'A seat at the table, say the cynics, was what the Kenyan came for.',
    "Egypt's silence may be the easiest to explain.",
    'The Australians, she suspected, were staying away from Dili because of the gas.',
    'Conceivably the Omani came as a messenger.',
    'The haste with which Lima replied speaks of a plan made beforehand.',
    'Behind the trip some see the hand of the Emirati royal court.',
  ],
}

describe.each(Object.entries(WORDINGS))('%s', (kind, texts) => {
  test.each(texts)('%s', (text) => expect(claims(text).map((claim) => claim.kind)).toContain(kind))
})

test.each([
  'Prices have not fallen since the spring.',
  'The Spanish economy has not grown since 2019.',
  'The minister has yet to decide on the budget.',
  'He has never smoked.',
  'She was the first to arrive and the last to leave.',
  'The factory has been slower to recover than expected.',
  'He called the office twice but nobody answered.',
  'While the cabinet was sitting, it rained.',
  'Perhaps it will rain in Lima tomorrow.',
  'The first is that taxes are too high; the second is that wages are too low.',
  'The doctors think that the wound will heal.',
  'The text of the treaty has nine articles and none of them is long.',
  'Trade between Peru and Chile has gained momentum.',
  'The mayor used to cycle to work every morning.',
  'The rebels have lost ground in the north.',
  'The minister said that the government believes that the talks will succeed.',
  'The ministers of Chile and Peru agreed to meet again in the same month next year.',
  'The president of Kenya will be in Rome until Friday.',
  'The average wage in Estonia rose by one per cent a month.',
  "His third trip to Dili is pencilled in for next year's anniversary.",
  'The statements with Canberra never fail to mention policing.',
  'He cancelled his visit to Canberra on the eve of departure.',
  'A second such meeting between Peru and Chile is rumoured for the autumn.',
])('no claim: %s', (text) => expect(claims(text)).toEqual([]))

test('the rule and the words of a claim are named where its lines are wrapped as well', () => {
  const wrapped =
    'The Peruvian foreign minister flew to Suva on Monday for talks with her host, and it was\n' +
    'the first visit by a Peruvian minister to the islands since the year 2009, according to the\n' +
    'government of Fiji, which gave a dinner for her in the evening and a breakfast the next day,\n' +
    'before she flew home to Lima by way of Auckland and Santiago with her delegation.\n'
  const draft = reader.readDraft(source(wrapped))
  const lines = explain(draft).join('\n')
  expect(lines).toMatch(
    /claim · first-time[\s\S]*rule {3}cue "first-window"[\s\S]*words {2}it was the first visit by/,
  )
  expect(reader.toReading(draft).claims[0]!.exact).toContain('was\nthe first visit')
})

// Cues of last times told by how long nobody came: "eleven years have passed since", "since the coup no minister has".
import { type ClaimCue, DIPLOMACY, EXCHANGE, YEARS } from './claims-words.ts'

export const absencesCues: ClaimCue[] = [
  // "Not for eight years had a Ruritanian president crossed that border"; "Not since the quake has a minister landed"
  {
    kind: 'last-time',
    name: 'not-for-fronted',
    hint: /\b[Nn]ot? /,
    cue: new RegExp(
      `\\b[Nn]ot (?:for|in) ${YEARS} (?:has|have|had|did|does)\\b|\\b[Nn]ot since\\b[^.;]{2,60}\\b(?:has|have|had|did)\\b|\\b[Nn]o (?:[\\w’'-]+ ){2,11}(?:these|for|in) (?:past )?${YEARS}\\b`,
    ),
    needs: DIPLOMACY,
    unless: /\bgo(?:es|ne)? (?:by )?without\b|\bnot (?:had|have) time\b|\btroops\b/,
  },
  // "Eleven years have passed since a premier was received"; "more than a decade has gone by without a visit"; "it took nine years for a minister to come back"
  {
    kind: 'last-time',
    name: 'years-passed',
    hint: /pass|gone|elaps|took|taken|went/i,
    cue: new RegExp(
      `\\b${YEARS} (?:have|has|had) (?:now |already )?(?:passed|gone by|gone|elapsed) (?:since|without)\\b|\\b(?:took|taken|take) ${YEARS} for\\b|\\b(?:gone|went|go) ${YEARS} without\\b`,
      'i',
    ),
    needs: DIPLOMACY,
  },
  // "Since the coup no Ruritanian minister has been received there"
  {
    kind: 'last-time',
    name: 'since-none',
    hint: /since/i,
    cue: /\b[Ss]ince (?!then\b)[^.;:]{2,70}?,? (?:no|not one|not a single|none|nobody|neither) (?:[\w’'-]+ ){0,6}(?:has|have|had)\b/,
    needs: DIPLOMACY,
    reach: 1,
    left: 1,
  },
  // "No Ruritanian premier has put three such doors into one day, his office says, since the war"
  {
    kind: 'last-time',
    name: 'no-official-since',
    hint: /since/,
    reach: 2,
    cue: /\b[Nn]o (?:[A-Z][\w’'-]+ )?(?:\w+ ){0,2}(?:president|premier|prime minister|minister|chancellor|leader|king|queen|pope|monarch|official|envoy|ambassador|general)\b[^.;]{1,120}\bsince\b/,
    needs: null,
  },
  // "Between 2016 and last month the two ministers did not meet"; "it was 2011 when a premier last stood here"
  {
    kind: 'last-time',
    name: 'between-and',
    hint: /Between|between|when|last/,
    cue: /\b[Bb]etween (?:\w+ )?\d{4} and (?:\w+ ){1,3}[^.;]{0,60}\b(?:did not|didn[’']t|never|no|neither)\b|\b(?:was|is) (?:\w+ )?\d{4} when\b[^.;]{0,60}\blast\b/,
    needs: DIPLOMACY,
  },
  // "when the two last faced each other"; "they had last shaken hands in the spring"; "his most recent stop in the islands was"
  {
    kind: 'last-time',
    name: 'last-verb',
    hint: /last|most recent/,
    cue: /\blast (?:faced|stood|flew|shook|shaken|dined|crossed|shared|lunched|exchanged|landed|appeared|arrived|welcomed|talked|returned|signed|supped|conferred|corresponded|negotiated|addressed|shown|showed|set foot|had (?:\w+ ){1,3}(?:to|over|at|in)\b)(?! week\b)|\bmost recent (?:stop|stay|appearance|handshake|letter|swing|journey|session) (?:[\w’'-]+ ){0,6}(?:was|came|dates)\b|\bmet (?:[\w’'-]+ ){1,5}most recently\b|\bmost recently (?:met|visited|spoke|came|sat)\b/,
    needs: null,
    unless: /\blast (?:appeared|landed|arrived|returned) (?:on|in) (?:court|print|television)\b/,
  },
  // "visits have been suspended since the shooting"; "the two have not been on speaking terms since"
  {
    kind: 'last-time',
    name: 'suspended-since',
    hint: /since/i,
    cue: /\b(?:visits?|trips?|talks|contacts?|meetings|exchanges|calls|dialogue) (?:[\w’'-]+ ){0,4}(?:been|remained) (?:suspended|frozen|on hold|broken off|dormant|impossible)\b[^.;]{0,30}\bsince\b/i,
    needs: EXCHANGE,
  },

  // "the previous round was held in the spring"; "the last round ended without result in 2018"; "he had visited most recently in 2020"
  {
    kind: 'last-time',
    name: 'previous-round',
    hint: /previous|last|most recently/i,
    cue: /\b(?:the|their|its|his|her) previous (?:\w+ ){0,2}(?:round|meeting|visit|session|conversation|call|encounter|summit|trip|audience) (?:[\w’'-]+ ){0,6}(?:was|were|took place|came|had been|dates?)\b|\b[Tt]he last (?:round|meeting|session|visit|summit|attempt) (?:\w+ ){1,6}in (?:\w+ )?\d{4}\b|\b(?:visited|been|met|came|travelled|spoke|spoken) (?:[\w’'-]+ ){0,5}most recently\b/i,
    needs: null,
  },
  // "The body had not convened for nine years"; "the joint committee, dormant since 2015"
  {
    kind: 'last-time',
    name: 'dormant-body',
    hint: /since|for|in /i,
    cue: /\b(?:had|has|have)(?: not|n[’']t) (?:convened|assembled|gathered|sat|functioned|worked) (?:for|in|since)\b|\b(?:commission|committee|forum|dialogue|council|channel|mechanism|hotline|format|grouping|working group)\b[^.;]{0,30}\b(?:dormant|idle|moribund|inactive|defunct|suspended|frozen) since\b/i,
    needs: null,
  },
]

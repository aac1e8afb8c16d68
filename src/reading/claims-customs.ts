// Cues of norms broken, told by custom, honour and rule: "an honour that no other minister was shown", "it is not every day that".
import { type ClaimCue, DIPLOMACY, EXCHANGE } from './claims-words.ts'

export const customsCues: ClaimCue[] = [
  // "met at the airport by the king, an honour that neither of the other ministers was shown"
  {
    kind: 'norm-exception',
    name: 'honour-that',
    pressOnly: true,
    left: 1,
    hint: /hono|courtesy|privilege|distinction|gesture|compliment|attention/,
    cue: /\ban? (?:honou?r|courtesy|privilege|distinction|gesture|compliment|mark of respect|attention)s? (?:that |which |the )?(?:neither|no|not|none|few|nobody|denied|usually|normally|seldom|rarely|otherwise|only|had|has|reserved)\b/,
    needs: null,
  },
  // "who almost never goes to a neighbour twice"; "invariably sends a deputy"; "only heads of state are normally lodged there"
  {
    kind: 'norm-exception',
    name: 'almost-never',
    pressOnly: true,
    cue: /\b(?:almost|nearly|practically|virtually|all but) (?:never|always|invariably) \w+|\b(?:hardly|scarcely) ever \w+|\binvariably\b|\b(?:normally|usually|ordinarily|generally|customarily|traditionally|typically|rarely|seldom) (?:lodged|housed|put up|met|greeted|welcomed|received|shown|seated|saluted|escorted|led|headed|represented|handled|entrusted|left|dealt)\b|\bmakes? a (?:point|habit|rule) of (?:not |never )?\w+ing\b/,
    needs: new RegExp(`${DIPLOMACY.source}|\\b(?:goes|go|leaves|travels|airport|palace|lodged|gate)\\b`, 'i'),
  },
  // "It is not every day that a king flies to the islands"; "for once, the two sides issued one text"
  {
    kind: 'norm-exception',
    name: 'not-every-day',
    pressOnly: true,
    hint: /not every|[Ff]or once/,
    cue: /\bnot every (?:day|week|year|visitor|guest|minister)\b|\b[Ff]or once,/,
    needs: new RegExp(`${EXCHANGE.source}|\\b(?:statement|communiqu[eé]|readout|text)\\b`, 'i'),
    wide: true,
    unless: /\bagree[ds]?\b/,
  },
  {
    kind: 'norm-exception',
    name: 'not-every-day-travel',
    pressOnly: true,
    hint: /not every/,
    cue: /\bnot every (?:day|week|year) that (?:an? |the )?(?:[\w’'-]+ ){0,4}(?:president|king|queen|premier|minister|chancellor|emperor|pope|prince|sultan|emir|envoy)\b/,
    needs: null,
  },
  // "Custom has it that a new premier goes to the neighbour first"; "protocol calls for a minister"; "the custom is for the loser to travel"
  {
    kind: 'norm-exception',
    name: 'custom-has-it',
    pressOnly: true,
    hint: /[Cc]ustom|[Pp]rotocol|[Tt]radition|[Ee]tiquette|[Pp]ractice|[Cc]onvention/,
    cue: /\b(?:[Cc]ustom|[Pp]rotocol|[Tt]radition|[Ee]tiquette|[Pp]ractice|[Cc]onvention) (?:has it|holds|calls for|dictates|demands|requires|would have|prescribes|entitles|is (?:for|that|to)|was (?:for|that|to))\b|\b(?:customary|usual|expected|traditional) (?:deputy|ambassador|minister|junior|call|visit|stop|dinner|handshake)\b/,
    needs: null,
  },
  // "the rule has been broken once"; "the exception to her rule of not travelling"
  {
    kind: 'norm-exception',
    name: 'rule-broken',
    pressOnly: true,
    hint: /\brules?\b/,
    cue: /\bexception to (?:the|his|her|its|their|that) rule\b|\brule (?:has been|was|is|had been) (?:broken|bent|waived|relaxed|set aside)\b|\b(?:broke|breaks|breaking|bent|waived|relaxed) (?:his|her|its|their) (?:own )?rule\b/,
    needs: null,
  },

  // "As a rule, the ministry announces visits a day ahead"; "the ministry usually publishes readouts within hours"
  {
    kind: 'norm-exception',
    name: 'ministry-usually',
    pressOnly: true,
    reach: 2,
    cue: /\b[Aa]s a (?:general )?rule\b|\b(?:normally|usually|ordinarily|customarily|traditionally|typically|rarely|seldom|by tradition) (?:list|name|publish|announce|sign|issue|comment|confirm|disclose|send|begin|begun|start|open|travel|attend|host)(?:s|es|ed)?\b/,
    needs: new RegExp(
      `${DIPLOMACY.source}|\\b(?:ministry|palace|court|government|presidency|notes?)\\b`,
      'i',
    ),
    wide: true,
  },
  // "their practice had been to hold it in spring"; "until now such talks had always been held by deputies"; "as few ministers are"
  {
    kind: 'norm-exception',
    name: 'practice-had-been',
    pressOnly: true,
    reach: 1,
    cue: /\b(?:practice|custom|habit|tradition|norm|convention) (?:had|has) (?:always |long )?been (?:to|that|for)\b|\b(?:[Uu]ntil (?:now|then|this year|last \w+)|[Ii]n the past|[Uu]p to now)\b[^.;]{0,50}\balways\b|\b(?:has|have|had) always (?:been )?(?:held|received|met|led|sent|taken place|gone|begun)\b|, as (?:few|no|only) [^.;]{3,40}\b(?:are|were|is|have been|do|did)\b|\b(?:alternate|take turns|rotate)s?\b[^.;]{0,30}\bbut\b|\bunusual in (?:\w+ing|its|that|having)\b/,
    needs: DIPLOMACY,
    wide: true,
  },
]

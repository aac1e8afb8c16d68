// Cues of pace told by rate and trend: "one a month", "fewer and fewer", "level at three apiece", "five times to the Saudi's one".
import { type ClaimCue, COUNT, DIPLOMACY, ORDINAL } from './claims-words.ts'

const PEOPLE =
  '(?:people|ministers?|envoys?|delegations?|officials?|leaders?|visits?|visitors?|trips?|calls?|meetings?|missions?|guests?|presidents?|premiers?|ambassadors?|conversations?|letters?|journeys?|rounds?|generals?|members|parliamentarians|callers?)'
const SEEN =
  '(?:met|visited|seen|saw|received|called|rung|rang|telephoned|phoned|been|come|came|gone|went|flown|flew|travelled|traveled|made the (?:trip|journey|climb|crossing)|spoken|spoke|sat|hosted|sent|landed|dropped in|stopped|crossed|conferred|talked|dined|lunched|negotiated|convened|gathered|exchanged \\w+)'
const TIMES = `(?:twice|thrice|on (?:${COUNT}|several|many|countless) occasions|(?:${COUNT}|several|a dozen|countless|many) times)`
const AMONG =
  '(?:visits?|trips?|calls|contacts?|meetings|exchanges|delegations|journeys|visitors|guests|envoys|callers|traffic|conversations|encounters|relations|talks|ministers|letters|invitations|dialogue)'
const NTH =
  '(?:request|refusal|postponement|cancellation|letter|snub|protest|approach|attempt|apology|delay|change|offer|summons|note|visit|trip|call|meeting|encounter|conversation|delegation|envoy|guest|visitor|minister|stop|stay|dinner|lunch|audience|invitation|mission|journey|round|handshake|message|president|premier|reception|postponements)s?'
const GOODS =
  /\b(?:trade|goods|refugees|migrants|arms|oil|gas|money|aid|econom(?:y|ies)|prices?|wages?|troops|rebels|growth|exports?|votes?|polls?|inflation|recover\w*|investment|fighting|advance)\b/i

export const ratesCues: ClaimCue[] = [
  // "met her exactly once"; "has made the trip twice, in May and again in August"
  {
    kind: 'pace',
    name: 'seen-so-often',
    hint: /occasions|twice|thrice|times|once/,
    pressOnly: true,
    reach: 1,
    cue: new RegExp(
      `\\b(?:has|have|had) (?:\\w+ )?${SEEN}\\b[^.;,]{0,50}?\\b(?:${TIMES}|(?:exactly|precisely|only|just|all of|but|not more than|no more than) once|once(?=,| in \\w+ \\d{4}|[.;]|$))\\b|\\b${SEEN}\\b[^.;,]{0,50}?\\b(?:exactly|precisely|only|just|all of|but|at least|no fewer than|as many as) (?:${TIMES}|once)\\b`,
    ),
    needs: null,
    parties: true,
    unless: /\btwice (?:as|the|a)\b|\b(?:voted|elected|nobody answered)\b/,
  },
  // "the second such request in a month"; "his fourth letter this year"
  {
    kind: 'pace',
    name: 'nth-in-window',
    hint: /(?:even|elf|een|ie)th|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\dth|\dnd|\drd|umpteenth/i,
    pressOnly: true,
    cue: new RegExp(
      `\\b(?:${ORDINAL}|umpteenth) (?:such (?:[\\w-]+ )?|of (?:its|their|the) kind |(?:[\\w-]+ ){0,2}${NTH})[^.;,]{0,40}?\\b(?:since\\b|(?:in|within|inside) (?:(?:an?|the|as|less|under|little|barely|just|as many|his|her|their|its|the space|so|last|past|half) )*(?:${COUNT}|\\w+day|\\d{4}|years?|months?|weeks?|spring|summer|autumn|winter|season|term|fortnight|days?|year|many|few)\\b)|\\b(?:${ORDINAL}|umpteenth) (?:such|(?:[\\w-]+ ){0,2}${NTH}) (?:this|so far this|already this) \\w+`,
    ),
    needs: null,
    unless: new RegExp(
      `${GOODS.source}|\\b(?:rumou?red|expected|planned|scheduled|foreseen|due|pencill?ed|anniversary)\\b`,
      'i',
    ),
  },
  // "sent nine people of cabinet rank since 2022, against two in the six years before"; "four visits for Paris and none for London"
  {
    kind: 'pace',
    name: 'count-against',
    hint: /against|compared|versus|from |to the|and|but|[-–](?:all|nil|each|apiece|to)|[’']s/i,
    pressOnly: true,
    reach: 2,
    left: 1,
    cue: new RegExp(
      `\\b${COUNT} ${PEOPLE}\\b[^.;]{0,70}?,? (?:as )?(?:against|compared (?:with|to)|versus|up from|down from|to the [\\w’']+|and|but) (?:only |just |a mere )?(?:${COUNT}|none|nil|a handful)(?: ${PEOPLE})?(?= (?:in|for|from|to|by|over|during|the|before|between)\\b|[.,;]|$)|\\b${TIMES}[^.;]{0,30}? to [\\w ]{2,30}[’']s? (?:one|two|three|four|none|\\d+)\\b|\\b(?:${COUNT}|\\d+)[- ](?:to|all|nil|each|apiece)\\b(?=[.,;]|$| (?:between|in|on|for)\\b)`,
    ),
    needs: DIPLOMACY,
    wide: true,
    unless: new RegExp(
      `${GOODS.source}|\\bvoted?\\b|\\b(?:aides|governor|bishop|interpreters|wives|nights?|hours|days)\\b`,
      'i',
    ),
  },
  // "Relations have gained momentum with the visits"; "contacts have thinned out"; "has lost ground in the traffic of ministers"
  {
    kind: 'pace',
    name: 'momentum',
    hint: /momentum|pace|speed|steam|ground|tempo|frequency| out| up|dwindl|ebb|flag|f[ae]ll|trail|tail| down| back|slow|quick|multipl|snowball|accelerat/i,
    cue: new RegExp(
      `\\b(?:gain|gather|pick|los)(?:s|ed|ing|es|t)?(?: up)? (?:\\w+ )?(?:momentum|pace|speed|steam|ground|tempo|frequency)\\b|\\b${AMONG} (?:[\\w’'-]+ ){0,8}?(?:thinn?(?:s|ed|ing)? out|peter(?:s|ed|ing)? out|fizzl(?:es|ed|ing) out|dried up|dwindl(?:es|ed|ing)|ebb(?:s|ed|ing)|flagg(?:ed|ing)|f[ae]ll(?:en|ing)? (?:off|away)|trail(?:s|ed|ing) off|tail(?:s|ed|ing) off|(?:been )?scal(?:ed|ing) (?:back|down|up)|(?:been )?stepp(?:ed|ing) up|(?:been )?cut back|slow(?:s|ed|ing)|quicken(?:s|ed|ing)|multipl(?:ied|ying)|snowball(?:s|ed|ing)|accelerat(?:ed|es))\\b`,
    ),
    needs: new RegExp(`\\b${AMONG}\\b`, 'i'),
    unless: new RegExp(`${GOODS.source}|\\b(?:not|negotiations|reforms?)\\b`, 'i'),
  },
  // "slower to send its ministers than it likes to admit"; "have grown noticeably busier"; "keener on calls than on visits"
  {
    kind: 'pace',
    name: 'slower-than',
    hint: /busiest|most |keenest|slower|quicker|busier|keener|faster|lazier|more |less /,
    pressOnly: true,
    cue: /\b(?:the|his|her|their|its) (?:busiest|keenest|most (?:active|assiduous|travelled|traveled|diligent|restless|energetic)) (?:of|in|on|to|with|traveller|visitor|caller|week|month|year|spring|summer|autumn|winter)\b|\b(?:been|is|are|was|were|grown|become|proved|seems?) (?:\w+ )?(?:slower|quicker|busier|keener|faster|lazier|(?:more|less) (?:sparing|generous|active|assiduous|diligent|energetic|restless|attentive|present|visible))\b(?=[^.;]{0,80}\bthan\b|[^.;]{0,40}\b(?:in|on|with|to|at|there|here|of late|lately|since)\b|[.,;]|$)/,
    needs: DIPLOMACY,
    parties: true,
    unless: GOODS,
  },
  // "at the rate of one a month"; "on average a minister lands every nine days"; "every six weeks or so"; "down to one a month"
  {
    kind: 'pace',
    name: 'rate-of-time',
    hint: /rate|clip|pace|average|every|down |up |daily|weekly|monthly|fortnight|yearly|a week|a month|a quarter|a season|per |each/i,
    pressOnly: true,
    cue: new RegExp(
      `\\bat (?:a|the) (?:rate|clip|pace) of\\b|\\b[Oo]n average\\b|\\b(?:an )?average of (?:${COUNT}|\\d)|\\bevery (?:${COUNT}|few|couple of|second|third|other) (?:days|weeks|months|week|month|day)\\b|\\b(?:down|up) (?:to|from) (?:${COUNT}|none|nothing)(?: [\\w-]+)? (?:an?|each|per|every) (?:day|week|month|quarter|year|season)\\b|\\b(?:${COUNT}|${TIMES}|once) (?:${PEOPLE} )?(?:an?|per|each) (?:week|month|quarter|fortnight|season)\\b|\\bnow (?:daily|weekly|monthly|fortnightly|yearly)\\b`,
      'i',
    ),
    needs: DIPLOMACY,
    parties: true,
    wide: true,
    unless: new RegExp(
      `${GOODS.source}|\\b(?:barrels?|per cent|percent|bus(?:es)?|trains?|flights?|council|committee|cabinet|board|rotat\\w+)\\b`,
      'i',
    ),
  },
  // "fewer and fewer ministers find their way there"; "more and more of the calls"; "ever fewer"; "increasingly often"
  {
    kind: 'pace',
    name: 'fewer-and-fewer',
    hint: /ewer|more|More|less|ftener|ver |ncreasing|growing|dwindling|shrinking|rising/,
    pressOnly: true,
    cue: /\b(?:[Ff]ewer and fewer|[Mm]ore and more|[Ll]ess and less|[Oo]ftener|[Mm]ore rarely|[Ee]ver (?:fewer|more|rarer|scarcer)|[Ii]ncreasingly (?:often|rare|frequent|seldom)|[Aa] (?:growing|dwindling|shrinking|rising) (?:number|stream|share))\b/,
    needs: DIPLOMACY,
    unless: GOODS,
  },
  // "the two sides now stand level at three apiece"; "honours are even"; "the tally stands at four visits"; "is ahead by two visits"
  {
    kind: 'pace',
    name: 'tally',
    hint: /level|even|tied|neck|drawn|apiece|each|onours|onors|tally|score|count|ledger|balance|arithmetic|ahead|behind|lead|trail|led by|as m|as often|half/i,
    pressOnly: true,
    cue: new RegExp(
      `\\b(?:level|even|tied|neck and neck|drawn)\\b[^.;]{0,30}\\b(?:${COUNT} (?:each|apiece|all)|on visits|in visits)\\b|\\b${COUNT} (?:${PEOPLE} )?(?:apiece|each)\\b(?=[.,;]|$| (?:this|since|in)\\b)|\\bhonou?rs (?:are|were) even\\b|\\b(?:leads|lags|trails|is ahead|comes? (?:out )?(?:ahead|first|second|last)) (?:at|in|on|by|with|here)\\b|\\b(?:tally|score|count|ledger|balance|scoreboard|arithmetic)\\b[^.;]{0,30}\\b(?:stands?|stood|is|was|shows?|reads?|comes? to|favou?rs)\\b[^.;]{0,50}\\b(?:${COUNT}|none|nil|more|fewer)\\b|\\b(?:ahead|behind|leads?|trails?|led) by (?:${COUNT}|a)\\b|\\b(?:twice|three times|four times|half) as (?:many|often|much)\\b|\\bas many (?:[\\w’'-]+ ){1,4}(?:in|from|as|this|to)\\b|\\bas many (?:in|since|already|this)\\b`,
    ),
    needs: DIPLOMACY,
    parties: true,
    wide: true,
    unless: new RegExp(`${GOODS.source}|\\b(?:match|goals?|parliament|seats?|tonnes)\\b`, 'i'),
  },
]

// What makes a claim: cue patterns by kind, each with the kind of sentence that needed it. Patterns have bounded gaps only.
import type { ClaimKind } from './reading.ts'

export interface ClaimCue {
  kind: ClaimKind
  name: string
  /** What must stand in the sentence; its match is where the clause is looked for. */
  cue: RegExp
  /** A cheap look at the sentence before the cue is tried. */
  hint?: RegExp
  /** What must stand in the clause (or in the sentence with `wide`) besides; null: nothing. */
  needs: RegExp | null
  /** What must not stand in the clause. */
  unless?: RegExp
  /** `needs` may be met by any part of the sentence. */
  wide?: boolean
  /** Cuts that the clause may step over on the right ("…, the same day Okello landed, sent his deputy"). */
  reach?: number
  /** Only in news and analysis: readouts and speeches say such things in earnest courtesy. */
  pressOnly?: boolean
}

const EXCHANGE_WORDS =
  'visits?|visited|visiting|visitors?|trips?|journeys?|tours?|toured|travel(?:s|ed|led)?|meets?|met|meeting|meetings|summits?|talks|calls?|called|phoned?|telephoned?|contacts?|encounters?|' +
  'dialogues?|conversations?|exchanges?|delegations?|received?|receives|receiv(?:e|ing)|hosts?|hosted|hosting|arriv(?:e|es|ed|al)|come|came|coming|comes|gone?|went|been|set foot|' +
  'sent|sends?|sending|attend(?:s|ed)?|audience|guests?|envoys?|spoke|spoken|speak|seen?|saw|flown|flew|stopped|stop|stayed|returned?|negotiations|consultations|diplomacy|diplomatic|handshake|face-to-face'
/** Words of coming, going and talking between states. */
export const EXCHANGE = new RegExp(`\\b(?:${EXCHANGE_WORDS})\\b`, 'i')

const HOLDERS =
  'president|minister|premier|chancellor|leader|king|queen|emperor|pope|monarch|head of (?:state|government)|secretary|official|diplomat|envoy|ambassador|speaker|chief|prince|general|' +
  'vice president|politburo member|foreign minister|visitor|guest|delegation'
export const WINDOW =
  /\bsince\b|\bever\b|\bin (?:(?:more than|nearly|almost|over|about|at least|some|around) )?(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|\d+|\w+teen|\w+ty)(?:-\w+)? (?:years?|decades?|months?|weeks?|generations?|century|centuries)\b|\bin (?:decades|years|months|weeks|history|memory)\b|\bin (?:the (?:past|last)|living|recent)\b|\bto date\b|\bso far\b|\bof (?:his|her|their|its) (?:career|tenure|term|presidency|reign)\b|\bthis (?:year|century|decade)\b|\byet\b|\bon record\b|\bin (?:its|their|his|her) history\b|\bthat (?:I|we|anyone|anybody) can (?:recall|remember)\b/i

const VISITING =
  '(?:visit|trip|journey|tour|swing|bilateral|face-to-face|meeting|summit|talks|call|phone call|telephone call|contact|contacts|encounter|dialogue|conversation|stop|stay|exchange|delegation|audience|handshake|consultations|gathering|appearance|opportunity to (?:travel|visit|meet|come))s?'
const THE = "(?:the|his|her|its|their|my|our|a|an|[’']s|was|as)"

export const claimCues: ClaimCue[] = [
  // "the highest-ranking Ruritanian to come in nearly a decade"
  {
    kind: 'superlative',
    name: 'rank',
    cue: /\b(?:highest|top|most)[- ](?:ranking|ranked|level|senior|profile|high-profile|prominent|important|powerful|high-level|high-ranking)\b|\bmost senior\b/i,
    needs: new RegExp(
      `${WINDOW.source}|\\bto (?:visit|travel|come|do so|make|set|attend|go|meet|land|arrive|enter|be received|receive|see|host)\\b|\\b(?:was|is|are|were|be) the\\b`,
      'i',
    ),
    unless: /\bmembers? of the\b.*\bwere present\b/i,
  },
  // "called it the most damaging cancellation of his career"; "the largest delegation in years"
  {
    kind: 'superlative',
    name: 'extreme',
    hint: /est\b|most |best|worst/i,
    cue: /\b(?:the|his|her|its|their|a) (?:most \w+|largest|biggest|longest|shortest|highest|lowest|closest|deepest|strongest|warmest|coldest|best|worst|busiest|sharpest|clearest|smallest|fewest|greatest)\b(?!-)/i,
    needs: new RegExp(`${WINDOW.source}|\\bany (?:other|of)\\b`, 'i'),
    unless:
      /\b(?:trading partners?|economy|economies|producer|exporter|lake|dam|at the (?:highest|most)|source of)\b/i,
  },
  // "no other foreign official has seen him so often"; "more often than any other leader"
  {
    kind: 'superlative',
    name: 'no-other',
    cue: /\b[Nn]o other (?:\w+ ){1,5}(?:has|have|had|was|did|is)\b|\bmore (?:\w+ ){0,3}than (?:any|all) (?:other|others|of)\b|\bunmatched by\b/,
    needs: EXCHANGE,
  },
  // "No president has covered so much ground in so short a time"; "the French text is the longest"
  {
    kind: 'superlative',
    name: 'so-much',
    cue: /\b[Nn]o (?:[\w’'-]+ ){1,6}(?:has|have|had) (?:ever )?(?:\w+ ){1,4}(?:so|as) (?:much|many|often|long|far|high|senior|frequently|warmly)\b|\bthe only (?:other )?(?:[\w’'-]+ ){1,6}(?:to have|who has|who have|ever to)\b|\bunrivalled\b|\bunequalled\b|\b(?:a|the) record (?:number|\d+)\b/,
    needs: null,
  },
  {
    kind: 'superlative',
    name: 'est',
    cue: /\b(?:the|its|his|her|their) (?!(?:inter|requ|w|for|gu|prot|t|r|hon|lat|mod|conqu|inv|arr|cont|pri|northw|southw|n|v|ch|manif|harv|qu|dig)est\b)(?:\w{3,}est|most \w+)\b/i,
    needs: new RegExp(
      `${WINDOW.source}|\\b(?:statement|text|readout|account|version|communiqu[eé]|summary) (?:is|was) the\\b|\\bby (?:any|a holder)\\b`,
      'i',
    ),
    unless:
      /\b(?:trading partners?|econom\w+|producer|exporter|importer|at the (?:highest|most)|source of|most of|most recent|earliest|the west|the rest|population|city|mountain)\b/i,
  },
  // "No Ruritanian premier has set foot there since 2009"; "he has not been to the islands since the war"
  {
    kind: 'last-time',
    name: 'not-since',
    cue: /\b(?:[Nn]o|[Nn]one|[Nn]either|[Nn]obody|[Nn]ot|[Nn]ever|hasn[’']t|haven[’']t|hadn[’']t)\b[^;:]{1,140}?\bsince\b/,
    needs: EXCHANGE,
    reach: 0,
    unless: /\b(?:ever since|since then)\b/i,
  },
  // "they last met in 2012"; "last held by video"; "the last visit was in March"; "the last envoy whom she received"
  {
    kind: 'last-time',
    name: 'last',
    hint: /last|most recent|latest/i,
    cue: /\blast (?:met|visited|held|came|saw|seen|spoke|spoken|travel(?:l)?ed|hosted|sent|attended|gathered|convened|received|went|been|sat|took|made|paid|stopped|toured|did so|happened|called)\b|\bthe last time\b|\b(?:the|whose|his|her|its|their|[’']s) (?:last|most recent|latest) (?:(?:\w+|\w+[’']s)[ -]){0,4}(?:visit|trip|tour|summit|meeting|talks|contact|(?:to (?:visit|come|go|travel|meet|set|make|be))|whom|who)\b|\bmost recent (?:\w+ ){0,3}(?:visit|trip|meeting|summit) (?:was|by|came|took)\b/i,
    needs: null,
    unless:
      /\bsince the last\b|\blast (?:leg|stops?|day|days|part|phase|two|three|few|week|month|year|minute|hours?)\b/i,
  },
  // "not for six years has a premier come"; "has not visited in a decade"
  {
    kind: 'last-time',
    name: 'not-for-years',
    cue: /\b(?:[Nn]o|[Nn]ot|[Nn]ever|hasn[’']t|haven[’']t)\b[^,;:]{1,90}?\b(?:for|in) (?:(?:more than|nearly|almost|over|at least) )?(?:a|two|three|four|five|six|seven|eight|nine|ten|\d+) (?:years|decades?|months)\b/,
    needs: EXCHANGE,
  },
  // "it has been nine years since"; "stayed away since"; "the previous summit was in 2012"
  {
    kind: 'last-time',
    name: 'long-ago',
    cue: /\b(?:it (?:has been|is|was)|has gone|have gone|gone|after) (?:(?:more than|nearly|almost|over|at least|some) )?(?:a|an|two|three|four|five|six|seven|eight|nine|ten|\w+teen|\d+)(?:-\w+)? (?:years?|decades?|months) (?:since|without)\b|\b(?:stayed|kept|been) away (?:ever )?since\b|\bthe previous (?:\w+ ){0,3}(?:visit|summit|trip|meeting|round|such) (?:\w+ ){0,4}(?:was|took place|came|dates?)\b|\bhas not been back\b|\bas long ago as\b|\b(?:visits?|trips?|talks|contacts?|summits?|exchanges|calls) (?:\w+ ){0,3}(?:ended|ceased|stopped|lapsed|broke off) (?:in|with|after)\b/i,
    needs: EXCHANGE,
  },
  // "was his first to the islands since the murder"; "the first by a Ruritanian president in 20 years"
  {
    kind: 'first-time',
    name: 'first-window',
    hint: /first/i,
    cue: new RegExp(
      `\\b${THE} (?:[\\w’'-]+ ){0,2}?first(?:-ever)?\\b[^;:]{0,110}?(?:\\bsince\\b|\\bin (?:(?:more than|nearly|almost|over|about|at least|some) )?(?:a|\\w+|\\d+)(?:-\\w+)? (?:years|decades?|months|generation|century)\\b|\\bin (?:decades|years|history)\\b|\\bever\\b)`,
      'i',
    ),
    needs: null,
    unless:
      /\bin the first (?:half|quarter|\w+ months?)\b|\bfirst (?:half|quarter|two|three|four|five|six|nine) (?:of|months)\b/i,
  },
  // "on her first trip to the islands as secretary"; "the first in-person summit of the five"
  {
    kind: 'first-time',
    name: 'first-visit',
    cue: new RegExp(`\\b${THE} (?:very )?first(?:-ever| ever)?(?: [\\w’'-]+){0,5}? ${VISITING}\\b`, 'i'),
    needs: null,
    unless: /\bfirst (?:round|day|leg|part|half|phase|stage|session|step|deputy|vice|lady|secretary)\b/i,
  },
  // "the first Ruritanian head of government to set foot here"; "the first foreign leader on its soil"
  {
    kind: 'first-time',
    name: 'first-holder',
    cue: new RegExp(
      `\\b(?:the|as|its|their) first (?:[\\w’'.-]+ ){0,4}?(?:${HOLDERS})s?\\b(?: [\\w’'-]+){0,3}? (?:to|on|whom|who|since|in|from)\\b`,
      'i',
    ),
    needs: EXCHANGE,
    unless: /\bfirst (?:deputy|vice|secretary of|lady)\b/i,
  },
  // "Sato's first to the country as premier"; "where no premier has ever been"; "became the first"; "the first of its kind"
  {
    kind: 'first-time',
    name: 'first-bare',
    hint: /first|ever|unprecedented|until|debut/i,
    cue: /(?:[’']s|\bhis|\bher|\btheir|\bits|\bthe) first (?:to|in|with|outside|by) (?:[A-Z]|the (?:country|capital|region|island|kingdom|republic|city|north|south)|a (?:sitting|serving|foreign))|\bno (?:[\w’'-]+ ){1,5}(?:has|have|had) ever (?:been|visited|set|come|gone|met|travel\w+|addressed|received|hosted)\b|\b(?:became|becomes|become|becoming) the first\b|\bthe first (?:such|of its kind|of their kind)\b|\bfirst such\b|\bmark(?:s|ed|ing) the first\b|\ba first for\b|\b(?:an|the|this) unprecedented (?:\w+ )?(?:visit|trip|meeting|summit|call|audience|gathering)\b|\buntil (?:now|this week|today|yesterday|then),? (?:no|none)\b|\bdebut (?:visit|trip)\b/,
    needs: null,
  },
  // "for the first time"; "had never visited"; "could not recall another occasion"
  {
    kind: 'first-time',
    name: 'never-before',
    hint: /first|never|recall|inaugural|maiden|precedent/i,
    cue: /\bfor the (?:very )?first time\b|\bnever (?:before|previously)\b|\b(?:had|has|have) never (?:\w+ )?(?:been|visited|met|set foot|hosted|received|travel(?:l)?ed|gone|attended|sent|spoken|held)\b|\b(?:not|nobody|never) (?:\w+ )?recall (?:another|any|a)\b|\bfirst-ever (?:\w+ ){0,2}(?:visit|trip|meeting|summit|talks|call|dialogue)\b|\binaugural (?:\w+ ){0,2}(?:visit|trip|summit|meeting)\b|\bmaiden (?:visit|trip|voyage)\b|\bwithout precedent\b/i,
    needs: null,
    unless: /\bsince\b.*\bnever\b/i,
  },
  // "has fallen noticeably behind in exchanges"; "others have kept coming"; "busier on the telephone"
  {
    kind: 'pace',
    name: 'ahead-behind',
    hint: /behind|back|outpac|outnumber|coming|going|visiting|arriving|travel|busier|ahead|caught|catch|overt/i,
    pressOnly: true,
    cue: /\b(?:fall(?:s|en|ing)?|fell|lag(?:s|ged|ging)?|trail(?:s|ed|ing)?|slip(?:ped|ping|s)?) (?:\w+ ){0,2}(?:behind|back)\b|\boutpac(?:e|es|ed|ing)\b|\boutnumber(?:s|ed|ing)?\b|\b(?:have|has|had|keep|keeps|kept) (?:kept |on )?(?:coming|going|visiting|arriving|travel(?:l)?ing)\b|\bbusier\b|\bpulled ahead\b|\bcaught up\b|\bcatch(?:ing)? up\b|\bovertak(?:e|en|es|ing)\b|\bovertook\b/i,
    needs: null,
  },
  // "has flown in three times this year"; "their fourth meeting in as many months"; "met twice as often"
  {
    kind: 'pace',
    name: 'times',
    hint: /once|twice|thrice|times|visits|trips|meetings|summits|calls|conversations|encounters|tours|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\dth/i,
    pressOnly: true,
    cue: /\b(?:once|twice|thrice|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a dozen|dozens of|several|\d+) (?:times|visits|trips|meetings|summits|calls|conversations|encounters|tours))\b[^.;]{0,60}?\b(?:this year|since|last year|in (?:the (?:past|last)|as many|\w+ (?:years|months|weeks|days))|so far|over|within|against|compared|to)\b|\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:th|nd|rd)) (?:\w+ ){0,3}(?:visit|trip|meeting|summit|call|encounter|time|tour|journey)\b[^.;]{0,40}?\b(?:this year|since|in (?:the (?:past|last)|as many|\w+ (?:years|months|weeks|days)|less than))\b|\b(?:spoken|met|visited|come|came|called) (?:just|only) (?:once|twice)\b/i,
    needs: EXCHANGE,
    unless: /\bvoted\b/i,
  },
  // "the frenetic pace of meetings"; "more visits than"; "as many calls as"; "exchanges have slowed to a trickle"
  {
    kind: 'pace',
    name: 'rate',
    pressOnly: true,
    cue: /\b(?:pace|frequency|tempo|rhythm|rate|flurry|stream|steady stream|trickle|parade|procession|succession|spate|string) of\b|\bmore (?:often|frequent(?:ly)?|visits|trips|meetings|calls|summits|contacts?|exchanges|envoys|delegations)\b|\b(?:fewer|less (?:often|frequent(?:ly)?)) (?:\w+ ){0,3}|\bas (?:many|often|frequently)\b|\btwice as\b|\b(?:slow|dri|pick|speed|step|sped)(?:ed|ied|ped)? (?:down|up|off)\b|\bevery (?:few|two|three|six|other) (?:days|weeks|months|week|month)\b/i,
    needs: new RegExp(
      `(?:${EXCHANGE.source}).*(?:\\bthan\\b|\\bagainst\\b|\\bcompared\\b|\\bas\\b|\\bwhile\\b|\\bto\\b|\\bwhereas\\b)|(?:\\bthan\\b|\\bcompared\\b|\\bwhile\\b|\\bwhereas\\b).*(?:${EXCHANGE.source})`,
      'i',
    ),
  },
  // "callers have doubled since 2017 while others stayed flat"; "an unusually crowded spring"; "neither can match them for regularity"
  {
    kind: 'pace',
    name: 'trend',
    pressOnly: true,
    cue: /\b(?:doubled|tripled|trebled|quadrupled|halved|dwindled|tapered off|dried up|thinned|multiplied|accelerated|intensified|slackened|remained flat|stayed flat|surged|picked up|tailed off|slowed)\b|\b(?:crowded|brisk|hectic|busy|busiest|frenetic|sluggish|lopsided|one-sided|uneven) (?:\w+ ){0,2}(?:spring|summer|autumn|fall|winter|week|month|year|season|calendar|diary|schedule|traffic|pace|exchange)s?\b|\btraffic (?:\w+ ){0,3}(?:been|was|is|has|had|runs|ran|flowed)\b|\b(?:can|could|to) (?:match|rival|equal|keep up with)\b|\bin (?:quick|rapid|close) succession\b|\bnarrow(?:ed|ing|s) the gap\b|\b(?:dwarf|eclips|outstripp|outnumber|exceed)(?:s|ed|es|ing)?\b|\bnext to none\b/i,
    needs: new RegExp(
      `${EXCHANGE.source}|\\bcallers?\\b|\\btraffic\\b|\\bregularity\\b|\\bcrowded\\b|\\bcontacts?\\b|\\bcalendar\\b|\\bdiary\\b|\\bceremon|\\bmissions?\\b`,
      'i',
    ),
    wide: true,
    unless:
      /\b(?:trade|economy|exports?|imports?|growth|prices?|billion|million|output|inflation|invest\w*|troops|sales|fighting)\b/i,
  },
  // "It is her third trip to the region as president"; "the third such conversation in half a year"
  {
    kind: 'pace',
    name: 'ordinal',
    pressOnly: true,
    cue: /\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:th|nd|rd)) (?:such |foreign |official |state |overseas |\w+ )?(?:visit|trip|journey|tour|call|conversation|encounter|meeting|visitor|guest|envoy|time)\b(?! of the)/i,
    needs: /\b(?:since|as|in|this|to|with|between|within|over|for)\b/i,
    unless: /\b(?:second|third) (?:meeting|session) of\b/i,
  },
  // "On 3 May, the same day the king landed, the premier sent his deputy"
  {
    kind: 'coincidence',
    name: 'same-day',
    reach: 9,
    pressOnly: true,
    cue: /\b(?:the|that|this)(?: very)? same (?:day|week|evening|afternoon|morning|hour|weekend|month|time)(?:,)? (?:that |as |when |on which )?(?!and\b|or\b|in\b|at\b|by\b|with\b|to\b|on\b|for\b|,)[\w“‘"’]+(?: [\w’'.,-]+){1,10}|\bthe very (?:day|week|hour|evening|moment) (?:on which|that|when|of)?\b|\bon the very day\b/i,
    needs: null,
    unless: /\bthe same time,|\bat the same time\b(?! as\b)/i,
  },
  // "as news came in that two ships had been struck"; "when news broke"; "a year to the day after"
  {
    kind: 'coincidence',
    name: 'as-news',
    hint: /news|word|report|to the day|only|just|mere|barely|coinciden|coincid|tim|accident|chance|simultan|overlap/i,
    pressOnly: true,
    cue: /\b(?:as|when|just as) (?:the )?(?:news|word|reports?) (?:\w+ )?(?:came|broke|arrived|reached|emerged|spread)\b|\bto the day\b|\b(?:only|just|mere|barely) (?:\w+ )?(?:hours|minutes|days|a day|a week|weeks) (?:before|after|earlier|later)\b|\bcoincid(?:e|es|ed|ing|ence|ental|entally)\b|\btim(?:ing|ed) (?:\w+ ){0,4}(?:accident|accidental|coincidence|deliberate|deliberately|to|unrelated|chance)\b|\bno accident\b|\bby (?:pure |sheer )?(?:chance|coincidence)\b|\bsimultaneous(?:ly)?\b|\boverlap(?:s|ped|ping)?\b/i,
    needs: null,
    unless: /\bwhich only hours\b/i,
  },
  // "On the day the king lands in Quito, the premier is to see his rival"; "the day on which the last meeting breaks up"
  {
    kind: 'coincidence',
    name: 'day-when',
    hint: /on the|which|eve |same|even as|hours apart|coincide|parallel|concurrent|back-to|back to|an hour/i,
    pressOnly: true,
    reach: 9,
    cue: /\b[Oo]n the (?:very |same )?(?:day|evening|morning|afternoon|eve) (?:that |when |on which )?(?:[A-Z][\w’'-]+|the|his|her|its) (?:[\w’'-]+ ){0,4}?\w+(?:s|ed)\b|\bthe (?:day|week|evening|hour|moment) (?:on|in|at) which\b|\bon the eve of\b|\b(?:at|in) the (?:very|same) (?:moment|hour|minute)\b|\bhours apart\b|\bsame[- ](?:day|week) (?:as|that|when)\b|\b(?:fell|falls|fall|landed|clash(?:ed|es)?) (?:on|in|with) the same\b|\beven as\b|\bmeant to coincide\b|\bin parallel with\b|\bconcurrent(?:ly)?\b|\bback[- ]to[- ]back\b|\ban hour (?:before|after)\b/,
    needs: null,
    unless: /\bthe same day he\b/,
  },
  // "the communique made no mention of the islands"; "said nothing about arms"; "her name does not occur in it"
  {
    kind: 'omission',
    name: 'not-mentioned',
    hint: /mention|refer|word|allusion|occur|appear|figure|feature|list|includ|touch|speak|come up|say|said|nothing|left|leav|omit|omission|silen|absent|missing|naming|name|dropped|skipped|gloss|trace|not in it|not once|nowhere|no place|conspicuous|hint|quiet/i,
    pressOnly: true,
    cue: /\b(?:no|any|without) (?:\w+ )?(?:mention|reference|word|allusion)\b (?:of|to|on|about|was|is|in)\b|\b(?:did|does|do|was|were|is|are|had|has) ?(?:not|n[’']t) (?:\w+ )?(?:mention(?:ed)?|refer(?:red)?|name[ds]?|occur|appear|figure|feature|allude|listed|include[ds]?|touch|speak of|come up|say (?:anything|whether|what|a word))\b|\bnever (?:once )?(?:mention|refer|name)\w*\b|\b(?:none|neither|nor) (?:of (?:\w+ ){1,6})?(?:\w+ )?mention(?:ed|s)?\b|\bnone of\b[^.;]{1,60}\bmention(?:ed|s)?\b|\bneither\b[^.;]{1,60}\bmention(?:ed|s)?\b|\bsa(?:id|ys|ying) nothing (?:about|of|on)\b|\bnothing (?:was )?said (?:about|of|on)\b|\b(?:left|leaves|leaving|leave) (?:\w+ ){0,2}out\b|\bomit(?:s|ted|ting)?\b|\b(?:the|an|this|one|telling|glaring|conspicuous) omission of\b|\bsilen(?:t|ce) (?:on|about|over|as to)\b|\bpass(?:ed|es|ing) over in silence\b|\b(?:absent|missing) from (?:the|its|his|their)\b|\bnot a word\b|\bwent unmentioned\b|\bunmentioned\b|\bwithout (?:naming|mentioning|referring)\b|\bfailed to mention\b|\bavoided (?:any )?(?:mention|naming)\b|\bdropped (?:the|all) (?:phrase|reference|word|formula|mention)\w*\b|\bskipped over\b|\bglossed over\b|\bno trace\b|\b(?:is|was|are|were) not in it\b|\bnot once\b|\bnot (?:one|a single)\b[^.;]{1,60}\bmention\w*\b|\bnor (?:do|does|did|is|was)\b[^.;]{1,50}\bmention\w*\b|\bnothing (?:in (?:it|them)|about|on)\b|\bnowhere (?:in|to be found|does|do|did)\b|\b(?:finds?|found) no place\b|\bconspicuous(?:ly)? (?:absent|missing|by)\b|\b(?:is|was|are|were) (?:simply |conspicuously |notably |wholly )?(?:absent|missing)\b|\bstayed silent\b|\bkept (?:quiet|silent)\b|\bno (?:word|hint) (?:of|on|about)\b/i,
    needs: null,
    unless: /\bnot to mention\b|\bmissing (?:persons?|people|soldiers?|sailors?|billions?|millions?)\b/i,
  },
  // "No conversation with the Ruritanian minister has been reported so far"
  {
    kind: 'omission',
    name: 'none-reported',
    pressOnly: true,
    cue: /\b[Nn]o (?:[\w’'-]+[ ,]+){1,9}(?:has|have|had|was|were) (?:yet )?(?:been )?(?:reported|announced|disclosed|published|released|issued|confirmed|recorded|listed)\b|\b(?:has|have) (?:not|yet to) (?:\w+ )?(?:published|released|issued|put out) (?:a|any|its|their) (?:readout|account|statement|summary)\b/,
    needs: null,
  },
  // "who seldom receives leaders of allies"; "typically does not meet ministers"; "made an exception for"
  {
    kind: 'norm-exception',
    name: 'habit',
    pressOnly: true,
    cue: /\b(?:typically|usually|normally|ordinarily|customarily|traditionally|generally|rarely|seldom|hardly ever|almost never|as a rule|by custom|by tradition|tends? (?:not )?to|does not usually|not usually|reserved for|rare(?:ly)? (?:for|granted|given|accorded|extended))\b|\bkept? to the custom\b|\bcustom(?:ary)? (?:of|that|to|for)\b/i,
    needs: new RegExp(
      `${EXCHANGE.source}|\\bextend|\\baccord|\\bgrant|\\bprotocol|\\bhono(?:u)?r|\\bcourtesy`,
      'i',
    ),
    reach: 0,
  },
  // "an exception for the envoy"; "broke with protocol"; "one of the few not to have gone"; "in a rare visit"
  {
    kind: 'norm-exception',
    name: 'exception',
    hint: /exception|break|broke|depart|one of|rare|unusual|extraordinary|uncommon|contrary|unlike/i,
    pressOnly: true,
    cue: /\b(?:made|make|makes|making|with|by|as) (?:an?|the|one|sole|only)? ?(?:\w+ )?exceptions?\b|\ban exception (?:for|to|was)\b|\bexceptionally\b|\b(?:break|breaks|broke|breaking|broken|departure|depart(?:ed|s)?|departing) (?:with|from) (?:\w+ )?(?:tradition|custom|protocol|precedent|practice|habit|convention|the norm)\b|\bone of (?:the|only a|the very) (?:few|handful)\b|\b(?:a|the|in a|an) (?:\w+ )?(?:rare|unusual|extraordinary|uncommon) (?:\w+ ){0,2}(?:visit|trip|meeting|audience|call|summit|talks|honou?r|appearance|encounter|gesture|courtesy|exchange|conversation|step|move|access)\b|\bunusual(?:ly)? (?:for|that|in that)\b|\bcontrary to (?:custom|protocol|habit|practice|tradition)\b|\bunlike (?:his|her|their|its) predecessors?\b/i,
    needs: null,
  },
  // "an honour that is not accorded to ministers"; "by convention"; "a breach of protocol"; "bent the rules"
  {
    kind: 'norm-exception',
    name: 'protocol',
    pressOnly: true,
    cue: /\b(?:courtesy|hono(?:u)?r|privilege|distinction|treatment|reception|favou?r) (?:\w+ ){0,3}(?:not|rarely|seldom|normally|usually|otherwise|reserved|denied|withheld|extended|accorded|granted)\b|\bby (?:long )?(?:convention|custom|tradition)\b|\bbreach of protocol\b|\bagainst (?:protocol|custom)\b|\bb(?:e|o)nt the rules\b|\bprotocol (?:dictates|demands|requires|would)\b|\bas is (?:customary|usual|the custom)\b|\bthe rule (?:is|was|has)\b|\bwaived\b/i,
    needs: null,
  },
  // "newspapers have speculated that"; "others have suggested that"; "columnists expect her to go"
  {
    kind: 'hypothesis',
    name: 'who-guesses',
    reach: 9,
    pressOnly: true,
    cue: /\b(?:analysts?|observers?|experts?|commentators?|columnists?|scholars?|newspapers?|media|diplomats?|critics|watchers|officials|sources|some|others|many|few|pundits|academics|think tanks?|researchers|specialists|insiders|reports|ledger|pattern|record|timing|sequence|choice|silence|absence)\b(?: [\w’',-]+){0,8}? (?:speculat(?:e|es|ed|ing)|suggest(?:s|ed|ing)?|believ(?:e|es|ed)|suspect(?:s|ed)?|expect(?:s|ed)?|reckon(?:s|ed)?|think|thinks|thought|see|sees|saw|read|reads|interpret(?:s|ed)?|predict(?:s|ed)?|theori[sz]e[ds]?|wonder(?:s|ed)?|argue[ds]?|hint(?:s|ed)?|detect(?:s|ed)?|infer(?:s|red)?|point(?:s|ed)? to)\b/i,
    needs: /\b(?:that|whether|as|to|in|a sign|if|could|would|may|might|will)\b/i,
    unless:
      /\b(?:argued? for|suggested (?:a|the) (?:date|venue)|believed? in|see you)\b|\bas (?:had been |was )?expected\b/i,
  },
  // "it could signal a new willingness"; "a sign that"; "seen as a rebuke"; "talk of a visit … not confirmed"; "unconfirmed reports"
  {
    kind: 'hypothesis',
    name: 'sign',
    pressOnly: true,
    cue: /\b(?:may|might|could|would|seems? to|appears? to) (?:well )?(?:signal|indicate|suggest|point to|mean|reflect|foreshadow|herald|presage|be (?:a sign|aimed|intended|designed|meant|preparing|linked))\b|\b(?:a|the|another|one more|as a|no) (?:\w+ )?(?:sign|signal|indication|hint) (?:that|of)\b|\b(?:widely )?(?:seen|interpreted|regarded|read|viewed|understood) (?:\w+ ){0,3}as (?:a|an|the|evidence|part)\b|\brumou?rs? (?:that|of|about|have)\b|\brumou?red\b|\bspeculation (?:that|about|over|is|was|in)\b|\btalk of\b|\bunconfirmed\b|\bfuel(?:s|led|ling|ed|ing) speculation\b|\bit is (?:thought|believed|rumou?red|assumed) that\b|\breading of (?:this|the|it)\b|\btheory\b|\bhypothes[ie]s\b|\ba likelier (?:reason|explanation)\b/i,
    needs: null,
    unless: /\b(?:sign of respect|peace talk of)\b/i,
  },
  // "my guess is that"; "it may also be that"; "they seem to think that she will be easier"; "which suggests that"
  {
    kind: 'hypothesis',
    name: 'guess',
    pressOnly: true,
    cue: /\b(?:my|our|one|another|the (?:\w+ )?) ?(?:guess|hunch|bet|answer|explanation|interpretation|suspicion|inference|conjecture)\b (?:\w+ ){0,2}(?:is|was|may|has|holds)\b|\bit (?:may|might|could) (?:well |also |just )?be that\b|\b(?:seems?|appears?|appeared|seemed) to (?:think|believe|reckon|expect|calculate|hope)\b|\b(?:which|this|that|all of which|it) (?:strongly )?(?:suggests?|hints?) (?:that|at)\b|,? suggesting that\b|\b(?:is|are) (?:thought|believed) to\b|\b(?:presumably|in all likelihood|in all probability)\b|\braises? the (?:question|possibility) (?:of |that |whether )|\bprompt(?:ed|ing|s)? (?:\w+ )?(?:speculation|talk|questions)\b|\blikely (?:aimed|meant|designed|intended)\b|\bthe (?:likeliest|most likely|obvious|simplest) (?:reason|explanation|answer)\b/i,
    needs: null,
  },
]

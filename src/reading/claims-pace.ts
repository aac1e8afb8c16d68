// Cues of pace: who comes more often, what has dried up.
import { type ClaimCue, EXCHANGE } from './claims-words.ts'

export const paceCues: ClaimCue[] = [
  // "has fallen noticeably behind in exchanges"; "others have kept coming"; "busier on the telephone"
  {
    kind: 'pace',
    name: 'ahead-behind',
    unless:
      /\b(?:compan(?:y|ies)|firms?|rivals|econom(?:y|ies)|polls?|votes?|schedule|construction|output|production|deadline|payments?|wages|left behind)\b/i,
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
      `(?:${EXCHANGE.source}).{0,300}(?:\\bthan\\b|\\bagainst\\b|\\bcompared\\b|\\bas\\b|\\bwhile\\b|\\bto\\b|\\bwhereas\\b)|(?:\\bthan\\b|\\bcompared\\b|\\bwhile\\b|\\bwhereas\\b).{0,300}(?:${EXCHANGE.source})`,
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
    unless:
      /\b(?:second|third) (?:meeting|session) of\b|\b(?:is|are|was|were|be) (?:planned|scheduled|due|expected|set|rumou?red|foreseen|pencill?ed|fixed)\b/i,
  },
  // "For every trip to the north there have been three to the south"; "sent more ministers to the islands than in five years"
  {
    kind: 'pace',
    name: 'more-than',
    pressOnly: true,
    hint: /every|more|fewer|many/i,
    cue: /\b[Ff]or every (?:[\w’'-]+ ){1,6}[^.;]{0,40}\b(?:there (?:are|were|have been)|made|sent|paid|came|received)\b|\b(?:sent|sends|received|receives|hosted|hosts|paid|pays|made|makes|dispatched|welcomed|had|seen) (?:\w+ )?(?:more|fewer|(?:twice|three times) as many) (?:[\w’'-]+ ){1,3}[^.;]{0,60}\b(?:than|as)\b/,
    needs: new RegExp(`${EXCHANGE.source}|\\b(?:ministers|envoys|officials|presidents|leaders)\\b`, 'i'),
  },
  // "visits have become rarer"; "contacts went from monthly to almost none"; "meetings used to be rare; now they come every month"
  {
    kind: 'pace',
    name: 'rarer',
    pressOnly: true,
    wide: true,
    cue: /\b(?:becom(?:e|es|ing)|became|grow(?:n|s|ing)?|grew|get(?:ting)?|got) (?:ever |much |far |increasingly )?(?:rarer|scarcer|rare|scarce|sparser|(?:more|less) frequent|infrequent|frequent|thinner)\b|\bbec(?:ome|ame|oming) (?:an? )?(?:daily|weekly|monthly|annual|yearly|regular|routine|commonplace)\b|\b(?:more|less) (?:active|present|visible|assiduous|diligent)\b[^.;]{0,60}\bthan\b|\bfrom (?:daily|weekly|monthly|yearly|annual|regular|frequent|\w+ a (?:month|year|week)) to\b|\bused to be (?:rare|frequent|common|regular|annual|weekly|monthly)\b|\b(?:hardly|scarcely|barely) a (?:day|week|month|year) (?:passes|goes by|has passed|went by|passed) without\b/i,
    needs: new RegExp(`${EXCHANGE.source}|\\b(?:diplomats|ministers|ambassadors)\\b`, 'i'),
  },
  // "The north has sent nine delegations this year, the south only three"
  {
    kind: 'pace',
    name: 'against-only',
    pressOnly: true,
    reach: 1,
    left: 1,
    hint: /only|just|mere|barely/i,
    cue: /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+) (?:[\w-]+ )?(?:visits|trips|delegations|ministers|envoys|meetings|calls|summits|missions|guests|times)\b[^.;]{3,80}\b(?:only|just|a mere|barely) (?:one|two|three|four|five|six|seven|\d+|a handful|once|twice)\b/i,
    needs: null,
  },
  // "has been left behind by its neighbour in the race to court the islands"
  {
    kind: 'pace',
    name: 'left-behind',
    pressOnly: true,
    cue: /\bleft (?:far |well )?behind\b/i,
    needs: new RegExp(`${EXCHANGE.source}|\\b(?:race|courting|courtship)\\b`, 'i'),
    unless: /\b(?:troops|weapons|belongings|debris|families|luggage)\b/i,
  },
]

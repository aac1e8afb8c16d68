// Cues of coincidence: two things on one day, or hours apart.
import type { ClaimCue } from './claims-words.ts'

export const coincidencesCues: ClaimCue[] = [
  // "On 3 May, the same day the king landed, the premier sent his deputy"
  {
    kind: 'coincidence',
    name: 'same-day',
    left: 1,
    reach: 9,
    pressOnly: true,
    cue: /\b(?!that (?:very )?same \w+,)(?:the|that|this)(?: very)? same (?:day|evening|afternoon|morning|hour|time|(?:week|weekend|month)(?= that| as| when|,| the))(?:,)? (?:that |as |when |on which )?(?!and\b|or\b|in\b|at\b|by\b|with\b|to\b|on\b|for\b|,)[\w“‘"’]+,?(?: [\w’'.,-]+){1,10}|\bthe very (?:day|week|hour|evening|moment) (?:on which|that|when|of)?\b|\bon the very day\b/i,
    needs: null,
    unless: /\bthe same time,|\bat the same time\b(?! as\b)/i,
  },
  // "as news came in that two ships had been struck"; "when news broke"; "a year to the day after"
  {
    kind: 'coincidence',
    name: 'as-news',
    hint: /news|word|report|to the day|only|just|mere|barely|coinciden|coincid|tim|accident|chance|simultan|overlap/i,
    pressOnly: true,
    cue: /\b(?:as|when|just as) (?:the )?(?:news|word|reports?) (?:\w+ )?(?:came|broke|arrived|reached|emerged|spread)\b|\bto the day\b|\b(?:only|just|mere|barely) (?:\w+ )?(?:hours|minutes|days|a day|a week|weeks) (?:before|after|earlier|later)\b|\bcoincid(?:e|es|ed|ing|ence|ental|entally)\b|\btim(?:ing|ed) (?:\w+ ){0,4}(?:accident|accidental|coincidence|deliberate|deliberately|unrelated|chance)\b|\btimed to\b|\bno accident\b|\bby (?:pure |sheer )?(?:chance|coincidence)\b|\bsimultaneous(?:ly)?\b|\boverlap(?:s|ped|ping)?\b/i,
    needs: null,
    unless: /\bwhich only hours\b/i,
  },
  // "On the day the king lands in Quito, the premier is to see his rival"; "the day on which the last meeting breaks up"
  {
    kind: 'coincidence',
    name: 'day-when',
    hint: /on the|which|both |eve |same|even as|hours apart|coincide|parallel|concurrent|back-to|back to|an hour/i,
    pressOnly: true,
    left: 1,
    reach: 9,
    cue: /\b[Oo]n the (?:very |same )?(?:day|evening|morning|afternoon|eve) (?:that |when |on which )?(?:[A-Z][\w’'-]+|the|his|her|its) (?:[\w’'-]+ ){0,4}?\w+(?:s|ed)\b|\bthe (?:day|week|evening|hour|moment) (?:on|in|at) which\b|\bon the eve of\b(?! departure)|\b(?:at|in) the (?:very|same) (?:moment|hour|minute)\b|\bhours apart\b|\bsame[- ](?:day|week) (?:as|that|when)\b|\b(?:fell|falls|fall|landed|clash(?:ed|es)?) (?:on|in|with) the same\b|\beven as\b|\bmeant to coincide\b|\bin parallel with\b|\bconcurrent(?:ly)?\b|\bback[- ]to[- ]back\b(?! (?:summits|meetings|sessions|talks|conferences))|\ban hour (?:before|after)\b/,
    needs: null,
    unless: /\bthe same day he\b/,
  },
  // "hours after the minister had left"; "a day before the four leaders met"; "within hours of the premier's departure"
  {
    kind: 'coincidence',
    name: 'hours-after',
    reach: 9,
    pressOnly: true,
    hint: /hours|minutes|days? |shortly|later/i,
    cue: /\b(?:hours|minutes|(?:a|one|two|three) days?|the day|shortly) (?:after|before) (?!(?:he|she|it|they|that|this|we)\b)(?:[\w’'.-]+ ){1,6}?(?:left|leaves?|met|meets?|arriv(?:e|es|ed)|land(?:s|ed)?|received?|flew|flies|fly|sat|hosted|departed|visited|spoke|called|took off|set off|touched down|sent|landed|return(?:s|ed)|wrapped up)\b|\bwithin (?:hours|days|minutes|a day|a week) of\b|\b(?:less than|within|barely|not|only|just) (?:24|48|hours|a day|twenty-four|an hour|a few) (?:hours )?(?:later|after|earlier|before)\b/i,
    needs: null,
    unless: /\b(?:attack|bombing|shooting|explosion|quake|storm|election|vote)\b/i,
  },
  // "Just as the premier landed, the rebels announced talks"; "while she was in Quito, her rival was in Lima"; "as his plane touched down"
  {
    kind: 'coincidence',
    name: 'just-as',
    reach: 9,
    pressOnly: true,
    hint: /\bas |while/i,
    cue: /\bjust as (?:[\w’'.-]+ ){1,6}?(?:left|met|arriv(?:es|ed)|land(?:s|ed)|received|flew|hosted|departed|visited|sat|set|was|were|opened|began|wrapped)\b|\b(?:as|while) (?!(?:he|she|it|they|we)\b)(?:[\w’'.-]+ ){1,6}?(?:touched down|landed|took off|(?:was|were|is|are) (?:in|still in|meeting|hosting|receiving|visiting|flying|boarding|leaving|landing|arriving))\b/i,
    needs: null,
    unless:
      /\b(?:as (?:long|soon|well|part|far|he|she|it|they)|in (?:office|power|exile|prison|opposition|charge|talks))\b/i,
  },
  // "both summits open on 4 June, one here and one there"
  {
    kind: 'coincidence',
    name: 'both-on',
    reach: 9,
    pressOnly: true,
    cue: /\bboth (?:visits|trips|summits|meetings|talks|calls|events|conferences|delegations)\b[^.;]{0,40}\bon (?:the same|\d|[A-Z])/i,
    needs: null,
  },
]

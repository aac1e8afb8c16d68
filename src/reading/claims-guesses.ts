// Cues of hypotheses: what somebody reads into an exchange.
import type { ClaimCue } from './claims-words.ts'

export const guessesCues: ClaimCue[] = [
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
    hint: /signal|indicat|suggest|point|mean|reflect|foreshadow|herald|presag|be |sign|hint| as |rumou?r|speculat|talk|unconfirmed|thought|believed|assumed|reading|theory|hypothes|likelier/i,
    pressOnly: true,
    cue: /\b(?:may|might|could|would|seems? to|appears? to) (?:well )?(?:signal|indicate|suggest|point to|mean|reflect|foreshadow|herald|presage|be (?:a sign|aimed|intended|designed|meant|preparing|linked))\b|\b(?:a|the|another|one more|as a|no) (?:\w+ )?(?:sign|signal|indication|hint) (?:that|of)\b|\b(?:widely )?(?:seen|interpreted|regarded|read|viewed|understood) (?:\w+ ){0,3}as (?:(?:a|an|the|another|further|part) )?(?:[\w-]+ ){0,3}?(?:signs?|signals?|attempts?|efforts?|bid|response|answer|rebuke|warning|message|move|step|evidence|part|test|hedge|gesture|way|snub|prelude|counter\w*|nod|concession|win|blow|push|overture|threat|show|slight|victory|proof|reaction|consent|preparation|preparing|jab|attack|approval|turn|shift|endorsement|retreat|betrayal)\b|\brumou?rs? (?:that|of|about|have)\b|\brumou?red\b(?! (?:for|in|next|this)\b)|\bspeculation (?:that|about|over|is|was|in)\b|\btalk of\b|\bunconfirmed\b|\bfuel(?:s|led|ling|ed|ing) speculation\b|\bit is (?:thought|believed|rumou?red|assumed) that\b|\breading of (?:this|the|it)\b|\btheory (?:is|that|holds|goes|has it)\b|\bhypothes[ie]s\b|\ba likelier (?:reason|explanation)\b/i,
    needs: null,
    unless:
      /\b(?:sign of respect|peace talk of)\b|\brumou?rs\b.{0,300}\b(?:dismissed|denied|rejected|called|untrue|false|baseless|unfounded)\b/i,
  },
  // "my guess is that"; "it may also be that"; "they seem to think that she will be easier"; "which suggests that"
  {
    kind: 'hypothesis',
    name: 'guess',
    pressOnly: true,
    cue: /\b(?:my|our|one|another|the (?:\w+ )?) ?(?:guess|hunch|bet|answer|explanation|interpretation|suspicion|inference|conjecture)\b (?:\w+ ){0,2}(?:is|was|may|has|holds)\b|\bit (?:may|might|could) (?:well |also |just )?be that\b|\b(?:seems?|appears?|appeared|seemed) to (?:think|believe|reckon|expect|calculate|hope)\b|\b(?:which|this|that|all of which|it) (?:strongly )?(?:suggests?|hints?) (?:that|at)\b|,? suggesting that\b|\b(?:is|are) (?:thought|believed) to\b|\b(?:presumably|in all likelihood|in all probability)\b|\braises? the (?:question|possibility) (?:of |that |whether )|\bprompt(?:ed|ing|s)? (?:\w+ )?(?:speculation|talk|questions)\b|\blikely (?:aimed|meant|designed|intended)\b|\bthe (?:likeliest|most likely|obvious|simplest) (?:reason|explanation|answer)\b/i,
    needs: null,
  },
  // "It appears that the capital is hedging"; "they are probably trying to mediate"; "perhaps the king hopes to"
  {
    kind: 'hypothesis',
    name: 'perhaps',
    pressOnly: true,
    hint: /appears|seems|looks|probably|presumably|apparently|perhaps|possibly|likely|almost certainly/i,
    cue: /\bit (?:now )?(?:appears|seems|looks)(?: \w+)? (?:that|as if|as though)\b|\b(?:is|are|was|were|has|have) (?:probably|presumably|apparently|perhaps|possibly|almost certainly|most likely) (?:\w+ing|meant|intended|aimed|designed|hop\w+|look\w+)\b|(?:^|[.;] |, )perhaps (?:the |an? )?(?:[\w’'-]+ ){1,4}(?:hopes?|wants?|wishes|seeks?|fears?|is|are|was|were|means|meant)\b/i,
    needs: null,
  },
  // "One possible reason is that they no longer trust the mediator"; "that would explain the haste"
  {
    kind: 'hypothesis',
    name: 'explains',
    hint: /explain|reason|explanation|reading|motive|interpretation/i,
    pressOnly: true,
    cue: /\b(?:a|one|another|the) (?:\w+ )?(?:possible|plausible|likely|likelier|probable|simpler) (?:reason|explanation|reading|motive|interpretation)\b|\b(?:would|could|may|might) (?:well |also |help )?explain\b/i,
    needs: null,
  },
  // "Observers believe a deal is being prepared"
  {
    kind: 'hypothesis',
    name: 'observers',
    pressOnly: true,
    reach: 9,
    cue: /\b(?:analysts?|observers?|experts?|commentators?|columnists?|scholars?|insiders|pundits|watchers) (?:[\w’'-]+ ){0,4}(?:believed?|suspect(?:ed)?|reckon(?:ed)?|think|fear(?:ed)?|say it is likely)\b(?! in\b)/i,
    needs: null,
  },
]

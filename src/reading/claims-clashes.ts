// Cues of coincidence where two parties miss, shadow or follow each other: "within six hours of each other", "no sooner had he left than".
import { type ClaimCue, COUNT, DIPLOMACY } from './claims-words.ts'

const MOVED =
  '(?:left|met|meets?|arriv(?:es?|ed)|land(?:s|ed)|received|flew|flies|hosted|departed|visited|sat|spoke|called|took off|touched down|sent|returned|rang|dined|dines|lunched|lunches|opens?|opened|set off|was shown in)'

export const clashesCues: ClaimCue[] = [
  // "Within six hours of each other two men landed at one airport"; "missed one another by minutes"
  {
    kind: 'coincidence',
    name: 'each-other',
    pressOnly: true,
    reach: 1,
    hint: /each other|one another|other[’']s|paths/,
    cue: new RegExp(
      `\\b[Ww]ithin (?:\\w+ )?(?:${COUNT} |a few )?(?:hours?|minutes|days?|weeks?) of (?:each other|one another)\\b|\\bmissed (?:each other|one another) by\\b|\\bcross(?:ed|ing) paths\\b|\\b(?:hours|minutes|a day|a floor|a corridor) (?:apart|from (?:each other|one another))\\b`,
    ),
    needs: DIPLOMACY,
    wide: true,
  },
  // "On Thursday, the day for which the neighbours have announced a visit, he is to be abroad"
  {
    kind: 'coincidence',
    name: 'the-day-for-which',
    pressOnly: true,
    left: 1,
    reach: 9,
    hint: /day|week|morning|evening|hour|moment/,
    cue: new RegExp(
      `\\bthe (?:very )?(?:day|week|weekend|evening|morning) (?:for|on|in) which\\b|^(?:On )?[Tt]he (?:very )?(?:day|week|morning|evening|moment|hour|night) (?:that |when )?(?:the |his |her |an? )?(?:[\\w’'-]+ ){1,5}?${MOVED}\\b[^.;]*,|\\bthe (?:morning|evening|night|week|weekend) (?:after|before) (?!(?:he|she|it|they|that|this|we|his|her|its)\\b)(?:[\\w’'.-]+ ){1,6}?${MOVED}\\b|\\b[Tt]hat (?:very )?same \\w+day\\b|\\b[Bb]oth (?:[\\w’'-]+ ){1,6}that (?:day|week|evening|morning)\\b`,
    ),
    needs: DIPLOMACY,
    wide: true,
  },
  // "Nobody believes that the clash of dates was an accident"; "the timing did not go unnoticed"; "the two receptions clashed"
  {
    kind: 'coincidence',
    name: 'clash',
    pressOnly: true,
    hint: /clash|accident|chance|coincid|unnoticed|connect|two and two/i,
    cue: /\bclash of (?:dates|diaries|calendars|schedules|timetables)\b|\bclash(?:ed|es) with\b|\b(?:dates?|timing|clash|calendar|overlap)\b[^.;]{0,40}\b(?:accident|chance|unnoticed|unremarked)\b|\b(?:hardly|scarcely|not) (?:an accident|accidental|a coincidence|by chance)\b|\bconnect the (?:two|dots)\b|\bput two and two together\b/,
    needs: new RegExp(
      `${DIPLOMACY.source}|\\b(?:dates|diaries|calendars|connect|two and two|timing)\\b`,
      'i',
    ),
    unless: /\b(?:police|troops|soldiers|protesters|demonstrators|fans|forces)\b/i,
  },
  // "No sooner had the minister left than the envoy was shown in"; "she landed as he took off"; "was still in town when the ambassador called"
  {
    kind: 'coincidence',
    name: 'no-sooner',
    pressOnly: true,
    reach: 9,
    hint: /sooner|hardly|scarcely|barely|just| as | when /,
    cue: /\b[Nn]o sooner (?:had|has|was|were)\b|\b(?:had|has) (?:barely|hardly|scarcely|only just) [^.;]{2,60}\b(?:when|before|than)\b|\b(?:[Hh]ardly|[Ss]carcely|[Bb]arely) had\b|\b(?:landed|arrived|came|flew in|sat down|drove up) (?:just )?as (?:he|she|they|the other|[A-Z][\w’'-]+) (?:took off|left|departed|flew out|drove off|was leaving)\b|\b(?:was|were) (?:still|already) (?:in|at|on) (?:[\w’'-]+ ){1,4}(?:when|as was|as were)\b|\b(?:was|were) (?:already|still) in [A-Z][\w’'-]+, (?:as|and so|too)\b/,
    needs: DIPLOMACY,
    wide: true,
  },
  // "came as the premier was sitting down with his host"; "while the king was on his way"; "was at that hour boarding a plane"
  {
    kind: 'coincidence',
    name: 'while-on-the-way',
    pressOnly: true,
    reach: 9,
    hint: /\bas |[Ww]hile|at that/,
    cue: /\b(?:[Aa]s|[Ww]hile|[Ww]hen) (?!(?:he|she|it|they|we|part|long|soon|far|well)\b)(?:[\w’'.-]+ ){1,6}?(?:(?:was|were|is|are) (?:still )?(?:on (?:his|her|their|its) way|en route|sitting down|dining|lunching|touring|addressing|packing|unpacking|shaking hands|winding up|preparing to (?:fly|leave|receive|host|land|board|welcome))|(?:dined|lunched|supped) (?:in|at|with))\b|\bat that (?:very )?(?:hour|moment|minute|time)\b(?= (?:boarding|sitting|landing|on|in|meeting|receiving|flying))|\b(?:was|were|is|are) at that (?:very )?(?:hour|moment)\b/,
    needs: DIPLOMACY,
    wide: true,
  },
  // "On the eve of her departure the minister rang her"
  {
    kind: 'coincidence',
    name: 'on-the-eve',
    pressOnly: true,
    reach: 1,
    hint: /eve of/,
    cue: /\b[Oo]n the (?:very )?eve of (?!departure\b|the (?:election|vote|anniversary|holiday)\b)/,
    needs: DIPLOMACY,
  },

  // "The two meetings took place on the same day"; "two ministers were in town on the same afternoon"; "was in the capital that same day"
  {
    kind: 'coincidence',
    name: 'two-on-one-day',
    pressOnly: true,
    hint: /same|at the time|anniversary/,
    cue: /\b(?:[Tt]wo|[Bb]oth|[Tt]hree)\b[^.;]{0,70}\b(?:on|in) the (?:very )?same (?:day|afternoon|morning|evening|weekend|night|week|date)\b|\b(?:on )?that (?:very )?same (?:day|evening|afternoon|morning|night|weekend)\b|\b(?:was|were) (?:also |both |then |still |all )?in [A-Z][\w’'-]+ at the (?:same )?time\b|\bf(?:alls?|ell) on the (?:\w+ )?anniversary\b/,
    needs: DIPLOMACY,
  },
  // "hours before the council was to vote"; "two days before the rival is due"; "six hours after the call ended"; "just before the call, the minister had landed"
  {
    kind: 'coincidence',
    name: 'hours-around',
    pressOnly: true,
    reach: 1,
    hint: /before|after|earlier|later/,
    cue: new RegExp(
      `\\b(?:hours|minutes|(?:a|one|two|three) days?|the day|shortly) (?:before|after) (?!(?:he|she|it|they|that|this|we)\\b)(?:[\\w’'.-]+ ){1,6}?(?:is|was|were|are) (?:due|to|scheduled|set|expected|supposed)\\b|\\b(?:${COUNT}|[A-Z][a-z]{2,5}|[Aa] few|[Ss]everal|[Ss]ome) hours (?:earlier|later|before|after)\\b|\\b[Jj]ust (?:before|after) (?:the|his|her|their) (?:call|meeting|visit|talks|announcement|departure|arrival|conversation)\\b`,
    ),
    needs: DIPLOMACY,
    unless:
      /\b(?:of|for|lasted|spent) (?:two|three|four|five|six|several|some) hours\b|\b(?:attack|bombing|shooting|explosion|quake|storm|strike|killed)\b/i,
  },
  // "was in the capital on the day the rebels took the town"
  {
    kind: 'coincidence',
    name: 'on-the-day-irregular',
    pressOnly: true,
    reach: 9,
    hint: /on the|On the/,
    cue: /\b[Oo]n the (?:very |same )?(?:day|evening|morning|afternoon) (?:that |when )?(?:the |his |her |its |an? |[A-Z])[\w’'-]*(?: [\w’'-]+){0,4}? (?:took|met|flew|left|fell|began|sat|went|came|sent|broke|opened|won|lost|shut|was|were|lands|leaves|opens|meets)\b/,
    needs: DIPLOMACY,
  },
]

// Cues of coincidence told by what another was doing meanwhile, by "very" and "same", and by doubt that it was chance.
import { type ClaimCue, DIPLOMACY, MATTER } from './claims-words.ts'

/** What envoys are seen doing at the hour when another arrives. */
const DOING =
  '(?:being (?:shown|received|entertained|feted|welcomed|driven|flown|greeted|seen|briefed|led|given|sworn|served)|shown|meeting|touring|visiting|dining|lunching|breakfasting|flying|landing|boarding|packing|unpacking|sitting|speaking|addressing|shaking|signing|inspecting|walking|climbing|travelling|driving|waiting|leaving|arriving|crossing|hosting|receiving|greeting|entertaining|opening|closing|winding|wrapping|laying|holding|talking|chatting|conferring|telephoning|coming|going|sailing|unveiling|toasting|checking|settling|stepping|posing|pressing)'
const TIME =
  '(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|day|date|week|weekend|fortnight|month|hour|morning|afternoon|evening|night|moment|minute)'

export const meanwhileCues: ClaimCue[] = [
  // "while the deputy minister, Emre Kaya, was being shown round the port, a plane put down"
  {
    kind: 'coincidence',
    name: 'while-doing',
    pressOnly: true,
    left: 1,
    reach: 9,
    hint: /[Ww]hile|\b[Aa]s |[Ww]hen/,
    cue: new RegExp(
      `\\b(?:[Ww]hile|[Aa]s|[Ww]hen) (?!(?:he|she|it|they|we|I|part|long|soon|far|well|if|though)\\b)[^.;:]{2,80}?\\b(?:was|were|is|are) (?:still |just |already |busy )?${DOING}\\b`,
    ),
    needs: DIPLOMACY,
    wide: true,
    unless: /\b(?:calling for|it rained|raining)\b/,
  },
  // "on the very Tuesday that his rival has left free"; "that same fortnight"; "in the same week that"
  {
    kind: 'coincidence',
    name: 'very-same',
    hint: /very|same|exact|(?:on|On|in|In) the (?:day|week|month|night|evening|morning)/,
    pressOnly: true,
    reach: 1,
    cue: new RegExp(
      `\\b(?:[Oo]n|[Ii]n|[Aa]t|[Dd]uring|[Oo]ver|[Ff]or) (?:the|that) (?:very (?:same )?|self-?same |exact )${TIME}\\b|\\b(?:[Ii]n|[Dd]uring|[Oo]ver|[Aa]t) (?:the|that) same (?:fortnight|week|weekend|hour|night|moment|minute|days)\\b(?! (?:next|last|every)\\b)|\\b(?:booked|chose|picked|fixed on|settled on|took|share[ds]?) (?:the|that) same ${TIME}\\b|\\b(?:[Oo]n|[Ii]n) the (?:day|week|weekend|month|night|evening|morning) (?:that|when|in which|on which) [^.;,]{3,}`,
    ),
    needs: MATTER,
    wide: true,
    unless: /\bthe same (?:week|day|month|time)(?=[.;]|$)|\bfor the same\b/,
  },
  // "Diplomats doubt that this is chance"; "the date was no coincidence"
  {
    kind: 'coincidence',
    name: 'doubt-of-chance',
    hint: /chance|coincid|accident|design|fortuit|collid|overlap|intersect|bump/,
    pressOnly: true,
    cue: /\b(?:doubt|doubts|believes?|thinks?|den(?:y|ies|ied)|insist|insists|insisted|says?|said|calls?|called|pretends?|swears?)\b[^.;]{0,50}\b(?:(?:by|was|is|were|mere|pure|that) (?:all )?(?:chance|coincidence|accident|accidental|coincidental|fortuitous)|coincidence|by design)\b|\b(?:no|hardly|scarcely|mere|pure|sheer|not|more than|too neat (?:for|to be)) (?:an? )?(?:coincidence|accident|chance)\b|\b(?:is|was|were|are) (?:not |hardly |no |scarcely |perhaps )?(?:by )?(?:chance|coincidence|coincidental|fortuitous)\b|\b(?:dates?|diar(?:y|ies)|calendars?|itinerar(?:y|ies)|schedules?|visits|trips|stays)\b[^.;]{0,40}\b(?:collid(?:e|es|ed)|overlap(?:s|ped)?|intersect(?:s|ed)?|bump(?:s|ed)? into)\b/,
    needs: null,
    unless: /\b(?:second chance|last chance|a chance|road|traffic accident|plane|crash|by any chance)\b/,
  },
  // "as one plane came in the other went out"; "one left by the back as the other entered"; "two floors below"
  {
    kind: 'coincidence',
    name: 'under-one-roof',
    hint: /ithin|floor|room|door|table|street|corridor|runway|suite|one |ink|bed|flag|chair|carpet|had |within/,
    pressOnly: true,
    reach: 1,
    cue: /\b[Ww]ithin (?:a single|one and the same|the space of (?:an?|one|two)|the same) (?:day|hour|week|morning|afternoon|evening|weekend|hours|days)\b|\b(?:two|one|three|a) (?:floors?|rooms?|doors?|tables?|streets?|corridors?|runways?|suites?) (?:below|above|away|along|down|off|up)\b|\bone (?:left|came|went|landed|was leaving)\b[^.;]{0,40}\bas the other\b|\b(?:the ink|the bed|the flags?|the chair|the carpet)\b[^.;]{0,40}\b(?:still|barely|hardly|scarcely)\b[^.;]{0,40}\bwhen\b|\bhad (?:just|only just|barely|scarcely|hardly) (?:left|gone|landed|flown|driven|departed|taken off)\b[^.;]{0,40}\bwhen\b|\bwithin (?:the|a|an) (?:hour|day|week|same \w+) (?:of|after|before)\b/,
    needs: DIPLOMACY,
    parties: true,
  },
  // "flew in three days after the shooting of the president"; "spoke on Tuesday, hours after the soldiers had arrested the premier"; "on the anniversary of"
  {
    kind: 'coincidence',
    name: 'soon-after-event',
    pressOnly: true,
    reach: 1,
    hint: /after|before|anniversary/,
    cue: /\b(?:hours|minutes|(?:an?|one|two|three|four|a few|some) days?|the (?:day|morning|night)|(?:an?|one|two|three) hours?|half an hour|a week) (?:after|before) (?!(?:he|she|it|they|that|this|we|his|her|its|their)\b)(?:(?:[\w’'.-]+ ){1,7}?(?:had (?:been )?\w+|was \w+ed|were \w+ed|\w{3,}ed|took|broke|fell|shot|left|won|lost|struck|began|died)\b|the \w+(?:ing|al|ion|er|ure|th|up|out) of (?:the |an? |his |her )?\w)|\b(?:on|to) the (?:\w+ )?anniversary of\b/,
    needs: DIPLOMACY,
    parties: true,
    wide: true,
    unless: /\b(?:th|st|nd|rd) anniversary\b|\btook (?:office|part)\b|\bwon the\b/,
  },
]

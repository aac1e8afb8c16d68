// Cues of omission told by what a text keeps to, has lost, or only the other has: "and nothing else", "no longer speaks of", "those from Cairo never".
import { ACCOUNT, type ClaimCue, DIPLOMACY } from './claims-words.ts'

const TEXT = new RegExp(`\\b(?:${ACCOUNT}|note)\\b`, 'i')
const TELLS =
  '(?:mentions?|mentioned|names?|named|speaks? of|spoke of|refers? to|referred to|contains?|contained|has|have|had|lists?|listed|uses?|used|includes?|included|says?|said|carries|carried|quotes?|quoted|dwells? on|dwelt on|cites?|cited|records?|recorded)'

export const withheldCues: ClaimCue[] = [
  // "dealt with gas and with nothing else"; "confines itself to trade"; "speaks only of grain"
  {
    kind: 'omission',
    name: 'nothing-else',
    hint: /nothing|little|much|no more|confin|limit|restrict|only|solely|merely|exclusive|stick|stuck|keep|kept/,
    pressOnly: true,
    cue: /\b(?:and|but) (?:with |of |to |about |on )?(?:nothing|little|not much|no more)(?: else| more)?\b(?=[.,;]|$)|\b(?:confin|limit|restrict)(?:e[ds]?|s|ed)?(?: itself| themselves)? to\b|\b(?:is|was|are|were) (?:confined|limited|restricted) to\b|\b(?:speaks?|spoke|tells?|told|deals?|dealt|talks?|talked|treats?|treated|mentions?|mentioned|lists?|listed|names?|named) (?:only|solely|merely|exclusively)\b|\b(?:sticks?|stuck|keeps?|kept) to (?!the (?:plan|custom))/,
    needs: TEXT,
    unless: /\b(?:access|entry|use|travel|speed) (?:is|was) (?:limited|restricted)\b/,
  },
  // "as posted again, it has none"; "no longer speaks of"; "was cut from the final text"; "has been dropped"
  {
    kind: 'omission',
    name: 'no-longer',
    hint: /none|no longer|cut |delete|remove|struck|edit|taken|left|excis|expung|weed|trim|drop|gone|missing|lost|vanish|omit/,
    pressOnly: true,
    reach: 2,
    left: 1,
    cue: new RegExp(
      `\\b(?:it|they|text|version|one|latter|second|other|${ACCOUNT})[^.;]{0,20} (?:has|have|had|contains?|carries|gives?|gave|makes?|made|offers?|offered) none\\b|\\bno longer (?:speaks?|mentions?|contains?|refers?|calls?|appears?|names?|uses?|includes?|figures?|features?|lists?|stands?|there)\\b|\\b(?:cut|deleted|removed|struck|edited|taken|left|excised|expunged|weeded|trimmed) (?:out )?(?:of|from) (?:the|its|their|both|all|every)\\b|\\b(?:word|phrase|line|sentence|paragraph|passage|formula|clause|reference|mention|name|photograph|wording|pledge|promise)s?\\b[^.;]{0,70}\\b(?:has|have|had|was|were|is|are) (?:since |quietly |now |been |again |silently )*(?:dropped|cut|deleted|removed|gone|struck|missing|edited out|lost|vanished|omitted|excised)\\b`,
    ),
    needs: TEXT,
    wide: true,
  },
  // "mention the dam every time, those from Cairo never"; "the northern text names him, the southern does not"
  {
    kind: 'omission',
    name: 'one-tells-other-never',
    hint: /never|none|nothing|not|nowhere|n[’']t|neither/,
    pressOnly: true,
    reach: 2,
    left: 1,
    cue: new RegExp(
      `\\b${TELLS}\\b[^.;]{2,70}[,;:] (?:but |and |while |whereas )?(?:those|that|the|its|his|her|their|in|[A-Z])[^.;]{1,50}?\\b(?:never(?! fail)|none|nothing|does not|did not|do not|has not|is not|nowhere|doesn[’']t|didn[’']t|neither)\\b`,
    ),
    needs: TEXT,
    wide: true,
  },
  // "is in neither text"; "about the base, the declaration keeps its counsel"; "one looks for the word to no avail"; "leaves the prisoners aside"
  {
    kind: 'omission',
    name: 'keeps-its-counsel',
    hint: /either of|contain|utter|repeat|carr|use|othing|o word|o mention|one of|neither|keep|avail|vain|leave|pass|veil|round|skat|skirt|bear|by no|there is|for the|for any|goes|go un|un(?:named|mention|report|acknowl)/,
    pressOnly: true,
    left: 1,
    cue: /\b(?:is|was|are|were|appears?|stands?|figures?) in neither\b|\bkeeps? (?:its|their|his|her) (?:own )?(?:counsel|silence|peace)\b|\b(?:to no avail|in vain)\b|\b(?:does|did|do)(?: not|n[’']t) (?:once |even )?(?:contain|use|utter|repeat|carry) (?:the|a|any|his|her) (?:word|words|name|term|phrase|line|sentence|formula)\b|\b(?:[Nn]one|[Nn]either|[Nn]ot one) of (?:the|its|their|these|those) [^.;]{2,60}\b(?:refers?|referred|speaks?|spoke|names?|named|alludes?|contains?|uses?|says?|touches)\b|(?:^|[.;:] )[Nn](?:othing|ot a word|o word|o mention) (?:on|of|about) (?:that|this|it|the|any|his|her) [^.;]{0,40}\b(?:in|from) (?:the|its|either|any)\b|\bleaves? [^.;,]{2,40} (?:aside|unmentioned|unsaid|unnamed|to the imagination)\b|\bpass(?:es|ed)? over [^.;,]{2,40}(?: in silence)?\b|\b(?:draws?|drew) a veil over\b|\b(?:tiptoes?|tiptoed|dances?|danced|skates?|skated|skirts?|skirted) (?:a?round|over)?\b|\bb(?:y|ears?) no (?:name|date|signature|trace|mention)\b|\bthere is (?:no (?:word|mention|hint|sign|trace|line)|nothing|not a \w+) (?:of|about|on|in)\b|\bfor (?:the|any) [^.;,]{2,40} one (?:looks|searches|reads)\b|\bgoes? (?:unmentioned|unnamed|unsaid|unexplained)\b|\bun(?:named|mentioned|reported|acknowledged) (?:in|by)\b/,
    needs: new RegExp(`${TEXT.source}|\\b(?:word|readouts?|television|gazette|agency|report)\\b`, 'i'),
    wide: true,
  },
  // "has not commented on the call"; "nobody brought up the detained sailors"; "has said nothing since"
  {
    kind: 'omission',
    name: 'not-commented',
    hint: /not |n[’']t|yet|nothing|obody|o one|either|one of|no (?:comment|expl|reason|detail)/,
    pressOnly: true,
    cue: /\b(?:has|have|had)(?: not|n[’']t| yet to| so far not) (?:yet |so far |publicly |officially )?(?:comment(?:ed)?|confirm(?:ed)?|report(?:ed)?|acknowledge[d]?|mention(?:ed)?|disclose[d]?|reveal(?:ed)?)\b(?! (?:his|her|their) (?:attendance|participation))|\b(?:[Nn]obody|[Nn]o one|[Nn]either(?: \w+){0,3}|[Nn]one of them)\b[^.;]{0,40}\b(?:brought up|mentioned|raised|spoke of|referred to|touched on|alluded to|named|uttered|asked about)\b|\b(?:has|have|had) (?:so far |yet )?said nothing\b|\b(?:offered|made|gave) no (?:comment|explanation|reason|details?)\b|\b(?:has|have|had) (?:not |yet to )(?:published|released|shown|posted|issued) (?:a|any|the) (?:photo\w*|picture|list|text|film|image)s?\b/,
    needs: new RegExp(`${DIPLOMACY.source}|\\b(?:conference|communiqué|statement)\\b`, 'i'),
    unless: /\b(?:told reporters|said he|has not confirmed whether)\b/,
  },
  // "contains no such promise"; "none of the four refers to the dam"; "their summary is about trade"; "came home without a communiqué"
  {
    kind: 'omission',
    name: 'no-such-promise',
    pressOnly: true,
    hint: /no such|one of|either of|about|without/,
    cue: new RegExp(
      `\\b(?:contains?|contained|makes?|made|gives?|gave|has|had|offers?|offered|includes?|included|carries|carried|holds?|held) no such\\b|\\b(?:[Nn]one|[Nn]either|[Nn]ot one) of (?:the (?:two|three|four|five|six|seven)|them|these|those) (?:refers?|referred|speaks?|spoke|names?|named|alludes?|alluded|contains?|contained|says? (?:a|any)|touches|touched)\\b|\\b${ACCOUNT} (?:is|was|are|were) (?:all |entirely |mostly |wholly |only |solely )?about\\b|\\b(?:came|went|flew|left|parted|ended|broke up|closed|dispersed|returned|departed|concluded)\\b[^.;]{0,40}\\bwithout (?:an?|any|the usual|the customary) (?:joint |final |agreed |written )?(?:communiqu|statement|declaration|text|press conference)`,
    ),
    needs: null,
  },
]

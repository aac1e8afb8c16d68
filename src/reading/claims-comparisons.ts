// Cues of superlatives by comparison: "bigger than any before", "so senior a guest", "of comparable weight".
import { type ClaimCue, DIPLOMACY, EXCHANGE, OFFICIAL } from './claims-words.ts'

const THING =
  '(?:visit|trip|stopover|delegation|meeting|talks|call|conversation|reception|welcome|audience|tour|stay|stop|visitor|guest|caller|contact|journey|summit|party|mission|encounter|embassy|round|absence|pause|readout|statement|communiqué)s?'
const GREAT =
  '(?:senior|high|exalted|lofty|prominent|eminent|large|big|long|numerous|grand|powerful|distinguished)'
const NEVER =
  "(?:[Nn]ever|[Nn]ot|[Nn]obody|[Nn]o one|[Nn]o|hasn[’']t|haven[’']t|hadn[’']t|[Rr]arely|[Ss]eldom)"

export const comparisonsCues: ClaimCue[] = [
  // "a larger escort than any Ruritanian premier had been given"; "twice the size of any it had sent"; "than anyone they have sent"
  {
    kind: 'superlative',
    name: 'than-any',
    hint: / any/i,
    wide: true,
    cue: /\b(?:\w{2,}er|more|further|better) (?:[\w’'-]+ ){0,7}?than any(?:one|body|thing|where)?\b(?! (?:other|of)\b)(?! (?:time|point|moment)\b)[^.;]{0,70}\b(?:has|have|had|ever|before|since|in)\b|\b(?:twice|three times|double) the size of any\b/i,
    needs: DIPLOMACY,
    unless: /\b(?:trade|prices?|exports?|economy|growth|votes?|polls?)\b/i,
  },
  // "Never before had so senior a Ruritanian been shown round"; "as high a level as they have ever sent"
  {
    kind: 'superlative',
    name: 'so-senior',
    hint: /\b(?:so|as) /,
    cue: new RegExp(
      `\\b${NEVER}\\b[^.;]{0,80}\\b(?:so|as) ${GREAT} an? \\w+|\\bas ${GREAT} an? \\w+ as [^.;]{1,60}\\bever\\b`,
    ),
    needs: DIPLOMACY,
  },
  // "the shortest visit by a Ruritanian premier that anyone could remember"; "the second-longest by a monarch"
  {
    kind: 'superlative',
    name: 'est-visit',
    hint: /est |most /i,
    cue: new RegExp(
      `\\b(?:the|his|her|hers|its|their|a|was|is) (?:${'second-|third-'})?(?:(?:the )?(?!(?:inter|lat|earli|n|for|prot|hon|mod|gu|qu|w|b)est\\b)\\w{3,}est|most (?!recent|of|important topic)\\w+) (?:[\\w’'-]+ ){0,2}?${THING} (?:by|that|to|of (?:any|the)|any|anyone|ever|between|in|since)\\b|\\b(?:second|third|fourth)-(?:\\w{3,}est|most[- ]\\w+) (?:\\w+ ){0,2}?(?:by|that|to|of|ever|in)\\b`,
      'i',
    ),
    needs: EXCHANGE,
    unless: /\b(?:way|means|at the (?:highest|most)|trade|partners?|most of|the most important)\b/i,
  },
  // "only the premier ranks above the guest"; "no delegation of comparable weight"; "unprecedented in size"
  {
    kind: 'superlative',
    name: 'rank-compared',
    hint: /rank|comparable|equal|similar|unprecedented|greater|nothing/i,
    cue: /\b[Oo]nly (?:the |a )?(?:[\w’'-]+ ){1,4}(?:ranks?|ranked) (?:above|higher)\b|\b(?:ranks?|ranked) (?:above|higher than) (?:any|every|all)\b|\b[Nn]o(?:body|thing| one| \w+(?: \w+)?) of (?:comparable|similar|equal|like|such|that) (?:weight|rank|standing|stature|seniority|size|level)\b|\b[Nn]othing (?:comparable|of the kind|like it) (?:has|have|had|was|is)\b|\bunprecedented in (?:its )?(?:size|rank|level|length|scale|seniority)\b|\b(?:[Ff]ew|[Nn]one|[Nn]obody) (?:[\w’'-]+ ){1,6}with (?:greater|more|higher) \w+[^.;]{0,50}\bthan\b/,
    needs: DIPLOMACY,
    unless: /\b(?:said|told|says)\b/,
  },
  // "Nowhere has the minister spent more nights"; "the most frequent visitor to the palace"
  {
    kind: 'superlative',
    name: 'nowhere-more',
    hint: /nowhere|frequent|assiduous|regular/i,
    cue: new RegExp(
      `\\b[Nn]owhere (?:else )?(?:has|have|had|does|did|is|was)\\b[^.;]{0,60}\\b(?:more|longer|so)\\b|\\bmost (?:frequent|assiduous|regular|diligent|faithful) (?:[\\w’'-]+ ){0,2}(?:${OFFICIAL}|traveller|traveler|caller)\\b`,
    ),
    needs: DIPLOMACY,
  },

  // "the longest of the four meetings"; "no higher-level visit has taken place"; "no neighbour has sent more ministers"
  {
    kind: 'superlative',
    name: 'est-of-all',
    hint: /est of|most|[Nn]o /,
    cue: new RegExp(
      `\\bthe (?:(?!(?:inter|lat|earli|r|w)est\\b)\\w{3,}est|most (?!recent)\\w+) (?:\\w+ )?of (?:the|all|any|their|his|her) (?:\\w+ ){0,2}?${THING}\\b|\\b[Nn]o (?:higher|larger|longer|bigger|more senior|grander)[- ][\\w-]+(?: \\w+){0,3} (?:has|have|had)\\b|\\b[Nn]o (?:[\\w’'-]+ ){1,4}(?:has|have|had) (?:sent|received|hosted|made|paid) more\\b`,
    ),
    needs: EXCHANGE,
    unless: /\bround of the\b/,
  },
]

// Cues of norms told by what all the others did, by "used to", "usual" and "for once", and by custom broken: these go before first times.
import { type ClaimCue, DIPLOMACY, MATTER } from './claims-words.ts'

const CUSTOM =
  '(?:tradition|customs?|protocol|precedent|practice|habits?|convention|etiquette|the norm|usage|routine|the rules?|the script|form|ceremonial)'

/** Custom named and broken; tried before the cues of first times, which else take "broke with custom when he chose A for his first trip". */
export const customBrokenCues: ClaimCue[] = [
  {
    kind: 'norm-exception',
    name: 'custom-broken',
    hint: /tradition|ustom|rotocol|recedent|practice|habit|onvention|tiquette|norm|usage|routine|rule|script|form|ceremon/,
    pressOnly: true,
    cue: new RegExp(
      `\\b(?:br(?:eak|eaks|oke|eaking|oken)|depart(?:ed|s|ing)?|dispens(?:e|es|ed|ing)|part(?:ed|s|ing)? company) (?:with|from) (?:\\w+ ){0,3}${CUSTOM}\\b|\\b(?:defi(?:ed|es)|defying|flout(?:s|ed|ing)?|ignor(?:e|es|ed|ing)|overturn(?:s|ed)?|upend(?:s|ed)?|suspend(?:s|ed)?|waiv(?:e|es|ed|ing)|stretch(?:es|ed)?|in defiance of|in breach of|against all|at odds with) (?:\\w+ ){0,2}${CUSTOM}\\b(?! of law)|\\b(?:[Cc]ustom|[Pp]rotocol|[Ee]tiquette|[Tt]radition|[Pp]recedent|[Cc]onvention) (?:was|were|is|has been|had been) (?:\\w+ )?(?:set aside|broken|waived|ignored|suspended|bent|forgotten|thrown|relaxed|overturned)\\b`,
    ),
    needs: DIPLOMACY,
    parties: true,
    wide: true,
    unless: /\b(?:human rights|ceasefire|constitution|international law)\b/,
  },
]

export const exceptionsCues: ClaimCue[] = [
  // "whose diplomats used to sit in on every round"; "has stayed away from every gathering"; "every earlier round had been held there"
  {
    kind: 'norm-exception',
    name: 'every-earlier',
    hint: /used to|away from|every|each|Every|Each|all|All|predecessor|unlike/,
    pressOnly: true,
    reach: 1,
    cue: /\bused to [^.;,]{2,40}\b(?:every|all|each|always|without fail)\b|\b(?:stayed|stays|kept|keeps|absented (?:him|her|it)self|shied) away from (?:every|all|each)\b|\b(?:has|have|had) (?:attended|missed|skipped|boycotted|hosted|signed|opened|joined) (?:every|each|all)\b|\b(?:[Ee]very|[Ee]ach|[Aa]ll|[Ee]ach of the) (?:the )?(?:previous|earlier|past|preceding|former|prior)\b[^.;,]{2,60}\b(?:had|has|have|was|were|went|came|began)\b|\b(?:[Aa]ll|[Ee]very one|[Ee]ach|[Mm]ost|[Nn]one)(?: of)? (?:his|her|their|its) (?:\w+ )?predecessors?\b|\b[Aa]s (?:his|her|its|their|every|all) (?:\w+ )?predecessors? (?:had|did|have|always)\b|\bunlike (?:all|every|most|any)\b/,
    needs: DIPLOMACY,
    parties: true,
    wide: true,
  },
  // "Alone among the leaders he was met at the airport"; "in place of the usual deputy"; "without the customary handshake"
  {
    kind: 'norm-exception',
    name: 'the-usual',
    hint: / but | except| save | bar |lone|usual|customary|traditional|habitual|ritual|obligatory|regular|statutory|standard|expected/,
    pressOnly: true,
    left: 1,
    reach: 1,
    cue: /\b(?:[Aa]ll|[Ee]very one of|[Ee]veryone|[Ee]verybody)(?: of)?(?: the| his| her| its| their)? (?:[\w’'-]+ ){0,3}?(?:but|except|save|bar) (?!for the |that )(?:the )?[A-Z]|\b[Aa]lone (?:among|of) (?:all |the |his |her |their |its )?[^.;]{3,}|\b(?:[Ii]n place of|[Ii]nstead of|[Ww]ithout|[Dd]ispens\w+ with|[Ff]or want of|rather than|not) (?:the|an?|his|her|its|their) (?:usual|customary|traditional|habitual|ritual|obligatory|regular|statutory|standard|expected)\b|\b(?:the|an?|his|her|its|their) (?:usual|customary|habitual|obligatory) (?:[\w-]+ ){1,3}(?:was|were|had been|did not|gave way|is|are) (?:dispensed|missing|dropped|omitted|replaced|skipped|waived|left|absent|lacking|no|not|cut)\b/,
    needs: DIPLOMACY,
    parties: true,
    wide: true,
    unless: /\b(?:election|vote|usual suspects|business as usual)\b/,
  },
  // "A new president would normally have gone to Washington first"; "where another guest would have had an ambassador"
  {
    kind: 'norm-exception',
    name: 'would-normally',
    hint: /would|should|might|could|requires?|demand|allow|ask|ordinary|normal|other /,
    pressOnly: true,
    left: 1,
    reach: 1,
    cue: /\b(?:would|should|might|could) (?:normally|usually|ordinarily|customarily|traditionally|in other times|by rights) \w+|\b(?:normally|usually|ordinarily|by rights|in other years|in ordinary times|in other times|any other year),? (?:[\w’'-]+ ){0,6}?(?:would|should)\b|\b[Ww]here (?:another|other|any other|most|a lesser) (?:[\w’'-]+ ){0,4}?(?:would|might|could|do|does|gets?)\b|\bin (?:an|any) (?:ordinary|normal|other) (?:year|week|season|visit)\b|\b(?:more|less|other) than (?:protocol|custom|etiquette|convention) (?:requires?|required|demands?|allows?|asks?)\b/,
    needs: DIPLOMACY,
    parties: true,
  },
  // "not the sort of guest that he is in the habit of receiving"; "who like to stay out of such quarrels, this time"; "nearly always on neutral ground"
  {
    kind: 'norm-exception',
    name: 'in-the-habit',
    hint: /hardly|scarcely|never|habit|not |accustom|wont|known|this time|always|made it|makes it|make it|usage|tradition|custom|protocol|etiquette|haracter|typical|once|change/,
    pressOnly: true,
    left: 1,
    reach: 1,
    cue: /\b(?:not|hardly|scarcely|never) (?:customary|usual|normal|normally|done|the custom|the practice|the habit|common|the way|standard) (?:for|that|to|in)\b|\bin the habit of\b|\b(?:do|does|did)(?: not|n[’']t) (?:often|usually|normally|generally|as a rule|easily|readily|lightly)\b|\bnot (?:given|wont|prone|accustomed|known) (?:to|for)\b|\b(?:is|was|are|were) (?:not )?(?:accustomed|wont|known) to \w+|\bwho (?:like|likes|prefer|prefers|tend|tends|choose|chooses) (?:not )?to\b[^.;]{2,60}\bthis time\b|\bthis time[^.;]{0,60}\binstead\b|\b(?:nearly|almost|practically|virtually|not) always\b|\b(?:makes?|made) it a (?:rule|principle|point|habit)\b|\b(?:by|out of) (?:long |old |force of )?(?:habit|usage|tradition|custom)\b|\bas (?:tradition|custom|protocol|usage|etiquette) (?:has it|demands|requires|dictates|would have)\b|\b(?:unaccustomed|uncustomary|uncharacteristic(?:ally)?|atypical(?:ly)?|out of character|against (?:his|her|its|their) (?:habit|custom|practice|wont))\b|\b(?:for|just) this once\b|\bfor a change\b/,
    needs: MATTER,
    wide: true,
    unless: /\bas is known to\b|\bknown to (?:the|have|us|him|be)\b/,
  },
]

// Cues of first times told as news of their own: "broke new ground", "unheard of", "has not once been asked", "the first of her line".
import { type ClaimCue, DIPLOMACY, MATTER } from './claims-words.ts'

/** What somebody who "has yet to" do it has never done with the other side. */
const WITH_OTHERS =
  '(?:exchange|shake|share|show|set eyes|lay eyes|find (?:the )?time|take up|attend|appear|dine|call|ring|stand|enter|cross|fly|land|step|venture|win|return (?:the|his|her|that)|accept|honou?r|address|open (?:an?|its)|send|name|appoint|get round|make (?:it|the))'

export const noveltiesCues: ClaimCue[] = [
  // "have yet to exchange a word"; "has still to find time for the neighbours"
  {
    kind: 'first-time',
    name: 'yet-to-share',
    hint: /yet to|still to/,
    pressOnly: true,
    cue: new RegExp(`\\b(?:has|have|had|is|are) (?:yet|still) to ${WITH_OTHERS}\\b`),
    needs: DIPLOMACY,
    parties: true,
    unless: /\b(?:court|force|effect|parliament|budget|law)\b/,
  },
  // "The emperor has not once been asked"; "he has never been"; "had never shared a table"; "had hitherto met outside"
  {
    kind: 'first-time',
    name: 'never-once',
    hint: /one has|obody has|o one has|one had|obody had|never|not once|hither|heretofore|thus far|so far|previous/,
    pressOnly: true,
    cue: /\b(?:[Nn]one|[Nn]obody|[Nn]o one) (?:has|have|had) [^.;,]{2,40}\bbefore\b(?! \w)|\b(?:has|have|had) (?:not once|never(?: once| yet)?) (?:yet )?(?:been (?:asked|invited|received|seen|heard|there|to|in|back|welcomed|shown|offered|allowed)|been(?=[,.;]|$| and\b| but\b)|(?:shared|crossed|come|gone|stood|sat|shaken|dined|called|asked|exchanged|stayed|slept|flown|landed|signed|opened|made the|ventured|entered|seen|spoken|sent|had|taken|talked|written|laid|joined|faced|appeared|met|set|paid|hosted|received|visited|travelled|traveled|addressed|convened))\b|\b[Nn]o [^.;]{3,50} (?:has|have|had) (?:hitherto|heretofore|thus far|so far|previously) \w+|\bnever yet \w+/,
    needs: DIPLOMACY,
    parties: true,
    unless:
      /\bsince\b|\bnever (?:had|taken|made) (?:a|any|an) (?:doubt|secret|illusion)|\bso (?:many|much|often|long)\b/,
  },
  // "broke new ground"; "was unheard of"; "a novelty"; "without parallel"; "the first of her line"
  {
    kind: 'first-time',
    name: 'novelty',
    hint: /first|ground|unheard|unknown|unthinkable|without|novelty|innovation|departure|premi|precedent/,
    pressOnly: true,
    cue: /\bbr(?:oke|eaks?|eaking|oken) new ground\b|\b(?:is|was|were|are|been|something) (?:\w+ )?(?:unheard[- ]of|unknown|unthinkable|without (?:parallel|example|precedent))\b(?: (?:until|before|in|since)\b|[,.;]|$)|\b(?:was|is|were|counts? as|made) (?:something of )?a (?:\w+ )?(?:novelty|innovation|new departure|premi[eè]re)\b|\b(?:has|had|have) no precedent\b|\b(?:the|a|as|become the|becomes the|became the) first (?:of (?:his|her|its|their) (?:line|name|kind|rank|office|party|house|predecessors|successors)|(?:holder|occupant|incumbent|member|representative|emissary|head|bearer|occupier) (?:of|to|from))\b|\b(?:is|was|were|will be) (?:also )?a first\b(?! (?:step|draft|stage|stop|sign|move|round|attempt|cousin|choice|reading|instal\w+|come|half|phase|edition))/,
    needs: MATTER,
    wide: true,
  },
  // "the first Chile-Estonia Digital Dialogue"; "their first joint patrol"; "the first contact of any kind"
  {
    kind: 'first-time',
    name: 'first-named',
    hint: /first/,
    cue: /\bthe first (?:[A-Z][\w’-]*[–-][A-Z][\w’-]*) (?:[A-Z][\w-]*[ ]?){1,4}/,
    needs: null,
  },
  {
    kind: 'first-time',
    name: 'first-sign-of-contact',
    hint: /first/,
    pressOnly: true,
    cue: /\b(?:is|was|were|be) the first \w+ (?:in|at|on|to|for) which\b|\b(?:the|his|her|their|its|a|[’']s) first (?:\w+ ){0,2}(?:sign|sight|word|gesture|appearance|glimpse|guest|caller|visitor|letter|message|invitation|dinner|lunch|joint \w+|sitting|bilateral|time|outing|foray|excursion|landing|ambassador|envoy|engagement|foreign \w+|overseas \w+|official \w+|state \w+) (?:[\w’'-]+ ){0,5}?(?:since|to|in|from|between|of|as|abroad|outside|with|for)\b/,
    needs: DIPLOMACY,
    parties: true,
    unless: /\bfirst (?:foreign )?(?:minister|deputy|vice|secretary|lady|half|quarter|of all)\b/,
  },
  // "the first to do so"; "was the first in the region to"; "first among the neighbours to"
  {
    kind: 'first-time',
    name: 'the-first-to-do',
    hint: /first/,
    pressOnly: true,
    cue: /\b(?:[Tt]he|was|is|were|be|became) (?:the )?first (?:in|among|from|of|on)? ?(?:[\w’'-]+ ){0,5}?(?:to (?:do so|be (?:asked|invited|received|seen|shown|told|given|lodged|offered|met|greeted|welcomed)|come|go|call|visit|recogni[sz]e|open|send|accept|congratulate|land|cross|set foot|receive|reopen|return|sign|address|restore|meet|travel|break))\b/,
    needs: DIPLOMACY,
    parties: true,
    unless: /\bfirst (?:to (?:arrive|leave|speak|return) and|step|deputy|vice|time to)\b|\bFirst Lady\b/,
  },
]

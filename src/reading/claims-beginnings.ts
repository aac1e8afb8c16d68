// Cues of first times without the word "first", and of its bare forms: "has yet to", "no … ever", "until then", "the second … ever".
import { type ClaimCue, DIPLOMACY } from './claims-words.ts'

const NOT_YET =
  '(?:visit|receive|host|meet|set foot|pay (?:an? |his |her |its )?(?:\\w+ )?(?:call|visit)|call (?:on|at)|send|welcome|travel|go|come|make (?:an?|his|her|the|its|their) (?:\\w+ )?(?:visit|trip|journey)|' +
  'sit down|speak (?:to|with)|be (?:received|invited|hosted|seen|asked|welcomed)|see (?:his|her|an?|the \\w+ (?:minister|president|premier)))'

export const beginningsCues: ClaimCue[] = [
  // "who is yet to pay a call on a single neighbour"; "she has still to visit the islands"; "has so far not set foot there"
  {
    kind: 'first-time',
    name: 'not-yet',
    hint: /yet|still|so far|previously|hitherto|before|until/,
    cue: new RegExp(
      `\\b(?:has|have|had|is|are|was|were) (?:yet|still) to ${NOT_YET}\\b|\\b(?:has|have|had) (?:not|never) (?:so far|previously|hitherto|until (?:now|then)|to date|yet) (?:visited|met|been|set foot|received|hosted|gone|come|travel|spoken|sat|been|sent|welcomed)|\\b(?:has|have|had) until (?:then|now) (?:never|not)\\b`,
    ),
    needs: null,
  },
  // "the second Ruritanian leader ever to be received by her"; "only the second premier to come"
  {
    kind: 'first-time',
    name: 'second-ever',
    hint: /second|third/,
    cue: /\b(?:second|third) (?:[\w’'-]+ ){1,5}?ever (?:to|received|invited|made|held)\b|\b[Oo]nly the (?:second|third) (?:[\w’'-]+ ){1,6}?(?:to|received|ever|since)\b/,
    needs: DIPLOMACY,
  },
  // "something no holder of his office had done before"; "that had not happened before"; "no emir had ever slept there"
  {
    kind: 'first-time',
    name: 'nobody-had',
    hint: /before|ever|never|previously/,
    cue: /\b(?:something|a thing|a step|an honou?r)(?: that| which)? (?:no|none|nobody|neither) (?:[\w’'-]+ ){0,6}(?:has|have|had) (?:ever )?\w+|\b(?:had|has) (?:not|never) (?:yet )?(?:happened|been (?:tried|done|attempted|seen)) (?:before|until)\b|\b[Nn]o (?:[\w’'-]+ ){1,5}(?:has|have|had) ever \w+/,
    needs: DIPLOMACY,
    wide: true,
    unless: /\b(?:wanted|forgotten|forgiven|accepted|ratified|admitted|believed|explained)\b/,
  },
  // "Until last year no president had been there"; "Before Tuesday, no speaker had addressed the house"; "until then none had had them to dinner"
  {
    kind: 'first-time',
    name: 'until-none',
    hint: /until|before/i,
    left: 1,
    reach: 1,
    cue: /\b(?:[Uu]ntil|[Bb]efore) (?:then|now|that|today|yesterday|(?:this|last) \w+|\w+day|\d{4}|(?:[A-Z][a-z]+) \d{4}|[\w’' ]{3,25}),? (?:no|none|nobody|not one|not a single) (?:[\w’'-]+ ){0,6}(?:had|has)\b/,
    needs: DIPLOMACY,
  },
  // "her inaugural journey"; "the first stop abroad as premier"; "the first sit-down of the two"; "first flight between the two"
  {
    kind: 'first-time',
    name: 'first-of-kinds',
    hint: /first|inaugural|maiden|debut/,
    cue: /\b(?:inaugural|maiden|debut) (?:\w+ ){0,2}(?:journey|tour|stop|flight|session|swing|appearance|round|voyage|audience)\b|\b(?:[Hh]is|[Hh]er|[Tt]heir|[Tt]he|[Ii]ts|[’']s)(?: own)? first (?:\w+ ){0,2}(?:stop|port of call|destination) (?:abroad|overseas|as (?:president|premier|prime|foreign|chancellor|king|minister|secretary))|\b[Oo]wn first (?:\w+ ){0,3}(?:visit|trip|journey|tour|meeting|summit|call|talks)\b|\bfirst (?:[\w’'-]+ ){0,3}(?:flight|crossing|landing|sit-down|invitation|handshake|voyage|ship) (?:between|to|from|of|by|for|in)\b|\bfirst (?:\w+ )?predecessor\b/,
    needs: null,
  },
  // "His predecessor's had been to the capital of the neighbours": a first trip told by leaving the words out
  {
    kind: 'first-time',
    name: 'predecessor',
    hint: /predecessor/,
    cue: /\bpredecessors?[’'](?:s)?(?: own)?(?: first)?(?: (?:trip|visit|journey|tour))? (?:had been|was|went|led|took (?:him|her)) (?:to|in)\b/,
    needs: null,
  },

  // "It is the first time a Ruritanian president has addressed them"; "the first by a foreign minister"; "for the minister it was a first"
  {
    kind: 'first-time',
    name: 'first-time-a',
    pressOnly: true,
    hint: /first/i,
    cue: /\b(?:the|[’']s|his|her|their) first time (?:that |since |ever |an? |the |[A-Z]|in |any )|\bthe first (?:ever )?(?:by|between|from) (?:an? |any |the |two )?[\w’'-]+|\b(?:it|this|that) (?:is|was|will be|would be) a first\b/i,
    needs: DIPLOMACY,
    wide: true,
  },
  // "No Ruritanian president has visited the islands before"; "the commission, which had not met before"
  {
    kind: 'first-time',
    name: 'not-before',
    hint: /before/,
    cue: /\b[Nn]o (?:[\w’'-]+ ){1,5}(?:has|have|had) [^.;,]{2,50}\bbefore\b(?! \w)|\b(?:has|have|had) not (?:\w+ )?(?:been|met|visited|gone|come|spoken|received|hosted|travelled|sat)\b[^.;,]{0,40}\bbefore\b(?! \w)/,
    needs: DIPLOMACY,
  },
]

// Cues of superlatives without "-est" of a listed thing: "no neighbour is as well represented", "second only to", "has no equal".
import { type ClaimCue, DIPLOMACY } from './claims-words.ts'

const SOBER =
  /\b(?:econom(?:y|ies)|trade|prices?|exports?|population|river|mountain|lake|votes?|polls?|growth|energy|oil|gas|army|budget)\b/i

export const heightsCues: ClaimCue[] = [
  // "Nobody has put in more hours with them than he has"; "no neighbour is as well represented"; "none stood nearer the throne"
  {
    kind: 'superlative',
    name: 'none-as',
    pressOnly: true,
    hint: /[Nn]o|[Nn]ever|[Ff]ew/,
    cue: /\b(?:[Nn]obody|[Nn]o one) else\b[^.;]{0,50}\b(?:has|have|had|was|is|did|does)\b|\b(?:[Nn]obody|[Nn]o one|[Nn]one|[Nn]o (?:[\w’'-]+ ){1,4}?|[Ff]ew)(?: (?:else|in|of|at|from|among) [^.;,]{1,30})? ?\b(?:is|are|was|were|has|have|had|stood|sat|came|goes|went|comes|received|got|gets|ever|will)\b[^.;]{0,60}?\b(?:as (?:\w+ )?\w+ (?:\w+ )?(?:[\w’' -]{0,40})as\b|(?:more|longer|nearer|closer|higher|oftener|better|further|warmer|bigger|larger) (?:[^.;]{0,50}\b(?:than|to)\b|[\w ]{1,30})|(?:so|as|that) (?:long|often|much|many|far|high|warmly|late|early|well|freely)\b)|\b[Nn]ever (?:before )?(?:has|have|had)\b[^.;]{0,90}\bso (?:\w+ )?(?:many|much|often|few|large|long|warm|cold)\b/,
    needs: DIPLOMACY,
    parties: true,
    wide: true,
    unless: SOBER,
  },
  // "second only to that of the neighbours"; "has no equal"; "surpassed anything"; "longer than any guest this year"
  {
    kind: 'superlative',
    name: 'has-no-equal',
    hint: /only to|equal|peer|rival|match|parallel|surpass|outd|exceed|outsh|eclips|dwarf|top|er than|by /,
    pressOnly: true,
    cue: /\b(?:second|next) (?:in \w+ )?only to\b|\b(?:has|had|have|knows?|without|find) (?:no|an?) (?:equal|peer|rival|match|parallel)\b|\b(?:surpass|outd(?:o|id)|exceed|outshone|outshin|eclips|dwarf|top(?:ped|s))\w* (?:any|every|all)(?:thing|one|body)?\b|\b\w+er (?:and \w+er )?than (?:any|all|every)(?:one|body|thing)?\b(?! (?:time|point)\b)[^.;]{0,40}\b(?:this year|this season|guest|visitor|minister|before|had|has|given|yet|other|of)\b|\bby (?:far|some distance|a long way|some margin|any measure|common consent) (?:the|his|her|its|their) (?:\w+est|most \w+|least \w+)\b/,
    needs: DIPLOMACY,
    parties: true,
    unless: SOBER,
  },
  // "the rarest of guests"; "of all the visitors, he was kept longest"; "the least senior of those who came"
  {
    kind: 'superlative',
    name: 'of-all',
    hint: /est\b|most |least |[Oo]f all/,
    pressOnly: true,
    cue: /\b[Oo]f all (?:the |his |her |its |their |those )?[^.;,]{2,40}, [^.;]{2,60}\b(?:\w+est|most|least|best|worst|first|last)\b|\b(?:the|this|that) (?:\w{3,}est|most \w+|least \w+) of (?:\w+ )?(?:guests|visitors|callers|visits|meetings|welcomes|capitals|neighbours|neighbors|envoys|hosts|allies|ministers|presidents|the year|the season|the tour|the trip|the week|his|her|their|its)\b|\b(?:the|his|her|its|their) (?:\w{3,}est|most \w+|least \w+) (?:[\w’'-]+ ){1,4}?(?:of|on|in) (?:the|this|that|his|her|its|their) (?:tour|trip|visit|year|season|week|month|journey|reign|term|presidency|career|decade|century)\b/,
    needs: DIPLOMACY,
    parties: true,
    unless: new RegExp(
      `${SOBER.source}|\\bmost (?:of|recent|important|urgent|likely)\\b|\\b(?:the )?latest\\b|\\bearliest\\b`,
      'i',
    ),
  },
  // "the only minister to be received twice"; "alone has been asked to stay"; "remains the sole leader to"
  {
    kind: 'superlative',
    name: 'the-only-to',
    hint: /only|sole|one /i,
    pressOnly: true,
    cue: /\bthe (?:only|sole) (?:[\w’'-]+ ){1,5}?to (?:do so|have \w+|come|visit|be (?:received|invited|asked))\b|\bthe (?:only|sole) [^.;,]{2,60}\b(?:ever|so far|to date|until now|in (?:his|her|its|their) \w+)\b|\b(?:is|was|remains?|remained|be|are|were|still|as) the (?:only|sole|one) (?:[\w’'-]+ ){0,6}?(?:to|with whom|whom|who|that|ever|with which|which)\b/,
    needs: DIPLOMACY,
    parties: true,
    unless:
      /\b(?:way|solution|path|option|thing|problem|question|basis|candidate|superpower|country that borders)\b/i,
  },
]

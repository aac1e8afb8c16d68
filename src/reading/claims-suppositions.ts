// Cues of hypotheses told by an adverb, a modal or people who think: "perhaps", "which may be mere prudence", "deputies think that", "as if to".
import { type ClaimCue, MATTER } from './claims-words.ts'

const MAYBE =
  '(?:[Pp]erhaps|[Mm]aybe|[Pp]ossibly|[Cc]onceivably|[Pp]resumably|[Dd]oubtless|[Nn]o doubt|[Aa]rguably|[Vv]ery likely|[Qq]uite possibly|[Ii]n all likelihood|[Mm]ore likely|[Mm]ost likely|[Mm]ost probably|[Ss]urely)'
const THINK =
  '(?:thinks?|believes?|suspects?|reckons?|guess(?:es)?|surmises?|concludes?|assumes?|speculates?|wonders?|fears?|imagines?|supposes?|conjectures?|infers?)'
/** The thoughts of those who act are positions, not readings: "the government believes". */
const ACTORS =
  /\b(?:government|side|sides|minist(?:er|ers|ry)|presidents?|premiers?|leaders?|part(?:y|ies)|countries|nations|states|governments|allies|delegations?|council|commission|we|I) (?:also |both |all |firmly |strongly )?(?:think|believe|suspect|reckon|conclude|assume|fear|wonder)s?\b/i
const OTHERS =
  /\b(?:weather|rain|wound|crop|harvest|patients?|virus|doctors|economists|inflation|taxes|markets?|investors)\b/i

export const suppositionsCues: ClaimCue[] = [
  // "Perhaps the Chinese have what they came for"; "the real audience, surely, was at home"; "maybe their ambassador makes visits superfluous"
  {
    kind: 'hypothesis',
    name: 'maybe',
    hint: /believ|suspect|thought|reckon|guess|fanc|erhaps|aybe|ossibl|onceivabl|resumabl|oubtless|o doubt|rguabl|likel|probabl|urely|one |it |I |to judge/,
    pressOnly: true,
    reach: 1,
    left: 1,
    cue: new RegExp(
      `(?:^|[.;:—–] |["“‘])(?:Or |And |But |or |and |but |Then again, )?${MAYBE},? (?!(?:the )?(?:most|more|least|best|worst|next|some|\\d|a (?:hundred|dozen|thousand))\\b)|, (?:perhaps|surely|no doubt|presumably|doubtless|one (?:imagines|assumes|suspects|supposes|guesses)|(?:he|she|they|\\w+ \\w+) (?:believed?|thought|think|suspect(?:ed|s)?|reckon(?:ed|s)?|guess(?:ed|es)?|fancied|fancy|believes)|it would (?:seem|appear)|it seems|it appears|so \\w+ \\w+ (?:think|believe|say|have it)|it may be|I suspect|I imagine|I fancy|to judge (?:by|from)[^,.;]{2,40}),|\\b(?:is|was|are|were|has|have|had|may) (?:doubtless|presumably|surely|conceivably|arguably)\\b`,
    ),
    needs: MATTER,
    wide: true,
    unless: OTHERS,
  },
  // "which may be mere prudence"; "that could be a bluff"; "it might have been meant for others"
  {
    kind: 'hypothesis',
    name: 'which-may-be',
    hint: /may|might|could|must|only/i,
    pressOnly: true,
    cue: /\b(?:may|might|could) (?:well |also |just )?be (?:the (?:easiest|simplest|likeliest|best|real|true|most)|no more than|mere(?:ly)?|an attempt|a way|a sign|a signal|a test|a hedge|meant|intended to|linked|a prelude|a response|an answer|a ploy|a bluff)\b|\b(?:which|this|that|it|they|all (?:this|of it)|the (?:visit|trip|call|timing|delay|invitation|silence|dinner|date|choice|venue|absence|letter|gesture|meeting|haste)) (?:may|might|could|must) (?:well |also |simply |just |only |yet |merely |equally )?(?:be|have been|mean|have meant|reflect|betray|owe|say|hide|conceal|mask|amount|have (?:more|something|little|less)) (?:mere(?:ly)?|an?|the(?! (?:second|third|fourth|last|first)\b)|no|only|just|little|nothing|more|less|meant|why|because|about|due|down|simply|that|what|to|something|of|part|his|her|their|its|much)\b|\bcan only (?:mean|be|have)\b|\bmust (?:have been|mean|be) (?:meant|a|an|the|that|because|intended|about)\b/i,
    needs: null,
    unless:
      /\b(?:could be (?:ready|held|signed|reached)|it may be (?:recalled|noted)|must be (?:a|the) (?:priority|goal|part|end))\b/i,
  },
  // "Opposition deputies think that"; "not a few in Zagreb wonder whether"; "the wife of a diplomat thinks that"; "Behind the trip some see the hand of"
  {
    kind: 'hypothesis',
    name: 'people-think',
    hint: /say|whisper|mutter|think|believ|suspect|reckon|guess|surmis|conclud|assum|speculat|wonder|fear|imagin|suppos|conjectur|infer|see |saw |detect|read|scent|smell|sens|discern/i,
    pressOnly: true,
    reach: 9,
    cue: new RegExp(
      `\\b(?:[Nn]obody|[Nn]o one|[Ff]ew) (?:who|here|in|of) [^.;]{2,60}\\b(?:believes?|thinks?|supposes?|imagines?) that\\b|\\b(?:say|says|whisper|mutter|think|believe|suspect) (?:the |some |most |many )?(?:cynics|sceptics|skeptics|optimists|pessimists|wits|gossips|unkind|uncharitable|charitable|old hands|insiders|[\\w-]*watchers|observers|analysts|critics|realists)\\b|\\b(?:[a-z]{3,}s|[Ss]ome|[Oo]thers|[Mm]ost|[Mm]any|[Ff]ew|[Ss]everal|[Mm]ore than one|[Pp]eople|[Oo]ne school|[Ee]verybody|[Ee]veryone|[Nn]obody|[Oo]ld hands|[Tt]hose who know)(?: (?:here|there|at home|abroad|(?:in|at|on|of|from|among|around) [^.;,]{2,30}))? (?:now |privately |quietly |openly |still )?${THINK}(?: that| whether| it| the| he| she|,)? [^.;]{3,}|\\b(?:an?|one|the) (?:[\\w’'-]+ ){0,5}?(?:diplomat|adviser|ambassador|official|editor|professor|scholar|banker|courtier|insider|veteran|colleague|friend|aide|historian|observer|officer|deputy)(?: (?:in|at|of|from|there|here) ?[^.;,]{0,30})?(?:, [^,.;]{2,40},)? ${THINK} (?:that|it|he|she|the|they)\\b|\\b(?:[Bb]ehind|[Ii]n) [^.;,]{2,50},? (?:some|many|others|most|several|they|observers|diplomats) (?:see|saw|detect|read|suspect|scent|smell)\\b|\\b(?:some|many|others|most|several|diplomats|observers) (?:here |in \\w+ )?(?:saw|see|scent|smell|sense|detect|discern)\\w* (?:in|behind|an?|the|more)\\b`,
    ),
    needs: MATTER,
    wide: true,
    unless: new RegExp(
      `${ACTORS.source}|${OTHERS.source}|\\bsaid that\\b|\\bas the \\w+ (?:suppos|think|believ|imagin)es?\\b`,
      'i',
    ),
  },
  // "The first is that he is collecting suitors"; "the second, more charitable, is that"
  {
    kind: 'hypothesis',
    name: 'first-is-that',
    hint: / that\b/,
    pressOnly: true,
    reach: 9,
    cue: /\b(?:[Tt]he (?:first|second|third|other|former|latter|simplest|commonest|kindest|likeliest|official|unofficial|cynical|charitable|innocent|polite|usual|standard|other way)|[Aa]nother|[Oo]ne)(?: (?:answer|explanation|reading|view|theory|guess|reason|motive|possibility|version|story|interpretation|thought))?(?:, [^.;]{1,60},)? (?:is|was|has it|holds|being|goes|would be|runs)(?: simply| merely)? that\b/,
    needs: MATTER,
    wide: true,
    unless: OTHERS,
  },
  // "went there first, as if to remind the neighbours that"; "a matter of conjecture"; "an open guess"; "speaks of a plan made beforehand"
  {
    kind: 'hypothesis',
    name: 'as-if-to',
    hint: /to mean|as if|as though|matter of|guess|haste|speed|choice|silence|timing|tone|warmth|cool|wording|delay|order|itinerar|seating|seem|appear|left to|not hard|not diff|hether/,
    pressOnly: true,
    left: 1,
    reach: 1,
    cue: /\b(?:take|takes|took|taken|read|reads) (?:it |this |that )?to mean\b|\bas (?:if|though) to\b|\b(?:a )?matter of (?:conjecture|speculation|guesswork|opinion|dispute)\b|\b(?:open|educated|fair|safe|good|shrewd) guess\b|\banybody[’']s guess\b|\b(?:haste|speed|choice|silence|timing|tone|warmth|coolness|wording|delay|order|itinerary|guest list|seating)\b[^.;]{0,50}\b(?:speaks? of|tells? of|bespeaks?|smacks? of|argues? for|betokens?|says (?:much|more|a lot|something) about|leaves? little doubt)\b|\b(?:would|might|could) (?:seem|appear) to\b|\bone is left to (?:wonder|guess|suppose|conclude)\b|\bit is not (?:hard|difficult) to (?:guess|see|imagine)\b|\bwhether (?:this|that|it|he|she) (?:was|is|meant) [^.;]{2,60}\bor\b[^.;]{2,60}\b(?:nobody|no one|unclear|hard to|remains|cannot|will not)\b/,
    needs: MATTER,
    wide: true,
    unless: OTHERS,
  },
]

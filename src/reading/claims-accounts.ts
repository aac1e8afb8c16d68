// Cues of omission told of what sides publish: "without once mentioning", "has published none", "A's account has the word, B's does not".
import { ACCOUNT, type ClaimCue, DIPLOMACY } from './claims-words.ts'

const isAccount = new RegExp(
  `\\b${ACCOUNT}\\b|\\b(?:side|capital|government|ministry|court|palace|embassy|office|delegation|presidency|neither|foreign ministry)s?\\b|[’']s\\b`,
  'i',
)

export const accountsCues: ClaimCue[] = [
  // "ran to four paragraphs without once mentioning the war"; "of the islands it has nothing"; "not a line on the dam"
  {
    kind: 'omission',
    name: 'nothing-of',
    pressOnly: true,
    hint: /without|nothing|not a |none of|mum|unnoted|unre|vain|short of|[Mm]issing/,
    cue: new RegExp(
      `\\bwithout (?:once |ever |so much as |even )(?:naming|mention(?:ing)?|referring|alluding|touching|a (?:word|mention))|\\b[Oo]f (?:[\\w’'-]+ ){1,6}?(?:(?:it|they|there|the (?:\\w+ ){0,2}${ACCOUNT}) (?:has|have|had|is|was|says?|said|makes?|made) (?:nothing|not a word|no word|no mention))\\b|\\bit has nothing\\b|\\bnot a (?:line|thing|syllable|sentence|paragraph|phrase|murmur|peep|hint|whisper)\\b (?:of|on|about)|\\band nothing of the\\b|\\bhad none of (?:this|that|it)\\b|\\b(?:is|was|are|were|kept|stayed|remained) (?:mum|tight-lipped|coy|reticent|mute) (?:on|about)\\b|\\bwent (?:unnoted|unremarked|unreported|unacknowledged|unrecorded|unsaid)\\b|\\bin vain for\\b|\\bstop(?:s|ped|ping) short of (?:naming|mentioning|using|calling|referring|condemning)\\b|\\b[Mm]issing (?:too |also |altogether |as well )?(?:was|were|is|are) (?:any|the|all|an?)\\b`,
    ),
    needs: null,
    unless: /\b(?:police|rescuers|searched the|families)\b/,
  },
  // "The Ruritanian side has published none"; "neither capital has published an account"; "the agency gave no account of the talks"
  {
    kind: 'omission',
    name: 'published-none',
    hint: /none|nothing|no |either|not /,
    pressOnly: true,
    cue: new RegExp(
      `\\b(?:has|have|had|would) (?:so far |yet |since )?(?:published|released|issued|put out|offered|posted|produced|given) (?:none|nothing|no (?:\\w+ )?(?:${ACCOUNT}|photo\\w*|details))\\b|\\b[Nn]either (?:[\\w’'-]+ ){1,5}(?:has |have |had )?(?:published|released|issued|put out|offered|posted|produced|gave|given) (?:an?|any|its|their)\\b|\\b(?:gave|gives|given|offered|provided|issued|published|released) no (?:account|readout|statement|summary|communiqu[eé]|details of the (?:meeting|talks|call|visit|conversation|encounter))\\b|\\bnot (?:reported|carried|shown|covered|noted|recorded|listed) (?:in|by|on) (?:the |its )?(?:state|official|\\w+) (?:media|television|press|news|gazette|bulletin|agency)\\b|\\bnot one (?:of (?:them )?)?(?:was|were|has been|had been) (?:with|by|from|to)\\b`,
    ),
    needs: null,
  },
  // "Ruritania's does not, and neither does the neighbour's"; "the remark appears in one summary and not in the other"
  {
    kind: 'omission',
    name: 'one-not-other',
    pressOnly: true,
    reach: 1,
    hint: /not|none|speaks?|spoke|talks?|tells?|mention/,
    cue: new RegExp(
      `(?:^|[.;,“"] )(?:but |and |while )?(?:[A-Z][\\w-]+|[Tt]he [\\w-]+(?: \\w+)?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)[’']s? (?:own )?(?:does|did|do|has|had) (?:not|none|n[’']t)(?=[,.;]|$| and\\b)|\\b(?:appears?|appeared|figures?|stands?|stood|is found|occurs?|features?|is|was) (?:only )?in [^.;]{2,60}\\b(?:and|but) not in\\b|\\b${ACCOUNT} (?:speaks?|spoke|talks?|tells?|told|writes|mentions?|mentioned|dwells|dwelt)\\b[^.;]{2,60}[,;] (?:and |while |but |whereas )?(?:the )?[A-Z]?[\\w-]+[’']s? (?:own )?(?:of|only of|about|that of|merely of)\\b`,
    ),
    needs: isAccount,
    wide: true,
  },
  // "From neither communiqué could one learn that the talks had failed"; "the paragraph has vanished from this year's text"
  {
    kind: 'omission',
    name: 'vanished',
    pressOnly: true,
    hint: /[Ff]rom|that the/,
    cue: new RegExp(
      `\\b[Ff]rom (?:neither|none|no)\\b[^.;]{2,60}\\b(?:could|can|would|does|did|learns?)\\b|\\b(?:vanished|disappeared|gone|dropped|deleted|struck|removed|cut|excised|missing) from (?:(?:this|last) year[’']s|the|its|their) (?:[\\w-]+ ){0,2}${ACCOUNT}\\b|^That [^.;]{3,80}\\b(?:omits?|omitted|passes over)\\b`,
    ),
    needs: null,
  },
  // "a text in which it did not figure at all"; "the term is nowhere in either statement"
  {
    kind: 'omission',
    name: 'not-figure',
    pressOnly: true,
    hint: /figure|feature|appear|occur/,
    cue: /\b(?:did|does|do)(?: not|n[’']t) (?:\w+ )?(?:figure|feature|appear|occur)\b(?: (?:at all|in|there|anywhere)|[,.;]|$)/,
    needs: isAccount,
    wide: true,
    unless: /\bappear (?:in|before) (?:court|parliament|public)\b/,
  },
  // "Neither government would confirm that they had spoken"
  {
    kind: 'omission',
    name: 'would-not-confirm',
    pressOnly: true,
    hint: /[Nn]either/,
    cue: /\b[Nn]either (?:[\w’'-]+ ){1,4}(?:would|will|has|have) (?:so much as )?(?:confirm|confirmed|acknowledge|acknowledged|admit|mention|say)\b/,
    needs: DIPLOMACY,
  },

  // "No such line appears in the readout"; "only the northern readout mentions grain"; "the readout ignored the pipeline"; "has no paragraph on the islands"
  {
    kind: 'omission',
    name: 'account-lacks',
    hint: /readout|statement|communiqu|account|summar|version|text|declaration|transcript|bulletin|release|agenc|media|television|minutes|note|gazette|tweet|post|caption|such|only|Only|conspicuous|notably|remarkabl/,
    pressOnly: true,
    cue: new RegExp(
      `\\b[Nn]o such (?:line|phrase|sentence|passage|words?|reference|language|promise|pledge|commitment|wording|claim|thing)s? (?:appears?|is|was|figures?|stands?|occurs?|in|made)\\b|\\b[Oo]nly (?:the )?(?:[A-Z][\\w’'-]+|\\w+) (?:one|side|${ACCOUNT}) (?:mentions?|mentioned|refers?|referred|names?|named|speaks?|spoke|contains?|contained|lists?|says?|said|cites?|cited|includes?|included)\\b|\\b${ACCOUNT} (?:\\w+ )?(?:does|did|do)(?: not|n[’']t) (?:say|give|record|list|include|contain|cover|report|name|specify|mention|refer|repeat|use)\\b|\\b${ACCOUNT} (?:ignores?|ignored|leaves [^.;]{2,30} unanswered|sidesteps|(?:has|have|had|contains?|contained|includes?|included|carries|carried) (?:no|nothing|neither|none))\\b|\\bnothing in the (?:\\w+ )?${ACCOUNT}\\b|\\b(?:conspicuously|notably|remarkably) (?:short|thin|light|vague) on\\b`,
    ),
    needs: null,
  },
  // "was not among the topics listed"; "the phrase of three earlier readouts was gone"; "not one word on fisheries"
  {
    kind: 'omission',
    name: 'not-among',
    pressOnly: true,
    hint: /not|gone|no /,
    cue: /\bnot among (?:them|those)\b|\bnot among the (?:topics|subjects|items|points|issues|matters|themes)\b|\b(?:phrase|formula|line|words?|sentence|passage|paragraph|wording)\b[^.;]{0,60}\b(?:was|is|had|has|were) (?:gone|dropped|missing|absent|vanished|disappeared)\b|\bnot one (?:word|line|sentence)\b/,
    needs: null,
  },
  // "The two sides issued no joint statement"; "there was no joint press conference"; "the palace made no announcement of the visit"
  {
    kind: 'omission',
    name: 'no-statement',
    hint: /no |No |not |n[’']t /i,
    pressOnly: true,
    cue: /\b(?:issued|released|published|made|gave|put out) no (?:joint |final |public |official |written )?(?:statement|communiqu[eé]|readout|announcement|declaration|account|summary)\b|\bthere (?:was|were|is|has been|had been) no (?:joint |final |public |official )?(?:statement|communiqu[eé]|readout|press conference|announcement|photograph|handshake)s?\b|\b(?:did|does|has|have|had)(?: not|n[’']t) (?:yet )?(?:publish|release|issue|put out|published|released|issued) (?:an?|any|its|their|the) (?:\w+ )?(?:statement|communiqu[eé]|readout|account|summary)\b|\b[Nn]o (?:joint |final )?(?:statement|communiqu[eé]|readout) (?:was|followed|has been|came)\b/i,
    needs: null,
  },
]

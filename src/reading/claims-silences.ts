// Cues of omissions (what a text leaves out) and of norms broken.
import { type ClaimCue, EXCHANGE } from './claims-words.ts'

export const silencesCues: ClaimCue[] = [
  // "the communique made no mention of the islands"; "said nothing about arms"; "her name does not occur in it"
  {
    kind: 'omission',
    name: 'not-mentioned',
    hint: /fail|gone |single|mention|refer|word|allusion|occur|appear|figure|feature|list|includ|touch|speak|come up|say|said|nothing|left|leav|omit|omission|silen|absent|missing|naming|name|dropped|skipped|gloss|trace|not in it|not once|nowhere|no place|conspicuous|hint|quiet/i,
    pressOnly: true,
    cue: /\b(?:no|any|without) (?:\w+ )?(?:mention|reference|word|allusion)\b (?:of|to|on|about|was|is|in)\b|\b(?:did|does|do|was|were|is|are|had|has) ?(?:not|n[’']t) (?:\w+ )?(?:mention(?:ed)?|refer(?:red)?|name[ds]?|occur|appear|figure|feature|allude|listed|include[ds]?|touch|speak of|come up|say (?:anything|whether|what|a word))\b|\bnever (?:once )?(?:mention|refer|name)\w*\b|\b(?:none|neither|nor) (?:of (?:\w+ ){1,6})?(?:\w+ )?mention(?:ed|s)?\b|\bnone of\b[^.;]{1,60}\bmention(?:ed|s)?\b|\bneither\b[^.;]{1,60}\bmention(?:ed|s)?\b|\bsa(?:id|ys|ying) nothing (?:about|of|on)\b|\bnothing (?:was )?said (?:about|of|on)\b|\b(?:left|leaves|leaving|leave) (?:\w+ ){0,2}out\b|\bomit(?:s|ted|ting)?\b|\b(?:the|an|this|one|telling|glaring|conspicuous) omission of\b|\bsilen(?:t|ce) (?:on|about|over|as to)\b|\bpass(?:ed|es|ing) over in silence\b|\b(?:absent|missing) from (?:the|its|his|their)\b|\bnot a (?:word|single (?:word|line|mention))\b|\bwent unmentioned\b|\bunmentioned\b|\bwithout (?:naming|mentioning|referring)\b|\bfail(?:s|ed)? to (?:mention|acknowledge|refer|name|note|cite)\b|\bgone (?:is|was|are|were) (?:the|any|all)\b|\bavoided (?:any )?(?:mention|naming)\b|\bdropped (?:the|all) (?:phrase|reference|word|formula|mention)\w*\b|\bskipped over\b|\bglossed over\b|\bno trace\b|\b(?:is|was|are|were) not in it\b|\bnot once\b|\bnot (?:one|a single)\b[^.;]{1,60}\b(?:mention|name|refer)\w*\b|\bnor (?:do|does|did|is|was)\b[^.;]{1,50}\bmention\w*\b|\bnothing (?:in (?:it|them)|about|on)\b|\bnowhere (?:in(?! particular)|to be found|does|do|did)\b|\b(?:finds?|found) no place\b|\bconspicuous(?:ly)? (?:absent|missing|by)\b|\b(?:is|was|are|were) (?:simply |conspicuously |notably |wholly |entirely |also )(?:absent|missing)\b|\bstayed silent\b|\bkept (?:quiet|silent)\b|\bno (?:word|hint) (?:of|on|about)\b/i,
    needs: null,
    unless:
      /\bnot to mention\b|\bnever fails? to\b|\bbeing left out|\bmissing (?:persons?|people|soldiers?|sailors?|billions?|millions?)\b/i,
  },
  // "No conversation with the Ruritanian minister has been reported so far"
  {
    kind: 'omission',
    name: 'none-reported',
    pressOnly: true,
    cue: /\b[Nn]o (?:[\w’'-]+[ ,]+){1,9}(?:has|have|had|was|were) (?:yet )?(?:been )?(?:reported|announced|disclosed|published|released|issued|confirmed|recorded|listed)\b|\b(?:has|have) (?:not|yet to) (?:\w+ )?(?:published|released|issued|put out) (?:a|any|its|their) (?:readout|account|statement|summary)\b/,
    needs: new RegExp(
      `${EXCHANGE.source}|\\b(?:readout|statement|account|summary|communiqu[eé]|agreement|date|details|photo\\w*)s?\\b`,
      'i',
    ),
    unless: /\bevidence\b/i,
  },
  // "who seldom receives leaders of allies"; "typically does not meet ministers"; "made an exception for"
  {
    kind: 'norm-exception',
    name: 'habit',
    pressOnly: true,
    cue: /\b(?:typically|usually|normally|ordinarily|customarily|traditionally|generally|rarely|seldom|hardly ever|almost never|as a rule,?|by custom|by tradition|tends? (?:not )?to|does not usually|not usually|reserved for|rare(?:ly)? (?:for|granted|given|accorded|extended))\b|\bkept? to the custom\b|\bcustom(?:ary)? (?:of|that|to|for)\b/i,
    needs: new RegExp(
      `${EXCHANGE.source}|\\bextend|\\baccord|\\bgrant|\\bprotocol|\\bhono(?:u)?r|\\bcourtesy|\\binvit|\\badmit|\\bwelcom|\\bgreet|\\baudience`,
      'i',
    ),
    reach: 0,
    unless: /\bbeen \w+er\b|\bspeaks? (?:\p{Lu}|to the press)|\b(?:cent(?:er|re)|focus|turn|revolve)s? on\b/u,
  },
  // "an exception for the envoy"; "broke with protocol"; "one of the few not to have gone"; "in a rare visit"
  {
    kind: 'norm-exception',
    name: 'exception',
    unless:
      /\bwith the exception of\b|\b[Ee]xtraordinary (?:[\w’'-]+ ){0,2}(?:[Ss]ummit|[Mm]eeting|[Ss]ession)\b/,
    hint: /exception|break|broke|depart|one of|rare|unusual|extraordinary|uncommon|contrary|unlike/i,
    pressOnly: true,
    cue: /\b(?:made|make|makes|making|with|by|as) (?:an?|the|one|sole|only)? ?(?:\w+ )?exceptions?\b|\ban exception (?:for|to|was)\b|\bexceptionally\b|\b(?:break|breaks|broke|breaking|broken|departure|depart(?:ed|s)?|departing) (?:with|from) (?:\w+ )?(?:tradition|custom|protocol|precedent|practice|habit|convention|the norm)\b|\bone of (?:the|only a|the very) (?:few|handful)\b|\b(?:a|the|in a|an) (?:\w+ )?(?:rare|unusual|extraordinary|uncommon) (?:\w+ ){0,2}(?:visit|trip|meeting|audience|call|summit|talks|honou?r|appearance|encounter|gesture|courtesy|exchange|conversation|step|move|access)\b|\bunusual(?:ly)? (?:for|that|in that)\b|\bcontrary to (?:\w+ )?(?:custom|protocol|habit|practice|tradition)\b|\bunlike (?:his|her|their|its) predecessors?\b|\bunusually,/i,
    needs: null,
  },
  // "an honour that is not accorded to ministers"; "by convention"; "a breach of protocol"; "bent the rules"
  {
    kind: 'norm-exception',
    name: 'protocol',
    pressOnly: true,
    cue: /\b(?:courtesy|hono(?:u)?r|privilege|distinction|treatment|reception|favou?r) (?:\w+ ){0,3}(?:not|rarely|seldom|normally|usually|otherwise|reserved|denied|withheld|extended|accorded|granted)\b|\bby (?:long )?(?:convention|custom|tradition)\b|\bbreach of protocol\b|\bagainst (?:protocol|custom)\b|\bb(?:e|o)nt the rules\b|\bprotocol (?:dictates|demands|requires|would)\b|\bas is (?:customary|usual|the custom)\b|\bthe rule (?:is|was|has)\b|\bwaived\b/i,
    needs: null,
  },
  // "The islands' text skips the question of the whales"; "the communique steers clear of the war"
  {
    kind: 'omission',
    name: 'skips',
    pressOnly: true,
    hint: /skip|sidestep|pass|avoid|duck|clear of|airbrush|eras/i,
    cue: /\b(?:skips?|skipped|sidesteps?|sidestepped|pass(?:es|ed) over|avoid(?:s|ed)|ducks?|ducked|(?:stays?|steers?|stayed|steered) clear of|airbrush(?:es|ed)|erase[sd]?) (?:the|all|any|its|their|out)\b/i,
    needs:
      /\b(?:text|readout|statement|communiqu[eé]|summary|account|version|declaration|transcript|release)\b/i,
    wide: true,
  },
]

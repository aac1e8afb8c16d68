// Cues of last times told by the pause itself ("an eight-year silence"), or by what parties have not done since, whatever the verb.
import { type ClaimCue, DIPLOMACY, YEARS } from './claims-words.ts'

const PAUSE =
  '(?:pause|hiatus|gap|freeze|silence|absence|break|interval|lull|estrangement|interruption|drought|standstill|stand-off|chill|hibernation|intermission|separation)'
const NOT = "(?:[Nn]o|[Nn]one|[Nn]either|[Nn]obody|[Nn]othing|[Nn]ot|[Nn]ever|[Hh]ardly|\\w+n[’']t)"
/** Words up to the window that hold no second "not": "has never been, and Beijing has sent nobody since". */
const onward = (most: number): string => `(?:(?!\\b${NOT}\\b)[^;:]){1,${most}}?`
const MONEY =
  /\b(?:econom(?:y|ies)|trade|prices?|exports?|imports?|growth|inflation|paid|salar(?:y|ies)|rain(?:ed)?|elections?|census|ratif\w+|exchange rate|ever since|since then|not only|communiqu\w+|statements?|refers?|mentions?|never fail)\b/i

export const gapsCues: ClaimCue[] = [
  // "The two presidents have not sat side by side since the quarrel": no word of diplomacy, but officials or two states
  {
    kind: 'last-time',
    name: 'parties-not-since',
    hint: /since/i,
    pressOnly: true,
    cue: new RegExp(`\\b${NOT}\\b${onward(140)}\\bsince\\b(?! (?:then|when)\\b)`),
    needs: DIPLOMACY,
    parties: true,
    unless: new RegExp(
      `${MONEY.source}|\\bwithout\\b|\\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) `,
      'i',
    ),
  },
  // "has not been seen there for years"; "nobody of that name has crossed the bridge in a decade"
  {
    kind: 'last-time',
    name: 'parties-not-for',
    hint: /(?:for|in) /,
    pressOnly: true,
    cue: new RegExp(
      `\\b(?:[Nn]o|[Nn]one|[Nn]either|[Nn]obody|[Nn]othing)\\b${onward(100)}\\b(?:for|in) ${YEARS}\\b|\\b(?:has|have|had)(?: not|n[’']t) (?:been )?(?:seen|heard|met|set|sat|shared|spoken|crossed|come|gone|stood|shaken)\\b${onward(60)}\\b(?:for|in) (?:${YEARS}|years|decades|months)\\b`,
    ),
    needs: DIPLOMACY,
    parties: true,
    unless: MONEY,
  },
  // "ended an eight-year silence"; "after a hiatus of six years"; "five years of silence"; "a decade-long freeze"
  {
    kind: 'last-time',
    name: 'pause-of-years',
    hint: /pause|hiatus|gap|freeze|silence|absence|break|interval|lull|estrange|interrupt|drought|stand|chill|hibern|intermiss|separat|boycott|isolation/i,
    pressOnly: true,
    cue: new RegExp(
      `\\b(?:[\\w-]+[- ](?:year|month|decade|week)|decade|year|generation)(?:[- ]long)? ${PAUSE}\\b|\\b${PAUSE} of (?:\\w+ )?${YEARS}\\b|\\b${YEARS}(?: long)? of (?:\\w+ )?(?:${PAUSE}|boycott|isolation|not (?:speaking|talking|meeting))\\b|\\b(?:after|ending|ended|ends|broke|breaks|breaking) (?:a|an|the|their|its) (?:\\w+ )?(?:long|lengthy|prolonged) ${PAUSE}\\b|\\bestranged (?:for ${YEARS}|since)\\b`,
      'i',
    ),
    needs: DIPLOMACY,
    parties: true,
    wide: true,
    unless: /\b(?:ceasefire|hostilities|strike|prison|rates?|match|season|tariffs?)\b/i,
  },
  // "one has to go back to 1998"; "not seen since the war"; "the last occasion that a king was asked"
  {
    kind: 'last-time',
    name: 'go-back-to',
    hint: /back|since|last|previous|until/,
    pressOnly: true,
    cue: new RegExp(
      `\\b(?:has|have|had|must|need) (?:to )?(?:go|reach|look|leaf|think) (?:all the way )?back (?:to|as far as|${YEARS})\\b|\\b(?:not|un)(?: been)? ?(?:seen|heard of|known|repeated) (?:there |here |again )?since\\b|\\b(?:the|their|its|on the|on that) (?:last|previous) (?:such )?(?:occasion|time|attempt|instance)\\b|\\b(?:since|until) (?:the|their|his|her) last (?:meeting|visit|encounter|conversation|handshake|summit)\\b`,
    ),
    needs: DIPLOMACY,
    parties: true,
  },
  // "It is nine years since they had a resident minister"; "which last convened in 2012"
  {
    kind: 'last-time',
    name: 'last-any-verb',
    hint: /last|since/,
    cue: new RegExp(
      `\\b[Ii]t (?:is|was|has been|had been) (?:now |already )?${YEARS} since\\b|\\b(?:had|when|they|two|three|who|which|he|she|ministers|presidents|leaders|sides|it) last \\w{2,}(?:ed|ook|at|ang|ood|eld|aw|oke|ame|ent|ote|ot|et|lown|een|eft)\\b(?! (?:week|month|year)\\b)`,
    ),
    needs: DIPLOMACY,
    parties: true,
    unless: /\blast (?:named|mentioned|updated|modified|cited|quoted|voted|weighed)\b/,
  },
  // "the last of them to see the king did so in March"; "no Saudi had; the last was in 2012"
  {
    kind: 'last-time',
    name: 'the-last-of',
    hint: /last/,
    pressOnly: true,
    cue: /\b(?:is|was|will be|would be|to be|may be|be|as) (?:probably |likely |perhaps )?(?:the|his|her|their|its) (?:very )?last\b(?! (?:minute|leg|day|stop|week|month|year|part|phase|resort|to|of))[^.;]{0,30}\b(?:before|as|in|until|under|from|while)\b|\b(?:[Tt]he|[Ii]ts|[Tt]heir) last (?:of (?:them|its|their|these|those|the \w{1,30})|(?:[\w’'-]+ ){0,3}(?:to|who|in|at) )[^.;]{3,80}\b(?:was|were|did so|came|had been|in \d{4}|years ago|dates?)\b|\b(?:since|before) (?:which|then|that),? (?:no|none|nobody|not one|nothing)\b/,
    needs: DIPLOMACY,
    parties: true,
    unless: /\blast (?:minute|leg|day|stop|week|month|year|part|phase|resort)\b/,
  },
]

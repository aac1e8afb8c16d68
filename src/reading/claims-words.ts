// Words that several cues of claims ask for, and the shape of a cue.
import type { ClaimKind } from './reading.ts'

export interface ClaimCue {
  kind: ClaimKind
  name: string
  /** What must stand in the sentence; its match is where the clause is looked for. */
  cue: RegExp
  /** A cheap look at the sentence before the cue is tried. */
  hint?: RegExp
  /** What must stand in the clause (or in the sentence with `wide`) besides; null: nothing. */
  needs: RegExp | null
  /** An official or two states named in the sentence stand for the word that `needs` asks for. */
  parties?: boolean
  /** What must not stand in the clause. */
  unless?: RegExp
  /** `needs` may be met by any part of the sentence. */
  wide?: boolean
  /** Cuts that the clause may step over on the right ("…, the same day Okello landed, sent his deputy"). */
  reach?: number
  /** The same on the left ("On 3 May, the same day Okello landed, …"). */
  left?: number
  /** Only in news and analysis: readouts and speeches say such things in earnest courtesy. */
  pressOnly?: boolean
}

const EXCHANGE_WORDS =
  'visits?|visited|visiting|visitors?|trips?|journeys?|tours?|toured|travel(?:s|ed|led)?|meets?|met|meeting|meetings|summits?|talks|calls?|called|phoned?|telephoned?|contacts?|encounters?|' +
  'dialogues?|conversations?|exchanges?|delegations?|received?|receives|receiv(?:e|ing)|hosts?|hosted|hosting|arriv(?:e|es|ed|al)|come|came|coming|comes|gone?|went|been(?! (?:\\w+ly )?(?!received|invited|welcomed|hosted|visited|dispatched|greeted|summoned|sent|seen|met|shown|held)\\w+(?:ed|aid|wn|lt)\\b)|set foot|' +
  'sent|sends?|sending|attend(?:s|ed)?|audience|guests?|envoys?|spoke|spoken|speak|seen?|saw|flown|flew|stopped|stop|stayed|returned?|negotiations|consultations|diplomacy|diplomatic|handshake|face-to-face'
/** Words of coming, going and talking between states. */
export const EXCHANGE = new RegExp(`\\b(?:${EXCHANGE_WORDS})\\b`, 'i')

/** What a window is told by: "since", "in a decade", "to date". */
export const WINDOW =
  /\bsince\b|\bever\b|\bin (?:(?:more than|nearly|almost|over|about|at least|some|around) )?(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|\d+|\w+teen|\w+ty)(?:-\w+)? (?:years?|decades?|months?|weeks?|generations?|century|centuries)\b|\bin (?:decades|years|months|weeks|history|memory)\b|\bin (?:the (?:past|last)|living|recent)\b|\bto date\b|\bso far\b|\bof (?:his|her|their|its) (?:career|tenure|term|presidency|reign)\b|\bthis (?:year|century|decade)\b|\byet\b|\bon record\b|\bin (?:its|their|his|her) history\b|\b(?:I|we|they|he|she|anyone|anybody|any of (?:us|them)|\w+s) (?:can|could) (?:recall|remember)\b/i

/** Those who come and go, as analysts name them. */
export const OFFICIAL =
  'presidents?|premiers?|ministers?|chancellors?|leaders?|kings?|queens?|emirs?|sultans?|emperors?|popes?|monarchs?|princes?|princess(?:es)?|secretar(?:y|ies)|officials?|diplomats?|envoys?|' +
  'ambassadors?|speakers?|chiefs?|generals?|visitors?|guests?|delegations?|emissar(?:y|ies)|heads? of (?:state|government)'
/** Exchanges, those who make them, and ways of coming that only count beside them ("crossed the border", "landed"). */
export const DIPLOMACY = new RegExp(
  `${EXCHANGE.source}|\\b(?:${OFFICIAL})\\b|\\b(?:cross(?:ed|ing)?|land(?:s|ed)?|invitations?|stopovers?|itinerar(?:y|ies)|embass(?:y|ies)|communiqu(?:[eé]s?)?|readouts?|goes to|go to|capitals?|holder|deputy|boarding|discussed)\\b`,
  'i',
)

/** What sides publish of an exchange. */
export const ACCOUNT =
  '(?:readouts?|statements?|communiqu(?:[eé]s?)?|accounts?|summar(?:y|ies)|versions?|texts?|declarations?|transcripts?|bulletins?|(?:press )?releases?|(?:news )?agenc(?:y|ies)|state media|state television|' +
  'minutes|notes|gazettes?|tweets?|posts?|captions?)'

/** A count in words or figures. */
export const COUNT =
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|twenty|a dozen|\\d+)'
/** An ordinal above the first. */
export const ORDINAL =
  '(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\\d+(?:nd|rd|th))'
/** Lengths of time: "nine years", "more than a decade". */
export const YEARS = `(?:(?:more than|nearly|almost|over|about|at least|some|barely) )?(?:an?|${COUNT}|\\w+teen|\\w+ty(?:-\\w+)?|many|several) (?:years?|decades?|months|weeks|generations?)`
/** Names of states or words of diplomacy, anywhere behind the first letter: a guess about soup is no claim. */
export const MATTER = new RegExp(
  `${DIPLOMACY.source}|\\b(?:ministr(?:y|ies)|governments?|palaces?|embass(?:y|ies))\\b|.[ “‘(]\\p{Lu}\\p{Ll}+`,
  'u',
)

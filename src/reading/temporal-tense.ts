// Whether the words around a time expression speak of the past or of what is ahead; words first, tags second.
import type { Analysis, Token } from '../language/analysis.ts'
import type { Tense } from './temporal-context.ts'
import type { Lexeme } from './temporal-lexemes.ts'

const FUTURE = new Set(
  `will 'll ’ll shall upcoming forthcoming due scheduled slated expected expect expects planned plans plan planning intends intend hopes hope hoping
  prepares preparing ahead invites invited propose proposes likely might`.split(/\s+/),
)
const PAST = new Set(
  `was were had did met held came went spoke told said saw took began left arrived visited received hosted gave got made became sat flew
  wrote sent read led paid drew broke brought called ended announced signed concluded returned attended travelled traveled welcomed stopped
  toured urged noted added followed expressed discussed agreed stressed underlined`.split(/\s+/),
)
const PRESENT = new Set(
  `is are meets visits travels flies arrives holds hosts leads begins starts opens receives goes comes leaves lands speaks attends pays
  welcomes gathers returns continues stays`.split(/\s+/),
)
/** "is to brief", "are to meet": set for later; "was to have been received": set, seen from the past. */
const BE = new Set(['is', 'are', 'was', 'were', 'be'])

/** Tense of one token in its sentence; null where it tells none. */
function tenseOf(tokens: Token[], at: number): Tense | null {
  const word = tokens[at]!.text.toLowerCase()
  const before = tokens[at - 1]?.text.toLowerCase() ?? ''
  if (word === 'to' && BE.has(before)) return /^(?:was|were)$/.test(before) ? 'planned' : 'future'
  if (word === 'going' && tokens[at + 1]?.text === 'to') return 'future'
  if (word === 'could' && /^(?:not|n['’]t)$/.test(tokens[at + 1]?.text ?? '')) return 'past'
  if (word === 'would' || word === 'could') return 'planned'
  if (tokens[at]!.text === 'may') return 'future'
  // "a summit planned for March fell through", "the visit, scheduled for June, will last a day": the nearest
  if (
    /^(?:planned|scheduled|slated)$/.test(word) &&
    !/^(?:is|are|be|being|now|'s|’s)$/.test(before) &&
    tokens[at]!.pennTag !== 'VBD'
  )
    return 'planned'
  if (FUTURE.has(word))
    return /^(?:was|were|been|had)$/.test(before)
      ? 'planned'
      : word === 'planned' && tokens[at]!.pennTag === 'VBD'
        ? 'past'
        : 'future'
  if (PAST.has(word)) return 'past'
  if (PRESENT.has(word)) return 'present'
  const tag = tokens[at]!.pennTag
  if (tag === 'VBD') return 'past'
  return tag === 'VBZ' || tag === 'VBP' ? 'present' : null
}

/**
 * Tense that governs the tokens `first` to `last`: of the nearest telling word before them in the sentence, else of the
 * first behind them. "The minister, who flew in yesterday, will meet the press on Friday" is ahead at "Friday".
 */
export function tenseAt(
  analysis: Analysis,
  sentence: { first: number; last: number },
  first: number,
  last: number,
): Tense | null {
  const { tokens } = analysis
  const [start, end] = [Math.max(sentence.first, first - REACH), Math.min(sentence.last, last + REACH)]
  for (let at = first - 1; at >= start; at--) {
    const tense = tenseOf(tokens, at)
    if (tense) return auxiliaryBefore(tokens, at, start, tense)
  }
  for (let at = last; at < end; at++) {
    // "the meeting on Monday could mark a turn" is over
    if (/^(?:may|might|could)$/.test(tokens[at]!.text)) continue
    const tense = tenseOf(tokens, at)
    if (tense) return tense
  }
  return null
}
/** Words looked at on either side: keeps the work per expression bounded. */
const REACH = 60

/** "will be hosted", "is expected to have arrived": a future word shortly before outweighs a participle. */
function auxiliaryBefore(tokens: Token[], at: number, start: number, tense: Tense): Tense {
  if (tense === 'future' || tense === 'planned') return tense
  for (let k = at - 1; k >= Math.max(start, at - 4); k--) {
    const word = tokens[k]!.text.toLowerCase()
    if (/^(and|but|,|;|who|which|that)$/.test(word)) return tense
    const ahead = tenseOf(tokens, k)
    if (ahead === 'future' || ahead === 'planned') return ahead
  }
  return tense
}

/** "…, a spokesman told reporters on Monday": the day of a report, from which nothing told after it counts. */
export function isOfSaying(lexemes: Lexeme[], at: number): boolean {
  const before = lexemes.slice(Math.max(0, at - 5), at).map(({ lower }) => lower)
  const said = before.findLastIndex((word) =>
    /^(?:said|told|announced|confirmed|says|reported|stated)$/.test(word),
  )
  return said >= 0 && !before.slice(said + 1).some((word) => /^(?:that|he|she|they|[,;:.])$/.test(word))
}

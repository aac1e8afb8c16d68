// A sentence as a row of parts: names, times, verb groups, trigger nouns, prepositions, marks. What the rules read.
import type { Mention, TimeExpression } from './draft.ts'
import type { Trigger } from './triggers.ts'

/** How a verb stands in its clause. */
export interface VerbGroup {
  lemma: string
  /** With its particle: "call off", "sit down"; the lemma alone when it has none. */
  phrasal: string
  tense: 'past' | 'present' | 'future' | 'infinitive' | 'ing' | 'participle'
  /** "has met", "had met". */
  perfect: boolean
  /** "was to have met", "had planned": the past seen from a past. */
  pastPerfect: boolean
  progressive: boolean
  passive: boolean
  /** "may", "would", "could" …; null when none or only "will". */
  modal: string | null
  negated: boolean
}

export type PartKind =
  | 'name'
  | 'time'
  | 'verb'
  | 'noun'
  | 'prep'
  | 'and'
  | 'comma'
  | 'stop'
  | 'who'
  | 'that'
  | 'poss'
  | 'det'
  | 'adv'
  | 'open'
  | 'close'
  | 'quote'
  | 'word'

export interface Part {
  kind: PartKind
  /** Tokens `first` up to, not including, `last`. */
  first: number
  last: number
  /** Lower-case head word; the listed form for a trigger noun. */
  word: string
  mention: Mention | null
  time: TimeExpression | null
  verb: VerbGroup | null
  trigger: Trigger | null
  /** Trigger noun in the plural. */
  plural: boolean
}
/** A part of that kind; fields not told are empty. */
export const part = (
  kind: PartKind,
  first: number,
  last: number,
  word: string,
  rest: Partial<Part> = {},
): Part => ({
  kind,
  first,
  last,
  word,
  mention: null,
  time: null,
  verb: null,
  trigger: null,
  plural: false,
  ...rest,
})

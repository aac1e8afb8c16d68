// The English analysis, all steps in order: tokens, sentences, tags, lemmas, heads.
import { gatherAbbreviations } from './abbreviations.ts'
import type { Analyze, Sentence, Token } from './analysis.ts'
import { guessReading } from './guess.ts'
import { LazyTree, ParsedToken } from './lazy.ts'
import { lemmatize } from './lemmatizer.ts'
import { type Model, readModel } from './model.ts'
import { divide } from './sentences.ts'
import { type TokenSpans, tokenize } from './tokenizer.ts'

/**
 * Makes the analysis from a trained model and the abbreviations of the lexicon ("Gen.", "U.N.").
 * Without a model (null, or bytes that are not one) tags are guesses, every head is -1 and every relation "dep".
 */
export function makeAnalyzer(model: Uint8Array | null, abbreviations: readonly string[]): Analyze {
  const known = gatherAbbreviations(abbreviations)
  const trained = model === null ? null : readModel(model)
  return (text) => {
    const spans = tokenize(text, known)
    const { paragraphs, sentences } = divide(text, spans, known)
    const tokens: Token[] = new Array(spans.count)
    if (trained !== null) tagAll(trained, text, spans, sentences, tokens)
    else for (const sentence of sentences) guessSentence(text, spans, sentence, tokens)
    return { text, paragraphs, sentences, tokens }
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

function tagAll(model: Model, text: string, spans: TokenSpans, sentences: Sentence[], tokens: Token[]): void {
  const words = sentences.map(({ first, last }) => {
    const list: string[] = new Array(last - first)
    for (let index = first; index < last; index++)
      list[index - first] = text.slice(spans.starts[index], spans.ends[index])
    return list
  })
  model.tagSentences(words).forEach((tagged, s) => {
    const tree = new LazyTree(model, words[s]!, sentences[s]!.first)
    words[s]!.forEach((_, at) => {
      tokens[tree.first + at] = new ParsedToken(tree, spans, tagged, at)
    })
  })
}

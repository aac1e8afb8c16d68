// The reader: one list of steps, each of which takes the draft and adds its part. Reads as the table of contents of this folder.
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Analyze } from '../language/analysis.ts'
import { makeAnalyzer } from '../language/analyze.ts'
import { detectLanguage } from '../language/detect.ts'
import { joinLines } from '../language/lines.ts'
import { findClaims } from './claims.ts'
import { resolveCoreference } from './coreference.ts'
import type { Draft, Step } from './draft.ts'
import { extractExchanges } from './extraction.ts'
import { linkMentions } from './linking.ts'
import { readMasthead } from './masthead.ts'
import { findMentions } from './mentions.ts'
import { listOfficials } from './officials.ts'
import { readStatements } from './quotations.ts'
import type { Quotation, Reading, SourceText } from './reading.ts'
import { resolveTimes } from './temporal.ts'

/** What the reader needs: the packs, and the trained model's bytes (null: tags are guesses). */
export interface ReaderParts {
  knowledge: Knowledge
  model: Uint8Array | null
}

export interface Reader {
  /** Reads one document. Pure and deterministic; never throws: what fails becomes a warning. */
  read(source: SourceText): Reading
  /** The same, with everything found on the way, for `read --explain`. */
  readDraft(source: SourceText): Draft
  /** The reading that a draft comes to. */
  toReading(draft: Draft): Reading
}

/** Named steps in order. A step that fails leaves its part empty and a warning; the others go on. */
const steps: [name: string, step: Step][] = [
  ['readMasthead', readMasthead],
  ['findMentions', findMentions],
  ['linkMentions', linkMentions],
  ['resolveCoreference', resolveCoreference],
  ['resolveTimes', resolveTimes],
  ['readStatements', readStatements],
  ['extractExchanges', extractExchanges],
  ['findClaims', findClaims],
  ['listOfficials', listOfficials],
]

/** Makes a reader, once; it is used for many texts. */
export function makeReader({ knowledge, model }: ReaderParts): Reader {
  const analyze = makeAnalyzer(model, knowledge.lexicon.abbreviations)
  const readDraft = (source: SourceText): Draft => {
    const draft = emptyDraft(source, knowledge, analyze)
    if (draft.language === 'en') for (const [name, step] of steps) take(draft, name, step)
    else if (source.text.trim()) draft.warnings.push(notEnglish(draft.language))
    return draft
  }
  return { read: (source) => toReading(readDraft(source)), readDraft, toReading }
}

const notEnglish = (language: string): string =>
  `Nothing was read: the text ${language === 'und' ? 'is in no language that can be told' : `looks like "${language}"`}, and only English is read.`

function take(draft: Draft, name: string, step: Step): void {
  try {
    step(draft)
  } catch (error) {
    draft.warnings.push(`${name} failed: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function emptyDraft(source: SourceText, knowledge: Knowledge, analyze: Analyze): Draft {
  const draft: Draft = {
    source, knowledge, analysis: { text: source.text, paragraphs: [], sentences: [], tokens: [] },
    publishedOn: source.publishedOn ?? null, title: source.title ?? null, language: 'en', genre: source.genre ?? null, side: null,
    mentions: [], entities: [], times: [], officials: [], exchanges: [], statements: [], claims: [], warnings: [],
  } // biome-ignore format: a row of empty lists
  take(draft, 'analyze', () => {
    draft.language = detectLanguage(source.text)
    if (draft.language === 'en') draft.analysis = analyze(joinLines(source.text))
  })
  return draft
}

function toReading(draft: Draft): Reading {
  const { title, publishedOn, language, genre, side, officials, exchanges, statements, claims, warnings } =
    draft
  // Lines were joined for the reading: evidence is the text as it stands, with its line breaks.
  const asWritten = <Q extends Quotation>(quotation: Q): Q => ({
    ...quotation,
    exact: draft.source.text.slice(quotation.start, quotation.end),
  })
  return {
    document: { id: draft.source.id, title, publishedOn, language, genre, side },
    officials,
    exchanges: exchanges.map((exchange) => ({ ...exchange, evidence: exchange.evidence.map(asWritten) })),
    statements,
    claims: claims.map(asWritten),
    warnings,
  }
}

// Speakers told without a verb: by a colon, the label of a paragraph, the sentence that follows.
import type { Sentence } from '../language/analysis.ts'
import type { Draft } from './draft.ts'
import type { Attribution, PlacedRun } from './speakers-run.ts'
import { type Speaker, subjectAfter, subjectBefore, unknownSpeaker } from './speakers-subject.ts'
import type { SpeechCues } from './speakers-verbs.ts'

/** Okello rejected the plan: "…"; Okello defended her choice, "It is …": no speech verb, but a mark and a whole sentence. */
export function colon(draft: Draft, cues: SpeechCues, run: PlacedRun): Attribution | null {
  const { tokens } = draft.analysis
  const mark = tokens[run.first - 2]?.text
  if (run.first - 2 < run.sentence.first || (mark !== ':' && mark !== ',')) return null
  if (mark === ',' && !/^\p{Lu}/u.test(tokens[run.first]?.text ?? '')) return null
  const speaker = sentenceSubject(draft, cues, run, run.first - 2)
  return speaker || mark === ':' ? { how: 'colon', speaker } : null
}

/** The first in the sentence who can be a subject, looked for verb by verb from its start. */
export function sentenceSubject(draft: Draft, cues: SpeechCues, run: PlacedRun, end: number): Speaker | null {
  for (let at = run.sentence.first + 1; at < end; at++) {
    const token = draft.analysis.tokens[at]!
    if (token.tag !== 'VERB' && token.tag !== 'AUX' && !cues.verbs.has(token.text.toLowerCase())) continue
    const subject = subjectBefore(draft, cues, run.sentence.first, at)
    if (subject) return subject
  }
  return null
}

/** "…" was Okello's answer; "…" was her reply; "…" ran the caption, of whoever the sentence before is about. */
export function complement(draft: Draft, cues: SpeechCues, run: PlacedRun): Attribution | null {
  const { tokens, sentences } = draft.analysis
  let at = run.after
  while (at < run.tail && /^[,–—-]$/.test(tokens[at]!.text)) at++
  if (at >= run.tail || !/^(was|is|were|ran|came|read|went)$/.test(tokens[at]!.text)) return null
  const noun = tokens.slice(at + 1, Math.min(run.tail, at + 10)).findIndex(({ text }) => UTTERANCE.test(text))
  if (noun < 1) return null
  const owner = tokens[at + 1]!.text
  if (/^(his|her)$/.test(owner))
    return { how: 'behind', speaker: { ...unknownSpeaker(at + 1), pronoun: 'he' } }
  const named = noun > 1 ? subjectAfter(draft, cues, at + 1, at + 1 + noun) : null
  if (named) return { how: 'behind', speaker: named }
  const earlier = sentences[run.sentence.index - 1]
  const speaker = earlier && sentenceSubject(draft, cues, { ...run, sentence: earlier }, earlier.last)
  return speaker ? { how: 'carried', speaker } : null
}
const UTTERANCE =
  /^(caption|answer|reply|message|verdict|response|comment|refrain|toast|explanation|retort|summary|rejoinder|conclusion)$/

/** "SECRETARY OKELLO: …": the label that opens a paragraph of a transcript. */
export function label(draft: Draft, run: PlacedRun): Attribution | null {
  const { tokens, sentences, paragraphs } = draft.analysis
  const paragraph = paragraphs[run.paragraph]
  const first =
    paragraph && run.sentence.paragraph === run.paragraph ? firstTokenOf(draft, run.paragraph, sentences) : -1
  if (first < 0 || first >= run.first) return null
  for (let at = first; at < Math.min(first + 9, run.first - 1); at++) {
    if (tokens[at]!.text !== ':') continue
    const letters = tokens.slice(first, at).filter((token) => /\p{L}/u.test(token.text))
    const isLabel = letters.length > 0 && letters.every((token) => /^\p{Lu}/u.test(token.text))
    return isLabel ? { how: 'label', speaker: subjectAfterLabel(draft, first, at) } : null
  }
  return null
}

function firstTokenOf(draft: Draft, paragraph: number, sentences: Sentence[]): number {
  let [low, high] = [0, sentences.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sentences[middle]!.paragraph < paragraph) low = middle + 1
    else high = middle
  }
  return sentences[low]?.paragraph === paragraph ? sentences[low]!.first : draft.analysis.tokens.length
}

function subjectAfterLabel(draft: Draft, first: number, colonAt: number): Speaker | null {
  return subjectAfter(draft, EMPTY_CUES, first, colonAt)
}
export const EMPTY_CUES: SpeechCues = {
  verbs: new Set(),
  nouns: new Set(),
  speakers: new Set(),
  bodies: new Map(),
}

/** A following "According to Okello, the trip …" tells afterwards. */
export function nextSentence(draft: Draft, cues: SpeechCues, run: PlacedRun): Attribution | null {
  const { sentences, tokens } = draft.analysis
  const next = sentences[run.sentence.index + 1]
  if (!next || run.after < run.sentence.last) return null
  const words = tokens.slice(next.first, next.first + 6).map((token) => token.text.toLowerCase())
  if (words[0] === 'according' && words[1] === 'to')
    return { how: 'next', speaker: subjectAfter(draft, cues, next.first + 2, next.last) }
  return null
}

/** "…". That's the words of the presidency. */
export function wordsOf(draft: Draft, cues: SpeechCues, run: PlacedRun): Attribution | null {
  const next = draft.analysis.sentences[run.sentence.index + 1]
  if (!next || run.after < run.sentence.last || next.paragraph !== run.paragraph) return null
  const words = draft.analysis.tokens
    .slice(next.first, next.first + 7)
    .map((token) => token.text.toLowerCase())
  const of = words.indexOf('words')
  if (of < 0 || words[of + 1] !== 'of') return null
  return {
    how: 'next',
    speaker: subjectAfter(draft, cues, next.first + of + 2, next.last) ?? unknownSpeaker(next.first),
  }
}

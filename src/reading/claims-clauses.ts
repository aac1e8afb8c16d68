// The clause that a claim's cue stands in: cut at commas, dashes, brackets and quotation marks of its sentence.
import type { Span } from '../language/span.ts'

/** A sentence whose claims are looked for: its words, and where it starts in the text. */
export interface ClaimSentence {
  text: string
  start: number
  /** Places in `text` where clauses may be cut. */
  cuts: number[]
}

/** Longer sentences are tables or lists; only their first part is looked at, so that the work stays linear. */
const LONGEST = 1500

export function claimSentence(text: string, span: Span): ClaimSentence {
  const words = text.slice(span.start, Math.min(span.end, span.start + LONGEST))
  const cuts = [...words.matchAll(/[,;:](?=\s|$)|\s[–—-]\s|—|[()“”]|"(?=\s|$)|(?<=\s)"/g)].map(
    (cut) => cut.index,
  )
  return { text: words, start: span.start, cuts }
}

/** The clause around `from`–`to` (places in the sentence), without its edges' punctuation. `reach`: how many cuts it may step over on the right. */
export function clauseAround(sentence: ClaimSentence, from: number, to: number, reach = 0): Span {
  const left = sentence.cuts.findLast((cut) => cut < from)
  const behind = sentence.cuts.filter((cut) => cut >= to)
  const right = behind[Math.min(reach, behind.length - 1)] ?? sentence.text.length
  return trimmed(
    sentence,
    left === undefined ? 0 : left + 1,
    reach >= behind.length ? sentence.text.length : right,
  )
}

/** The same as offsets into the whole text, freed of spaces, marks and a leading "and". */
function trimmed(sentence: ClaimSentence, from: number, to: number): Span {
  const { text } = sentence
  let [start, end] = [from, to]
  const lead = /^[\s\p{P}]*(?:(?:and|but|while|though|although)\s)?/u.exec(text.slice(start, end))![0].length
  start = Math.min(start + lead, end)
  while (end > start && /[\s.,;:!?–—"”“)(]/.test(text[end - 1]!)) end--
  return { start: sentence.start + start, end: sentence.start + end }
}

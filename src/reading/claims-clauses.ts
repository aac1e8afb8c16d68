// The clause that a claim's cue stands in: cut at commas, dashes, brackets and quotation marks of its sentence.
import type { Span } from '../language/span.ts'

/** A sentence whose claims are looked for: its words, and where it starts in the text. */
export interface ClaimSentence {
  text: string
  start: number
  /** Places in `text` where clauses may be cut. */
  cuts: number[]
  /** Whether it names an official or two states; looked up when first asked. */
  namesParties: () => boolean
}

/** Longer sentences are tables or lists; only their first part is looked at, so that the work stays linear. */
const LONGEST = 1500

export function claimSentence(text: string, span: Span, namesParties: () => boolean): ClaimSentence {
  const words = text.slice(span.start, Math.min(span.end, span.start + LONGEST))
  const cuts = [...words.matchAll(/[,;:](?=\s|$)|\s[–—-]\s|—|[()“”]|"(?=\s|$)|(?<=\s)"/g)].map(
    (cut) => cut.index,
  )
  return { text: words, start: span.start, cuts, namesParties }
}

/** How many cuts a clause may step over on either side. */
export interface Reach {
  left: number
  right: number
}

/** The clause around `from`–`to` (places in the sentence), without its edges' punctuation. */
export function clauseAround(
  sentence: ClaimSentence,
  from: number,
  to: number,
  { left, right }: Reach,
): Span {
  const before = sentence.cuts.filter((cut) => cut < from)
  const behind = sentence.cuts.filter((cut) => cut >= to)
  const start = before.at(-1 - left)
  const stop = behind.findIndex((cut) => isFullCut(sentence.text, cut))
  const end = behind[stop === -1 ? right : Math.min(right, stop)]
  return trimmed(sentence, start === undefined ? 0 : start + 1, end ?? sentence.text.length)
}

/** A semicolon ends what is claimed, unless the same "that" goes on: "my guess is that A; that B; and that C". */
const isFullCut = (text: string, cut: number): boolean =>
  text[cut] === ';' && !/^;\s+(?:and\s+|or\s+)?that\b/.test(text.slice(cut, cut + 12))

/** The same as offsets into the whole text, freed of spaces, marks and a leading "and". */
function trimmed(sentence: ClaimSentence, from: number, to: number): Span {
  const { text } = sentence
  let [start, end] = [from, to]
  const lead = /^[\s\p{P}]*(?:(?:and|but|while|though|although|yet) )?/iu.exec(text.slice(start, end))![0]
    .length
  start = Math.min(start + lead, end)
  while (end > start && /[\s.,;:!?–—"”“)(]/.test(text[end - 1]!)) end--
  return { start: sentence.start + start, end: sentence.start + end }
}

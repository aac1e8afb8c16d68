// Line breaks that only an editor or a mail program put there: inside a sentence, because the line was full.

/** `words` without white space around them, the first at `start` in the text. */
interface Line {
  start: number
  words: string
}

/** A break between two lines with words. */
interface Cut {
  line: Line
  next: Line
}

/** Mail and terminals cut at 65 to 80; a text with a longer line than `most` is not cut by width. */
const width = { least: 60, most: 100 }
/** Ends a sentence or opens a list: what follows stands on its own, also in small letters. */
const ended = /[.!?:;]["'”’)\]]*$/
/** An entry of a list or a table, or a quoted mail: its line breaks mean something. */
const entry = /^(?:[-–—•*>|]|\(?(?:\d+|[a-z])[.)]\s)|\t/

/**
 * The text with each such break made spaces, so that places stay where they are:
 * "will be the\nhighest-ranking guest" → "will be the highest-ranking guest". All other breaks stay.
 */
export function joinLines(text: string): string {
  const lines = linesOf(text)
  const cuts = cutsOf(lines)
  const longest = lines.reduce((most, { words }) => Math.max(most, words.length), 0)
  const full = new Set(cuts.filter((cut) => isFull(cut, longest)))
  const wrapped =
    longest >= width.least && longest <= width.most && full.size >= 3 && full.size >= 0.75 * cuts.length
  return withSpaces(
    text,
    cuts.filter((cut) => runsOn(cut) || (wrapped && full.has(cut))),
  )
}

function cutsOf(lines: Line[]): Cut[] {
  return lines.slice(1).flatMap((next, n) => {
    const line = lines[n]!
    const stand = !line.words || !next.words || entry.test(line.words) || entry.test(next.words)
    return stand ? [] : [{ line, next }]
  })
}

function linesOf(text: string): Line[] {
  let at = 0
  return text.split('\n').map((raw) => {
    const start = at + raw.length - raw.trimStart().length
    at += raw.length + 1
    return { start, words: raw.trim() }
  })
}

/** The next word would have made the line longer than the longest one there is. */
const isFull = ({ line, next }: Cut, longest: number): boolean =>
  line.words.length + 1 + next.words.split(/\s/, 1)[0]!.length > longest

/** "… received the minister of\nthe neighbouring state": a long line without an end, and small letters behind it. */
const runsOn = ({ line, next }: Cut): boolean =>
  line.words.length >= 40 && !ended.test(line.words) && /^\p{Ll}/u.test(next.words)

function withSpaces(text: string, cuts: Cut[]): string {
  let at = 0
  const parts: string[] = []
  for (const { line, next } of cuts) {
    const end = line.start + line.words.length
    parts.push(text.slice(at, end), ' '.repeat(next.start - end))
    at = next.start
  }
  return parts.join('') + text.slice(at)
}

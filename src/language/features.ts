// What the network sees of a word: rows of an embedding table for the word, its endings, its beginning and its shape.

/** Rows a word takes: word, last 2, 3, 4 letters, first 2 and 3, shape. */
export const rowsPerWord = 7
const [two, three, four, first2, first3, shapes] = [1024, 4096, 6144, 1024, 4096, 512]
/** First row of each kind behind the vocabulary. */
const offsets = [
  0,
  two,
  two + three,
  two + three + four,
  two + three + four + first2,
  two + three + four + first2 + first3,
]
export const affixRows = two + three + four + first2 + first3 + shapes

/** Row 0 is the unknown word; words of the vocabulary follow; then the affixes. */
export interface Vocabulary {
  words: ReadonlyMap<string, number>
  size: number
}

export const makeVocabulary = (words: readonly string[]): Vocabulary => ({
  words: new Map(words.map((word, at) => [word, at + 1])),
  size: words.length + 1,
})

/** How the words of a whole sentence are written: headlines and datelines tell little by capitals. */
export const MIXED = 0
export const TITLE = 1
export const CAPITALS = 2

/** MIXED, TITLE (nearly every long word has a capital) or CAPITALS. */
export function styleOf(words: readonly string[]): number {
  let [long, upper, capitals] = [0, 0, 0]
  for (const word of words) {
    const unit = word.charCodeAt(0)
    const isUpper = unit >= 65 && unit <= 90
    if (word.length < 4 || !(isUpper || (unit >= 97 && unit <= 122))) continue
    long++
    if (!isUpper) continue
    upper++
    const last = word.charCodeAt(word.length - 1)
    if (last >= 65 && last <= 90) capitals++
  }
  if (long > 1 && capitals * 10 >= long * 8) return CAPITALS
  return long > 2 && upper * 100 >= long * 85 ? TITLE : MIXED
}

/** One spelling for each mark: curly and straight quotation marks, long and short dashes. */
const spellings = new Map([
  ['’', "'"],
  ['‘', "'"],
  ['“', '"'],
  ['”', '"'],
  ['``', '"'],
  ["''", '"'],
  ['–', '-'],
  ['—', '--'],
  ['…', '...'],
  ['’s', "'s"],
  ['n’t', "n't"],
  ['’re', "'re"],
  ['’ve', "'ve"],
  ['’ll', "'ll"],
  ['’m', "'m"],
  ['’d', "'d"],
])

/** Lower case, digits as 0 beyond single ones and years kept short, marks in one spelling. */
export function normalize(word: string): string {
  const spelled = spellings.get(word)
  if (spelled !== undefined) return spelled
  const lower = word.toLowerCase()
  const unit = lower.charCodeAt(0)
  return unit >= 48 && unit <= 57 ? lower.replace(/\d/g, '0') : lower
}

/** Writes the word's rows into `rows` from `at`. `first` and `style` go into the shape. */
export function writeRows(
  rows: Int32Array,
  at: number,
  word: string,
  known: Vocabulary,
  context: number,
): void {
  const normal = normalize(word)
  const length = normal.length
  const start = known.size
  rows[at] = known.words.get(normal) ?? 0
  rows[at + 1] = start + (hash(normal, Math.max(0, length - 2), length) % two)
  rows[at + 2] = start + offsets[1]! + (hash(normal, Math.max(0, length - 3), length) % three)
  rows[at + 3] = start + offsets[2]! + (hash(normal, Math.max(0, length - 4), length) % four)
  rows[at + 4] = start + offsets[3]! + (hash(normal, 0, Math.min(2, length)) % first2)
  rows[at + 5] = start + offsets[4]! + (hash(normal, 0, Math.min(3, length)) % first3)
  rows[at + 6] = start + offsets[5]! + ((shapeOf(word) * 8 + context) % shapes)
}

function hash(word: string, from: number, to: number): number {
  let h = 0x811c9dc5 ^ (to - from)
  for (let at = from; at < to; at++) h = Math.imul(h ^ word.charCodeAt(at), 0x01000193)
  h ^= h >>> 15
  h = Math.imul(h, 0x2c1b3c6d)
  return (h ^ (h >>> 13)) >>> 0
}

/** Six bits: starts upper, more upper, lower, digit, hyphen or stop, other mark. */
function shapeOf(word: string): number {
  let shape = 0
  for (let at = 0; at < word.length && at < 16; at++) {
    const unit = word.charCodeAt(at)
    if (unit >= 97 && unit <= 122) shape |= 4
    else if (unit >= 65 && unit <= 90) shape |= at === 0 ? 1 : 2
    else if (unit >= 48 && unit <= 57) shape |= 8
    else if (unit === 45 || unit === 46) shape |= 16
    else if (unit > 191 && unit !== 0x2019) shape |= 4
    else shape |= 32
  }
  return shape
}

/** Rows for all words of a sentence. */
export function sentenceRows(words: readonly string[], known: Vocabulary): Int32Array {
  const rows = new Int32Array(words.length * rowsPerWord)
  const style = styleOf(words)
  for (let at = 0; at < words.length; at++)
    writeRows(rows, at * rowsPerWord, words[at]!, known, style * 2 + (at === 0 ? 1 : 0))
  return rows
}

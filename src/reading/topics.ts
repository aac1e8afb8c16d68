// Topics and set phrases of a stretch of text, by the words of the lexicon.
import type { Lexicon } from '../knowledge/lexicon.ts'

/** Something found: its name in the lexicon and the place of the words that earned it. */
export interface LexiconHit {
  name: string
  start: number
  end: number
}

interface Node {
  next: Map<string, Node>
  /** Names that end here. */
  names: string[]
}
interface Index {
  topics: Node
  phrases: Node
}
const compiled = new WeakMap<Lexicon, Index>()

const newNode = (): Node => ({ next: new Map(), names: [] })

function indexOf(lexicon: Lexicon): Index {
  const known = compiled.get(lexicon)
  if (known) return known
  const index: Index = { topics: newNode(), phrases: newNode() }
  for (const { topic, variants } of lexicon.topics)
    for (const words of [topic, ...variants]) add(index.topics, words, topic)
  for (const { phrase, variants } of lexicon.setPhrases)
    for (const words of [phrase, ...variants]) add(index.phrases, words, phrase)
  compiled.set(lexicon, index)
  return index
}

const WORD = /[\p{L}\p{N}]+/gu
/** Case does not count, but "US" and "AI" written in capitals in the lexicon must stand in capitals. */
const keyOf = (word: string): string => word.toLowerCase()

function add(root: Node, words: string, name: string): void {
  let node = root
  for (const [word] of words.matchAll(WORD)) {
    const key = keyOf(word)
    let next = node.next.get(key)
    if (!next) {
      next = newNode()
      node.next.set(key, next)
    }
    node = next
  }
  if (node !== root && !node.names.includes(name)) node.names.push(name)
}

/** Longest matches in `text.slice(start, end)`, left to right; no two overlap. */
function hitsIn(root: Node, text: string, start: number, end: number): LexiconHit[] {
  const words = [...text.slice(start, end).matchAll(WORD)]
  const hits: LexiconHit[] = []
  for (let at = 0; at < words.length; ) {
    const match = longestAt(root, words, at)
    if (!match) at++
    else {
      const [first, last] = [words[at]!, words[match.next - 1]!]
      for (const name of match.names)
        hits.push({ name, start: start + first.index, end: start + last.index + last[0].length })
      at = match.next
    }
  }
  return hits
}

function longestAt(
  root: Node,
  words: RegExpExecArray[],
  at: number,
): { next: number; names: string[] } | null {
  let node: Node | undefined = root
  let best: { next: number; names: string[] } | null = null
  for (let k = at; k < words.length; k++) {
    node = node.next.get(keyOf(words[k]![0]))
    if (!node) break
    if (node.names.length > 0) best = { next: k + 1, names: node.names }
  }
  return best
}

/** Topics spoken of in `text.slice(start, end)`, with the words that show them. */
export const topicHits = (lexicon: Lexicon, text: string, start = 0, end = text.length): LexiconHit[] =>
  hitsIn(indexOf(lexicon).topics, text, start, end)

/** Set phrases used in `text.slice(start, end)`, with their places. */
export const phraseHits = (lexicon: Lexicon, text: string, start = 0, end = text.length): LexiconHit[] =>
  hitsIn(indexOf(lexicon).phrases, text, start, end)

/** Names only, each once, in the order of their first place. */
export const namesOfHits = (hits: LexiconHit[]): string[] => [...new Set(hits.map((hit) => hit.name))]

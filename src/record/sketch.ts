// A document's sketch: copies of one wire, edited a little, share most of it.
import { hash } from 'node:crypto'

const runLength = 5
const kept = 32
// A copy shows itself early; the rest of a very long text adds cost, not certainty.
const longest = 100_000

/** The 32 smallest hashes (53 bits) of the text's five-word runs; fewer for a short text. */
export function sketchText(text: string): number[] {
  const words =
    text
      .slice(0, longest)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  const hashes = new Set<number>()
  for (let i = 0; i + runLength <= words.length; i++)
    hashes.add(hashRun(words.slice(i, i + runLength).join(' ')))
  return [...hashes].sort((a, b) => a - b).slice(0, kept)
}

/** The first 53 of the bits of the MD5, its two leading words read low byte first. */
function hashRun(run: string): number {
  const bytes = hash('md5', run, 'binary')
  const word = (at: number, length: number): number => {
    let value = 0
    for (let i = length - 1; i >= 0; i--) value = value * 256 + bytes.charCodeAt(at + i)
    return value
  }
  return word(0, 4) * 0x200000 + (word(4, 3) & 0x1fffff)
}

/** Share of two texts' five-word runs that they have in common (estimate of the Jaccard index), 0 to 1. */
export function likeness(a: number[], b: number[]): number {
  const union = [...new Set([...a, ...b])].sort((x, y) => x - y).slice(0, kept)
  if (union.length === 0) return 0
  const inBoth = new Set(a.filter((hash) => b.includes(hash)))
  return union.filter((hash) => inBoth.has(hash)).length / union.length
}

/** From here up two documents count as copies of one. */
export const copyThreshold = 0.6

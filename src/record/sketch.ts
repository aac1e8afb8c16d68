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
  for (let i = 0; i + runLength <= words.length; i++) hashes.add(hashRun(runFrom(words, i)))
  return [...Float64Array.from(hashes).sort().subarray(0, kept)]
}

function runFrom(words: string[], at: number): string {
  let run = words[at]!
  for (let i = at + 1; i < at + runLength; i++) run += ` ${words[i]}`
  return run
}

/** The first 53 of the bits of the MD5, its two leading words read low byte first. */
function hashRun(run: string): number {
  const md5 = hash('md5', run, 'binary')
  const low = lowFirst(md5, 0) + md5.charCodeAt(3) * 0x1000000
  const high = md5.charCodeAt(4) + md5.charCodeAt(5) * 0x100 + (md5.charCodeAt(6) & 0x1f) * 0x10000
  return low * 0x200000 + high
}

const lowFirst = (bytes: string, at: number): number =>
  bytes.charCodeAt(at) + bytes.charCodeAt(at + 1) * 0x100 + bytes.charCodeAt(at + 2) * 0x10000

/** Share of two texts' five-word runs that they have in common (estimate of the Jaccard index), 0 to 1. */
export function likeness(a: number[], b: number[]): number {
  const union = [...new Set([...a, ...b])].sort((x, y) => x - y).slice(0, kept)
  if (union.length === 0) return 0
  const inBoth = new Set(a.filter((hash) => b.includes(hash)))
  return union.filter((hash) => inBoth.has(hash)).length / union.length
}

/** From here up two documents count as copies of one. */
export const copyThreshold = 0.6

// "Did you mean": the known words nearest to one that is not known.

/** Up to three of `known` within a third of the word's length in edits, nearest first. */
// => nearestWords('higest', ['highest', 'last']) → ['highest']
export function nearestWords(word: string, known: Iterable<string>): string[] {
  const limit = Math.max(1, Math.floor(word.length / 3))
  return [...known]
    .filter((candidate) => Math.abs(candidate.length - word.length) <= limit)
    .map((candidate) => [countEdits(word, candidate), candidate] as const)
    .filter(([edits]) => edits <= limit)
    .sort((a, b) => a[0] - b[0])
    .slice(0, 3)
    .map(([, candidate]) => candidate)
}

/** Levenshtein's distance. */
function countEdits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
    }
    row = next
  }
  return row[b.length]!
}

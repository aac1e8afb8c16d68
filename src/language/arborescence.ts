// From scores of heads to a tree: each word's best head where that is a tree, else the best tree without crossings.

/** `scores[d * width + h]`: how well head h (0 the root, h the word h - 1) suits word d. Gives heads, -1 the root. */
export function findHeads(scores: Float32Array, count: number, width: number): Int32Array {
  const heads = new Int32Array(count)
  let roots = 0
  for (let d = 0; d < count; d++) {
    let best = 0
    for (let h = 0; h <= count; h++)
      if (h !== d + 1 && scores[d * width + h]! > scores[d * width + best]!) best = h
    heads[d] = best - 1
    if (best === 0) roots++
  }
  return roots === 1 && isAcyclic(heads) ? heads : bestProjective(scores, count, width)
}

function isAcyclic(heads: Int32Array): boolean {
  const seen = new Int32Array(heads.length)
  for (let start = 0; start < heads.length; start++) {
    let at = start
    while (at >= 0 && seen[at] === 0) {
      seen[at] = start + 1
      at = heads[at]!
    }
    if (at >= 0 && seen[at] === start + 1) return false
  }
  return true
}

/** Spans over words `from`..`to`: complete (C) or wanting an arc's other half (I), headed left (0) or right (1). */
class Chart {
  readonly score: Float32Array
  readonly split: Int16Array
  constructor(cells: number) {
    this.score = new Float32Array(cells).fill(-1e30)
    this.split = new Int16Array(cells)
  }
}

/** Eisner's algorithm with exactly one word on the root. Cubic in the count, which is bounded. */
function bestProjective(scores: Float32Array, count: number, width: number): Int32Array {
  const cell = (from: number, to: number): number => from * count + to
  const charts = [0, 1, 2, 3].map(() => new Chart(count * count))
  const [openLeft, openRight, fullLeft, fullRight] = charts as [Chart, Chart, Chart, Chart]
  for (let at = 0; at < count; at++) fullLeft.score[cell(at, at)] = fullRight.score[cell(at, at)] = 0
  for (let length = 1; length < count; length++)
    for (let from = 0; from + length < count; from++) {
      const to = from + length
      const here = cell(from, to)
      let [best, where] = [-Infinity, from]
      for (let mid = from; mid < to; mid++) {
        const sum = fullRight.score[cell(from, mid)]! + fullLeft.score[cell(mid + 1, to)]!
        if (sum > best) [best, where] = [sum, mid]
      }
      openLeft.score[here] = best + scores[from * width + to + 1]!
      openRight.score[here] = best + scores[to * width + from + 1]!
      openLeft.split[here] = openRight.split[here] = where
      ;[best, where] = [-Infinity, from]
      for (let mid = from; mid < to; mid++) {
        const sum = fullLeft.score[cell(from, mid)]! + openLeft.score[cell(mid, to)]!
        if (sum > best) [best, where] = [sum, mid]
      }
      fullLeft.score[here] = best
      fullLeft.split[here] = where
      ;[best, where] = [-Infinity, to]
      for (let mid = from + 1; mid <= to; mid++) {
        const sum = openRight.score[cell(from, mid)]! + fullRight.score[cell(mid, to)]!
        if (sum > best) [best, where] = [sum, mid]
      }
      fullRight.score[here] = best
      fullRight.split[here] = where
    }
  const heads = new Int32Array(count).fill(-1)
  let [best, root] = [-Infinity, 0]
  for (let at = 0; at < count; at++) {
    const sum = fullLeft.score[cell(0, at)]! + fullRight.score[cell(at, count - 1)]! + scores[at * width]!
    if (sum > best) [best, root] = [sum, at]
  }
  collect({ openLeft, openRight, fullLeft, fullRight, count, heads }, root)
  return heads
}

interface Charts {
  openLeft: Chart
  openRight: Chart
  fullLeft: Chart
  fullRight: Chart
  count: number
  heads: Int32Array
}

/** Reads the arcs back with a stack of its own: [kind, from, to], kinds 0 full left, 1 full right, 2 open left, 3 open right. */
function collect({ openLeft, openRight, fullLeft, fullRight, count, heads }: Charts, root: number): void {
  const stack: [number, number, number][] = [
    [0, 0, root],
    [1, root, count - 1],
  ]
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const [kind, from, to] = top
    if (from === to) continue
    const here = from * count + to
    if (kind === 0) stack.push([0, from, fullLeft.split[here]!], [2, fullLeft.split[here]!, to])
    else if (kind === 1) stack.push([3, from, fullRight.split[here]!], [1, fullRight.split[here]!, to])
    else {
      const split = (kind === 2 ? openLeft : openRight).split[here]!
      if (kind === 2) heads[from] = to
      else heads[to] = from
      stack.push([1, from, split], [0, split + 1, to])
    }
  }
}

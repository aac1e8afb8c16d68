// From scores of heads to a tree: each word's best head where that is a tree, else the best tree without crossings.

/** `scores[d * width + h]`: how well head h (0 the root, h the word h - 1) suits word d. Gives heads, -1 the root. */
export function findHeads(scores: Float32Array, count: number, width: number): Int32Array {
  const heads = new Int32Array(count)
  let roots = 0
  for (let d = 0; d < count; d++) {
    const row = d * width
    let best = 0
    for (let h = 1; h <= count; h++) if (h !== d + 1 && scores[row + h]! > scores[row + best]!) best = h
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

/**
 * Best scores of spans from word i to word j, and where each is split. Full spans hang on their first word ("right": they
 * reach right from it) or on their last ("left"); open ones are arcs whose other half is still to come. What the inner loops
 * read is kept by start, at [i, j], or by end, at [j, i], so that they run along the memory.
 */
class Chart {
  size = 0
  rightByStart = new Float32Array(0)
  rightByEnd = new Float32Array(0)
  leftByStart = new Float32Array(0)
  leftByEnd = new Float32Array(0)
  openRightByStart = new Float32Array(0)
  openLeftByEnd = new Float32Array(0)
  rightSplit = new Int16Array(0)
  leftSplit = new Int16Array(0)
  openSplit = new Int16Array(0)

  fit(count: number): void {
    if (count <= this.size) return
    this.size = Math.max(32, count)
    const cells = this.size * this.size
    for (const name of [
      'rightByStart',
      'rightByEnd',
      'leftByStart',
      'leftByEnd',
      'openRightByStart',
      'openLeftByEnd',
    ] as const)
      this[name] = new Float32Array(cells)
    for (const name of ['rightSplit', 'leftSplit', 'openSplit'] as const) this[name] = new Int16Array(cells)
  }
}

/** One chart for all: it only grows to the longest sentence, which is bounded, and every cell is written before it is read. */
const chart = new Chart()

/** Eisner's algorithm with exactly one word on the root. Cubic in the count, which is bounded. */
function bestProjective(scores: Float32Array, count: number, width: number): Int32Array {
  chart.fit(count)
  const { rightByStart, rightByEnd, leftByStart, leftByEnd, openRightByStart, openLeftByEnd } = chart
  for (let at = 0; at < count; at++) {
    const own = at * count + at
    rightByStart[own] = rightByEnd[own] = leftByStart[own] = leftByEnd[own] = 0
  }
  for (let length = 1; length < count; length++)
    for (let i = 0, j = length; j < count; i++, j++) {
      const [here, there] = [i * count + j, j * count + i]
      // An arc between i and j over right[i, mid] and left[mid + 1, j]
      const open = bestSplit(rightByStart, i * count + i, leftByEnd, there + 1, length)
      openLeftByEnd[there] = open + scores[i * width + j + 1]!
      openRightByStart[here] = open + scores[j * width + i + 1]!
      chart.openSplit[here] = i + splitAt
      leftByStart[here] = leftByEnd[there] = bestSplit(
        leftByStart,
        i * count + i,
        openLeftByEnd,
        there,
        length,
      )
      chart.leftSplit[here] = i + splitAt
      rightByStart[here] = rightByEnd[there] = bestSplit(
        openRightByStart,
        i * count + i + 1,
        rightByEnd,
        there + 1,
        length,
      )
      chart.rightSplit[here] = i + 1 + splitAt
    }
  let [best, root] = [-Infinity, 0]
  for (let at = 0; at < count; at++) {
    const sum = leftByEnd[at * count]! + rightByStart[at * count + count - 1]! + scores[at * width]!
    if (sum > best) [best, root] = [sum, at]
  }
  return readArcs(count, root)
}

/** Where the last `bestSplit` found its best, counted from its first pair. */
let splitAt = 0

/** The best sum of a[aFrom + n] and b[bFrom + n], n < count. */
function bestSplit(a: Float32Array, aFrom: number, b: Float32Array, bFrom: number, count: number): number {
  let [best, where] = [-Infinity, 0]
  for (let n = 0; n < count; n++) {
    const sum = a[aFrom + n]! + b[bFrom + n]!
    if (sum > best) {
      best = sum
      where = n
    }
  }
  splitAt = where
  return best
}

const RIGHT = 0
const LEFT = 1
const OPEN_RIGHT = 2
const OPEN_LEFT = 3

/** Reads the arcs back with a stack of its own: kind and ends of each span. */
function readArcs(count: number, root: number): Int32Array {
  const { rightSplit, leftSplit, openSplit } = chart
  const heads = new Int32Array(count).fill(-1)
  const stack: [number, number, number][] = [
    [LEFT, 0, root],
    [RIGHT, root, count - 1],
  ]
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const [kind, i, j] = top
    if (i === j) continue
    const here = i * count + j
    if (kind === LEFT) stack.push([LEFT, i, leftSplit[here]!], [OPEN_LEFT, leftSplit[here]!, j])
    else if (kind === RIGHT) stack.push([OPEN_RIGHT, i, rightSplit[here]!], [RIGHT, rightSplit[here]!, j])
    else {
      if (kind === OPEN_LEFT) heads[i] = j
      else heads[j] = i
      stack.push([RIGHT, i, openSplit[here]!], [LEFT, openSplit[here]! + 1, j])
    }
  }
  return heads
}

// Do the exchanges of two camps fall together oftener than chance? The circular-shift test.

/** First and last day as whole numbers (days since any origin). */
export interface Stretch {
  first: number
  last: number
}

export interface ShiftTest {
  /** Stretches of the first camp that touch at least one of the second. */
  together: number
  /** Mean of the same number over the shifts. */
  expected: number
  /** Share of shifts with at least as many, the seen order counted as one of them: (k + 1) / (shifts + 1). */
  p: number
  shifts: number
  seed: number
}

/** Random numbers in [0, 1) that repeat for a seed: mulberry32 (T. Ettinger, public domain). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/**
 * Keeps the second camp in place and turns the first round the window (days `from` to `to`, the end joined to the start) by
 * random whole days. Each camp's own rhythm and the bunching in it stay; only the relation between the two is broken.
 */
export function shiftTest(
  a: Stretch[],
  b: Stretch[],
  window: Stretch,
  options = { shifts: 999, seed: 1 },
): ShiftTest {
  const length = window.last - window.first + 1
  const busy = busyDays(b, window)
  const next = seeded(options.seed)
  const together = countTouching(a, busy, window, 0)
  let sum = 0
  let asMany = 0
  for (let i = 0; i < options.shifts; i++) {
    const shifted = countTouching(a, busy, window, 1 + Math.floor(next() * (length - 1)))
    sum += shifted
    if (shifted >= together) asMany++
  }
  return { together, expected: sum / options.shifts, p: (asMany + 1) / (options.shifts + 1), ...options }
}

/** Running count of busy days: `sums[i]` busy days before day `window.first + i`. */
function busyDays(stretches: Stretch[], window: Stretch): Int32Array {
  const length = window.last - window.first + 1
  const busy = new Uint8Array(length)
  for (const { first, last } of stretches) {
    busy.fill(1, Math.max(0, first - window.first), Math.max(0, Math.min(length, last - window.first + 1)))
  }
  const sums = new Int32Array(length + 1)
  busy.forEach((day, i) => {
    sums[i + 1] = sums[i]! + day
  })
  return sums
}

function countTouching(a: Stretch[], sums: Int32Array, window: Stretch, shift: number): number {
  const length = sums.length - 1
  const busyBetween = (start: number, end: number): boolean =>
    sums[Math.min(end, length)]! > sums[Math.max(0, start)]!
  return a.filter(({ first, last }) => {
    const start = (((first - window.first + shift) % length) + length) % length
    const end = start + Math.min(last - first + 1, length)
    return busyBetween(start, end) || (end > length && busyBetween(0, end - length))
  }).length
}

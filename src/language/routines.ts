// The network's inner loops as WebAssembly routines, four floats at a time.
import {
  add,
  advance,
  type Code,
  constant,
  floatAdd,
  floatLess,
  floatMax,
  floatMin,
  floatOver,
  floats,
  floatTimes,
  get,
  load,
  loadSplat,
  type Routine,
  repeat,
  set,
  store,
  times,
} from './assembler.ts'

const rows = [0, 1, 2, 3]
const code = (...parts: Code[]): Code => parts.flat()

/**
 * y[n×m] += x[n×k] · w[k×m], four rows and eight columns at a time.
 * Locals: 0–5 x w y n k m; 6 row bytes of x, 7 row bytes of y and w; 8 i, 9 j, 10 q; 11 pointer down a column of w;
 * 12–15 pointers into four rows of x; 16–19 into four rows of y; 20 top of w's column; 21–28 sums, 29 30 of w, 31 of x.
 */
function multiply(): Routine {
  const sum = (row: number, column: number): Code =>
    set(21 + 2 * row + column, floatAdd(get(21 + 2 * row + column), floatTimes(get(31), get(29 + column))))
  const inner = code(
    set(29, load(11)),
    set(30, load(11, 16)),
    ...rows.map((r) => code(set(31, loadSplat(12 + r)), sum(r, 0), sum(r, 1), advance(12 + r, constant(4)))),
    advance(11, get(7)),
  )
  const columns = code(
    ...rows.map((r) => code(set(21 + 2 * r, load(16 + r)), set(22 + 2 * r, load(16 + r, 16)))),
    set(11, get(20)),
    set(12, get(0)),
    ...[1, 2, 3].map((r) => set(12 + r, add(get(11 + r), get(6)))),
    set(10, get(4)),
    repeat(10, 1, inner),
    ...rows.map((r) =>
      code(store(16 + r, get(21 + 2 * r)), store(16 + r, get(22 + 2 * r), 16), advance(16 + r, constant(32))),
    ),
    advance(20, constant(32)),
  )
  const lines = code(
    set(16, get(2)),
    ...[1, 2, 3].map((r) => set(16 + r, add(get(15 + r), get(7)))),
    set(20, get(1)),
    set(9, get(5)),
    repeat(9, 8, columns),
    advance(0, times(get(6), constant(4))),
    advance(2, times(get(7), constant(4))),
  )
  const body = code(
    set(6, times(get(4), constant(4))),
    set(7, times(get(5), constant(4))),
    set(8, get(3)),
    repeat(8, 4, lines),
  )
  return { name: 'multiply', parameters: 6, integers: 15, vectors: 11, body }
}

/** `squash` of the vector in local `v`, which it bounds; `s` is a spare local. */
const squashed = (v: number, s: number, value: Code): Code =>
  code(
    set(v, floatMin(floatMax(value, floats(-3)), floats(3))),
    set(s, floatTimes(get(v), get(v))),
    set(
      v,
      floatOver(
        floatTimes(get(v), floatAdd(get(s), floats(27))),
        floatAdd(floatTimes(get(s), floats(9)), floats(27)),
      ),
    ),
  )

/** x[n] += y[n]. */
const addTo: Routine = {
  name: 'addTo',
  parameters: 3,
  integers: 0,
  vectors: 0,
  body: repeat(
    2,
    4,
    code(store(0, floatAdd(load(0), load(1))), advance(0, constant(16)), advance(1, constant(16))),
  ),
}

/** x[n] += squash(y[n]). */
const addSquashed: Routine = {
  name: 'addSquashed',
  parameters: 3,
  integers: 0,
  vectors: 2,
  body: repeat(
    2,
    4,
    code(
      squashed(3, 4, load(1)),
      store(0, floatAdd(load(0), get(3))),
      advance(0, constant(16)),
      advance(1, constant(16)),
    ),
  ),
}

/** y[n] = squash(x[n]). */
const squashTo: Routine = {
  name: 'squashTo',
  parameters: 3,
  integers: 0,
  vectors: 2,
  body: repeat(
    2,
    4,
    code(squashed(3, 4, load(0)), store(1, get(3)), advance(0, constant(16)), advance(1, constant(16))),
  ),
}

/** One step of a gated layer: out[n] = was + gate(g) · (squash(c) − was). Locals: 0 g, 1 c, 2 was, 3 out, 4 n. */
const stepGates: Routine = {
  name: 'stepGates',
  parameters: 5,
  integers: 0,
  vectors: 4,
  body: repeat(
    4,
    4,
    code(
      squashed(5, 8, floatTimes(load(0), floats(0.5))),
      squashed(6, 8, load(1)),
      set(7, load(2)),
      store(
        3,
        floatAdd(
          get(7),
          floatTimes(floatAdd(floatTimes(get(5), floats(0.5)), floats(0.5)), floatLess(get(6), get(7))),
        ),
      ),
      ...[0, 1, 2, 3].map((pointer) => advance(pointer, constant(16))),
    ),
  ),
}

export const routines: readonly Routine[] = [multiply(), addTo, addSquashed, squashTo, stepGates]

// Matrix product on typed arrays: a WebAssembly SIMD routine written out byte by byte, with a plain loop as fallback.

/** y[n×m] += x[n×k] · w[k×m], rows one after another. n must be a multiple of 4, m of 8. All lie in `Arena` memory. */
export type Multiply = (
  x: Float32Array,
  w: Float32Array,
  y: Float32Array,
  n: number,
  k: number,
  m: number,
) => void

const floatsAPage = 16384

/** Float arrays in one memory that the routine can see. `mark` and `release` give back what was taken in between. */
export class Arena {
  private readonly memory: WebAssembly.Memory | ArrayBuffer
  private readonly limit: number
  private used = 4
  readonly multiply: Multiply

  /** `floats`: how many it holds at most, all arrays together. */
  constructor(floats: number) {
    const pages = Math.ceil(floats / floatsAPage) + 1
    this.limit = pages * floatsAPage
    const memory = new WebAssembly.Memory({ initial: pages })
    this.memory = memory
    this.multiply = compile(memory) ?? multiplyPlainly
  }

  /** An array of zeros. */
  take(length: number): Float32Array {
    const size = (length + 3) & ~3
    if (this.used + size > this.limit) throw new RangeError(`arena of ${this.limit} floats is full`)
    const buffer = this.memory instanceof ArrayBuffer ? this.memory : this.memory.buffer
    const array = new Float32Array(buffer, this.used * 4, length)
    this.used += size
    return array.fill(0)
  }

  mark = (): number => this.used
  release(mark: number): void {
    this.used = mark
  }
}

/** The same product in plain TypeScript. */
export const multiplyPlainly: Multiply = (x, w, y, n, k, m) => {
  for (let i = 0; i < n; i++)
    for (let q = 0; q < k; q++) {
      const factor = x[i * k + q]!
      if (factor === 0) continue
      for (let j = 0; j < m; j++) y[i * m + j]! += factor * w[q * m + j]!
    }
}

function compile(memory: WebAssembly.Memory): Multiply | null {
  try {
    const instance = new WebAssembly.Instance(new WebAssembly.Module(moduleBytes()), { a: { m: memory } })
    const run = instance.exports['f'] as (
      x: number,
      w: number,
      y: number,
      n: number,
      k: number,
      m: number,
    ) => void
    return (x, w, y, n, k, m) => run(x.byteOffset, w.byteOffset, y.byteOffset, n, k, m)
  } catch {
    // An engine without SIMD: slower, the same result up to rounding.
    return null
  }
}

type Code = number[]
const leb = (value: number): Code => (value < 128 ? [value] : [(value & 127) | 128, ...leb(value >>> 7)])
const get = (local: number): Code => [0x20, ...leb(local)]
const set = (local: number): Code => [0x21, ...leb(local)]
const constant = (value: number): Code =>
  value < 64 ? [0x41, value] : [0x41, (value & 127) | 128, value >>> 7]
const add = (...parts: Code[]): Code => [...parts[0]!, ...parts.slice(1).flatMap((part) => [...part, 0x6a])]
const times = (a: Code, b: Code): Code => [...a, ...b, 0x6c]
const load = (pointer: number, offset: number): Code => [...get(pointer), 0xfd, 0x00, 2, ...leb(offset)]
const splat = (pointer: number): Code => [...get(pointer), 0xfd, 0x09, 2, 0]
const store = (pointer: number, offset: number, value: number): Code => [
  ...get(pointer),
  ...get(value),
  0xfd,
  0x0b,
  2,
  ...leb(offset),
]
const floatAdd: Code = [0xfd, 0xe4, 1]
const floatTimes: Code = [0xfd, 0xe6, 1]
/** Runs `body` while `counter`, lessened by `step` each time, is not zero. */
const repeat = (counter: number, step: number, body: Code): Code => [
  0x02,
  0x40,
  ...get(counter),
  0x45,
  0x0d,
  0,
  0x03,
  0x40,
  ...body,
  ...get(counter),
  ...constant(step),
  0x6b,
  0x22,
  ...leb(counter),
  0x0d,
  0,
  0x0b,
  0x0b,
]

/**
 * Locals: 0–5 the parameters x w y n k m; 6 row bytes of x, 7 row bytes of y and w; 8 i, 9 j, 10 q; 11 column pointer of w;
 * 12–15 pointers into four rows of x; 16–19 into four rows of y; 20 start of w's column; 21–28 sums, 29 30 w, 31 x.
 */
function body(): Code {
  const rows = [0, 1, 2, 3]
  const loads = rows.flatMap((r) => [
    ...load(16 + r, 0),
    ...set(21 + 2 * r),
    ...load(16 + r, 16),
    ...set(22 + 2 * r),
  ])
  const stores = rows.flatMap((r) => [...store(16 + r, 0, 21 + 2 * r), ...store(16 + r, 16, 22 + 2 * r)])
  const sum = (accumulator: number, w: number): Code => [
    ...get(accumulator),
    ...get(31),
    ...get(w),
    ...floatTimes,
    ...floatAdd,
    ...set(accumulator),
  ]
  const inner = [
    ...load(11, 0),
    ...set(29),
    ...load(11, 16),
    ...set(30),
    ...rows.flatMap((r) => [
      ...splat(12 + r),
      ...set(31),
      ...sum(21 + 2 * r, 29),
      ...sum(22 + 2 * r, 30),
      ...add(get(12 + r), constant(4)),
      ...set(12 + r),
    ]),
    ...add(get(11), get(7)),
    ...set(11),
  ]
  const columns = [
    ...loads,
    ...get(20),
    ...set(11),
    ...get(0),
    ...set(12),
    ...rows.slice(1).flatMap((r) => [...add(get(11 + r), get(6)), ...set(12 + r)]),
    ...get(4),
    ...set(10),
    ...repeat(10, 1, inner),
    ...stores,
    ...rows.flatMap((r) => [...add(get(16 + r), constant(32)), ...set(16 + r)]),
    ...add(get(20), constant(32)),
    ...set(20),
  ]
  const lines = [
    ...get(2),
    ...set(16),
    ...rows.slice(1).flatMap((r) => [...add(get(15 + r), get(7)), ...set(16 + r)]),
    ...get(1),
    ...set(20),
    ...get(5),
    ...set(9),
    ...repeat(9, 8, columns),
    ...add(get(0), times(get(6), constant(4))),
    ...set(0),
    ...add(get(2), times(get(7), constant(4))),
    ...set(2),
  ]
  return [
    ...times(get(4), constant(4)),
    ...set(6),
    ...times(get(5), constant(4)),
    ...set(7),
    ...get(3),
    ...set(8),
    ...repeat(8, 4, lines),
    0x0b,
  ]
}

function moduleBytes(): Uint8Array<ArrayBuffer> {
  const code = body()
  // 15 integer locals after the 6 parameters (6–20), then 11 vectors (21–31)
  const locals = [2, 15, 0x7f, 11, 0x7b]
  const section = (id: number, content: Code): Code => [id, ...leb(content.length), ...content]
  const routine = [...locals, ...code]
  return new Uint8Array([
    0,
    0x61,
    0x73,
    0x6d,
    1,
    0,
    0,
    0,
    ...section(1, [1, 0x60, 6, 0x7f, 0x7f, 0x7f, 0x7f, 0x7f, 0x7f, 0]),
    ...section(2, [1, 1, 0x61, 1, 0x6d, 2, 0, 1]),
    ...section(3, [1, 0]),
    ...section(7, [1, 1, 0x66, 0, 0]),
    ...section(10, [1, ...leb(routine.length), ...routine]),
  ])
}

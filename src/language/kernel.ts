// Arrays in one memory, and the loops over them that take the time: in WebAssembly SIMD, else in plain TypeScript.
import { gate, squash } from './activation.ts'
import { assemble } from './assembler.ts'
import { routines } from './routines.ts'

/** Loops over arrays that an `Arena` gave. Lengths n are multiples of 4; m of 8. `…At` are places in the arrays, in floats. */
export interface Loops {
  /** y[n×m] += x[n×k] · w[k×m], rows one after another. */
  multiply(x: Float32Array, w: Float32Array, y: Float32Array, n: number, k: number, m: number): void
  /** x[n] += y[n] */
  addTo(x: Float32Array, xAt: number, y: Float32Array, yAt: number, n: number): void
  /** x[n] += squash(y[n]) */
  addSquashed(x: Float32Array, y: Float32Array, n: number): void
  /** y[n] = squash(x[n]) */
  squashTo(x: Float32Array, xAt: number, y: Float32Array, yAt: number, n: number): void
  /** out[n] = was + gate(g) · (squash(c) − was): g at `from` of pre, c n floats on, was at `wasAt` of out (0 when negative). */
  stepGates(pre: Float32Array, from: number, out: Float32Array, wasAt: number, outAt: number, n: number): void
}

/** The loops in plain TypeScript. */
export const plainLoops: Loops = {
  multiply(x, w, y, n, k, m) {
    for (let i = 0; i < n; i++)
      for (let q = 0; q < k; q++) {
        const factor = x[i * k + q]!
        if (factor === 0) continue
        for (let j = 0; j < m; j++) y[i * m + j]! += factor * w[q * m + j]!
      }
  },
  addTo(x, xAt, y, yAt, n) {
    for (let at = 0; at < n; at++) x[xAt + at]! += y[yAt + at]!
  },
  addSquashed(x, y, n) {
    for (let at = 0; at < n; at++) x[at]! += squash(y[at]!)
  },
  squashTo(x, xAt, y, yAt, n) {
    for (let at = 0; at < n; at++) y[yAt + at] = squash(x[xAt + at]!)
  },
  stepGates(pre, from, out, wasAt, outAt, n) {
    for (let at = 0; at < n; at++) {
      const was = wasAt < 0 ? 0 : out[wasAt + at]!
      out[outAt + at] = was + gate(pre[from + at]!) * (squash(pre[from + n + at]!) - was)
    }
  },
}

/** The longest run of zeros that a first step of gates may ask for. */
const zeros = 1024
const floatsAPage = 16384

/** Float arrays in one memory that the loops can see. `mark` and `release` give back what was taken in between. */
export class Arena {
  private readonly memory: WebAssembly.Memory
  private readonly limit: number
  private used = zeros
  readonly loops: Loops

  /** `floats`: how many it holds at most, all arrays together. */
  constructor(floats: number) {
    const pages = Math.ceil((floats + zeros) / floatsAPage) + 1
    this.limit = pages * floatsAPage
    this.memory = new WebAssembly.Memory({ initial: pages })
    this.loops = compile(this.memory) ?? plainLoops
  }

  /** An array of zeros. */
  take(length: number): Float32Array {
    const size = (length + 3) & ~3
    if (this.used + size > this.limit) throw new RangeError(`arena of ${this.limit} floats is full`)
    const array = new Float32Array(this.memory.buffer, this.used * 4, length)
    this.used += size
    return array.fill(0)
  }

  mark = (): number => this.used
  release(mark: number): void {
    this.used = mark
  }
}

type Pointers = (...numbers: number[]) => void

function compile(memory: WebAssembly.Memory): Loops | null {
  try {
    const instance = new WebAssembly.Instance(new WebAssembly.Module(assemble(routines)), {
      a: { m: memory },
    })
    return bind(instance.exports as Record<keyof Loops, Pointers>)
  } catch {
    // An engine without SIMD: slower, the same result up to rounding.
    return null
  }
}

const bind = ({
  multiply,
  addTo,
  addSquashed,
  squashTo,
  stepGates,
}: Record<keyof Loops, Pointers>): Loops => ({
  multiply: (x, w, y, n, k, m) => multiply(x.byteOffset, w.byteOffset, y.byteOffset, n, k, m),
  addTo: (x, xAt, y, yAt, n) => addTo(x.byteOffset + 4 * xAt, y.byteOffset + 4 * yAt, n),
  addSquashed: (x, y, n) => addSquashed(x.byteOffset, y.byteOffset, n),
  squashTo: (x, xAt, y, yAt, n) => squashTo(x.byteOffset + 4 * xAt, y.byteOffset + 4 * yAt, n),
  stepGates(pre, from, out, wasAt, outAt, n) {
    const gates = pre.byteOffset + 4 * from
    stepGates(gates, gates + 4 * n, wasAt < 0 ? 0 : out.byteOffset + 4 * wasAt, out.byteOffset + 4 * outAt, n)
  },
})

// Just enough of WebAssembly's binary form to write a few routines with SIMD: instructions are arrays of bytes.

export type Code = readonly number[]

const leb = (value: number): number[] => (value < 128 ? [value] : [(value & 127) | 128, ...leb(value >>> 7)])
const code = (...parts: Code[]): Code => parts.flat()

export const get = (local: number): Code => [0x20, ...leb(local)]
/** Sets a local to what `value` leaves on the stack. */
export const set = (local: number, value: Code): Code => [...value, 0x21, ...leb(local)]
/** A constant from 0 to 8191. */
export const constant = (value: number): Code =>
  value < 64 ? [0x41, value] : [0x41, (value & 127) | 128, value >>> 7]
export const add = (a: Code, b: Code): Code => [...a, ...b, 0x6a]
export const times = (a: Code, b: Code): Code => [...a, ...b, 0x6c]
/** Moves a pointer (or counter) on by `step`. */
export const advance = (local: number, step: Code): Code => set(local, add(get(local), step))

export const load = (pointer: number, offset = 0): Code => [...get(pointer), 0xfd, 0x00, 2, ...leb(offset)]
/** The float at the pointer, four times. */
export const loadSplat = (pointer: number): Code => [...get(pointer), 0xfd, 0x09, 2, 0]
export const store = (pointer: number, value: Code, offset = 0): Code => [
  ...get(pointer),
  ...value,
  0xfd,
  0x0b,
  2,
  ...leb(offset),
]
export const floats = (value: number): Code => {
  const bytes = [...new Uint8Array(Float32Array.of(value).buffer)]
  return [0xfd, 0x0c, ...bytes, ...bytes, ...bytes, ...bytes]
}
const binary =
  (opcode: number) =>
  (a: Code, b: Code): Code => [...a, ...b, 0xfd, opcode, 1]
export const floatAdd = binary(0xe4)
export const floatLess = binary(0xe5)
export const floatTimes = binary(0xe6)
export const floatOver = binary(0xe7)
export const floatMin = binary(0xe8)
export const floatMax = binary(0xe9)

/** Runs `body` while `counter`, lessened by `step` after each time, is not zero. */
export const repeat = (counter: number, step: number, body: Code): Code =>
  code([0x02, 0x40], get(counter), [0x45, 0x0d, 0, 0x03, 0x40], body, get(counter), constant(step), [
    0x6b,
    0x22,
    ...leb(counter),
    0x0d,
    0,
    0x0b,
    0x0b,
  ])

/** A routine: how many integer parameters; locals after them, integers first, then vectors; its instructions. */
export interface Routine {
  name: string
  parameters: number
  integers: number
  vectors: number
  body: Code
}

/** A module of the routines, which imports its memory as "a" "m". */
export function assemble(routines: readonly Routine[]): Uint8Array<ArrayBuffer> {
  const section = (id: number, parts: Code[]): Code => {
    const content = [...leb(parts.length), ...parts.flat()]
    return [id, ...leb(content.length), ...content]
  }
  const kind = ({ parameters }: Routine): Code => [
    0x60,
    parameters,
    ...new Array<number>(parameters).fill(0x7f),
    0,
  ]
  const written = ({ integers, vectors, body }: Routine): Code => {
    const whole = [2, integers, 0x7f, vectors, 0x7b, ...body, 0x0b]
    return [...leb(whole.length), ...whole]
  }
  return new Uint8Array([
    0,
    0x61,
    0x73,
    0x6d,
    1,
    0,
    0,
    0,
    ...section(1, routines.map(kind)),
    ...section(2, [[1, 0x61, 1, 0x6d, 2, 0, 1]]),
    ...section(
      3,
      routines.map((_, at) => leb(at)),
    ),
    ...section(
      7,
      routines.map(({ name }, at) => [
        name.length,
        ...[...name].map((letter) => letter.charCodeAt(0)),
        0,
        ...leb(at),
      ]),
    ),
    ...section(10, routines.map(written)),
  ])
}

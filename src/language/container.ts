// The file form of a model: named sections behind a JSON directory, each aligned to eight bytes.

const align = (length: number): number => (length + 7) & ~7

/** Sections as one file. */
export function packSections(sections: Record<string, Uint8Array>): Uint8Array {
  const directory: Record<string, [number, number]> = {}
  let at = 0
  for (const [name, bytes] of Object.entries(sections)) {
    directory[name] = [at, bytes.length]
    at += align(bytes.length)
  }
  const head = new TextEncoder().encode(JSON.stringify(directory))
  const start = align(8 + head.length)
  const file = new Uint8Array(start + at)
  new DataView(file.buffer).setUint32(0, 0x43484e31)
  new DataView(file.buffer).setUint32(4, head.length)
  file.set(head, 8)
  for (const [name, bytes] of Object.entries(sections)) file.set(bytes, start + directory[name]![0])
  return file
}

/** The sections of a file that `packSections` made, each a copy of its own; null when it is not such a file. */
export function unpackSections(file: Uint8Array): Record<string, Uint8Array> | null {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  if (file.length < 8 || view.getUint32(0) !== 0x43484e31) return null
  const length = view.getUint32(4)
  const directory = JSON.parse(new TextDecoder().decode(file.subarray(8, 8 + length))) as Record<
    string,
    [number, number]
  >
  const start = align(8 + length)
  return Object.fromEntries(
    Object.entries(directory).map(([name, [at, size]]) => [
      name,
      new Uint8Array(file.subarray(start + at, start + at + size)),
    ]),
  )
}
